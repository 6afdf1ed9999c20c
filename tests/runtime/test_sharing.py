"""Two clients of one server: whose turns end with a client, and who answers a request."""

from __future__ import annotations

import logging
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import pytest
import trio

from tests.runtime.helpers import first_delta, statuses, until
from trio_codex import (
    ApprovalMode,
    AppServerConfig,
    AsyncCodex,
    AsyncThread,
    AsyncTurnHandle,
    Decision,
    ServerRequestHandlers,
    TurnResult,
    listen,
)
from trio_codex.testing import Gate, ModelServer
from trio_codex.types import CommandExecutionThreadItem, TurnStatus

Turn = AsyncTurnHandle[None]


@pytest.fixture
async def url(config: AppServerConfig, tmp_path: Path) -> AsyncIterator[str]:
    async with listen(config, f"unix://{tmp_path}/s") as server:
        yield server.url


async def running(model: ModelServer, codex: AsyncCodex) -> tuple[AsyncThread, Turn, Gate]:
    """Start a turn that goes on when its gate opens."""
    gate = model.gate()
    model.reply_deltas(["half", "whole"], gate=gate, hold_after=1)
    thread = await codex.thread_start()
    turn = await thread.turn("Go.")
    await first_delta(turn)
    return thread, turn, gate


class Approver:
    """A handler that accepts when it is released, and shows whether it was asked."""

    def __init__(self) -> None:
        self.asked = trio.Event()
        self.release = trio.Event()
        self.withdrawn = trio.Event()

    async def approve(self, _: object) -> Decision:
        self.asked.set()
        try:
            await self.release.wait()
        except trio.Cancelled:
            self.withdrawn.set()
            raise
        return Decision.ACCEPT

    @property
    def handlers(self) -> ServerRequestHandlers:
        return ServerRequestHandlers(command_execution=self.approve)


async def asking(model: ModelServer, codex: AsyncCodex) -> tuple[AsyncThread, Turn]:
    """Start a turn that waits for an approval."""
    model.reply_command("echo hi", escalated=True, justification="Why not?", call_id="c1")
    model.reply("Done.")
    thread = await codex.thread_start(approval_mode=ApprovalMode.ASK)
    return thread, await thread.turn("Go.")


def command_status(result: TurnResult[Any]) -> str:
    (status,) = [str(i.status) for i in result.items if isinstance(i, CommandExecutionThreadItem)]
    return status


@pytest.mark.requirement("attach/foreign")
async def test_closing_a_client_interrupts_its_own_turns_only(url: str, model: ModelServer) -> None:
    async with AsyncCodex.connect(url) as one:
        kept, turn, gate = await running(model, one)
        async with AsyncCodex.connect(url) as two:
            ended, dropped, _ = await running(model, two)
            async with two.thread_resume(kept.id) as again:
                joined = await again.current_turn()
                assert joined is not None and joined.id == turn.id
        assert dropped.id in await statuses(await one.thread_resume(ended.id))
        assert (await statuses(await one.thread_resume(ended.id)))[dropped.id] == "interrupted"
        gate.open()
        assert (await turn.run()).final_response == "halfwhole"


@pytest.mark.requirement("attach/foreign")
async def test_a_turn_that_joins_another_clients_does_not_interrupt_it(
    url: str, model: ModelServer
) -> None:
    async with AsyncCodex.connect(url) as one, AsyncCodex.connect(url) as two:
        thread, turn, gate = await running(model, one)
        again = await two.thread_resume(thread.id)
        model.reply("And done.")
        async with again.turn("Also this.") as joined:
            assert joined.id == turn.id and joined.joined
        gate.open()
        assert (await turn.run()).status == TurnStatus.COMPLETED


@pytest.mark.requirement("attach/requests")
async def test_a_client_without_a_handler_leaves_a_request_to_the_others(
    url: str, model: ModelServer, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG, "trio_codex.requests")
    approver = Approver()
    async with AsyncCodex.connect(url, handlers=approver.handlers) as one:
        thread, turn = await asking(model, one)
        await approver.asked.wait()
        async with AsyncCodex.connect(url) as two:
            await two.thread_resume(thread.id)
            # The request is sent again, in front of the reply or right behind it.
            await two.models()
            assert "left item/commandExecution/requestApproval to other clients" in caplog.text
        approver.release.set()
        assert command_status(await turn.run()) == "completed"


@pytest.mark.requirement("attach/requests")
async def test_of_two_clients_with_handlers_the_first_answer_counts(
    url: str, model: ModelServer
) -> None:
    first, second = Approver(), Approver()
    async with (
        AsyncCodex.connect(url, handlers=first.handlers) as one,
        AsyncCodex.connect(url, handlers=second.handlers) as two,
    ):
        thread, turn = await asking(model, one)
        await first.asked.wait()
        await two.thread_resume(thread.id)
        await second.asked.wait()
        second.release.set()
        await first.withdrawn.wait()
        assert command_status(await turn.run()) == "completed"


@pytest.mark.requirement("attach/requests")
async def test_a_request_for_an_unopened_thread_reaches_no_handler(
    url: str, model: ModelServer
) -> None:
    first, second = Approver(), Approver()
    async with (
        AsyncCodex.connect(url, handlers=first.handlers) as one,
        AsyncCodex.connect(url, handlers=second.handlers) as two,
    ):
        _, turn = await asking(model, one)
        await first.asked.wait()
        await two.models()
        assert not second.asked.is_set()
        first.release.set()
        await until(turn.stream(), "turn/completed")
