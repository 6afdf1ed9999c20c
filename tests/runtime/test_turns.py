"""Turns on the real runtime: streams, results, joins and steers."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
import trio

from tests.runtime.helpers import collect, deltas_of, first_delta, messages_of, until
from trio_codex import AsyncCodex, InvalidRequestError, TurnFailedError, is_retryable_error
from trio_codex.testing import isolated_config
from trio_codex.testing.model_server import items as model_items
from trio_codex.types import (
    AgentMessageThreadItem,
    ItemCompletedNotification,
    TurnCompletedNotification,
    TurnStatus,
    UserMessageThreadItem,
)

if TYPE_CHECKING:
    from pathlib import Path

    from trio_codex import AppServerConfig, AsyncThread, TurnResult
    from trio_codex.testing import ModelServer


async def test_the_quickstart_runs_as_it_is_written(
    model: ModelServer, config: AppServerConfig
) -> None:
    model.reply("A small project.")
    async with AsyncCodex(config) as codex:
        thread = await codex.thread_start()
        result = await thread.run("Describe this project.")
    assert result.final_response == "A small project."
    assert result.status == TurnStatus.COMPLETED
    assert model.requests[0].last_user_text == "Describe this project."


@pytest.mark.requirement("turn/result")
async def test_a_result_says_everything_about_its_turn(
    model: ModelServer, thread: AsyncThread
) -> None:
    model.reply("Done.")
    result = await thread.run("Do it.")
    assert [type(item) for item in result.items] == [UserMessageThreadItem, AgentMessageThreadItem]
    assert result.usage is not None and result.usage.last.total_tokens > 0
    assert result.started_at is not None and result.completed_at is not None
    assert result.duration_ms is not None and result.duration_ms >= 0
    assert result.error is None and result.output is None
    assert [turn.id async for turn in thread.turns()] == [result.id]


@pytest.mark.requirement("stream/continues")
async def test_deltas_come_in_order_and_make_the_answer(
    model: ModelServer, thread: AsyncThread
) -> None:
    pieces = [f"{number} " for number in range(500)]
    model.reply_deltas(pieces)
    turn = await thread.turn("Count.")
    events = await collect(turn.stream())
    assert deltas_of(events) == pieces
    assert isinstance(events[-1].payload, TurnCompletedNotification)
    assert (await turn.run()).final_response == "".join(pieces)


@pytest.mark.requirement("stream/text")
async def test_text_streams_as_it_comes_and_ends_with_the_turn(
    model: ModelServer, thread: AsyncThread
) -> None:
    gate = model.gate()
    model.reply_deltas(["one ", "two ", "three"], gate=gate, hold_after=1)
    text: list[str] = []
    async with thread.stream_text("Count.") as stream:
        async for piece in stream:
            text.append(piece)
            if len(text) == 1:
                assert not gate.is_open
                gate.open()
    assert "".join(text) == "one two three"


@pytest.mark.requirement("stream/text")
async def test_streamed_text_leaves_commentary_out(model: ModelServer, thread: AsyncThread) -> None:
    model.reply_items(
        model_items.message("thinking aloud", phase="commentary"),
        model_items.message("the answer", phase="final_answer"),
    )
    assert "".join([piece async for piece in thread.stream_text("Go.")]) == "the answer"


async def test_streamed_text_of_a_failed_turn_raises(
    model: ModelServer, thread: AsyncThread
) -> None:
    model.fail_stream(code="server_error", items=[model_items.message("half an answer")])
    text: list[str] = []
    with pytest.raises(TurnFailedError, match="scripted failure"):
        async for piece in thread.stream_text("Go."):
            text.append(piece)  # noqa: PERF401 - a comprehension would lose what came before
    assert "".join(text) == "half an answer"


@pytest.mark.requirement("stream/continues")
async def test_a_stream_goes_on_where_the_last_one_stopped(
    model: ModelServer, thread: AsyncThread
) -> None:
    model.reply_deltas(["a", "b", "c", "d"])
    turn = await thread.turn("Go.")
    first = deltas_of([await until(turn.stream(), "item/agentMessage/delta")])
    rest = deltas_of(await collect(turn.stream()))
    assert [*first, *rest] == ["a", "b", "c", "d"]
    assert await collect(turn.stream()) == []


async def test_events_carry_their_payload_and_their_time(
    model: ModelServer, thread: AsyncThread
) -> None:
    model.reply("Hi.")
    turn = await thread.turn("Hello.")
    events = await collect(turn.stream())
    completed = [e.payload for e in events if isinstance(e.payload, ItemCompletedNotification)]
    assert [payload.turn_id for payload in completed] == [turn.id] * 2
    assert all(event.emitted_at is not None and event.emitted_at > 1e9 for event in events)


async def test_two_turns_on_two_threads_see_only_their_own(
    model: ModelServer, codex: AsyncCodex
) -> None:
    gates = {name: model.gate() for name in ("left", "right")}
    for name, gate in gates.items():
        model.reply_deltas(
            [f"{name}{number} " for number in range(20)],
            when=lambda request, name=name: request.last_user_text == name,  # type: ignore[misc]
            gate=gate,
            hold_after=10,
        )
    threads = {name: await codex.thread_start() for name in gates}
    seen: dict[str, list[str]] = {}
    ids: dict[str, set[object]] = {}

    async def follow(name: str) -> None:
        async with await threads[name].turn(name) as turn:
            events = await collect(turn.stream())
            seen[name] = deltas_of(events)
            params = [event.params for event in events if isinstance(event.params, dict)]
            ids[name] = {param["turnId"] for param in params if "turnId" in param}
            assert ids[name] == {turn.id}

    async with trio.open_nursery() as nursery:
        for name in threads:
            nursery.start_soon(follow, name)
        for gate in gates.values():
            # Both are in the middle of their answers before either goes on.
            await gate.reached()
        for gate in gates.values():
            gate.open()
    assert seen == {name: [f"{name}{number} " for number in range(20)] for name in gates}


async def test_many_turns_at_once_each_get_their_own_answer(
    model: ModelServer, codex: AsyncCodex
) -> None:
    model.on_request(lambda request: f"echo {request.last_user_text}")
    answers: dict[int, str | None] = {}

    async def one(number: int) -> None:
        thread = await codex.thread_start(ephemeral=True)
        answers[number] = (await thread.run(f"n{number}")).final_response

    async with trio.open_nursery() as nursery:
        for number in range(20):
            nursery.start_soon(one, number)
    assert answers == {number: f"echo n{number}" for number in range(20)}


@pytest.mark.requirement("turn/steer")
async def test_steering_reaches_the_model_in_the_same_turn(
    model: ModelServer, thread: AsyncThread
) -> None:
    gate = model.gate()
    model.reply_deltas(["never ", "finished"], gate=gate, hold_after=1)
    model.reply("steered answer")
    async with await thread.turn("Start.") as turn:
        await first_delta(turn)
        reply = await turn.steer("Also this.")
        assert reply.turn_id == turn.id
        result = await turn.run()
    assert result.id == turn.id
    assert result.final_response == "steered answer"
    assert model.requests[-1].user_texts[-2:] == ["Start.", "Also this."]
    gate.open()


async def test_steering_a_finished_turn_is_refused_by_the_server(
    model: ModelServer, thread: AsyncThread
) -> None:
    model.reply("Done.")
    turn = await thread.turn("Go.")
    await turn.run()
    with pytest.raises(InvalidRequestError, match="no active turn to steer"):
        await turn.steer("Too late.")


async def test_a_second_turn_joins_the_running_one_and_both_end(
    model: ModelServer, thread: AsyncThread
) -> None:
    gate = model.gate()
    model.reply_deltas(["one ", "two"], gate=gate, hold_after=1)
    model.reply("both answered")
    first = await thread.turn("First.")
    await first_delta(first)
    second = await thread.turn("Second.")
    assert second.id == first.id
    results: list[TurnResult] = []
    events: list[str] = []

    async def finish_first() -> None:
        results.append(await first.run())

    async with trio.open_nursery() as nursery:
        nursery.start_soon(finish_first)
        events.extend(event.method for event in await collect(second.stream()))
        results.append(await second.run())
    gate.open()
    assert [result.final_response for result in results] == ["both answered"] * 2
    assert {result.id for result in results} == {first.id}
    # Events from the join on: its own user message, and the end, but no start.
    assert "turn/started" not in events
    assert events[-1] == "turn/completed"
    assert "item/agentMessage/delta" in events


@pytest.mark.requirement("turn/join")
async def test_an_event_after_the_join_reaches_both_handles(
    model: ModelServer, thread: AsyncThread
) -> None:
    gate = model.gate()
    model.reply_deltas(["a", "b"], gate=gate, hold_after=1)
    model.reply_deltas(["c", "d"])
    first = await thread.turn("First.")
    await first_delta(first)
    second = await thread.turn("Second.")
    ones = deltas_of(await collect(first.stream()))
    twos = deltas_of(await collect(second.stream()))
    gate.open()
    assert ones[-2:] == twos[-2:] == ["c", "d"]


@pytest.mark.requirement("turn/failed")
async def test_a_failed_turn_raises_with_what_it_came_to(
    model: ModelServer, thread: AsyncThread
) -> None:
    model.fail_stream(code="insufficient_quota", message="no credit left")
    with pytest.raises(TurnFailedError) as caught:
        await thread.run("Go.")
    result = caught.value.result
    assert result.status == TurnStatus.FAILED
    assert result.error is not None
    assert result.error.codex_error_info == "usageLimitExceeded"
    assert [type(item) for item in result.items] == [UserMessageThreadItem]
    assert result.error.message in str(caught.value)
    assert not is_retryable_error(caught.value)


@pytest.mark.requirement("turn/failed")
async def test_a_failed_turn_keeps_what_it_said_before(
    model: ModelServer, thread: AsyncThread
) -> None:
    model.fail_stream(items=[model_items.message("so far so good")])
    with pytest.raises(TurnFailedError, match="scripted failure") as caught:
        await thread.run("Go.")
    assert messages_of(caught.value.result) == ["so far so good"]


async def test_an_http_error_of_the_model_has_its_status(
    model: ModelServer, thread: AsyncThread
) -> None:
    model.fail(401, {"error": {"message": "bad key"}})
    with pytest.raises(TurnFailedError) as caught:
        await thread.run("Go.")
    error = caught.value.result.error
    assert error is not None and error.codex_error_info is not None
    assert "401" in error.message or "401" in repr(error.codex_error_info)


async def test_an_overloaded_model_may_be_retried(model: ModelServer, thread: AsyncThread) -> None:
    model.fail_stream(code="server_is_overloaded", message="busy")
    with pytest.raises(TurnFailedError, match="at capacity") as caught:
        await thread.run("Go.")
    error = caught.value.result.error
    assert error is not None and error.codex_error_info == "serverOverloaded"
    assert is_retryable_error(caught.value)


async def test_a_failed_turn_leaves_the_thread_usable(
    model: ModelServer, thread: AsyncThread
) -> None:
    model.fail_stream()
    model.reply("Better.")
    with pytest.raises(TurnFailedError, match="scripted failure"):
        await thread.run("Go.")
    assert (await thread.run("Again.")).final_response == "Better."


async def test_a_retry_of_the_server_is_an_event_and_no_error(
    model: ModelServer, tmp_path: Path
) -> None:
    config = isolated_config(model, home=tmp_path, provider={"stream_max_retries": 1})
    model.disconnect(["half"])
    model.reply("Whole.")
    async with AsyncCodex(config) as codex:
        turn = await (await codex.thread_start()).turn("Go.")
        events = await collect(turn.stream())
        result = await turn.run()
    errors = [event.params for event in events if event.method == "error"]
    assert [error["willRetry"] for error in errors if isinstance(error, dict)] == [True]
    assert result.status == TurnStatus.COMPLETED
    assert result.final_response == "Whole."
