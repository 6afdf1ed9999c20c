"""Goals, queues, reviews, sub-agents and commands of the fake app-server."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
import trio

from tests.testing.test_model_server_plays import GOALS, step_of
from trio_codex import AsyncCodex, InvalidRequestError, Notification
from trio_codex.testing import FakeAppServer, model_items

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Callable

    from trio_codex.testing import FakeRequest, GoalEnd


@pytest.fixture
def fake() -> FakeAppServer:
    return FakeAppServer()


@pytest.fixture
async def codex(fake: FakeAppServer) -> AsyncIterator[AsyncCodex]:
    async with AsyncCodex(transport=fake.transport) as client:
        yield client


async def ask(codex: AsyncCodex, method: str, params: Any) -> Any:
    return await codex.request(method, params)


async def told(codex: AsyncCodex, fake: FakeAppServer, play: Callable[[], object]) -> list[Any]:
    """Gives the notifications of what a function plays, as JSON."""
    events: list[Notification] = []
    with codex.notifications() as stream:
        play()
        fake.notify("the end")
        async for event in stream:
            if str(event.method) == "the end":
                break
            events.append(event)
    return [{"method": str(event.method), "params": event.params} for event in events]


@pytest.mark.requirement("testing/work")
@pytest.mark.parametrize("ends", GOALS)
async def test_a_goal_goes_as_with_the_runtime(
    fake: FakeAppServer, codex: AsyncCodex, ends: GoalEnd
) -> None:
    goal = {"threadId": "t", "objective": "count", "status": "active", "tokenBudget": 150}
    await ask(codex, "thread/goal/set", goal)
    status, messages, steps = GOALS[ends]
    events = await told(codex, fake, lambda: fake.work.goal("t", *messages, ends=ends))
    assert [step for event in events if (step := step_of(event))] == steps
    now = (await ask(codex, "thread/goal/get", {"threadId": "t"})).goal
    assert now is not None
    assert (now.status, now.objective, now.token_budget) == (status, "count", 150)
    assert now.tokens_used == 100 * len(messages)


async def test_a_goal_is_refused_before_anything_is_played(fake: FakeAppServer) -> None:
    with pytest.raises(ValueError, match="needs the message of its last turn"):
        fake.work.goal("t")
    assert fake.turns == []


async def test_a_cleared_goal_is_gone(fake: FakeAppServer, codex: AsyncCodex) -> None:
    with pytest.raises(InvalidRequestError, match="no goal exists"):
        await ask(codex, "thread/goal/set", {"threadId": "t", "status": "paused"})
    await ask(codex, "thread/goal/set", {"threadId": "t", "objective": "count"})
    for cleared in (True, False):
        reply = await ask(codex, "thread/goal/clear", {"threadId": "t"})
        assert reply.cleared is cleared
    assert (await ask(codex, "thread/goal/get", {"threadId": "t"})).goal is None


async def test_queued_submissions_start_in_their_order(
    fake: FakeAppServer, codex: AsyncCodex
) -> None:
    added = [await add(codex, name) for name in ("a", "b", "c")]
    order = {"threadId": "t", "queuedSubmissionIds": [added[2], added[0], added[1]]}
    await ask(codex, "thread/queue/reorder", order)
    one = {"threadId": "t", "queuedSubmissionId": added[0]}
    await ask(codex, "thread/queue/update", {**one, "input": text("better")})
    last = {"threadId": "t", "queuedSubmissionId": added[1]}
    for deleted in (True, False):
        assert (await ask(codex, "thread/queue/delete", last)).deleted is deleted
    items = [await started(codex, fake) for _ in range(2)]
    assert [(item["clientId"], item["content"][0]["text"]) for item in items] == [
        ("c", "say c"),
        ("a", "better"),
    ]
    with pytest.raises(InvalidRequestError, match="queued submission not found: none"):
        await ask(
            codex,
            "thread/queue/update",
            {"threadId": "t", "queuedSubmissionId": "none", "input": []},
        )
    with pytest.raises(InvalidRequestError, match="must include every queued submission"):
        await ask(codex, "thread/queue/reorder", order)
    with pytest.raises(InvalidRequestError, match="queue is empty"):
        await ask(codex, "thread/queue/start", {"threadId": "t"})


def text(words: str) -> list[Any]:
    return [{"type": "text", "text": words, "text_elements": []}]


async def add(codex: AsyncCodex, name: str) -> str:
    submission = {"threadId": "t", "input": text(f"say {name}"), "clientUserMessageId": name}
    return str((await ask(codex, "thread/queue/add", submission)).queued_submission.id)


async def started(codex: AsyncCodex, fake: FakeAppServer) -> Any:
    """Runs the next queued turn and gives its first item."""
    events = await told(codex, fake, lambda: fake.work.start_queued("t").completed())
    return next(e["params"]["item"] for e in events if e["method"] == "item/started")


async def test_the_queue_is_started_by_a_request_when_no_turn_runs(
    fake: FakeAppServer, codex: AsyncCodex
) -> None:
    first, second = [await add(codex, name) for name in ("a", "b")]
    start = {"threadId": "t", "queuedSubmissionId": second}
    turn = (await ask(codex, "thread/queue/start", start)).turn
    assert (fake.turns[-1].id, fake.turns[-1].running) == (turn.id, True)
    with pytest.raises(InvalidRequestError, match="already has an active or pending turn"):
        await ask(codex, "thread/queue/start", {"threadId": "t"})
    left = (await ask(codex, "thread/queue/list", {"threadId": "t"})).data
    assert [queued.id for queued in left] == [first]


async def test_findings_are_sent_as_json_and_as_the_text_of_the_runtime(
    fake: FakeAppServer, codex: AsyncCodex
) -> None:
    found = [model_items.finding("Mind the gap", "/a.py", (3, 5), body="It is\ndeep.")]
    turn = fake.turn("t")
    events = await told(codex, fake, lambda: turn.findings(*found, explanation="One."))
    raw, _, left = (event["params"]["item"] for event in events[:3])
    assert '"title": "[P1] Mind the gap"' in raw["content"][0]["text"]
    assert left["review"] == (
        "One.\n\nReview comment:\n\n- [P1] Mind the gap — /a.py:3-5\n  It is\n  deep."
    )


async def test_an_agent_runs_for_the_turn_that_has_started_it(
    fake: FakeAppServer, codex: AsyncCodex
) -> None:
    parent = fake.turn("t")
    events = await told(codex, fake, lambda: fake.work.agent(parent.started(), "child"))
    call = next(e["params"]["item"] for e in events if e["method"] == "item/completed")
    assert (call["tool"], call["receiverThreadIds"]) == ("spawnAgent", ["child"])
    _, start = (e["params"] for e in events if e["method"] == "turn/started")
    assert (start["threadId"], start["turn"]["rootTurnId"]) == ("child", parent.id)


@pytest.mark.parametrize("streams", [True, False])
async def test_a_command_ends_when_the_test_ends_it(
    fake: FakeAppServer, codex: AsyncCodex, streams: bool
) -> None:
    def run(request: FakeRequest) -> None:
        fake.work.command(request, "out", "err", exit_code=3)

    fake.answer("command/exec", run)
    params = {"command": ["x"], "processId": "p", "streamStdoutStderr": streams}
    with codex.notifications("command/exec/outputDelta") as stream:
        done = await ask(codex, "command/exec", params)
        deltas: list[Any] = [(await anext(stream)).params for _ in range(2 * streams)]
    assert done.exit_code == 3
    if streams:
        assert (done.stdout, done.stderr) == ("", "")
        assert [delta["deltaBase64"] for delta in deltas] == ["b3V0", "ZXJy"]
    else:
        assert (done.stdout, done.stderr) == ("out", "err")


async def test_a_terminated_command_has_exit_code_137(
    fake: FakeAppServer, codex: AsyncCodex
) -> None:
    gone = {"processId": "p"}
    with pytest.raises(InvalidRequestError, match='no active command/exec for process id "p"'):
        await ask(codex, "command/exec/terminate", gone)
    async with trio.open_nursery() as nursery:
        codes: list[int] = []

        @nursery.start_soon
        async def run() -> None:
            params = {"command": ["x"], "processId": "p"}
            codes.append((await ask(codex, "command/exec", params)).exit_code)

        await fake.expect("command/exec")
        await ask(codex, "command/exec/resize", {**gone, "size": {"rows": 1, "cols": 2}})
        await ask(codex, "command/exec/terminate", gone)
    assert codes == [137]
