"""The writer: the one owner of the sending side, which writes whole frames in order."""

from __future__ import annotations

import threading
from collections import deque
from typing import TYPE_CHECKING, Final, final

import trio

from .._wire.log import log_lines

if TYPE_CHECKING:
    from .._transport.base import Transport

__all__ = ["FrameWriter"]

# How many frames may be queued before `write_in_turn` waits.
_MOST_QUEUED: Final = 64


@final
class FrameWriter:
    """Owns the transport's sending side.

    A send that is cancelled half-way would leave half a line on the wire, so callers hand over
    whole frames and only the writer task waits. While nothing is queued, a frame is written
    immediately, as far as the pipe takes it, which saves waking the task. A blocking caller's own
    thread may write a whole frame, which saves the way through Trio's thread.

    Invariants, held by `tests/sync/test_writing.py`, `tests/sync/test_every_line.py` and
    `tests/session/test_seeded_gaps.py`:

    * Nothing is written inside another frame. Part of a frame is on the wire only while `_queue`
      holds its rest or `_sending` is set. Another thread holds `_lock` from its check of these
      until its frame is written, and Trio's thread holds it while it goes from whole frames to a
      part of one. A frame that the pipe takes whole or not at all needs no lock.
    * Nothing is written after the end: `close` sets `_closed` under the same lock.
    * Frames keep their order: while `_queue` is not empty, no frame is written directly.
    * No thread waits for the lock longer than one write. Other threads only try to take it. Trio's
      thread waits for it, so a signal handler that interrupts the holder and calls this client
      takes the lock away from the interrupted call first (`Request.withdraw`). An `RLock` has
      an owner: releasing it twice is harmless, and an exception of a signal handler between taking
      it and noting so does not leave it held.
    """

    def __init__(self, transport: Transport) -> None:
        self._transport = transport
        # Frames up to this size are written whole or not at all, in any thread; 0 means never.
        self.whole_bytes: int = getattr(transport, "whole_bytes", 0)
        self._queue: deque[bytes] = deque()
        self._wake = trio.Event()
        self._sending = False
        self._closed = False
        self._lock = threading.RLock()
        # The tasks in `write_in_turn`, and whether the first of them was woken and has not run.
        self._waiting = trio.lowlevel.ParkingLot()
        self._next_woken = False

    @property
    def queued(self) -> int:
        """How many frames are not written yet, or only in part."""
        return len(self._queue) + self._sending

    def write(self, frame: bytes) -> None:
        """Writes `frame`, now or from the writer task."""
        if self._closed:
            return
        log_lines("sent", frame)
        if len(frame) <= self.whole_bytes:
            # All or nothing: it cannot split another thread's frame.
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
        """Writes `frame` when few enough others are queued; false when the writer was closed.

        Requests are bounded by their slots, and replies by the requests they answer. Frames without
        such a bound are written here, so that a runtime that does not read costs no memory.

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
            sent: the number of bytes is appended when the frame was written.
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
            # The writer task gets the same error, and ends the connection with it.
            return 0

    async def run(self) -> None:
        """Writes the queued frames, until the connection ends."""
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
        """Drops the queued frames; nothing more is written, by any thread."""
        with self._lock:
            self._closed = True
            self._queue.clear()
        self._wake.set()
        self._waiting.unpark_all()
