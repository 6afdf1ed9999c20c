"""Runs turns with every parameter of a turn; most programs need few of them."""

from __future__ import annotations

import sys
from pathlib import Path

import attrs

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from examples._demo import pick_config
from trio_codex import ApprovalMode, Codex, Sandbox, Thread
from trio_codex.types import (
    AdditionalContextEntry,
    AdditionalContextKind,
    ApprovalsReviewer,
    AskForApprovalKind,
    CollaborationMode,
    JsonValue,
    ModeKind,
    MultiAgentModeKind,
    Personality,
    ReasoningSummary,
    Settings,
    WorkspaceWriteSandboxPolicy,
)

SCHEMA: dict[str, JsonValue] = {
    "type": "object",
    "properties": {"answer": {"type": "string"}},
    "required": ["answer"],
    "additionalProperties": False,
}


@attrs.frozen
class Answer:
    answer: str


def say_how(thread: Thread, model: str) -> None:
    """Changes settings of the thread with a turn; the following turns keep them."""
    result = thread.run(
        "Which colour has the sky?",
        model=model,
        effort="low",
        summary=ReasoningSummary("concise"),
        personality=Personality.PRAGMATIC,
        service_tier="default",
        cwd=Path.cwd(),
        runtime_workspace_roots=[Path.cwd()],
        sandbox=Sandbox.READ_ONLY,  # preset
        approval_mode=ApprovalMode.DENY_ALL,  # preset
        multi_agent_mode=MultiAgentModeKind.EXPLICIT_REQUEST_ONLY,
    )
    print(f"settings     {result.status}")
    result = thread.run(
        "And the sea?",
        sandbox=WorkspaceWriteSandboxPolicy(network_access=False),  # the protocol's type
        approval_policy=AskForApprovalKind.ON_REQUEST,  # the protocol's type
        approvals_reviewer=ApprovalsReviewer.USER,
    )
    print(f"protocol     {result.status}")


def ask_for_shape(thread: Thread) -> None:
    """Requests an answer that matches a schema or a Python type."""
    result = thread.run("In one word?", output_schema=SCHEMA)
    print(f"schema       {result.final_response}")
    typed = thread.run("In one word?", output_type=Answer, idle_timeout=120, leave_agents=True)
    print(f"type         {typed.output}")


def say_more(thread: Thread, model: str) -> None:
    """Adds the origin and the context of a turn."""
    note = AdditionalContextEntry(kind=AdditionalContextKind.APPLICATION, value="It is noon.")
    plan = CollaborationMode(mode=ModeKind.PLAN, settings=Settings(model=model))
    first = thread.run(
        "Plan a walk.",
        source="example",
        turn_service_tier="default",
        additional_context={"clock": note},
        client_user_message_id="walk-1",
        collaboration_mode=plan,
        responsesapi_client_metadata={"example": "12"},
        disabled_plugin_ids=[],
        environments=[],
    )
    print(f"planned      {first.status}")
    follow_up = thread.run("Go on.", parent_turn_id=first.id, root_turn_id=first.id)
    print(f"descended    {follow_up.status}")


def main() -> None:
    with pick_config() as config, Codex(config) as codex:
        model = next(entry.model for entry in (codex.models()).data if entry.is_default)
        thread = codex.thread_start()
        say_how(thread, model)
        ask_for_shape(thread)
        say_more(thread, model)
        # A named profile replaces the sandbox; access programs need an authorised account.
        profiled = codex.thread_start()
        result = profiled.run("Hi.", permissions=":read-only", cyber_access_program=None)
        print(f"profile      {result.status}")


if __name__ == "__main__":
    main()
