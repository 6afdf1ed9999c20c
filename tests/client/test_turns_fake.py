"""Turns on a scripted server, through the public handles."""

from __future__ import annotations

from typing import Any

import attrs
import pytest
import trio

from tests.session.scripted import events_of, opened
from trio_codex import (
    AsyncTurnHandle,
    InvalidRequestError,
    Notification,
    OutputValidationError,
    ProtocolError,
    TurnFailedError,
)
from trio_codex.protocol import (
    AgentMessageDeltaNotification,
    AgentMessageThreadItem,
    UnknownVariant,
)
from trio_codex.testing import FakeAppServer, FakeTurn
from trio_codex.types import TurnStatus


@pytest.fixture
def fake(fake_app_server: FakeAppServer) -> FakeAppServer:
    return fake_app_server


async def _started(codex: Any, fake: FakeAppServer) -> tuple[AsyncTurnHandle[Any], FakeTurn]:
    thread = await codex.thread_start()
    return await thread.turn("hi"), await fake.expect_turn()


@pytest.mark.parametrize(
    ("messages", "expected"),
    [
        ([], None),
        ([("only", None)], "only"),
        ([("one", None), ("two", None)], "two"),
        ([("thinking", "commentary")], None),
        ([("answer", "final_answer"), ("after", "commentary")], "answer"),
        ([("answer", "final_answer"), ("more", None)], "answer"),
        ([("first", "final_answer"), ("second", "final_answer")], "second"),
        ([("old", None), ("", None)], ""),
        ([("strange", "a_new_phase")], None),
    ],
)
async def test_the_final_response_is_the_last_final_answer(
    fake: FakeAppServer, messages: list[tuple[str, str | None]], expected: str | None
) -> None:
    async with opened(fake) as codex:
        turn, running = await _started(codex, fake)
        for text, phase in messages:
            running.message(text, phase=phase)
        running.completed()
        result = await turn.run()
    assert result.final_response == expected
    assert len(result.items) == len(messages) + 1


async def test_a_result_has_everything_of_its_turn(fake: FakeAppServer) -> None:
    async with opened(fake) as codex:
        turn, running = await _started(codex, fake)
        running.usage(5).delta("hel").delta("lo").message().usage(10).completed()
        result = await turn.run()
        assert await turn.run() == result
    assert result.id == turn.id and result.status == TurnStatus.COMPLETED
    assert result.usage is not None and result.usage.total.total_tokens == 10
    assert result.duration_ms == 1000 and result.error is None
    assert result.started_at is not None and result.completed_at is not None
    assert isinstance(result.items[-1], AgentMessageThreadItem)
    assert result.output is None


async def test_a_result_after_the_stream_is_the_same(fake: FakeAppServer) -> None:
    async with opened(fake) as codex:
        turn, running = await _started(codex, fake)
        running.answer("hello")
        assert (await events_of(turn))[-1] == "turn/completed"
        assert (await turn.run()).final_response == "hello"
        assert await events_of(turn) == []


async def test_a_failed_turn_raises_with_its_partial_result(fake: FakeAppServer) -> None:
    async with opened(fake) as codex:
        turn, running = await _started(codex, fake)
        running.message("half").usage(3).failed("quota is used up", info="usageLimitExceeded")
        with pytest.raises(TurnFailedError, match="quota is used up") as caught:
            await turn.run()
    result = caught.value.result
    assert result.status == TurnStatus.FAILED
    assert result.error is not None and result.error.codex_error_info == "usageLimitExceeded"
    assert result.final_response == "half"
    assert result.usage is not None


async def test_retries_of_the_server_are_no_failure(fake: FakeAppServer) -> None:
    async with opened(fake) as codex:
        turn, running = await _started(codex, fake)
        running.notify("error", error={"message": "Reconnecting... 1/5"}, willRetry=True)
        running.answer("done")
        assert (await turn.run()).final_response == "done"


async def test_an_unknown_status_is_kept(fake: FakeAppServer) -> None:
    async with opened(fake) as codex:
        turn, running = await _started(codex, fake)
        running.item({"type": "hologram", "id": "h", "depth": 3}).message("x").completed("paused")
        result = await turn.run()
    assert result.status == "paused" and not result.status.is_known
    assert isinstance(result.items[1], UnknownVariant)
    assert result.items[1].raw == {"type": "hologram", "id": "h", "depth": 3}
    assert result.final_response == "x"


@pytest.mark.requirement("types/lazy-payload")
async def test_payloads_are_decoded_when_they_are_read(fake: FakeAppServer) -> None:
    async with opened(fake) as codex:
        turn, running = await _started(codex, fake)
        running.delta("x").notify("item/brandNew", value=1)
        running.notify("item/agentMessage/delta", itemId=5)
        running.completed()
        # Plain notifications: to type checkers a typed one has no method of tomorrow.
        events: list[Notification] = [event async for event in turn.stream()]
    deltas = [event for event in events if event.method == "item/agentMessage/delta"]
    assert isinstance(deltas[0].payload, AgentMessageDeltaNotification)
    assert deltas[0].payload is deltas[0].payload
    new = next(event for event in events if event.method == "item/brandNew")
    assert new.payload == {"threadId": turn.thread_id, "turnId": turn.id, "value": 1}
    # A payload that does not fit stays plain JSON, and the reason is there.
    assert isinstance(deltas[1].mismatch, ProtocolError) and "$" in str(deltas[1].mismatch)
    assert deltas[0].mismatch is new.mismatch is None
    assert (
        deltas[1].payload
        == deltas[1].params
        == {"threadId": turn.thread_id, "turnId": turn.id, "itemId": 5}
    )


async def test_text_arrives_in_pieces_without_commentary(fake: FakeAppServer) -> None:
    async with opened(fake) as codex:
        thread = await codex.thread_start()
        pieces: list[str] = []
        async with trio.open_nursery() as nursery:

            @nursery.start_soon
            async def serve() -> None:
                running = await fake.expect_turn()
                commentary = {"type": "agentMessage", "id": "c", "text": "", "phase": "commentary"}
                running.item_started(commentary)
                running.notify("item/agentMessage/delta", itemId="c", delta="thinking")
                running.delta("hel").delta("lo").message().message("whole").completed()

            pieces += [piece async for piece in thread.stream_text("hi")]
    assert pieces == ["hel", "lo", "whole"]


async def test_leaving_a_text_stream_block_early_interrupts(fake: FakeAppServer) -> None:
    async with opened(fake) as codex:
        thread = await codex.thread_start()
        async with thread.stream_text("hi") as stream:
            assert stream.turn is None
            async with trio.open_nursery() as nursery:

                @nursery.start_soon
                async def serve() -> None:
                    (await fake.expect_turn()).delta("first")

                async for piece in stream:
                    assert piece == "first"
                    break
        assert fake.turns[0].status == "interrupted"


async def test_text_of_a_failed_turn_raises(fake: FakeAppServer) -> None:
    async with opened(fake) as codex:
        thread = await codex.thread_start()
        async with trio.open_nursery() as nursery:

            @nursery.start_soon
            async def serve() -> None:
                (await fake.expect_turn()).delta("half").failed("broken")

            with pytest.raises(TurnFailedError, match="broken"):
                async for _ in thread.stream_text("hi"):
                    pass


async def test_a_steer_names_its_turn(fake: FakeAppServer) -> None:
    async with opened(fake) as codex:
        turn, running = await _started(codex, fake)
        reply = await turn.steer("also this")
        assert reply.turn_id == turn.id
        params = (await fake.expect("turn/steer")).params
        assert params["expectedTurnId"] == turn.id
        assert params["input"][0]["text"] == "also this"
        running.completed()
        await turn.run()
        with pytest.raises(InvalidRequestError, match="no active turn to steer"):
            await turn.steer("too late")


@attrs.define
class Weather:
    city: str
    degrees: int


async def test_an_output_type_is_sent_and_read(fake: FakeAppServer) -> None:
    async with opened(fake) as codex:
        thread = await codex.thread_start()
        for text, fits in (('{"city": "Rome", "degrees": 31}', True), ('{"city": "Rome"}', False)):
            turn = await thread.turn("weather?", output_type=Weather)
            (await fake.expect_turn()).answer(text)
            if fits:
                assert (await turn.run()).output == Weather("Rome", 31)
                continue
            with pytest.raises(
                OutputValidationError, match=r"does not fit its type at \$\.degrees"
            ) as caught:
                await turn.run()
            assert caught.value.text == text
            assert caught.value.result is not None
        schema = (await fake.expect("turn/start")).params["outputSchema"]
        assert schema["required"] == ["city", "degrees"]


async def test_the_repr_of_a_handle_names_its_turn(fake: FakeAppServer) -> None:
    async with opened(fake) as codex:
        turn, running = await _started(codex, fake)
        assert turn.id in repr(turn) and turn.thread_id in repr(turn)
        running.completed()
        await turn.run()
