"""JSON of threads, turns and items, as the runtime sends it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from ..._version import RUNTIME_VERSION

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from ...protocol import JsonValue

__all__ = [
    "agent_message",
    "goal",
    "initialize_result",
    "review_text",
    "spawn_call",
    "thread",
    "thread_result",
    "token_usage",
    "turn",
    "user_message",
]

NOW: Final = 1_790_000_000
"""The time of every message, in seconds since the epoch: no test depends on when it runs."""

_CWD: Final = "/home/dev/project"
_HOME: Final = "/home/dev/.codex"


def initialize_result(client_name: str, version: str | None) -> dict[str, JsonValue]:
    """The answer to `initialize`."""
    version = RUNTIME_VERSION if version is None else version
    return {
        "userAgent": f"{client_name}/{version} (Linux 6.1; x86_64) fake ({client_name}; 1)",
        "codexHome": _HOME,
        "platformFamily": "unix",
        "platformOs": "linux",
    }


def thread(thread_id: str, status: str = "idle") -> dict[str, JsonValue]:
    """A thread as `thread/start` and `thread/read` show it."""
    shown: dict[str, JsonValue] = {"type": status}
    if status == "active":
        shown["activeFlags"] = []
    return {
        "id": thread_id,
        "sessionId": thread_id,
        "forkedFromId": None,
        "preview": "",
        "ephemeral": False,
        "projectId": None,
        "modelProvider": "fake",
        "model": "fake-model",
        "createdAt": NOW,
        "updatedAt": NOW,
        "status": shown,
        "path": f"{_HOME}/sessions/{thread_id}.jsonl",
        "cwd": _CWD,
        "cliVersion": RUNTIME_VERSION,
        "source": "vscode",
        "turns": [],
    }


def thread_result(thread_id: str, **changes: JsonValue) -> dict[str, JsonValue]:
    """The answer to `thread/start`, `thread/resume` and `thread/fork`."""
    shown = thread(thread_id)
    shown.update(changes)
    return {
        "thread": shown,
        "model": "fake-model",
        "modelProvider": "fake",
        "cwd": _CWD,
        "approvalPolicy": "on-request",
        "approvalsReviewer": "user",
        "sandbox": {"type": "readOnly"},
        "reasoningEffort": None,
    }


def turn(
    turn_id: str,
    status: str = "inProgress",
    *,
    started: bool = False,
    items: list[JsonValue] | None = None,
    error: JsonValue = None,
) -> dict[str, JsonValue]:
    """A turn as its notifications show it."""
    over = status != "inProgress"
    return {
        "id": turn_id,
        "rootTurnId": turn_id,
        "items": items or [],
        "itemsView": "summary" if items else "notLoaded",
        "status": status,
        "error": error,
        "startedAt": NOW if started or over else None,
        "completedAt": NOW + 1 if over else None,
        "durationMs": 1000 if over else None,
    }


def user_message(item_id: str, text: str, client_id: str | None = None) -> dict[str, JsonValue]:
    """The item of a user's message."""
    return {
        "type": "userMessage",
        "id": item_id,
        "clientId": client_id,
        "content": [{"type": "text", "text": text, "text_elements": []}],
    }


def agent_message(item_id: str, text: str, phase: str | None) -> dict[str, JsonValue]:
    """The item of a model's message."""
    return {"type": "agentMessage", "id": item_id, "text": text, "phase": phase}


def spawn_call(
    item_id: str, thread_id: str, children: Sequence[str], status: str = "pendingInit"
) -> dict[str, JsonValue]:
    """The item of a completed call that has spawned the agents of these threads."""
    return {
        "type": "collabAgentToolCall",
        "id": item_id,
        "tool": "spawnAgent",
        "status": "completed",
        "senderThreadId": thread_id,
        "receiverThreadIds": [*children],
        "prompt": "a part of it",
        "agentsStates": {child: {"status": status, "message": None} for child in children},
    }


def review_text(found: Sequence[Mapping[str, Any]], explanation: str) -> str:
    """The text that the runtime makes of the findings of a review."""
    head = "Full review comments:" if len(found) > 1 else "Review comment:"
    parts = [explanation, *([head] if found else [])]
    for one in found:
        place, body = one["code_location"], one["body"].replace("\n", "\n  ")
        lines = f"{place['line_range']['start']}-{place['line_range']['end']}"
        parts.append(f"- {one['title']} — {place['absolute_file_path']}:{lines}\n  {body}")
    return "\n\n".join(parts)


def token_usage(total: int) -> dict[str, JsonValue]:
    """The tokens of a thread whose last turn used `total`."""
    counts: dict[str, JsonValue] = {
        "totalTokens": total,
        "inputTokens": total - total // 4,
        "cachedInputTokens": 0,
        "outputTokens": total // 4,
        "reasoningOutputTokens": 0,
    }
    return {"total": counts, "last": dict(counts), "modelContextWindow": 258400}


def goal(thread_id: str) -> dict[str, Any]:
    """A goal that was not worked on yet."""
    return {
        "threadId": thread_id,
        "objective": "",
        "status": "active",
        "tokenBudget": None,
        "tokensUsed": 0,
        "timeUsedSeconds": 0,
        "createdAt": NOW,
        "updatedAt": NOW,
    }
