"""Fast readers: JSON as it was received to typed values.

Do not edit: `python -m schema.generator` writes this file.
"""

from __future__ import annotations

# The functions take JSON of any shape, and their speed is what they are for.
# mypy: allow-untyped-defs, allow-untyped-calls, no-check-untyped-defs, no-warn-return-any
from ..._fast import Members, Unfit, blank
from .. import skill as t

new_SkillDependencies = blank(globals(), "SkillDependencies")


def read_SkillDependencies(v):
    o = new_SkillDependencies()
    if type(x := v["tools"]) is not list:
        raise Unfit
    o.tools = [read_SkillToolDependency(y) for y in x]
    o.__class__ = t.SkillDependencies
    return o


new_SkillErrorInfo = blank(globals(), "SkillErrorInfo")


def read_SkillErrorInfo(v):
    o = new_SkillErrorInfo()
    if type(x := v["message"]) is not str:
        raise Unfit
    o.message = x
    if type(x := v["path"]) is not str:
        raise Unfit
    o.path = x
    o.__class__ = t.SkillErrorInfo
    return o


new_SkillInterface = blank(globals(), "SkillInterface")


def read_SkillInterface(v):
    if type(v) is not dict:
        raise Unfit
    o = new_SkillInterface()
    if (x := v.get("brandColor")) is not None and type(x) is not str:
        raise Unfit
    o.brand_color = x
    if (x := v.get("defaultPrompt")) is not None and type(x) is not str:
        raise Unfit
    o.default_prompt = x
    if (x := v.get("displayName")) is not None and type(x) is not str:
        raise Unfit
    o.display_name = x
    if (x := v.get("iconLarge")) is not None and type(x) is not str:
        raise Unfit
    o.icon_large = x
    if (x := v.get("iconLargeUrl")) is not None and type(x) is not str:
        raise Unfit
    o.icon_large_url = x
    if (x := v.get("iconSmall")) is not None and type(x) is not str:
        raise Unfit
    o.icon_small = x
    if (x := v.get("iconSmallUrl")) is not None and type(x) is not str:
        raise Unfit
    o.icon_small_url = x
    if (x := v.get("shortDescription")) is not None and type(x) is not str:
        raise Unfit
    o.short_description = x
    o.__class__ = t.SkillInterface
    return o


new_SkillMetadata = blank(globals(), "SkillMetadata")


def read_SkillMetadata(v):
    o = new_SkillMetadata()
    if type(x := v["description"]) is not str:
        raise Unfit
    o.description = x
    if type(x := v["enabled"]) is not bool:
        raise Unfit
    o.enabled = x
    if type(x := v["name"]) is not str:
        raise Unfit
    o.name = x
    if type(x := v["path"]) is not str:
        raise Unfit
    o.path = x
    o.scope = read_SkillScope(v["scope"])
    o.dependencies = None if (x := v.get("dependencies")) is None else read_SkillDependencies(x)
    o.interface = None if (x := v.get("interface")) is None else read_SkillInterface(x)
    if (x := v.get("pluginId")) is not None and type(x) is not str:
        raise Unfit
    o.plugin_id = x
    if (x := v.get("shortDescription")) is not None and type(x) is not str:
        raise Unfit
    o.short_description = x
    o.__class__ = t.SkillMetadata
    return o


read_SkillScope = Members(t.SkillScope).__getitem__
new_SkillSummary = blank(globals(), "SkillSummary")


def read_SkillSummary(v):
    o = new_SkillSummary()
    if type(x := v["description"]) is not str:
        raise Unfit
    o.description = x
    if type(x := v["enabled"]) is not bool:
        raise Unfit
    o.enabled = x
    if type(x := v["name"]) is not str:
        raise Unfit
    o.name = x
    o.interface = None if (x := v.get("interface")) is None else read_SkillInterface(x)
    if (x := v.get("path")) is not None and type(x) is not str:
        raise Unfit
    o.path = x
    if (x := v.get("shortDescription")) is not None and type(x) is not str:
        raise Unfit
    o.short_description = x
    o.__class__ = t.SkillSummary
    return o


new_SkillToolDependency = blank(globals(), "SkillToolDependency")


def read_SkillToolDependency(v):
    o = new_SkillToolDependency()
    if type(x := v["type"]) is not str:
        raise Unfit
    o.type = x
    if type(x := v["value"]) is not str:
        raise Unfit
    o.value = x
    if (x := v.get("command")) is not None and type(x) is not str:
        raise Unfit
    o.command = x
    if (x := v.get("description")) is not None and type(x) is not str:
        raise Unfit
    o.description = x
    if (x := v.get("transport")) is not None and type(x) is not str:
        raise Unfit
    o.transport = x
    if (x := v.get("url")) is not None and type(x) is not str:
        raise Unfit
    o.url = x
    o.__class__ = t.SkillToolDependency
    return o


new_SkillsChangedNotification = blank(globals(), "SkillsChangedNotification")


def read_SkillsChangedNotification(v):
    if type(v) is not dict:
        raise Unfit
    o = new_SkillsChangedNotification()
    o.__class__ = t.SkillsChangedNotification
    return o


new_SkillsConfigWriteResponse = blank(globals(), "SkillsConfigWriteResponse")


def read_SkillsConfigWriteResponse(v):
    o = new_SkillsConfigWriteResponse()
    if type(x := v["effectiveEnabled"]) is not bool:
        raise Unfit
    o.effective_enabled = x
    o.__class__ = t.SkillsConfigWriteResponse
    return o


new_SkillsExtraRootsSetResponse = blank(globals(), "SkillsExtraRootsSetResponse")


def read_SkillsExtraRootsSetResponse(v):
    if type(v) is not dict:
        raise Unfit
    o = new_SkillsExtraRootsSetResponse()
    o.__class__ = t.SkillsExtraRootsSetResponse
    return o


new_SkillsListEntry = blank(globals(), "SkillsListEntry")


def read_SkillsListEntry(v):
    o = new_SkillsListEntry()
    if type(x := v["cwd"]) is not str:
        raise Unfit
    o.cwd = x
    if type(x := v["errors"]) is not list:
        raise Unfit
    o.errors = [read_SkillErrorInfo(y) for y in x]
    if type(x := v["skills"]) is not list:
        raise Unfit
    o.skills = [read_SkillMetadata(y) for y in x]
    o.__class__ = t.SkillsListEntry
    return o


new_SkillsListResponse = blank(globals(), "SkillsListResponse")


def read_SkillsListResponse(v):
    o = new_SkillsListResponse()
    if type(x := v["data"]) is not list:
        raise Unfit
    o.data = [read_SkillsListEntry(y) for y in x]
    o.__class__ = t.SkillsListResponse
    return o
