"""Stories of goals and queues: valid messages, and every order that the runtime keeps."""

from __future__ import annotations

import contextlib
from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import Phase, find, given, settings
from hypothesis import strategies as st
from hypothesis.errors import Unsatisfiable

from tests.properties.contract import validator
from tests.properties.examples import bounded
from trio_codex.protocol.methods import METHODS
from trio_codex.testing.strategies import GoalStory, QueueStory, goal_stories, queue_stories

UPDATED = "thread/goal/updated"


def goal_steps(story: GoalStory) -> list[Any]:
    """What a goal is about: its statuses, and the ends of turns, up to its end."""
    steps: list[Any] = []
    for message in story.told[: story.end]:
        params: Any = message["params"]
        if message["method"] == UPDATED:
            steps.append(params["goal"]["status"])
        elif message["method"] in ("turn/completed", "thread/goal/cleared"):
            steps.append(message["method"])
    return steps


@pytest.mark.requirement("testing/conversations")
@bounded(30)
@given(st.one_of(goal_stories(), queue_stories()))
def test_every_message_of_a_story_is_valid(story: GoalStory | QueueStory) -> None:
    for message in story.told:
        spec = METHODS.get(str(message["method"]))
        if spec is not None:
            assert spec.params_name is not None
            validator(spec.params_name).validate(message["params"])


@bounded(30)
@given(goal_stories())
def test_a_goal_ends_once_its_status_is_terminal_and_no_turn_runs(story: GoalStory) -> None:
    steps = goal_steps(story)
    assert steps.count("turn/completed") == len(story.turns)
    statuses = [step for step in steps if step != "turn/completed"]
    assert statuses[-1] == {"cleared": "thread/goal/cleared"}.get(story.status, story.status)
    # Before that nothing has ended it.
    assert all(status == "active" for status in statuses if status != statuses[-1])
    assert all(turn.status == "completed" for turn in story.turns[:-1])
    assert 0 <= story.early < story.end <= len(story.told)


@pytest.mark.requirement("testing/conversations")
def test_stories_contain_every_order_of_a_goal() -> None:
    missing: dict[str, Callable[[GoalStory], bool]] = {
        "a first event before the reply": lambda s: s.early > 0,
        "an end between two turns": lambda s: goal_steps(s)[-1] != "turn/completed",
        "an end without a status": lambda s: s.status == "active",
        "a status that is told twice": lambda s: goal_steps(s).count(s.status) > 1,
        "something after the end": lambda s: len(s.told) > s.end,
        "a failure that is not the quota's": lambda s: (
            s.status == "blocked" and s.turns[-1].status == "failed"
        ),
        "several turns": lambda s: len(s.turns) > 1,
        "an update that names no turn": lambda s: any(
            message["method"] == UPDATED and not message["params"]["turnId"]  # type: ignore[index, call-overload] # JSON
            for message in s.told[3 : s.end]
        ),
    }

    def complete(story: GoalStory) -> bool:
        for name in [name for name, holds in missing.items() if holds(story)]:
            del missing[name]
        return not missing

    quick = settings(database=None, max_examples=500, phases=[Phase.generate], deadline=None)
    with contextlib.suppress(Unsatisfiable):
        find(goal_stories(), complete, settings=quick)
    assert missing.keys() == set()


@bounded(30)
@given(queue_stories())
def test_each_submission_has_the_turn_of_its_message(story: QueueStory) -> None:
    for name, turn in story.turns.items():
        users = [item for item in turn.items if item["type"] == "userMessage"]
        assert [item["clientId"] for item in users if item["clientId"]] == [name]
        assert all(any(event is message for message in story.told) for event in turn.events)
