"""Interrupts on the real runtime, at the moments when it refuses them or never answers."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
import trio

from tests.runtime.helpers import (
    deltas_of,
    first_delta,
    held,
    messages_of,
    requests_sent,
    statuses,
)
from trio_codex.types import TurnStatus

if TYPE_CHECKING:
    from trio_codex import AsyncCodex, AsyncThread, TurnResult
    from trio_codex.testing import ModelServer


@pytest.mark.requirement("turn/interrupted")
async def test_interrupting_a_streaming_turn_ends_it_with_its_status(
    model: ModelServer, thread: AsyncThread
) -> None:
    gate = model.gate()
    model.reply_deltas(["half", "whole"], gate=gate, hold_after=1)
    turn = await thread.turn("Go.")
    await first_delta(turn)
    await turn.interrupt()
    result = await turn.run()
    assert result.status == TurnStatus.INTERRUPTED
    assert result.final_response is None and messages_of(result) == []
    assert await statuses(thread) == {turn.id: "interrupted"}
    await model.requests[0].disconnected.wait()


@pytest.mark.requirement("turn/early-interrupt")
async def test_an_interrupt_before_the_start_always_works(
    model: ModelServer, thread: AsyncThread
) -> None:
    # The server refuses most of those it gets between its reply and `turn/started`.
    gate = model.gate()
    for _ in range(12):
        model.reply_deltas(["never ", "finished"], gate=gate, hold_after=1)
        turn = await thread.turn("Go.")
        await turn.interrupt()
        assert (await turn.run()).status == TurnStatus.INTERRUPTED
    assert set((await statuses(thread)).values()) == {"interrupted"}
    assert len(await statuses(thread)) == 12


@pytest.mark.requirement("turn/early-interrupt")
async def test_a_second_interrupt_returns_although_the_server_never_answers_it(
    model: ModelServer, thread: AsyncThread
) -> None:
    model.reply_deltas(["half", "whole"], gate=model.gate(), hold_after=1)
    turn = await thread.turn("Go.")
    await first_delta(turn)
    await turn.interrupt()
    await turn.interrupt()
    assert (await turn.run()).status == TurnStatus.INTERRUPTED
    await turn.interrupt()


async def test_interrupts_of_several_tasks_are_one_for_the_server(
    model: ModelServer, codex: AsyncCodex, thread: AsyncThread
) -> None:
    model.reply_deltas(["half", "whole"], gate=model.gate(), hold_after=1)
    turn = await thread.turn("Go.")
    await first_delta(turn)
    before = requests_sent(codex)
    async with trio.open_nursery() as nursery:
        for _ in range(4):
            nursery.start_soon(turn.interrupt)
    assert requests_sent(codex) == before + 1
    assert (await turn.run()).status == TurnStatus.INTERRUPTED


@pytest.mark.requirement("turn/early-interrupt")
async def test_interrupting_a_finished_turn_does_not_ask_the_server(
    model: ModelServer, codex: AsyncCodex, thread: AsyncThread
) -> None:
    model.reply("Done.")
    turn = await thread.turn("Go.")
    await turn.run()
    before = requests_sent(codex)
    await turn.interrupt()
    assert requests_sent(codex) == before
    assert await statuses(thread) == {turn.id: "completed"}


async def test_an_interrupt_that_meets_the_end_of_its_turn_is_no_error(
    model: ModelServer, thread: AsyncThread
) -> None:
    for _ in range(8):
        model.reply("Quick.")
        turn = await thread.turn("Go.")
        await turn.interrupt()
        assert (await turn.run()).status in (TurnStatus.COMPLETED, TurnStatus.INTERRUPTED)


async def test_the_events_of_an_interrupted_turn_end_with_its_completion(
    model: ModelServer, thread: AsyncThread
) -> None:
    model.reply_deltas(["half", "whole"], gate=model.gate(), hold_after=1)
    turn = await thread.turn("Go.")
    events = []
    async for event in turn.stream():
        events.append(event)
        if event.method == "item/agentMessage/delta":
            await turn.interrupt()
    assert deltas_of(events) == ["half"]
    assert events[-1].method == "turn/completed"


async def test_an_interrupt_ends_every_handle_that_joined(
    model: ModelServer, thread: AsyncThread
) -> None:
    model.reply_deltas(["one ", "two"], gate=model.gate(), hold_after=1)
    model.reply_deltas(["three ", "four"], gate=model.gate(), hold_after=1)
    first = await thread.turn("First.")
    await first_delta(first)
    second = await thread.turn("Second.")
    results: list[TurnResult] = []

    async def finish() -> None:
        results.append(await first.run())

    async with trio.open_nursery() as nursery:
        nursery.start_soon(finish)
        await second.interrupt()
        results.append(await second.run())
    assert {result.status for result in results} == {TurnStatus.INTERRUPTED}


async def test_a_thread_runs_a_turn_after_an_interrupted_one(
    model: ModelServer, codex: AsyncCodex, thread: AsyncThread
) -> None:
    model.reply_deltas(["half", "whole"], gate=model.gate(), hold_after=1)
    model.reply("Next.")
    turn = await thread.turn("Go.")
    await first_delta(turn)
    await turn.interrupt()
    await turn.run()
    assert (await thread.run("Again.")).final_response == "Next."
    assert "<turn_aborted>" in "".join(model.requests[-1].user_texts)
    assert held(codex) == {}


async def test_interrupting_kills_no_running_command_but_ends_the_turn(
    model: ModelServer, codex: AsyncCodex
) -> None:
    from trio_codex import ApprovalMode, Sandbox

    thread = await codex.thread_start(
        sandbox=Sandbox.FULL_ACCESS, approval_mode=ApprovalMode.DENY_ALL
    )
    model.reply_command("sleep 600", call_id="c1")
    turn = await thread.turn("Go.")
    async for event in turn.stream():
        params = event.params
        if event.method == "item/started" and isinstance(params, dict):
            item = params["item"]
            if isinstance(item, dict) and item["type"] == "commandExecution":
                break
    await turn.interrupt()
    assert (await turn.run()).status == TurnStatus.INTERRUPTED
    await codex.request("thread/backgroundTerminals/clean", {"threadId": thread.id})
