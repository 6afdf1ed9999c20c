"""Fast checkers: whether JSON may be sent as it is.

Do not edit: `python -m schema.generator` writes this file.
"""

from __future__ import annotations

# The functions take JSON of any shape, and their speed is what they are for.
# mypy: allow-untyped-defs, allow-untyped-calls, no-check-untyped-defs, no-warn-return-any
from ..._fast import Unfit, member


def check_ClientInfo(v, e, known=frozenset({"name", "version", "title"})):
    if type(v) is not dict or not v.keys() <= known:
        raise Unfit
    x = v["name"]
    if type(x) is not str:
        raise Unfit
    x = v["version"]
    if type(x) is not str:
        raise Unfit
    if (x := v.get("title")) is not None:
        if type(x) is not str:
            raise Unfit


def check_CurrentTimeReadResponse(v, e, known=frozenset({"currentTimeAt"})):
    if type(v) is not dict or not v.keys() <= known:
        raise Unfit
    x = v["currentTimeAt"]
    if type(x) is not int or not -9223372036854775808 <= x <= 9223372036854775807:
        raise Unfit


def check_FeedbackUploadParams(
    v,
    e,
    known=frozenset(
        {"classification", "extraLogFiles", "includeLogs", "reason", "tags", "threadId"}
    ),
):
    if type(v) is not dict or not v.keys() <= known:
        raise Unfit
    x = v["classification"]
    if type(x) is not str:
        raise Unfit
    if (x := v.get("extraLogFiles")) is not None:
        if type(x) is not list:
            raise Unfit
        for x_ in x:
            if type(x_) is not str:
                raise Unfit
    if "includeLogs" in v:
        x = v["includeLogs"]
        if type(x) is not bool:
            raise Unfit
    if (x := v.get("reason")) is not None:
        if type(x) is not str:
            raise Unfit
    if (x := v.get("tags")) is not None:
        if type(x) is not dict:
            raise Unfit
        for k, x_ in x.items():
            if type(k) is not str:
                raise Unfit
            if type(x_) is not str:
                raise Unfit
    if (x := v.get("threadId")) is not None:
        if type(x) is not str:
            raise Unfit


def check_InitializeCapabilities(
    v,
    e,
    known=frozenset(
        {
            "experimentalApi",
            "explicitGatewayOauth",
            "extensions",
            "mcpServerOpenaiFormElicitation",
            "optOutNotificationMethods",
            "requestAttestation",
        }
    ),
):
    if type(v) is not dict or not v.keys() <= known:
        raise Unfit
    if "experimentalApi" in v:
        x = v["experimentalApi"]
        if type(x) is not bool:
            raise Unfit
    if "explicitGatewayOauth" in v:
        x = v["explicitGatewayOauth"]
        if type(x) is not bool:
            raise Unfit
    if (x := v.get("extensions")) is not None:
        if type(x) is not dict:
            raise Unfit
        for k in x:
            if type(k) is not str:
                raise Unfit
    if "mcpServerOpenaiFormElicitation" in v:
        x = v["mcpServerOpenaiFormElicitation"]
        if type(x) is not bool:
            raise Unfit
    if (x := v.get("optOutNotificationMethods")) is not None:
        if type(x) is not list:
            raise Unfit
        for x_ in x:
            if type(x_) is not str:
                raise Unfit
    if "requestAttestation" in v:
        x = v["requestAttestation"]
        if type(x) is not bool:
            raise Unfit


def check_InitializeParams(v, e, known=frozenset({"clientInfo", "capabilities"})):
    if type(v) is not dict or not v.keys() <= known:
        raise Unfit
    x = v["clientInfo"]
    check_ClientInfo(x, e)
    if (x := v.get("capabilities")) is not None:
        check_InitializeCapabilities(x, e)


def check_MockExperimentalMethodParams(v, e, known=frozenset({"value"})):
    if type(v) is not dict or not v.keys() <= known:
        raise Unfit
    if (x := v.get("value")) is not None:
        if type(x) is not str:
            raise Unfit


def check_ServerDiagnosticsParams(v, e, known=frozenset()):
    if type(v) is not dict or not v.keys() <= known:
        raise Unfit


def check_WindowsSandboxSetupMode(v, e, values=frozenset({"elevated", "unelevated"})):
    member(v, "WindowsSandboxSetupMode", values)


def check_WindowsSandboxSetupStartParams(v, e, known=frozenset({"mode", "cwd"})):
    if type(v) is not dict or not v.keys() <= known:
        raise Unfit
    x = v["mode"]
    check_WindowsSandboxSetupMode(x, e)
    if (x := v.get("cwd")) is not None:
        if type(x) is not str:
            raise Unfit
