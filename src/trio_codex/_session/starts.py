"""Turns that were asked for: their channels and what came for them before they were named."""

from __future__ import annotations

from typing import TYPE_CHECKING, final

from ..errors import EventBufferOverflowError

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from ..errors import AppServerError
    from ..protocol import JsonValue
    from .router import Router
    from .stream import Message
    from .turn import TurnChannel, TurnRoute

__all__ = ["TurnStarts"]

_TURN_STARTED = "turn/started"
_HELD_FACTOR = 16


@final
class _Starting:
    """A thread on which turns are being started, and the events of turns without a route.

    Attributes:
        channels: the pending starts, in the order of their requests.
        ended: turns that ended meanwhile, by id: a late reply may still name one.
        held: numbered events by turn id, in the order in which they came.
        size: how many events are held.
    """

    __slots__ = ("channels", "ended", "held", "size")

    def __init__(self) -> None:
        self.channels: list[TurnChannel] = []
        self.ended: dict[str, TurnChannel] = {}
        self.held: dict[str, list[tuple[int, Message]]] = {}
        self.size = 0

    def hold(self, turn_id: str, number: int, message: Message) -> None:
        """Holds an event of a turn without a route."""
        self.held.setdefault(turn_id, []).append((number, message))
        self.size += 1

    def take(self, turn_id: str) -> list[tuple[int, Message]]:
        """Removes and returns what is held for a turn."""
        held = self.held.pop(turn_id, [])
        self.size -= len(held)
        return held

    def drop(self, numbers: set[int]) -> None:
        """Removes events that were delivered under another name."""
        for turn_id in tuple(self.held):
            for number, message in self.take(turn_id):
                if number not in numbers:
                    self.hold(turn_id, number, message)

    def messages(self) -> dict[int, Message]:
        """Returns everything held by its number: each event once, in order."""
        found = {number: message for held in self.held.values() for number, message in held}
        return dict(sorted(found.items()))


@final
class TurnStarts:
    """The starts that wait for their replies, by thread.

    A third of all `turn/started` come before the reply to `turn/start`. So a start is registered
    before its request is written, and the reader binds the turn when it decodes the reply.

    The reply to a start that joins the running turn comes too late as well, and only the reply
    says that it did. So until then

    * events of turns without a route are held, numbered in the order in which they came;
    * a pending start follows every turn of its thread that has a route, through a channel made
      for the trial (`TurnChannel.trials`).

    When a reply names a turn without a route, what is held for it is delivered; a start that was
    requested between two of these events gets those that came after its request. A trial whose
    turn the reply names becomes the handle's own channel, and the other trials are dropped.
    """

    __slots__ = ("_limit", "_numbers", "_router", "_shared", "_threads")

    def __init__(self, router: Router, event_buffer: int) -> None:
        self._router = router
        self._limit = event_buffer * _HELD_FACTOR
        self._threads: dict[str, _Starting] = {}
        self._numbers = 0  # how many events were ever held
        # Those that are held in more than one place, by number.
        self._shared: set[int] = set()

    def __contains__(self, thread_id: str) -> bool:
        return thread_id in self._threads

    def __len__(self) -> int:
        return sum(len(starting.channels) for starting in self._threads.values())

    @property
    def held(self) -> int:
        """How many events are held."""
        return sum(starting.size for starting in self._threads.values())

    def channels(self, thread_id: str | None) -> list[TurnChannel]:
        """Lists the channels of the starts that wait on a thread."""
        starting = self._threads.get(thread_id or "")
        return [] if starting is None else list(starting.channels)

    def holds(self, turn_id: str) -> bool:
        """Whether events of this turn are held."""
        return any(turn_id in starting.held for starting in self._threads.values())

    def started_unnamed(self, thread_id: str) -> str | None:
        """Names a turn that has started on a thread while its starts wait for their replies."""
        starting = self._threads.get(thread_id)
        for turn_id, messages in () if starting is None else starting.held.items():
            if any(message["method"] == _TURN_STARTED for _, message in messages):
                return turn_id
        return None

    # -- from the request to the reply ---------------------------------------------------------

    def expect(self, channel: TurnChannel) -> None:
        """Registers a turn that is about to be started."""
        channel.since = self._numbers
        starting = self._threads.get(channel.thread_id)
        if starting is None:
            starting = self._threads[channel.thread_id] = _Starting()
        starting.channels.append(channel)
        if channel.item_type is None:
            for route in self._router.turns.of_thread(channel.thread_id):
                self._follow(channel, route)

    def _follow(self, channel: TurnChannel, route: TurnRoute) -> None:
        """Lets a pending start follow a turn that it may turn out to join."""
        trial = type(channel)(channel.thread_id, self._router.open_stream())
        trial.events.keep = channel.events.keep
        trial.trial = True
        trial.attach(route)
        channel.trials[route.turn_id] = trial

    def bind(self, channel: TurnChannel, turn_id: str) -> None:
        """Binds an expected turn to the id its reply carries."""
        starting = self._threads.get(channel.thread_id)
        if starting is None or channel not in starting.channels:
            return  # Nobody waits for it any more.
        trial = channel.trials.pop(turn_id, None)
        route = self._router.find(channel.thread_id, turn_id)
        channel.joined = trial is not None or route is not None or turn_id in starting.ended
        if trial is not None:
            channel.replace(trial)
        elif route is not None:
            channel.attach(route)
        elif turn_id not in starting.ended:
            self.deliver_held(self._router.add(channel.thread_id, turn_id), channel)
        if channel.route is None:
            channel.adopt(starting.ended[turn_id])
        channel.notify()
        self.forget(channel)

    def deliver_held(self, route: TurnRoute, channel: TurnChannel | None = None) -> None:
        """Delivers what came for a turn before it had a route, and binds the channel named."""
        starting = self._threads.get(route.thread_id)
        if starting is None:
            return
        held = starting.take(route.turn_id)
        self._drop_shared(number for number, _ in held)
        waiting = [c for c in starting.channels if c is channel or c.item_type is None]
        for number, message in held:
            while waiting and waiting[0].since < number:
                self._bind_or_follow(waiting.pop(0), route, channel)
            if route in self._router.turns and route.channels:
                self._router.deliver(route, message)
            else:  # a late item of a turn that ended before its reply
                self._router.publish(message)
        if route in self._router.turns:
            for pending in waiting:
                self._bind_or_follow(pending, route, channel)

    def _bind_or_follow(
        self, pending: TurnChannel, route: TurnRoute, channel: TurnChannel | None
    ) -> None:
        if pending is channel:
            channel.attach(route)
        else:
            self._follow(pending, route)

    def _drop_shared(self, numbers: Iterable[int]) -> None:
        shared = self._shared.intersection(numbers)
        if shared:
            self._shared -= shared
            for starting in self._threads.values():
                starting.drop(shared)

    def forget(self, channel: TurnChannel) -> None:
        """Takes back an expectation; events held for nobody go to the subscriptions."""
        starting = self._threads.get(channel.thread_id)
        if starting is None or channel not in starting.channels:
            return
        starting.channels.remove(channel)
        for trial in channel.trials.values():
            trial.events.discard()
            self._router.detach(trial)
        channel.trials.clear()
        if starting.channels:
            return
        del self._threads[channel.thread_id]
        if not self._threads:
            self._shared.clear()
        self._router.late.on_starts_settled()
        for turn_id in starting.held:
            self._router.agents.drop_unbound(turn_id)
        elsewhere: set[int] = set()
        if self._shared:
            elsewhere = {n for other in self._threads.values() for n in other.messages()}
        for number, message in starting.messages().items():
            if number not in elsewhere:
                self._router.publish(message)

    # -- what the reader brings meanwhile ------------------------------------------------------

    def hold(self, thread_id: str | None, turn_ids: list[str], message: Message) -> bool:
        """Keeps an event of a turn that no reply has named; false when none may name it.

        An event without a thread's id is held for every thread on which a turn is being started.
        """
        if thread_id is None:
            pending = [*self._threads.values()]
        else:
            pending = [self._threads[thread_id]] if thread_id in self._threads else []
        self._numbers += 1
        if len(pending) * len(turn_ids) > 1:
            self._shared.add(self._numbers)
        for starting in pending:
            for turn_id in turn_ids:
                starting.hold(turn_id, self._numbers, message)
        for starting in pending:
            if self._bind_by_item(starting, turn_ids[0], message):
                break
            if starting.size > self._limit:
                self._overflow(starting)
        return bool(pending)

    def _bind_by_item(self, starting: _Starting, turn_id: str, message: Message) -> bool:
        item_type = _item_type(message)
        for channel in starting.channels:
            if channel.item_type is not None and channel.item_type == item_type:
                self.bind(channel, turn_id)
                return True
        return False

    def _overflow(self, starting: _Starting) -> None:
        error = EventBufferOverflowError(
            f"{self._limit} events came for a turn whose start the server has not answered yet",
            limit=self._limit,
        )
        for channel in tuple(starting.channels):
            channel.fail(error)
            self.forget(channel)

    def on_ended(self, route: TurnRoute) -> None:
        """Notes the end of a turn: the reply to a start on its thread may still name it."""
        starting = self._threads.get(route.thread_id)
        if starting is not None and route.channels:
            starting.ended[route.turn_id] = route.channels[0]

    def fail(self, error: AppServerError) -> None:
        """Ends every start with `error`."""
        for channel in self._all():
            channel.fail(error)
        self._threads.clear()

    def _all(self) -> Iterator[TurnChannel]:
        for starting in self._threads.values():
            yield from starting.channels


def _item_type(message: Message) -> JsonValue:
    params = message.get("params")
    item = params.get("item") if isinstance(params, dict) else None
    return item.get("type") if isinstance(item, dict) else None
