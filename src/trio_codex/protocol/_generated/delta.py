"""Progress of an item types of the app-server protocol, generated from the pinned schema.

Do not edit: `python -m schema.generator` writes this file.
"""

from __future__ import annotations

from .._model import WireModel, wire

__all__ = [
    "AgentMessageDeltaNotification",
    "CommandExecutionOutputDeltaNotification",
    "FileChangeOutputDeltaNotification",
    "McpToolCallProgressNotification",
    "PlanDeltaNotification",
    "ReasoningSummaryPartAddedNotification",
    "ReasoningSummaryTextDeltaNotification",
    "ReasoningTextDeltaNotification",
]


class AgentMessageDeltaNotification(WireModel):
    """Payload of the `item/agentMessage/delta` notification."""

    delta: str = wire("delta")
    item_id: str = wire("itemId")
    thread_id: str = wire("threadId")
    turn_id: str = wire("turnId")


class CommandExecutionOutputDeltaNotification(WireModel):
    """Payload of the `item/commandExecution/outputDelta` notification."""

    delta: str = wire("delta")
    item_id: str = wire("itemId")
    thread_id: str = wire("threadId")
    turn_id: str = wire("turnId")


class FileChangeOutputDeltaNotification(WireModel):
    """Payload of the `item/fileChange/outputDelta` notification."""

    delta: str = wire("delta")
    item_id: str = wire("itemId")
    thread_id: str = wire("threadId")
    turn_id: str = wire("turnId")


class McpToolCallProgressNotification(WireModel):
    """Payload of the `item/mcpToolCall/progress` notification."""

    item_id: str = wire("itemId")
    message: str = wire("message")
    thread_id: str = wire("threadId")
    turn_id: str = wire("turnId")


class PlanDeltaNotification(WireModel):
    """Payload of the `item/plan/delta` notification."""

    delta: str = wire("delta")
    item_id: str = wire("itemId")
    thread_id: str = wire("threadId")
    turn_id: str = wire("turnId")


class ReasoningSummaryPartAddedNotification(WireModel):
    """Payload of the `item/reasoning/summaryPartAdded` notification."""

    item_id: str = wire("itemId")
    summary_index: int = wire("summaryIndex", format="int64")
    thread_id: str = wire("threadId")
    turn_id: str = wire("turnId")


class ReasoningSummaryTextDeltaNotification(WireModel):
    """Payload of the `item/reasoning/summaryTextDelta` notification."""

    delta: str = wire("delta")
    item_id: str = wire("itemId")
    summary_index: int = wire("summaryIndex", format="int64")
    thread_id: str = wire("threadId")
    turn_id: str = wire("turnId")


class ReasoningTextDeltaNotification(WireModel):
    """Payload of the `item/reasoning/textDelta` notification."""

    content_index: int = wire("contentIndex", format="int64")
    delta: str = wire("delta")
    item_id: str = wire("itemId")
    thread_id: str = wire("threadId")
    turn_id: str = wire("turnId")
