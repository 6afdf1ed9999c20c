"""Late interrupts: of turns whose starts had no reply yet, or whose exits ran out of time."""

from __future__ import annotations

from collections import deque
from typing import TYPE_CHECKING, final

from .turn import TurnChannel

if TYPE_CHECKING:
    from collections.abc import Callable

    from .router import Router
    from .turn import TurnRoute

__all__ = ["LateTurns"]

# A server that never answers must not make this grow: beyond this many, the oldest is forgotten.
_LIMIT = 256
_ENDED_LIMIT = 64


@final
class LateTurns:
    """The turns that were left before they could be interrupted, and still have to be.

    A start that was cancelled and not answered in time stays expected. Its reply names the turn.
    If `turn/started` comes first, and no other start waits on the thread, the turn is bound to
    the oldest of them: the reply may have been lost. Either way the turn gets a channel of its
    own, with which a task of the connection interrupts it.
    """

    __slots__ = ("_bound", "_ended", "_expected", "_guessed", "_on_late", "_router")

    def __init__(self, router: Router, on_late: Callable[[TurnChannel], None]) -> None:
        self._router = router
        self._on_late = on_late
        self._expected: list[TurnChannel] = []
        # Bound to a turn because it has started; the reply may still name another one.
        self._guessed: list[TurnChannel] = []
        self._bound: list[TurnChannel] = []
        # Turns of these threads that ended meanwhile: a late reply may name one.
        self._ended: deque[tuple[str, str]] = deque(maxlen=_ENDED_LIMIT)

    def __len__(self) -> int:
        return len(self._expected)

    # -- called by handles ----------------------------------------------------------------------

    def expect(self, channel: TurnChannel) -> TurnChannel:
        """Keeps the expectation of a start whose caller has gone; returns its channel.

        That is the caller's own one if the turn has started already: the reply may be lost.
        """
        router = self._router
        turn_id = router.starts.started_unnamed(channel.thread_id)
        if turn_id is not None and router.starts.channels(channel.thread_id) == [channel]:
            router.starts.bind(channel, turn_id)
            _append(self._guessed, channel)
            return channel
        late = self._new(channel)
        # A later start on the thread may join the turn: then it is that handle's.
        late.joined = True
        _append(self._expected, late)
        return late

    def take_over(self, channel: TurnChannel) -> TurnChannel | None:
        """Returns a channel to finish what leaving a turn had no time for, if there is anything."""
        if channel.route is None:
            unnamed = channel.item_type is not None and channel.failure is None
            if not unnamed or self.expect(channel) is not channel:
                return None
        route, group = channel.route, channel.agents
        assert route is not None
        unasked = not channel.leave_agents and group is not None and group.unasked
        if not unasked and (channel.over or route.asked):
            return None
        late = self._new(channel)
        late.terminal = channel.terminal
        late.route = route
        route.channels.append(late)
        return late

    def is_followed_by_others(self, channel: TurnChannel) -> bool:
        """Whether a turn that `channel` only joined is followed by another handle."""
        if not channel.joined or channel.route is None:
            return False
        others = (other for other in channel.route.channels if other is not channel)
        return any(not (other.left or other.trial) for other in others)

    def may_be_joined(self, channel: TurnChannel) -> bool:
        """Whether a start waits on the thread, whose reply may name the channel's turn."""
        return channel.thread_id in self._router.starts

    def release(self, channel: TurnChannel) -> None:
        """Forgets a channel that was bound here."""
        if channel in self._bound:
            self._bound.remove(channel)

    def clear(self) -> None:
        """Forgets everything: the connection has ended."""
        self._expected.clear()
        self._guessed.clear()
        self._bound.clear()
        self._ended.clear()

    # -- called by the reader ------------------------------------------------------------------

    def bind(self, channel: TurnChannel, turn_id: str) -> None:
        """Binds a late start to the turn its reply names, and has it interrupted."""
        ended = (channel.thread_id, turn_id) in self._ended
        self.forget(channel)
        if ended or channel.turn_id == turn_id:
            return
        if channel.route is not None:  # the turn that has started first was not the one
            channel = self._new(channel)
            channel.joined = True
        self._router.starts.deliver_held(self._follow(channel, turn_id))

    def forget(self, channel: TurnChannel) -> None:
        """Takes back an expectation."""
        for channels in (self._expected, self._guessed):
            if channel in channels:
                channels.remove(channel)
        if not (self._expected or self._guessed):
            self._ended.clear()

    def on_started(self, thread_id: str, turn_id: str) -> TurnRoute | None:
        """Takes a turn that has started for one whose start was never answered."""
        router = self._router
        channel = self._oldest(thread_id)
        if channel is None or thread_id in router.starts or router.agents.is_expected(turn_id):
            return None
        self._expected.remove(channel)
        _append(self._guessed, channel)
        return self._follow(channel, turn_id)

    def on_ended(self, thread_id: str, turn_id: str) -> None:
        """Notes the end of a turn."""
        if any(late.thread_id == thread_id for late in (*self._expected, *self._guessed)):
            self._ended.append((thread_id, turn_id))

    def on_starts_settled(self) -> None:
        """Notes that no start waits on some thread any more."""
        for channel in self._bound:
            channel.notify()

    def _oldest(self, thread_id: str) -> TurnChannel | None:
        return next((late for late in self._expected if late.thread_id == thread_id), None)

    def _follow(self, channel: TurnChannel, turn_id: str) -> TurnRoute:
        route = self._router.turns.find(channel.thread_id, turn_id) or self._router.add(
            channel.thread_id, turn_id
        )
        channel.route = route
        route.channels.append(channel)
        self._bound.append(channel)
        self._on_late(channel)
        return route

    def _new(self, channel: TurnChannel) -> TurnChannel:
        late = TurnChannel(channel.thread_id, self._router.open_stream(), channel.item_type)
        late.events.keep = False
        late.left = True
        late.leave_agents = channel.leave_agents
        return late


def _append(channels: list[TurnChannel], channel: TurnChannel) -> None:
    channels.append(channel)
    if len(channels) > _LIMIT:
        channels.pop(0)
