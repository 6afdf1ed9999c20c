"""Turns of threads that are gone end, although the server never says so."""

from __future__ import annotations

from typing import Any

import pytest
import trio
import trio.testing

from tests.session.scripted import opened, settle
from trio_codex.testing import FakeAppServer
from trio_codex.testing.app_server.shapes import turn as turn_shape
from trio_codex.types import TurnStatus

Clock = trio.testing.MockClock
GONE = {"thread/archived": "archived", "thread/deleted": "deleted", "thread/closed": "closed"}


@pytest.mark.parametrize("method", GONE)
async def test_a_turn_whose_end_is_lost_ends_with_its_thread(
    fake: FakeAppServer, autojump_clock: Clock, method: str
) -> None:
    async with opened(fake) as codex:
        thread = await codex.thread_start()
        turn = await thread.turn("hi")
        running = await fake.expect_turn()
        running.delta("half").message()
        began = trio.current_time()
        fake.notify(method, {"threadId": thread.id})
        events = [event async for event in turn.stream()]
        result = await turn.run()
        assert trio.current_time() - began <= 1
        assert codex.statistics().turns == 0
    assert events[-1].method == "turn/completed" and events[-1].emitted_at is None
    assert result.status == TurnStatus.INTERRUPTED
    assert result.error is not None
    assert result.error.message.startswith(f"the thread was {GONE[method]} while the turn ran")
    assert result.final_response == "half"


async def test_the_servers_own_end_is_preferred(fake: FakeAppServer, autojump_clock: Clock) -> None:
    async with opened(fake) as codex:
        thread = await codex.thread_start()
        turn = await thread.turn("hi")
        running = await fake.expect_turn()
        fake.notify("thread/archived", {"threadId": thread.id})
        await settle()
        running.answer("done after all")
        result = await turn.run()
        await trio.sleep(2)
    assert result.status == TurnStatus.COMPLETED and result.error is None
    assert result.final_response == "done after all"


@pytest.mark.parametrize("known", [True, False])
async def test_the_end_of_an_unsubscribed_turn_is_asked_for(
    fake: FakeAppServer, autojump_clock: Clock, known: bool
) -> None:
    fake.manual("turn/interrupt", "thread/turns/list")
    fake.answer("thread/unsubscribe", {"status": "unsubscribed"})
    async with opened(fake) as codex:
        thread = await codex.thread_start()
        turn = await thread.turn("hi")
        running = await fake.expect_turn()
        async with trio.open_nursery() as nursery:

            @nursery.start_soon
            async def serve() -> None:
                request = await fake.expect("turn/interrupt")
                assert request.params["turnId"] == running.id
                request.fail(-32600, "no active turn to interrupt")
                listed = await fake.expect("thread/turns/list")
                item: Any = {"type": "agentMessage", "id": "a", "text": "unseen"}
                shown = turn_shape(running.id, "completed", items=[item])
                listed.reply({"data": [shown] if known else []})

            await codex.client.call("thread/unsubscribe", {"threadId": thread.id})
            result = await turn.run()
    if known:
        assert result.status == TurnStatus.COMPLETED and result.final_response == "unseen"
    else:
        assert result.status == TurnStatus.INTERRUPTED and result.error is not None
        assert "unsubscribed from" in result.error.message


async def test_closing_does_not_wait_for_a_turn_whose_thread_is_gone(
    fake: FakeAppServer, autojump_clock: Clock
) -> None:
    fake.manual("turn/interrupt")
    began = trio.current_time()
    async with opened(fake, interrupt_timeout=60) as codex:
        thread = await codex.thread_start()
        await thread.turn("hi")
        (await fake.expect_turn()).delta("half")
        fake.notify("thread/deleted", {"threadId": thread.id})
        await settle()
    assert trio.current_time() - began <= 2
