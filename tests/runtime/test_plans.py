"""Plan mode on the real runtime: a plan, its acceptance, and the mode afterwards."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.runtime.helpers import collect, held
from trio_codex import AsyncCodex, Codex, InvalidArgumentError
from trio_codex.testing import ModelServer, isolated_config, model_items
from trio_codex.types import TurnStatus

if TYPE_CHECKING:
    from pathlib import Path

    from trio_codex import AsyncThread

PLAN = "# Plan\n1. Look.\n2. Leap."
PLANNING = "You are in **Plan Mode**"


async def mode_of_next_turn(model: ModelServer, thread: AsyncThread) -> str:
    """Tells in which mode a further turn runs: the last instructions about it count."""
    model.reply("Done.")
    await thread.run("And now?")
    told = str(model.requests[-1].input)
    planning, default = told.rfind(PLANNING), told.rfind("You are now in Default mode")
    return "plan" if planning > default else "default"


@pytest.mark.requirement("plan/result")
async def test_a_plan_streams_and_is_carried_out(
    model: ModelServer, codex: AsyncCodex, thread: AsyncThread
) -> None:
    model.reply_items(model_items.plan(PLAN, before="Before.", after="After."))
    async with thread.plan("Do it.") as plan:
        events = await collect(plan.stream())
        result = await plan.run()
        assert result.plan == f"{PLAN}\n" and result.steps == [] and result.explanation is None
        assert result.turn.final_response == "Before.\nAfter."
        deltas = [event.params for event in events if event.method == "item/plan/delta"]
        assert "".join(params["delta"] for params in deltas) == result.plan  # type: ignore[index, call-overload, misc] # JSON
        assert PLANNING in str(model.requests[0].input)
        model.reply("Leapt.")
        async with plan.accept() as turn:
            assert (await turn.run()).final_response == "Leapt."
    assert model.requests[-1].last_user_text == "Implement the plan."
    assert await mode_of_next_turn(model, thread) == "default"
    assert model.requests[-1].model == model.requests[0].model
    assert held(codex) == {}


@pytest.mark.requirement("plan/leave")
async def test_leaving_a_plan_interrupts_it_and_ends_plan_mode(
    model: ModelServer, codex: AsyncCodex, thread: AsyncThread
) -> None:
    model.reply_items(model_items.plan(PLAN), gate=model.gate(), hold_after=5)
    async with thread.plan("Do it.") as plan:
        async for event in plan.stream():
            if event.method == "item/plan/delta":
                break
    assert (await plan.run()).turn.status == TurnStatus.INTERRUPTED
    assert await mode_of_next_turn(model, thread) == "default"
    with pytest.raises(InvalidArgumentError, match="has ended without a plan"):
        await plan.accept()
    assert held(codex) == {}


@pytest.mark.requirement("plan/refused")
async def test_there_must_be_a_plan_to_accept(
    model: ModelServer, codex: AsyncCodex, thread: AsyncThread
) -> None:
    gate = model.gate()
    model.reply("What do you mean?", gate=gate)
    plan = await thread.plan("Do it.")
    with pytest.raises(InvalidArgumentError, match=r"not finished; wait for it with run\(\)"):
        await plan.accept()
    gate.open()
    assert (await plan.run()).plan is None
    before = len(model.requests)
    with pytest.raises(InvalidArgumentError, match="has ended without a plan; answer it"):
        await plan.accept()
    assert len(model.requests) == before
    model.reply_items(model_items.plan(PLAN))
    revised = await thread.plan("I mean it.")
    assert (await revised.run()).plan == f"{PLAN}\n"
    await revised.__aexit__(None, None, None)
    assert held(codex) == {}


def test_a_blocking_plan_is_the_same(tmp_path: Path) -> None:
    with ModelServer().in_thread() as model, Codex(isolated_config(model, home=tmp_path)) as codex:
        thread = codex.thread_start()
        model.reply_items(model_items.plan(PLAN))
        model.reply("Leapt.")
        with thread.plan("Do it.", effort="low") as plan:
            assert "item/plan/delta" in [event.method for event in plan.stream()]
            assert plan.run().plan == f"{PLAN}\n"
            assert plan.accept("Go.").run().final_response == "Leapt."
