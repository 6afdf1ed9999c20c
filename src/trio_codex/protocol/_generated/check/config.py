"""Fast checkers: whether JSON may be sent as it is.

Do not edit: `python -m schema.generator` writes this file.
"""

from __future__ import annotations

# The functions take JSON of any shape, and their speed is what they are for.
# mypy: allow-untyped-defs, allow-untyped-calls, no-check-untyped-defs, no-warn-return-any
from ..._fast import Unfit, later, member

check_ReasoningEffort = later(globals(), "common", "check_ReasoningEffort")


def check_ConfigBatchWriteParams(
    v, e, known=frozenset({"edits", "expectedVersion", "filePath", "reloadUserConfig"})
):
    if type(v) is not dict or not v.keys() <= known:
        raise Unfit
    x = v["edits"]
    if type(x) is not list:
        raise Unfit
    for x_ in x:
        check_ConfigEdit(x_, e)
    if (x := v.get("expectedVersion")) is not None:
        if type(x) is not str:
            raise Unfit
    if (x := v.get("filePath")) is not None:
        if type(x) is not str:
            raise Unfit
    if "reloadUserConfig" in v:
        x = v["reloadUserConfig"]
        if type(x) is not bool:
            raise Unfit


def check_ConfigEdit(v, e, known=frozenset({"keyPath", "mergeStrategy", "value"})):
    if type(v) is not dict or not v.keys() <= known:
        raise Unfit
    x = v["keyPath"]
    if type(x) is not str:
        raise Unfit
    x = v["mergeStrategy"]
    check_MergeStrategy(x, e)
    v["value"]


def check_ConfigReadParams(v, e, known=frozenset({"cwd", "includeLayers"})):
    if type(v) is not dict or not v.keys() <= known:
        raise Unfit
    if (x := v.get("cwd")) is not None:
        if type(x) is not str:
            raise Unfit
    if "includeLayers" in v:
        x = v["includeLayers"]
        if type(x) is not bool:
            raise Unfit


def check_ConfigValueWriteParams(
    v, e, known=frozenset({"keyPath", "mergeStrategy", "value", "expectedVersion", "filePath"})
):
    if type(v) is not dict or not v.keys() <= known:
        raise Unfit
    x = v["keyPath"]
    if type(x) is not str:
        raise Unfit
    x = v["mergeStrategy"]
    check_MergeStrategy(x, e)
    v["value"]
    if (x := v.get("expectedVersion")) is not None:
        if type(x) is not str:
            raise Unfit
    if (x := v.get("filePath")) is not None:
        if type(x) is not str:
            raise Unfit


def check_ConfigurationReasoning(v, e, known=frozenset({"effort"})):
    if type(v) is not dict or not v.keys() <= known:
        raise Unfit
    x = v["effort"]
    check_ReasoningEffort(x, e)


def check_ExperimentalFeatureEnablementSetParams(v, e, known=frozenset({"enablement"})):
    if type(v) is not dict or not v.keys() <= known:
        raise Unfit
    x = v["enablement"]
    if type(x) is not dict:
        raise Unfit
    for k, x_ in x.items():
        if type(k) is not str:
            raise Unfit
        if type(x_) is not bool:
            raise Unfit


def check_ExperimentalFeatureListParams(v, e, known=frozenset({"cursor", "limit", "threadId"})):
    if type(v) is not dict or not v.keys() <= known:
        raise Unfit
    if (x := v.get("cursor")) is not None:
        if type(x) is not str:
            raise Unfit
    if (x := v.get("limit")) is not None:
        if type(x) is not int or not 0 <= x <= 4294967295:
            raise Unfit
    if (x := v.get("threadId")) is not None:
        if type(x) is not str:
            raise Unfit


def check_MergeStrategy(v, e, values=frozenset({"replace", "upsert"})):
    member(v, "MergeStrategy", values)


def check_Settings(v, e, known=frozenset({"model", "developer_instructions", "reasoning_effort"})):
    if type(v) is not dict or not v.keys() <= known:
        raise Unfit
    x = v["model"]
    if type(x) is not str:
        raise Unfit
    if (x := v.get("developer_instructions")) is not None:
        if type(x) is not str:
            raise Unfit
    if (x := v.get("reasoning_effort")) is not None:
        check_ReasoningEffort(x, e)
