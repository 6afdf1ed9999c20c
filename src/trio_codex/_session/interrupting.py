"""Interrupts of turns and their sub-agents: parents first, each asked for once.

The server refuses an interrupt before the turn has started, may never answer one of a turn that
was interrupted already, and leaves the sub-agents of an interrupted turn running. An agent that
ends wakes up a parent that waits for it, and that parent's model goes on. So: wait for the start,
ask once, the parent before its agents, and generation after generation.

No task owns a request: it is kept on the turn, and every task that wants the turn to end waits for
the same answer, or for the turn's end. So a task that is cancelled does not make another one ask
again (`tests/session/test_interrupts.py`).
"""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING

import trio

from ..errors import AppServerError, InvalidRequestError, fresh

if TYPE_CHECKING:
    from collections.abc import Iterable

    from .connection import Connection
    from .turn import TurnChannel, TurnRoute

__all__ = ["end_turn", "finish_open_turns", "interrupt_later", "interrupt_turn"]

logger = logging.getLogger("trio_codex.turns")


def _generation(channel: TurnChannel) -> list[TurnRoute]:
    route = channel.unsettled
    return [] if route is None else route.generation()


def _reject_agents(connection: Connection, channel: TurnChannel) -> None:
    """Has the agents interrupted that start from now on."""
    if channel.route is not None and not channel.leave_agents:
        connection.router.agents.reject(channel.route)


async def _ask(connection: Connection, turn: TurnRoute) -> None:
    """Sends the interrupt of a turn, unless a task has sent it or is about to."""
    if turn.asked:
        return
    turn.asked = True
    try:
        ids = {"threadId": turn.thread_id, "turnId": turn.active_id}
        turn.interrupt = pending = await connection.post("turn/interrupt", {**ids}, urgent=True)
    except BaseException:
        turn.asked = False
        turn.notify()  # another task may ask now
        raise
    pending.on_settled = turn.notify


async def interrupt_turn(connection: Connection, channel: TurnChannel) -> None:
    """Asks the server to interrupt a turn, and then its sub-agents, when it can do so.

    Waits for the turn's start, asks once, and returns when the server has answered or the turn
    is over. Agents that start later are interrupted by the connection.

    Raises:
        AppServerError: the server refused to interrupt the turn, or the connection has ended.
    """
    await channel.wait_started()
    _reject_agents(connection, channel)
    await _interrupt_root(connection, channel)
    while generation := _generation(channel):
        await _interrupt_agents(connection, generation, channel)


async def _interrupt_root(connection: Connection, channel: TurnChannel) -> None:
    await trio.lowlevel.checkpoint()
    route = channel.route
    if route is None:
        return
    try:
        while not (channel.over or route.answered):
            if route.asked:
                await channel.wait_changed()
            else:
                await _ask(connection, route)
    finally:
        # The answer may never come, and then the request must not keep its slot for good.
        if route.interrupt is not None:
            connection.abandon(route.interrupt)
    refusal = route.interrupt.error if route.interrupt is not None and route.answered else None
    # The turn may have ended while the request was on its way.
    if refusal is not None and not (channel.over and isinstance(refusal, InvalidRequestError)):
        route.interrupt, route.asked = None, False
        raise fresh(refusal)


def interrupt_later(connection: Connection, turn: TurnRoute) -> None:
    """Has an agent's turn that started after its root turn was left interrupted by a task."""
    connection.start_task(_interrupt_agent, connection, turn, name="late agent")


async def _interrupt_agent(connection: Connection, turn: TurnRoute) -> None:
    asked_before = turn.asked
    await _ask_agents(connection, [turn])
    if turn.asked and not asked_before:
        ids = {"codex_thread_id": turn.thread_id, "codex_turn_id": turn.turn_id}
        logger.info("a sub-agent of a turn that was left has been interrupted", extra=ids)


async def _ask_agents(connection: Connection, turns: Iterable[TurnRoute]) -> None:
    for turn in turns:
        try:
            if not turn.over:
                await _ask(connection, turn)
                if turn.interrupt is not None:
                    connection.abandon(turn.interrupt)
        except AppServerError as error:
            logger.debug("a sub-agent could not be interrupted: %s", error)


async def _interrupt_agents(
    connection: Connection, turns: list[TurnRoute], channel: TurnChannel
) -> None:
    """Asks for all of `turns` and waits until each is answered or over."""
    await _ask_agents(connection, turns)
    while any(turn.asked and not (turn.answered or turn.over) for turn in turns):
        if channel.failure is not None or connection.failure is not None:
            return
        await channel.wait_changed()


async def end_turn(connection: Connection, channel: TurnChannel) -> None:
    """Interrupts a turn and its agents, and waits for their ends; the caller bounds it.

    The parent's answer is waited for during the first half of the time that is left, then its
    agents are asked whether it has come or not.
    """
    _reject_agents(connection, channel)
    refused = False
    if not channel.over:
        with trio.move_on_after(_half_of_the_rest()):
            refused = await _try_interrupt(connection, channel)
    while not (channel.over or refused) or channel.unsettled is not None:
        if channel.failure is not None or connection.failure is not None:
            return
        generation = _generation(channel)
        if generation:
            with trio.move_on_after(_half_of_the_rest()):
                await _interrupt_agents(connection, generation, channel)
        elif not channel.over and channel.route is not None and not channel.route.asked:
            refused = await _try_interrupt(connection, channel)
        else:
            await channel.wait_changed()


async def _try_interrupt(connection: Connection, channel: TurnChannel) -> bool:
    """Interrupts the turn itself; returns whether that was refused."""
    await channel.wait_started()
    _reject_agents(connection, channel)
    try:
        await _interrupt_root(connection, channel)
    except AppServerError as error:
        logger.debug("a turn that was left could not be interrupted: %s", error)
        return True
    return False


def _half_of_the_rest() -> float:
    return max(trio.current_effective_deadline() - trio.current_time(), 0) / 2


async def finish_open_turns(connection: Connection) -> None:
    """Interrupts every running turn, then every agent, and waits for their ends.

    The connection does this before it closes, so that the final usage of a turn is not lost. The
    caller bounds it.
    """
    channels = connection.router.open_turns()
    for channel in channels:
        if channel.started and channel.route is not None:
            await _ask(connection, channel.route)
    with trio.move_on_after(_half_of_the_rest()):
        await _wait_all_over(channels)
    agents = connection.router.agents
    while connection.failure is None and (roots := agents.unsettled):
        generation = [turn for root in roots for turn in root.generation()]
        if not generation:
            await agents.wait_changed()
            continue
        await _ask_agents(connection, generation)
        with trio.move_on_after(_half_of_the_rest()):
            while any(turn.asked and not (turn.answered or turn.over) for turn in generation):
                await agents.wait_changed()
    await _wait_all_over(channels)


async def _wait_all_over(channels: Iterable[TurnChannel]) -> None:
    for channel in channels:
        if channel.started:
            await channel.wait_over()
