"""Streams dropped before their end: turns are interrupted, subscriptions are ended."""

from __future__ import annotations

import logging
from queue import SimpleQueue
from typing import TYPE_CHECKING, TypeAlias, final

import trio

from .stream import Subscription

if TYPE_CHECKING:
    from collections.abc import Callable

    from .turn import TurnChannel

__all__ = ["AbandonedStreams", "TurnGuard"]

logger = logging.getLogger("trio_codex.turns")

_Abandoned: TypeAlias = "TurnChannel | Subscription"


# A finalizer runs where the last reference is dropped or the cyclic collector runs: in any thread,
# and inside any other code of that thread, this module's included. So it takes no lock, logs
# nothing, waits for nothing and raises nothing. It puts the stream into a `SimpleQueue`, because
# `put` is documented as reentrant for this use, and wakes Trio's thread with `run_sync_soon`, which
# is allowed from anywhere. Everything else happens in Trio's thread.
#
# On CPython the finalizer runs as soon as the loop over the stream is left, because no stream,
# handle or guard is part of a reference cycle; the tests switch the cyclic collector off to show
# that. On PyPy, and for a stream that the caller has put into a cycle, the garbage collector calls
# it: until then the turn runs on. Only `with` interrupts at a defined moment.
@final
class AbandonedStreams:
    """The streams of one connection that were collected before their end."""

    def __init__(
        self,
        unsubscribe: Callable[[Subscription], None],
        leave: Callable[[TurnChannel], bool],
    ) -> None:
        """Makes an empty table.

        Args:
            unsubscribe: ends a subscription.
            leave: starts a task that leaves a turn and then calls `left`; false if the connection
                is ending.
        """
        self._unsubscribe = unsubscribe
        self._leave = leave
        self._collected: SimpleQueue[_Abandoned] = SimpleQueue()
        self._token: trio.lowlevel.TrioToken | None = None
        # The turns that are being left, each with the event that is set afterwards.
        self._leaving: dict[TurnChannel, trio.Event] = {}

    def open(self) -> None:
        """Stores the Trio run of the connection, in which everything but `add` is called."""
        self._token = trio.lowlevel.current_trio_token()

    def add(self, stream: _Abandoned) -> None:
        """Adds a stream that was collected; callable in any thread, also by a finalizer."""
        self._collected.put(stream)
        if self._token is not None:
            try:
                self._token.run_sync_soon(self.take_collected)
            except trio.RunFinishedError:
                pass  # the connection has ended, and its turns with it

    def take_collected(self) -> None:
        """Begins to leave the turns and subscriptions collected since the last call."""
        while not self._collected.empty():
            stream = self._collected.get_nowait()
            if isinstance(stream, Subscription):
                self._unsubscribe(stream)
            elif stream.unfinished and stream not in self._leaving:
                self._leaving[stream] = trio.Event()
                logger.warning(
                    "the stream of turn %s was dropped before its end, so the turn is interrupted; "
                    "iterate inside `with` to interrupt it at a defined moment",
                    stream.turn_id,
                    extra={"codex_thread_id": stream.thread_id, "codex_turn_id": stream.turn_id},
                )
                if not self._leave(stream):
                    self.left(stream)  # closing interrupts it, or the connection has ended

    def left(self, channel: TurnChannel) -> None:
        """Notes that a turn has been left."""
        self._leaving.pop(channel).set()

    async def wait_left(self, thread_id: str) -> None:
        """Waits until no abandoned turn of the thread is being interrupted.

        A turn started meanwhile would join the abandoned one and be interrupted with it. Bounded,
        because leaving a turn is. No checkpoint when there is nothing to wait for.
        """
        if not self._collected.empty():
            self.take_collected()
        if self._leaving:
            for channel, event in tuple(self._leaving.items()):
                if channel.thread_id == thread_id:
                    await event.wait()


@final
class TurnGuard:
    """Leaves a turn when the handle that owns this guard is collected while `armed`.

    Nothing refers to it but the handle, and it refers to nothing that refers to the handle: it is
    collected with the handle and its streams, not before.
    """

    __slots__ = ("_channel", "_streams", "armed")

    def __init__(self, streams: AbandonedStreams, channel: TurnChannel) -> None:
        self._streams = streams
        self._channel = channel
        self.armed: bool = False

    def __del__(self) -> None:
        # Whether its agents still run is checked in Trio's thread.
        if self.armed and (not self._channel.over or self._channel.unsettled is not None):
            self._streams.add(self._channel)
