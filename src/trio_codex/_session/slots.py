"""In-flight slots: the ids of the requests that may be sent now, taken and given back."""

from __future__ import annotations

from collections import deque
from typing import TYPE_CHECKING, Final, final

import outcome
import trio

from ..errors import fresh

if TYPE_CHECKING:
    from collections.abc import Iterable

    from ..errors import AppServerError
    from .pending import PendingRequest

__all__ = ["RequestSlots"]

# The runtime loses answers above this many requests in flight. Up to this many interrupts may be
# sent without a free slot: they must not wait for requests that end only with their turns.
_RUNTIME_LIMIT: Final = 128
_MOST_OVERDRAWN: Final = 32


@final
class RequestSlots:
    """A bound on the requests in flight: above 128 of them the runtime loses answers.

    A slot is the id of the next request that takes it. Only Trio's thread makes slots, gives them
    back and hands them to waiting tasks. Other threads may only take one off `_free`, with
    `deque.popleft`: that is atomic on every interpreter, and either returns a slot or raises, so
    there is no check that another thread could outdate before the act. A `trio.CapacityLimiter`
    could not be taken from outside of Trio, and costs ten times as much per request.

    An abandoned request keeps its slot, since the server still works on it, but at most half of
    the slots are kept so: an answer that never comes must not take a slot for good, so beyond
    that the oldest abandoned request is forgotten (`tests/session/test_window.py`).
    """

    def __init__(self, limit: int) -> None:
        self._limit = limit
        self._free: deque[int] = deque(range(1, limit + 1))
        self._last_id = limit
        self._unsent = 0  # ids that were taken and never sent; they are not used again
        self._ended = False
        self._waiters: deque[trio.lowlevel.Task] = deque()
        self._abandoned: dict[int, PendingRequest] = {}
        self._overdrawn = 0

    @property
    def in_flight(self) -> int:
        """How many slots are taken."""
        return 0 if self._ended else self._limit - len(self._free) + self._overdrawn

    @property
    def sent(self) -> int:
        """How many requests were sent so far."""
        return self._last_id - self._unsent - len(self._free)

    @property
    def waiting(self) -> int:
        """How many tasks wait for a slot."""
        return len(self._waiters)

    def take(self) -> int | None:
        """Takes a slot if one is free, which it never is while others wait."""
        try:
            return self._free.popleft()
        except IndexError:
            return None

    def take_into(self, taken: list[int]) -> bool:
        """Takes a slot if one is free; in any thread.

        The slot is moved into `taken` by one C call, so an exception of a signal handler comes
        before it was taken or after it was noted, and cannot lose it in between.
        """
        try:
            taken.extend(map(deque.popleft, (self._free,)))
        except IndexError:
            return False
        return True

    def take_urgent(self) -> int | None:
        """Takes a slot, beyond the limit if none is free; `None` if that reserve is used up too."""
        slot = self.take()
        if slot is None and self._overdrawn < min(_MOST_OVERDRAWN, _RUNTIME_LIMIT - self._limit):
            self._overdrawn += 1
            slot = self._last_id = self._last_id + 1
        return slot

    async def wait(self) -> int:
        """Waits for a slot and takes it, first come, first served."""
        task = trio.lowlevel.current_task()
        self._waiters.append(task)

        def stop_waiting(_: object) -> trio.lowlevel.Abort:
            self._waiters.remove(task)
            return trio.lowlevel.Abort.SUCCEEDED

        # `release` hands the slot over, so no other task can overtake.
        slot: int = await trio.lowlevel.wait_task_rescheduled(stop_waiting)
        return slot

    def release(self) -> None:
        """Gives a slot back: a new one is free, or goes to the task that waits longest."""
        if self._overdrawn:
            self._overdrawn -= 1
            return
        self._last_id += 1
        if self._waiters:
            trio.lowlevel.reschedule(self._waiters.popleft(), outcome.Value(self._last_id))
        else:
            self._free.append(self._last_id)

    def release_unsent(self) -> None:
        """Gives a slot back whose request was not sent."""
        self._unsent += 1
        self.release()

    def take_back(self, pending: PendingRequest) -> None:
        """Gives back the slot of an answered or forgotten request."""
        self._abandoned.pop(pending.id, None)
        if pending.holds_slot:
            pending.holds_slot = False
            self.release()

    def abandon(self, pending: PendingRequest) -> int | None:
        """Notes that no task waits for a request; returns the id of one to forget, if any."""
        self._abandoned[pending.id] = pending
        if len(self._abandoned) <= self._limit // 2:
            return None
        oldest = next(iter(self._abandoned))
        self.take_back(self._abandoned[oldest])
        return oldest

    def lose(self, in_flight: Iterable[PendingRequest]) -> None:
        """Gives back the slots of requests whose replies cannot come any more."""
        for pending in (*in_flight, *tuple(self._abandoned.values())):
            self.take_back(pending)

    def fail(self, error: AppServerError) -> None:
        """Ends every wait for a slot with `error`."""
        self._ended = True
        while self._waiters:
            trio.lowlevel.reschedule(self._waiters.popleft(), outcome.Error(fresh(error)))
        self._abandoned.clear()
        self._overdrawn = 0
