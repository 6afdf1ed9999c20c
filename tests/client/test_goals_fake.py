"""Goals on a scripted server, in the orders in which the runtime may send their events."""

from __future__ import annotations

import itertools
from collections.abc import Callable
from typing import Any

import pytest
import trio

from tests.session.scripted import assert_nothing_left, opened, settle
from trio_codex import (
    AsyncGoalHandle,
    AsyncThread,
    EventBufferOverflowError,
    InvalidArgumentError,
    JsonRpcError,
    TransportClosedError,
    TurnFailedError,
)
from trio_codex.testing import FakeAppServer

ENDS = ["complete", "blocked", "budgetLimited", "usageLimited", "paused"]


@pytest.fixture
def fake(fake_app_server: FakeAppServer) -> FakeAppServer:
    return fake_app_server


async def pursued(codex: Any) -> tuple[AsyncThread, AsyncGoalHandle]:
    thread = await codex.thread_start()
    return thread, await thread.pursue("Write it.")


@pytest.mark.requirement("goal/end")
@pytest.mark.parametrize("status", ENDS)
@pytest.mark.parametrize("order", list(itertools.permutations(["status", "message", "usage"])))
async def test_a_goal_ends_with_the_turn_in_which_its_status_ends(
    fake: FakeAppServer, status: str, order: tuple[str, ...]
) -> None:
    async with opened(fake) as codex:
        thread, goal = await pursued(codex)
        first = fake.turn(thread.id).started().message("one").usage(10).completed()
        last = fake.turn(thread.id).started()
        steps: dict[str, Callable[[], object]] = {
            "status": lambda: fake.work.goal_status(thread.id, status, turn=last),
            "message": lambda: last.message("done"),
            "usage": lambda: last.usage(25),
        }
        for step in order:
            steps[step]()
            await settle()
            assert not goal.ended
        last.completed()
        fake.turn(thread.id).started().message("not of the goal").completed()
        events = [event async for event in goal.stream()]
        result = await goal.run()
    assert [turn.id for turn in result.turns] == [first.id, last.id]
    assert result.status == status and result.final_response == "done"
    assert result.tokens is not None and result.tokens.total_tokens == 25
    assert events[-1].method == "turn/completed"
    assert_nothing_left(codex)


@pytest.mark.requirement("goal/end")
async def test_a_goal_that_is_paused_or_cleared_ends_after_the_running_turn(
    fake: FakeAppServer,
) -> None:
    async with opened(fake) as codex:
        thread, goal = await pursued(codex)
        turn = fake.turn(thread.id).started()
        await thread.clear_goal()
        assert not goal.ended
        turn.message("done").completed()
        assert (await goal.run()).status == "cleared"
        goal = await thread.pursue("Again.")
        await thread.goal(status="paused")  # between two turns
        result = await goal.run()
    assert result.status == "paused" and result.turns == [] and result.objective == "Again."


async def test_an_interrupted_turn_ends_a_goal_that_stays_active(fake: FakeAppServer) -> None:
    async with opened(fake) as codex:
        thread, goal = await pursued(codex)
        fake.turn(thread.id).started().completed("interrupted")
        result = await goal.run()
        assert result.status == "active" and result.turns[0].status == "interrupted"


@pytest.mark.requirement("goal/failure")
async def test_a_failed_turn_is_told_from_a_quota(fake: FakeAppServer) -> None:
    async with opened(fake) as codex:
        for status in ("blocked", "usageLimited"):
            thread, goal = await pursued(codex)
            turn = fake.turn(thread.id).started()
            fake.work.goal_status(thread.id, status, turn=turn)
            turn.failed("refused")
            if status == "blocked":
                with pytest.raises(TurnFailedError, match="refused") as caught:
                    await goal.run()
                assert caught.value.result == goal.result().turns[0]
            result = goal.result() if status == "blocked" else await goal.run()
            assert result.status == status
            assert result.error is not None and result.error.message == "refused"
            await thread.clear_goal()


async def test_a_turn_that_starts_before_the_reply_is_the_goals(fake: FakeAppServer) -> None:
    fake.manual("thread/goal/set")
    results: list[Any] = []

    async def pursue(thread: AsyncThread) -> None:
        results.append(await (await thread.pursue("Write it.")).run())

    async with opened(fake) as codex, trio.open_nursery() as nursery:
        thread = await codex.thread_start()
        nursery.start_soon(pursue, thread)
        request = await fake.expect("thread/goal/set")
        turn = fake.turn(thread.id).started().message("early")
        await settle()
        fake.work.answers["thread/goal/set"](request)
        fake.work.goal_status(thread.id, "complete", turn=turn)
        turn.completed()
    assert results[0].final_response == "early"


@pytest.mark.parametrize("accepted", [True, False])
async def test_a_pending_start_keeps_its_claim_on_a_turn(
    fake: FakeAppServer, accepted: bool
) -> None:
    """Until it is answered, the turn may be the start's; the goal follows it in both cases."""
    fake.manual("turn/start")
    handles: list[Any] = []

    async def start(thread: AsyncThread) -> None:
        try:
            handles.append(await thread.turn("hi"))
        except JsonRpcError:
            pass

    async with opened(fake) as codex, trio.open_nursery() as nursery:
        thread, goal = await pursued(codex)
        nursery.start_soon(start, thread)
        request = await fake.expect("turn/start")
        turn = fake.turn(thread.id).started()
        fake.work.goal_status(thread.id, "complete", turn=turn)
        await settle()
        assert not goal.ended
        if accepted:
            turn.reply_to(request)
        else:
            request.fail(-32600, "no")
        turn.message("done").completed()
        result = await goal.run()
        assert [one.id for one in result.turns] == [turn.id]
        assert result.turns[0].final_response == "done"
        for handle in handles:
            assert not handle.joined and await handle.run() == result.turns[0]
    assert bool(handles) == accepted


@pytest.mark.requirement("goal/leave")
async def test_leaving_pauses_the_goal_and_then_interrupts_its_turn(fake: FakeAppServer) -> None:
    async with opened(fake) as codex:
        thread = await codex.thread_start()
        async with thread.pursue("Write it.") as goal:
            turn = fake.turn(thread.id).started()
            async for _ in goal.turns():
                break
        asked = [one for one in fake.requests if one.method != "thread/goal/get"][-2:]
        assert asked[0].params["status"] == "paused"
        assert asked[1].method == "turn/interrupt" and asked[1].params["turnId"] == turn.id
        assert codex.statistics().threads_followed == 0
    assert not turn.running


@pytest.mark.requirement("goal/detach")
async def test_a_goal_that_may_run_on_is_left_alone(fake: FakeAppServer) -> None:
    async with opened(fake) as codex:
        thread = await codex.thread_start()
        async with thread.pursue("Write it.", leave_running=True):
            turn = fake.turn(thread.id).started()
            await settle()
            before = len(fake.requests)
        assert len(fake.requests) == before and turn.running
        assert codex.statistics().threads_followed == codex.statistics().turns == 0
        turn.completed()


async def test_a_cancelled_start_pauses_the_goal_that_the_server_has_set(
    fake: FakeAppServer,
) -> None:
    fake.manual("thread/goal/set")
    async with opened(fake) as codex, trio.open_nursery() as nursery:
        thread = await codex.thread_start()

        async def cancelled() -> None:
            with trio.CancelScope() as scope:
                nursery.start_soon(answer, scope)
                await thread.pursue("Write it.")

        async def answer(scope: trio.CancelScope) -> None:
            request = await fake.expect("thread/goal/set")
            scope.cancel()
            await settle()
            fake.answer("thread/goal/set", fake.work.answers["thread/goal/set"])
            fake.work.answers["thread/goal/set"](request)

        await cancelled()
        goal = await thread.goal()
        assert goal is not None and goal.status == "paused"
        assert codex.statistics().threads_followed == 0


async def test_a_thread_pursues_one_goal_at_a_time(fake: FakeAppServer) -> None:
    async with opened(fake) as codex:
        thread, goal = await pursued(codex)
        before = await thread.goal()
        with pytest.raises(InvalidArgumentError, match=r"already: 'Write it\.'; join it with"):
            await thread.pursue("Another.")
        assert await thread.goal() == before and not goal.ended
        await thread.goal(status="paused")
        async with thread.pursue("Another."):  # one that is not active is replaced
            methods = [request.method for request in fake.requests]
            assert methods[-2:] == ["thread/goal/clear", "thread/goal/set"]


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        ({"objective": ""}, "objective must say what is to be done, not ''"),
        ({"objective": " \n"}, "objective must say what is to be done"),
        ({"objective": "x" * 4001}, "has 4001 characters, and the runtime takes up to 4000"),
        ({"objective": 7}, "objective must be a str, not int"),
        ({"objective": "x", "token_budget": 0}, "token_budget must be a positive number"),
        ({"objective": "x", "token_budget": -5}, "not -5; None sets no limit"),
        ({"objective": "x", "token_budget": True}, "token_budget must be an int, not bool"),
    ],
)
async def test_wrong_arguments_start_nothing(
    fake: FakeAppServer, arguments: dict[str, Any], message: str
) -> None:
    async with opened(fake) as codex:
        thread = await codex.thread_start()
        before = len(fake.requests)
        with pytest.raises((InvalidArgumentError, TypeError), match=message):
            await thread.pursue(**arguments)
        assert len(fake.requests) == before
        assert codex.statistics().threads_followed == 0


async def test_a_lost_connection_ends_a_goal_with_its_error(fake: FakeAppServer) -> None:
    async with opened(fake) as codex:
        _, goal = await pursued(codex)
        fake.disconnect(exit_code=9)
        for wait in (goal.run, goal.stream().__anext__, goal.turns().__anext__):
            with pytest.raises(TransportClosedError):
                await wait()
        async with goal:
            pass  # leaving it is no error


async def test_unread_turns_are_bounded(fake: FakeAppServer) -> None:
    async with opened(fake, event_buffer=2) as codex:
        thread, goal = await pursued(codex)
        turns = [fake.turn(thread.id).started() for _ in range(20)]
        for turn in turns:
            turn.completed()
            await settle()
        fake.turn(thread.id).started().message("unread")
        with pytest.raises(EventBufferOverflowError, match="more than 32 events of earlier turns"):
            [event async for event in goal.stream()]
        await goal.__aexit__(None, None, None)
