"""Links between a fake server and its client."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, Protocol, final

import trio

from ..._transport.base import READ_BYTES
from ..._transport.memory import memory_pair

if TYPE_CHECKING:
    from collections.abc import Callable

    from ..._transport.memory import MemoryTransport

__all__ = ["Link", "MemoryLink"]

_ROOM: Final = 2**62


class Link(Protocol):
    """A connection of a fake server to its client; no method waits."""

    def write(self, data: bytes) -> None:
        """Sends bytes to the client, which reads them in the same pieces."""

    def close_output(self) -> None:
        """Ends the client's input and stays alive."""

    def pause_reading(self) -> None:
        """Stops reading what the client writes, so that its output fills up."""

    def resume_reading(self) -> None:
        """Reads what the client writes again."""

    def disconnect(self, *, exit_code: int | None, signal: int | None, stderr: str) -> None:
        """Ends as a process does."""


@final
class MemoryLink:
    """A link inside this process: the client's bytes are received as soon as they are written."""

    def __init__(self, receive: Callable[[bytes], None], *, capacity: int) -> None:
        self._receive = receive
        self._capacity = capacity
        self._reading = True
        self._ended = False
        self.transport: MemoryTransport
        self.transport, self._peer = memory_pair(capacity=capacity, peer_capacity=_ROOM)
        self._peer.watch(self._take)

    def _take(self) -> None:
        while self._reading and not self._ended:
            try:
                data = self._peer.receive_nowait()
            except trio.ClosedResourceError:
                data = b""  # this side has ended, and now the client's side too
            if data is None:
                return
            if not data:
                self._ended = True
            self._receive(data)

    def write(self, data: bytes) -> None:
        """See `Link.write`."""
        try:
            for start in range(0, len(data), READ_BYTES):
                self._peer.send_nowait(data[start : start + READ_BYTES])
        except (trio.BrokenResourceError, trio.ClosedResourceError):
            pass  # the client or this side has ended, as with a pipe without a reader

    def close_output(self) -> None:
        """See `Link.close_output`."""
        self._peer.close_output()

    def close_input(self) -> None:
        """Breaks the client's writes, as a closed stdin does."""
        self._peer.close_input()

    def pause_reading(self) -> None:
        """See `Link.pause_reading`."""
        self._reading = False

    def resume_reading(self) -> None:
        """See `Link.resume_reading`."""
        self._reading = True
        self._take()

    def disconnect(self, *, exit_code: int | None, signal: int | None, stderr: str) -> None:
        """See `Link.disconnect`."""
        self._peer.close(exit_code=exit_code, signal=signal, stderr=stderr)
