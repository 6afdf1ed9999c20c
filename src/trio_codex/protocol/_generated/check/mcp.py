"""Fast checkers: whether JSON may be sent as it is.

Do not edit: `python -m schema.generator` writes this file.
"""

from __future__ import annotations

# The functions take JSON of any shape, and their speed is what they are for.
# mypy: allow-untyped-defs, allow-untyped-calls, no-check-untyped-defs, no-warn-return-any
from ..._fast import Unfit, member


def check_ListMcpServerStatusParams(
    v, e, known=frozenset({"cursor", "detail", "limit", "serverName", "threadId"})
):
    if type(v) is not dict or not v.keys() <= known:
        raise Unfit
    if (x := v.get("cursor")) is not None:
        if type(x) is not str:
            raise Unfit
    if (x := v.get("detail")) is not None:
        check_McpServerStatusDetail(x, e)
    if (x := v.get("limit")) is not None:
        if type(x) is not int or not 0 <= x <= 4294967295:
            raise Unfit
    if (x := v.get("serverName")) is not None:
        if type(x) is not str:
            raise Unfit
    if (x := v.get("threadId")) is not None:
        if type(x) is not str:
            raise Unfit


def check_McpResourceReadParams(
    v, e, known=frozenset({"server", "uri", "connectorId", "originCallId", "target", "threadId"})
):
    if type(v) is not dict or not v.keys() <= known:
        raise Unfit
    x = v["server"]
    if type(x) is not str:
        raise Unfit
    x = v["uri"]
    if type(x) is not str:
        raise Unfit
    if (x := v.get("connectorId")) is not None:
        if type(x) is not str:
            raise Unfit
    if (x := v.get("originCallId")) is not None:
        if type(x) is not str:
            raise Unfit
    if (x := v.get("target")) is not None:
        check_McpResourceReadTarget(x, e)
    if (x := v.get("threadId")) is not None:
        if type(x) is not str:
            raise Unfit


def check_McpResourceReadTarget(v, e, known=frozenset({"connectorId", "linkId"})):
    if type(v) is not dict or not v.keys() <= known:
        raise Unfit
    x = v["connectorId"]
    if type(x) is not str:
        raise Unfit
    x = v["linkId"]
    if x is not None:
        if type(x) is not str:
            raise Unfit


def check_McpServerEventStreamStartParams(
    v, e, known=frozenset({"arguments", "name", "server", "subscriptionId", "threadId", "_meta"})
):
    if type(v) is not dict or not v.keys() <= known:
        raise Unfit
    v["arguments"]
    x = v["name"]
    if type(x) is not str:
        raise Unfit
    x = v["server"]
    if type(x) is not str:
        raise Unfit
    x = v["subscriptionId"]
    if type(x) is not str:
        raise Unfit
    x = v["threadId"]
    if type(x) is not str:
        raise Unfit


def check_McpServerEventStreamStopParams(v, e, known=frozenset({"subscriptionId"})):
    if type(v) is not dict or not v.keys() <= known:
        raise Unfit
    x = v["subscriptionId"]
    if type(x) is not str:
        raise Unfit


def check_McpServerOauthClientRegistration(v, e, values=frozenset({"auto", "cimd", "dcr"})):
    member(v, "McpServerOauthClientRegistration", values)


def check_McpServerOauthLoginParams(
    v, e, known=frozenset({"name", "clientRegistration", "scopes", "threadId", "timeoutSecs"})
):
    if type(v) is not dict or not v.keys() <= known:
        raise Unfit
    x = v["name"]
    if type(x) is not str:
        raise Unfit
    if (x := v.get("clientRegistration")) is not None:
        check_McpServerOauthClientRegistration(x, e)
    if (x := v.get("scopes")) is not None:
        if type(x) is not list:
            raise Unfit
        for x_ in x:
            if type(x_) is not str:
                raise Unfit
    if (x := v.get("threadId")) is not None:
        if type(x) is not str:
            raise Unfit
    if (x := v.get("timeoutSecs")) is not None:
        if type(x) is not int or not -9223372036854775808 <= x <= 9223372036854775807:
            raise Unfit


def check_McpServerStatusDetail(v, e, values=frozenset({"full", "toolsAndAuthOnly"})):
    member(v, "McpServerStatusDetail", values)


def check_McpServerToolCallParams(
    v, e, known=frozenset({"server", "threadId", "tool", "_meta", "arguments"})
):
    if type(v) is not dict or not v.keys() <= known:
        raise Unfit
    x = v["server"]
    if type(x) is not str:
        raise Unfit
    x = v["threadId"]
    if type(x) is not str:
        raise Unfit
    x = v["tool"]
    if type(x) is not str:
        raise Unfit
