"""Every public coroutine, cancelled at each of its checkpoints in turn, leaves nothing behind."""

from __future__ import annotations

import contextlib
from collections.abc import Awaitable, Callable
from typing import Any

import attrs
import pytest
import trio

from tests.session.cancelling import cancel_at, cancelling_after
from tests.session.scripted import SECONDS, assert_nothing_left, engine_tasks, settle
from trio_codex import AppServerConfig, AsyncCodex, AsyncThread, TransportClosedError
from trio_codex.testing import FakeAppServer, FakeRequest

MOST_CHECKPOINTS = 60


@attrs.define
class World:
    fake: FakeAppServer
    codex: AsyncCodex
    thread: AsyncThread


Run = Callable[[], Awaitable[object]]
# What has to be there before the coroutine is made, and then the coroutine.
Operation = Callable[[World], Awaitable[Run]]


def _plain(choose: Callable[[World], Run]) -> Operation:
    async def prepare(world: World) -> Run:
        await trio.lowlevel.checkpoint()
        return choose(world)

    return prepare


async def _exhaust(iterable: Any) -> None:
    async for _ in iterable:
        pass


def _finishing(world: World) -> None:
    """Lets every turn that starts from now on end by itself."""

    def start(request: FakeRequest) -> None:
        turn = world.fake.turn(request.params["threadId"]).reply_to(request)
        turn.started().user_message("hi").delta("hel").delta("lo").message().completed()

    world.fake.answer("turn/start", start)


async def _run(world: World) -> Run:
    await trio.lowlevel.checkpoint()
    _finishing(world)
    return lambda: world.thread.run("hi")


async def _stream_text(world: World) -> Run:
    await trio.lowlevel.checkpoint()
    _finishing(world)
    return lambda: _exhaust(world.thread.stream_text("hi"))


async def _turn_run(world: World) -> Run:
    _finishing(world)
    return (await world.thread.turn("hi")).run


async def _turn_stream(world: World) -> Run:
    _finishing(world)
    turn = await world.thread.turn("hi")
    return lambda: _exhaust(turn.stream(idle_timeout=5))


async def _interrupt(world: World) -> Run:
    return (await world.thread.turn("hi")).interrupt


async def _steer(world: World) -> Run:
    turn = await world.thread.turn("hi")
    return lambda: turn.steer("more")


async def _block(world: World) -> Run:
    await trio.lowlevel.checkpoint()

    async def block() -> None:
        async with await world.thread.turn("hi"):
            await trio.lowlevel.checkpoint()

    return block


async def _join(world: World) -> Run:
    await world.thread.turn("hi")
    return lambda: world.thread.turn("more")


async def _login_wait(world: World) -> Run:
    login = await world.codex.login_chatgpt()
    world.fake.login_completed(login.login_id)
    return login.wait


async def _login_cancel(world: World) -> Run:
    return (await world.codex.login_chatgpt()).cancel


async def _login_block(world: World) -> Run:
    await trio.lowlevel.checkpoint()

    async def block() -> None:
        async with await world.codex.login_chatgpt_device_code():
            await trio.lowlevel.checkpoint()

    return block


async def _notification(world: World) -> Run:
    await trio.lowlevel.checkpoint()
    stream = world.codex.notifications("warning")

    async def listen() -> None:
        with stream:
            world.fake.notify("warning", {"message": "x"})
            await stream.__anext__()

    return listen


async def _goal_run(world: World) -> Run:
    goal = await world.thread.pursue("Write it.")
    world.fake.work.goal(world.thread.id, "one", "done")
    return goal.run


async def _goal_stream(world: World) -> Run:
    goal = await world.thread.pursue("Write it.")
    world.fake.work.goal(world.thread.id, "one", "done")
    return lambda: _exhaust(goal.stream())


async def _goal_block(world: World) -> Run:
    await trio.lowlevel.checkpoint()

    async def block() -> None:
        async with world.thread.pursue("Write it.") as goal:
            world.fake.turn(world.thread.id).started()
            async for _ in goal.turns():
                break

    return block


async def _plan_block(world: World) -> Run:
    await trio.lowlevel.checkpoint()

    async def block() -> None:
        async with world.thread.plan("Do it.", model="m") as plan:
            world.fake.turns[-1].plan("# Plan").completed()
            await plan.run()
            async with plan.accept():
                await trio.lowlevel.checkpoint()

    return block


async def _queue_block(world: World) -> Run:
    await trio.lowlevel.checkpoint()

    async def block() -> None:
        async with world.thread.enqueue("Later.") as entry:
            await entry.position()
            world.fake.work.start_queued(world.thread.id)
            await entry.turn()

    return block


OPERATIONS: dict[str, Operation] = {
    "AsyncCodex.thread_start": _plain(lambda world: world.codex.thread_start),
    "AsyncCodex.thread_resume": _plain(lambda world: lambda: world.codex.thread_resume("t")),
    "AsyncCodex.thread_fork": _plain(lambda world: lambda: world.codex.thread_fork("t")),
    "AsyncCodex.thread_list": _plain(lambda world: world.codex.thread_list),
    "AsyncCodex.threads": _plain(lambda world: lambda: _exhaust(world.codex.threads())),
    "AsyncCodex.thread_archive": _plain(lambda world: lambda: world.codex.thread_archive("t")),
    "AsyncCodex.thread_delete": _plain(lambda world: lambda: world.codex.thread_delete("t")),
    "AsyncCodex.models": _plain(lambda world: world.codex.models),
    "AsyncCodex.account": _plain(lambda world: world.codex.account),
    "AsyncCodex.logout": _plain(lambda world: world.codex.logout),
    "AsyncCodex.login_api_key": _plain(lambda world: lambda: world.codex.login_api_key("sk")),
    "AsyncCodex.login_chatgpt": _plain(lambda world: world.codex.login_chatgpt),
    "AsyncCodex.login_chatgpt_device_code": _plain(
        lambda world: world.codex.login_chatgpt_device_code
    ),
    "AsyncCodex.request": _plain(lambda world: lambda: world.codex.request("model/list", {})),
    "AppServerClient.call": _plain(lambda world: lambda: world.codex.client.call("model/list", {})),
    "AppServerClient.notify": _plain(
        lambda world: lambda: world.codex.client.notify("initialized")
    ),
    "AsyncNotificationStream.__anext__": _notification,
    "AsyncThread.run": _run,
    "AsyncThread.turn": _plain(lambda world: lambda: world.thread.turn("hi")),
    "AsyncThread.turn (a join)": _join,
    "AsyncThread.stream_text": _stream_text,
    "AsyncThread.read": _plain(lambda world: world.thread.read),
    "AsyncThread.set_name": _plain(lambda world: lambda: world.thread.set_name("n")),
    "AsyncThread.compact": _plain(lambda world: world.thread.compact),
    "AsyncThread.review": _plain(lambda world: world.thread.review),
    "AsyncGoalHandle.run": _goal_run,
    "AsyncGoalHandle.stream": _goal_stream,
    "AsyncGoalHandle as a block": _goal_block,
    "AsyncThread.plan": _plain(lambda world: lambda: world.thread.plan("Do it.", model="m")),
    "AsyncPlanHandle as a block": _plan_block,
    "AsyncThread.enqueue": _plain(lambda world: lambda: world.thread.enqueue("Later.")),
    "AsyncQueuedTurn as a block": _queue_block,
    "AsyncTurnHandle.run": _turn_run,
    "AsyncTurnHandle.stream": _turn_stream,
    "AsyncTurnHandle.interrupt": _interrupt,
    "AsyncTurnHandle.steer": _steer,
    "AsyncTurnHandle as a block": _block,
    "AsyncChatgptLoginHandle.wait": _login_wait,
    "AsyncChatgptLoginHandle.cancel": _login_cancel,
    "AsyncDeviceCodeLoginHandle as a block": _login_block,
}
# Cancelled before they have started a turn of their own, these leave one that was there before.
KEEP_A_TURN = {"AsyncTurnHandle.interrupt", "AsyncTurnHandle.steer", "AsyncThread.turn (a join)"}
# The attempt goes on when its wait is cancelled.
KEEP_A_LOGIN = {"AsyncChatgptLoginHandle.cancel"}


async def _answer_slowly(fake: FakeAppServer) -> None:
    """Answers one request at a time, when nobody can do anything else."""
    held: list[FakeRequest] = []
    answer_at_once = fake._take_request

    def hold(request: FakeRequest) -> None:
        held.append(request)

    fake._take_request = hold  # type: ignore[method-assign]
    try:
        while True:
            await settle()
            if held:
                answer_at_once(held.pop(0))
            else:
                await fake.wait_until(lambda: bool(held))
    finally:
        fake._take_request = answer_at_once  # type: ignore[method-assign]
        for request in held:
            answer_at_once(request)


async def _cancelled_at(name: str, steps: int, *, slowly: bool) -> bool:
    """One life of a client in which an operation is cancelled once."""
    fake = FakeAppServer()
    async with AsyncCodex(AppServerConfig(), transport=fake.transport) as codex:
        world = World(fake, codex, await codex.thread_start())
        operation = await OPERATIONS[name](world)
        await settle()
        async with trio.open_nursery() as nursery:
            if slowly:
                nursery.start_soon(_answer_slowly, fake)
                await settle()
            was_running = await cancel_at(operation, steps)
            await settle()
            # The connection is as usable as it was.
            await codex.models()
            nursery.cancel_scope.cancel()
        await settle()
        statistics = codex.statistics()
        assert statistics.requests_in_flight == statistics.requests_waiting == 0
        assert statistics.turns_starting == statistics.events_held == 0
        if was_running:
            if name not in KEEP_A_TURN:
                assert [turn for turn in fake.turns if turn.running] == []
                assert statistics.turns == 0
            if name not in KEEP_A_LOGIN:
                assert statistics.logins == 0
    assert_nothing_left(codex)
    return was_running


@pytest.mark.requirement("engine/whole-lines", "engine/cancel-everywhere")
@pytest.mark.parametrize("slowly", [False, True], ids=["prompt", "slow"])
@pytest.mark.parametrize("name", OPERATIONS)
async def test_cancelled_at_each_checkpoint(
    name: str, slowly: bool, record_property: Callable[[str, object], None]
) -> None:
    with trio.fail_after(4 * SECONDS):
        # Cancelled before it begins, nothing happens; then at every later point.
        await _cancelled_at(name, 0, slowly=slowly)
        for steps in range(1, MOST_CHECKPOINTS):
            if not await _cancelled_at(name, steps, slowly=slowly):
                break
        else:
            raise AssertionError("it has more checkpoints than any operation should")
    record_property("checkpoints", steps)


@pytest.mark.requirement("engine/cancel-everywhere")
async def test_opening_cancelled_at_each_checkpoint() -> None:
    with trio.fail_after(SECONDS):
        for steps in range(MOST_CHECKPOINTS):
            fake = FakeAppServer()
            codex = AsyncCodex(transport=fake.transport)

            async def open_and_close(codex: AsyncCodex = codex) -> None:
                async with codex:
                    pass

            was_running = await cancel_at(open_and_close, steps)
            assert engine_tasks() == []
            assert fake.closed or steps == 0
            if steps and not was_running:
                break
        else:
            raise AssertionError("it has more checkpoints than any operation should")
        assert steps > 3


@pytest.mark.requirement("client/one-owner")
async def test_closing_cancelled_at_each_checkpoint_still_closes() -> None:
    with trio.fail_after(SECONDS):
        for steps in range(1, MOST_CHECKPOINTS):
            fake = FakeAppServer()
            with trio.CancelScope() as scope, contextlib.ExitStack() as stack:
                async with AsyncCodex(transport=fake.transport) as codex:
                    thread = await codex.thread_start()
                    turn = await thread.turn("hi")
                    await settle()
                    stack.enter_context(cancelling_after(scope, steps))
            assert_nothing_left(codex)
            assert fake.turns[0].status == "interrupted"
            assert (await turn.run()).status == "interrupted"
            if not scope.cancel_called:
                break
        else:
            raise AssertionError("it has more checkpoints than any operation should")


async def test_death_at_each_checkpoint_of_a_turn_is_an_error_and_no_hang() -> None:
    with trio.fail_after(SECONDS):
        for steps in range(1, MOST_CHECKPOINTS):
            fake = FakeAppServer()
            async with AsyncCodex(transport=fake.transport) as codex:
                thread = await codex.thread_start()

                async def run(thread: AsyncThread = thread) -> None:
                    with pytest.raises(TransportClosedError, match="exit code 9"):
                        await thread.run("hi")

                async def kill(fake: FakeAppServer = fake, steps: int = steps) -> None:
                    for _ in range(steps):
                        await trio.lowlevel.checkpoint()
                    fake.disconnect(exit_code=9)

                async with trio.open_nursery() as nursery:
                    nursery.start_soon(kill)
                    nursery.start_soon(run)
                await settle()
            assert_nothing_left(codex)
            if steps > 20:
                break
