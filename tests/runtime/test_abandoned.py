"""A stream that is dropped before its end: its turn is interrupted when it is collected."""

from __future__ import annotations

import gc
import logging
from contextlib import aclosing
from typing import TYPE_CHECKING

import pytest
import trio
import trio.testing

from tests.runtime.helpers import collect, first_delta, held, statuses
from trio_codex import TurnStalledError

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Iterator

    from trio_codex import AsyncCodex, AsyncThread
    from trio_codex.testing import Gate, ModelServer

    Abandon = Callable[[AsyncThread], Awaitable[None]]


@pytest.fixture(autouse=True)
def _no_cyclic_collector() -> Iterator[None]:
    """Show that references alone collect a stream: no stream is part of a cycle."""
    gc.collect()
    gc.disable()
    yield
    gc.enable()


def hold(model: ModelServer) -> Gate:
    gate = model.gate()
    model.reply_deltas(
        ["half ", "whole"], gate=gate, hold_after=1, when=lambda r: r.last_user_text == "Go."
    )
    return gate


async def all_over(thread: AsyncThread) -> None:
    """Ask the server until no turn runs; every answer is waited for, and the test is bounded."""
    while "inProgress" in (await statuses(thread)).values():
        await trio.testing.wait_all_tasks_blocked()


async def by_break(thread: AsyncThread) -> None:
    async for _ in thread.stream_text("Go."):
        break


async def by_exception(thread: AsyncThread) -> None:
    with pytest.raises(KeyError, match="mine"):
        async for _ in thread.stream_text("Go."):
            raise KeyError("mine")


async def by_deadline_in_the_body(thread: AsyncThread) -> None:
    with trio.CancelScope() as scope:
        async for _ in thread.stream_text("Go."):
            scope.cancel()
            await trio.sleep_forever()
    assert scope.cancelled_caught


async def by_generator(thread: AsyncThread) -> None:
    async def upper() -> object:
        async for text in thread.stream_text("Go."):
            return text.upper()
        return None

    assert await upper() == "HALF "


async def by_dropping_a_handle_whose_events_were_read(thread: AsyncThread) -> None:
    turn = await thread.turn("Go.")
    await first_delta(turn)


async def by_dropping_the_stream_of_a_handle_nobody_held(thread: AsyncThread) -> None:
    async for event in (await thread.turn("Go.")).stream():
        if event.method == "item/agentMessage/delta":
            break


async def by_a_reference_cycle(thread: AsyncThread) -> None:
    stream = thread.stream_text("Go.")
    assert await anext(stream) == "half "
    cycle: list[object] = [stream]
    cycle.append(cycle)
    del stream, cycle
    gc.collect()


WAYS = [
    by_break,
    by_exception,
    by_deadline_in_the_body,
    by_generator,
    by_dropping_a_handle_whose_events_were_read,
    by_dropping_the_stream_of_a_handle_nobody_held,
    by_a_reference_cycle,
]


@pytest.mark.parametrize("abandon", WAYS, ids=lambda way: way.__name__)
async def test_an_abandoned_stream_interrupts_its_turn_and_the_next_turn_is_a_new_one(
    model: ModelServer,
    codex: AsyncCodex,
    thread: AsyncThread,
    abandon: Abandon,
    caplog: pytest.LogCaptureFixture,
) -> None:
    hold(model)
    model.reply("Next.", when=lambda request: request.last_user_text == "Again.")
    with caplog.at_level(logging.WARNING, "trio_codex.turns"):
        await abandon(thread)
        # The interrupt is only scheduled; even so this does not join what is being interrupted.
        result = await thread.run("Again.")
    assert result.final_response == "Next."
    abandoned, *rest = [record for record in caplog.records if "dropped" in record.message]
    assert rest == []
    turn_id = abandoned.__dict__["codex_turn_id"]
    assert turn_id in abandoned.message and turn_id != result.id
    assert await statuses(thread) == {turn_id: "interrupted", result.id: "completed"}
    assert held(codex) == {}


async def test_a_stream_read_to_its_end_is_not_abandoned(
    model: ModelServer, codex: AsyncCodex, thread: AsyncThread, caplog: pytest.LogCaptureFixture
) -> None:
    model.reply_deltas(["a", "b"], times=2)
    assert [text async for text in thread.stream_text("Go.")] == ["a", "b"]
    turn = await thread.turn("Go.")
    await collect(turn.stream())
    before = codex.statistics().requests_sent
    del turn
    await trio.testing.wait_all_tasks_blocked()
    assert codex.statistics().requests_sent == before
    assert [record for record in caplog.records if "dropped" in record.message] == []


async def test_a_handle_dropped_without_a_stream_leaves_its_turn_running(
    model: ModelServer, thread: AsyncThread
) -> None:
    gate = hold(model)
    await thread.turn("Go.")
    await gate.reached()
    gate.open()
    await all_over(thread)
    assert list((await statuses(thread)).values()) == ["completed"]


async def test_a_held_handle_keeps_the_turn_of_a_dropped_text_stream(
    model: ModelServer, thread: AsyncThread
) -> None:
    gate = hold(model)
    stream = thread.stream_text("Go.")
    assert await anext(stream) == "half "
    turn = stream.turn
    assert turn is not None
    del stream
    await trio.testing.wait_all_tasks_blocked()
    gate.open()
    assert (await turn.run()).final_response == "half whole"


async def test_a_closed_event_stream_leaves_its_turn_running(
    model: ModelServer, thread: AsyncThread
) -> None:
    gate = hold(model)
    turn = await thread.turn("Go.")
    async with aclosing(turn.stream()) as events:
        async for event in events:
            if event.method == "item/agentMessage/delta":
                break
    assert repr(events) == f"<AsyncTurnStream of turn {turn.id}, closed>"
    assert [event async for event in events] == []
    await events.aclose()
    turn_id = turn.id
    del turn, events, event
    await trio.testing.wait_all_tasks_blocked()
    gate.open()
    await all_over(thread)
    assert await statuses(thread) == {turn_id: "completed"}


async def test_a_closed_text_stream_has_interrupted_its_turn(
    model: ModelServer, codex: AsyncCodex, thread: AsyncThread
) -> None:
    hold(model)
    stream = thread.stream_text("Go.")
    assert repr(stream) == "<AsyncTextStream of a turn that was not started, open>"
    assert await anext(stream) == "half "
    assert stream.turn is not None
    assert repr(stream) == f"<AsyncTextStream of turn {stream.turn.id}, open>"
    assert repr(stream.turn) == f"<AsyncTurnHandle {stream.turn.id} of thread {thread.id}, running>"
    await stream.aclose()
    assert await statuses(thread) == {stream.turn.id: "interrupted"}
    assert repr(stream) == f"<AsyncTextStream of turn {stream.turn.id}, closed>"
    assert repr(stream.turn).endswith(", interrupted>")
    before = codex.statistics().requests_sent
    await stream.aclose()
    assert [text async for text in stream] == []
    assert codex.statistics().requests_sent == before


async def test_a_text_stream_closed_before_its_first_step_starts_no_turn(
    codex: AsyncCodex, thread: AsyncThread
) -> None:
    before = codex.statistics().requests_sent
    async with thread.stream_text("Go.") as stream:
        pass
    assert [text async for text in stream] == []
    assert codex.statistics().requests_sent == before


async def test_an_error_inside_a_text_stream_interrupts_the_turn(
    model: ModelServer, thread: AsyncThread
) -> None:
    hold(model)
    with pytest.raises(TurnStalledError, match="sent nothing"):
        async for _ in thread.stream_text("Go.", idle_timeout=0.3):
            pass
    assert list((await statuses(thread)).values()) == ["interrupted"]


async def test_a_dropped_subscription_is_ended(codex: AsyncCodex) -> None:
    stream = codex.notifications("thread/name/updated")
    assert repr(stream) == "<AsyncNotificationStream of thread/name/updated, open>"
    assert codex.statistics().subscriptions == 1
    del stream
    await trio.testing.wait_all_tasks_blocked()
    assert codex.statistics().subscriptions == 0


async def test_a_subscription_ends_with_either_kind_of_block(codex: AsyncCodex) -> None:
    async with codex.notifications() as entered:
        assert codex.statistics().subscriptions == 1
    assert repr(entered) == "<AsyncNotificationStream of all methods, closed>"
    with codex.notifications() as entered:
        assert codex.statistics().subscriptions == 1
    assert codex.statistics().subscriptions == 0
    await entered.aclose()
    assert [event async for event in entered] == []


async def test_a_stream_dropped_after_its_client_was_closed_is_nobodys_business(
    model: ModelServer, codex: AsyncCodex, thread: AsyncThread, caplog: pytest.LogCaptureFixture
) -> None:
    hold(model)
    stream = thread.stream_text("Go.")
    await anext(stream)
    await codex.aclose()
    del stream
    await trio.testing.wait_all_tasks_blocked()
    assert [record for record in caplog.records if "dropped" in record.message] == []
