"""Plain functions as handlers of server requests: each runs in a worker thread."""

from __future__ import annotations

import threading
from collections.abc import Callable
from pathlib import Path
from typing import Any, cast

import pytest
import trio

from tests.sync.support import TIMEOUT, Background
from trio_codex import (
    AppServerConfig,
    Codex,
    HandlerError,
    InvalidArgumentError,
    ServerRequestHandlers,
    protocol,
)
from trio_codex.sync.handlers import blocking_handlers
from trio_codex.testing import BlockingModelServer

COMMAND = "touch made-by-the-command"
ASKING: dict[str, Any] = {
    "approval_policy": protocol.AskForApprovalKind("on-request"),
    "approvals_reviewer": protocol.ApprovalsReviewer("user"),
}


@pytest.mark.requirement("blocking/handlers")
async def test_a_plain_handler_runs_in_a_worker_thread_and_an_async_one_does_not() -> None:
    threads: list[threading.Thread] = []

    def plain(params: Any) -> Any:
        threads.append(threading.current_thread())
        return params

    async def native(params: Any) -> Any:
        await trio.lowlevel.checkpoint()
        return params

    wrapped = blocking_handlers(ServerRequestHandlers(current_time=plain, fallback=native))
    assert wrapped is not None
    assert await cast("Any", wrapped.current_time)("asked") == "asked"
    assert threads != [threading.current_thread()]
    assert wrapped.fallback is native
    assert wrapped.file_change is None
    assert blocking_handlers(None) is None


async def test_a_withdrawn_request_does_not_wait_for_its_handler() -> None:
    release, entered = threading.Event(), threading.Event()

    def slow(params: Any) -> Any:
        entered.set()
        release.wait(TIMEOUT)

    wrapped = blocking_handlers(ServerRequestHandlers(fallback=slow))
    assert wrapped is not None
    async with trio.open_nursery() as nursery:
        nursery.start_soon(cast("Any", wrapped.fallback), None)
        assert await trio.to_thread.run_sync(entered.wait, TIMEOUT)
        with trio.fail_after(TIMEOUT):
            nursery.cancel_scope.cancel()
            await trio.lowlevel.checkpoint()
    assert not release.is_set()
    release.set()


def approving(
    config: AppServerConfig, model: BlockingModelServer, handler: Callable[[Any], Any]
) -> Codex:
    model.reply_command(COMMAND, escalated=True, justification="to see")
    model.reply("done")
    return Codex(config, handlers=ServerRequestHandlers(command_execution=handler))


def test_a_handler_may_use_the_client_it_serves(
    config: AppServerConfig, model: BlockingModelServer
) -> None:
    asked: list[str] = []

    def approve(params: Any) -> Any:
        asked.append(params.command)
        assert codex.models().data
        return protocol.CommandExecutionRequestApprovalResponse(
            decision=protocol.CommandExecutionApprovalDecisionKind("accept")
        )

    with approving(config, model, approve) as codex:
        result = codex.thread_start(**ASKING).run("hi")
    assert result.final_response == "done"
    assert len(asked) == 1 and COMMAND in asked[0]
    assert (Path(str(config.cwd)) / "made-by-the-command").exists()


@pytest.mark.parametrize("streaming", [False, True])
def test_a_handler_that_raises_surfaces_in_its_turn(
    config: AppServerConfig, model: BlockingModelServer, streaming: bool
) -> None:
    def broken(params: Any) -> Any:
        raise LookupError("no idea")

    with approving(config, model, broken) as codex:
        turn = codex.thread_start(**ASKING).turn("hi")
        with pytest.raises(HandlerError, match="no idea") as caught:
            list(turn.stream()) if streaming else turn.run()
        assert isinstance(caught.value.__cause__, LookupError)
        assert turn.run().final_response == "done"  # once is enough
    assert not (Path(str(config.cwd)) / "made-by-the-command").exists()


def test_closing_does_not_wait_for_a_handler(
    config: AppServerConfig, model: BlockingModelServer
) -> None:
    entered, release = threading.Event(), threading.Event()

    def thinking(params: Any) -> Any:
        entered.set()
        release.wait(TIMEOUT)

    with approving(config, model, thinking) as codex:
        thread = codex.thread_start(**ASKING)
        running = Background(lambda: thread.run("hi").status)
        assert entered.wait(TIMEOUT)
    assert not release.is_set()
    release.set()
    assert running.outcome() == "interrupted"


def test_handlers_of_a_thread_win(config: AppServerConfig, model: BlockingModelServer) -> None:
    asked: list[str] = []

    def approve(params: Any) -> Any:
        asked.append("thread")
        return protocol.CommandExecutionRequestApprovalResponse(
            decision=protocol.CommandExecutionApprovalDecisionKind("accept")
        )

    def never(params: Any) -> Any:
        asked.append("client")
        raise AssertionError("the thread has a handler of its own")

    with approving(config, model, never) as codex:
        thread = codex.thread_start(
            handlers=ServerRequestHandlers(command_execution=approve), **ASKING
        )
        thread.run("hi")
    assert asked == ["thread"]


def test_something_else_is_refused() -> None:
    with pytest.raises(InvalidArgumentError, match="handlers must be ServerRequestHandlers"):
        Codex(handlers=lambda params: params)  # type: ignore[arg-type]


@pytest.mark.parametrize("call", ["thread_start", "thread_resume", "thread_fork"])
@pytest.mark.parametrize("kept", [False, True], ids=["default", "None"])
def test_given_handlers_are_asked_unless_the_mode_shall_stay(
    config: AppServerConfig, model: BlockingModelServer, call: str, kept: bool
) -> None:
    options: dict[str, Any] = {"handlers": ServerRequestHandlers.decline_all()}
    expected: tuple[str, str] = ("on-request", "user")
    if kept:
        options["approval_mode"] = None
        if call != "thread_start":  # whose configuration says the same as the handlers do
            expected = ("on-request", "auto_review")
    model.reply("stored")
    model.reply("done")
    with Codex(config) as codex:
        source = codex.thread_start()
        source.run("first")
        taken = () if call == "thread_start" else (source.id,)
        thread = getattr(codex, call)(*taken, **options)
        thread.run("on")
        reply = codex.request("thread/resume", {"threadId": thread.id, "excludeTurns": True})
    assert (reply.approval_policy, reply.approvals_reviewer) == expected
