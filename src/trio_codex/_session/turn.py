"""Running turns: the channel of each handle, and the shared record of each turn."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING, Any, final

import trio

from .._json import text_at
from .retries import Retry

if TYPE_CHECKING:
    from collections.abc import Callable

    from .._telemetry import TurnSpan
    from ..errors import AppServerError, BudgetExceededError, HandlerError
    from ..protocol import JsonValue
    from .budget import Budget, BudgetMeter
    from .pending import PendingRequest
    from .stream import EventStream, Message
    from .tokens import TurnTokens

__all__ = [
    "ITEM_COMPLETED",
    "RECORDED_METHODS",
    "TOKEN_USAGE",
    "TURN_COMPLETED",
    "TURN_STARTED",
    "TurnChannel",
    "TurnRoute",
]

TURN_STARTED = "turn/started"
TURN_COMPLETED = "turn/completed"
TOKEN_USAGE = "thread/tokenUsage/updated"
ITEM_COMPLETED = "item/completed"

# The events that the record of a turn keeps, apart from its terminal event.
# Those of the second line only for a handle that wants them (`TurnChannel.keeps`).
_KEPT_METHODS = frozenset({"rawResponseItem/completed", "turn/plan/updated"})
RECORDED_METHODS = frozenset({ITEM_COMPLETED, TOKEN_USAGE, "error"}) | _KEPT_METHODS

logger = logging.getLogger("trio_codex.turns")


@final
class TurnChannel:
    """A turn for one of its handles: its event stream, and how the turn ended for it."""

    __slots__ = (
        "_changed",
        "_end",
        "agents_released",
        "events",
        "failure",
        "follow_agents",
        "item_type",
        "joined",
        "keeps",
        "leave_agents",
        "left",
        "meter",
        "route",
        "since",
        "span",
        "terminal",
        "thread_id",
        "trial",
        "trials",
        "unraised",
    )

    def __init__(self, thread_id: str, events: EventStream, item_type: str | None = None) -> None:
        self.thread_id: str = thread_id
        self.events: EventStream = events
        # Identifies the turn by its first item when no reply will name it.
        self.item_type: str | None = item_type
        self.route: TurnRoute | None = None
        # Used by `TurnStarts` while the start is pending: how many events were held when it was
        # requested, and by turn id the channels that follow turns it may join (each a `trial`).
        self.since: int = 0
        self.trials: dict[str, TurnChannel] | None = None
        self.trial: bool = False
        self.terminal: Message | None = None
        self.failure: AppServerError | None = None
        self.unraised: list[HandlerError | BudgetExceededError] = []
        self.joined: bool = False  # whether the turn ran already when its handle was made
        # Whether its record keeps the model's raw items and the plan's updates.
        self.keeps: bool = False
        # Whether leaving the turn lets its sub-agents run on, and whether that has been decided.
        self.leave_agents: bool = False
        self.agents_released: bool = False
        self.follow_agents: bool = False  # whether the stream includes events of the sub-agents
        # Whether the handle's scope has ended: it no longer counts among the turn's followers.
        self.left: bool = False
        self.meter: BudgetMeter | None = None  # charges the turn to its budgets
        self.span: TurnSpan | None = None  # measures it, if the program uses OpenTelemetry
        self._changed: trio.Event | None = None
        self._end: Message | None = None  # the whole message of which `terminal` is the params

    @property
    def turn_id(self) -> str | None:
        """The turn's id; `None` until the server's reply has named it."""
        return None if self.route is None else self.route.turn_id

    @property
    def over(self) -> bool:
        """Whether nothing more will happen: the turn has ended, or the connection has."""
        return self.terminal is not None or self.failure is not None

    @property
    def started(self) -> bool:
        """Whether an event of the turn has come; before that the server refuses an interrupt."""
        return self.route is not None and self.route.started

    @property
    def shared(self) -> bool:
        """Whether another handle follows the turn, which this one has only joined."""
        if not self.joined or self.route is None:
            return False
        others = (other for other in self.route.channels if other is not self)
        return any(not (other.left or other.trial) for other in others)

    @property
    def unsettled(self) -> TurnRoute | None:
        """The turn, as long as a sub-agent that ends with it runs or is about to."""
        if self.route is None or self.route.settled or self.failure is not None:
            return None
        return None if self.leave_agents or self.agents_released else self.route

    @property
    def unfinished(self) -> bool:
        """Whether something of the turn may still run: the turn, or an agent it has to end."""
        if self.over:
            return self.unsettled is not None
        return self.route is not None or self.item_type is not None

    @property
    def seen(self) -> int:
        """How many events of the turn have come in."""
        return 0 if self.route is None else self.route.seen

    def finish(self, message: Message) -> None:
        """Ends the channel with the turn's terminal event."""
        params = message.get("params")
        self.terminal = params if isinstance(params, dict) else {}
        self._end = message
        if not self.follow_agents or self.route is None or self.route.settled:
            self.events.end()
        self.notify()

    def end_events(self) -> None:
        """Ends a stream that was kept open for the sub-agents of a turn that has ended."""
        if self.over:
            self.events.end()

    def attach(self, route: TurnRoute) -> None:
        """Follows a turn from here on."""
        self.route = route
        route.channels.append(self)
        if self.meter is not None:
            self.meter.enter(self)

    def replace(self, trial: TurnChannel) -> None:
        """Takes over the stream and the place of a trial, whose turn may have ended."""
        assert trial.route is not None
        self.route = trial.route
        self.events = trial.events
        self.terminal = trial.terminal
        self._end = trial._end
        self.unraised += trial.unraised
        channels = trial.route.channels
        channels[channels.index(trial)] = self
        if self.meter is not None and not self.over:
            self.meter.enter(self)
        self.notify()

    def adopt(self, other: TurnChannel) -> None:
        """Takes over the end of another handle's turn, which has no route any more."""
        assert other._end is not None
        self.route = other.route
        if self.events.keep:
            self.events.incoming.append(other._end)
        self.finish(other._end)

    def fail(self, error: AppServerError) -> None:
        """Ends everything that waits on this turn with `error`."""
        if not self.over:
            self.failure = error
        # A stream that still waits for sub-agents ends with the error as well.
        self.events.end(error)
        self.notify()

    def raise_soon(self, error: HandlerError | BudgetExceededError) -> None:
        """Raises `error` in whichever of `run` and the stream is read first."""
        self.unraised.append(error)
        if self.events.keep and not self.events.ended:
            self.events.incoming.append(error)
            self.events.flush()
        self.notify()

    def notify(self) -> None:
        """Wakes the tasks that wait for a change of state."""
        watchers: tuple[Any, ...] = (self.meter, self.span)
        for watcher in filter(None, watchers if self.over else ()):
            watcher.leave(self)
        if self._changed is not None:
            self._changed.set()
            self._changed = None

    async def wait_changed(self) -> None:
        """Waits for the next change of state: bound, started, over, or a handler's failure."""
        if self._changed is None:
            self._changed = trio.Event()
        await self._changed.wait()

    async def wait_started(self) -> None:
        """Waits until the server works on the turn, or it is over."""
        while not (self.started or self.over):
            await self.wait_changed()

    async def wait_over(self) -> None:
        """Waits until the turn, or the connection, has ended."""
        while not self.over:
            await self.wait_changed()


@final
class TurnRoute:
    """A running turn: the channels of the handles that follow it, its record and its sub-agents.

    The record is kept apart from the streams, so that a result is complete whatever happened to
    a stream (read, abandoned, overflown, never wanted), and all handles share it, so that a
    handle that joined has the same result.

    Attributes:
        items: the params of every `item/completed`, in order.
        kept: the params of raw items and plan updates, in order, for a handle that wants them.
        usage: the params of the last `thread/tokenUsage/updated`.
        tokens: what the turn cost; `None` until the runtime reports it.
        seen: how many events have come in; retries do not count, because they are no progress.
        retry: the runtime's last announcement of a retried model request.
        active_id: the id under which it is interrupted; a review has another one than its events.
        root: the turn whose sub-agent runs this one; `None` for the turn of a handle.
        agents: the turns of the sub-agents, nested ones included, in the order of their starts.
        awaited: the threads of sub-agents that were spawned and whose turns have not started.
        running: those of `agents` that have not ended.
        parent: the id of the thread that spawned a sub-agent; `None` until the server has named it.
        unwanted: whether sub-agents that start later are interrupted, as the turn was.
    """

    __slots__ = (
        "_retried",
        "_retry_seen",
        "active_id",
        "adopted",
        "agents",
        "asked",
        "awaited",
        "channels",
        "charges",
        "ending",
        "foreign",
        "held",
        "interrupt",
        "items",
        "kept",
        "on_change",
        "parent",
        "recovered",
        "retry",
        "root",
        "running",
        "seen",
        "started",
        "status",
        "thread_id",
        "tokens",
        "turn_id",
        "unwanted",
        "usage",
    )

    def __init__(self, thread_id: str, turn_id: str, root: TurnRoute | None = None) -> None:
        self.thread_id: str = thread_id
        self.turn_id: str = turn_id
        self.active_id: str = turn_id
        self.status: str = "inProgress"
        self.channels: list[TurnChannel] = []
        self.items: list[Message] = []
        self.kept: list[Message] = []
        self.usage: Message | None = None
        self.tokens: TurnTokens | None = None
        self.charges: dict[Budget, tuple[int, int]] = {}  # tokens and requests so far
        self.retry: Retry | None = None
        self._retry_seen = 0
        self._retried: set[str] = set()  # the kinds of failures that were logged
        self.started: bool = False
        # Whether a task of the connection ends it, because its thread is gone.
        self.ending: bool = False
        # Whether another client of the server started it: leaving it then never interrupts it.
        self.foreign: bool = False
        # The ids of the items that were recorded without their events.
        self.adopted: frozenset[str | None] = frozenset()
        # While a lost connection is being taken up again: its events, until `release_held`. And
        # the ids of the items whose completion was recovered: its own event may still come.
        self.held: list[Message] | None = None
        self.recovered: set[str | None] = set()
        self.root: TurnRoute | None = root
        self.agents: list[TurnRoute] = []
        self.awaited: set[str] = set()
        self.running: list[TurnRoute] = []
        self.parent: str | None = None
        self.unwanted: bool = False
        self.on_change: Callable[[], None] | None = None
        # Whether an interrupt was sent or is being sent, and the request once it was.
        self.asked: bool = False
        self.interrupt: PendingRequest | None = None
        self.seen: int = 0

    def record(self, method: str, params: JsonValue) -> None:
        """Keeps the parts of a result, and the retries that hold the turn up."""
        if not isinstance(params, dict):
            return
        if method == ITEM_COMPLETED:
            if not self.adopted or text_at(params, "item", "id") not in self.adopted:
                self.items.append(params)
        elif method == TOKEN_USAGE:
            if self.usage is not None and self.usage.get("tokenUsage") == params.get("tokenUsage"):
                self.seen -= 1  # the runtime repeats it before every retry
            self.usage = params
        elif method in _KEPT_METHODS:
            if any(channel.keeps for channel in self.channels):
                self.kept.append(params)
        elif params.get("willRetry") is True:
            self._note_retry(Retry.of(params))

    def _note_retry(self, retry: Retry) -> None:
        self.retry = retry
        self._retry_seen = self.seen = self.seen - 1
        if retry.kind not in self._retried:
            self._retried.add(retry.kind)
            ids = {"codex_thread_id": self.thread_id, "codex_turn_id": self.turn_id}
            logger.warning("the runtime retried a model request: %s", retry, extra=ids)

    @property
    def retrying(self) -> Retry | None:
        """The last retry, if nothing has come since."""
        return self.retry if self.seen == self._retry_seen else None

    @property
    def answered(self) -> bool:
        """Whether the server has answered the interrupt."""
        return self.interrupt is not None and self.interrupt.settled

    def start(self) -> None:
        """Marks the turn as started on the server."""
        if not self.started:
            self.started = True
            self.notify()

    def notify(self) -> None:
        """Wakes every task that waits for a change of the turn, or of its root turn."""
        for channel in self.channels:
            channel.notify()
        if self.on_change is not None:
            self.on_change()
        if self.root is not None:
            self.root.notify()

    # -- sub-agents ----------------------------------------------------------------------------

    @property
    def over(self) -> bool:
        """Whether the turn has ended."""
        return self.status != "inProgress"

    @property
    def settled(self) -> bool:
        """Whether no sub-agent runs, and none is about to."""
        return not (self.running or self.awaited)

    @property
    def unasked(self) -> list[TurnRoute]:
        """The turns of sub-agents that run and were not asked to end."""
        return [agent for agent in self.running if not agent.asked]

    def generation(self) -> list[TurnRoute]:
        """The turns of `unasked` whose parents are not among them.

        An agent that ends wakes up a parent that waits for it, so parents are interrupted first.
        """
        unasked = self.unasked
        threads = {agent.thread_id for agent in unasked}
        return [agent for agent in unasked if agent.parent not in threads] or unasked
