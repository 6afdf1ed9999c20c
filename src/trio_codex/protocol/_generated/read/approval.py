"""Fast readers: JSON as it was received to typed values.

Do not edit: `python -m schema.generator` writes this file.
"""

from __future__ import annotations

# The functions take JSON of any shape, and their speed is what they are for.
# mypy: allow-untyped-defs, allow-untyped-calls, no-check-untyped-defs, no-warn-return-any
from ..._fast import Members, Unfit, Variants, blank, later, unknown
from .. import approval as t

read_AdditionalFileSystemPermissions = later(
    globals(), "permission", "read_AdditionalFileSystemPermissions"
)
read_AdditionalNetworkPermissions = later(
    globals(), "permission", "read_AdditionalNetworkPermissions"
)
read_AdditionalPermissionProfile = later(
    globals(), "permission", "read_AdditionalPermissionProfile"
)
read_CommandAction = later(globals(), "item", "read_CommandAction")
new_AcceptWithExecpolicyAmendmentCommandExecutionApprovalDecision = blank(
    globals(), "AcceptWithExecpolicyAmendmentCommandExecutionApprovalDecision"
)


def read_AcceptWithExecpolicyAmendmentCommandExecutionApprovalDecision(v):
    o = new_AcceptWithExecpolicyAmendmentCommandExecutionApprovalDecision()
    o.accept_with_execpolicy_amendment = (
        read_AcceptWithExecpolicyAmendmentCommandExecutionApprovalDecisionBody(
            v["acceptWithExecpolicyAmendment"]
        )
    )
    o.__class__ = t.AcceptWithExecpolicyAmendmentCommandExecutionApprovalDecision
    return o


new_AcceptWithExecpolicyAmendmentCommandExecutionApprovalDecisionBody = blank(
    globals(), "AcceptWithExecpolicyAmendmentCommandExecutionApprovalDecisionBody"
)


def read_AcceptWithExecpolicyAmendmentCommandExecutionApprovalDecisionBody(v):
    o = new_AcceptWithExecpolicyAmendmentCommandExecutionApprovalDecisionBody()
    if type(x := v["execpolicy_amendment"]) is not list:
        raise Unfit
    for y in x:
        if type(y) is not str:
            raise Unfit
    o.execpolicy_amendment = x
    o.__class__ = t.AcceptWithExecpolicyAmendmentCommandExecutionApprovalDecisionBody
    return o


new_AddFileChange = blank(globals(), "AddFileChange")


def read_AddFileChange(v):
    o = new_AddFileChange()
    if v["type"] != "add":
        raise Unfit
    o.type = "add"
    if type(x := v["content"]) is not str:
        raise Unfit
    o.content = x
    o.__class__ = t.AddFileChange
    return o


new_ApplyNetworkPolicyAmendmentCommandExecutionApprovalDecision = blank(
    globals(), "ApplyNetworkPolicyAmendmentCommandExecutionApprovalDecision"
)


def read_ApplyNetworkPolicyAmendmentCommandExecutionApprovalDecision(v):
    o = new_ApplyNetworkPolicyAmendmentCommandExecutionApprovalDecision()
    o.apply_network_policy_amendment = (
        read_ApplyNetworkPolicyAmendmentCommandExecutionApprovalDecisionBody(
            v["applyNetworkPolicyAmendment"]
        )
    )
    o.__class__ = t.ApplyNetworkPolicyAmendmentCommandExecutionApprovalDecision
    return o


new_ApplyNetworkPolicyAmendmentCommandExecutionApprovalDecisionBody = blank(
    globals(), "ApplyNetworkPolicyAmendmentCommandExecutionApprovalDecisionBody"
)


def read_ApplyNetworkPolicyAmendmentCommandExecutionApprovalDecisionBody(v):
    o = new_ApplyNetworkPolicyAmendmentCommandExecutionApprovalDecisionBody()
    o.network_policy_amendment = read_NetworkPolicyAmendment(v["network_policy_amendment"])
    o.__class__ = t.ApplyNetworkPolicyAmendmentCommandExecutionApprovalDecisionBody
    return o


new_ApplyPatchApprovalParams = blank(globals(), "ApplyPatchApprovalParams")


def read_ApplyPatchApprovalParams(v):
    o = new_ApplyPatchApprovalParams()
    if type(x := v["callId"]) is not str:
        raise Unfit
    o.call_id = x
    if type(x := v["conversationId"]) is not str:
        raise Unfit
    o.conversation_id = x
    if type(x := v["fileChanges"]) is not dict:
        raise Unfit
    o.file_changes = {k: by_tag_FileChange[y["type"]](y) for k, y in x.items()}
    if (x := v.get("grantRoot")) is not None and type(x) is not str:
        raise Unfit
    o.grant_root = x
    if (x := v.get("reason")) is not None and type(x) is not str:
        raise Unfit
    o.reason = x
    o.__class__ = t.ApplyPatchApprovalParams
    return o


new_ApplyPatchGuardianApprovalReviewAction = blank(
    globals(), "ApplyPatchGuardianApprovalReviewAction"
)


def read_ApplyPatchGuardianApprovalReviewAction(v):
    o = new_ApplyPatchGuardianApprovalReviewAction()
    if v["type"] != "applyPatch":
        raise Unfit
    o.type = "applyPatch"
    if type(x := v["cwd"]) is not str:
        raise Unfit
    o.cwd = x
    if type(x := v["files"]) is not list:
        raise Unfit
    for y in x:
        if type(y) is not str:
            raise Unfit
    o.files = x
    o.__class__ = t.ApplyPatchGuardianApprovalReviewAction
    return o


read_AutoReviewDecisionSource = Members(t.AutoReviewDecisionSource).__getitem__


def read_CommandExecutionApprovalDecision(v):
    if type(v) is dict:
        if "acceptWithExecpolicyAmendment" in v:
            return read_AcceptWithExecpolicyAmendmentCommandExecutionApprovalDecision(v)
        if "applyNetworkPolicyAmendment" in v:
            return read_ApplyNetworkPolicyAmendmentCommandExecutionApprovalDecision(v)
        return unknown(v)
    if type(v) is str:
        return read_CommandExecutionApprovalDecisionKind(v)
    raise Unfit


read_CommandExecutionApprovalDecisionKind = Members(
    t.CommandExecutionApprovalDecisionKind
).__getitem__
read_CommandExecutionApprovalKind = Members(t.CommandExecutionApprovalKind).__getitem__
new_CommandExecutionRequestApprovalParams = blank(
    globals(), "CommandExecutionRequestApprovalParams"
)


def read_CommandExecutionRequestApprovalParams(v):
    o = new_CommandExecutionRequestApprovalParams()
    if type(x := v["itemId"]) is not str:
        raise Unfit
    o.item_id = x
    if type(x := v["startedAtMs"]) is not int:
        raise Unfit
    o.started_at_ms = x
    if type(x := v["threadId"]) is not str:
        raise Unfit
    o.thread_id = x
    if type(x := v["turnId"]) is not str:
        raise Unfit
    o.turn_id = x
    o.additional_permissions = (
        None
        if (x := v.get("additionalPermissions")) is None
        else read_AdditionalPermissionProfile(x)
    )
    if (x := v.get("approvalId")) is not None and type(x) is not str:
        raise Unfit
    o.approval_id = x
    x = v.get("availableDecisions")
    if x is not None:
        if type(x) is not list:
            raise Unfit
        x = [read_CommandExecutionApprovalDecision(y) for y in x]
    o.available_decisions = x
    if (x := v.get("command")) is not None and type(x) is not str:
        raise Unfit
    o.command = x
    x = v.get("commandActions")
    if x is not None:
        if type(x) is not list:
            raise Unfit
        x = [read_CommandAction(y) for y in x]
    o.command_actions = x
    if (x := v.get("cwd")) is not None and type(x) is not str:
        raise Unfit
    o.cwd = x
    if (x := v.get("environmentId")) is not None and type(x) is not str:
        raise Unfit
    o.environment_id = x
    if "kind" in v:
        o.kind = read_CommandExecutionApprovalKind(v["kind"])
    else:
        o.kind = t.CommandExecutionApprovalKind.COMMAND
    o.network_approval_context = (
        None if (x := v.get("networkApprovalContext")) is None else read_NetworkApprovalContext(x)
    )
    x = v.get("proposedExecpolicyAmendment")
    if x is not None:
        if type(x) is not list:
            raise Unfit
        for y in x:
            if type(y) is not str:
                raise Unfit
    o.proposed_execpolicy_amendment = x
    x = v.get("proposedNetworkPolicyAmendments")
    if x is not None:
        if type(x) is not list:
            raise Unfit
        x = [read_NetworkPolicyAmendment(y) for y in x]
    o.proposed_network_policy_amendments = x
    if (x := v.get("reason")) is not None and type(x) is not str:
        raise Unfit
    o.reason = x
    o.__class__ = t.CommandExecutionRequestApprovalParams
    return o


new_CommandGuardianApprovalReviewAction = blank(globals(), "CommandGuardianApprovalReviewAction")


def read_CommandGuardianApprovalReviewAction(v):
    o = new_CommandGuardianApprovalReviewAction()
    if v["type"] != "command":
        raise Unfit
    o.type = "command"
    if type(x := v["command"]) is not str:
        raise Unfit
    o.command = x
    if type(x := v["cwd"]) is not str:
        raise Unfit
    o.cwd = x
    o.source = read_GuardianCommandSource(v["source"])
    o.__class__ = t.CommandGuardianApprovalReviewAction
    return o


new_DeleteFileChange = blank(globals(), "DeleteFileChange")


def read_DeleteFileChange(v):
    o = new_DeleteFileChange()
    if v["type"] != "delete":
        raise Unfit
    o.type = "delete"
    if type(x := v["content"]) is not str:
        raise Unfit
    o.content = x
    o.__class__ = t.DeleteFileChange
    return o


new_ExecCommandApprovalParams = blank(globals(), "ExecCommandApprovalParams")


def read_ExecCommandApprovalParams(v):
    o = new_ExecCommandApprovalParams()
    if type(x := v["callId"]) is not str:
        raise Unfit
    o.call_id = x
    if type(x := v["command"]) is not list:
        raise Unfit
    for y in x:
        if type(y) is not str:
            raise Unfit
    o.command = x
    if type(x := v["conversationId"]) is not str:
        raise Unfit
    o.conversation_id = x
    if type(x := v["cwd"]) is not str:
        raise Unfit
    o.cwd = x
    if type(x := v["parsedCmd"]) is not list:
        raise Unfit
    o.parsed_cmd = [by_tag_ParsedCommand[y["type"]](y) for y in x]
    if (x := v.get("approvalId")) is not None and type(x) is not str:
        raise Unfit
    o.approval_id = x
    if (x := v.get("reason")) is not None and type(x) is not str:
        raise Unfit
    o.reason = x
    o.__class__ = t.ExecCommandApprovalParams
    return o


new_ExecveGuardianApprovalReviewAction = blank(globals(), "ExecveGuardianApprovalReviewAction")


def read_ExecveGuardianApprovalReviewAction(v):
    o = new_ExecveGuardianApprovalReviewAction()
    if v["type"] != "execve":
        raise Unfit
    o.type = "execve"
    if type(x := v["argv"]) is not list:
        raise Unfit
    for y in x:
        if type(y) is not str:
            raise Unfit
    o.argv = x
    if type(x := v["cwd"]) is not str:
        raise Unfit
    o.cwd = x
    if type(x := v["program"]) is not str:
        raise Unfit
    o.program = x
    o.source = read_GuardianCommandSource(v["source"])
    o.__class__ = t.ExecveGuardianApprovalReviewAction
    return o


def read_FileChange(v):
    return by_tag_FileChange[v["type"]](v)


new_FileChangeRequestApprovalParams = blank(globals(), "FileChangeRequestApprovalParams")


def read_FileChangeRequestApprovalParams(v):
    o = new_FileChangeRequestApprovalParams()
    if type(x := v["itemId"]) is not str:
        raise Unfit
    o.item_id = x
    if type(x := v["startedAtMs"]) is not int:
        raise Unfit
    o.started_at_ms = x
    if type(x := v["threadId"]) is not str:
        raise Unfit
    o.thread_id = x
    if type(x := v["turnId"]) is not str:
        raise Unfit
    o.turn_id = x
    if (x := v.get("grantRoot")) is not None and type(x) is not str:
        raise Unfit
    o.grant_root = x
    if (x := v.get("reason")) is not None and type(x) is not str:
        raise Unfit
    o.reason = x
    o.__class__ = t.FileChangeRequestApprovalParams
    return o


new_GuardianApprovalReview = blank(globals(), "GuardianApprovalReview")


def read_GuardianApprovalReview(v):
    o = new_GuardianApprovalReview()
    o.status = read_GuardianApprovalReviewStatus(v["status"])
    if (x := v.get("rationale")) is not None and type(x) is not str:
        raise Unfit
    o.rationale = x
    o.risk_level = None if (x := v.get("riskLevel")) is None else read_GuardianRiskLevel(x)
    o.user_authorization = (
        None if (x := v.get("userAuthorization")) is None else read_GuardianUserAuthorization(x)
    )
    o.__class__ = t.GuardianApprovalReview
    return o


def read_GuardianApprovalReviewAction(v):
    return by_tag_GuardianApprovalReviewAction[v["type"]](v)


read_GuardianApprovalReviewStatus = Members(t.GuardianApprovalReviewStatus).__getitem__
read_GuardianCommandSource = Members(t.GuardianCommandSource).__getitem__
read_GuardianRiskLevel = Members(t.GuardianRiskLevel).__getitem__
read_GuardianUserAuthorization = Members(t.GuardianUserAuthorization).__getitem__
new_GuardianWarningNotification = blank(globals(), "GuardianWarningNotification")


def read_GuardianWarningNotification(v):
    o = new_GuardianWarningNotification()
    if type(x := v["message"]) is not str:
        raise Unfit
    o.message = x
    if type(x := v["threadId"]) is not str:
        raise Unfit
    o.thread_id = x
    o.__class__ = t.GuardianWarningNotification
    return o


new_ItemGuardianApprovalReviewCompletedNotification = blank(
    globals(), "ItemGuardianApprovalReviewCompletedNotification"
)


def read_ItemGuardianApprovalReviewCompletedNotification(v):
    o = new_ItemGuardianApprovalReviewCompletedNotification()
    x = v["action"]
    o.action = by_tag_GuardianApprovalReviewAction[x["type"]](x)
    if type(x := v["completedAtMs"]) is not int:
        raise Unfit
    o.completed_at_ms = x
    o.decision_source = read_AutoReviewDecisionSource(v["decisionSource"])
    o.review = read_GuardianApprovalReview(v["review"])
    if type(x := v["reviewId"]) is not str:
        raise Unfit
    o.review_id = x
    if type(x := v["startedAtMs"]) is not int:
        raise Unfit
    o.started_at_ms = x
    if type(x := v["threadId"]) is not str:
        raise Unfit
    o.thread_id = x
    if type(x := v["turnId"]) is not str:
        raise Unfit
    o.turn_id = x
    if (x := v.get("targetItemId")) is not None and type(x) is not str:
        raise Unfit
    o.target_item_id = x
    o.__class__ = t.ItemGuardianApprovalReviewCompletedNotification
    return o


new_ItemGuardianApprovalReviewStartedNotification = blank(
    globals(), "ItemGuardianApprovalReviewStartedNotification"
)


def read_ItemGuardianApprovalReviewStartedNotification(v):
    o = new_ItemGuardianApprovalReviewStartedNotification()
    x = v["action"]
    o.action = by_tag_GuardianApprovalReviewAction[x["type"]](x)
    o.review = read_GuardianApprovalReview(v["review"])
    if type(x := v["reviewId"]) is not str:
        raise Unfit
    o.review_id = x
    if type(x := v["startedAtMs"]) is not int:
        raise Unfit
    o.started_at_ms = x
    if type(x := v["threadId"]) is not str:
        raise Unfit
    o.thread_id = x
    if type(x := v["turnId"]) is not str:
        raise Unfit
    o.turn_id = x
    if (x := v.get("targetItemId")) is not None and type(x) is not str:
        raise Unfit
    o.target_item_id = x
    o.__class__ = t.ItemGuardianApprovalReviewStartedNotification
    return o


new_ListFilesParsedCommand = blank(globals(), "ListFilesParsedCommand")


def read_ListFilesParsedCommand(v):
    o = new_ListFilesParsedCommand()
    if v["type"] != "list_files":
        raise Unfit
    o.type = "list_files"
    if type(x := v["cmd"]) is not str:
        raise Unfit
    o.cmd = x
    if (x := v.get("path")) is not None and type(x) is not str:
        raise Unfit
    o.path = x
    o.__class__ = t.ListFilesParsedCommand
    return o


new_McpToolCallGuardianApprovalReviewAction = blank(
    globals(), "McpToolCallGuardianApprovalReviewAction"
)


def read_McpToolCallGuardianApprovalReviewAction(v):
    o = new_McpToolCallGuardianApprovalReviewAction()
    if v["type"] != "mcpToolCall":
        raise Unfit
    o.type = "mcpToolCall"
    if type(x := v["server"]) is not str:
        raise Unfit
    o.server = x
    if type(x := v["toolName"]) is not str:
        raise Unfit
    o.tool_name = x
    if (x := v.get("connectorId")) is not None and type(x) is not str:
        raise Unfit
    o.connector_id = x
    if (x := v.get("connectorName")) is not None and type(x) is not str:
        raise Unfit
    o.connector_name = x
    if (x := v.get("toolTitle")) is not None and type(x) is not str:
        raise Unfit
    o.tool_title = x
    o.__class__ = t.McpToolCallGuardianApprovalReviewAction
    return o


new_NetworkAccessGuardianApprovalReviewAction = blank(
    globals(), "NetworkAccessGuardianApprovalReviewAction"
)


def read_NetworkAccessGuardianApprovalReviewAction(v):
    o = new_NetworkAccessGuardianApprovalReviewAction()
    if v["type"] != "networkAccess":
        raise Unfit
    o.type = "networkAccess"
    if type(x := v["host"]) is not str:
        raise Unfit
    o.host = x
    if type(x := v["port"]) is not int:
        raise Unfit
    o.port = x
    o.protocol = read_NetworkApprovalProtocol(v["protocol"])
    if type(x := v["target"]) is not str:
        raise Unfit
    o.target = x
    o.__class__ = t.NetworkAccessGuardianApprovalReviewAction
    return o


new_NetworkApprovalContext = blank(globals(), "NetworkApprovalContext")


def read_NetworkApprovalContext(v):
    o = new_NetworkApprovalContext()
    if type(x := v["host"]) is not str:
        raise Unfit
    o.host = x
    o.protocol = read_NetworkApprovalProtocol(v["protocol"])
    o.__class__ = t.NetworkApprovalContext
    return o


read_NetworkApprovalProtocol = Members(t.NetworkApprovalProtocol).__getitem__
new_NetworkPolicyAmendment = blank(globals(), "NetworkPolicyAmendment")


def read_NetworkPolicyAmendment(v):
    o = new_NetworkPolicyAmendment()
    o.action = read_NetworkPolicyRuleAction(v["action"])
    if type(x := v["host"]) is not str:
        raise Unfit
    o.host = x
    o.__class__ = t.NetworkPolicyAmendment
    return o


read_NetworkPolicyRuleAction = Members(t.NetworkPolicyRuleAction).__getitem__


def read_ParsedCommand(v):
    return by_tag_ParsedCommand[v["type"]](v)


new_PermissionsRequestApprovalParams = blank(globals(), "PermissionsRequestApprovalParams")


def read_PermissionsRequestApprovalParams(v):
    o = new_PermissionsRequestApprovalParams()
    if type(x := v["cwd"]) is not str:
        raise Unfit
    o.cwd = x
    if type(x := v["itemId"]) is not str:
        raise Unfit
    o.item_id = x
    o.permissions = read_RequestPermissionProfile(v["permissions"])
    if type(x := v["startedAtMs"]) is not int:
        raise Unfit
    o.started_at_ms = x
    if type(x := v["threadId"]) is not str:
        raise Unfit
    o.thread_id = x
    if type(x := v["turnId"]) is not str:
        raise Unfit
    o.turn_id = x
    if (x := v.get("environmentId")) is not None and type(x) is not str:
        raise Unfit
    o.environment_id = x
    if (x := v.get("reason")) is not None and type(x) is not str:
        raise Unfit
    o.reason = x
    o.__class__ = t.PermissionsRequestApprovalParams
    return o


new_ReadParsedCommand = blank(globals(), "ReadParsedCommand")


def read_ReadParsedCommand(v):
    o = new_ReadParsedCommand()
    if v["type"] != "read":
        raise Unfit
    o.type = "read"
    if type(x := v["cmd"]) is not str:
        raise Unfit
    o.cmd = x
    if type(x := v["name"]) is not str:
        raise Unfit
    o.name = x
    if type(x := v["path"]) is not str:
        raise Unfit
    o.path = x
    o.__class__ = t.ReadParsedCommand
    return o


new_RequestPermissionProfile = blank(globals(), "RequestPermissionProfile")


def read_RequestPermissionProfile(v):
    if type(v) is not dict:
        raise Unfit
    o = new_RequestPermissionProfile()
    o.file_system = (
        None if (x := v.get("fileSystem")) is None else read_AdditionalFileSystemPermissions(x)
    )
    o.network = None if (x := v.get("network")) is None else read_AdditionalNetworkPermissions(x)
    o.__class__ = t.RequestPermissionProfile
    return o


new_RequestPermissionsGuardianApprovalReviewAction = blank(
    globals(), "RequestPermissionsGuardianApprovalReviewAction"
)


def read_RequestPermissionsGuardianApprovalReviewAction(v):
    o = new_RequestPermissionsGuardianApprovalReviewAction()
    if v["type"] != "requestPermissions":
        raise Unfit
    o.type = "requestPermissions"
    o.permissions = read_RequestPermissionProfile(v["permissions"])
    if (x := v.get("reason")) is not None and type(x) is not str:
        raise Unfit
    o.reason = x
    o.__class__ = t.RequestPermissionsGuardianApprovalReviewAction
    return o


new_SearchParsedCommand = blank(globals(), "SearchParsedCommand")


def read_SearchParsedCommand(v):
    o = new_SearchParsedCommand()
    if v["type"] != "search":
        raise Unfit
    o.type = "search"
    if type(x := v["cmd"]) is not str:
        raise Unfit
    o.cmd = x
    if (x := v.get("path")) is not None and type(x) is not str:
        raise Unfit
    o.path = x
    if (x := v.get("query")) is not None and type(x) is not str:
        raise Unfit
    o.query = x
    o.__class__ = t.SearchParsedCommand
    return o


new_StrictReviewRequiredNotification = blank(globals(), "StrictReviewRequiredNotification")


def read_StrictReviewRequiredNotification(v):
    o = new_StrictReviewRequiredNotification()
    if type(x := v["startedAtMs"]) is not int:
        raise Unfit
    o.started_at_ms = x
    if type(x := v["threadId"]) is not str:
        raise Unfit
    o.thread_id = x
    if type(x := v["turnId"]) is not str:
        raise Unfit
    o.turn_id = x
    o.__class__ = t.StrictReviewRequiredNotification
    return o


new_UnknownParsedCommand = blank(globals(), "UnknownParsedCommand")


def read_UnknownParsedCommand(v):
    o = new_UnknownParsedCommand()
    if v["type"] != "unknown":
        raise Unfit
    o.type = "unknown"
    if type(x := v["cmd"]) is not str:
        raise Unfit
    o.cmd = x
    o.__class__ = t.UnknownParsedCommand
    return o


new_UpdateFileChange = blank(globals(), "UpdateFileChange")


def read_UpdateFileChange(v):
    o = new_UpdateFileChange()
    if v["type"] != "update":
        raise Unfit
    o.type = "update"
    if type(x := v["unified_diff"]) is not str:
        raise Unfit
    o.unified_diff = x
    if (x := v.get("move_path")) is not None and type(x) is not str:
        raise Unfit
    o.move_path = x
    o.__class__ = t.UpdateFileChange
    return o


new_WriteStdinGuardianApprovalReviewAction = blank(
    globals(), "WriteStdinGuardianApprovalReviewAction"
)


def read_WriteStdinGuardianApprovalReviewAction(v):
    o = new_WriteStdinGuardianApprovalReviewAction()
    if v["type"] != "writeStdin":
        raise Unfit
    o.type = "writeStdin"
    if type(x := v["approvalId"]) is not str:
        raise Unfit
    o.approval_id = x
    if type(x := v["cwd"]) is not str:
        raise Unfit
    o.cwd = x
    if type(x := v["processId"]) is not str:
        raise Unfit
    o.process_id = x
    if type(x := v["stdin"]) is not str:
        raise Unfit
    o.stdin = x
    o.__class__ = t.WriteStdinGuardianApprovalReviewAction
    return o


by_tag_FileChange = Variants(
    {"add": read_AddFileChange, "delete": read_DeleteFileChange, "update": read_UpdateFileChange}
)
by_tag_ParsedCommand = Variants(
    {
        "read": read_ReadParsedCommand,
        "list_files": read_ListFilesParsedCommand,
        "search": read_SearchParsedCommand,
        "unknown": read_UnknownParsedCommand,
    }
)
by_tag_GuardianApprovalReviewAction = Variants(
    {
        "command": read_CommandGuardianApprovalReviewAction,
        "execve": read_ExecveGuardianApprovalReviewAction,
        "writeStdin": read_WriteStdinGuardianApprovalReviewAction,
        "applyPatch": read_ApplyPatchGuardianApprovalReviewAction,
        "networkAccess": read_NetworkAccessGuardianApprovalReviewAction,
        "mcpToolCall": read_McpToolCallGuardianApprovalReviewAction,
        "requestPermissions": read_RequestPermissionsGuardianApprovalReviewAction,
    }
)
