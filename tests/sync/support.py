"""What tests that block need: bounds, and threads whose outcome can be asked for."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import threading
from collections.abc import Callable
from pathlib import Path

import outcome

from trio_codex import Codex
from trio_codex.testing import BlockingModelServer

PATIENCE = 30.0
SOURCES = Path(__file__).resolve().parents[2] / "src"


class Background:
    """A thread whose outcome the test asks for, within bounds."""

    def __init__(self, function: Callable[[], object]) -> None:
        self._function = function
        self._outcome: outcome.Outcome[object] = outcome.Error(RuntimeError("it did not start"))
        self._thread = threading.Thread(target=self._run, daemon=True)
        self._thread.start()

    def _run(self) -> None:
        self._outcome = outcome.capture(self._function)

    def outcome(self) -> object:
        self._thread.join(PATIENCE)
        assert not self._thread.is_alive(), "the thread still blocks"
        return self._outcome.unwrap()


def runtime_pid(codex: Codex) -> int:
    """The process id of a client's runtime."""
    connection = codex.client.twin._require()
    pid = connection.transport.pid  # type: ignore[attr-defined]
    assert isinstance(pid, int)
    return pid


def is_alive(pid: int) -> bool:
    """Whether there is such a process; one that nobody has reaped counts."""
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    return True


def ctrl_c() -> None:
    """What the terminal does to the program in front."""
    signal.pthread_kill(threading.main_thread().ident or 0, signal.SIGINT)


def ctrl_c_when(condition: Callable[[], object]) -> Background:
    """Interrupts the main thread once a condition, which blocks another thread, has come."""

    def wait() -> None:
        condition()
        ctrl_c()

    return Background(wait)


def child(program: str, model: BlockingModelServer, home: Path) -> subprocess.Popen[str]:
    """Starts a program that has a `config` of an isolated runtime and the name `Codex`."""
    preamble = f"""
import sys, threading
from pathlib import Path
from types import SimpleNamespace
import outcome

from trio_codex import Codex
from trio_codex.testing import isolated_config
from tests.sync.support import runtime_pid
config = isolated_config(SimpleNamespace(base_url={model.base_url!r}), home=Path({str(home)!r}))
"""
    root = SOURCES.parent
    return subprocess.Popen(
        [sys.executable, "-W", "error::ResourceWarning", "-c", preamble + program],
        env={**os.environ, "PYTHONPATH": f"{SOURCES}{os.pathsep}{root}"},
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
