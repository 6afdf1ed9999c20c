"""Fast checkers: whether JSON may be sent as it is.

Do not edit: `python -m schema.generator` writes this file.
"""

from __future__ import annotations

# The functions take JSON of any shape, and their speed is what they are for.
# mypy: allow-untyped-defs, allow-untyped-calls, no-check-untyped-defs, no-warn-return-any
from ..._fast import Unfit, later, member

check_SortDirection = later(globals(), "common", "check_SortDirection")


def check_ProjectCreateParams(
    v, e, known=frozenset({"idempotencyKey", "name", "roots", "metadata"})
):
    if type(v) is not dict or not v.keys() <= known:
        raise Unfit
    x = v["idempotencyKey"]
    if type(x) is not str:
        raise Unfit
    x = v["name"]
    if type(x) is not str:
        raise Unfit
    x = v["roots"]
    if type(x) is not list:
        raise Unfit
    for x_ in x:
        check_ProjectRoot(x_, e)
    if (x := v.get("metadata")) is not None:
        if type(x) is not dict:
            raise Unfit
        for k, x_ in x.items():
            if type(k) is not str:
                raise Unfit
            if type(x_) is not str:
                raise Unfit


def check_ProjectDeleteParams(v, e, known=frozenset({"projectId"})):
    if type(v) is not dict or not v.keys() <= known:
        raise Unfit
    x = v["projectId"]
    if type(x) is not str:
        raise Unfit


def check_ProjectImportParams(
    v, e, known=frozenset({"idempotencyKey", "name", "roots", "metadata", "threads"})
):
    if type(v) is not dict or not v.keys() <= known:
        raise Unfit
    x = v["idempotencyKey"]
    if type(x) is not str:
        raise Unfit
    x = v["name"]
    if type(x) is not str:
        raise Unfit
    x = v["roots"]
    if type(x) is not list:
        raise Unfit
    for x_ in x:
        check_ProjectRoot(x_, e)
    if (x := v.get("metadata")) is not None:
        if type(x) is not dict:
            raise Unfit
        for k, x_ in x.items():
            if type(k) is not str:
                raise Unfit
            if type(x_) is not str:
                raise Unfit
    if (x := v.get("threads")) is not None:
        if type(x) is not list:
            raise Unfit
        for x_ in x:
            if type(x_) is not str:
                raise Unfit


def check_ProjectListParams(v, e, known=frozenset({"cursor", "limit", "sortDirection", "sortKey"})):
    if type(v) is not dict or not v.keys() <= known:
        raise Unfit
    if (x := v.get("cursor")) is not None:
        if type(x) is not str:
            raise Unfit
    if (x := v.get("limit")) is not None:
        if type(x) is not int or not 0 <= x <= 4294967295:
            raise Unfit
    if (x := v.get("sortDirection")) is not None:
        check_SortDirection(x, e)
    if (x := v.get("sortKey")) is not None:
        check_ProjectSortKey(x, e)


def check_ProjectMoveParams(v, e, known=frozenset({"projectId", "beforeProjectId"})):
    if type(v) is not dict or not v.keys() <= known:
        raise Unfit
    x = v["projectId"]
    if type(x) is not str:
        raise Unfit
    if (x := v.get("beforeProjectId")) is not None:
        if type(x) is not str:
            raise Unfit


def check_ProjectReadParams(v, e, known=frozenset({"projectId"})):
    if type(v) is not dict or not v.keys() <= known:
        raise Unfit
    x = v["projectId"]
    if type(x) is not str:
        raise Unfit


def check_ProjectRoot(v, e, known=frozenset({"path"})):
    if type(v) is not dict or not v.keys() <= known:
        raise Unfit
    x = v["path"]
    if type(x) is not str:
        raise Unfit


def check_ProjectSortKey(v, e, values=frozenset({"position", "recencyAt"})):
    member(v, "ProjectSortKey", values)


def check_ProjectUpdateParams(v, e, known=frozenset({"projectId", "metadata", "name", "roots"})):
    if type(v) is not dict or not v.keys() <= known:
        raise Unfit
    x = v["projectId"]
    if type(x) is not str:
        raise Unfit
    if (x := v.get("metadata")) is not None:
        if type(x) is not dict:
            raise Unfit
        for k, x_ in x.items():
            if type(k) is not str:
                raise Unfit
            if type(x_) is not str:
                raise Unfit
    if (x := v.get("name")) is not None:
        if type(x) is not str:
            raise Unfit
    if (x := v.get("roots")) is not None:
        if type(x) is not list:
            raise Unfit
        for x_ in x:
            check_ProjectRoot(x_, e)
