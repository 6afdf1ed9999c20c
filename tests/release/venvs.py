"""A fresh virtual environment that has only what a test installs."""

from __future__ import annotations

import os
import subprocess
import sys
import sysconfig
import venv
from pathlib import Path

import attrs

__all__ = ["Venv"]

_TIMEOUT = 150


@attrs.frozen
class Venv:
    """An environment without pip; the running one's pip installs into it."""

    folder: Path

    @classmethod
    def create(cls, folder: Path, *, share_dependencies: bool = False) -> Venv:
        """Make one; it may see the running environment's packages behind its own.

        An editable install is not among what it sees: paths named by `.pth` files are not followed
        any further.
        """
        venv.create(folder, with_pip=False, symlinks=os.name != "nt")
        made = cls(folder)
        if share_dependencies:
            shared = sysconfig.get_path("platlib")
            own = made.python("import sysconfig; print(sysconfig.get_path('purelib'))").strip()
            Path(own, "shared.pth").write_text(f"{shared}\n", encoding="utf-8")
        return made

    @property
    def executable(self) -> Path:
        """The environment's interpreter."""
        return self.folder / ("Scripts/python.exe" if os.name == "nt" else "bin/python")

    def install(self, *wheels: Path) -> None:
        """Install wheels from disk; whatever they require has to be there already."""
        pip = [sys.executable, "-m", "pip", "--python", str(self.executable), "install"]
        files = [str(wheel) for wheel in wheels]
        # Shared packages may have the same names and versions: these are installed all the same.
        self._run([*pip, "--no-index", "--no-compile", "--no-deps", "--force-reinstall", *files])
        # With nothing to choose from, this fails when a requirement is not met.
        self._run([*pip, "--no-index", *files])

    def python(self, program: str, *arguments: str) -> str:
        """Run a program in it, apart from this process's paths; return what it printed."""
        return self._run([str(self.executable), "-I", "-c", program, *arguments])

    @staticmethod
    def _run(command: list[str]) -> str:
        env = {name: value for name, value in os.environ.items() if name != "PYTHONPATH"}
        done = subprocess.run(
            command, capture_output=True, text=True, timeout=_TIMEOUT, env=env, check=False
        )
        assert done.returncode == 0, f"{done.stdout}\n{done.stderr}"
        return done.stdout
