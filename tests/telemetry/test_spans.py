"""Spans and metrics of turns and of the server's requests, on a scripted server."""

from __future__ import annotations

import gc
import logging
import sys
from typing import TYPE_CHECKING, Any

import pytest
import trio

from tests.session.scripted import opened
from trio_codex import (
    HandlerError,
    InvalidRequestError,
    ServerRequestHandlers,
    TransportClosedError,
    TurnFailedError,
)
from trio_codex._telemetry import trace_member
from trio_codex.testing import FakeAppServer

if TYPE_CHECKING:
    from tests.telemetry.conftest import Telemetry

TURN = "invoke_agent codex"
APPROVAL = "item/commandExecution/requestApproval"


@pytest.fixture
def fake(fake_app_server: FakeAppServer) -> FakeAppServer:
    return fake_app_server


def traces(fake: FakeAppServer) -> dict[str, Any]:
    """The `trace` member of each request, by method."""
    return {
        message["method"]: message.get("trace")
        for message in fake.received
        if "id" in message and "method" in message
    }


def context(span: Any) -> str:
    return f"00-{span.context.trace_id:032x}-{span.context.span_id:016x}-01"


async def one_turn(codex: Any, fake: FakeAppServer, **ending: Any) -> Any:
    thread = await codex.thread_start()
    turn = await thread.turn("hi")
    running = await fake.expect_turn()
    with fake.batch():  # the router delivers a run of events of one turn faster
        running.started().notify("turn/diff/updated", diff="").notify("turn/diff/updated", diff="")
        running.notify("item/agentMessage/delta", itemId="message", delta="a")
        running.usage(12).completed(**ending)
    return turn


def test_nothing_is_sent_without_opentelemetry(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delitem(sys.modules, "opentelemetry.trace", raising=False)
    assert trace_member() is None


@pytest.mark.requirement("telemetry/trace")
async def test_a_request_carries_the_span_it_was_sent_in(
    fake: FakeAppServer, telemetry: Telemetry
) -> None:
    with telemetry.tracer.start_as_current_span("outer"):
        async with opened(fake) as codex:
            await (await one_turn(codex, fake)).run()
    sent = traces(fake)
    assert sent["initialize"] == {"traceparent": context(telemetry.span("trio_codex.connect"))}
    assert sent["thread/start"] == {"traceparent": context(telemetry.span("outer"))}
    assert sent["turn/start"] == {"traceparent": context(telemetry.span(TURN))}
    assert telemetry.tree() == {"trio_codex.connect": "outer", TURN: "outer", "outer": None}


@pytest.mark.requirement("telemetry/trace")
async def test_a_request_outside_of_any_span_carries_none(
    fake: FakeAppServer, telemetry: Telemetry
) -> None:
    async with opened(fake) as codex:
        await codex.thread_start()
    assert traces(fake)["thread/start"] is None


@pytest.mark.requirement("telemetry/trace")
@pytest.mark.parametrize(("flags", "sent"), [(0, "00"), (1, "01"), (2, "00"), (3, "01")])
def test_of_the_flags_only_the_sampled_one_is_sent(
    telemetry: Telemetry, flags: int, sent: str
) -> None:
    from opentelemetry import trace

    span = trace.NonRecordingSpan(
        trace.SpanContext(
            trace_id=0xABC,
            span_id=0xDEF,
            is_remote=False,
            trace_flags=trace.TraceFlags(flags),
            trace_state=trace.TraceState([("lab", "1")]),
        )
    )
    with trace.use_span(span):
        member = trace_member()
    assert member == {
        "traceparent": f"00-{'abc':0>32}-{'def':0>16}-{sent}",
        "tracestate": "lab=1",
    }
    assert trace_member() is None


@pytest.mark.requirement("telemetry/spans")
async def test_the_span_of_a_turn_has_its_ids_its_model_and_its_tokens(
    fake: FakeAppServer, telemetry: Telemetry
) -> None:
    async with opened(fake) as codex:
        turn = await one_turn(codex, fake)
        result = await turn.run()
    span = telemetry.span(TURN)
    assert span.kind.name == "CLIENT" and span.status.status_code.name == "UNSET"
    assert result.tokens is not None
    found = dict(span.attributes)
    assert found.pop("gen_ai.request.model")
    assert found == {
        "gen_ai.operation.name": "invoke_agent",
        "gen_ai.provider.name": "openai",
        "gen_ai.agent.name": "codex",
        "gen_ai.conversation.id": turn.thread_id,
        "rpc.method": "turn/start",
        "trio_codex.turn.id": turn.id,
        "trio_codex.turn.status": "completed",
        "trio_codex.turn.joined": False,
        "gen_ai.usage.input_tokens": result.tokens.input_tokens,
        "gen_ai.usage.output_tokens": result.tokens.output_tokens,
        "gen_ai.usage.cache_read.input_tokens": result.tokens.cached_input_tokens,
        "gen_ai.usage.reasoning.output_tokens": result.tokens.reasoning_output_tokens,
    }


@pytest.mark.requirement("telemetry/spans")
async def test_a_failed_turn_has_the_kind_of_its_error_and_not_its_text(
    fake: FakeAppServer, telemetry: Telemetry
) -> None:
    async with opened(fake) as codex:
        thread = await codex.thread_start()
        turn = await thread.turn("hi")
        running = await fake.expect_turn()
        running.failed("secret words", info={"httpConnectionFailed": {"httpStatusCode": 503}})
        with pytest.raises(TurnFailedError, match="secret words"):
            await turn.run()
    span = telemetry.span(TURN)
    assert span.attributes["error.type"] == "httpConnectionFailed"
    assert span.attributes["trio_codex.turn.status"] == "failed"
    assert span.status.status_code.name == "ERROR"
    assert "secret words" not in span.to_json()


@pytest.mark.requirement("telemetry/spans")
@pytest.mark.parametrize("how", ["refused", "cancelled", "died"])
async def test_a_turn_without_an_end_ends_its_span_with_the_reason(
    fake: FakeAppServer, telemetry: Telemetry, how: str
) -> None:
    async with opened(fake, interrupt_timeout=0.1) as codex:
        thread = await codex.thread_start()
        if how == "refused":
            fake.answer("turn/start", lambda request: request.fail(-32600, "no such thread"))
            with pytest.raises(InvalidRequestError, match="no such thread"):
                await thread.run("hi")
        elif how == "cancelled":
            fake.manual("turn/start")
            with trio.move_on_after(0.01):
                await thread.run("hi")
        else:
            turn = await thread.turn("hi")
            await fake.expect_turn()
            fake.disconnect()
            with pytest.raises(TransportClosedError, match="closed its output"):
                await turn.run()
    expected = {
        "refused": "InvalidRequestError",
        "cancelled": "Cancelled",
        "died": "TransportClosedError",
    }
    assert telemetry.span(TURN).attributes["error.type"] == expected[how]


@pytest.mark.requirement("telemetry/spans")
async def test_a_handle_that_joins_has_a_span_and_is_not_counted_again(
    fake: FakeAppServer, telemetry: Telemetry
) -> None:
    async with opened(fake) as codex:
        thread = await codex.thread_start()
        first = await thread.turn("one")
        running = (await fake.expect_turn()).started()
        fake.answer("turn/start", {"turn": {"id": first.id, "items": [], "status": "inProgress"}})
        second = await thread.turn("two")
        assert second.joined
        running.completed()
        await first.run()
        await second.run()
    joined = [span.attributes["trio_codex.turn.joined"] for span in telemetry.spans[1:]]
    assert sorted(joined) == [False, True]
    (turns,) = telemetry.metrics()["trio_codex.turns"]
    assert turns.value == 1


@pytest.mark.requirement("telemetry/spans")
@pytest.mark.parametrize("outcome", ["answered", "raised", "withdrawn"])
async def test_a_request_of_the_server_is_a_span_below_its_turn(
    fake: FakeAppServer, telemetry: Telemetry, outcome: str
) -> None:
    inside = trio.Event()

    async def approve(request: Any) -> Any:
        with telemetry.tracer.start_as_current_span("handler"):
            inside.set()
            if outcome == "withdrawn":
                await trio.sleep_forever()
            await trio.lowlevel.checkpoint()
            if outcome == "raised":
                raise ValueError("the words of a user")
            return {"decision": "accept"}

    handlers = ServerRequestHandlers(command_execution=approve)
    async with opened(fake, handlers) as codex:
        turn = await (await codex.thread_start()).turn("hi")
        running = (await fake.expect_turn()).started()
        ids = {"threadId": turn.thread_id, "turnId": turn.id, "itemId": "item"}
        question = fake.ask_nowait(APPROVAL, {**ids, "startedAtMs": 0, "command": "ls"})
        await inside.wait()
        if outcome == "withdrawn":
            fake.resolve(question, turn.thread_id)
        await question.wait()
        running.completed()
        if outcome == "raised":
            with pytest.raises(HandlerError, match="words of a user"):
                await turn.run()
        else:
            await turn.run()
    span = telemetry.span(APPROVAL)
    tree = telemetry.tree()
    assert (tree["handler"], tree[APPROVAL]) == (APPROVAL, TURN)
    assert span.kind.name == "SERVER"
    assert span.attributes["jsonrpc.request.id"] == str(question.id)
    expected = {"answered": None, "raised": "ValueError", "withdrawn": "withdrawn"}
    assert span.attributes.get("error.type") == expected[outcome]
    assert "words of a user" not in span.to_json()


@pytest.mark.requirement("telemetry/metrics")
async def test_turns_tokens_and_times_are_measured(
    fake: FakeAppServer, telemetry: Telemetry
) -> None:
    gc.collect()  # connections of other tests
    async with opened(fake) as codex:
        turn = await one_turn(codex, fake)
        result = await turn.run()
        thread = await codex.thread_start()
        second = await thread.turn("again")
        (await fake.expect_turn(thread.id)).delta("b").delta("c")
        await fake.wait_until(lambda: second._channel.events.buffered >= 3)
        measured, waiting = telemetry.metrics(), second._channel.events.buffered
    assert result.tokens is not None
    (count,) = measured["trio_codex.turns"]
    assert count.value == 1
    assert count.attributes["trio_codex.turn.status"] == "completed"
    tokens = {
        point.attributes["gen_ai.token.type"]: point.sum
        for point in measured["gen_ai.client.token.usage"]
    }
    assert tokens == {"input": result.tokens.input_tokens, "output": result.tokens.output_tokens}
    (duration,) = measured["gen_ai.client.operation.duration"]
    (first,) = measured["gen_ai.client.operation.time_to_first_chunk"]
    assert 0 < first.sum <= duration.sum
    (in_flight,) = measured["trio_codex.requests_in_flight"]
    (behind,) = measured["trio_codex.events_behind"]
    assert (in_flight.value, behind.value) == (0, waiting)


@pytest.mark.requirement("telemetry/logging")
async def test_the_end_of_a_turn_is_one_record_with_its_figures(
    fake: FakeAppServer, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG, logger="trio_codex")
    async with opened(fake) as codex:
        turn = await one_turn(codex, fake)
        await turn.run()
    (end,) = (it for it in caplog.records if it.name == "trio_codex.turns")
    assert end.levelno == logging.INFO
    assert end.getMessage() == "a turn ended: completed after 1000 ms, 12 tokens counted"
    found: dict[str, Any] = vars(end)
    assert found["codex_turn_id"] == turn.id and found["codex_thread_id"] == turn.thread_id
    assert found["codex_status"] == "completed" and found["codex_duration_ms"] == 1000
    replies = [it for it in caplog.records if "turn/start was answered after" in it.getMessage()]
    assert [it.levelno for it in replies] == [logging.DEBUG]
    assert vars(replies[0])["codex_seconds"] > 0


@pytest.mark.requirement("telemetry/logging")
async def test_lines_are_logged_redacted_and_only_when_their_own_logger_is_switched_on(
    fake: FakeAppServer, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG, logger="trio_codex")
    async with opened(fake) as codex:
        await codex.login_api_key("hunter2")
        assert not [it for it in caplog.records if it.name == "trio_codex.wire"]
        caplog.set_level(logging.DEBUG, logger="trio_codex.wire")
        await codex.login_api_key("hunter2")
    lines = [it.getMessage() for it in caplog.records if it.name == "trio_codex.wire"]
    assert any(line.startswith('sent {"id":3,"method":"account/login/start"') for line in lines)
    assert any(line.startswith('received {"id":3,"result"') for line in lines)
    assert not any("hunter2" in line for line in lines)
    assert any('"apiKey":"***"' in line for line in lines)
