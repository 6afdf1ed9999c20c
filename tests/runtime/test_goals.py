"""Goals on the real runtime: every end, leaving, joining, also in another process."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from tests.runtime.helpers import collect, held, statuses
from trio_codex import AsyncCodex, Codex, InvalidRequestError, TurnFailedError
from trio_codex.testing import ModelServer, isolated_config
from trio_codex.types import ThreadGoalStatus, TurnStatus

if TYPE_CHECKING:
    from pathlib import Path

    from trio_codex import AppServerConfig, AsyncThread


def hold(model: ModelServer) -> None:
    """Let the next reply begin and not end."""
    model.reply("a long story", gate=model.gate(), hold_after=1)


@pytest.mark.requirement("goal/end")
async def test_a_goal_is_one_stream_and_one_result(model: ModelServer, thread: AsyncThread) -> None:
    model.play_goal("step one", "step two", "all done")
    async with thread.pursue("Write it.", token_budget=100_000) as goal:
        events = await collect(goal.stream())
        result = await goal.run()
    assert [event.method for event in events].count("turn/started") == 3
    assert events[-1].method == "turn/completed"
    assert result.status == ThreadGoalStatus.COMPLETE and result.objective == "Write it."
    assert [turn.final_response for turn in result.turns] == ["step one", "step two", "all done"]
    assert result.final_response == "all done" and result.error is None
    reported = sum(usage.input_tokens + usage.output_tokens for usage in model.usage_reported)
    assert result.tokens is not None and result.tokens.total_tokens == reported
    # The runtime leaves out what came after the model had set the status.
    goal_record = await thread.goal()
    assert goal_record is not None and goal_record.tokens_used < reported


@pytest.mark.requirement("goal/failure")
@pytest.mark.parametrize(
    ("ends", "status"),
    [
        ("blocked", "blocked"),
        ("budget", "budgetLimited"),
        ("paused", "paused"),
        ("quota", "usageLimited"),
        ("refused", "blocked"),
    ],
)
async def test_each_end_of_a_goal_has_its_status(
    model: ModelServer, codex: AsyncCodex, thread: AsyncThread, ends: Any, status: str
) -> None:
    model.play_goal("step one", "the end", ends=ends)
    goal = await thread.pursue("Write it.", token_budget=100_000)
    turns = [turn async for turn in goal.turns()]
    if ends == "refused":
        with pytest.raises(TurnFailedError, match="scripted failure 400"):
            await goal.run()
        result = goal.result()
    else:
        result = await goal.run()
    assert result.status == status and result.final_response == "the end"
    assert [turn.id for turn in turns] == [turn.id for turn in result.turns]
    assert (result.error is not None) == (ends in ("quota", "refused"))
    assert held(codex) == {}


@pytest.mark.requirement("goal/leave")
async def test_leaving_a_goal_pauses_it_and_ends_its_turn(
    model: ModelServer, codex: AsyncCodex, thread: AsyncThread
) -> None:
    hold(model)
    async with thread.pursue("Write it.") as goal:
        async for event in goal.stream():
            if event.method == "item/agentMessage/delta":
                break
    record = await thread.goal()
    assert record is not None and record.status == ThreadGoalStatus.PAUSED
    assert goal.result().status == ThreadGoalStatus.PAUSED
    assert set((await statuses(thread)).values()) == {"interrupted"}
    assert held(codex) == {}
    # The next one begins at nothing: the tokens of the first do not count.
    model.play_goal("done")
    assert (await (await thread.pursue("Another.", token_budget=10_000)).run()).status == "complete"
    assert held(codex) == {}


@pytest.mark.requirement("goal/current")
async def test_a_goal_that_runs_is_joined(
    model: ModelServer, codex: AsyncCodex, thread: AsyncThread
) -> None:
    assert await thread.current_goal() is None
    gate = model.gate()
    model.reply("step one", gate=gate, hold_after=1)
    model.play_goal("done")
    async with thread.pursue("Write it.", leave_running=True) as first:
        async for turn in first.turns():
            await collect_until_delta(turn)
            break
    joined = await thread.current_goal()
    assert joined is not None and joined.objective == "Write it."
    async with await thread.current_goal() or joined as third:
        assert third is not joined
    assert joined.status == "active"  # leaving one of several that joined changes nothing
    gate.open()
    result = await joined.run()
    assert [turn.final_response for turn in result.turns] == ["step one", "done"]
    assert result.status == "complete" and held(codex) == {}
    assert await thread.current_goal() is None


async def collect_until_delta(turn: Any) -> None:
    async for event in turn.stream():
        if event.method == "item/agentMessage/delta":
            return


@pytest.mark.requirement("goal/current")
async def test_a_goal_is_joined_in_another_process(
    model: ModelServer, config: AppServerConfig
) -> None:
    hold(model)
    async with AsyncCodex(config) as codex:
        thread = await codex.thread_start()
        goal = await thread.pursue("Write it.", leave_running=True)
        async for turn in goal.turns():
            await collect_until_delta(turn)
            break
    model.play_goal("continued", "done")
    async with AsyncCodex(config) as codex:
        resumed = await codex.thread_resume(thread.id)
        joined = await resumed.current_goal()
        assert joined is not None
        result = await joined.run()
        assert result.status == "complete" and result.final_response == "done"
        assert held(codex) == {}


async def test_an_interrupted_goal_stays_active_and_can_be_continued(
    model: ModelServer, codex: AsyncCodex, thread: AsyncThread
) -> None:
    hold(model)
    goal = await thread.pursue("Write it.")
    async for turn in goal.turns():
        await collect_until_delta(turn)
        await turn.interrupt()
    result = await goal.run()
    assert result.status == ThreadGoalStatus.ACTIVE
    assert result.turns[0].status == TurnStatus.INTERRUPTED and held(codex) == {}
    model.play_goal("continued", "done")
    continued = await thread.current_goal()
    assert continued is not None and (await continued.run()).status == "complete"
    assert held(codex) == {}


async def test_a_hint_joins_the_goals_turn(
    model: ModelServer, codex: AsyncCodex, thread: AsyncThread
) -> None:
    hold(model)
    model.play_goal("with the hint")
    async with thread.pursue("Write it.") as goal:
        async for turn in goal.turns():
            await collect_until_delta(turn)
            async with thread.turn("a hint") as hint:
                assert hint.joined and hint.id == turn.id
        result = await goal.run()
    assert result.final_response == "with the hint" and result.status == "complete"
    assert held(codex) == {}


async def test_an_ephemeral_thread_has_no_goals(codex: AsyncCodex) -> None:
    thread = await codex.thread_start(ephemeral=True)
    with pytest.raises(InvalidRequestError, match="ephemeral thread does not support goals"):
        await thread.pursue("Write it.")
    assert held(codex) == {}


def test_a_blocking_goal_is_the_same(tmp_path: Path) -> None:
    with ModelServer().in_thread() as model, Codex(isolated_config(model, home=tmp_path)) as codex:
        thread = codex.thread_start()
        assert thread.current_goal() is None
        model.play_goal("one", "done")
        with thread.pursue("Write it.") as goal:
            methods = [event.method for event in goal.stream()]
            assert methods.count("turn/started") == 2 and methods[-1] == "turn/completed"
            assert goal.run().final_response == "done"
        model.play_goal("one", "done")
        goal = thread.pursue("Again.")
        assert [turn.run().final_response for turn in goal.turns()] == ["one", "done"]
        model.reply("a long story", gate=model.gate(), hold_after=1)
        with thread.pursue("Too long.") as goal, pytest.raises(TimeoutError, match="the goal has"):
            for _ in goal.stream(timeout=0.5):
                pass
        model.reply("a long story", gate=model.gate(), hold_after=1)
        goal = thread.pursue("Too long.")
        with pytest.raises(TimeoutError, match="the goal has not ended within"):
            goal.run(timeout=0.5)
        assert goal.status == "paused"
        assert codex.statistics().turns == codex.statistics().threads_followed == 0
