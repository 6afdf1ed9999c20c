"""The entries of a stream, taken into an event loop in lists."""

from __future__ import annotations

import asyncio
from functools import partial
from typing import TYPE_CHECKING, Final, final

from .._portal.events import BaseSource
from ..errors import ClientClosedError

if TYPE_CHECKING:
    from .._portal.events import Receive
    from .._session.stream import EventStream, StreamEntry
    from .portal import LoopPortal

__all__ = ["EventSource"]

# Without this limit a consumer with a full buffer would never let other tasks run.
_EVENTS_PER_STEP: Final = 1024


@final
class EventSource(BaseSource):
    """Takes whole lists out of a stream in the Trio thread; they are read in the caller's loop."""

    __slots__ = ("_loop_portal", "_rest")

    def __init__(self, portal: LoopPortal, events: EventStream) -> None:
        super().__init__(portal, events)
        self._loop_portal = portal
        self._rest: list[StreamEntry] = []

    @property
    def buffered(self) -> int:
        """How many entries have arrived and were not read, here and in the Trio thread."""
        return super().buffered + len(self._rest)

    async def refill(self, receive: Receive) -> bool:
        """Waits for more entries; false at the end of the stream.

        Cancelled, no entry is lost.

        Args:
            receive: waits for them in the Trio thread when there are none yet.
        """
        if self._rest:
            await asyncio.sleep(0)
            return self._take([])
        try:
            return await self._loop_portal.perform(partial(self._begin, receive), together=True)  # type: ignore[no-any-return]
        except ClientClosedError:
            # What came before the end can still be read; nothing else touches it any more.
            left = self._events.receive_nowait() if self._portal.ended else None
            if left is None:
                raise
            return self._take(left)

    def discard(self) -> None:
        """Drops what has arrived."""
        self.entries.clear()
        self._rest.clear()

    def _take(self, batch: list[StreamEntry]) -> bool:
        rest = self._rest + batch
        self.entries.extend(rest[:_EVENTS_PER_STEP])
        self._rest = rest[_EVENTS_PER_STEP:]
        return bool(rest)
