"""Who is asked: a handler that was given, unless another approval mode was named beside it."""

from __future__ import annotations

import logging
from contextlib import asynccontextmanager
from typing import TYPE_CHECKING, Any

import attrs
import pytest
import trio

from tests.requests.rig import LIMIT, running
from tests.requests.test_other_requests import MCP, WRITES, request_write
from trio_codex import (
    ApprovalMode,
    AsyncCodex,
    InvalidRequestError,
    Sandbox,
    ServerRequestHandlers,
    protocol,
)
from trio_codex.testing import ModelServer, isolated_config
from trio_codex.types import Decision

if TYPE_CHECKING:
    from collections.abc import AsyncIterator
    from pathlib import Path

    from trio_codex import AppServerConfig, AsyncThread


class Asked:
    """Declines every command, and counts how often it was asked."""

    def __init__(self) -> None:
        self.count = 0

    async def __call__(self, params: Any) -> Any:
        await trio.lowlevel.checkpoint()
        self.count += 1
        return Decision.decline

    @property
    def handlers(self) -> ServerRequestHandlers:
        return ServerRequestHandlers(command_execution=self)


def script(model: ModelServer, target: Path) -> None:
    """A model that writes outside the sandbox, and a reviewer that allows it."""
    model.reply_command(f"touch {target}", escalated=True)
    model.reply_review("allow")
    model.reply("done")


@attrs.frozen
class Stored:
    """A model, the config of a runtime, and a place outside of its sandbox."""

    model: ModelServer
    config: AppServerConfig
    target: Path

    async def thread(self, **options: Any) -> str:
        """Stores a thread in a runtime that has ended since."""
        self.model.reply("stored")
        async with AsyncCodex(self.config) as codex:
            thread = await codex.thread_start(sandbox=Sandbox.READ_ONLY, **options)
            await thread.run("first")
        return thread.id

    async def escalate(self, thread: AsyncThread) -> bool:
        """Says whether the reviewer let the write happen."""
        script(self.model, self.target)
        await thread.run("go")
        return self.target.exists()


@asynccontextmanager
async def storing(tmp_path: Path) -> AsyncIterator[Stored]:
    outside = tmp_path / "outside"
    outside.mkdir()
    with trio.fail_after(LIMIT):
        async with ModelServer() as model:
            yield Stored(model, isolated_config(model, home=tmp_path), outside / "made")


# -- starting --------------------------------------------------------------------------------------


@pytest.mark.parametrize("owner", ["client", "thread"])
async def test_given_handlers_are_asked_and_the_reviewer_is_not(tmp_path: Path, owner: str) -> None:
    asked = Asked()
    async with running(tmp_path, asked.handlers if owner == "client" else None) as rig:
        target = rig.outside / "made"
        script(rig.model, target)
        thread = await rig.codex.thread_start(
            sandbox=Sandbox.READ_ONLY, handlers=asked.handlers if owner == "thread" else None
        )
        await thread.run("go")

        assert not any(request.is_review for request in rig.model.requests)
        assert (asked.count, target.exists()) == (1, False)


async def test_decline_all_declines_what_the_reviewer_would_allow(tmp_path: Path) -> None:
    async with running(tmp_path) as rig:
        target = rig.outside / "made"
        script(rig.model, target)
        thread = await rig.codex.thread_start(
            sandbox=Sandbox.READ_ONLY, handlers=ServerRequestHandlers.decline_all()
        )
        await thread.run("go")

        assert not target.exists()


async def test_a_mode_named_beside_the_handlers_holds(tmp_path: Path) -> None:
    asked = Asked()
    async with running(tmp_path, asked.handlers) as rig:
        target = rig.outside / "made"
        script(rig.model, target)
        thread = await rig.codex.thread_start(
            sandbox=Sandbox.READ_ONLY, approval_mode=ApprovalMode.AUTO_REVIEW
        )
        await thread.run("go")

        assert [request.is_review for request in rig.model.requests] == [False, True, False]
        assert (asked.count, target.exists()) == (0, True)


async def test_the_approval_of_an_mcp_tool_is_asked_of_an_elicitation_handler(
    tmp_path: Path,
) -> None:
    # The reviewer takes these questions as well, where it is the one that decides.
    async with running(tmp_path, ServerRequestHandlers.decline_all(), config=MCP) as rig:
        rig.model.reply_tool_call("ping", {}, namespace="mcp__tiny", call_id="c1")
        rig.model.reply_review("allow")
        rig.model.reply("done")
        await (await rig.codex.thread_start()).run("go")

        assert "rejected" in rig.model.requests[-1].tool_outputs["c1"]
        assert not any(request.is_review for request in rig.model.requests)


async def test_permissions_are_asked_of_a_permissions_handler(tmp_path: Path) -> None:
    reasons: list[str | None] = []

    async def grant_nothing(params: Any) -> protocol.PermissionsRequestApprovalResponse:
        await trio.lowlevel.checkpoint()
        reasons.append(params.reason)
        nothing = protocol.GrantedPermissionProfile()
        return protocol.PermissionsRequestApprovalResponse(permissions=nothing)

    handlers = ServerRequestHandlers(permissions=grant_nothing)
    async with running(tmp_path, handlers, config=WRITES) as rig:
        rig.model.reply_tool_call("request_permissions", request_write(rig.outside))
        rig.model.reply_review("allow")
        rig.model.reply("done")
        await (await rig.codex.thread_start()).run("go")

        assert not any(request.is_review for request in rig.model.requests)
    assert reasons == ["to write there"]


# -- resuming and forking --------------------------------------------------------------------------


@pytest.mark.parametrize("owner", ["client", "thread"])
@pytest.mark.parametrize("call", ["thread_resume", "thread_fork"])
async def test_a_thread_that_was_stored_with_the_reviewer_asks_the_handlers(
    tmp_path: Path, owner: str, call: str
) -> None:
    asked = Asked()
    async with storing(tmp_path) as stored:
        thread_id = await stored.thread()
        client, own = (asked.handlers if owner == it else None for it in ("client", "thread"))
        async with AsyncCodex(stored.config, handlers=client) as codex:
            thread = await getattr(codex, call)(thread_id, handlers=own)

            assert not await stored.escalate(thread)
    assert asked.count == 1


@pytest.mark.parametrize("call", ["thread_resume", "thread_fork"])
@pytest.mark.parametrize("named", [{}, {"approval_mode": None}], ids=["no handlers", "None"])
async def test_a_stored_reviewer_stays_without_handlers_or_when_nothing_shall_change(
    tmp_path: Path, call: str, named: dict[str, Any]
) -> None:
    asked = Asked()
    async with storing(tmp_path) as stored:
        thread_id = await stored.thread()
        handlers = asked.handlers if named else None
        async with AsyncCodex(stored.config, handlers=handlers) as codex:
            thread = await getattr(codex, call)(thread_id, **named)

            assert await stored.escalate(thread)
    assert asked.count == 0


@pytest.mark.parametrize(("owner", "policy"), [("client", "never"), ("thread", "on-request")])
async def test_a_thread_that_denies_all_asks_only_the_handlers_that_its_call_was_given(
    tmp_path: Path, owner: str, policy: str, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.INFO, logger="trio_codex")
    asked = Asked()
    async with storing(tmp_path) as stored:
        thread_id = await stored.thread(approval_mode=ApprovalMode.DENY_ALL)
        client, own = (asked.handlers if owner == it else None for it in ("client", "thread"))
        async with AsyncCodex(stored.config, handlers=client) as codex:
            thread = await codex.thread_resume(thread_id, handlers=own)
            reply = await codex.request("thread/resume", {"threadId": thread_id})
            assert (reply.approval_policy, reply.approvals_reviewer) == (policy, "user")

            assert not await stored.escalate(thread)
    assert asked.count == (owner == "thread")
    said = [it for it in caplog.messages if "approval policy is never" in it]
    assert len(said) == (owner == "client")


@pytest.mark.parametrize("owner", ["client", "thread"])
async def test_a_stored_policy_that_asks_more_often_is_kept(tmp_path: Path, owner: str) -> None:
    asked = Asked()
    async with storing(tmp_path) as stored:
        thread_id = await stored.thread(approval_policy="untrusted")
        client, own = (asked.handlers if owner == it else None for it in ("client", "thread"))
        async with AsyncCodex(stored.config, handlers=client) as codex:
            await codex.thread_resume(thread_id, handlers=own)
            reply = await codex.request("thread/resume", {"threadId": thread_id})
    assert (reply.approval_policy, reply.approvals_reviewer) == ("untrusted", "user")


# -- threads that the runtime has loaded already: it ignores the options of a resume ---------------


async def test_handlers_given_to_the_resume_of_a_loaded_thread_are_asked(tmp_path: Path) -> None:
    asked = Asked()
    async with storing(tmp_path) as stored, AsyncCodex(stored.config) as codex:
        stored.model.reply("first")
        thread = await codex.thread_start(sandbox=Sandbox.READ_ONLY)
        await thread.run("first")
        again = await codex.thread_resume(thread.id, handlers=asked.handlers)

        assert not await stored.escalate(again)
    assert asked.count == 1


async def test_the_options_of_a_resume_hold_on_a_loaded_thread_too(tmp_path: Path) -> None:
    async with storing(tmp_path) as stored, AsyncCodex(stored.config) as codex:
        stored.model.reply("first")
        thread = await codex.thread_start(sandbox=Sandbox.WORKSPACE_WRITE)
        await thread.run("first")
        await codex.thread_resume(
            thread.id,
            approval_mode=ApprovalMode.DENY_ALL,
            sandbox=Sandbox.READ_ONLY,
            model="mock-model-mini",
        )
        reply = await codex.request("thread/resume", {"threadId": thread.id})
    assert reply.approval_policy == "never"
    assert reply.sandbox.type == "readOnly"
    assert reply.model == "mock-model-mini"


async def test_an_option_that_a_loaded_thread_cannot_take_is_no_success(tmp_path: Path) -> None:
    async with storing(tmp_path) as stored:
        stable = attrs.evolve(stored.config, experimental_api=False)
        async with AsyncCodex(stable) as codex:
            stored.model.reply("first")
            thread = await codex.thread_start()
            await thread.run("first")
            await codex.thread_resume(thread.id)
            with pytest.raises(InvalidRequestError, match="experimentalApi"):
                await codex.thread_resume(thread.id, approval_mode=ApprovalMode.DENY_ALL)
