"""Says where the Codex runtime of this package lies. Staged as `codex_cli_bin/__init__.py`."""

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
    """The folder of the runtime and everything that came with it."""
    return _present(_HERE / "codex-package.json", "description").parent


def bundled_codex_path() -> Path:
    """The runtime's binary."""
    name = "codex.exe" if sys.platform == "win32" else "codex"
    return _present(bundled_package_dir() / "bin" / name, "codex binary")


def bundled_path_dir() -> Path | None:
    """The folder of helper programs to put on the child's PATH, if the package has any."""
    folder = bundled_package_dir() / "codex-path"
    return folder if folder.is_dir() else None
