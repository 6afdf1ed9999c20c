"""A message that does not fit its type costs itself alone: never the turn, never its answer."""

from __future__ import annotations

import logging
from typing import Any

import pytest
import trio

from tests.session.scripted import opened
from trio_codex import ProtocolError
from trio_codex.protocol import UnknownVariant
from trio_codex.testing import FakeAppServer
from trio_codex.types import AgentMessageThreadItem, JsonValue, TurnStatus

BAD_ITEM: dict[str, Any] = {"type": "agentMessage", "id": "bad", "text": 7}
END = "turn/completed"


async def test_a_malformed_item_is_kept_raw_and_the_answer_is_returned(
    fake: FakeAppServer, caplog: pytest.LogCaptureFixture
) -> None:
    async with opened(fake) as codex:
        thread = await codex.thread_start()
        turn = await thread.turn("hi")
        running = await fake.expect_turn()
        running.item_completed(BAD_ITEM).item_completed({"id": "worse"}).answer("fine")
        with caplog.at_level(logging.WARNING, "trio_codex"):
            events = [event async for event in turn.stream()]
            payloads = [event.payload for event in events]
        result = await turn.run()
    bad = [event for event in events if event.mismatch is not None]
    assert [event.method for event in bad] == ["item/completed"] * 2
    assert bad[0].payload == bad[0].params and bad[0].payload in payloads
    assert isinstance(bad[0].mismatch, ProtocolError)
    assert "$.item.text" in str(bad[0].mismatch)
    logged = [r for r in caplog.records if r.name == "trio_codex.notifications"]
    assert [r.levelname for r in logged] == ["WARNING"], "once per kind"
    assert "item/completed: $.item.text" in logged[0].getMessage()
    assert result.final_response == "fine"
    assert result.items[1] == UnknownVariant(tag="agentMessage", raw=BAD_ITEM)
    assert result.items[2] == UnknownVariant(tag=None, raw={"id": "worse"})
    assert isinstance(result.items[3], AgentMessageThreadItem)


async def test_every_connection_logs_the_mismatch_of_a_method_once(
    caplog: pytest.LogCaptureFixture,
) -> None:
    for _ in range(2):
        fake = FakeAppServer()
        async with opened(fake) as codex:
            thread = await codex.thread_start()
            for _ in range(2):
                turn = await thread.turn("hi")
                (await fake.expect_turn()).item_completed(BAD_ITEM).answer("fine")
                assert [event.payload async for event in turn.stream()]
                await turn.run()
    logged = [r for r in caplog.records if r.name == "trio_codex.notifications"]
    assert len(logged) == 2


@pytest.mark.parametrize(
    "usage", [None, 7, {}, {"last": {}, "total": None}, {"total": {"totalTokens": "7"}}]
)
async def test_a_malformed_token_count_leaves_the_usage_out(
    fake: FakeAppServer, usage: JsonValue
) -> None:
    async with opened(fake) as codex:
        thread = await codex.thread_start()
        turn = await thread.turn("hi")
        running = await fake.expect_turn()
        running.notify("thread/tokenUsage/updated", tokenUsage=usage)
        running.delta("fine").message().completed()
        result = await turn.run()
    assert result.final_response == "fine"
    assert result.usage is None and result.tokens is None


@pytest.mark.parametrize(
    ("shown", "status"),
    [
        (None, "unknown"),
        ({"status": 7}, "unknown"),
        ({"status": "completed"}, "completed"),
        ({"status": "completed", "items": [BAD_ITEM], "startedAt": "7"}, "completed"),
        ({"status": "of tomorrow", "items": {}, "error": 7}, "of tomorrow"),
    ],
)
async def test_a_malformed_end_is_read_as_far_as_it_goes(
    fake: FakeAppServer, shown: dict[str, JsonValue] | None, status: str
) -> None:
    async with opened(fake) as codex:
        thread = await codex.thread_start()
        turn = await thread.turn("hi")
        running = await fake.expect_turn()
        running.delta("fine").message()
        turn_id: JsonValue = {"id": running.id}
        params: dict[str, JsonValue] = {"threadId": thread.id, "turn": turn_id}
        if shown is not None:
            params["turn"] = {"id": running.id, **shown}
        fake.notify(END, params)
        result = await turn.run()
    assert result.id == running.id and result.status == TurnStatus(status)
    assert result.final_response == "fine" and result.error is None
    assert result.started_at is None


async def test_a_failed_turn_without_a_status_is_a_failure(fake: FakeAppServer) -> None:
    async with opened(fake) as codex:
        thread = await codex.thread_start()
        turn = await thread.turn("hi")
        running = await fake.expect_turn()
        error: JsonValue = {"message": "it broke"}
        fake.notify(END, {"threadId": thread.id, "turn": {"id": running.id, "error": error}})
        with pytest.raises(Exception, match="it broke"):
            await turn.run()


async def test_the_text_of_malformed_events_is_skipped(fake: FakeAppServer) -> None:
    async with opened(fake) as codex:
        thread = await codex.thread_start()
        fake.manual("turn/start")
        stream = thread.stream_text("hi")
        texts: list[str] = []
        async with trio.open_nursery() as nursery:

            @nursery.start_soon
            async def read() -> None:
                texts.extend([text async for text in stream])

            request = await fake.expect("turn/start")
            running = fake.turn(thread.id).reply_to(request).started()
            item_ids: list[JsonValue] = [[], {}, None, 7]
            for item_id in item_ids:
                running.notify("item/agentMessage/delta", itemId=item_id, delta="a")
                running.notify("item/agentMessage/delta", itemId=item_id, delta=["a"])
                running.item_started({"type": "agentMessage", "id": item_id, "phase": "commentary"})
            running.item_completed({"type": "agentMessage", "id": [7], "text": "b"}).completed()
    assert texts == ["a", "a", "a", "a", "b"]


async def test_results_items_and_events_are_plain_json_again(fake: FakeAppServer) -> None:
    async with opened(fake) as codex:
        thread = await codex.thread_start()
        turn = await thread.turn("hi")
        running = await fake.expect_turn()
        running.item_completed(BAD_ITEM).answer("fine")
        events = [event async for event in turn.stream()]
        result = await turn.run()
    assert events[-1].to_json() == {
        "method": END,
        "params": events[-1].params,
        "emittedAtMs": 1_790_000_000_000,
    }
    shown: Any = result.to_json()
    assert shown["id"] == result.id and shown["status"] == "completed"
    assert shown["finalResponse"] == "fine" and shown["durationMs"] == result.duration_ms
    assert shown["items"] == [item.to_json() for item in result.items]
    assert shown["items"][1] == BAD_ITEM
    assert shown["items"][2]["type"] == "agentMessage" and shown["items"][2]["text"] == "fine"
    assert shown["usage"]["total"]["totalTokens"] == 100
