"""Fast checkers: whether JSON may be sent as it is.

Do not edit: `python -m schema.generator` writes this file.
"""

from __future__ import annotations

# The functions take JSON of any shape, and their speed is what they are for.
# mypy: allow-untyped-defs, allow-untyped-calls, no-check-untyped-defs, no-warn-return-any
from ..._fast import Unfit


def check_FsCopyParams(v, e, known=frozenset({"destinationPath", "sourcePath", "recursive"})):
    if type(v) is not dict or not v.keys() <= known:
        raise Unfit
    x = v["destinationPath"]
    if type(x) is not str:
        raise Unfit
    x = v["sourcePath"]
    if type(x) is not str:
        raise Unfit
    if "recursive" in v:
        x = v["recursive"]
        if type(x) is not bool:
            raise Unfit


def check_FsCreateDirectoryParams(v, e, known=frozenset({"path", "recursive"})):
    if type(v) is not dict or not v.keys() <= known:
        raise Unfit
    x = v["path"]
    if type(x) is not str:
        raise Unfit
    if (x := v.get("recursive")) is not None:
        if type(x) is not bool:
            raise Unfit


def check_FsGetMetadataParams(v, e, known=frozenset({"path"})):
    if type(v) is not dict or not v.keys() <= known:
        raise Unfit
    x = v["path"]
    if type(x) is not str:
        raise Unfit


def check_FsReadDirectoryParams(v, e, known=frozenset({"path"})):
    if type(v) is not dict or not v.keys() <= known:
        raise Unfit
    x = v["path"]
    if type(x) is not str:
        raise Unfit


def check_FsReadFileParams(v, e, known=frozenset({"path"})):
    if type(v) is not dict or not v.keys() <= known:
        raise Unfit
    x = v["path"]
    if type(x) is not str:
        raise Unfit


def check_FsRemoveParams(v, e, known=frozenset({"path", "force", "recursive"})):
    if type(v) is not dict or not v.keys() <= known:
        raise Unfit
    x = v["path"]
    if type(x) is not str:
        raise Unfit
    if (x := v.get("force")) is not None:
        if type(x) is not bool:
            raise Unfit
    if (x := v.get("recursive")) is not None:
        if type(x) is not bool:
            raise Unfit


def check_FsUnwatchParams(v, e, known=frozenset({"watchId"})):
    if type(v) is not dict or not v.keys() <= known:
        raise Unfit
    x = v["watchId"]
    if type(x) is not str:
        raise Unfit


def check_FsWatchParams(v, e, known=frozenset({"path", "watchId"})):
    if type(v) is not dict or not v.keys() <= known:
        raise Unfit
    x = v["path"]
    if type(x) is not str:
        raise Unfit
    x = v["watchId"]
    if type(x) is not str:
        raise Unfit


def check_FsWriteFileParams(v, e, known=frozenset({"dataBase64", "path"})):
    if type(v) is not dict or not v.keys() <= known:
        raise Unfit
    x = v["dataBase64"]
    if type(x) is not str:
        raise Unfit
    x = v["path"]
    if type(x) is not str:
        raise Unfit


def check_FuzzyFileSearchParams(v, e, known=frozenset({"query", "roots", "cancellationToken"})):
    if type(v) is not dict or not v.keys() <= known:
        raise Unfit
    x = v["query"]
    if type(x) is not str:
        raise Unfit
    x = v["roots"]
    if type(x) is not list:
        raise Unfit
    for x_ in x:
        if type(x_) is not str:
            raise Unfit
    if (x := v.get("cancellationToken")) is not None:
        if type(x) is not str:
            raise Unfit


def check_FuzzyFileSearchSessionStartParams(v, e, known=frozenset({"roots", "sessionId"})):
    if type(v) is not dict or not v.keys() <= known:
        raise Unfit
    x = v["roots"]
    if type(x) is not list:
        raise Unfit
    for x_ in x:
        if type(x_) is not str:
            raise Unfit
    x = v["sessionId"]
    if type(x) is not str:
        raise Unfit


def check_FuzzyFileSearchSessionStopParams(v, e, known=frozenset({"sessionId"})):
    if type(v) is not dict or not v.keys() <= known:
        raise Unfit
    x = v["sessionId"]
    if type(x) is not str:
        raise Unfit


def check_FuzzyFileSearchSessionUpdateParams(v, e, known=frozenset({"query", "sessionId"})):
    if type(v) is not dict or not v.keys() <= known:
        raise Unfit
    x = v["query"]
    if type(x) is not str:
        raise Unfit
    x = v["sessionId"]
    if type(x) is not str:
        raise Unfit
