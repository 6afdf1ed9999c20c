"""In-flight slots: the ids of the requests that may be sent now, taken and given back."""

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

    A slot is the id that its next request will have. Trio's thread alone makes slots, gives them
    back and hands them to waiters. Another thread may only take one off `_free`: `deque.popleft`
    is one operation for every thread, and it either returns a slot or says that there is none.
    There is no look that another thread could outdate before the act.

    A request that was given up keeps its slot, since the server still works on it. Half of the
    slots at most: an answer that never comes must not close the window for good, so beyond that
    the oldest of them is forgotten.
    """

    def __init__(self, limit: int) -> None:
        self._limit = limit
        self._free: deque[int] = deque(range(1, limit + 1))
        self._last_id = limit
        self._unsent = 0  # ids that were taken and never sent; they are not used again
        self._ended = False
        self._waiters: deque[trio.lowlevel.Task] = deque()
        self._abandoned: OrderedDict[int, PendingRequest] = OrderedDict()
        self._overdrawn = 0

    @property
    def in_flight(self) -> int:
        """Slots that are taken."""
        return 0 if self._ended else self._limit - len(self._free) + self._overdrawn

    @property
    def sent(self) -> int:
        """Requests that were sent so far."""
        return self._last_id - self._unsent - len(self._free)

    @property
    def waiting(self) -> int:
        """Tasks that wait for a slot."""
        return len(self._waiters)

    def take(self) -> int | None:
        """Takes a slot if one is free, which it never is while others wait."""
        try:
            return self._free.popleft()
        except IndexError:
            return None

    def take_into(self, taken: list[int]) -> bool:
        """Takes a slot if one is free; in any thread.

        The slot goes into `taken` within one call of C, so an exception of a signal handler comes
        before it was taken or after it was noted, and never loses it in between.
        """
        try:
            taken.extend(map(deque.popleft, (self._free,)))
        except IndexError:
            return False
        return True

    def take_urgent(self) -> int | None:
        """Takes a slot, beyond the window if it has to be; `None` when that is used up too."""
        slot = self.take()
        if slot is None and self._overdrawn < min(_MOST_OVERDRAWN, _RUNTIME_LIMIT - self._limit):
            self._overdrawn += 1
            slot = self._last_id = self._last_id + 1
        return slot

    async def wait(self) -> int:
        """Waits for a slot and takes it; the task that waits longest comes first."""
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

    def take_back(self, pending: PendingRequest, *, late: bool) -> None:
        """Gives back the slot of an answered request; `late` says that it was abandoned before."""
        if pending.holds_slot:
            pending.holds_slot = False
            self.release()
        if late:
            for request_id in [key for key, it in self._abandoned.items() if it is pending]:
                del self._abandoned[request_id]

    def abandon(self, request_id: int, pending: PendingRequest) -> int | None:
        """Notes a request nobody waits for; returns the id of one to forget for it, if any."""
        self._abandoned[request_id] = pending
        if len(self._abandoned) <= self._limit // 2:
            return None
        oldest, given_up = self._abandoned.popitem(last=False)
        if given_up.holds_slot:
            given_up.holds_slot = False
            self.release()
        return oldest

    def fail(self, error: AppServerError) -> None:
        """Ends every wait for a slot with `error`."""
        self._ended = True
        while self._waiters:
            trio.lowlevel.reschedule(self._waiters.popleft(), outcome.Error(fresh(error)))
        self._abandoned.clear()
        self._overdrawn = 0
