"""Retries: bounded attempts with backoff while the server is overloaded."""

from __future__ import annotations

import math
import random
import time
from typing import TYPE_CHECKING, TypeVar

import trio

from .._hints import exported
from ..errors import InvalidArgumentError, RetryLimitExceededError, ServerBusyError, TurnFailedError

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Iterator

__all__ = [
    "async_retry_on_overload",
    "check_async",
    "delay_after",
    "delays",
    "is_retryable_error",
    "retry_on_overload",
]

T = TypeVar("T")

_RETRYABLE_TURN_ERRORS = frozenset({"serverOverloaded"})


def is_retryable_error(error: BaseException) -> bool:
    """Returns whether the same call may succeed later.

    True for `ServerBusyError`, and for a `TurnFailedError` caused by an overloaded model server;
    false for `RetryLimitExceededError` and every other error.
    """
    if isinstance(error, RetryLimitExceededError):
        return False
    if isinstance(error, ServerBusyError):
        return True
    if isinstance(error, TurnFailedError) and error.result.error is not None:
        return error.result.error.codex_error_info in _RETRYABLE_TURN_ERRORS
    return False


def retry_on_overload(
    operation: Callable[[], T],
    *,
    max_attempts: int = 3,
    initial_delay_s: float = 0.25,
    max_delay_s: float = 2.0,
    jitter_ratio: float = 0.2,
) -> T:
    """Calls `operation` again while the server is overloaded, blocking between attempts.

    Args:
        operation: a callable without arguments; each attempt calls it again.
        max_attempts: the largest number of calls.
        initial_delay_s: seconds before the second attempt; doubled after each further one.
        max_delay_s: the longest delay between two attempts, in seconds.
        jitter_ratio: the random part of each delay, from 0 to 1.

    Raises:
        RetryLimitExceededError: the last attempt was refused for overload too.
        InvalidArgumentError: an argument is out of range.
    """
    _check_plain(operation)
    pauses = delays(max_attempts, initial_delay_s, max_delay_s, jitter_ratio)
    while True:
        try:
            return operation()
        except Exception as error:  # noqa: BLE001 - raised again unless it may be retried
            delay = delay_after(error, pauses, max_attempts)
        time.sleep(delay)


async def async_retry_on_overload(
    operation: Callable[[], Awaitable[T]],
    *,
    max_attempts: int = 3,
    initial_delay_s: float = 0.25,
    max_delay_s: float = 2.0,
    jitter_ratio: float = 0.2,
) -> T:
    """Calls `operation` again while the server is overloaded, sleeping between attempts.

    Args:
        operation: an async callable without arguments; each attempt calls it again.
        max_attempts: the largest number of calls.
        initial_delay_s: seconds before the second attempt; doubled after each further one.
        max_delay_s: the longest delay between two attempts, in seconds.
        jitter_ratio: the random part of each delay, from 0 to 1.

    Raises:
        RetryLimitExceededError: the last attempt was refused for overload too.
        InvalidArgumentError: an argument is out of range.

    Cancelled, the running attempt is cancelled and no other is made.
    """
    check_async(operation)
    pauses = delays(max_attempts, initial_delay_s, max_delay_s, jitter_ratio)
    while True:
        try:
            return await operation()
        except Exception as error:  # noqa: BLE001 - raised again unless it may be retried
            delay = delay_after(error, pauses, max_attempts)
        await trio.sleep(delay)


def delay_after(error: Exception, delays: Iterator[float], attempts: int) -> float:
    """Returns the seconds before the next attempt, or raises the error if there is none."""
    if not is_retryable_error(error):
        raise error
    delay = next(delays, None)
    if delay is not None:
        return delay
    if isinstance(error, ServerBusyError):
        raise RetryLimitExceededError(
            f"still overloaded after {attempts} attempts: {error.message}",
            code=error.code,
            data=error.data,
        ) from error
    raise error


def delays(
    max_attempts: int, initial_delay_s: float, max_delay_s: float, jitter_ratio: float
) -> Iterator[float]:
    """Gives the seconds between attempts; checks the arguments first.

    Raises:
        InvalidArgumentError: an argument is out of range.
    """
    if not isinstance(max_attempts, int) or isinstance(max_attempts, bool) or max_attempts < 1:
        raise InvalidArgumentError(
            f"max_attempts must be a whole number of at least 1, not {max_attempts!r}"
        )
    for name, value, most in (
        ("initial_delay_s", initial_delay_s, math.inf),
        ("max_delay_s", max_delay_s, math.inf),
        ("jitter_ratio", jitter_ratio, 1),
    ):
        number = isinstance(value, (int, float)) and not isinstance(value, bool)
        if not number or not 0 <= value <= most:
            bounds = "at least 0" if most is math.inf else f"from 0 to {most}"
            raise InvalidArgumentError(f"{name} must be a number {bounds}, not {value!r}")

    def generate() -> Iterator[float]:
        delay = initial_delay_s
        for _ in range(max_attempts - 1):
            base = min(delay, max_delay_s)
            yield base * (1 + random.uniform(-jitter_ratio, jitter_ratio))
            delay *= 2

    return generate()


def check_async(operation: object) -> None:
    """Refuses an operation that certainly is a blocking function.

    Raises:
        InvalidArgumentError: it is refused.
    """
    from .._requests.handlers import is_plain

    if not callable(operation) or is_plain(operation):
        raise InvalidArgumentError(
            f"operation must be an async function, not {operation!r:.80}; for a blocking one use "
            "retry_on_overload"
        )


def _check_plain(operation: object) -> None:
    import inspect

    if not callable(operation) or inspect.iscoroutinefunction(operation):
        raise InvalidArgumentError(
            f"operation must be a blocking callable, not {operation!r:.80}; for an async function "
            "use async_retry_on_overload"
        )


exported("trio_codex", async_retry_on_overload, is_retryable_error, retry_on_overload)
