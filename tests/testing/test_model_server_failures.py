"""How failures, gates and broken connections of the model server look to the real runtime."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
import trio

from tests.testing._driver import PATIENCE, driven
from trio_codex.testing import ModelServer, isolated_config
from trio_codex.testing.model_server import items as model_items

if TYPE_CHECKING:
    from pathlib import Path

    from trio_codex import AppServerConfig


@pytest.mark.requirement("testing/model")
@pytest.mark.parametrize(
    ("status", "info"),
    [
        (400, "other"),
        (401, {"httpConnectionFailed": {"httpStatusCode": 401}}),
        (429, {"responseTooManyFailedAttempts": {"httpStatusCode": 429}}),
        (500, "internalServerError"),
    ],
)
async def test_an_http_error_fails_the_turn(
    model: ModelServer, config: AppServerConfig, status: int, info: Any
) -> None:
    model.fail(status, {"error": {"message": "scripted trouble"}})
    async with driven(config) as codex:
        turn = await codex.run(await codex.start_thread(), "hi")

    assert turn["status"] == "failed"
    assert turn["error"]["codexErrorInfo"] == info
    assert len(model.requests) == 1


@pytest.mark.parametrize(
    ("code", "info"),
    [
        ("context_length_exceeded", "contextWindowExceeded"),
        ("insufficient_quota", "usageLimitExceeded"),
        ("server_is_overloaded", "serverOverloaded"),
    ],
)
async def test_a_failed_response_fails_the_turn(
    model: ModelServer, config: AppServerConfig, code: str, info: str
) -> None:
    model.fail_stream("response.failed", code=code, message="scripted trouble")
    async with driven(config) as codex:
        turn = await codex.run(await codex.start_thread(), "hi")

    assert turn["status"] == "failed"
    assert turn["error"]["codexErrorInfo"] == info


async def test_an_incomplete_response_fails_the_turn(
    model: ModelServer, config: AppServerConfig
) -> None:
    model.fail_stream(
        "response.incomplete", code="max_output_tokens", items=[model_items.message("so far")]
    )
    async with driven(config) as codex:
        turn = await codex.run(await codex.start_thread(), "hi")

    assert turn["status"] == "failed"
    assert "max_output_tokens" in turn["error"]["message"]


async def test_a_cut_connection_fails_the_turn_after_its_deltas(
    model: ModelServer, config: AppServerConfig
) -> None:
    model.disconnect(["one ", "two ", "three"], after=2)
    async with driven(config) as codex:
        turn = await codex.run(await codex.start_thread(), "hi")

    assert [event["delta"] for event in codex.events("item/agentMessage/delta")] == ["one ", "two "]
    assert turn["status"] == "failed"
    assert "stream disconnected before completion" in turn["error"]["message"]


async def test_the_runtime_tries_again_as_often_as_the_provider_allows(
    model: ModelServer, tmp_path: Path
) -> None:
    config = isolated_config(model, home=tmp_path, provider={"stream_max_retries": 1})
    model.disconnect(["lost"])
    model.reply("second try")
    async with driven(config) as codex:
        turn = await codex.run(await codex.start_thread(), "hi")

    assert turn["status"] == "completed"
    (error,) = codex.events("error")
    assert error["willRetry"] is True
    assert error["error"]["codexErrorInfo"] == {
        "responseStreamDisconnected": {"httpStatusCode": None}
    }
    assert len(model.requests) == 2


async def test_a_request_without_a_reply_says_what_to_do(
    model: ModelServer, config: AppServerConfig
) -> None:
    async with driven(config) as codex:
        turn = await codex.run(await codex.start_thread(), "nobody answers this")

    assert turn["status"] == "failed"
    assert "queue one with model.reply" in turn["error"]["message"]
    assert "nobody answers this" in turn["error"]["message"]


async def test_the_default_answers_when_nothing_is_queued(tmp_path: Path) -> None:
    async with ModelServer(default="as always") as model:
        model.reply("first")
        async with driven(isolated_config(model, home=tmp_path)) as codex:
            thread = await codex.start_thread()
            texts = [(await codex.run(thread, "hi"))["items"][0]["text"] for _ in range(3)]

    assert texts == ["first", "as always", "as always"]


@pytest.mark.requirement("testing/model")
async def test_a_gate_holds_a_reply_between_two_deltas(
    model: ModelServer, config: AppServerConfig
) -> None:
    gate = model.gate()
    model.reply_deltas(["one ", "two ", "three"], gate=gate, hold_after=2)
    async with driven(config) as codex:
        turn = await codex.start_turn(await codex.start_thread(), "hi")
        with trio.fail_after(PATIENCE):
            await gate.reached()
        await codex.event("item/agentMessage/delta", delta="two ")
        assert gate.is_reached
        assert not gate.is_open
        assert not codex.events("turn/completed")
        assert not model.requests[0].answered.is_set()
        gate.open()
        done = await codex.end_of_turn(turn)

    assert [item["text"] for item in done["items"]] == ["one two three"]


async def test_a_gate_without_a_number_holds_before_the_first_delta(
    model: ModelServer, config: AppServerConfig
) -> None:
    gate = model.gate()
    model.reply("late", gate=gate)
    async with driven(config) as codex:
        turn = await codex.start_turn(await codex.start_thread(), "hi")
        with trio.fail_after(PATIENCE):
            await gate.reached()
        assert not codex.events("item/agentMessage/delta")
        gate.open()
        assert (await codex.end_of_turn(turn))["status"] == "completed"


async def test_a_gate_holds_back_a_failure(model: ModelServer, config: AppServerConfig) -> None:
    gate = model.gate()
    model.fail(500, gate=gate)
    async with driven(config) as codex:
        turn = await codex.start_turn(await codex.start_thread(), "hi")
        with trio.fail_after(PATIENCE):
            await gate.reached()
        assert not codex.events("error")
        gate.open()
        assert (await codex.end_of_turn(turn))["status"] == "failed"


async def test_an_interrupt_is_seen_as_a_disconnect(
    model: ModelServer, config: AppServerConfig
) -> None:
    gate = model.gate()
    model.reply_deltas(["never ", "finished"], gate=gate, hold_after=1)
    async with driven(config) as codex:
        thread = await codex.start_thread()
        turn = await codex.start_turn(thread, "hi")
        with trio.fail_after(PATIENCE):
            request = await model.wait_for_request(1)
            await gate.reached()
        await codex.event("turn/started")
        await codex.call("turn/interrupt", {"threadId": thread, "turnId": turn})
        with trio.fail_after(PATIENCE):
            await request.disconnected.wait()
        done = await codex.end_of_turn(turn)
        model.reply("alive")
        after = await codex.run(thread, "still there?")

    assert done["status"] == "interrupted"
    assert not request.answered.is_set()
    assert after["items"][0]["text"] == "alive"


async def test_concurrent_threads_each_get_their_reply(
    model: ModelServer, config: AppServerConfig
) -> None:
    gate = model.gate()
    model.reply("B", when=lambda request: "beta" in request.last_user_text)
    model.reply("A", when=lambda request: "alpha" in request.last_user_text, gate=gate)
    async with driven(config) as codex:
        alpha = await codex.start_turn(await codex.start_thread(), "alpha, please")
        with trio.fail_after(PATIENCE):
            await gate.reached()
        beta = await codex.start_turn(await codex.start_thread(), "beta, please")
        second = await codex.end_of_turn(beta)
        gate.open()
        first = await codex.end_of_turn(alpha)

    assert [turn["items"][0]["text"] for turn in (first, second)] == ["A", "B"]
