"""The replay server: `replay.c`, compiled when it changed, and its command line."""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

HERE = Path(__file__).parent


def cache_dir() -> Path:
    """Where compiled replay servers are kept."""
    base = os.environ.get("XDG_CACHE_HOME")
    root = Path(base) if base else Path.home() / ".cache"
    return root / "trio-codex-benchmarks"


def compiled() -> Path | None:
    """The compiled replay server, or nothing where it cannot be compiled."""
    source = HERE / "replay.c"
    digest = hashlib.sha256(source.read_bytes()).hexdigest()[:16]
    target = cache_dir() / f"replay-{digest}"
    if target.exists():
        return target
    compiler = os.environ.get("CC") or shutil.which("cc") or shutil.which("gcc")
    if compiler is None:
        return None
    target.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=target.parent) as work:
        fresh = Path(work) / "replay"
        command = [compiler, "-O2", "-o", str(fresh), str(source)]
        if subprocess.run(command, check=False, capture_output=True).returncode:
            return None
        fresh.replace(target)
    return target


def command(script: Path, *, allow_c: bool = True) -> list[str]:
    """The command line that serves a script."""
    program = compiled() if allow_c else None
    if program is not None:
        return [str(program), str(script)]
    return [sys.executable, "-I", str(HERE / "replay.py"), str(script)]
