"""The entries of a stream, taken across threads in lists."""

from __future__ import annotations

from collections import deque
from typing import TYPE_CHECKING, Any, TypeAlias

import trio

from .._client.stalls import check_stalled

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from .._client.turn import AsyncTurnHandle
    from .._session.stream import EventStream, StreamEntry
    from .base import BasePortal
    from .call import BaseCall

__all__ = ["BaseSource", "Receive", "receive_events"]

Receive: TypeAlias = "Callable[[], Awaitable[list[StreamEntry]]]"


class BaseSource:
    """Takes whole lists out of a stream in the Trio thread; they are read in the caller's.

    A whole list crosses at a time, because a crossing costs as much as some fifty events. The
    next one is asked for when `entries` is empty and not before, so a consumer that falls behind
    leaves its events in the Trio thread, where the stream merges and bounds them. Only the Trio
    thread fills `entries`, in the call that the caller waits for: an interrupted caller finds the
    list there at its next step, and loses none (test_interrupting: a wait for notifications loses
    nothing). Threads that share a source take entries off one deque; `popleft` is one step of the
    interpreter, so each entry goes to one of them (test_writing: threads that share a stream get
    every event once).

    Attributes:
        entries: what has arrived and was not read yet; it stays when a reader is interrupted.
    """

    __slots__ = ("_events", "_portal", "entries")

    def __init__(self, portal: BasePortal, events: EventStream) -> None:
        self._portal = portal
        self._events = events
        self.entries: deque[StreamEntry] = deque()

    @property
    def buffered(self) -> int:
        """How many entries have arrived and were not read, here and in the Trio thread."""
        return len(self.entries) + self._events.buffered

    def _begin(self, receive: Receive, call: BaseCall) -> None:
        batch = self._events.receive_nowait()
        if batch is None:
            self._portal.spawn(lambda: self._wait(receive), call)
        else:
            call.finish(self._take(batch))

    async def _wait(self, receive: Receive) -> bool:
        return self._take(await receive())

    def _take(self, batch: list[StreamEntry]) -> bool:
        self.entries.extend(batch)
        return bool(batch)


async def receive_events(
    turn: AsyncTurnHandle[Any], idle_timeout: float | None
) -> list[StreamEntry]:
    """Waits for a turn's events in the Trio thread; an empty list means their end.

    Raises:
        TurnStalledError: no event arrived for `idle_timeout` seconds.
    """
    channel = turn._channel
    receive = channel.events.receive
    if idle_timeout is None:
        return await receive()
    while True:
        seen = channel.seen
        with trio.move_on_after(idle_timeout):
            return await receive()
        # A turn that waits for its sub-agents is silent itself.
        if channel.seen == seen:
            await check_stalled(turn._client, channel, idle_timeout)
