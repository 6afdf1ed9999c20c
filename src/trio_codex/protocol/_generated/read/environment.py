"""Fast readers: JSON as it was received to typed values.

Do not edit: `python -m schema.generator` writes this file.
"""

from __future__ import annotations

# The functions take JSON of any shape, and their speed is what they are for.
# mypy: allow-untyped-defs, allow-untyped-calls, no-check-untyped-defs, no-warn-return-any
from ..._fast import Members, Unfit, blank
from .. import environment as t

new_EnvironmentAddResponse = blank(globals(), "EnvironmentAddResponse")


def read_EnvironmentAddResponse(v):
    if type(v) is not dict:
        raise Unfit
    o = new_EnvironmentAddResponse()
    o.__class__ = t.EnvironmentAddResponse
    return o


new_EnvironmentConnectionNotification = blank(globals(), "EnvironmentConnectionNotification")


def read_EnvironmentConnectionNotification(v):
    o = new_EnvironmentConnectionNotification()
    if type(x := v["environmentId"]) is not str:
        raise Unfit
    o.environment_id = x
    if type(x := v["threadId"]) is not str:
        raise Unfit
    o.thread_id = x
    o.__class__ = t.EnvironmentConnectionNotification
    return o


new_EnvironmentInfoResponse = blank(globals(), "EnvironmentInfoResponse")


def read_EnvironmentInfoResponse(v):
    o = new_EnvironmentInfoResponse()
    o.shell = read_EnvironmentShellInfo(v["shell"])
    if (x := v.get("cwd")) is not None and type(x) is not str:
        raise Unfit
    o.cwd = x
    o.__class__ = t.EnvironmentInfoResponse
    return o


new_EnvironmentShellInfo = blank(globals(), "EnvironmentShellInfo")


def read_EnvironmentShellInfo(v):
    o = new_EnvironmentShellInfo()
    if type(x := v["name"]) is not str:
        raise Unfit
    o.name = x
    if type(x := v["path"]) is not str:
        raise Unfit
    o.path = x
    o.__class__ = t.EnvironmentShellInfo
    return o


read_EnvironmentStatusKind = Members(t.EnvironmentStatusKind).__getitem__
new_EnvironmentStatusResponse = blank(globals(), "EnvironmentStatusResponse")


def read_EnvironmentStatusResponse(v):
    o = new_EnvironmentStatusResponse()
    o.status = read_EnvironmentStatusKind(v["status"])
    if (x := v.get("error")) is not None and type(x) is not str:
        raise Unfit
    o.error = x
    o.__class__ = t.EnvironmentStatusResponse
    return o
