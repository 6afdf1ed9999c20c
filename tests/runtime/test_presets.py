"""Presets and instructions: what the server stores, and what the model receives."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
import trio

from trio_codex import ApprovalMode, Sandbox
from trio_codex.types import ReadOnlySandboxPolicy, WorkspaceWriteSandboxPolicy

if TYPE_CHECKING:
    from pathlib import Path

    from tests.runtime.recording import Recording
    from trio_codex import AppServerConfig, AsyncCodex
    from trio_codex.testing import ModelServer


async def test_what_a_thread_was_told_reaches_the_model(
    model: ModelServer, codex: AsyncCodex, tmp_path: Path
) -> None:
    model.reply("Done.")
    thread = await codex.thread_start(
        model="mock-model-mini",
        cwd=tmp_path,
        base_instructions="Base words.",
        developer_instructions="Developer words.",
        config={"model_reasoning_effort": "high"},
        service_tier="flex",
    )
    await thread.run("Go.")
    (request,) = model.requests
    assert request.model == "mock-model-mini"
    assert "Base words." in request.instructions and "Developer words." in request.instructions
    assert request.body["reasoning"] == {"effort": "high", "summary": "auto"} or (
        isinstance(request.body["reasoning"], dict)
        and request.body["reasoning"]["effort"] == "high"
    )
    assert str(tmp_path) in "".join(request.user_texts)


async def test_what_a_turn_was_told_reaches_the_model_and_stays(
    model: ModelServer, codex: AsyncCodex
) -> None:
    model.on_request(lambda _: "Done.")
    thread = await codex.thread_start()
    await thread.run("Go.", model="mock-model-mini", effort="low")
    await thread.run("On.")
    for request in model.requests:
        assert request.model == "mock-model-mini"
        reasoning = request.body["reasoning"]
        assert isinstance(reasoning, dict) and reasoning["effort"] == "low"


async def test_an_output_schema_reaches_the_model_for_one_turn(
    model: ModelServer, codex: AsyncCodex
) -> None:
    model.on_request(lambda _: '{"a": 1}')
    schema: dict[str, Any] = {"type": "object", "properties": {"a": {"type": "integer"}}}
    thread = await codex.thread_start()
    result = await thread.run("Go.", output_schema=schema)
    await thread.run("On.")
    assert [request.output_schema for request in model.requests] == [schema, None]
    assert result.final_response == '{"a": 1}' and result.output is None


@pytest.mark.requirement("api/approval-mode")
async def test_approval_modes_are_what_the_server_then_has(
    model: ModelServer, codex: AsyncCodex
) -> None:
    model.on_request(lambda _: "Done.")

    async def approval(mode: ApprovalMode | None) -> tuple[object, object]:
        thread = await codex.thread_start(approval_mode=mode)
        await thread.run("Go.")  # a thread cannot be resumed before its first turn
        reply = await codex.request("thread/resume", {"threadId": thread.id, "excludeTurns": True})
        return reply.approval_policy, reply.approvals_reviewer

    assert await approval(ApprovalMode.AUTO_REVIEW) == ("on-request", "auto_review")
    assert await approval(ApprovalMode.ASK) == ("on-request", "user")
    assert (await approval(ApprovalMode.DENY_ALL))[0] == "never"
    assert await approval(None) == ("on-request", "user")


@pytest.mark.requirement("api/approval-mode")
async def test_the_reviewer_of_the_start_is_inherited_by_turn_resume_and_fork(
    model: ModelServer, codex: AsyncCodex
) -> None:
    model.reply("Done.")
    thread = await codex.thread_start(approval_mode=ApprovalMode.DENY_ALL)
    await thread.run("Go.")
    await codex.thread_resume(thread.id)
    again = await codex.request("thread/resume", {"threadId": thread.id, "excludeTurns": True})
    assert again.approval_policy == "never"
    fork = await codex.thread_fork(thread.id, approval_mode=ApprovalMode.ASK)
    forked = await codex.request("thread/resume", {"threadId": fork.id, "excludeTurns": True})
    assert (forked.approval_policy, forked.approvals_reviewer) == ("on-request", "user")


async def test_auto_review_asks_the_reviewer_and_not_the_client(
    model: ModelServer, codex: AsyncCodex
) -> None:
    model.reply_command("echo escalated", escalated=True, justification="Why not?", call_id="c1")
    model.reply_review("allow")
    model.reply("Done.")
    thread = await codex.thread_start(sandbox=Sandbox.READ_ONLY)
    result = await thread.run("Go.")
    assert result.final_response == "Done."
    assert [request.is_review for request in model.requests] == [False, True, False]
    assert "escalated" in model.requests[-1].tool_outputs["c1"]


async def test_deny_all_asks_nobody(model: ModelServer, codex: AsyncCodex) -> None:
    model.reply_command("echo escalated", escalated=True, justification="Why not?", call_id="c1")
    model.reply("Done.")
    thread = await codex.thread_start(
        sandbox=Sandbox.READ_ONLY, approval_mode=ApprovalMode.DENY_ALL
    )
    await thread.run("Go.")
    assert [request.is_review for request in model.requests] == [False, False]
    assert "approval policy is never" in model.requests[-1].tool_outputs["c1"].lower()


SANDBOXES = {
    Sandbox.READ_ONLY: ("read-only", "readOnly"),
    Sandbox.WORKSPACE_WRITE: ("workspace-write", "workspaceWrite"),
    Sandbox.FULL_ACCESS: ("danger-full-access", "dangerFullAccess"),
}


@pytest.mark.parametrize("sandbox", SANDBOXES)
async def test_a_sandbox_has_both_its_shapes(
    model: ModelServer, spied: AsyncCodex, wire: Recording, sandbox: Sandbox
) -> None:
    mode, policy = SANDBOXES[sandbox]
    model.on_request(lambda _: "Done.")
    thread = await spied.thread_start(sandbox=sandbox)
    assert wire.params("thread/start")["sandbox"] == mode
    await thread.run("Go.")
    reply = await spied.request("thread/resume", {"threadId": thread.id, "excludeTurns": True})
    assert getattr(reply.sandbox, "type", None) == policy
    other = await spied.thread_start()
    await other.run("Go.", sandbox=sandbox)
    assert wire.params("turn/start")["sandboxPolicy"] == {"type": policy}
    after = await spied.request("thread/resume", {"threadId": other.id, "excludeTurns": True})
    assert getattr(after.sandbox, "type", None) == policy


@pytest.mark.parametrize("written", [False, True])
async def test_a_sandbox_holds_what_its_name_says(
    model: ModelServer, codex: AsyncCodex, config: AppServerConfig, written: bool
) -> None:
    model.reply_command("touch made.txt", call_id="c1")
    model.reply("Done.")
    sandbox = Sandbox.WORKSPACE_WRITE if written else Sandbox.READ_ONLY
    thread = await codex.thread_start(sandbox=sandbox, approval_mode=ApprovalMode.DENY_ALL)
    await thread.run("Go.")
    assert config.cwd is not None
    assert await trio.Path(config.cwd, "made.txt").exists() is written


async def test_a_turn_takes_a_whole_sandbox_policy(
    model: ModelServer, spied: AsyncCodex, wire: Recording, tmp_path: Path
) -> None:
    model.on_request(lambda _: "Done.")
    thread = await spied.thread_start()
    policy = WorkspaceWriteSandboxPolicy(writable_roots=[str(tmp_path)], network_access=True)
    await thread.run("Go.", sandbox=policy)
    sent = wire.params("turn/start")["sandboxPolicy"]
    assert sent["writableRoots"] == [str(tmp_path)] and sent["networkAccess"] is True
    await thread.run("Go.", sandbox=ReadOnlySandboxPolicy())
    assert wire.params("turn/start")["sandboxPolicy"]["type"] == "readOnly"
