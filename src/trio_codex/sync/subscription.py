"""Turns a subscription over there into notifications that a person iterates over, blocking."""

from __future__ import annotations

from typing import TYPE_CHECKING, final

from .._client.notification import Notification
from ..errors import fresh
from .events import EventSource

if TYPE_CHECKING:
    from types import TracebackType
    from typing import Self

    from .._client import subscription
    from .._client.notification import TypedNotification
    from .app_server import AppServerClient

__all__ = ["NotificationStream"]


@final
class NotificationStream:
    """A subscription to notifications: an iterator, and a context manager that ends it.

    Dropping it ends it too, when it is garbage-collected. It is bounded: a consumer that falls too
    far behind gets `EventBufferOverflowError`. Ending the connection ends it with that error.
    """

    def __init__(self, client: AppServerClient, twin: subscription.NotificationStream) -> None:
        self._client = client
        self._twin = twin
        self._events = twin._subscription.events
        self._closed = False
        self._source = EventSource(client.portal, self._events)

    def __repr__(self) -> str:
        methods = ", ".join(sorted(self._twin._subscription.methods)) or "all methods"
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
        if not self._client.portal.ended:
            self._client.portal.run_sync(self._twin.close)

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
        while True:
            try:
                entry = self._source.entries.popleft()
            except IndexError:
                if self._source.refill(self._events.receive):
                    continue
                raise StopIteration from None
            if isinstance(entry, BaseException):
                raise fresh(entry)
            return Notification(entry, self._events.mismatches)  # type: ignore[return-value]
