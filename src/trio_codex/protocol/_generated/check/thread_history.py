"""Fast checkers: whether JSON may be sent as it is.

Do not edit: `python -m schema.generator` writes this file.
"""

from __future__ import annotations

# The functions take JSON of any shape, and their speed is what they are for.
# mypy: allow-untyped-defs, allow-untyped-calls, no-check-untyped-defs, no-warn-return-any
from ..._fast import Unfit, later, member

check_SortDirection = later(globals(), "common", "check_SortDirection")
check_ThreadSourceKind = later(globals(), "thread", "check_ThreadSourceKind")
check_TurnItemsView = later(globals(), "turn", "check_TurnItemsView")


def check_ItemThreadItemsListAnchor(v, e, known=frozenset({"type", "itemId"})):
    if type(v) is not dict or not v.keys() <= known:
        raise Unfit
    x = v["type"]
    if type(x) is not str or x != "item":
        raise Unfit
    x = v["itemId"]
    if type(x) is not str:
        raise Unfit


def check_ThreadInjectItemsParams(v, e, known=frozenset({"items", "threadId"})):
    if type(v) is not dict or not v.keys() <= known:
        raise Unfit
    x = v["items"]
    if type(x) is not list:
        raise Unfit
    x = v["threadId"]
    if type(x) is not str:
        raise Unfit


def check_ThreadItemsListAnchor(v, e):
    if type(v) is dict:
        by_tag_ThreadItemsListAnchor[v["type"]](v, e)
        return
    raise Unfit


def check_ThreadItemsListCursor(v, e):
    if type(v) is dict:
        check_ThreadItemsListAnchor(v, e)
        return
    if type(v) is str:
        if type(v) is not str:
            raise Unfit
        return
    raise Unfit


def check_ThreadItemsListParams(
    v, e, known=frozenset({"threadId", "cursor", "limit", "sortDirection", "turnId"})
):
    if type(v) is not dict or not v.keys() <= known:
        raise Unfit
    x = v["threadId"]
    if type(x) is not str:
        raise Unfit
    if (x := v.get("cursor")) is not None:
        check_ThreadItemsListCursor(x, e)
    if (x := v.get("limit")) is not None:
        if type(x) is not int or not 0 <= x <= 4294967295:
            raise Unfit
    if (x := v.get("sortDirection")) is not None:
        check_SortDirection(x, e)
    if (x := v.get("turnId")) is not None:
        if type(x) is not str:
            raise Unfit


def check_ThreadItemsReadParams(v, e, known=frozenset({"itemIds", "threadId", "turnId"})):
    if type(v) is not dict or not v.keys() <= known:
        raise Unfit
    x = v["itemIds"]
    if type(x) is not list:
        raise Unfit
    for x_ in x:
        if type(x_) is not str:
            raise Unfit
    x = v["threadId"]
    if type(x) is not str:
        raise Unfit
    x = v["turnId"]
    if type(x) is not str:
        raise Unfit


def check_ThreadRevertParams(v, e, known=frozenset({"beforeTurnId", "threadId"})):
    if type(v) is not dict or not v.keys() <= known:
        raise Unfit
    x = v["beforeTurnId"]
    if type(x) is not str:
        raise Unfit
    x = v["threadId"]
    if type(x) is not str:
        raise Unfit


def check_ThreadSearchOccurrencesParams(
    v, e, known=frozenset({"searchTerm", "threadId", "cursor", "limit"})
):
    if type(v) is not dict or not v.keys() <= known:
        raise Unfit
    x = v["searchTerm"]
    if type(x) is not str:
        raise Unfit
    x = v["threadId"]
    if type(x) is not str:
        raise Unfit
    if (x := v.get("cursor")) is not None:
        if type(x) is not str:
            raise Unfit
    if (x := v.get("limit")) is not None:
        if type(x) is not int or not 0 <= x <= 4294967295:
            raise Unfit


def check_ThreadSearchParams(
    v,
    e,
    known=frozenset(
        {"searchTerm", "archived", "cursor", "limit", "sortDirection", "sortKey", "sourceKinds"}
    ),
):
    if type(v) is not dict or not v.keys() <= known:
        raise Unfit
    x = v["searchTerm"]
    if type(x) is not str:
        raise Unfit
    if (x := v.get("archived")) is not None:
        if type(x) is not bool:
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
        check_ThreadSearchSortKey(x, e)
    if (x := v.get("sourceKinds")) is not None:
        if type(x) is not list:
            raise Unfit
        for x_ in x:
            check_ThreadSourceKind(x_, e)


def check_ThreadSearchSortKey(v, e, values=frozenset({"created_at", "updated_at", "recency_at"})):
    member(v, "ThreadSearchSortKey", values)


def check_ThreadTimelineListParams(v, e, known=frozenset({"threadId", "cursor", "limit"})):
    if type(v) is not dict or not v.keys() <= known:
        raise Unfit
    x = v["threadId"]
    if type(x) is not str:
        raise Unfit
    if (x := v.get("cursor")) is not None:
        if type(x) is not str:
            raise Unfit
    if (x := v.get("limit")) is not None:
        if type(x) is not int or not 0 <= x <= 4294967295:
            raise Unfit


def check_ThreadTurnsListParams(
    v, e, known=frozenset({"threadId", "cursor", "itemsView", "limit", "sortDirection"})
):
    if type(v) is not dict or not v.keys() <= known:
        raise Unfit
    x = v["threadId"]
    if type(x) is not str:
        raise Unfit
    if (x := v.get("cursor")) is not None:
        if type(x) is not str:
            raise Unfit
    if (x := v.get("itemsView")) is not None:
        check_TurnItemsView(x, e)
    if (x := v.get("limit")) is not None:
        if type(x) is not int or not 0 <= x <= 4294967295:
            raise Unfit
    if (x := v.get("sortDirection")) is not None:
        check_SortDirection(x, e)


by_tag_ThreadItemsListAnchor = {"item": check_ItemThreadItemsListAnchor}
