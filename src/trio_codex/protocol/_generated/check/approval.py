"""Fast checkers: whether JSON may be sent as it is.

Do not edit: `python -m schema.generator` writes this file.
"""

from __future__ import annotations

# The functions take JSON of any shape, and their speed is what they are for.
# mypy: allow-untyped-defs, allow-untyped-calls, no-check-untyped-defs, no-warn-return-any
from ..._fast import Unfit, later, member

check_AdditionalFileSystemPermissions = later(
    globals(), "permission", "check_AdditionalFileSystemPermissions"
)
check_AdditionalNetworkPermissions = later(
    globals(), "permission", "check_AdditionalNetworkPermissions"
)


def check_AcceptWithExecpolicyAmendmentCommandExecutionApprovalDecision(
    v, e, known=frozenset({"acceptWithExecpolicyAmendment"})
):
    if type(v) is not dict or not v.keys() <= known:
        raise Unfit
    x = v["acceptWithExecpolicyAmendment"]
    check_AcceptWithExecpolicyAmendmentCommandExecutionApprovalDecisionBody(x, e)


def check_AcceptWithExecpolicyAmendmentCommandExecutionApprovalDecisionBody(
    v, e, known=frozenset({"execpolicy_amendment"})
):
    if type(v) is not dict or not v.keys() <= known:
        raise Unfit
    x = v["execpolicy_amendment"]
    if type(x) is not list:
        raise Unfit
    for x_ in x:
        if type(x_) is not str:
            raise Unfit


def check_ApplyNetworkPolicyAmendmentCommandExecutionApprovalDecision(
    v, e, known=frozenset({"applyNetworkPolicyAmendment"})
):
    if type(v) is not dict or not v.keys() <= known:
        raise Unfit
    x = v["applyNetworkPolicyAmendment"]
    check_ApplyNetworkPolicyAmendmentCommandExecutionApprovalDecisionBody(x, e)


def check_ApplyNetworkPolicyAmendmentCommandExecutionApprovalDecisionBody(
    v, e, known=frozenset({"network_policy_amendment"})
):
    if type(v) is not dict or not v.keys() <= known:
        raise Unfit
    x = v["network_policy_amendment"]
    check_NetworkPolicyAmendment(x, e)


def check_ApplyPatchApprovalResponse(v, e, known=frozenset({"decision"})):
    if type(v) is not dict or not v.keys() <= known:
        raise Unfit
    x = v["decision"]
    check_ReviewDecision(x, e)


def check_ApprovedExecpolicyAmendmentReviewDecision(
    v, e, known=frozenset({"approved_execpolicy_amendment"})
):
    if type(v) is not dict or not v.keys() <= known:
        raise Unfit
    x = v["approved_execpolicy_amendment"]
    check_ApprovedExecpolicyAmendmentReviewDecisionBody(x, e)


def check_ApprovedExecpolicyAmendmentReviewDecisionBody(
    v, e, known=frozenset({"proposed_execpolicy_amendment"})
):
    if type(v) is not dict or not v.keys() <= known:
        raise Unfit
    x = v["proposed_execpolicy_amendment"]
    if type(x) is not list:
        raise Unfit
    for x_ in x:
        if type(x_) is not str:
            raise Unfit


def check_CommandExecutionApprovalDecision(v, e):
    if type(v) is dict:
        if "acceptWithExecpolicyAmendment" in v:
            check_AcceptWithExecpolicyAmendmentCommandExecutionApprovalDecision(v, e)
            return
        if "applyNetworkPolicyAmendment" in v:
            check_ApplyNetworkPolicyAmendmentCommandExecutionApprovalDecision(v, e)
            return
    if type(v) is str:
        check_CommandExecutionApprovalDecisionKind(v, e)
        return
    raise Unfit


def check_CommandExecutionApprovalDecisionKind(
    v, e, values=frozenset({"accept", "acceptForSession", "decline", "cancel"})
):
    member(v, "CommandExecutionApprovalDecisionKind", values)


def check_CommandExecutionRequestApprovalResponse(v, e, known=frozenset({"decision"})):
    if type(v) is not dict or not v.keys() <= known:
        raise Unfit
    x = v["decision"]
    check_CommandExecutionApprovalDecision(x, e)


def check_DeniedReviewDecision(v, e, known=frozenset({"denied"})):
    if type(v) is not dict or not v.keys() <= known:
        raise Unfit
    x = v["denied"]
    check_DeniedReviewDecisionBody(x, e)


def check_DeniedReviewDecisionBody(v, e, known=frozenset({"rejection"})):
    if type(v) is not dict or not v.keys() <= known:
        raise Unfit
    x = v["rejection"]
    if type(x) is not str:
        raise Unfit


def check_ExecCommandApprovalResponse(v, e, known=frozenset({"decision"})):
    if type(v) is not dict or not v.keys() <= known:
        raise Unfit
    x = v["decision"]
    check_ReviewDecision(x, e)


def check_FileChangeApprovalDecision(
    v, e, values=frozenset({"accept", "acceptForSession", "decline", "cancel"})
):
    member(v, "FileChangeApprovalDecision", values)


def check_FileChangeRequestApprovalResponse(v, e, known=frozenset({"decision"})):
    if type(v) is not dict or not v.keys() <= known:
        raise Unfit
    x = v["decision"]
    check_FileChangeApprovalDecision(x, e)


def check_GrantedPermissionProfile(v, e, known=frozenset({"fileSystem", "network"})):
    if type(v) is not dict or not v.keys() <= known:
        raise Unfit
    if (x := v.get("fileSystem")) is not None:
        check_AdditionalFileSystemPermissions(x, e)
    if (x := v.get("network")) is not None:
        check_AdditionalNetworkPermissions(x, e)


def check_NetworkPolicyAmendment(v, e, known=frozenset({"action", "host"})):
    if type(v) is not dict or not v.keys() <= known:
        raise Unfit
    x = v["action"]
    check_NetworkPolicyRuleAction(x, e)
    x = v["host"]
    if type(x) is not str:
        raise Unfit


def check_NetworkPolicyAmendmentReviewDecision(v, e, known=frozenset({"network_policy_amendment"})):
    if type(v) is not dict or not v.keys() <= known:
        raise Unfit
    x = v["network_policy_amendment"]
    check_NetworkPolicyAmendmentReviewDecisionBody(x, e)


def check_NetworkPolicyAmendmentReviewDecisionBody(
    v, e, known=frozenset({"network_policy_amendment"})
):
    if type(v) is not dict or not v.keys() <= known:
        raise Unfit
    x = v["network_policy_amendment"]
    check_NetworkPolicyAmendment(x, e)


def check_NetworkPolicyRuleAction(v, e, values=frozenset({"allow", "deny"})):
    member(v, "NetworkPolicyRuleAction", values)


def check_PermissionGrantScope(v, e, values=frozenset({"turn", "session"})):
    member(v, "PermissionGrantScope", values)


def check_PermissionsRequestApprovalResponse(
    v, e, known=frozenset({"permissions", "scope", "strictAutoReview"})
):
    if type(v) is not dict or not v.keys() <= known:
        raise Unfit
    x = v["permissions"]
    check_GrantedPermissionProfile(x, e)
    if "scope" in v:
        x = v["scope"]
        check_PermissionGrantScope(x, e)
    if (x := v.get("strictAutoReview")) is not None:
        if type(x) is not bool:
            raise Unfit


def check_ReviewDecision(v, e):
    if type(v) is dict:
        if "approved_execpolicy_amendment" in v:
            check_ApprovedExecpolicyAmendmentReviewDecision(v, e)
            return
        if "network_policy_amendment" in v:
            check_NetworkPolicyAmendmentReviewDecision(v, e)
            return
        if "denied" in v:
            check_DeniedReviewDecision(v, e)
            return
    if type(v) is str:
        check_ReviewDecisionKind(v, e)
        return
    raise Unfit


def check_ReviewDecisionKind(
    v,
    e,
    values=frozenset(
        {"approved", "approved_for_session", "approved_mcp_policy_amendment", "timed_out", "abort"}
    ),
):
    member(v, "ReviewDecisionKind", values)
