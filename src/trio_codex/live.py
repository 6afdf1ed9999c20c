"""The live view of a turn; needs the extra `cli`."""

from __future__ import annotations

try:
    from .cli.view import TurnView
except ModuleNotFoundError as _error:
    if (_error.name or "").partition(".")[0] != "rich":
        raise
    raise ModuleNotFoundError(
        "trio_codex.live needs rich: install 'trio-codex[cli]'", name="rich"
    ) from None

__all__ = ["TurnView"]
