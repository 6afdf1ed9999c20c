"""Handlers' tasks: cancelled by closing, never able to hold it up, and still the caller's code."""

from __future__ import annotations

import contextvars
import threading
from collections.abc import Awaitable, Callable
from typing import Any

import pytest
import trio

from tests.session.scripted import (
    SECONDS,
    assert_nothing_left,
    engine_tasks,
    opened,
    outcome_of,
    settle,
)
from trio_codex import (
    AppServerConfig,
    AsyncCodex,
    ClientClosedError,
    HandlerError,
    ServerRequestHandlers,
)
from trio_codex.testing import FakeAppServer

COMMAND = "item/commandExecution/requestApproval"
ASKED: dict[str, Any] = {"threadId": "t", "turnId": "u", "itemId": "i", "startedAtMs": 0}


def _asking(handler: Callable[[Any], Awaitable[Any]]) -> ServerRequestHandlers:
    return ServerRequestHandlers(command_execution=handler)


async def test_a_handler_that_blocks_in_a_thread_does_not_hold_up_closing(
    fake: FakeAppServer, caplog: pytest.LogCaptureFixture
) -> None:
    begun, released, release = trio.Event(), trio.Event(), threading.Event()

    async def blocked(params: object) -> object:
        begun.set()
        await trio.to_thread.run_sync(release.wait, SECONDS)
        released.set()
        return {"decision": "accept"}  # too late, and dropped

    config = AppServerConfig(close_timeout=0.1)
    try:
        with trio.fail_after(SECONDS):
            with pytest.raises(KeyError, match="mine"):
                async with AsyncCodex(
                    config, handlers=_asking(blocked), transport=fake.transport
                ) as codex:
                    question = fake.ask_nowait(COMMAND, ASKED)
                    await begun.wait()
                    raise KeyError("mine")
            assert fake.closed
            # The server got its answer before the connection went.
            (answer,) = question.answers
            assert answer["result"] == {"decision": "decline"}
            assert f"the handler of {COMMAND} does not end; its request was declined" in caplog.text
            # What is left is one task that waits for the caller's thread.
            assert engine_tasks() == [f"trio_codex {COMMAND}"]
            assert codex.statistics().tasks == 1
            release.set()
            await released.wait()
            await settle()
            assert_nothing_left(codex)
    finally:
        release.set()


async def test_what_a_left_handler_raises_disturbs_nobody(
    fake: FakeAppServer, caplog: pytest.LogCaptureFixture
) -> None:
    begun, released, release = trio.Event(), trio.Event(), threading.Event()

    def block() -> None:
        release.wait(SECONDS)
        raise SystemExit(3)

    async def blocked(params: object) -> object:
        begun.set()
        try:
            return await trio.to_thread.run_sync(block)
        finally:
            released.set()

    config = AppServerConfig(close_timeout=0.05)
    with trio.fail_after(SECONDS):
        async with AsyncCodex(config, handlers=_asking(blocked), transport=fake.transport):
            fake.ask_nowait(COMMAND, ASKED)
            await begun.wait()
        release.set()
        await released.wait()
        await settle()
        assert engine_tasks() == []
    assert f"the handler of {COMMAND} raised SystemExit: 3 after the client" in caplog.text


async def test_closing_waits_for_a_handlers_cleanup(fake: FakeAppServer) -> None:
    begun, cleaned = trio.Event(), trio.Event()

    async def tidy(params: object) -> object:
        try:
            begun.set()
            await trio.sleep_forever()
        finally:
            with trio.CancelScope(shield=True):
                for _ in range(30):
                    await trio.lowlevel.checkpoint()  # noqa: ASYNC102 - shielded
            cleaned.set()

    async with opened(fake, _asking(tidy)):
        fake.ask_nowait(COMMAND, ASKED)
        await begun.wait()
    assert cleaned.is_set()


async def test_a_handler_has_the_context_of_the_block(fake: FakeAppServer) -> None:
    variable = contextvars.ContextVar("variable", default="nobody's")
    seen = []

    async def look(params: object) -> object:
        await trio.lowlevel.checkpoint()
        seen.append(variable.get())
        variable.set("the handler's")
        return {"decision": "accept"}

    variable.set("the caller's")
    async with opened(fake, _asking(look)):
        for _ in range(2):
            assert await fake.ask(COMMAND, ASKED) == {"decision": "accept"}
    assert seen == ["the caller's"] * 2
    assert variable.get() == "the caller's"


async def test_a_cancellation_around_the_client_does_not_reach_a_handler_before_closing(
    fake: FakeAppServer,
) -> None:
    order = []

    async def think(params: object) -> object:
        try:
            await trio.sleep_forever()
        finally:
            order.append("the handler is cancelled")

    with trio.fail_after(SECONDS), trio.CancelScope() as outer:
        async with AsyncCodex(handlers=_asking(think), transport=fake.transport):
            fake.ask_nowait(COMMAND, ASKED)
            await settle()
            outer.cancel()
            try:
                await trio.sleep_forever()
            finally:
                with trio.CancelScope(shield=True):
                    await settle()  # noqa: ASYNC102 - shielded
                order.append("the body has cleaned up")
    assert order == ["the body has cleaned up", "the handler is cancelled"]


@pytest.mark.parametrize("kind", [KeyboardInterrupt, SystemExit])
async def test_what_ends_the_program_ends_the_client_and_says_so(
    fake: FakeAppServer, kind: type[BaseException]
) -> None:
    errors: list[Any] = []
    fake.manual("model/list")

    async def leaving(params: object) -> object:
        async with trio.open_nursery() as nursery:
            nursery.start_soon(trio.sleep_forever)
            await trio.lowlevel.checkpoint()
            raise kind("enough")

    with trio.fail_after(SECONDS):
        async with trio.open_nursery() as outside:
            with pytest.raises(kind, match="enough"):
                codex = AsyncCodex(handlers=_asking(leaving), transport=fake.transport)
                async with codex:
                    outside.start_soon(outcome_of, codex.models, errors)
                    await fake.expect("model/list")
                    fake.ask_nowait(COMMAND, ASKED)
                    await trio.sleep_forever()
    (error,) = errors
    assert isinstance(error, ClientClosedError)
    assert f"the handler of {COMMAND} raised {kind.__name__}: enough" in str(error)
    assert_nothing_left(codex)


class _Unspeakable(Exception):
    def __str__(self) -> str:
        raise RuntimeError("no text")

    __repr__ = __str__


async def test_an_exception_without_a_text_is_a_handlers_failure_like_any_other(
    fake: FakeAppServer,
) -> None:
    async def fail(params: object) -> object:
        await trio.lowlevel.checkpoint()
        raise _Unspeakable

    async with opened(fake, _asking(fail)) as codex:
        turn = await (await codex.thread_start()).turn("hi")
        running = await fake.expect_turn()
        asked = {**ASKED, "threadId": running.thread_id, "turnId": running.id}
        assert await fake.ask(COMMAND, asked) == {"decision": "decline"}
        with pytest.raises(HandlerError, match="_Unspeakable: <its text cannot be made: Runtime"):
            await turn.run()
        await codex.models()
