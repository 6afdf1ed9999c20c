"""Thread scopes: opening and unloading threads, and the turns of threads that are taken away."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING, Any

import trio

from .._json import text_at
from ..errors import AppServerError, ClientClosedError, ProtocolError
from .control import leave_turn
from .threads import UNSUBSCRIBED

if TYPE_CHECKING:
    from collections.abc import Callable

    from ..protocol import JsonValue
    from .connection import Connection
    from .turn import TurnRoute

__all__ = ["end_turns", "give_up", "leave_thread", "open_thread"]

logger = logging.getLogger("trio_codex.threads")
turn_logger = logging.getLogger("trio_codex.turns")

_CLOSED = "thread/closed"
# The runtime usually sends `turn/completed` before the end of the thread, but not always.
_GRACE_SECONDS = 0.5
_TURNS_LISTED = 4


async def open_thread(
    connection: Connection,
    method: str,
    params: JsonValue,
    register: Callable[[JsonValue], None],
) -> JsonValue:
    """Sends a thread's start, resume or fork and returns the reply.

    Cancelled, this returns without waiting for the server. When the reply comes later, a task of
    the connection unloads the thread: the caller does not have its id.
    """
    threads = connection.threads

    def opened(reply: JsonValue) -> None:
        register(reply)
        model = reply.get("model") if isinstance(reply, dict) else None
        threads.opened(_thread_id(method, reply), model)

    pending = await connection.post(method, params, opened)
    try:
        return await pending.wait()
    except trio.Cancelled:
        connection.abandon(pending)
        if not pending.settled:
            # After `abandon`, which drops the callback of the caller that is gone.
            pending.on_result = lambda reply: _unload_late(connection, _thread_id(method, reply))
        elif pending.error is None:
            give_up(connection, _thread_id(method, pending.result))
        raise


def give_up(connection: Connection, thread_id: str) -> None:
    """Unloads a thread whose caller was cancelled, in a task of the connection."""
    if connection.threads.given_up(thread_id):
        _unload_late(connection, thread_id)


def _unload_late(connection: Connection, thread_id: str) -> None:
    if not connection.threads.is_open(thread_id):
        connection.start_task(leave_thread, connection, thread_id, name="unload")


def _thread_id(method: str, reply: JsonValue) -> str:
    thread_id = text_at(reply, "thread", "id")
    if thread_id is None:
        raise ProtocolError(f"the reply to {method} names no thread")
    return thread_id


async def leave_thread(connection: Connection, thread_id: str) -> None:
    """Interrupts the turns that run on a thread, then unloads it with its sub-agents' threads.

    Shielded, and bounded by one `interrupt_timeout` for all of it; errors of the server are only
    logged.
    """
    if connection.failure is not None:
        return
    deadline = trio.current_time() + connection.config.interrupt_timeout
    ids = {"codex_thread_id": thread_id}
    with trio.CancelScope(shield=True, deadline=deadline) as scope:
        try:
            await _interrupt_turns(connection, thread_id, deadline)
            agents = connection.router.agents.take_threads(thread_id)
            # The agents first: their parent may be waiting for them.
            await _unload(connection, [*agents, thread_id])
        except AppServerError as error:
            logger.debug("a thread could not be unloaded: %s", error, extra=ids)
    if scope.cancelled_caught:
        timeout = connection.config.interrupt_timeout
        logger.warning("a thread was left but not unloaded within %g s", timeout, extra=ids)


async def _interrupt_turns(connection: Connection, thread_id: str, deadline: float) -> None:
    await connection.abandoned.wait_left(thread_id)
    router = connection.router
    # Agents may run on after the turn that has started them.
    ended = [channel for route in router.agents.roots_of(thread_id) for channel in route.channels]
    for channel in (*router.channels_of(thread_id, None), *ended):
        # A start that another task has just sent: its reply names the turn to interrupt.
        while channel.route is None and not channel.over:
            await channel.wait_changed()
        await leave_turn(connection, channel, deadline=deadline)
    if connection.attached:
        return
    # A turn that this client has not started, such as a goal's: without an id, the running turn is
    # interrupted, and nothing happens when the thread is idle.
    try:
        await connection.request("turn/interrupt", {"threadId": thread_id, "turnId": ""})
    except AppServerError as error:
        logger.debug("nothing more was interrupted: %s", error)


async def _unload(connection: Connection, thread_ids: list[str]) -> None:
    """Unsubscribes from threads; the runtime unloads a thread without subscribers.

    A resume of a thread that is being unloaded is refused, so its end is waited for.
    """
    subscription = connection.router.subscribe(frozenset({_CLOSED}))
    try:
        waiting: set[str | None] = set()
        for thread_id in thread_ids:
            params: JsonValue = {"threadId": thread_id}
            reply = await connection.request("thread/unsubscribe", params)
            if text_at(reply, "status") == "unsubscribed":
                waiting.add(thread_id)
        while waiting and connection.threads.closes:
            for entry in await subscription.events.receive():
                if isinstance(entry, BaseException):
                    raise entry
                waiting.discard(text_at(entry, "params", "threadId"))
    finally:
        connection.router.unsubscribe(subscription)


def end_turns(connection: Connection, thread_id: str, what: str) -> None:
    """Ends the turns that run on a thread in a task of the connection; the reader calls this."""
    for route in connection.router.turns.of_thread(thread_id):
        if route.channels and not route.ending:
            route.ending = connection.start_task(
                _end_turn, connection, route, what, name="thread end"
            )


async def _end_turn(connection: Connection, route: TurnRoute, what: str) -> None:
    """Ends one turn: with the server's terminal event if it comes in time, else with a made one.

    An unsubscribed connection is not sent the end of the turn: so the turn is interrupted, and the
    server is asked how it ended.
    """
    router = connection.router
    if route.foreign and what == UNSUBSCRIBED:
        for channel in tuple(route.channels):
            channel.fail(ClientClosedError(f"the thread was {what} while the joined turn ran"))
            router.detach(channel)
        return
    turn: dict[str, JsonValue] | None = None
    with trio.move_on_after(connection.config.interrupt_timeout):
        if what == UNSUBSCRIBED:
            turn = await _interrupt_unseen(connection, route)
        else:
            with trio.move_on_after(_GRACE_SECONDS):
                while route in router.turns and route.channels:
                    await route.channels[0].wait_changed()
    if route not in router.turns:
        return
    ids = {"codex_thread_id": route.thread_id, "codex_turn_id": route.turn_id}
    turn_logger.warning("a thread was %s while its turn ran", what, extra=ids)
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
        turn_logger.debug("a turn of an unsubscribed thread was not interrupted: %s", error)
    try:
        # It had ended before, unseen.
        page: JsonValue = {"threadId": route.thread_id, "limit": _TURNS_LISTED, "itemsView": "full"}
        reply: Any = await connection.request("thread/turns/list", page)
        for turn in reply["data"]:
            if turn["id"] == route.turn_id and turn["status"] != "inProgress":
                return dict(turn)
    except (AppServerError, KeyError, TypeError, ValueError) as error:
        turn_logger.debug("the end of an unsubscribed thread's turn is not known: %r", error)
    return None
