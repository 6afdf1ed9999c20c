"""Hook types of the app-server protocol, generated from the pinned schema.

Do not edit: `python -m schema.generator` writes this file.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, TypeAlias

from .._model import OMITTED, JsonValue, Omitted, OpenEnum, WireModel, wire
from ..unknown import UnknownVariant

if TYPE_CHECKING:
    from .common import AbsolutePathBuf

__all__ = [
    "AgentConfiguredHookHandler",
    "AgentHookMetadata",
    "CommandConfiguredHookHandler",
    "CommandHookMetadata",
    "ConfiguredHookHandler",
    "ConfiguredHookMatcherGroup",
    "HookCompletedNotification",
    "HookErrorInfo",
    "HookEventName",
    "HookExecutionMode",
    "HookHandlerType",
    "HookMetadata",
    "HookOutputEntry",
    "HookOutputEntryKind",
    "HookRunStatus",
    "HookRunSummary",
    "HookScope",
    "HookSource",
    "HookStartedNotification",
    "HookTrustStatus",
    "HooksListEntry",
    "HooksListParams",
    "HooksListResponse",
    "McpToolConfiguredHookHandler",
    "McpToolHookMetadata",
    "PromptConfiguredHookHandler",
    "PromptHookMetadata",
]


class HookEventName(OpenEnum):
    """An open enum, used by `AgentHookMetadata` and 5 more."""

    PRE_TOOL_USE = "preToolUse"
    PERMISSION_REQUEST = "permissionRequest"
    POST_TOOL_USE = "postToolUse"
    PRE_COMPACT = "preCompact"
    POST_COMPACT = "postCompact"
    SESSION_START = "sessionStart"
    SESSION_END = "sessionEnd"
    USER_PROMPT_SUBMIT = "userPromptSubmit"
    SUBAGENT_START = "subagentStart"
    SUBAGENT_STOP = "subagentStop"
    STOP = "stop"
    INTERRUPT = "interrupt"


class HookExecutionMode(OpenEnum):
    """An open enum, used by `HookRunSummary`."""

    SYNC = "sync"
    ASYNC = "async"


class HookHandlerType(OpenEnum):
    """An open enum, used by `HookRunSummary`."""

    COMMAND = "command"
    MCP_TOOL = "mcpTool"
    PROMPT = "prompt"
    AGENT = "agent"


class HookOutputEntryKind(OpenEnum):
    """An open enum, used by `HookOutputEntry`."""

    WARNING = "warning"
    STOP = "stop"
    FEEDBACK = "feedback"
    CONTEXT = "context"
    ERROR = "error"


class HookRunStatus(OpenEnum):
    """An open enum, used by `HookRunSummary`."""

    RUNNING = "running"
    COMPLETED = "completed"
    FAILED = "failed"
    BLOCKED = "blocked"
    STOPPED = "stopped"


class HookScope(OpenEnum):
    """An open enum, used by `HookRunSummary`."""

    THREAD = "thread"
    TURN = "turn"


class HookSource(OpenEnum):
    """An open enum, used by `AgentHookMetadata` and 4 more."""

    SYSTEM = "system"
    USER = "user"
    PROJECT = "project"
    MDM = "mdm"
    SESSION_FLAGS = "sessionFlags"
    PLUGIN = "plugin"
    CLOUD_REQUIREMENTS = "cloudRequirements"
    CLOUD_MANAGED_CONFIG = "cloudManagedConfig"
    LEGACY_MANAGED_CONFIG_FILE = "legacyManagedConfigFile"
    LEGACY_MANAGED_CONFIG_MDM = "legacyManagedConfigMdm"
    UNKNOWN = "unknown"


class HookTrustStatus(OpenEnum):
    """An open enum, used by `AgentHookMetadata` and 3 more."""

    MANAGED = "managed"
    UNTRUSTED = "untrusted"
    TRUSTED = "trusted"
    MODIFIED = "modified"


class AgentConfiguredHookHandler(WireModel):
    """One shape of `ConfiguredHookHandler`, tagged `agent`."""

    type: Literal["agent"] = wire("type", default="agent")


class AgentHookMetadata(WireModel):
    """One shape of `HookMetadata`, tagged `agent`."""

    handler_type: Literal["agent"] = wire("handlerType", default="agent")
    current_hash: str = wire("currentHash")
    display_order: int = wire("displayOrder", format="int64")
    enabled: bool = wire("enabled")
    event_name: HookEventName = wire("eventName")
    is_managed: bool = wire("isManaged")
    key: str = wire("key")
    source: HookSource = wire("source")
    source_path: AbsolutePathBuf = wire("sourcePath")
    timeout_sec: int = wire("timeoutSec", format="uint64")
    trust_status: HookTrustStatus = wire("trustStatus")
    additional_context_limit: int | None = wire(
        "additionalContextLimit", default=None, format="uint"
    )
    matcher: str | None = wire("matcher", default=None)
    plugin_id: str | None = wire("pluginId", default=None)
    status_message: str | None = wire("statusMessage", default=None)


class CommandConfiguredHookHandler(WireModel):
    """One shape of `ConfiguredHookHandler`, tagged `command`."""

    type: Literal["command"] = wire("type", default="command")
    async_: bool = wire("async")
    command: str = wire("command")
    additional_context_limit: int | None = wire(
        "additionalContextLimit", default=None, format="uint"
    )
    command_windows: str | None = wire("commandWindows", default=None)
    status_message: str | None = wire("statusMessage", default=None)
    timeout_sec: int | None = wire("timeoutSec", default=None, format="uint64")


class CommandHookMetadata(WireModel):
    """One shape of `HookMetadata`, tagged `command`."""

    handler_type: Literal["command"] = wire("handlerType", default="command")
    current_hash: str = wire("currentHash")
    display_order: int = wire("displayOrder", format="int64")
    enabled: bool = wire("enabled")
    event_name: HookEventName = wire("eventName")
    is_managed: bool = wire("isManaged")
    key: str = wire("key")
    source: HookSource = wire("source")
    source_path: AbsolutePathBuf = wire("sourcePath")
    timeout_sec: int = wire("timeoutSec", format="uint64")
    trust_status: HookTrustStatus = wire("trustStatus")
    additional_context_limit: int | None = wire(
        "additionalContextLimit", default=None, format="uint"
    )
    async_: bool = wire("async", default=False)
    command: str | None = wire("command", default=None)
    matcher: str | None = wire("matcher", default=None)
    plugin_id: str | None = wire("pluginId", default=None)
    status_message: str | None = wire("statusMessage", default=None)


class ConfiguredHookMatcherGroup(WireModel):
    """An object, used by `ManagedHooksRequirements`."""

    hooks: list[ConfiguredHookHandler] = wire("hooks")
    matcher: str | None = wire("matcher", default=None)


class HookCompletedNotification(WireModel):
    """Payload of the `hook/completed` notification."""

    run: HookRunSummary = wire("run")
    thread_id: str = wire("threadId")
    turn_id: str | None = wire("turnId", default=None)


class HookErrorInfo(WireModel):
    """An object, used by `HooksListEntry`."""

    message: str = wire("message")
    path: str = wire("path")


class HookOutputEntry(WireModel):
    """An object, used by `HookRunSummary`."""

    kind: HookOutputEntryKind = wire("kind")
    text: str = wire("text")


class HookRunSummary(WireModel):
    """An object, used by `HookCompletedNotification` and `HookStartedNotification`."""

    display_order: int = wire("displayOrder", format="int64")
    entries: list[HookOutputEntry] = wire("entries")
    event_name: HookEventName = wire("eventName")
    execution_mode: HookExecutionMode = wire("executionMode")
    handler_type: HookHandlerType = wire("handlerType")
    id: str = wire("id")
    scope: HookScope = wire("scope")
    source_path: AbsolutePathBuf = wire("sourcePath")
    started_at: int = wire("startedAt", format="int64")
    status: HookRunStatus = wire("status")
    completed_at: int | None = wire("completedAt", default=None, format="int64")
    duration_ms: int | None = wire("durationMs", default=None, format="int64")
    source: HookSource = wire("source", default=HookSource.UNKNOWN)
    status_message: str | None = wire("statusMessage", default=None)


class HookStartedNotification(WireModel):
    """Payload of the `hook/started` notification."""

    run: HookRunSummary = wire("run")
    thread_id: str = wire("threadId")
    turn_id: str | None = wire("turnId", default=None)


class HooksListEntry(WireModel):
    """An object, used by `HooksListResponse`."""

    cwd: str = wire("cwd")
    errors: list[HookErrorInfo] = wire("errors")
    hooks: list[HookMetadata] = wire("hooks")
    warnings: list[str] = wire("warnings")


class HooksListParams(WireModel):
    """Params of `hooks/list`."""

    cwds: list[str] | Omitted = wire("cwds", default=OMITTED)


class HooksListResponse(WireModel):
    """Result of `hooks/list`."""

    data: list[HooksListEntry] = wire("data")


class McpToolConfiguredHookHandler(WireModel):
    """One shape of `ConfiguredHookHandler`, tagged `mcp_tool`."""

    type: Literal["mcp_tool"] = wire("type", default="mcp_tool")
    input: dict[str, JsonValue] = wire("input", untyped=True)
    server: str = wire("server")
    tool: str = wire("tool")
    status_message: str | None = wire("statusMessage", default=None)
    timeout_sec: int | None = wire("timeoutSec", default=None, format="uint64")


class McpToolHookMetadata(WireModel):
    """One shape of `HookMetadata`, tagged `mcpTool`."""

    handler_type: Literal["mcpTool"] = wire("handlerType", default="mcpTool")
    current_hash: str = wire("currentHash")
    display_order: int = wire("displayOrder", format="int64")
    enabled: bool = wire("enabled")
    event_name: HookEventName = wire("eventName")
    is_managed: bool = wire("isManaged")
    key: str = wire("key")
    server: str = wire("server")
    source: HookSource = wire("source")
    source_path: AbsolutePathBuf = wire("sourcePath")
    timeout_sec: int = wire("timeoutSec", format="uint64")
    tool: str = wire("tool")
    trust_status: HookTrustStatus = wire("trustStatus")
    additional_context_limit: int | None = wire(
        "additionalContextLimit", default=None, format="uint"
    )
    matcher: str | None = wire("matcher", default=None)
    plugin_id: str | None = wire("pluginId", default=None)
    status_message: str | None = wire("statusMessage", default=None)


class PromptConfiguredHookHandler(WireModel):
    """One shape of `ConfiguredHookHandler`, tagged `prompt`."""

    type: Literal["prompt"] = wire("type", default="prompt")


class PromptHookMetadata(WireModel):
    """One shape of `HookMetadata`, tagged `prompt`."""

    handler_type: Literal["prompt"] = wire("handlerType", default="prompt")
    current_hash: str = wire("currentHash")
    display_order: int = wire("displayOrder", format="int64")
    enabled: bool = wire("enabled")
    event_name: HookEventName = wire("eventName")
    is_managed: bool = wire("isManaged")
    key: str = wire("key")
    source: HookSource = wire("source")
    source_path: AbsolutePathBuf = wire("sourcePath")
    timeout_sec: int = wire("timeoutSec", format="uint64")
    trust_status: HookTrustStatus = wire("trustStatus")
    additional_context_limit: int | None = wire(
        "additionalContextLimit", default=None, format="uint"
    )
    matcher: str | None = wire("matcher", default=None)
    plugin_id: str | None = wire("pluginId", default=None)
    status_message: str | None = wire("statusMessage", default=None)


ConfiguredHookHandler: TypeAlias = (
    CommandConfiguredHookHandler
    | McpToolConfiguredHookHandler
    | PromptConfiguredHookHandler
    | AgentConfiguredHookHandler
    | UnknownVariant
)
"""A union, used by `ConfiguredHookMatcherGroup`."""

HookMetadata: TypeAlias = (
    CommandHookMetadata
    | McpToolHookMetadata
    | PromptHookMetadata
    | AgentHookMetadata
    | UnknownVariant
)
"""A union, used by `HooksListEntry`."""
