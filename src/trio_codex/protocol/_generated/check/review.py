"""Fast checkers: whether JSON may be sent as it is.

Do not edit: `python -m schema.generator` writes this file.
"""

from __future__ import annotations

# The functions take JSON of any shape, and their speed is what they are for.
# mypy: allow-untyped-defs, allow-untyped-calls, no-check-untyped-defs, no-warn-return-any
from ..._fast import Unfit, member


def check_BaseBranchReviewTarget(v, e, known=frozenset({"type", "branch"})):
    if type(v) is not dict or not v.keys() <= known:
        raise Unfit
    x = v["type"]
    if type(x) is not str or x != "baseBranch":
        raise Unfit
    x = v["branch"]
    if type(x) is not str:
        raise Unfit


def check_CommitReviewTarget(v, e, known=frozenset({"type", "sha", "title"})):
    if type(v) is not dict or not v.keys() <= known:
        raise Unfit
    x = v["type"]
    if type(x) is not str or x != "commit":
        raise Unfit
    x = v["sha"]
    if type(x) is not str:
        raise Unfit
    if (x := v.get("title")) is not None:
        if type(x) is not str:
            raise Unfit


def check_CustomReviewTarget(v, e, known=frozenset({"type", "instructions"})):
    if type(v) is not dict or not v.keys() <= known:
        raise Unfit
    x = v["type"]
    if type(x) is not str or x != "custom":
        raise Unfit
    x = v["instructions"]
    if type(x) is not str:
        raise Unfit


def check_ReviewDelivery(v, e, values=frozenset({"inline", "detached"})):
    member(v, "ReviewDelivery", values)


def check_ReviewStartParams(v, e, known=frozenset({"target", "threadId", "delivery"})):
    if type(v) is not dict or not v.keys() <= known:
        raise Unfit
    x = v["target"]
    check_ReviewTarget(x, e)
    x = v["threadId"]
    if type(x) is not str:
        raise Unfit
    if (x := v.get("delivery")) is not None:
        check_ReviewDelivery(x, e)


def check_ReviewTarget(v, e):
    if type(v) is dict:
        by_tag_ReviewTarget[v["type"]](v, e)
        return
    raise Unfit


def check_UncommittedChangesReviewTarget(v, e, known=frozenset({"type"})):
    if type(v) is not dict or not v.keys() <= known:
        raise Unfit
    x = v["type"]
    if type(x) is not str or x != "uncommittedChanges":
        raise Unfit


by_tag_ReviewTarget = {
    "uncommittedChanges": check_UncommittedChangesReviewTarget,
    "baseBranch": check_BaseBranchReviewTarget,
    "commit": check_CommitReviewTarget,
    "custom": check_CustomReviewTarget,
}
