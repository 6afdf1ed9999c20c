"""A thread is a scope: leaving its block ends its turns and unloads it from the runtime."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING

import attrs
import pytest
import trio
import trio.testing

from tests.runtime.helpers import first_delta, held
from trio_codex import (
    AppServerConfig,
    AsyncCodex,
    AsyncThread,
    InvalidArgumentError,
    ServerRequestHandlers,
    tool,
)
from trio_codex.testing.model_server import items as model_items
from trio_codex.testing.model_server.replies import Reply
from trio_codex.types import TurnStatus

if TYPE_CHECKING:
    from tests.runtime.recording import Recording
    from trio_codex.testing import Gate, ModelRequest, ModelServer


async def loaded(codex: AsyncCodex) -> list[str]:
    """Ask the runtime which threads it has loaded."""
    return (await codex.request("thread/loaded/list", {})).data


async def until_unloaded(codex: AsyncCodex, *left: str) -> None:
    """Ask the runtime until only these are loaded; the test is bounded."""
    while await loaded(codex) != list(left):
        await trio.testing.wait_all_tasks_blocked()


def hold(model: ModelServer) -> Gate:
    gate = model.gate()
    model.reply_deltas(["half ", "whole"], gate=gate, hold_after=1)
    return gate


async def test_leaving_a_started_thread_unloads_it(model: ModelServer, codex: AsyncCodex) -> None:
    model.reply("One.")
    async with codex.thread_start() as thread:
        assert await loaded(codex) == [thread.id]
        assert (await thread.run("Go.")).final_response == "One."
    assert await loaded(codex) == []
    assert repr(thread) == f"<AsyncThread {thread.id}, unloaded>"
    assert held(codex) == {}


async def test_a_thread_that_is_only_awaited_stays_loaded(codex: AsyncCodex) -> None:
    thread = await codex.thread_start()
    assert await loaded(codex) == [thread.id]
    async with thread as same:
        assert same is thread
    assert await loaded(codex) == []


async def test_leaving_interrupts_the_running_turn_and_the_history_has_it(
    model: ModelServer, codex: AsyncCodex
) -> None:
    hold(model)
    async with codex.thread_start() as thread:
        turn = await thread.turn("Go.")
        await first_delta(turn)
    assert (await turn.run()).status == TurnStatus.INTERRUPTED
    async with codex.thread_resume(thread.id) as again:
        assert [str(each.status) async for each in again.turns()] == ["interrupted"]


async def test_a_thread_that_was_left_is_resumed_immediately(
    model: ModelServer, codex: AsyncCodex
) -> None:
    model.reply("Again.", times=6)
    async with codex.thread_start() as thread:
        await thread.run("Go.")
    for _ in range(5):
        async with codex.thread_resume(thread.id) as resumed:
            assert (await resumed.run("On.")).final_response == "Again."
    assert await loaded(codex) == []


async def test_a_fork_is_a_scope_and_its_source_stays(
    model: ModelServer, codex: AsyncCodex
) -> None:
    model.reply("One.")
    source = await codex.thread_start()
    await source.run("Go.")
    async with codex.thread_fork(source.id) as fork:
        assert sorted(await loaded(codex)) == sorted([source.id, fork.id])
    assert await loaded(codex) == [source.id]


async def test_the_error_of_the_block_comes_out_plain(
    model: ModelServer, codex: AsyncCodex
) -> None:
    hold(model)
    with pytest.raises(KeyError, match="mine"):
        async with codex.thread_start() as thread:
            await first_delta(await thread.turn("Go."))
            raise KeyError("mine")
    assert await loaded(codex) == []


async def test_a_cancelled_block_unloads_its_thread(model: ModelServer, codex: AsyncCodex) -> None:
    hold(model)
    with trio.CancelScope() as scope:
        async with codex.thread_start() as thread:
            await first_delta(await thread.turn("Go."))
            scope.cancel()
            await trio.sleep_forever()
    assert scope.cancelled_caught
    assert await loaded(codex) == []


async def test_a_thread_entered_twice_is_unloaded_by_the_last_block(codex: AsyncCodex) -> None:
    async with codex.thread_start(ephemeral=False) as thread:
        await thread.set_name("kept")
        async with thread:
            pass
        assert await loaded(codex) == [thread.id]
        assert repr(thread) == f"<AsyncThread {thread.id}>"
    assert await loaded(codex) == []


async def test_closing_a_thread_is_idempotent_and_ends_its_use(
    model: ModelServer, codex: AsyncCodex
) -> None:
    thread = await codex.thread_start()
    await thread.aclose()
    before = codex.statistics().requests_sent
    await thread.aclose()
    for start in (
        thread.turn("Go."),
        thread.run("Go."),
        thread.review("Look."),
        thread.compact(),
        anext(thread.stream_text("Go.")),
    ):
        with pytest.raises(InvalidArgumentError, match=r"was unloaded.*thread_resume\('"):
            await start
    assert codex.statistics().requests_sent == before
    assert model.requests == []


async def test_handlers_and_tools_go_with_the_thread(codex: AsyncCodex) -> None:
    @tool
    async def now() -> str:
        """Say when."""
        return "now"

    table = codex.client._handler_table
    handlers = ServerRequestHandlers.decline_all()
    async with codex.thread_start(handlers=handlers, tools=[now]):
        assert table.threads == 1
    assert table.threads == 0


@pytest.mark.parametrize("steps", range(4))
async def test_a_cancelled_start_leaves_no_thread_loaded(codex: AsyncCodex, steps: int) -> None:
    with trio.CancelScope() as scope:
        async with trio.open_nursery() as nursery:
            nursery.start_soon(codex.thread_start)
            for _ in range(steps):
                await trio.lowlevel.checkpoint()
            scope.cancel()
    # The reply comes before that of a request that is sent later.
    witness = await codex.thread_start()
    await until_unloaded(codex, witness.id)


async def test_a_cancelled_resume_does_not_unload_what_another_object_uses(
    model: ModelServer, codex: AsyncCodex
) -> None:
    model.reply("One.", times=2)
    thread = await codex.thread_start()
    await thread.run("Go.")
    with trio.CancelScope() as scope:
        async with trio.open_nursery() as nursery:
            nursery.start_soon(codex.thread_resume, thread.id)
            await trio.testing.wait_all_tasks_blocked()
            scope.cancel()
    await codex.models()
    assert (await thread.run("Go on.")).final_response == "One."
    assert await loaded(codex) == [thread.id]


async def test_sub_agents_threads_are_unloaded_with_their_parent(
    model: ModelServer, codex: AsyncCodex
) -> None:
    parent: list[AsyncThread] = []

    def script(request: ModelRequest) -> Reply:
        if request.thread_id != parent[0].id:
            return Reply(items=(model_items.message("child"),))
        done = request.tool_outputs
        if "spawn" not in done:
            call = model_items.tool_call(
                "spawn_agent", {"message": "a part"}, namespace="multi_agent_v1", call_id="spawn"
            )
            return Reply(items=(call,))
        return Reply(items=(model_items.message("parent"),))

    model.on_request(script)
    async with codex.thread_start() as thread:
        parent.append(thread)
        await thread.run("Go.")
        assert len(await loaded(codex)) == 2
    assert await loaded(codex) == []


@pytest.mark.parametrize("gone", ["thread_archive", "thread_delete"])
async def test_a_thread_that_is_gone_is_left_without_waiting(
    model: ModelServer, codex: AsyncCodex, gone: str, caplog: pytest.LogCaptureFixture
) -> None:
    model.reply("One.")
    async with codex.thread_start() as thread:
        await thread.run("Go.")
        await getattr(codex, gone)(thread.id)
    assert await loaded(codex) == []
    assert [record for record in caplog.records if "not unloaded" in record.message] == []


async def test_leaving_ends_the_turns_that_a_goal_starts(
    model: ModelServer, codex: AsyncCodex
) -> None:
    gate = model.gate()
    model.reply("One.")
    model.reply_deltas(["half ", "whole"], gate=gate, hold_after=1)
    async with codex.thread_start() as thread:
        await thread.run("Go.")
        await thread.goal("Be done.")
        # The runtime starts this turn by itself, and no handle of this client knows it.
        await gate.reached()
    assert await loaded(codex) == []
    await model.requests[1].disconnected.wait()


async def test_a_longer_delay_of_the_caller_wins_and_is_not_waited_for(
    model: ModelServer, config: AppServerConfig, caplog: pytest.LogCaptureFixture
) -> None:
    slow = attrs.evolve(config, config_overrides=("thread_unload_delay_secs=600",))
    async with AsyncCodex(slow) as codex:
        with trio.fail_after(slow.interrupt_timeout):
            async with codex.thread_start() as thread:
                pass
        assert await loaded(codex) == [thread.id]
    assert [record for record in caplog.records if "unloaded" in record.message] == []


async def test_leaving_asks_the_runtime_as_little_as_it_needs(
    spied: AsyncCodex, wire: Recording
) -> None:
    before = spied.statistics().requests_sent
    async with spied.thread_start() as thread:
        pass
    assert spied.statistics().requests_sent == before + 3
    assert wire.params("turn/interrupt") == {"threadId": thread.id, "turnId": ""}
    assert wire.params("thread/unsubscribe") == {"threadId": thread.id}


async def test_a_thread_left_after_its_client_has_closed_is_nobodys_business(
    codex: AsyncCodex, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.WARNING)
    async with codex.thread_start() as thread:
        await codex.aclose()
    await thread.aclose()
    assert caplog.records == []
