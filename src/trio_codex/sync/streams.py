"""Blocking streams of a turn's events and of notifications."""

from __future__ import annotations

from collections import deque
from math import inf
from typing import TYPE_CHECKING, Any, final

import trio

from .._client.arguments import check_seconds
from .._client.notification import Notification
from .._portal.events import receive_events
from ..errors import fresh
from .events import EventSource

if TYPE_CHECKING:
    from types import TracebackType
    from typing import Self

    from .._client._generated.notifications import TypedNotification
    from .._client.subscription import AsyncNotificationStream
    from .._session.stream import StreamEntry
    from ._generated.app_server import BlockingAppServerClient
    from ._generated.turn import TurnHandle
    from .deadline import Deadline

__all__ = ["NotificationStream", "TurnStream"]


@final
class TurnStream:
    """The events of a turn, for `for`.

    The turn's handle is its scope, not this stream: ending or leaving the stream interrupts
    nothing while the handle is held.
    """

    __slots__ = ("_closed", "_deadline", "_entries", "_idle_timeout", "_mismatches", "_turn")

    def __init__(
        self, turn: TurnHandle[Any], idle_timeout: float | None, deadline: Deadline
    ) -> None:
        check_seconds("idle_timeout", idle_timeout)
        self._turn = turn
        self._deadline = deadline
        self._closed = False
        self._entries = turn._source.entries
        self._mismatches = turn._async._channel.events.mismatches
        self._idle_timeout = idle_timeout

    def __repr__(self) -> str:
        over = self._turn._async._channel.over and not self._turn._source.buffered
        state = "closed" if self._closed else "ended" if over else "open"
        return f"<TurnStream of turn {self._turn.id}, {state}>"

    def close(self) -> None:
        """Ends the stream; the turn runs on, and another `stream()` continues where it stopped.

        A stream that is dropped without this, together with its handle and before the turn's
        end, counts as abandoned, and the turn is interrupted. May be called more than once.

        On Ctrl+C, the stream is closed.
        """
        if not self._closed:
            self._closed = True
            # Replaced and not checked: the loop over the events pays nothing for it.
            self._entries = deque()
            self._turn._async._disarm()

    def __iter__(self) -> Self:
        """Returns the stream itself."""
        return self

    def __next__(self) -> TypedNotification:
        """Returns the next event.

        On Ctrl+C while it waits, the turn is interrupted on the server and the stream ends;
        `TurnHandle.run` then returns the interrupted turn's result.
        """
        while True:
            try:
                entry = self._entries.popleft()
            except IndexError:
                if not self._closed and self._refill():
                    continue
                raise StopIteration from None
            if isinstance(entry, dict):
                return Notification(entry, self._mismatches)  # type: ignore[return-value]
            self._turn._async._raise_entry(entry)

    def _refill(self) -> bool:
        """Blocks for more events; false at their end. Interrupted, it leaves the turn."""
        turn, deadline = self._turn, self._deadline
        receive = self._receive
        if deadline.left != inf:
            if deadline.left == 0 and not turn._async._channel.over:
                turn.__exit__(None, None, None)
                raise deadline.error()
            receive = self._receive_within
        return turn._source.refill(receive, turn._async._leave)

    # -- in the Trio thread --------------------------------------------------------------------

    async def _receive_within(self) -> list[StreamEntry]:
        with trio.move_on_after(self._deadline.left):
            return await self._receive()
        await self._turn._async._leave()
        raise self._deadline.error()

    async def _receive(self) -> list[StreamEntry]:
        return await receive_events(self._turn._async, self._idle_timeout)


@final
class NotificationStream:
    """A subscription to notifications: an iterator, and a context manager that ends it.

    Dropping it ends it too, when it is garbage-collected. It is bounded: a consumer that falls too
    far behind gets `EventBufferOverflowError`. Ending the connection ends it with that error.
    """

    def __init__(self, client: BlockingAppServerClient, held: AsyncNotificationStream) -> None:
        self._portal = client.portal
        self._async = held
        self._closed = False
        self._events = held._subscription.events
        self._source = EventSource(client.portal, self._events)

    def __repr__(self) -> str:
        methods = ", ".join(sorted(self._async._subscription.methods)) or "all methods"
        ended = self._events.ended and not self._source.buffered
        state = "closed" if self._closed else "ended" if ended else "open"
        return f"<NotificationStream of {methods}, {state}>"

    def __enter__(self) -> Self:
        """Returns the stream itself."""
        return self

    def __exit__(
        self,
        exc_type: type[BaseException] | None,
        exc: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        """Ends the subscription."""
        self.close()

    def close(self) -> None:
        """Ends the subscription and drops what it holds; may be called more than once.

        On Ctrl+C, the subscription is ended.
        """
        self._closed = True
        self._source.entries.clear()
        self._portal.read(self._async.close)

    def __iter__(self) -> Self:
        """Returns the stream itself."""
        return self

    def __next__(self) -> TypedNotification:
        """Returns the next notification.

        Raises:
            EventBufferOverflowError: more came than the stream may hold.
            AppServerError: the connection has ended.

        On Ctrl+C while it waits, nothing is lost.
        """
        source = self._source
        while True:
            try:
                entry = source.entries.popleft()
            except IndexError:
                if source.refill(self._events.receive):
                    continue
                raise StopIteration from None
            if isinstance(entry, BaseException):
                raise fresh(entry)
            return Notification(entry, self._events.mismatches)  # type: ignore[return-value]
