"""What a handle shows of its turn's sub-agents: their events, and failures of their handlers."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
import trio

from tests.session.scripted import opened, settle
from tests.session.sub_agents import spawn, started
from trio_codex import HandlerError, ServerRequestHandlers

if TYPE_CHECKING:
    from trio_codex import Notification
    from trio_codex.testing import FakeAppServer
    from trio_codex.types import JsonValue


def _thread_of(event: Notification) -> object:
    assert isinstance(event.params, dict)
    return event.params["threadId"]


async def test_a_stream_yields_the_agents_events_up_to_the_last_end(fake: FakeAppServer) -> None:
    async with opened(fake) as codex:
        turn, root = await started(codex, fake)
        stream = turn.stream(agents=True)
        child = spawn(fake, root, "child").delta("hello")
        root.answer("done")
        child.message().completed()
        events = [(_thread_of(event), event.method) async for event in stream]
    assert events[-1] == ("child-thread", "turn/completed")
    assert (turn.thread_id, "turn/completed") in events
    assert ("child-thread", "item/agentMessage/delta") in events


async def test_a_stream_without_agents_holds_none_of_their_events(fake: FakeAppServer) -> None:
    async with opened(fake) as codex:
        turn, root = await started(codex, fake)
        stream = turn.stream()
        spawn(fake, root, "child").delta("hello")
        root.answer("done")
        assert {_thread_of(event) async for event in stream} == {turn.thread_id}


async def test_a_stream_that_waits_for_agents_ends_with_the_connection(
    fake: FakeAppServer,
) -> None:
    async with opened(fake) as codex:
        turn, root = await started(codex, fake)
        stream = turn.stream(agents=True)
        spawn(fake, root, "child")
        root.answer("done")
        await settle()
        fake.disconnect(exit_code=1)
        with pytest.raises(Exception, match="closed its output"):
            async for _ in stream:
                pass


async def test_the_failure_of_an_agents_handler_surfaces_in_its_root_turn(
    fake: FakeAppServer,
) -> None:
    async def fail(_: object) -> Any:
        await trio.lowlevel.checkpoint()
        raise ValueError("mine")

    async with opened(fake, ServerRequestHandlers(command_execution=fail)) as codex:
        turn, root = await started(codex, fake)
        child = spawn(fake, root, "child")
        params: JsonValue = {
            "threadId": child.thread_id,
            "turnId": child.id,
            "itemId": "c",
            "startedAtMs": 0,
        }
        await fake.ask("item/commandExecution/requestApproval", params)
        with pytest.raises(HandlerError, match="mine"):
            await turn.run()
        await turn.interrupt()
