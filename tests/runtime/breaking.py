"""What the tests of lost connections share: clients that reconnect, turns that wait, cuts."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

from tests.breaking_proxy import BreakingProxy
from tests.runtime.helpers import first_delta, held
from trio_codex import AsyncCodex, AsyncThread, AsyncTurnHandle
from trio_codex.testing import Gate, ModelServer


@asynccontextmanager
async def connected(proxy: BreakingProxy, **options: Any) -> AsyncIterator[AsyncCodex]:
    """A client that reconnects; afterwards it holds nothing."""
    async with AsyncCodex.connect(proxy.url, reconnect=True, **options) as codex:
        yield codex
        assert held(codex) == {}


async def held_turn(model: ModelServer, thread: AsyncThread) -> tuple[AsyncTurnHandle, Gate]:
    """Start a turn whose answer stops after its first delta."""
    gate = model.gate()
    model.reply_deltas(["one ", "two ", "three"], gate=gate, hold_after=1)
    turn = await thread.turn("Count.")
    await first_delta(turn)
    return turn, gate


async def reconnected(proxy: BreakingProxy, codex: AsyncCodex) -> None:
    """Cut the connection, and wait until the client has taken it up again."""
    opened = proxy.opened
    proxy.cut()
    await proxy.wait_opened(opened + 1)
    await codex.models()  # waits for the end of the gap
