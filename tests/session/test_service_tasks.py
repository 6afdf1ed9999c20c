"""The connection's own tasks: no outside cancellation reaches them first, and none outlives it."""

from __future__ import annotations

import logging
from collections.abc import Callable

import pytest
import trio
import trio.testing

from tests.session.cancelling import cancel_at
from tests.session.scripted import SECONDS, assert_nothing_left, engine_tasks, settle
from trio_codex import AppServerConfig, AsyncCodex, ProtocolError, ServerRequestHandlers
from trio_codex.testing import FakeAppServer
from trio_codex.types import TurnStatus

MOST_CHECKPOINTS = 60


async def test_a_deadline_around_the_client_still_reads_the_end_of_its_turn(
    fake: FakeAppServer, autojump_clock: trio.testing.MockClock
) -> None:
    with trio.move_on_after(30) as scope:
        async with AsyncCodex(transport=fake.transport) as codex:
            turn = await (await codex.thread_start()).turn("hi")
            async with turn:
                await trio.sleep_forever()
    # Nothing waited for a timeout of ours.
    assert scope.cancelled_caught and trio.current_time() == 30
    assert_nothing_left(codex)
    assert (await turn.run()).status == TurnStatus.INTERRUPTED


async def test_a_cancelled_nursery_that_serves_the_client_reads_the_end_of_its_turns(
    fake: FakeAppServer, autojump_clock: trio.testing.MockClock
) -> None:
    async with trio.open_nursery() as nursery:
        codex = await nursery.start(AsyncCodex(transport=fake.transport).serve)
        thread = await codex.thread_start()
        turn = await thread.turn("hi")
        nursery.start_soon(turn.run)
        nursery.start_soon((await codex.thread_start()).run, "another")
        await settle()
        nursery.cancel_scope.cancel()
    assert trio.current_time() == 0
    assert {turn.status for turn in fake.turns} == {"interrupted"}
    assert (await turn.run()).status == TurnStatus.INTERRUPTED
    assert_nothing_left(codex)


async def test_the_client_is_usable_in_shielded_cleanup_of_a_cancelled_body(
    fake: FakeAppServer,
) -> None:
    with trio.fail_after(SECONDS), trio.CancelScope() as outer:
        async with AsyncCodex(transport=fake.transport) as codex:
            outer.cancel()
            try:
                await trio.sleep_forever()
            finally:
                with trio.fail_after(SECONDS, shield=True):
                    models = await codex.models()  # noqa: ASYNC102 - that is what is tested
    assert outer.cancelled_caught and models.data == []


async def test_the_whole_client_cancelled_at_each_checkpoint_ends_its_turn_first(
    caplog: pytest.LogCaptureFixture,
) -> None:
    caplog.set_level(logging.WARNING)
    with trio.fail_after(3 * SECONDS):
        for steps in range(MOST_CHECKPOINTS):
            fake = FakeAppServer()

            async def use(fake: FakeAppServer = fake) -> None:
                async with AsyncCodex(transport=fake.transport) as codex:
                    thread = await codex.thread_start()
                    async with await thread.turn("hi"):
                        await settle()

            was_running = await cancel_at(use, steps)
            assert engine_tasks() == []
            assert {turn.status for turn in fake.turns} <= {"interrupted"}
            if steps and not was_running:
                break
        else:
            raise AssertionError("it has more checkpoints than any operation should")
    assert steps > 8
    assert not caplog.records


@pytest.mark.parametrize("kind", [KeyboardInterrupt, SystemExit])
async def test_what_leaves_a_service_ends_everything_and_comes_out_plain(
    fake: FakeAppServer, monkeypatch: pytest.MonkeyPatch, kind: Callable[[str], BaseException]
) -> None:
    asked = trio.Event()

    async def broken(self: object) -> None:
        await asked.wait()
        raise kind("mine")

    monkeypatch.setattr(type(fake.transport), "drain_diagnostics", broken)
    fake.manual("model/list")
    seen = []
    with trio.fail_after(SECONDS):
        with pytest.raises((KeyboardInterrupt, SystemExit), match="mine"):
            async with AsyncCodex(AppServerConfig(), transport=fake.transport) as codex:
                asked.set()
                try:
                    # Nobody has to be cancelled to notice it.
                    with trio.fail_after(SECONDS, shield=True):
                        await codex.models()
                except ProtocolError as error:
                    seen.append(error)
    assert "mine" in str(seen[0])
    assert engine_tasks() == [] and fake.closed


async def test_ctrl_c_in_a_handler_comes_out_of_the_block_plain(fake: FakeAppServer) -> None:
    async def interrupted(params: object) -> object:
        await trio.lowlevel.checkpoint()
        raise KeyboardInterrupt

    handlers = ServerRequestHandlers(command_execution=interrupted)  # type: ignore[arg-type]
    with trio.fail_after(SECONDS), pytest.raises(KeyboardInterrupt):
        async with AsyncCodex(handlers=handlers, transport=fake.transport) as codex:
            thread = await codex.thread_start()
            async with await thread.turn("hi"):
                turn = await fake.expect_turn()
                fake.ask_nowait(
                    "item/commandExecution/requestApproval",
                    {"threadId": thread.id, "turnId": turn.id, "itemId": "c1", "startedAtMs": 0},
                )
                await trio.sleep_forever()
    assert engine_tasks() == []
    assert [turn.status for turn in fake.turns] == ["interrupted"]


async def test_ctrl_c_while_it_closes_still_ends_the_child(
    fake: FakeAppServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def interrupted(connection: object) -> None:
        await trio.lowlevel.checkpoint()
        raise KeyboardInterrupt

    monkeypatch.setattr("trio_codex._session.session.finish_open_turns", interrupted)
    with trio.fail_after(SECONDS), pytest.raises(KeyboardInterrupt):
        async with AsyncCodex(transport=fake.transport) as codex:
            await codex.models()
    assert_nothing_left(codex)
    assert fake.closed
