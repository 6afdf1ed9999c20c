"""Thread types of the app-server protocol, generated from the pinned schema.

Do not edit: `python -m schema.generator` writes this file.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, TypeAlias

from .._model import OMITTED, JsonValue, Omitted, OpenEnum, OpenLabel, WireModel, wire
from ..unknown import UnknownVariant
from .turn import MultiAgentModeKind

if TYPE_CHECKING:
    from .common import (
        AbsolutePathBuf,
        LegacyAppPathString,
        Personality,
        ReasoningEffort,
        SortDirection,
    )
    from .environment import SelectedCapabilityRoot
    from .permission import (
        ActivePermissionProfile,
        ApprovalsReviewer,
        AskForApproval,
        SandboxMode,
        SandboxPolicy,
    )
    from .response_item import ResponseItem
    from .thread_history import TurnsPage
    from .thread_state import ThreadReadState, ThreadSection
    from .tool import DynamicToolSpec
    from .turn import CollaborationMode, MultiAgentMode, Turn, TurnEnvironmentParams, TurnItemsView

__all__ = [
    "ActiveThreadStatus",
    "AgentPath",
    "ContextCompactedNotification",
    "CustomSessionSource",
    "GitInfo",
    "IdleThreadStatus",
    "NotLoadedThreadStatus",
    "OtherSubAgentSource",
    "SessionSource",
    "SessionSourceKind",
    "SubAgentSessionSource",
    "SubAgentSource",
    "SubAgentSourceKind",
    "SystemErrorThreadStatus",
    "Thread",
    "ThreadActiveFlag",
    "ThreadApproveGuardianDeniedActionParams",
    "ThreadApproveGuardianDeniedActionResponse",
    "ThreadArchiveParams",
    "ThreadArchiveResponse",
    "ThreadArchivedNotification",
    "ThreadClosedNotification",
    "ThreadCompactStartParams",
    "ThreadCompactStartResponse",
    "ThreadDecrementElicitationParams",
    "ThreadDecrementElicitationResponse",
    "ThreadDeleteParams",
    "ThreadDeleteResponse",
    "ThreadDeletedNotification",
    "ThreadEnvironment",
    "ThreadExtra",
    "ThreadForkParams",
    "ThreadForkResponse",
    "ThreadHistoryMode",
    "ThreadId",
    "ThreadIncrementElicitationParams",
    "ThreadIncrementElicitationResponse",
    "ThreadListCwdFilter",
    "ThreadListParams",
    "ThreadListResponse",
    "ThreadLoadedListParams",
    "ThreadLoadedListResponse",
    "ThreadReadParams",
    "ThreadReadResponse",
    "ThreadResumeInitialTurnsPageParams",
    "ThreadResumeParams",
    "ThreadResumeResponse",
    "ThreadShellCommandParams",
    "ThreadShellCommandResponse",
    "ThreadSortKey",
    "ThreadSource",
    "ThreadSourceKind",
    "ThreadSpawnSubAgentSource",
    "ThreadSpawnSubAgentSourceBody",
    "ThreadStartParams",
    "ThreadStartResponse",
    "ThreadStartSource",
    "ThreadStartedNotification",
    "ThreadStatus",
    "ThreadStatusChangedNotification",
    "ThreadUnarchiveParams",
    "ThreadUnarchiveResponse",
    "ThreadUnarchivedNotification",
    "ThreadUnsubscribeParams",
    "ThreadUnsubscribeResponse",
    "ThreadUnsubscribeStatus",
]


class SessionSourceKind(OpenEnum):
    """The plain-string shapes of `SessionSource`."""

    CLI = "cli"
    VSCODE = "vscode"
    EXEC = "exec"
    APP_SERVER = "appServer"
    UNKNOWN = "unknown"


class SubAgentSourceKind(OpenEnum):
    """The plain-string shapes of `SubAgentSource`."""

    REVIEW = "review"
    COMPACT = "compact"
    MEMORY_CONSOLIDATION = "memory_consolidation"


class ThreadActiveFlag(OpenEnum):
    """An open enum, used by `ActiveThreadStatus`."""

    WAITING_ON_APPROVAL = "waitingOnApproval"
    WAITING_ON_USER_INPUT = "waitingOnUserInput"


class ThreadHistoryMode(OpenEnum):
    """An open enum, used by `Thread` and `ThreadStartParams`."""

    LEGACY = "legacy"
    PAGINATED = "paginated"


class ThreadSortKey(OpenEnum):
    """An open enum, used by `ThreadListParams`."""

    CREATED_AT = "created_at"
    UPDATED_AT = "updated_at"
    RECENCY_AT = "recency_at"
    SECTION_POSITION = "section_position"


class ThreadSource(OpenLabel):
    """An open enum, used by `Thread`, `ThreadForkParams` and `ThreadStartParams`."""

    USER = "user"
    SUBAGENT = "subagent"
    MEMORY_CONSOLIDATION = "memory_consolidation"


class ThreadSourceKind(OpenEnum):
    """An open enum, used by `ThreadListParams` and `ThreadSearchParams`."""

    CLI = "cli"
    VSCODE = "vscode"
    EXEC = "exec"
    APP_SERVER = "appServer"
    SUB_AGENT = "subAgent"
    SUB_AGENT_REVIEW = "subAgentReview"
    SUB_AGENT_COMPACT = "subAgentCompact"
    SUB_AGENT_THREAD_SPAWN = "subAgentThreadSpawn"
    SUB_AGENT_OTHER = "subAgentOther"
    UNKNOWN = "unknown"


class ThreadStartSource(OpenEnum):
    """An open enum, used by `ThreadStartParams`."""

    STARTUP = "startup"
    CLEAR = "clear"


class ThreadUnsubscribeStatus(OpenEnum):
    """An open enum, used by `ThreadUnsubscribeResponse`."""

    NOT_LOADED = "notLoaded"
    NOT_SUBSCRIBED = "notSubscribed"
    UNSUBSCRIBED = "unsubscribed"


class ActiveThreadStatus(WireModel):
    """One shape of `ThreadStatus`, tagged `active`."""

    type: Literal["active"] = wire("type", default="active")
    active_flags: list[ThreadActiveFlag] = wire("activeFlags")


class ContextCompactedNotification(WireModel):
    """Payload of the `thread/compacted` notification."""

    thread_id: str = wire("threadId")
    turn_id: str = wire("turnId")


class CustomSessionSource(WireModel):
    """One shape of `SessionSource`, with the key `custom`."""

    custom: str = wire("custom")


class GitInfo(WireModel):
    """An object, used by `Thread`."""

    branch: str | None = wire("branch", default=None)
    origin_url: str | None = wire("originUrl", default=None)
    sha: str | None = wire("sha", default=None)


class IdleThreadStatus(WireModel):
    """One shape of `ThreadStatus`, tagged `idle`."""

    type: Literal["idle"] = wire("type", default="idle")


class NotLoadedThreadStatus(WireModel):
    """One shape of `ThreadStatus`, tagged `notLoaded`."""

    type: Literal["notLoaded"] = wire("type", default="notLoaded")


class OtherSubAgentSource(WireModel):
    """One shape of `SubAgentSource`, with the key `other`."""

    other: str = wire("other")


class SubAgentSessionSource(WireModel):
    """One shape of `SessionSource`, with the key `subAgent`."""

    sub_agent: SubAgentSource = wire("subAgent")


class SystemErrorThreadStatus(WireModel):
    """One shape of `ThreadStatus`, tagged `systemError`."""

    type: Literal["systemError"] = wire("type", default="systemError")


class Thread(WireModel):
    """An object, used by `ThreadForkResponse` and 9 more."""

    cli_version: str = wire("cliVersion")
    created_at: int = wire("createdAt", format="int64")
    cwd: AbsolutePathBuf = wire("cwd")
    ephemeral: bool = wire("ephemeral")
    id: str = wire("id")
    model_provider: str = wire("modelProvider")
    preview: str = wire("preview")
    session_id: str = wire("sessionId")
    source: SessionSource = wire("source")
    status: ThreadStatus = wire("status")
    turns: list[Turn] = wire("turns")
    updated_at: int = wire("updatedAt", format="int64")
    agent_nickname: str | None = wire("agentNickname", default=None)
    agent_role: str | None = wire("agentRole", default=None)
    can_accept_direct_input: bool | None = wire(
        "canAcceptDirectInput", default=None, experimental=True
    )
    daybreak_enabled: bool | None = wire("daybreakEnabled", default=None, experimental=True)
    environments: list[ThreadEnvironment] | None = wire(
        "environments", default=None, experimental=True
    )
    extra: ThreadExtra | None = wire("extra", default=None, experimental=True, untyped=True)
    forked_from_id: str | None = wire("forkedFromId", default=None)
    git_info: GitInfo | None = wire("gitInfo", default=None)
    history_mode: ThreadHistoryMode = wire("historyMode", default=ThreadHistoryMode.LEGACY)
    model: str | None = wire("model", default=None)
    name: str | None = wire("name", default=None)
    originator: str | None = wire("originator", default=None)
    parent_thread_id: str | None = wire("parentThreadId", default=None)
    path: str | None = wire("path", default=None)
    project_id: str | None = wire("projectId", default=None)
    reasoning_effort: ReasoningEffort | None = wire("reasoningEffort", default=None)
    recency_at: int | None = wire("recencyAt", default=None, format="int64")
    section: ThreadSection | None = wire("section", default=None)
    section_entered_at: int | None = wire("sectionEnteredAt", default=None, format="int64")
    thread_source: ThreadSource | None = wire("threadSource", default=None)


class ThreadApproveGuardianDeniedActionParams(WireModel):
    """Params of `thread/approveGuardianDeniedAction`."""

    event: JsonValue = wire("event", untyped=True)
    thread_id: str = wire("threadId")


class ThreadApproveGuardianDeniedActionResponse(WireModel):
    """Result of `thread/approveGuardianDeniedAction`."""


class ThreadArchiveParams(WireModel):
    """Params of `thread/archive`."""

    thread_id: str = wire("threadId")


class ThreadArchiveResponse(WireModel):
    """Result of `thread/archive`."""


class ThreadArchivedNotification(WireModel):
    """Payload of the `thread/archived` notification."""

    thread_id: str = wire("threadId")


class ThreadClosedNotification(WireModel):
    """Payload of the `thread/closed` notification."""

    thread_id: str = wire("threadId")


class ThreadCompactStartParams(WireModel):
    """Params of `thread/compact/start`."""

    thread_id: str = wire("threadId")


class ThreadCompactStartResponse(WireModel):
    """Result of `thread/compact/start`."""


class ThreadDecrementElicitationParams(WireModel):
    """Params of `thread/decrement_elicitation`."""

    thread_id: str = wire("threadId")


class ThreadDecrementElicitationResponse(WireModel):
    """Result of `thread/decrement_elicitation`."""

    count: int = wire("count", format="int64")
    paused: bool = wire("paused")


class ThreadDeleteParams(WireModel):
    """Params of `thread/delete`."""

    thread_id: str = wire("threadId")


class ThreadDeleteResponse(WireModel):
    """Result of `thread/delete`."""


class ThreadDeletedNotification(WireModel):
    """Payload of the `thread/deleted` notification."""

    thread_id: str = wire("threadId")


class ThreadEnvironment(WireModel):
    """An object, used by `Thread`."""

    cwd: LegacyAppPathString = wire("cwd")
    environment_id: str = wire("environmentId")
    runtime_workspace_roots: list[LegacyAppPathString] = wire("runtimeWorkspaceRoots")


class ThreadForkParams(WireModel):
    """Params of `thread/fork`."""

    thread_id: str = wire("threadId")
    approval_policy: AskForApproval | None | Omitted = wire("approvalPolicy", default=OMITTED)
    approvals_reviewer: ApprovalsReviewer | None | Omitted = wire(
        "approvalsReviewer", default=OMITTED
    )
    base_instructions: str | None | Omitted = wire("baseInstructions", default=OMITTED)
    before_turn_id: str | None | Omitted = wire("beforeTurnId", default=OMITTED, experimental=True)
    config: dict[str, JsonValue] | None | Omitted = wire("config", default=OMITTED, untyped=True)
    cwd: str | None | Omitted = wire("cwd", default=OMITTED)
    defer_goal_continuation: bool | Omitted = wire(
        "deferGoalContinuation", default=OMITTED, experimental=True
    )
    developer_instructions: str | None | Omitted = wire("developerInstructions", default=OMITTED)
    ephemeral: bool | Omitted = wire("ephemeral", default=OMITTED)
    exclude_turns: bool | Omitted = wire("excludeTurns", default=OMITTED)
    experimental_prediction_mode: bool | Omitted = wire(
        "experimentalPredictionMode", default=OMITTED, experimental=True
    )
    last_turn_id: str | None | Omitted = wire("lastTurnId", default=OMITTED)
    model: str | None | Omitted = wire("model", default=OMITTED)
    model_provider: str | None | Omitted = wire("modelProvider", default=OMITTED)
    path: str | None | Omitted = wire("path", default=OMITTED, experimental=True)
    permissions: str | None | Omitted = wire("permissions", default=OMITTED, experimental=True)
    runtime_workspace_roots: list[AbsolutePathBuf] | None | Omitted = wire(
        "runtimeWorkspaceRoots", default=OMITTED, experimental=True
    )
    sandbox: SandboxMode | None | Omitted = wire("sandbox", default=OMITTED)
    service_tier: str | None | Omitted = wire("serviceTier", default=OMITTED)
    thread_source: ThreadSource | None | Omitted = wire("threadSource", default=OMITTED)


class ThreadForkResponse(WireModel):
    """Result of `thread/fork`."""

    approval_policy: AskForApproval = wire("approvalPolicy")
    approvals_reviewer: ApprovalsReviewer = wire("approvalsReviewer")
    cwd: AbsolutePathBuf = wire("cwd")
    model: str = wire("model")
    model_provider: str = wire("modelProvider")
    sandbox: SandboxPolicy = wire("sandbox")
    thread: Thread = wire("thread")
    active_permission_profile: ActivePermissionProfile | None = wire(
        "activePermissionProfile", default=None, experimental=True
    )
    disabled_plugin_ids: list[str] = wire("disabledPluginIds", factory=list)
    instruction_sources: list[LegacyAppPathString] = wire("instructionSources", factory=list)
    multi_agent_mode: MultiAgentMode = wire(
        "multiAgentMode", default=MultiAgentModeKind.EXPLICIT_REQUEST_ONLY, experimental=True
    )
    reasoning_effort: ReasoningEffort | None = wire("reasoningEffort", default=None)
    runtime_workspace_roots: list[AbsolutePathBuf] = wire(
        "runtimeWorkspaceRoots", factory=list, experimental=True
    )
    service_tier: str | None = wire("serviceTier", default=None)


class ThreadIncrementElicitationParams(WireModel):
    """Params of `thread/increment_elicitation`."""

    thread_id: str = wire("threadId")


class ThreadIncrementElicitationResponse(WireModel):
    """Result of `thread/increment_elicitation`."""

    count: int = wire("count", format="int64")
    paused: bool = wire("paused")


class ThreadListParams(WireModel):
    """Params of `thread/list`."""

    ancestor_thread_id: str | None | Omitted = wire(
        "ancestorThreadId", default=OMITTED, experimental=True
    )
    archived: bool | None | Omitted = wire("archived", default=OMITTED)
    cursor: str | None | Omitted = wire("cursor", default=OMITTED)
    cwd: ThreadListCwdFilter | None | Omitted = wire("cwd", default=OMITTED)
    excluded_thread_ids: list[str] | None | Omitted = wire("excludedThreadIds", default=OMITTED)
    limit: int | None | Omitted = wire("limit", default=OMITTED, format="uint32")
    model_providers: list[str] | None | Omitted = wire("modelProviders", default=OMITTED)
    originators: list[str] | None | Omitted = wire("originators", default=OMITTED)
    parent_thread_id: str | None | Omitted = wire(
        "parentThreadId", default=OMITTED, experimental=True
    )
    project_id: str | None | Omitted = wire("projectId", default=OMITTED, experimental=True)
    search_term: str | None | Omitted = wire("searchTerm", default=OMITTED)
    section_id: str | None | Omitted = wire("sectionId", default=OMITTED)
    sort_direction: SortDirection | None | Omitted = wire("sortDirection", default=OMITTED)
    sort_key: ThreadSortKey | None | Omitted = wire("sortKey", default=OMITTED)
    source_kinds: list[ThreadSourceKind] | None | Omitted = wire("sourceKinds", default=OMITTED)
    use_state_db_only: bool | Omitted = wire("useStateDbOnly", default=OMITTED)


class ThreadListResponse(WireModel):
    """Result of `thread/list`."""

    data: list[Thread] = wire("data")
    backwards_cursor: str | None = wire("backwardsCursor", default=None)
    next_cursor: str | None = wire("nextCursor", default=None)
    read_states: dict[str, ThreadReadState] | None = wire(
        "readStates", default=None, experimental=True
    )


class ThreadLoadedListParams(WireModel):
    """Params of `thread/loaded/list`."""

    cursor: str | None | Omitted = wire("cursor", default=OMITTED)
    limit: int | None | Omitted = wire("limit", default=OMITTED, format="uint32")


class ThreadLoadedListResponse(WireModel):
    """Result of `thread/loaded/list`."""

    data: list[str] = wire("data")
    next_cursor: str | None = wire("nextCursor", default=None)


class ThreadReadParams(WireModel):
    """Params of `thread/read`."""

    thread_id: str = wire("threadId")
    include_turns: bool | Omitted = wire("includeTurns", default=OMITTED)


class ThreadReadResponse(WireModel):
    """Result of `thread/read`."""

    thread: Thread = wire("thread")
    read_state: ThreadReadState | None = wire("readState", default=None, experimental=True)


class ThreadResumeInitialTurnsPageParams(WireModel):
    """An object, used by `ThreadResumeParams`."""

    items_view: TurnItemsView | None | Omitted = wire("itemsView", default=OMITTED)
    limit: int | None | Omitted = wire("limit", default=OMITTED, format="uint32")
    sort_direction: SortDirection | None | Omitted = wire("sortDirection", default=OMITTED)


class ThreadResumeParams(WireModel):
    """Params of `thread/resume`."""

    thread_id: str = wire("threadId")
    approval_policy: AskForApproval | None | Omitted = wire("approvalPolicy", default=OMITTED)
    approvals_reviewer: ApprovalsReviewer | None | Omitted = wire(
        "approvalsReviewer", default=OMITTED
    )
    base_instructions: str | None | Omitted = wire("baseInstructions", default=OMITTED)
    config: dict[str, JsonValue] | None | Omitted = wire("config", default=OMITTED, untyped=True)
    cwd: str | None | Omitted = wire("cwd", default=OMITTED)
    developer_instructions: str | None | Omitted = wire("developerInstructions", default=OMITTED)
    exclude_turns: bool | Omitted = wire("excludeTurns", default=OMITTED)
    history: list[ResponseItem] | None | Omitted = wire(
        "history", default=OMITTED, experimental=True
    )
    initial_turns_page: ThreadResumeInitialTurnsPageParams | None | Omitted = wire(
        "initialTurnsPage", default=OMITTED, experimental=True
    )
    model: str | None | Omitted = wire("model", default=OMITTED)
    model_provider: str | None | Omitted = wire("modelProvider", default=OMITTED)
    path: str | None | Omitted = wire("path", default=OMITTED, experimental=True)
    permissions: str | None | Omitted = wire("permissions", default=OMITTED, experimental=True)
    personality: Personality | None | Omitted = wire("personality", default=OMITTED)
    runtime_workspace_roots: list[AbsolutePathBuf] | None | Omitted = wire(
        "runtimeWorkspaceRoots", default=OMITTED, experimental=True
    )
    sandbox: SandboxMode | None | Omitted = wire("sandbox", default=OMITTED)
    service_tier: str | None | Omitted = wire("serviceTier", default=OMITTED)


class ThreadResumeResponse(WireModel):
    """Result of `thread/resume`."""

    approval_policy: AskForApproval = wire("approvalPolicy")
    approvals_reviewer: ApprovalsReviewer = wire("approvalsReviewer")
    cwd: AbsolutePathBuf = wire("cwd")
    model: str = wire("model")
    model_provider: str = wire("modelProvider")
    sandbox: SandboxPolicy = wire("sandbox")
    thread: Thread = wire("thread")
    active_permission_profile: ActivePermissionProfile | None = wire(
        "activePermissionProfile", default=None, experimental=True
    )
    collaboration_mode: CollaborationMode | None = wire("collaborationMode", default=None)
    disabled_plugin_ids: list[str] = wire("disabledPluginIds", factory=list)
    initial_turns_page: TurnsPage | None = wire("initialTurnsPage", default=None, experimental=True)
    instruction_sources: list[LegacyAppPathString] = wire("instructionSources", factory=list)
    items_backwards_cursor: str | None = wire("itemsBackwardsCursor", default=None)
    multi_agent_mode: MultiAgentMode = wire(
        "multiAgentMode", default=MultiAgentModeKind.EXPLICIT_REQUEST_ONLY, experimental=True
    )
    reasoning_effort: ReasoningEffort | None = wire("reasoningEffort", default=None)
    runtime_workspace_roots: list[AbsolutePathBuf] = wire(
        "runtimeWorkspaceRoots", factory=list, experimental=True
    )
    service_tier: str | None = wire("serviceTier", default=None)
    turns_backwards_cursor: str | None = wire("turnsBackwardsCursor", default=None)


class ThreadShellCommandParams(WireModel):
    """Params of `thread/shellCommand`."""

    command: str = wire("command")
    thread_id: str = wire("threadId")
    timeout_ms: int | None | Omitted = wire("timeoutMs", default=OMITTED, format="int64")


class ThreadShellCommandResponse(WireModel):
    """Result of `thread/shellCommand`."""


class ThreadSpawnSubAgentSource(WireModel):
    """One shape of `SubAgentSource`, with the key `thread_spawn`."""

    thread_spawn: ThreadSpawnSubAgentSourceBody = wire("thread_spawn")


class ThreadSpawnSubAgentSourceBody(WireModel):
    """An object, used by `ThreadSpawnSubAgentSource`."""

    depth: int = wire("depth", format="int32")
    parent_thread_id: ThreadId = wire("parent_thread_id")
    agent_nickname: str | None = wire("agent_nickname", default=None)
    agent_path: AgentPath | None = wire("agent_path", default=None)
    agent_role: str | None = wire("agent_role", default=None)


class ThreadStartParams(WireModel):
    """Params of `thread/start`."""

    allow_provider_model_fallback: bool | Omitted = wire(
        "allowProviderModelFallback", default=OMITTED, experimental=True
    )
    approval_policy: AskForApproval | None | Omitted = wire("approvalPolicy", default=OMITTED)
    approvals_reviewer: ApprovalsReviewer | None | Omitted = wire(
        "approvalsReviewer", default=OMITTED
    )
    base_instructions: str | None | Omitted = wire("baseInstructions", default=OMITTED)
    config: dict[str, JsonValue] | None | Omitted = wire("config", default=OMITTED, untyped=True)
    cwd: str | None | Omitted = wire("cwd", default=OMITTED)
    daybreak_enabled: bool | None | Omitted = wire(
        "daybreakEnabled", default=OMITTED, experimental=True
    )
    developer_instructions: str | None | Omitted = wire("developerInstructions", default=OMITTED)
    dynamic_tools: list[DynamicToolSpec] | None | Omitted = wire(
        "dynamicTools", default=OMITTED, experimental=True
    )
    environments: list[TurnEnvironmentParams] | None | Omitted = wire(
        "environments", default=OMITTED, experimental=True
    )
    ephemeral: bool | None | Omitted = wire("ephemeral", default=OMITTED)
    experimental_raw_events: bool | Omitted = wire(
        "experimentalRawEvents", default=OMITTED, experimental=True
    )
    history_mode: ThreadHistoryMode | None | Omitted = wire(
        "historyMode", default=OMITTED, experimental=True
    )
    mock_experimental_field: str | None | Omitted = wire(
        "mockExperimentalField", default=OMITTED, experimental=True
    )
    model: str | None | Omitted = wire("model", default=OMITTED)
    model_provider: str | None | Omitted = wire("modelProvider", default=OMITTED)
    multi_agent_mode: MultiAgentMode | None | Omitted = wire(
        "multiAgentMode", default=OMITTED, experimental=True
    )
    permissions: str | None | Omitted = wire("permissions", default=OMITTED, experimental=True)
    personality: Personality | None | Omitted = wire("personality", default=OMITTED)
    project_id: str | None | Omitted = wire("projectId", default=OMITTED, experimental=True)
    runtime_workspace_roots: list[AbsolutePathBuf] | None | Omitted = wire(
        "runtimeWorkspaceRoots", default=OMITTED, experimental=True
    )
    sandbox: SandboxMode | None | Omitted = wire("sandbox", default=OMITTED)
    selected_capability_roots: list[SelectedCapabilityRoot] | None | Omitted = wire(
        "selectedCapabilityRoots", default=OMITTED, experimental=True
    )
    service_name: str | None | Omitted = wire("serviceName", default=OMITTED)
    service_tier: str | None | Omitted = wire("serviceTier", default=OMITTED)
    session_start_source: ThreadStartSource | None | Omitted = wire(
        "sessionStartSource", default=OMITTED
    )
    thread_source: ThreadSource | None | Omitted = wire("threadSource", default=OMITTED)


class ThreadStartResponse(WireModel):
    """Result of `thread/start`."""

    approval_policy: AskForApproval = wire("approvalPolicy")
    approvals_reviewer: ApprovalsReviewer = wire("approvalsReviewer")
    cwd: AbsolutePathBuf = wire("cwd")
    model: str = wire("model")
    model_provider: str = wire("modelProvider")
    sandbox: SandboxPolicy = wire("sandbox")
    thread: Thread = wire("thread")
    active_permission_profile: ActivePermissionProfile | None = wire(
        "activePermissionProfile", default=None, experimental=True
    )
    disabled_plugin_ids: list[str] = wire("disabledPluginIds", factory=list)
    instruction_sources: list[LegacyAppPathString] = wire("instructionSources", factory=list)
    multi_agent_mode: MultiAgentMode = wire(
        "multiAgentMode", default=MultiAgentModeKind.EXPLICIT_REQUEST_ONLY, experimental=True
    )
    reasoning_effort: ReasoningEffort | None = wire("reasoningEffort", default=None)
    runtime_workspace_roots: list[AbsolutePathBuf] = wire(
        "runtimeWorkspaceRoots", factory=list, experimental=True
    )
    service_tier: str | None = wire("serviceTier", default=None)


class ThreadStartedNotification(WireModel):
    """Payload of the `thread/started` notification."""

    thread: Thread = wire("thread")


class ThreadStatusChangedNotification(WireModel):
    """Payload of the `thread/status/changed` notification."""

    status: ThreadStatus = wire("status")
    thread_id: str = wire("threadId")


class ThreadUnarchiveParams(WireModel):
    """Params of `thread/unarchive`."""

    thread_id: str = wire("threadId")


class ThreadUnarchiveResponse(WireModel):
    """Result of `thread/unarchive`."""

    thread: Thread = wire("thread")


class ThreadUnarchivedNotification(WireModel):
    """Payload of the `thread/unarchived` notification."""

    thread_id: str = wire("threadId")


class ThreadUnsubscribeParams(WireModel):
    """Params of `thread/unsubscribe`."""

    thread_id: str = wire("threadId")


class ThreadUnsubscribeResponse(WireModel):
    """Result of `thread/unsubscribe`."""

    status: ThreadUnsubscribeStatus = wire("status")


AgentPath: TypeAlias = str
"""`str`, used by `ThreadSpawnSubAgentSourceBody`."""

SessionSource: TypeAlias = (
    CustomSessionSource | SubAgentSessionSource | SessionSourceKind | UnknownVariant
)
"""A union, used by `Thread`."""

SubAgentSource: TypeAlias = (
    ThreadSpawnSubAgentSource | OtherSubAgentSource | SubAgentSourceKind | UnknownVariant
)
"""A union, used by `SubAgentSessionSource`."""

ThreadExtra: TypeAlias = dict[str, JsonValue]
"""`dict[str, JsonValue]`, used by `Thread`."""

ThreadId: TypeAlias = str
"""`str`, used by `ApplyPatchApprovalParams` and 2 more."""

ThreadListCwdFilter: TypeAlias = str | list[str] | UnknownVariant
"""A union, used by `ThreadListParams`."""

ThreadStatus: TypeAlias = (
    NotLoadedThreadStatus
    | IdleThreadStatus
    | SystemErrorThreadStatus
    | ActiveThreadStatus
    | UnknownVariant
)
"""A union, used by `Thread` and `ThreadStatusChangedNotification`."""
