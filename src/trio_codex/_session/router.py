"""The router: delivers each notification to the streams it belongs to, without waiting."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeAlias, final

from .._json import text_at
from ..errors import ClientClosedError
from ..protocol.methods import METHODS, MethodSpec
from .delivery import Delivery
from .followers import FollowerTable
from .login import LoginChannel, LoginTable
from .starts import TurnStarts
from .turn import TURN_COMPLETED, TURN_STARTED, TurnChannel, TurnRoute

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from .._wire.peer import InboundRequest, Reply
    from ..errors import AppServerError
    from .pending import PendingRequest
    from .stream import Hook, Message

__all__ = ["Router"]

Answerable: TypeAlias = "Reply[PendingRequest] | InboundRequest"
Incoming: TypeAlias = "Message | Answerable"
_KeyPath: TypeAlias = "tuple[str, ...]"

# METHODS has the routing keys of each method. Newer runtimes may add methods and move ids, so the
# usual places are looked at as well.
_TURN_KEYS: tuple[_KeyPath, ...] = (("turnId",), ("turn", "id"))
_THREAD_KEYS: tuple[_KeyPath, ...] = (("threadId",), ("thread", "id"), ("turn", "threadId"))
_ROOT_KEYS: tuple[_KeyPath, ...] = (("turn", "rootTurnId"),)
# Not equal to any JSON value: `None` would be equal to an id that is null.
_NO_ID: Any = object()


# The theory of the router.
#
# One table has the route of each turn: `turns`, by thread id and turn id. One function puts events
# there: `deliver`. Everything else here finds the route, or chooses the receiver of a notification
# without one: a sub-agent's root turn, a start that waits for its reply, a login, a subscription.
# These rules keep an event from being lost, doubled or reordered:
#
# * Everything here is synchronous and runs in the reader's task, or in another task between two
#   of the reader's steps. So the table cannot change between the lookup and the delivery, and no
#   event can come between the reply that names a turn and the binding of its route. A checkpoint
#   in any of these functions would break that (`tests/session/test_turn_routing.py`, and
#   `tests/properties/test_conversations.py`, which cuts the input everywhere).
# * A route is in the table from its binding to its terminal event. `deliver` removes it before it
#   ends the channels, so an event after the end has no route and goes to the subscriptions
#   ("items after the end go to the subscriptions").
# * All handles of a turn get the same event in the same call, so two handles cannot see different
#   orders.
# * `route` remembers the last turn's only stream, because events come in runs. Whatever may change
#   where events go (an event of the slow path, a reply, a request) resets that memory ("what comes
#   behind the end in one read does not go to the ended stream").
# * `flush` wakes each stream in `_dirty` once per read: a stream left out would sleep on.
@final
class Router(Delivery):
    """Delivers each notification to the streams it belongs to."""

    def __init__(
        self,
        event_buffer: int,
        hooks: Iterable[Mapping[str, Hook]],
        *,
        on_late: Callable[[TurnChannel], None],
        on_unwanted: Callable[[TurnRoute], None],
    ) -> None:
        """Makes an empty router.

        Args:
            event_buffer: the bound of every stream, in events.
            hooks: called with the params of notifications, by method, in the order given.
            on_late: called with the channel of a turn that was named after its caller had gone.
            on_unwanted: called with a sub-agent's turn that started after its root turn was left.
        """
        super().__init__(event_buffer, hooks, on_unwanted)
        self.followers: FollowerTable = FollowerTable(self)
        self.starts: TurnStarts = TurnStarts(self, self.followers, on_late)
        self.add_hooks(self.followers.hooks)
        self.on_turn_start: Callable[..., None] = self.followers.attach
        self.on_turn_end: Callable[[str, str, list[TurnChannel]], None] = self.starts.on_ended
        self.followers.starting = self.starts.__contains__
        self.logins: LoginTable = LoginTable()

    # -- called by the reader ----------------------------------------------------------------

    def route(self, incoming: Iterable[Incoming], other: Callable[[Answerable], None]) -> None:
        """Delivers the notifications of one read in order; replies and requests go to `other`.

        `flush` then wakes the consumers.
        """
        special, threads = self.special, self.turns.threads
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
                route = threads[params["threadId"]][params["turnId"]]
            except (KeyError, TypeError):
                running, turn_id = None, _NO_ID
                if message.__class__ is dict:
                    self._route_by_keys(message)
                else:
                    other(message)  # type: ignore[arg-type]
                continue
            self.deliver(route, message)  # type: ignore[arg-type]
            turn_id = _NO_ID
            if (
                route is running
                and method not in special
                and len(route.channels) == 1
                and not route.root
                and route.held is None
                and ((span := route.channels[0].span) is None or span.answered)
            ):
                # The second event of a run: from here on `flush` is due for its only stream.
                events = route.channels[0].events
                append = events.incoming.append if events.keep else _drop
                turn_id, thread_id = route.turn_id, route.thread_id
            running = route

    def _route_by_keys(self, message: Message) -> None:
        """Delivers a notification that names no followed turn at the top of its params."""
        method, params = message["method"], message.get("params")
        if not isinstance(method, str) or not isinstance(params, dict):
            self.publish(message)
            return
        spec = METHODS.get(method)
        login_key = None if spec is None else spec.login_key
        if login_key and self.logins.take(text_at(params, *login_key), message):
            return
        thread_id, ids = _named(spec, method, params)
        route = self._find(method, thread_id, ids)
        if route is None and ids and thread_id is not None and method == TURN_STARTED:
            route = self.starts.on_started(thread_id, ids[0]) or self.agents.start(
                thread_id, ids[-1], ids[0], pending=self.starts.holds
            )
        if route is not None:
            self.deliver(route, message)
            return
        # Server requests do not wait for the turn to be bound, so neither may their hooks.
        self.note(None, method, params)
        if ids and self.starts.hold(thread_id, ids, message):
            return
        if ids and thread_id is not None and method == TURN_COMPLETED:
            self.starts.on_ended(thread_id, ids[0])
        self.followers.settle(thread_id, ids, message)

    def _find(self, method: str, thread_id: str | None, ids: list[str]) -> TurnRoute | None:
        found: list[TurnRoute | None] = []
        if thread_id is None:  # malformed, and two threads may have a turn of one id
            found = [*next(filter(None, map(self.turns.named, reversed(ids))), [])]
        elif ids:
            found = [self.turns.find(thread_id, ids[-1]) or self.turns.find(thread_id, ids[0])]
        elif method == TURN_COMPLETED:  # malformed, but the end of a thread's only turn is clear
            found = [*self.turns.of_thread(thread_id)]
        return found[0] if len(found) == 1 else None

    # -- turns -------------------------------------------------------------------------------

    def expect_turn(
        self, thread_id: str, *, item_type: str | None = None, keep_events: bool = True
    ) -> TurnChannel:
        """Registers a turn that is about to be started, before its request is written.

        With `item_type` the reply will not name the turn: the first turn of the thread that
        starts an item of that type is bound.
        """
        channel = TurnChannel(thread_id, self.open_stream(), item_type)
        channel.events.keep, channel.events.fresh = keep_events, True
        self.starts.expect(channel)
        return channel

    def release_turn(self, channel: TurnChannel) -> None:
        """Detaches a handle from its turn, drops its events, and ends its waits with an error."""
        self.starts.forget(channel)
        self.flush()
        channel.left = channel.agents_released = True
        channel.events.discard()
        if not (channel.over and channel.events.ended):
            channel.fail(ClientClosedError("the turn was left before it had ended"))
        self.detach(channel)

    def open_turns(self) -> list[TurnChannel]:
        """Lists one channel of every running turn that this client has to end."""
        own = [route.channels for route in self.turns if not route.foreign]
        return [each[0] for it in own if (each := [c for c in it if not c.trial])]

    def channels_of(self, thread_id: str | None, turn_id: str | None) -> list[TurnChannel]:
        """Lists the channels that follow a turn; without a turn id, those of a thread's turns."""
        found = [
            channel
            for route in self.turns.of_thread(thread_id or "")
            if turn_id in (None, route.turn_id)
            for channel in route.channels or (route.root.channels if route.root else ())
        ]
        # The reply that names the turn may not have come yet.
        return found or self.starts.channels(thread_id)

    # -- logins ------------------------------------------------------------

    def settle_login(self, channel: LoginChannel) -> None:
        """Ends the start of a login; completions of no attempt go to the subscriptions."""
        for message in self.logins.settle(channel):
            self.publish(message)
        self.flush()

    # -- the end -----------------------------------------------------------------------------

    def fail(self, error: AppServerError) -> None:
        """Ends every stream and every wait with `error`."""
        self.starts.fail(error)
        for owner in (*self.turns, *self.agents.fail()):
            for channel in owner.channels:
                channel.fail(error)
        self.followers.fail(error)
        self.logins.fail(error)
        for subscription in self._subscriptions:
            subscription.events.end(error)
        self.turns.clear()
        self._subscriptions.clear()
        self._dirty.clear()

    def statistics(self) -> dict[str, int]:
        """Counts the registered objects."""
        return {
            "turns": len(self.turns),
            "turns_starting": len(self.starts),
            **self.agents.statistics(),
            "events_held": self.starts.held,
            "logins": len(self.logins),
            "subscriptions": len(self._subscriptions),
            "threads_followed": len(self.followers),
        }


def _drop(message: Message) -> None:
    """Stands for the stream of a turn whose events no consumer will read."""


def _named(spec: MethodSpec | None, method: str, params: Message) -> tuple[str | None, list[str]]:
    """Returns the thread id in the params, and the ids that a start's reply may name.

    Of the latter, the last is the turn's own. A review's turn/started carries another id than the
    other events of that turn, and a sub-agent's runs on another thread; both name their root turn.
    """
    thread_id = _first(params, spec and spec.thread_key, _THREAD_KEYS)
    own = _first(params, spec and spec.turn_key, _TURN_KEYS)
    root = _first(params, None, _ROOT_KEYS) if method == TURN_STARTED else None
    return thread_id, [id for id in (root, None if own == root else own) if id is not None]


def _first(params: Message, known: _KeyPath | None, usual: tuple[_KeyPath, ...]) -> str | None:
    for path in usual if known is None else (known, *usual):
        value = text_at(params, *path)
        if value is not None:
            return value
    return None
