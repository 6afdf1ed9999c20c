"""The handles of goals and queues follow every story of the server to its end, and lose nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import attrs
import pytest
import trio
import trio.testing
from hypothesis import given

from tests.properties.examples import bounded
from trio_codex import AsyncCodex
from trio_codex.testing import FakeAppServer
from trio_codex.testing.strategies import GoalStory, goal_stories
from trio_codex.types import JsonValue, Notification

if TYPE_CHECKING:
    from trio_codex import AsyncGoalHandle, GoalResult
    from trio_codex.testing import FakeRequest

SECONDS = 30.0


@attrs.define
class Followed:
    """What a handle has given of a goal."""

    goal: AsyncGoalHandle | None = None
    events: list[Notification] = attrs.Factory(list)
    result: GoalResult | None = None


async def told(fake: FakeAppServer, story: GoalStory, request: FakeRequest, seen: Followed) -> None:
    """Tells a story; before its end the handle may not have ended."""
    goal: JsonValue = {**_goal_of(story), "objective": "count", "status": "active"}
    fake.answer("thread/goal/set", {"goal": goal})
    for number, message in enumerate(story.told):
        if number == story.early:
            request.reply({"goal": goal})
        if number == story.end:
            await trio.testing.wait_all_tasks_blocked()
            assert seen.result is not None
        elif number == story.end - 1:
            await trio.testing.wait_all_tasks_blocked()
            assert seen.goal is not None and not seen.goal.ended and seen.result is None
        fake.send(message)


def _goal_of(story: GoalStory) -> Any:
    return next(
        message["params"]["goal"]  # type: ignore[index, call-overload] # JSON
        for message in story.told
        if message["method"] == "thread/goal/updated"
    )


def events_of(story: GoalStory) -> list[tuple[Any, Any]]:
    """The notifications of the goal's turns up to its end."""
    ids = {turn.turn_id for turn in story.turns}
    return [
        (message["method"], params)
        for message in story.told[: story.end]
        if isinstance(params := message["params"], dict) and _turn_of(params) in ids
    ]


def _turn_of(params: dict[str, Any]) -> Any:
    turn = params.get("turn")
    return params.get("turnId") or (turn.get("id") if isinstance(turn, dict) else None)


@pytest.mark.requirement("goal/end", "testing/conversations")
@bounded(60)
@given(goal_stories())
def test_a_goal_ends_exactly_where_its_story_ends_and_loses_nothing(story: GoalStory) -> None:
    async def main() -> None:
        fake = FakeAppServer()
        fake.manual("thread/goal/set")
        seen = Followed()
        with trio.fail_after(SECONDS):
            async with (
                AsyncCodex(transport=fake.transport) as codex,
                trio.open_nursery() as nursery,
            ):

                @nursery.start_soon
                async def follow() -> None:
                    thread = await codex.thread_resume(story.thread_id)
                    async with thread.pursue("count") as goal:
                        seen.goal = goal
                        seen.events = [event async for event in goal.stream()]
                        seen.result = goal.result()

                await told(fake, story, await fake.expect("thread/goal/set"), seen)
        result = seen.result
        assert result is not None
        assert [(event.method, event.params) for event in seen.events] == events_of(story)
        assert [(turn.id, turn.status) for turn in result.turns] == [
            (turn.turn_id, turn.status) for turn in story.turns
        ]
        assert (result.status, result.final_response) == (story.status, story.final_response)
        # A goal that has ended is not paused; an interrupted one is active on the server.
        assert fake.methods.count("thread/goal/set") == 1 + (story.status == "active")
        assert "turn/interrupt" not in fake.methods or story.status == "active"

    trio.run(main)
