"""Turns whose thread was archived, deleted, closed or unsubscribed from while they ran."""

from __future__ import annotations

import logging
from functools import partial
from typing import TYPE_CHECKING, Any

import trio

from ..errors import AppServerError

if TYPE_CHECKING:
    from collections.abc import Callable

    from ..protocol import JsonValue
    from .connection import Connection
    from .pending import PendingRequest
    from .stream import Hook
    from .turn import TurnRoute

__all__ = ["thread_end_hooks", "watch_request"]

logger = logging.getLogger("trio_codex.turns")

_UNSUBSCRIBE = "thread/unsubscribe"
_NOTIFICATIONS = {
    "thread/archived": "archived",
    "thread/deleted": "deleted",
    "thread/closed": "closed",
}
_REQUESTS = {
    "thread/archive": "archived",
    "thread/delete": "deleted",
    _UNSUBSCRIBE: "unsubscribed from",
}
# The runtime usually sends `turn/completed` before the end of the thread, but not always.
_GRACE_SECONDS = 0.5
_TURNS_LISTED = 4


def thread_end_hooks(end: Callable[[str, str], None]) -> dict[str, Hook]:
    """Makes the hooks for notifications of a thread's end.

    Args:
        end: called with the thread's id and what happened to it.
    """

    def hook(params: dict[str, JsonValue], what: str) -> None:
        thread_id = params.get("threadId")
        if isinstance(thread_id, str):
            end(thread_id, what)

    return {method: partial(hook, what=what) for method, what in _NOTIFICATIONS.items()}


def watch_request(
    connection: Connection, method: str, params: JsonValue, pending: PendingRequest
) -> None:
    """Has the turns of a thread ended when a request that takes the thread away succeeds."""
    what = _REQUESTS.get(method)
    thread_id = params.get("threadId") if what is not None and isinstance(params, dict) else None
    if what is None or not isinstance(thread_id, str):
        return

    def settled() -> None:
        if pending.error is None:
            end_turns(connection, thread_id, what)

    pending.on_settled = settled


def end_turns(connection: Connection, thread_id: str, what: str) -> None:
    """Ends the turns that run on a thread in a task of the connection; the reader calls this."""
    for route in connection.router.turns.of_thread(thread_id):
        if not route.ending:
            route.ending = connection.start_task(_end, connection, route, what, name="thread end")


async def _end(connection: Connection, route: TurnRoute, what: str) -> None:
    """Ends one turn: with the server's terminal event if it comes in time, else with a made one.

    An unsubscribed connection is not sent the end of the turn: so the turn is interrupted, and the
    server is asked how it ended.
    """
    router = connection.router
    turn: dict[str, JsonValue] | None = None
    with trio.move_on_after(connection.config.interrupt_timeout):
        if what == _REQUESTS[_UNSUBSCRIBE]:
            turn = await _interrupt_unseen(connection, route)
        else:
            with trio.move_on_after(_GRACE_SECONDS):
                while route in router.turns:
                    await route.channels[0].wait_changed()
    if route not in router.turns:
        return
    ids = {"codex_thread_id": route.thread_id, "codex_turn_id": route.turn_id}
    logger.warning("a thread was %s while its turn ran", what, extra=ids)
    message = f"the thread was {what} while the turn ran, and the server sent no turn/completed"
    ended: dict[str, JsonValue] = {
        "id": route.turn_id,
        "items": [],
        "itemsView": "notLoaded",
        "status": "interrupted",
        "error": {"message": message},
    }
    router.deliver(
        route,
        {
            "method": "turn/completed",
            "params": {"threadId": route.thread_id, "turn": turn or ended},
        },
    )
    router.flush()


async def _interrupt_unseen(connection: Connection, route: TurnRoute) -> dict[str, Any] | None:
    """Interrupts a turn whose end is not sent; returns its record if it had ended before."""
    named: dict[str, JsonValue] = {"threadId": route.thread_id, "turnId": route.turn_id}
    try:
        pending = await connection.post("turn/interrupt", named, urgent=True)
        await pending.wait()
        return None
    except AppServerError as error:
        logger.debug("a turn of an unsubscribed thread was not interrupted: %s", error)
    try:
        # It had ended before, unseen.
        page: JsonValue = {"threadId": route.thread_id, "limit": _TURNS_LISTED, "itemsView": "full"}
        reply: Any = await connection.request("thread/turns/list", page)
        for turn in reply["data"]:
            if turn["id"] == route.turn_id and turn["status"] != "inProgress":
                return dict(turn)
    except (AppServerError, KeyError, TypeError, ValueError) as error:
        logger.debug("the end of an unsubscribed thread's turn is not known: %r", error)
    return None
