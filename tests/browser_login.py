"""A lock for tests that log in with a browser: all runtimes of a machine use the port 1455."""

from __future__ import annotations

import contextlib
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

__all__ = ["browser_login_lock"]


@contextlib.contextmanager
def browser_login_lock() -> Iterator[None]:
    """Hold the lock, which all test processes of the machine share; the test's timeout bounds it.

    A runtime that finds the port in use ends the login of the runtime that uses it.
    """
    with (Path(tempfile.gettempdir()) / "trio-codex-port-1455.lock").open("a+b") as file:
        if sys.platform == "win32":
            import msvcrt

            locked = False
            while not locked:
                with contextlib.suppress(OSError):  # after ten attempts, one each second
                    msvcrt.locking(file.fileno(), msvcrt.LK_LOCK, 1)
                    locked = True
        else:
            import fcntl

            fcntl.flock(file, fcntl.LOCK_EX)
        yield
