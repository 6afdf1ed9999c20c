"""Retries of asyncio tasks: bounded attempts with backoff while the server is overloaded."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, TypeVar

from .._client.retry import check_async, delay_after, delays

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

__all__ = ["async_retry_on_overload"]

T = TypeVar("T")


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
            pause = delay_after(error, pauses, max_attempts)
        await asyncio.sleep(pause)
