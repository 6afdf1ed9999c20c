"""Events and gates that both tasks and plain threads can wait for."""

from __future__ import annotations

import threading
from typing import final

import trio

__all__ = ["Gate", "Signal"]


@final
class Signal:
    """An event that is set once, from any thread, and that tasks and threads can wait for.

    `trio.Event` belongs to one Trio run; a signal may be set in the server's private thread and
    awaited in the test's Trio run.
    """

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._flag = threading.Event()
        self._waiters: dict[trio.Event, trio.lowlevel.TrioToken] = {}

    def set(self) -> None:
        """Sets the signal and wakes all waiters; a second call does nothing."""
        with self._lock:
            self._flag.set()
            waiters, self._waiters = self._waiters, {}
        for event, token in waiters.items():
            try:
                token.run_sync_soon(event.set)
            except trio.RunFinishedError:
                # That Trio run is over, and its waiter with it.
                continue

    def is_set(self) -> bool:
        """Whether the signal is set."""
        return self._flag.is_set()

    async def wait(self) -> None:
        """Waits until the signal is set. Cancelling it changes nothing."""
        event = trio.Event()
        with self._lock:
            if self._flag.is_set():
                event.set()
            else:
                self._waiters[event] = trio.lowlevel.current_trio_token()
        try:
            await event.wait()
        finally:
            with self._lock:
                self._waiters.pop(event, None)

    def wait_blocking(self, timeout: float = 30.0) -> None:
        """Blocks this thread until the signal is set.

        Args:
            timeout: seconds to wait at most.

        Raises:
            TimeoutError: the signal was not set in time.
        """
        if not self._flag.wait(timeout):
            raise TimeoutError(f"nothing happened within {timeout:g} s")


@final
class Gate:
    """A point at which a scripted reply waits until the test lets it continue.

    It replaces sleeps: the test waits until the server has reached the gate, acts, and opens it.
    """

    def __init__(self) -> None:
        self._reached = Signal()
        self._opened = Signal()

    @property
    def is_open(self) -> bool:
        """Whether the gate has been opened."""
        return self._opened.is_set()

    @property
    def is_reached(self) -> bool:
        """Whether a reply has reached the gate."""
        return self._reached.is_set()

    def open(self) -> None:
        """Lets the reply continue; from any thread, before or after the reply reached the gate."""
        self._opened.set()

    async def reached(self) -> None:
        """Waits until a reply has reached the gate. Cancelling it changes nothing."""
        await self._reached.wait()

    def wait_reached(self, timeout: float = 30.0) -> None:
        """Blocks this thread until a reply has reached the gate.

        Args:
            timeout: seconds to wait at most.

        Raises:
            TimeoutError: no reply reached the gate in time.
        """
        self._reached.wait_blocking(timeout)

    async def pass_through(self) -> None:
        """Reaches the gate and waits until it is open; called by the server.

        When it is cancelled, the gate stays reached.
        """
        self._reached.set()
        await self._opened.wait()
