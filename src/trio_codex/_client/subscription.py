"""Turns a stream of raw messages into notifications that a person iterates over."""

from __future__ import annotations

from typing import TYPE_CHECKING, final

import trio
from trio.lowlevel import checkpoint_if_cancelled

from ..errors import fresh
from .notification import Notification, TypedNotification

if TYPE_CHECKING:
    from collections.abc import Callable
    from types import TracebackType
    from typing import Self

    from .._session.abandoned import AbandonedStreams
    from .._session.router import Router
    from .._session.stream import EventStream, StreamEntry
    from .._session.subscription import Subscription

__all__ = ["EventReader", "NotificationStream"]

# A consumer that finds everything buffered would otherwise never let others run.
_EVENTS_PER_CHECKPOINT = 1024


@final
class EventReader:
    """Takes the events of a stream out of the lists they come in.

    Attributes:
        left: the next entries, the last one first, so that taking one is a `pop`; always the
            same list. Whoever takes one owes a look at its cancellation, and `refill` the rest.
    """

    __slots__ = ("_check_run", "_events", "_rest", "left")

    def __init__(self, events: EventStream, check_run: Callable[[], None]) -> None:
        self._events = events
        self._check_run = check_run
        self._rest: list[StreamEntry] = []
        self.left: list[StreamEntry] = []

    @property
    def buffered(self) -> int:
        """How many entries wait outside of `left`."""
        return len(self._rest) + self._events.buffered

    async def refill(self) -> bool:
        """Waits for entries and puts them into `left`; false at the end of the stream.

        Lets other tasks run, also when there are entries already. Cancelled, nothing is lost.
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
        """Drops what was received and not taken."""
        self.left.clear()
        self._rest.clear()


@final
class NotificationStream:
    """A subscription to notifications: an async iterator, and a context manager that ends it.

    Both `with` and `async with` end it; so does dropping it, when it is garbage-collected. It is
    bounded: a consumer that falls too far behind gets `EventBufferOverflowError`. Ending the
    connection ends it with that error.
    """

    def __init__(
        self, router: Router, subscription: Subscription, abandoned: AbandonedStreams
    ) -> None:
        self._router = router
        self._subscription = subscription
        self._abandoned = abandoned
        self._closed = False
        self._reader = EventReader(subscription.events, abandoned.check_run)
        self._left = self._reader.left

    def __del__(self) -> None:
        # The router's list of subscriptions is changed in Trio's thread only.
        if not self._closed:
            self._abandoned.add(self._subscription)

    def __repr__(self) -> str:
        methods = ", ".join(sorted(self._subscription.methods)) or "all methods"
        ended = self._subscription.events.ended and not (self._left or self._reader.buffered)
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
        """Ends the subscription and drops what it holds; may be called more than once."""
        self._closed = True
        self._reader.discard()
        self._router.unsubscribe(self._subscription)

    async def aclose(self) -> None:
        """Does the same as `close`.

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
            EventBufferOverflowError: more came than the stream may hold.
            AppServerError: the connection has ended.

        Cancelled, nothing is lost.
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
        return Notification(entry)  # type: ignore[return-value]
