"""Budgets: what turns have cost, and the end of those that cost more than was allowed."""

from __future__ import annotations

import logging
import threading
import time
from abc import ABC, abstractmethod
from contextvars import ContextVar, Token
from typing import TYPE_CHECKING, Protocol, final

import attrs
import trio

from .._hints import exported
from ..errors import BudgetExceededError, InvalidArgumentError, fresh

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Mapping, Sequence
    from types import TracebackType
    from typing import Self

    from .tokens import TurnTokens

__all__ = ["Budget", "BudgetMeter", "Channel", "Spent", "budgets_here", "charge", "was_raised"]

logger = logging.getLogger("trio_codex.budgets")

_current: ContextVar[Budget | None] = ContextVar("trio_codex.budget", default=None)


@final
@attrs.frozen(kw_only=True)
class Spent:
    """What the turns inside a budget have cost.

    Attributes:
        tokens: tokens of all their model requests, those of sub-agents included.
        requests: model requests whose responses were complete, those of sub-agents included.
        seconds: time in which at least one of the turns was running.
    """

    tokens: int
    requests: int
    seconds: float


class Turn(Protocol):
    """What budgets need of a `TurnRoute`."""

    @property
    def tokens(self) -> TurnTokens | None: ...

    @property
    def agents(self) -> Sequence[Turn]: ...

    @property
    def charges(self) -> dict[Budget, tuple[int, int]]: ...

    @property
    def channels(self) -> Sequence[Channel]: ...


class Channel(Protocol):
    """What budgets need of a `TurnChannel`."""

    @property
    def route(self) -> Turn | None: ...

    @property
    def meter(self) -> BudgetMeter | None: ...

    @property
    def unraised(self) -> Sequence[BaseException]: ...


# The theory of budgets.
#
# A turn belongs to the budgets that were entered where it was started, from the innermost out: the
# context variable has the innermost, and each knows its parent. The channel of the turn's handle
# has a meter, which enters it into each of these when it is bound to its route, and leaves them
# when it ends. A route counts once in each budget, however many handles follow it: `charges` has
# what the budget was charged with, so an update adds only the difference.
#
# Turns of several clients, and so of several Trio threads, may share a budget. The lock guards the
# sums; it is never held while a channel is touched, and each channel is touched only in the Trio
# thread of its connection (`BudgetMeter.stop`).
@final
class Budget:
    """A limit on what the turns that are started in its `with` block may cost.

    Made by `trio_codex.budget`. When it is passed, its running turns and their sub-agents are
    interrupted, and no further turn can be started in it. `BudgetExceededError` is raised by what
    consumes such a turn, by the start of another, or else where the block is left. Turns that tasks
    started in the block begin belong to it as well, and so do those of a block inside it.
    """

    def __init__(self, limits: Mapping[str, float]) -> None:
        self._limits = dict(limits)
        self._parent: Budget | None = None
        self._entered: Token[Budget | None] | None = None
        self._lock = threading.Lock()
        self._tokens = 0
        self._requests = 0
        self._seconds = 0.0
        self._since = 0.0
        self._running: dict[Channel, BudgetMeter] = {}
        # The end of the watch over the time, for each connection with running turns.
        self._idle: dict[object, trio.Event] = {}
        self._error: BudgetExceededError | None = None
        self._raised = False
        self._stopped: list[Channel] = []

    def __repr__(self) -> str:
        limits = ", ".join(f"{unit}={limit:g}" for unit, limit in self._limits.items())
        return f"<Budget {limits}, {'passed' if self._error is not None else 'not passed'}>"

    @property
    def spent(self) -> Spent:
        """What the turns have cost so far; running turns count up to their last response."""
        with self._lock:
            running = time.monotonic() - self._since if self._running else 0.0
            return Spent(
                tokens=self._tokens, requests=self._requests, seconds=self._seconds + running
            )

    def __enter__(self) -> Self:
        """Makes the block the budget's.

        Raises:
            InvalidArgumentError: it was entered before.
        """
        if self._entered is not None:
            raise InvalidArgumentError("this budget was entered before; make a new one")
        self._parent = _current.get()
        self._entered = _current.set(self)
        return self

    def __exit__(
        self,
        exc_type: type[BaseException] | None,
        exc: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        """Ends the block; turns that still run stay in the budget.

        Raises:
            BudgetExceededError: the budget was passed, and nothing has raised it yet.
        """
        _current.set(self._parent)
        if exc is None and self._error is not None and not (self._raised or self._was_consumed()):
            raise fresh(self._error)

    def _was_consumed(self) -> bool:
        return any(was_raised(channel) for channel in self._stopped)

    def _check(self) -> None:
        if self._error is not None:
            self._raised = True
            raise fresh(self._error)

    # -- called in the Trio threads ------------------------------------------------------------

    def _enter(self, channel: Channel, meter: BudgetMeter) -> None:
        with self._lock:
            if not self._running:
                self._since = time.monotonic()
            self._running[channel] = meter
        if "seconds" in self._limits and meter.owner not in self._idle:
            idle = self._idle[meter.owner] = trio.Event()
            meter.start_task(self._watch, idle)

    def _leave(self, channel: Channel) -> None:
        with self._lock:
            meter = self._running.pop(channel, None)
            if meter is None:
                return
            if not self._running:
                self._seconds += time.monotonic() - self._since
            last = all(other.owner is not meter.owner for other in self._running.values())
        if last and (idle := self._idle.pop(meter.owner, None)) is not None:
            idle.set()

    async def _watch(self, idle: trio.Event) -> None:
        """Ends the turns when the time is over; runs as long as one of the connection runs."""
        while (left := self._limits["seconds"] - self.spent.seconds) >= 0:
            with trio.move_on_after(left):
                await idle.wait()
                return
        self._check_limits(())

    def _add(self, tokens: int, requests: int, channels: Sequence[Channel]) -> None:
        with self._lock:
            self._tokens += tokens
            self._requests += requests
        self._check_limits(channels)

    def _check_limits(self, channels: Sequence[Channel]) -> None:
        """Ends the running turns, and `channels`, once a limit is passed."""
        spent = self.spent
        passed = [unit for unit, limit in self._limits.items() if getattr(spent, unit) > limit]
        with self._lock:
            if self._error is not None or not passed:
                return
            unit = passed[0]
            self._error = error = _exceeded(unit, self._limits[unit], spent)
            running = {**{channel: channel.meter for channel in channels}, **self._running}
            self._stopped = list(running)
        logger.info("%s", error)
        for channel, meter in running.items():
            if meter is not None:
                meter.stop(channel, error)


class BudgetMeter(ABC):
    """Charges turns of one connection to the budgets they were started in.

    Attributes:
        owner: the connection.
    """

    def __init__(self, owner: object, budgets: list[Budget]) -> None:
        self.owner: object = owner
        self._budgets = budgets

    @abstractmethod
    def start_task(self, function: Callable[..., Awaitable[None]], *args: object) -> None:
        """Starts a task of the connection."""

    @abstractmethod
    def stop(self, channel: Channel, error: BudgetExceededError) -> None:
        """Interrupts a turn and raises `error` where it is consumed; in any thread."""

    def enter(self, channel: Channel) -> None:
        """Charges a turn from here on; what a turn that was joined has cost before is not ours."""
        route = channel.route
        assert route is not None
        for budget in self._budgets:
            route.charges.setdefault(budget, _cost(route))
            budget._enter(channel, self)
        # A turn that the server starts, or had begun to start, after its budget was passed.
        passed = [budget._error for budget in self._budgets if budget._error is not None]
        if passed:
            self.stop(channel, passed[0])

    def leave(self, channel: Channel) -> None:
        """Notes the end of a turn."""
        for budget in self._budgets:
            budget._leave(channel)


def budgets_here() -> list[Budget]:
    """Returns the budgets of a turn that is about to be started, the innermost first.

    Raises:
        BudgetExceededError: one of them was passed before.
    """
    budgets: list[Budget] = []
    budget = _current.get()
    while budget is not None:
        budget._check()
        budgets.append(budget)
        budget = budget._parent
    return budgets


def charge(root: Turn) -> None:
    """Charges what a turn and its sub-agents have cost since the last time, the innermost first."""
    tokens, requests = cost = _cost(root)
    for budget, (known_tokens, known_requests) in list(root.charges.items()):
        root.charges[budget] = cost
        budget._add(tokens - known_tokens, requests - known_requests, root.channels)


def _cost(root: Turn) -> tuple[int, int]:
    metered = [turn.tokens for turn in (root, *root.agents) if turn.tokens is not None]
    costs = [turn.cost or {} for turn in metered]
    tokens = sum(count for each in costs if isinstance(count := each.get("totalTokens"), int))
    return tokens, sum(turn.requests for turn in metered)


def _exceeded(unit: str, limit: float, spent: Spent) -> BudgetExceededError:
    message = (
        f"the budget of {limit:g} {unit} was passed: {spent.tokens} tokens in {spent.requests} "
        f"requests and {spent.seconds:.1f} s; its turns were interrupted"
    )
    return BudgetExceededError(message, unit=unit, limit=limit, spent=spent)


def was_raised(channel: Channel) -> bool:
    """Whether nothing of a budget is left to raise where a turn is consumed."""
    return not any(isinstance(error, BudgetExceededError) for error in channel.unraised)


exported("trio_codex.types", Budget, Spent)
