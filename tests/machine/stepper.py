"""A Trio run that a synchronous test drives step by step, on a clock that stands still."""

from __future__ import annotations

import queue
from collections.abc import Awaitable, Callable
from typing import Any

import outcome
import trio
import trio.testing

# A step that takes longer is a hang: the engine in memory needs milliseconds.
_STEP_SECONDS = 30.0


class Stepper:
    """Runs Trio as a guest of the caller; between two steps every task is blocked."""

    def __init__(self) -> None:
        self._callbacks: queue.SimpleQueue[Callable[[], object]] = queue.SimpleQueue()
        self._outcome: outcome.Outcome[None] | None = None
        self._ready = False
        self._stop: trio.Event | None = None
        self.nursery: trio.Nursery | None = None
        self.clock = trio.testing.MockClock()
        trio.lowlevel.start_guest_run(
            self._main,
            run_sync_soon_threadsafe=self._callbacks.put,
            done_callback=self._done,
            host_uses_signal_set_wakeup_fd=True,
            clock=self.clock,
        )
        self._pump(lambda: self._ready)

    async def _main(self) -> None:
        self._stop = trio.Event()
        async with trio.open_nursery() as self.nursery:
            self._ready = True
            await self._stop.wait()
            self.nursery.cancel_scope.cancel()

    def _done(self, result: outcome.Outcome[None]) -> None:
        self._outcome = result

    def _pump(self, condition: Callable[[], bool]) -> None:
        while not condition() and self._outcome is None:
            self._callbacks.get(timeout=_STEP_SECONDS)()

    def start(self, operation: Callable[[], Awaitable[Any]]) -> Started:
        """Starts an operation in a task of its own and lets everything run until it blocks."""
        started = Started()
        assert self.nursery is not None
        self.nursery.start_soon(started.run, operation)
        self.settle()
        return started

    def do(self, operation: Callable[[], Awaitable[Any]]) -> Any:
        """Runs an operation that has to end by itself, and returns what it returns."""
        return self.start(operation).result()

    def settle(self) -> None:
        """Lets every task run until all of them are blocked."""
        settled = False

        async def wait() -> None:
            nonlocal settled
            await trio.testing.wait_all_tasks_blocked()
            settled = True

        assert self.nursery is not None
        self.nursery.start_soon(wait)
        self._pump(lambda: settled)

    def close(self) -> None:
        """Ends the run; whatever failed in it is raised here."""
        assert self._stop is not None
        # After a failed step shielded waits may be left; their deadlines end them.
        self.clock.autojump_threshold = 0
        self._stop.set()
        self._pump(lambda: False)
        assert self._outcome is not None
        self._outcome.unwrap()


class Started:
    """An operation that was started: where it is, and how it ended."""

    def __init__(self) -> None:
        self.scope = trio.CancelScope()
        self.over = False
        self.value: Any = None
        self.error: Exception | None = None

    async def run(self, operation: Callable[[], Awaitable[Any]]) -> None:
        """Runs the operation and keeps how it ended; cancelled, it has neither value nor error."""
        try:
            with self.scope:
                self.value = await operation()
        except Exception as error:  # noqa: BLE001 - the test looks at it
            self.error = error
        self.over = True

    def result(self) -> Any:
        """What the operation returned, as often as it is asked for."""
        assert self.over, "the operation is blocked"
        if self.error is not None:
            raise self.error
        return self.value
