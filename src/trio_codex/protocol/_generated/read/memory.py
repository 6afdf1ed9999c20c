"""Fast readers: JSON as it was received to typed values.

Do not edit: `python -m schema.generator` writes this file.
"""

from __future__ import annotations

# The functions take JSON of any shape, and their speed is what they are for.
# mypy: allow-untyped-defs, allow-untyped-calls, no-check-untyped-defs, no-warn-return-any
from ..._fast import Unfit, blank
from .. import memory as t

new_MemoryResetResponse = blank(globals(), "MemoryResetResponse")


def read_MemoryResetResponse(v):
    if type(v) is not dict:
        raise Unfit
    o = new_MemoryResetResponse()
    o.__class__ = t.MemoryResetResponse
    return o


new_MemoryStatusResponse = blank(globals(), "MemoryStatusResponse")


def read_MemoryStatusResponse(v):
    o = new_MemoryStatusResponse()
    if type(x := v["v2ConsolidatedThreads"]) is not int:
        raise Unfit
    o.v2_consolidated_threads = x
    if type(x := v["v2Ready"]) is not bool:
        raise Unfit
    o.v2_ready = x
    o.__class__ = t.MemoryStatusResponse
    return o


new_RolloutCompressResponse = blank(globals(), "RolloutCompressResponse")


def read_RolloutCompressResponse(v):
    if type(v) is not dict:
        raise Unfit
    o = new_RolloutCompressResponse()
    o.__class__ = t.RolloutCompressResponse
    return o
