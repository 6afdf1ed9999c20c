"""Paths of the Codex runtime in this package. Staged as `codex_cli_bin/__init__.py`."""

from __future__ import annotations

import sys
from pathlib import Path

__all__ = ["PACKAGE_NAME", "bundled_codex_path", "bundled_package_dir", "bundled_path_dir"]

PACKAGE_NAME = "openai-codex-cli-bin"
_HERE = Path(__file__).resolve().parent


def _present(path: Path, what: str) -> Path:
    if not path.is_file():
        raise FileNotFoundError(f"{PACKAGE_NAME} is damaged: its {what} is missing at {path}")
    return path


def bundled_package_dir() -> Path:
    """Return the folder of the runtime and its companion files."""
    return _present(_HERE / "codex-package.json", "description").parent


def bundled_codex_path() -> Path:
    """Return the path of the runtime's binary."""
    name = "codex.exe" if sys.platform == "win32" else "codex"
    return _present(bundled_package_dir() / "bin" / name, "codex binary")


def bundled_path_dir() -> Path | None:
    """Return the folder of helper programs for the child's PATH, if the package has one."""
    folder = bundled_package_dir() / "codex-path"
    return folder if folder.is_dir() else None
