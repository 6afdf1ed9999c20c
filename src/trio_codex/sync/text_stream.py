"""Turns the events of a turn into the text of its answer, piece by piece, blocking."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeAlias, final

from .._client import text_stream
from .turn import TurnHandle

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable
    from types import TracebackType
    from typing import Self

    from .._client.turn import AsyncTurnHandle
    from .app_server import AppServerClient
    from .turn import TurnStream

__all__ = ["TextStream"]

_Start: TypeAlias = "Callable[[], Awaitable[AsyncTurnHandle[Any]]]"


@final
class TextStream:
    """The text of a turn's answer, for `for`; `with` makes it the turn's scope."""

    def __init__(self, client: AppServerClient, start: _Start, idle_timeout: float | None) -> None:
        self._client = client
        self._start = start
        self._idle_timeout = idle_timeout
        self._turn: TurnHandle | None = None
        self._events: TurnStream | None = None
        # Only asked which text an event brings; it starts nothing.
        self._twin = text_stream.TextStream(start, idle_timeout)

    @property
    def turn(self) -> TurnHandle | None:
        """The turn's handle; `None` until the first step of the iteration has started it."""
        return self._turn

    def __enter__(self) -> Self:
        """Returns the stream itself; leaving the block early interrupts the turn."""
        return self

    def __exit__(
        self,
        exc_type: type[BaseException] | None,
        exc: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        """Interrupts the turn if it still runs; bounded by `interrupt_timeout`."""
        if self._turn is not None:
            self._turn.__exit__(exc_type, exc, traceback)

    def __iter__(self) -> Self:
        """Returns the stream itself."""
        return self

    def __next__(self) -> str:
        """Returns the next piece of text.

        Raises:
            TurnFailedError: the turn failed.
            AppServerError: the server refused, or the connection has ended.

        On Ctrl+C, the turn is interrupted on the server.
        """
        if self._events is None:
            self._turn = TurnHandle(self._client, self._client.portal.run(self._start))
            self._events = self._turn.stream(idle_timeout=self._idle_timeout)
        for event in self._events:
            text = self._twin._text(event)
            if text:
                return text
        assert self._turn is not None
        # The events are over: this only raises what a failed turn has to say.
        self._turn.run()
        raise StopIteration
