"""Turns "start", "interrupt" and "leave" of a turn into exchanges that cannot strand it."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING

import trio

from ..errors import AppServerError, InvalidRequestError, ProtocolError, fresh

if TYPE_CHECKING:
    from ..protocol import JsonValue
    from .connection import Connection
    from .pending import OnResult
    from .turns import TurnChannel, TurnRoute

__all__ = [
    "finish_open_turns",
    "interrupt_turn",
    "leave_turn",
    "start_compaction",
    "start_turn",
]

logger = logging.getLogger("trio_codex.turns")


async def start_turn(
    connection: Connection,
    method: str,
    thread_id: str,
    params: JsonValue,
    *,
    keep_events: bool = True,
) -> TurnChannel:
    """Starts a turn and binds its channel before anything of it can be missed.

    Cancelled after the request was written, the turn it started is interrupted first.
    """
    connection.check_open()
    await connection.abandoned.wait_left(thread_id)
    channel = connection.router.expect_turn(thread_id)
    channel.events.keep = keep_events

    def bind(result: JsonValue) -> None:
        connection.router.bind_turn(channel, _turn_id(method, result))

    await _start(connection, channel, method, params, bind)
    return channel


async def start_compaction(
    connection: Connection, thread_id: str, params: JsonValue
) -> TurnChannel:
    """Starts a compaction; its turn is known by its first item, since the reply names none.

    Cancelled after the request was written, the turn it started is interrupted first.
    """
    connection.check_open()
    await connection.abandoned.wait_left(thread_id)
    channel = connection.router.expect_turn(thread_id, item_type="contextCompaction")
    await _start(connection, channel, "thread/compact/start", params, None)
    try:
        while channel.route is None and not channel.over:
            await channel.wait_changed()
        if channel.failure is not None:
            raise fresh(channel.failure)
    except BaseException:
        await leave_turn(connection, channel)  # noqa: ASYNC102 - shielded and bounded inside
        raise
    return channel


async def _start(
    connection: Connection,
    channel: TurnChannel,
    method: str,
    params: JsonValue,
    on_result: OnResult | None,
) -> None:
    try:
        request_id, pending = await connection.post(method, params, on_result)
        try:
            await pending.wait()
        except trio.Cancelled:
            with trio.CancelScope(shield=True) as scope:
                scope.deadline = trio.current_time() + connection.config.interrupt_timeout
                try:
                    await pending.wait()
                except AppServerError:
                    logger.debug("the cancelled %s was refused", method)
            connection.abandon(request_id, pending)
            await leave_turn(connection, channel)  # noqa: ASYNC102 - shielded and bounded inside
            raise
        if channel.failure is not None:
            raise fresh(channel.failure)
    except BaseException:
        connection.router.release_turn(channel)
        raise


def _turn_id(method: str, result: JsonValue) -> str:
    turn = result.get("turn") if isinstance(result, dict) else None
    turn_id = turn.get("id") if isinstance(turn, dict) else None
    if not isinstance(turn_id, str):
        raise ProtocolError(f"the reply to {method} names no turn")
    return turn_id


async def interrupt_turn(connection: Connection, channel: TurnChannel) -> None:
    """Asks the server to interrupt a turn, at the one moment when it can.

    Before the turn has started the server refuses, and once it was interrupted it may never
    answer: so this waits for the start, asks once, and is content when the turn is over.
    """
    await channel.wait_started()
    route = channel.route
    if route is not None:
        await _wait_interrupted(channel, route)
    if channel.over or route is None or route.interrupted:
        await trio.lowlevel.checkpoint()
        return
    route.interrupting = True
    params: JsonValue = {"threadId": route.thread_id, "turnId": route.turn_id}
    try:
        request_id, pending = await connection.post("turn/interrupt", params, urgent=True)
        pending.on_settled = route.notify
        try:
            while not (pending.settled or channel.over):
                await channel.wait_changed()
            if pending.settled:
                await pending.wait()
                route.interrupted = True
        except InvalidRequestError:
            # The turn came to its end while the request was on its way.
            if not channel.over:
                raise
        finally:
            connection.abandon(request_id, pending)
    finally:
        route.interrupting = False
        route.notify()


async def _wait_interrupted(channel: TurnChannel, route: TurnRoute) -> None:
    """Waits for the answer to somebody else's interrupt: one serves everybody.

    It may end without one, when whoever asked was cancelled; then it is asked again.
    """
    while route.interrupting and not channel.over:
        await channel.wait_changed()


async def leave_turn(connection: Connection, channel: TurnChannel) -> None:
    """Interrupts a turn that still runs, waits for its end, and gives up its route.

    Shielded and bounded by `interrupt_timeout`; what the server does with it is only logged.
    """
    try:
        if not channel.over and (channel.route is not None or channel.item_type is not None):
            with trio.CancelScope(shield=True) as scope:
                scope.deadline = trio.current_time() + connection.config.interrupt_timeout
                await _interrupt_to_the_end(connection, channel)
            if scope.cancelled_caught:
                logger.warning(
                    "a turn was left but did not end within %g s",
                    connection.config.interrupt_timeout,
                    extra={"codex_thread_id": channel.thread_id, "codex_turn_id": channel.turn_id},
                )
    finally:
        connection.router.release_turn(channel)


async def _interrupt_to_the_end(connection: Connection, channel: TurnChannel) -> None:
    try:
        await interrupt_turn(connection, channel)
    except AppServerError as error:
        logger.debug("a turn that was left could not be interrupted: %s", error)
        return
    await channel.wait_over()


async def finish_open_turns(connection: Connection) -> None:
    """Interrupts every running turn before the runtime goes, so that its end is not lost."""
    channels = connection.router.open_turns()
    requests = []
    for channel in channels:
        route = channel.route
        if route is not None and route.started and not (route.interrupting or route.interrupted):
            params: JsonValue = {"threadId": channel.thread_id, "turnId": channel.turn_id}
            requests.append(await connection.post("turn/interrupt", params, urgent=True))
    for channel in channels:
        if channel.started:
            await channel.wait_over()
    for request_id, pending in requests:
        connection.abandon(request_id, pending)
