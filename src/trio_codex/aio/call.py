"""Calls of an asyncio task into the Trio thread, and how their futures are resolved."""

from __future__ import annotations

import asyncio
from collections import deque
from typing import TYPE_CHECKING, final

from .._portal.call import BaseCall
from ..errors import InvalidArgumentError

if TYPE_CHECKING:
    from .._portal.trio_thread import Begin

__all__ = ["LoopCall", "Mailbox", "running_loop"]


@final
class Mailbox:
    """Resolves futures of one event loop from the Trio thread, those of a burst with one wake-up.

    `call_soon_threadsafe` costs as much as some tens of events, so only the first future of a
    burst calls it. The loop clears `_scheduled` before it takes the futures: a future that is added
    later finds it cleared and schedules again, an earlier one is taken. The other order would leave
    a future that is added in between without a wake-up (test_streams: many streams lose nothing).

    Attributes:
        loop: the loop.
        outgoing: calls that begin together in the next step of the loop; only its thread uses it.
    """

    __slots__ = ("_due", "_scheduled", "loop", "outgoing")

    def __init__(self, loop: asyncio.AbstractEventLoop) -> None:
        self.loop: asyncio.AbstractEventLoop = loop
        self.outgoing: list[tuple[Begin, LoopCall]] = []
        self._due: deque[asyncio.Future[None]] = deque()
        self._scheduled = False

    def resolve(self, future: asyncio.Future[None]) -> None:
        """Resolves a future; callable in any thread."""
        self._due.append(future)
        if not self._scheduled:
            self._scheduled = True
            try:
                self.loop.call_soon_threadsafe(self._deliver)
            except RuntimeError:
                self._due.clear()  # the loop is closed, and its tasks with it

    def _deliver(self) -> None:
        self._scheduled = False
        while self._due:
            future = self._due.popleft()
            if not future.done():  # it is cancelled with the task that waits for it
                future.set_result(None)


@final
class LoopCall(BaseCall):
    """A call whose caller is a task of an event loop.

    Attributes:
        arrival: resolved when there is an outcome; cancelled with the task that waits for it.
    """

    __slots__ = ("arrival", "mailbox")

    def __init__(self, calls: set[BaseCall], mailbox: Mailbox) -> None:
        super().__init__(calls)
        self.mailbox: Mailbox = mailbox
        self.arrival: asyncio.Future[None] = mailbox.loop.create_future()

    def _wake(self) -> None:
        self.mailbox.resolve(self.arrival)


def running_loop() -> asyncio.AbstractEventLoop:
    """Returns the event loop of the caller.

    Raises:
        InvalidArgumentError: no event loop of asyncio runs in this thread.
    """
    try:
        return asyncio.get_running_loop()
    except RuntimeError:
        raise InvalidArgumentError(
            "trio_codex.aio needs a running event loop of asyncio; in a Trio program use "
            "trio_codex.AsyncCodex, in a blocking one trio_codex.Codex"
        ) from None
