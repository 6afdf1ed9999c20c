"""Fast readers: JSON as it was received to typed values.

Do not edit: `python -m schema.generator` writes this file.
"""

from __future__ import annotations

# The functions take JSON of any shape, and their speed is what they are for.
# mypy: allow-untyped-defs, allow-untyped-calls, no-check-untyped-defs, no-warn-return-any
from ..._fast import Members, Unfit, blank
from .. import command as t

new_CommandExecOutputDeltaNotification = blank(globals(), "CommandExecOutputDeltaNotification")


def read_CommandExecOutputDeltaNotification(v):
    o = new_CommandExecOutputDeltaNotification()
    if type(x := v["capReached"]) is not bool:
        raise Unfit
    o.cap_reached = x
    if type(x := v["deltaBase64"]) is not str:
        raise Unfit
    o.delta_base64 = x
    if type(x := v["processId"]) is not str:
        raise Unfit
    o.process_id = x
    o.stream = read_CommandExecOutputStream(v["stream"])
    o.__class__ = t.CommandExecOutputDeltaNotification
    return o


read_CommandExecOutputStream = Members(t.CommandExecOutputStream).__getitem__
new_CommandExecResizeResponse = blank(globals(), "CommandExecResizeResponse")


def read_CommandExecResizeResponse(v):
    if type(v) is not dict:
        raise Unfit
    o = new_CommandExecResizeResponse()
    o.__class__ = t.CommandExecResizeResponse
    return o


new_CommandExecResponse = blank(globals(), "CommandExecResponse")


def read_CommandExecResponse(v):
    o = new_CommandExecResponse()
    if type(x := v["exitCode"]) is not int:
        raise Unfit
    o.exit_code = x
    if type(x := v["stderr"]) is not str:
        raise Unfit
    o.stderr = x
    if type(x := v["stdout"]) is not str:
        raise Unfit
    o.stdout = x
    o.__class__ = t.CommandExecResponse
    return o


new_CommandExecTerminateResponse = blank(globals(), "CommandExecTerminateResponse")


def read_CommandExecTerminateResponse(v):
    if type(v) is not dict:
        raise Unfit
    o = new_CommandExecTerminateResponse()
    o.__class__ = t.CommandExecTerminateResponse
    return o


new_CommandExecWriteResponse = blank(globals(), "CommandExecWriteResponse")


def read_CommandExecWriteResponse(v):
    if type(v) is not dict:
        raise Unfit
    o = new_CommandExecWriteResponse()
    o.__class__ = t.CommandExecWriteResponse
    return o


new_ProcessExitedNotification = blank(globals(), "ProcessExitedNotification")


def read_ProcessExitedNotification(v):
    o = new_ProcessExitedNotification()
    if type(x := v["exitCode"]) is not int:
        raise Unfit
    o.exit_code = x
    if type(x := v["processHandle"]) is not str:
        raise Unfit
    o.process_handle = x
    if type(x := v["stderr"]) is not str:
        raise Unfit
    o.stderr = x
    if type(x := v["stderrCapReached"]) is not bool:
        raise Unfit
    o.stderr_cap_reached = x
    if type(x := v["stdout"]) is not str:
        raise Unfit
    o.stdout = x
    if type(x := v["stdoutCapReached"]) is not bool:
        raise Unfit
    o.stdout_cap_reached = x
    o.__class__ = t.ProcessExitedNotification
    return o


new_ProcessKillResponse = blank(globals(), "ProcessKillResponse")


def read_ProcessKillResponse(v):
    if type(v) is not dict:
        raise Unfit
    o = new_ProcessKillResponse()
    o.__class__ = t.ProcessKillResponse
    return o


new_ProcessOutputDeltaNotification = blank(globals(), "ProcessOutputDeltaNotification")


def read_ProcessOutputDeltaNotification(v):
    o = new_ProcessOutputDeltaNotification()
    if type(x := v["capReached"]) is not bool:
        raise Unfit
    o.cap_reached = x
    if type(x := v["deltaBase64"]) is not str:
        raise Unfit
    o.delta_base64 = x
    if type(x := v["processHandle"]) is not str:
        raise Unfit
    o.process_handle = x
    o.stream = read_ProcessOutputStream(v["stream"])
    o.__class__ = t.ProcessOutputDeltaNotification
    return o


read_ProcessOutputStream = Members(t.ProcessOutputStream).__getitem__
new_ProcessResizePtyResponse = blank(globals(), "ProcessResizePtyResponse")


def read_ProcessResizePtyResponse(v):
    if type(v) is not dict:
        raise Unfit
    o = new_ProcessResizePtyResponse()
    o.__class__ = t.ProcessResizePtyResponse
    return o


new_ProcessSpawnResponse = blank(globals(), "ProcessSpawnResponse")


def read_ProcessSpawnResponse(v):
    if type(v) is not dict:
        raise Unfit
    o = new_ProcessSpawnResponse()
    o.__class__ = t.ProcessSpawnResponse
    return o


new_ProcessWriteStdinResponse = blank(globals(), "ProcessWriteStdinResponse")


def read_ProcessWriteStdinResponse(v):
    if type(v) is not dict:
        raise Unfit
    o = new_ProcessWriteStdinResponse()
    o.__class__ = t.ProcessWriteStdinResponse
    return o


new_TerminalInteractionNotification = blank(globals(), "TerminalInteractionNotification")


def read_TerminalInteractionNotification(v):
    o = new_TerminalInteractionNotification()
    if type(x := v["itemId"]) is not str:
        raise Unfit
    o.item_id = x
    if type(x := v["processId"]) is not str:
        raise Unfit
    o.process_id = x
    if type(x := v["stdin"]) is not str:
        raise Unfit
    o.stdin = x
    if type(x := v["threadId"]) is not str:
        raise Unfit
    o.thread_id = x
    if type(x := v["turnId"]) is not str:
        raise Unfit
    o.turn_id = x
    o.__class__ = t.TerminalInteractionNotification
    return o
