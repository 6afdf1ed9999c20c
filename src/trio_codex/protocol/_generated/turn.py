"""Turn types of the app-server protocol, generated from the pinned schema.

Do not edit: `python -m schema.generator` writes this file.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

from .._model import OMITTED, JsonValue, Omitted, OpenEnum, WireModel, wire
from ..unknown import UnknownVariant

if TYPE_CHECKING:
    from .account import CyberAccessProgram
    from .common import (
        AbsolutePathBuf,
        LegacyAppPathString,
        Personality,
        ReasoningEffort,
        ReasoningSummary,
    )
    from .config import Settings
    from .item import ThreadItem, UserInput
    from .permission import AdditionalContextEntry, ApprovalsReviewer, AskForApproval, SandboxPolicy
    from .response_item import FunctionCallOutputBody

__all__ = [
    "ActiveTurnNotSteerableCodexErrorInfo",
    "ActiveTurnNotSteerableCodexErrorInfoBody",
    "CodexErrorInfo",
    "CodexErrorInfoKind",
    "CollaborationMode",
    "CollaborationModeListParams",
    "CollaborationModeListResponse",
    "CollaborationModeMask",
    "CustomMultiAgentMode",
    "ErrorNotification",
    "HttpConnectionFailedCodexErrorInfo",
    "HttpConnectionFailedCodexErrorInfoBody",
    "MisalignmentErrorDetails",
    "MisalignmentSteer",
    "ModeKind",
    "MultiAgentMode",
    "MultiAgentModeKind",
    "MultiAgentVersion",
    "NonSteerableTurnKind",
    "ResponseStreamConnectionFailedCodexErrorInfo",
    "ResponseStreamConnectionFailedCodexErrorInfoBody",
    "ResponseStreamDisconnectedCodexErrorInfo",
    "ResponseStreamDisconnectedCodexErrorInfoBody",
    "ResponseTooManyFailedAttemptsCodexErrorInfo",
    "ResponseTooManyFailedAttemptsCodexErrorInfoBody",
    "Turn",
    "TurnCompletedNotification",
    "TurnDiffUpdatedNotification",
    "TurnEnvironmentParams",
    "TurnError",
    "TurnInterruptParams",
    "TurnInterruptResponse",
    "TurnItemsView",
    "TurnModerationMetadataNotification",
    "TurnPlanStep",
    "TurnPlanStepStatus",
    "TurnPlanUpdatedNotification",
    "TurnSettingsUpdateParams",
    "TurnSettingsUpdateResponse",
    "TurnSettingsUpdateStatus",
    "TurnStartParams",
    "TurnStartResponse",
    "TurnStartedNotification",
    "TurnStatus",
    "TurnSteerParams",
    "TurnSteerResponse",
    "TurnToolOutput",
]


class CodexErrorInfoKind(OpenEnum):
    """The plain-string shapes of `CodexErrorInfo`."""

    CONTEXT_WINDOW_EXCEEDED = "contextWindowExceeded"
    SESSION_BUDGET_EXCEEDED = "sessionBudgetExceeded"
    USAGE_LIMIT_EXCEEDED = "usageLimitExceeded"
    RATE_LIMIT_EXCEEDED = "rateLimitExceeded"
    FLEX_UNAVAILABLE = "flexUnavailable"
    SERVER_OVERLOADED = "serverOverloaded"
    CYBER_POLICY = "cyberPolicy"
    MISALIGNMENT_POLICY_VIOLATION = "misalignmentPolicyViolation"
    TOO_MANY_DENIALS = "tooManyDenials"
    INTERNAL_SERVER_ERROR = "internalServerError"
    UNAUTHORIZED = "unauthorized"
    BAD_REQUEST = "badRequest"
    THREAD_ROLLBACK_FAILED = "threadRollbackFailed"
    SANDBOX_ERROR = "sandboxError"
    OTHER = "other"


class ModeKind(OpenEnum):
    """An open enum, used by `CollaborationMode` and `CollaborationModeMask`."""

    PLAN = "plan"
    DEFAULT = "default"


class MultiAgentModeKind(OpenEnum):
    """The plain-string shapes of `MultiAgentMode`."""

    EXPLICIT_REQUEST_ONLY = "explicitRequestOnly"
    PROACTIVE = "proactive"


class MultiAgentVersion(OpenEnum):
    """An open enum, used by `Model`."""

    DISABLED = "disabled"
    V1 = "v1"
    V2 = "v2"


class NonSteerableTurnKind(OpenEnum):
    """An open enum, used by `ActiveTurnNotSteerableCodexErrorInfoBody`."""

    REVIEW = "review"
    COMPACT = "compact"


class TurnItemsView(OpenEnum):
    """An open enum, used by `ThreadResumeInitialTurnsPageParams` and 2 more."""

    NOT_LOADED = "notLoaded"
    SUMMARY = "summary"
    FULL = "full"


class TurnPlanStepStatus(OpenEnum):
    """An open enum, used by `TurnPlanStep`."""

    PENDING = "pending"
    IN_PROGRESS = "inProgress"
    COMPLETED = "completed"


class TurnSettingsUpdateStatus(OpenEnum):
    """An open enum, used by `TurnSettingsUpdateResponse`."""

    APPLIED = "applied"
    TARGET_UNAVAILABLE = "targetUnavailable"


class TurnStatus(OpenEnum):
    """An open enum, used by `Turn` and `TurnCompletedThreadTimelineEntry`."""

    COMPLETED = "completed"
    INTERRUPTED = "interrupted"
    FAILED = "failed"
    IN_PROGRESS = "inProgress"


class ActiveTurnNotSteerableCodexErrorInfo(WireModel):
    """One shape of `CodexErrorInfo`, with the key `activeTurnNotSteerable`."""

    active_turn_not_steerable: ActiveTurnNotSteerableCodexErrorInfoBody = wire(
        "activeTurnNotSteerable"
    )


class ActiveTurnNotSteerableCodexErrorInfoBody(WireModel):
    """An object, used by `ActiveTurnNotSteerableCodexErrorInfo`."""

    turn_kind: NonSteerableTurnKind = wire("turnKind")


class CollaborationMode(WireModel):
    """An object, used by `ThreadResumeResponse` and 3 more."""

    mode: ModeKind = wire("mode")
    settings: Settings = wire("settings")


class CollaborationModeListParams(WireModel):
    """Params of `collaborationMode/list`."""


class CollaborationModeListResponse(WireModel):
    """Result of `collaborationMode/list`."""

    data: list[CollaborationModeMask] = wire("data")


class CollaborationModeMask(WireModel):
    """An object, used by `CollaborationModeListResponse`."""

    name: str = wire("name")
    mode: ModeKind | None = wire("mode", default=None)
    model: str | None = wire("model", default=None)
    reasoning_effort: ReasoningEffort | None = wire("reasoning_effort", default=None)


class CustomMultiAgentMode(WireModel):
    """One shape of `MultiAgentMode`, with the key `custom`."""

    custom: str = wire("custom")


class ErrorNotification(WireModel):
    """Payload of the `error` notification."""

    error: TurnError = wire("error")
    thread_id: str = wire("threadId")
    turn_id: str = wire("turnId")
    will_retry: bool = wire("willRetry")


class HttpConnectionFailedCodexErrorInfo(WireModel):
    """One shape of `CodexErrorInfo`, with the key `httpConnectionFailed`."""

    http_connection_failed: HttpConnectionFailedCodexErrorInfoBody = wire("httpConnectionFailed")


class HttpConnectionFailedCodexErrorInfoBody(WireModel):
    """An object, used by `HttpConnectionFailedCodexErrorInfo`."""

    http_status_code: int | None = wire("httpStatusCode", default=None, format="uint16")


class MisalignmentErrorDetails(WireModel):
    """An object, used by `TurnError`."""

    detailed_explanation: str | None = wire("detailedExplanation", default=None)
    error_type: str | None = wire("errorType", default=None)
    review_target: str | None = wire("reviewTarget", default=None)
    steer: MisalignmentSteer | None = wire("steer", default=None)


class MisalignmentSteer(WireModel):
    """An object, used by `MisalignmentErrorDetails`."""

    message: str = wire("message")


class ResponseStreamConnectionFailedCodexErrorInfo(WireModel):
    """One shape of `CodexErrorInfo`, with the key `responseStreamConnectionFailed`."""

    response_stream_connection_failed: ResponseStreamConnectionFailedCodexErrorInfoBody = wire(
        "responseStreamConnectionFailed"
    )


class ResponseStreamConnectionFailedCodexErrorInfoBody(WireModel):
    """An object, used by `ResponseStreamConnectionFailedCodexErrorInfo`."""

    http_status_code: int | None = wire("httpStatusCode", default=None, format="uint16")


class ResponseStreamDisconnectedCodexErrorInfo(WireModel):
    """One shape of `CodexErrorInfo`, with the key `responseStreamDisconnected`."""

    response_stream_disconnected: ResponseStreamDisconnectedCodexErrorInfoBody = wire(
        "responseStreamDisconnected"
    )


class ResponseStreamDisconnectedCodexErrorInfoBody(WireModel):
    """An object, used by `ResponseStreamDisconnectedCodexErrorInfo`."""

    http_status_code: int | None = wire("httpStatusCode", default=None, format="uint16")


class ResponseTooManyFailedAttemptsCodexErrorInfo(WireModel):
    """One shape of `CodexErrorInfo`, with the key `responseTooManyFailedAttempts`."""

    response_too_many_failed_attempts: ResponseTooManyFailedAttemptsCodexErrorInfoBody = wire(
        "responseTooManyFailedAttempts"
    )


class ResponseTooManyFailedAttemptsCodexErrorInfoBody(WireModel):
    """An object, used by `ResponseTooManyFailedAttemptsCodexErrorInfo`."""

    http_status_code: int | None = wire("httpStatusCode", default=None, format="uint16")


class Turn(WireModel):
    """An object, used by `ReviewStartResponse` and 7 more."""

    id: str = wire("id")
    items: list[ThreadItem] = wire("items")
    status: TurnStatus = wire("status")
    completed_at: int | None = wire("completedAt", default=None, format="int64")
    duration_ms: int | None = wire("durationMs", default=None, format="int64")
    error: TurnError | None = wire("error", default=None)
    items_view: TurnItemsView = wire("itemsView", default=TurnItemsView.FULL)
    root_turn_id: str | None = wire("rootTurnId", default=None)
    started_at: int | None = wire("startedAt", default=None, format="int64")


class TurnCompletedNotification(WireModel):
    """Payload of the `turn/completed` notification."""

    thread_id: str = wire("threadId")
    turn: Turn = wire("turn")


class TurnDiffUpdatedNotification(WireModel):
    """Payload of the `turn/diff/updated` notification."""

    diff: str = wire("diff")
    thread_id: str = wire("threadId")
    turn_id: str = wire("turnId")


class TurnEnvironmentParams(WireModel):
    """An object, used by `ThreadStartParams` and `TurnStartParams`."""

    cwd: LegacyAppPathString = wire("cwd")
    environment_id: str = wire("environmentId")
    runtime_workspace_roots: list[LegacyAppPathString] | None | Omitted = wire(
        "runtimeWorkspaceRoots", default=OMITTED
    )


class TurnError(WireModel):
    """An object, used by `ErrorNotification`, `Turn` and `TurnCompletedThreadTimelineEntry`."""

    message: str = wire("message")
    additional_details: str | None = wire("additionalDetails", default=None)
    codex_error_info: CodexErrorInfo | None = wire("codexErrorInfo", default=None)
    misalignment: MisalignmentErrorDetails | None = wire("misalignment", default=None)


class TurnInterruptParams(WireModel):
    """Params of `turn/interrupt`."""

    thread_id: str = wire("threadId")
    turn_id: str = wire("turnId")


class TurnInterruptResponse(WireModel):
    """Result of `turn/interrupt`."""


class TurnModerationMetadataNotification(WireModel):
    """Payload of the `turn/moderationMetadata` notification."""

    metadata: JsonValue = wire("metadata", untyped=True)
    thread_id: str = wire("threadId")
    turn_id: str = wire("turnId")


class TurnPlanStep(WireModel):
    """An object, used by `TurnPlanUpdatedNotification`."""

    status: TurnPlanStepStatus = wire("status")
    step: str = wire("step")


class TurnPlanUpdatedNotification(WireModel):
    """Payload of the `turn/plan/updated` notification."""

    plan: list[TurnPlanStep] = wire("plan")
    thread_id: str = wire("threadId")
    turn_id: str = wire("turnId")
    explanation: str | None = wire("explanation", default=None)


class TurnSettingsUpdateParams(WireModel):
    """Params of `turn/settings/update`."""

    thread_id: str = wire("threadId")
    turn_id: str = wire("turnId")
    approvals_reviewer: ApprovalsReviewer | None | Omitted = wire(
        "approvalsReviewer", default=OMITTED
    )
    effort: ReasoningEffort | None | Omitted = wire("effort", default=OMITTED)
    model: str | None | Omitted = wire("model", default=OMITTED)
    service_tier: str | None | Omitted = wire("serviceTier", default=OMITTED)
    summary: ReasoningSummary | None | Omitted = wire("summary", default=OMITTED)


class TurnSettingsUpdateResponse(WireModel):
    """Result of `turn/settings/update`."""

    status: TurnSettingsUpdateStatus = wire("status")


class TurnStartParams(WireModel):
    """Params of `turn/start`."""

    input: list[UserInput] = wire("input")
    thread_id: str = wire("threadId")
    additional_context: dict[str, AdditionalContextEntry] | None | Omitted = wire(
        "additionalContext", default=OMITTED, experimental=True
    )
    approval_policy: AskForApproval | None | Omitted = wire("approvalPolicy", default=OMITTED)
    approvals_reviewer: ApprovalsReviewer | None | Omitted = wire(
        "approvalsReviewer", default=OMITTED
    )
    client_user_message_id: str | None | Omitted = wire("clientUserMessageId", default=OMITTED)
    collaboration_mode: CollaborationMode | None | Omitted = wire(
        "collaborationMode", default=OMITTED, experimental=True
    )
    cwd: str | None | Omitted = wire("cwd", default=OMITTED)
    cyber_access_program: CyberAccessProgram | None | Omitted = wire(
        "cyberAccessProgram", default=OMITTED, experimental=True
    )
    disabled_plugin_ids: list[str] | None | Omitted = wire("disabledPluginIds", default=OMITTED)
    effort: ReasoningEffort | None | Omitted = wire("effort", default=OMITTED)
    environments: list[TurnEnvironmentParams] | None | Omitted = wire(
        "environments", default=OMITTED, experimental=True
    )
    model: str | None | Omitted = wire("model", default=OMITTED)
    multi_agent_mode: MultiAgentMode | None | Omitted = wire(
        "multiAgentMode", default=OMITTED, experimental=True
    )
    output_schema: JsonValue | Omitted = wire("outputSchema", default=OMITTED, untyped=True)
    parent_turn_id: str | None | Omitted = wire("parentTurnId", default=OMITTED)
    permissions: str | None | Omitted = wire("permissions", default=OMITTED, experimental=True)
    personality: Personality | None | Omitted = wire("personality", default=OMITTED)
    responsesapi_client_metadata: dict[str, str] | None | Omitted = wire(
        "responsesapiClientMetadata", default=OMITTED, experimental=True
    )
    root_turn_id: str | None | Omitted = wire("rootTurnId", default=OMITTED)
    runtime_workspace_roots: list[AbsolutePathBuf] | None | Omitted = wire(
        "runtimeWorkspaceRoots", default=OMITTED, experimental=True
    )
    sandbox_policy: SandboxPolicy | None | Omitted = wire("sandboxPolicy", default=OMITTED)
    service_tier: str | None | Omitted = wire("serviceTier", default=OMITTED)
    service_tier_for_turn: str | None | Omitted = wire("serviceTierForTurn", default=OMITTED)
    summary: ReasoningSummary | None | Omitted = wire("summary", default=OMITTED)
    tool_output: TurnToolOutput | None | Omitted = wire("toolOutput", default=OMITTED)
    turn_trigger: str | None | Omitted = wire("turnTrigger", default=OMITTED)


class TurnStartResponse(WireModel):
    """Result of `turn/start`."""

    turn: Turn = wire("turn")


class TurnStartedNotification(WireModel):
    """Payload of the `turn/started` notification."""

    thread_id: str = wire("threadId")
    turn: Turn = wire("turn")


class TurnSteerParams(WireModel):
    """Params of `turn/steer`."""

    expected_turn_id: str = wire("expectedTurnId")
    input: list[UserInput] = wire("input")
    thread_id: str = wire("threadId")
    additional_context: dict[str, AdditionalContextEntry] | None | Omitted = wire(
        "additionalContext", default=OMITTED, experimental=True
    )
    client_user_message_id: str | None | Omitted = wire("clientUserMessageId", default=OMITTED)
    responsesapi_client_metadata: dict[str, str] | None | Omitted = wire(
        "responsesapiClientMetadata", default=OMITTED, experimental=True
    )


class TurnSteerResponse(WireModel):
    """Result of `turn/steer`."""

    turn_id: str = wire("turnId")


class TurnToolOutput(WireModel):
    """An object, used by `TurnStartParams`."""

    name: str = wire("name")
    output: FunctionCallOutputBody = wire("output")
    namespace: str | None | Omitted = wire("namespace", default=OMITTED)
    retain: bool | Omitted = wire("retain", default=OMITTED)


CodexErrorInfo: TypeAlias = (
    HttpConnectionFailedCodexErrorInfo
    | ResponseStreamConnectionFailedCodexErrorInfo
    | ResponseStreamDisconnectedCodexErrorInfo
    | ResponseTooManyFailedAttemptsCodexErrorInfo
    | ActiveTurnNotSteerableCodexErrorInfo
    | CodexErrorInfoKind
    | UnknownVariant
)
"""A union, used by `TurnError`."""

MultiAgentMode: TypeAlias = CustomMultiAgentMode | MultiAgentModeKind | UnknownVariant
"""A union, used by `ThreadForkResponse` and 6 more."""
