"""Output items of the Responses API: what a scripted model says and does."""

from __future__ import annotations

import itertools
import json
import re
from typing import TYPE_CHECKING, ForwardRef, Literal, TypeAlias, final

import attrs

from ..._hints import resolvable

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from os import PathLike

    from ...protocol import JsonValue

__all__ = [
    "MessagePhase",
    "OutputItem",
    "Step",
    "command",
    "custom_tool_call",
    "finding",
    "findings",
    "goal_update",
    "message",
    "patch",
    "plan",
    "raw",
    "reasoning",
    "review",
    "spawn_agent",
    "tool_call",
    "wait_for_agents",
]

MessagePhase: TypeAlias = Literal["commentary", "final_answer"]
if TYPE_CHECKING:
    Step: TypeAlias = tuple[str, Mapping[str, JsonValue]]
else:
    # It names this module, so that hints that contain it resolve in any module.
    Step = tuple[str, ForwardRef("Mapping[str, JsonValue]", module=__name__)]

_ids = itertools.count(1)
_PIECES = re.compile(r"\S*\s*")
# The namespace of the runtime's tools for sub-agents.
_AGENTS = "multi_agent_v1"


def _new_id(prefix: str) -> str:
    return f"{prefix}_{next(_ids)}"


@final
@attrs.frozen(kw_only=True)
class OutputItem:
    """One output item of a model's response and the way it is streamed.

    Attributes:
        added: the item as `response.output_item.added` shows it.
        done: the item as `response.output_item.done` shows it.
        steps: the events between the two, each as its type and its members apart from the item's
            id and index.
    """

    added: Mapping[str, JsonValue]
    done: Mapping[str, JsonValue]
    steps: tuple[Step, ...] = ()


def message(
    text: str = "",
    *,
    deltas: Sequence[str] | None = None,
    phase: MessagePhase | str | None = None,
    item_id: str | None = None,
) -> OutputItem:
    """Returns an assistant message.

    Args:
        text: the text; streamed word by word unless `deltas` is given.
        deltas: the pieces in which the text is streamed; they make the text if none is given.
        phase: marks the message as commentary or as the final answer.
        item_id: the item's id; default: a new one.
    """
    pieces = [piece for piece in _PIECES.findall(text) if piece] if deltas is None else [*deltas]
    whole = text or "".join(pieces)
    head: dict[str, JsonValue] = {
        "type": "message",
        "id": item_id or _new_id("msg"),
        "role": "assistant",
    }
    if phase is not None:
        head["phase"] = phase
    part: dict[str, JsonValue] = {"type": "output_text", "text": whole, "annotations": []}
    empty: dict[str, JsonValue] = {**part, "text": ""}
    at: dict[str, JsonValue] = {"content_index": 0}
    return OutputItem(
        added={**head, "status": "in_progress", "content": []},
        done={**head, "status": "completed", "content": [part]},
        steps=(
            ("response.content_part.added", {**at, "part": empty}),
            *(("response.output_text.delta", {**at, "delta": piece}) for piece in pieces),
            ("response.output_text.done", {**at, "text": whole}),
            ("response.content_part.done", {**at, "part": part}),
        ),
    )


def reasoning(
    *summary: str | Sequence[str],
    item_id: str | None = None,
    encrypted_content: str | None = None,
) -> OutputItem:
    """Returns a reasoning item.

    Args:
        summary: the parts of the summary; a part given as several strings is streamed in these
            pieces.
        item_id: the item's id; default: a new one.
        encrypted_content: the opaque reasoning that the runtime sends back with the next request.
    """
    head: dict[str, JsonValue] = {"type": "reasoning", "id": item_id or _new_id("rs")}
    if encrypted_content is not None:
        head["encrypted_content"] = encrypted_content
    steps: list[Step] = []
    parts: list[JsonValue] = []
    for index, given in enumerate(summary):
        pieces = [given] if isinstance(given, str) else [*given]
        text = "".join(pieces)
        at: dict[str, JsonValue] = {"summary_index": index}
        empty: dict[str, JsonValue] = {"type": "summary_text", "text": ""}
        parts.append({**empty, "text": text})
        steps.append(("response.reasoning_summary_part.added", {**at, "part": empty}))
        steps += [
            ("response.reasoning_summary_text.delta", {**at, "delta": piece}) for piece in pieces
        ]
        steps.append(("response.reasoning_summary_text.done", {**at, "text": text}))
        steps.append(("response.reasoning_summary_part.done", {**at, "part": parts[-1]}))
    return OutputItem(
        added={**head, "summary": []}, done={**head, "summary": parts}, steps=tuple(steps)
    )


def tool_call(
    name: str,
    arguments: Mapping[str, JsonValue] | str,
    *,
    call_id: str | None = None,
    namespace: str | None = None,
) -> OutputItem:
    """Returns a call of a function tool.

    Args:
        name: the tool's name.
        arguments: the arguments; a string is sent unchanged, for arguments that are not JSON.
        call_id: the id of the call, also in the tool's output; default: a new one.
        namespace: the namespace of the tool, for tools that live in one.
    """
    text = arguments if isinstance(arguments, str) else json.dumps(arguments)
    more: dict[str, JsonValue] = {} if namespace is None else {"namespace": namespace}
    return _call("function_call", "arguments", text, {"name": name, **more}, call_id)


def custom_tool_call(name: str, text: str, *, call_id: str | None = None) -> OutputItem:
    """Returns a call of a tool that takes free text, `apply_patch` for one.

    Args:
        name: the tool's name.
        text: the text the tool gets.
        call_id: the id of the call, also in the tool's output; default: a new one.
    """
    return _call("custom_tool_call", "input", text, {"name": name}, call_id)


def _call(
    kind: str, key: str, text: str, members: Mapping[str, JsonValue], call_id: str | None
) -> OutputItem:
    """Returns a call of a tool, whose argument is text under a key."""
    head = {"type": kind, "id": _new_id("fc"), "call_id": call_id or _new_id("call"), **members}
    return OutputItem(
        added={**head, "status": "in_progress", key: ""},
        done={**head, "status": "completed", key: text},
        steps=(
            (f"response.{kind}_{key}.delta", {"delta": text}),
            (f"response.{kind}_{key}.done", {key: text}),
        ),
    )


def command(
    cmd: str,
    *,
    escalated: bool = False,
    justification: str | None = None,
    call_id: str | None = None,
    **arguments: JsonValue,
) -> OutputItem:
    """Returns a call of the runtime's shell tool, `exec_command`.

    Args:
        cmd: the shell command.
        escalated: ask to run it outside the sandbox, which asks for an approval.
        justification: the reason shown with the approval request.
        call_id: the id of the call, also in the tool's output; default: a new one.
        arguments: further arguments of `exec_command`, `workdir` for one.
    """
    given: dict[str, JsonValue] = {"cmd": cmd, **arguments}
    if escalated:
        given["sandbox_permissions"] = "require_escalated"
    if justification is not None:
        given["justification"] = justification
    return tool_call("exec_command", given, call_id=call_id)


def patch(text: str, *, call_id: str | None = None) -> OutputItem:
    """Returns a call of `apply_patch`.

    Args:
        text: the patch, from `*** Begin Patch` to `*** End Patch`.
        call_id: the id of the call, also in the tool's output; default: a new one.
    """
    return custom_tool_call("apply_patch", text, call_id=call_id)


def review(
    outcome: Literal["allow", "deny"],
    *,
    rationale: str = "",
    risk_level: Literal["low", "medium", "high", "critical"] = "low",
    user_authorization: Literal["unknown", "low", "medium", "high"] = "unknown",
) -> OutputItem:
    """Returns the verdict of the runtime's reviewer (`auto_review`) on an escalation.

    Args:
        outcome: whether the escalation is allowed.
        rationale: the reviewer's reason.
        risk_level: how risky the reviewer finds it.
        user_authorization: how clearly the user asked for it.
    """
    verdict = {
        "risk_level": risk_level,
        "user_authorization": user_authorization,
        "outcome": outcome,
        "rationale": rationale,
    }
    return message(json.dumps(verdict))


def goal_update(status: str = "complete") -> OutputItem:
    """Returns the call that sets the status of the thread's goal, `update_goal`.

    Args:
        status: `complete`, `blocked` or `paused`; the runtime refuses others.
    """
    return tool_call("update_goal", {"status": status})


def plan(markdown: str, *, before: str = "", after: str = "") -> OutputItem:
    """Returns a message with a plan, which the runtime makes an item of in Plan mode.

    Args:
        markdown: the plan.
        before: the message's text before the plan.
        after: the message's text after the plan.
    """
    block = f"<proposed_plan>\n{markdown.rstrip()}\n</proposed_plan>\n"
    return message(f"{before}\n{block}{after}" if before else block + after)


def finding(
    title: str,
    path: str | PathLike[str],
    lines: tuple[int, int],
    *,
    body: str = "It breaks.",
    priority: int = 1,
    confidence: float = 0.9,
) -> dict[str, JsonValue]:
    """Returns one finding of a code review, for `findings`.

    The runtime shows a result in which a finding lacks one of these keys as it stands, as JSON.

    Args:
        title: the title, before which the priority is put, as in `[P1] Title`.
        path: the absolute path of the file.
        lines: the first and the last line.
        body: what is wrong.
        priority: from 0, the most urgent, to 3.
        confidence: how sure the reviewer is, from 0 to 1.
    """
    return {
        "title": f"[P{priority}] {title}",
        "body": body,
        "confidence_score": confidence,
        "priority": priority,
        "code_location": {
            "absolute_file_path": str(path),
            "line_range": {"start": lines[0], "end": lines[1]},
        },
    }


def findings(
    *found: Mapping[str, JsonValue],
    correct: bool | None = None,
    explanation: str = "That is all.",
    confidence: float = 0.9,
) -> OutputItem:
    """Returns the result of a code review (`review/start`), as its model is asked to write it.

    Args:
        found: the findings, made by `finding`.
        correct: the verdict on the patch; default: correct if there is no finding.
        explanation: the reason of the verdict.
        confidence: how sure the reviewer is, from 0 to 1.
    """
    verdict = not found if correct is None else correct
    whole = {
        "findings": [dict(one) for one in found],
        "overall_correctness": f"patch is {'correct' if verdict else 'incorrect'}",
        "overall_explanation": explanation,
        "overall_confidence_score": confidence,
    }
    return message(json.dumps(whole))


def spawn_agent(task: str, *, call_id: str | None = None) -> OutputItem:
    """Returns the call that starts a sub-agent; its output is JSON with an `agent_id`.

    Args:
        task: the agent's first user message.
        call_id: the id of the call, also in the tool's output; default: a new one.
    """
    return tool_call("spawn_agent", {"message": task}, namespace=_AGENTS, call_id=call_id)


def wait_for_agents(*agent_ids: str, call_id: str | None = None) -> OutputItem:
    """Returns the call that waits until one of these agents has ended."""
    targets: list[JsonValue] = [*agent_ids]
    return tool_call("wait_agent", {"targets": targets}, namespace=_AGENTS, call_id=call_id)


def raw(item: Mapping[str, JsonValue]) -> OutputItem:
    """Returns an output item of any other kind from its JSON, streamed without deltas."""
    return OutputItem(added=item, done=item)


resolvable(*(globals()[name] for name in __all__))
