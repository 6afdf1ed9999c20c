"""`timeout=` of the blocking calls that wait for a turn or a login."""

from __future__ import annotations

import math
import time
from typing import TYPE_CHECKING, TypeVar, final

import trio

from ..errors import InvalidArgumentError

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

__all__ = ["Deadline"]

T = TypeVar("T")


# The time is over in the Trio thread, where the scope of `bound` cancels the function: so the turn
# was interrupted, and its end waited for, before the caller sees `TimeoutError`. A caller that gave
# up in its own thread would leave the turn running (test_timeouts: the turn is interrupted first).
@final
class Deadline:
    """The seconds that something may take from its first step on; `None` is without bound.

    Args:
        timeout: the seconds.
        what: what has to be done by then, for the error.

    Raises:
        InvalidArgumentError: `timeout` is not a positive, finite number.
    """

    __slots__ = ("_ends", "_timeout", "_what")

    def __init__(self, timeout: float | None, what: str) -> None:
        number = isinstance(timeout, (int, float)) and not isinstance(timeout, bool)
        if timeout is not None and not (number and math.isfinite(timeout) and timeout > 0):
            raise InvalidArgumentError(
                f"timeout must be a positive, finite number of seconds or None, not {timeout!r}"
            )
        self._timeout = timeout
        self._what = what
        self._ends: float | None = None

    def begin(self) -> None:
        """Begins the count, if it has not begun."""
        if self._ends is None and self._timeout is not None:
            self._ends = time.monotonic() + self._timeout

    @property
    def left(self) -> float:
        """The seconds that are left; the first look begins the count."""
        self.begin()
        if self._ends is None:
            return math.inf
        return max(0.0, self._ends - time.monotonic())

    def error(self) -> TimeoutError:
        """Returns what is raised when the time is over."""
        return TimeoutError(f"{self._what} within {self._timeout:g} s")

    async def bound(
        self, function: Callable[..., Awaitable[T]], *args: object, **options: object
    ) -> T:
        """Calls a coroutine function and cancels it when the time is over.

        Raises:
            TimeoutError: it was cancelled, and has undone what a cancellation undoes.
        """
        with trio.move_on_after(self.left):
            return await function(*args, **options)
        raise self.error()
