"""Sub-agents of the followed turns: their turns, their parents, and which of them still run."""

from __future__ import annotations

from typing import TYPE_CHECKING, final

import trio

from .turn import TOKEN_USAGE, TURN_COMPLETED

if TYPE_CHECKING:
    from collections.abc import Callable

    from ..protocol import JsonValue
    from .pending import PendingRequest
    from .stream import Hook, Message
    from .tokens import TokenMeter, TurnTokens
    from .turn import TurnChannel, TurnRoute, TurnTable

__all__ = ["AgentGroup", "AgentTable", "AgentTurn"]

_COLLABORATION_CALL = "collabAgentToolCall"
_ACTIVITY = "subAgentActivity"
# The calls after which a turn of the agent follows that has not been announced yet.
_STARTING_CALLS = frozenset({"spawnAgent"})
_STARTING_STATES = frozenset({"pendingInit", "running"})
# An agent may start shortly after its root turn was left, but rarely more than one.
_UNWANTED_LIMIT = 256


@final
class AgentTurn:
    """A turn that a sub-agent runs for a turn that is followed."""

    __slots__ = ("asked", "group", "interrupt", "status", "thread_id", "tokens", "turn_id")

    def __init__(self, group: AgentGroup, thread_id: str, turn_id: str) -> None:
        self.group: AgentGroup = group
        self.thread_id: str = thread_id
        self.turn_id: str = turn_id
        self.status: str = "inProgress"
        # As in `TurnRoute`.
        self.asked: bool = False
        self.interrupt: PendingRequest | None = None
        self.tokens: TurnTokens | None = None

    @property
    def over(self) -> bool:
        """Whether the turn has ended."""
        return self.status != "inProgress"

    @property
    def answered(self) -> bool:
        """Whether the server has answered the interrupt."""
        return self.interrupt is not None and self.interrupt.settled

    def notify(self) -> None:
        """Wakes every task that waits for a change of the root turn or its agents."""
        self.group.notify()

    @property
    def parent(self) -> str | None:
        """The id of the thread that spawned the agent; `None` until the server has named it."""
        return self.group.parents.get(self.thread_id)


@final
class AgentGroup:
    """The sub-agents of one root turn, nested ones included, in the order of their starts.

    The runtime names the root turn in each agent's `turn/started`, and the agents a call has
    spawned in the call's item. The item may come before or after the agent's turn, and either
    may come after the root turn's end.
    """

    __slots__ = (
        "_notify_table",
        "awaited",
        "parents",
        "root_id",
        "root_over",
        "route",
        "turns",
        "unwanted",
    )

    def __init__(self, root_id: str, notify_table: Callable[[], None]) -> None:
        self._notify_table = notify_table
        self.root_id: str = root_id
        self.route: TurnRoute | None = None
        self.root_over: bool = False
        # Whether the root turn was interrupted or left with its agents: later ones are unwanted.
        self.unwanted: bool = False
        self.turns: list[AgentTurn] = []
        self.parents: dict[str, str] = {}
        # Threads of agents that were spawned and whose turn has not started yet.
        self.awaited: set[str] = set()

    @property
    def open_turns(self) -> list[AgentTurn]:
        """The agents' turns that have not ended, in the order of their starts."""
        return [turn for turn in self.turns if not turn.over]

    @property
    def settled(self) -> bool:
        """Whether no agent runs, and none is about to."""
        return not self.awaited and all(turn.over for turn in self.turns)

    @property
    def foreign(self) -> bool:
        """Whether another client of the server has started the root turn."""
        return self.route is not None and self.route.foreign

    @property
    def channels(self) -> list[TurnChannel]:
        """The channels of the handles that follow the root turn."""
        return [] if self.route is None else self.route.channels

    def generation(self) -> list[AgentTurn]:
        """The open turns that were not asked to end and whose parents are not among them.

        An agent that ends wakes up a parent that waits for it, so parents are interrupted first.
        """
        unasked = [turn for turn in self.open_turns if not turn.asked]
        threads = {turn.thread_id for turn in unasked}
        first = [turn for turn in unasked if turn.parent not in threads]
        return first or unasked

    @property
    def unasked(self) -> bool:
        """Whether an agent runs that was not asked to end."""
        return any(not turn.asked for turn in self.open_turns)

    def notify(self) -> None:
        """Wakes every task that waits for a change of the root turn or its agents."""
        for channel in self.channels:
            channel.notify()
        self._notify_table()


@final
class AgentTable:
    """The sub-agents of every turn that is followed, found by their turns' ids.

    Synchronous, and called by the reader. A group is kept while its root turn runs or one of its
    agents does; handles keep their reference to it.
    """

    def __init__(
        self,
        turns: TurnTable,
        meter: TokenMeter,
        on_unwanted: Callable[[AgentTurn], None],
    ) -> None:
        """Makes an empty table.

        Args:
            turns: the running turns that a handle follows.
            meter: counts the tokens of turns.
            on_unwanted: called with a turn that started after its root turn was left.
        """
        self._turns = turns
        self._meter = meter
        self._groups: dict[str, AgentGroup] = {}
        self._open: dict[tuple[str, str], AgentTurn] = {}
        self._unwanted: dict[str, None] = {}
        self._on_unwanted = on_unwanted
        self._changed: trio.Event | None = None

    def statistics(self) -> dict[str, int]:
        """Counts the agents that run or are about to."""
        awaited = sum(len(group.awaited) for group in self._groups.values())
        return {"agents": len(self._open) + awaited}

    @property
    def groups_unsettled(self) -> list[AgentGroup]:
        """The groups in which an agent runs, or is about to, without those of other clients."""
        return [group for group in self._groups.values() if not (group.settled or group.foreign)]

    def roots_of(self, thread_id: str) -> list[TurnRoute]:
        """Lists the turns of a thread that have ended while their agents run."""
        routes = [group.route for group in self.groups_unsettled if group.root_over]
        return [route for route in routes if route is not None and route.thread_id == thread_id]

    # -- called by the reader ------------------------------------------------------------------

    def bind(self, route: TurnRoute) -> None:
        """Gives a turn that was just bound the agents that started before its reply came."""
        group = self._groups.get(route.turn_id)
        if group is not None:
            group.route = route
            route.agents = group

    def find(self, thread_id: str | None, turn_id: str | None) -> AgentTurn | None:
        """Finds an agent's open turn; without a turn id the one that runs on the thread."""
        if turn_id is not None and thread_id is not None:
            return self._open.get((thread_id, turn_id))
        return next((turn for turn in self._open.values() if turn.thread_id == thread_id), None)

    def start(
        self, thread_id: str, turn_id: str, root_id: str, *, pending: Callable[[str], bool]
    ) -> AgentTurn | None:
        """Adds a turn that names another one as its root, if that one is known.

        Older runtimes name no root. Then a turn belongs to an agent that was just spawned if it
        runs on that agent's thread.

        Args:
            thread_id: the thread it runs on.
            turn_id: its id.
            root_id: the id of its root turn.
            pending: whether a turn, by its id, waits for the reply that names it.
        """
        if turn_id == root_id:
            waiting = (group for group in self._groups.values() if thread_id in group.awaited)
            root_id = next((group.root_id for group in waiting), turn_id)
            if root_id == turn_id:
                return None
        route = next(iter(self._turns.named(root_id)), None)
        if route is not None and route.thread_id == thread_id:
            return None
        if route is None and not self.is_expected(root_id) and not pending(root_id):
            return None
        group = self._group(root_id, route)
        turn = AgentTurn(group, thread_id, turn_id)
        group.turns.append(turn)
        group.awaited.discard(thread_id)
        self._open[thread_id, turn_id] = turn
        group.notify()
        if group.unwanted:
            self._on_unwanted(turn)
        return turn

    def is_expected(self, root_id: str) -> bool:
        """Whether agents of this turn are expected, although no route may be left of it."""
        return root_id in self._groups or root_id in self._unwanted

    def record(self, turn: AgentTurn, method: str, params: Message) -> None:
        """Notes what an event of an agent's turn changes."""
        if turn.group.route is not None and params.get("willRetry") is not True:
            turn.group.route.seen += 1
        if method == TOKEN_USAGE:
            turn.tokens = self._meter.update(params) or turn.tokens
        elif method == TURN_COMPLETED:
            shown = params.get("turn")
            status = shown.get("status") if isinstance(shown, dict) else None
            self._end(turn, status if isinstance(status, str) else "completed")

    @property
    def hooks(self) -> dict[str, Hook]:
        """The callbacks for the params of notifications, by method."""
        gone = ("thread/closed", "thread/archived", "thread/deleted", "thread/status/changed")
        hooks: dict[str, Hook] = dict.fromkeys(gone, self.on_thread_gone)
        return {"item/completed": self.on_item_completed, **hooks}

    def on_item_completed(self, params: Message) -> None:
        """Notes which agents a call's item has spawned, and their parent."""
        item = params.get("item")
        if not isinstance(item, dict):
            return
        kind, thread_id, turn_id = item.get("type"), params.get("threadId"), params.get("turnId")
        if kind not in (_COLLABORATION_CALL, _ACTIVITY):
            return
        if not (isinstance(thread_id, str) and isinstance(turn_id, str)):
            return
        parent = self._open.get((thread_id, turn_id))
        if parent is not None:
            group = parent.group
        else:
            route = self._turns.find(thread_id, turn_id)
            if route is None:
                return
            group = self._group(turn_id, route)
        receivers = item.get("receiverThreadIds")
        children = receivers if isinstance(receivers, list) else [item.get("agentThreadId")]
        started = {turn.thread_id for turn in group.turns}
        for child in children:
            if not isinstance(child, str):
                continue
            group.parents.setdefault(child, thread_id)
            if child not in started and _about_to_start(item, child):
                group.awaited.add(child)

    def on_thread_gone(self, params: Message) -> None:
        """Ends what an agent ran on a thread that was closed: its own end may never come."""
        thread_id = params.get("threadId")
        status = params.get("status")
        if isinstance(status, dict) and status.get("type") != "notLoaded":
            return
        for turn in [turn for turn in self._open.values() if turn.thread_id == thread_id]:
            self._end(turn, "interrupted")
        for group in [group for group in self._groups.values() if thread_id in group.awaited]:
            group.awaited.discard(str(thread_id))
            self._settle(group)

    def end_root(self, route: TurnRoute) -> None:
        """Notes that a root turn has ended."""
        if route.agents is not None:
            route.agents.root_over = True
            self._settle(route.agents)

    # -- called by handles ----------------------------------------------------------------------

    def reject(self, root_id: str) -> None:
        """Has every agent interrupted that starts from now on for this root turn."""
        group = self._groups.get(root_id)
        if group is not None:
            group.unwanted = True
        self._unwanted.pop(root_id, None)
        self._unwanted[root_id] = None
        while len(self._unwanted) > _UNWANTED_LIMIT:
            del self._unwanted[next(iter(self._unwanted))]

    def drop_unbound(self, root_id: str) -> None:
        """Forgets agents whose root turn no handle will be bound to."""
        group = self._groups.get(root_id)
        if group is not None and group.route is None and not group.root_over:
            self._forget(group)

    def release(self, route: TurnRoute) -> None:
        """Forgets the agents of a turn that no handle follows any more."""
        if route.agents is not None:
            self._forget(route.agents)

    def fail(self) -> list[AgentGroup]:
        """Forgets everything; returns the groups that were kept."""
        groups = list(self._groups.values())
        self._groups.clear()
        self._open.clear()
        self._unwanted.clear()
        self.notify()
        return groups

    async def wait_changed(self) -> None:
        """Waits until an agent starts or ends, or everything is forgotten."""
        if self._changed is None:
            self._changed = trio.Event()
        await self._changed.wait()

    def notify(self) -> None:
        """Wakes every task that waits for a change of any agent."""
        if self._changed is not None:
            self._changed.set()
            self._changed = None

    # -- bookkeeping ---------------------------------------------------------------------------

    def _group(self, root_id: str, route: TurnRoute | None) -> AgentGroup:
        group = self._groups.get(root_id)
        if group is None:
            group = self._groups[root_id] = AgentGroup(root_id, self.notify)
            group.unwanted = root_id in self._unwanted
            # No handle follows the root turn of an agent that starts after it was left.
            group.root_over = route is None and group.unwanted
        if route is not None:
            group.route = route
            route.agents = group
        return group

    def _end(self, turn: AgentTurn, status: str) -> None:
        turn.status = status
        self._open.pop((turn.thread_id, turn.turn_id), None)
        self._settle(turn.group)

    def _settle(self, group: AgentGroup) -> None:
        if group.root_over and group.settled:
            self._forget(group)
            for channel in group.channels:
                channel.end_events()
        group.notify()

    def _forget(self, group: AgentGroup) -> None:
        if self._groups.get(group.root_id) is group:
            del self._groups[group.root_id]
        for turn in group.open_turns:
            self._open.pop((turn.thread_id, turn.turn_id), None)


def _about_to_start(item: Message, child: str) -> bool:
    """Whether, by a call's item, a turn of `child` will follow."""
    if item.get("tool") not in _STARTING_CALLS:
        return False
    states = item.get("agentsStates")
    state: JsonValue = states.get(child) if isinstance(states, dict) else None
    return isinstance(state, dict) and state.get("status") in _STARTING_STATES
