"""Fast checkers: whether JSON may be sent as it is.

Do not edit: `python -m schema.generator` writes this file.
"""

from __future__ import annotations

# The functions take JSON of any shape, and their speed is what they are for.
# mypy: allow-untyped-defs, allow-untyped-calls, no-check-untyped-defs, no-warn-return-any
from ..._fast import Unfit, later, member

check_ApprovalsReviewer = later(globals(), "permission", "check_ApprovalsReviewer")
check_AskForApproval = later(globals(), "permission", "check_AskForApproval")
check_DynamicToolSpec = later(globals(), "tool", "check_DynamicToolSpec")
check_MultiAgentMode = later(globals(), "turn", "check_MultiAgentMode")
check_Personality = later(globals(), "common", "check_Personality")
check_ResponseItem = later(globals(), "response_item", "check_ResponseItem")
check_SandboxMode = later(globals(), "permission", "check_SandboxMode")
check_SelectedCapabilityRoot = later(globals(), "environment", "check_SelectedCapabilityRoot")
check_SortDirection = later(globals(), "common", "check_SortDirection")
check_TurnEnvironmentParams = later(globals(), "turn", "check_TurnEnvironmentParams")
check_TurnItemsView = later(globals(), "turn", "check_TurnItemsView")


def check_ThreadApproveGuardianDeniedActionParams(v, e, known=frozenset({"event", "threadId"})):
    if type(v) is not dict or not v.keys() <= known:
        raise Unfit
    v["event"]
    x = v["threadId"]
    if type(x) is not str:
        raise Unfit


def check_ThreadArchiveParams(v, e, known=frozenset({"threadId"})):
    if type(v) is not dict or not v.keys() <= known:
        raise Unfit
    x = v["threadId"]
    if type(x) is not str:
        raise Unfit


def check_ThreadCompactStartParams(v, e, known=frozenset({"threadId"})):
    if type(v) is not dict or not v.keys() <= known:
        raise Unfit
    x = v["threadId"]
    if type(x) is not str:
        raise Unfit


def check_ThreadDecrementElicitationParams(v, e, known=frozenset({"threadId"})):
    if type(v) is not dict or not v.keys() <= known:
        raise Unfit
    x = v["threadId"]
    if type(x) is not str:
        raise Unfit


def check_ThreadDeleteParams(v, e, known=frozenset({"threadId"})):
    if type(v) is not dict or not v.keys() <= known:
        raise Unfit
    x = v["threadId"]
    if type(x) is not str:
        raise Unfit


def check_ThreadForkParams(
    v,
    e,
    known=frozenset(
        {
            "threadId",
            "approvalPolicy",
            "approvalsReviewer",
            "baseInstructions",
            "beforeTurnId",
            "config",
            "cwd",
            "deferGoalContinuation",
            "developerInstructions",
            "ephemeral",
            "excludeTurns",
            "experimentalPredictionMode",
            "lastTurnId",
            "model",
            "modelProvider",
            "path",
            "permissions",
            "runtimeWorkspaceRoots",
            "sandbox",
            "serviceTier",
            "threadSource",
        }
    ),
    stable=frozenset(
        {
            "threadId",
            "approvalPolicy",
            "approvalsReviewer",
            "baseInstructions",
            "config",
            "cwd",
            "developerInstructions",
            "ephemeral",
            "excludeTurns",
            "lastTurnId",
            "model",
            "modelProvider",
            "sandbox",
            "serviceTier",
            "threadSource",
        }
    ),
):
    if type(v) is not dict or not v.keys() <= (known if e else stable):
        raise Unfit
    x = v["threadId"]
    if type(x) is not str:
        raise Unfit
    if (x := v.get("approvalPolicy")) is not None:
        check_AskForApproval(x, e)
    if (x := v.get("approvalsReviewer")) is not None:
        check_ApprovalsReviewer(x, e)
    if (x := v.get("baseInstructions")) is not None:
        if type(x) is not str:
            raise Unfit
    if (x := v.get("beforeTurnId")) is not None:
        if type(x) is not str:
            raise Unfit
    if (x := v.get("config")) is not None:
        if type(x) is not dict:
            raise Unfit
        for k in x:
            if type(k) is not str:
                raise Unfit
    if (x := v.get("cwd")) is not None:
        if type(x) is not str:
            raise Unfit
    if "deferGoalContinuation" in v:
        x = v["deferGoalContinuation"]
        if type(x) is not bool:
            raise Unfit
    if (x := v.get("developerInstructions")) is not None:
        if type(x) is not str:
            raise Unfit
    if "ephemeral" in v:
        x = v["ephemeral"]
        if type(x) is not bool:
            raise Unfit
    if "excludeTurns" in v:
        x = v["excludeTurns"]
        if type(x) is not bool:
            raise Unfit
    if "experimentalPredictionMode" in v:
        x = v["experimentalPredictionMode"]
        if type(x) is not bool:
            raise Unfit
    if (x := v.get("lastTurnId")) is not None:
        if type(x) is not str:
            raise Unfit
    if (x := v.get("model")) is not None:
        if type(x) is not str:
            raise Unfit
    if (x := v.get("modelProvider")) is not None:
        if type(x) is not str:
            raise Unfit
    if (x := v.get("path")) is not None:
        if type(x) is not str:
            raise Unfit
    if (x := v.get("permissions")) is not None:
        if type(x) is not str:
            raise Unfit
    if (x := v.get("runtimeWorkspaceRoots")) is not None:
        if type(x) is not list:
            raise Unfit
        for x_ in x:
            if type(x_) is not str:
                raise Unfit
    if (x := v.get("sandbox")) is not None:
        check_SandboxMode(x, e)
    if (x := v.get("serviceTier")) is not None:
        if type(x) is not str:
            raise Unfit
    if (x := v.get("threadSource")) is not None:
        check_ThreadSource(x, e)


def check_ThreadHistoryMode(v, e, values=frozenset({"legacy", "paginated"})):
    member(v, "ThreadHistoryMode", values)


def check_ThreadIncrementElicitationParams(v, e, known=frozenset({"threadId"})):
    if type(v) is not dict or not v.keys() <= known:
        raise Unfit
    x = v["threadId"]
    if type(x) is not str:
        raise Unfit


def check_ThreadListCwdFilter(v, e):
    if type(v) is str:
        if type(v) is not str:
            raise Unfit
        return
    if type(v) is list:
        if type(v) is not list:
            raise Unfit
        for v_ in v:
            if type(v_) is not str:
                raise Unfit
        return
    raise Unfit


def check_ThreadListParams(
    v,
    e,
    known=frozenset(
        {
            "ancestorThreadId",
            "archived",
            "cursor",
            "cwd",
            "excludedThreadIds",
            "limit",
            "modelProviders",
            "originators",
            "parentThreadId",
            "projectId",
            "searchTerm",
            "sectionId",
            "sortDirection",
            "sortKey",
            "sourceKinds",
            "useStateDbOnly",
        }
    ),
    stable=frozenset(
        {
            "archived",
            "cursor",
            "cwd",
            "excludedThreadIds",
            "limit",
            "modelProviders",
            "originators",
            "searchTerm",
            "sectionId",
            "sortDirection",
            "sortKey",
            "sourceKinds",
            "useStateDbOnly",
        }
    ),
):
    if type(v) is not dict or not v.keys() <= (known if e else stable):
        raise Unfit
    if (x := v.get("ancestorThreadId")) is not None:
        if type(x) is not str:
            raise Unfit
    if (x := v.get("archived")) is not None:
        if type(x) is not bool:
            raise Unfit
    if (x := v.get("cursor")) is not None:
        if type(x) is not str:
            raise Unfit
    if (x := v.get("cwd")) is not None:
        check_ThreadListCwdFilter(x, e)
    if (x := v.get("excludedThreadIds")) is not None:
        if type(x) is not list:
            raise Unfit
        for x_ in x:
            if type(x_) is not str:
                raise Unfit
    if (x := v.get("limit")) is not None:
        if type(x) is not int or not 0 <= x <= 4294967295:
            raise Unfit
    if (x := v.get("modelProviders")) is not None:
        if type(x) is not list:
            raise Unfit
        for x_ in x:
            if type(x_) is not str:
                raise Unfit
    if (x := v.get("originators")) is not None:
        if type(x) is not list:
            raise Unfit
        for x_ in x:
            if type(x_) is not str:
                raise Unfit
    if (x := v.get("parentThreadId")) is not None:
        if type(x) is not str:
            raise Unfit
    if (x := v.get("projectId")) is not None:
        if type(x) is not str:
            raise Unfit
    if (x := v.get("searchTerm")) is not None:
        if type(x) is not str:
            raise Unfit
    if (x := v.get("sectionId")) is not None:
        if type(x) is not str:
            raise Unfit
    if (x := v.get("sortDirection")) is not None:
        check_SortDirection(x, e)
    if (x := v.get("sortKey")) is not None:
        check_ThreadSortKey(x, e)
    if (x := v.get("sourceKinds")) is not None:
        if type(x) is not list:
            raise Unfit
        for x_ in x:
            check_ThreadSourceKind(x_, e)
    if "useStateDbOnly" in v:
        x = v["useStateDbOnly"]
        if type(x) is not bool:
            raise Unfit


def check_ThreadLoadedListParams(v, e, known=frozenset({"cursor", "limit"})):
    if type(v) is not dict or not v.keys() <= known:
        raise Unfit
    if (x := v.get("cursor")) is not None:
        if type(x) is not str:
            raise Unfit
    if (x := v.get("limit")) is not None:
        if type(x) is not int or not 0 <= x <= 4294967295:
            raise Unfit


def check_ThreadReadParams(v, e, known=frozenset({"threadId", "includeTurns"})):
    if type(v) is not dict or not v.keys() <= known:
        raise Unfit
    x = v["threadId"]
    if type(x) is not str:
        raise Unfit
    if "includeTurns" in v:
        x = v["includeTurns"]
        if type(x) is not bool:
            raise Unfit


def check_ThreadResumeInitialTurnsPageParams(
    v, e, known=frozenset({"itemsView", "limit", "sortDirection"})
):
    if type(v) is not dict or not v.keys() <= known:
        raise Unfit
    if (x := v.get("itemsView")) is not None:
        check_TurnItemsView(x, e)
    if (x := v.get("limit")) is not None:
        if type(x) is not int or not 0 <= x <= 4294967295:
            raise Unfit
    if (x := v.get("sortDirection")) is not None:
        check_SortDirection(x, e)


def check_ThreadResumeParams(
    v,
    e,
    known=frozenset(
        {
            "threadId",
            "approvalPolicy",
            "approvalsReviewer",
            "baseInstructions",
            "config",
            "cwd",
            "developerInstructions",
            "excludeTurns",
            "history",
            "initialTurnsPage",
            "model",
            "modelProvider",
            "path",
            "permissions",
            "personality",
            "runtimeWorkspaceRoots",
            "sandbox",
            "serviceTier",
        }
    ),
    stable=frozenset(
        {
            "threadId",
            "approvalPolicy",
            "approvalsReviewer",
            "baseInstructions",
            "config",
            "cwd",
            "developerInstructions",
            "excludeTurns",
            "model",
            "modelProvider",
            "personality",
            "sandbox",
            "serviceTier",
        }
    ),
):
    if type(v) is not dict or not v.keys() <= (known if e else stable):
        raise Unfit
    x = v["threadId"]
    if type(x) is not str:
        raise Unfit
    if (x := v.get("approvalPolicy")) is not None:
        check_AskForApproval(x, e)
    if (x := v.get("approvalsReviewer")) is not None:
        check_ApprovalsReviewer(x, e)
    if (x := v.get("baseInstructions")) is not None:
        if type(x) is not str:
            raise Unfit
    if (x := v.get("config")) is not None:
        if type(x) is not dict:
            raise Unfit
        for k in x:
            if type(k) is not str:
                raise Unfit
    if (x := v.get("cwd")) is not None:
        if type(x) is not str:
            raise Unfit
    if (x := v.get("developerInstructions")) is not None:
        if type(x) is not str:
            raise Unfit
    if "excludeTurns" in v:
        x = v["excludeTurns"]
        if type(x) is not bool:
            raise Unfit
    if (x := v.get("history")) is not None:
        if type(x) is not list:
            raise Unfit
        for x_ in x:
            check_ResponseItem(x_, e)
    if (x := v.get("initialTurnsPage")) is not None:
        check_ThreadResumeInitialTurnsPageParams(x, e)
    if (x := v.get("model")) is not None:
        if type(x) is not str:
            raise Unfit
    if (x := v.get("modelProvider")) is not None:
        if type(x) is not str:
            raise Unfit
    if (x := v.get("path")) is not None:
        if type(x) is not str:
            raise Unfit
    if (x := v.get("permissions")) is not None:
        if type(x) is not str:
            raise Unfit
    if (x := v.get("personality")) is not None:
        check_Personality(x, e)
    if (x := v.get("runtimeWorkspaceRoots")) is not None:
        if type(x) is not list:
            raise Unfit
        for x_ in x:
            if type(x_) is not str:
                raise Unfit
    if (x := v.get("sandbox")) is not None:
        check_SandboxMode(x, e)
    if (x := v.get("serviceTier")) is not None:
        if type(x) is not str:
            raise Unfit


def check_ThreadShellCommandParams(v, e, known=frozenset({"command", "threadId", "timeoutMs"})):
    if type(v) is not dict or not v.keys() <= known:
        raise Unfit
    x = v["command"]
    if type(x) is not str:
        raise Unfit
    x = v["threadId"]
    if type(x) is not str:
        raise Unfit
    if (x := v.get("timeoutMs")) is not None:
        if type(x) is not int or not -9223372036854775808 <= x <= 9223372036854775807:
            raise Unfit


def check_ThreadSortKey(
    v, e, values=frozenset({"created_at", "updated_at", "recency_at", "section_position"})
):
    member(v, "ThreadSortKey", values)


def check_ThreadSource(v, e):
    if type(v) is not str:
        member(v, "ThreadSource", frozenset())


def check_ThreadSourceKind(
    v,
    e,
    values=frozenset(
        {
            "cli",
            "vscode",
            "exec",
            "appServer",
            "subAgent",
            "subAgentReview",
            "subAgentCompact",
            "subAgentThreadSpawn",
            "subAgentOther",
            "unknown",
        }
    ),
):
    member(v, "ThreadSourceKind", values)


def check_ThreadStartParams(
    v,
    e,
    known=frozenset(
        {
            "allowProviderModelFallback",
            "approvalPolicy",
            "approvalsReviewer",
            "baseInstructions",
            "config",
            "cwd",
            "daybreakEnabled",
            "developerInstructions",
            "dynamicTools",
            "environments",
            "ephemeral",
            "experimentalRawEvents",
            "historyMode",
            "mockExperimentalField",
            "model",
            "modelProvider",
            "multiAgentMode",
            "permissions",
            "personality",
            "projectId",
            "runtimeWorkspaceRoots",
            "sandbox",
            "selectedCapabilityRoots",
            "serviceName",
            "serviceTier",
            "sessionStartSource",
            "threadSource",
        }
    ),
    stable=frozenset(
        {
            "approvalPolicy",
            "approvalsReviewer",
            "baseInstructions",
            "config",
            "cwd",
            "developerInstructions",
            "ephemeral",
            "model",
            "modelProvider",
            "personality",
            "sandbox",
            "serviceName",
            "serviceTier",
            "sessionStartSource",
            "threadSource",
        }
    ),
):
    if type(v) is not dict or not v.keys() <= (known if e else stable):
        raise Unfit
    if "allowProviderModelFallback" in v:
        x = v["allowProviderModelFallback"]
        if type(x) is not bool:
            raise Unfit
    if (x := v.get("approvalPolicy")) is not None:
        check_AskForApproval(x, e)
    if (x := v.get("approvalsReviewer")) is not None:
        check_ApprovalsReviewer(x, e)
    if (x := v.get("baseInstructions")) is not None:
        if type(x) is not str:
            raise Unfit
    if (x := v.get("config")) is not None:
        if type(x) is not dict:
            raise Unfit
        for k in x:
            if type(k) is not str:
                raise Unfit
    if (x := v.get("cwd")) is not None:
        if type(x) is not str:
            raise Unfit
    if (x := v.get("daybreakEnabled")) is not None:
        if type(x) is not bool:
            raise Unfit
    if (x := v.get("developerInstructions")) is not None:
        if type(x) is not str:
            raise Unfit
    if (x := v.get("dynamicTools")) is not None:
        if type(x) is not list:
            raise Unfit
        for x_ in x:
            check_DynamicToolSpec(x_, e)
    if (x := v.get("environments")) is not None:
        if type(x) is not list:
            raise Unfit
        for x_ in x:
            check_TurnEnvironmentParams(x_, e)
    if (x := v.get("ephemeral")) is not None:
        if type(x) is not bool:
            raise Unfit
    if "experimentalRawEvents" in v:
        x = v["experimentalRawEvents"]
        if type(x) is not bool:
            raise Unfit
    if (x := v.get("historyMode")) is not None:
        check_ThreadHistoryMode(x, e)
    if (x := v.get("mockExperimentalField")) is not None:
        if type(x) is not str:
            raise Unfit
    if (x := v.get("model")) is not None:
        if type(x) is not str:
            raise Unfit
    if (x := v.get("modelProvider")) is not None:
        if type(x) is not str:
            raise Unfit
    if (x := v.get("multiAgentMode")) is not None:
        check_MultiAgentMode(x, e)
    if (x := v.get("permissions")) is not None:
        if type(x) is not str:
            raise Unfit
    if (x := v.get("personality")) is not None:
        check_Personality(x, e)
    if (x := v.get("projectId")) is not None:
        if type(x) is not str:
            raise Unfit
    if (x := v.get("runtimeWorkspaceRoots")) is not None:
        if type(x) is not list:
            raise Unfit
        for x_ in x:
            if type(x_) is not str:
                raise Unfit
    if (x := v.get("sandbox")) is not None:
        check_SandboxMode(x, e)
    if (x := v.get("selectedCapabilityRoots")) is not None:
        if type(x) is not list:
            raise Unfit
        for x_ in x:
            check_SelectedCapabilityRoot(x_, e)
    if (x := v.get("serviceName")) is not None:
        if type(x) is not str:
            raise Unfit
    if (x := v.get("serviceTier")) is not None:
        if type(x) is not str:
            raise Unfit
    if (x := v.get("sessionStartSource")) is not None:
        check_ThreadStartSource(x, e)
    if (x := v.get("threadSource")) is not None:
        check_ThreadSource(x, e)


def check_ThreadStartSource(v, e, values=frozenset({"startup", "clear"})):
    member(v, "ThreadStartSource", values)


def check_ThreadUnarchiveParams(v, e, known=frozenset({"threadId"})):
    if type(v) is not dict or not v.keys() <= known:
        raise Unfit
    x = v["threadId"]
    if type(x) is not str:
        raise Unfit


def check_ThreadUnsubscribeParams(v, e, known=frozenset({"threadId"})):
    if type(v) is not dict or not v.keys() <= known:
        raise Unfit
    x = v["threadId"]
    if type(x) is not str:
        raise Unfit
