"""Entry of the `trio-codex` command: it works without rich only to say what is missing."""

from __future__ import annotations

import sys

__all__ = ["main"]


def main() -> int:
    """Runs the command; returns its exit code."""
    try:
        import rich  # noqa: F401
    except ModuleNotFoundError:
        print("trio-codex needs rich: install 'trio-codex[cli]'", file=sys.stderr)
        return 2
    from .main import run

    return run(sys.argv[1:])
