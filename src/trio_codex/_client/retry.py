"""Turns an overloaded server's refusals into a bounded number of later attempts."""

from __future__ import annotations

import math
import random
import time
from typing import TYPE_CHECKING, TypeVar

import trio

from ..errors import InvalidArgumentError, RetryLimitExceededError, ServerBusyError, TurnFailedError
from .arguments import check_async, check_plain

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Iterator

__all__ = ["async_retry_on_overload", "is_retryable_error", "retry_on_overload"]

T = TypeVar("T")

_RETRYABLE_TURN_ERRORS = frozenset({"serverOverloaded"})


def is_retryable_error(error: BaseException) -> bool:
    """Says whether trying the same again later may succeed.

    True of `ServerBusyError`, and of a `TurnFailedError` because the model's server was
    overloaded; false once retries were exhausted, and of everything else.
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
    """Calls `operation` until it is not refused for overload, blocking between attempts.

    Args:
        operation: what to do; called anew for each attempt.
        max_attempts: how often at most.
        initial_delay_s: seconds before the second attempt; doubled for each further one.
        max_delay_s: seconds between two attempts at most.
        jitter_ratio: the part of each delay that is random, from 0 to 1.

    Raises:
        RetryLimitExceededError: the server was busy at the last attempt too.
        InvalidArgumentError: an argument is out of range.
    """
    check_plain("operation", operation)
    delays = _delays(max_attempts, initial_delay_s, max_delay_s, jitter_ratio)
    while True:
        try:
            return operation()
        except Exception as error:  # noqa: BLE001 - raised again unless it may be retried
            delay = _delay_after(error, delays, max_attempts)
        time.sleep(delay)


async def async_retry_on_overload(
    operation: Callable[[], Awaitable[T]],
    *,
    max_attempts: int = 3,
    initial_delay_s: float = 0.25,
    max_delay_s: float = 2.0,
    jitter_ratio: float = 0.2,
) -> T:
    """Calls `operation` until it is not refused for overload, sleeping between attempts.

    Args:
        operation: what to do; called anew for each attempt.
        max_attempts: how often at most.
        initial_delay_s: seconds before the second attempt; doubled for each further one.
        max_delay_s: seconds between two attempts at most.
        jitter_ratio: the part of each delay that is random, from 0 to 1.

    Raises:
        RetryLimitExceededError: the server was busy at the last attempt too.
        InvalidArgumentError: an argument is out of range.

    Cancelled, the attempt that is running is cancelled and no other is made.
    """
    check_async("operation", operation)
    delays = _delays(max_attempts, initial_delay_s, max_delay_s, jitter_ratio)
    while True:
        try:
            return await operation()
        except Exception as error:  # noqa: BLE001 - raised again unless it may be retried
            delay = _delay_after(error, delays, max_attempts)
        await trio.sleep(delay)


def _delay_after(error: Exception, delays: Iterator[float], attempts: int) -> float:
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


def _delays(
    max_attempts: int, initial_delay_s: float, max_delay_s: float, jitter_ratio: float
) -> Iterator[float]:
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
