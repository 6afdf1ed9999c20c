"""The entries of a stream, read by threads that block for them."""

from __future__ import annotations

import threading
from functools import partial
from typing import TYPE_CHECKING, final

from .._portal.events import BaseSource
from ..errors import ClientClosedError

if TYPE_CHECKING:
    from .._portal.call import Leave
    from .._portal.events import Receive
    from .._session.stream import EventStream
    from .portal import Portal

__all__ = ["EventSource"]


@final
class EventSource(BaseSource):
    """Takes whole lists out of a stream in the Trio thread; they are read in the caller's."""

    __slots__ = ("_blocking", "_ending")

    def __init__(self, portal: Portal, events: EventStream) -> None:
        super().__init__(portal, events)
        self._blocking = portal
        self._ending = threading.RLock()

    def refill(self, receive: Receive, leave: Leave | None = None) -> bool:
        """Blocks for more entries; false at the end of the stream.

        Args:
            receive: waits for them in the Trio thread when there are none yet.
            leave: what is done there when the caller is interrupted.
        """
        try:
            return self._blocking.perform(partial(self._begin, receive), leave=leave)  # type: ignore[no-any-return]
        except ClientClosedError:
            # What came before the end can still be read; nothing else touches it any more.
            # Several threads may come here.
            with self._ending:
                left = self._events.receive_nowait() if self._portal.ended else None
                if left is None:
                    raise
                return self._take(left)
