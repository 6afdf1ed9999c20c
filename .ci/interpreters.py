"""Discovery of the supported Python interpreters of a machine: each is run once."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

__all__ = ["SUPPORTED", "find_interpreters", "make_discoverable"]

SUPPORTED = ("3.11", "3.12", "3.13")
_PROBE = "import sys, zlib; print('%d.%d' % sys.version_info[:2], sys.executable)"


def _on_path(version: str) -> Iterator[str]:
    for folder in os.get_exec_path():
        found = shutil.which(f"python{version}", path=folder)
        if found is not None:
            yield found


def _installed_by_pyenv(version: str) -> Iterator[str]:
    root = Path(os.environ.get("PYENV_ROOT") or Path.home() / ".pyenv")
    for folder in sorted(root.glob(f"versions/{version}.*"), reverse=True):
        yield str(folder / "bin" / f"python{version}")


def _from_the_windows_launcher(version: str) -> Iterator[str]:
    launcher = shutil.which("py") if os.name == "nt" else None
    if launcher is not None:
        answer = _ask([launcher, f"-{version}"])
        if answer is not None:
            yield answer[1]


def _ask(command: list[str]) -> tuple[str, str] | None:
    """Return the version and path that an interpreter reports; `None` if it does not run."""
    try:
        done = subprocess.run(
            [*command, "-c", _PROBE], capture_output=True, text=True, timeout=30, check=True
        )
    except (OSError, subprocess.SubprocessError):
        return None
    version, _, path = done.stdout.strip().partition(" ")
    return (version, path) if path else None


def find_interpreters() -> dict[str, str]:
    """Map each supported version to an interpreter that runs, oldest first."""
    running = f"{sys.version_info[0]}.{sys.version_info[1]}"
    found: dict[str, str] = {}
    for version in SUPPORTED:
        candidates = [sys.executable] if version == running else []
        for source in (_on_path, _installed_by_pyenv, _from_the_windows_launcher):
            candidates.extend(source(version))
        for candidate in candidates:
            answer = _ask([candidate])
            if answer is not None and answer[0] == version:
                found[version] = answer[1]
                break
    return found


def make_discoverable(interpreters: dict[str, str]) -> None:
    """Put the interpreters' folders at the end of PATH, where nox looks for `python3.X`."""
    path = os.get_exec_path()
    for executable in interpreters.values():
        folder = str(Path(executable).parent)
        if folder not in path:
            path.append(folder)
    os.environ["PATH"] = os.pathsep.join(path)
