"""Fast checkers: whether JSON may be sent as it is.

Do not edit: `python -m schema.generator` writes this file.
"""

from __future__ import annotations

# The functions take JSON of any shape, and their speed is what they are for.
# mypy: allow-untyped-defs, allow-untyped-calls, no-check-untyped-defs, no-warn-return-any
from ..._fast import Unfit, later, member

check_AdditionalContextEntry = later(globals(), "permission", "check_AdditionalContextEntry")
check_ApprovalsReviewer = later(globals(), "permission", "check_ApprovalsReviewer")
check_AskForApproval = later(globals(), "permission", "check_AskForApproval")
check_CyberAccessProgram = later(globals(), "account", "check_CyberAccessProgram")
check_FunctionCallOutputBody = later(globals(), "response_item", "check_FunctionCallOutputBody")
check_Personality = later(globals(), "common", "check_Personality")
check_ReasoningEffort = later(globals(), "common", "check_ReasoningEffort")
check_ReasoningSummary = later(globals(), "common", "check_ReasoningSummary")
check_SandboxPolicy = later(globals(), "permission", "check_SandboxPolicy")
check_Settings = later(globals(), "config", "check_Settings")
check_UserInput = later(globals(), "item", "check_UserInput")


def check_CollaborationMode(v, e, known=frozenset({"mode", "settings"})):
    if type(v) is not dict or not v.keys() <= known:
        raise Unfit
    x = v["mode"]
    check_ModeKind(x, e)
    x = v["settings"]
    check_Settings(x, e)


def check_CollaborationModeListParams(v, e, known=frozenset()):
    if type(v) is not dict or not v.keys() <= known:
        raise Unfit


def check_CustomMultiAgentMode(v, e, known=frozenset({"custom"})):
    if type(v) is not dict or not v.keys() <= known:
        raise Unfit
    x = v["custom"]
    if type(x) is not str:
        raise Unfit


def check_ModeKind(v, e, values=frozenset({"plan", "default"})):
    member(v, "ModeKind", values)


def check_MultiAgentMode(v, e):
    if type(v) is dict:
        if "custom" in v:
            check_CustomMultiAgentMode(v, e)
            return
    if type(v) is str:
        check_MultiAgentModeKind(v, e)
        return
    raise Unfit


def check_MultiAgentModeKind(v, e, values=frozenset({"explicitRequestOnly", "proactive"})):
    member(v, "MultiAgentModeKind", values)


def check_TurnEnvironmentParams(
    v, e, known=frozenset({"cwd", "environmentId", "runtimeWorkspaceRoots"})
):
    if type(v) is not dict or not v.keys() <= known:
        raise Unfit
    x = v["cwd"]
    if type(x) is not str:
        raise Unfit
    x = v["environmentId"]
    if type(x) is not str:
        raise Unfit
    if (x := v.get("runtimeWorkspaceRoots")) is not None:
        if type(x) is not list:
            raise Unfit
        for x_ in x:
            if type(x_) is not str:
                raise Unfit


def check_TurnInterruptParams(v, e, known=frozenset({"threadId", "turnId"})):
    if type(v) is not dict or not v.keys() <= known:
        raise Unfit
    x = v["threadId"]
    if type(x) is not str:
        raise Unfit
    x = v["turnId"]
    if type(x) is not str:
        raise Unfit


def check_TurnItemsView(v, e, values=frozenset({"notLoaded", "summary", "full"})):
    member(v, "TurnItemsView", values)


def check_TurnSettingsUpdateParams(
    v,
    e,
    known=frozenset(
        {"threadId", "turnId", "approvalsReviewer", "effort", "model", "serviceTier", "summary"}
    ),
):
    if type(v) is not dict or not v.keys() <= known:
        raise Unfit
    x = v["threadId"]
    if type(x) is not str:
        raise Unfit
    x = v["turnId"]
    if type(x) is not str:
        raise Unfit
    if (x := v.get("approvalsReviewer")) is not None:
        check_ApprovalsReviewer(x, e)
    if (x := v.get("effort")) is not None:
        check_ReasoningEffort(x, e)
    if (x := v.get("model")) is not None:
        if type(x) is not str:
            raise Unfit
    if (x := v.get("serviceTier")) is not None:
        if type(x) is not str:
            raise Unfit
    if (x := v.get("summary")) is not None:
        check_ReasoningSummary(x, e)


def check_TurnStartParams(
    v,
    e,
    known=frozenset(
        {
            "input",
            "threadId",
            "additionalContext",
            "approvalPolicy",
            "approvalsReviewer",
            "clientUserMessageId",
            "collaborationMode",
            "cwd",
            "cyberAccessProgram",
            "disabledPluginIds",
            "effort",
            "environments",
            "model",
            "multiAgentMode",
            "outputSchema",
            "parentTurnId",
            "permissions",
            "personality",
            "responsesapiClientMetadata",
            "rootTurnId",
            "runtimeWorkspaceRoots",
            "sandboxPolicy",
            "serviceTier",
            "serviceTierForTurn",
            "summary",
            "toolOutput",
            "turnTrigger",
        }
    ),
    stable=frozenset(
        {
            "input",
            "threadId",
            "approvalPolicy",
            "approvalsReviewer",
            "clientUserMessageId",
            "cwd",
            "disabledPluginIds",
            "effort",
            "model",
            "outputSchema",
            "parentTurnId",
            "personality",
            "rootTurnId",
            "sandboxPolicy",
            "serviceTier",
            "serviceTierForTurn",
            "summary",
            "toolOutput",
            "turnTrigger",
        }
    ),
):
    if type(v) is not dict or not v.keys() <= (known if e else stable):
        raise Unfit
    x = v["input"]
    if type(x) is not list:
        raise Unfit
    for x_ in x:
        check_UserInput(x_, e)
    x = v["threadId"]
    if type(x) is not str:
        raise Unfit
    if (x := v.get("additionalContext")) is not None:
        if type(x) is not dict:
            raise Unfit
        for k, x_ in x.items():
            if type(k) is not str:
                raise Unfit
            check_AdditionalContextEntry(x_, e)
    if (x := v.get("approvalPolicy")) is not None:
        check_AskForApproval(x, e)
    if (x := v.get("approvalsReviewer")) is not None:
        check_ApprovalsReviewer(x, e)
    if (x := v.get("clientUserMessageId")) is not None:
        if type(x) is not str:
            raise Unfit
    if (x := v.get("collaborationMode")) is not None:
        check_CollaborationMode(x, e)
    if (x := v.get("cwd")) is not None:
        if type(x) is not str:
            raise Unfit
    if (x := v.get("cyberAccessProgram")) is not None:
        check_CyberAccessProgram(x, e)
    if (x := v.get("disabledPluginIds")) is not None:
        if type(x) is not list:
            raise Unfit
        for x_ in x:
            if type(x_) is not str:
                raise Unfit
    if (x := v.get("effort")) is not None:
        check_ReasoningEffort(x, e)
    if (x := v.get("environments")) is not None:
        if type(x) is not list:
            raise Unfit
        for x_ in x:
            check_TurnEnvironmentParams(x_, e)
    if (x := v.get("model")) is not None:
        if type(x) is not str:
            raise Unfit
    if (x := v.get("multiAgentMode")) is not None:
        check_MultiAgentMode(x, e)
    if (x := v.get("parentTurnId")) is not None:
        if type(x) is not str:
            raise Unfit
    if (x := v.get("permissions")) is not None:
        if type(x) is not str:
            raise Unfit
    if (x := v.get("personality")) is not None:
        check_Personality(x, e)
    if (x := v.get("responsesapiClientMetadata")) is not None:
        if type(x) is not dict:
            raise Unfit
        for k, x_ in x.items():
            if type(k) is not str:
                raise Unfit
            if type(x_) is not str:
                raise Unfit
    if (x := v.get("rootTurnId")) is not None:
        if type(x) is not str:
            raise Unfit
    if (x := v.get("runtimeWorkspaceRoots")) is not None:
        if type(x) is not list:
            raise Unfit
        for x_ in x:
            if type(x_) is not str:
                raise Unfit
    if (x := v.get("sandboxPolicy")) is not None:
        check_SandboxPolicy(x, e)
    if (x := v.get("serviceTier")) is not None:
        if type(x) is not str:
            raise Unfit
    if (x := v.get("serviceTierForTurn")) is not None:
        if type(x) is not str:
            raise Unfit
    if (x := v.get("summary")) is not None:
        check_ReasoningSummary(x, e)
    if (x := v.get("toolOutput")) is not None:
        check_TurnToolOutput(x, e)
    if (x := v.get("turnTrigger")) is not None:
        if type(x) is not str:
            raise Unfit


def check_TurnSteerParams(
    v,
    e,
    known=frozenset(
        {
            "expectedTurnId",
            "input",
            "threadId",
            "additionalContext",
            "clientUserMessageId",
            "responsesapiClientMetadata",
        }
    ),
    stable=frozenset({"expectedTurnId", "input", "threadId", "clientUserMessageId"}),
):
    if type(v) is not dict or not v.keys() <= (known if e else stable):
        raise Unfit
    x = v["expectedTurnId"]
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
    if (x := v.get("additionalContext")) is not None:
        if type(x) is not dict:
            raise Unfit
        for k, x_ in x.items():
            if type(k) is not str:
                raise Unfit
            check_AdditionalContextEntry(x_, e)
    if (x := v.get("clientUserMessageId")) is not None:
        if type(x) is not str:
            raise Unfit
    if (x := v.get("responsesapiClientMetadata")) is not None:
        if type(x) is not dict:
            raise Unfit
        for k, x_ in x.items():
            if type(k) is not str:
                raise Unfit
            if type(x_) is not str:
                raise Unfit


def check_TurnToolOutput(v, e, known=frozenset({"name", "output", "namespace", "retain"})):
    if type(v) is not dict or not v.keys() <= known:
        raise Unfit
    x = v["name"]
    if type(x) is not str:
        raise Unfit
    x = v["output"]
    check_FunctionCallOutputBody(x, e)
    if (x := v.get("namespace")) is not None:
        if type(x) is not str:
            raise Unfit
    if "retain" in v:
        x = v["retain"]
        if type(x) is not bool:
            raise Unfit
