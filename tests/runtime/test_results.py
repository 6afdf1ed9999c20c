"""Turn results: which message is the final response, and what a stalled turn reports."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, cast

import attrs
import pytest
import trio

from tests.runtime.helpers import first_delta, messages_of
from trio_codex import AsyncCodex, OutputValidationError, TurnStalledError
from trio_codex.testing import ModelServer, TokenUsage
from trio_codex.testing.model_server import items as model_items
from trio_codex.types import TurnStatus, UserMessageThreadItem

if TYPE_CHECKING:
    from trio_codex import AsyncThread, TurnResult

DONE = "item/completed"


@attrs.frozen
class Weather:
    """The weather of a place."""

    place: str
    degrees: int


@pytest.mark.requirement("turn/final-response")
async def test_the_final_answer_wins_over_what_comes_later(
    model: ModelServer, thread: AsyncThread
) -> None:
    model.reply_items(
        model_items.message("The answer.", phase="final_answer"),
        model_items.message("A remark.", phase="commentary"),
    )
    result = await thread.run("Go.")
    assert result.final_response == "The answer."
    assert messages_of(result) == ["The answer.", "A remark."]


async def test_the_last_of_several_answers_is_the_answer(
    model: ModelServer, thread: AsyncThread
) -> None:
    model.reply_items(model_items.message("First."), model_items.message("Second."))
    assert (await thread.run("Go.")).final_response == "Second."


async def test_a_message_without_a_phase_gives_way_to_a_final_answer(
    model: ModelServer, thread: AsyncThread
) -> None:
    model.reply_items(
        model_items.message("Final.", phase="final_answer"), model_items.message("Plain.")
    )
    assert (await thread.run("Go.")).final_response == "Final."


@pytest.mark.requirement("turn/final-response")
async def test_commentary_alone_is_no_answer(model: ModelServer, thread: AsyncThread) -> None:
    model.reply_message("Only thinking.", phase="commentary")
    model.reply_message("Still thinking.", phase="commentary")
    result = await thread.run("Go.")
    assert result.final_response is None
    assert "Only thinking." in messages_of(result)


@pytest.mark.requirement("turn/final-response")
async def test_an_empty_last_message_is_kept(model: ModelServer, thread: AsyncThread) -> None:
    model.reply_items(model_items.message("First."), model_items.message(""))
    result = await thread.run("Go.")
    assert messages_of(result) == ["First.", ""]
    assert result.final_response == ""


@pytest.mark.requirement("turn/final-response")
async def test_a_turn_without_a_message_has_no_answer(
    model: ModelServer, thread: AsyncThread
) -> None:
    model.reply_reasoning(["Thinking."])
    result = await thread.run("Go.")
    assert result.final_response is None and messages_of(result) == []
    assert "reasoning" in [getattr(item, "type", None) for item in result.items]


@pytest.mark.requirement("turn/result")
async def test_items_come_in_the_order_they_were_completed(
    model: ModelServer, thread: AsyncThread
) -> None:
    model.reply_items(
        model_items.reasoning("Let me see."),
        model_items.message("I shall look.", phase="commentary"),
        model_items.command("true", call_id="c1"),
    )
    model.reply_message("Seen.", phase="final_answer")
    result = await thread.run("Go.")
    assert [getattr(item, "type", None) for item in result.items] == [
        "userMessage",
        "reasoning",
        "agentMessage",
        "commandExecution",
        "agentMessage",
    ]
    assert result.final_response == "Seen."


async def test_the_usage_is_the_turns_own_and_the_threads_in_all(
    model: ModelServer, thread: AsyncThread
) -> None:
    for _ in range(2):
        model.reply("Done.", usage=TokenUsage(input_tokens=7, output_tokens=3))
    await thread.run("One.")
    usage = (await thread.run("Two.")).usage
    assert usage is not None
    assert (usage.last.input_tokens, usage.total.input_tokens) == (7, 14)
    assert (usage.last.output_tokens, usage.total.output_tokens) == (3, 6)


async def test_an_interrupted_turn_is_a_result_without_an_answer(
    model: ModelServer, thread: AsyncThread
) -> None:
    model.reply_items(model_items.message("Complete."), model_items.command("sleep 600"))
    turn = await thread.turn("Go.")
    async for event in turn.stream():
        if event.method == "item/completed" and "agentMessage" in str(event.params):
            break
    await turn.interrupt()
    result = await turn.run()
    assert result.status == TurnStatus.INTERRUPTED and result.error is None
    assert messages_of(result) == ["Complete."]
    assert result.final_response == "Complete."


async def test_a_joined_turn_has_one_result_for_both_handles(
    model: ModelServer, thread: AsyncThread
) -> None:
    model.reply_deltas(["never ", "done"], gate=model.gate(), hold_after=1)
    model.reply("For both.")
    first = await thread.turn("First.")
    await first_delta(first)
    second = await thread.turn("Second.")
    results: list[TurnResult[Any]] = []

    async def finish(turn: Any) -> None:
        results.append(await turn.run())

    async with trio.open_nursery() as nursery:
        nursery.start_soon(finish, first)
        nursery.start_soon(finish, second)
    assert [result.final_response for result in results] == ["For both."] * 2
    assert results[0].id == results[1].id


async def test_a_handle_that_joins_sees_its_own_message_wherever_the_reply_comes(
    model: ModelServer, thread: AsyncThread
) -> None:
    model.reply_deltas(["never ", "done"], gate=model.gate(), hold_after=1)
    model.reply("For both.")
    first = await thread.turn("First.")
    await first_delta(first)
    second = await thread.turn("Second.")
    completed = [cast("Any", e).payload.item async for e in second.stream() if e.method == DONE]
    (said,) = [item for item in completed if isinstance(item, UserMessageThreadItem)]
    assert "Second." in str(said.content)
    result = await second.run()
    assert result == await first.run() and result.final_response == "For both."
    assert len(result.items) == len(completed) + 1


async def test_two_runs_at_once_on_one_thread_are_one_turn(
    model: ModelServer, codex: AsyncCodex
) -> None:
    model.on_request(lambda _: "Answered.")
    thread = await codex.thread_start()
    results: list[TurnResult] = []

    async def run(text: str) -> None:
        results.append(await thread.run(text))

    async with trio.open_nursery() as nursery:
        nursery.start_soon(run, "First.")
        nursery.start_soon(run, "Second.")
    assert [result.final_response for result in results] == ["Answered."] * 2


async def test_a_handle_that_joined_late_learns_the_answer_too(
    model: ModelServer, thread: AsyncThread
) -> None:
    gate = model.gate()
    model.reply_items(
        model_items.message("Answered before.", phase="final_answer"),
        model_items.command("true", call_id="c1"),
    )
    model.reply_deltas(["aside"], phase="commentary", gate=gate)
    model.reply_message("aside again", phase="commentary")
    first = await thread.turn("First.")
    await gate.reached()
    second = await thread.turn("Second.")
    result = await second.run()
    gate.open()
    assert result.final_response == (await first.run()).final_response == "Answered before."


# -- a typed output ----------------------------------------------------------------------------


async def test_an_output_type_is_asked_for_and_made(
    model: ModelServer, thread: AsyncThread
) -> None:
    model.reply('{"place": "Oslo", "degrees": -3}')
    result = await thread.run("Weather?", output_type=Weather)
    assert result.output == Weather("Oslo", -3)
    schema = model.requests[0].output_schema
    assert isinstance(schema, dict) and schema["additionalProperties"] is False
    assert schema["required"] == ["place", "degrees"]


async def test_a_handle_makes_the_output_too(model: ModelServer, thread: AsyncThread) -> None:
    model.reply('{"value": [1, 2]}')
    async with await thread.turn("Numbers?", output_type=list[int]) as turn:
        assert (await turn.run()).output == [1, 2]


async def test_an_answer_that_does_not_fit_raises_with_its_result(
    model: ModelServer, thread: AsyncThread
) -> None:
    model.reply('{"place": "Oslo", "degrees": "cold"}')
    with pytest.raises(OutputValidationError, match="degrees") as caught:
        await thread.run("Weather?", output_type=Weather)
    assert caught.value.path == "$.degrees"
    assert caught.value.result is not None
    assert caught.value.result.final_response == caught.value.text


# -- a silent turn -----------------------------------------------------------------------------


async def test_a_silent_turn_is_reported_and_interrupted(
    model: ModelServer, thread: AsyncThread
) -> None:
    model.reply_deltas(["half", "whole"], gate=model.gate(), hold_after=1)
    with pytest.raises(TurnStalledError, match=r"sent nothing for 0\.2 s; .*active") as caught:
        await thread.run("Go.", idle_timeout=0.2)
    assert caught.value.idle_timeout == 0.2
    assert caught.value.thread is not None and caught.value.thread.id == thread.id
    turns = [turn async for turn in thread.turns()]
    assert [turn.status for turn in turns] == [TurnStatus.INTERRUPTED]


async def test_a_silent_stream_says_so_and_goes_on_afterwards(
    model: ModelServer, thread: AsyncThread
) -> None:
    gate = model.gate()
    model.reply_deltas(["half ", "whole"], gate=gate, hold_after=1)
    turn = await thread.turn("Go.")
    with pytest.raises(TurnStalledError, match=r"sent nothing for 0\.2 s"):
        async for _ in turn.stream(idle_timeout=0.2):
            pass
    gate.open()
    assert (await turn.run()).final_response == "half whole"
