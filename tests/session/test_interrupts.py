"""An interrupt reaches the server when the server can take it, and is asked for once."""

from __future__ import annotations

import pytest
import trio
import trio.testing

from tests.session.scripted import opened, settle
from trio_codex import ClientClosedError, InvalidRequestError
from trio_codex._session.turn import TurnChannel
from trio_codex.testing import FakeAppServer
from trio_codex.types import TurnStatus


@pytest.mark.requirement("turn/early-interrupt")
async def test_an_interrupt_waits_for_the_start(fake: FakeAppServer) -> None:
    fake.manual("turn/start")
    async with opened(fake) as codex:
        thread = await codex.thread_start()
        async with trio.open_nursery() as nursery:

            @nursery.start_soon
            async def serve() -> None:
                request = await fake.expect("turn/start")
                running = fake.turn(thread.id).reply_to(request)
                await settle()
                assert "turn/interrupt" not in fake.methods
                running.started()

            turn = await thread.turn("hi")
            await turn.interrupt()
            result = await turn.run()
    assert result.status == TurnStatus.INTERRUPTED
    assert fake.methods.count("turn/interrupt") == 1


async def test_an_interrupt_of_a_turn_that_is_over_sends_nothing(fake: FakeAppServer) -> None:
    async with opened(fake) as codex:
        thread = await codex.thread_start()
        turn = await thread.turn("hi")
        (await fake.expect_turn()).answer("done")
        await turn.run()
        await turn.interrupt()
        assert (await turn.run()).status == TurnStatus.COMPLETED
    assert "turn/interrupt" not in fake.methods


async def test_interrupts_at_once_are_one_request(fake: FakeAppServer) -> None:
    fake.manual("turn/interrupt")
    async with opened(fake) as codex:
        thread = await codex.thread_start()
        turn = await thread.turn("hi")
        running = await fake.expect_turn()
        async with trio.open_nursery() as nursery:
            for _ in range(3):
                nursery.start_soon(turn.interrupt)
            request = await fake.expect("turn/interrupt")
            await settle()
            request.reply()
        # The server has taken it, and would not answer another one before the next turn.
        await turn.interrupt()
        running.interrupted()
        assert (await turn.run()).status == TurnStatus.INTERRUPTED
    assert fake.methods.count("turn/interrupt") == 1


async def test_an_interrupt_ends_with_the_turn_if_the_server_does_not_answer(
    fake: FakeAppServer,
) -> None:
    fake.manual("turn/interrupt")
    async with opened(fake) as codex:
        thread = await codex.thread_start()
        turn = await thread.turn("hi")
        running = await fake.expect_turn()
        async with trio.open_nursery() as nursery:
            nursery.start_soon(turn.interrupt)
            await fake.expect("turn/interrupt")
            running.interrupted()
        assert (await turn.run()).status == TurnStatus.INTERRUPTED


async def test_an_interrupt_that_comes_too_late_is_no_error(fake: FakeAppServer) -> None:
    fake.manual("turn/interrupt")
    async with opened(fake) as codex:
        thread = await codex.thread_start()
        turn = await thread.turn("hi")
        running = await fake.expect_turn()
        async with trio.open_nursery() as nursery:
            nursery.start_soon(turn.interrupt)
            request = await fake.expect("turn/interrupt")
            with fake.batch():
                running.answer("first")
                request.fail(-32600, "no active turn to interrupt")
        assert (await turn.run()).status == TurnStatus.COMPLETED


async def test_a_refused_interrupt_of_a_running_turn_is_an_error(fake: FakeAppServer) -> None:
    fake.answer("turn/interrupt", InvalidRequestError("expected active turn id X but found Y"))
    async with opened(fake) as codex:
        thread = await codex.thread_start()
        turn = await thread.turn("hi")
        running = await fake.expect_turn()
        with pytest.raises(InvalidRequestError, match="expected active turn"):
            await turn.interrupt()
        running.completed()
        await turn.run()


async def test_a_second_interrupt_asks_when_the_first_was_given_up(fake: FakeAppServer) -> None:
    # As many as the runtime answers: beyond it not even an interrupt is sent.
    async with opened(fake, max_in_flight=128) as codex:
        thread = await codex.thread_start()
        turn = await thread.turn("hi")
        await fake.expect_turn()
        fake.manual("model/list")
        async with trio.open_nursery() as nursery:
            for _ in range(128):
                nursery.start_soon(codex.models)
            blockers = [await fake.expect("model/list") for _ in range(128)]
            first = trio.CancelScope()

            @nursery.start_soon
            async def give_up() -> None:
                with first:
                    await turn.interrupt()

            await settle()
            nursery.start_soon(turn.interrupt)
            await settle()
            # The window is full: nothing was sent for the first one, and now nothing will be.
            first.cancel()
            await settle()
            assert "turn/interrupt" not in fake.methods
            for blocker in blockers:
                blocker.reply({"data": []})
            assert (await turn.run()).status == TurnStatus.INTERRUPTED
    assert fake.methods.count("turn/interrupt") == 1


async def test_leaving_the_block_interrupts_on_the_server_and_waits_for_the_end(
    fake: FakeAppServer,
) -> None:
    async with opened(fake) as codex:
        thread = await codex.thread_start()
        async with await thread.turn("hi") as turn:
            running = await fake.expect_turn()
        assert running.status == "interrupted"
        assert codex.statistics().turns == 0
        assert (await turn.run()).status == TurnStatus.INTERRUPTED


async def test_leaving_the_block_after_the_end_sends_nothing(fake: FakeAppServer) -> None:
    async with opened(fake) as codex:
        thread = await codex.thread_start()
        async with await thread.turn("hi") as turn:
            (await fake.expect_turn()).answer("done")
            await turn.run()
    assert "turn/interrupt" not in fake.methods


async def test_cancelling_run_interrupts_on_the_server(fake: FakeAppServer) -> None:
    async with opened(fake) as codex:
        thread = await codex.thread_start()
        with trio.CancelScope() as scope:
            async with trio.open_nursery() as nursery:
                nursery.start_soon(thread.run, "hi")
                running = await fake.expect_turn()
                scope.cancel()
        assert scope.cancelled_caught
        assert running.status == "interrupted"
        assert codex.statistics().turns == 0


@pytest.mark.parametrize("answered", [True, False], ids=["running", "starting"])
async def test_a_cancelled_turn_leaves_once(
    fake: FakeAppServer, monkeypatch: pytest.MonkeyPatch, answered: bool
) -> None:
    if not answered:
        fake.manual("turn/start")
    async with opened(fake) as codex:
        thread = await codex.thread_start()
        router = codex.client._require().router
        release, released = router.release_turn, []

        def counting(channel: TurnChannel) -> None:
            released.append(channel)
            release(channel)

        monkeypatch.setattr(router, "release_turn", counting)
        with trio.CancelScope() as scope:
            async with trio.open_nursery() as nursery:
                nursery.start_soon(thread.run, "hi")
                request = await fake.expect("turn/start")
                await settle()
                scope.cancel()
                with trio.CancelScope(shield=True):
                    await settle()
                    if not answered:
                        fake.turn(thread.id).reply_to(request).started()
        assert len(released) == 1
        assert fake.methods.count("turn/interrupt") == 1


async def test_cancelling_a_start_in_flight_interrupts_the_turn(fake: FakeAppServer) -> None:
    fake.manual("turn/start")
    async with opened(fake) as codex:
        thread = await codex.thread_start()
        async with trio.open_nursery() as nursery:
            scope = trio.CancelScope()

            @nursery.start_soon
            async def start() -> None:
                with scope:
                    await thread.turn("hi")

            request = await fake.expect("turn/start")
            scope.cancel()
            await settle()
            running = fake.turn(thread.id).reply_to(request)
            await settle()
            running.started()
        assert running.status == "interrupted"
        assert codex.statistics().turns == codex.statistics().turns_starting == 0


async def test_a_start_that_is_answered_too_late_for_its_caller_is_interrupted(
    fake: FakeAppServer, autojump_clock: trio.testing.MockClock
) -> None:
    fake.manual("turn/start")
    async with opened(fake) as codex:
        thread = await codex.thread_start()
        began = trio.current_time()
        with trio.move_on_after(1):
            await thread.turn("hi")
        assert trio.current_time() - began == pytest.approx(6)
        assert codex.statistics().turns_starting == 1
        # The reply comes after all, while another start waits on the thread.
        late = await fake.expect("turn/start")
        async with trio.open_nursery() as nursery:

            @nursery.start_soon
            async def serve() -> None:
                request = await fake.expect("turn/start")
                first = fake.turn(thread.id, "late").reply_to(late).started()
                await settle()
                assert first.running
                fake.turn(thread.id, "next").reply_to(request).started().answer("next")
                await settle()
                assert first.status == "interrupted"

            assert (await thread.run("again")).final_response == "next"
        assert codex.statistics().turns == codex.statistics().turns_starting == 0
        assert codex.statistics().requests_in_flight == 0


@pytest.mark.requirement("turn/bounded-leave")
async def test_leaving_a_turn_the_server_will_not_end_is_bounded(
    fake: FakeAppServer, autojump_clock: trio.testing.MockClock, caplog: pytest.LogCaptureFixture
) -> None:
    fake.manual("turn/interrupt")
    async with opened(fake, interrupt_timeout=2) as codex:
        thread = await codex.thread_start()
        turn = await thread.turn("hi")
        began = trio.current_time()
        async with trio.open_nursery() as nursery:
            for waiting in (turn.run, turn.stream().__anext__):
                nursery.start_soon(_expect_left, waiting)
            async for event in turn.stream():
                if event.method == "turn/started":
                    break
            async with turn:
                await settle()
        assert trio.current_time() - began == pytest.approx(2)
        assert "did not end within 2 s" in caplog.text
        with pytest.raises(ClientClosedError, match="was left"):
            await turn.run()
        # What the server never answers must not hold a place for good.
        (await fake.expect("turn/interrupt")).reply()


async def _expect_left(waiting: object) -> None:
    with pytest.raises(ClientClosedError, match="was left"):
        while True:
            await waiting()  # type: ignore[operator]


async def test_a_refused_start_leaves_nothing(fake: FakeAppServer) -> None:
    fake.answer("turn/start", InvalidRequestError("thread not found: T"))
    async with opened(fake) as codex:
        thread = await codex.thread_start()
        for _ in range(3):
            with pytest.raises(InvalidRequestError, match="thread not found"):
                await thread.run("hi")
        statistics = codex.statistics()
        assert statistics.turns == statistics.turns_starting == 0
        assert statistics.requests_in_flight == 0


async def test_a_start_whose_reply_names_no_turn_is_an_error(fake: FakeAppServer) -> None:
    fake.answer("turn/start", {"turn": {}})
    async with opened(fake) as codex:
        thread = await codex.thread_start()
        with pytest.raises(Exception, match="names no turn"):
            await thread.run("hi")
        assert codex.statistics().turns_starting == 0


async def test_an_error_in_the_block_interrupts_and_comes_out_plain(fake: FakeAppServer) -> None:
    async with opened(fake) as codex:
        thread = await codex.thread_start()
        with pytest.raises(ValueError, match="mine"):
            async with await thread.turn("hi"):
                running = await fake.expect_turn()
                raise ValueError("mine")
        assert running.status == "interrupted"
