"""Fast readers: JSON as it was received to typed values.

Do not edit: `python -m schema.generator` writes this file.
"""

from __future__ import annotations

# The functions take JSON of any shape, and their speed is what they are for.
# mypy: allow-untyped-defs, allow-untyped-calls, no-check-untyped-defs, no-warn-return-any
from ..._fast import Unfit, blank
from .. import delta as t

new_AgentMessageDeltaNotification = blank(globals(), "AgentMessageDeltaNotification")


def read_AgentMessageDeltaNotification(v):
    o = new_AgentMessageDeltaNotification()
    if type(x := v["delta"]) is not str:
        raise Unfit
    o.delta = x
    if type(x := v["itemId"]) is not str:
        raise Unfit
    o.item_id = x
    if type(x := v["threadId"]) is not str:
        raise Unfit
    o.thread_id = x
    if type(x := v["turnId"]) is not str:
        raise Unfit
    o.turn_id = x
    o.__class__ = t.AgentMessageDeltaNotification
    return o


new_CommandExecutionOutputDeltaNotification = blank(
    globals(), "CommandExecutionOutputDeltaNotification"
)


def read_CommandExecutionOutputDeltaNotification(v):
    o = new_CommandExecutionOutputDeltaNotification()
    if type(x := v["delta"]) is not str:
        raise Unfit
    o.delta = x
    if type(x := v["itemId"]) is not str:
        raise Unfit
    o.item_id = x
    if type(x := v["threadId"]) is not str:
        raise Unfit
    o.thread_id = x
    if type(x := v["turnId"]) is not str:
        raise Unfit
    o.turn_id = x
    o.__class__ = t.CommandExecutionOutputDeltaNotification
    return o


new_FileChangeOutputDeltaNotification = blank(globals(), "FileChangeOutputDeltaNotification")


def read_FileChangeOutputDeltaNotification(v):
    o = new_FileChangeOutputDeltaNotification()
    if type(x := v["delta"]) is not str:
        raise Unfit
    o.delta = x
    if type(x := v["itemId"]) is not str:
        raise Unfit
    o.item_id = x
    if type(x := v["threadId"]) is not str:
        raise Unfit
    o.thread_id = x
    if type(x := v["turnId"]) is not str:
        raise Unfit
    o.turn_id = x
    o.__class__ = t.FileChangeOutputDeltaNotification
    return o


new_McpToolCallProgressNotification = blank(globals(), "McpToolCallProgressNotification")


def read_McpToolCallProgressNotification(v):
    o = new_McpToolCallProgressNotification()
    if type(x := v["itemId"]) is not str:
        raise Unfit
    o.item_id = x
    if type(x := v["message"]) is not str:
        raise Unfit
    o.message = x
    if type(x := v["threadId"]) is not str:
        raise Unfit
    o.thread_id = x
    if type(x := v["turnId"]) is not str:
        raise Unfit
    o.turn_id = x
    o.__class__ = t.McpToolCallProgressNotification
    return o


new_PlanDeltaNotification = blank(globals(), "PlanDeltaNotification")


def read_PlanDeltaNotification(v):
    o = new_PlanDeltaNotification()
    if type(x := v["delta"]) is not str:
        raise Unfit
    o.delta = x
    if type(x := v["itemId"]) is not str:
        raise Unfit
    o.item_id = x
    if type(x := v["threadId"]) is not str:
        raise Unfit
    o.thread_id = x
    if type(x := v["turnId"]) is not str:
        raise Unfit
    o.turn_id = x
    o.__class__ = t.PlanDeltaNotification
    return o


new_ReasoningSummaryPartAddedNotification = blank(
    globals(), "ReasoningSummaryPartAddedNotification"
)


def read_ReasoningSummaryPartAddedNotification(v):
    o = new_ReasoningSummaryPartAddedNotification()
    if type(x := v["itemId"]) is not str:
        raise Unfit
    o.item_id = x
    if type(x := v["summaryIndex"]) is not int:
        raise Unfit
    o.summary_index = x
    if type(x := v["threadId"]) is not str:
        raise Unfit
    o.thread_id = x
    if type(x := v["turnId"]) is not str:
        raise Unfit
    o.turn_id = x
    o.__class__ = t.ReasoningSummaryPartAddedNotification
    return o


new_ReasoningSummaryTextDeltaNotification = blank(
    globals(), "ReasoningSummaryTextDeltaNotification"
)


def read_ReasoningSummaryTextDeltaNotification(v):
    o = new_ReasoningSummaryTextDeltaNotification()
    if type(x := v["delta"]) is not str:
        raise Unfit
    o.delta = x
    if type(x := v["itemId"]) is not str:
        raise Unfit
    o.item_id = x
    if type(x := v["summaryIndex"]) is not int:
        raise Unfit
    o.summary_index = x
    if type(x := v["threadId"]) is not str:
        raise Unfit
    o.thread_id = x
    if type(x := v["turnId"]) is not str:
        raise Unfit
    o.turn_id = x
    o.__class__ = t.ReasoningSummaryTextDeltaNotification
    return o


new_ReasoningTextDeltaNotification = blank(globals(), "ReasoningTextDeltaNotification")


def read_ReasoningTextDeltaNotification(v):
    o = new_ReasoningTextDeltaNotification()
    if type(x := v["contentIndex"]) is not int:
        raise Unfit
    o.content_index = x
    if type(x := v["delta"]) is not str:
        raise Unfit
    o.delta = x
    if type(x := v["itemId"]) is not str:
        raise Unfit
    o.item_id = x
    if type(x := v["threadId"]) is not str:
        raise Unfit
    o.thread_id = x
    if type(x := v["turnId"]) is not str:
        raise Unfit
    o.turn_id = x
    o.__class__ = t.ReasoningTextDeltaNotification
    return o
