"""File system types of the app-server protocol, generated from the pinned schema.

Do not edit: `python -m schema.generator` writes this file.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._model import OMITTED, Omitted, OpenEnum, WireModel, wire

if TYPE_CHECKING:
    from .common import AbsolutePathBuf

__all__ = [
    "FsChangedNotification",
    "FsCopyParams",
    "FsCopyResponse",
    "FsCreateDirectoryParams",
    "FsCreateDirectoryResponse",
    "FsGetMetadataParams",
    "FsGetMetadataResponse",
    "FsReadDirectoryEntry",
    "FsReadDirectoryParams",
    "FsReadDirectoryResponse",
    "FsReadFileParams",
    "FsReadFileResponse",
    "FsRemoveParams",
    "FsRemoveResponse",
    "FsUnwatchParams",
    "FsUnwatchResponse",
    "FsWatchParams",
    "FsWatchResponse",
    "FsWriteFileParams",
    "FsWriteFileResponse",
    "FuzzyFileSearchMatchType",
    "FuzzyFileSearchParams",
    "FuzzyFileSearchResponse",
    "FuzzyFileSearchResult",
    "FuzzyFileSearchSessionCompletedNotification",
    "FuzzyFileSearchSessionStartParams",
    "FuzzyFileSearchSessionStartResponse",
    "FuzzyFileSearchSessionStopParams",
    "FuzzyFileSearchSessionStopResponse",
    "FuzzyFileSearchSessionUpdateParams",
    "FuzzyFileSearchSessionUpdateResponse",
    "FuzzyFileSearchSessionUpdatedNotification",
]


class FuzzyFileSearchMatchType(OpenEnum):
    """An open enum, used by `FuzzyFileSearchResult`."""

    FILE = "file"
    DIRECTORY = "directory"


class FsChangedNotification(WireModel):
    """Payload of the `fs/changed` notification."""

    changed_paths: list[AbsolutePathBuf] = wire("changedPaths")
    watch_id: str = wire("watchId")


class FsCopyParams(WireModel):
    """Params of `fs/copy`."""

    destination_path: AbsolutePathBuf = wire("destinationPath")
    source_path: AbsolutePathBuf = wire("sourcePath")
    recursive: bool | Omitted = wire("recursive", default=OMITTED)


class FsCopyResponse(WireModel):
    """Result of `fs/copy`."""


class FsCreateDirectoryParams(WireModel):
    """Params of `fs/createDirectory`."""

    path: AbsolutePathBuf = wire("path")
    recursive: bool | None | Omitted = wire("recursive", default=OMITTED)


class FsCreateDirectoryResponse(WireModel):
    """Result of `fs/createDirectory`."""


class FsGetMetadataParams(WireModel):
    """Params of `fs/getMetadata`."""

    path: AbsolutePathBuf = wire("path")


class FsGetMetadataResponse(WireModel):
    """Result of `fs/getMetadata`."""

    created_at_ms: int = wire("createdAtMs", format="int64")
    is_directory: bool = wire("isDirectory")
    is_file: bool = wire("isFile")
    is_symlink: bool = wire("isSymlink")
    modified_at_ms: int = wire("modifiedAtMs", format="int64")


class FsReadDirectoryEntry(WireModel):
    """An object, used by `FsReadDirectoryResponse`."""

    file_name: str = wire("fileName")
    is_directory: bool = wire("isDirectory")
    is_file: bool = wire("isFile")


class FsReadDirectoryParams(WireModel):
    """Params of `fs/readDirectory`."""

    path: AbsolutePathBuf = wire("path")


class FsReadDirectoryResponse(WireModel):
    """Result of `fs/readDirectory`."""

    entries: list[FsReadDirectoryEntry] = wire("entries")


class FsReadFileParams(WireModel):
    """Params of `fs/readFile`."""

    path: AbsolutePathBuf = wire("path")


class FsReadFileResponse(WireModel):
    """Result of `fs/readFile`."""

    data_base64: str = wire("dataBase64")


class FsRemoveParams(WireModel):
    """Params of `fs/remove`."""

    path: AbsolutePathBuf = wire("path")
    force: bool | None | Omitted = wire("force", default=OMITTED)
    recursive: bool | None | Omitted = wire("recursive", default=OMITTED)


class FsRemoveResponse(WireModel):
    """Result of `fs/remove`."""


class FsUnwatchParams(WireModel):
    """Params of `fs/unwatch`."""

    watch_id: str = wire("watchId")


class FsUnwatchResponse(WireModel):
    """Result of `fs/unwatch`."""


class FsWatchParams(WireModel):
    """Params of `fs/watch`."""

    path: AbsolutePathBuf = wire("path")
    watch_id: str = wire("watchId")


class FsWatchResponse(WireModel):
    """Result of `fs/watch`."""

    path: AbsolutePathBuf = wire("path")


class FsWriteFileParams(WireModel):
    """Params of `fs/writeFile`."""

    data_base64: str = wire("dataBase64")
    path: AbsolutePathBuf = wire("path")


class FsWriteFileResponse(WireModel):
    """Result of `fs/writeFile`."""


class FuzzyFileSearchParams(WireModel):
    """Params of `fuzzyFileSearch`."""

    query: str = wire("query")
    roots: list[str] = wire("roots")
    cancellation_token: str | None | Omitted = wire("cancellationToken", default=OMITTED)


class FuzzyFileSearchResponse(WireModel):
    """Result of `fuzzyFileSearch`."""

    files: list[FuzzyFileSearchResult] = wire("files")


class FuzzyFileSearchResult(WireModel):
    """An object, used by `FuzzyFileSearchResponse` and 1 more."""

    file_name: str = wire("file_name")
    match_type: FuzzyFileSearchMatchType = wire("match_type")
    path: str = wire("path")
    root: str = wire("root")
    score: int = wire("score", format="uint32")
    indices: list[int] | None = wire("indices", default=None, format="uint32")


class FuzzyFileSearchSessionCompletedNotification(WireModel):
    """Payload of the `fuzzyFileSearch/sessionCompleted` notification."""

    session_id: str = wire("sessionId")


class FuzzyFileSearchSessionStartParams(WireModel):
    """Params of `fuzzyFileSearch/sessionStart`."""

    roots: list[str] = wire("roots")
    session_id: str = wire("sessionId")


class FuzzyFileSearchSessionStartResponse(WireModel):
    """Result of `fuzzyFileSearch/sessionStart`."""


class FuzzyFileSearchSessionStopParams(WireModel):
    """Params of `fuzzyFileSearch/sessionStop`."""

    session_id: str = wire("sessionId")


class FuzzyFileSearchSessionStopResponse(WireModel):
    """Result of `fuzzyFileSearch/sessionStop`."""


class FuzzyFileSearchSessionUpdateParams(WireModel):
    """Params of `fuzzyFileSearch/sessionUpdate`."""

    query: str = wire("query")
    session_id: str = wire("sessionId")


class FuzzyFileSearchSessionUpdateResponse(WireModel):
    """Result of `fuzzyFileSearch/sessionUpdate`."""


class FuzzyFileSearchSessionUpdatedNotification(WireModel):
    """Payload of the `fuzzyFileSearch/sessionUpdated` notification."""

    files: list[FuzzyFileSearchResult] = wire("files")
    query: str = wire("query")
    session_id: str = wire("sessionId")
