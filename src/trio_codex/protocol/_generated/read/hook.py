"""Fast readers: JSON as it was received to typed values.

Do not edit: `python -m schema.generator` writes this file.
"""

from __future__ import annotations

# The functions take JSON of any shape, and their speed is what they are for.
# mypy: allow-untyped-defs, allow-untyped-calls, no-check-untyped-defs, no-warn-return-any
from ..._fast import Members, Unfit, Variants, blank
from .. import hook as t

new_AgentConfiguredHookHandler = blank(globals(), "AgentConfiguredHookHandler")


def read_AgentConfiguredHookHandler(v):
    o = new_AgentConfiguredHookHandler()
    if v["type"] != "agent":
        raise Unfit
    o.type = "agent"
    o.__class__ = t.AgentConfiguredHookHandler
    return o


new_AgentHookMetadata = blank(globals(), "AgentHookMetadata")


def read_AgentHookMetadata(v):
    o = new_AgentHookMetadata()
    if v["handlerType"] != "agent":
        raise Unfit
    o.handler_type = "agent"
    if type(x := v["currentHash"]) is not str:
        raise Unfit
    o.current_hash = x
    if type(x := v["displayOrder"]) is not int:
        raise Unfit
    o.display_order = x
    if type(x := v["enabled"]) is not bool:
        raise Unfit
    o.enabled = x
    o.event_name = read_HookEventName(v["eventName"])
    if type(x := v["isManaged"]) is not bool:
        raise Unfit
    o.is_managed = x
    if type(x := v["key"]) is not str:
        raise Unfit
    o.key = x
    o.source = read_HookSource(v["source"])
    if type(x := v["sourcePath"]) is not str:
        raise Unfit
    o.source_path = x
    if type(x := v["timeoutSec"]) is not int:
        raise Unfit
    o.timeout_sec = x
    o.trust_status = read_HookTrustStatus(v["trustStatus"])
    if (x := v.get("additionalContextLimit")) is not None and type(x) is not int:
        raise Unfit
    o.additional_context_limit = x
    if (x := v.get("matcher")) is not None and type(x) is not str:
        raise Unfit
    o.matcher = x
    if (x := v.get("pluginId")) is not None and type(x) is not str:
        raise Unfit
    o.plugin_id = x
    if (x := v.get("statusMessage")) is not None and type(x) is not str:
        raise Unfit
    o.status_message = x
    o.__class__ = t.AgentHookMetadata
    return o


new_CommandConfiguredHookHandler = blank(globals(), "CommandConfiguredHookHandler")


def read_CommandConfiguredHookHandler(v):
    o = new_CommandConfiguredHookHandler()
    if v["type"] != "command":
        raise Unfit
    o.type = "command"
    if type(x := v["async"]) is not bool:
        raise Unfit
    o.async_ = x
    if type(x := v["command"]) is not str:
        raise Unfit
    o.command = x
    if (x := v.get("additionalContextLimit")) is not None and type(x) is not int:
        raise Unfit
    o.additional_context_limit = x
    if (x := v.get("commandWindows")) is not None and type(x) is not str:
        raise Unfit
    o.command_windows = x
    if (x := v.get("statusMessage")) is not None and type(x) is not str:
        raise Unfit
    o.status_message = x
    if (x := v.get("timeoutSec")) is not None and type(x) is not int:
        raise Unfit
    o.timeout_sec = x
    o.__class__ = t.CommandConfiguredHookHandler
    return o


new_CommandHookMetadata = blank(globals(), "CommandHookMetadata")


def read_CommandHookMetadata(v):
    o = new_CommandHookMetadata()
    if v["handlerType"] != "command":
        raise Unfit
    o.handler_type = "command"
    if type(x := v["currentHash"]) is not str:
        raise Unfit
    o.current_hash = x
    if type(x := v["displayOrder"]) is not int:
        raise Unfit
    o.display_order = x
    if type(x := v["enabled"]) is not bool:
        raise Unfit
    o.enabled = x
    o.event_name = read_HookEventName(v["eventName"])
    if type(x := v["isManaged"]) is not bool:
        raise Unfit
    o.is_managed = x
    if type(x := v["key"]) is not str:
        raise Unfit
    o.key = x
    o.source = read_HookSource(v["source"])
    if type(x := v["sourcePath"]) is not str:
        raise Unfit
    o.source_path = x
    if type(x := v["timeoutSec"]) is not int:
        raise Unfit
    o.timeout_sec = x
    o.trust_status = read_HookTrustStatus(v["trustStatus"])
    if (x := v.get("additionalContextLimit")) is not None and type(x) is not int:
        raise Unfit
    o.additional_context_limit = x
    if "async" in v:
        if type(x := v["async"]) is not bool:
            raise Unfit
        o.async_ = x
    else:
        o.async_ = False
    if (x := v.get("command")) is not None and type(x) is not str:
        raise Unfit
    o.command = x
    if (x := v.get("matcher")) is not None and type(x) is not str:
        raise Unfit
    o.matcher = x
    if (x := v.get("pluginId")) is not None and type(x) is not str:
        raise Unfit
    o.plugin_id = x
    if (x := v.get("statusMessage")) is not None and type(x) is not str:
        raise Unfit
    o.status_message = x
    o.__class__ = t.CommandHookMetadata
    return o


def read_ConfiguredHookHandler(v):
    return by_tag_ConfiguredHookHandler[v["type"]](v)


new_ConfiguredHookMatcherGroup = blank(globals(), "ConfiguredHookMatcherGroup")


def read_ConfiguredHookMatcherGroup(v):
    o = new_ConfiguredHookMatcherGroup()
    if type(x := v["hooks"]) is not list:
        raise Unfit
    o.hooks = [by_tag_ConfiguredHookHandler[y["type"]](y) for y in x]
    if (x := v.get("matcher")) is not None and type(x) is not str:
        raise Unfit
    o.matcher = x
    o.__class__ = t.ConfiguredHookMatcherGroup
    return o


new_HookCompletedNotification = blank(globals(), "HookCompletedNotification")


def read_HookCompletedNotification(v):
    o = new_HookCompletedNotification()
    o.run = read_HookRunSummary(v["run"])
    if type(x := v["threadId"]) is not str:
        raise Unfit
    o.thread_id = x
    if (x := v.get("turnId")) is not None and type(x) is not str:
        raise Unfit
    o.turn_id = x
    o.__class__ = t.HookCompletedNotification
    return o


new_HookErrorInfo = blank(globals(), "HookErrorInfo")


def read_HookErrorInfo(v):
    o = new_HookErrorInfo()
    if type(x := v["message"]) is not str:
        raise Unfit
    o.message = x
    if type(x := v["path"]) is not str:
        raise Unfit
    o.path = x
    o.__class__ = t.HookErrorInfo
    return o


read_HookEventName = Members(t.HookEventName).__getitem__
read_HookExecutionMode = Members(t.HookExecutionMode).__getitem__
read_HookHandlerType = Members(t.HookHandlerType).__getitem__


def read_HookMetadata(v):
    return by_tag_HookMetadata[v["handlerType"]](v)


new_HookOutputEntry = blank(globals(), "HookOutputEntry")


def read_HookOutputEntry(v):
    o = new_HookOutputEntry()
    o.kind = read_HookOutputEntryKind(v["kind"])
    if type(x := v["text"]) is not str:
        raise Unfit
    o.text = x
    o.__class__ = t.HookOutputEntry
    return o


read_HookOutputEntryKind = Members(t.HookOutputEntryKind).__getitem__
read_HookRunStatus = Members(t.HookRunStatus).__getitem__
new_HookRunSummary = blank(globals(), "HookRunSummary")


def read_HookRunSummary(v):
    o = new_HookRunSummary()
    if type(x := v["displayOrder"]) is not int:
        raise Unfit
    o.display_order = x
    if type(x := v["entries"]) is not list:
        raise Unfit
    o.entries = [read_HookOutputEntry(y) for y in x]
    o.event_name = read_HookEventName(v["eventName"])
    o.execution_mode = read_HookExecutionMode(v["executionMode"])
    o.handler_type = read_HookHandlerType(v["handlerType"])
    if type(x := v["id"]) is not str:
        raise Unfit
    o.id = x
    o.scope = read_HookScope(v["scope"])
    if type(x := v["sourcePath"]) is not str:
        raise Unfit
    o.source_path = x
    if type(x := v["startedAt"]) is not int:
        raise Unfit
    o.started_at = x
    o.status = read_HookRunStatus(v["status"])
    if (x := v.get("completedAt")) is not None and type(x) is not int:
        raise Unfit
    o.completed_at = x
    if (x := v.get("durationMs")) is not None and type(x) is not int:
        raise Unfit
    o.duration_ms = x
    if "source" in v:
        o.source = read_HookSource(v["source"])
    else:
        o.source = t.HookSource.UNKNOWN
    if (x := v.get("statusMessage")) is not None and type(x) is not str:
        raise Unfit
    o.status_message = x
    o.__class__ = t.HookRunSummary
    return o


read_HookScope = Members(t.HookScope).__getitem__
read_HookSource = Members(t.HookSource).__getitem__
new_HookStartedNotification = blank(globals(), "HookStartedNotification")


def read_HookStartedNotification(v):
    o = new_HookStartedNotification()
    o.run = read_HookRunSummary(v["run"])
    if type(x := v["threadId"]) is not str:
        raise Unfit
    o.thread_id = x
    if (x := v.get("turnId")) is not None and type(x) is not str:
        raise Unfit
    o.turn_id = x
    o.__class__ = t.HookStartedNotification
    return o


read_HookTrustStatus = Members(t.HookTrustStatus).__getitem__
new_HooksListEntry = blank(globals(), "HooksListEntry")


def read_HooksListEntry(v):
    o = new_HooksListEntry()
    if type(x := v["cwd"]) is not str:
        raise Unfit
    o.cwd = x
    if type(x := v["errors"]) is not list:
        raise Unfit
    o.errors = [read_HookErrorInfo(y) for y in x]
    if type(x := v["hooks"]) is not list:
        raise Unfit
    o.hooks = [by_tag_HookMetadata[y["handlerType"]](y) for y in x]
    if type(x := v["warnings"]) is not list:
        raise Unfit
    for y in x:
        if type(y) is not str:
            raise Unfit
    o.warnings = x
    o.__class__ = t.HooksListEntry
    return o


new_HooksListResponse = blank(globals(), "HooksListResponse")


def read_HooksListResponse(v):
    o = new_HooksListResponse()
    if type(x := v["data"]) is not list:
        raise Unfit
    o.data = [read_HooksListEntry(y) for y in x]
    o.__class__ = t.HooksListResponse
    return o


new_McpToolConfiguredHookHandler = blank(globals(), "McpToolConfiguredHookHandler")


def read_McpToolConfiguredHookHandler(v):
    o = new_McpToolConfiguredHookHandler()
    if v["type"] != "mcp_tool":
        raise Unfit
    o.type = "mcp_tool"
    if type(x := v["input"]) is not dict:
        raise Unfit
    o.input = x
    if type(x := v["server"]) is not str:
        raise Unfit
    o.server = x
    if type(x := v["tool"]) is not str:
        raise Unfit
    o.tool = x
    if (x := v.get("statusMessage")) is not None and type(x) is not str:
        raise Unfit
    o.status_message = x
    if (x := v.get("timeoutSec")) is not None and type(x) is not int:
        raise Unfit
    o.timeout_sec = x
    o.__class__ = t.McpToolConfiguredHookHandler
    return o


new_McpToolHookMetadata = blank(globals(), "McpToolHookMetadata")


def read_McpToolHookMetadata(v):
    o = new_McpToolHookMetadata()
    if v["handlerType"] != "mcpTool":
        raise Unfit
    o.handler_type = "mcpTool"
    if type(x := v["currentHash"]) is not str:
        raise Unfit
    o.current_hash = x
    if type(x := v["displayOrder"]) is not int:
        raise Unfit
    o.display_order = x
    if type(x := v["enabled"]) is not bool:
        raise Unfit
    o.enabled = x
    o.event_name = read_HookEventName(v["eventName"])
    if type(x := v["isManaged"]) is not bool:
        raise Unfit
    o.is_managed = x
    if type(x := v["key"]) is not str:
        raise Unfit
    o.key = x
    if type(x := v["server"]) is not str:
        raise Unfit
    o.server = x
    o.source = read_HookSource(v["source"])
    if type(x := v["sourcePath"]) is not str:
        raise Unfit
    o.source_path = x
    if type(x := v["timeoutSec"]) is not int:
        raise Unfit
    o.timeout_sec = x
    if type(x := v["tool"]) is not str:
        raise Unfit
    o.tool = x
    o.trust_status = read_HookTrustStatus(v["trustStatus"])
    if (x := v.get("additionalContextLimit")) is not None and type(x) is not int:
        raise Unfit
    o.additional_context_limit = x
    if (x := v.get("matcher")) is not None and type(x) is not str:
        raise Unfit
    o.matcher = x
    if (x := v.get("pluginId")) is not None and type(x) is not str:
        raise Unfit
    o.plugin_id = x
    if (x := v.get("statusMessage")) is not None and type(x) is not str:
        raise Unfit
    o.status_message = x
    o.__class__ = t.McpToolHookMetadata
    return o


new_PromptConfiguredHookHandler = blank(globals(), "PromptConfiguredHookHandler")


def read_PromptConfiguredHookHandler(v):
    o = new_PromptConfiguredHookHandler()
    if v["type"] != "prompt":
        raise Unfit
    o.type = "prompt"
    o.__class__ = t.PromptConfiguredHookHandler
    return o


new_PromptHookMetadata = blank(globals(), "PromptHookMetadata")


def read_PromptHookMetadata(v):
    o = new_PromptHookMetadata()
    if v["handlerType"] != "prompt":
        raise Unfit
    o.handler_type = "prompt"
    if type(x := v["currentHash"]) is not str:
        raise Unfit
    o.current_hash = x
    if type(x := v["displayOrder"]) is not int:
        raise Unfit
    o.display_order = x
    if type(x := v["enabled"]) is not bool:
        raise Unfit
    o.enabled = x
    o.event_name = read_HookEventName(v["eventName"])
    if type(x := v["isManaged"]) is not bool:
        raise Unfit
    o.is_managed = x
    if type(x := v["key"]) is not str:
        raise Unfit
    o.key = x
    o.source = read_HookSource(v["source"])
    if type(x := v["sourcePath"]) is not str:
        raise Unfit
    o.source_path = x
    if type(x := v["timeoutSec"]) is not int:
        raise Unfit
    o.timeout_sec = x
    o.trust_status = read_HookTrustStatus(v["trustStatus"])
    if (x := v.get("additionalContextLimit")) is not None and type(x) is not int:
        raise Unfit
    o.additional_context_limit = x
    if (x := v.get("matcher")) is not None and type(x) is not str:
        raise Unfit
    o.matcher = x
    if (x := v.get("pluginId")) is not None and type(x) is not str:
        raise Unfit
    o.plugin_id = x
    if (x := v.get("statusMessage")) is not None and type(x) is not str:
        raise Unfit
    o.status_message = x
    o.__class__ = t.PromptHookMetadata
    return o


by_tag_ConfiguredHookHandler = Variants(
    {
        "command": read_CommandConfiguredHookHandler,
        "mcp_tool": read_McpToolConfiguredHookHandler,
        "prompt": read_PromptConfiguredHookHandler,
        "agent": read_AgentConfiguredHookHandler,
    }
)
by_tag_HookMetadata = Variants(
    {
        "command": read_CommandHookMetadata,
        "mcpTool": read_McpToolHookMetadata,
        "prompt": read_PromptHookMetadata,
        "agent": read_AgentHookMetadata,
    }
)
