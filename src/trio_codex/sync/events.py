"""Turns the lists a stream hands across threads into notifications, one after the other."""

from __future__ import annotations

from collections import deque
from functools import partial
from typing import TYPE_CHECKING, TypeAlias, final

from .._client.notification import Notification
from ..errors import ClientClosedError

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Iterator

    from .._session.streams import EventStream, StreamEntry
    from .portal import Call, Portal

__all__ = ["ClosedSource", "EventSource"]

_Receive: TypeAlias = "Callable[[], Awaitable[list[StreamEntry]]]"


@final
class EventSource:
    """Takes whole lists out of a stream over there and gives out their entries over here.

    A list is asked for when the last one is used up, so whatever the stream does to stay within
    its bounds happens over there. Threads that share one get every entry once.
    """

    __slots__ = ("_arrived", "_events", "_portal", "ready")

    def __init__(self, portal: Portal, events: EventStream) -> None:
        self._portal = portal
        self._events = events
        # A list stays here when the one who asked for it was interrupted.
        self._arrived: deque[list[StreamEntry]] = deque()
        self.ready: Iterator[Notification | BaseException] = iter(())

    @property
    def buffered(self) -> int:
        """How many lists and entries wait behind `ready`."""
        return len(self._arrived) + self._events.buffered

    def refill(self, receive: _Receive) -> bool:
        """Blocks for the next entries; false at the end of the stream.

        Args:
            receive: waits for them over there when there are none yet.
        """
        while True:
            try:
                batch = self._arrived.popleft()
                break
            except IndexError:  # or another thread was faster
                self._fetch(receive)
        if {*map(type, batch)} == {dict}:
            # Made as they are looked at, by an iterator that takes no step of the interpreter.
            self.ready = map(Notification, batch)  # type: ignore[arg-type]
        else:
            self.ready = map(_notification, batch)
        return bool(batch)

    def _fetch(self, receive: _Receive) -> None:
        try:
            self._portal.perform(partial(self._begin, receive))
        except ClientClosedError:
            # What came before the end can still be read; nobody else touches it any more.
            left = self._events.receive_nowait() if self._portal.ended else None
            if left is None:
                raise
            self._arrived.append(left)

    def _begin(self, receive: _Receive, call: Call) -> None:
        batch = self._events.receive_nowait()
        if batch is None:
            self._portal.spawn(partial(self._wait, receive), call)
        else:
            self._arrived.append(batch)
            call.finish(None)

    async def _wait(self, receive: _Receive) -> None:
        self._arrived.append(await receive())


@final
class ClosedSource:
    """What stands in for the source of a stream that was closed."""

    __slots__ = ("ready",)

    def __init__(self) -> None:
        self.ready: Iterator[Notification | BaseException] = iter(())


def _notification(entry: StreamEntry) -> Notification | BaseException:
    return entry if isinstance(entry, BaseException) else Notification(entry)
