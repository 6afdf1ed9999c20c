"""One call into the Trio thread: its outcome, and the thread that waits for it."""

from __future__ import annotations

import sys
import threading
import time
from abc import ABC, abstractmethod
from contextvars import Context, copy_context
from typing import TYPE_CHECKING, Any, Final, TypeAlias, final

import trio

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

__all__ = ["BaseCall", "Call", "Leave"]

Leave: TypeAlias = "Callable[[], Awaitable[object]]"

# A signal interrupts the wait for a lock, unless it arrives in the instant before the wait; then,
# and on Windows always, its handler runs between two slices.
_SLICE: Final = 0.05 if sys.platform == "win32" else 1.0


class BaseCall(ABC):
    """A call from another thread into the Trio thread.

    The caller's thread makes it, adds it to `calls` and waits. The Trio thread begins, finishes
    and reaps it: nothing but the wait is shared, so an exception of a signal handler in the
    caller's thread leaves nothing half-done (test_every_line).

    Attributes:
        abort: ends the work of the call, once it was begun; the call still gets an outcome.
        aborted: whether the caller was interrupted.
        done: whether there is an outcome.
        context: the context variables of the caller, which the tasks of the call start with.
        leave: what ends the thing the call was about, when its caller was interrupted.
    """

    __slots__ = (
        "_calls",
        "_reaper",
        "abort",
        "aborted",
        "context",
        "done",
        "error",
        "leave",
        "value",
    )

    def __init__(self, calls: set[BaseCall], leave: Leave | None = None) -> None:
        self._calls = calls
        self._reaper: trio.Event | None = None
        self.leave: Leave | None = leave
        self.context: Context = copy_context()
        self.abort: Callable[[], object] | None = None
        self.aborted: bool = False
        self.done: bool = False
        self.error: BaseException | None = None
        self.value: Any = None

    @abstractmethod
    def _wake(self) -> None:
        """Wakes the caller; called once, in the Trio thread, after `done` was set."""

    def finish(self, value: object, error: BaseException | None = None) -> None:
        """Takes the outcome and wakes the caller; only the first outcome counts.

        Once the Trio run is over, `end` is called instead.
        """
        if self.done:
            return
        self.value = value
        self.error = error
        self.done = True
        self._calls.discard(self)
        self._wake()
        if self._reaper is not None:
            self._reaper.set()

    def end(self, error: BaseException) -> None:
        """Ends the call with `error` when the Trio run is over, and its tasks with it."""
        self._reaper = None
        self.finish(None, error)

    async def reap(self) -> None:
        """Ends a call whose caller was interrupted, wherever it is, and leaves what it was about.

        What the caller submitted before it was interrupted ran before this. So a call that was not
        begun by now never will be.
        """
        self.aborted = True
        if not self.done:
            self._reaper = trio.Event()
            if self.abort is None:
                self.finish(None)
            else:
                self.abort()
            await self._reaper.wait()
        # The call may have returned a handle after all; its caller cannot leave it.
        leave = self.leave
        if leave is not None:
            await leave()
        elif (leave_value := getattr(self.value, "__aexit__", None)) is not None:
            await leave_value(None, None, None)


@final
class Call(BaseCall):
    """A call whose caller's thread blocks for its outcome.

    The lock is acquired by the constructor and released once, by the first outcome: waiting for it
    is the cheapest wait that a signal interrupts. `done` is set before the release, so a caller
    that was woken finds the outcome, and `wait_bounded` may look at it without the lock.
    """

    __slots__ = ("_waiting",)

    def __init__(self, calls: set[BaseCall], leave: Leave | None = None) -> None:
        super().__init__(calls, leave)
        self._waiting = threading.Lock()
        self._waiting.acquire()

    def _wake(self) -> None:
        self._waiting.release()

    def wait(self) -> None:
        """Blocks until there is an outcome; a signal's handler may raise out of it."""
        while not self._waiting.acquire(timeout=_SLICE):
            pass

    def wait_bounded(self, seconds: float) -> None:
        """Blocks for so long at most."""
        deadline = time.monotonic() + seconds
        while not self.done and (left := deadline - time.monotonic()) > 0:
            self._waiting.acquire(timeout=min(left, _SLICE))
