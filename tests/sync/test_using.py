"""The blocking client against the real runtime: threads, turns, streams, requests, logins."""

from __future__ import annotations

from functools import partial
from pathlib import Path

import attrs
import pytest

from tests.sync.support import TIMEOUT, Background
from trio_codex import (
    ApprovalMode,
    AppServerConfig,
    Codex,
    InvalidArgumentError,
    InvalidRequestError,
    RetryLimitExceededError,
    RuntimeNotFoundError,
    ServerBusyError,
    TurnFailedError,
    TurnStalledError,
    protocol,
    retry_on_overload,
)
from trio_codex.testing import BlockingModelServer, LoginIssuer, ModelRequest, isolated_config

DELTA = "item/agentMessage/delta"


@attrs.frozen
class Answer:
    city: str


def test_a_script_gets_its_answer(codex: Codex, model: BlockingModelServer) -> None:
    model.reply("Hello world")
    result = codex.thread_start().run("hi")
    assert result.final_response == "Hello world"
    assert result.status == "completed"
    assert model.requests[0].last_user_text == "hi"
    assert codex.metadata.server_version


def test_options_reach_the_turn(codex: Codex, model: BlockingModelServer) -> None:
    thread = codex.thread_start(approval_mode=None, developer_instructions="be brief")
    thread.run("hi", model="mock-model-mini", effort=protocol.ReasoningEffort("low"))
    assert model.requests[0].body["model"] == "mock-model-mini"


def test_a_stream_brings_every_event_in_order(codex: Codex, model: BlockingModelServer) -> None:
    words = [f"w{number} " for number in range(2000)]
    model.reply_deltas(words)
    turn = codex.thread_start().turn("hi")
    events = list(turn.stream())
    texts = [event.payload.delta for event in events if event.method == DELTA]  # type: ignore[union-attr]
    assert "".join(texts) == "".join(words)
    assert events[-1].method == "turn/completed"
    assert [event.method for event in events].count("turn/started") == 1
    assert turn.run().final_response == "".join(words)


def test_a_second_stream_goes_on_where_the_first_stopped(
    codex: Codex, model: BlockingModelServer
) -> None:
    model.reply_deltas(["a", "b", "c"])
    turn = codex.thread_start().turn("hi")
    first = next(event for event in turn.stream() if event.method == DELTA)
    rest = [event for event in turn.stream() if event.method == DELTA]
    assert [first.payload.delta, *(event.payload.delta for event in rest)] == ["a", "b", "c"]  # type: ignore[union-attr]
    assert list(turn.stream()) == []


def test_text_comes_piece_by_piece(codex: Codex, model: BlockingModelServer) -> None:
    model.reply_deltas(["Hel", "lo"])
    text = codex.thread_start().stream_text("hi")
    assert text.turn is None
    assert "".join(text) == "Hello"
    assert text.turn is not None
    assert text.turn.run().final_response == "Hello"


def test_leaving_a_text_stream_early_interrupts_its_turn(
    codex: Codex, model: BlockingModelServer
) -> None:
    model.reply_deltas(["a", "b"], gate=model.gate(), hold_after=1)
    with codex.thread_start().stream_text("hi") as text:
        assert next(text) == "a"
    assert text.turn is not None
    assert text.turn.run().status == "interrupted"


def _says(name: str, request: ModelRequest) -> bool:
    return request.last_user_text == name


@pytest.mark.requirement("blocking/anywhere")
def test_two_threads_share_a_client(codex: Codex, model: BlockingModelServer) -> None:
    gates = [model.gate(), model.gate()]
    for name, gate in zip("ab", gates, strict=True):
        model.reply(name, gate=gate, when=partial(_says, name))

    def run(name: str) -> str | None:
        return codex.thread_start().run(name).final_response

    first, second = Background(lambda: run("a")), Background(lambda: run("b"))
    for gate in gates:
        gate.wait_reached(TIMEOUT)  # both are running at once
    for gate in reversed(gates):
        gate.open()
    assert (first.outcome(), second.outcome()) == ("a", "b")


def test_a_running_turn_is_steered(codex: Codex, model: BlockingModelServer) -> None:
    gate = model.gate()
    model.reply_deltas(["par", "tial"], gate=gate, hold_after=1)
    model.reply("steered")
    turn = codex.thread_start().turn("hi")
    gate.wait_reached(TIMEOUT)
    assert turn.steer("and this").turn_id == turn.id
    gate.open()
    assert turn.run().final_response == "steered"


def test_the_running_turn_is_joined(codex: Codex, model: BlockingModelServer) -> None:
    gate = model.gate()
    model.reply_deltas(["one ", "two"], gate=gate, hold_after=1)
    thread = codex.thread_start()
    assert thread.current_turn() is None
    turn = thread.turn("count")
    joined = thread.current_turn()
    assert joined is not None and joined.joined and joined.id == turn.id
    gate.open()
    assert joined.run() == turn.run()


def test_a_turn_is_interrupted_at_once(codex: Codex, model: BlockingModelServer) -> None:
    model.reply("never", gate=model.gate())
    turn = codex.thread_start().turn("hi")
    turn.interrupt()
    turn.interrupt()
    assert turn.run().status == protocol.TurnStatus.INTERRUPTED


def test_leaving_the_scope_of_a_turn_interrupts_it(
    codex: Codex, model: BlockingModelServer
) -> None:
    model.reply("never", gate=model.gate())
    with pytest.raises(LookupError, match="mine"), codex.thread_start().turn("hi") as turn:
        request = model.wait_for_request(1, TIMEOUT)
        raise LookupError("mine")
    request.disconnected.wait_blocking(TIMEOUT)
    assert turn.run().status == "interrupted"


def test_a_failed_turn_raises_with_its_result(codex: Codex, model: BlockingModelServer) -> None:
    model.fail_stream(message="the model is ill")
    with pytest.raises(TurnFailedError, match="the model is ill") as caught:
        codex.thread_start().run("hi")
    assert caught.value.result.status == "failed"


def test_a_silent_turn_stalls(codex: Codex, model: BlockingModelServer) -> None:
    model.reply("never", gate=model.gate())
    with (
        codex.thread_start().turn("hi") as turn,
        pytest.raises(TurnStalledError, match=r"sent nothing for 0\.3 s"),
    ):
        for _ in turn.stream(idle_timeout=0.3):
            pass


def test_the_answer_has_the_type_that_was_asked_for(
    codex: Codex, model: BlockingModelServer
) -> None:
    model.reply('{"city": "Oslo"}')
    assert codex.thread_start().run("where?", output_type=Answer).output == Answer("Oslo")


@pytest.mark.requirement("blocking/same-interface")
def test_errors_come_from_where_the_async_client_has_them(codex: Codex) -> None:
    thread = codex.thread_start()
    with pytest.raises(InvalidArgumentError, match="non-empty"):
        thread.set_name("")
    with pytest.raises(InvalidRequestError, match="no-such"):
        codex.request("thread/no-such")
    with pytest.raises(InvalidRequestError, match="no rollout found"):
        codex.thread_resume("00000000-0000-7000-8000-000000000000")


def test_the_record_of_a_thread_is_read(codex: Codex, model: BlockingModelServer) -> None:
    thread = codex.thread_start(approval_mode=ApprovalMode.DENY_ALL)
    for text in ("one", "two", "three"):
        model.reply(text)
        thread.run(text)
    thread.set_name("mine")
    assert thread.read().thread.name == "mine"
    turns = thread.turns(page_size=2)
    assert len([next(turns), *turns]) == 3
    assert [stored.id for stored in codex.threads()] == [thread.id]
    assert [stored.id for stored in codex.thread_list().data] == [thread.id]
    assert codex.thread_resume(thread.id).id == thread.id
    assert codex.thread_fork(thread.id).id != thread.id
    assert thread.compact().run().status == "completed"


def test_notifications_of_no_turn_are_subscribed_to(codex: Codex) -> None:
    with codex.notifications("thread/name/updated") as stream:
        thread = codex.thread_start()
        thread.set_name("mine")
        # A name is set before the first turn too, but told only by its answer's notification.
        notification = next(stream)
    assert notification.method == "thread/name/updated"
    assert notification.payload.thread_id == thread.id
    assert list(stream) == []


def test_a_busy_server_is_retried(codex: Codex) -> None:
    attempts: list[int] = []

    def ask() -> int:
        attempts.append(1)
        if len(attempts) < 3:
            raise ServerBusyError("busy")
        return len(codex.models().data)

    assert retry_on_overload(ask, initial_delay_s=0, max_delay_s=0) > 0
    with pytest.raises(RetryLimitExceededError, match="after 1 attempts"):
        attempts.clear()
        retry_on_overload(ask, max_attempts=1)


def test_an_api_key_logs_in_and_out(model: BlockingModelServer, tmp_path: Path) -> None:
    config = isolated_config(model, home=tmp_path, requires_openai_auth=True)
    with Codex(config) as codex:
        codex.login_api_key("sk-test")
        account = codex.account().account
        assert isinstance(account, protocol.ApiKeyAccount)
        codex.logout()
        assert codex.account().account is None
        with pytest.raises(InvalidArgumentError, match="api_key"):
            codex.login_api_key(" ")


@pytest.mark.browser_login
def test_a_login_in_the_browser_completes(model: BlockingModelServer, tmp_path: Path) -> None:
    with (
        LoginIssuer(plan="plus").in_thread() as issuer,
        Codex(isolated_config(model, home=tmp_path, issuer=issuer)) as codex,
        codex.login_chatgpt() as login,
    ):
        waiting = Background(login.wait)
        issuer.complete_browser_login(login.auth_url)
        completed = waiting.outcome()
    assert completed.success  # type: ignore[attr-defined]
    assert completed.login_id == login.login_id  # type: ignore[attr-defined]


def test_a_device_code_login_is_cancelled(model: BlockingModelServer, tmp_path: Path) -> None:
    with (
        LoginIssuer().in_thread() as issuer,
        Codex(isolated_config(model, home=tmp_path, issuer=issuer)) as codex,
    ):
        with codex.login_chatgpt_device_code() as login:
            assert login.user_code and login.verification_url.startswith("http://127.0.0.1")
        assert not login.wait().success


def test_a_missing_runtime_is_named() -> None:
    with pytest.raises(RuntimeNotFoundError, match="no-such-codex"):
        Codex(AppServerConfig(codex_bin="/no-such-codex"))
