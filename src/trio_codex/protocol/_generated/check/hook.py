"""Fast checkers: whether JSON may be sent as it is.

Do not edit: `python -m schema.generator` writes this file.
"""

from __future__ import annotations

# The functions take JSON of any shape, and their speed is what they are for.
# mypy: allow-untyped-defs, allow-untyped-calls, no-check-untyped-defs, no-warn-return-any
from ..._fast import Unfit


def check_HooksListParams(v, e, known=frozenset({"cwds"})):
    if type(v) is not dict or not v.keys() <= known:
        raise Unfit
    if "cwds" in v:
        x = v["cwds"]
        if type(x) is not list:
            raise Unfit
        for x_ in x:
            if type(x_) is not str:
                raise Unfit
