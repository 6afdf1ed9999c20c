"""Streams of a turn's events and of notifications, for asyncio."""

from __future__ import annotations

from collections import deque
from functools import partial
from typing import TYPE_CHECKING, Any, final

from .._client.arguments import check_seconds
from .._client.notification import Notification
from .._portal.events import receive_events
from ..errors import fresh
from .events import EventSource

if TYPE_CHECKING:
    from types import TracebackType
    from typing import Self

    from .._client._generated.notifications import TypedNotification
    from .._client.subscription import AsyncNotificationStream as TrioNotificationStream
    from .._session.stream import StreamEntry
    from ._generated.app_server import AppServerClient
    from ._generated.turn import AsyncTurnHandle

__all__ = ["AsyncNotificationStream", "AsyncTurnStream"]


@final
class AsyncTurnStream:
    """The events of a turn, for `async for`.

    The scope of the turn is its handle, not this stream: ending or leaving the stream interrupts
    nothing while the handle is referenced.
    """

    __slots__ = ("_closed", "_entries", "_mismatches", "_receive", "_turn")

    def __init__(self, turn: AsyncTurnHandle[Any], idle_timeout: float | None) -> None:
        check_seconds("idle_timeout", idle_timeout)
        self._turn = turn
        self._closed = False
        self._entries = turn._source.entries
        self._mismatches = turn._async._channel.events.mismatches
        self._receive = partial(receive_events, turn._async, idle_timeout)

    def __repr__(self) -> str:
        over = self._turn._async._channel.over and not self._turn._source.buffered
        state = "closed" if self._closed else "ended" if over else "open"
        return f"<AsyncTurnStream of turn {self._turn.id}, {state}>"

    async def aclose(self) -> None:
        """Ends the stream; the turn runs on, and another `stream()` continues where it stopped.

        A stream that is dropped unclosed before the turn's end, together with its handle, counts
        as abandoned, and the turn is interrupted. May be called more than once.

        Cancelled, the stream is closed.
        """
        if not self._closed:
            self._closed = True
            # Replaced and not checked: the loop over the events pays nothing for it.
            self._entries = deque()
            self._turn._async._disarm()

    def __aiter__(self) -> Self:
        """Returns the stream itself."""
        return self

    async def __anext__(self) -> TypedNotification:
        """Returns the next event.

        Cancelled, no event is lost: the next call returns it.
        """
        while True:
            try:
                entry: StreamEntry | None = self._entries.popleft()
            except IndexError:
                entry = None
            if isinstance(entry, dict):
                return Notification(entry, self._mismatches)  # type: ignore[return-value]
            if entry is not None:
                self._turn._async._raise_entry(entry)
            elif self._closed or not await self._turn._source.refill(self._receive):
                raise StopAsyncIteration


@final
class AsyncNotificationStream:
    """A subscription to notifications: an async iterator, and a context manager that ends it.

    `with`, `async with`, `close` and garbage collection end it. It is bounded: a consumer that
    falls too far behind gets `EventBufferOverflowError`. When the connection ends, the iterator
    raises the connection's error.
    """

    def __init__(self, client: AppServerClient, held: TrioNotificationStream) -> None:
        self._portal = client.portal
        self._async = held
        self._closed = False
        self._events = held._subscription.events
        self._source = EventSource(client.portal, self._events)

    def __repr__(self) -> str:
        methods = ", ".join(sorted(self._async._subscription.methods)) or "all methods"
        ended = self._events.ended and not self._source.buffered
        state = "closed" if self._closed else "ended" if ended else "open"
        return f"<AsyncNotificationStream of {methods}, {state}>"

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

    async def __aenter__(self) -> Self:
        """Returns the stream itself."""
        return self

    async def __aexit__(
        self,
        exc_type: type[BaseException] | None,
        exc: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        """Ends the subscription."""
        self.close()

    def close(self) -> None:
        """Ends the subscription and drops its entries; may be called more than once."""
        self._closed = True
        self._source.discard()
        self._portal.read(self._async.close)

    async def aclose(self) -> None:
        """Ends the subscription like `close`.

        Cancelled, the subscription is ended.
        """
        self.close()

    def __aiter__(self) -> Self:
        """Returns the stream itself."""
        return self

    async def __anext__(self) -> TypedNotification:
        """Returns the next notification.

        Raises:
            EventBufferOverflowError: the consumer fell too far behind.
            AppServerError: the connection has ended.

        Cancelled, no notification is lost.
        """
        source = self._source
        while True:
            try:
                entry: StreamEntry | None = source.entries.popleft()
            except IndexError:
                entry = None
            if isinstance(entry, dict):
                return Notification(entry, self._events.mismatches)  # type: ignore[return-value]
            if entry is not None:
                raise fresh(entry)
            if not await source.refill(self._events.receive):
                raise StopAsyncIteration
