"""Interrupts of turns and their sub-agents: parents first, each asked for once.

The server refuses an interrupt before the turn has started, may never answer one of a turn that
was interrupted already, and leaves the sub-agents of an interrupted turn running. An agent that
ends wakes up a parent that waits for it, and that parent's model goes on. So: wait for the start,
ask once, the parent before its agents, and generation after generation.
"""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING

import trio

from ..errors import AppServerError, InvalidRequestError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from ..protocol import JsonValue
    from .agents import AgentGroup, AgentTurn
    from .connection import Connection
    from .turn import TurnChannel, TurnRoute

__all__ = [
    "end_everything",
    "end_turn",
    "interrupt_later",
    "interrupt_turn",
    "unfinished",
]

logger = logging.getLogger("trio_codex.turns")


def unfinished(channel: TurnChannel) -> bool:
    """Whether something of a turn may still run: the turn itself, or an agent it has to end."""
    if channel.over:
        return _unsettled(channel) is not None
    return channel.route is not None or channel.item_type is not None


def _unsettled(channel: TurnChannel) -> AgentGroup | None:
    """The agents that end with the turn, as long as one of them runs or is about to."""
    group = channel.agents
    if group is None or group.settled or channel.failure is not None:
        return None
    if channel.leave_agents or channel.agents_released:
        return None
    return group


async def interrupt_turn(connection: Connection, channel: TurnChannel) -> None:
    """Asks the server to interrupt a turn, and then its sub-agents, when it can do so.

    Waits for the turn's start, asks once, and returns when the server has answered or the turn
    is over. Agents that start later are interrupted by the connection.

    Raises:
        AppServerError: the server refused to interrupt the turn, or the connection has ended.
    """
    await channel.wait_started()
    if channel.turn_id is not None and not channel.leave_agents:
        connection.router.agents.reject(channel.turn_id)
    await _interrupt_root(connection, channel)
    while _unsettled(channel) is not None:
        generation = _generation(channel)
        if not generation:
            return
        await _interrupt_agents(connection, generation, channel)


async def _interrupt_root(connection: Connection, channel: TurnChannel) -> None:
    route = channel.route
    if route is not None:
        await _wait_interrupted(channel, route)
    if channel.over or route is None or route.interrupted:
        await trio.lowlevel.checkpoint()
        return
    route.interrupting = True
    try:
        pending = await connection.post("turn/interrupt", _named(route), urgent=True)
        route.interrupt_sent = True
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
            connection.abandon(pending)
    finally:
        route.interrupting = False
        route.notify()


async def _wait_interrupted(channel: TurnChannel, route: TurnRoute) -> None:
    """Waits for the answer to another task's interrupt: one request is enough for all.

    It may end without an answer, when that task was cancelled; then it is asked again.
    """
    while route.interrupting and not channel.over:
        await channel.wait_changed()


def interrupt_later(connection: Connection, turn: AgentTurn) -> None:
    """Has an agent's turn that started after its root turn was left interrupted by a task."""
    connection.start_task(_interrupt_agent, connection, turn, name="late agent")


async def _interrupt_agent(connection: Connection, turn: AgentTurn) -> None:
    ids = {"codex_thread_id": turn.thread_id, "codex_turn_id": turn.turn_id}
    if await _ask(connection, turn, lambda: None):
        logger.info("a sub-agent of a turn that was left has been interrupted", extra=ids)


async def _interrupt_agents(
    connection: Connection, turns: Iterable[AgentTurn], channel: TurnChannel
) -> None:
    """Asks for all of `turns` at once and waits until each is answered or over."""
    asked = [turn for turn in turns if await _ask(connection, turn, channel.notify)]
    while any(not (turn.answered or turn.over) for turn in asked):
        if channel.failure is not None or connection.failure is not None:
            return
        await channel.wait_changed()


async def _ask(connection: Connection, turn: AgentTurn, notify: Callable[[], None]) -> bool:
    """Sends the interrupt of an agent's turn, unless that was done; what comes of it is noted."""
    if turn.asked or turn.over:
        return False
    turn.asked = True
    try:
        pending = await connection.post("turn/interrupt", _named(turn), urgent=True)
    except AppServerError as error:
        turn.asked = False
        logger.debug("a sub-agent could not be interrupted: %s", error)
        return False
    except BaseException:
        turn.asked = False
        raise

    def answered() -> None:
        turn.answered = True
        turn.group.notify()
        notify()

    connection.abandon(pending)
    pending.on_settled = answered
    if pending.settled:
        answered()
    return True


async def end_turn(connection: Connection, channel: TurnChannel) -> None:
    """Interrupts a turn and its agents, and waits for their ends; the caller bounds it.

    The parent's answer is waited for during the first half of the time that is left, then its
    agents are asked whatever it does.
    """
    if channel.turn_id is not None and not channel.leave_agents:
        connection.router.agents.reject(channel.turn_id)
    refused = False
    if not channel.over:
        with trio.move_on_after(_half_of_the_rest()):
            refused = await _try_interrupt(connection, channel)
    while not (channel.over or refused) or _unsettled(channel) is not None:
        if channel.failure is not None or connection.failure is not None:
            return
        generation = _generation(channel)
        if generation:
            with trio.move_on_after(_half_of_the_rest()):
                await _interrupt_agents(connection, generation, channel)
        elif not channel.over and _may_ask(channel):
            refused = await _try_interrupt(connection, channel)
        else:
            await channel.wait_changed()


async def _try_interrupt(connection: Connection, channel: TurnChannel) -> bool:
    """Interrupts the turn itself; returns whether that was refused."""
    await channel.wait_started()
    if channel.turn_id is not None and not channel.leave_agents:
        connection.router.agents.reject(channel.turn_id)
    try:
        await _interrupt_root(connection, channel)
    except AppServerError as error:
        logger.debug("a turn that was left could not be interrupted: %s", error)
        return True
    return False


def _may_ask(channel: TurnChannel) -> bool:
    route = channel.route
    return route is not None and route.started and not route.interrupt_sent


def _generation(channel: TurnChannel) -> list[AgentTurn]:
    group = _unsettled(channel)
    return [] if group is None else group.generation()


def _half_of_the_rest() -> float:
    return max(trio.current_effective_deadline() - trio.current_time(), 0) / 2


def _named(turn: AgentTurn | TurnRoute) -> JsonValue:
    return {"threadId": turn.thread_id, "turnId": turn.turn_id}


async def end_everything(connection: Connection) -> None:
    """Interrupts every turn that runs, then every agent, and waits for their ends.

    The caller bounds it.
    """
    channels = connection.router.open_turns()
    requests = []
    for channel in channels:
        route = channel.route
        if route is not None and route.started and not (route.interrupting or route.interrupted):
            requests.append(await connection.post("turn/interrupt", _named(route), urgent=True))
            route.interrupt_sent = True
    with trio.move_on_after(_half_of_the_rest()):
        await _wait_all_over(channels)
    agents = connection.router.agents
    while connection.failure is None and (groups := agents.groups_unsettled):
        asked = [turn for group in groups for turn in group.generation()]
        for turn in asked:
            await _ask(connection, turn, agents.notify)
        if not asked:
            await agents.wait_changed()
            continue
        with trio.move_on_after(_half_of_the_rest()):
            while any(not (turn.answered or turn.over) for turn in asked):
                await agents.wait_changed()
    await _wait_all_over(channels)
    for pending in requests:
        connection.abandon(pending)


async def _wait_all_over(channels: Iterable[TurnChannel]) -> None:
    for channel in channels:
        if channel.started:
            await channel.wait_over()
