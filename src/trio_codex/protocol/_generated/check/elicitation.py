"""Fast checkers: whether JSON may be sent as it is.

Do not edit: `python -m schema.generator` writes this file.
"""

from __future__ import annotations

# The functions take JSON of any shape, and their speed is what they are for.
# mypy: allow-untyped-defs, allow-untyped-calls, no-check-untyped-defs, no-warn-return-any
from ..._fast import Unfit, member


def check_McpServerElicitationAction(v, e, values=frozenset({"accept", "decline", "cancel"})):
    member(v, "McpServerElicitationAction", values)


def check_McpServerElicitationRequestResponse(
    v, e, known=frozenset({"action", "_meta", "content"})
):
    if type(v) is not dict or not v.keys() <= known:
        raise Unfit
    x = v["action"]
    check_McpServerElicitationAction(x, e)
