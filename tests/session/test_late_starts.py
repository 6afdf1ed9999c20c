"""A start whose caller has gone is interrupted when it is answered; every exit has one budget."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
import trio
import trio.testing

from tests.session.scripted import opened, settle
from tests.session.sub_agents import NOTHING, held, interrupted_in_order
from trio_codex import AsyncThread

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from trio_codex.testing import FakeAppServer, FakeRequest, FakeTurn

TIMEOUT = 2.0


async def gave_up(start: Callable[[], Awaitable[Any]]) -> None:
    """Cancels a start that the server does not answer; it takes its one budget and no more."""
    began = trio.current_time()
    with trio.move_on_after(1) as scope:
        await start()
    assert scope.cancelled_caught
    assert trio.current_time() - began == pytest.approx(1 + TIMEOUT)


def a_turn(thread: AsyncThread) -> Callable[[], Awaitable[Any]]:
    return lambda: thread.turn("hi")


def a_review(thread: AsyncThread) -> Callable[[], Awaitable[Any]]:
    return lambda: thread.review("look")


def answered(request: FakeRequest, turn: FakeTurn) -> FakeTurn:
    return turn.reply_to(request)


@pytest.mark.parametrize(("method", "begin"), [("turn/start", a_turn), ("review/start", a_review)])
async def test_the_reply_of_a_start_comes_late(
    fake: FakeAppServer,
    autojump_clock: trio.testing.MockClock,
    caplog: pytest.LogCaptureFixture,
    method: str,
    begin: Callable[[AsyncThread], Callable[[], Awaitable[Any]]],
) -> None:
    caplog.set_level("INFO", "trio_codex.turns")
    fake.manual(method)
    async with opened(fake, interrupt_timeout=TIMEOUT) as codex:
        thread = await codex.thread_start()
        await gave_up(begin(thread))
        assert f"{method} was cancelled and not answered within 2 s" in caplog.text
        late = answered(await fake.expect(method), fake.turn(thread.id))
        await settle()
        # The server would refuse an interrupt before the start.
        assert "turn/interrupt" not in fake.methods
        late.started()
        await settle()
        assert late.status == "interrupted"
        assert "a turn that was left has been interrupted" in caplog.text
        assert held(codex) == NOTHING


async def test_the_turn_starts_and_its_reply_never_comes(
    fake: FakeAppServer, autojump_clock: trio.testing.MockClock
) -> None:
    fake.manual("turn/start")
    async with opened(fake, interrupt_timeout=TIMEOUT) as codex:
        thread = await codex.thread_start()
        await gave_up(a_turn(thread))
        late = fake.turn(thread.id).started()
        await settle()
        assert late.status == "interrupted"
        # The reply comes after the end: nothing is bound to what is over.
        answered(await fake.expect("turn/start"), late)
        await settle()
        assert held(codex) == NOTHING


async def test_the_turn_that_started_was_another_one(
    fake: FakeAppServer, autojump_clock: trio.testing.MockClock
) -> None:
    fake.manual("turn/start")
    async with opened(fake, interrupt_timeout=TIMEOUT) as codex:
        thread = await codex.thread_start()
        await gave_up(a_turn(thread))
        request = await fake.expect("turn/start")
        fake.turn(thread.id).started()
        await settle()
        late = answered(request, fake.turn(thread.id)).started()
        await settle()
        assert late.status == "interrupted"
        assert held(codex) == NOTHING


async def test_the_turn_has_started_before_the_caller_went(
    fake: FakeAppServer, autojump_clock: trio.testing.MockClock
) -> None:
    fake.manual("turn/start")
    async with opened(fake, interrupt_timeout=TIMEOUT) as codex:
        thread = await codex.thread_start()
        async with trio.open_nursery() as nursery:
            nursery.start_soon(gave_up, a_turn(thread))
            request = await fake.expect("turn/start")
            late = fake.turn(thread.id).started()
        await settle()
        assert late.status == "interrupted"
        request.fail(-32600, "too late")
        await settle()
        assert held(codex) == NOTHING


async def test_the_turn_that_had_started_before_the_caller_went_was_another_one(
    fake: FakeAppServer, autojump_clock: trio.testing.MockClock
) -> None:
    fake.manual("turn/start")
    async with opened(fake, interrupt_timeout=TIMEOUT) as codex:
        thread = await codex.thread_start()
        async with trio.open_nursery() as nursery:
            nursery.start_soon(gave_up, a_turn(thread))
            request = await fake.expect("turn/start")
            fake.turn(thread.id).started()
        await settle()
        late = answered(request, fake.turn(thread.id)).started()
        await settle()
        assert late.status == "interrupted"
        assert held(codex) == NOTHING


async def test_a_late_refusal_ends_the_expectation(
    fake: FakeAppServer, autojump_clock: trio.testing.MockClock
) -> None:
    fake.manual("turn/start")
    async with opened(fake, interrupt_timeout=TIMEOUT) as codex:
        thread = await codex.thread_start()
        await gave_up(a_turn(thread))
        assert codex.statistics().turns_starting == 1
        (await fake.expect("turn/start")).fail(-32600, "thread not found")
        await settle()
        # A turn that starts now was not ours.
        other = fake.turn(thread.id).started()
        await settle()
        assert other.running
        assert held(codex) == NOTHING


@pytest.mark.parametrize("answer", [True, False])
async def test_a_compaction_begins_late(
    fake: FakeAppServer, autojump_clock: trio.testing.MockClock, answer: bool
) -> None:
    fake.manual("thread/compact/start")
    async with opened(fake, interrupt_timeout=TIMEOUT) as codex:
        thread = await codex.thread_start()
        async with trio.open_nursery() as nursery:
            nursery.start_soon(gave_up, thread.compact)
            request = await fake.expect("thread/compact/start")
            if answer:
                request.reply()
        late = fake.turn(thread.id).started()
        late.item_started({"type": "contextCompaction", "id": "c"})
        await settle()
        assert late.status == "interrupted"
        if not answer:
            request.reply()
        await settle()
        assert held(codex) == NOTHING


async def test_a_compaction_has_started_and_shown_no_item(
    fake: FakeAppServer, autojump_clock: trio.testing.MockClock
) -> None:
    fake.manual("thread/compact/start")
    async with opened(fake, interrupt_timeout=TIMEOUT) as codex:
        thread = await codex.thread_start()
        async with trio.open_nursery() as nursery:
            nursery.start_soon(gave_up, thread.compact)
            (await fake.expect("thread/compact/start")).reply()
            late = fake.turn(thread.id).started()
        await settle()
        assert late.status == "interrupted"
        assert held(codex) == NOTHING


async def test_a_start_that_is_answered_within_the_budget_has_the_rest_of_it_for_the_interrupt(
    fake: FakeAppServer, autojump_clock: trio.testing.MockClock
) -> None:
    fake.manual("turn/start", "turn/interrupt")
    async with opened(fake, interrupt_timeout=TIMEOUT) as codex:
        thread = await codex.thread_start()
        async with trio.open_nursery() as nursery:
            nursery.start_soon(gave_up, a_turn(thread))
            request = await fake.expect("turn/start")
            await trio.sleep(1 + TIMEOUT * 0.75)
            running = answered(request, fake.turn(thread.id)).started()
            (await fake.expect("turn/interrupt")).reply()
        running.interrupted()
        await settle()
        assert held(codex) == NOTHING


async def test_a_late_join_leaves_the_turn_to_those_who_follow_it(
    fake: FakeAppServer, autojump_clock: trio.testing.MockClock
) -> None:
    async with opened(fake, interrupt_timeout=TIMEOUT) as codex:
        thread = await codex.thread_start()
        turn = await thread.turn("hi")
        running = await fake.expect_turn(thread.id)
        fake.manual("turn/start")
        await gave_up(a_turn(thread))
        await fake.expect("turn/start")
        answered(await fake.expect("turn/start"), running)
        await settle()
        assert running.running
        running.answer("done")
        assert (await turn.run()).final_response == "done"
        assert interrupted_in_order(fake) == []
        assert held(codex) == NOTHING


async def test_a_later_start_keeps_the_turn_that_a_late_one_began(
    fake: FakeAppServer, autojump_clock: trio.testing.MockClock
) -> None:
    fake.manual("turn/start")
    async with opened(fake, interrupt_timeout=TIMEOUT) as codex:
        thread = await codex.thread_start()
        await gave_up(a_turn(thread))
        first = await fake.expect("turn/start")
        async with trio.open_nursery() as nursery:

            @nursery.start_soon
            async def serve() -> None:
                second = await fake.expect("turn/start")
                running = answered(first, fake.turn(thread.id)).started()
                await settle()
                answered(second, running).answer("both")

            assert (await thread.run("again")).final_response == "both"
        assert interrupted_in_order(fake) == []
        assert held(codex) == NOTHING


async def test_a_connection_that_ends_forgets_late_starts(
    fake: FakeAppServer, autojump_clock: trio.testing.MockClock
) -> None:
    fake.manual("turn/start")
    async with opened(fake, interrupt_timeout=TIMEOUT) as codex:
        thread = await codex.thread_start()
        await gave_up(a_turn(thread))
        fake.disconnect(exit_code=1)
        await settle()
        assert codex.statistics().turns_starting == 0
