"""What the log holds of a whole scenario: ids, and nothing anybody said."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING, Any

import pytest
import trio

from tests.requests.rig import PATCH, running
from trio_codex import (
    AsyncCodex,
    HandlerError,
    InvalidArgumentError,
    OutputValidationError,
    ProtocolError,
    ServerRequestHandlers,
    TransportClosedError,
    TurnFailedError,
    protocol,
    tool,
)
from trio_codex.testing import FakeAppServer

if TYPE_CHECKING:
    from pathlib import Path

SECRET = "hunter2-swordfish"


@tool
async def lookup(key: int) -> str:
    """Looks something up."""
    await trio.lowlevel.checkpoint()
    return str(key)


@tool
async def unencodable(text: str) -> object:
    """Returns what has no JSON form."""
    await trio.lowlevel.checkpoint()
    return {text: object()}


def told(records: list[logging.LogRecord], level: int) -> str:
    """Everything our records say at a level and above: messages, arguments, extras, tracebacks."""
    formatter = logging.Formatter("%(message)s")
    ours = [it for it in records if it.name.startswith("trio_codex") and it.levelno >= level]
    return "\n".join(f"{formatter.format(it)} {vars(it)!r}" for it in ours)


@pytest.mark.requirement("handler/log-secrets")
async def test_no_prompt_token_or_key_is_logged_at_info_or_above(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG, logger="trio_codex")

    async def wrong(params: Any) -> Any:
        await trio.lowlevel.checkpoint()
        return {"decision": SECRET}

    handlers = ServerRequestHandlers(file_change=wrong)
    async with running(tmp_path, handlers, env={"OPENAI_API_KEY": f"sk-{SECRET}"}) as rig:
        await rig.codex.login_api_key(f"sk-{SECRET}")
        thread = await rig.thread(
            tools=[lookup, unencodable], developer_instructions=f"never say {SECRET}"
        )
        rig.model.reply_command(f"echo {SECRET}", escalated=True, justification=SECRET)
        rig.model.reply_tool_call("lookup", {"key": SECRET})
        rig.model.reply_tool_call("unencodable", {"text": SECRET})
        rig.model.reply(SECRET)
        await thread.run(f"the password is {SECRET}")
        rig.model.reply_patch(PATCH.replace("hello", SECRET))
        rig.model.reply("went on")
        turn = await thread.turn(SECRET)
        with pytest.raises(HandlerError, match="handler of item/fileChange/requestApproval failed"):
            await turn.run()
        await turn.run()
        rig.model.fail(400, {"error": {"message": SECRET}})
        with pytest.raises(TurnFailedError, match=SECRET):
            await thread.run(SECRET)
        rig.model.reply(SECRET)
        with pytest.raises(OutputValidationError, match="is not JSON"):
            await thread.run(SECRET, output_type=int)

    assert SECRET not in told(caplog.records, logging.INFO)
    levels = {it.levelno for it in caplog.records if it.name.startswith("trio_codex")}
    assert levels == {logging.DEBUG, logging.INFO, logging.WARNING, logging.ERROR}


async def test_a_line_that_breaks_the_protocol_is_shown_at_debug_only(
    caplog: pytest.LogCaptureFixture,
) -> None:
    caplog.set_level(logging.DEBUG, logger="trio_codex")
    fake = FakeAppServer()
    with trio.fail_after(10):
        async with AsyncCodex(transport=fake.transport) as codex:
            thread = await codex.thread_start()
            turn = await thread.turn("go")
            fake.send_bytes(f'{{"method": "{SECRET}\n'.encode())
            with pytest.raises(Exception, match=SECRET):
                await turn.run()
    assert SECRET not in told(caplog.records, logging.INFO)
    assert SECRET in told(caplog.records, logging.DEBUG)


async def test_tokens_of_a_wrong_answer_are_not_logged(caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG, logger="trio_codex")

    async def refresh(params: Any) -> protocol.ChatgptAuthTokensRefreshResponse:
        await trio.lowlevel.checkpoint()
        return {"accessToken": "a", "chatgptAccountId": {}, "chatgptPlanType": SECRET}  # type: ignore[return-value]

    fake = FakeAppServer()
    with trio.fail_after(10):
        async with AsyncCodex(
            transport=fake.transport, handlers=ServerRequestHandlers(auth_tokens=refresh)
        ):
            question = fake.ask_nowait(
                "account/chatgptAuthTokens/refresh", {"reason": "unauthorized"}
            )
            with pytest.raises(Exception, match="no answer"):
                await question.wait()
    assert SECRET not in told(caplog.records, logging.INFO)
    assert "ERROR" in {it.levelname for it in caplog.records}


async def test_a_secret_in_a_secret_field_is_logged_at_no_level(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG, logger="trio_codex")

    async def refresh(params: Any) -> Any:
        await trio.lowlevel.checkpoint()
        return {"accessToken": [f"sk-{SECRET}"], "chatgptAccountId": "a"}

    env = {"OPENAI_API_KEY": f"sk-{SECRET}"}
    overrides = {"model_providers.other.http_headers": {"X-Key": SECRET}}
    async with running(tmp_path, env=env, config=overrides) as rig:
        await rig.codex.login_api_key(f"sk-{SECRET}")
        params: Any = {"type": "apiKey", "apiKey": [SECRET]}
        with pytest.raises(InvalidArgumentError, match="not shown"):
            await rig.codex.request("account/login/start", params)
    fake = FakeAppServer()
    handlers = ServerRequestHandlers(auth_tokens=refresh)
    with trio.fail_after(10):
        async with AsyncCodex(transport=fake.transport, handlers=handlers) as codex:
            asked: Any = {"reason": "unauthorized", "previousAccountId": None}
            question = fake.ask_nowait("account/chatgptAuthTokens/refresh", asked)
            with pytest.raises(Exception, match="no answer"):
                await question.wait()
            pending = codex.client.call("account/read", {})
            fake.send_bytes(f'{{"id": 2, "result": {{"authUrl": "https://{SECRET}\n'.encode())
            with pytest.raises(ProtocolError, match=r"\*\*\*"):
                await pending
    assert caplog.records
    assert SECRET not in told(caplog.records, logging.DEBUG)


async def test_the_life_of_the_process_and_its_requests_are_logged(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG, logger="trio_codex")
    async with running(tmp_path) as rig:
        await rig.codex.models()
    records = [it for it in caplog.records if it.name == "trio_codex.connection"]
    infos = [it for it in records if it.levelno == logging.INFO]
    assert [it.getMessage() for it in infos] == ["the runtime was started", "the runtime has ended"]
    started, ended = (vars(it) for it in infos)
    assert isinstance(started["codex_pid"], int)
    assert ended["codex_pid"] == started["codex_pid"]
    assert (ended["codex_exit_code"], ended["codex_signal"]) == (0, None)
    requests = [it.getMessage() for it in records if it.levelno == logging.DEBUG]
    assert "request initialize" in requests and "request model/list" in requests


async def test_a_runtime_that_dies_is_logged_with_its_exit(
    caplog: pytest.LogCaptureFixture,
) -> None:
    caplog.set_level(logging.INFO, logger="trio_codex")
    fake = FakeAppServer()
    with trio.fail_after(10):
        async with AsyncCodex(transport=fake.transport) as codex:
            turn = await (await codex.thread_start()).turn("go")
            fake.disconnect(exit_code=3, stderr=SECRET)
            with pytest.raises(TransportClosedError, match="exit code 3"):
                await turn.run()
    endings = [it for it in caplog.records if it.getMessage() == "the runtime has ended"]
    assert [vars(it)["codex_exit_code"] for it in endings] == [3]
    assert SECRET not in told(caplog.records, logging.INFO)
