"""Cancellation-safe turn lifecycle: start and leave; `interrupting` has the interrupts."""

from __future__ import annotations

import logging
import os
from contextlib import nullcontext
from typing import TYPE_CHECKING

import trio

from .._json import text_at
from .._telemetry import turn_span
from ..errors import AppServerError, ProtocolError, fresh
from .interrupting import end_turn, interrupt_turn
from .metering import open_meter

if TYPE_CHECKING:
    from ..protocol import JsonValue
    from .connection import Connection
    from .pending import OnResult, PendingRequest
    from .turn import TurnChannel

__all__ = [
    "end_agents",
    "finish_later",
    "interrupt_turn",
    "leave_abandoned",
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
    leave_agents: bool = False,
    keeps: bool = False,
) -> TurnChannel:
    """Starts a turn and binds its channel before an event of it can be missed.

    Cancelled after the request was written, the turn it started is interrupted first.
    """
    connection.check_open()
    connection.threads.check(thread_id)
    await connection.abandoned.wait_left(thread_id)
    meter = open_meter(connection)
    if connection.reconnect is not None and isinstance(params, dict) and method == "turn/start":
        # Proves that a turn is this one, if the connection is lost before the reply.
        params = {"clientUserMessageId": os.urandom(16).hex(), **params}
    channel = connection.router.expect_turn(thread_id, keep_events=keep_events)
    channel.leave_agents, channel.keeps = leave_agents, keeps
    channel.meter = meter

    def bind(result: JsonValue) -> None:
        connection.router.starts.bind(channel, _turn_id(method, result))

    await _start(connection, channel, method, params, bind)
    if channel.joined:
        logger.info("%s joined a running turn", method, extra=_ids(channel))
    return channel


async def start_compaction(
    connection: Connection, thread_id: str, params: JsonValue
) -> TurnChannel:
    """Starts a compaction; its first item names the turn, since the reply does not.

    Cancelled after the request was written, the turn it started is interrupted first.
    """
    connection.check_open()
    await connection.abandoned.wait_left(thread_id)
    meter = open_meter(connection)
    channel = connection.router.expect_turn(thread_id, item_type="contextCompaction")
    channel.meter = meter
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
    """Sends the request of a start and waits for its reply; fails with the turn left, once."""
    pending: PendingRequest | None = None
    model = connection.threads.models.get(channel.thread_id)
    channel.span = turn_span(channel.thread_id, method, params, model)
    try:
        with channel.span or nullcontext():
            pending = await connection.post(method, params, on_result)
            await pending.wait()
        if channel.failure is not None:
            raise fresh(channel.failure)
    except trio.Cancelled:
        if pending is None:
            connection.router.release_turn(channel)
        else:
            await _leave_starting(connection, channel, pending)  # noqa: ASYNC102 - shielded and bounded inside
        raise
    except BaseException:
        connection.router.release_turn(channel)
        raise


async def _leave_starting(
    connection: Connection, channel: TurnChannel, pending: PendingRequest
) -> None:
    """Leaves a turn whose start may not be answered yet.

    The server may have started it already, so the reply is waited for: it names the turn to
    interrupt. The reply, the turn's start and its end share one budget.
    """
    deadline = trio.current_time() + connection.config.interrupt_timeout
    with trio.CancelScope(shield=True, deadline=deadline):
        try:
            await pending.wait()
        except AppServerError:
            logger.debug("the cancelled %s was refused", pending.method)
    if pending.settled:
        connection.abandon(pending)
    else:
        _expect_late(connection, channel, pending)
    await leave_turn(connection, channel, deadline=deadline)


def _expect_late(connection: Connection, channel: TurnChannel, pending: PendingRequest) -> None:
    """Keeps waiting, without a task, for a start whose caller has gone.

    The connection interrupts the turn when the reply or `turn/started` names it; see
    `finish_later`.
    """
    on_result = pending.on_result
    late = connection.router.starts.expect_late(channel)
    if late is not channel:
        connection.router.release_turn(channel)
    connection.abandon(pending)

    def bind(result: JsonValue) -> None:
        if on_result is not None:
            connection.router.starts.bind_late(late, _turn_id(pending.method, result))

    def settled() -> None:
        if pending.error is not None:
            connection.router.starts.forget_late(late)

    pending.on_result = bind
    pending.on_settled = settled
    logger.warning(
        "%s was cancelled and not answered within %g s; its turn is interrupted when it starts",
        pending.method,
        connection.config.interrupt_timeout,
        extra=_ids(channel),
    )


def _turn_id(method: str, result: JsonValue) -> str:
    turn_id = text_at(result, "turn", "id")
    if turn_id is None:
        raise ProtocolError(f"the reply to {method} names no turn")
    return turn_id


async def leave_turn(
    connection: Connection, channel: TurnChannel, *, deadline: float | None = None
) -> None:
    """Interrupts a turn that still runs and its sub-agents, waits for their ends, releases it.

    A handle that joined the turn interrupts it only when no other handle follows it, and never
    when another client of the server started it. Shielded
    and bounded by `interrupt_timeout`, or by the `deadline` of an exit that has begun before.
    An interrupt that could not be sent in time is sent later by a task of the connection; the
    server's answer is only logged.
    """
    if deadline is None:
        deadline = trio.current_time() + connection.config.interrupt_timeout
    try:
        if channel.unfinished:
            await settle_turn(connection, channel, deadline)
    finally:
        connection.router.release_turn(channel)


async def leave_abandoned(connection: Connection, channel: TurnChannel) -> None:
    """Leaves a turn whose stream was dropped."""
    try:
        await leave_turn(connection, channel)
    finally:
        connection.abandoned.left(channel)


async def settle_turn(connection: Connection, channel: TurnChannel, deadline: float) -> None:
    """Ends a turn and its sub-agents as leaving it does, and keeps the handle's channel."""
    router = connection.router
    if channel.left and not channel.agents_released:
        # Another task leaves the handle. This one releases the channel next, which ends the
        # other's wait, so it goes on only when that is over.
        with trio.CancelScope(shield=True, deadline=deadline):
            while channel.unfinished and channel.failure is None and not channel.agents_released:
                await channel.wait_changed()
        return
    if channel.left or connection.failure is not None or channel.shared:
        return
    if channel.route is not None and channel.route.foreign:
        return
    channel.left = True
    if not channel.unfinished:
        return
    with trio.CancelScope(shield=True, deadline=deadline) as scope:
        await end_turn(connection, channel)
    if scope.cancelled_caught:
        logger.warning(
            "a turn was left but did not end within %g s",
            connection.config.interrupt_timeout,
            extra=_ids(channel),
        )
        late = router.starts.take_over(channel)
        channel.agents_released = True
        if late is not None:
            finish_later(connection, late)


async def end_agents(connection: Connection, channel: TurnChannel) -> None:
    """Interrupts the sub-agents that still run of a turn that has ended, and waits for them.

    Shielded and bounded by `interrupt_timeout`.
    """
    deadline = trio.current_time() + connection.config.interrupt_timeout
    await settle_turn(connection, channel, deadline)


def finish_later(connection: Connection, channel: TurnChannel) -> None:
    """Has a turn that was left interrupted by a task of the connection."""
    if not connection.start_task(_finish, connection, channel, name="late turn"):
        connection.router.release_turn(channel)


async def _finish(connection: Connection, channel: TurnChannel) -> None:
    try:
        await channel.wait_started()
        while channel.thread_id in connection.router.starts and not channel.over:
            await channel.wait_changed()
        if channel.shared:
            return
        await interrupt_turn(connection, channel)
        logger.info("a turn that was left has been interrupted", extra=_ids(channel))
    except AppServerError as error:
        logger.debug("a turn that was left could not be interrupted: %s", error)
    finally:
        connection.router.release_turn(channel)


def _ids(channel: TurnChannel) -> dict[str, object]:
    return {"codex_thread_id": channel.thread_id, "codex_turn_id": channel.turn_id}
