"""Fast readers: JSON as it was received to typed values.

Do not edit: `python -m schema.generator` writes this file.
"""

from __future__ import annotations

# The functions take JSON of any shape, and their speed is what they are for.
# mypy: allow-untyped-defs, allow-untyped-calls, no-check-untyped-defs, no-warn-return-any
from ..._fast import Unfit, blank, later
from .. import review as t

read_Turn = later(globals(), "turn", "read_Turn")
new_ReviewStartResponse = blank(globals(), "ReviewStartResponse")


def read_ReviewStartResponse(v):
    o = new_ReviewStartResponse()
    if type(x := v["reviewThreadId"]) is not str:
        raise Unfit
    o.review_thread_id = x
    o.turn = read_Turn(v["turn"])
    o.__class__ = t.ReviewStartResponse
    return o
