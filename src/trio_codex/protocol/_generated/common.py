"""Shared types of the app-server protocol, generated from the pinned schema.

Do not edit: `python -m schema.generator` writes this file.
"""

from __future__ import annotations

from typing import TypeAlias

from .._model import OpenEnum, WireModel, wire

__all__ = [
    "AbsolutePathBuf",
    "ByteRange",
    "ImageDetail",
    "LegacyAppPathString",
    "PathUri",
    "Personality",
    "ReasoningEffort",
    "ReasoningSummary",
    "RequestHeader",
    "SortDirection",
    "TextPosition",
    "TextRange",
    "Verbosity",
]


class ImageDetail(OpenEnum):
    """An open enum, used by `FileIdContentItem` and 6 more."""

    AUTO = "auto"
    LOW = "low"
    HIGH = "high"
    ORIGINAL = "original"


class Personality(OpenEnum):
    """An open enum, used by `ThreadResumeParams` and 4 more."""

    NONE = "none"
    FRIENDLY = "friendly"
    PRAGMATIC = "pragmatic"


class ReasoningEffort(OpenEnum):
    """An open enum, used by `CollabAgentToolCallThreadItem` and 16 more."""

    NONE = "none"
    MINIMAL = "minimal"
    LOW = "low"
    MEDIUM = "medium"
    HIGH = "high"
    XHIGH = "xhigh"
    MAX = "max"
    ULTRA = "ultra"


class ReasoningSummary(OpenEnum):
    """An open enum, used by `Config` and 4 more."""

    AUTO = "auto"
    CONCISE = "concise"
    DETAILED = "detailed"
    NONE = "none"


class SortDirection(OpenEnum):
    """An open enum, used by `ProjectListParams` and 5 more."""

    ASC = "asc"
    DESC = "desc"


class Verbosity(OpenEnum):
    """An open enum, used by `Config`."""

    LOW = "low"
    MEDIUM = "medium"
    HIGH = "high"


class ByteRange(WireModel):
    """An object, used by `TextElement`."""

    end: int = wire("end", format="uint")
    start: int = wire("start", format="uint")


class RequestHeader(WireModel):
    """An object, used by `BrowserUseExtensionRequirements`."""

    name: str = wire("name")
    value: str = wire("value", secret=True)


class TextPosition(WireModel):
    """An object, used by `TextRange`."""

    column: int = wire("column", format="uint")
    line: int = wire("line", format="uint")


class TextRange(WireModel):
    """An object, used by `ConfigWarningNotification`."""

    end: TextPosition = wire("end")
    start: TextPosition = wire("start")


AbsolutePathBuf: TypeAlias = str
"""`str`, used by `AgentHookMetadata` and 56 more."""

LegacyAppPathString: TypeAlias = str
"""`str`, used by `AdditionalFileSystemPermissions` and 19 more."""

PathUri: TypeAlias = str
"""`str`, used by `EnvironmentInfoResponse`."""
