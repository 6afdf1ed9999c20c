"""The sub-agents of a turn end with the turn's scope, whenever and wherever they start."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
import trio
import trio.testing

from tests.session.scripted import opened, settle
from tests.session.sub_agents import NOTHING, held, interrupted_in_order, spawn, started
from trio_codex import AsyncTurnHandle
from trio_codex.protocol import TokenUsageBreakdown
from trio_codex.types import SubAgent, TurnStatus

if TYPE_CHECKING:
    from trio_codex.testing import FakeAppServer, FakeRequest


async def test_leaving_the_block_interrupts_the_parent_and_then_every_agent(
    fake: FakeAppServer,
) -> None:
    async with opened(fake) as codex:
        turn, root = await started(codex, fake)
        async with turn:
            child = spawn(fake, root, "child")
            nested = spawn(fake, child, "nested")
            await settle()
            assert codex.statistics().agents == 2
        assert [root.status, child.status, nested.status] == ["interrupted"] * 3
        assert interrupted_in_order(fake) == [root.id, "child", "nested"]
        assert held(codex) == NOTHING
        assert [agent.status for agent in turn.agents()] == [TurnStatus.INTERRUPTED] * 2


async def test_an_agent_of_a_runtime_that_names_no_root_is_known_by_its_call(
    fake: FakeAppServer,
) -> None:
    async with opened(fake) as codex:
        turn, root = await started(codex, fake)
        async with turn:
            root.spawned("child-thread")
            child = fake.turn("child-thread", "child").started()
            other = fake.turn("other-thread", "other").started()
            await settle()
        assert [root.status, child.status] == ["interrupted"] * 2
        assert other.running
        assert held(codex) == NOTHING


async def test_cancelling_run_interrupts_the_agents(fake: FakeAppServer) -> None:
    async with opened(fake) as codex:
        thread = await codex.thread_start()
        with trio.CancelScope() as scope:
            async with trio.open_nursery() as nursery:
                nursery.start_soon(thread.run, "hi")
                root = await fake.expect_turn()
                child = spawn(fake, root, "child")
                await settle()
                scope.cancel()
        assert [root.status, child.status] == ["interrupted"] * 2
        assert held(codex) == NOTHING


async def test_the_parent_has_answered_before_an_agent_is_asked(fake: FakeAppServer) -> None:
    fake.manual("turn/interrupt")
    async with opened(fake) as codex:
        turn, root = await started(codex, fake)
        async with trio.open_nursery() as nursery:
            child = spawn(fake, root, "child")
            nested = spawn(fake, child, "nested")
            await settle()
            nursery.start_soon(turn.__aexit__, None, None, None)
            for running in (root, child, nested):
                request = await fake.expect("turn/interrupt")
                assert request.params["turnId"] == running.id
                await settle()
                assert interrupted_in_order(fake)[-1] == running.id
                request.reply()
                running.interrupted()
        assert held(codex) == NOTHING


async def test_an_agent_that_starts_while_its_parent_is_left_is_interrupted(
    fake: FakeAppServer,
) -> None:
    """The call that spawns it is complete, its own turn starts after the parent's end."""
    fake.manual("turn/interrupt")
    async with opened(fake) as codex:
        turn, root = await started(codex, fake)
        async with trio.open_nursery() as nursery:
            root.spawned("child-thread")
            await settle()
            assert codex.statistics().agents == 1
            left = trio.Event()

            @nursery.start_soon
            async def leave() -> None:
                await turn.__aexit__(None, None, None)
                left.set()

            (await fake.expect("turn/interrupt")).reply()
            root.interrupted()
            await settle()
            assert not left.is_set()
            child = fake.turn("child-thread", "child", root=root).started()
            request = await fake.expect("turn/interrupt")
            assert request.params == {"threadId": "child-thread", "turnId": "child"}
            request.reply()
            child.interrupted()
        assert held(codex) == NOTHING


async def test_an_agent_that_starts_after_its_parent_was_left_is_interrupted(
    fake: FakeAppServer,
) -> None:
    async with opened(fake) as codex:
        turn, root = await started(codex, fake)
        async with turn:
            pass
        child = fake.turn("child-thread", "child", root=root).started()
        await settle()
        assert child.status == "interrupted"
        assert held(codex) == NOTHING


async def test_an_agent_outlives_a_turn_that_ends_until_the_block_is_left(
    fake: FakeAppServer,
) -> None:
    async with opened(fake) as codex:
        turn, root = await started(codex, fake)
        async with turn:
            child = spawn(fake, root, "child")
            root.answer("done")
            assert (await turn.run()).final_response == "done"
            assert child.running
            assert codex.statistics().agents == 1
        assert child.status == "interrupted"
        assert interrupted_in_order(fake) == ["child"]
        assert held(codex) == NOTHING


async def test_leaving_the_thread_ends_the_agents_of_a_turn_that_has_ended(
    fake: FakeAppServer,
) -> None:
    async with opened(fake) as codex:
        async with codex.thread_start() as thread:
            turn = await thread.turn("hi")
            root = await fake.expect_turn(thread.id)
            child = spawn(fake, root, "child")
            root.answer("done")
            await settle()
            assert child.running
        assert child.status == "interrupted"
        assert [agent.status for agent in turn.agents()] == [TurnStatus.INTERRUPTED]
        assert held(codex) == NOTHING


@pytest.mark.parametrize("whole", [True, False])
async def test_run_ends_the_scope_of_a_turn_that_is_no_block(
    fake: FakeAppServer, whole: bool
) -> None:
    async with opened(fake) as codex:
        thread = await codex.thread_start()

        async def run() -> None:
            turn = thread.run("hi") if whole else (await thread.turn("hi")).run()
            assert (await turn).final_response == "done"

        async with trio.open_nursery() as nursery:
            nursery.start_soon(run)
            root = await fake.expect_turn()
            child = spawn(fake, root, "child")
            root.answer("done")
        assert child.status == "interrupted"
        assert held(codex) == NOTHING


async def test_an_agent_that_ends_by_itself_leaves_nothing(fake: FakeAppServer) -> None:
    async with opened(fake) as codex:
        turn, root = await started(codex, fake)
        child = spawn(fake, root, "child")
        root.answer("done")
        child.answer("also done")
        await settle()
        assert held(codex) == NOTHING
        await turn.run()
        assert "turn/interrupt" not in fake.methods
        (agent,) = turn.agents()
        assert agent == SubAgent(
            thread_id="child-thread",
            turn_id="child",
            parent=turn.thread_id,
            status=TurnStatus.COMPLETED,
            tokens=TokenUsageBreakdown(
                total_tokens=100,
                input_tokens=75,
                cached_input_tokens=0,
                output_tokens=25,
                reasoning_output_tokens=0,
            ),
        )


@pytest.mark.parametrize("way", ["block", "run", "interrupt"])
async def test_agents_are_left_alone_on_request(fake: FakeAppServer, way: str) -> None:
    async with opened(fake) as codex:
        turn, root = await started(codex, fake, leave_agents=True)
        child = spawn(fake, root, "child")
        if way == "block":
            async with turn:
                pass
        elif way == "run":
            root.answer("done")
            await turn.run()
        else:
            await turn.interrupt()
            await turn.run()
        late = fake.turn("late-thread", "late", root=root).started()
        await settle()
        assert child.running and late.running
        child.completed()
        late.completed()
        await settle()
        assert held(codex) == NOTHING


async def test_an_explicit_interrupt_takes_the_agents_along(fake: FakeAppServer) -> None:
    async with opened(fake) as codex:
        turn, root = await started(codex, fake)
        child = spawn(fake, root, "child")
        await settle()
        await turn.interrupt()
        assert interrupted_in_order(fake) == [root.id, "child"]
        late = fake.turn("late-thread", "late", root=root).started()
        assert (await turn.run()).status == TurnStatus.INTERRUPTED
        await settle()
        assert [child.status, late.status] == ["interrupted"] * 2
        assert held(codex) == NOTHING


async def test_parent_and_agents_share_one_budget(
    fake: FakeAppServer, autojump_clock: trio.testing.MockClock, caplog: pytest.LogCaptureFixture
) -> None:
    fake.manual("turn/interrupt")
    async with opened(fake, interrupt_timeout=2) as codex:
        turn, root = await started(codex, fake)
        spawn(fake, spawn(fake, root, "child"), "nested")
        await settle()
        began = trio.current_time()
        async with turn:
            pass
        assert trio.current_time() - began == pytest.approx(2)
        # The server answers none of them, and all are asked all the same.
        assert interrupted_in_order(fake) == [root.id, "child", "nested"]
        assert "did not end within 2 s" in caplog.text
        assert codex.statistics().agents == codex.statistics().turns == 0


async def test_what_had_no_time_in_an_exit_is_interrupted_later(
    fake: FakeAppServer, autojump_clock: trio.testing.MockClock
) -> None:
    fake.manual("turn/start")
    async with opened(fake, interrupt_timeout=2) as codex:
        thread = await codex.thread_start()

        async def leave() -> None:
            began = trio.current_time()
            async with thread.turn("hi"):
                await settle()
                began = trio.current_time()
            assert trio.current_time() - began == pytest.approx(2)

        async with trio.open_nursery() as nursery:
            nursery.start_soon(leave)
            root = fake.turn(thread.id).reply_to(await fake.expect("turn/start"))
        # The server would refuse to interrupt what it has not started.
        assert interrupted_in_order(fake) == []
        assert codex.statistics().turns == 1
        root.started()
        child = spawn(fake, root, "child")
        await settle()
        assert [root.status, child.status] == ["interrupted"] * 2
        assert held(codex) == NOTHING


async def test_an_agent_whose_thread_is_closed_is_waited_for_no_longer(
    fake: FakeAppServer,
) -> None:
    fake.manual("turn/interrupt")
    async with opened(fake) as codex:
        turn, root = await started(codex, fake)
        spawn(fake, root, "child")
        root.spawned("never-thread")
        root.completed()
        await settle()
        async with trio.open_nursery() as nursery:
            nursery.start_soon(turn.__aexit__, None, None, None)
            await fake.expect("turn/interrupt")
            for thread_id in ("child-thread", "never-thread"):
                fake.notify("thread/closed", {"threadId": thread_id})
        assert [agent.status for agent in turn.agents()] == [TurnStatus.INTERRUPTED]
        assert codex.statistics().agents == 0


async def test_agents_that_start_before_the_reply_belong_to_the_turn(
    fake: FakeAppServer,
) -> None:
    fake.manual("turn/start")
    async with opened(fake) as codex:
        thread = await codex.thread_start()
        turns: list[AsyncTurnHandle[None]] = []
        async with trio.open_nursery() as nursery:

            @nursery.start_soon
            async def start() -> None:
                turns.append(await thread.turn("hi"))

            request = await fake.expect("turn/start")
            root = fake.turn(thread.id).started()
            child = spawn(fake, root, "child")
            await settle()
            root.reply_to(request)
        async with turns[0]:
            pass
        assert [root.status, child.status] == ["interrupted"] * 2
        assert held(codex) == NOTHING


async def test_agents_of_a_start_that_was_refused_are_forgotten(fake: FakeAppServer) -> None:
    fake.manual("turn/start")
    async with opened(fake) as codex:
        thread = await codex.thread_start()
        async with trio.open_nursery() as nursery:

            @nursery.start_soon
            async def start() -> None:
                with pytest.raises(Exception, match="no"):
                    await thread.turn("hi")

            request = await fake.expect("turn/start")
            spawn(fake, fake.turn(thread.id).started(), "child")
            await settle()
            request.fail(-32600, "no")
        assert held(codex) == NOTHING


async def test_closing_interrupts_the_agents_within_the_same_budget(
    fake: FakeAppServer, autojump_clock: trio.testing.MockClock
) -> None:
    def interrupt(request: FakeRequest) -> None:
        if request.params["turnId"] != "stuck":
            request.reply()
            next(t for t in fake.turns if t.id == request.params["turnId"]).interrupted()

    fake.answer("turn/interrupt", interrupt)
    began = 0.0
    async with opened(fake, interrupt_timeout=2) as codex:
        _, root = await started(codex, fake)
        child = spawn(fake, root, "child")
        done, ended = await started(codex, fake)
        orphan = spawn(fake, ended, "orphan")
        ended.answer("done")
        stuck = spawn(fake, root, "stuck")
        await settle()
        assert done.agents()
        began = trio.current_time()
    assert trio.current_time() - began == pytest.approx(2)
    assert [root.status, child.status, orphan.status] == ["interrupted"] * 3
    assert stuck.running
