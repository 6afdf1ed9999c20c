"""Fast readers: JSON as it was received to typed values.

Do not edit: `python -m schema.generator` writes this file.
"""

from __future__ import annotations

# The functions take JSON of any shape, and their speed is what they are for.
# mypy: allow-untyped-defs, allow-untyped-calls, no-check-untyped-defs, no-warn-return-any
from ..._fast import Members, Unfit, blank, later, unknown
from .. import turn as t

read_ReasoningEffort = later(globals(), "common", "read_ReasoningEffort")
read_Settings = later(globals(), "config", "read_Settings")
read_ThreadItem = later(globals(), "item", "read_ThreadItem")
new_ActiveTurnNotSteerableCodexErrorInfo = blank(globals(), "ActiveTurnNotSteerableCodexErrorInfo")


def read_ActiveTurnNotSteerableCodexErrorInfo(v):
    o = new_ActiveTurnNotSteerableCodexErrorInfo()
    o.active_turn_not_steerable = read_ActiveTurnNotSteerableCodexErrorInfoBody(
        v["activeTurnNotSteerable"]
    )
    o.__class__ = t.ActiveTurnNotSteerableCodexErrorInfo
    return o


new_ActiveTurnNotSteerableCodexErrorInfoBody = blank(
    globals(), "ActiveTurnNotSteerableCodexErrorInfoBody"
)


def read_ActiveTurnNotSteerableCodexErrorInfoBody(v):
    o = new_ActiveTurnNotSteerableCodexErrorInfoBody()
    o.turn_kind = read_NonSteerableTurnKind(v["turnKind"])
    o.__class__ = t.ActiveTurnNotSteerableCodexErrorInfoBody
    return o


def read_CodexErrorInfo(v):
    if type(v) is dict:
        if "httpConnectionFailed" in v:
            return read_HttpConnectionFailedCodexErrorInfo(v)
        if "responseStreamConnectionFailed" in v:
            return read_ResponseStreamConnectionFailedCodexErrorInfo(v)
        if "responseStreamDisconnected" in v:
            return read_ResponseStreamDisconnectedCodexErrorInfo(v)
        if "responseTooManyFailedAttempts" in v:
            return read_ResponseTooManyFailedAttemptsCodexErrorInfo(v)
        if "activeTurnNotSteerable" in v:
            return read_ActiveTurnNotSteerableCodexErrorInfo(v)
        return unknown(v)
    if type(v) is str:
        return read_CodexErrorInfoKind(v)
    raise Unfit


read_CodexErrorInfoKind = Members(t.CodexErrorInfoKind).__getitem__
new_CollaborationMode = blank(globals(), "CollaborationMode")


def read_CollaborationMode(v):
    o = new_CollaborationMode()
    o.mode = read_ModeKind(v["mode"])
    o.settings = read_Settings(v["settings"])
    o.__class__ = t.CollaborationMode
    return o


new_CollaborationModeListResponse = blank(globals(), "CollaborationModeListResponse")


def read_CollaborationModeListResponse(v):
    o = new_CollaborationModeListResponse()
    if type(x := v["data"]) is not list:
        raise Unfit
    o.data = [read_CollaborationModeMask(y) for y in x]
    o.__class__ = t.CollaborationModeListResponse
    return o


new_CollaborationModeMask = blank(globals(), "CollaborationModeMask")


def read_CollaborationModeMask(v):
    o = new_CollaborationModeMask()
    if type(x := v["name"]) is not str:
        raise Unfit
    o.name = x
    o.mode = None if (x := v.get("mode")) is None else read_ModeKind(x)
    if (x := v.get("model")) is not None and type(x) is not str:
        raise Unfit
    o.model = x
    o.reasoning_effort = (
        None if (x := v.get("reasoning_effort")) is None else read_ReasoningEffort(x)
    )
    o.__class__ = t.CollaborationModeMask
    return o


new_CustomMultiAgentMode = blank(globals(), "CustomMultiAgentMode")


def read_CustomMultiAgentMode(v):
    o = new_CustomMultiAgentMode()
    if type(x := v["custom"]) is not str:
        raise Unfit
    o.custom = x
    o.__class__ = t.CustomMultiAgentMode
    return o


new_ErrorNotification = blank(globals(), "ErrorNotification")


def read_ErrorNotification(v):
    o = new_ErrorNotification()
    o.error = read_TurnError(v["error"])
    if type(x := v["threadId"]) is not str:
        raise Unfit
    o.thread_id = x
    if type(x := v["turnId"]) is not str:
        raise Unfit
    o.turn_id = x
    if type(x := v["willRetry"]) is not bool:
        raise Unfit
    o.will_retry = x
    o.__class__ = t.ErrorNotification
    return o


new_HttpConnectionFailedCodexErrorInfo = blank(globals(), "HttpConnectionFailedCodexErrorInfo")


def read_HttpConnectionFailedCodexErrorInfo(v):
    o = new_HttpConnectionFailedCodexErrorInfo()
    o.http_connection_failed = read_HttpConnectionFailedCodexErrorInfoBody(
        v["httpConnectionFailed"]
    )
    o.__class__ = t.HttpConnectionFailedCodexErrorInfo
    return o


new_HttpConnectionFailedCodexErrorInfoBody = blank(
    globals(), "HttpConnectionFailedCodexErrorInfoBody"
)


def read_HttpConnectionFailedCodexErrorInfoBody(v):
    if type(v) is not dict:
        raise Unfit
    o = new_HttpConnectionFailedCodexErrorInfoBody()
    if (x := v.get("httpStatusCode")) is not None and type(x) is not int:
        raise Unfit
    o.http_status_code = x
    o.__class__ = t.HttpConnectionFailedCodexErrorInfoBody
    return o


new_MisalignmentErrorDetails = blank(globals(), "MisalignmentErrorDetails")


def read_MisalignmentErrorDetails(v):
    if type(v) is not dict:
        raise Unfit
    o = new_MisalignmentErrorDetails()
    if (x := v.get("detailedExplanation")) is not None and type(x) is not str:
        raise Unfit
    o.detailed_explanation = x
    if (x := v.get("errorType")) is not None and type(x) is not str:
        raise Unfit
    o.error_type = x
    if (x := v.get("reviewTarget")) is not None and type(x) is not str:
        raise Unfit
    o.review_target = x
    o.steer = None if (x := v.get("steer")) is None else read_MisalignmentSteer(x)
    o.__class__ = t.MisalignmentErrorDetails
    return o


new_MisalignmentSteer = blank(globals(), "MisalignmentSteer")


def read_MisalignmentSteer(v):
    o = new_MisalignmentSteer()
    if type(x := v["message"]) is not str:
        raise Unfit
    o.message = x
    o.__class__ = t.MisalignmentSteer
    return o


read_ModeKind = Members(t.ModeKind).__getitem__


def read_MultiAgentMode(v):
    if type(v) is dict:
        if "custom" in v:
            return read_CustomMultiAgentMode(v)
        return unknown(v)
    if type(v) is str:
        return read_MultiAgentModeKind(v)
    raise Unfit


read_MultiAgentModeKind = Members(t.MultiAgentModeKind).__getitem__
read_MultiAgentVersion = Members(t.MultiAgentVersion).__getitem__
read_NonSteerableTurnKind = Members(t.NonSteerableTurnKind).__getitem__
new_ResponseStreamConnectionFailedCodexErrorInfo = blank(
    globals(), "ResponseStreamConnectionFailedCodexErrorInfo"
)


def read_ResponseStreamConnectionFailedCodexErrorInfo(v):
    o = new_ResponseStreamConnectionFailedCodexErrorInfo()
    o.response_stream_connection_failed = read_ResponseStreamConnectionFailedCodexErrorInfoBody(
        v["responseStreamConnectionFailed"]
    )
    o.__class__ = t.ResponseStreamConnectionFailedCodexErrorInfo
    return o


new_ResponseStreamConnectionFailedCodexErrorInfoBody = blank(
    globals(), "ResponseStreamConnectionFailedCodexErrorInfoBody"
)


def read_ResponseStreamConnectionFailedCodexErrorInfoBody(v):
    if type(v) is not dict:
        raise Unfit
    o = new_ResponseStreamConnectionFailedCodexErrorInfoBody()
    if (x := v.get("httpStatusCode")) is not None and type(x) is not int:
        raise Unfit
    o.http_status_code = x
    o.__class__ = t.ResponseStreamConnectionFailedCodexErrorInfoBody
    return o


new_ResponseStreamDisconnectedCodexErrorInfo = blank(
    globals(), "ResponseStreamDisconnectedCodexErrorInfo"
)


def read_ResponseStreamDisconnectedCodexErrorInfo(v):
    o = new_ResponseStreamDisconnectedCodexErrorInfo()
    o.response_stream_disconnected = read_ResponseStreamDisconnectedCodexErrorInfoBody(
        v["responseStreamDisconnected"]
    )
    o.__class__ = t.ResponseStreamDisconnectedCodexErrorInfo
    return o


new_ResponseStreamDisconnectedCodexErrorInfoBody = blank(
    globals(), "ResponseStreamDisconnectedCodexErrorInfoBody"
)


def read_ResponseStreamDisconnectedCodexErrorInfoBody(v):
    if type(v) is not dict:
        raise Unfit
    o = new_ResponseStreamDisconnectedCodexErrorInfoBody()
    if (x := v.get("httpStatusCode")) is not None and type(x) is not int:
        raise Unfit
    o.http_status_code = x
    o.__class__ = t.ResponseStreamDisconnectedCodexErrorInfoBody
    return o


new_ResponseTooManyFailedAttemptsCodexErrorInfo = blank(
    globals(), "ResponseTooManyFailedAttemptsCodexErrorInfo"
)


def read_ResponseTooManyFailedAttemptsCodexErrorInfo(v):
    o = new_ResponseTooManyFailedAttemptsCodexErrorInfo()
    o.response_too_many_failed_attempts = read_ResponseTooManyFailedAttemptsCodexErrorInfoBody(
        v["responseTooManyFailedAttempts"]
    )
    o.__class__ = t.ResponseTooManyFailedAttemptsCodexErrorInfo
    return o


new_ResponseTooManyFailedAttemptsCodexErrorInfoBody = blank(
    globals(), "ResponseTooManyFailedAttemptsCodexErrorInfoBody"
)


def read_ResponseTooManyFailedAttemptsCodexErrorInfoBody(v):
    if type(v) is not dict:
        raise Unfit
    o = new_ResponseTooManyFailedAttemptsCodexErrorInfoBody()
    if (x := v.get("httpStatusCode")) is not None and type(x) is not int:
        raise Unfit
    o.http_status_code = x
    o.__class__ = t.ResponseTooManyFailedAttemptsCodexErrorInfoBody
    return o


new_Turn = blank(globals(), "Turn")


def read_Turn(v):
    o = new_Turn()
    if type(x := v["id"]) is not str:
        raise Unfit
    o.id = x
    if type(x := v["items"]) is not list:
        raise Unfit
    o.items = [read_ThreadItem(y) for y in x]
    o.status = read_TurnStatus(v["status"])
    if (x := v.get("completedAt")) is not None and type(x) is not int:
        raise Unfit
    o.completed_at = x
    if (x := v.get("durationMs")) is not None and type(x) is not int:
        raise Unfit
    o.duration_ms = x
    o.error = None if (x := v.get("error")) is None else read_TurnError(x)
    if "itemsView" in v:
        o.items_view = read_TurnItemsView(v["itemsView"])
    else:
        o.items_view = t.TurnItemsView.FULL
    if (x := v.get("rootTurnId")) is not None and type(x) is not str:
        raise Unfit
    o.root_turn_id = x
    if (x := v.get("startedAt")) is not None and type(x) is not int:
        raise Unfit
    o.started_at = x
    o.__class__ = t.Turn
    return o


new_TurnCompletedNotification = blank(globals(), "TurnCompletedNotification")


def read_TurnCompletedNotification(v):
    o = new_TurnCompletedNotification()
    if type(x := v["threadId"]) is not str:
        raise Unfit
    o.thread_id = x
    o.turn = read_Turn(v["turn"])
    o.__class__ = t.TurnCompletedNotification
    return o


new_TurnDiffUpdatedNotification = blank(globals(), "TurnDiffUpdatedNotification")


def read_TurnDiffUpdatedNotification(v):
    o = new_TurnDiffUpdatedNotification()
    if type(x := v["diff"]) is not str:
        raise Unfit
    o.diff = x
    if type(x := v["threadId"]) is not str:
        raise Unfit
    o.thread_id = x
    if type(x := v["turnId"]) is not str:
        raise Unfit
    o.turn_id = x
    o.__class__ = t.TurnDiffUpdatedNotification
    return o


new_TurnError = blank(globals(), "TurnError")


def read_TurnError(v):
    o = new_TurnError()
    if type(x := v["message"]) is not str:
        raise Unfit
    o.message = x
    if (x := v.get("additionalDetails")) is not None and type(x) is not str:
        raise Unfit
    o.additional_details = x
    o.codex_error_info = None if (x := v.get("codexErrorInfo")) is None else read_CodexErrorInfo(x)
    o.misalignment = (
        None if (x := v.get("misalignment")) is None else read_MisalignmentErrorDetails(x)
    )
    o.__class__ = t.TurnError
    return o


new_TurnInterruptResponse = blank(globals(), "TurnInterruptResponse")


def read_TurnInterruptResponse(v):
    if type(v) is not dict:
        raise Unfit
    o = new_TurnInterruptResponse()
    o.__class__ = t.TurnInterruptResponse
    return o


read_TurnItemsView = Members(t.TurnItemsView).__getitem__
new_TurnModerationMetadataNotification = blank(globals(), "TurnModerationMetadataNotification")


def read_TurnModerationMetadataNotification(v):
    o = new_TurnModerationMetadataNotification()
    o.metadata = v["metadata"]
    if type(x := v["threadId"]) is not str:
        raise Unfit
    o.thread_id = x
    if type(x := v["turnId"]) is not str:
        raise Unfit
    o.turn_id = x
    o.__class__ = t.TurnModerationMetadataNotification
    return o


new_TurnPlanStep = blank(globals(), "TurnPlanStep")


def read_TurnPlanStep(v):
    o = new_TurnPlanStep()
    o.status = read_TurnPlanStepStatus(v["status"])
    if type(x := v["step"]) is not str:
        raise Unfit
    o.step = x
    o.__class__ = t.TurnPlanStep
    return o


read_TurnPlanStepStatus = Members(t.TurnPlanStepStatus).__getitem__
new_TurnPlanUpdatedNotification = blank(globals(), "TurnPlanUpdatedNotification")


def read_TurnPlanUpdatedNotification(v):
    o = new_TurnPlanUpdatedNotification()
    if type(x := v["plan"]) is not list:
        raise Unfit
    o.plan = [read_TurnPlanStep(y) for y in x]
    if type(x := v["threadId"]) is not str:
        raise Unfit
    o.thread_id = x
    if type(x := v["turnId"]) is not str:
        raise Unfit
    o.turn_id = x
    if (x := v.get("explanation")) is not None and type(x) is not str:
        raise Unfit
    o.explanation = x
    o.__class__ = t.TurnPlanUpdatedNotification
    return o


new_TurnSettingsUpdateResponse = blank(globals(), "TurnSettingsUpdateResponse")


def read_TurnSettingsUpdateResponse(v):
    o = new_TurnSettingsUpdateResponse()
    o.status = read_TurnSettingsUpdateStatus(v["status"])
    o.__class__ = t.TurnSettingsUpdateResponse
    return o


read_TurnSettingsUpdateStatus = Members(t.TurnSettingsUpdateStatus).__getitem__
new_TurnStartResponse = blank(globals(), "TurnStartResponse")


def read_TurnStartResponse(v):
    o = new_TurnStartResponse()
    o.turn = read_Turn(v["turn"])
    o.__class__ = t.TurnStartResponse
    return o


new_TurnStartedNotification = blank(globals(), "TurnStartedNotification")


def read_TurnStartedNotification(v):
    o = new_TurnStartedNotification()
    if type(x := v["threadId"]) is not str:
        raise Unfit
    o.thread_id = x
    o.turn = read_Turn(v["turn"])
    o.__class__ = t.TurnStartedNotification
    return o


read_TurnStatus = Members(t.TurnStatus).__getitem__
new_TurnSteerResponse = blank(globals(), "TurnSteerResponse")


def read_TurnSteerResponse(v):
    o = new_TurnSteerResponse()
    if type(x := v["turnId"]) is not str:
        raise Unfit
    o.turn_id = x
    o.__class__ = t.TurnSteerResponse
    return o
