"""Records of requests, which tests can count and wait for."""

from __future__ import annotations

import threading
import time
from typing import TYPE_CHECKING, Generic, TypeVar, final

import trio

from .signals import Signal

if TYPE_CHECKING:
    from collections.abc import Callable

__all__ = ["Records"]

R = TypeVar("R")


@final
class Records(Generic[R]):
    """The requests of a server so far, in order; usable from any thread."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._records: list[R] = []
        self._changed = Signal()

    def __len__(self) -> int:
        return len(self._records)

    def all(self) -> list[R]:
        """Returns the records so far."""
        with self._lock:
            return list(self._records)

    def add(self, record: R) -> None:
        """Adds a record and wakes the tasks and threads that wait for it."""
        with self._lock:
            self._records.append(record)
            changed, self._changed = self._changed, Signal()
        changed.set()

    async def wait(self, number: int, fits: Callable[[R], bool]) -> R:
        """Waits for the record with this number among those that fit.

        Cancelling it changes nothing.

        Raises:
            ValueError: the number is below 1.
        """
        await trio.lowlevel.checkpoint()
        while True:
            found, changed = self._find(number, fits)
            if found:
                return found[0]
            await changed.wait()

    def wait_blocking(self, number: int, fits: Callable[[R], bool], timeout: float) -> R:
        """Blocks this thread until the record with this number among those that fit has come.

        Raises:
            TimeoutError: it did not come.
            ValueError: the number is below 1.
        """
        deadline = time.monotonic() + timeout
        while True:
            found, changed = self._find(number, fits)
            if found:
                return found[0]
            try:
                changed.wait_blocking(max(0.0, deadline - time.monotonic()))
            except TimeoutError:
                raise TimeoutError(f"no such request came within {timeout:g} s") from None

    def _find(self, number: int, fits: Callable[[R], bool]) -> tuple[list[R], Signal]:
        """Finds the record, and the signal of the next change, in one step."""
        if number < 1:
            raise ValueError(f"requests are counted from 1, not {number}")
        with self._lock:
            records, changed = list(self._records), self._changed
        return [record for record in records if fits(record)][number - 1 : number], changed
