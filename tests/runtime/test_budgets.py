"""Budgets: what turns cost on the real runtime, by the model server's count, and their end."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
import trio

from tests.runtime.helpers import held, statuses
from trio_codex import AsyncCodex, BudgetExceededError, InvalidArgumentError, budget
from trio_codex.testing import ModelRequest, TokenUsage
from trio_codex.testing.model_server import items as model_items
from trio_codex.testing.model_server.replies import Reply

if TYPE_CHECKING:
    from trio_codex import AppServerConfig, AsyncThread, AsyncTurnHandle
    from trio_codex.testing import Gate, ModelServer

USED = TokenUsage(input_tokens=10, output_tokens=5)


def work(model: ModelServer, requests: int) -> Gate:
    """Queue a turn that is told "Go.", and waits at a gate after so many requests.

    It may be interrupted before it comes to the gate, and no other turn must get there instead.
    """
    gate = model.gate()
    for _ in range(requests):
        model.reply_items(model_items.command("true"), usage=USED)
    model.reply_deltas(["half", "whole"], gate=gate, hold_after=1, when=_is_told_to_go)
    return gate


def _is_told_to_go(request: ModelRequest) -> bool:
    return request.last_user_text == "Go."


def billed(model: ModelServer) -> int:
    return sum(used.input_tokens + used.output_tokens for used in model.usage_reported)


@pytest.mark.requirement("budget/passed")
async def test_a_turn_past_its_tokens_is_interrupted_after_one_request(
    model: ModelServer, codex: AsyncCodex, thread: AsyncThread
) -> None:
    work(model, 3)
    with (
        pytest.raises(BudgetExceededError, match="budget of 40 tokens was passed: 45") as caught,
        budget(tokens=40) as spending,
    ):
        await thread.run("Go.")
    assert (caught.value.unit, caught.value.limit, caught.value.excess) == ("tokens", 40, 5)
    assert caught.value.spent.tokens == 45
    assert spending.spent.tokens == billed(model) == 45
    assert spending.spent.requests == len(model.usage_reported) == 3
    assert list((await statuses(thread)).values()) == ["interrupted"]
    assert held(codex) == {}
    # The thread is as usable as before.
    model.reply("Next.", usage=USED)
    with budget(tokens=15, requests=1) as spending:
        assert (await thread.run("Again.")).final_response == "Next."
    assert (spending.spent.tokens, spending.spent.requests) == (15, 1)


@pytest.mark.requirement("budget/passed")
async def test_requests_are_a_limit_over_turns_and_threads(
    model: ModelServer, codex: AsyncCodex, thread: AsyncThread
) -> None:
    model.reply("One.", usage=USED)
    model.reply("Two.", usage=USED)
    work(model, 1)
    other = await codex.thread_start()
    with budget(requests=2) as spending:
        await thread.run("One?")
        await other.run("Two?")
        assert spending.spent.requests == 2
        async with thread.turn("Go.") as turn:
            with pytest.raises(BudgetExceededError, match="budget of 2 requests"):
                async for _ in turn.stream():
                    pass
            assert (await turn.run()).status == "interrupted"
        sent = codex.statistics().requests_sent
        with pytest.raises(BudgetExceededError, match="budget of 2 requests"):
            await other.turn("Go on.")
        assert codex.statistics().requests_sent == sent
    assert spending.spent.requests == len(model.usage_reported) == 3


@pytest.mark.requirement("budget/time")
async def test_the_time_of_running_turns_is_a_limit(
    model: ModelServer, codex: AsyncCodex, thread: AsyncThread
) -> None:
    gate = work(model, 0)
    with budget(seconds=0.3) as spending:
        await trio.sleep(0.4)  # No turn runs, so nothing is spent.
        assert spending.spent.seconds == 0
        with pytest.raises(BudgetExceededError, match=r"budget of 0\.3 seconds"):
            await thread.run("Go.")
    await gate.reached()
    assert spending.spent.seconds > 0.3
    assert held(codex) == {}
    assert codex.statistics().tasks == 4


@pytest.mark.requirement("budget/nested")
async def test_the_innermost_budget_that_is_passed_raises(
    model: ModelServer, thread: AsyncThread
) -> None:
    work(model, 2)
    with budget(tokens=1000) as outer:
        with (
            pytest.raises(BudgetExceededError, match="budget of 1 requests"),
            budget(tokens=1000),
            budget(requests=1) as inner,
        ):
            await thread.run("Go.")
        assert inner.spent.requests == outer.spent.requests == 2
    assert repr(outer) == "<Budget tokens=1000, not passed>"
    assert outer.spent.tokens == billed(model)


@pytest.mark.requirement("budget/nested")
async def test_an_outer_budget_that_is_passed_ends_the_turns_of_inner_ones(
    model: ModelServer, thread: AsyncThread
) -> None:
    work(model, 1)
    with (
        pytest.raises(BudgetExceededError, match="10 tokens"),
        budget(tokens=10),
        budget(tokens=1000) as inner,
    ):
        await thread.run("Go.")
    assert inner.spent.tokens == billed(model) == 15


@pytest.mark.requirement("budget/tasks")
async def test_a_turn_that_a_task_of_the_block_started_belongs_to_it(
    model: ModelServer, codex: AsyncCodex, thread: AsyncThread
) -> None:
    work(model, 1)
    other = await codex.thread_start()
    turns: list[AsyncTurnHandle] = []

    async def start() -> None:
        turns.append(await thread.turn("Go."))

    # Nothing in the block consumes the turn, so the end of the block raises.
    with (
        pytest.raises(BudgetExceededError, match="budget of 1 tokens"),
        budget(tokens=1) as spending,
    ):
        async with trio.open_nursery() as nursery:
            nursery.start_soon(start)
            nursery.start_soon(trio.lowlevel.checkpoint)
        await turns[0]._channel.wait_over()
    with pytest.raises(BudgetExceededError, match="budget of 1 tokens"):
        await turns[0].run()
    # Outside of the block no budget applies.
    model.reply("Free.", usage=USED)
    assert (await other.run("Free?")).final_response == "Free."
    assert spending.spent.requests == 1


@pytest.mark.requirement("budget/agents")
async def test_the_tokens_of_sub_agents_count_and_the_agents_end_too(
    model: ModelServer, codex: AsyncCodex, thread: AsyncThread
) -> None:
    gate = model.gate()

    def reply(request: ModelRequest) -> Reply | None:
        if request.tool_outputs:
            return None
        if request.subagent is None:
            return Reply(items=(model_items.spawn_agent("Look around."),), usage=USED)
        return Reply(items=(model_items.command("true"),), usage=TokenUsage(input_tokens=1000))

    model.on_request(reply)
    for _ in range(2):
        model.reply_deltas(["half", "whole"], gate=gate, hold_after=1)
    with pytest.raises(BudgetExceededError, match="budget of 500 tokens"), budget(tokens=500) as b:
        await thread.run("Go.")
    assert b.spent.tokens == billed(model) > 1000
    assert b.spent.requests == len(model.usage_reported)
    assert set((await statuses(thread)).values()) == {"interrupted"}
    assert held(codex) == {}


@pytest.mark.requirement("budget/joined")
async def test_a_turn_that_two_handles_follow_is_charged_once(
    model: ModelServer, thread: AsyncThread
) -> None:
    gate = model.gate()
    model.reply_deltas(["half", "whole"], gate=gate, hold_after=1, usage=USED)
    model.reply("Both.", usage=USED)
    with budget(tokens=1000) as spending:
        async with thread.turn("Go.") as first, thread.turn("And this.") as second:
            assert second.joined
            gate.open()
            result = await first.run()
            assert result.tokens == (await second.run()).tokens
    assert result.tokens is not None
    assert spending.spent.tokens == result.tokens.total_tokens == 15


@pytest.mark.requirement("budget/refused")
@pytest.mark.parametrize(
    ("limits", "message"),
    [
        ({}, "a budget needs a limit: tokens, requests or seconds"),
        ({"tokens": 0}, "tokens must be a positive int, not 0"),
        ({"tokens": 1.5}, r"tokens must be a positive int, not 1\.5"),
        ({"requests": -1}, "requests must be a positive int, not -1"),
        ({"requests": True}, "requests must be a positive int, not True"),
        ({"seconds": 0}, "seconds must be a positive number of seconds or None, not 0"),
        ({"seconds": float("nan")}, "seconds must be a positive number"),
    ],
)
def test_a_budget_without_a_limit_is_refused(limits: dict[str, float], message: str) -> None:
    with pytest.raises(InvalidArgumentError, match=message):
        budget(**limits)  # type: ignore[arg-type]


@pytest.mark.requirement("budget/refused")
def test_a_budget_can_be_entered_only_once() -> None:
    with (
        budget(tokens=1) as spending,
        pytest.raises(InvalidArgumentError, match="this budget was entered before"),
    ):
        spending.__enter__()
    assert repr(spending) == "<Budget tokens=1, not passed>"


@pytest.mark.requirement("budget/clients")
async def test_one_budget_may_span_clients(
    model: ModelServer, config: AppServerConfig, tmp_path_factory: pytest.TempPathFactory
) -> None:
    from trio_codex.testing import isolated_config

    others = isolated_config(model, home=tmp_path_factory.mktemp("other"))
    async with AsyncCodex(config) as one, AsyncCodex(others) as two:
        model.reply("One.", usage=USED)
        work(model, 1)
        with pytest.raises(BudgetExceededError, match="20 tokens"), budget(tokens=20) as spending:
            await (await one.thread_start()).run("Go.")
            await (await two.thread_start()).run("Go.")
    assert spending.spent.tokens == 30


@pytest.mark.requirement("budget/passed")
async def test_a_goal_past_its_budget_is_interrupted_and_paused(
    model: ModelServer, codex: AsyncCodex, thread: AsyncThread
) -> None:
    model.on_request(lambda request: Reply(items=(model_items.message("More."),), usage=USED))
    with pytest.raises(BudgetExceededError, match="40 tokens"), budget(tokens=40) as spending:
        async with thread.pursue("Work on.") as goal:
            await goal.run()
    assert spending.spent.tokens >= 45
    stored = await codex.client.call("thread/goal/get", {"threadId": thread.id})
    assert stored["goal"]["status"] == "paused"  # type: ignore[index,call-overload]
    assert held(codex) == {}
