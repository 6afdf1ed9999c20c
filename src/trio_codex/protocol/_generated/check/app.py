"""Fast checkers: whether JSON may be sent as it is.

Do not edit: `python -m schema.generator` writes this file.
"""

from __future__ import annotations

# The functions take JSON of any shape, and their speed is what they are for.
# mypy: allow-untyped-defs, allow-untyped-calls, no-check-untyped-defs, no-warn-return-any
from ..._fast import Unfit


def check_AppsInstalledParams(v, e, known=frozenset({"forceRefresh", "threadId"})):
    if type(v) is not dict or not v.keys() <= known:
        raise Unfit
    if "forceRefresh" in v:
        x = v["forceRefresh"]
        if type(x) is not bool:
            raise Unfit
    if (x := v.get("threadId")) is not None:
        if type(x) is not str:
            raise Unfit


def check_AppsListParams(v, e, known=frozenset({"cursor", "forceRefetch", "limit", "threadId"})):
    if type(v) is not dict or not v.keys() <= known:
        raise Unfit
    if (x := v.get("cursor")) is not None:
        if type(x) is not str:
            raise Unfit
    if "forceRefetch" in v:
        x = v["forceRefetch"]
        if type(x) is not bool:
            raise Unfit
    if (x := v.get("limit")) is not None:
        if type(x) is not int or not 0 <= x <= 4294967295:
            raise Unfit
    if (x := v.get("threadId")) is not None:
        if type(x) is not str:
            raise Unfit


def check_AppsReadParams(v, e, known=frozenset({"appIds", "includeTools", "threadId"})):
    if type(v) is not dict or not v.keys() <= known:
        raise Unfit
    x = v["appIds"]
    if type(x) is not list:
        raise Unfit
    for x_ in x:
        if type(x_) is not str:
            raise Unfit
    if "includeTools" in v:
        x = v["includeTools"]
        if type(x) is not bool:
            raise Unfit
    if (x := v.get("threadId")) is not None:
        if type(x) is not str:
            raise Unfit
