"""The running turns by their ids, and the sub-agents among them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, final

import trio

from .._json import text_at
from .turn import TurnRoute

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from .stream import Hook, Message

__all__ = ["AgentTable", "TurnTable"]

_AGENT_ITEMS = frozenset({"collabAgentToolCall", "subAgentActivity"})
# The calls after which a turn of the agent follows that has not been announced yet.
_STARTING_CALLS = frozenset({"spawnAgent"})
_STARTING_STATES = frozenset({"pendingInit", "running"})
# An agent may start shortly after its root turn was left, but rarely more than one.
_UNWANTED_LIMIT = 256


@final
class TurnTable:
    """The routes of the running turns that a handle follows, and of their sub-agents' turns.

    Both ids are the key: after a fork, two threads may run turns with one id, and a handle must
    not get the events of the other ("two live turns with one id on two threads stay apart").
    """

    def __init__(self) -> None:
        self.threads: dict[str, dict[str, TurnRoute]] = {}

    def __len__(self) -> int:
        return sum(bool(route.channels) for route in self)

    def __iter__(self) -> Iterator[TurnRoute]:
        return iter([route for turns in self.threads.values() for route in turns.values()])

    def __contains__(self, route: TurnRoute) -> bool:
        return self.find(route.thread_id, route.turn_id) is route

    def find(self, thread_id: str, turn_id: str) -> TurnRoute | None:
        """Returns the route of a turn."""
        turns = self.threads.get(thread_id)
        return None if turns is None else turns.get(turn_id)

    def named(self, turn_id: str) -> list[TurnRoute]:
        """Returns the routes with a turn id, for messages without a thread id."""
        return [turns[turn_id] for turns in self.threads.values() if turn_id in turns]

    def of_thread(self, thread_id: str) -> list[TurnRoute]:
        """Returns the routes of a thread's turns."""
        return list(self.threads.get(thread_id, {}).values())

    def add(self, route: TurnRoute) -> TurnRoute:
        """Adds the route of a turn that has none; returns the route."""
        self.threads.setdefault(route.thread_id, {})[route.turn_id] = route
        return route

    def remove(self, route: TurnRoute) -> None:
        """Removes a route if it is still in the table."""
        turns = self.threads.get(route.thread_id, {})
        if turns.get(route.turn_id) is route:
            del turns[route.turn_id]
            if not turns:
                del self.threads[route.thread_id]

    def clear(self) -> None:
        """Removes every route."""
        self.threads.clear()


@final
class AgentTable:
    """The sub-agents of every turn that is followed: the root turns, which list them.

    The runtime names the root turn in each agent's `turn/started`, and the agents a call has
    spawned in the call's item. The item may come before or after the agent's turn, and either may
    come after the root turn's end.

    Synchronous, and called by the reader. A root turn is kept while it or one of its agents runs.
    """

    def __init__(self, turns: TurnTable, on_unwanted: Callable[[TurnRoute], None]) -> None:
        """Makes an empty table.

        Args:
            turns: the running turns, to which those of agents are added.
            on_unwanted: called with a turn that started after its root turn was left.
        """
        self._turns = turns
        # The root turns that have agents. One without a thread id is not bound to a route yet, or
        # was left before its agent has started.
        self._roots: list[TurnRoute] = []
        # The thread that spawned an agent, by the agent's thread.
        self._parents: dict[str, str] = {}
        self._unwanted: dict[str, None] = {}
        self._on_unwanted = on_unwanted
        self._changed: trio.Event | None = None
        gone = ("thread/closed", "thread/archived", "thread/deleted", "thread/status/changed")
        # The callbacks for the params of notifications, by method.
        self.hooks: dict[str, Hook] = {
            "item/completed": self.on_item_completed,
            **dict.fromkeys(gone, self.on_thread_gone),
        }

    def statistics(self) -> dict[str, int]:
        """Counts the agents that run or are about to."""
        return {"agents": sum(len(root.running) + len(root.awaited) for root in self._roots)}

    @property
    def unsettled(self) -> list[TurnRoute]:
        """The root turns with an agent that runs or is about to, without other clients' turns."""
        return [root for root in self._roots if not (root.settled or root.foreign)]

    def roots_of(self, thread_id: str) -> list[TurnRoute]:
        """Lists the turns of a thread that have ended while their agents run."""
        return [root for root in self.unsettled if root.over and root.thread_id == thread_id]

    # -- called by the reader ------------------------------------------------------------------

    def take_unbound(self, thread_id: str, turn_id: str) -> TurnRoute | None:
        """Returns the route of a turn whose agents have started before its reply came."""
        for root in self._roots:
            if root.turn_id == turn_id and not (root.thread_id or root.over):
                root.thread_id = thread_id
                return root
        return None

    def start(
        self, thread_id: str, turn_id: str, root_id: str, *, pending: Callable[[str], bool]
    ) -> TurnRoute | None:
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
            waiting = (root for root in self._roots if thread_id in root.awaited)
            root_id = next((root.turn_id for root in waiting), turn_id)
            if root_id == turn_id:
                return None
        root = next(iter(self._turns.named(root_id)), None)
        if root is not None and root.thread_id == thread_id:
            return None
        if root is None and not self.is_expected(root_id) and not pending(root_id):
            return None
        root = self._keep(root or self._root(root_id) or self._unbound(root_id))
        turn = self._turns.add(TurnRoute(thread_id, turn_id, root))
        turn.parent = self._parents.get(thread_id)
        root.agents.append(turn)
        root.running.append(turn)
        root.awaited.discard(thread_id)
        root.notify()
        if root.unwanted:
            self._on_unwanted(turn)
        return turn

    def is_expected(self, root_id: str) -> bool:
        """Whether agents of this turn are expected, although no route may be left of it."""
        return root_id in self._unwanted or self._root(root_id) is not None

    def on_item_completed(self, params: Message) -> None:
        """Notes which agents a call's item has spawned, and their parent."""
        item, thread_id, turn_id = params.get("item"), params.get("threadId"), params.get("turnId")
        if not isinstance(item, dict) or item.get("type") not in _AGENT_ITEMS:
            return
        if not (isinstance(thread_id, str) and isinstance(turn_id, str)):
            return
        receivers = item.get("receiverThreadIds")
        named = receivers if isinstance(receivers, list) else [item.get("agentThreadId")]
        children = [child for child in named if isinstance(child, str) and child != thread_id]
        for child in children:
            self._parents.setdefault(child, thread_id)
        parent = self._turns.find(thread_id, turn_id)
        if parent is None:
            return
        root = self._keep(parent.root or parent)
        for turn in root.agents:
            turn.parent = self._parents.get(turn.thread_id)
        started = {turn.thread_id for turn in root.agents}
        for child in children:
            if child not in started and _about_to_start(item, child):
                root.awaited.add(child)

    def on_thread_gone(self, params: Message) -> None:
        """Ends what an agent ran on a thread that was closed: its own end may never come."""
        thread_id, status = str(params.get("threadId")), params.get("status")
        if isinstance(status, dict) and status.get("type") != "notLoaded":
            return
        for child in [it for it in self._parents.items() if thread_id in it]:
            del self._parents[child[0]]
        for turn in self._turns.of_thread(thread_id):
            if turn.root is not None and not turn.channels:
                turn.status = "interrupted"
                self._turns.remove(turn)
                self.on_end(turn)
        for root in [root for root in self._roots if thread_id in root.awaited]:
            root.awaited.discard(thread_id)
            self._settle(root)

    def on_end(self, turn: TurnRoute) -> None:
        """Notes that a turn has ended, which may be a root turn or an agent's."""
        root = turn.root
        if root is not None and turn in root.running:
            root.running.remove(turn)
        if root is not None or turn in self._roots:
            self._settle(root or turn)

    def recover(self, thread_id: str, turn: Mapping[str, Any] | None) -> None:
        """Settles an awaited agent by the newest turn of its thread, after a lost connection."""
        for root in [root for root in self._roots if thread_id in root.awaited]:
            root.awaited.discard(thread_id)
            if turn is not None and turn["status"] == "inProgress":
                self.start(thread_id, turn["id"], root.turn_id, pending=lambda _: True)
            self._settle(root)

    # -- called by handles ----------------------------------------------------------------------

    def reject(self, root: TurnRoute) -> None:
        """Has every agent interrupted that starts from now on for this root turn."""
        root.unwanted = True
        self._unwanted.pop(root.turn_id, None)
        self._unwanted[root.turn_id] = None
        while len(self._unwanted) > _UNWANTED_LIMIT:
            del self._unwanted[next(iter(self._unwanted))]

    def take_threads(self, thread_id: str) -> list[str]:
        """Returns, and forgets, the threads of a thread's sub-agents, nested ones included."""
        found: list[str] = []
        parents = [thread_id]
        while parents:
            parent = parents.pop()
            children = [child for child, known in self._parents.items() if known == parent]
            for child in children:
                del self._parents[child]
            found += children
            parents += children
        return [child for child in found if child != thread_id]

    def drop_unbound(self, root_id: str) -> None:
        """Forgets agents whose root turn no handle will be bound to."""
        root = self._root(root_id)
        if root is not None and not root.thread_id and not root.over:
            self._forget(root)

    def release(self, turn: TurnRoute) -> None:
        """Forgets a turn that no handle follows any more, unless it is an agent's."""
        if turn.root not in self._roots:
            self._turns.remove(turn)
        if turn in self._roots:
            self._forget(turn)

    def fail(self) -> list[TurnRoute]:
        """Forgets everything; returns the root turns that were kept."""
        roots, self._roots = self._roots, []
        self._parents.clear()
        self._unwanted.clear()
        self.notify()
        return roots

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

    def _root(self, turn_id: str) -> TurnRoute | None:
        return next((root for root in self._roots if root.turn_id == turn_id), None)

    def _unbound(self, root_id: str) -> TurnRoute:
        root = TurnRoute("", root_id)
        if root_id in self._unwanted:  # its agent starts after it was left
            root.unwanted, root.status = True, "left"
        return root

    def _keep(self, root: TurnRoute) -> TurnRoute:
        if root not in self._roots:
            self._roots.append(root)
            root.on_change = self.notify
        return root

    def _settle(self, root: TurnRoute) -> None:
        if root in self._roots and root.over and root.settled:
            self._forget(root)
            for channel in root.channels:
                channel.end_events()
        root.notify()

    def _forget(self, root: TurnRoute) -> None:
        self._roots.remove(root)
        for turn in root.running:
            if not turn.channels:
                self._turns.remove(turn)


def _about_to_start(item: Message, child: str) -> bool:
    """Whether, by a call's item, a turn of `child` will follow."""
    if item.get("tool") not in _STARTING_CALLS:
        return False
    return text_at(item, "agentsStates", child, "status") in _STARTING_STATES
