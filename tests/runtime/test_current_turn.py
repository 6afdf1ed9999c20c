"""Joining the turn that runs on a thread: the server's own, one of this client, or none."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.runtime.helpers import collect, deltas_of, first_delta, held, messages_of, until
from trio_codex import AsyncCodex, InvalidArgumentError, JsonRpcError
from trio_codex.testing.model_server import items as model_items
from trio_codex.types import TurnStatus

if TYPE_CHECKING:
    from tests.runtime.recording import Recording
    from trio_codex import AsyncThread, AsyncTurnHandle
    from trio_codex.testing import Gate, ModelServer


async def goal_turn(model: ModelServer, thread: AsyncThread) -> tuple[AsyncTurnHandle, Gate]:
    """Join the turn of a goal that has a finished message and a command behind it."""
    model.reply_items(
        model_items.message("On it.", phase="commentary"), model_items.command("true", call_id="c1")
    )
    gate = model.gate()
    model.reply_deltas(["all ", "is ", "done"], gate=gate, hold_after=1)
    await thread.goal("Finish.")
    await model.wait_for_request(2)
    turn = await thread.current_turn()
    assert turn is not None
    await thread.goal(status="paused")
    return turn, gate


@pytest.mark.requirement("turn/current")
async def test_a_turn_of_a_goal_is_joined_with_its_whole_result(
    model: ModelServer, codex: AsyncCodex, thread: AsyncThread
) -> None:
    turn, gate = await goal_turn(model, thread)
    assert turn.joined
    gate.open()
    events = await collect(turn.stream())
    result = await turn.run()
    assert result.status == TurnStatus.COMPLETED
    assert messages_of(result) == ["On it.", "all is done"]
    listed = [entry.item.id async for entry in thread.items(turn_id=turn.id)]  # type: ignore[union-attr]
    assert [item.id for item in result.items] == listed  # type: ignore[union-attr]
    completed = [e.params["item"]["id"] for e in events if e.method == "item/completed"]  # type: ignore[call-overload, index]
    assert completed == listed[-len(completed) :], "no event was made up for what came before"
    assert len(completed) < len(listed)
    assert held(codex) == {}


@pytest.mark.requirement("turn/current")
async def test_leaving_the_only_handle_of_a_joined_turn_interrupts_it(
    model: ModelServer, thread: AsyncThread
) -> None:
    turn, _ = await goal_turn(model, thread)
    async with turn:
        pass
    assert (await turn.run()).status == TurnStatus.INTERRUPTED


async def test_a_turn_of_this_client_is_joined_without_a_request(
    model: ModelServer, spied: AsyncCodex, wire: Recording
) -> None:
    gate = model.gate()
    model.reply_deltas(["one ", "two ", "three"], gate=gate, hold_after=1)
    thread = await spied.thread_start()
    turn = await thread.turn("Count.")
    await first_delta(turn)
    joined = await thread.current_turn()
    assert joined is not None and joined.joined and joined.id == turn.id
    async with joined:
        pass  # the first handle still follows the turn
    joined = await thread.current_turn()
    assert joined is not None
    gate.open()
    assert deltas_of(await collect(joined.stream())) == ["two ", "three"]
    assert await joined.run() == await turn.run()
    assert not wire.all_params("thread/resume") and not wire.all_params("turn/interrupt")


@pytest.mark.requirement("turn/current")
@pytest.mark.parametrize("ephemeral", [False, True])
async def test_an_idle_thread_has_no_current_turn(
    model: ModelServer, codex: AsyncCodex, ephemeral: bool
) -> None:
    thread = await codex.thread_start(ephemeral=ephemeral)
    assert await thread.current_turn() is None
    model.reply("Done.")
    await thread.run("Do it.")
    assert await thread.current_turn() is None
    assert held(codex) == {}


async def test_a_turn_that_cannot_be_joined_is_refused(
    model: ModelServer, codex: AsyncCodex
) -> None:
    model.reply_deltas(["one ", "two"], gate=model.gate(), hold_after=1)
    thread = await codex.thread_start(ephemeral=True)
    deltas = codex.notifications("item/agentMessage/delta")
    # Without a handle: nothing follows the turn.
    await codex.client.call(
        "turn/start", {"threadId": thread.id, "input": [{"type": "text", "text": "Count."}]}
    )
    await until(deltas, "item/agentMessage/delta")
    with pytest.raises(JsonRpcError, match="no rollout found"):
        await thread.current_turn()
    assert held(codex) == {"subscriptions": 1}


async def test_a_thread_that_was_left_has_no_current_turn(codex: AsyncCodex) -> None:
    async with codex.thread_start() as thread:
        pass
    with pytest.raises(InvalidArgumentError, match="was unloaded"):
        await thread.current_turn()
