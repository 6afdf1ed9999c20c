"""Delivery: the streams of running turns and of subscriptions, and the events they get."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING, Any

from .._json import text_at
from ..protocol.methods import METHODS
from .budget import charge
from .stream import EventStream, Hook, Message, Mismatches, Subscription
from .tokens import TokenMeter
from .turn import (
    ITEM_COMPLETED,
    RECORDED_METHODS,
    TOKEN_USAGE,
    TURN_COMPLETED,
    TURN_STARTED,
    TurnChannel,
    TurnRoute,
)
from .turns import AgentTable, TurnTable

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

__all__ = ["Delivery"]

logger = logging.getLogger("trio_codex.turns")


class Delivery:
    """The streams of one connection; `Router` finds the one that a message is for.

    Attributes:
        turns: the routes of the running turns.
        agents: the sub-agents of these turns.
        tokens: counts the tokens of turns.
        special: the methods of a turn that change more than its streams.
        on_turn_start: called with a new route; `joined` says that a request has started the turn.
        on_turn_end: called with the ids of a turn that has just ended, and its channels.
        is_foreign: whether another client of the server has started a turn, by its thread's id
            and its own.
    """

    def __init__(
        self,
        event_buffer: int,
        hooks: Iterable[Mapping[str, Hook]],
        on_unwanted: Callable[[TurnRoute], None],
    ) -> None:
        self.event_buffer: int = event_buffer
        self.is_foreign: Callable[[str, str], bool] = _never
        self.turns: TurnTable = TurnTable()
        self.tokens: TokenMeter = TokenMeter()
        self.agents: AgentTable = AgentTable(self.turns, on_unwanted)
        self.on_turn_start: Callable[..., None]
        self.on_turn_end: Callable[[str, str, list[TurnChannel]], None]
        self._subscriptions: list[Subscription] = []
        self._dirty: list[EventStream] = []
        self.gap: Message = {}  # the notification of the last gap
        self._mismatches = Mismatches()
        self._hooks: dict[str, list[Hook]] = {}
        self.special: frozenset[str] = RECORDED_METHODS | {TURN_COMPLETED}
        for table in (*hooks, self.agents.hooks, self.tokens.hooks):
            self.add_hooks(table)
        self._delta_methods = frozenset(
            spec.method
            for spec in METHODS.values()
            if spec.item_key and spec.method.lower().endswith("delta")
        )

    def add_hooks(self, hooks: Mapping[str, Hook]) -> None:
        """Adds callbacks for the params of notifications, by method."""
        for method, hook in hooks.items():
            self._hooks.setdefault(method, []).append(hook)
        self.special |= hooks.keys()

    # -- events --------------------------------------------------------------------------------

    def deliver(self, route: TurnRoute, message: Message) -> None:
        """Puts an event into the streams of its turn, and ends the turn with its terminal event."""
        if route.held is not None:
            route.held.append(message)
            return
        method: Any = message["method"]
        if method == ITEM_COMPLETED and route.recovered and _item_id(message) in route.recovered:
            return
        route.seen += 1
        if not route.started:
            _begin(route, message)
        if method in self.special:
            self.note(route, method, message["params"])  # type: ignore[arg-type]
        for channel in route.channels:
            self.put(channel.events, message)
            if channel.span is not None and method in self._delta_methods:
                channel.span.on_delta()
        if route.root is not None:
            self._deliver_to_root(route, route.root, message)
        if method == TURN_COMPLETED:
            route.status = text_at(message, "params", "turn", "status") or "completed"
            _log_end(route, message)
            self.turns.remove(route)
            for channel in route.channels:
                channel.finish(message)
            self.agents.on_end(route)
            self.on_turn_end(route.thread_id, route.turn_id, route.channels)

    def _deliver_to_root(self, agent: TurnRoute, root: TurnRoute, message: Message) -> None:
        """Delivers an event of a sub-agent to its root turn and to the subscriptions."""
        params = message["params"]
        if isinstance(params, dict) and params.get("willRetry") is not True:
            root.seen += 1
        for channel in root.channels:
            if channel.follow_agents:
                self.put(channel.events, message)
        if all(channel.trial for channel in agent.channels):
            self.publish(message)

    def put(self, events: EventStream, message: Message) -> None:
        """Adds an event to a stream that takes more, and notes that `flush` is due."""
        if not events.keep or events.ended:
            return
        if not events.dirty:
            events.dirty = True
            self._dirty.append(events)
        events.incoming.append(message)

    def mark_gap(self, message: Message, *, first: bool) -> None:
        """Puts a notification of a gap into every stream, and holds the events behind it.

        Args:
            message: the notification.
            first: false after another attempt that failed: those streams have it already.
        """
        for route in self.turns:
            channels = route.channels if first or route.held is None else ()
            route.held = []
            for channel in channels:
                self.put(channel.events, message)
        for subscription in self._subscriptions if first else ():
            self.put(subscription.events, message)
        self.gap = message
        self.flush()

    def hold_behind_gap(self, route: TurnRoute) -> None:
        """Holds the events of a turn that was bound after `mark_gap`."""
        if route.held is None:
            route.held = []
            for channel in route.channels:
                self.put(channel.events, self.gap)

    def release_held(self, route: TurnRoute, recovered: Sequence[Message]) -> None:
        """Delivers what happened to a turn during a gap, then the events held since.

        An item that was recovered completes only once, also when its event comes later.
        """
        held, route.held = route.held or [], None
        known = {text_at(params, "item", "id") for params in route.items}
        for message in (*recovered, *held):
            if message["method"] == ITEM_COMPLETED:
                if _item_id(message) in known:
                    continue
                known.add(_item_id(message))
            if route in self.turns:
                self.deliver(route, message)
            else:  # after its end
                self.publish(message)
        route.recovered.update(map(_item_id, recovered))

    def publish(self, message: Message) -> None:
        """Puts a notification into the subscriptions to its method."""
        for subscription in self._subscriptions:
            if subscription.wants(message["method"]):  # type: ignore[arg-type]
                self.put(subscription.events, message)

    @property
    def events_behind(self) -> int:
        """How many events wait for their consumers, in all streams."""
        channels = (channel.events for route in self.turns for channel in route.channels)
        subscriptions = (subscription.events for subscription in self._subscriptions)
        return sum(events.buffered for events in (*channels, *subscriptions))

    def flush(self) -> int:
        """Wakes the consumers of the streams that got events; returns the number of those."""
        flushed, self._dirty = self._dirty, []
        for events in flushed:
            events.flush()
        return len(flushed)

    def note(self, route: TurnRoute | None, method: str, params: Message) -> None:
        """Keeps what the record of a turn needs, and calls the hooks of the method."""
        if method in RECORDED_METHODS:
            tokens = self.tokens.update(params) if method == TOKEN_USAGE else None
            if route is not None:
                route.tokens = tokens or route.tokens
                root = route.root or route
                if root.charges and tokens is not None:
                    charge(root)
                if route.channels or method == ITEM_COMPLETED:
                    route.record(method, params)
        for hook in self._hooks.get(method, ()):
            hook(params)

    # -- turns and subscriptions -----------------------------------------------------------------

    def open_stream(self) -> EventStream:
        """Makes a stream with this connection's bounds."""
        return EventStream(self.event_buffer, self._delta_methods, self._mismatches)

    def add(self, thread_id: str, turn_id: str, *, joined: bool = True) -> TurnRoute:
        """Makes the route of a turn, which the followers of its thread join."""
        unbound = self.agents.take_unbound(thread_id, turn_id)
        route = self.turns.add(unbound or TurnRoute(thread_id, turn_id))
        self.on_turn_start(route, joined=joined)
        return route

    def detach(self, channel: TurnChannel) -> None:
        """Removes a channel from its turn, and the route of a turn that has no channel left."""
        route = channel.route
        if route is None or channel not in route.channels:
            return
        route.channels.remove(channel)
        if not route.channels:
            self.agents.release(route)

    def subscribe(self, methods: frozenset[str]) -> Subscription:
        """Opens a stream of notifications that belong to no turn and no login."""
        subscription = Subscription(methods, self.open_stream())
        self._subscriptions.append(subscription)
        return subscription

    def unsubscribe(self, subscription: Subscription) -> None:
        """Closes a subscription."""
        if subscription in self._subscriptions:
            self._subscriptions.remove(subscription)
        subscription.events.discard()
        subscription.events.end()


def _never(thread_id: str, turn_id: str) -> bool:  # noqa: ARG001
    """Says that no turn is another client's: the server has no other clients."""
    return False


def _begin(route: TurnRoute, message: Message) -> None:
    """Marks a turn as started by its first event.

    A review sends an item before its `turn/started`, which names the id to interrupt it by.
    """
    params: Any = message["params"]
    try:
        if message["method"] == TURN_STARTED:
            route.active_id = str(params["turn"]["id"])
        elif params["item"]["type"] == "enteredReviewMode":
            return
    except (LookupError, TypeError):
        pass  # malformed, or another event
    route.start()


def _item_id(message: Message) -> str | None:
    return text_at(message["params"], "item", "id")


def _log_end(route: TurnRoute, message: Any) -> None:
    """Logs the end of a turn, without its content."""
    if not logger.isEnabledFor(logging.INFO):
        return
    turn = message["params"].get("turn")
    duration = turn.get("durationMs") if isinstance(turn, dict) else None
    cost = None if route.tokens is None else route.tokens.cost
    total = "no" if cost is None else cost.get("totalTokens")
    ids = {
        "codex_thread_id": route.thread_id,
        "codex_turn_id": route.turn_id,
        "codex_status": route.status,
        "codex_duration_ms": duration,
        "codex_tokens": cost,
    }
    text = "a turn ended: %s after %s ms, %s tokens counted"
    logger.info(text, route.status, duration, total, extra=ids)
