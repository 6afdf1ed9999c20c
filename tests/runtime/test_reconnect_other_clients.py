"""A cut connection of the blocking and of the asyncio client."""

from __future__ import annotations

import asyncio
from collections.abc import Callable

import pytest
import trio

from tests.breaking_proxy import BreakingProxy
from trio_codex import Codex, Notification, aio
from trio_codex.testing import ModelServer

GAP = "trioCodex/gap"
DELTA = "item/agentMessage/delta"


def is_first_delta(events: list[Notification]) -> bool:
    """Whether the last event is the first delta."""
    return events[-1].method == DELTA and [event.method for event in events].count(DELTA) == 1


def blocking_turn(url: str, ready: Callable[[], None]) -> tuple[list[Notification], str | None]:
    """Runs a turn; `ready` is called after its first delta, and cuts the connection."""
    events: list[Notification] = []
    with (
        Codex.connect(url, reconnect=True) as codex,
        codex.thread_start() as thread,
        thread.turn("Count.") as turn,
    ):
        for event in turn.stream():
            events.append(event)
            if is_first_delta(events):
                ready()
                codex.models()  # waits for the end of the gap
        return events, turn.run().final_response


async def asyncio_turn(
    url: str, ready: Callable[[], None]
) -> tuple[list[Notification], str | None]:
    events: list[Notification] = []
    async with (
        aio.AsyncCodex.connect(url, reconnect=True) as codex,
        codex.thread_start() as thread,
        thread.turn("Count.") as turn,
    ):
        async for event in turn.stream():
            events.append(event)
            if is_first_delta(events):
                ready()
                await codex.models()
        return events, (await turn.run()).final_response


def in_asyncio(url: str, ready: Callable[[], None]) -> tuple[list[Notification], str | None]:
    return asyncio.run(asyncio_turn(url, ready))


@pytest.mark.requirement("reconnect/turns")
@pytest.mark.parametrize("run", [blocking_turn, in_asyncio])
async def test_a_turn_goes_on_after_a_cut(
    run: Callable[[str, Callable[[], None]], tuple[list[Notification], str | None]],
    proxy: BreakingProxy,
    model: ModelServer,
) -> None:
    gate = model.gate()
    model.reply_deltas(["one ", "two ", "three"], gate=gate, hold_after=1)

    async def cut() -> None:
        opened = proxy.opened
        proxy.cut()
        await proxy.wait_opened(opened + 1)
        gate.open()

    events, answer = await trio.to_thread.run_sync(
        run, proxy.url, lambda: trio.from_thread.run(cut)
    )
    methods = [event.method for event in events]
    assert methods.count(GAP) == 1
    assert methods[-1] == "turn/completed"
    assert answer == "one two three"
