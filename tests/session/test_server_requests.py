"""Each request of the server has its own task, and always gets an answer."""

from __future__ import annotations

import logging
from collections.abc import Awaitable, Callable
from typing import Any

import pytest
import trio

from tests.session.scripted import opened, read_into, settle
from trio_codex import AsyncCodex, HandlerError, JsonRpcError, MethodNotFoundError
from trio_codex import ServerRequestHandlers as Handlers
from trio_codex.protocol import (
    CommandExecutionRequestApprovalParams,
    CurrentTimeReadParams,
    CurrentTimeReadResponse,
    DynamicToolCallParams,
)
from trio_codex.testing import FakeAppServer, FakeTurn
from trio_codex.types import Decision, TurnStatus

COMMAND = "item/commandExecution/requestApproval"
DECLINED = {"decision": "decline"}
ACCEPTED = {"decision": "accept"}


def approval(turn: FakeTurn, item_id: str = "c1") -> dict[str, Any]:
    return {
        "threadId": turn.thread_id,
        "turnId": turn.id,
        "itemId": item_id,
        "startedAtMs": 1,
        "kind": "command",
        "command": "ls",
    }


Approve = Callable[[CommandExecutionRequestApprovalParams], Awaitable[Decision]]


async def accept(params: CommandExecutionRequestApprovalParams) -> Decision:
    await trio.lowlevel.checkpoint()
    return Decision.accept


async def wait_for_ever(params: object) -> Any:
    await trio.sleep_forever()


@pytest.mark.requirement("handler/fail-closed")
async def test_without_a_handler_the_server_is_declined_and_the_log_says_so(
    fake: FakeAppServer, caplog: pytest.LogCaptureFixture
) -> None:
    async with opened(fake) as codex:
        thread = await codex.thread_start()
        turn = await thread.turn("hi")
        running = await fake.expect_turn()
        assert await fake.ask(COMMAND, approval(running)) == DECLINED
        running.completed()
        await turn.run()
    assert f"declined {COMMAND}" in caplog.text


async def test_a_handler_answers(fake: FakeAppServer) -> None:
    async with opened(fake, Handlers(command_execution=accept)) as codex:
        thread = await codex.thread_start()
        turn = await thread.turn("hi")
        running = await fake.expect_turn()
        assert await fake.ask(COMMAND, approval(running)) == ACCEPTED
        assert codex.statistics().server_requests == 0
        running.completed()
        await turn.run()


@pytest.mark.requirement("handler/tasks")
async def test_requests_run_at_once_and_are_answered_in_any_order(fake: FakeAppServer) -> None:
    gates = {f"c{number}": trio.Event() for number in range(5)}

    async def approve(params: CommandExecutionRequestApprovalParams) -> Decision:
        await gates[params.item_id].wait()
        return Decision.accept

    async with opened(fake, Handlers(command_execution=approve)) as codex:
        thread = await codex.thread_start()
        await thread.turn("hi")
        running = await fake.expect_turn()
        questions = [fake.ask_nowait(COMMAND, approval(running, item)) for item in gates]
        await settle()
        assert codex.statistics().server_requests == 5
        # A handler that thinks stops nobody else.
        await codex.models()
        for gate in reversed(gates.values()):
            gate.set()
            await settle()
        answered = [message["id"] for message in fake.received if "method" not in message]
        assert answered == [4, 3, 2, 1, 0]
        assert [await question.wait() for question in questions] == [ACCEPTED] * 5
        running.completed()


@pytest.mark.requirement("handler/may-call-client")
async def test_a_handler_may_call_the_client(fake: FakeAppServer) -> None:
    clients: list[AsyncCodex] = []

    async def approve(params: CommandExecutionRequestApprovalParams) -> Decision:
        reply = await clients[0].request("thread/read", {"threadId": params.thread_id})
        assert reply.thread.id == params.thread_id
        return Decision.accept

    async with opened(fake, Handlers(command_execution=approve)) as codex:
        clients.append(codex)
        thread = await codex.thread_start()
        await thread.turn("hi")
        running = await fake.expect_turn()
        assert await fake.ask(COMMAND, approval(running)) == ACCEPTED
        running.completed()


def _withdraw_resolved(fake: FakeAppServer, turn: FakeTurn) -> None:
    fake.resolve(fake.questions[0], turn.thread_id)


def _withdraw_completed(fake: FakeAppServer, turn: FakeTurn) -> None:
    turn.interrupted()


@pytest.mark.requirement("handler/withdrawn", "handler/no-hidden-timer")
@pytest.mark.parametrize("withdraw", [_withdraw_resolved, _withdraw_completed])
async def test_a_withdrawn_request_cancels_its_handler(
    fake: FakeAppServer, withdraw: Callable[[FakeAppServer, FakeTurn], None]
) -> None:
    ended = trio.Event()

    async def approve(params: CommandExecutionRequestApprovalParams) -> Decision:
        try:
            await trio.sleep_forever()
        finally:
            ended.set()
        raise AssertionError

    async with opened(fake, Handlers(command_execution=approve)) as codex:
        thread = await codex.thread_start()
        turn = await thread.turn("hi")
        running = await fake.expect_turn()
        fake.ask_nowait(COMMAND, approval(running))
        await settle()
        other = fake.turn("another thread")
        other.completed()
        await settle()
        assert not ended.is_set()
        withdraw(fake, running)
        await ended.wait()
        await settle()
        assert codex.statistics().server_requests == 0
        if running.running:
            running.interrupted()
        assert (await turn.run()).status == TurnStatus.INTERRUPTED


@pytest.mark.requirement("handler/withdrawn")
async def test_a_tool_call_ends_with_its_item(fake: FakeAppServer) -> None:
    called: list[DynamicToolCallParams] = []

    async def call(params: DynamicToolCallParams) -> Any:
        called.append(params)
        await trio.sleep_forever()

    async with opened(fake, Handlers(tool_call=call)) as codex:
        thread = await codex.thread_start()
        await thread.turn("hi")
        running = await fake.expect_turn()
        question = fake.ask_nowait(
            "item/tool/call",
            {
                "threadId": thread.id,
                "turnId": running.id,
                "callId": "c1",
                "tool": "lookup",
                "arguments": {},
            },
        )
        await settle()
        assert len(called) == 1
        item: dict[str, Any] = {
            "type": "dynamicToolCall",
            "id": "c1",
            "tool": "lookup",
            "arguments": {},
            "status": "failed",
        }
        running.item_completed({**item, "id": "c2"})
        await settle()
        assert not question.answered
        running.item_completed(item)
        outcome: Any = await question.wait()
        assert outcome["success"] is False
        running.completed()


async def _fail(params: object) -> Any:
    await trio.lowlevel.checkpoint()
    raise ValueError("a bug of the user's")


@pytest.mark.requirement("handler/failure-raised")
async def test_a_handler_that_raises_declines_and_surfaces_in_run(fake: FakeAppServer) -> None:
    async with opened(fake, Handlers(command_execution=_fail)) as codex:
        thread = await codex.thread_start()
        turn = await thread.turn("hi")
        running = await fake.expect_turn()
        assert await fake.ask(COMMAND, approval(running)) == DECLINED
        with pytest.raises(HandlerError, match="a bug of the user's") as caught:
            await turn.run()
        assert isinstance(caught.value.__cause__, ValueError)
        assert caught.value.method == COMMAND and caught.value.request_id == 0
        # Once: the turn goes on, and so does the client.
        running.answer("done")
        assert (await turn.run()).final_response == "done"


@pytest.mark.requirement("handler/failure-raised")
async def test_a_handler_that_raises_surfaces_in_the_stream_in_its_place_and_once(
    fake: FakeAppServer,
) -> None:
    async with opened(fake, Handlers(command_execution=_fail)) as codex:
        thread = await codex.thread_start()
        turn = await thread.turn("hi")
        running = await fake.expect_turn()
        running.usage(1)
        await fake.ask(COMMAND, approval(running))
        running.usage(2).answer("done")
        seen: list[str] = []
        with pytest.raises(HandlerError, match="a bug"):
            await read_into(seen, turn.stream())
        assert seen[-1] == "thread/tokenUsage/updated"
        assert seen.count("thread/tokenUsage/updated") == 1
        await read_into(seen, turn.stream())
        assert seen[-1] == "turn/completed"
        assert (await turn.run()).final_response == "done"


async def test_every_joined_handle_learns_of_a_failed_handler(fake: FakeAppServer) -> None:
    async with opened(fake, Handlers(command_execution=_fail)) as codex:
        thread = await codex.thread_start()
        handles = [await thread.turn("one"), await thread.turn("two")]
        running = await fake.expect_turn()
        await fake.ask(COMMAND, approval(running))
        errors = []
        for handle in handles:
            with pytest.raises(HandlerError, match="a bug of the user's") as caught:
                await handle.run()
            errors.append(caught.value)
        assert errors[0] is not errors[1]
        running.completed()


async def test_a_handler_that_fails_before_the_turn_is_known_surfaces_in_it(
    fake: FakeAppServer,
) -> None:
    fake.manual("turn/start")
    async with opened(fake, Handlers(command_execution=_fail)) as codex:
        thread = await codex.thread_start()
        async with trio.open_nursery() as nursery:

            @nursery.start_soon
            async def serve() -> None:
                request = await fake.expect("turn/start")
                running = fake.turn(thread.id).started()
                await fake.ask(COMMAND, approval(running))
                running.reply_to(request).completed()

            turn = await thread.turn("hi")
            with pytest.raises(HandlerError, match="a bug"):
                await turn.run()


async def _wrong_type(params: object) -> Any:
    await trio.lowlevel.checkpoint()
    return 5


async def _nan(params: object) -> Any:
    await trio.lowlevel.checkpoint()
    return {"currentTimeAt": float("nan")}


@pytest.mark.requirement("handler/failure-declines")
async def test_an_answer_of_the_wrong_type_is_declined(fake: FakeAppServer) -> None:
    async with opened(fake, Handlers(command_execution=_wrong_type)) as codex:
        thread = await codex.thread_start()
        turn = await thread.turn("hi")
        running = await fake.expect_turn()
        assert await fake.ask(COMMAND, approval(running)) == DECLINED
        with pytest.raises(HandlerError, match=r"not 5 \(int\)"):
            await turn.run()
        running.completed()


async def test_an_answer_that_is_no_json_becomes_an_error(fake: FakeAppServer) -> None:
    async with opened(fake, Handlers(current_time=_nan)):
        with pytest.raises(JsonRpcError, match="no answer to currentTime/read"):
            await fake.ask("currentTime/read", {"threadId": "t"})


async def test_params_that_do_not_fit_never_reach_the_handler(fake: FakeAppServer) -> None:
    async with opened(fake, Handlers(command_execution=_fail)):
        assert await fake.ask(COMMAND, {"threadId": 5}) == DECLINED


async def test_an_unknown_request_is_refused_as_unknown(fake: FakeAppServer) -> None:
    async with opened(fake):
        with pytest.raises(MethodNotFoundError, match="brand/new"):
            await fake.ask("brand/new", {"anything": 1})


@pytest.mark.requirement("engine/id-spaces")
async def test_a_request_with_the_id_of_ours_is_told_apart(fake: FakeAppServer) -> None:
    fake.manual("model/list")

    async def time(params: CurrentTimeReadParams) -> CurrentTimeReadResponse:
        await trio.lowlevel.checkpoint()
        return CurrentTimeReadResponse(current_time_at=7)

    async with opened(fake, Handlers(current_time=time)) as codex, trio.open_nursery() as nursery:
        nursery.start_soon(codex.models)
        request = await fake.expect("model/list")
        question = fake.ask_nowait("currentTime/read", {"threadId": "t"}, id=request.id)
        assert await question.wait() == {"currentTimeAt": 7}
        assert codex.statistics().requests_in_flight == 1
        request.reply({"data": []})


async def test_ids_of_text_are_answered_as_text(fake: FakeAppServer) -> None:
    async with opened(fake):
        question = fake.ask_nowait(COMMAND, approval(fake.turn("t")), id="a1")
        assert await question.wait() == DECLINED
        assert question.answers[0]["id"] == "a1"


async def test_a_handler_that_fails_while_it_is_withdrawn_does_not_end_the_client(
    fake: FakeAppServer, caplog: pytest.LogCaptureFixture
) -> None:
    async def approve(params: CommandExecutionRequestApprovalParams) -> Decision:
        async with trio.open_nursery() as nursery:
            nursery.start_soon(trio.sleep_forever)

            @nursery.start_soon
            async def bad_cleanup() -> None:
                try:
                    await trio.sleep_forever()
                finally:
                    raise ValueError("in the cleanup")

        raise AssertionError

    async with opened(fake, Handlers(command_execution=approve)) as codex:
        thread = await codex.thread_start()
        await thread.turn("hi")
        running = await fake.expect_turn()
        question = fake.ask_nowait(COMMAND, approval(running))
        await settle()
        fake.resolve(question, thread.id)
        assert await question.wait() == DECLINED
        await codex.models()
        running.completed()
    assert caplog.records[-1].levelno >= logging.INFO


async def test_a_request_sent_again_is_answered_once(fake: FakeAppServer) -> None:
    async with opened(fake, Handlers(command_execution=accept)):
        turn = fake.turn("t")
        with fake.batch():
            fake.ask_nowait(COMMAND, approval(turn), id=9)
            question = fake.ask_nowait(COMMAND, approval(turn), id=9)
        assert await question.wait() == ACCEPTED
        await settle()
        assert len(question.answers) == 1


async def test_closing_declines_what_is_still_asked(fake: FakeAppServer) -> None:
    async with opened(fake, Handlers(command_execution=wait_for_ever)):
        question = fake.ask_nowait(COMMAND, approval(fake.turn("t")))
        await settle()
    assert await question.wait() == DECLINED
