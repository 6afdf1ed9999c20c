"""Fast readers: JSON as it was received to typed values.

Do not edit: `python -m schema.generator` writes this file.
"""

from __future__ import annotations

# The functions take JSON of any shape, and their speed is what they are for.
# mypy: allow-untyped-defs, allow-untyped-calls, no-check-untyped-defs, no-warn-return-any
from ..._fast import Members, Unfit, blank
from .. import common as t


def read_AbsolutePathBuf(v):
    if type(x := v) is not str:
        raise Unfit
    return x


new_ByteRange = blank(globals(), "ByteRange")


def read_ByteRange(v):
    o = new_ByteRange()
    if type(x := v["end"]) is not int:
        raise Unfit
    o.end = x
    if type(x := v["start"]) is not int:
        raise Unfit
    o.start = x
    o.__class__ = t.ByteRange
    return o


read_ImageDetail = Members(t.ImageDetail).__getitem__


def read_LegacyAppPathString(v):
    if type(x := v) is not str:
        raise Unfit
    return x


def read_PathUri(v):
    if type(x := v) is not str:
        raise Unfit
    return x


read_Personality = Members(t.Personality).__getitem__
read_ReasoningEffort = Members(t.ReasoningEffort).__getitem__
read_ReasoningSummary = Members(t.ReasoningSummary).__getitem__
new_RequestHeader = blank(globals(), "RequestHeader")


def read_RequestHeader(v):
    o = new_RequestHeader()
    if type(x := v["name"]) is not str:
        raise Unfit
    o.name = x
    if type(x := v["value"]) is not str:
        raise Unfit
    o.value = x
    o.__class__ = t.RequestHeader
    return o


new_TextPosition = blank(globals(), "TextPosition")


def read_TextPosition(v):
    o = new_TextPosition()
    if type(x := v["column"]) is not int:
        raise Unfit
    o.column = x
    if type(x := v["line"]) is not int:
        raise Unfit
    o.line = x
    o.__class__ = t.TextPosition
    return o


new_TextRange = blank(globals(), "TextRange")


def read_TextRange(v):
    o = new_TextRange()
    o.end = read_TextPosition(v["end"])
    o.start = read_TextPosition(v["start"])
    o.__class__ = t.TextRange
    return o


read_Verbosity = Members(t.Verbosity).__getitem__
