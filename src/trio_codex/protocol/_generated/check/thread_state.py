"""Fast checkers: whether JSON may be sent as it is.

Do not edit: `python -m schema.generator` writes this file.
"""

from __future__ import annotations

# The functions take JSON of any shape, and their speed is what they are for.
# mypy: allow-untyped-defs, allow-untyped-calls, no-check-untyped-defs, no-warn-return-any
from ..._fast import Unfit, later, member

check_ApprovalsReviewer = later(globals(), "permission", "check_ApprovalsReviewer")
check_AskForApproval = later(globals(), "permission", "check_AskForApproval")
check_CollaborationMode = later(globals(), "turn", "check_CollaborationMode")
check_MultiAgentMode = later(globals(), "turn", "check_MultiAgentMode")
check_Personality = later(globals(), "common", "check_Personality")
check_ReasoningEffort = later(globals(), "common", "check_ReasoningEffort")
check_ReasoningSummary = later(globals(), "common", "check_ReasoningSummary")
check_SandboxPolicy = later(globals(), "permission", "check_SandboxPolicy")
check_UserInput = later(globals(), "item", "check_UserInput")


def check_ReadThreadReadStateOperation(v, e, known=frozenset({"type"})):
    if type(v) is not dict or not v.keys() <= known:
        raise Unfit
    x = v["type"]
    if type(x) is not str or x != "read":
        raise Unfit


def check_ThreadAttachmentAddParams(
    v, e, known=frozenset({"attachmentType", "identityKey", "payload", "threadId"})
):
    if type(v) is not dict or not v.keys() <= known:
        raise Unfit
    x = v["attachmentType"]
    if type(x) is not str:
        raise Unfit
    x = v["identityKey"]
    if type(x) is not str:
        raise Unfit
    v["payload"]
    x = v["threadId"]
    if type(x) is not str:
        raise Unfit


def check_ThreadAttachmentListParams(v, e, known=frozenset({"threadId", "cursor", "limit"})):
    if type(v) is not dict or not v.keys() <= known:
        raise Unfit
    x = v["threadId"]
    if type(x) is not str:
        raise Unfit
    if (x := v.get("cursor")) is not None:
        if type(x) is not str:
            raise Unfit
    if (x := v.get("limit")) is not None:
        if type(x) is not int or not 0 <= x <= 4294967295:
            raise Unfit


def check_ThreadAttachmentOwnerListParams(
    v, e, known=frozenset({"attachmentType", "identityKey", "archived", "cursor", "limit"})
):
    if type(v) is not dict or not v.keys() <= known:
        raise Unfit
    x = v["attachmentType"]
    if type(x) is not str:
        raise Unfit
    x = v["identityKey"]
    if type(x) is not str:
        raise Unfit
    if (x := v.get("archived")) is not None:
        if type(x) is not bool:
            raise Unfit
    if (x := v.get("cursor")) is not None:
        if type(x) is not str:
            raise Unfit
    if (x := v.get("limit")) is not None:
        if type(x) is not int or not 0 <= x <= 4294967295:
            raise Unfit


def check_ThreadAttachmentRemoveParams(
    v, e, known=frozenset({"attachmentType", "identityKey", "threadId"})
):
    if type(v) is not dict or not v.keys() <= known:
        raise Unfit
    x = v["attachmentType"]
    if type(x) is not str:
        raise Unfit
    x = v["identityKey"]
    if type(x) is not str:
        raise Unfit
    x = v["threadId"]
    if type(x) is not str:
        raise Unfit


def check_ThreadBackgroundTerminalsCleanParams(v, e, known=frozenset({"threadId"})):
    if type(v) is not dict or not v.keys() <= known:
        raise Unfit
    x = v["threadId"]
    if type(x) is not str:
        raise Unfit


def check_ThreadBackgroundTerminalsListParams(
    v, e, known=frozenset({"threadId", "cursor", "limit"})
):
    if type(v) is not dict or not v.keys() <= known:
        raise Unfit
    x = v["threadId"]
    if type(x) is not str:
        raise Unfit
    if (x := v.get("cursor")) is not None:
        if type(x) is not str:
            raise Unfit
    if (x := v.get("limit")) is not None:
        if type(x) is not int or not 0 <= x <= 4294967295:
            raise Unfit


def check_ThreadBackgroundTerminalsTerminateParams(
    v, e, known=frozenset({"processId", "threadId"})
):
    if type(v) is not dict or not v.keys() <= known:
        raise Unfit
    x = v["processId"]
    if type(x) is not str:
        raise Unfit
    x = v["threadId"]
    if type(x) is not str:
        raise Unfit


def check_ThreadGoalClearParams(v, e, known=frozenset({"threadId", "origin"})):
    if type(v) is not dict or not v.keys() <= known:
        raise Unfit
    x = v["threadId"]
    if type(x) is not str:
        raise Unfit
    if (x := v.get("origin")) is not None:
        check_ThreadGoalMutationOrigin(x, e)


def check_ThreadGoalGetParams(v, e, known=frozenset({"threadId"})):
    if type(v) is not dict or not v.keys() <= known:
        raise Unfit
    x = v["threadId"]
    if type(x) is not str:
        raise Unfit


def check_ThreadGoalMutationOrigin(v, e, values=frozenset({"user", "automatic"})):
    member(v, "ThreadGoalMutationOrigin", values)


def check_ThreadGoalSetParams(
    v, e, known=frozenset({"threadId", "objective", "origin", "status", "tokenBudget"})
):
    if type(v) is not dict or not v.keys() <= known:
        raise Unfit
    x = v["threadId"]
    if type(x) is not str:
        raise Unfit
    if (x := v.get("objective")) is not None:
        if type(x) is not str:
            raise Unfit
    if (x := v.get("origin")) is not None:
        check_ThreadGoalMutationOrigin(x, e)
    if (x := v.get("status")) is not None:
        check_ThreadGoalStatus(x, e)
    if (x := v.get("tokenBudget")) is not None:
        if type(x) is not int or not -9223372036854775808 <= x <= 9223372036854775807:
            raise Unfit


def check_ThreadGoalStatus(
    v,
    e,
    values=frozenset({"active", "paused", "blocked", "usageLimited", "budgetLimited", "complete"}),
):
    member(v, "ThreadGoalStatus", values)


def check_ThreadMemoryMode(v, e, values=frozenset({"enabled", "disabled"})):
    member(v, "ThreadMemoryMode", values)


def check_ThreadMemoryModeSetParams(v, e, known=frozenset({"mode", "threadId"})):
    if type(v) is not dict or not v.keys() <= known:
        raise Unfit
    x = v["mode"]
    check_ThreadMemoryMode(x, e)
    x = v["threadId"]
    if type(x) is not str:
        raise Unfit


def check_ThreadMetadataGitInfoUpdateParams(v, e, known=frozenset({"branch", "originUrl", "sha"})):
    if type(v) is not dict or not v.keys() <= known:
        raise Unfit
    if (x := v.get("branch")) is not None:
        if type(x) is not str:
            raise Unfit
    if (x := v.get("originUrl")) is not None:
        if type(x) is not str:
            raise Unfit
    if (x := v.get("sha")) is not None:
        if type(x) is not str:
            raise Unfit


def check_ThreadMetadataUpdateParams(
    v,
    e,
    known=frozenset({"threadId", "daybreakEnabled", "gitInfo", "projectId"}),
    stable=frozenset({"threadId", "gitInfo"}),
):
    if type(v) is not dict or not v.keys() <= (known if e else stable):
        raise Unfit
    x = v["threadId"]
    if type(x) is not str:
        raise Unfit
    if (x := v.get("daybreakEnabled")) is not None:
        if type(x) is not bool:
            raise Unfit
    if (x := v.get("gitInfo")) is not None:
        check_ThreadMetadataGitInfoUpdateParams(x, e)
    if (x := v.get("projectId")) is not None:
        if type(x) is not str:
            raise Unfit


def check_ThreadPredictionRequestParams(v, e, known=frozenset({"sourceTurnId", "threadId"})):
    if type(v) is not dict or not v.keys() <= known:
        raise Unfit
    x = v["sourceTurnId"]
    if type(x) is not str:
        raise Unfit
    x = v["threadId"]
    if type(x) is not str:
        raise Unfit


def check_ThreadQueueAddParams(v, e, known=frozenset({"clientUserMessageId", "input", "threadId"})):
    if type(v) is not dict or not v.keys() <= known:
        raise Unfit
    x = v["clientUserMessageId"]
    if type(x) is not str:
        raise Unfit
    x = v["input"]
    if type(x) is not list:
        raise Unfit
    for x_ in x:
        check_UserInput(x_, e)
    x = v["threadId"]
    if type(x) is not str:
        raise Unfit


def check_ThreadQueueDeleteParams(v, e, known=frozenset({"queuedSubmissionId", "threadId"})):
    if type(v) is not dict or not v.keys() <= known:
        raise Unfit
    x = v["queuedSubmissionId"]
    if type(x) is not str:
        raise Unfit
    x = v["threadId"]
    if type(x) is not str:
        raise Unfit


def check_ThreadQueueListParams(v, e, known=frozenset({"threadId", "cursor", "limit"})):
    if type(v) is not dict or not v.keys() <= known:
        raise Unfit
    x = v["threadId"]
    if type(x) is not str:
        raise Unfit
    if (x := v.get("cursor")) is not None:
        if type(x) is not str:
            raise Unfit
    if (x := v.get("limit")) is not None:
        if type(x) is not int or not 0 <= x <= 4294967295:
            raise Unfit


def check_ThreadQueueReorderParams(v, e, known=frozenset({"queuedSubmissionIds", "threadId"})):
    if type(v) is not dict or not v.keys() <= known:
        raise Unfit
    x = v["queuedSubmissionIds"]
    if type(x) is not list:
        raise Unfit
    for x_ in x:
        if type(x_) is not str:
            raise Unfit
    x = v["threadId"]
    if type(x) is not str:
        raise Unfit


def check_ThreadQueueStartParams(v, e, known=frozenset({"threadId", "queuedSubmissionId"})):
    if type(v) is not dict or not v.keys() <= known:
        raise Unfit
    x = v["threadId"]
    if type(x) is not str:
        raise Unfit
    if (x := v.get("queuedSubmissionId")) is not None:
        if type(x) is not str:
            raise Unfit


def check_ThreadQueueUpdateParams(
    v, e, known=frozenset({"input", "queuedSubmissionId", "threadId"})
):
    if type(v) is not dict or not v.keys() <= known:
        raise Unfit
    x = v["input"]
    if type(x) is not list:
        raise Unfit
    for x_ in x:
        check_UserInput(x_, e)
    x = v["queuedSubmissionId"]
    if type(x) is not str:
        raise Unfit
    x = v["threadId"]
    if type(x) is not str:
        raise Unfit


def check_ThreadReadStateOperation(v, e):
    if type(v) is dict:
        by_tag_ThreadReadStateOperation[v["type"]](v, e)
        return
    raise Unfit


def check_ThreadReadStateUpdateParams(
    v, e, known=frozenset({"expectedRevision", "operation", "threadId"})
):
    if type(v) is not dict or not v.keys() <= known:
        raise Unfit
    x = v["expectedRevision"]
    if type(x) is not str:
        raise Unfit
    x = v["operation"]
    check_ThreadReadStateOperation(x, e)
    x = v["threadId"]
    if type(x) is not str:
        raise Unfit


def check_ThreadSectionAppearance(v, e, known=frozenset({"color", "icon"})):
    if type(v) is not dict or not v.keys() <= known:
        raise Unfit
    if (x := v.get("color")) is not None:
        if type(x) is not str:
            raise Unfit
    if (x := v.get("icon")) is not None:
        if type(x) is not str:
            raise Unfit


def check_ThreadSectionCreateParams(v, e, known=frozenset({"name", "appearance"})):
    if type(v) is not dict or not v.keys() <= known:
        raise Unfit
    x = v["name"]
    if type(x) is not str:
        raise Unfit
    if (x := v.get("appearance")) is not None:
        check_ThreadSectionAppearance(x, e)


def check_ThreadSectionDeleteParams(v, e, known=frozenset({"sectionId"})):
    if type(v) is not dict or not v.keys() <= known:
        raise Unfit
    x = v["sectionId"]
    if type(x) is not str:
        raise Unfit


def check_ThreadSectionListParams(v, e, known=frozenset({"cursor", "limit"})):
    if type(v) is not dict or not v.keys() <= known:
        raise Unfit
    if (x := v.get("cursor")) is not None:
        if type(x) is not str:
            raise Unfit
    if (x := v.get("limit")) is not None:
        if type(x) is not int or not 0 <= x <= 4294967295:
            raise Unfit


def check_ThreadSectionMoveParams(
    v, e, known=frozenset({"sectionId", "threadId", "beforeThreadId"})
):
    if type(v) is not dict or not v.keys() <= known:
        raise Unfit
    x = v["sectionId"]
    if x is not None:
        if type(x) is not str:
            raise Unfit
    x = v["threadId"]
    if type(x) is not str:
        raise Unfit
    if (x := v.get("beforeThreadId")) is not None:
        if type(x) is not str:
            raise Unfit


def check_ThreadSectionUpdateParams(v, e, known=frozenset({"name", "sectionId", "appearance"})):
    if type(v) is not dict or not v.keys() <= known:
        raise Unfit
    x = v["name"]
    if type(x) is not str:
        raise Unfit
    x = v["sectionId"]
    if type(x) is not str:
        raise Unfit
    if (x := v.get("appearance")) is not None:
        check_ThreadSectionAppearance(x, e)


def check_ThreadSetNameParams(v, e, known=frozenset({"name", "threadId"})):
    if type(v) is not dict or not v.keys() <= known:
        raise Unfit
    x = v["name"]
    if type(x) is not str:
        raise Unfit
    x = v["threadId"]
    if type(x) is not str:
        raise Unfit


def check_ThreadSettingsUpdateParams(
    v,
    e,
    known=frozenset(
        {
            "threadId",
            "approvalPolicy",
            "approvalsReviewer",
            "collaborationMode",
            "cwd",
            "disabledPluginIds",
            "effort",
            "model",
            "multiAgentMode",
            "permissions",
            "personality",
            "sandboxPolicy",
            "serviceTier",
            "summary",
        }
    ),
):
    if type(v) is not dict or not v.keys() <= known:
        raise Unfit
    x = v["threadId"]
    if type(x) is not str:
        raise Unfit
    if (x := v.get("approvalPolicy")) is not None:
        check_AskForApproval(x, e)
    if (x := v.get("approvalsReviewer")) is not None:
        check_ApprovalsReviewer(x, e)
    if (x := v.get("collaborationMode")) is not None:
        check_CollaborationMode(x, e)
    if (x := v.get("cwd")) is not None:
        if type(x) is not str:
            raise Unfit
    if (x := v.get("disabledPluginIds")) is not None:
        if type(x) is not list:
            raise Unfit
        for x_ in x:
            if type(x_) is not str:
                raise Unfit
    if (x := v.get("effort")) is not None:
        check_ReasoningEffort(x, e)
    if (x := v.get("model")) is not None:
        if type(x) is not str:
            raise Unfit
    if (x := v.get("multiAgentMode")) is not None:
        check_MultiAgentMode(x, e)
    if (x := v.get("permissions")) is not None:
        if type(x) is not str:
            raise Unfit
    if (x := v.get("personality")) is not None:
        check_Personality(x, e)
    if (x := v.get("sandboxPolicy")) is not None:
        check_SandboxPolicy(x, e)
    if (x := v.get("serviceTier")) is not None:
        if type(x) is not str:
            raise Unfit
    if (x := v.get("summary")) is not None:
        check_ReasoningSummary(x, e)


def check_UnreadThreadReadStateOperation(v, e, known=frozenset({"type"})):
    if type(v) is not dict or not v.keys() <= known:
        raise Unfit
    x = v["type"]
    if type(x) is not str or x != "unread":
        raise Unfit


by_tag_ThreadReadStateOperation = {
    "read": check_ReadThreadReadStateOperation,
    "unread": check_UnreadThreadReadStateOperation,
}
