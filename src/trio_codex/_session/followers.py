"""Thread followers: channels for turns of a thread that no request of this client has started."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, final

import trio

from ..errors import EventBufferOverflowError
from .turn import TURN_COMPLETED, TURN_STARTED, TurnChannel

if TYPE_CHECKING:
    from collections.abc import Callable

    from ..errors import AppServerError
    from .budget import BudgetMeter
    from .delivery import Delivery
    from .stream import Hook, Message
    from .turn import TurnRoute

__all__ = ["FollowerTable", "ThreadFollower"]

# What a follower is told of its thread, besides the turns that start.
_NOTED = (
    TURN_COMPLETED,
    "item/completed",
    "thread/goal/cleared",
    "thread/goal/updated",
    "thread/queue/changed",
)
_UNREAD_FACTOR = 16


@final
class ThreadFollower:
    """Follows all turns of a thread, those that the server starts by itself included.

    Attributes:
        thread_id: the thread.
        channels: a channel for each turn that has started, in order.
        passive: whether it only looks for one turn: then its channels do not count among those that
            follow a turn until `claim`.
        keep_events: whether the events of the turns that start from now on are kept.
        open: whether turns that start are followed.
        failure: the error that has ended the connection.
    """

    __slots__ = (
        "_changed",
        "_delivery",
        "_meter",
        "_note",
        "_table",
        "channels",
        "failure",
        "keep_events",
        "open",
        "passive",
        "thread_id",
    )

    def __init__(
        self,
        table: FollowerTable,
        delivery: Delivery,
        thread_id: str,
        note: Callable[[str, Message], None] | None,
        meter: BudgetMeter | None,
        *,
        passive: bool,
    ) -> None:
        self.passive: bool = passive
        self._table = table
        self._delivery = delivery
        self._note = note
        self._meter = meter
        self._changed: trio.Event | None = None
        self.thread_id: str = thread_id
        self.channels: list[TurnChannel] = []
        self.keep_events: bool = True
        self.open: bool = True
        self.failure: AppServerError | None = None

    @property
    def settled(self) -> bool:
        """Whether no start waits on the thread, whose reply may name a turn not followed yet."""
        return not self._table.starting(self.thread_id)

    def running(self, ending: str | None = None) -> bool:
        """Whether a turn runs, other than the one whose terminal event is being delivered."""
        return any(not channel.over and channel.turn_id != ending for channel in self.channels)

    def attach(self, route: TurnRoute, *, joined: bool) -> None:
        """Follows a turn; `joined` says that another handle's request has started it."""
        channel = TurnChannel(route.thread_id, self._delivery.open_stream())
        channel.joined, channel.trial = joined, self.passive
        channel.meter = None if self.passive else self._meter
        channel.events.keep = self.keep_events
        waiting = sum(one.events.buffered for one in self.channels)
        if self.keep_events and waiting > (limit := self._table.limit):
            # Each stream is bounded, but not their number.
            channel.events.end(
                EventBufferOverflowError(
                    f"more than {limit} events of earlier turns are unread; the events of this "
                    "turn were not kept (read faster, or raise AppServerConfig.event_buffer)",
                    limit=limit,
                )
            )
        channel.attach(route)
        self.channels.append(channel)
        self.notify()

    def claim(self, turn_id: str) -> TurnChannel:
        """Takes a followed turn for the one that was looked for, and follows no other."""
        (channel,) = (one for one in self.channels if one.turn_id == turn_id)
        channel.joined = channel.trial = False
        if self._meter is not None:
            channel.meter = self._meter
            self._meter.enter(channel)
        self.drop(keep=channel)
        self.close()
        return channel

    def drop(self, *, keep: TurnChannel | None = None, turn_id: str | None = None) -> None:
        """Stops following turns: the named one, or all, apart from that of the channel `keep`."""
        for channel in tuple(self.channels):
            if channel is not keep and turn_id in (None, channel.turn_id):
                self.channels.remove(channel)
                channel.events.discard()
                self._delivery.detach(channel)

    def check(self, method: str = "", params: Message | None = None) -> None:
        """Has the owner of this follower look at a notification, or at what has changed."""
        if self._note is not None:
            self._note(method, params or {})
        self.notify()

    def close(self) -> None:
        """Follows no turn that starts from now on."""
        self.open = False
        self._table.remove(self)
        self.notify()

    def notify(self) -> None:
        """Wakes the tasks that wait for a change."""
        if self._changed is not None:
            self._changed.set()
            self._changed = None

    async def wait_changed(self) -> None:
        """Waits for a turn that starts, a notification of the thread, or the end."""
        if self._changed is None:
            self._changed = trio.Event()
        await self._changed.wait()


@final
class FollowerTable:
    """The followers of the threads of one connection.

    A turn of a followed thread gets its route where its events would otherwise go to the
    subscriptions: with its `turn/started`, or when the last start that might have been answered
    with its id is settled. So a pending start keeps its claim on the turn, and a turn that a start
    has bound is followed through a channel that only joined it
    (`tests/client/test_goals_fake.py`: a pending start keeps its claim on a turn).
    """

    __slots__ = ("_delivery", "_threads", "hooks", "limit", "starting")

    def __init__(self, delivery: Delivery) -> None:
        self._delivery = delivery
        # How many events a follower may leave unread, in the streams of all its turns together.
        self.limit: int = delivery.event_buffer * _UNREAD_FACTOR
        # Whether a start waits on a thread; set by the router, which has the starts.
        self.starting: Callable[[str], bool] = frozenset[str]().__contains__
        self._threads: dict[str, list[ThreadFollower]] = {}
        self.hooks: dict[str, Hook] = {name: partial(self._take, name) for name in _NOTED}

    def __len__(self) -> int:
        return sum(map(len, self._threads.values()))

    def follow(
        self,
        thread_id: str,
        note: Callable[[str, Message], None] | None = None,
        meter: BudgetMeter | None = None,
        *,
        passive: bool = False,
    ) -> ThreadFollower:
        """Follows a thread from here on, with the turns of it that run.

        Args:
            thread_id: the thread.
            note: called with the method and the params of its notifications, before the terminal
                event of a turn ends that turn's channels; and with an empty method when a start on
                the thread has settled.
            meter: charges the turns to the budgets that the follower was made in.
            passive: whether it only looks for one turn, which has not started yet.
        """
        follower = ThreadFollower(self, self._delivery, thread_id, note, meter, passive=passive)
        self._threads.setdefault(thread_id, []).append(follower)
        for route in () if passive else self._delivery.turns.of_thread(thread_id):
            follower.attach(route, joined=True)
        return follower

    def of_thread(self, thread_id: str) -> list[ThreadFollower]:
        """Lists the followers of a thread."""
        return list(self._threads.get(thread_id, ()))

    def attach(self, route: TurnRoute, *, joined: bool) -> None:
        """Has the followers of its thread follow a turn."""
        for follower in self._threads.get(route.thread_id, ()):
            follower.attach(route, joined=joined)
            joined = joined or not follower.passive

    def settle(self, thread_id: str | None, ids: list[str], message: Message) -> None:
        """Delivers an event that no start claims: to a followed turn, else to subscriptions.

        Args:
            thread_id: the thread it names.
            ids: the turn ids it names, the turn's own last.
            message: the event.
        """
        if ids and thread_id in self._threads:
            turns = self._delivery.turns
            route = turns.find(thread_id, ids[-1]) or turns.find(thread_id, ids[0])
            if route is None and message["method"] == TURN_STARTED:
                route = self._delivery.add(thread_id, ids[0], joined=False)
            if route is not None:
                self._delivery.deliver(route, message)
                return
        self._delivery.publish(message)

    def check(self, thread_id: str) -> None:
        """Notes that no start waits on a thread any more."""
        for follower in tuple(self._threads.get(thread_id, ())):
            follower.check()

    def remove(self, follower: ThreadFollower) -> None:
        """Removes a follower."""
        followers = self._threads.get(follower.thread_id, [])
        if follower in followers:
            followers.remove(follower)
        if not followers:
            self._threads.pop(follower.thread_id, None)

    def fail(self, error: AppServerError) -> None:
        """Ends every follower with `error`."""
        followers = [follower for group in self._threads.values() for follower in group]
        self._threads.clear()
        for follower in followers:
            follower.failure = error
            follower.open = False
            follower.notify()

    def _take(self, method: str, params: Message) -> None:
        if self._threads:
            for follower in self.of_thread(str(params.get("threadId"))):
                follower.check(method, params)
