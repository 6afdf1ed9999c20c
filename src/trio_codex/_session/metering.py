"""Metering: how a turn of a connection is charged to budgets, and ended past them."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING, final

import trio

from ..errors import AppServerError, fresh
from .budget import BudgetMeter, budgets_here, was_raised
from .interrupting import interrupt_turn
from .turn import TurnChannel

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from ..errors import BudgetExceededError
    from .budget import Budget, Channel
    from .connection import Connection

__all__ = ["open_meter"]

logger = logging.getLogger("trio_codex.budgets")


def open_meter(connection: Connection) -> BudgetMeter | None:
    """Returns the meter of a turn that is about to be started; `None` outside of all budgets.

    Raises:
        BudgetExceededError: a budget that it would belong to was passed before.
    """
    budgets = budgets_here()
    return TurnMeter(connection, budgets) if budgets else None


@final
class TurnMeter(BudgetMeter):
    """The meter of the turns of a connection."""

    def __init__(self, connection: Connection, budgets: list[Budget]) -> None:
        super().__init__(connection, budgets)
        self._connection = connection
        self._token = trio.lowlevel.current_trio_token()

    def start_task(self, function: Callable[..., Awaitable[None]], *args: object) -> None:
        """Starts a task of the connection."""
        self._connection.start_task(function, *args, name="budget")

    def stop(self, channel: Channel, error: BudgetExceededError) -> None:
        """Interrupts a turn and raises `error` where it is consumed; in any thread."""
        try:
            here = trio.lowlevel.current_trio_token() is self._token
        except RuntimeError:  # no Trio runs in this thread
            here = False
        if here:
            self._stop(channel, error)
            return
        try:
            self._token.run_sync_soon(self._stop, channel, error)
        except trio.RunFinishedError:
            logger.debug("a turn of a client that has ended was not interrupted")

    def _stop(self, channel: Channel, error: BudgetExceededError) -> None:
        assert isinstance(channel, TurnChannel)
        if was_raised(channel):
            channel.raise_soon(fresh(error))
        if channel.route is not None and not channel.route.foreign:
            channel.leave_agents = False
            self.start_task(_interrupt, self._connection, channel)


async def _interrupt(connection: Connection, channel: TurnChannel) -> None:
    try:
        await interrupt_turn(connection, channel)
    except AppServerError as error:
        logger.debug("a turn past its budget could not be interrupted: %s", error)
