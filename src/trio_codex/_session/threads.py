"""The threads that a connection has opened, their blocks, and the ends of threads."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final, final

from .._json import text_at
from ..errors import fresh

if TYPE_CHECKING:
    from collections.abc import Callable

    from ..errors import AppServerError
    from ..protocol import JsonValue
    from .stream import Hook, Message

__all__ = ["ENDING_REQUESTS", "UNSUBSCRIBED", "LoadedThreads", "end_requested"]

UNSUBSCRIBED: Final = "unsubscribed from"
_ENDS = {"thread/closed": "closed", "thread/archived": "archived", "thread/deleted": "deleted"}
ENDING_REQUESTS = {
    "thread/archive": "archived",
    "thread/delete": "deleted",
    "thread/unsubscribe": UNSUBSCRIBED,
}


@final
class LoadedThreads:
    """The threads that were opened on one connection, and the blocks they were entered in.

    The same thread may be opened several times (a start, then resumes), and each resulting object
    may be entered. The runtime has one subscription of the connection to the thread, so the thread
    is unloaded when its last block is left, and not when an opening is given up while another one
    is in use.

    Attributes:
        closes: whether `thread/closed` follows an unsubscription without a delay, as it does when
            the command line of the runtime sets it; only then it is waited for. Unknown for a
            runtime that was not started here.
    """

    def __init__(self, on_gone: Callable[[str, str], None]) -> None:
        """Makes an empty table.

        Args:
            on_gone: called with the id of a thread that was taken away, and what happened to it.
        """
        self.on_gone = on_gone
        self.closes: bool = False
        # Threads that could not be resumed after the connection was lost, and why.
        self.lost: dict[str, AppServerError] = {}
        # The models of the opened threads, for telemetry.
        self.models: dict[str, str] = {}
        self._opened: dict[str, int] = {}
        self._entered: dict[str, int] = {}
        self.hooks: dict[str, Hook] = {
            method: partial(self._on_end, what=what) for method, what in _ENDS.items()
        }

    @property
    def all_opened(self) -> list[str]:
        """The threads that are open."""
        return list(self._opened)

    def check(self, thread_id: str) -> None:
        """Raises the error of a thread that was lost with the connection."""
        if thread_id in self.lost:
            raise fresh(self.lost[thread_id])

    def opened(self, thread_id: str, model: JsonValue = None) -> None:
        """Notes a successful start, resume or fork; the reader calls this with the reply."""
        if isinstance(model, str):
            self.models[thread_id] = model
        self._opened[thread_id] = self._opened.get(thread_id, 0) + 1
        self.lost.pop(thread_id, None)

    def given_up(self, thread_id: str) -> bool:
        """Removes an opening whose caller was cancelled; true if there is no other one."""
        others = self._opened.get(thread_id, 0) - 1
        if others > 0:
            self._opened[thread_id] = others
            return False
        self.forget(thread_id)
        return True

    def is_open(self, thread_id: str) -> bool:
        """Whether the thread was opened on this connection and not unloaded since."""
        return thread_id in self._opened

    def enter(self, thread_id: str) -> None:
        """Notes a block that the thread is entered in."""
        self._entered[thread_id] = self._entered.get(thread_id, 0) + 1

    def leave(self, thread_id: str) -> bool:
        """Notes that such a block was left; true if it was the last one."""
        if thread_id not in self._entered:
            # It was never entered: an interrupted blocking call gives back its opening.
            return self.given_up(thread_id)
        self._entered[thread_id] -= 1
        if self._entered[thread_id]:
            return False
        self.forget(thread_id)
        return True

    def forget(self, thread_id: str) -> None:
        """Forgets a thread that is unloaded."""
        self._opened.pop(thread_id, None)
        self.models.pop(thread_id, None)
        self._entered.pop(thread_id, None)

    def _on_end(self, params: Message, what: str) -> None:
        thread_id = str(params.get("threadId"))
        self.forget(thread_id)
        self.on_gone(thread_id, what)


def end_requested(method: str, params: JsonValue) -> tuple[str, str] | None:
    """Returns the thread that a request takes away when it succeeds, and what happens to it."""
    what = ENDING_REQUESTS.get(method)
    thread_id = text_at(params, "threadId")
    return None if what is None or thread_id is None else (thread_id, what)
