"""Turns the events of a turn into the text of its answer, piece by piece, blocking."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any, TypeAlias, final

from .._client import text_stream
from .deadline import Deadline
from .turn import NOT_ENDED, TurnHandle

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
    """The text of a turn's answer, for `for`; `with` makes it the turn's scope.

    Leaving the block, `close`, and an error or Ctrl+C inside `__next__` interrupt the turn if it
    still runs. Iterated without `with`, a loop that is left early by `break` or an exception drops
    the stream: the turn is then interrupted when the stream is garbage-collected, which CPython
    does immediately and other interpreters do later.
    """

    def __init__(
        self,
        client: AppServerClient,
        start: _Start,
        idle_timeout: float | None,
        timeout: float | None,
    ) -> None:
        self._client = client
        self._start = start
        self._idle_timeout = idle_timeout
        self._deadline = Deadline(timeout, NOT_ENDED)
        self._closed = False
        self._turn: TurnHandle | None = None
        self._events: TurnStream | None = None
        # Only asked which text an event brings; it starts nothing.
        self._twin = text_stream.TextStream(start, idle_timeout)

    @property
    def turn(self) -> TurnHandle | None:
        """The turn's handle; `None` until the first step of the iteration has started it.

        While it is held the turn is not abandoned, even if the stream is dropped.
        """
        return self._turn

    def __repr__(self) -> str:
        turn = None if self._turn is None else self._turn._twin
        return f"<TextStream of {text_stream.describe(turn, self._closed)}>"

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
        self.close()

    def close(self) -> None:
        """Ends the stream and interrupts its turn if that still runs; may be called again.

        A stream that has not started its turn never does. Bounded by `interrupt_timeout`.
        """
        self._closed = True
        if self._turn is not None:
            self._turn._leave()

    def __iter__(self) -> Self:
        """Returns the stream itself."""
        return self

    def __next__(self) -> str:
        """Returns the next piece of text.

        Raises:
            TimeoutError: the turn has not ended within `timeout` seconds; it was interrupted.
            TurnFailedError: the turn failed.
            AppServerError: the server refused, or the connection has ended.

        On Ctrl+C, the turn is interrupted on the server.
        """
        if self._closed:
            raise StopIteration
        try:
            if self._events is None:
                handle = partial(TurnHandle, self._client)
                self._turn = self._client.portal.run_then(handle, self._deadline.bound, self._start)
                self._events = self._turn.stream(idle_timeout=self._idle_timeout)
                self._events._deadline = self._deadline
                if self._closed:  # by another thread, while this one started the turn
                    self.close()
                    raise StopIteration
            assert self._turn is not None
            for event in self._events:
                text = self._twin._text(event)
                if text:
                    return text
            # The events are over: this only raises what a failed turn has to say.
            self._turn.run()
        except StopIteration:
            raise
        except BaseException:
            self.close()
            raise
        raise StopIteration
