"""Fast readers: JSON as it was received to typed values.

Do not edit: `python -m schema.generator` writes this file.
"""

from __future__ import annotations

# The functions take JSON of any shape, and their speed is what they are for.
# mypy: allow-untyped-defs, allow-untyped-calls, no-check-untyped-defs, no-warn-return-any
from ..._fast import Members, Unfit, blank, later
from .. import server as t

read_TextRange = later(globals(), "common", "read_TextRange")
new_ConfigWarningNotification = blank(globals(), "ConfigWarningNotification")


def read_ConfigWarningNotification(v):
    o = new_ConfigWarningNotification()
    if type(x := v["summary"]) is not str:
        raise Unfit
    o.summary = x
    if (x := v.get("details")) is not None and type(x) is not str:
        raise Unfit
    o.details = x
    if (x := v.get("path")) is not None and type(x) is not str:
        raise Unfit
    o.path = x
    o.range = None if (x := v.get("range")) is None else read_TextRange(x)
    o.__class__ = t.ConfigWarningNotification
    return o


new_CurrentTimeReadParams = blank(globals(), "CurrentTimeReadParams")


def read_CurrentTimeReadParams(v):
    o = new_CurrentTimeReadParams()
    if type(x := v["threadId"]) is not str:
        raise Unfit
    o.thread_id = x
    o.__class__ = t.CurrentTimeReadParams
    return o


new_DeprecationNoticeNotification = blank(globals(), "DeprecationNoticeNotification")


def read_DeprecationNoticeNotification(v):
    o = new_DeprecationNoticeNotification()
    if type(x := v["summary"]) is not str:
        raise Unfit
    o.summary = x
    if (x := v.get("details")) is not None and type(x) is not str:
        raise Unfit
    o.details = x
    o.__class__ = t.DeprecationNoticeNotification
    return o


new_FeedbackUploadResponse = blank(globals(), "FeedbackUploadResponse")


def read_FeedbackUploadResponse(v):
    o = new_FeedbackUploadResponse()
    if type(x := v["threadId"]) is not str:
        raise Unfit
    o.thread_id = x
    if (x := v.get("promptHash")) is not None and type(x) is not str:
        raise Unfit
    o.prompt_hash = x
    o.__class__ = t.FeedbackUploadResponse
    return o


new_InitializeResponse = blank(globals(), "InitializeResponse")


def read_InitializeResponse(v):
    o = new_InitializeResponse()
    if type(x := v["codexHome"]) is not str:
        raise Unfit
    o.codex_home = x
    if type(x := v["platformFamily"]) is not str:
        raise Unfit
    o.platform_family = x
    if type(x := v["platformOs"]) is not str:
        raise Unfit
    o.platform_os = x
    if type(x := v["userAgent"]) is not str:
        raise Unfit
    o.user_agent = x
    o.__class__ = t.InitializeResponse
    return o


new_MockExperimentalMethodResponse = blank(globals(), "MockExperimentalMethodResponse")


def read_MockExperimentalMethodResponse(v):
    if type(v) is not dict:
        raise Unfit
    o = new_MockExperimentalMethodResponse()
    if (x := v.get("echoed")) is not None and type(x) is not str:
        raise Unfit
    o.echoed = x
    o.__class__ = t.MockExperimentalMethodResponse
    return o


new_ServerDiagnosticsGauge = blank(globals(), "ServerDiagnosticsGauge")


def read_ServerDiagnosticsGauge(v):
    o = new_ServerDiagnosticsGauge()
    if type(x := v["name"]) is not str:
        raise Unfit
    o.name = x
    if type(x := v["value"]) is not int:
        raise Unfit
    o.value = x
    o.__class__ = t.ServerDiagnosticsGauge
    return o


new_ServerDiagnosticsProcess = blank(globals(), "ServerDiagnosticsProcess")


def read_ServerDiagnosticsProcess(v):
    o = new_ServerDiagnosticsProcess()
    if type(x := v["id"]) is not int:
        raise Unfit
    o.id = x
    if (x := v.get("physicalFootprintBytes")) is not None and type(x) is not int:
        raise Unfit
    o.physical_footprint_bytes = x
    if (x := v.get("residentMemoryBytes")) is not None and type(x) is not int:
        raise Unfit
    o.resident_memory_bytes = x
    o.__class__ = t.ServerDiagnosticsProcess
    return o


new_ServerDiagnosticsResponse = blank(globals(), "ServerDiagnosticsResponse")


def read_ServerDiagnosticsResponse(v):
    o = new_ServerDiagnosticsResponse()
    if type(x := v["gauges"]) is not list:
        raise Unfit
    o.gauges = [read_ServerDiagnosticsGauge(y) for y in x]
    o.process = read_ServerDiagnosticsProcess(v["process"])
    o.__class__ = t.ServerDiagnosticsResponse
    return o


new_WarningNotification = blank(globals(), "WarningNotification")


def read_WarningNotification(v):
    o = new_WarningNotification()
    if type(x := v["message"]) is not str:
        raise Unfit
    o.message = x
    if (x := v.get("threadId")) is not None and type(x) is not str:
        raise Unfit
    o.thread_id = x
    o.__class__ = t.WarningNotification
    return o


read_WindowsSandboxImplementation = Members(t.WindowsSandboxImplementation).__getitem__
read_WindowsSandboxReadiness = Members(t.WindowsSandboxReadiness).__getitem__
new_WindowsSandboxReadinessResponse = blank(globals(), "WindowsSandboxReadinessResponse")


def read_WindowsSandboxReadinessResponse(v):
    o = new_WindowsSandboxReadinessResponse()
    o.status = read_WindowsSandboxReadiness(v["status"])
    o.__class__ = t.WindowsSandboxReadinessResponse
    return o


new_WindowsSandboxSetupCompletedNotification = blank(
    globals(), "WindowsSandboxSetupCompletedNotification"
)


def read_WindowsSandboxSetupCompletedNotification(v):
    o = new_WindowsSandboxSetupCompletedNotification()
    o.mode = read_WindowsSandboxSetupMode(v["mode"])
    if type(x := v["success"]) is not bool:
        raise Unfit
    o.success = x
    if (x := v.get("error")) is not None and type(x) is not str:
        raise Unfit
    o.error = x
    o.__class__ = t.WindowsSandboxSetupCompletedNotification
    return o


read_WindowsSandboxSetupMode = Members(t.WindowsSandboxSetupMode).__getitem__
new_WindowsSandboxSetupStartResponse = blank(globals(), "WindowsSandboxSetupStartResponse")


def read_WindowsSandboxSetupStartResponse(v):
    o = new_WindowsSandboxSetupStartResponse()
    if type(x := v["started"]) is not bool:
        raise Unfit
    o.started = x
    o.__class__ = t.WindowsSandboxSetupStartResponse
    return o


new_WindowsWorldWritableWarningNotification = blank(
    globals(), "WindowsWorldWritableWarningNotification"
)


def read_WindowsWorldWritableWarningNotification(v):
    o = new_WindowsWorldWritableWarningNotification()
    if type(x := v["extraCount"]) is not int:
        raise Unfit
    o.extra_count = x
    if type(x := v["failedScan"]) is not bool:
        raise Unfit
    o.failed_scan = x
    if type(x := v["samplePaths"]) is not list:
        raise Unfit
    for y in x:
        if type(y) is not str:
            raise Unfit
    o.sample_paths = x
    o.__class__ = t.WindowsWorldWritableWarningNotification
    return o
