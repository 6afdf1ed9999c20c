"""A turn is a scope: however its block is left, the turn on the server ends with it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
import trio

from tests.runtime.helpers import collect, first_delta, held, statuses
from trio_codex.types import TurnStatus

if TYPE_CHECKING:
    from trio_codex import AsyncCodex, AsyncThread
    from trio_codex.testing import Gate, ModelRequest, ModelServer

IDLE: dict[str, int] = {}


def hold(model: ModelServer) -> Gate:
    """Queue an answer that stops in the middle, for as long as the test lives.

    A turn that is interrupted early never asks for it, and the next one must not get it.
    """
    gate = model.gate()
    model.reply_deltas(["half ", "whole"], gate=gate, hold_after=1, when=_is_first)
    return gate


def _is_first(request: ModelRequest) -> bool:
    return request.last_user_text != "Again."


async def assert_usable(model: ModelServer, codex: AsyncCodex, thread: AsyncThread) -> None:
    assert held(codex) == IDLE
    model.reply("Next.")
    assert (await thread.run("Again.")).final_response == "Next."
    assert held(codex) == IDLE


@pytest.mark.requirement("turn/cancel-interrupts")
async def test_cancelling_a_run_interrupts_the_turn_on_the_server(
    model: ModelServer, codex: AsyncCodex, thread: AsyncThread
) -> None:
    gate = hold(model)
    with trio.CancelScope() as scope:
        async with trio.open_nursery() as nursery:
            nursery.start_soon(thread.run, "Go.")
            await gate.reached()
            scope.cancel()
    assert list((await statuses(thread)).values()) == ["interrupted"]
    await model.requests[0].disconnected.wait()
    await assert_usable(model, codex, thread)


async def test_two_tasks_that_leave_a_turn_at_once_interrupt_it(
    model: ModelServer, codex: AsyncCodex, thread: AsyncThread
) -> None:
    gate = hold(model)
    turn = await thread.turn("Go.")
    await gate.reached()
    async with trio.open_nursery() as nursery:
        nursery.start_soon(turn.__aexit__, None, None, None)
        nursery.start_soon(turn.__aexit__, None, None, None)
    assert list((await statuses(thread)).values()) == ["interrupted"]
    await assert_usable(model, codex, thread)


@pytest.mark.requirement("turn/callers-deadline", "turn/deadline-interrupts")
async def test_a_deadline_of_the_caller_interrupts_the_turn(
    model: ModelServer, codex: AsyncCodex, thread: AsyncThread
) -> None:
    hold(model)
    with pytest.raises(trio.TooSlowError):
        with trio.fail_after(0.3):
            await thread.run("Go.")
    assert list((await statuses(thread)).values()) == ["interrupted"]
    await assert_usable(model, codex, thread)


@pytest.mark.requirement("engine/cancel-everywhere")
async def test_a_run_that_is_cancelled_at_every_step_of_its_start_strands_nothing(
    model: ModelServer, codex: AsyncCodex, thread: AsyncThread
) -> None:
    gate = model.gate()
    for step in range(8):
        model.reply_deltas(["half ", "whole"], gate=gate, hold_after=1)
        with trio.CancelScope() as scope:
            async with trio.open_nursery() as nursery:
                nursery.start_soon(thread.run, f"Step {step}.")
                for _ in range(step):
                    await trio.lowlevel.checkpoint()
                scope.cancel()
        assert held(codex) == IDLE
    model.on_request(lambda request: "Next." if request.last_user_text == "Again." else None)
    assert (await thread.run("Again.")).final_response == "Next."
    assert "inProgress" not in (await statuses(thread)).values()


@pytest.mark.requirement("turn/cancel-interrupts")
async def test_leaving_the_block_by_break_interrupts_the_turn(
    model: ModelServer, codex: AsyncCodex, thread: AsyncThread
) -> None:
    hold(model)
    async with await thread.turn("Go.") as turn:
        async for event in turn.stream():
            if event.method == "item/agentMessage/delta":
                break
    assert await statuses(thread) == {turn.id: "interrupted"}
    await assert_usable(model, codex, thread)


@pytest.mark.requirement("turn/cancel-interrupts")
async def test_leaving_the_block_by_an_exception_interrupts_and_raises_it_plain(
    model: ModelServer, codex: AsyncCodex, thread: AsyncThread
) -> None:
    hold(model)
    with pytest.raises(KeyError, match="mine"):
        async with await thread.turn("Go.") as turn:
            await first_delta(turn)
            raise KeyError("mine")
    assert await statuses(thread) == {turn.id: "interrupted"}
    await assert_usable(model, codex, thread)


@pytest.mark.requirement("turn/cancel-interrupts")
async def test_leaving_the_block_by_cancellation_interrupts_the_turn(
    model: ModelServer, codex: AsyncCodex, thread: AsyncThread
) -> None:
    hold(model)
    with trio.CancelScope() as scope:
        async with await thread.turn("Go.") as turn:
            await first_delta(turn)
            scope.cancel()
            await trio.sleep_forever()
    assert scope.cancelled_caught
    assert await statuses(thread) == {turn.id: "interrupted"}
    await assert_usable(model, codex, thread)


async def test_leaving_the_block_at_once_interrupts_the_turn(
    model: ModelServer, codex: AsyncCodex, thread: AsyncThread
) -> None:
    hold(model)
    async with await thread.turn("Go.") as turn:
        pass
    assert await statuses(thread) == {turn.id: "interrupted"}
    await assert_usable(model, codex, thread)


async def test_leaving_the_block_after_the_end_asks_nothing_of_the_server(
    model: ModelServer, codex: AsyncCodex, thread: AsyncThread
) -> None:
    model.reply("Done.")
    async with await thread.turn("Go.") as turn:
        await collect(turn.stream())
        before = codex.statistics().requests_sent
    assert codex.statistics().requests_sent == before
    assert (await turn.run()).final_response == "Done."


async def test_a_result_is_there_after_the_block_was_left_early(
    model: ModelServer, thread: AsyncThread
) -> None:
    hold(model)
    async with await thread.turn("Go.") as turn:
        await first_delta(turn)
    assert (await turn.run()).status == TurnStatus.INTERRUPTED


@pytest.mark.requirement("stream/left-anywhere")
async def test_leaving_streamed_text_early_interrupts_the_turn(
    model: ModelServer, codex: AsyncCodex, thread: AsyncThread
) -> None:
    hold(model)
    async with thread.stream_text("Go.") as text:
        async for piece in text:
            assert piece == "half "
            break
    assert list((await statuses(thread)).values()) == ["interrupted"]
    await assert_usable(model, codex, thread)


async def test_cancelling_the_wait_of_a_handle_interrupts_its_turn(
    model: ModelServer, codex: AsyncCodex, thread: AsyncThread
) -> None:
    hold(model)
    turn = await thread.turn("Go.")
    await first_delta(turn)
    with trio.move_on_after(0):
        await turn.run()
    assert await statuses(thread) == {turn.id: "interrupted"}
    await assert_usable(model, codex, thread)


@pytest.mark.requirement("stream/left-anywhere")
async def test_leaving_a_stream_alone_leaves_its_turn_running(
    model: ModelServer, thread: AsyncThread
) -> None:
    gate = hold(model)
    turn = await thread.turn("Go.")
    with trio.move_on_after(0.2):
        await collect(turn.stream())
    gate.open()
    assert (await turn.run()).final_response == "half whole"


@pytest.mark.requirement("client/closing-interrupts")
async def test_closing_the_client_in_mid_turn_interrupts_the_turn(
    model: ModelServer, codex: AsyncCodex, thread: AsyncThread
) -> None:
    hold(model)
    turn = await thread.turn("Go.")
    await first_delta(turn)
    await codex.aclose()
    # The end came while the connection was being closed, and was not lost.
    assert (await turn.run()).status == TurnStatus.INTERRUPTED


async def test_a_result_that_fits_no_type_of_the_block_is_the_callers_own_group(
    model: ModelServer, thread: AsyncThread
) -> None:
    hold(model)
    with pytest.raises(ExceptionGroup) as caught:
        async with await thread.turn("Go.") as turn:
            await first_delta(turn)
            raise ExceptionGroup("mine", [ValueError("one"), KeyError("two")])
    assert [type(error) for error in caught.value.exceptions] == [ValueError, KeyError]
