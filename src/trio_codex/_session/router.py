"""Turns decoded notifications into entries of the streams they belong to, without waiting."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeAlias, final

from ..errors import ClientClosedError
from ..protocol.methods import METHODS
from .agents import AgentTable, AgentTurn
from .hooks import join_hooks
from .late_turns import LateTurns
from .login import LoginChannel, LoginTable
from .naming import dig, thread_id_of, turn_ids_of
from .starts import TurnStarts
from .stream import EventStream, Message
from .subscription import Subscription
from .tokens import TokenMeter
from .turn import RECORDED_METHODS, TOKEN_USAGE, TurnChannel, TurnRoute
from .turn_table import TurnTable

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from .._wire.peer import InboundRequest, Reply
    from ..errors import AppServerError
    from .hooks import Hook
    from .pending import PendingRequest

__all__ = ["Router"]

Answerable: TypeAlias = "Reply[PendingRequest] | InboundRequest"
Incoming: TypeAlias = "Message | Answerable"

_TURN_STARTED = "turn/started"
_TURN_COMPLETED = "turn/completed"
# Equal to nothing that JSON can say: `None` would be equal to an id that is null.
_NO_ID: Any = object()


@final
class Router:
    """Knows which stream each notification belongs to.

    Every method is synchronous and runs in the reader or between two of its steps, so an event
    can never slip in between a reply and the binding of its turn.
    """

    def __init__(
        self,
        event_buffer: int,
        hooks: Mapping[str, Hook],
        *,
        on_late: Callable[[TurnChannel], None],
        on_unwanted: Callable[[AgentTurn], None],
    ) -> None:
        """Makes an empty router.

        Args:
            event_buffer: the bound of every stream, in events.
            hooks: what is called with the params of notifications, by method.
            on_late: is given the channel of a turn whose caller had gone before it was named.
            on_unwanted: is given a sub-agent's turn that started after its root turn was left.
        """
        self._event_buffer = event_buffer
        self.turns: TurnTable = TurnTable()
        self._tokens = TokenMeter()
        self.agents: AgentTable = AgentTable(self.turns.by_turn, self._tokens, on_unwanted)
        self.late: LateTurns = LateTurns(self, on_late)
        self.starts: TurnStarts = TurnStarts(self, event_buffer)
        self.logins: LoginTable = LoginTable()
        self._subscriptions: list[Subscription] = []
        self._dirty: list[EventStream] = []
        self._hooks = hooks = join_hooks(join_hooks(hooks, self.agents.hooks), self._tokens.hooks)
        self._special = RECORDED_METHODS | frozenset(hooks)
        self._delta_methods = frozenset(
            spec.method
            for spec in METHODS.values()
            if spec.item_key and spec.method.lower().endswith("delta")
        )

    # -- what the reader calls ---------------------------------------------------------------

    def route(self, incoming: Iterable[Incoming], other: Callable[[Answerable], None]) -> None:
        """Puts each notification where it belongs and hands replies and requests to `other`.

        All of one read go through here in their order; `flush` then wakes the consumers.
        """
        special, turns = self._special, self.turns.by_turn
        # A turn's events come in runs: from the second of a run on, its only stream is known.
        running: Any = None
        append: Any = None
        turn_id = thread_id = _NO_ID
        for message in incoming:
            try:
                # Nearly every notification of a turn names it at the top of its params.
                params: Any = message["params"]  # type: ignore[index]
                method: Any = message["method"]  # type: ignore[index]
                if params["turnId"] == turn_id and params["threadId"] == thread_id:
                    if method not in special:
                        running.seen += 1
                        append(message)
                        continue
                route = turns[params["turnId"]]
                if route.thread_id != params["threadId"]:
                    raise KeyError
            except (KeyError, TypeError):
                # What happens there may change where events go.
                running, turn_id = None, _NO_ID
                if message.__class__ is dict:
                    self._route_by_keys(message)
                else:
                    other(message)  # type: ignore[arg-type]
                continue
            turn_id = _NO_ID
            events = route.channels[0].events
            due = events.dirty or (route.started and not events.keep)
            if due and method not in special and len(route.channels) == 1:
                append = events.incoming.append if events.keep else _drop
                route.seen += 1
                append(message)
                if route is running:
                    turn_id, thread_id = route.turn_id, route.thread_id
            else:
                self._pass_on(route, message, method, params)  # type: ignore[arg-type]
            running = route

    def _pass_on(self, route: TurnRoute, message: Message, method: str, params: Message) -> None:
        """Puts an event into the streams of its turn."""
        route.seen += 1
        if not route.started:
            route.start()
        if method in self._special:
            self._note(route, method, params)
        for channel in route.channels:
            events = channel.events
            if events.keep:
                # A list that is not empty may still wait for its consumer: what makes a flush
                # due is that this read brought something.
                if not events.dirty:
                    events.dirty = True
                    self._dirty.append(events)
                events.incoming.append(message)

    def flush(self) -> int:
        """Hands every stream what this read brought it; returns how many there were."""
        dirty = self._dirty
        streams = len(dirty)
        for events in dirty:
            events.flush()
        dirty.clear()
        return streams

    def _note(self, route: TurnRoute | None, method: str, params: Message) -> None:
        if method in RECORDED_METHODS:
            tokens = self._tokens.update(params) if method == TOKEN_USAGE else None
            if route is not None:
                route.tokens = tokens or route.tokens
                route.record(method, params)
        hook = self._hooks.get(method)
        if hook is not None:
            hook(params)

    def _route_by_keys(self, message: Message) -> None:
        method = message["method"]
        params = message.get("params")
        if not isinstance(method, str) or not isinstance(params, dict):
            self.publish(message)
            return
        spec = METHODS.get(method)
        if spec is not None and spec.login_key:
            if self.logins.take(dig(params, spec.login_key), message):
                return
        thread_id = thread_id_of(params)
        route, ids = self._place(method, params, thread_id)
        if route is None and ids and thread_id is not None and method == _TURN_STARTED:
            route = self.late.on_started(thread_id, ids[0])
        if route is not None:
            self.deliver(route, message)
            return
        # Server requests do not wait for the turn to be bound, so neither does what they need.
        self._note(None, method, params)
        if not ids or not self._pass_on_unbound(thread_id, ids, message):
            self.publish(message)

    def _place(
        self, method: str, params: Message, thread_id: str | None
    ) -> tuple[TurnRoute | None, list[str]]:
        """Finds the turn that a notification names, and the ids that its start's reply may name.

        Of two ids the turn's own is the last.
        """
        named = turn_ids_of(method, params)
        for turn_id in reversed(named):
            if thread_id is None:
                route = self.turns.named(turn_id)
            else:
                route = self.turns.find(thread_id, turn_id)
            if route is not None:
                return route, named
        if method == _TURN_COMPLETED and thread_id is not None and not named:
            routes = self.turns.of_thread(thread_id)
            if len(routes) == 1:  # malformed, and yet only one turn of the thread can have ended
                return routes[0], named
        return None, named

    def _pass_on_unbound(self, thread_id: str | None, ids: list[str], message: Message) -> bool:
        """Gives an event of a turn without a route to what expects it; false if nothing does."""
        if thread_id is not None and self._pass_to_agents(thread_id, ids[-1], ids[0], message):
            return False  # The subscriptions get it as well.
        if self.starts.hold(thread_id, ids, message):
            return True
        if message["method"] == _TURN_COMPLETED and thread_id is not None:
            self.late.on_ended(thread_id, ids[0])
        return False

    def _pass_to_agents(self, thread_id: str, turn_id: str, root_id: str, message: Message) -> bool:
        """Notes an event of a sub-agent's turn; returns whether it is one."""
        turn = self.agents.find(thread_id, turn_id)
        if turn is None and message["method"] == _TURN_STARTED:
            pending = self.starts.holds(root_id)
            turn = self.agents.start(thread_id, turn_id, root_id, pending=pending)
        if turn is None:
            return False
        for channel in turn.group.channels:
            if channel.follow_agents:
                self._append(channel.events, message)
        self.agents.record(turn, message["method"], message["params"])  # type: ignore[arg-type]
        return True

    def deliver(self, route: TurnRoute, message: Message) -> None:
        """Puts any event into the streams of its turn, and ends it with its terminal event."""
        method, params = message["method"], message["params"]
        assert isinstance(method, str) and isinstance(params, dict)
        route.seen += 1
        route.start()
        self._note(route, method, params)
        for channel in route.channels:
            self._append(channel.events, message)
        if method == _TURN_COMPLETED:
            self.turns.remove(route)
            for channel in route.channels:
                channel.finish(message)
            self.agents.end_root(route)
            self.late.on_ended(route.thread_id, route.turn_id)
            self.starts.on_ended(route)

    def find(self, thread_id: str, turn_id: str) -> TurnRoute | None:
        """Finds the route of a turn."""
        return self.turns.find(thread_id, turn_id)

    def add(self, thread_id: str, turn_id: str) -> TurnRoute:
        """Makes the route of a turn."""
        route = self.turns.add(thread_id, turn_id)
        self.agents.bind(route)
        return route

    def _append(self, events: EventStream, message: Message) -> None:
        if events.keep and not events.ended:
            if not events.dirty:
                events.dirty = True
                self._dirty.append(events)
            events.incoming.append(message)

    def publish(self, message: Message) -> None:
        """Puts a notification into the subscriptions that want it."""
        for subscription in self._subscriptions:
            if subscription.wants(message["method"]):  # type: ignore[arg-type]
                self._append(subscription.events, message)

    # -- turns -------------------------------------------------------------------------------

    def open_stream(self) -> EventStream:
        """Makes a stream with this connection's bounds."""
        return EventStream(self._event_buffer, self._delta_methods)

    def expect_turn(
        self, thread_id: str, *, item_type: str | None = None, keep_events: bool = True
    ) -> TurnChannel:
        """Registers a turn that is about to be started, before its request is written.

        With `item_type` the reply will not name the turn: the first one that starts an item of
        that type is taken for it.
        """
        channel = TurnChannel(thread_id, self.open_stream(), item_type)
        channel.events.keep = keep_events
        self.starts.expect(channel)
        return channel

    def release_turn(self, channel: TurnChannel) -> None:
        """Detaches a handle from its turn; nothing more is kept for it.

        Whoever still waits for the turn's end through this handle gets an error.
        """
        self.starts.forget(channel)
        self.flush()
        channel.left = channel.agents_released = True
        self.late.release(channel)
        channel.events.discard()
        channel.fail(ClientClosedError("the turn was left before it had ended"))
        self.detach(channel)

    def detach(self, channel: TurnChannel) -> None:
        """Takes a channel from its turn; a turn that nobody follows has no route."""
        route = channel.route
        if route is None or channel not in route.channels:
            return
        route.channels.remove(channel)
        if not route.channels:
            self.turns.remove(route)
            self.agents.release(route)

    def route_of(self, thread_id: str, turn_id: str) -> TurnRoute:
        """Finds or makes the route of a turn."""
        return self.find(thread_id, turn_id) or self.add(thread_id, turn_id)

    def open_turns(self) -> list[TurnChannel]:
        """Lists one channel of every turn that is running now."""
        handles = ([c for c in route.channels if not c.trial] for route in self.turns)
        return [channels[0] for channels in handles if channels]

    def channels_of(self, thread_id: str | None, turn_id: str | None) -> list[TurnChannel]:
        """Lists the channels that follow a turn, or that of a thread when the turn is not named."""
        found = [
            channel
            for route in self.turns
            if route.thread_id == thread_id and turn_id in (None, route.turn_id)
            for channel in route.channels
        ]
        agent = None if found else self.agents.find(thread_id, turn_id)
        if agent is not None:
            return list(agent.group.channels)
        # The reply that names the turn may still be on its way.
        return found or self.starts.channels(thread_id)

    # -- subscriptions -----------------------------------------------------------------------

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

    def settle_login(self, channel: LoginChannel) -> None:
        """Ends the start of a login; completions that were nobody's go to the subscriptions."""
        for message in self.logins.settle(channel):
            self.publish(message)
        self.flush()

    # -- the end -----------------------------------------------------------------------------

    def fail(self, error: AppServerError) -> None:
        """Ends every stream and every wait with `error`."""
        self.starts.fail(error)
        for route in self.turns:
            for channel in route.channels:
                channel.fail(error)
        for group in self.agents.fail():
            for channel in group.channels:
                channel.fail(error)
        self.late.clear()
        self.logins.fail(error)
        for subscription in self._subscriptions:
            subscription.events.end(error)
        self.turns.clear()
        self._subscriptions.clear()
        self._dirty.clear()

    def statistics(self) -> dict[str, int]:
        """Counts what is registered now."""
        return {
            "turns": len(self.turns),
            "turns_starting": len(self.starts) + len(self.late),
            **self.agents.statistics(),
            "events_held": self.starts.held,
            "logins": len(self.logins),
            "subscriptions": len(self._subscriptions),
        }


def _drop(message: Message) -> None:
    """Takes an event of a turn whose events nobody will look at."""
