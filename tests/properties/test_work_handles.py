"""The handles of goals, queues and commands follow every story to its end, and lose nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import attrs
import pytest
import trio
import trio.testing
from hypothesis import given
from hypothesis import strategies as st

from tests.properties.examples import bounded
from trio_codex import AsyncCodex, TurnFailedError
from trio_codex.testing import FakeAppServer
from trio_codex.testing.strategies import (
    CommandStory,
    GoalStory,
    QueueStory,
    command_stories,
    goal_stories,
    queue_stories,
)
from trio_codex.types import JsonValue, Notification

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from trio_codex import AsyncGoalHandle, GoalResult, TurnResult
    from trio_codex.testing import FakeRequest
    from trio_codex.types import AsyncCommandOutput

SECONDS = 30.0


@attrs.define
class Followed:
    """What a handle has given of a goal."""

    goal: AsyncGoalHandle | None = None
    events: list[Notification] = attrs.Factory(list)
    result: GoalResult | None = None


async def bounded_in_time(main: Callable[[], Awaitable[None]]) -> None:
    with trio.fail_after(SECONDS):
        await main()


async def goal_told(
    fake: FakeAppServer, story: GoalStory, request: FakeRequest, seen: Followed
) -> None:
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
        async with AsyncCodex(transport=fake.transport) as codex, trio.open_nursery() as nursery:

            @nursery.start_soon
            async def follow() -> None:
                thread = await codex.thread_resume(story.thread_id)
                async with thread.pursue("count") as goal:
                    seen.goal = goal
                    seen.events = [event async for event in goal.stream()]
                    seen.result = goal.result()

            await goal_told(fake, story, await fake.expect("thread/goal/set"), seen)
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

    trio.run(bounded_in_time, main)


async def queue_told(fake: FakeAppServer, story: QueueStory) -> None:
    """Tells a story; the server's list has the submissions whose turns have not started."""
    asked: dict[str, FakeRequest] = {}
    waiting = {turn.turn_id: name for name, turn in story.turns.items()}

    def entry(name: str) -> JsonValue:
        return {"id": f"id of {name}", "input": [], "clientUserMessageId": name}

    fake.answer("thread/queue/add", lambda r: asked.update({r.params["clientUserMessageId"]: r}))
    fake.answer(
        "thread/queue/list",
        lambda request: request.reply({"data": [entry(name) for name in waiting.values()]}),
    )
    await fake.wait_until(lambda: len(asked) == len(story.turns))
    for number, message in enumerate([*story.told, None]):
        for name in [name for name, early in story.early.items() if early == number]:
            asked[name].reply({"queuedSubmission": entry(name)})
        if message is not None:
            if message["method"] == "turn/started":
                waiting.pop(_turn_of(message["params"]), None)  # type: ignore[arg-type] # JSON
            fake.send(message)


@pytest.mark.requirement("queue/turn", "testing/conversations")
@bounded(60)
@given(queue_stories())
def test_queued_input_is_bound_to_exactly_its_turn(story: QueueStory) -> None:
    results: dict[str, TurnResult] = {}

    async def main() -> None:
        fake = FakeAppServer()
        async with AsyncCodex(transport=fake.transport) as codex, trio.open_nursery() as nursery:
            thread = await codex.thread_resume(story.thread_id)

            async def follow(name: str) -> None:
                async with thread.enqueue("x", client_user_message_id=name) as queued:
                    turn = await queued.turn()
                    try:
                        results[name] = await turn.run()
                    except TurnFailedError as error:
                        results[name] = error.result

            for name in story.turns:
                nursery.start_soon(follow, name)
            await queue_told(fake, story)
        assert not {"thread/queue/delete", "turn/interrupt"} & {*fake.methods}

    trio.run(bounded_in_time, main)
    for name, turn in story.turns.items():
        result = results[name]
        assert (result.id, result.status) == (turn.turn_id, turn.status)
        ids = [getattr(item, "id", None) for item in result.items]
        assert ids == [item["id"] for item in turn.items]
        assert result.final_response == turn.final_response


async def _read(stream: AsyncCommandOutput, most: int) -> bytes:
    pieces = []
    while piece := await stream.receive_some(most):
        assert len(piece) <= most
        pieces.append(piece)
    return b"".join(pieces)


@pytest.mark.requirement("testing/conversations")
@bounded(60)
@given(command_stories(), st.integers(1, 64))
def test_a_command_gives_every_byte_in_order_and_its_exit_code(
    story: CommandStory, most: int
) -> None:
    asked: list[FakeRequest] = []

    async def main() -> None:
        fake = FakeAppServer()
        fake.answer("command/exec", asked.append)
        fake.answer("command/exec/write", lambda request: request.reply({}))
        async with (
            AsyncCodex(transport=fake.transport) as codex,
            codex.command(["count"]) as command,
        ):
            for message in story.told(asked[0].params["processId"]):
                fake.send(message)
            fake.work.command(asked[0], exit_code=story.exit_code)
            assert await _read(command.stdout, most) == story.output("stdout")
            assert await _read(command.stderr, most) == story.output("stderr")
            assert await command.wait() == story.exit_code
        assert "command/exec/terminate" not in fake.methods

    trio.run(bounded_in_time, main)
