"""The writer: frames from any task, and small ones from any thread, as whole lines in order."""

from __future__ import annotations

import threading
from collections import deque
from typing import TYPE_CHECKING, Final, final

import trio

if TYPE_CHECKING:
    from .._transport.base import Transport

__all__ = ["FrameWriter"]

# Frames that may wait for the runtime to read before those who can wait have to.
_MOST_QUEUED: Final = 64


@final
class FrameWriter:
    """Owns the transport's sending side.

    A send that is cancelled half-way would leave half a line on the wire, so callers hand over
    whole frames and only the writer task waits. While nothing is queued a frame is written
    immediately, as far as the pipe takes it, which spares the hand-over to the task; a whole one
    also by a blocking caller's own thread, which spares the way through Trio's.

    Such a thread must not write into the midst of a longer frame, and not after the end. So it
    holds `_lock` from the look at `_closed`, `_queue` and `_sending` until its frame is written,
    and Trio's thread holds it where it goes from whole frames to a part of one, and to the end.
    A frame that the pipe takes whole or not at all needs no lock: it cannot split another one.

    Other threads only try to take the lock, and go the way through Trio's thread when they
    cannot. Trio's thread waits for it, which takes no longer than one write: a signal handler
    that runs over the holder and calls this client takes the lock away from the interrupted call
    first (`DirectPost.withdraw`). It is an `RLock` because that one knows its owner: letting go
    twice is harmless, and an exception of a signal handler between taking it and noting so does
    not leave it held.
    """

    def __init__(self, transport: Transport) -> None:
        self._transport = transport
        # Frames up to this size go out whole or not at all, in any thread; 0 is never.
        self.whole_bytes: int = getattr(transport, "whole_bytes", 0)
        self._queue: deque[bytes] = deque()
        self._wake = trio.Event()
        self._sending = False
        self._closed = False
        self._lock = threading.RLock()
        # Those in `write_in_turn`, and whether the first of them is on its way.
        self._waiting = trio.lowlevel.ParkingLot()
        self._next_woken = False

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
            with self._lock:
                taken = self._write_now(frame)
                if taken == len(frame):
                    return
                self._queue.append(frame[taken:])
        self._wake.set()

    async def write_in_turn(self, frame: bytes) -> bool:
        """Writes `frame` when few enough others are queued; false when nothing is written any more.

        Requests are bounded by the window and replies by the requests they answer. What nothing
        else bounds comes this way, so that a runtime that does not read costs no memory.

        Cancelled, the frame is not written.
        """
        await trio.lowlevel.checkpoint_if_cancelled()
        if self.queued >= _MOST_QUEUED or self._waiting or self._next_woken:
            await self._waiting.park()
            self._next_woken = False
        if self._closed:
            return False
        self.write(frame)
        self._let_next_write()
        return True

    def _let_next_write(self) -> None:
        # One after the other: tasks that are woken together run in any order.
        if self._waiting and not self._next_woken and self.queued < _MOST_QUEUED:
            self._next_woken = True
            self._waiting.unpark()

    def write_whole(self, offered: list[bytes], sent: list[int]) -> None:
        """Writes the frame in `offered` if the pipe takes all of it, or nothing; in any thread.

        Args:
            offered: the one frame, of at most `whole_bytes`.
            sent: gets the number of bytes when the frame was written.
        """
        try:
            if self._lock.acquire(blocking=False) and not (
                self._closed or self._queue or self._sending
            ):
                self._transport.send_whole(offered, sent)  # type: ignore[attr-defined]
        except (trio.BrokenResourceError, trio.ClosedResourceError):
            pass  # as in `_write_now`
        finally:
            self.let_go()

    def let_go(self) -> None:
        """Releases the lock if this thread holds it."""
        try:
            self._lock.release()
        except RuntimeError:
            pass  # It does not.

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
                with self._lock:
                    self._sending = True
                    frame = self._queue.popleft()
                try:
                    await self._transport.send(frame)
                finally:
                    self._sending = False
                self._let_next_write()
            self._wake = trio.Event()
            await self._wake.wait()

    def close(self) -> None:
        """Drops what is queued; nothing more is written, by any thread."""
        with self._lock:
            self._closed = True
            self._queue.clear()
        self._wake.set()
        self._waiting.unpark_all()
