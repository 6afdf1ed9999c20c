"""Closing: idempotent, shared by all who ask for it, and never louder than the body."""

from __future__ import annotations

import pytest
import trio
import trio.testing

from tests.session.scripted import SECONDS, assert_nothing_left, outcome_of, settle
from trio_codex import (
    AppServerConfig,
    AsyncCodex,
    AsyncTurnHandle,
    ClientClosedError,
    ServerRequestHandlers,
    TransportClosedError,
)
from trio_codex.testing import FakeAppServer
from trio_codex.types import TurnStatus


async def _full(
    fake: FakeAppServer, codex: AsyncCodex, nursery: trio.Nursery
) -> AsyncTurnHandle[None]:
    """Starts a turn and fills the window with requests that are never answered."""
    fake.manual("model/list")
    turn = await (await codex.thread_start()).turn("hi")
    for _ in range(codex.client.config.max_in_flight + 1):
        nursery.start_soon(outcome_of, codex.models, [])
    await settle()
    assert codex.statistics().requests_waiting == 1
    return turn


async def test_a_full_window_does_not_hold_up_the_interrupts_of_closing(
    fake: FakeAppServer, autojump_clock: trio.testing.MockClock
) -> None:
    async with trio.open_nursery() as nursery:
        with pytest.raises(KeyError, match="mine"):
            async with AsyncCodex(
                AppServerConfig(max_in_flight=2), transport=fake.transport
            ) as codex:
                turn = await _full(fake, codex, nursery)
                raise KeyError("mine")
    assert trio.current_time() == 0
    assert (await turn.run()).status == TurnStatus.INTERRUPTED
    assert_nothing_left(codex)


async def test_a_full_window_does_not_hold_up_leaving_a_turn(
    fake: FakeAppServer, autojump_clock: trio.testing.MockClock
) -> None:
    async with (
        trio.open_nursery() as nursery,
        AsyncCodex(AppServerConfig(max_in_flight=2), transport=fake.transport) as codex,
    ):
        async with await _full(fake, codex, nursery):
            pass
        assert trio.current_time() == 0
        assert [turn.status for turn in fake.turns] == ["interrupted"]
        # What it borrowed is given back.
        assert codex.statistics().requests_in_flight == 2
        for _ in range(3):
            (await fake.expect("model/list")).reply({"data": []})
        await settle()
        assert codex.statistics().requests_in_flight == 0


async def test_interrupts_beyond_the_window_are_bounded(fake: FakeAppServer) -> None:
    fake.manual("turn/interrupt")
    with trio.fail_after(SECONDS):
        async with AsyncCodex(
            AppServerConfig(max_in_flight=100, interrupt_timeout=0.01), transport=fake.transport
        ) as codex:
            turns = [await (await codex.thread_start()).turn("hi") for _ in range(150)]
            async with trio.open_nursery() as nursery:
                for turn in turns:
                    nursery.start_soon(turn.interrupt)
                await settle()
                # The runtime loses answers above this many.
                assert codex.statistics().requests_in_flight == 128
                assert codex.statistics().requests_waiting == 22
                nursery.cancel_scope.cancel()


@pytest.mark.parametrize("when", ["closing", "before"])
async def test_a_runtime_that_dies_does_not_replace_the_exception_of_the_body(
    fake: FakeAppServer, when: str
) -> None:
    fake.answer("turn/interrupt", lambda request: fake.disconnect(exit_code=1))
    with trio.fail_after(SECONDS):
        async with trio.open_nursery() as nursery:
            with pytest.raises(KeyError, match="mine"):
                async with (
                    AsyncCodex(AppServerConfig(max_in_flight=1), transport=fake.transport) as codex,
                    await _full(fake, codex, nursery),
                ):
                    if when == "before":
                        fake.disconnect(exit_code=1)
                    raise KeyError("mine")
        await codex.aclose()
        assert_nothing_left(codex)


async def test_a_second_close_waits_for_the_first_and_cuts_nothing_short(
    fake: FakeAppServer, autojump_clock: trio.testing.MockClock
) -> None:
    ended: list[str] = []
    fake.manual("turn/interrupt")
    async with trio.open_nursery() as nursery:
        codex = await nursery.start(AsyncCodex(transport=fake.transport).serve)
        turn = await (await codex.thread_start()).turn("hi")
        await fake.expect_turn()
        await settle()

        async def close(name: str) -> None:
            await codex.aclose()
            ended.append(name)

        nursery.start_soon(close, "first")
        request = await fake.expect("turn/interrupt")
        nursery.start_soon(close, "second")
        # A third one that is cancelled meanwhile waits as well.
        with trio.move_on_after(1):
            nursery.start_soon(close, "third")
            await trio.sleep_forever()
        assert ended == [] and not fake.closed
        request.reply({})
        fake.turns[0].interrupted()
    assert sorted(ended) == ["first", "second", "third"]
    assert (await turn.run()).status == TurnStatus.INTERRUPTED
    await codex.aclose()
    assert trio.current_time() == 1


async def test_a_handler_may_close_the_client_also_while_it_is_being_closed(
    fake: FakeAppServer, autojump_clock: trio.testing.MockClock
) -> None:
    async def closing(params: object) -> object:
        try:
            await codex.aclose()
        finally:
            await codex.aclose()
        raise ValueError("unreachable: closing cancelled it")

    handlers = ServerRequestHandlers(fallback=closing)  # type: ignore[arg-type]
    async with AsyncCodex(handlers=handlers, transport=fake.transport) as codex:
        fake.ask_nowait("brand/new", {})
        with pytest.raises(ClientClosedError, match="closed"):
            fake.manual("model/list")
            await codex.models()
    assert trio.current_time() == 0
    assert_nothing_left(codex)


async def test_a_death_while_it_is_being_closed_is_a_close(fake: FakeAppServer) -> None:
    errors: list[object] = []
    fake.answer("turn/interrupt", lambda request: fake.disconnect(exit_code=1))
    fake.manual("model/list")
    with trio.fail_after(SECONDS):
        async with trio.open_nursery() as nursery:
            codex = await nursery.start(AsyncCodex(transport=fake.transport).serve)
            await (await codex.thread_start()).turn("hi")
            nursery.start_soon(outcome_of, codex.models, errors)
            await settle()
            await codex.aclose()
    assert [type(error) for error in errors] == [ClientClosedError]
    assert not isinstance(errors[0], TransportClosedError)
