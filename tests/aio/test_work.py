"""Goals, plans, reviews and queued input under asyncio."""

from __future__ import annotations

import asyncio

import pytest

from tests.aio.support import run
from trio_codex import AppServerConfig
from trio_codex.aio import AsyncCodex, AsyncTurnHandle
from trio_codex.testing import BlockingModelServer, model_items
from trio_codex.types import ThreadGoalStatus


@pytest.mark.requirement("goal/end")
def test_a_goal_is_followed_and_left(model: BlockingModelServer, config: AppServerConfig) -> None:
    async def main() -> None:
        async with AsyncCodex(config) as codex:
            thread = await codex.thread_start()
            model.play_goal("one", "done")
            async with thread.pursue("Write it.") as goal:
                methods = [event.method async for event in goal.stream()]
                assert methods.count("turn/completed") == 2
                assert (await goal.run()).final_response == "done"
            model.play_goal("one", "done")
            goal = await thread.pursue("Again.")
            turns = [turn async for turn in goal.turns()]
            assert [type(turn) for turn in turns] == [AsyncTurnHandle] * 2
            assert await thread.current_goal() is None
            model.reply("a long story", gate=model.gate(), hold_after=1)
            goal = await thread.pursue("Too long.")
            async for turn in goal.turns():
                async for event in turn.stream():
                    if event.method == "item/agentMessage/delta":
                        break
                break
            with pytest.raises(TimeoutError):
                async with asyncio.timeout(0.1):
                    await goal.run()
            record = await thread.goal()
            assert record is not None and record.status == ThreadGoalStatus.PAUSED
            assert codex.statistics().turns == codex.statistics().threads_followed == 0

    run(main)


def test_plans_reviews_and_queues(model: BlockingModelServer, config: AppServerConfig) -> None:
    async def main() -> None:
        async with AsyncCodex(config) as codex:
            thread = await codex.thread_start()
            model.reply_items(model_items.plan("1. Look."))
            model.reply("Looked.")
            async with thread.plan("Do it.") as plan:
                assert "item/plan/delta" in [event.method async for event in plan.stream()]
                assert (await plan.run()).plan == "1. Look.\n"
                assert (await (await plan.accept()).run()).final_response == "Looked."
            model.reply_items(model_items.findings(model_items.finding("Wrong", "/a.py", (1, 2))))
            async with thread.review("Look.") as review:
                assert [event.method async for event in review.stream()][-1] == "turn/completed"
                assert [one.title for one in (await review.run()).findings] == ["Wrong"]
            gate = model.gate()
            model.reply("one", gate=gate)
            model.reply("two")
            first = await thread.turn("Go.")
            async with thread.enqueue("Then.") as entry:
                assert await entry.position() == 0
                gate.open()
                assert (await (await entry.turn()).run()).final_response == "two"
            assert (await first.run()).final_response == "one"
            assert codex.statistics().turns == codex.statistics().threads_followed == 0

    run(main)
