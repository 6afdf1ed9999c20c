"""A transport in memory, and the peer that a test controls."""

from __future__ import annotations

from collections import deque
from typing import TYPE_CHECKING, Final, final

import attrs
import trio

from .base import READ_BYTES, ExitInfo

if TYPE_CHECKING:
    from collections.abc import Callable

__all__ = ["MemoryPeer", "MemoryTransport", "memory_pair"]

_PIPE_BYTES: Final = 65536


def memory_pair(
    *, capacity: int = _PIPE_BYTES, peer_capacity: int = _PIPE_BYTES
) -> tuple[MemoryTransport, MemoryPeer]:
    """Returns a transport and the end it is connected to.

    Args:
        capacity: bytes the transport may send ahead of what the peer has read, as in a pipe.
        peer_capacity: bytes the peer may send ahead of what the transport has read.
    """
    to_peer, to_transport = _Pipe(capacity), _Pipe(peer_capacity)
    ending = _Ending()
    return MemoryTransport(to_transport, to_peer, ending), MemoryPeer(to_peer, to_transport, ending)


@final
class _Pipe:
    """One direction: a bounded queue of bytes that preserves the boundaries of writes."""

    def __init__(self, capacity: int) -> None:
        self.capacity = capacity
        self.held: int = 0
        self.write_closed: bool = False
        self.read_closed: bool = False
        self.on_change: Callable[[], None] | None = None
        self._pieces: deque[bytes] = deque()
        self._waiters = trio.lowlevel.ParkingLot()

    def get_nowait(self, max_bytes: int) -> bytes | None:
        if self.read_closed:
            raise trio.ClosedResourceError("this end is closed")
        if not self._pieces:
            return b"" if self.write_closed else None
        piece = self._pieces.popleft()
        if len(piece) > max_bytes:
            self._pieces.appendleft(piece[max_bytes:])
            piece = piece[:max_bytes]
        self.held -= len(piece)
        self.wake()
        return piece

    async def get(self, max_bytes: int) -> bytes:
        await trio.lowlevel.checkpoint()
        while True:
            piece = self.get_nowait(max_bytes)
            if piece is not None:
                return piece
            await self._waiters.park()

    def put_nowait(self, data: bytes) -> int:
        if self.write_closed:
            raise trio.ClosedResourceError("this end is closed")
        if self.read_closed:
            raise trio.BrokenResourceError("the other end is closed")
        piece = data[: max(0, self.capacity - self.held)]
        if piece:
            self._pieces.append(bytes(piece))
            self.held += len(piece)
            self._changed()
        return len(piece)

    async def put(self, data: bytes) -> None:
        await trio.lowlevel.checkpoint()
        while True:
            taken = self.put_nowait(data)
            data = data[taken:]
            if not data:
                return
            if not taken:  # a watching peer may have made room immediately
                await self._waiters.park()

    def close_write(self) -> None:
        if not self.write_closed:
            self.write_closed = True
            self._changed()

    def close_read(self) -> None:
        self.read_closed = True
        self._pieces.clear()
        self.held = 0
        self.wake()

    def _changed(self) -> None:
        self.wake()
        if self.on_change is not None:
            self.on_change()

    def wake(self) -> None:
        self._waiters.unpark_all()


@attrs.define
class _Ending:
    """The exit of the process that the peer stands for."""

    exited: trio.Event = attrs.field(factory=trio.Event)
    exit_code: int | None = None
    signal: int | None = None
    stderr: str = ""


@final
class MemoryTransport:
    """A `Transport` without a process."""

    coalesces: Final = False

    def __init__(self, inbound: _Pipe, outbound: _Pipe, ending: _Ending) -> None:
        self._inbound = inbound
        self._outbound = outbound
        self._ending = ending
        self._closing = trio.Event()

    async def receive(self) -> bytes:
        """See `Transport.receive`."""
        return await self._inbound.get(READ_BYTES)

    def receive_nowait(self) -> bytes | None:
        """See `Transport.receive_nowait`."""
        return self._inbound.get_nowait(READ_BYTES)

    def send_nowait(self, data: bytes) -> int:
        """See `Transport.send_nowait`."""
        return self._outbound.put_nowait(data)

    async def send(self, data: bytes) -> None:
        """See `Transport.send`."""
        await self._outbound.put(data)

    async def drain_diagnostics(self) -> None:
        """See `Transport.drain_diagnostics`."""
        await self._closing.wait()

    async def wait_exited(self) -> None:
        """See `Transport.wait_exited`."""
        await self._ending.exited.wait()

    async def aclose(self) -> None:
        """See `Transport.aclose`; the peer sees the end of its input."""
        self._outbound.close_write()
        self._inbound.close_read()
        self._closing.set()
        # As with a process, closing ends it: the peer does not have to call `close`.
        self._ending.exited.set()
        with trio.CancelScope(shield=True):
            await trio.lowlevel.checkpoint()

    def exit_info(self) -> ExitInfo:
        """See `Transport.exit_info`; the values that the peer gave to `close`."""
        return ExitInfo(
            exit_code=self._ending.exit_code,
            signal=self._ending.signal,
            stderr_tail=self._ending.stderr,
        )


@final
class MemoryPeer:
    """The peer of a `MemoryTransport`, in the place of the runtime."""

    def __init__(self, inbound: _Pipe, outbound: _Pipe, ending: _Ending) -> None:
        self._inbound = inbound
        self._outbound = outbound
        self._ending = ending

    async def receive_some(self, max_bytes: int = READ_BYTES) -> bytes:
        """Waits for bytes of the transport; `b""` once it is closed.

        Raises:
            trio.ClosedResourceError: this end no longer reads.

        Being cancelled loses no bytes.
        """
        return await self._inbound.get(max_bytes)

    def receive_nowait(self, max_bytes: int = READ_BYTES) -> bytes | None:
        """Returns bytes the transport has sent: `None` if none, `b""` once it is closed.

        Raises:
            trio.ClosedResourceError: this end no longer reads.
        """
        return self._inbound.get_nowait(max_bytes)

    def watch(self, on_change: Callable[[], None]) -> None:
        """Calls `on_change` whenever the transport has sent something, and when it is closed."""
        self._inbound.on_change = on_change

    def send_nowait(self, data: bytes) -> int:
        """Sends as many bytes as fit and returns their number.

        Raises:
            trio.BrokenResourceError: the transport is closed.
            trio.ClosedResourceError: this end no longer writes.
        """
        return self._outbound.put_nowait(data)

    async def send_all(self, data: bytes) -> None:
        """Sends bytes; up to 64 KiB given at once arrive as one piece, if they fit.

        Raises:
            trio.BrokenResourceError: the transport is closed.
            trio.ClosedResourceError: this end no longer writes.

        Being cancelled may leave a part of `data` sent.
        """
        await self._outbound.put(data)

    def close_output(self) -> None:
        """Ends the stream to the transport, which may still send: a process closed its stdout."""
        self._outbound.close_write()

    def close_input(self) -> None:
        """Stops reading: the transport's writes then fail."""
        self._inbound.close_read()

    def accept(self, capacity: int) -> None:
        """Sets how many bytes the transport may send ahead; 0 stops its writing."""
        self._inbound.capacity = capacity
        self._inbound.wake()

    def close(
        self, *, exit_code: int | None = None, signal: int | None = None, stderr: str = ""
    ) -> None:
        """Ends both streams together, like a process that exits; sets `exit_info`."""
        if not self._ending.exited.is_set():
            self._ending.exit_code = exit_code
            self._ending.signal = signal
            self._ending.stderr = stderr
            self._ending.exited.set()
        self._outbound.close_write()
        self._inbound.close_read()
