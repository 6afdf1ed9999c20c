"""The link of a fake server to a client in this process."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, final

import trio

from ..._transport.base import READ_BYTES
from ..._transport.memory import memory_pair

if TYPE_CHECKING:
    from collections.abc import Callable

    from ..._transport.memory import MemoryTransport

__all__ = ["MemoryLink"]

_UNBOUNDED: Final = 2**62


@final
class MemoryLink:
    """A link inside this process: the client's bytes are received as soon as they are written.

    No method waits. `ChildLink` has the same ones.
    """

    def __init__(self, receive: Callable[[bytes], None], *, capacity: int) -> None:
        self._receive = receive
        self._reading = True
        self._ended = False
        self.transport: MemoryTransport
        self.transport, self._peer = memory_pair(capacity=capacity, peer_capacity=_UNBOUNDED)
        self._peer.watch(self._take)

    def _take(self) -> None:
        while self._reading and not self._ended:
            try:
                data = self._peer.receive_nowait()
            except trio.ClosedResourceError:
                data = b""  # this side has ended, and now the client's side too
            if data is None:
                return
            self._ended = not data
            self._receive(data)

    def write(self, data: bytes) -> None:
        """Sends bytes to the client, which reads them in the same pieces."""
        try:
            for start in range(0, len(data), READ_BYTES):
                self._peer.send_nowait(data[start : start + READ_BYTES])
        except (trio.BrokenResourceError, trio.ClosedResourceError):
            pass  # the client or this side has ended, as with a pipe without a reader

    def close_output(self) -> None:
        """Ends the client's input and stays alive."""
        self._peer.close_output()

    def close_input(self) -> None:
        """Breaks the client's writes, as a closed stdin does."""
        self._peer.close_input()

    def pause_reading(self) -> None:
        """Stops reading what the client writes, so that its output fills up."""
        self._reading = False

    def resume_reading(self) -> None:
        """Reads what the client writes again."""
        self._reading = True
        self._take()

    def disconnect(self, *, exit_code: int | None, signal: int | None, stderr: str) -> None:
        """Ends as a process does."""
        self._peer.close(exit_code=exit_code, signal=signal, stderr=stderr)
