"""Turns frames from any task into whole lines on the wire, in order."""

from __future__ import annotations

import threading
from collections import deque
from contextlib import contextmanager
from typing import TYPE_CHECKING, Final, final

import trio

if TYPE_CHECKING:
    from collections.abc import Iterator

    from .._transport.base import Transport

__all__ = ["FrameWriter"]

# Far more than a look and a write take; see `_alone`.
_PATIENCE_SECONDS: Final = 0.1


@final
class FrameWriter:
    """Owns the transport's sending side.

    A send that is cancelled half-way would leave half a line on the wire, so callers hand over
    whole frames and only the writer task waits. While nothing is queued a frame is written at
    once, as far as the pipe takes it, which spares the hand-over to the task; a whole one also
    by a blocking caller's own thread, which spares the way through Trio's.
    """

    def __init__(self, transport: Transport) -> None:
        self._transport = transport
        # Frames up to this size go out whole or not at all, in any thread.
        self.whole_bytes: int = getattr(transport, "whole_bytes", 0)
        self._queue: deque[bytes] = deque()
        self._wake = trio.Event()
        self._sending = False
        self._closed = False
        # Held by whoever must not find the other half-way: never across a checkpoint.
        self._writing = threading.Lock()

    @property
    def queued(self) -> int:
        """Frames that are not written yet, or not to their end."""
        return len(self._queue) + self._sending

    def write(self, frame: bytes) -> None:
        """Writes `frame`, now or from the writer task."""
        if self._closed:
            return
        if len(frame) <= self.whole_bytes:
            # All or nothing: it cannot get into the midst of another thread's frame.
            if self._write_now(frame):
                return
            self._queue.append(frame)
        else:
            with self._alone():
                taken = self._write_now(frame)
                if taken == len(frame):
                    return
                self._queue.append(frame[taken:])
        self._wake.set()

    def write_whole(self, frame: bytes) -> bool:
        """Writes `frame` now if the pipe takes all of it, or nothing; in any thread."""
        if len(frame) > self.whole_bytes or not self._writing.acquire(blocking=False):
            return False
        try:
            return self._write_now(frame) == len(frame)
        finally:
            self._writing.release()

    @contextmanager
    def _alone(self) -> Iterator[None]:
        """Keeps other threads from writing.

        They look and write, and hold the lock no longer; unless a signal handler comes over one
        of them and calls us, and that must not be waited for.
        """
        held = self._writing.acquire(timeout=_PATIENCE_SECONDS)
        try:
            yield
        finally:
            if held:
                self._writing.release()

    def _write_now(self, frame: bytes) -> int:
        if self._closed or self._queue or self._sending:
            return 0
        try:
            return self._transport.send_nowait(frame)
        except (trio.BrokenResourceError, trio.ClosedResourceError):
            # The writer task meets the same error and reports it for everybody.
            return 0

    async def run(self) -> None:
        """Writes what is queued, until the connection ends."""
        while not self._closed:
            while self._queue:
                with self._alone():
                    self._sending = True
                    frame = self._queue.popleft()
                try:
                    await self._transport.send(frame)
                finally:
                    self._sending = False
            self._wake = trio.Event()
            await self._wake.wait()

    def close(self) -> None:
        """Drops what is queued; nothing more is written, by any thread."""
        with self._alone():
            self._closed = True
            self._queue.clear()
        self._wake.set()
