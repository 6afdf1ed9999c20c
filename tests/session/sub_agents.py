"""Turns of a fake server that start sub-agents, and what a client holds of them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from trio_codex import AsyncCodex, AsyncTurnHandle
    from trio_codex.testing import FakeAppServer, FakeTurn

NOTHING = {"turns": 0, "turns_starting": 0, "agents": 0, "events_held": 0, "requests_in_flight": 0}


def held(codex: AsyncCodex) -> dict[str, int]:
    return {name: getattr(codex.statistics(), name) for name in NOTHING}


def interrupted_in_order(fake: FakeAppServer) -> list[str]:
    """The turns the client asked to interrupt, in the order of the requests."""
    return [
        request.params["turnId"] for request in fake.requests if request.method == "turn/interrupt"
    ]


async def started(
    codex: AsyncCodex, fake: FakeAppServer, **options: Any
) -> tuple[AsyncTurnHandle[None], FakeTurn]:
    thread = await codex.thread_start()
    turn = await thread.turn("hi", **options)
    return turn, await fake.expect_turn(thread.id)


def spawn(fake: FakeAppServer, parent: FakeTurn, name: str) -> FakeTurn:
    """Starts an agent as the runtime does: the call's item, then the agent's turn."""
    parent.spawned(f"{name}-thread")
    return fake.turn(f"{name}-thread", name, root=parent).started()
