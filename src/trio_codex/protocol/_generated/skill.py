"""Skill types of the app-server protocol, generated from the pinned schema.

Do not edit: `python -m schema.generator` writes this file.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._model import OMITTED, Omitted, OpenEnum, WireModel, wire

if TYPE_CHECKING:
    from .common import AbsolutePathBuf, LegacyAppPathString

__all__ = [
    "SkillDependencies",
    "SkillErrorInfo",
    "SkillInterface",
    "SkillMetadata",
    "SkillScope",
    "SkillSummary",
    "SkillToolDependency",
    "SkillsChangedNotification",
    "SkillsConfigWriteParams",
    "SkillsConfigWriteResponse",
    "SkillsExtraRootsSetParams",
    "SkillsExtraRootsSetResponse",
    "SkillsListEntry",
    "SkillsListParams",
    "SkillsListResponse",
]


class SkillScope(OpenEnum):
    """An open enum, used by `SkillMetadata`."""

    USER = "user"
    REPO = "repo"
    SYSTEM = "system"
    ADMIN = "admin"


class SkillDependencies(WireModel):
    """An object, used by `SkillMetadata`."""

    tools: list[SkillToolDependency] = wire("tools")


class SkillErrorInfo(WireModel):
    """An object, used by `SkillsListEntry`."""

    message: str = wire("message")
    path: str = wire("path")


class SkillInterface(WireModel):
    """An object, used by `SkillMetadata` and `SkillSummary`."""

    brand_color: str | None = wire("brandColor", default=None)
    default_prompt: str | None = wire("defaultPrompt", default=None)
    display_name: str | None = wire("displayName", default=None)
    icon_large: AbsolutePathBuf | None = wire("iconLarge", default=None)
    icon_large_url: str | None = wire("iconLargeUrl", default=None)
    icon_small: AbsolutePathBuf | None = wire("iconSmall", default=None)
    icon_small_url: str | None = wire("iconSmallUrl", default=None)
    short_description: str | None = wire("shortDescription", default=None)


class SkillMetadata(WireModel):
    """An object, used by `SkillsListEntry`."""

    description: str = wire("description")
    enabled: bool = wire("enabled")
    name: str = wire("name")
    path: LegacyAppPathString = wire("path")
    scope: SkillScope = wire("scope")
    dependencies: SkillDependencies | None = wire("dependencies", default=None)
    interface: SkillInterface | None = wire("interface", default=None)
    plugin_id: str | None = wire("pluginId", default=None)
    short_description: str | None = wire("shortDescription", default=None)


class SkillSummary(WireModel):
    """An object, used by `PluginDetail`."""

    description: str = wire("description")
    enabled: bool = wire("enabled")
    name: str = wire("name")
    interface: SkillInterface | None = wire("interface", default=None)
    path: LegacyAppPathString | None = wire("path", default=None)
    short_description: str | None = wire("shortDescription", default=None)


class SkillToolDependency(WireModel):
    """An object, used by `SkillDependencies`."""

    type: str = wire("type")
    value: str = wire("value")
    command: str | None = wire("command", default=None)
    description: str | None = wire("description", default=None)
    transport: str | None = wire("transport", default=None)
    url: str | None = wire("url", default=None)


class SkillsChangedNotification(WireModel):
    """Payload of the `skills/changed` notification."""


class SkillsConfigWriteParams(WireModel):
    """Params of `skills/config/write`."""

    enabled: bool = wire("enabled")
    name: str | None | Omitted = wire("name", default=OMITTED)
    path: AbsolutePathBuf | None | Omitted = wire("path", default=OMITTED)


class SkillsConfigWriteResponse(WireModel):
    """Result of `skills/config/write`."""

    effective_enabled: bool = wire("effectiveEnabled")


class SkillsExtraRootsSetParams(WireModel):
    """Params of `skills/extraRoots/set`."""

    extra_roots: list[AbsolutePathBuf] = wire("extraRoots")


class SkillsExtraRootsSetResponse(WireModel):
    """Result of `skills/extraRoots/set`."""


class SkillsListEntry(WireModel):
    """An object, used by `SkillsListResponse`."""

    cwd: str = wire("cwd")
    errors: list[SkillErrorInfo] = wire("errors")
    skills: list[SkillMetadata] = wire("skills")


class SkillsListParams(WireModel):
    """Params of `skills/list`."""

    cwds: list[str] | Omitted = wire("cwds", default=OMITTED)
    force_reload: bool | Omitted = wire("forceReload", default=OMITTED)


class SkillsListResponse(WireModel):
    """Result of `skills/list`."""

    data: list[SkillsListEntry] = wire("data")
