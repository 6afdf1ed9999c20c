"""Cancellation: the turn is interrupted on the server and waited for, then it goes on."""

from __future__ import annotations

import asyncio
import gc
import threading
from collections.abc import Awaitable, Callable, Coroutine

import anyio
import pytest
import trio

from tests.aio.support import (
    TIMEOUT,
    cancelled,
    private_threads,
    run,
    runtime_pid,
    still_works,
    until,
)
from tests.sync.support import is_alive
from trio_codex import AppServerConfig
from trio_codex.aio import AsyncCodex, AsyncThread
from trio_codex.testing import BlockingModelServer


class Broken(Exception):
    """What a sibling of the turn's task raises."""


async def by_cancel(turn: Callable[[], Awaitable[object]], reached: Awaitable[object]) -> None:
    task = asyncio.ensure_future(turn())
    await reached
    await cancelled(task)


async def by_timeout(turn: Callable[[], Awaitable[object]], reached: Awaitable[object]) -> None:
    with pytest.raises(TimeoutError):
        async with asyncio.timeout(None) as scope:
            task = asyncio.ensure_future(reached)
            task.add_done_callback(lambda _: scope.reschedule(0))
            await turn()


async def by_wait_for(turn: Callable[[], Awaitable[object]], reached: Awaitable[object]) -> None:
    async def waiting() -> None:
        await asyncio.wait_for(turn(), TIMEOUT)

    await by_cancel(waiting, reached)


async def by_task_group(turn: Callable[[], Awaitable[object]], reached: Awaitable[object]) -> None:
    with pytest.raises(ExceptionGroup) as caught:
        async with asyncio.TaskGroup() as group:
            group.create_task(turn())  # type: ignore[arg-type]
            await reached
            raise Broken
    assert [type(each) for each in caught.value.exceptions] == [Broken]


async def by_anyio(turn: Callable[[], Awaitable[object]], reached: Awaitable[object]) -> None:
    async with anyio.create_task_group() as group:
        group.start_soon(turn)  # type: ignore[arg-type]
        await reached
        group.cancel_scope.cancel()


WAYS = [by_cancel, by_timeout, by_wait_for, by_task_group, by_anyio]


@pytest.mark.requirement("asyncio/cancel")
@pytest.mark.parametrize("way", WAYS)
def test_a_cancelled_run_has_interrupted_its_turn_when_the_cancellation_goes_on(
    way: Callable[..., Awaitable[None]], config: AppServerConfig, model: BlockingModelServer
) -> None:
    async def main() -> None:
        gate = model.gate()
        model.reply("never", gate=gate)
        async with AsyncCodex(config) as codex:
            thread = await codex.thread_start()

            async def turn() -> None:
                await thread.run("hi")

            await way(turn, until(gate.wait_reached))
            assert codex.statistics().turns == 0
            assert [turn.status async for turn in thread.turns()] == ["interrupted"]
            await until(model.requests[0].disconnected.wait_blocking)
            await still_works(codex, model)

    run(main)


@pytest.mark.requirement("asyncio/cancel")
@pytest.mark.parametrize("way", [by_cancel, by_anyio])
def test_a_cancelled_scope_has_interrupted_its_turn(
    way: Callable[..., Awaitable[None]], config: AppServerConfig, model: BlockingModelServer
) -> None:
    async def main() -> None:
        streaming = asyncio.Event()
        model.reply_deltas(["a", "b"], gate=model.gate(), hold_after=1)
        async with AsyncCodex(config) as codex:
            thread = await codex.thread_start()

            async def turn() -> None:
                async with thread.turn("hi") as turn:
                    async for event in turn.stream():
                        if event.method == "item/agentMessage/delta":
                            streaming.set()

            await way(turn, streaming.wait())
            assert [turn.status async for turn in thread.turns()] == ["interrupted"]
            await still_works(codex, model)

    run(main)


@pytest.mark.requirement("asyncio/cancel")
def test_an_early_exit_of_the_loop_over_a_stream_interrupts_at_the_end_of_its_scope(
    config: AppServerConfig, model: BlockingModelServer
) -> None:
    async def main() -> list[str]:
        model.reply_deltas(["a", "b"], gate=model.gate(), hold_after=1)
        model.reply_deltas(["c", "d"], gate=model.gate(), hold_after=1)
        async with AsyncCodex(config) as codex, codex.thread_start() as thread:
            async with thread.turn("hi") as turn:
                async for event in turn.stream():
                    if event.method == "item/agentMessage/delta":
                        break
            async with thread.stream_text("hi") as stream:
                async for _ in stream:
                    break
            return [str(turn.status) async for turn in thread.turns()]

    assert run(main) == ["interrupted", "interrupted"]


def test_a_text_stream_that_is_dropped_interrupts_its_turn(
    config: AppServerConfig, model: BlockingModelServer
) -> None:
    async def main() -> None:
        model.reply_deltas(["a", "b"], gate=model.gate(), hold_after=1)
        async with AsyncCodex(config) as codex:
            thread = await codex.thread_start()
            async for _ in thread.stream_text("hi"):
                break
            gc.collect()
            await until(model.requests[0].disconnected.wait_blocking)

    run(main)


def test_a_cancelled_wait_for_events_loses_none_and_leaves_the_turn_running(
    config: AppServerConfig, model: BlockingModelServer
) -> None:
    async def main() -> list[str]:
        gate = model.gate()
        model.reply_deltas(["a", "b"], gate=gate, hold_after=1)
        methods: list[str] = []
        async with AsyncCodex(config) as codex:
            thread = await codex.thread_start()
            async with thread.turn("hi") as turn:
                stream = turn.stream()
                with pytest.raises(TimeoutError):
                    async with asyncio.timeout(None) as scope:
                        while True:
                            methods.append((await anext(stream)).method)
                            if methods[-1] == "item/agentMessage/delta":
                                scope.reschedule(0)
                gate.open()
                methods += [event.method async for event in stream]
                assert (await turn.run()).final_response == "ab"
        return methods

    methods = run(main)
    assert methods.count("item/agentMessage/delta") == 2
    assert methods[-1] == "turn/completed"


def hold_trio_thread(codex: AsyncCodex) -> threading.Event:
    """Blocks the Trio thread until the event is set."""
    held, release = threading.Event(), threading.Event()

    def hold() -> None:
        held.set()
        release.wait(TIMEOUT)

    codex.client.portal._trio.submit(hold)
    assert held.wait(TIMEOUT)
    return release


async def step() -> None:
    """Lets other tasks run until they wait for something else."""
    for _ in range(10):
        await asyncio.sleep(0)


@pytest.mark.requirement("asyncio/second-cancel")
def test_a_second_cancellation_does_not_wait(
    config: AppServerConfig, model: BlockingModelServer
) -> None:
    async def main() -> None:
        gate = model.gate()
        model.reply("never", gate=gate)
        async with AsyncCodex(config) as codex:
            thread = await codex.thread_start()

            async def scope() -> None:
                async with thread.turn("hi") as turn:
                    await turn.run()

            task = asyncio.create_task(scope())
            await until(gate.wait_reached)
            release = hold_trio_thread(codex)
            task.cancel()
            await step()
            assert not task.done(), "the first one waits for the turn's end"
            await cancelled(task)
            assert not release.is_set()
            release.set()
            await until(model.requests[0].disconnected.wait_blocking)
            await still_works(codex, model)

    run(main)


@pytest.mark.requirement("asyncio/second-cancel")
def test_a_second_cancellation_leaves_closing_to_the_private_thread(
    config: AppServerConfig,
) -> None:
    async def main() -> None:
        entered: asyncio.Future[tuple[int, threading.Event]] = asyncio.Future()

        async def client() -> None:
            async with AsyncCodex(config) as codex:
                entered.set_result((runtime_pid(codex), hold_trio_thread(codex)))
                await asyncio.Event().wait()

        task = asyncio.create_task(client())
        pid, release = await entered
        task.cancel()
        await step()
        assert not task.done(), "the first one waits for the runtime's end"
        await cancelled(task)
        (thread,) = private_threads()
        release.set()
        await until(thread.join)
        assert not is_alive(pid)

    run(main)


def test_a_cancelled_start_of_a_thread_leaves_none_behind(
    config: AppServerConfig, model: BlockingModelServer
) -> None:
    async def main() -> None:
        async with AsyncCodex(config) as codex:

            async def opening() -> AsyncThread:
                return await codex.thread_start()

            release = hold_trio_thread(codex)
            task = asyncio.create_task(opening())
            await step()
            task.cancel()
            await step()
            release.set()
            await asyncio.wait([task])
            assert task.cancelled()
            # A task of the connection unloads it; the test is bounded.
            while (await codex.request("thread/loaded/list", {})).data:
                pass

    run(main)


def test_a_cancelled_client_has_stopped_its_runtime_before_it_opened(
    config: AppServerConfig, monkeypatch: pytest.MonkeyPatch
) -> None:
    from trio_codex._client.app_server import AppServerClient

    initializing = threading.Event()

    async def initialize(self: object, connection: object) -> None:
        initializing.set()
        await trio.sleep_forever()

    monkeypatch.setattr(AppServerClient, "_initialize", initialize)

    async def main() -> None:
        async def client() -> None:
            async with AsyncCodex(config):
                raise AssertionError("it was opened")

        task = asyncio.create_task(client())
        await until(initializing.wait)
        await cancelled(task)

    run(main)


def test_a_cancelled_request_is_given_up_and_the_client_stays_usable(
    config: AppServerConfig, model: BlockingModelServer
) -> None:
    async def main() -> None:
        async with AsyncCodex(config) as codex:
            release = hold_trio_thread(codex)
            task = asyncio.create_task(codex.models())
            await step()
            task.cancel()
            await step()
            release.set()
            await asyncio.wait([task])
            assert task.cancelled()
            await still_works(codex, model)

    run(main)


async def run_turn(thread: AsyncThread) -> None:
    await thread.run("hi")


async def enter_turn(thread: AsyncThread) -> None:
    async with thread.turn("hi") as turn:
        async for _ in turn.stream():
            pass


async def stream_text(thread: AsyncThread) -> None:
    async for _ in thread.stream_text("hi"):
        pass


@pytest.mark.requirement("asyncio/cancel")
@pytest.mark.parametrize("operation", [run_turn, enter_turn, stream_text])
def test_cancelled_at_any_step_of_the_loop_an_operation_leaves_no_turn(
    operation: Callable[[AsyncThread], Coroutine[None, None, None]],
    config: AppServerConfig,
    model: BlockingModelServer,
) -> None:
    async def main() -> None:
        async with AsyncCodex(config) as codex:
            thread = await codex.thread_start()
            for steps in range(10):
                task = asyncio.create_task(operation(thread))
                for _ in range(steps):
                    await asyncio.sleep(0)
                task.cancel()
                await asyncio.wait([task])
                assert task.cancelled()
                found = codex.statistics()
                assert (found.turns, found.turns_starting, found.events_held) == (0, 0, 0)
            await still_works(codex, model)

    run(main)
