"""Who answers a server request, and how, against a scripted app-server in memory."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
import trio

from tests.requests.rig import declined
from tests.requests.scripted_server import (
    COMMAND,
    LEGACY_COMMAND,
    LEGACY_PATCH,
    command,
    connected,
    say_accept,
)
from trio_codex import (
    HandlerError,
    ServerRequestHandlers,
    protocol,
)
from trio_codex.errors import MethodNotFoundError
from trio_codex.testing.app_server.shapes import thread_result
from trio_codex.types import Decision

if TYPE_CHECKING:
    from trio_codex.protocol import JsonValue
    from trio_codex.testing.app_server.messages import FakeQuestion
    from trio_codex.types import IncomingRequest


@pytest.mark.requirement("handler/thread-overrides")
async def test_a_threads_handler_wins_and_the_clients_serves_the_others() -> None:
    async def cancel(_: object) -> Decision:
        await trio.lowlevel.checkpoint()
        return Decision.cancel

    async with connected(ServerRequestHandlers(command_execution=say_accept)) as (fake, codex):
        strict = await codex.thread_start(handlers=ServerRequestHandlers(command_execution=cancel))
        plain = await codex.thread_start(handlers=ServerRequestHandlers(file_change=cancel))

        assert await fake.ask(COMMAND, command(strict.id)) == {"decision": "cancel"}
        assert await fake.ask(COMMAND, command(plain.id)) == {"decision": "accept"}


async def test_a_threads_fallback_comes_before_the_clients_handler() -> None:
    async def decline(request: IncomingRequest) -> JsonValue:
        await trio.lowlevel.checkpoint()
        assert request.method == COMMAND and request.turn_id == "turn-1"
        return {"decision": "decline"}

    async with connected(ServerRequestHandlers(command_execution=say_accept)) as (fake, codex):
        thread = await codex.thread_start(handlers=ServerRequestHandlers(fallback=decline))
        assert await fake.ask(COMMAND, command(thread.id)) == {"decision": "decline"}


async def test_a_fallback_leaves_a_request_to_the_clients_handler() -> None:
    async def not_mine(request: IncomingRequest) -> JsonValue:
        await trio.lowlevel.checkpoint()
        raise MethodNotFoundError(request.method)

    async with connected(ServerRequestHandlers(command_execution=say_accept)) as (fake, codex):
        thread = await codex.thread_start(handlers=ServerRequestHandlers(fallback=not_mine))
        assert await fake.ask(COMMAND, command(thread.id)) == {"decision": "accept"}


async def test_a_request_every_fallback_leaves_is_declined_in_its_own_way(
    caplog: pytest.LogCaptureFixture,
) -> None:
    async def not_mine(request: IncomingRequest) -> JsonValue:
        await trio.lowlevel.checkpoint()
        raise MethodNotFoundError(request.method)

    async with connected(ServerRequestHandlers(fallback=not_mine)) as (fake, codex):
        thread = await codex.thread_start()
        assert await fake.ask(COMMAND, command(thread.id)) == {"decision": "decline"}
        with pytest.raises(MethodNotFoundError, match="does not know the method something/new"):
            await fake.ask("something/new", {"threadId": thread.id})
    assert len(declined(caplog.records)) == 2


@pytest.mark.requirement("handler/unknown-request")
async def test_an_unknown_request_is_a_method_not_found_and_one_record(
    caplog: pytest.LogCaptureFixture,
) -> None:
    async with connected() as (fake, _codex):
        with pytest.raises(MethodNotFoundError, match="something/new") as caught:
            await fake.ask("something/new", {"prompt": "secret"})
    assert caught.value.code == -32601
    (record,) = declined(caplog.records)
    assert record.getMessage() == "refused something/new: this client does not know it"
    assert "secret" not in str(vars(record))


async def test_a_fallback_answers_an_unknown_request_with_plain_json() -> None:
    async def answer(request: IncomingRequest) -> JsonValue:
        await trio.lowlevel.checkpoint()
        return {"echo": request.params}

    async with connected(ServerRequestHandlers(fallback=answer)) as (fake, _):
        assert await fake.ask("something/new", {"n": 1}) == {"echo": {"n": 1}}


@pytest.mark.requirement("handler/fail-closed")
@pytest.mark.parametrize("handlers", [None, ServerRequestHandlers.decline_all()])
@pytest.mark.parametrize(
    ("method", "params", "answer"),
    [
        (COMMAND, command("thread-1"), {"decision": "decline"}),
        (
            "item/fileChange/requestApproval",
            {"threadId": "thread-1", "turnId": "t", "itemId": "i", "startedAtMs": 0},
            {"decision": "decline"},
        ),
        (
            "item/permissions/requestApproval",
            {
                "threadId": "thread-1",
                "turnId": "t",
                "itemId": "i",
                "startedAtMs": 0,
                "cwd": "/",
                "permissions": {},
            },
            {"permissions": {}, "scope": "turn"},
        ),
        (
            "item/tool/requestUserInput",
            {
                "threadId": "thread-1",
                "turnId": "t",
                "itemId": "i",
                "questions": [],
                "isBlocking": True,
            },
            {"answers": {}},
        ),
        (
            "mcpServer/elicitation/request",
            {
                "threadId": "thread-1",
                "serverName": "s",
                "mode": "url",
                "message": "m",
                "url": "http://127.0.0.1:1",
                "elicitationId": "e",
            },
            {"action": "decline", "content": None},
        ),
        (
            "execCommandApproval",
            LEGACY_COMMAND,
            {"decision": {"denied": {"rejection": "The client denied this."}}},
        ),
        (
            "applyPatchApproval",
            LEGACY_PATCH,
            {"decision": {"denied": {"rejection": "The client denied this."}}},
        ),
    ],
)
async def test_what_nobody_handles_is_declined_with_one_record(
    handlers: ServerRequestHandlers | None,
    method: str,
    params: JsonValue,
    answer: JsonValue,
    caplog: pytest.LogCaptureFixture,
) -> None:
    async with connected(handlers) as (fake, _):
        assert await fake.ask(method, params) == answer
    (record,) = declined(caplog.records)
    assert record.getMessage().startswith(f"declined {method}: ")
    assert vars(record)["codex_thread_id"] == "thread-1"


@pytest.mark.parametrize(
    ("method", "params"),
    [
        ("currentTime/read", {"threadId": "thread-1"}),
        ("account/chatgptAuthTokens/refresh", {"reason": "unauthorized"}),
        ("attestation/generate", {}),
    ],
)
async def test_a_request_that_no_answer_declines_is_an_error(
    method: str, params: JsonValue, caplog: pytest.LogCaptureFixture
) -> None:
    async with connected() as (fake, _):
        with pytest.raises(Exception, match=f"no answer to {method}") as caught:
            await fake.ask(method, params)
    assert getattr(caught.value, "code", None) == -32603
    assert len(declined(caplog.records)) == 1


@pytest.mark.parametrize(
    ("decision", "words"),
    [
        (Decision.accept, "approved"),
        (Decision.accept_for_session, "approved_for_session"),
        (Decision.cancel, "abort"),
        (Decision.decline, {"denied": {"rejection": "The client denied this."}}),
    ],
)
async def test_the_older_approvals_take_the_same_decisions(
    decision: Decision, words: JsonValue
) -> None:
    async def decide(_: object) -> Decision:
        await trio.lowlevel.checkpoint()
        return decision

    handlers = ServerRequestHandlers(exec_command_approval=decide, apply_patch_approval=decide)
    async with connected(handlers) as (fake, _):
        assert await fake.ask("execCommandApproval", LEGACY_COMMAND) == {"decision": words}
        assert await fake.ask("applyPatchApproval", LEGACY_PATCH) == {"decision": words}


async def test_an_older_command_approval_takes_an_amendment() -> None:
    async def decide(_: object) -> Decision:
        await trio.lowlevel.checkpoint()
        return Decision.accept_with_amendment(["ls"])

    async with connected(ServerRequestHandlers(exec_command_approval=decide)) as (fake, _):
        answer: Any = await fake.ask("execCommandApproval", LEGACY_COMMAND)
    amendment = {"proposed_execpolicy_amendment": ["ls"]}
    assert answer == {"decision": {"approved_execpolicy_amendment": amendment}}


async def test_a_request_right_behind_the_start_of_a_thread_finds_its_handlers() -> None:
    async with connected() as (fake, codex):
        fake.manual("thread/start")
        asked: list[FakeQuestion] = []

        async def answer() -> None:
            request = await fake.expect("thread/start")
            with fake.batch():
                request.reply(thread_result("thread-9"))
                asked.append(fake.ask_nowait(COMMAND, command("thread-9")))

        async with trio.open_nursery() as nursery:
            nursery.start_soon(answer)
            handlers = ServerRequestHandlers(command_execution=say_accept)
            await codex.thread_start(handlers=handlers)
        assert await asked[0].wait() == {"decision": "accept"}


async def test_params_that_are_not_understood_are_declined_and_reported() -> None:
    async with connected(ServerRequestHandlers(command_execution=say_accept)) as (fake, codex):
        thread = await codex.thread_start()
        turn = await thread.turn("go")
        params: JsonValue = {"threadId": thread.id, "turnId": turn.id, "itemId": 5}
        assert await fake.ask(COMMAND, params) == {"decision": "decline"}
        with pytest.raises(HandlerError, match="ShapeError"):
            await turn.run()
        fake.turns[0].answer("done")


async def test_decline_all_needs_not_understand_what_it_declines(
    caplog: pytest.LogCaptureFixture,
) -> None:
    async with connected(ServerRequestHandlers.decline_all()) as (fake, _):
        assert await fake.ask(COMMAND, {"threadId": "t", "itemId": 5}) == {"decision": "decline"}
    assert len(declined(caplog.records)) == 1


async def test_tokens_time_and_attestation_are_typed_as_well() -> None:
    async def tokens(params: protocol.ChatgptAuthTokensRefreshParams) -> Any:
        await trio.lowlevel.checkpoint()
        assert params.previous_account_id == "acct-1"
        return protocol.ChatgptAuthTokensRefreshResponse(
            access_token="t", chatgpt_account_id="acct-1", chatgpt_plan_type=None
        )

    async def time(params: protocol.CurrentTimeReadParams) -> Any:
        await trio.lowlevel.checkpoint()
        assert params.thread_id == "thread-1"
        return protocol.CurrentTimeReadResponse(current_time_at=5)

    async def attest(params: protocol.AttestationGenerateParams) -> Any:
        await trio.lowlevel.checkpoint()
        return protocol.AttestationGenerateResponse(token="signed")

    handlers = ServerRequestHandlers(auth_tokens=tokens, current_time=time, attestation=attest)
    async with connected(handlers) as (fake, _):
        answer: Any = await fake.ask(
            "account/chatgptAuthTokens/refresh",
            {"reason": "unauthorized", "previousAccountId": "acct-1"},
        )
        assert (answer["accessToken"], answer["chatgptAccountId"]) == ("t", "acct-1")
        time_answer: Any = await fake.ask("currentTime/read", {"threadId": "thread-1"})
        assert time_answer == {"currentTimeAt": 5}
        assert await fake.ask("attestation/generate", {}) == {"token": "signed"}
