"""Fast checkers: whether JSON may be sent as it is.

Do not edit: `python -m schema.generator` writes this file.
"""

from __future__ import annotations

# The functions take JSON of any shape, and their speed is what they are for.
# mypy: allow-untyped-defs, allow-untyped-calls, no-check-untyped-defs, no-warn-return-any
from ..._fast import Unfit


def check_CapabilityRootLocation(v, e):
    if type(v) is dict:
        by_tag_CapabilityRootLocation[v["type"]](v, e)
        return
    raise Unfit


def check_EnvironmentAddParams(
    v,
    e,
    known=frozenset(
        {
            "environmentId",
            "execServerUrl",
            "authBearerToken",
            "connectTimeoutMs",
            "skills",
            "websocketRequestId",
        }
    ),
):
    if type(v) is not dict or not v.keys() <= known:
        raise Unfit
    x = v["environmentId"]
    if type(x) is not str:
        raise Unfit
    x = v["execServerUrl"]
    if type(x) is not str:
        raise Unfit
    if (x := v.get("authBearerToken")) is not None:
        if type(x) is not str:
            raise Unfit
    if (x := v.get("connectTimeoutMs")) is not None:
        if type(x) is not int or not 0 <= x <= 18446744073709551615:
            raise Unfit
    if (x := v.get("skills")) is not None:
        check_EnvironmentSkillsParams(x, e)
    if (x := v.get("websocketRequestId")) is not None:
        if type(x) is not str:
            raise Unfit


def check_EnvironmentCapabilityRootLocation(
    v, e, known=frozenset({"type", "environmentId", "path"})
):
    if type(v) is not dict or not v.keys() <= known:
        raise Unfit
    x = v["type"]
    if type(x) is not str or x != "environment":
        raise Unfit
    x = v["environmentId"]
    if type(x) is not str:
        raise Unfit
    x = v["path"]
    if type(x) is not str:
        raise Unfit


def check_EnvironmentInfoParams(v, e, known=frozenset({"environmentId"})):
    if type(v) is not dict or not v.keys() <= known:
        raise Unfit
    x = v["environmentId"]
    if type(x) is not str:
        raise Unfit


def check_EnvironmentSkillsParams(v, e, known=frozenset({"required"})):
    if type(v) is not dict or not v.keys() <= known:
        raise Unfit
    if (x := v.get("required")) is not None:
        if type(x) is not list:
            raise Unfit
        for x_ in x:
            if type(x_) is not str:
                raise Unfit


def check_EnvironmentStatusParams(v, e, known=frozenset({"environmentId"})):
    if type(v) is not dict or not v.keys() <= known:
        raise Unfit
    x = v["environmentId"]
    if type(x) is not str:
        raise Unfit


def check_SelectedCapabilityRoot(v, e, known=frozenset({"id", "location"})):
    if type(v) is not dict or not v.keys() <= known:
        raise Unfit
    x = v["id"]
    if type(x) is not str:
        raise Unfit
    x = v["location"]
    check_CapabilityRootLocation(x, e)


by_tag_CapabilityRootLocation = {"environment": check_EnvironmentCapabilityRootLocation}
