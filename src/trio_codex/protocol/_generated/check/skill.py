"""Fast checkers: whether JSON may be sent as it is.

Do not edit: `python -m schema.generator` writes this file.
"""

from __future__ import annotations

# The functions take JSON of any shape, and their speed is what they are for.
# mypy: allow-untyped-defs, allow-untyped-calls, no-check-untyped-defs, no-warn-return-any
from ..._fast import Unfit


def check_SkillsConfigWriteParams(v, e, known=frozenset({"enabled", "name", "path"})):
    if type(v) is not dict or not v.keys() <= known:
        raise Unfit
    x = v["enabled"]
    if type(x) is not bool:
        raise Unfit
    if (x := v.get("name")) is not None:
        if type(x) is not str:
            raise Unfit
    if (x := v.get("path")) is not None:
        if type(x) is not str:
            raise Unfit


def check_SkillsExtraRootsSetParams(v, e, known=frozenset({"extraRoots"})):
    if type(v) is not dict or not v.keys() <= known:
        raise Unfit
    x = v["extraRoots"]
    if type(x) is not list:
        raise Unfit
    for x_ in x:
        if type(x_) is not str:
            raise Unfit


def check_SkillsListParams(v, e, known=frozenset({"cwds", "forceReload"})):
    if type(v) is not dict or not v.keys() <= known:
        raise Unfit
    if "cwds" in v:
        x = v["cwds"]
        if type(x) is not list:
            raise Unfit
        for x_ in x:
            if type(x_) is not str:
                raise Unfit
    if "forceReload" in v:
        x = v["forceReload"]
        if type(x) is not bool:
            raise Unfit
