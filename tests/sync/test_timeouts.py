"""`timeout=` of the blocking calls: the turn ends on the server, then `TimeoutError` comes out."""

from __future__ import annotations

import math
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.many_cases import case
from tests.sync.support import TIMEOUT
from trio_codex import Codex, InvalidArgumentError, Thread
from trio_codex.testing import BlockingModelServer, LoginIssuer, isolated_config

SECONDS = 0.3


def assert_interrupted(codex: Codex, model: BlockingModelServer, thread: Thread) -> None:
    """The turn ended on the server before the error came out, and the client is usable."""
    assert [turn.status for turn in thread.turns()] == ["interrupted"]
    assert codex.statistics().turns == 0
    model.requests[0].disconnected.wait_blocking(TIMEOUT)
    model.reply("still here")
    assert thread.run("again", timeout=TIMEOUT).final_response == "still here"


def run_thread(thread: Thread) -> None:
    thread.run("hi", timeout=SECONDS)


def run_turn(thread: Thread) -> None:
    thread.turn("hi").run(timeout=SECONDS)


def stream_turn(thread: Thread) -> None:
    with thread.turn("hi") as turn:
        for _ in turn.stream(timeout=SECONDS):
            pass


def stream_turn_with_idle_timeout(thread: Thread) -> None:
    with thread.turn("hi") as turn:
        for _ in turn.stream(timeout=SECONDS, idle_timeout=TIMEOUT):
            pass


def stream_text(thread: Thread) -> None:
    for _ in thread.stream_text("hi", timeout=SECONDS):
        pass


@pytest.mark.parametrize(
    "use", [run_thread, run_turn, stream_turn, stream_turn_with_idle_timeout, stream_text]
)
def test_the_turn_is_interrupted_first(
    codex: Codex, model: BlockingModelServer, use: Callable[[Thread], None]
) -> None:
    model.reply_deltas(["a", "b"], gate=model.gate(), hold_after=1)
    thread = codex.thread_start()
    with pytest.raises(TimeoutError, match=r"the turn has not ended within 0\.3 s"):
        use(thread)
    assert_interrupted(codex, model, thread)


def test_the_stream_ends_and_the_result_says_interrupted(
    codex: Codex, model: BlockingModelServer
) -> None:
    model.reply_deltas(["a", "b"], gate=model.gate(), hold_after=1)
    turn = codex.thread_start().turn("hi")
    events = turn.stream(timeout=SECONDS)
    with pytest.raises(TimeoutError, match="the turn has not ended"):
        for _ in events:
            pass
    assert list(events) == []
    assert turn.run().status == "interrupted"


def test_a_stream_whose_time_is_over_between_two_steps(
    codex: Codex, model: BlockingModelServer
) -> None:
    """A turn that runs is interrupted by the next step that would have to wait."""
    model.reply_deltas(["a", "b"], gate=model.gate(), hold_after=1)
    thread = codex.thread_start()
    with thread.turn("hi") as turn:
        events = turn.stream(timeout=TIMEOUT)
        while next(events).method != "item/agentMessage/delta":
            pass
        events._deadline._ends = 0.0
        with pytest.raises(TimeoutError, match="the turn has not ended"):
            for _ in events:
                pass
    assert_interrupted(codex, model, thread)


def test_a_turn_that_has_ended_is_read_however_late(
    codex: Codex, model: BlockingModelServer
) -> None:
    turn = codex.thread_start().turn("hi")
    events = turn.stream(timeout=TIMEOUT)
    next(events)
    codex.client.portal.run(turn._async._channel.wait_over)
    events._deadline._ends = 0.0
    assert [event.method for event in events][-1] == "turn/completed"


def test_what_comes_in_time_is_as_without(codex: Codex, model: BlockingModelServer) -> None:
    thread = codex.thread_start()
    assert thread.run("hi", timeout=TIMEOUT).final_response == "unasked"
    assert thread.turn("hi").run(timeout=TIMEOUT).final_response == "unasked"
    assert list(thread.stream_text("hi", timeout=TIMEOUT)) == ["unasked"]
    events = thread.turn("hi").stream(timeout=TIMEOUT)
    assert [event.method for event in events][-1] == "turn/completed"


def test_a_login_goes_on(model: BlockingModelServer, tmp_path: Path) -> None:
    with (
        LoginIssuer().in_thread() as issuer,
        Codex(isolated_config(model, home=tmp_path, issuer=issuer)) as codex,
        codex.login_chatgpt_device_code() as login,
    ):
        with pytest.raises(TimeoutError, match=r"the login has not ended within 0\.3 s"):
            login.wait(timeout=SECONDS)
        assert login.cancel().status == "canceled"
        assert not login.wait(timeout=TIMEOUT).success


def test_it_must_be_a_positive_number(codex: Codex, model: BlockingModelServer) -> None:
    turn = codex.thread_start().turn("hi")
    wrong: list[Any] = [0, -1, math.nan, math.inf, True, "5"]
    for timeout in wrong:
        for use in (turn.run, turn.stream):
            name = f"{use.__name__}(timeout={timeout!r})"
            with case(name), pytest.raises(InvalidArgumentError, match="positive, finite number"):
                use(timeout=timeout)


def test_a_wrong_timeout_sends_nothing(codex: Codex) -> None:
    thread = codex.thread_start()
    sent = codex.statistics().requests_sent
    for use in (thread.run, thread.stream_text):
        with pytest.raises(InvalidArgumentError, match=r"not -1"):
            use("hi", timeout=-1)
    assert codex.statistics().requests_sent == sent
