"""A cancellation from outside the client's block: turns are interrupted and read to their end."""

from __future__ import annotations

import contextlib
import logging
from typing import TYPE_CHECKING

import pytest
import trio
import trio.testing

from tests.runtime.helpers import first_delta, held, runtimes
from tests.session.cancelling import cancelling_after
from trio_codex import AsyncCodex
from trio_codex._transport.process import open_process
from trio_codex.types import TurnStatus

if TYPE_CHECKING:
    from trio_codex import AppServerConfig, AsyncTurnHandle
    from trio_codex._transport.process import ProcessTransport
    from trio_codex.testing import ModelServer

# Trio runs tasks that are ready together in either order.
OPENINGS = 10


def hold(model: ModelServer) -> None:
    model.reply_deltas(["half ", "whole"], gate=model.gate(), hold_after=1)


@pytest.fixture(autouse=True)
def _nothing_is_given_up(caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.INFO, "trio_codex")


def problems(caplog: pytest.LogCaptureFixture) -> list[str]:
    return [record.message for record in caplog.records if record.levelno > logging.INFO]


async def test_a_cancelled_scope_around_the_client_interrupts_its_turn(
    model: ModelServer, config: AppServerConfig, caplog: pytest.LogCaptureFixture
) -> None:
    hold(model)
    with trio.CancelScope() as outer:
        async with AsyncCodex(config) as codex:
            thread = await codex.thread_start()
            async with await thread.turn("Go.") as turn:
                await first_delta(turn)
                outer.cancel()
                await trio.sleep_forever()
    assert outer.cancelled_caught and not runtimes()
    # The reader saw the answer to the interrupt and the end of the turn.
    assert (await turn.run()).status == TurnStatus.INTERRUPTED
    assert problems(caplog) == [] and held(codex) == {}


async def test_a_cancelled_nursery_around_a_served_client_interrupts_its_turns(
    model: ModelServer, config: AppServerConfig, caplog: pytest.LogCaptureFixture
) -> None:
    hold(model)
    hold(model)
    turns: list[AsyncTurnHandle[None]] = []
    async with trio.open_nursery() as nursery:
        codex = await nursery.start(AsyncCodex(config).serve)
        for _ in range(2):
            turns.append(await (await codex.thread_start()).turn("Go."))
            await first_delta(turns[-1])
        nursery.start_soon(turns[0].run)
        await trio.testing.wait_all_tasks_blocked(0.01)
        nursery.cancel_scope.cancel()
    assert [(await turn.run()).status for turn in turns] == [TurnStatus.INTERRUPTED] * 2
    assert problems(caplog) == [] and not runtimes()


async def test_an_opening_cancelled_just_after_the_spawn_logs_no_failure(
    config: AppServerConfig, caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    cleanup, scope = contextlib.ExitStack(), trio.CancelScope()

    async def open_and_cancel(config: AppServerConfig) -> ProcessTransport:
        transport = await open_process(config)
        # At the next step of the opening, which is the first of the client's own tasks.
        cleanup.enter_context(cancelling_after(scope, 1))
        return transport

    monkeypatch.setattr("trio_codex._transport.process.open_process", open_and_cancel)
    for _ in range(OPENINGS):
        with (scope := trio.CancelScope()), cleanup:
            async with AsyncCodex(config):
                raise AssertionError("it must not open")
        assert scope.cancelled_caught and not runtimes()
    assert problems(caplog) == []
