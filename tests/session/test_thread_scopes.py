"""Leaving a thread is bounded by one budget, whatever the server does not answer."""

from __future__ import annotations

import pytest
import trio
import trio.testing

from tests.session.scripted import opened, settle
from trio_codex.testing import FakeAppServer
from trio_codex.testing.app_server.shapes import thread_result

Clock = trio.testing.MockClock


@pytest.mark.parametrize("silent", ["turn/interrupt", "thread/unsubscribe"])
async def test_one_budget_bounds_leaving_a_thread_on_a_silent_server(
    fake: FakeAppServer,
    autojump_clock: Clock,
    silent: str,
    caplog: pytest.LogCaptureFixture,
) -> None:
    fake.manual(silent)
    async with opened(fake, interrupt_timeout=7) as codex:
        codex.client._require().threads.closes = True
        async with codex.thread_start() as thread:
            turn = await thread.turn("hi")
            running = await fake.expect_turn()
            await settle()
            if silent != "turn/interrupt":
                running.answer("done")
                await turn.run()
            began = trio.current_time()
        assert trio.current_time() - began == 7
        assert "not unloaded within 7 s" in caplog.text
        assert codex.statistics().turns == 0
        assert codex.statistics().subscriptions == 0


async def test_a_thread_whose_unsubscription_is_refused_is_left_without_waiting(
    fake: FakeAppServer, autojump_clock: Clock
) -> None:
    fake.manual("thread/unsubscribe")
    async with opened(fake) as codex:
        codex.client._require().threads.closes = True
        async with trio.open_nursery() as nursery:

            async def refuse() -> None:
                fake.fail(await fake.expect("thread/unsubscribe"), -32600, "no such thing")

            nursery.start_soon(refuse)
            began = trio.current_time()
            async with codex.thread_start():
                pass
        assert trio.current_time() == began


async def test_a_start_answered_long_after_its_cancellation_is_unloaded(
    fake: FakeAppServer, autojump_clock: Clock
) -> None:
    fake.manual("thread/start")
    async with opened(fake) as codex:
        with trio.move_on_after(1):
            await codex.thread_start()
        began = trio.current_time()
        request = await fake.expect("thread/start")
        await trio.sleep(15)
        fake.reply(request, thread_result("thread-9"))
        unsubscribed = await fake.expect("thread/unsubscribe")
        assert unsubscribed.params == {"threadId": "thread-9"}
        assert trio.current_time() - began == 15
        await settle()


async def test_a_block_that_another_task_starts_a_turn_in_waits_for_its_reply(
    fake: FakeAppServer, autojump_clock: Clock
) -> None:
    fake.manual("turn/start")
    async with opened(fake) as codex, trio.open_nursery() as nursery:
        async with codex.thread_start() as thread:
            run = thread.run  # by a task that outlives the block
            nursery.start_soon(run, "hi")
            request = await fake.expect("turn/start")

            async def answer() -> None:
                await trio.sleep(3)
                fake.turn(thread.id).reply_to(request).started()

            nursery.start_soon(answer)
            began = trio.current_time()
        assert trio.current_time() - began >= 3
        assert fake.methods[-3:] == ["turn/interrupt", "turn/interrupt", "thread/unsubscribe"]
        assert codex.statistics().turns == 0
