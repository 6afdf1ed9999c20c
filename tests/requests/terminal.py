"""A terminal for tests: a real pty, what was shown on it, and somebody who types."""

from __future__ import annotations

import os
import pty
import re
import sys
import termios
import threading
from contextlib import asynccontextmanager
from typing import TYPE_CHECKING

import pytest
import trio

from trio_codex import AsyncCodex, ServerRequestHandlers
from trio_codex.testing import FakeAppServer, Signal

if TYPE_CHECKING:
    from collections.abc import AsyncIterator
    from typing import Self

    from trio_codex.protocol import JsonValue

__all__ = ["LIMIT", "Screen", "Terminal", "asking", "command"]

LIMIT = 20
COLUMNS = 60
# Where an answer is expected: the choices of an approval, or a question that takes text.
PROMPT = re.compile(r"(?m)^(\[y\]es[^\n]*\? |> )")


class Screen:
    """What was shown, and a way to wait for it."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._text = ""
        self._waiting: list[tuple[re.Pattern[str], int, Signal]] = []

    @property
    def text(self) -> str:
        with self._lock:
            return self._text

    def add(self, text: str) -> None:
        with self._lock:
            self._text += text
            self._look()

    def _look(self) -> None:
        for wanted, times, signal in self._waiting:
            if len(wanted.findall(self._text)) >= times:
                signal.set()

    async def wait_shown(self, wanted: str | re.Pattern[str], times: int = 1) -> None:
        pattern = re.compile(re.escape(wanted)) if isinstance(wanted, str) else wanted
        signal = Signal()
        with self._lock:
            self._waiting.append((pattern, times, signal))
            self._look()
        await signal.wait()


class Terminal:
    """Both ends of a pty: the program's `stdin` and `stdout`, and the keyboard and the screen."""

    def __init__(self, columns: int = COLUMNS) -> None:
        self._keyboard, self._device = pty.openpty()
        termios.tcsetwinsize(self._device, (40, columns))
        self.screen = Screen()
        self._shown = threading.Thread(target=self._show, name="screen")

    def __enter__(self) -> Self:
        self.stdin = os.fdopen(os.dup(self._device), "r", encoding="utf-8")
        self.stdout = os.fdopen(os.dup(self._device), "w", encoding="utf-8")
        self._shown.start()
        return self

    def __exit__(self, *exc: object) -> None:
        self.stdin.close()
        self.stdout.close()
        os.close(self._device)  # the screen's thread reads the end now
        self._shown.join(LIMIT)
        assert not self._shown.is_alive()
        os.close(self._keyboard)

    def _show(self) -> None:
        rest = b""
        while True:
            try:
                chunk = os.read(self._keyboard, 65536)
            except OSError:  # how a pty says that nobody holds its other end
                return
            if not chunk:
                return
            text, rest = _decoded(rest + chunk)
            self.screen.add(text.replace("\r\n", "\n"))

    def type(self, *lines: str) -> None:
        os.write(self._keyboard, "".join(f"{line}\n" for line in lines).encode())

    def end_of_input(self) -> None:
        os.write(self._keyboard, b"\x04")

    async def wait_asked(self, times: int = 1) -> None:
        await self.screen.wait_shown(PROMPT, times)

    async def answer(self, *lines: str, after: int = 0) -> None:
        """Type each line once its question is shown; `after` questions were answered before."""
        for number, line in enumerate(lines, start=after + 1):
            await self.wait_asked(number)
            self.type(line)

    @property
    def shown(self) -> str:
        return self.screen.text


def _decoded(data: bytes) -> tuple[str, bytes]:
    """The text so far, and the bytes of a character that has not come whole."""
    for cut in range(4):
        try:
            whole = data[: len(data) - cut]
            return whole.decode(), data[len(whole) :]
        except UnicodeDecodeError:
            continue
    return data.decode(errors="replace"), b""


@asynccontextmanager
async def asking(terminal: Terminal, *answers: str) -> AsyncIterator[FakeAppServer]:
    """A client that asks on `terminal`, where `answers` are typed, each after its question."""
    fake = FakeAppServer()
    # Here and not in a fixture: pytest puts its own back between the phases of a test.
    with trio.fail_after(LIMIT), pytest.MonkeyPatch.context() as patch:
        patch.setattr(sys, "stdin", terminal.stdin)
        patch.setattr(sys, "stdout", terminal.stdout)
        handlers = ServerRequestHandlers.ask_in_terminal()
        async with trio.open_nursery() as nursery:
            async with AsyncCodex(transport=fake.transport, handlers=handlers):
                nursery.start_soon(terminal.answer, *answers)
                yield fake
            nursery.cancel_scope.cancel()


def command(text: str = "make all", **more: JsonValue) -> dict[str, JsonValue]:
    return {
        "kind": "command",
        "threadId": "t",
        "turnId": "u",
        "itemId": "c1",
        "startedAtMs": 0,
        "command": text,
        "cwd": "/project",
        **more,
    }
