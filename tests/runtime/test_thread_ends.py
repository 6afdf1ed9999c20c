"""Threads that are archived, deleted or unsubscribed from in the middle of a turn."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
import trio

from tests.runtime.helpers import first_delta, held
from trio_codex.types import TurnStatus

if TYPE_CHECKING:
    from trio_codex import AsyncCodex
    from trio_codex.testing import ModelServer


async def end(codex: AsyncCodex, how: str, thread_id: str) -> None:
    if how == "archive":
        await codex.thread_archive(thread_id)
    elif how == "delete":
        await codex.thread_delete(thread_id)
    else:
        await codex.request("thread/unsubscribe", {"threadId": thread_id})


@pytest.mark.parametrize("how", ["archive", "delete", "unsubscribe"])
@pytest.mark.parametrize("wait", ["run", "stream"])
async def test_a_turn_whose_thread_is_taken_away_ends(
    model: ModelServer, codex: AsyncCodex, how: str, wait: str
) -> None:
    model.reply_deltas(["half ", "whole"], gate=model.gate(), hold_after=1)
    thread = await codex.thread_start()
    turn = await thread.turn("Go.")
    await first_delta(turn)
    with trio.fail_after(4):  # less than `interrupt_timeout`
        await end(codex, how, thread.id)
        if wait == "stream":
            assert [event.method async for event in turn.stream()][-1] == "turn/completed"
        result = await turn.run()
    assert result.status == TurnStatus.INTERRUPTED and result.id == turn.id
    if how == "unsubscribe":
        assert result.error is not None
        assert "unsubscribed from while the turn ran" in result.error.message
        read = await thread.read()
        status = getattr(read.thread.status, "type", None)
        assert status in ("idle", "notLoaded"), "it was interrupted"
    assert not held(codex)
