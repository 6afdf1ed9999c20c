"""Fast checkers: whether JSON may be sent as it is.

Do not edit: `python -m schema.generator` writes this file.
"""

from __future__ import annotations

# The functions take JSON of any shape, and their speed is what they are for.
# mypy: allow-untyped-defs, allow-untyped-calls, no-check-untyped-defs, no-warn-return-any
from ..._fast import Unfit, member


def check_AbsolutePathBuf(v, e):
    if type(v) is not str:
        raise Unfit


def check_ByteRange(v, e, known=frozenset({"end", "start"})):
    if type(v) is not dict or not v.keys() <= known:
        raise Unfit
    x = v["end"]
    if type(x) is not int or not 0 <= x <= 18446744073709551615:
        raise Unfit
    x = v["start"]
    if type(x) is not int or not 0 <= x <= 18446744073709551615:
        raise Unfit


def check_ImageDetail(v, e, values=frozenset({"auto", "low", "high", "original"})):
    member(v, "ImageDetail", values)


def check_LegacyAppPathString(v, e):
    if type(v) is not str:
        raise Unfit


def check_Personality(v, e, values=frozenset({"none", "friendly", "pragmatic"})):
    member(v, "Personality", values)


def check_ReasoningEffort(
    v, e, values=frozenset({"none", "minimal", "low", "medium", "high", "xhigh", "max", "ultra"})
):
    member(v, "ReasoningEffort", values)


def check_ReasoningSummary(v, e, values=frozenset({"auto", "concise", "detailed", "none"})):
    member(v, "ReasoningSummary", values)


def check_SortDirection(v, e, values=frozenset({"asc", "desc"})):
    member(v, "SortDirection", values)
