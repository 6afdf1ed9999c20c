"""Turns that were asked for: their channels and what came for them before they were named."""

from __future__ import annotations

from typing import TYPE_CHECKING, final

from ..errors import EventBufferOverflowError

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ..errors import AppServerError
    from ..protocol import JsonValue
    from .router import Router
    from .streams import Message
    from .turns import TurnChannel, TurnRoute

__all__ = ["TurnStarts"]

_TURN_STARTED = "turn/started"
_HELD_FACTOR = 16


@final
class _Starting:
    """A thread on which turns are being started, and the events nobody can be given yet."""

    __slots__ = ("channels", "ended", "held", "size")

    def __init__(self) -> None:
        self.channels: list[TurnChannel] = []
        # Turns that came to their end meanwhile: a reply that is late may still name one.
        self.ended: dict[str, TurnChannel] = {}
        self.held: dict[str, list[Message]] = {}
        self.size = 0


@final
class TurnStarts:
    """The starts that wait for their replies, by thread.

    A third of all `turn/started` come before the reply to `turn/start`. So a start is registered
    before its request is written, what comes for unknown turns of its thread is held, and the
    reader binds the turn when it decodes the reply.
    """

    __slots__ = ("_limit", "_router", "_threads")

    def __init__(self, router: Router, event_buffer: int) -> None:
        self._router = router
        self._limit = event_buffer * _HELD_FACTOR
        self._threads: dict[str, _Starting] = {}

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
            if any(message["method"] == _TURN_STARTED for message in messages):
                return turn_id
        return None

    # -- from the request to the reply ---------------------------------------------------------

    def expect(self, channel: TurnChannel) -> None:
        """Registers a turn that is about to be started."""
        self._threads.setdefault(channel.thread_id, _Starting()).channels.append(channel)

    def bind(self, channel: TurnChannel, turn_id: str) -> None:
        """Binds an expected turn to the id its reply carries."""
        starting = self._threads.get(channel.thread_id)
        if starting is None or channel not in starting.channels:
            return  # Nobody waits for it any more.
        route = self._router.find(channel.thread_id, turn_id)
        channel.joined = route is not None or turn_id in starting.ended
        if route is None and turn_id in starting.ended:
            channel.adopt(starting.ended[turn_id])
            self.forget(channel)
            return
        if route is None:
            route = self._router.add(channel.thread_id, turn_id)
        channel.route = route
        route.channels.append(channel)
        self.deliver_held(route)
        channel.notify()
        self.forget(channel)

    def deliver_held(self, route: TurnRoute) -> None:
        """Delivers what came for a turn before it was bound."""
        starting = self._threads.get(route.thread_id)
        if starting is None:
            return
        held = starting.held.pop(route.turn_id, ())
        starting.size -= len(held)
        for message in held:
            if route.channels[-1].over:  # a late item of a turn that ended before its reply
                self._router.publish(message)
            else:
                self._router.deliver(route, message)

    def forget(self, channel: TurnChannel) -> None:
        """Takes back an expectation; events held for nobody go to the subscriptions."""
        starting = self._threads.get(channel.thread_id)
        if starting is None or channel not in starting.channels:
            return
        starting.channels.remove(channel)
        if starting.channels:
            return
        del self._threads[channel.thread_id]
        self._router.late.on_starts_settled()
        for turn_id, messages in starting.held.items():
            self._router.agents.drop_unbound(turn_id)
            for message in messages:
                self._router.publish(message)

    # -- what the reader brings meanwhile ------------------------------------------------------

    def hold(self, thread_id: str, turn_id: str, message: Message) -> None:
        """Keeps an event of a turn that no reply has named."""
        starting = self._threads[thread_id]
        starting.held.setdefault(turn_id, []).append(message)
        starting.size += 1
        item_type = _item_type(message)
        for channel in starting.channels:
            if channel.item_type is not None and channel.item_type == item_type:
                self.bind(channel, turn_id)
                return
        if starting.size > self._limit:
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
