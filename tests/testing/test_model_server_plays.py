"""What the real runtime makes of the model server's goals, plans, reviews and sub-agents."""

from __future__ import annotations

import subprocess
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
import trio

from tests.testing._driver import driven
from trio_codex.testing import ModelServer, isolated_config, model_items

if TYPE_CHECKING:
    from tests.testing._driver import Driver
    from trio_codex import AppServerConfig
    from trio_codex.testing import Gate, GoalEnd


TURN = ["turn/started", "one", "turn/completed"]
# How a goal ends: its last status, the messages, and what then happens in order.
GOALS: dict[GoalEnd, tuple[str, list[str], list[str]]] = {
    **{
        end: (end, ["one", "done"], [*TURN, "turn/started", end, "done", "turn/completed"])
        for end in ("complete", "blocked", "paused")
    },
    "budget": (
        "budgetLimited",
        ["one", "dear"],
        [*TURN, "turn/started", "dear", "budgetLimited", "turn/completed"],
    ),
    "quota": (
        "usageLimited",
        ["one"],
        [*TURN, "turn/started", "usageLimited", "usageLimitExceeded", "turn/failed"],
    ),
    "refused": ("blocked", ["one"], [*TURN, "turn/started", "blocked", "other", "turn/failed"]),
}


def step_of(message: dict[str, Any]) -> str | None:
    """What a notification says about a goal; a status counts when it is not active."""
    method, params = message.get("method"), message.get("params") or {}
    if method == "thread/goal/updated":
        return str(params["goal"]["status"]).replace("active", "") or None
    if method == "error":
        return str(params["error"]["codexErrorInfo"])
    if method == "item/completed" and params["item"]["type"] == "agentMessage":
        return str(params["item"]["text"])
    if method == "turn/completed" and params["turn"]["status"] == "failed":
        return "turn/failed"
    return method if method in ("turn/started", "turn/completed") else None


async def pursued(config: AppServerConfig, status: str) -> list[str]:
    """Gives the steps of a goal until the turn has ended in which it got its last status."""
    async with driven(config) as codex:
        goal = {"threadId": await codex.start_thread(), "objective": "count", "status": "active"}
        await codex.call("thread/goal/set", {**goal, "tokenBudget": 100_000})
        last = await codex.wait(lambda message: step_of(message) == status)
        await codex.end_of_turn(last["params"]["turnId"])
        return [step for message in codex.log if (step := step_of(message))]


@pytest.mark.requirement("testing/work")
@pytest.mark.parametrize("ends", GOALS)
async def test_a_goal_is_played_to_its_end(
    model: ModelServer, config: AppServerConfig, ends: GoalEnd
) -> None:
    status, messages, steps = GOALS[ends]
    model.play_goal(*messages, ends=ends)
    assert await pursued(config, status) == steps
    assert model.queued == 0


async def test_a_gate_holds_the_last_message_of_a_goal(
    model: ModelServer, config: AppServerConfig
) -> None:
    gate = model.gate()
    model.play_goal("done", gate=gate)
    async with trio.open_nursery() as nursery:
        nursery.start_soon(_opened, gate)
        steps = await pursued(config, "complete")
    assert steps == ["turn/started", "complete", "done", "turn/completed"]


async def _opened(gate: Gate) -> None:
    with trio.fail_after(30):
        await gate.reached()
    gate.open()


def test_a_goal_needs_a_message_and_a_known_end(model_script: ModelServer) -> None:
    with pytest.raises(ValueError, match="a goal that ends as complete needs the message"):
        model_script.play_goal()
    with pytest.raises(ValueError, match=r"a goal ends as one of complete, .*, not 'done'"):
        model_script.play_goal("one", ends="done")  # type: ignore[arg-type] # what is tested
    assert model_script.queued == 0


@pytest.fixture
def model_script() -> ModelServer:
    return ModelServer()


async def test_a_plan_is_an_item_with_deltas_in_plan_mode(
    model: ModelServer, config: AppServerConfig
) -> None:
    model.reply_plan("# Title\n- one\n- two", before="Like this.", after="Fine?")
    mode = {"mode": "plan", "settings": {"model": "mock-model"}}
    async with driven(config) as codex:
        turn = await codex.start_turn(await codex.start_thread(), "plan", collaborationMode=mode)
        await codex.end_of_turn(turn)
    texts = {item["type"]: item.get("text") for item in codex.items(turn)}
    assert texts["plan"] == "# Title\n- one\n- two\n"
    assert texts["agentMessage"] == "Like this.\nFine?"
    assert "".join(e["delta"] for e in codex.events("item/plan/delta")) == texts["plan"]


async def test_findings_are_shown_as_the_text_of_a_review(
    model: ModelServer, config: AppServerConfig
) -> None:
    file = _changed_file(config)
    one = model_items.finding("Mind the gap", file, (3, 5), body="It is deep.")
    two = model_items.finding("Close", file, (7, 7), priority=3)
    model.reply_findings(one, two, explanation="Two of them.")
    async with driven(config) as codex:
        review = {"threadId": await codex.start_thread(), "target": {"type": "uncommittedChanges"}}
        turn = (await codex.call("review/start", review))["turn"]["id"]
        await codex.end_of_turn(turn)
    (text,) = (item["review"] for item in codex.items(turn) if item["type"] == "exitedReviewMode")
    assert text.startswith("Two of them.")
    assert f"[P1] Mind the gap — {file}:3-5\n  It is deep." in text
    assert f"[P3] Close — {file}:7-7" in text
    assert model.requests[0].subagent == "review"


def _changed_file(config: AppServerConfig) -> Path:
    """Makes the working directory a repository with one new file."""
    assert config.cwd is not None
    subprocess.run(["git", "init", "-q", config.cwd], check=True)
    file = Path(config.cwd, "a.py")
    file.write_text("x = 1\n" * 9)
    return file


@pytest.mark.parametrize("wait", [True, False])
async def test_agents_are_started_answer_and_are_waited_for(
    model: ModelServer, config: AppServerConfig, wait: bool
) -> None:
    gate = model.gate()
    model.play_agents({"the left": "left done", "the right": "right done"}, wait=wait, gate=gate)
    async with driven(config) as codex:
        turn = await codex.start_turn(await codex.start_thread(), "go")
        if not wait:
            await codex.end_of_turn(turn)
        gate.open()
        for child in {e["threadId"]: e for e in await _children(codex, turn)}.values():
            await codex.end_of_turn(child["turn"]["id"])
        await codex.end_of_turn(turn)
    by_turn = {e["turnId"]: e["item"]["text"] for e in _messages(codex)}
    assert sorted(by_turn.values()) == ["All agents are done.", "left done", "right done"]
    assert by_turn[turn] == "All agents are done."
    tools = [item["tool"] for item in codex.items(turn) if item["type"] == "collabAgentToolCall"]
    assert tools == ["spawnAgent"] * 2 + ["wait"] * 2 * wait
    assert {request.subagent for request in model.requests} == {None, "collab_spawn"}


async def test_an_agent_that_the_runtime_does_not_start_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(LookupError, match="has not started the agent: 'unsupported call"):
        async with ModelServer() as model:
            model.play_agents({"the left": "left done"})
            config = isolated_config(model, home=tmp_path, features={"multi_agent": False})
            async with driven(config) as codex:
                turn = await codex.run(await codex.start_thread(), "go")
                assert turn["status"] == "failed"


async def _children(codex: Driver, root: str) -> list[Any]:
    """Waits for two turns of agents and gives their starts."""

    def started() -> list[Any]:
        turns = codex.events("turn/started")
        return [e for e in turns if e["turn"]["rootTurnId"] == root != e["turn"]["id"]]

    await codex.wait(lambda _: len(started()) == 2)
    return started()


def _messages(codex: Driver) -> list[Any]:
    return [e for e in codex.events("item/completed") if e["item"]["type"] == "agentMessage"]


async def test_a_queued_callback_gives_one_reply(tmp_path: Path) -> None:
    async with ModelServer(default="else") as model:
        model.queue(lambda request: "about cats" if "cats" in request.last_user_text else None)
        async with driven(isolated_config(model, home=tmp_path)) as codex:
            thread = await codex.start_thread()
            turns = [await codex.run(thread, text) for text in ("dogs", "cats", "cats")]
            assert model.queued == 0
    assert [turn["items"][0]["text"] for turn in turns] == ["else", "about cats", "else"]
