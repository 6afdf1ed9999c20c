"""Queued input on the real runtime: its place, its turn, and leaving it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
import trio

from tests.runtime.helpers import first_delta, held, statuses
from trio_codex import AsyncCodex, Codex, InvalidArgumentError, InvalidRequestError
from trio_codex.testing import ModelServer, isolated_config
from trio_codex.types import TurnStatus

if TYPE_CHECKING:
    from pathlib import Path

    from trio_codex import AsyncThread, AsyncTurnHandle
    from trio_codex.testing import Gate


@pytest.fixture
async def busy(model: ModelServer, thread: AsyncThread) -> tuple[AsyncTurnHandle, Gate]:
    """Give a turn that runs until its gate opens."""
    gate = model.gate()
    model.reply("the first one", gate=gate, hold_after=1)
    turn = await thread.turn("Go.")
    await first_delta(turn)
    return turn, gate


async def queued(thread: AsyncThread) -> list[str]:
    reply: Any = await thread._client.call("thread/queue/list", {"threadId": thread.id})
    return [entry["input"][0]["text"] for entry in reply["data"]]


@pytest.mark.requirement("queue/turn")
async def test_queued_input_runs_after_the_running_turn(
    model: ModelServer,
    codex: AsyncCodex,
    thread: AsyncThread,
    busy: tuple[AsyncTurnHandle, Gate],
) -> None:
    running, gate = busy
    second = await thread.enqueue("Second.")
    third = await thread.enqueue("Third.", client_user_message_id="mine")
    assert third.client_user_message_id == "mine" and not third.started
    assert [await second.position(), await third.position()] == [0, 1]
    model.reply("two")
    model.reply("three")
    gate.open()
    turn = await third.turn()
    result = await turn.run()
    assert result.final_response == "three" and not turn.joined
    assert (await (await second.turn()).run()).final_response == "two"
    assert (await running.run()).final_response == "the first one"
    events = [event.method async for event in (await third.turn()).stream()]
    assert events == []  # `run` was first
    assert third.started and await third.position() is None
    assert await third.delete() is False
    assert held(codex) == {}


@pytest.mark.requirement("queue/order")
async def test_queued_input_is_changed_moved_and_deleted(
    codex: AsyncCodex, thread: AsyncThread, busy: tuple[AsyncTurnHandle, Gate]
) -> None:
    running, _ = busy
    entries = [await thread.enqueue(text) for text in ("a", "b", "c")]
    await entries[2].reorder(0)
    assert await queued(thread) == ["c", "a", "b"]
    await entries[2].reorder(2)
    await entries[0].update("A")
    assert await queued(thread) == ["A", "b", "c"]
    with pytest.raises(InvalidArgumentError, match="from 0 to 2, the end of the queue, not 3"):
        await entries[0].reorder(3)
    with pytest.raises(InvalidArgumentError, match="position must be an int from 0, not -1"):
        await entries[0].reorder(-1)
    assert await entries[1].delete() is True
    assert await queued(thread) == ["A", "c"]
    with pytest.raises(InvalidRequestError, match=r"not found: .*; the input was deleted"):
        await entries[1].update("B")
    with pytest.raises(InvalidRequestError, match=r"not found: .*; the input was deleted"):
        await entries[1].reorder(0)
    with pytest.raises(InvalidArgumentError, match="taken out of the queue before its turn"):
        await entries[1].turn()
    for entry in entries:
        await entry.__aexit__(None, None, None)
    assert await queued(thread) == []
    await running.__aexit__(None, None, None)
    assert held(codex) == {}


@pytest.mark.requirement("queue/leave")
async def test_leaving_queued_input_deletes_it_or_interrupts_its_turn(
    model: ModelServer,
    codex: AsyncCodex,
    thread: AsyncThread,
    busy: tuple[AsyncTurnHandle, Gate],
) -> None:
    running, gate = busy
    async with thread.enqueue("Never.") as entry:
        assert await queued(thread) == ["Never."]
    assert await queued(thread) == [] and running._state == "running"
    model.reply("a long story", gate=model.gate(), hold_after=1)
    async with thread.enqueue("Later.") as entry:
        gate.open()
        turn = await entry.turn()
        await first_delta(turn)
    assert (await statuses(thread))[turn.id] == "interrupted"
    assert held(codex) == {}


@pytest.mark.requirement("queue/stands")
async def test_a_queue_that_stands_is_started(
    model: ModelServer,
    codex: AsyncCodex,
    thread: AsyncThread,
    busy: tuple[AsyncTurnHandle, Gate],
) -> None:
    running, _ = busy
    entry = await thread.enqueue("Later.")
    with pytest.raises(InvalidRequestError, match="active"):
        await entry.start()
    await running.interrupt()
    assert (await running.run()).status == TurnStatus.INTERRUPTED
    with trio.move_on_after(0.2):
        await entry.turn()
    assert await entry.position() == 0  # it stands, and a cancelled wait has changed nothing
    model.reply("later")
    await entry.start()
    assert (await (await entry.turn()).run()).final_response == "later"
    model.reply("now")
    idle = await thread.enqueue("Now.")  # on an idle thread
    assert (await (await idle.turn()).run()).final_response == "now"
    assert held(codex) == {}


async def test_wrong_input_is_not_queued(codex: AsyncCodex, thread: AsyncThread) -> None:
    before = codex.statistics().requests_sent
    with pytest.raises(InvalidArgumentError, match="must not be empty"):
        await thread.enqueue([])
    with pytest.raises(InvalidArgumentError, match="must be a non-empty str, not ''"):
        await thread.enqueue("x", client_user_message_id="")
    assert codex.statistics().requests_sent == before
    assert held(codex) == {}


def test_blocking_queued_input_is_the_same(tmp_path: Path) -> None:
    with ModelServer().in_thread() as model, Codex(isolated_config(model, home=tmp_path)) as codex:
        thread = codex.thread_start()
        gate = model.gate()
        model.reply("one", gate=gate)
        model.reply("two")
        with thread.turn("Go.") as first, thread.enqueue("Then.") as entry:
            assert entry.position() == 0
            with pytest.raises(TimeoutError, match="has not started within"):
                entry.turn(timeout=0.2)
            gate.open()
            assert entry.turn(timeout=20).run().final_response == "two"
            assert first.run().final_response == "one"
        assert codex.statistics().threads_followed == 0
