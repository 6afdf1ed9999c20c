"""Fast checkers: whether JSON may be sent as it is.

Do not edit: `python -m schema.generator` writes this file.
"""

from __future__ import annotations

# The functions take JSON of any shape, and their speed is what they are for.
# mypy: allow-untyped-defs, allow-untyped-calls, no-check-untyped-defs, no-warn-return-any
from ..._fast import Unfit, later

check_SandboxPolicy = later(globals(), "permission", "check_SandboxPolicy")


def check_CommandExecParams(
    v,
    e,
    known=frozenset(
        {
            "command",
            "cwd",
            "disableOutputCap",
            "disableTimeout",
            "env",
            "outputBytesCap",
            "permissionProfile",
            "processId",
            "sandboxPolicy",
            "size",
            "streamStdin",
            "streamStdoutStderr",
            "timeoutMs",
            "tty",
        }
    ),
    stable=frozenset(
        {
            "command",
            "cwd",
            "disableOutputCap",
            "disableTimeout",
            "env",
            "outputBytesCap",
            "processId",
            "sandboxPolicy",
            "size",
            "streamStdin",
            "streamStdoutStderr",
            "timeoutMs",
            "tty",
        }
    ),
):
    if type(v) is not dict or not v.keys() <= (known if e else stable):
        raise Unfit
    x = v["command"]
    if type(x) is not list:
        raise Unfit
    for x_ in x:
        if type(x_) is not str:
            raise Unfit
    if (x := v.get("cwd")) is not None:
        if type(x) is not str:
            raise Unfit
    if "disableOutputCap" in v:
        x = v["disableOutputCap"]
        if type(x) is not bool:
            raise Unfit
    if "disableTimeout" in v:
        x = v["disableTimeout"]
        if type(x) is not bool:
            raise Unfit
    if (x := v.get("env")) is not None:
        if type(x) is not dict:
            raise Unfit
        for k, x_ in x.items():
            if type(k) is not str:
                raise Unfit
            if x_ is not None:
                if type(x_) is not str:
                    raise Unfit
    if (x := v.get("outputBytesCap")) is not None:
        if type(x) is not int or not 0 <= x <= 18446744073709551615:
            raise Unfit
    if (x := v.get("permissionProfile")) is not None:
        if type(x) is not str:
            raise Unfit
    if (x := v.get("processId")) is not None:
        if type(x) is not str:
            raise Unfit
    if (x := v.get("sandboxPolicy")) is not None:
        check_SandboxPolicy(x, e)
    if (x := v.get("size")) is not None:
        check_CommandExecTerminalSize(x, e)
    if "streamStdin" in v:
        x = v["streamStdin"]
        if type(x) is not bool:
            raise Unfit
    if "streamStdoutStderr" in v:
        x = v["streamStdoutStderr"]
        if type(x) is not bool:
            raise Unfit
    if (x := v.get("timeoutMs")) is not None:
        if type(x) is not int or not -9223372036854775808 <= x <= 9223372036854775807:
            raise Unfit
    if "tty" in v:
        x = v["tty"]
        if type(x) is not bool:
            raise Unfit


def check_CommandExecResizeParams(v, e, known=frozenset({"processId", "size"})):
    if type(v) is not dict or not v.keys() <= known:
        raise Unfit
    x = v["processId"]
    if type(x) is not str:
        raise Unfit
    x = v["size"]
    check_CommandExecTerminalSize(x, e)


def check_CommandExecTerminalSize(v, e, known=frozenset({"cols", "rows"})):
    if type(v) is not dict or not v.keys() <= known:
        raise Unfit
    x = v["cols"]
    if type(x) is not int or not 0 <= x <= 65535:
        raise Unfit
    x = v["rows"]
    if type(x) is not int or not 0 <= x <= 65535:
        raise Unfit


def check_CommandExecTerminateParams(v, e, known=frozenset({"processId"})):
    if type(v) is not dict or not v.keys() <= known:
        raise Unfit
    x = v["processId"]
    if type(x) is not str:
        raise Unfit


def check_CommandExecWriteParams(v, e, known=frozenset({"processId", "closeStdin", "deltaBase64"})):
    if type(v) is not dict or not v.keys() <= known:
        raise Unfit
    x = v["processId"]
    if type(x) is not str:
        raise Unfit
    if "closeStdin" in v:
        x = v["closeStdin"]
        if type(x) is not bool:
            raise Unfit
    if (x := v.get("deltaBase64")) is not None:
        if type(x) is not str:
            raise Unfit


def check_ProcessKillParams(v, e, known=frozenset({"processHandle"})):
    if type(v) is not dict or not v.keys() <= known:
        raise Unfit
    x = v["processHandle"]
    if type(x) is not str:
        raise Unfit


def check_ProcessResizePtyParams(v, e, known=frozenset({"processHandle", "size"})):
    if type(v) is not dict or not v.keys() <= known:
        raise Unfit
    x = v["processHandle"]
    if type(x) is not str:
        raise Unfit
    x = v["size"]
    check_ProcessTerminalSize(x, e)


def check_ProcessSpawnParams(
    v,
    e,
    known=frozenset(
        {
            "command",
            "cwd",
            "processHandle",
            "env",
            "outputBytesCap",
            "size",
            "streamStdin",
            "streamStdoutStderr",
            "timeoutMs",
            "tty",
        }
    ),
):
    if type(v) is not dict or not v.keys() <= known:
        raise Unfit
    x = v["command"]
    if type(x) is not list:
        raise Unfit
    for x_ in x:
        if type(x_) is not str:
            raise Unfit
    x = v["cwd"]
    if type(x) is not str:
        raise Unfit
    x = v["processHandle"]
    if type(x) is not str:
        raise Unfit
    if (x := v.get("env")) is not None:
        if type(x) is not dict:
            raise Unfit
        for k, x_ in x.items():
            if type(k) is not str:
                raise Unfit
            if x_ is not None:
                if type(x_) is not str:
                    raise Unfit
    if (x := v.get("outputBytesCap")) is not None:
        if type(x) is not int or not 0 <= x <= 18446744073709551615:
            raise Unfit
    if (x := v.get("size")) is not None:
        check_ProcessTerminalSize(x, e)
    if "streamStdin" in v:
        x = v["streamStdin"]
        if type(x) is not bool:
            raise Unfit
    if "streamStdoutStderr" in v:
        x = v["streamStdoutStderr"]
        if type(x) is not bool:
            raise Unfit
    if (x := v.get("timeoutMs")) is not None:
        if type(x) is not int or not -9223372036854775808 <= x <= 9223372036854775807:
            raise Unfit
    if "tty" in v:
        x = v["tty"]
        if type(x) is not bool:
            raise Unfit


def check_ProcessTerminalSize(v, e, known=frozenset({"cols", "rows"})):
    if type(v) is not dict or not v.keys() <= known:
        raise Unfit
    x = v["cols"]
    if type(x) is not int or not 0 <= x <= 65535:
        raise Unfit
    x = v["rows"]
    if type(x) is not int or not 0 <= x <= 65535:
        raise Unfit


def check_ProcessWriteStdinParams(
    v, e, known=frozenset({"processHandle", "closeStdin", "deltaBase64"})
):
    if type(v) is not dict or not v.keys() <= known:
        raise Unfit
    x = v["processHandle"]
    if type(x) is not str:
        raise Unfit
    if "closeStdin" in v:
        x = v["closeStdin"]
        if type(x) is not bool:
            raise Unfit
    if (x := v.get("deltaBase64")) is not None:
        if type(x) is not str:
            raise Unfit
