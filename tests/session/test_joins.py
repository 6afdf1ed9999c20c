"""A second start on a busy thread joins its turn; who leaves decides what ends."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
import trio

from tests.session.scripted import opened
from tests.session.sub_agents import NOTHING, held, spawn
from trio_codex import AsyncThread, AsyncTurnHandle
from trio_codex.types import TurnStatus

if TYPE_CHECKING:
    from trio_codex import AsyncCodex
    from trio_codex.testing import FakeAppServer, FakeTurn


async def joined(
    fake: FakeAppServer, thread: AsyncThread
) -> tuple[AsyncTurnHandle[None], AsyncTurnHandle[None], FakeTurn]:
    first = await thread.turn("hi")
    running = await fake.expect_turn(thread.id)
    return first, await thread.turn("more"), running


async def test_a_join_says_that_it_is_one(
    fake: FakeAppServer, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level("INFO", "trio_codex.turns")
    async with opened(fake) as codex:
        first, second, running = await joined(fake, await codex.thread_start())
        assert (first.joined, second.joined) == (False, True)
        assert second.id == first.id
        (record,) = [r for r in caplog.records if "joined a running turn" in r.message]
        assert record.codex_turn_id == running.id  # type: ignore[attr-defined]


async def test_leaving_a_join_leaves_the_turn_to_the_others(fake: FakeAppServer) -> None:
    async with opened(fake) as codex:
        first, second, running = await joined(fake, await codex.thread_start())
        child = spawn(fake, running, "child")
        async with second:
            pass
        with trio.CancelScope() as scope:
            third = await (await _same_thread(codex, first)).turn("and more")
            scope.cancel()
            await third.run()
        assert running.running and child.running
        running.answer("done")
        child.completed()
        assert (await first.run()).final_response == "done"
        assert "turn/interrupt" not in fake.methods
        assert held(codex) == NOTHING


async def _same_thread(codex: AsyncCodex, turn: AsyncTurnHandle[Any]) -> AsyncThread:
    return await codex.thread_resume(turn.thread_id)


async def test_leaving_the_last_join_interrupts_the_turn(fake: FakeAppServer) -> None:
    async with opened(fake) as codex:
        thread = await codex.thread_start()
        _, second, running = await joined(fake, thread)
        third = await thread.turn("and more")
        async with second:
            pass
        assert running.running
        # The first handle's own exit interrupts for everybody, so only the joins are left here.
        await _forget_first(codex, running)
        async with third:
            pass
        assert running.status == "interrupted"


async def _forget_first(codex: AsyncCodex, running: FakeTurn) -> None:
    await trio.lowlevel.checkpoint()
    connection = codex.client._require()
    (route,) = [r for r in connection.router.turns if r.turn_id == running.id]
    route.channels[0].left = True


async def test_leaving_the_first_handle_interrupts_for_everybody(fake: FakeAppServer) -> None:
    async with opened(fake) as codex:
        first, second, running = await joined(fake, await codex.thread_start())
        async with first:
            pass
        assert running.status == "interrupted"
        assert (await second.run()).status == TurnStatus.INTERRUPTED
