"""Pending turn starts: their channels, and the events that come before their replies."""

from __future__ import annotations

import math
from collections import deque
from typing import TYPE_CHECKING, TypeAlias, final

from .._json import text_at
from ..errors import EventBufferOverflowError
from .turn import TURN_STARTED, TurnChannel

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from ..errors import AppServerError
    from .delivery import Delivery
    from .followers import FollowerTable
    from .stream import Message
    from .turn import TurnRoute

__all__ = ["TurnStarts"]

_HELD_FACTOR = 16
# A server that never answers must not make these grow: beyond, the oldest is forgotten.
_LATE_LIMIT = 256
_ENDED_LIMIT = 64
_Held: TypeAlias = "tuple[int, list[str], Message]"
"""An event's number in the order of arrival, the turn ids a reply may name it by, and the event."""


@final
class _Starting:
    """A thread on which turns are being started.

    Attributes:
        channels: the pending starts, in the order of their requests.
        ended: channels of turns that ended meanwhile, by turn id: a late reply may name one.
        held: the events of turns without a route, in order.
    """

    __slots__ = ("channels", "ended", "held")

    def __init__(self) -> None:
        self.channels: list[TurnChannel] = []
        self.ended: dict[str, TurnChannel] = {}
        self.held: list[_Held] = []


@final
class TurnStarts:
    """The starts that wait for their replies, by thread.

    A third of all `turn/started` come before the reply to `turn/start`. So a start is registered
    before its request is written, and the reader binds the turn when it decodes the reply.

    A start may also join the running turn, which only the reply shows. So until then

    * events of turns without a route are held, numbered in the order in which they came;
    * a pending start follows every turn of its thread that has a route, through a channel of its
      own for each (`TurnChannel.trials`).

    When a reply names a turn without a route, the events held for it are delivered; a start that
    was requested between two of these events gets those that came after its request. A trial whose
    turn the reply names becomes the handle's own channel, and the other trials are dropped.

    A start that was cancelled and not answered in time stays expected, without holding events. Its
    reply names the turn. If `turn/started` comes first, and no other start waits on the thread, the
    turn is bound to the oldest of them: the reply may have been lost. Either way the turn gets a
    channel with which a task of the connection interrupts it.

    Invariants: an event is held in exactly one list and leaves it once, to a route or to the
    subscriptions; and a thread is in `_threads` only while it has a pending start, so nothing is
    held that no reply can name ("events of a refused start go to the subscriptions", and the state
    machine in `tests/machine`).
    """

    __slots__ = (
        "_delivery",
        "_ended",
        "_followers",
        "_gap_at",
        "_late",
        "_limit",
        "_numbers",
        "_on_late",
        "_threads",
        "_unplaced",
    )

    def __init__(
        self,
        delivery: Delivery,
        followers: FollowerTable,
        on_late: Callable[[TurnChannel], None],
    ) -> None:
        self._delivery = delivery
        self._followers = followers
        self._on_late = on_late
        self._limit = delivery.event_buffer * _HELD_FACTOR
        self._late: list[TurnChannel] = []
        # Turns of the threads of late starts that ended meanwhile: a late reply may name one.
        self._ended: deque[tuple[str, str]] = deque(maxlen=_ENDED_LIMIT)
        self._threads: dict[str, _Starting] = {}
        # Events that name a turn and no thread: any pending start may be theirs.
        self._unplaced: list[_Held] = []
        self._numbers = 0  # how many events were ever held
        self._gap_at: float = math.inf  # how many of them came before the gap that is open

    def __contains__(self, thread_id: str) -> bool:
        return thread_id in self._threads

    def __len__(self) -> int:
        pending = sum(len(starting.channels) for starting in self._threads.values())
        return pending + sum(late.route is None for late in self._late)

    @property
    def threads(self) -> list[str]:
        """The threads on which a start is pending."""
        return list(self._threads)

    @property
    def held(self) -> int:
        """How many events are held."""
        return len(self._unplaced) + sum(len(it.held) for it in self._threads.values())

    def channels(self, thread_id: str | None) -> list[TurnChannel]:
        """Lists the channels of the starts that wait on a thread."""
        starting = self._threads.get(thread_id or "")
        return [] if starting is None else list(starting.channels)

    def holds(self, turn_id: str) -> bool:
        """Whether events of this turn are held."""
        lists = (self._unplaced, *(starting.held for starting in self._threads.values()))
        return any(turn_id in ids for held in lists for _, ids, _ in held)

    def mark_gap(self) -> None:
        """Notes that the connection was lost after the events that are held."""
        self._gap_at = self._numbers

    def end_gap(self) -> None:
        """Notes that the connection was taken up again."""
        self._gap_at = math.inf

    # -- from the request to the reply ---------------------------------------------------------

    def expect(self, channel: TurnChannel) -> None:
        """Registers a turn that is about to be started."""
        channel.since = self._numbers
        starting = self._threads.get(channel.thread_id)
        if starting is None:
            starting = self._threads[channel.thread_id] = _Starting()
        starting.channels.append(channel)
        if channel.item_type is None:
            for route in self._delivery.turns.of_thread(channel.thread_id):
                self._follow(channel, route)

    def _follow(
        self, channel: TurnChannel, route: TurnRoute, named: TurnChannel | None = None
    ) -> None:
        """Lets a pending start follow a turn that it may join, or has joined if it is `named`."""
        if channel is named:
            channel.attach(route)
            return
        trial = TurnChannel(channel.thread_id, self._delivery.open_stream())
        trial.events.keep = channel.events.keep
        trial.trial = True
        trial.attach(route)
        channel.trials = {**(channel.trials or {}), route.turn_id: trial}

    def bind(self, channel: TurnChannel, turn_id: str) -> None:
        """Binds an expected turn to the id its reply carries."""
        starting = self._threads.get(channel.thread_id)
        if starting is None or channel not in starting.channels:
            return  # It was given up.
        trial = None if channel.trials is None else channel.trials.pop(turn_id, None)
        route = self._delivery.turns.find(channel.thread_id, turn_id)
        channel.joined = trial is not None or route is not None or turn_id in starting.ended
        if trial is not None:
            channel.replace(trial)
        elif route is not None:
            channel.attach(route)
        elif turn_id not in starting.ended:
            self.deliver_held(self._delivery.add(channel.thread_id, turn_id), channel)
        if channel.route is None:
            channel.adopt(starting.ended[turn_id])
        elif route is None and self._delivery.is_foreign(channel.thread_id, turn_id):
            channel.joined = channel.route.foreign = True
            channel.route.tokens = self._delivery.tokens.join(channel.thread_id, turn_id)
        channel.notify()
        self.forget(channel)

    def deliver_held(self, route: TurnRoute, channel: TurnChannel | None = None) -> None:
        """Delivers the events that came before a turn had its route, and binds `channel` to it."""
        starting = self._threads.get(route.thread_id)
        if starting is None:
            return
        waiting = [c for c in starting.channels if c is channel or c.item_type is None]
        for number, _, message in self._take(starting, route.turn_id):
            while waiting and waiting[0].since < number:
                self._follow(waiting.pop(0), route, channel)
            if number > self._gap_at:
                self._delivery.hold_behind_gap(route)
            if route in self._delivery.turns and route.channels:
                self._delivery.deliver(route, message)
            else:  # an item that came after the end of its turn, or before any of these requests
                self._delivery.publish(message)
        if route in self._delivery.turns:
            for pending in waiting:
                self._follow(pending, route, channel)

    def _take(self, starting: _Starting, turn_id: str) -> list[_Held]:
        """Removes and returns the held events of a turn, in order."""
        taken = [held for held in starting.held if turn_id in held[1]]
        starting.held = [held for held in starting.held if turn_id not in held[1]]
        if self._unplaced:
            taken += [held for held in self._unplaced if turn_id in held[1]]
            taken.sort(key=_number)
            self._unplaced = [held for held in self._unplaced if turn_id not in held[1]]
        return taken

    def forget(self, channel: TurnChannel) -> None:
        """Ends an expectation; events that no other start may be named by go to subscriptions."""
        starting = self._threads.get(channel.thread_id)
        if starting is None or channel not in starting.channels:
            return
        starting.channels.remove(channel)
        for trial in (channel.trials or {}).values():
            trial.events.discard()
            self._delivery.detach(trial)
        channel.trials = None
        if starting.channels:
            return
        del self._threads[channel.thread_id]
        for route in self._delivery.turns.of_thread(channel.thread_id):
            route.notify()  # a task may wait until no start can join the turn
        left = starting.held
        if not self._threads and self._unplaced:
            left = sorted([*left, *self._unplaced], key=_number)
            self._unplaced = []
        for _, ids, message in left:
            for turn_id in ids:
                self._delivery.agents.drop_unbound(turn_id)
            self._followers.settle(channel.thread_id, ids, message)
        self._followers.check(channel.thread_id)

    # -- events of turns without a route -------------------------------------------------------

    def hold(self, thread_id: str | None, turn_ids: list[str], message: Message) -> bool:
        """Keeps an event of a turn that no reply has named; false if no reply can name it."""
        starting = self._threads.get(thread_id or "")
        if thread_id is None and self._threads:
            pending, held = [*self._threads.values()], self._unplaced
        elif starting is not None:
            pending, held = [starting], starting.held
        else:
            return False
        self._numbers += 1
        held.append((self._numbers, turn_ids, message))
        for starting in pending:
            if self._bind_by_item(starting, turn_ids[0], message):
                break
            if len(starting.held) + len(self._unplaced) > self._limit:
                self._overflow(starting)
        return True

    def _bind_by_item(self, starting: _Starting, turn_id: str, message: Message) -> bool:
        item_type = text_at(message, "params", "item", "type")
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

    def on_ended(self, thread_id: str, turn_id: str, channels: Sequence[TurnChannel] = ()) -> None:
        """Notes the end of a turn: the reply to a start on its thread may still name it."""
        starting = self._threads.get(thread_id)
        if starting is not None and channels:
            starting.ended[turn_id] = channels[0]
        if self._late and thread_id in {late.thread_id for late in self._late}:
            self._ended.append((thread_id, turn_id))

    def fail(self, error: AppServerError) -> None:
        """Ends every start with `error`."""
        for starting in self._threads.values():
            for channel in starting.channels:
                channel.fail(error)
        for waiting in (self._threads, self._unplaced, self._late, self._ended):
            waiting.clear()

    # -- starts whose callers have gone ----------------------------------------------------------

    def expect_late(self, channel: TurnChannel) -> TurnChannel:
        """Keeps the expectation of a start whose caller has gone; returns its channel.

        That is the caller's own one if the turn has started already: the reply may be lost.
        """
        turn_id = self._started_unnamed(channel.thread_id)
        if turn_id is not None and self.channels(channel.thread_id) == [channel]:
            self.bind(channel, turn_id)
            late = channel
        else:
            late = _copy(channel, self._delivery)
            # A later start on the thread may join the turn: then it is that handle's.
            late.joined = True
        self._late.append(late)
        if len(self._late) > _LATE_LIMIT:
            del self._late[0]
        return late

    def take_over(self, channel: TurnChannel) -> TurnChannel | None:
        """Returns a channel to finish what leaving a turn had no time for, if there is anything."""
        if channel.route is None:
            unnamed = channel.item_type is not None and channel.failure is None
            if not unnamed or self.expect_late(channel) is not channel:
                return None
        route = channel.route
        assert route is not None
        if not (route.unasked and not channel.leave_agents) and (channel.over or route.asked):
            return None
        late = _copy(channel, self._delivery)
        late.terminal = channel.terminal
        late.attach(route)
        return late

    def bind_late(self, channel: TurnChannel, turn_id: str) -> None:
        """Binds a late start to the turn its reply names, and has it interrupted."""
        ended = (channel.thread_id, turn_id) in self._ended
        self.forget_late(channel)
        if ended or channel.turn_id == turn_id:
            return
        if channel.route is not None:  # the turn that has started first was not the one
            channel = _copy(channel, self._delivery)
            channel.joined = True
        self.deliver_held(self._interrupt(channel, turn_id))

    def forget_late(self, channel: TurnChannel) -> None:
        """Takes back the expectation of a late start."""
        if channel in self._late:
            self._late.remove(channel)
        if not self._late:
            self._ended.clear()

    def on_started(self, thread_id: str, turn_id: str) -> TurnRoute | None:
        """Takes a turn that has started for one whose start was never answered."""
        late = [it for it in self._late if it.thread_id == thread_id and it.route is None]
        if not late or thread_id in self or self._delivery.agents.is_expected(turn_id):
            return None
        return self._interrupt(late[0], turn_id)

    def _interrupt(self, channel: TurnChannel, turn_id: str) -> TurnRoute:
        found = self._delivery.turns.find(channel.thread_id, turn_id)
        route = found or self._delivery.add(channel.thread_id, turn_id)
        channel.attach(route)
        self._on_late(channel)
        return route

    def _started_unnamed(self, thread_id: str) -> str | None:
        """Returns the id of a turn that has started on a thread without a reply naming it yet."""
        starting = self._threads.get(thread_id)
        for _, ids, message in () if starting is None else starting.held:
            if message["method"] == TURN_STARTED:
                return ids[0]
        return None


def _copy(channel: TurnChannel, delivery: Delivery) -> TurnChannel:
    """Returns a channel for a task of the connection that ends the turn of `channel`."""
    late = TurnChannel(channel.thread_id, delivery.open_stream(), channel.item_type)
    late.events.keep = False
    late.left = True
    late.leave_agents = channel.leave_agents
    return late


def _number(held: _Held) -> int:
    return held[0]
