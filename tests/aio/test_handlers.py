"""Handlers and tools are tasks of the caller's event loop."""

from __future__ import annotations

import asyncio
import threading
from contextvars import ContextVar
from pathlib import Path
from typing import Any

import pytest

from tests.aio.support import TIMEOUT, in_thread, run, until
from tests.sync.test_handlers import ASKING, COMMAND
from trio_codex import (
    AppServerConfig,
    Decision,
    HandlerError,
    InvalidArgumentError,
    ServerRequestHandlers,
    tool,
)
from trio_codex.aio import AsyncCodex
from trio_codex.testing import BlockingModelServer

PLACE: ContextVar[str] = ContextVar("PLACE", default="nowhere")


def asked_once(model: BlockingModelServer) -> None:
    model.reply_command(COMMAND, escalated=True, justification="to see")
    model.reply("done")


@pytest.mark.requirement("asyncio/handlers")
def test_a_handler_is_a_task_of_the_loop_with_the_context_of_its_place(
    config: AppServerConfig, model: BlockingModelServer
) -> None:
    async def main() -> None:
        seen: list[object] = []

        async def approve(params: Any) -> Decision:
            seen.extend((asyncio.get_running_loop(), threading.current_thread(), PLACE.get()))
            PLACE.set("of the handler alone")
            assert (await codex.models()).data
            return Decision.ACCEPT

        asked_once(model)
        PLACE.set("where it was given")
        handlers = ServerRequestHandlers(command_execution=approve)
        async with AsyncCodex(config, handlers=handlers) as codex:
            PLACE.set("later")
            thread = await codex.thread_start(**ASKING)
            assert (await thread.run("hi")).final_response == "done"
        here = (asyncio.get_running_loop(), threading.current_thread())
        assert seen == [*here, "where it was given"]
        assert PLACE.get() == "later"

    run(main)
    assert (Path(str(config.cwd)) / COMMAND.partition(" ")[2]).exists()


@pytest.mark.requirement("asyncio/handlers")
def test_a_tool_is_a_task_of_the_loop_with_the_context_of_its_thread(
    config: AppServerConfig, model: BlockingModelServer
) -> None:
    @tool
    async def where(name: str) -> str:
        """Says where it runs.

        Args:
            name: a name.
        """
        await asyncio.sleep(0)
        assert threading.current_thread() is threading.main_thread()
        return f"{name} {PLACE.get()}"

    @tool
    def plain() -> Any:
        """Returns a coroutine."""

        async def result() -> str:
            await asyncio.sleep(0)
            return f"plain {PLACE.get()}"

        return result()

    async def main() -> None:
        model.reply_tool_call("where", {"name": "here"})
        model.reply_tool_call("plain", {})
        model.reply("done")
        async with AsyncCodex(config) as codex:
            PLACE.set("at the start")
            thread = await codex.thread_start(tools=[where, plain])
            PLACE.set("later")
            await thread.run("hi")

    run(main)
    outputs = [item["output"] for item in model.requests[-1].input if "output" in item]
    assert ["here at the start" in str(outputs[0]), "plain at the start" in str(outputs[1])] == [
        True,
        True,
    ]


@pytest.mark.requirement("asyncio/handlers")
def test_a_handler_is_cancelled_when_its_turn_is_interrupted(
    config: AppServerConfig, model: BlockingModelServer
) -> None:
    async def main() -> None:
        asking, gone = asyncio.Event(), asyncio.Event()

        async def approve(params: Any) -> Decision:
            try:
                asking.set()
                return await asyncio.Event().wait()  # type: ignore[return-value]
            finally:
                gone.set()

        asked_once(model)
        handlers = ServerRequestHandlers(command_execution=approve)
        async with AsyncCodex(config, handlers=handlers) as codex:
            thread = await codex.thread_start(**ASKING)
            async with thread.turn("hi") as turn:
                await asking.wait()
                await turn.interrupt()
                await gone.wait()

    run(main)


def test_closing_waits_for_the_handlers_that_it_cancels(
    config: AppServerConfig, model: BlockingModelServer
) -> None:
    async def main() -> None:
        asking = asyncio.Event()
        ends: list[str] = []

        async def approve(params: Any) -> Decision:
            try:
                asking.set()
                return await asyncio.Event().wait()  # type: ignore[return-value]
            finally:
                await asyncio.sleep(0)
                ends.append("handler")

        asked_once(model)
        handlers = ServerRequestHandlers(command_execution=approve)
        async with AsyncCodex(config, handlers=handlers) as codex:
            thread = await codex.thread_start(**ASKING)
            await thread.turn("hi")
            await asking.wait()
        ends.append("client")
        assert ends == ["handler", "client"]

    run(main)


@pytest.mark.parametrize("error", [LookupError("no idea"), asyncio.CancelledError("of its own")])
def test_a_handler_that_raises_surfaces_in_its_turn(
    error: BaseException, config: AppServerConfig, model: BlockingModelServer
) -> None:
    async def broken(params: Any) -> Decision:
        raise error

    async def main() -> None:
        asked_once(model)
        handlers = ServerRequestHandlers(command_execution=broken)
        async with AsyncCodex(config, handlers=handlers) as codex:
            turn = await (await codex.thread_start(**ASKING)).turn("hi")
            with pytest.raises(HandlerError, match=r"no idea|of its own|CancelledError"):
                await turn.run()

    run(main)


@pytest.mark.requirement("asyncio/reader")
def test_a_handler_that_blocks_the_loop_delays_no_other_user_of_the_client(
    config: AppServerConfig, model: BlockingModelServer
) -> None:
    blocking, release = threading.Event(), threading.Event()

    async def approve(params: Any) -> Decision:
        blocking.set()
        release.wait(TIMEOUT)
        return Decision.ACCEPT

    async def main() -> None:
        async def other() -> None:
            await until(blocking.wait)
            try:
                assert (await codex.models()).data
                assert not release.is_set()
            finally:
                release.set()

        asked_once(model)
        handlers = ServerRequestHandlers(command_execution=approve)
        async with AsyncCodex(config, handlers=handlers) as codex:
            thread = await codex.thread_start(**ASKING)
            elsewhere = asyncio.create_task(in_thread(other))
            assert (await thread.run("hi")).final_response == "done"
            await elsewhere

    run(main)


def test_preset_handlers_work(config: AppServerConfig, model: BlockingModelServer) -> None:
    async def main() -> None:
        asked_once(model)
        async with AsyncCodex(config, handlers=ServerRequestHandlers.accept_all()) as codex:
            thread = await codex.thread_start(**ASKING)
            assert (await thread.run("hi")).final_response == "done"

    run(main)
    assert (Path(str(config.cwd)) / COMMAND.partition(" ")[2]).exists()


def test_a_plain_function_is_refused_as_a_handler() -> None:
    def plain(params: Any) -> Any: ...

    with pytest.raises(InvalidArgumentError, match="command_execution must be an async function"):
        AsyncCodex(handlers=ServerRequestHandlers(command_execution=plain))
    with pytest.raises(InvalidArgumentError, match="handlers must be ServerRequestHandlers"):
        AsyncCodex(handlers=plain)  # type: ignore[arg-type]
