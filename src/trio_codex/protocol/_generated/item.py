"""Thread item types of the app-server protocol, generated from the pinned schema.

Do not edit: `python -m schema.generator` writes this file.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, TypeAlias

from .._model import JsonValue, OpenEnum, WireModel, wire
from ..unknown import UnknownVariant

if TYPE_CHECKING:
    from .common import (
        AbsolutePathBuf,
        ByteRange,
        ImageDetail,
        LegacyAppPathString,
        ReasoningEffort,
    )
    from .mcp import McpAppUi
    from .response_item import FunctionCallOutputBody
    from .tool import AsyncUserInputQuestion, DynamicToolCallOutputContentItem

__all__ = [
    "AddPatchChangeKind",
    "AgentMessageDelivery",
    "AgentMessageThreadItem",
    "AudioUserInput",
    "CollabAgentState",
    "CollabAgentStatus",
    "CollabAgentTool",
    "CollabAgentToolCallStatus",
    "CollabAgentToolCallThreadItem",
    "CommandAction",
    "CommandExecutionSource",
    "CommandExecutionStatus",
    "CommandExecutionThreadItem",
    "ContextCompactionThreadItem",
    "DeletePatchChangeKind",
    "DynamicToolCallStatus",
    "DynamicToolCallThreadItem",
    "EnteredReviewModeThreadItem",
    "ExitedReviewModeThreadItem",
    "FileChangePatchUpdatedNotification",
    "FileChangeThreadItem",
    "FileIdUserInput",
    "FileUpdateChange",
    "FindInPageWebSearchAction",
    "FunctionCallOutputThreadItem",
    "HookPromptFragment",
    "HookPromptThreadItem",
    "ImageGenerationFailure",
    "ImageGenerationThreadItem",
    "ImageUserInput",
    "ImageViewThreadItem",
    "ItemCompletedNotification",
    "ItemStartedNotification",
    "ListFilesCommandAction",
    "LocalAudioUserInput",
    "LocalImageUserInput",
    "McpToolCallAppContext",
    "McpToolCallError",
    "McpToolCallResult",
    "McpToolCallStatus",
    "McpToolCallThreadItem",
    "MemoryCitation",
    "MemoryCitationEntry",
    "MentionUserInput",
    "MessagePhase",
    "OpenPageWebSearchAction",
    "OtherWebSearchAction",
    "PatchApplyStatus",
    "PatchChangeKind",
    "PlanThreadItem",
    "ReadCommandAction",
    "ReasoningThreadItem",
    "SearchCommandAction",
    "SearchWebSearchAction",
    "SkillUserInput",
    "SleepThreadItem",
    "SubAgentActivityKind",
    "SubAgentActivityThreadItem",
    "TextElement",
    "TextUserInput",
    "ThreadItem",
    "UnknownCommandAction",
    "UpdatePatchChangeKind",
    "UrlUserInput",
    "UsageLimitExceededImageGenerationFailure",
    "UserInput",
    "UserMessageThreadItem",
    "WebSearchAction",
    "WebSearchThreadItem",
]


class AgentMessageDelivery(OpenEnum):
    """An open enum, used by `AgentMessageThreadItem`."""

    ASYNC = "async"


class CollabAgentStatus(OpenEnum):
    """An open enum, used by `CollabAgentState`."""

    PENDING_INIT = "pendingInit"
    RUNNING = "running"
    INTERRUPTED = "interrupted"
    COMPLETED = "completed"
    ERRORED = "errored"
    SHUTDOWN = "shutdown"
    NOT_FOUND = "notFound"


class CollabAgentTool(OpenEnum):
    """An open enum, used by `CollabAgentToolCallThreadItem`."""

    SPAWN_AGENT = "spawnAgent"
    SEND_INPUT = "sendInput"
    RESUME_AGENT = "resumeAgent"
    WAIT = "wait"
    CLOSE_AGENT = "closeAgent"
    SEND_MESSAGE = "sendMessage"
    FOLLOWUP_TASK = "followupTask"
    INTERRUPT_AGENT = "interruptAgent"
    LIST_AGENTS = "listAgents"


class CollabAgentToolCallStatus(OpenEnum):
    """An open enum, used by `CollabAgentToolCallThreadItem`."""

    IN_PROGRESS = "inProgress"
    COMPLETED = "completed"
    FAILED = "failed"
    INTERRUPTED = "interrupted"


class CommandExecutionSource(OpenEnum):
    """An open enum, used by `CommandExecutionThreadItem`."""

    AGENT = "agent"
    USER_SHELL = "userShell"
    UNIFIED_EXEC_STARTUP = "unifiedExecStartup"
    UNIFIED_EXEC_INTERACTION = "unifiedExecInteraction"


class CommandExecutionStatus(OpenEnum):
    """An open enum, used by `CommandExecutionThreadItem`."""

    IN_PROGRESS = "inProgress"
    COMPLETED = "completed"
    FAILED = "failed"
    DECLINED = "declined"


class DynamicToolCallStatus(OpenEnum):
    """An open enum, used by `DynamicToolCallThreadItem`."""

    IN_PROGRESS = "inProgress"
    COMPLETED = "completed"
    FAILED = "failed"


class McpToolCallStatus(OpenEnum):
    """An open enum, used by `McpToolCallThreadItem`."""

    IN_PROGRESS = "inProgress"
    COMPLETED = "completed"
    FAILED = "failed"


class MessagePhase(OpenEnum):
    """An open enum, used by `AgentMessageThreadItem` and `MessageResponseItem`."""

    COMMENTARY = "commentary"
    PARTIAL_ANSWER = "partial_answer"
    FINAL_ANSWER = "final_answer"


class PatchApplyStatus(OpenEnum):
    """An open enum, used by `FileChangeThreadItem`."""

    IN_PROGRESS = "inProgress"
    COMPLETED = "completed"
    FAILED = "failed"
    DECLINED = "declined"


class SubAgentActivityKind(OpenEnum):
    """An open enum, used by `SubAgentActivityThreadItem`."""

    STARTED = "started"
    INTERACTED = "interacted"
    INTERRUPTED = "interrupted"
    COMPLETED = "completed"


class AddPatchChangeKind(WireModel):
    """One shape of `PatchChangeKind`, tagged `add`."""

    type: Literal["add"] = wire("type", default="add")


class AgentMessageThreadItem(WireModel):
    """One shape of `ThreadItem`, tagged `agentMessage`."""

    type: Literal["agentMessage"] = wire("type", default="agentMessage")
    id: str = wire("id")
    text: str = wire("text")
    delivery: AgentMessageDelivery | None = wire("delivery", default=None)
    memory_citation: MemoryCitation | None = wire("memoryCitation", default=None)
    phase: MessagePhase | None = wire("phase", default=None)
    questions: list[AsyncUserInputQuestion] | None = wire("questions", default=None)


class AudioUserInput(WireModel):
    """One shape of `UserInput`, tagged `audio`."""

    type: Literal["audio"] = wire("type", default="audio")
    url: str = wire("url")


class CollabAgentState(WireModel):
    """An object, used by `CollabAgentToolCallThreadItem`."""

    status: CollabAgentStatus = wire("status")
    message: str | None = wire("message", default=None)


class CollabAgentToolCallThreadItem(WireModel):
    """One shape of `ThreadItem`, tagged `collabAgentToolCall`."""

    type: Literal["collabAgentToolCall"] = wire("type", default="collabAgentToolCall")
    agents_states: dict[str, CollabAgentState] = wire("agentsStates")
    id: str = wire("id")
    receiver_thread_ids: list[str] = wire("receiverThreadIds")
    sender_thread_id: str = wire("senderThreadId")
    status: CollabAgentToolCallStatus = wire("status")
    tool: CollabAgentTool = wire("tool")
    model: str | None = wire("model", default=None)
    prompt: str | None = wire("prompt", default=None)
    reasoning_effort: ReasoningEffort | None = wire("reasoningEffort", default=None)


class CommandExecutionThreadItem(WireModel):
    """One shape of `ThreadItem`, tagged `commandExecution`."""

    type: Literal["commandExecution"] = wire("type", default="commandExecution")
    command: str = wire("command")
    command_actions: list[CommandAction] = wire("commandActions")
    cwd: LegacyAppPathString = wire("cwd")
    id: str = wire("id")
    status: CommandExecutionStatus = wire("status")
    aggregated_output: str | None = wire("aggregatedOutput", default=None)
    duration_ms: int | None = wire("durationMs", default=None, format="int64")
    exit_code: int | None = wire("exitCode", default=None, format="int32")
    plugin_id: str | None = wire("pluginId", default=None)
    process_id: str | None = wire("processId", default=None)
    script_path: str | None = wire("scriptPath", default=None)
    source: CommandExecutionSource = wire("source", default=CommandExecutionSource.AGENT)


class ContextCompactionThreadItem(WireModel):
    """One shape of `ThreadItem`, tagged `contextCompaction`."""

    type: Literal["contextCompaction"] = wire("type", default="contextCompaction")
    id: str = wire("id")


class DeletePatchChangeKind(WireModel):
    """One shape of `PatchChangeKind`, tagged `delete`."""

    type: Literal["delete"] = wire("type", default="delete")


class DynamicToolCallThreadItem(WireModel):
    """One shape of `ThreadItem`, tagged `dynamicToolCall`."""

    type: Literal["dynamicToolCall"] = wire("type", default="dynamicToolCall")
    arguments: JsonValue = wire("arguments", untyped=True)
    id: str = wire("id")
    status: DynamicToolCallStatus = wire("status")
    tool: str = wire("tool")
    content_items: list[DynamicToolCallOutputContentItem] | None = wire(
        "contentItems", default=None
    )
    duration_ms: int | None = wire("durationMs", default=None, format="int64")
    namespace: str | None = wire("namespace", default=None)
    success: bool | None = wire("success", default=None)


class EnteredReviewModeThreadItem(WireModel):
    """One shape of `ThreadItem`, tagged `enteredReviewMode`."""

    type: Literal["enteredReviewMode"] = wire("type", default="enteredReviewMode")
    id: str = wire("id")
    review: str = wire("review")


class ExitedReviewModeThreadItem(WireModel):
    """One shape of `ThreadItem`, tagged `exitedReviewMode`."""

    type: Literal["exitedReviewMode"] = wire("type", default="exitedReviewMode")
    id: str = wire("id")
    review: str = wire("review")


class FileChangePatchUpdatedNotification(WireModel):
    """Payload of the `item/fileChange/patchUpdated` notification."""

    changes: list[FileUpdateChange] = wire("changes")
    item_id: str = wire("itemId")
    thread_id: str = wire("threadId")
    turn_id: str = wire("turnId")


class FileChangeThreadItem(WireModel):
    """One shape of `ThreadItem`, tagged `fileChange`."""

    type: Literal["fileChange"] = wire("type", default="fileChange")
    changes: list[FileUpdateChange] = wire("changes")
    id: str = wire("id")
    status: PatchApplyStatus = wire("status")


class FileIdUserInput(WireModel):
    """One shape of `ImageUserInput`, with the key `fileId`."""

    type: Literal["image"] = wire("type", default="image")
    file_id: str = wire("fileId")
    detail: ImageDetail | None = wire("detail", default=None)


class FileUpdateChange(WireModel):
    """An object, used by `FileChangePatchUpdatedNotification` and `FileChangeThreadItem`."""

    diff: str = wire("diff")
    kind: PatchChangeKind = wire("kind")
    path: str = wire("path")


class FindInPageWebSearchAction(WireModel):
    """One shape of `WebSearchAction`, tagged `findInPage`."""

    type: Literal["findInPage"] = wire("type", default="findInPage")
    pattern: str | None = wire("pattern", default=None)
    url: str | None = wire("url", default=None)


class FunctionCallOutputThreadItem(WireModel):
    """One shape of `ThreadItem`, tagged `functionCallOutput`."""

    type: Literal["functionCallOutput"] = wire("type", default="functionCallOutput")
    id: str = wire("id")
    name: str = wire("name")
    output: FunctionCallOutputBody = wire("output")
    namespace: str | None = wire("namespace", default=None)


class HookPromptFragment(WireModel):
    """An object, used by `HookPromptThreadItem`."""

    hook_run_id: str = wire("hookRunId")
    text: str = wire("text")


class HookPromptThreadItem(WireModel):
    """One shape of `ThreadItem`, tagged `hookPrompt`."""

    type: Literal["hookPrompt"] = wire("type", default="hookPrompt")
    fragments: list[HookPromptFragment] = wire("fragments")
    id: str = wire("id")


class ImageGenerationThreadItem(WireModel):
    """One shape of `ThreadItem`, tagged `imageGeneration`."""

    type: Literal["imageGeneration"] = wire("type", default="imageGeneration")
    id: str = wire("id")
    result: str = wire("result")
    status: str = wire("status")
    failure: ImageGenerationFailure | None = wire("failure", default=None)
    revised_prompt: str | None = wire("revisedPrompt", default=None)
    saved_path: AbsolutePathBuf | None = wire("savedPath", default=None)
    transparent_background: bool | None = wire("transparentBackground", default=None)


class ImageViewThreadItem(WireModel):
    """One shape of `ThreadItem`, tagged `imageView`."""

    type: Literal["imageView"] = wire("type", default="imageView")
    id: str = wire("id")
    path: LegacyAppPathString = wire("path")


class ItemCompletedNotification(WireModel):
    """Payload of the `item/completed` notification."""

    completed_at_ms: int = wire("completedAtMs", format="int64")
    item: ThreadItem = wire("item")
    thread_id: str = wire("threadId")
    turn_id: str = wire("turnId")


class ItemStartedNotification(WireModel):
    """Payload of the `item/started` notification."""

    item: ThreadItem = wire("item")
    started_at_ms: int = wire("startedAtMs", format="int64")
    thread_id: str = wire("threadId")
    turn_id: str = wire("turnId")


class ListFilesCommandAction(WireModel):
    """One shape of `CommandAction`, tagged `listFiles`."""

    type: Literal["listFiles"] = wire("type", default="listFiles")
    command: str = wire("command")
    path: str | None = wire("path", default=None)


class LocalAudioUserInput(WireModel):
    """One shape of `UserInput`, tagged `localAudio`."""

    type: Literal["localAudio"] = wire("type", default="localAudio")
    path: str = wire("path")


class LocalImageUserInput(WireModel):
    """One shape of `UserInput`, tagged `localImage`."""

    type: Literal["localImage"] = wire("type", default="localImage")
    path: str = wire("path")
    detail: ImageDetail | None = wire("detail", default=None)


class McpToolCallAppContext(WireModel):
    """An object, used by `McpToolCallThreadItem`."""

    connector_id: str = wire("connectorId")
    action_name: str | None = wire("actionName", default=None)
    app_name: str | None = wire("appName", default=None)
    link_id: str | None = wire("linkId", default=None)
    resource_uri: str | None = wire("resourceUri", default=None)


class McpToolCallError(WireModel):
    """An object, used by `McpToolCallThreadItem`."""

    message: str = wire("message")


class McpToolCallResult(WireModel):
    """An object, used by `McpToolCallThreadItem`."""

    content: list[JsonValue] = wire("content", untyped=True)
    meta: JsonValue = wire("_meta", default=None, untyped=True)
    structured_content: JsonValue = wire("structuredContent", default=None, untyped=True)


class McpToolCallThreadItem(WireModel):
    """One shape of `ThreadItem`, tagged `mcpToolCall`."""

    type: Literal["mcpToolCall"] = wire("type", default="mcpToolCall")
    arguments: JsonValue = wire("arguments", untyped=True)
    id: str = wire("id")
    server: str = wire("server")
    status: McpToolCallStatus = wire("status")
    tool: str = wire("tool")
    app_context: McpToolCallAppContext | None = wire("appContext", default=None)
    duration_ms: int | None = wire("durationMs", default=None, format="int64")
    error: McpToolCallError | None = wire("error", default=None)
    mcp_app_resource_uri: str | None = wire("mcpAppResourceUri", default=None)
    mcp_app_ui: McpAppUi | None = wire("mcpAppUi", default=None)
    plugin_id: str | None = wire("pluginId", default=None)
    read_only_hint: bool | None = wire("readOnlyHint", default=None)
    result: McpToolCallResult | None = wire("result", default=None)


class MemoryCitation(WireModel):
    """An object, used by `AgentMessageThreadItem`."""

    entries: list[MemoryCitationEntry] = wire("entries")
    thread_ids: list[str] = wire("threadIds")


class MemoryCitationEntry(WireModel):
    """An object, used by `MemoryCitation`."""

    line_end: int = wire("lineEnd", format="uint32")
    line_start: int = wire("lineStart", format="uint32")
    note: str = wire("note")
    path: str = wire("path")


class MentionUserInput(WireModel):
    """One shape of `UserInput`, tagged `mention`."""

    type: Literal["mention"] = wire("type", default="mention")
    name: str = wire("name")
    path: str = wire("path")


class OpenPageWebSearchAction(WireModel):
    """One shape of `WebSearchAction`, tagged `openPage`."""

    type: Literal["openPage"] = wire("type", default="openPage")
    url: str | None = wire("url", default=None)


class OtherWebSearchAction(WireModel):
    """One shape of `WebSearchAction`, tagged `other`."""

    type: Literal["other"] = wire("type", default="other")


class PlanThreadItem(WireModel):
    """One shape of `ThreadItem`, tagged `plan`."""

    type: Literal["plan"] = wire("type", default="plan")
    id: str = wire("id")
    text: str = wire("text")


class ReadCommandAction(WireModel):
    """One shape of `CommandAction`, tagged `read`."""

    type: Literal["read"] = wire("type", default="read")
    command: str = wire("command")
    name: str = wire("name")
    path: LegacyAppPathString = wire("path")


class ReasoningThreadItem(WireModel):
    """One shape of `ThreadItem`, tagged `reasoning`."""

    type: Literal["reasoning"] = wire("type", default="reasoning")
    id: str = wire("id")
    content: list[str] = wire("content", factory=list)
    summary: list[str] = wire("summary", factory=list)


class SearchCommandAction(WireModel):
    """One shape of `CommandAction`, tagged `search`."""

    type: Literal["search"] = wire("type", default="search")
    command: str = wire("command")
    path: str | None = wire("path", default=None)
    query: str | None = wire("query", default=None)


class SearchWebSearchAction(WireModel):
    """One shape of `WebSearchAction`, tagged `search`."""

    type: Literal["search"] = wire("type", default="search")
    queries: list[str] | None = wire("queries", default=None)
    query: str | None = wire("query", default=None)


class SkillUserInput(WireModel):
    """One shape of `UserInput`, tagged `skill`."""

    type: Literal["skill"] = wire("type", default="skill")
    name: str = wire("name")
    path: str = wire("path")


class SleepThreadItem(WireModel):
    """One shape of `ThreadItem`, tagged `sleep`."""

    type: Literal["sleep"] = wire("type", default="sleep")
    duration_ms: int = wire("durationMs", format="uint64")
    id: str = wire("id")


class SubAgentActivityThreadItem(WireModel):
    """One shape of `ThreadItem`, tagged `subAgentActivity`."""

    type: Literal["subAgentActivity"] = wire("type", default="subAgentActivity")
    agent_path: str = wire("agentPath")
    agent_thread_id: str = wire("agentThreadId")
    id: str = wire("id")
    kind: SubAgentActivityKind = wire("kind")
    model: str | None = wire("model", default=None)
    reasoning_effort: ReasoningEffort | None = wire("reasoningEffort", default=None)


class TextElement(WireModel):
    """An object, used by `TextUserInput`."""

    byte_range: ByteRange = wire("byteRange")
    placeholder: str | None = wire("placeholder", default=None)


class TextUserInput(WireModel):
    """One shape of `UserInput`, tagged `text`."""

    type: Literal["text"] = wire("type", default="text")
    text: str = wire("text")
    text_elements: list[TextElement] = wire("text_elements", factory=list)


class UnknownCommandAction(WireModel):
    """One shape of `CommandAction`, tagged `unknown`."""

    type: Literal["unknown"] = wire("type", default="unknown")
    command: str = wire("command")


class UpdatePatchChangeKind(WireModel):
    """One shape of `PatchChangeKind`, tagged `update`."""

    type: Literal["update"] = wire("type", default="update")
    move_path: str | None = wire("move_path", default=None)


class UrlUserInput(WireModel):
    """One shape of `ImageUserInput`, with the key `url`."""

    type: Literal["image"] = wire("type", default="image")
    url: str = wire("url")
    detail: ImageDetail | None = wire("detail", default=None)


class UsageLimitExceededImageGenerationFailure(WireModel):
    """One shape of `ImageGenerationFailure`, tagged `usageLimitExceeded`."""

    type: Literal["usageLimitExceeded"] = wire("type", default="usageLimitExceeded")
    limit_id: str = wire("limitId")
    resets_at: int | None = wire("resetsAt", default=None, format="int64")


class UserMessageThreadItem(WireModel):
    """One shape of `ThreadItem`, tagged `userMessage`."""

    type: Literal["userMessage"] = wire("type", default="userMessage")
    content: list[UserInput] = wire("content")
    id: str = wire("id")
    client_id: str | None = wire("clientId", default=None)


class WebSearchThreadItem(WireModel):
    """One shape of `ThreadItem`, tagged `webSearch`."""

    type: Literal["webSearch"] = wire("type", default="webSearch")
    id: str = wire("id")
    query: str = wire("query")
    action: WebSearchAction | None = wire("action", default=None)
    results: list[JsonValue] | None = wire("results", default=None, untyped=True)


CommandAction: TypeAlias = (
    ReadCommandAction
    | ListFilesCommandAction
    | SearchCommandAction
    | UnknownCommandAction
    | UnknownVariant
)
"""A union, used by `CommandExecutionRequestApprovalParams` and 1 more."""

ImageGenerationFailure: TypeAlias = UsageLimitExceededImageGenerationFailure | UnknownVariant
"""A union, used by `ImageGenerationThreadItem`."""

ImageUserInput: TypeAlias = UrlUserInput | FileIdUserInput | UnknownVariant
"""One shape of `UserInput`, tagged `image`."""

PatchChangeKind: TypeAlias = (
    AddPatchChangeKind | DeletePatchChangeKind | UpdatePatchChangeKind | UnknownVariant
)
"""A union, used by `FileUpdateChange`."""

ThreadItem: TypeAlias = (
    UserMessageThreadItem
    | HookPromptThreadItem
    | AgentMessageThreadItem
    | FunctionCallOutputThreadItem
    | PlanThreadItem
    | ReasoningThreadItem
    | CommandExecutionThreadItem
    | FileChangeThreadItem
    | McpToolCallThreadItem
    | DynamicToolCallThreadItem
    | CollabAgentToolCallThreadItem
    | SubAgentActivityThreadItem
    | WebSearchThreadItem
    | ImageViewThreadItem
    | SleepThreadItem
    | ImageGenerationThreadItem
    | EnteredReviewModeThreadItem
    | ExitedReviewModeThreadItem
    | ContextCompactionThreadItem
    | UnknownVariant
)
"""A union, used by `ItemCompletedNotification` and 4 more."""

WebSearchAction: TypeAlias = (
    SearchWebSearchAction
    | OpenPageWebSearchAction
    | FindInPageWebSearchAction
    | OtherWebSearchAction
    | UnknownVariant
)
"""A union, used by `WebSearchThreadItem`."""

UserInput: TypeAlias = (
    TextUserInput
    | ImageUserInput
    | LocalImageUserInput
    | AudioUserInput
    | LocalAudioUserInput
    | SkillUserInput
    | MentionUserInput
    | UnknownVariant
)
"""A union, used by `QueuedSubmission` and 5 more."""
