"""Turns the ends of a child's pipes into bytes read and written without waiting, where possible."""

from __future__ import annotations

import os
import select
import sys
import weakref
from typing import TYPE_CHECKING, Final, Protocol

import trio

from .base import READ_BYTES

if TYPE_CHECKING:
    from trio.abc import ReceiveStream, SendStream

_MOMENT: Final = 0.002

__all__ = ["PipeReader", "PipeWriter", "StreamReader", "StreamWriter"]


class PipeReader(Protocol):
    """The end of a pipe we read from."""

    async def receive(self) -> bytes: ...
    def receive_nowait(self) -> bytes | None: ...
    async def skim(self) -> bytes | None: ...
    def release(self) -> None: ...
    def close(self) -> None: ...


class PipeWriter(Protocol):
    """The end of a pipe we write to.

    Attributes:
        whole_bytes: up to this size `send_whole` writes all or nothing, in any thread; 0 is never.
    """

    whole_bytes: int

    def send_whole(self, offered: list[bytes], sent: list[int]) -> None: ...
    async def send(self, data: bytes) -> None: ...
    def send_nowait(self, data: bytes) -> int: ...
    def close(self) -> None: ...


if sys.platform != "win32":
    __all__ += ["FdReader", "FdWriter"]

    def _failure(error: OSError, fd: int) -> Exception:
        if fd < 0:
            return trio.ClosedResourceError("this pipe is closed")
        return trio.BrokenResourceError(str(error))

    class _Fd:
        """A descriptor of ours: it never blocks, is closed once, and not kept by a forked process.

        A copy of our end of a pipe in a forked process would keep the pipe open: closing the
        client would not end the runtime, and neither would our own death. Nor must the copy touch
        what both processes share, such as the mode of the pipe, which is why this is no
        `trio.lowlevel.FdStream`: that one makes the pipe block again when it is collected.
        """

        __slots__ = ("__weakref__", "number")

        def __init__(self, number: int) -> None:
            self.number = -1
            os.set_blocking(number, False)
            self.number = number
            _open_fds.add(self)

        def __del__(self) -> None:
            self.drop()

        def close(self) -> None:
            """Closes it, and wakes the tasks that wait for it."""
            if self.number >= 0:
                trio.lowlevel.notify_closing(self.number)
                self.drop()

        def drop(self) -> None:
            """Closes it outside of Trio."""
            number, self.number = self.number, -1
            if number >= 0:
                os.close(number)

    _open_fds: weakref.WeakSet[_Fd] = weakref.WeakSet()

    def _drop_copies() -> None:
        # In a forked process, of which only the thread that forked exists: no locks, no Trio.
        for fd in _open_fds:
            fd.drop()

    os.register_at_fork(after_in_child=_drop_copies)

    class FdReader:
        """Reads a pipe; owns its file descriptor."""

        def __init__(self, fd: int) -> None:
            self._fd = _Fd(fd)

        def receive_nowait(self) -> bytes | None:
            """Returns what is there: `None` if nothing, `b""` at the end."""
            fd = self._fd.number
            try:
                return os.read(fd, READ_BYTES)
            except BlockingIOError:
                return None
            except OSError as error:
                raise _failure(error, fd) from None

        async def receive(self) -> bytes:
            """Waits for bytes; being cancelled loses none."""
            while True:
                fd = self._fd.number
                if fd < 0:
                    raise trio.ClosedResourceError("this pipe is closed")
                # Waiting first is the checkpoint: whoever wants to read without one has
                # `receive_nowait`.
                await trio.lowlevel.wait_readable(fd)
                data = self.receive_nowait()
                if data is not None:
                    return data

        async def skim(self) -> bytes | None:
            """Returns what is there, beside a task that may be in `receive`; never waits."""
            return self.receive_nowait()

        def release(self) -> None:
            """Wakes a task that is in `receive` with `trio.ClosedResourceError`."""
            fd = self._fd.number
            if fd >= 0:
                trio.lowlevel.notify_closing(fd)

        def close(self) -> None:
            """Closes the pipe."""
            self._fd.close()

    class FdWriter:
        """Writes a pipe; owns its file descriptor."""

        whole_bytes: int = select.PIPE_BUF

        def __init__(self, fd: int) -> None:
            self._fd = _Fd(fd)

        def send_nowait(self, data: bytes | memoryview) -> int:
            """Writes what fits and returns the number of bytes."""
            fd = self._fd.number
            try:
                return os.write(fd, data)
            except BlockingIOError:
                return 0
            except OSError as error:
                raise _failure(error, fd) from None

        def send_whole(self, offered: list[bytes], sent: list[int]) -> None:
            """Writes the one chunk in `offered`, all or nothing; in any thread.

            The chunk is looked up, written and its size noted in `sent` within one call of C:
            a signal handler runs before all of it or after. With nothing in `offered` it writes
            nothing.
            """
            fd = self._fd.number
            try:
                sent.extend(map(os.writev, (fd,), (offered,)))
            except BlockingIOError:
                return
            except OSError as error:
                raise _failure(error, fd) from None

        async def send(self, data: bytes) -> None:
            """Writes everything; being cancelled may leave a part of it written."""
            await trio.lowlevel.checkpoint()
            rest = memoryview(data)
            while True:
                rest = rest[self.send_nowait(rest) :]
                if not rest:
                    return
                await trio.lowlevel.wait_writable(self._fd.number)

        def close(self) -> None:
            """Closes the pipe."""
            self._fd.close()


class StreamReader:
    """Reads a Trio stream, where there is no reading without waiting (Windows)."""

    def __init__(self, stream: ReceiveStream) -> None:
        self._stream = stream
        self._closed = False

    async def receive(self) -> bytes:
        """Waits for bytes; being cancelled loses none."""
        return bytes(await self._stream.receive_some(READ_BYTES))

    def receive_nowait(self) -> bytes | None:
        """Cannot know: says that nothing is there."""
        if self._closed:
            raise trio.ClosedResourceError("this pipe is closed")
        return None

    async def skim(self) -> bytes | None:
        """Returns what comes within a moment."""
        with trio.move_on_after(_MOMENT):
            return await self.receive()
        return None

    def release(self) -> None:
        """Leaves a task that is in `receive` there: it reads on until the end."""

    def close(self) -> None:
        """Closes the pipe."""
        self._closed = True
        _close_now(self._stream)


class StreamWriter:
    """Writes a Trio stream, where there is no writing without waiting (Windows)."""

    whole_bytes: int = 0

    def __init__(self, stream: SendStream) -> None:
        self._stream = stream
        self._closed = False

    def send_whole(self, offered: list[bytes], sent: list[int]) -> None:
        """Cannot write without waiting: writes nothing."""

    async def send(self, data: bytes) -> None:
        """Writes everything; being cancelled may leave a part of it written."""
        await self._stream.send_all(data)

    def send_nowait(self, data: bytes) -> int:  # noqa: ARG002
        """Cannot write without waiting: takes nothing."""
        if self._closed:
            raise trio.ClosedResourceError("this pipe is closed")
        return 0

    def close(self) -> None:
        """Closes the pipe."""
        self._closed = True
        _close_now(self._stream)


def _close_now(stream: SendStream | ReceiveStream) -> None:
    # Trio's pipe streams have a `close`; the abstract streams only promise `aclose`.
    close = getattr(stream, "close", None)
    if close is not None:
        close()
