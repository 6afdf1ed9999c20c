"""Asyncio face of `_client/text_stream.py`, generated from its source.

Do not edit: `python -m schema.generator` writes this file.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, final

from ..._client.arguments import check_seconds
from ..._client.notification import GAP
from .turn import AsyncTurnHandle

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable
    from types import TracebackType
    from typing import Self

    from ..._client.notification import Notification
    from ..._client.turn import AsyncTurnHandle as TrioTurnHandle
    from ...protocol import JsonValue
    from ..streams import AsyncTurnStream
    from .app_server import AppServerClient

__all__ = ["AsyncTextStream"]


@final
class AsyncTextStream:
    """The text of a turn's answer, for `async for`; `async with` makes it the turn's scope.

    Leaving the block, `aclose`, and an error or a cancellation inside `__anext__` interrupt the
    turn if it still runs. Iterated without `async with`, a loop that is left early by `break`, an
    exception or a cancellation drops the stream: the turn is then interrupted when the stream is
    garbage-collected, which CPython does immediately and other interpreters do later.
    """

    def __init__(
        self,
        client: AppServerClient,
        start: Callable[[], Awaitable[TrioTurnHandle]],
        idle_timeout: float | None,
    ) -> None:
        check_seconds("idle_timeout", idle_timeout)
        self._client = client
        self._start = start
        self._idle_timeout = idle_timeout
        self._closed = False
        self._turn: AsyncTurnHandle | None = None
        self._events: AsyncTurnStream | None = None
        self._commentary: set[str] = set()
        # The characters streamed of each message. After a gap: the messages that have none, because
        # they have started since.
        self._streamed: dict[str, int] = {}
        self._whole: set[str] | None = None

    @property
    def turn(self) -> AsyncTurnHandle | None:
        """The turn's handle; `None` until the first step of the iteration has started it.

        While it is held the turn is not abandoned, even if the stream is dropped.
        """
        return self._turn

    def __repr__(self) -> str:
        turn = self._turn
        state = "closed" if self._closed else "open"
        if turn is None:
            return f"<{type(self).__name__} of a turn that was not started, {state}>"
        ended = turn._state != "running" and not self._closed
        return f"<{type(self).__name__} of turn {turn.id}, {'ended' if ended else state}>"

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
        await self.aclose()

    async def aclose(self) -> None:
        """Ends the stream and interrupts its turn if that still runs; may be called again.

        A stream that has not started its turn never does. Shielded from cancellation and bounded
        by `interrupt_timeout`.
        """
        self._closed = True
        if self._turn is not None:
            await self._turn.__aexit__(None, None, None)

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
        if self._closed:
            raise StopAsyncIteration
        try:
            if self._events is None:
                self._turn = await self._client._open(AsyncTurnHandle, self._start)
                self._events = self._turn.stream(idle_timeout=self._idle_timeout)
                if self._closed:  # by another task, while this one started the turn
                    await self.aclose()
                    raise StopAsyncIteration
            assert self._turn is not None
            async for event in self._events:
                text = self._text(event)
                if text:
                    return text
            # The turn has ended; `run` raises the error of a failed one.
            await self._turn.run()
        except StopAsyncIteration:
            raise
        except BaseException:
            await self.aclose()
            raise
        raise StopAsyncIteration

    def _text(self, event: Notification) -> str | None:
        params = event.params
        if not isinstance(params, dict):
            return None
        if event.method == "item/agentMessage/delta":
            item_id = str(params.get("itemId"))
            delta = params.get("delta")
            if item_id in self._commentary or not isinstance(delta, str):
                return None
            if self._whole is not None and item_id not in self._whole:
                return None  # the rest comes with the completed message
            self._streamed[item_id] = self._streamed.get(item_id, 0) + len(delta)
            return delta
        if event.method == GAP:
            self._whole = set()
        item = params.get("item")
        if not isinstance(item, dict) or item.get("type") != "agentMessage":
            return None
        if item.get("phase") == "commentary":
            self._commentary.add(str(item.get("id")))
        elif event.method == "item/completed":
            return self._rest(str(item.get("id")), item.get("text"))
        elif self._whole is not None:
            self._whole.add(str(item.get("id")))
        return None

    def _rest(self, item_id: str, text: JsonValue) -> str | None:
        """Returns the text of a completed message that its deltas did not bring."""
        if not isinstance(text, str):
            return None
        if self._whole is not None and item_id not in self._whole:
            return text[self._streamed.get(item_id, 0) :] or None
        # A message without deltas: opted out of, or sent before the turn was joined.
        return None if item_id in self._streamed else text
