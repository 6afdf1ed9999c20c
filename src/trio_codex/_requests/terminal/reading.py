"""Reading from the terminal: one line, typed after the question was shown."""

from __future__ import annotations

import contextlib
import getpass
import logging
import os
import select
import stat
import sys
from typing import TYPE_CHECKING, Final, Protocol, final

import trio

if sys.platform != "win32":
    import termios

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from contextlib import AbstractContextManager

    import outcome

__all__ = ["Reader", "open_reader"]

logger = logging.getLogger("trio_codex.requests")

_LONGEST_LINE: Final = 65_536


class Reader(Protocol):
    """A source of typed lines."""

    def discard(self) -> None:
        """Drops the input so far, which cannot answer a question that was not shown yet."""

    def silent(self) -> AbstractContextManager[None]:
        """Turns off the echo; entered before a question for a secret is shown."""

    async def line(self, *, secret: bool = False) -> str:
        """Waits for a line; an empty string at the end of the input."""


@final
class LineReader:
    """Reads one line at a time from a descriptor that can be polled, such as a terminal's.

    Nothing blocks in `os.read`, so a withdrawn question leaves no pending read: later input stays
    in the terminal for the next reader.
    """

    def __init__(self, fd: int) -> None:
        self._fd = fd

    def discard(self) -> None:
        """See `Reader.discard`."""
        if sys.platform != "win32" and os.isatty(self._fd):
            with contextlib.suppress(termios.error):
                termios.tcflush(self._fd, termios.TCIFLUSH)
            return
        # A pipe: its present content. Bounded, because a program may write without end.
        for _ in range(_LONGEST_LINE):
            if not select.select([self._fd], [], [], 0)[0] or not os.read(self._fd, 4096):
                return

    async def line(self, *, secret: bool = False) -> str:  # noqa: ARG002 - see `silent`
        """See `Reader.line`.

        When it is cancelled, an unfinished line stays unread in the terminal.
        """
        line = bytearray()
        while not line.endswith(b"\n") and len(line) < _LONGEST_LINE:
            await trio.lowlevel.wait_readable(self._fd)
            # One byte at a time: input after the line is for other readers.
            byte = os.read(self._fd, 1)
            if not byte:
                break
            line += byte
        return line.decode(errors="replace")

    @contextlib.contextmanager
    def silent(self) -> Iterator[None]:
        """See `Reader.silent`."""
        if sys.platform != "win32" and os.isatty(self._fd):
            before = termios.tcgetattr(self._fd)
            silent = [*before]
            silent[3] &= ~termios.ECHO
            termios.tcsetattr(self._fd, termios.TCSADRAIN, silent)
            try:
                yield
            finally:
                termios.tcsetattr(self._fd, termios.TCSADRAIN, before)
        else:
            yield


@final
class ThreadReader:
    """Reads `sys.stdin` in a thread, where it cannot be polled: Windows, files, other consoles.

    A read cannot be cancelled. A read that outlives its question answers the next question only
    if its line came after that question was shown.
    """

    def __init__(self) -> None:
        self._read: _Read | None = None

    def discard(self) -> None:
        """See `Reader.discard`."""
        if self._read is not None and self._read.done.is_set():
            self._read = None
            logger.warning("a line that was typed after a withdrawn question was not used")

    def silent(self) -> AbstractContextManager[None]:
        """See `Reader.silent`; the read of a secret does it."""
        return contextlib.nullcontext()

    async def line(self, *, secret: bool = False) -> str:
        """See `Reader.line`."""
        if self._read is None:
            self._read = _Read(_read_secret if secret else sys.stdin.readline)
        line = await self._read.wait()
        self._read = None
        return line


@final
class _Read:
    """One blocking read in its own thread."""

    def __init__(self, read: Callable[[], str]) -> None:
        self.done = trio.Event()
        self._token = trio.lowlevel.current_trio_token()
        self._outcome: outcome.Outcome[str] | None = None
        trio.lowlevel.start_thread_soon(read, self._deliver, name="trio_codex terminal")

    def _deliver(self, result: outcome.Outcome[str]) -> None:
        self._outcome = result
        with contextlib.suppress(trio.RunFinishedError):  # the program ended meanwhile
            self._token.run_sync_soon(self.done.set)

    async def wait(self) -> str:
        await self.done.wait()
        assert self._outcome is not None
        return self._outcome.unwrap()


def _read_secret() -> str:
    if not sys.stdin.isatty():
        return sys.stdin.readline()
    try:
        return getpass.getpass("")
    except EOFError:
        return ""


def open_reader(last: Reader | None) -> Reader | None:
    """Returns a reader of the present `sys.stdin`; `None` if nobody can type there.

    Args:
        last: the reader of the previous question, which may have a pending read.
    """
    try:
        fd = sys.stdin.fileno()
        mode = os.fstat(fd).st_mode
    except (AttributeError, OSError, ValueError):
        return last if isinstance(last, ThreadReader) else ThreadReader()
    if stat.S_ISREG(mode):
        return None  # its content was written before any question
    if sys.platform != "win32" and (os.isatty(fd) or stat.S_ISFIFO(mode) or stat.S_ISSOCK(mode)):
        return LineReader(fd)
    return last if isinstance(last, ThreadReader) else ThreadReader()
