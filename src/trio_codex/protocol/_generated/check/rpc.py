"""Fast checkers: whether JSON may be sent as it is.

Do not edit: `python -m schema.generator` writes this file.
"""

from __future__ import annotations

# The functions take JSON of any shape, and their speed is what they are for.
# mypy: allow-untyped-defs, allow-untyped-calls, no-check-untyped-defs, no-warn-return-any
from ..._fast import Unfit


def check_RequestId(v, e):
    if type(v) is str:
        if type(v) is not str:
            raise Unfit
        return
    if type(v) is int:
        if type(v) is not int or not -9223372036854775808 <= v <= 9223372036854775807:
            raise Unfit
        return
    raise Unfit
