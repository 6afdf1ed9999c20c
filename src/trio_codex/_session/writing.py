"""Turns frames from any task into whole lines on the wire, in order."""

from __future__ import annotations

from collections import deque
from typing import TYPE_CHECKING, final

import trio

if TYPE_CHECKING:
    from .._transport.base import Transport

__all__ = ["FrameWriter"]


@final
class FrameWriter:
    """Owns the transport's sending side.

    A send that is cancelled half-way would leave half a line on the wire, so callers hand over
    whole frames and only the writer task waits. While nothing is queued a frame is written at
    once, as far as the pipe takes it, which spares the hand-over to the task.
    """

    def __init__(self, transport: Transport) -> None:
        self._transport = transport
        self._queue: deque[bytes] = deque()
        self._wake = trio.Event()
        self._sending = False
        self._closed = False

    @property
    def queued(self) -> int:
        """Frames that are not written yet, or not to their end."""
        return len(self._queue) + self._sending

    def write(self, frame: bytes) -> None:
        """Writes `frame`, now or from the writer task."""
        if self._closed:
            return
        if not self._queue and not self._sending:
            try:
                taken = self._transport.send_nowait(frame)
            except (trio.BrokenResourceError, trio.ClosedResourceError):
                # The writer task meets the same error and reports it for everybody.
                taken = 0
            if taken == len(frame):
                return
            frame = frame[taken:]
        self._queue.append(frame)
        self._wake.set()

    @trio.lowlevel.enable_ki_protection
    async def run(self) -> None:
        """Writes what is queued, until the connection ends."""
        while not self._closed:
            while self._queue:
                self._sending = True
                try:
                    await self._transport.send(self._queue.popleft())
                finally:
                    self._sending = False
            self._wake = trio.Event()
            await self._wake.wait()

    def close(self) -> None:
        """Drops what is queued; nothing more is written."""
        self._closed = True
        self._queue.clear()
        self._wake.set()
