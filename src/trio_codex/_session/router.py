"""Turns decoded notifications into entries of the streams they belong to, without waiting."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeAlias, final

from ..errors import EventBufferOverflowError
from ..protocol.methods import METHODS
from .logins import LoginChannel, LoginTable
from .streams import EventStream, Message
from .turns import RECORDED_METHODS, TurnChannel, TurnRoute

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from .._wire.peer import InboundRequest, Reply
    from ..errors import AppServerError
    from ..protocol import JsonValue
    from .pending import PendingRequest

__all__ = ["Router", "Subscription"]

Hook: TypeAlias = "Callable[[Message], None]"
Answerable: TypeAlias = "Reply[PendingRequest] | InboundRequest"
Incoming: TypeAlias = "Message | Answerable"

_TURN_STARTED = "turn/started"
_TURN_COMPLETED = "turn/completed"
_HELD_FACTOR = 16


@final
class Subscription:
    """A stream of the notifications that belong to no turn and no login."""

    __slots__ = ("events", "methods")

    def __init__(self, methods: frozenset[str], events: EventStream) -> None:
        self.methods = methods
        self.events = events

    def wants(self, method: str) -> bool:
        """Whether notifications of `method` go here."""
        return not self.methods or method in self.methods


@final
class _Starting:
    """A thread on which turns are being started, and the events nobody can be given yet."""

    __slots__ = ("channels", "held", "size")

    def __init__(self) -> None:
        self.channels: list[TurnChannel] = []
        self.held: dict[str, list[Message]] = {}
        self.size = 0


@final
class Router:
    """Knows which stream each notification belongs to.

    Every method is synchronous and runs in the reader or between two of its steps, so an event
    can never slip in between a reply and the binding of its turn.
    """

    def __init__(self, event_buffer: int, hooks: Mapping[str, Hook]) -> None:
        self._event_buffer = event_buffer
        self._turns: dict[str, TurnRoute] = {}
        self._starting: dict[str, _Starting] = {}
        self.logins = LoginTable()
        self._subscriptions: list[Subscription] = []
        self._dirty: list[EventStream] = []
        self._hooks = hooks
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
        turns = self._turns
        special = self._special
        dirty = self._dirty
        for message in incoming:
            if message.__class__ is not dict:
                other(message)  # type: ignore[arg-type]
                continue
            try:
                # Nearly every notification of a turn names it at the top of its params.
                params: Any = message["params"]
                route = turns[params["turnId"]]
                if route.thread_id != params["threadId"]:
                    raise KeyError
            except (KeyError, TypeError):
                self._route_by_keys(message)
                continue
            route.seen += 1
            if not route.started:
                route.start()
            if message["method"] in special:
                self._note(route, message["method"], params)
            for channel in route.channels:
                events = channel.events
                if events.keep:
                    entries = events.incoming
                    if not entries:
                        dirty.append(events)
                    entries.append(message)

    def flush(self) -> int:
        """Hands every stream what this read brought it; returns how many there were."""
        dirty = self._dirty
        streams = len(dirty)
        for events in dirty:
            events.flush()
        dirty.clear()
        return streams

    def _note(self, route: TurnRoute | None, method: str, params: Message) -> None:
        if route is not None and method in RECORDED_METHODS:
            route.record(method, params)
        hook = self._hooks.get(method)
        if hook is not None:
            hook(params)

    def _route_by_keys(self, message: Message) -> None:
        method = message["method"]
        params = message.get("params")
        if not isinstance(method, str) or not isinstance(params, dict):
            self._publish(message)
            return
        spec = METHODS.get(method)
        if spec is not None and spec.login_key:
            if self.logins.take(_dig(params, spec.login_key), message):
                return
        turn_id = _dig(params, (spec.turn_key if spec else None) or ("turnId",))
        thread_id = _dig(params, (spec.thread_key if spec else None) or ("threadId",))
        if method == _TURN_STARTED:
            # A review's turn/started carries another id than everything else of that turn.
            turn_id = _dig(params, ("turn", "rootTurnId")) or turn_id
        if not isinstance(turn_id, str) or not isinstance(thread_id, str):
            self._note(None, method, params)
            self._publish(message)
            return
        route = self._turns.get(turn_id)
        if route is not None and route.thread_id == thread_id:
            self._deliver(route, message)
        elif thread_id in self._starting:
            self._hold(self._starting[thread_id], turn_id, message)
        else:
            self._note(None, method, params)
            self._publish(message)

    def _deliver(self, route: TurnRoute, message: Message) -> None:
        method, params = message["method"], message["params"]
        assert isinstance(method, str) and isinstance(params, dict)
        route.seen += 1
        route.start()
        self._note(route, method, params)
        for channel in route.channels:
            self._append(channel.events, message)
        if method == _TURN_COMPLETED:
            del self._turns[route.turn_id]
            for channel in route.channels:
                channel.finish(message)

    def _append(self, events: EventStream, message: Message) -> None:
        if events.keep and not events.ended:
            if not events.incoming:
                self._dirty.append(events)
            events.incoming.append(message)

    def _publish(self, message: Message) -> None:
        for subscription in self._subscriptions:
            if subscription.wants(message["method"]):  # type: ignore[arg-type]
                self._append(subscription.events, message)

    # -- turns -------------------------------------------------------------------------------

    def open_stream(self) -> EventStream:
        """Makes a stream with this connection's bounds."""
        return EventStream(self._event_buffer, self._delta_methods)

    def expect_turn(self, thread_id: str, *, item_type: str | None = None) -> TurnChannel:
        """Registers a turn that is about to be started, before its request is written.

        With `item_type` the reply will not name the turn: the first one that starts an item of
        that type is taken for it.
        """
        channel = TurnChannel(thread_id, self.open_stream(), item_type)
        self._starting.setdefault(thread_id, _Starting()).channels.append(channel)
        return channel

    def bind_turn(self, channel: TurnChannel, turn_id: str) -> None:
        """Binds an expected turn to the id its reply carries; the reader calls this."""
        starting = self._starting[channel.thread_id]
        route = self._turns.get(turn_id)
        if route is None or route.thread_id != channel.thread_id:
            route = self._turns[turn_id] = TurnRoute(channel.thread_id, turn_id)
        held = starting.held.pop(turn_id, ())
        starting.size -= len(held)
        channel.route = route
        route.channels.append(channel)
        for message in held:
            self._deliver(route, message)
        channel.notify()
        self.forget_start(channel)

    def forget_start(self, channel: TurnChannel) -> None:
        """Takes back an expectation; events held for nobody go to the subscriptions."""
        starting = self._starting.get(channel.thread_id)
        if starting is None or channel not in starting.channels:
            return
        starting.channels.remove(channel)
        if starting.channels:
            return
        del self._starting[channel.thread_id]
        for messages in starting.held.values():
            for message in messages:
                self._note(None, message["method"], message["params"])  # type: ignore[arg-type]
                self._publish(message)

    def release_turn(self, channel: TurnChannel) -> None:
        """Detaches a handle from its turn; nothing more is kept for it."""
        self.forget_start(channel)
        channel.events.discard()
        route = channel.route
        if route is None or channel not in route.channels:
            return
        route.channels.remove(channel)
        if not route.channels and self._turns.get(route.turn_id) is route:
            del self._turns[route.turn_id]

    def _hold(self, starting: _Starting, turn_id: str, message: Message) -> None:
        starting.held.setdefault(turn_id, []).append(message)
        starting.size += 1
        item_type = _dig(message, ("params", "item", "type"))
        for channel in starting.channels:
            if channel.item_type is not None and channel.item_type == item_type:
                self.bind_turn(channel, turn_id)
                return
        limit = self._event_buffer * _HELD_FACTOR
        if starting.size > limit:
            error = EventBufferOverflowError(
                f"{limit} events came for a turn whose start the server has not answered yet",
                limit=limit,
            )
            for channel in tuple(starting.channels):
                channel.fail(error)
                self.forget_start(channel)

    def open_turns(self) -> list[TurnChannel]:
        """Lists one channel of every turn that is running now."""
        return [route.channels[0] for route in self._turns.values() if route.channels]

    def channels_of(self, thread_id: str | None, turn_id: str | None) -> list[TurnChannel]:
        """Lists the channels that follow a turn."""
        route = None if turn_id is None else self._turns.get(turn_id)
        if route is None or route.thread_id != thread_id:
            return []
        return list(route.channels)

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
            self._publish(message)
        self.flush()

    # -- the end -----------------------------------------------------------------------------

    def fail(self, error: AppServerError) -> None:
        """Ends every stream and every wait with `error`."""
        for starting in self._starting.values():
            for channel in starting.channels:
                channel.fail(error)
        for route in self._turns.values():
            for channel in route.channels:
                channel.fail(error)
        self.logins.fail(error)
        for subscription in self._subscriptions:
            subscription.events.end(error)
        self._starting.clear()
        self._turns.clear()
        self._subscriptions.clear()
        self._dirty.clear()

    def statistics(self) -> dict[str, int]:
        """Counts what is registered now."""
        return {
            "turns": len(self._turns),
            "turns_starting": sum(len(s.channels) for s in self._starting.values()),
            "events_held": sum(s.size for s in self._starting.values()),
            "logins": len(self.logins),
            "subscriptions": len(self._subscriptions),
        }


def _dig(params: Message, path: tuple[str, ...]) -> JsonValue:
    value: JsonValue = params
    for key in path:
        if not isinstance(value, dict):
            return None
        value = value.get(key)
    return value
