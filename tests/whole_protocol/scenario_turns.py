"""Scenarios: model replies that cause every event and server request of a turn."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from trio_codex.testing.model_server import items as model_items

from .scenario_threads import DONE, said
from .steps import Await, Call, Do, Scenario, World

if TYPE_CHECKING:
    from collections.abc import Mapping

    from trio_codex.protocol import JsonValue
    from trio_codex.testing import OutputItem

__all__ = ["SCENARIOS"]

PLAN: JsonValue = [
    {"step": "one", "status": "in_progress"},
    {"step": "two", "status": "pending"},
]
QUESTION: JsonValue = {
    "id": "q1",
    "header": "Colour",
    "question": "Which?",
    "options": [{"label": "Red", "description": "r"}, {"label": "Blue", "description": "b"}],
}
PATCH = "*** Begin Patch\n*** Add File: {name}\n+hello\n*** End Patch"
MOVE = """\
*** Begin Patch
*** Update File: new.txt
*** Move to: moved.txt
@@
-hello
+bye
*** End Patch"""
GRANULAR: JsonValue = {
    "granular": {"mcp_elicitations": True, "rules": True, "sandbox_approval": True}
}
LOOKUP: JsonValue = {
    "type": "function",
    "name": "lookup",
    "description": "Looks something up.",
    "inputSchema": {"type": "object", "properties": {}},
}


def replies(*items: OutputItem, then: str = "done") -> Do:
    """Script a response with these items, and one with a message after their results."""

    def script(world: World) -> None:
        world.model.reply_items(*items)
        if any(item.done["type"] != "message" for item in items[-1:]):
            world.model.reply(then)

    return Do(script)


def tool(name: str, arguments: Mapping[str, JsonValue]) -> Do:
    """Script the call of a tool."""
    return replies(model_items.tool_call(name, arguments))


def turn(text: str, **more: JsonValue) -> tuple[Call, Await]:
    """Run a turn to its end."""
    return Call("turn/start", said(text, **more), keep={"turn": "turn.id"}), DONE


def start(**more: JsonValue) -> Call:
    """Start the scenario's thread."""
    return Call("thread/start", {"cwd": "{cwd}", **more}, keep={"thread": "thread.id"})


def _raw_reasoning() -> OutputItem:
    head: dict[str, JsonValue] = {"type": "reasoning", "id": "raw", "summary": []}
    content: JsonValue = [{"type": "reasoning_text", "text": "hm"}]
    delta: dict[str, JsonValue] = {"content_index": 0, "delta": "hm"}
    steps = (("response.reasoning_text.delta", delta),)
    return model_items.OutputItem(added=head, done={**head, "content": content}, steps=steps)


def _remarks() -> OutputItem:
    """What a provider says beside the answer: another model, moderation, a safety buffer."""
    buffering: JsonValue = {"use_cases": ["u"], "reasons": ["r"], "retry_model": "mock-model-mini"}
    metadata: JsonValue = {
        "openai_verification_recommendation": ["trusted_access_for_cyber"],
        "openai_chatgpt_moderation_metadata": {"flagged": False},
    }
    headers: JsonValue = {"headers": {"openai-model": "mock-model-mini"}}
    said_first = model_items.message("noted")
    return model_items.OutputItem(
        added=said_first.added,
        done=said_first.done,
        steps=(
            ("response.metadata", {"metadata": metadata, "headers": headers}),
            ("response.metadata", {"response": headers, "safety_buffering": buffering}),
            *said_first.steps,
        ),
    )


def _write_stdin(world: World) -> None:
    session = int(cast("str", world.names["terminal"]))
    call: dict[str, JsonValue] = {"session_id": session, "chars": "typed\n", "yield_time_ms": 300}
    world.model.reply_tool_call("write_stdin", call)
    world.model.reply("typed")


def _fail(world: World) -> None:
    world.model.fail(500)


def _review(world: World) -> None:
    world.model.reply_command("echo reviewed", escalated=True, justification="to see")
    world.model.reply_review("deny", rationale="no need")
    world.model.reply("refused")


TERMINAL = {"threadId": "{thread}"}

EVENTS = Scenario(
    name="turns",
    about="has the model think, plan, run commands, patch files and fail",
    features={"apply_patch_streaming_events": True},
    config={"tools": {"update_plan": {"enabled": True}}, "show_raw_agent_reasoning": True},
    notifications=(
        "account/rateLimits/updated",
        "error",
        "item/agentMessage/delta",
        "item/commandExecution/outputDelta",
        "item/commandExecution/terminalInteraction",
        "item/completed",
        "item/fileChange/patchUpdated",
        "item/plan/delta",
        "item/reasoning/summaryPartAdded",
        "item/reasoning/summaryTextDelta",
        "item/reasoning/textDelta",
        "item/started",
        "model/rerouted",
        "model/safetyBuffering/updated",
        "model/verification",
        "thread/status/changed",
        "thread/tokenUsage/updated",
        "turn/completed",
        "turn/diff/updated",
        "turn/moderationMetadata",
        "turn/plan/updated",
        "turn/started",
        "warning",
    ),
    steps=(
        start(sandbox="workspace-write"),
        replies(model_items.reasoning("a thought"), _raw_reasoning(), model_items.message("so")),
        *turn("think"),
        tool("update_plan", {"explanation": "why", "plan": PLAN}),
        *turn("plan"),
        replies(model_items.patch(PATCH.format(name="new.txt"))),
        *turn("patch"),
        replies(model_items.patch(MOVE)),
        *turn("move"),
        replies(model_items.command("echo out; echo err >&2; sleep 0.2; echo more")),
        *turn("run"),
        replies(model_items.command("cat", tty=True, yield_time_ms=300)),
        *turn("wait"),
        Call("thread/backgroundTerminals/list", TERMINAL, keep={"terminal": "data.0.processId"}),
        Do(_write_stdin),
        *turn("type"),
        Call(
            "thread/backgroundTerminals/terminate",
            {"threadId": "{thread}", "processId": "{terminal}"},
        ),
        Call("thread/backgroundTerminals/clean", TERMINAL),
        replies(model_items.message("<proposed_plan>\n- one\n</proposed_plan>\n")),
        *turn("propose", collaborationMode={"mode": "plan", "settings": {"model": "mock-model"}}),
        replies(_remarks()),
        *turn("remark"),
        Do(_fail),
        *turn("fail"),
    ),
)

QUESTIONS = Scenario(
    name="questions",
    about="has the model ask the client for approvals, answers, tools and the time",
    features={"request_permissions_tool": True, "default_mode_request_user_input": True},
    config={"features": {"current_time_reminder": {"enabled": True, "clock_source": "external"}}},
    server_requests=(
        "currentTime/read",
        "item/commandExecution/requestApproval",
        "item/fileChange/requestApproval",
        "item/permissions/requestApproval",
        "item/tool/call",
        "item/tool/requestUserInput",
    ),
    answers={
        "currentTime/read": {"currentTimeAt": 1700000000},
        "item/commandExecution/requestApproval": {"decision": "accept"},
        "item/fileChange/requestApproval": {"decision": "decline"},
        "item/permissions/requestApproval": {"permissions": {}, "scope": "turn"},
        "item/tool/call": {
            "contentItems": [{"type": "inputText", "text": "found"}],
            "success": True,
        },
        "item/tool/requestUserInput": {"answers": {"q1": {"answers": ["Blue"]}}},
    },
    notifications=("serverRequest/resolved",),
    steps=(
        start(approvalPolicy="on-request", sandbox="read-only", dynamicTools=[LOOKUP]),
        replies(model_items.command("true", escalated=True, justification="to see")),
        *turn("escalate"),
        replies(model_items.patch(PATCH.format(name="refused.txt"))),
        *turn("patch"),
        tool("request_permissions", {"permissions": {"file_system": {"write": ["{cwd}"]}}}),
        *turn("permit"),
        tool("request_user_input", {"questions": [QUESTION]}),
        *turn("ask"),
        tool("lookup", {}),
        *turn("look"),
        start(approvalPolicy=GRANULAR),
    ),
)

REVIEW = Scenario(
    name="automatic review",
    about="has the runtime's own reviewer refuse an escalation",
    notifications=(
        "guardianWarning",
        "item/autoApprovalReview/started",
        "item/autoApprovalReview/completed",
    ),
    steps=(
        start(approvalPolicy="on-request", approvalsReviewer="auto_review"),
        Do(_review),
        *turn("escalate"),
    ),
)

SCENARIOS = (EVENTS, QUESTIONS, REVIEW)
