"""Turns a limit on requests in flight into places that are taken, waited for and given back."""

from __future__ import annotations

from collections import OrderedDict, deque
from typing import TYPE_CHECKING, Final, final

import outcome
import trio

from ..errors import fresh

if TYPE_CHECKING:
    from ..errors import AppServerError
    from .pending import PendingRequest

__all__ = ["RequestSlots"]

# Above this many requests in flight the runtime loses answers, and this many of ours may go beyond
# the window: interrupts, which must not wait for the requests whose turns they end.
_RUNTIME_LIMIT: Final = 128
_MOST_OVERDRAWN: Final = 32


@final
class RequestSlots:
    """The client's own window: past 128 requests in flight the runtime loses answers.

    A request that was given up keeps its place, since the server still works on it. Half of the
    places at most: an answer that never comes must not close the window for good, so beyond
    that the oldest of them is forgotten.
    """

    def __init__(self, limit: int) -> None:
        self._limit = limit
        # A blocking caller takes its place in its own thread, all else happens in Trio's. Taking
        # one off is one step, so that needs no lock; with one, a signal handler that calls us
        # could wait for the very code that it interrupts.
        self._free: deque[None] = deque([None] * limit, maxlen=limit)
        self._waiters: deque[trio.lowlevel.Task] = deque()
        self._abandoned: OrderedDict[int, PendingRequest] = OrderedDict()
        self._overdrawn = 0

    @property
    def in_flight(self) -> int:
        """Places that are taken."""
        return self._limit - len(self._free) + self._overdrawn

    @property
    def waiting(self) -> int:
        """Tasks that wait for a place."""
        return len(self._waiters)

    def take(self) -> bool:
        """Takes a place if one is free, which it never is while others wait; in any thread."""
        try:
            self._free.pop()
        except IndexError:
            return False
        return True

    def take_urgent(self) -> bool:
        """Takes a place, beyond the window if it has to be; false when that is used up too."""
        if self.take():
            return True
        if self._overdrawn >= min(_MOST_OVERDRAWN, _RUNTIME_LIMIT - self._limit):
            return False
        self._overdrawn += 1
        return True

    async def wait(self) -> None:
        """Waits for a place and takes it; the ones who wait longest come first."""
        task = trio.lowlevel.current_task()
        self._waiters.append(task)

        def stop_waiting(_: object) -> trio.lowlevel.Abort:
            self._waiters.remove(task)
            return trio.lowlevel.Abort.SUCCEEDED

        # Whoever releases a place hands it over, so nobody can overtake.
        await trio.lowlevel.wait_task_rescheduled(stop_waiting)

    def release(self) -> None:
        """Gives a place back, or on to the next who waits for one."""
        if self._overdrawn:
            self._overdrawn -= 1
        elif self._waiters:
            trio.lowlevel.reschedule(self._waiters.popleft())
        else:
            self._free.append(None)

    def abandon(self, request_id: int, pending: PendingRequest) -> int | None:
        """Notes a request nobody waits for; returns the id of one to forget for it, if any."""
        self._abandoned[request_id] = pending
        settled = [key for key, value in self._abandoned.items() if value.settled]
        for key in settled:
            del self._abandoned[key]
        if len(self._abandoned) <= self._limit // 2:
            return None
        oldest, given_up = self._abandoned.popitem(last=False)
        if given_up.holds_slot:
            given_up.holds_slot = False
            self.release()
        return oldest

    def fail(self, error: AppServerError) -> None:
        """Ends every wait for a place with `error`."""
        while self._waiters:
            trio.lowlevel.reschedule(self._waiters.popleft(), outcome.Error(fresh(error)))
        self._abandoned.clear()
        self._overdrawn = 0
        self._free.extend([None] * self._limit)
