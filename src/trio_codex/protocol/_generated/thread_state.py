"""Thread state types of the app-server protocol, generated from the pinned schema.

Do not edit: `python -m schema.generator` writes this file.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, TypeAlias

from .._model import OMITTED, JsonValue, Omitted, OpenEnum, WireModel, wire
from ..unknown import UnknownVariant
from .turn import MultiAgentModeKind

if TYPE_CHECKING:
    from .common import (
        AbsolutePathBuf,
        LegacyAppPathString,
        Personality,
        ReasoningEffort,
        ReasoningSummary,
    )
    from .item import UserInput
    from .permission import (
        ActivePermissionProfile,
        ApprovalsReviewer,
        AskForApproval,
        SandboxPolicy,
    )
    from .thread import Thread
    from .turn import CollaborationMode, MultiAgentMode, Turn

__all__ = [
    "CompletedThreadPredictionResult",
    "FailedThreadPredictionResult",
    "QueuedSubmission",
    "ReadThreadReadStateOperation",
    "ThreadAttachment",
    "ThreadAttachmentAddOutcome",
    "ThreadAttachmentAddParams",
    "ThreadAttachmentAddResponse",
    "ThreadAttachmentListParams",
    "ThreadAttachmentListResponse",
    "ThreadAttachmentOperation",
    "ThreadAttachmentOwner",
    "ThreadAttachmentOwnerListParams",
    "ThreadAttachmentOwnerListResponse",
    "ThreadAttachmentRemoveParams",
    "ThreadAttachmentRemoveResponse",
    "ThreadAttachmentUpdatedNotification",
    "ThreadBackgroundTerminal",
    "ThreadBackgroundTerminalsCleanParams",
    "ThreadBackgroundTerminalsCleanResponse",
    "ThreadBackgroundTerminalsListParams",
    "ThreadBackgroundTerminalsListResponse",
    "ThreadBackgroundTerminalsTerminateParams",
    "ThreadBackgroundTerminalsTerminateResponse",
    "ThreadGoal",
    "ThreadGoalClearParams",
    "ThreadGoalClearResponse",
    "ThreadGoalClearedNotification",
    "ThreadGoalGetParams",
    "ThreadGoalGetResponse",
    "ThreadGoalMutationOrigin",
    "ThreadGoalSetParams",
    "ThreadGoalSetResponse",
    "ThreadGoalStatus",
    "ThreadGoalUpdatedNotification",
    "ThreadMemoryMode",
    "ThreadMemoryModeSetParams",
    "ThreadMemoryModeSetResponse",
    "ThreadMetadataGitInfoUpdateParams",
    "ThreadMetadataUpdateParams",
    "ThreadMetadataUpdateResponse",
    "ThreadNameUpdatedNotification",
    "ThreadPredictionRequestParams",
    "ThreadPredictionRequestResponse",
    "ThreadPredictionResult",
    "ThreadPredictionUpdatedNotification",
    "ThreadProjectUpdatedNotification",
    "ThreadQueueAddParams",
    "ThreadQueueAddResponse",
    "ThreadQueueChangedNotification",
    "ThreadQueueDeleteParams",
    "ThreadQueueDeleteResponse",
    "ThreadQueueListParams",
    "ThreadQueueListResponse",
    "ThreadQueueReorderParams",
    "ThreadQueueReorderResponse",
    "ThreadQueueStartParams",
    "ThreadQueueStartResponse",
    "ThreadQueueUpdateParams",
    "ThreadQueueUpdateResponse",
    "ThreadReadState",
    "ThreadReadStateChangedNotification",
    "ThreadReadStateOperation",
    "ThreadReadStateUpdateParams",
    "ThreadReadStateUpdateResponse",
    "ThreadSection",
    "ThreadSectionAppearance",
    "ThreadSectionCreateParams",
    "ThreadSectionCreateResponse",
    "ThreadSectionDeleteParams",
    "ThreadSectionDeleteResponse",
    "ThreadSectionListParams",
    "ThreadSectionListResponse",
    "ThreadSectionMoveParams",
    "ThreadSectionMoveResponse",
    "ThreadSectionUpdateParams",
    "ThreadSectionUpdateResponse",
    "ThreadSetNameParams",
    "ThreadSetNameResponse",
    "ThreadSettings",
    "ThreadSettingsUpdateParams",
    "ThreadSettingsUpdateResponse",
    "ThreadSettingsUpdatedNotification",
    "ThreadStartThreadUnreadPosition",
    "ThreadTokenUsage",
    "ThreadTokenUsageUpdatedNotification",
    "ThreadUnreadPosition",
    "ThreadUsage",
    "ThreadUsageBreakdownGroup",
    "TokenUsageBreakdown",
    "TurnThreadUnreadPosition",
    "UnreadThreadReadStateOperation",
]


class ThreadAttachmentAddOutcome(OpenEnum):
    """An open enum, used by `ThreadAttachmentAddResponse`."""

    CREATED = "created"
    EXISTING = "existing"


class ThreadAttachmentOperation(OpenEnum):
    """An open enum, used by `ThreadAttachmentUpdatedNotification`."""

    CREATED = "created"
    DELETED = "deleted"


class ThreadGoalMutationOrigin(OpenEnum):
    """An open enum, used by `ThreadGoalClearParams` and `ThreadGoalSetParams`."""

    USER = "user"
    AUTOMATIC = "automatic"


class ThreadGoalStatus(OpenEnum):
    """An open enum, used by `ThreadGoal` and `ThreadGoalSetParams`."""

    ACTIVE = "active"
    PAUSED = "paused"
    BLOCKED = "blocked"
    USAGE_LIMITED = "usageLimited"
    BUDGET_LIMITED = "budgetLimited"
    COMPLETE = "complete"


class ThreadMemoryMode(OpenEnum):
    """An open enum, used by `ThreadMemoryModeSetParams`."""

    ENABLED = "enabled"
    DISABLED = "disabled"


class CompletedThreadPredictionResult(WireModel):
    """One shape of `ThreadPredictionResult`, tagged `completed`."""

    type: Literal["completed"] = wire("type", default="completed")
    text: str | None = wire("text", default=None)


class FailedThreadPredictionResult(WireModel):
    """One shape of `ThreadPredictionResult`, tagged `failed`."""

    type: Literal["failed"] = wire("type", default="failed")


class QueuedSubmission(WireModel):
    """An object, used by `ThreadQueueAddResponse` and 2 more."""

    client_user_message_id: str = wire("clientUserMessageId")
    id: str = wire("id")
    input: list[UserInput] = wire("input")


class ReadThreadReadStateOperation(WireModel):
    """One shape of `ThreadReadStateOperation`, tagged `read`."""

    type: Literal["read"] = wire("type", default="read")


class ThreadAttachment(WireModel):
    """An object, used by `ThreadAttachmentAddResponse` and `ThreadAttachmentListResponse`."""

    attachment_type: str = wire("attachmentType")
    created_at: int = wire("createdAt", format="int64")
    id: str = wire("id")
    identity_key: str = wire("identityKey")
    payload: JsonValue = wire("payload", untyped=True)


class ThreadAttachmentAddParams(WireModel):
    """Params of `thread/attachment/add`."""

    attachment_type: str = wire("attachmentType")
    identity_key: str = wire("identityKey")
    payload: JsonValue = wire("payload", untyped=True)
    thread_id: str = wire("threadId")


class ThreadAttachmentAddResponse(WireModel):
    """Result of `thread/attachment/add`."""

    attachment: ThreadAttachment = wire("attachment")
    outcome: ThreadAttachmentAddOutcome = wire("outcome")


class ThreadAttachmentListParams(WireModel):
    """Params of `thread/attachment/list`."""

    thread_id: str = wire("threadId")
    cursor: str | None | Omitted = wire("cursor", default=OMITTED)
    limit: int | None | Omitted = wire("limit", default=OMITTED, format="uint32")


class ThreadAttachmentListResponse(WireModel):
    """Result of `thread/attachment/list`."""

    data: list[ThreadAttachment] = wire("data")
    next_cursor: str | None = wire("nextCursor", default=None)


class ThreadAttachmentOwner(WireModel):
    """An object, used by `ThreadAttachmentOwnerListResponse`."""

    archived: bool = wire("archived")
    thread_id: str = wire("threadId")


class ThreadAttachmentOwnerListParams(WireModel):
    """Params of `thread/attachmentOwner/list`."""

    attachment_type: str = wire("attachmentType")
    identity_key: str = wire("identityKey")
    archived: bool | None | Omitted = wire("archived", default=OMITTED)
    cursor: str | None | Omitted = wire("cursor", default=OMITTED)
    limit: int | None | Omitted = wire("limit", default=OMITTED, format="uint32")


class ThreadAttachmentOwnerListResponse(WireModel):
    """Result of `thread/attachmentOwner/list`."""

    data: list[ThreadAttachmentOwner] = wire("data")
    next_cursor: str | None = wire("nextCursor", default=None)


class ThreadAttachmentRemoveParams(WireModel):
    """Params of `thread/attachment/remove`."""

    attachment_type: str = wire("attachmentType")
    identity_key: str = wire("identityKey")
    thread_id: str = wire("threadId")


class ThreadAttachmentRemoveResponse(WireModel):
    """Result of `thread/attachment/remove`."""


class ThreadAttachmentUpdatedNotification(WireModel):
    """Payload of the `thread/attachment/updated` notification."""

    attachment_id: str = wire("attachmentId")
    attachment_type: str = wire("attachmentType")
    identity_key: str = wire("identityKey")
    operation: ThreadAttachmentOperation = wire("operation")
    thread_id: str = wire("threadId")


class ThreadBackgroundTerminal(WireModel):
    """An object, used by `ThreadBackgroundTerminalsListResponse`."""

    command: str = wire("command")
    cwd: LegacyAppPathString = wire("cwd")
    item_id: str = wire("itemId")
    process_id: str = wire("processId")
    cpu_percent: float | None = wire("cpuPercent", default=None)
    os_pid: int | None = wire("osPid", default=None, format="uint32")
    rss_kb: int | None = wire("rssKb", default=None, format="uint64")


class ThreadBackgroundTerminalsCleanParams(WireModel):
    """Params of `thread/backgroundTerminals/clean`."""

    thread_id: str = wire("threadId")


class ThreadBackgroundTerminalsCleanResponse(WireModel):
    """Result of `thread/backgroundTerminals/clean`."""


class ThreadBackgroundTerminalsListParams(WireModel):
    """Params of `thread/backgroundTerminals/list`."""

    thread_id: str = wire("threadId")
    cursor: str | None | Omitted = wire("cursor", default=OMITTED)
    limit: int | None | Omitted = wire("limit", default=OMITTED, format="uint32")


class ThreadBackgroundTerminalsListResponse(WireModel):
    """Result of `thread/backgroundTerminals/list`."""

    data: list[ThreadBackgroundTerminal] = wire("data")
    next_cursor: str | None = wire("nextCursor", default=None)


class ThreadBackgroundTerminalsTerminateParams(WireModel):
    """Params of `thread/backgroundTerminals/terminate`."""

    process_id: str = wire("processId")
    thread_id: str = wire("threadId")


class ThreadBackgroundTerminalsTerminateResponse(WireModel):
    """Result of `thread/backgroundTerminals/terminate`."""

    terminated: bool = wire("terminated")


class ThreadGoal(WireModel):
    """An object, used by `ThreadGoalGetResponse` and 2 more."""

    created_at: int = wire("createdAt", format="int64")
    objective: str = wire("objective")
    status: ThreadGoalStatus = wire("status")
    thread_id: str = wire("threadId")
    time_used_seconds: int = wire("timeUsedSeconds", format="int64")
    tokens_used: int = wire("tokensUsed", format="int64")
    updated_at: int = wire("updatedAt", format="int64")
    token_budget: int | None = wire("tokenBudget", default=None, format="int64")


class ThreadGoalClearParams(WireModel):
    """Params of `thread/goal/clear`."""

    thread_id: str = wire("threadId")
    origin: ThreadGoalMutationOrigin | None | Omitted = wire("origin", default=OMITTED)


class ThreadGoalClearResponse(WireModel):
    """Result of `thread/goal/clear`."""

    cleared: bool = wire("cleared")


class ThreadGoalClearedNotification(WireModel):
    """Payload of the `thread/goal/cleared` notification."""

    thread_id: str = wire("threadId")


class ThreadGoalGetParams(WireModel):
    """Params of `thread/goal/get`."""

    thread_id: str = wire("threadId")


class ThreadGoalGetResponse(WireModel):
    """Result of `thread/goal/get`."""

    goal: ThreadGoal | None = wire("goal", default=None)


class ThreadGoalSetParams(WireModel):
    """Params of `thread/goal/set`."""

    thread_id: str = wire("threadId")
    objective: str | None | Omitted = wire("objective", default=OMITTED)
    origin: ThreadGoalMutationOrigin | None | Omitted = wire("origin", default=OMITTED)
    status: ThreadGoalStatus | None | Omitted = wire("status", default=OMITTED)
    token_budget: int | None | Omitted = wire("tokenBudget", default=OMITTED, format="int64")


class ThreadGoalSetResponse(WireModel):
    """Result of `thread/goal/set`."""

    goal: ThreadGoal = wire("goal")


class ThreadGoalUpdatedNotification(WireModel):
    """Payload of the `thread/goal/updated` notification."""

    goal: ThreadGoal = wire("goal")
    thread_id: str = wire("threadId")
    turn_id: str | None = wire("turnId", default=None)


class ThreadMemoryModeSetParams(WireModel):
    """Params of `thread/memoryMode/set`."""

    mode: ThreadMemoryMode = wire("mode")
    thread_id: str = wire("threadId")


class ThreadMemoryModeSetResponse(WireModel):
    """Result of `thread/memoryMode/set`."""


class ThreadMetadataGitInfoUpdateParams(WireModel):
    """An object, used by `ThreadMetadataUpdateParams`."""

    branch: str | None | Omitted = wire("branch", default=OMITTED)
    origin_url: str | None | Omitted = wire("originUrl", default=OMITTED)
    sha: str | None | Omitted = wire("sha", default=OMITTED)


class ThreadMetadataUpdateParams(WireModel):
    """Params of `thread/metadata/update`."""

    thread_id: str = wire("threadId")
    daybreak_enabled: bool | None | Omitted = wire(
        "daybreakEnabled", default=OMITTED, experimental=True
    )
    git_info: ThreadMetadataGitInfoUpdateParams | None | Omitted = wire("gitInfo", default=OMITTED)
    project_id: str | None | Omitted = wire("projectId", default=OMITTED, experimental=True)


class ThreadMetadataUpdateResponse(WireModel):
    """Result of `thread/metadata/update`."""

    thread: Thread = wire("thread")


class ThreadNameUpdatedNotification(WireModel):
    """Payload of the `thread/name/updated` notification."""

    thread_id: str = wire("threadId")
    thread_name: str | None = wire("threadName", default=None)


class ThreadPredictionRequestParams(WireModel):
    """Params of `thread/prediction/request`."""

    source_turn_id: str = wire("sourceTurnId")
    thread_id: str = wire("threadId")


class ThreadPredictionRequestResponse(WireModel):
    """Result of `thread/prediction/request`."""


class ThreadPredictionUpdatedNotification(WireModel):
    """Payload of the `thread/prediction/updated` notification."""

    result: ThreadPredictionResult = wire("result")
    source_turn_id: str = wire("sourceTurnId")
    thread_id: str = wire("threadId")


class ThreadProjectUpdatedNotification(WireModel):
    """Payload of the `thread/project/updated` notification."""

    project_id: str | None = wire("projectId")
    thread_id: str = wire("threadId")


class ThreadQueueAddParams(WireModel):
    """Params of `thread/queue/add`."""

    client_user_message_id: str = wire("clientUserMessageId")
    input: list[UserInput] = wire("input")
    thread_id: str = wire("threadId")


class ThreadQueueAddResponse(WireModel):
    """Result of `thread/queue/add`."""

    queued_submission: QueuedSubmission = wire("queuedSubmission")


class ThreadQueueChangedNotification(WireModel):
    """Payload of the `thread/queue/changed` notification."""

    thread_id: str = wire("threadId")


class ThreadQueueDeleteParams(WireModel):
    """Params of `thread/queue/delete`."""

    queued_submission_id: str = wire("queuedSubmissionId")
    thread_id: str = wire("threadId")


class ThreadQueueDeleteResponse(WireModel):
    """Result of `thread/queue/delete`."""

    deleted: bool = wire("deleted")


class ThreadQueueListParams(WireModel):
    """Params of `thread/queue/list`."""

    thread_id: str = wire("threadId")
    cursor: str | None | Omitted = wire("cursor", default=OMITTED)
    limit: int | None | Omitted = wire("limit", default=OMITTED, format="uint32")


class ThreadQueueListResponse(WireModel):
    """Result of `thread/queue/list`."""

    data: list[QueuedSubmission] = wire("data")
    next_cursor: str | None = wire("nextCursor", default=None)


class ThreadQueueReorderParams(WireModel):
    """Params of `thread/queue/reorder`."""

    queued_submission_ids: list[str] = wire("queuedSubmissionIds")
    thread_id: str = wire("threadId")


class ThreadQueueReorderResponse(WireModel):
    """Result of `thread/queue/reorder`."""


class ThreadQueueStartParams(WireModel):
    """Params of `thread/queue/start`."""

    thread_id: str = wire("threadId")
    queued_submission_id: str | None | Omitted = wire("queuedSubmissionId", default=OMITTED)


class ThreadQueueStartResponse(WireModel):
    """Result of `thread/queue/start`."""

    turn: Turn = wire("turn")


class ThreadQueueUpdateParams(WireModel):
    """Params of `thread/queue/update`."""

    input: list[UserInput] = wire("input")
    queued_submission_id: str = wire("queuedSubmissionId")
    thread_id: str = wire("threadId")


class ThreadQueueUpdateResponse(WireModel):
    """Result of `thread/queue/update`."""

    queued_submission: QueuedSubmission = wire("queuedSubmission")


class ThreadReadState(WireModel):
    """An object, used by `ThreadListResponse` and 3 more."""

    revision: str = wire("revision")
    first_unread: ThreadUnreadPosition | None = wire("firstUnread", default=None)


class ThreadReadStateChangedNotification(WireModel):
    """Payload of the `thread/readState/changed` notification."""

    read_state: ThreadReadState = wire("readState")
    thread_id: str = wire("threadId")


class ThreadReadStateUpdateParams(WireModel):
    """Params of `thread/readState/update`."""

    expected_revision: str = wire("expectedRevision")
    operation: ThreadReadStateOperation = wire("operation")
    thread_id: str = wire("threadId")


class ThreadReadStateUpdateResponse(WireModel):
    """Result of `thread/readState/update`."""

    read_state: ThreadReadState = wire("readState")


class ThreadSection(WireModel):
    """An object, used by `Thread` and 3 more."""

    id: str = wire("id")
    name: str = wire("name")
    appearance: ThreadSectionAppearance | None = wire("appearance", default=None)


class ThreadSectionAppearance(WireModel):
    """An object, used by `ThreadSection` and 2 more."""

    color: str | None = wire("color", default=None)
    icon: str | None = wire("icon", default=None)


class ThreadSectionCreateParams(WireModel):
    """Params of `threadSection/create`."""

    name: str = wire("name")
    appearance: ThreadSectionAppearance | None | Omitted = wire("appearance", default=OMITTED)


class ThreadSectionCreateResponse(WireModel):
    """Result of `threadSection/create`."""

    section: ThreadSection = wire("section")


class ThreadSectionDeleteParams(WireModel):
    """Params of `threadSection/delete`."""

    section_id: str = wire("sectionId")


class ThreadSectionDeleteResponse(WireModel):
    """Result of `threadSection/delete`."""


class ThreadSectionListParams(WireModel):
    """Params of `threadSection/list`."""

    cursor: str | None | Omitted = wire("cursor", default=OMITTED)
    limit: int | None | Omitted = wire("limit", default=OMITTED, format="uint32")


class ThreadSectionListResponse(WireModel):
    """Result of `threadSection/list`."""

    data: list[ThreadSection] = wire("data")
    next_cursor: str | None = wire("nextCursor", default=None)


class ThreadSectionMoveParams(WireModel):
    """Params of `thread/section/move`."""

    section_id: str | None = wire("sectionId")
    thread_id: str = wire("threadId")
    before_thread_id: str | None | Omitted = wire("beforeThreadId", default=OMITTED)


class ThreadSectionMoveResponse(WireModel):
    """Result of `thread/section/move`."""


class ThreadSectionUpdateParams(WireModel):
    """Params of `threadSection/update`."""

    name: str = wire("name")
    section_id: str = wire("sectionId")
    appearance: ThreadSectionAppearance | None | Omitted = wire("appearance", default=OMITTED)


class ThreadSectionUpdateResponse(WireModel):
    """Result of `threadSection/update`."""

    section: ThreadSection = wire("section")


class ThreadSetNameParams(WireModel):
    """Params of `thread/name/set`."""

    name: str = wire("name")
    thread_id: str = wire("threadId")


class ThreadSetNameResponse(WireModel):
    """Result of `thread/name/set`."""


class ThreadSettings(WireModel):
    """An object, used by `ThreadSettingsUpdatedNotification`."""

    approval_policy: AskForApproval = wire("approvalPolicy")
    approvals_reviewer: ApprovalsReviewer = wire("approvalsReviewer")
    collaboration_mode: CollaborationMode = wire("collaborationMode")
    cwd: AbsolutePathBuf = wire("cwd")
    model: str = wire("model")
    model_provider: str = wire("modelProvider")
    sandbox_policy: SandboxPolicy = wire("sandboxPolicy")
    active_permission_profile: ActivePermissionProfile | None = wire(
        "activePermissionProfile", default=None
    )
    disabled_plugin_ids: list[str] = wire("disabledPluginIds", factory=list)
    effort: ReasoningEffort | None = wire("effort", default=None)
    multi_agent_mode: MultiAgentMode = wire(
        "multiAgentMode", default=MultiAgentModeKind.EXPLICIT_REQUEST_ONLY, experimental=True
    )
    personality: Personality | None = wire("personality", default=None)
    service_tier: str | None = wire("serviceTier", default=None)
    summary: ReasoningSummary | None = wire("summary", default=None)


class ThreadSettingsUpdateParams(WireModel):
    """Params of `thread/settings/update`."""

    thread_id: str = wire("threadId")
    approval_policy: AskForApproval | None | Omitted = wire("approvalPolicy", default=OMITTED)
    approvals_reviewer: ApprovalsReviewer | None | Omitted = wire(
        "approvalsReviewer", default=OMITTED
    )
    collaboration_mode: CollaborationMode | None | Omitted = wire(
        "collaborationMode", default=OMITTED
    )
    cwd: str | None | Omitted = wire("cwd", default=OMITTED)
    disabled_plugin_ids: list[str] | None | Omitted = wire("disabledPluginIds", default=OMITTED)
    effort: ReasoningEffort | None | Omitted = wire("effort", default=OMITTED)
    model: str | None | Omitted = wire("model", default=OMITTED)
    multi_agent_mode: MultiAgentMode | None | Omitted = wire("multiAgentMode", default=OMITTED)
    permissions: str | None | Omitted = wire("permissions", default=OMITTED)
    personality: Personality | None | Omitted = wire("personality", default=OMITTED)
    sandbox_policy: SandboxPolicy | None | Omitted = wire("sandboxPolicy", default=OMITTED)
    service_tier: str | None | Omitted = wire("serviceTier", default=OMITTED)
    summary: ReasoningSummary | None | Omitted = wire("summary", default=OMITTED)


class ThreadSettingsUpdateResponse(WireModel):
    """Result of `thread/settings/update`."""


class ThreadSettingsUpdatedNotification(WireModel):
    """Payload of the `thread/settings/updated` notification."""

    thread_id: str = wire("threadId")
    thread_settings: ThreadSettings = wire("threadSettings")


class ThreadStartThreadUnreadPosition(WireModel):
    """One shape of `ThreadUnreadPosition`, tagged `threadStart`."""

    type: Literal["threadStart"] = wire("type", default="threadStart")


class ThreadTokenUsage(WireModel):
    """An object, used by `ThreadTokenUsageUpdatedNotification`."""

    last: TokenUsageBreakdown = wire("last")
    total: TokenUsageBreakdown = wire("total")
    model_context_window: int | None = wire("modelContextWindow", default=None, format="int64")


class ThreadTokenUsageUpdatedNotification(WireModel):
    """Payload of the `thread/tokenUsage/updated` notification."""

    thread_id: str = wire("threadId")
    token_usage: ThreadTokenUsage = wire("tokenUsage")
    turn_id: str = wire("turnId")


class ThreadUsage(WireModel):
    """An object, used by `GetAccountTokenUsageResponse`."""

    estimated_usage_credits_micros: int = wire("estimatedUsageCreditsMicros", format="int64")
    groups: list[ThreadUsageBreakdownGroup] = wire("groups")
    thread_id: str = wire("threadId")
    estimated_usage_usd_micros: int | None = wire(
        "estimatedUsageUsdMicros", default=None, format="int64"
    )


class ThreadUsageBreakdownGroup(WireModel):
    """An object, used by `ThreadUsage`."""

    estimated_usage_credits_micros: int = wire("estimatedUsageCreditsMicros", format="int64")
    cached_input_tokens: int | None = wire("cachedInputTokens", default=None, format="int64")
    input_tokens: int | None = wire("inputTokens", default=None, format="int64")
    model: str | None = wire("model", default=None)
    net_new_input_tokens: int | None = wire("netNewInputTokens", default=None, format="int64")
    output_tokens: int | None = wire("outputTokens", default=None, format="int64")
    reasoning_effort: str | None = wire("reasoningEffort", default=None)
    speed: str | None = wire("speed", default=None)
    total_tokens: int | None = wire("totalTokens", default=None, format="int64")


class TokenUsageBreakdown(WireModel):
    """An object, used by `RawResponseCompletedNotification` and `ThreadTokenUsage`."""

    cached_input_tokens: int = wire("cachedInputTokens", format="int64")
    input_tokens: int = wire("inputTokens", format="int64")
    output_tokens: int = wire("outputTokens", format="int64")
    reasoning_output_tokens: int = wire("reasoningOutputTokens", format="int64")
    total_tokens: int = wire("totalTokens", format="int64")
    cache_write_input_tokens: int = wire("cacheWriteInputTokens", default=0, format="int64")


class TurnThreadUnreadPosition(WireModel):
    """One shape of `ThreadUnreadPosition`, tagged `turn`."""

    type: Literal["turn"] = wire("type", default="turn")
    turn_id: str = wire("turnId")


class UnreadThreadReadStateOperation(WireModel):
    """One shape of `ThreadReadStateOperation`, tagged `unread`."""

    type: Literal["unread"] = wire("type", default="unread")


ThreadPredictionResult: TypeAlias = (
    CompletedThreadPredictionResult | FailedThreadPredictionResult | UnknownVariant
)
"""A union, used by `ThreadPredictionUpdatedNotification`."""

ThreadReadStateOperation: TypeAlias = (
    ReadThreadReadStateOperation | UnreadThreadReadStateOperation | UnknownVariant
)
"""A union, used by `ThreadReadStateUpdateParams`."""

ThreadUnreadPosition: TypeAlias = (
    ThreadStartThreadUnreadPosition | TurnThreadUnreadPosition | UnknownVariant
)
"""A union, used by `ThreadReadState`."""
