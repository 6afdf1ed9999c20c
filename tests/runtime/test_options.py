"""Every option: its form on the wire, and that the real runtime accepts it."""

from __future__ import annotations

import inspect
from contextlib import suppress
from typing import TYPE_CHECKING, Any

import pytest

from tests.runtime.recording import Recording
from trio_codex import (
    ApprovalMode,
    AppServerRpcError,
    AsyncCodex,
    AsyncThread,
    InvalidParamsError,
    InvalidRequestError,
    Sandbox,
)
from trio_codex.protocol import (
    AdditionalContextEntry,
    CollaborationMode,
    InputTextContentItem,
    MessageResponseItem,
    Settings,
    ThreadResumeInitialTurnsPageParams,
    TurnEnvironmentParams,
)

if TYPE_CHECKING:
    from pathlib import Path

    from trio_codex.testing import ModelServer

# What the name of an option is on the wire where it is not simply the same in camelCase, is its
# first value; the second is what is given, the third what goes out.
Case = tuple[str, Any, Any]

NOBODY = "00000000-0000-7000-8000-000000000000"
COMMON: dict[str, Case] = {
    "model": ("model", "mock-model-mini", "mock-model-mini"),
    "model_provider": ("modelProvider", "loopback", "loopback"),
    "cwd": ("cwd", "/", "/"),
    "sandbox": ("sandbox", Sandbox.WORKSPACE_WRITE, "workspace-write"),
    "approval_mode": ("approvalPolicy", ApprovalMode.DENY_ALL, "never"),
    "approval_policy": ("approvalPolicy", "untrusted", "untrusted"),
    "approvals_reviewer": ("approvalsReviewer", "user", "user"),
    "config": ("config", {"model_reasoning_effort": "high"}, {"model_reasoning_effort": "high"}),
    "base_instructions": ("baseInstructions", "Base words.", "Base words."),
    "developer_instructions": ("developerInstructions", "Developer words.", "Developer words."),
    "service_tier": ("serviceTier", "flex", "flex"),
    "permissions": ("permissions", ":read-only", ":read-only"),
    "runtime_workspace_roots": ("runtimeWorkspaceRoots", ["/"], ["/"]),
}
START: dict[str, Case] = COMMON | {
    "personality": ("personality", "friendly", "friendly"),
    "service_name": ("serviceName", "nightly", "nightly"),
    "ephemeral": ("ephemeral", True, True),
    "allow_provider_model_fallback": ("allowProviderModelFallback", True, True),
    "daybreak_enabled": ("daybreakEnabled", True, True),
    "environments": (
        "environments",
        [TurnEnvironmentParams(environment_id="local", cwd="/")],
        [{"environmentId": "local", "cwd": "/"}],
    ),
    "experimental_raw_events": ("experimentalRawEvents", True, True),
    "history_mode": ("historyMode", "paginated", "paginated"),
    "multi_agent_mode": ("multiAgentMode", "proactive", "proactive"),
    "selected_capability_roots": ("selectedCapabilityRoots", [], []),
    "session_start_source": ("sessionStartSource", "clear", "clear"),
    "thread_source": ("threadSource", "my label", "my label"),
    "tools": ("dynamicTools", [], []),
}
RESUME: dict[str, Case] = COMMON | {
    "personality": ("personality", "pragmatic", "pragmatic"),
    "include_turns": ("excludeTurns", True, False),
    "initial_turns_page": (
        "initialTurnsPage",
        ThreadResumeInitialTurnsPageParams(limit=1),
        {"limit": 1},
    ),
}
FORK: dict[str, Case] = COMMON | {
    "ephemeral": ("ephemeral", True, True),
    "include_turns": ("excludeTurns", True, False),
    "defer_goal_continuation": ("deferGoalContinuation", True, True),
    "thread_source": ("threadSource", "user", "user"),
}
TURN: dict[str, Case] = {
    "model": ("model", "mock-model-mini", "mock-model-mini"),
    "effort": ("effort", "high", "high"),
    "summary": ("summary", "concise", "concise"),
    "cwd": ("cwd", "/", "/"),
    "sandbox": ("sandboxPolicy", Sandbox.FULL_ACCESS, {"type": "dangerFullAccess"}),
    "approval_mode": ("approvalPolicy", ApprovalMode.ASK, "on-request"),
    "approval_policy": ("approvalPolicy", "never", "never"),
    "approvals_reviewer": ("approvalsReviewer", "user", "user"),
    "personality": ("personality", "pragmatic", "pragmatic"),
    "service_tier": ("serviceTier", "flex", "flex"),
    "turn_service_tier": ("serviceTierForTurn", "flex", "flex"),
    "source": ("turnTrigger", "cron", "cron"),
    "output_schema": ("outputSchema", {"type": "object"}, {"type": "object"}),
    "additional_context": (
        "additionalContext",
        {"editor": AdditionalContextEntry(kind="application", value="a file is open")},  # type: ignore[arg-type]
        {"editor": {"kind": "application", "value": "a file is open"}},
    ),
    "client_user_message_id": ("clientUserMessageId", "mine-1", "mine-1"),
    "collaboration_mode": (
        "collaborationMode",
        CollaborationMode(mode="plan", settings=Settings(model="mock-model")),  # type: ignore[arg-type]
        {"mode": "plan", "settings": {"model": "mock-model"}},
    ),
    "cyber_access_program": ("cyberAccessProgram", "standard", "standard"),
    "disabled_plugin_ids": ("disabledPluginIds", ["a-plugin"], ["a-plugin"]),
    "environments": ("environments", [], []),
    "multi_agent_mode": ("multiAgentMode", "explicitRequestOnly", "explicitRequestOnly"),
    "parent_turn_id": ("parentTurnId", "t1", "t1"),
    "permissions": ("permissions", ":read-only", ":read-only"),
    "responsesapi_client_metadata": ("responsesapiClientMetadata", {"k": "v"}, {"k": "v"}),
    "root_turn_id": ("rootTurnId", "t0", "t0"),
    "runtime_workspace_roots": ("runtimeWorkspaceRoots", ["/"], ["/"]),
}
LIST: dict[str, Case] = {
    "archived": ("archived", False, False),
    "cwd": ("cwd", ["/", "/tmp"], ["/", "/tmp"]),
    "search_term": ("searchTerm", "hello", "hello"),
    "model_providers": ("modelProviders", ["loopback"], ["loopback"]),
    "source_kinds": ("sourceKinds", ["appServer"], ["appServer"]),
    "excluded_thread_ids": ("excludedThreadIds", [NOBODY], [NOBODY]),
    "sort_key": ("sortKey", "updated_at", "updated_at"),
    "sort_direction": ("sortDirection", "asc", "asc"),
    "use_state_db_only": ("useStateDbOnly", True, True),
    "limit": ("limit", 3, 3),
}


# What takes more than one value to show: in a test of its own, here or with the threads.
ELSEWHERE = {
    "thread_start": {"project_id", "handlers"},
    "thread_resume": {"path", "history", "handlers", "tools", "thread_id"},
    "thread_fork": {
        *("path", "last_turn_id", "before_turn_id", "experimental_prediction_mode"),
        *("handlers", "tools", "thread_id"),
    },
    "run": {"input", "output_type", "idle_timeout", "leave_agents"},
    "thread_list": {
        *("cursor", "originators", "section_id", "project_id"),
        *("parent_thread_id", "ancestor_thread_id"),
    },
}


def offered(owner: type, name: str, table: dict[str, Case]) -> dict[str, Case]:
    """The rows of the options that the pinned runtime has."""
    options = inspect.signature(getattr(owner, name)).parameters
    return {option: case for option, case in table.items() if option in options}


@pytest.mark.version_bound
def test_no_option_is_left_out_here() -> None:
    tables = {"thread_start": START, "thread_resume": RESUME, "thread_fork": FORK, "run": TURN}
    for name, table in {**tables, "thread_list": LIST}.items():
        owner = AsyncThread if name == "run" else AsyncCodex
        options = set(inspect.signature(getattr(owner, name)).parameters) - {"self"}
        assert options == table.keys() | ELSEWHERE[name], name


async def test_a_thread_starts_with_every_option(spied: AsyncCodex, wire: Recording) -> None:
    for option, (key, given, sent) in offered(AsyncCodex, "thread_start", START).items():
        await spied.thread_start(**{option: given})
        assert wire.params("thread/start")[key] == sent, option


async def test_a_thread_resumes_with_every_option(
    model: ModelServer, spied: AsyncCodex, wire: Recording
) -> None:
    model.reply("Done.")
    thread = await spied.thread_start()
    await thread.run("Go.")
    for option, (key, given, sent) in offered(AsyncCodex, "thread_resume", RESUME).items():
        resumed = await spied.thread_resume(thread.id, **{option: given})
        assert resumed.id == thread.id
        assert wire.params("thread/resume")[key] == sent, option


async def test_a_thread_forks_with_every_option(
    model: ModelServer, spied: AsyncCodex, wire: Recording
) -> None:
    model.reply("Done.")
    thread = await spied.thread_start()
    await thread.run("Go.")
    for option, (key, given, sent) in offered(AsyncCodex, "thread_fork", FORK).items():
        assert (await spied.thread_fork(thread.id, **{option: given})).id != thread.id
        assert wire.params("thread/fork")[key] == sent, option


async def test_a_turn_runs_with_every_option(
    model: ModelServer, spied: AsyncCodex, wire: Recording
) -> None:
    model.on_request(lambda _: "Done.")
    for option, (key, given, sent) in offered(AsyncThread, "run", TURN).items():
        thread = await spied.thread_start(ephemeral=True)
        result = await thread.run("Go.", **{option: given})
        assert wire.params("turn/start")[key] == sent, option
        assert result.status == "completed", option


async def test_threads_are_listed_with_every_option(spied: AsyncCodex, wire: Recording) -> None:
    for option, (key, given, sent) in offered(AsyncCodex, "thread_list", LIST).items():
        await spied.thread_list(**{option: given})
        assert wire.params("thread/list")[key] == sent, option
        _ = [thread async for thread in spied.threads(**{option: given})]
        assert wire.params("thread/list")[key] == sent, option


@pytest.mark.requirement("api/options")
async def test_options_that_are_not_given_are_not_sent(
    model: ModelServer, spied: AsyncCodex, wire: Recording
) -> None:
    model.reply("Done.")
    thread = await spied.thread_start()
    await thread.run("Go.")
    await spied.thread_resume(thread.id)
    await spied.thread_fork(thread.id)
    assert wire.params("thread/start") == {
        "approvalPolicy": "on-request",
        "approvalsReviewer": "auto_review",
    }
    assert wire.params("turn/start").keys() == {"threadId", "input"}
    assert wire.params("thread/resume") == {"threadId": thread.id, "excludeTurns": True}
    assert wire.params("thread/fork") == {"threadId": thread.id, "excludeTurns": True}


async def test_a_thread_belongs_to_the_project_it_was_started_in(
    model: ModelServer, spied: AsyncCodex, tmp_path: Path
) -> None:
    model.on_request(lambda _: "Done.")
    made = await spied.request(
        "project/create",
        {"name": "A project", "idempotencyKey": "k1", "roots": [{"path": str(tmp_path)}]},
    )
    inside = await spied.thread_start(project_id=made.project.id)
    outside = await spied.thread_start()
    for thread in (inside, outside):
        await thread.run("Go.")
    listed = [thread.id async for thread in spied.threads(project_id=made.project.id)]
    assert listed == [inside.id]


async def test_a_thread_is_resumed_and_forked_from_its_file(
    model: ModelServer, spied: AsyncCodex, wire: Recording
) -> None:
    model.on_request(lambda _: "Done.")
    thread = await spied.thread_start()
    first = await thread.run("One.")
    second = await thread.run("Two.")
    path = (await thread.read()).thread.path
    assert path is not None
    resumed = await spied.thread_resume(thread.id, path=path)
    assert resumed.id == thread.id and wire.params("thread/resume")["path"] == path
    forked = await spied.thread_fork(thread.id, path=path, ephemeral=False)
    assert wire.params("thread/fork")["path"] == path
    assert [turn.id async for turn in forked.turns()] == [second.id, first.id]


async def test_a_thread_is_resumed_from_a_history_of_ones_own(
    model: ModelServer, spied: AsyncCodex, wire: Recording
) -> None:
    said = MessageResponseItem(role="user", content=[InputTextContentItem(text="Once said.")])
    resumed = await spied.thread_resume(NOBODY, history=[said])
    (item,) = wire.params("thread/resume")["history"]
    assert item["type"] == "message" and item["content"][0]["text"] == "Once said."
    model.reply("I remember.")
    await resumed.run("Go on.")
    assert "Once said." in str(model.requests[0].input)


async def test_options_the_server_refuses_reach_it_all_the_same(
    model: ModelServer, spied: AsyncCodex, wire: Recording
) -> None:
    model.reply("Done.")
    thread = await spied.thread_start()
    await thread.run("Go.")
    with pytest.raises(InvalidParamsError, match="originator filtering is not supported"):
        await spied.thread_list(originators=["trio_codex"])
    with pytest.raises(AppServerRpcError, match="invalid cursor"):
        await spied.thread_list(cursor="no cursor")
    assert wire.params("thread/list")["cursor"] == "no cursor"
    for option, key in (
        ("section_id", "sectionId"),
        ("parent_thread_id", "parentThreadId"),
        ("ancestor_thread_id", "ancestorThreadId"),
    ):
        given: Any = {option: thread.id}
        # Whether there is such a thing is the server's business.
        with suppress(AppServerRpcError):
            assert (await spied.thread_list(**given)).data == []
        assert wire.params("thread/list")[key] == thread.id


@pytest.mark.version_bound
async def test_a_fork_for_predictions_must_be_ephemeral(
    model: ModelServer, spied: AsyncCodex, wire: Recording
) -> None:
    model.reply("Done.")
    thread = await spied.thread_start()
    await thread.run("Go.")
    with pytest.raises(InvalidRequestError, match="requires `ephemeral: true`"):
        await spied.thread_fork(thread.id, experimental_prediction_mode=True)
    assert wire.params("thread/fork")["experimentalPredictionMode"] is True
