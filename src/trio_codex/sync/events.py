"""The entries of a stream, taken across threads in lists."""

from __future__ import annotations

import threading
from collections import deque
from functools import partial
from typing import TYPE_CHECKING, TypeAlias, final

from ..errors import ClientClosedError

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from .._portal.call import Call, Leave
    from .._session.stream import EventStream, StreamEntry
    from .portal import Portal

__all__ = ["EventSource"]

_Receive: TypeAlias = "Callable[[], Awaitable[list[StreamEntry]]]"


@final
class EventSource:
    """Takes whole lists out of a stream in the Trio thread; their entries are read here.

    A whole list crosses at a time, because a crossing costs as much as some fifty events. The
    next one is asked for when `entries` is empty and not before, so a consumer that falls behind
    leaves its events in the Trio thread, where the stream merges and bounds them. Only the Trio
    thread fills `entries`, in the call that the caller waits for: an interrupted caller finds the
    list there at its next step, and loses none (test_interrupting: a wait for notifications loses
    nothing). Threads that share a source take entries off one deque; `popleft` is one step of the
    interpreter, so each entry goes to one of them (test_writing: threads that share a stream get
    every event once).

    Attributes:
        entries: what has arrived and was not read yet; it stays when a reader is interrupted.
    """

    __slots__ = ("_ending", "_events", "_portal", "entries")

    def __init__(self, portal: Portal, events: EventStream) -> None:
        self._portal = portal
        self._events = events
        self._ending = threading.RLock()
        self.entries: deque[StreamEntry] = deque()

    @property
    def buffered(self) -> int:
        """How many entries have arrived and were not read, here and in the Trio thread."""
        return len(self.entries) + self._events.buffered

    def refill(self, receive: _Receive, leave: Leave | None = None) -> bool:
        """Blocks for more entries; false at the end of the stream.

        Args:
            receive: waits for them in the Trio thread when there are none yet.
            leave: what is done there when the caller is interrupted.
        """
        try:
            return self._portal.perform(partial(self._begin, receive), leave=leave)  # type: ignore[no-any-return]
        except ClientClosedError:
            # What came before the end can still be read; nothing else touches it any more.
            # Several threads may come here.
            with self._ending:
                left = self._events.receive_nowait() if self._portal.ended else None
                if left is None:
                    raise
                return self._take(left)

    def _begin(self, receive: _Receive, call: Call) -> None:
        batch = self._events.receive_nowait()
        if batch is None:
            self._portal.spawn(partial(self._wait, receive), call)
        else:
            call.finish(self._take(batch))

    async def _wait(self, receive: _Receive) -> bool:
        return self._take(await receive())

    def _take(self, batch: list[StreamEntry]) -> bool:
        self.entries.extend(batch)
        return bool(batch)
