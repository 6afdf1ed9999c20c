"""Records of requests, which tests can count and wait for."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING, Generic, TypeVar, final

import attrs

from .signals import Signal

if TYPE_CHECKING:
    from collections.abc import Callable

__all__ = ["Records"]

R = TypeVar("R")


@attrs.define(eq=False)
class _Expectation(Generic[R]):
    number: int
    fits: Callable[[R], bool]
    signal: Signal = attrs.field(factory=Signal)
    found: R | None = None


@final
class Records(Generic[R]):
    """The requests of a server so far, in order; usable from any thread."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._records: list[R] = []
        self._expected: list[_Expectation[R]] = []

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
            due = [expected for expected in self._expected if self._met(expected)]
            self._expected = [expected for expected in self._expected if expected.found is None]
        for expected in due:
            expected.signal.set()

    async def wait(self, number: int, fits: Callable[[R], bool]) -> R:
        """Waits for the record with this number among those that fit.

        Cancelling it changes nothing.

        Raises:
            ValueError: the number is below 1.
        """
        expected = self._expect(number, fits)
        try:
            await expected.signal.wait()
        finally:
            self._forget(expected)
        assert expected.found is not None
        return expected.found

    def wait_blocking(self, number: int, fits: Callable[[R], bool], timeout: float) -> R:
        """Blocks this thread until the record with this number among those that fit has come.

        Raises:
            TimeoutError: it did not come.
            ValueError: the number is below 1.
        """
        expected = self._expect(number, fits)
        try:
            expected.signal.wait_blocking(timeout)
        finally:
            self._forget(expected)
        assert expected.found is not None
        return expected.found

    def _expect(self, number: int, fits: Callable[[R], bool]) -> _Expectation[R]:
        if number < 1:
            raise ValueError(f"requests are counted from 1, not {number}")
        expected = _Expectation(number, fits)
        with self._lock:
            if self._met(expected):
                expected.signal.set()
            else:
                self._expected.append(expected)
        return expected

    def _met(self, expected: _Expectation[R]) -> bool:
        fitting = [record for record in self._records if expected.fits(record)]
        if len(fitting) >= expected.number:
            expected.found = fitting[expected.number - 1]
        return expected.found is not None

    def _forget(self, expected: _Expectation[R]) -> None:
        with self._lock:
            if expected in self._expected:
                self._expected.remove(expected)
