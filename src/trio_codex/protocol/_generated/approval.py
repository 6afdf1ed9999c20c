"""Approval types of the app-server protocol, generated from the pinned schema.

Do not edit: `python -m schema.generator` writes this file.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, TypeAlias

from .._model import OMITTED, Omitted, OpenEnum, WireModel, wire
from ..unknown import UnknownVariant

if TYPE_CHECKING:
    from .common import AbsolutePathBuf, LegacyAppPathString
    from .item import CommandAction
    from .permission import (
        AdditionalFileSystemPermissions,
        AdditionalNetworkPermissions,
        AdditionalPermissionProfile,
    )
    from .thread import ThreadId

__all__ = [
    "AcceptWithExecpolicyAmendmentCommandExecutionApprovalDecision",
    "AcceptWithExecpolicyAmendmentCommandExecutionApprovalDecisionBody",
    "AddFileChange",
    "ApplyNetworkPolicyAmendmentCommandExecutionApprovalDecision",
    "ApplyNetworkPolicyAmendmentCommandExecutionApprovalDecisionBody",
    "ApplyPatchApprovalParams",
    "ApplyPatchApprovalResponse",
    "ApplyPatchGuardianApprovalReviewAction",
    "ApprovedExecpolicyAmendmentReviewDecision",
    "ApprovedExecpolicyAmendmentReviewDecisionBody",
    "AutoReviewDecisionSource",
    "CommandExecutionApprovalDecision",
    "CommandExecutionApprovalDecisionKind",
    "CommandExecutionApprovalKind",
    "CommandExecutionRequestApprovalParams",
    "CommandExecutionRequestApprovalResponse",
    "CommandGuardianApprovalReviewAction",
    "DeleteFileChange",
    "DeniedReviewDecision",
    "DeniedReviewDecisionBody",
    "ExecCommandApprovalParams",
    "ExecCommandApprovalResponse",
    "ExecveGuardianApprovalReviewAction",
    "FileChange",
    "FileChangeApprovalDecision",
    "FileChangeRequestApprovalParams",
    "FileChangeRequestApprovalResponse",
    "GrantedPermissionProfile",
    "GuardianApprovalReview",
    "GuardianApprovalReviewAction",
    "GuardianApprovalReviewStatus",
    "GuardianCommandSource",
    "GuardianRiskLevel",
    "GuardianUserAuthorization",
    "GuardianWarningNotification",
    "ItemGuardianApprovalReviewCompletedNotification",
    "ItemGuardianApprovalReviewStartedNotification",
    "ListFilesParsedCommand",
    "McpToolCallGuardianApprovalReviewAction",
    "NetworkAccessGuardianApprovalReviewAction",
    "NetworkApprovalContext",
    "NetworkApprovalProtocol",
    "NetworkPolicyAmendment",
    "NetworkPolicyAmendmentReviewDecision",
    "NetworkPolicyAmendmentReviewDecisionBody",
    "NetworkPolicyRuleAction",
    "ParsedCommand",
    "PermissionGrantScope",
    "PermissionsRequestApprovalParams",
    "PermissionsRequestApprovalResponse",
    "ReadParsedCommand",
    "RequestPermissionProfile",
    "RequestPermissionsGuardianApprovalReviewAction",
    "ReviewDecision",
    "ReviewDecisionKind",
    "SearchParsedCommand",
    "StrictReviewRequiredNotification",
    "UnknownParsedCommand",
    "UpdateFileChange",
    "WriteStdinGuardianApprovalReviewAction",
]


class AutoReviewDecisionSource(OpenEnum):
    """An open enum, used by `ItemGuardianApprovalReviewCompletedNotification`."""

    AGENT = "agent"


class CommandExecutionApprovalDecisionKind(OpenEnum):
    """The plain-string shapes of `CommandExecutionApprovalDecision`."""

    ACCEPT = "accept"
    ACCEPT_FOR_SESSION = "acceptForSession"
    DECLINE = "decline"
    CANCEL = "cancel"


class CommandExecutionApprovalKind(OpenEnum):
    """An open enum, used by `CommandExecutionRequestApprovalParams`."""

    COMMAND = "command"
    WRITE_STDIN = "writeStdin"


class FileChangeApprovalDecision(OpenEnum):
    """An open enum, used by `FileChangeRequestApprovalResponse`."""

    ACCEPT = "accept"
    ACCEPT_FOR_SESSION = "acceptForSession"
    DECLINE = "decline"
    CANCEL = "cancel"


class GuardianApprovalReviewStatus(OpenEnum):
    """An open enum, used by `GuardianApprovalReview`."""

    IN_PROGRESS = "inProgress"
    APPROVED = "approved"
    DENIED = "denied"
    TIMED_OUT = "timedOut"
    ABORTED = "aborted"


class GuardianCommandSource(OpenEnum):
    """An open enum, used by `CommandGuardianApprovalReviewAction` and 1 more."""

    SHELL = "shell"
    UNIFIED_EXEC = "unifiedExec"


class GuardianRiskLevel(OpenEnum):
    """An open enum, used by `GuardianApprovalReview`."""

    LOW = "low"
    MEDIUM = "medium"
    HIGH = "high"
    CRITICAL = "critical"


class GuardianUserAuthorization(OpenEnum):
    """An open enum, used by `GuardianApprovalReview`."""

    UNKNOWN = "unknown"
    LOW = "low"
    MEDIUM = "medium"
    HIGH = "high"


class NetworkApprovalProtocol(OpenEnum):
    """An open enum, used by `NetworkAccessGuardianApprovalReviewAction` and 1 more."""

    HTTP = "http"
    HTTPS = "https"
    SOCKS5_TCP = "socks5Tcp"
    SOCKS5_UDP = "socks5Udp"


class NetworkPolicyRuleAction(OpenEnum):
    """An open enum, used by `NetworkPolicyAmendment`."""

    ALLOW = "allow"
    DENY = "deny"


class PermissionGrantScope(OpenEnum):
    """An open enum, used by `PermissionsRequestApprovalResponse`."""

    TURN = "turn"
    SESSION = "session"


class ReviewDecisionKind(OpenEnum):
    """The plain-string shapes of `ReviewDecision`."""

    APPROVED = "approved"
    APPROVED_FOR_SESSION = "approved_for_session"
    APPROVED_MCP_POLICY_AMENDMENT = "approved_mcp_policy_amendment"
    TIMED_OUT = "timed_out"
    ABORT = "abort"


class AcceptWithExecpolicyAmendmentCommandExecutionApprovalDecision(WireModel):
    """One shape of `CommandExecutionApprovalDecision`, with the key `acceptWithExecpolicyAmendment`."""

    accept_with_execpolicy_amendment: AcceptWithExecpolicyAmendmentCommandExecutionApprovalDecisionBody = wire(
        "acceptWithExecpolicyAmendment"
    )


class AcceptWithExecpolicyAmendmentCommandExecutionApprovalDecisionBody(WireModel):
    """An object, used by `AcceptWithExecpolicyAmendmentCommandExecutionApprovalDecision`."""

    execpolicy_amendment: list[str] = wire("execpolicy_amendment")


class AddFileChange(WireModel):
    """One shape of `FileChange`, tagged `add`."""

    type: Literal["add"] = wire("type", default="add")
    content: str = wire("content")


class ApplyNetworkPolicyAmendmentCommandExecutionApprovalDecision(WireModel):
    """One shape of `CommandExecutionApprovalDecision`, with the key `applyNetworkPolicyAmendment`."""

    apply_network_policy_amendment: ApplyNetworkPolicyAmendmentCommandExecutionApprovalDecisionBody = wire(
        "applyNetworkPolicyAmendment"
    )


class ApplyNetworkPolicyAmendmentCommandExecutionApprovalDecisionBody(WireModel):
    """An object, used by `ApplyNetworkPolicyAmendmentCommandExecutionApprovalDecision`."""

    network_policy_amendment: NetworkPolicyAmendment = wire("network_policy_amendment")


class ApplyPatchApprovalParams(WireModel):
    """Params of the server request `applyPatchApproval`."""

    call_id: str = wire("callId")
    conversation_id: ThreadId = wire("conversationId")
    file_changes: dict[str, FileChange] = wire("fileChanges")
    grant_root: str | None = wire("grantRoot", default=None)
    reason: str | None = wire("reason", default=None)


class ApplyPatchApprovalResponse(WireModel):
    """Our answer to the server request `applyPatchApproval`."""

    decision: ReviewDecision = wire("decision")


class ApplyPatchGuardianApprovalReviewAction(WireModel):
    """One shape of `GuardianApprovalReviewAction`, tagged `applyPatch`."""

    type: Literal["applyPatch"] = wire("type", default="applyPatch")
    cwd: LegacyAppPathString = wire("cwd")
    files: list[LegacyAppPathString] = wire("files")


class ApprovedExecpolicyAmendmentReviewDecision(WireModel):
    """One shape of `ReviewDecision`, with the key `approved_execpolicy_amendment`."""

    approved_execpolicy_amendment: ApprovedExecpolicyAmendmentReviewDecisionBody = wire(
        "approved_execpolicy_amendment"
    )


class ApprovedExecpolicyAmendmentReviewDecisionBody(WireModel):
    """An object, used by `ApprovedExecpolicyAmendmentReviewDecision`."""

    proposed_execpolicy_amendment: list[str] = wire("proposed_execpolicy_amendment")


class CommandExecutionRequestApprovalParams(WireModel):
    """Params of the server request `item/commandExecution/requestApproval`."""

    item_id: str = wire("itemId")
    started_at_ms: int = wire("startedAtMs", format="int64")
    thread_id: str = wire("threadId")
    turn_id: str = wire("turnId")
    additional_permissions: AdditionalPermissionProfile | None = wire(
        "additionalPermissions", default=None, experimental=True
    )
    approval_id: str | None = wire("approvalId", default=None)
    available_decisions: list[CommandExecutionApprovalDecision] | None = wire(
        "availableDecisions", default=None, experimental=True
    )
    command: str | None = wire("command", default=None)
    command_actions: list[CommandAction] | None = wire("commandActions", default=None)
    cwd: LegacyAppPathString | None = wire("cwd", default=None)
    environment_id: str | None = wire("environmentId", default=None)
    kind: CommandExecutionApprovalKind = wire("kind", default=CommandExecutionApprovalKind.COMMAND)
    network_approval_context: NetworkApprovalContext | None = wire(
        "networkApprovalContext", default=None
    )
    proposed_execpolicy_amendment: list[str] | None = wire(
        "proposedExecpolicyAmendment", default=None
    )
    proposed_network_policy_amendments: list[NetworkPolicyAmendment] | None = wire(
        "proposedNetworkPolicyAmendments", default=None
    )
    reason: str | None = wire("reason", default=None)


class CommandExecutionRequestApprovalResponse(WireModel):
    """Our answer to the server request `item/commandExecution/requestApproval`."""

    decision: CommandExecutionApprovalDecision = wire("decision")


class CommandGuardianApprovalReviewAction(WireModel):
    """One shape of `GuardianApprovalReviewAction`, tagged `command`."""

    type: Literal["command"] = wire("type", default="command")
    command: str = wire("command")
    cwd: LegacyAppPathString = wire("cwd")
    source: GuardianCommandSource = wire("source")


class DeleteFileChange(WireModel):
    """One shape of `FileChange`, tagged `delete`."""

    type: Literal["delete"] = wire("type", default="delete")
    content: str = wire("content")


class DeniedReviewDecision(WireModel):
    """One shape of `ReviewDecision`, with the key `denied`."""

    denied: DeniedReviewDecisionBody = wire("denied")


class DeniedReviewDecisionBody(WireModel):
    """An object, used by `DeniedReviewDecision`."""

    rejection: str = wire("rejection")


class ExecCommandApprovalParams(WireModel):
    """Params of the server request `execCommandApproval`."""

    call_id: str = wire("callId")
    command: list[str] = wire("command")
    conversation_id: ThreadId = wire("conversationId")
    cwd: str = wire("cwd")
    parsed_cmd: list[ParsedCommand] = wire("parsedCmd")
    approval_id: str | None = wire("approvalId", default=None)
    reason: str | None = wire("reason", default=None)


class ExecCommandApprovalResponse(WireModel):
    """Our answer to the server request `execCommandApproval`."""

    decision: ReviewDecision = wire("decision")


class ExecveGuardianApprovalReviewAction(WireModel):
    """One shape of `GuardianApprovalReviewAction`, tagged `execve`."""

    type: Literal["execve"] = wire("type", default="execve")
    argv: list[str] = wire("argv")
    cwd: AbsolutePathBuf = wire("cwd")
    program: str = wire("program")
    source: GuardianCommandSource = wire("source")


class FileChangeRequestApprovalParams(WireModel):
    """Params of the server request `item/fileChange/requestApproval`."""

    item_id: str = wire("itemId")
    started_at_ms: int = wire("startedAtMs", format="int64")
    thread_id: str = wire("threadId")
    turn_id: str = wire("turnId")
    grant_root: str | None = wire("grantRoot", default=None)
    reason: str | None = wire("reason", default=None)


class FileChangeRequestApprovalResponse(WireModel):
    """Our answer to the server request `item/fileChange/requestApproval`."""

    decision: FileChangeApprovalDecision = wire("decision")


class GrantedPermissionProfile(WireModel):
    """An object, used by `PermissionsRequestApprovalResponse`."""

    file_system: AdditionalFileSystemPermissions | None | Omitted = wire(
        "fileSystem", default=OMITTED
    )
    network: AdditionalNetworkPermissions | None | Omitted = wire("network", default=OMITTED)


class GuardianApprovalReview(WireModel):
    """An object, used by `ItemGuardianApprovalReviewCompletedNotification` and 1 more."""

    status: GuardianApprovalReviewStatus = wire("status")
    rationale: str | None = wire("rationale", default=None)
    risk_level: GuardianRiskLevel | None = wire("riskLevel", default=None)
    user_authorization: GuardianUserAuthorization | None = wire("userAuthorization", default=None)


class GuardianWarningNotification(WireModel):
    """Payload of the `guardianWarning` notification."""

    message: str = wire("message")
    thread_id: str = wire("threadId")


class ItemGuardianApprovalReviewCompletedNotification(WireModel):
    """Payload of the `item/autoApprovalReview/completed` notification."""

    action: GuardianApprovalReviewAction = wire("action")
    completed_at_ms: int = wire("completedAtMs", format="int64")
    decision_source: AutoReviewDecisionSource = wire("decisionSource")
    review: GuardianApprovalReview = wire("review")
    review_id: str = wire("reviewId")
    started_at_ms: int = wire("startedAtMs", format="int64")
    thread_id: str = wire("threadId")
    turn_id: str = wire("turnId")
    target_item_id: str | None = wire("targetItemId", default=None)


class ItemGuardianApprovalReviewStartedNotification(WireModel):
    """Payload of the `item/autoApprovalReview/started` notification."""

    action: GuardianApprovalReviewAction = wire("action")
    review: GuardianApprovalReview = wire("review")
    review_id: str = wire("reviewId")
    started_at_ms: int = wire("startedAtMs", format="int64")
    thread_id: str = wire("threadId")
    turn_id: str = wire("turnId")
    target_item_id: str | None = wire("targetItemId", default=None)


class ListFilesParsedCommand(WireModel):
    """One shape of `ParsedCommand`, tagged `list_files`."""

    type: Literal["list_files"] = wire("type", default="list_files")
    cmd: str = wire("cmd")
    path: str | None = wire("path", default=None)


class McpToolCallGuardianApprovalReviewAction(WireModel):
    """One shape of `GuardianApprovalReviewAction`, tagged `mcpToolCall`."""

    type: Literal["mcpToolCall"] = wire("type", default="mcpToolCall")
    server: str = wire("server")
    tool_name: str = wire("toolName")
    connector_id: str | None = wire("connectorId", default=None)
    connector_name: str | None = wire("connectorName", default=None)
    tool_title: str | None = wire("toolTitle", default=None)


class NetworkAccessGuardianApprovalReviewAction(WireModel):
    """One shape of `GuardianApprovalReviewAction`, tagged `networkAccess`."""

    type: Literal["networkAccess"] = wire("type", default="networkAccess")
    host: str = wire("host")
    port: int = wire("port", format="uint16")
    protocol: NetworkApprovalProtocol = wire("protocol")
    target: str = wire("target")


class NetworkApprovalContext(WireModel):
    """An object, used by `CommandExecutionRequestApprovalParams`."""

    host: str = wire("host")
    protocol: NetworkApprovalProtocol = wire("protocol")


class NetworkPolicyAmendment(WireModel):
    """An object, used by `ApplyNetworkPolicyAmendmentCommandExecutionApprovalDecisionBody` and 2 more."""

    action: NetworkPolicyRuleAction = wire("action")
    host: str = wire("host")


class NetworkPolicyAmendmentReviewDecision(WireModel):
    """One shape of `ReviewDecision`, with the key `network_policy_amendment`."""

    network_policy_amendment: NetworkPolicyAmendmentReviewDecisionBody = wire(
        "network_policy_amendment"
    )


class NetworkPolicyAmendmentReviewDecisionBody(WireModel):
    """An object, used by `NetworkPolicyAmendmentReviewDecision`."""

    network_policy_amendment: NetworkPolicyAmendment = wire("network_policy_amendment")


class PermissionsRequestApprovalParams(WireModel):
    """Params of the server request `item/permissions/requestApproval`."""

    cwd: LegacyAppPathString = wire("cwd")
    item_id: str = wire("itemId")
    permissions: RequestPermissionProfile = wire("permissions")
    started_at_ms: int = wire("startedAtMs", format="int64")
    thread_id: str = wire("threadId")
    turn_id: str = wire("turnId")
    environment_id: str | None = wire("environmentId", default=None)
    reason: str | None = wire("reason", default=None)


class PermissionsRequestApprovalResponse(WireModel):
    """Our answer to the server request `item/permissions/requestApproval`."""

    permissions: GrantedPermissionProfile = wire("permissions")
    scope: PermissionGrantScope | Omitted = wire("scope", default=OMITTED)
    strict_auto_review: bool | None | Omitted = wire("strictAutoReview", default=OMITTED)


class ReadParsedCommand(WireModel):
    """One shape of `ParsedCommand`, tagged `read`."""

    type: Literal["read"] = wire("type", default="read")
    cmd: str = wire("cmd")
    name: str = wire("name")
    path: str = wire("path")


class RequestPermissionProfile(WireModel):
    """An object, used by `PermissionsRequestApprovalParams` and 1 more."""

    file_system: AdditionalFileSystemPermissions | None = wire("fileSystem", default=None)
    network: AdditionalNetworkPermissions | None = wire("network", default=None)


class RequestPermissionsGuardianApprovalReviewAction(WireModel):
    """One shape of `GuardianApprovalReviewAction`, tagged `requestPermissions`."""

    type: Literal["requestPermissions"] = wire("type", default="requestPermissions")
    permissions: RequestPermissionProfile = wire("permissions")
    reason: str | None = wire("reason", default=None)


class SearchParsedCommand(WireModel):
    """One shape of `ParsedCommand`, tagged `search`."""

    type: Literal["search"] = wire("type", default="search")
    cmd: str = wire("cmd")
    path: str | None = wire("path", default=None)
    query: str | None = wire("query", default=None)


class StrictReviewRequiredNotification(WireModel):
    """Payload of the `autoApprovalReview/strictReviewRequired` notification."""

    started_at_ms: int = wire("startedAtMs", format="int64")
    thread_id: str = wire("threadId")
    turn_id: str = wire("turnId")


class UnknownParsedCommand(WireModel):
    """One shape of `ParsedCommand`, tagged `unknown`."""

    type: Literal["unknown"] = wire("type", default="unknown")
    cmd: str = wire("cmd")


class UpdateFileChange(WireModel):
    """One shape of `FileChange`, tagged `update`."""

    type: Literal["update"] = wire("type", default="update")
    unified_diff: str = wire("unified_diff")
    move_path: str | None = wire("move_path", default=None)


class WriteStdinGuardianApprovalReviewAction(WireModel):
    """One shape of `GuardianApprovalReviewAction`, tagged `writeStdin`."""

    type: Literal["writeStdin"] = wire("type", default="writeStdin")
    approval_id: str = wire("approvalId")
    cwd: LegacyAppPathString = wire("cwd")
    process_id: str = wire("processId")
    stdin: str = wire("stdin")


CommandExecutionApprovalDecision: TypeAlias = (
    AcceptWithExecpolicyAmendmentCommandExecutionApprovalDecision
    | ApplyNetworkPolicyAmendmentCommandExecutionApprovalDecision
    | CommandExecutionApprovalDecisionKind
    | UnknownVariant
)
"""A union, used by `CommandExecutionRequestApprovalParams` and 1 more."""

FileChange: TypeAlias = AddFileChange | DeleteFileChange | UpdateFileChange | UnknownVariant
"""A union, used by `ApplyPatchApprovalParams`."""

GuardianApprovalReviewAction: TypeAlias = (
    CommandGuardianApprovalReviewAction
    | ExecveGuardianApprovalReviewAction
    | WriteStdinGuardianApprovalReviewAction
    | ApplyPatchGuardianApprovalReviewAction
    | NetworkAccessGuardianApprovalReviewAction
    | McpToolCallGuardianApprovalReviewAction
    | RequestPermissionsGuardianApprovalReviewAction
    | UnknownVariant
)
"""A union, used by `ItemGuardianApprovalReviewCompletedNotification` and 1 more."""

ParsedCommand: TypeAlias = (
    ReadParsedCommand
    | ListFilesParsedCommand
    | SearchParsedCommand
    | UnknownParsedCommand
    | UnknownVariant
)
"""A union, used by `ExecCommandApprovalParams`."""

ReviewDecision: TypeAlias = (
    ApprovedExecpolicyAmendmentReviewDecision
    | NetworkPolicyAmendmentReviewDecision
    | DeniedReviewDecision
    | ReviewDecisionKind
    | UnknownVariant
)
"""A union, used by `ApplyPatchApprovalResponse` and `ExecCommandApprovalResponse`."""
