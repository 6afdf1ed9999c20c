"""Fast readers: JSON as it was received to typed values.

Do not edit: `python -m schema.generator` writes this file.
"""

from __future__ import annotations

# The functions take JSON of any shape, and their speed is what they are for.
# mypy: allow-untyped-defs, allow-untyped-calls, no-check-untyped-defs, no-warn-return-any
from ..._fast import Unfit, blank
from .. import rpc as t


def read_RequestId(v):
    if type(v) is str:
        if type(x := v) is not str:
            raise Unfit
        return x
    if type(v) is int:
        if type(x := v) is not int:
            raise Unfit
        return x
    raise Unfit


new_ServerRequestResolvedNotification = blank(globals(), "ServerRequestResolvedNotification")


def read_ServerRequestResolvedNotification(v):
    o = new_ServerRequestResolvedNotification()
    o.request_id = read_RequestId(v["requestId"])
    if type(x := v["threadId"]) is not str:
        raise Unfit
    o.thread_id = x
    o.__class__ = t.ServerRequestResolvedNotification
    return o
