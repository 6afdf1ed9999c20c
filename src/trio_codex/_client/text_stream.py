"""Turns the events of a turn into the text of its answer, piece by piece."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias, final

import trio

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable
    from types import TracebackType
    from typing import Self

    from ..protocol import JsonValue
    from .notification import Notification
    from .turn import AsyncTurnHandle, TurnStream

__all__ = ["TextStream"]

_Start: TypeAlias = "Callable[[], Awaitable[AsyncTurnHandle]]"


@final
class TextStream:
    """The text of a turn's answer, for `async for`; `async with` makes it the turn's scope."""

    def __init__(self, start: _Start, idle_timeout: float | None) -> None:
        self._start = start
        self._idle_timeout = idle_timeout
        self._turn: AsyncTurnHandle | None = None
        self._events: TurnStream | None = None
        self._commentary: set[JsonValue] = set()
        self._streamed: set[JsonValue] = set()

    @property
    def turn(self) -> AsyncTurnHandle | None:
        """The turn's handle; `None` until the first step of the iteration has started it."""
        return self._turn

    async def __aenter__(self) -> Self:
        """Returns the stream itself; leaving the block early interrupts the turn."""
        return self

    async def __aexit__(
        self,
        exc_type: type[BaseException] | None,
        exc: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        """Interrupts the turn if it still runs; shielded and bounded by `interrupt_timeout`."""
        if self._turn is not None:
            await self._turn.__aexit__(exc_type, exc, traceback)  # noqa: ASYNC102 - shielded and bounded inside

    def __aiter__(self) -> Self:
        """Returns the stream itself."""
        return self

    async def __anext__(self) -> str:
        """Returns the next piece of text.

        Raises:
            TurnFailedError: the turn failed.
            AppServerError: the server refused, or the connection has ended.

        Cancelled, the turn is interrupted on the server.
        """
        try:
            if self._events is None:
                self._turn = await self._start()
                self._events = self._turn.stream(idle_timeout=self._idle_timeout)
            async for event in self._events:
                text = self._text(event)
                if text:
                    return text
        except trio.Cancelled:
            await self.__aexit__(None, None, None)  # noqa: ASYNC102 - shielded and bounded inside
            raise
        assert self._turn is not None
        # The events are over: this only raises what a failed turn has to say.
        await self._turn.run()
        raise StopAsyncIteration

    def _text(self, event: Notification) -> str | None:
        params = event.params
        if not isinstance(params, dict):
            return None
        if event.method == "item/agentMessage/delta":
            if params.get("itemId") in self._commentary:
                return None
            self._streamed.add(params.get("itemId"))
            delta = params.get("delta")
            return delta if isinstance(delta, str) else None
        item = params.get("item")
        if not isinstance(item, dict) or item.get("type") != "agentMessage":
            return None
        if item.get("phase") == "commentary":
            self._commentary.add(item.get("id"))
        elif event.method == "item/completed" and item.get("id") not in self._streamed:
            # A message without deltas: they were opted out of, or came before the join.
            text = item.get("text")
            return text if isinstance(text, str) else None
        return None
