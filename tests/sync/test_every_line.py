"""A signal handler may raise at any line: nothing is lost, held or left waiting."""

from __future__ import annotations

import sys
import threading
from collections.abc import Callable, Iterator

import pytest

from tests.sync.support import Interrupter, echo_config, is_alive, runtime_pid
from trio_codex import Codex
from trio_codex._portal.call import Call
from trio_codex.testing import BlockingModelServer


class Alarm(Exception):
    """What a signal handler raises that is used as a timeout."""


ERRORS = [KeyboardInterrupt, Alarm]


@pytest.fixture(autouse=True)
def waits(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """No wait of an interrupted caller lasts until its bound."""
    original = Call.wait_bounded
    ended: list[bool] = []

    def wait_bounded(self: Call, seconds: float) -> None:
        original(self, seconds)
        ended.append(self.done)

    monkeypatch.setattr(Call, "wait_bounded", wait_bounded)
    yield
    assert ended
    assert all(ended)


def interrupted_at(
    number: int, action: Callable[[], object], error: type[BaseException], *, late: bool = False
) -> str:
    """Interrupts an action at one of its lines and returns the line; empty if there is none.

    Args:
        number: which line.
        action: what is interrupted; a `late` one gets the interrupter and enters it.
        error: what is raised.
        late: whether lines count only from where the action says.
    """

    def handler() -> None:
        raise error

    interrupter = Interrupter(number, handler)
    try:
        if late:
            action(interrupter)  # type: ignore[call-arg]
        else:
            with interrupter:
                action()
    except error:
        assert interrupter.came
    else:
        assert not interrupter.came, f"swallowed at {interrupter.where}"
    return interrupter.where


def interrupted_at_every_line(
    action: Callable[..., object],
    check: Callable[[str], object],
    error: type[BaseException],
    *,
    late: bool = False,
) -> int:
    """Interrupts an action at each of its lines, one after the other; returns their number."""
    for number in range(10_000):
        where = interrupted_at(number, action, error, late=late)
        check(where)
        if not where:
            return number
    raise AssertionError("the action has no end")


def check_idle(codex: Codex, where: str) -> None:
    """Nothing of an interrupted call is left, and the next one works."""
    portal = codex.client.portal
    # A request that was on the wire keeps its slot until its answer, which others may overtake.
    for _ in range(100):
        assert codex.models().data, where
        if not codex.statistics().requests_in_flight:
            break
    writer = codex.client._async._require()._writer
    assert portal.run_sync(writer._lock.acquire, False), where
    portal.run_sync(writer.let_go)
    statistics = codex.statistics()
    left = (
        statistics.requests_in_flight,
        statistics.requests_waiting,
        statistics.frames_queued,
        statistics.turns,
        statistics.turns_starting,
        statistics.subscriptions,
        statistics.stray_replies,
    )
    assert left == (0,) * 7, where
    assert portal._trio.calls == set(), where


@pytest.mark.parametrize("error", ERRORS)
def test_a_request(codex: Codex, error: type[BaseException]) -> None:
    codex.models()
    lines = interrupted_at_every_line(codex.models, lambda where: check_idle(codex, where), error)
    assert lines > 60


@pytest.mark.parametrize("error", ERRORS)
def test_a_request_by_the_way_through_the_trio_thread(
    codex: Codex, error: type[BaseException], monkeypatch: pytest.MonkeyPatch
) -> None:
    codex.models()
    monkeypatch.setattr(codex.client._async._require()._writer, "whole_bytes", 0)
    lines = interrupted_at_every_line(codex.models, lambda where: check_idle(codex, where), error)
    assert lines > 40


@pytest.mark.parametrize("error", ERRORS)
def test_run(codex: Codex, model: BlockingModelServer, error: type[BaseException]) -> None:
    thread = codex.thread_start()
    lines = interrupted_at_every_line(
        lambda: thread.run("hi"), lambda where: check_idle(codex, where), error
    )
    assert lines > 40


@pytest.mark.parametrize("error", ERRORS)
def test_a_turn_whose_handle_the_caller_never_gets(
    codex: Codex, model: BlockingModelServer, error: type[BaseException]
) -> None:
    thread = codex.thread_start()

    def start(interrupter: Interrupter) -> None:
        with interrupter:
            turn = thread.turn("hi")
        turn.run()

    lines = interrupted_at_every_line(
        start, lambda where: check_idle(codex, where), error, late=True
    )
    assert lines > 40


@pytest.mark.parametrize("error", ERRORS)
def test_a_subscription_that_the_caller_never_gets(
    codex: Codex, error: type[BaseException]
) -> None:
    def subscribe(interrupter: Interrupter) -> None:
        with interrupter:
            stream = codex.notifications("thread/name/updated")
        stream.close()

    lines = interrupted_at_every_line(
        subscribe, lambda where: check_idle(codex, where), error, late=True
    )
    assert lines > 30


@pytest.mark.parametrize("error", ERRORS)
def test_a_stream(codex: Codex, model: BlockingModelServer, error: type[BaseException]) -> None:
    """Every line of the steps that wait for events, and of those that have some."""
    thread = codex.thread_start()

    def step(interrupter: Interrupter) -> None:
        with thread.turn("hi") as turn:
            events = turn.stream()
            with interrupter:
                next(events)
            for _ in events:
                pass

    lines = interrupted_at_every_line(
        step, lambda where: check_idle(codex, where), error, late=True
    )
    assert lines > 30


def private_threads() -> list[str]:
    return [t.name for t in threading.enumerate() if t.name.startswith("trio_codex Codex")]


@pytest.mark.parametrize("leave", [Codex.close, lambda codex: codex.__exit__(None, None, None)])
def test_closing(leave: Callable[[Codex], None]) -> None:
    """It closes, at every line but its first: before that one has run, nothing was begun."""
    still_open: list[str] = []
    for number in range(10_000):
        codex = Codex(echo_config())
        pid = runtime_pid(codex)
        where = interrupted_at(number, lambda: leave(codex), KeyboardInterrupt)  # noqa: B023
        if not codex.client.portal.ended:
            still_open.append(where)
            assert codex.client.call("test/echo", {"n": 1}) == {"n": 1}
            codex.close()
        assert not is_alive(pid), where
        assert private_threads() == [], where
        if not where:
            break
    assert number > 20
    assert len(still_open) == 1, still_open


@pytest.mark.parametrize("error", ERRORS)
def test_the_constructor(error: type[BaseException]) -> None:
    made: list[Codex] = []

    def check(where: str) -> None:
        if not where:
            made.pop().close()
        assert private_threads() == [], where

    lines = interrupted_at_every_line(lambda: made.append(Codex(echo_config())), check, error)
    assert lines > 100
    assert sys.gettrace() is None or made == []
