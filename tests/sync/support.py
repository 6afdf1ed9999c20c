"""What tests that block need: bounds, and threads whose outcome can be asked for."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import threading
from collections.abc import Callable
from pathlib import Path
from types import FrameType
from typing import Any, Self, final

import outcome

import trio_codex
from trio_codex import AppServerConfig, Codex
from trio_codex.testing import BlockingModelServer

TIMEOUT = 30.0
_LIBRARY = trio_codex.__file__.removesuffix("__init__.py")
SOURCES = Path(__file__).resolve().parents[2] / "src"

# Answers every request with its own params; `end` is answered by its death, and `test/notify` is
# preceded by notifications; `test/never` is never answered.
ECHO = """
import json, sys
for line in sys.stdin.buffer:
    request = json.loads(line)
    if request["method"] == "end":
        sys.exit(3)
    if "id" in request and request["method"] != "test/never":
        result = request.get("params")
        if request["method"] == "test/notify":
            for _ in range(result["times"]):
                print(json.dumps({"method": "test/notice", "params": {"n": result["n"]}}))
        if request["method"] == "initialize":
            result = {"userAgent": "echo/0", "codexHome": "/", "platformFamily": "unix",
                      "platformOs": "linux"}
        reply = {"id": request["id"], "result": result}
        sys.stdout.write(json.dumps(reply) + "\\n")
        sys.stdout.flush()
"""


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
        self._thread.join(TIMEOUT)
        assert not self._thread.is_alive(), "the thread still blocks"
        return self._outcome.unwrap()


def runtime_pid(codex: Codex) -> int:
    """The process id of a client's runtime."""
    connection = codex.client._async._require()
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


def echo_config(max_in_flight: int = 64) -> AppServerConfig:
    """A child that answers every request with its own params."""
    return AppServerConfig(
        launch_args_override=(sys.executable, "-I", "-c", ECHO),
        version_policy="ignore",
        max_in_flight=max_in_flight,
    )


@final
class Interrupter:
    """Calls a handler at one line of the library in the thread that it traces.

    As a context manager it traces this thread. `where` is the line, once it came.
    """

    def __init__(self, number: int, handler: Callable[[], object]) -> None:
        self._left = number
        self._handler = handler
        self.where = ""

    @property
    def came(self) -> bool:
        """Whether there was such a line."""
        return bool(self.where)

    def __enter__(self) -> Self:
        self._before = sys.gettrace()
        sys.settrace(self.trace)
        return self

    def __exit__(self, *exc_info: object) -> None:
        sys.settrace(self._before)

    def trace(self, frame: FrameType, event: str, _: object) -> Any:
        """See `sys.settrace`."""
        file = frame.f_code.co_filename
        if not file.startswith(_LIBRARY) or (event == "call" and _finalizes(frame)):
            return None
        if event == "line" and not self.where:
            self._left -= 1
            if self._left < 0:
                self.where = f"{file.removeprefix(_LIBRARY)}:{frame.f_lineno}"
                self._handler()
        return self.trace


def _finalizes(frame: FrameType | None) -> bool:
    """Whether a finalizer runs, out of which the interpreter lets no exception come."""
    while frame is not None:
        if frame.f_code.co_name == "__del__":
            return True
        frame = frame.f_back
    return False


def at_every_line(action: Callable[[], object], handler: Callable[[], object]) -> int:
    """Runs `action` once for each of its lines, with `handler` between; returns their number."""
    for number in range(10_000):
        with Interrupter(number, handler) as interrupter:
            assert action()
        if not interrupter.came:
            return number
    raise AssertionError("the action has no end")
