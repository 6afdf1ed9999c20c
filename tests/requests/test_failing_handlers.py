"""What a handler that fails, or is not needed any more, does to its turn and to nothing else."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
import trio

from tests.requests.scripted_server import (
    COMMAND,
    command,
    connected,
)
from trio_codex import (
    HandlerError,
    ServerRequestHandlers,
)
from trio_codex.errors import MethodNotFoundError
from trio_codex.types import Decision

if TYPE_CHECKING:
    from trio_codex.protocol import JsonValue


def _raise(error: Exception) -> Any:
    raise error


@pytest.mark.requirement("handler/failure-contained")
@pytest.mark.parametrize(
    "error",
    [
        ValueError("v"),
        ExceptionGroup("several", [ValueError("a"), KeyError("b")]),
        MethodNotFoundError("not supported yet"),
        trio.TooSlowError("t"),
        StopAsyncIteration(),
    ],
    ids=lambda error: type(error).__name__,
)
async def test_whatever_a_handler_raises_is_a_decline_and_an_error_of_its_turn(
    error: Exception,
) -> None:
    async def explode(_: object) -> Decision:
        await trio.lowlevel.checkpoint()
        return _raise(error)  # type: ignore[no-any-return]

    async with connected(ServerRequestHandlers(command_execution=explode)) as (fake, codex):
        thread, other = await codex.thread_start(), await codex.thread_start()
        mine, others = await thread.turn("go"), await other.turn("go")
        answer: Any = await fake.ask(COMMAND, command(thread.id, mine.id))
        with pytest.raises(HandlerError, match=type(error).__name__) as caught:
            await mine.run()
        fake.turns[0].answer("went on")
        fake.turns[1].answer("unharmed")

        assert answer == {"decision": "decline"}
        assert caught.value.__cause__ is error
        assert (await mine.run()).final_response == "went on"
        assert (await others.run()).final_response == "unharmed"


async def test_a_handler_that_fails_while_it_is_cancelled_ends_nothing_else() -> None:
    entered = trio.Event()

    async def fail_late() -> None:
        try:
            await trio.sleep_forever()
        finally:
            raise OSError("cleaning up failed")

    async def explode(_: object) -> Decision:
        async with trio.open_nursery() as nursery:
            nursery.start_soon(fail_late)
            entered.set()
            await trio.sleep_forever()
        raise AssertionError

    async with connected(ServerRequestHandlers(command_execution=explode)) as (fake, codex):
        thread = await codex.thread_start()
        turn = await thread.turn("go")
        question = fake.ask_nowait(COMMAND, command(thread.id, turn.id))
        await entered.wait()
        fake.resolve(question, thread.id)
        assert await question.wait() == {"decision": "decline"}
        with pytest.raises(HandlerError, match="ExceptionGroup"):
            await turn.run()
        # The connection lives.
        assert (await codex.thread_start()).id
        fake.turns[0].answer("done")


async def test_a_handler_that_fails_while_the_client_closes_does_not_disturb_closing() -> None:
    entered = trio.Event()

    async def fail_late() -> None:
        try:
            await trio.sleep_forever()
        finally:
            raise OSError("cleaning up failed")

    async def explode(_: object) -> Decision:
        async with trio.open_nursery() as nursery:
            nursery.start_soon(fail_late)
            entered.set()
            await trio.sleep_forever()
        raise AssertionError

    async with connected(ServerRequestHandlers(command_execution=explode)) as (fake, _codex):
        question = fake.ask_nowait(COMMAND, command("thread-1"))
        await entered.wait()
    assert question.answered


async def test_a_refusal_of_the_server_inside_a_handler_is_not_its_answer() -> None:
    async def look(_: object) -> Decision:
        await codex.request("thread/turns/list", {"threadId": "thread-1"})
        return Decision.accept

    async with connected(ServerRequestHandlers(command_execution=look)) as (fake, codex):
        fake.answer("thread/turns/list", MethodNotFoundError("list_turns is not supported yet"))
        thread = await codex.thread_start()
        turn = await thread.turn("go")
        answer: Any = await fake.ask(COMMAND, command(thread.id, turn.id))
        with pytest.raises(HandlerError, match="MethodNotFoundError"):
            await turn.run()
        fake.turns[0].answer("done")
    assert answer == {"decision": "decline"}


async def test_a_failure_before_the_start_is_answered_reaches_the_turn() -> None:
    async def explode(_: object) -> Decision:
        await trio.lowlevel.checkpoint()
        raise ValueError("too early")

    async with connected(ServerRequestHandlers(command_execution=explode)) as (fake, codex):
        thread = await codex.thread_start()
        fake.manual("turn/start")
        async with trio.open_nursery() as nursery:

            async def run() -> None:
                with pytest.raises(HandlerError, match="too early"):
                    await thread.run("go")

            nursery.start_soon(run)
            request = await fake.expect("turn/start")
            turn = fake.turn(thread.id)
            turn.started()
            assert await fake.ask(COMMAND, command(thread.id, turn.id)) == {"decision": "decline"}
            turn.reply_to(request)


async def test_changes_that_came_before_the_start_was_answered_are_attached() -> None:
    seen: list[Any] = []

    async def look(request: Any) -> Decision:
        await trio.lowlevel.checkpoint()
        seen.append(request.changes)
        return Decision.decline

    async with connected(ServerRequestHandlers(file_change=look)) as (fake, codex):
        thread = await codex.thread_start()
        fake.manual("turn/start")
        async with trio.open_nursery() as nursery:
            nursery.start_soon(thread.run, "go")
            request = await fake.expect("turn/start")
            turn = fake.turn(thread.id)
            change: JsonValue = {"path": "/a", "kind": {"type": "add"}, "diff": "one"}
            item: dict[str, JsonValue] = {"type": "fileChange", "id": "f1", "status": "inProgress"}
            turn.started().item_started({**item, "changes": [change]})
            asked: JsonValue = {
                "threadId": thread.id,
                "turnId": turn.id,
                "itemId": "f1",
                "startedAtMs": 0,
            }
            await fake.ask("item/fileChange/requestApproval", asked)
            grown: JsonValue = {"path": "/b", "kind": {"type": "add"}, "diff": "two"}
            turn.notify("item/fileChange/patchUpdated", itemId="f1", changes=[change, grown])
            await fake.ask("item/fileChange/requestApproval", asked)
            turn.reply_to(request).answer("done")
    assert [[change.diff for change in changes] for changes in seen] == [["one"], ["one", "two"]]


TOOL_ITEM: dict[str, JsonValue] = {
    "type": "dynamicToolCall",
    "id": "c1",
    "tool": "t",
    "arguments": {},
    "status": "failed",
}


@pytest.mark.parametrize("end", ["resolved", "turn", "item"])
async def test_a_withdrawn_request_cancels_its_handler(end: str) -> None:
    entered, cancelled = trio.Event(), trio.Event()

    async def park(_: object) -> Any:
        entered.set()
        try:
            await trio.sleep_forever()
        finally:
            cancelled.set()

    handlers = ServerRequestHandlers(command_execution=park, tool_call=park)
    async with connected(handlers) as (fake, codex):
        thread = await codex.thread_start()
        turn = await thread.turn("go")
        call: dict[str, JsonValue] = {"callId": "c1", "tool": "t", "arguments": {}}
        if end == "item":
            ids: dict[str, JsonValue] = {"threadId": thread.id, "turnId": turn.id}
            question = fake.ask_nowait("item/tool/call", {**ids, **call})
        else:
            question = fake.ask_nowait(COMMAND, command(thread.id, turn.id))
        await entered.wait()
        if end == "resolved":
            fake.resolve(question, thread.id)
        elif end == "turn":
            fake.turns[0].interrupted()
        else:
            fake.turns[0].item_completed(TOOL_ITEM)
        await cancelled.wait()
        if end != "turn":
            fake.turns[0].answer("done")
        await turn.run()


async def test_a_request_that_names_only_its_thread_ends_with_the_threads_turn() -> None:
    entered, cancelled = trio.Event(), trio.Event()

    async def park(_: object) -> Any:
        entered.set()
        try:
            await trio.sleep_forever()
        finally:
            cancelled.set()

    async with connected(ServerRequestHandlers(current_time=park)) as (fake, codex):
        thread = await codex.thread_start()
        turn = await thread.turn("go")
        fake.ask_nowait("currentTime/read", {"threadId": thread.id})
        await entered.wait()
        fake.turns[0].failed("the time did not come")
        await cancelled.wait()
        await turn.interrupt()
