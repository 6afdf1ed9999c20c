"""Which handlers a client takes, and for how long it keeps them."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

import pytest
import trio

from tests.requests.scripted_server import (
    COMMAND,
    command,
    connected,
    say_accept,
)
from trio_codex import (
    AsyncCodex,
    HandlerError,
    InvalidArgumentError,
    ServerRequestHandlers,
    tool,
)
from trio_codex.types import Decision

if TYPE_CHECKING:
    from trio_codex.protocol import JsonValue


async def test_a_repeated_request_asks_its_handler_once() -> None:
    asked: list[object] = []
    go_on = trio.Event()

    async def decide(params: object) -> Decision:
        asked.append(params)
        await go_on.wait()
        return Decision.accept

    async with connected(ServerRequestHandlers(command_execution=decide)) as (fake, codex):
        thread = await codex.thread_start()
        fake.ask_nowait(COMMAND, command(thread.id), id=7)
        again = fake.ask_nowait(COMMAND, command(thread.id), id=7)
        await codex.thread_start()
        go_on.set()
        assert await again.wait() == {"decision": "accept"}
    assert len(asked) == 1


async def test_a_sub_agent_is_answered_by_what_its_parent_has() -> None:
    async with connected(ServerRequestHandlers(command_execution=say_accept)) as (fake, codex):
        parent = await codex.thread_start(handlers=ServerRequestHandlers.decline_all())
        child = {**_thread_json("child"), "parentThreadId": parent.id}
        fake.notify("thread/started", {"thread": child})
        assert await fake.ask(COMMAND, command("child")) == {"decision": "decline"}


def _thread_json(thread_id: str) -> dict[str, JsonValue]:
    return {"id": thread_id, "turns": []}


@pytest.mark.parametrize("end", ["thread/deleted", "thread/archived", "thread/closed"])
async def test_what_a_thread_had_is_forgotten_when_it_goes(end: str) -> None:
    @tool
    async def ping() -> str:
        """Answers."""
        await trio.lowlevel.checkpoint()
        return "pong"

    async with connected() as (fake, codex):
        thread = await codex.thread_start(
            handlers=ServerRequestHandlers(command_execution=say_accept), tools=[ping]
        )
        fake.notify("thread/started", {"thread": {"id": "child", "parentThreadId": thread.id}})
        table = codex.client._handler_table
        await fake.ask(COMMAND, command("child"))
        assert table.threads == 2
        fake.notify(end, {"threadId": thread.id})
        assert await fake.ask(COMMAND, command(thread.id)) == {"decision": "decline"}
        assert table.threads == 0


def plain(_: object) -> Decision:
    return Decision.accept


class PlainCallable:
    def __call__(self, _: object) -> Decision:
        return Decision.accept


class AsyncCallable:
    async def __call__(self, _: object) -> Decision:
        return Decision.accept


@pytest.mark.parametrize(
    "handler", [plain, partial(plain), PlainCallable(), PlainCallable().__call__]
)
async def test_a_plain_function_is_refused_before_anything_starts(handler: Any) -> None:
    handlers = ServerRequestHandlers(command_execution=handler)
    with pytest.raises(InvalidArgumentError, match="command_execution must be an async function"):
        AsyncCodex(handlers=handlers)
    async with connected() as (fake, codex):
        with pytest.raises(InvalidArgumentError, match="command_execution must be an async"):
            await codex.thread_start(handlers=handlers)
        assert "thread/start" not in fake.methods


@pytest.mark.parametrize(
    "handler", [say_accept, partial(say_accept), AsyncCallable(), lambda params: say_accept(params)]
)
async def test_whatever_gives_something_to_await_is_a_handler(handler: Any) -> None:
    async with connected(ServerRequestHandlers(command_execution=handler)) as (fake, _):
        assert await fake.ask(COMMAND, command("thread-1")) == {"decision": "accept"}


async def test_what_is_no_set_of_handlers_is_refused() -> None:
    await trio.lowlevel.checkpoint()
    with pytest.raises(InvalidArgumentError, match="must be ServerRequestHandlers, not dict"):
        AsyncCodex(handlers={})  # type: ignore[arg-type]


async def test_what_cannot_be_called_is_refused() -> None:
    await trio.lowlevel.checkpoint()
    with pytest.raises(InvalidArgumentError, match="elicitation must be callable, not str"):
        ServerRequestHandlers(elicitation="yes")  # type: ignore[arg-type]


async def test_a_lambda_that_returns_no_awaitable_is_an_error_and_declines() -> None:
    handlers = ServerRequestHandlers(command_execution=lambda _: Decision.accept)
    async with connected(handlers) as (fake, codex):
        thread = await codex.thread_start()
        turn = await thread.turn("go")
        assert await fake.ask(COMMAND, command(thread.id, turn.id)) == {"decision": "decline"}
        with pytest.raises(HandlerError, match="must be an async function"):
            await turn.run()
        fake.turns[0].answer("done")
