"""Batches on Dask, in a process of their own; `nox -s integrations` runs those on Ray as well."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).parent


def test_batches_on_dask() -> None:
    # Importing distributed changes how exceptions are pickled, for the whole process.
    command = [sys.executable, "-m", "pytest", "-q", "--no-header", "-p", "no:xdist"]
    ended = subprocess.run(
        [*command, "-p", "no:cacheprovider", str(HERE / "dask_cases.py")],
        cwd=HERE.parent.parent,
        capture_output=True,
        text=True,
        timeout=240,
        check=False,
    )
    assert ended.returncode == 0, ended.stdout
