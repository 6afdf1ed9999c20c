"""Turns a stream of raw messages into notifications that a person iterates over."""

from __future__ import annotations

from typing import TYPE_CHECKING, final

import trio

from ..errors import fresh
from .notification import Notification

if TYPE_CHECKING:
    from types import TracebackType
    from typing import Self

    from .._session.router import Router, Subscription
    from .._session.streams import EventStream, StreamEntry

__all__ = ["EventReader", "NotificationStream"]

# A consumer that finds everything buffered would otherwise never let others run.
_EVENTS_PER_CHECKPOINT = 1024


@final
class EventReader:
    """Takes the events of a stream out of the lists they come in, one at a time."""

    __slots__ = ("_batch", "_events", "_position", "_until_checkpoint")

    def __init__(self, events: EventStream) -> None:
        self._events = events
        self._batch: list[StreamEntry] = []
        self._position = 0
        self._until_checkpoint = _EVENTS_PER_CHECKPOINT

    async def next(self) -> StreamEntry | None:
        """Returns the next entry; `None` at the end.

        Cancelled, nothing is lost: the next call returns what this one would have.
        """
        if self._until_checkpoint > 0 and self._position < len(self._batch):
            await trio.lowlevel.checkpoint_if_cancelled()
        elif self._position < len(self._batch):
            await trio.lowlevel.checkpoint()
            self._until_checkpoint = _EVENTS_PER_CHECKPOINT
        else:
            batch = await self._events.receive()
            self._until_checkpoint = _EVENTS_PER_CHECKPOINT
            if not batch:
                return None
            self._batch = batch
            self._position = 0
        entry = self._batch[self._position]
        self._position += 1
        self._until_checkpoint -= 1
        return entry


@final
class NotificationStream:
    """A subscription to notifications: an async iterator, and a context manager that ends it.

    It is bounded: a consumer that falls too far behind gets `EventBufferOverflowError`. Ending
    the connection ends it with that error.
    """

    def __init__(self, router: Router, subscription: Subscription) -> None:
        self._router = router
        self._subscription = subscription
        self._reader = EventReader(subscription.events)

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
        """Ends the subscription; what it holds is dropped."""
        self._router.unsubscribe(self._subscription)

    def __aiter__(self) -> Self:
        """Returns the stream itself."""
        return self

    async def __anext__(self) -> Notification:
        """Returns the next notification.

        Raises:
            EventBufferOverflowError: more came than the stream may hold.
            AppServerError: the connection has ended.

        Cancelled, nothing is lost.
        """
        entry = await self._reader.next()
        if entry is None:
            raise StopAsyncIteration
        if isinstance(entry, BaseException):
            raise fresh(entry)
        return Notification(entry)
