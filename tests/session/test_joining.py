"""The turn that runs on a thread is joined: what its handle gets, and whose turn it is."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
import trio

from tests.session.scripted import opened, settle
from trio_codex.testing import FakeAppServer
from trio_codex.testing.app_server.shapes import agent_message, thread_result

if TYPE_CHECKING:
    from collections.abc import Callable

    from trio_codex import AsyncThread, AsyncTurnHandle
    from trio_codex.testing import FakeTurn

THREAD = "thread-1"


def page(turn: FakeTurn) -> Any:
    shown = {"id": turn.id, "status": turn.status, "startedAt": 1, "items": []}
    return {**thread_result(turn.thread_id), "initialTurnsPage": {"data": [shown]}}


def runs(fake: FakeAppServer, *completed: str) -> FakeTurn:
    """Has a turn run that this client has not started."""
    turn = fake.turn(THREAD).started()
    for text in completed:
        turn.message(text, item_id=text)
    fake.answer("thread/resume", lambda request: request.reply(page(turn)))
    fake.answer("thread/items/list", listed(*completed))
    return turn


def listed(*texts: str) -> Any:
    return {"data": [{"turnId": "", "item": agent_message(text, text, None)} for text in texts]}


async def test_events_between_the_request_and_the_reply_reach_the_handle(
    fake: FakeAppServer,
) -> None:
    async with opened(fake) as codex:
        thread = await codex.thread_start()
        turn = runs(fake, "before")
        await settle()  # what came before the call has been read
        fake.manual("thread/resume", "thread/items/list")
        handles: list[Any] = []
        async with trio.open_nursery() as nursery:

            async def join() -> None:
                handles.append(await thread.current_turn())

            nursery.start_soon(join)
            resume = await fake.expect("thread/resume")
            turn.message("between", item_id="between")
            resume.reply(page(turn))
            items = await fake.expect("thread/items/list")
            turn.message("while listed", item_id="while listed")
            # Completed before the list was made, announced after it.
            items.reply(listed("before", "between", "late"))
        (handle,) = handles
        turn.message("late", item_id="late").completed()
        assert [e.method async for e in handle.stream()].count("item/completed") == 3
        result = await handle.run()
        assert [i.text for i in result.items] == ["before", "between", "late", "while listed"]
        assert result.tokens is None


async def test_a_turn_that_ends_before_the_reply_is_joined_and_over(fake: FakeAppServer) -> None:
    async with opened(fake) as codex:
        thread = await codex.thread_start()
        turn = runs(fake, "before")

        def end_first(request: Any) -> None:
            shown = page(turn)
            turn.completed()
            request.reply(shown)

        fake.answer("thread/resume", end_first)
        handle = await thread.current_turn()
        assert handle is not None
        assert [i.text for i in (await handle.run()).items] == ["before"]  # type: ignore[union-attr]


async def cancel_run(turn: AsyncTurnHandle, _: AsyncThread) -> None:
    with trio.CancelScope() as scope:
        scope.cancel()
        await turn.run()


async def leave_turn(turn: AsyncTurnHandle, _: AsyncThread) -> None:
    async with turn:
        pass


async def close_thread(_: AsyncTurnHandle, thread: AsyncThread) -> None:
    await thread.aclose()


async def close_client(turn: AsyncTurnHandle, _: AsyncThread) -> None:
    await turn._client.aclose()


async def unsubscribe(turn: AsyncTurnHandle, thread: AsyncThread) -> None:
    await turn._client.request("thread/unsubscribe", {"threadId": thread.id})


WAYS = [cancel_run, leave_turn, close_thread, close_client, unsubscribe]


@pytest.mark.requirement("turn/foreign")
@pytest.mark.parametrize("leave", WAYS)
async def test_the_turn_of_another_client_is_never_interrupted_by_leaving(
    leave: Callable[[AsyncTurnHandle, AsyncThread], Any],
) -> None:
    fake = FakeAppServer()
    fake.transport.attached = True  # type: ignore[attr-defined]
    fake.answer("thread/unsubscribe", {"status": "unsubscribed"})
    async with opened(fake) as codex:
        thread = await codex.thread_resume(THREAD)
        turn = runs(fake)
        fake.turn("agent", root=turn).started()
        handle = await thread.current_turn()
        assert handle is not None
        await leave(handle, thread)
        await settle()
    assert "turn/interrupt" not in fake.methods


async def test_the_turn_of_another_client_is_interrupted_when_that_is_asked_for() -> None:
    fake = FakeAppServer()
    fake.transport.attached = True  # type: ignore[attr-defined]
    async with opened(fake) as codex:
        thread = await codex.thread_resume(THREAD)
        turn = runs(fake)
        handle = await thread.current_turn()
        assert handle is not None
        await handle.interrupt()
        assert turn.status == "interrupted"
        assert (await handle.run()).status == "interrupted"


async def test_a_cancelled_join_leaves_nothing_behind(fake: FakeAppServer) -> None:
    async with opened(fake) as codex:
        thread = await codex.thread_start()
        for method in ("thread/resume", "thread/items/list"):
            runs(fake)
            fake.manual(method)
            with trio.CancelScope() as scope:
                async with trio.open_nursery() as nursery:
                    nursery.start_soon(thread.current_turn)
                    request = await fake.expect(method)
                    scope.cancel()
            request.reply(None)
            await settle()
            assert codex.statistics().turns == codex.statistics().turns_starting == 0
        assert "turn/interrupt" not in fake.methods


async def test_a_handle_of_an_agents_turn_takes_nothing_from_the_root_turn(
    fake: FakeAppServer,
) -> None:
    async with opened(fake) as codex:
        root = await (await codex.thread_start()).turn("hi")
        running = await fake.expect_turn()
        running.spawned("child-thread")
        agent = fake.turn("child-thread", "child", root=running).started()
        await settle()
        child = await codex.thread_resume("child-thread")
        handle = await child.current_turn()
        assert handle is not None and handle.id == agent.id
        agent.message("done").completed()
        assert (await handle.run()).final_response == "done"
        assert [known.status for known in root.agents()] == ["completed"]
        assert codex.statistics().agents == 0
        running.message("all done").completed()
        result = await root.run()
    assert result.final_response == "all done"
