"""Notification streams: subscriptions to notifications, and the reader of an event stream."""

from __future__ import annotations

from typing import TYPE_CHECKING, final

import trio
from trio.lowlevel import checkpoint_if_cancelled

from .._hints import exported
from ..errors import fresh
from .notification import Notification

if TYPE_CHECKING:
    from collections.abc import Callable
    from types import TracebackType
    from typing import Self

    from .._session.connection import Connection
    from .._session.stream import EventStream, StreamEntry, Subscription
    from ._generated.notifications import TypedNotification

__all__ = ["AsyncNotificationStream", "EventReader"]

# Without this limit a consumer with a full buffer would never let other tasks run.
_EVENTS_PER_CHECKPOINT = 1024


@final
class EventReader:
    """Reads the batches of an event stream one entry at a time.

    Attributes:
        left: the next entries in reverse order, so that taking one is a `pop`; always the same
            list. The consumer checks for cancellation for each entry it takes; `refill` makes the
            full checkpoints.
    """

    __slots__ = ("_check_run", "_events", "_rest", "left")

    def __init__(self, events: EventStream, check_run: Callable[[], None]) -> None:
        self._events = events
        self._check_run = check_run
        self._rest: list[StreamEntry] = []
        self.left: list[StreamEntry] = []

    @property
    def buffered(self) -> int:
        """The number of received entries that are not in `left`."""
        return len(self._rest) + self._events.buffered

    async def refill(self) -> bool:
        """Waits for entries and adds them to `left`; false at the end of the stream.

        Always a checkpoint, even if entries are available. Cancelled, no entry is lost.
        """
        if self._rest:
            await trio.lowlevel.checkpoint()
        else:
            self._check_run()
            batch = await self._events.receive()
            if not batch:
                return False
            if not (self.left or self._rest or len(batch) > _EVENTS_PER_CHECKPOINT):
                batch.reverse()
                self.left += batch
                return True
            self._rest += batch
        part = self._rest[:_EVENTS_PER_CHECKPOINT]
        del self._rest[:_EVENTS_PER_CHECKPOINT]
        part.reverse()
        self.left[:0] = part
        return True

    def discard(self) -> None:
        """Drops the received entries."""
        self.left.clear()
        self._rest.clear()


@final
class AsyncNotificationStream:
    """A subscription to notifications: an async iterator, and a context manager that ends it.

    `with`, `async with`, `close` and garbage collection end it. It is bounded: a consumer that
    falls too far behind gets `EventBufferOverflowError`. When the connection ends, the iterator
    raises the connection's error.
    """

    def __init__(self, connection: Connection, subscription: Subscription) -> None:
        self._connection = connection
        self._subscription = subscription
        self._closed = False
        self._reader = EventReader(subscription.events, connection.check_run)
        self._left = self._reader.left

    def __del__(self) -> None:
        # May run in any thread; the router's subscriptions change only in the Trio thread.
        if not self._closed:
            self._connection.abandoned.add(self._subscription)

    def __repr__(self) -> str:
        methods = ", ".join(sorted(self._subscription.methods)) or "all methods"
        ended = self._subscription.events.ended and not (self._left or self._reader.buffered)
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
        self._reader.discard()
        self._connection.router.unsubscribe(self._subscription)

    async def aclose(self) -> None:
        """Ends the subscription like `close`.

        Cancelled, the subscription is ended.
        """
        self.close()
        await trio.lowlevel.checkpoint()

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
        left = self._left
        if left:
            await checkpoint_if_cancelled()
        else:
            while not left:
                if not await self._reader.refill():
                    raise StopAsyncIteration
        entry = left.pop()
        if isinstance(entry, BaseException):
            raise fresh(entry)
        return Notification(entry, self._subscription.events.mismatches)  # type: ignore[return-value]


exported("trio_codex.types", AsyncNotificationStream)
