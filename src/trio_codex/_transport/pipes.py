"""The ends of a child's pipes, read and written without waiting where the system allows it."""

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

_READ_TIMEOUT: Final = 0.002

__all__ = ["PipeReader", "PipeWriter", "StreamReader", "StreamWriter"]


class PipeReader(Protocol):
    """The read end of a pipe."""

    async def receive(self) -> bytes: ...
    def receive_nowait(self) -> bytes | None: ...
    async def read_available(self) -> bytes | None: ...
    def release(self) -> None: ...
    def close(self) -> None: ...


class PipeWriter(Protocol):
    """The write end of a pipe.

    Attributes:
        whole_bytes: up to this size `send_whole` writes all or nothing, in any thread; 0: never.
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
        """A non-blocking file descriptor that is closed once, and closed in forked processes.

        A copy of our end of a pipe in a forked process would keep the pipe open: neither closing
        the client nor the death of this process would end the runtime. Nor may the copy change
        what both processes share, such as the mode of the pipe. So this is no
        `trio.lowlevel.FdStream`, which makes the pipe blocking again when it is collected.
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
            """Returns bytes without waiting: `None` if there are none, `b""` at the end."""
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
                # The wait comes first: it is the checkpoint.
                await trio.lowlevel.wait_readable(fd)
                data = self.receive_nowait()
                if data is not None:
                    return data

        async def read_available(self) -> bytes | None:
            """Does the same as `receive_nowait`; another task may be in `receive`."""
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

            One C call takes the chunk from `offered`, writes it and appends its size to `sent`,
            so a signal handler runs before all of that or after it. Nothing is written when
            `offered` is empty.
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
    """Reads a Trio stream, on Windows."""

    def __init__(self, stream: ReceiveStream) -> None:
        self._stream = stream
        self._closed = False

    async def receive(self) -> bytes:
        """Waits for bytes; being cancelled loses none."""
        return bytes(await self._stream.receive_some(READ_BYTES))

    def receive_nowait(self) -> bytes | None:
        """Returns `None`: Windows has no such read."""
        if self._closed:
            raise trio.ClosedResourceError("this pipe is closed")
        return None

    async def read_available(self) -> bytes | None:
        """Returns the bytes that arrive within two milliseconds."""
        with trio.move_on_after(_READ_TIMEOUT):
            return await self.receive()
        return None

    def release(self) -> None:
        """Does nothing: a task in `receive` reads on until the end."""

    def close(self) -> None:
        """Closes the pipe."""
        self._closed = True
        _close_now(self._stream)


class StreamWriter:
    """Writes a Trio stream, on Windows."""

    whole_bytes: int = 0

    def __init__(self, stream: SendStream) -> None:
        self._stream = stream
        self._closed = False

    def send_whole(self, offered: list[bytes], sent: list[int]) -> None:
        """Writes nothing: Windows has no write that does not wait."""

    async def send(self, data: bytes) -> None:
        """Writes everything; being cancelled may leave a part of it written."""
        await self._stream.send_all(data)

    def send_nowait(self, data: bytes) -> int:  # noqa: ARG002
        """Writes nothing and returns 0: Windows has no write that does not wait."""
        if self._closed:
            raise trio.ClosedResourceError("this pipe is closed")
        return 0

    def close(self) -> None:
        """Closes the pipe."""
        self._closed = True
        _close_now(self._stream)


def _close_now(stream: SendStream | ReceiveStream) -> None:
    # Trio's pipe streams have a `close`; the abstract streams only have `aclose`.
    close = getattr(stream, "close", None)
    if close is not None:
        close()
