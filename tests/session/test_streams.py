"""A stream is bounded, loses nothing silently, and can hurt only itself."""

from __future__ import annotations

import gc
import tracemalloc
from typing import Any

import pytest
import trio
from hypothesis import given
from hypothesis import strategies as st

from tests.session.scripted import events_of, opened, settle
from trio_codex import EventBufferOverflowError, Notification
from trio_codex._session.stream import EventStream, merge_deltas
from trio_codex.testing import FakeAppServer
from trio_codex.types import TurnStatus

DELTA = "item/agentMessage/delta"
METHODS = frozenset({DELTA, "item/plan/delta"})


def delta(text: str, item_id: str = "m", method: str = DELTA, **more: Any) -> dict[str, Any]:
    return {"method": method, "params": {"itemId": item_id, "delta": text, **more}}


def text_of(event: Notification) -> str:
    assert isinstance(event.params, dict)
    return str(event.params["delta"])


def test_adjacent_deltas_of_one_item_become_one() -> None:
    merged = merge_deltas([delta("a"), delta("b"), delta("c")], METHODS)
    assert merged == [delta("abc")]


@pytest.mark.parametrize(
    "second",
    [
        delta("b", "other"),
        delta("b", "m", "item/plan/delta"),
        delta("b", summaryIndex=1),
        {"method": "item/completed", "params": {"itemId": "m", "delta": "b"}},
        {"method": DELTA, "params": {"itemId": "m", "delta": 5}},
    ],
)
def test_what_is_not_the_same_text_stays_apart(second: dict[str, Any]) -> None:
    entries = [delta("a"), second, delta("c")]
    assert merge_deltas(list(entries), METHODS) == entries


def test_an_error_in_the_stream_keeps_its_place() -> None:
    error = ValueError("here")
    merged = merge_deltas([delta("a"), delta("b"), error, delta("c"), delta("d")], METHODS)
    assert merged == [delta("ab"), error, delta("cd")]


@pytest.mark.requirement("stream/merging")
@given(
    st.lists(
        st.tuples(st.sampled_from(["m", "n"]), st.text(max_size=3000)) | st.none(), max_size=40
    )
)
def test_merging_loses_no_text_and_makes_no_piece_above_8_kib(
    parts: list[tuple[str, str] | None],
) -> None:
    def flatten(entries: list[Any]) -> list[tuple[str, str]]:
        """The text between two other events, by the item it was said in, in order."""
        runs: list[tuple[str, str]] = []
        for entry in entries:
            if entry["method"] != DELTA:
                runs.append(("other", ""))
            elif runs and runs[-1][0] == entry["params"]["itemId"]:
                runs[-1] = (runs[-1][0], runs[-1][1] + entry["params"]["delta"])
            else:
                runs.append((entry["params"]["itemId"], entry["params"]["delta"]))
        return runs

    entries: list[Any] = [
        {"method": "other", "params": {}} if part is None else delta(part[1], part[0])
        for part in parts
    ]
    longest = max([8192, *(len(part[1].encode()) for part in parts if part)])
    merged: list[Any] = list(merge_deltas(list(entries), METHODS))
    assert flatten(merged) == flatten(entries)
    assert all(
        len(entry["params"]["delta"].encode()) <= longest
        for entry in merged
        if isinstance(entry, dict) and entry["method"] == DELTA
    )
    assert merge_deltas(list(merged), METHODS) == merged or len(merged) <= len(entries)


async def test_events_that_wait_within_the_bound_come_as_they_were_sent() -> None:
    stream = EventStream(1024, METHODS)
    sent: list[Any] = [{**delta(str(number)), "emittedAtMs": number} for number in range(1000)]
    for start in range(0, 1000, 100):
        stream.incoming.extend(sent[start : start + 100])
        stream.flush()
    stream.end()
    received: list[Any] = []
    while batch := await stream.receive():
        received += batch
    assert stream.buffered == 0
    assert received == sent


@pytest.mark.requirement("stream/merging")
async def test_a_slow_reader_gets_every_character(fake: FakeAppServer) -> None:
    async with opened(fake, event_buffer=4) as codex:
        thread = await codex.thread_start()
        turn = await thread.turn("hi")
        running = await fake.expect_turn()
        await settle()
        expected = ""
        for number in range(3000):
            running.delta(f"{number} ")
            expected += f"{number} "
            if number % 100 == 0:
                await settle()
        running.message().completed()
        await settle()
        events = [event async for event in turn.stream()]
        texts = [text_of(event) for event in events if event.method == DELTA]
        assert (await turn.run()).final_response == expected
    assert "".join(texts) == expected
    assert len(texts) < 200
    assert max(map(len, texts)) <= 8192
    assert events[-1].method == "turn/completed"


@pytest.mark.requirement("stream/bound-is-an-error", "stream/overflow")
async def test_a_stream_far_behind_ends_with_an_error_after_what_it_kept(
    fake: FakeAppServer,
) -> None:
    async with opened(fake, event_buffer=2) as codex:
        thread = await codex.thread_start()
        turn = await thread.turn("hi")
        running = await fake.expect_turn()
        for number in range(100):
            running.usage(number)
            await settle()
        seen: list[Notification] = []
        keep = seen.append
        with pytest.raises(EventBufferOverflowError, match="more than 32 events behind") as caught:
            async for event in turn.stream():
                keep(event)
        assert caught.value.limit == 32
        running.answer("still there")
        result = await turn.run()
        assert result.status == TurnStatus.COMPLETED
        assert result.final_response == "still there"
        totals = [
            event.params["tokenUsage"]["total"]["totalTokens"]  # type: ignore[call-overload,index]
            for event in seen
            if event.method == "thread/tokenUsage/updated"
        ]
        assert totals == list(range(len(totals)))
        assert 32 <= len(seen) < 100


@pytest.mark.requirement("stream/overflow")
async def test_an_overflow_in_the_read_that_ends_the_turn_is_not_silent(
    fake: FakeAppServer,
) -> None:
    async with opened(fake, event_buffer=1) as codex:
        thread = await codex.thread_start()
        turn = await thread.turn("hi")
        running = await fake.expect_turn()
        await settle()
        with fake.batch():
            for number in range(40):
                running.usage(number)
            running.answer("done")
        await settle()
        with pytest.raises(EventBufferOverflowError, match="more than 16 events"):
            await events_of(turn)
        assert (await turn.run()).final_response == "done"


@pytest.mark.requirement("stream/isolated", "stream/not-behind-events")
async def test_an_overflown_stream_does_not_touch_its_neighbours(fake: FakeAppServer) -> None:
    async with opened(fake, event_buffer=1) as codex:
        threads = [await codex.thread_start(), await codex.thread_start()]
        slow, quick = [await thread.turn("hi") for thread in threads]
        turns = [await fake.expect_turn(thread.id) for thread in threads]
        seen: list[str] = []
        async with trio.open_nursery() as nursery:

            @nursery.start_soon
            async def read() -> None:
                seen.extend(await events_of(quick))

            for number in range(100):
                for turn in turns:
                    turn.usage(number)
                await settle()
            for turn in turns:
                turn.completed()
        assert seen.count("thread/tokenUsage/updated") == 100
        with pytest.raises(EventBufferOverflowError):
            await events_of(slow)


@pytest.mark.requirement("stream/isolated", "stream/not-behind-events")
async def test_a_consumer_that_never_reads_costs_little_memory(fake: FakeAppServer) -> None:
    text = "x" * 50
    async with opened(fake, event_buffer=64) as codex:
        thread = await codex.thread_start()
        turn = await thread.turn("hi")
        running = await fake.expect_turn()
        running.delta("first")
        await settle()
        gc.collect()
        tracemalloc.start()
        try:
            for _ in range(200):
                with fake.batch():
                    for _ in range(50):
                        running.notify(DELTA, itemId="message", delta=text)
                await settle()
            held = tracemalloc.get_traced_memory()[0]
        finally:
            tracemalloc.stop()
        # Half a megabyte of text came; as single events it would be far more than ten.
        assert held < 2_500_000
        running.completed()
        texts = [text_of(event) async for event in turn.stream() if event.method == DELTA]
    assert "".join(texts) == "first" + text * 10_000


@pytest.mark.requirement("stream/run-keeps-no-events")
async def test_run_keeps_no_events(fake: FakeAppServer) -> None:
    async with opened(fake) as codex:
        thread = await codex.thread_start()
        turn = await thread.turn("hi")
        async with trio.open_nursery() as nursery:
            nursery.start_soon(turn.run)
            running = await fake.expect_turn()
            await settle()
            running.delta("a").delta("b")
            await settle()
            assert turn._channel.events.buffered == 0
            running.message().completed()


async def test_a_discarded_stream_takes_nothing_more() -> None:
    stream = EventStream(8, METHODS)
    stream.incoming.append(delta("a"))
    stream.flush()
    stream.discard()
    assert stream.buffered == 0
    stream.end()
    assert await stream.receive() == []
    assert stream.receive_nowait() == []


async def test_an_ended_stream_says_so_after_what_it_holds() -> None:
    stream = EventStream(8, METHODS)
    assert stream.receive_nowait() is None
    for text in "abc":
        stream.incoming.append(delta(text))
        stream.flush()
    error = ValueError("the end")
    stream.end(error)
    stream.end(ValueError("a second end"))
    received: list[Any] = []
    while batch := await stream.receive():
        received += batch
    assert received == [delta("a"), delta("b"), delta("c"), error]


async def test_a_consumer_that_is_cancelled_takes_nothing() -> None:
    stream = EventStream(8, METHODS)
    with trio.CancelScope() as scope:
        async with trio.open_nursery() as nursery:
            nursery.start_soon(stream.receive)
            await settle()
            scope.cancel()
            stream.incoming.append(delta("a"))
            stream.flush()
    assert await stream.receive() == [delta("a")]


async def test_every_consumer_of_a_stream_gets_its_end() -> None:
    stream = EventStream(8, METHODS)
    received: list[Any] = []

    async def consume() -> None:
        while batch := await stream.receive():
            received.extend(batch)

    async with trio.open_nursery() as nursery:
        for _ in range(3):
            nursery.start_soon(consume)
        await settle()
        stream.incoming += [delta("a"), delta("b")]
        stream.flush()
        await settle()
        stream.end()
    assert received == [delta("a"), delta("b")]
