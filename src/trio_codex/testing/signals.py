"""Turns "has it happened yet?" into something that tasks and plain threads can both wait for."""

from __future__ import annotations

import threading
from typing import final

import trio

__all__ = ["Gate", "Signal"]


@final
class Signal:
    """A flag that is raised once, from any thread, and can be awaited or waited for.

    `trio.Event` belongs to one Trio run; this one may be set in the server's private thread and
    awaited in the test's.
    """

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._flag = threading.Event()
        self._waiters: dict[trio.Event, trio.lowlevel.TrioToken] = {}

    def set(self) -> None:
        """Raise the flag and wake everybody who waits; a second time does nothing."""
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
        """Say whether the flag is up."""
        return self._flag.is_set()

    async def wait(self) -> None:
        """Wait until the flag is up. Cancelling this leaves the flag as it is."""
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
        """Block this thread until the flag is up.

        Args:
            timeout: seconds to wait at most.

        Raises:
            TimeoutError: the flag stayed down.
        """
        if not self._flag.wait(timeout):
            raise TimeoutError(f"nothing happened within {timeout:g} s")


@final
class Gate:
    """A place where a scripted reply stops until the test lets it go on.

    It takes the place of sleeps: the test learns when the server has come to the gate, does what it
    wants to see happen meanwhile, and opens it.
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
        """Whether a reply has come to the gate."""
        return self._reached.is_set()

    def open(self) -> None:
        """Let the reply go on; from any thread, before or after it came to the gate."""
        self._opened.set()

    async def reached(self) -> None:
        """Wait until a reply has come to the gate. Cancelling this leaves the gate as it is."""
        await self._reached.wait()

    def wait_reached(self, timeout: float = 30.0) -> None:
        """Block this thread until a reply has come to the gate.

        Args:
            timeout: seconds to wait at most.

        Raises:
            TimeoutError: no reply came to the gate.
        """
        self._reached.wait_blocking(timeout)

    async def pass_through(self) -> None:
        """Come to the gate and wait until it is open; what the server does with it.

        Cancelling this leaves the gate reached.
        """
        self._reached.set()
        await self._opened.wait()
