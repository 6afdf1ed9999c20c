"""One unpacked copy of the pinned runtime package, shared by every environment of nox.

The runtime is about 360 MB unpacked. Each environment gets a `.pth` file that names the copy; pip
then finds the pin satisfied and does not install it again.
"""

from __future__ import annotations

import re
import shutil
import tempfile
from pathlib import Path

import nox

__all__ = ["ROOT", "RUNTIME_PACKAGE", "fetch_runtime", "pinned_runtime", "share_runtime"]

ROOT = Path(__file__).resolve().parent.parent
RUNTIME_PACKAGE = "openai-codex-cli-bin"
_STORE = ROOT / ".nox" / "runtimes"


def pinned_runtime() -> str:
    """Return the runtime version that pyproject.toml pins."""
    project = nox.project.load_toml(ROOT / "pyproject.toml")["project"]
    for requirement in project["dependencies"]:
        pin = re.fullmatch(rf"{RUNTIME_PACKAGE}==(\S+)", requirement)
        if pin is not None:
            return pin[1]
    raise LookupError(f"pyproject.toml does not pin {RUNTIME_PACKAGE} with ==")


def fetch_runtime(session: nox.Session, version: str) -> Path:
    """Unpack the runtime once; return the folder to put on `sys.path`."""
    folder = _STORE / version
    if not folder.is_dir():
        _STORE.mkdir(parents=True, exist_ok=True)
        unfinished = Path(tempfile.mkdtemp(prefix=f"{version}-", dir=_STORE))
        try:
            session.log(f"fetching the runtime {version} (once for all environments)")
            session.run_install(
                *("python", "-m", "pip", "install", "--quiet", "--no-deps", "--no-compile"),
                *("--target", str(unfinished), f"{RUNTIME_PACKAGE}=={version}"),
            )
            # Renamed when complete, so an interrupted download is never used.
            if not folder.is_dir():
                unfinished.rename(folder)
        finally:
            shutil.rmtree(unfinished, ignore_errors=True)
    return folder


def share_runtime(session: nox.Session) -> Path:
    """Make the pinned runtime importable in the session's environment; return its folder."""
    folder = fetch_runtime(session, pinned_runtime())
    packages = session.run(
        *("python", "-c", "import sysconfig; print(sysconfig.get_path('purelib'))"),
        silent=True,
        log=False,
    )
    if isinstance(packages, str):
        link = Path(packages.strip()) / "trio_codex_runtime.pth"
        line = f"{folder}\n"
        # Sessions that share an environment may do this at the same time.
        if not link.is_file() or link.read_text(encoding="utf-8") != line:
            link.write_text(line, encoding="utf-8")
    return folder
