"""What a connection leaves to the other clients of its server: their threads and their turns."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING, Final, final

from .turn import TURN_COMPLETED, TURN_STARTED

if TYPE_CHECKING:
    from ..protocol import JsonValue
    from .router import Router
    from .server_requests import ServerRequest
    from .stream import Hook, Message

__all__ = ["SharedServer"]

logger = logging.getLogger("trio_codex.requests")

_OPENING: Final = ("thread/start", "thread/resume", "thread/fork")
_ENDS: Final = ("thread/closed", "thread/archived", "thread/deleted")


@final
class SharedServer:
    """The threads that a connection is subscribed to, and the turns that others run on them.

    Ids of server requests belong to the server's process, so the server takes an answer from any
    connection. And a `turn/start` on a thread on which another client's turn runs joins that turn.
    So a connection to a server that others use needs to know what is its own:

    * A thread is, from the request that resumes it, or the reply that names it, until the
      connection unsubscribes or the thread ends. Sub-agents' threads are subscribed to by the
      server, which shows in their `turn/started`.
    * A turn is not, if its `turn/started` came while no start of this client was on its way, or if
      the thread was busy when it was resumed.
    """

    def __init__(self) -> None:
        self._threads: set[str] = set()
        self._turns: dict[str, str] = {}  # the foreign turn that runs, by thread
        self._busy: set[str] = set()  # threads with a foreign turn whose id is not known
        self._router: Router | None = None
        self.hooks: dict[str, Hook] = {
            TURN_STARTED: self._on_started,
            TURN_COMPLETED: self._on_completed,
            **dict.fromkeys(_ENDS, self._on_end),
        }

    def watch(self, router: Router) -> None:
        """Starts to tell the turns of others from those in `router`."""
        self._router = router
        router.is_foreign = self.is_foreign

    def is_foreign(self, thread_id: str, turn_id: str) -> bool:
        """Whether another client, or the server itself, has started a turn."""
        return thread_id in self._busy or self._turns.get(thread_id) == turn_id

    # -- what the connection sends and receives --------------------------------------------------

    def posted(self, method: str, params: JsonValue) -> None:
        """Notes a resume: the thread's pending requests may come before the reply."""
        if method == "thread/resume" and isinstance(params, dict):
            self._threads.add(str(params.get("threadId")))

    def replied(self, method: str, result: JsonValue) -> None:
        """Notes the thread that a reply has opened."""
        thread = result.get("thread") if isinstance(result, dict) else None
        if method not in _OPENING or not isinstance(thread, dict):
            return
        thread_id, status = str(thread.get("id")), thread.get("status")
        self._threads.add(thread_id)
        if isinstance(status, dict) and status.get("type") == "active":
            if not self._runs_own_turn(thread_id):
                self._busy.add(thread_id)

    def left(self, thread_id: str) -> None:
        """Notes that the connection has unsubscribed from a thread, or that the thread is gone."""
        self._threads.discard(thread_id)
        self._busy.discard(thread_id)
        self._turns.pop(thread_id, None)

    def on_lost(self) -> None:
        """Forgets which turns run: the connection was lost, and its threads are resumed."""
        self._busy.clear()
        self._turns.clear()

    def _runs_own_turn(self, thread_id: str) -> bool:
        assert self._router is not None
        channels = self._router.channels_of(thread_id, None)
        return any(it.route is None or not it.route.foreign for it in channels)

    def _on_started(self, params: Message) -> None:
        thread_id, turn = params.get("threadId"), params.get("turn")
        if isinstance(thread_id, str) and isinstance(turn, dict):
            self._threads.add(thread_id)
            if not self._runs_own_turn(thread_id):
                self._turns[thread_id] = str(turn.get("id"))

    def _on_completed(self, params: Message) -> None:
        thread_id = str(params.get("threadId"))
        self._busy.discard(thread_id)
        self._turns.pop(thread_id, None)

    def _on_end(self, params: Message) -> None:
        self.left(str(params.get("threadId")))

    # -- requests of the server ------------------------------------------------------------------

    def leaves(self, request: ServerRequest, *, handled: bool) -> bool:
        """Whether a request is left to other clients.

        A request about a thread that this client has not opened is. Without a handler for it
        (`handled`), so is one of a turn that another client has started: a decline would take the
        question from the person that is asked there.
        """
        if request.thread_id is None:
            left = not handled
        else:
            left = request.thread_id not in self._threads or not (
                handled or self._is_own(request.thread_id, request.turn_id)
            )
        if left:
            logger.debug("left %s to other clients", request.method, extra=request.extra)
        return left

    def _is_own(self, thread_id: str, turn_id: str | None) -> bool:
        assert self._router is not None
        channels = self._router.channels_of(thread_id, turn_id)
        return any(it.route is None or not it.route.foreign for it in channels)
