"""Retries: retryable errors, number of attempts, delays and the final error."""

from __future__ import annotations

import time
from typing import Any

import attrs
import pytest
import trio
import trio.testing

from trio_codex import (
    InternalRpcError,
    InvalidArgumentError,
    RetryLimitExceededError,
    ServerBusyError,
    TurnFailedError,
    TurnResult,
    async_retry_on_overload,
    is_retryable_error,
    retry_on_overload,
)
from trio_codex.types import TurnError, TurnStatus


def busy() -> ServerBusyError:
    return ServerBusyError("Server overloaded; retry later.")


def failed(info: Any) -> TurnFailedError:
    error = TurnError(message="no", codex_error_info=info)
    result = TurnResult(
        id="t",
        status=TurnStatus.FAILED,
        error=error,
        started_at=None,
        completed_at=None,
        duration_ms=None,
        final_response=None,
        items=[],
        usage=None,
        output=None,
    )
    return TurnFailedError("no", result=result)


@attrs.define
class Attempts:
    """Fails with each of the errors in turn, and then works."""

    errors: list[Exception]
    made: int = 0

    def __call__(self) -> str:
        self.made += 1
        if self.errors:
            raise self.errors.pop(0)
        return "done"

    async def later(self) -> str:
        await trio.lowlevel.checkpoint()
        return self()


@pytest.fixture
def slept(monkeypatch: pytest.MonkeyPatch) -> list[float]:
    """The seconds between the blocking attempts, which nobody waits here."""
    seconds: list[float] = []
    monkeypatch.setattr(time, "sleep", seconds.append)
    return seconds


@pytest.mark.parametrize(
    ("error", "retryable"),
    [
        (busy(), True),
        (failed("serverOverloaded"), True),
        (failed("usageLimitExceeded"), False),
        (failed(None), False),
        (RetryLimitExceededError("still"), False),
        (InternalRpcError("no"), False),
        (ValueError(), False),
        (KeyboardInterrupt(), False),
    ],
)
def test_only_overload_may_be_retried(error: BaseException, retryable: bool) -> None:
    assert is_retryable_error(error) is retryable


def test_delays_between_attempts_grow(slept: list[float]) -> None:
    attempts = Attempts([busy(), failed("serverOverloaded"), busy(), busy()])
    assert retry_on_overload(attempts, max_attempts=5, jitter_ratio=0) == "done"
    assert attempts.made == 5
    assert slept == [0.25, 0.5, 1.0, 2.0]


def test_delays_stay_within_limit_and_jitter(slept: list[float]) -> None:
    attempts = Attempts([busy() for _ in range(20)])
    retry_on_overload(attempts, max_attempts=21, initial_delay_s=1, max_delay_s=4, jitter_ratio=0.5)
    assert 0.5 <= slept[0] <= 1.5
    assert all(2 <= seconds <= 6 for seconds in slept[2:])


def test_the_last_error_has_the_number_of_attempts(slept: list[float]) -> None:
    attempts = Attempts([busy() for _ in range(5)])
    with pytest.raises(RetryLimitExceededError, match="after 3 attempts") as caught:
        retry_on_overload(attempts)
    assert attempts.made == 3 and len(slept) == 2
    assert isinstance(caught.value.__cause__, ServerBusyError)
    assert caught.value.code == -32001


def test_a_turn_that_stays_overloaded_keeps_its_own_error(slept: list[float]) -> None:
    attempts = Attempts([failed("serverOverloaded") for _ in range(2)])
    with pytest.raises(TurnFailedError, match=r"^no$"):
        retry_on_overload(attempts, max_attempts=2)
    assert len(slept) == 1


def test_other_errors_are_not_retried(slept: list[float]) -> None:
    attempts = Attempts([ValueError("mine")])
    with pytest.raises(ValueError, match="mine"):
        retry_on_overload(attempts)
    assert attempts.made == 1 and slept == []


@pytest.mark.parametrize(
    ("wrong", "message"),
    [
        ({"max_attempts": 0}, "max_attempts must be a whole number of at least 1, not 0"),
        ({"initial_delay_s": -1}, "initial_delay_s must be a number at least 0, not -1"),
        ({"max_delay_s": "2"}, "max_delay_s must be a number at least 0, not '2'"),
        ({"jitter_ratio": 1.5}, "from 0 to 1, not 1.5"),
    ],
)
async def test_wrong_arguments_are_refused_before_the_first_attempt(
    wrong: dict[str, Any], message: str
) -> None:
    attempts = Attempts([])
    with pytest.raises(InvalidArgumentError, match=message):
        retry_on_overload(attempts, **wrong)
    with pytest.raises(InvalidArgumentError, match=message):
        await async_retry_on_overload(attempts.later, **wrong)
    assert attempts.made == 0


async def test_waiting_between_attempts_lets_others_run(
    autojump_clock: trio.testing.MockClock,
) -> None:
    attempts = Attempts([busy(), busy()])
    began = trio.current_time()
    assert await async_retry_on_overload(attempts.later, jitter_ratio=0) == "done"
    assert trio.current_time() - began == pytest.approx(0.75)


@pytest.mark.requirement("client/retry")
async def test_blocking_and_async_retries_end_with_the_same_error(
    autojump_clock: trio.testing.MockClock,
) -> None:
    attempts = Attempts([busy() for _ in range(4)])
    with pytest.raises(RetryLimitExceededError, match="after 4 attempts"):
        await async_retry_on_overload(attempts.later, max_attempts=4)
    assert attempts.made == 4


async def test_a_cancelled_retry_makes_no_other_attempt(
    autojump_clock: trio.testing.MockClock,
) -> None:
    attempts = Attempts([busy() for _ in range(9)])
    with trio.move_on_after(0.3) as scope:
        await async_retry_on_overload(attempts.later, max_attempts=9, jitter_ratio=0)
    assert scope.cancelled_caught
    assert attempts.made == 2
