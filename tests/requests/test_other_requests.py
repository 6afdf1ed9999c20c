"""What the real runtime makes of the answers to its other requests."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
import trio

from tests.requests.rig import running
from trio_codex import HandlerError, Sandbox, ServerRequestHandlers, protocol
from trio_codex.testing import LoginIssuer

if TYPE_CHECKING:
    from trio_codex.protocol import JsonValue

TINY = Path(__file__).with_name("mcp_tiny.py")
MCP: dict[str, Any] = {"mcp_servers": {"tiny": {"command": sys.executable, "args": [str(TINY)]}}}
Action = protocol.McpServerElicitationAction


class Elicited:
    """Answers elicitations with the given responses and keeps what was asked."""

    def __init__(self, *answers: protocol.McpServerElicitationRequestResponse) -> None:
        self.answers = list(answers)
        self.params: list[Any] = []

    async def __call__(
        self, params: protocol.McpServerElicitationRequestParams
    ) -> protocol.McpServerElicitationRequestResponse:
        await trio.lowlevel.checkpoint()
        self.params.append(params)
        return self.answers.pop(0)


def answered(action: protocol.McpServerElicitationAction, **more: Any) -> Any:
    return protocol.McpServerElicitationRequestResponse(action=action, **more)


async def test_an_mcp_tool_runs_when_its_approval_is_accepted(tmp_path: Path) -> None:
    asked = Elicited(answered(Action.ACCEPT, meta={"persist": "session"}))
    handlers = ServerRequestHandlers(elicitation=asked)
    async with running(tmp_path, handlers, config=MCP) as rig:
        for number in range(2):
            rig.model.reply_tool_call("ping", {}, namespace="mcp__tiny", call_id=f"c{number}")
        rig.model.reply("done")
        await (await rig.thread()).run("go")

        outputs = rig.model.requests[-1].tool_outputs
        assert "pong" in outputs["c0"] and "pong" in outputs["c1"]
    (params,) = asked.params  # for the session: the second call is not asked
    assert isinstance(params, protocol.FormMcpServerElicitationRequestParams)
    assert params.server_name == "tiny"


async def test_an_mcp_tool_does_not_run_when_its_approval_is_declined(tmp_path: Path) -> None:
    asked = Elicited(answered(Action.DECLINE))
    handlers = ServerRequestHandlers(elicitation=asked)
    async with running(tmp_path, handlers, config=MCP) as rig:
        rig.model.reply_tool_call("ping", {}, namespace="mcp__tiny", call_id="c1")
        rig.model.reply("done")
        await (await rig.thread()).run("go")

        assert "rejected" in rig.model.requests[-1].tool_outputs["c1"]


async def test_an_mcp_server_gets_what_the_user_filled_in(tmp_path: Path) -> None:
    content: JsonValue = {"name": "Ada", "age": 36, "sure": True}
    asked = Elicited(answered(Action.ACCEPT), answered(Action.ACCEPT, content=content))
    handlers = ServerRequestHandlers(elicitation=asked)
    async with running(tmp_path, handlers, config=MCP) as rig:
        rig.model.reply_tool_call("who", {}, namespace="mcp__tiny", call_id="c1")
        rig.model.reply("done")
        await (await rig.thread()).run("go")

        output = rig.model.requests[-1].tool_outputs["c1"].replace("\\", "")
        assert '"action": "accept"' in output
        assert '"age": 36, "name": "Ada", "sure": true' in output
    form = asked.params[1]
    assert form.message == "Who are you?"
    assert set(form.requested_schema.properties) == {"name", "age", "sure"}


async def test_accept_all_approves_an_mcp_tool_but_fills_in_no_form(tmp_path: Path) -> None:
    async with running(tmp_path, ServerRequestHandlers.accept_all(), config=MCP) as rig:
        rig.model.reply_tool_call("who", {}, namespace="mcp__tiny", call_id="c1")
        rig.model.reply("done")
        await (await rig.thread()).run("go")

        assert "decline" in rig.model.requests[-1].tool_outputs["c1"]


async def test_the_user_is_asked_in_plan_mode(tmp_path: Path) -> None:
    async def choose(
        params: protocol.ToolRequestUserInputParams,
    ) -> protocol.ToolRequestUserInputResponse:
        await trio.lowlevel.checkpoint()
        (question,) = params.questions
        assert question.options is not None
        answer = protocol.ToolRequestUserInputAnswer(answers=[question.options[1].label])
        return protocol.ToolRequestUserInputResponse(answers={question.id: answer})

    async with running(tmp_path, ServerRequestHandlers(user_input=choose)) as rig:
        question: JsonValue = {
            "id": "q1",
            "header": "Colour",
            "question": "Which colour?",
            "options": [
                {"label": "Red", "description": "warm"},
                {"label": "Blue", "description": "cold"},
            ],
        }
        rig.model.reply_tool_call("request_user_input", {"questions": [question]}, call_id="c1")
        rig.model.reply("done")
        mode = protocol.CollaborationMode(
            mode=protocol.ModeKind.PLAN, settings=protocol.Settings(model="mock-model")
        )
        await (await rig.thread()).run("go", collaboration_mode=mode)

        answers = json.loads(rig.model.requests[-1].tool_outputs["c1"])
    assert answers == {"answers": {"q1": {"answers": ["Blue"]}}}


WRITES: dict[str, Any] = {
    "features": {"request_permissions_tool": True},
    # Where the tests run may itself be the system's directory for temporary files.
    "sandbox_workspace_write": {"exclude_slash_tmp": True, "exclude_tmpdir_env_var": True},
}


def request_write(path: Path) -> dict[str, JsonValue]:
    return {
        "reason": "to write there",
        "permissions": {"file_system": {"write": [str(path)]}},
    }


@pytest.mark.parametrize("grant", [True, False])
async def test_a_granted_write_works_and_one_that_is_not_granted_does_not(
    tmp_path: Path, grant: bool
) -> None:
    reasons: list[str | None] = []

    async def decide(
        params: protocol.PermissionsRequestApprovalParams,
    ) -> protocol.PermissionsRequestApprovalResponse:
        await trio.lowlevel.checkpoint()
        reasons.append(params.reason)
        asked = params.permissions
        granted = protocol.GrantedPermissionProfile(
            file_system=asked.file_system if grant else None
        )
        return protocol.PermissionsRequestApprovalResponse(
            permissions=granted, scope=protocol.PermissionGrantScope.TURN
        )

    handlers = ServerRequestHandlers(permissions=decide)
    async with running(tmp_path, handlers, config=WRITES) as rig:
        rig.model.reply_tool_call("request_permissions", request_write(rig.outside))
        rig.model.reply_command(f"touch {rig.outside / 'made'}", call_id="c2")
        rig.model.reply("done")
        await (await rig.thread(Sandbox.WORKSPACE_WRITE)).run("go")

        assert (rig.outside / "made").exists() is grant
    assert reasons == ["to write there"]


async def test_accept_all_grants_what_is_asked(tmp_path: Path) -> None:
    async with running(tmp_path, ServerRequestHandlers.accept_all(), config=WRITES) as rig:
        rig.model.reply_tool_call("request_permissions", request_write(rig.outside))
        rig.model.reply_command(f"touch {rig.outside / 'made'}")
        rig.model.reply("done")
        await (await rig.thread(Sandbox.WORKSPACE_WRITE)).run("go")

        assert (rig.outside / "made").exists()


CLOCK: dict[str, Any] = {
    "features": {"current_time_reminder": {"enabled": True, "clock_source": "external"}}
}


async def test_the_current_time_is_the_handlers(tmp_path: Path) -> None:
    async def read(params: protocol.CurrentTimeReadParams) -> protocol.CurrentTimeReadResponse:
        await trio.lowlevel.checkpoint()
        return protocol.CurrentTimeReadResponse(current_time_at=1_700_000_000)

    async with running(tmp_path, ServerRequestHandlers(current_time=read), config=CLOCK) as rig:
        rig.model.reply("done")
        result = await (await rig.thread()).run("go")

        assert "2023-11-14" in json.dumps(rig.model.requests[-1].body)
    assert result.final_response == "done"


async def test_a_failing_clock_fails_its_turn_with_the_handlers_error(tmp_path: Path) -> None:
    async def broken(params: protocol.CurrentTimeReadParams) -> protocol.CurrentTimeReadResponse:
        await trio.lowlevel.checkpoint()
        raise OSError("no clock")

    async with running(tmp_path, ServerRequestHandlers(current_time=broken), config=CLOCK) as rig:
        thread = await rig.thread()
        with pytest.raises(HandlerError, match="OSError: no clock"):
            await thread.run("go")


async def test_expired_tokens_are_replaced_by_the_handlers(tmp_path: Path) -> None:
    async with LoginIssuer() as issuer:
        old, new = issuer.new_access_token(), issuer.new_access_token()
        reasons: list[object] = []

        async def refresh(
            params: protocol.ChatgptAuthTokensRefreshParams,
        ) -> protocol.ChatgptAuthTokensRefreshResponse:
            await trio.lowlevel.checkpoint()
            reasons.append(params.reason)
            return protocol.ChatgptAuthTokensRefreshResponse(
                access_token=new, chatgpt_account_id="acct-1", chatgpt_plan_type="pro"
            )

        handlers = ServerRequestHandlers(auth_tokens=refresh)
        async with running(tmp_path, handlers, issuer=issuer) as rig:
            await rig.codex.request(
                "account/login/start",
                {
                    "type": "chatgptAuthTokens",
                    "accessToken": old,
                    "chatgptAccountId": "acct-1",
                    "chatgptPlanType": "pro",
                },
            )
            rig.model.fail(401, {"error": {"message": "expired"}})
            rig.model.reply("done")
            result = await (await rig.thread()).run("go")

            assert [request.bearer for request in rig.model.requests] == [old, new]
        assert result.final_response == "done"
        assert reasons == ["unauthorized"]
