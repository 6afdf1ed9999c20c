"""Fast readers: JSON as it was received to typed values.

Do not edit: `python -m schema.generator` writes this file.
"""

from __future__ import annotations

# The functions take JSON of any shape, and their speed is what they are for.
# mypy: allow-untyped-defs, allow-untyped-calls, no-check-untyped-defs, no-warn-return-any
from ..._fast import Members, Unfit, blank
from .. import fs as t

new_FsChangedNotification = blank(globals(), "FsChangedNotification")


def read_FsChangedNotification(v):
    o = new_FsChangedNotification()
    if type(x := v["changedPaths"]) is not list:
        raise Unfit
    for y in x:
        if type(y) is not str:
            raise Unfit
    o.changed_paths = x
    if type(x := v["watchId"]) is not str:
        raise Unfit
    o.watch_id = x
    o.__class__ = t.FsChangedNotification
    return o


new_FsCopyResponse = blank(globals(), "FsCopyResponse")


def read_FsCopyResponse(v):
    if type(v) is not dict:
        raise Unfit
    o = new_FsCopyResponse()
    o.__class__ = t.FsCopyResponse
    return o


new_FsCreateDirectoryResponse = blank(globals(), "FsCreateDirectoryResponse")


def read_FsCreateDirectoryResponse(v):
    if type(v) is not dict:
        raise Unfit
    o = new_FsCreateDirectoryResponse()
    o.__class__ = t.FsCreateDirectoryResponse
    return o


new_FsGetMetadataResponse = blank(globals(), "FsGetMetadataResponse")


def read_FsGetMetadataResponse(v):
    o = new_FsGetMetadataResponse()
    if type(x := v["createdAtMs"]) is not int:
        raise Unfit
    o.created_at_ms = x
    if type(x := v["isDirectory"]) is not bool:
        raise Unfit
    o.is_directory = x
    if type(x := v["isFile"]) is not bool:
        raise Unfit
    o.is_file = x
    if type(x := v["isSymlink"]) is not bool:
        raise Unfit
    o.is_symlink = x
    if type(x := v["modifiedAtMs"]) is not int:
        raise Unfit
    o.modified_at_ms = x
    o.__class__ = t.FsGetMetadataResponse
    return o


new_FsReadDirectoryEntry = blank(globals(), "FsReadDirectoryEntry")


def read_FsReadDirectoryEntry(v):
    o = new_FsReadDirectoryEntry()
    if type(x := v["fileName"]) is not str:
        raise Unfit
    o.file_name = x
    if type(x := v["isDirectory"]) is not bool:
        raise Unfit
    o.is_directory = x
    if type(x := v["isFile"]) is not bool:
        raise Unfit
    o.is_file = x
    o.__class__ = t.FsReadDirectoryEntry
    return o


new_FsReadDirectoryResponse = blank(globals(), "FsReadDirectoryResponse")


def read_FsReadDirectoryResponse(v):
    o = new_FsReadDirectoryResponse()
    if type(x := v["entries"]) is not list:
        raise Unfit
    o.entries = [read_FsReadDirectoryEntry(y) for y in x]
    o.__class__ = t.FsReadDirectoryResponse
    return o


new_FsReadFileResponse = blank(globals(), "FsReadFileResponse")


def read_FsReadFileResponse(v):
    o = new_FsReadFileResponse()
    if type(x := v["dataBase64"]) is not str:
        raise Unfit
    o.data_base64 = x
    o.__class__ = t.FsReadFileResponse
    return o


new_FsRemoveResponse = blank(globals(), "FsRemoveResponse")


def read_FsRemoveResponse(v):
    if type(v) is not dict:
        raise Unfit
    o = new_FsRemoveResponse()
    o.__class__ = t.FsRemoveResponse
    return o


new_FsUnwatchResponse = blank(globals(), "FsUnwatchResponse")


def read_FsUnwatchResponse(v):
    if type(v) is not dict:
        raise Unfit
    o = new_FsUnwatchResponse()
    o.__class__ = t.FsUnwatchResponse
    return o


new_FsWatchResponse = blank(globals(), "FsWatchResponse")


def read_FsWatchResponse(v):
    o = new_FsWatchResponse()
    if type(x := v["path"]) is not str:
        raise Unfit
    o.path = x
    o.__class__ = t.FsWatchResponse
    return o


new_FsWriteFileResponse = blank(globals(), "FsWriteFileResponse")


def read_FsWriteFileResponse(v):
    if type(v) is not dict:
        raise Unfit
    o = new_FsWriteFileResponse()
    o.__class__ = t.FsWriteFileResponse
    return o


read_FuzzyFileSearchMatchType = Members(t.FuzzyFileSearchMatchType).__getitem__
new_FuzzyFileSearchResponse = blank(globals(), "FuzzyFileSearchResponse")


def read_FuzzyFileSearchResponse(v):
    o = new_FuzzyFileSearchResponse()
    if type(x := v["files"]) is not list:
        raise Unfit
    o.files = [read_FuzzyFileSearchResult(y) for y in x]
    o.__class__ = t.FuzzyFileSearchResponse
    return o


new_FuzzyFileSearchResult = blank(globals(), "FuzzyFileSearchResult")


def read_FuzzyFileSearchResult(v):
    o = new_FuzzyFileSearchResult()
    if type(x := v["file_name"]) is not str:
        raise Unfit
    o.file_name = x
    o.match_type = read_FuzzyFileSearchMatchType(v["match_type"])
    if type(x := v["path"]) is not str:
        raise Unfit
    o.path = x
    if type(x := v["root"]) is not str:
        raise Unfit
    o.root = x
    if type(x := v["score"]) is not int:
        raise Unfit
    o.score = x
    x = v.get("indices")
    if x is not None:
        if type(x) is not list:
            raise Unfit
        for y in x:
            if type(y) is not int:
                raise Unfit
    o.indices = x
    o.__class__ = t.FuzzyFileSearchResult
    return o


new_FuzzyFileSearchSessionCompletedNotification = blank(
    globals(), "FuzzyFileSearchSessionCompletedNotification"
)


def read_FuzzyFileSearchSessionCompletedNotification(v):
    o = new_FuzzyFileSearchSessionCompletedNotification()
    if type(x := v["sessionId"]) is not str:
        raise Unfit
    o.session_id = x
    o.__class__ = t.FuzzyFileSearchSessionCompletedNotification
    return o


new_FuzzyFileSearchSessionStartResponse = blank(globals(), "FuzzyFileSearchSessionStartResponse")


def read_FuzzyFileSearchSessionStartResponse(v):
    if type(v) is not dict:
        raise Unfit
    o = new_FuzzyFileSearchSessionStartResponse()
    o.__class__ = t.FuzzyFileSearchSessionStartResponse
    return o


new_FuzzyFileSearchSessionStopResponse = blank(globals(), "FuzzyFileSearchSessionStopResponse")


def read_FuzzyFileSearchSessionStopResponse(v):
    if type(v) is not dict:
        raise Unfit
    o = new_FuzzyFileSearchSessionStopResponse()
    o.__class__ = t.FuzzyFileSearchSessionStopResponse
    return o


new_FuzzyFileSearchSessionUpdateResponse = blank(globals(), "FuzzyFileSearchSessionUpdateResponse")


def read_FuzzyFileSearchSessionUpdateResponse(v):
    if type(v) is not dict:
        raise Unfit
    o = new_FuzzyFileSearchSessionUpdateResponse()
    o.__class__ = t.FuzzyFileSearchSessionUpdateResponse
    return o


new_FuzzyFileSearchSessionUpdatedNotification = blank(
    globals(), "FuzzyFileSearchSessionUpdatedNotification"
)


def read_FuzzyFileSearchSessionUpdatedNotification(v):
    o = new_FuzzyFileSearchSessionUpdatedNotification()
    if type(x := v["files"]) is not list:
        raise Unfit
    o.files = [read_FuzzyFileSearchResult(y) for y in x]
    if type(x := v["query"]) is not str:
        raise Unfit
    o.query = x
    if type(x := v["sessionId"]) is not str:
        raise Unfit
    o.session_id = x
    o.__class__ = t.FuzzyFileSearchSessionUpdatedNotification
    return o
