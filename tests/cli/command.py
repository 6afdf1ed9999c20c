"""The `trio-codex` command as a child of the tests: on pipes, or on a terminal of its own."""

from __future__ import annotations

import fcntl
import os
import re
import select
import struct
import subprocess
import sys
import termios
import time
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from types import TracebackType
    from typing import Self

    from trio_codex import AppServerConfig

LIMIT = 60.0
_CONTROL = re.compile(rb"\x1b\[[0-9;?]*[A-Za-z]")


def environment(config: AppServerConfig, **more: str) -> dict[str, str]:
    isolated = {name: value for name, value in (config.env or {}).items() if value is not None}
    return {**os.environ, **isolated, "TERM": "xterm-256color", **more}


def command_line(*arguments: str) -> list[str]:
    return [sys.executable, "-m", "trio_codex", *arguments]


def run(
    config: AppServerConfig, *arguments: str, typed: str = "", **more: str
) -> subprocess.CompletedProcess[str]:
    """Runs the command without a terminal."""
    return subprocess.run(
        command_line(*arguments),
        input=typed,
        capture_output=True,
        text=True,
        env=environment(config, **more),
        cwd=config.cwd,
        timeout=LIMIT,
        check=False,
    )


class TerminalCommand:
    """The command on a terminal of its own, 100 columns by 30 rows."""

    def __init__(self, config: AppServerConfig, *arguments: str) -> None:
        self._master, slave = os.openpty()
        fcntl.ioctl(slave, termios.TIOCSWINSZ, struct.pack("HHHH", 30, 100, 0, 0))
        self.process = subprocess.Popen(
            command_line(*arguments),
            stdin=slave,
            stdout=slave,
            stderr=slave,
            env=environment(config),
            cwd=config.cwd,
            # A session of its own, with the terminal as its controlling one: Ctrl+C reaches it.
            start_new_session=True,
            preexec_fn=lambda: fcntl.ioctl(0, termios.TIOCSCTTY, 0),
        )
        os.close(slave)
        self.written = b""

    @property
    def text(self) -> str:
        """What was written so far, without the sequences that move the cursor or colour."""
        return _CONTROL.sub(b"", self.written).decode(errors="replace").replace("\r\n", "\n")

    def type_text(self, text: str) -> None:
        os.write(self._master, text.encode())

    def wait_for(self, text: str, times: int = 1) -> None:
        """Reads until the text has been written so many times."""
        bound = time.monotonic() + LIMIT
        while self.text.count(text) < times:
            if not self._read(bound):
                raise AssertionError(f"ended without {text!r}: {self.text}")

    def wait(self) -> int:
        """Reads to the end; returns the exit code."""
        bound = time.monotonic() + LIMIT
        while self._read(bound):
            pass
        return self.process.wait(LIMIT)

    def _read(self, bound: float) -> bool:
        ready, _, _ = select.select([self._master], [], [], max(0.0, bound - time.monotonic()))
        if not ready:
            raise AssertionError(f"nothing came within {LIMIT:g} s after: {self.text}")
        try:
            piece = os.read(self._master, 65536)
        except OSError:  # the last process has closed the terminal
            return False
        self.written += piece
        return bool(piece)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        if self.process.poll() is None:
            self.process.kill()
            self.process.wait(LIMIT)
        os.close(self._master)
