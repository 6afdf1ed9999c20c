"""Patches: the definitions a runtime writes, changed into those that it and older runtimes keep to.

A patch asserts what it replaces: once a runtime's schema is mended, the patch fails and goes.
"""

from __future__ import annotations

import re
from copy import deepcopy
from typing import TYPE_CHECKING

from .ir import SchemaError
from .shapes import constant_tag, options_of

if TYPE_CHECKING:
    from collections.abc import Iterable

    from .ir import Schema

__all__ = ["is_required", "optional_fields", "patched"]

# The runtime writes these two variants of `thread/timeline/list` in camelCase like all others.
_TIMELINE = "ThreadTimelineEntry"
_TIMELINE_KEYS = {
    "turnStarted": {"turn_id": "turnId", "started_at": "startedAt"},
    "turnCompleted": {
        "turn_id": "turnId",
        "started_at": "startedAt",
        "completed_at": "completedAt",
        "duration_ms": "durationMs",
    },
}

# The runtime writes these as plain strings because new values may come at any time. Its own code
# has names for the values it knows; every other string stays valid.
_NAMED_STRINGS: dict[str, tuple[Schema, tuple[str, ...]]] = {
    "ReasoningEffort": (
        {"type": "string", "minLength": 1},
        ("none", "minimal", "low", "medium", "high", "xhigh", "max", "ultra"),
    ),
    "ThreadSource": ({"type": "string"}, ("user", "subagent", "memory_consolidation")),
}
# Of these, labels that the caller chooses freely: an unlisted string is no misspelling.
_LABELS = frozenset({"ThreadSource"})


def patched(defs: dict[str, Schema]) -> dict[str, Schema]:
    """Give the definitions with every patch applied.

    Raises:
        SchemaError: A definition is no longer what a patch was written for.
    """
    mended = {
        name: _named(name, defs[name], *named)
        for name, named in _NAMED_STRINGS.items()
        if name in defs
    }
    if _TIMELINE in defs:
        mended[_TIMELINE] = _patched_timeline(deepcopy(defs[_TIMELINE]))
    return {**defs, **mended}


def _named(name: str, found: Schema, replaced: Schema, values: tuple[str, ...]) -> Schema:
    if found != replaced:
        raise SchemaError(f"{name} is no plain string any more: drop the patch")
    return {"type": "string", "enum": [*values], "label": name in _LABELS}


def _patched_timeline(entry: Schema) -> Schema:
    waiting = dict(_TIMELINE_KEYS)
    for variant in entry["oneOf"]:
        keys = waiting.pop(variant["properties"]["type"]["enum"][0], None)
        if keys is None:
            continue
        properties = variant["properties"]
        if lost := sorted(keys.keys() - properties.keys()):
            raise SchemaError(f"{_TIMELINE} has no {', '.join(lost)} any more: drop the patch")
        variant["properties"] = {keys.get(name, name): value for name, value in properties.items()}
        variant["required"] = [keys.get(name, name) for name in variant["required"]]
    if waiting:
        raise SchemaError(f"{_TIMELINE} has no {', '.join(sorted(waiting))}: drop the patch")
    return entry


_STEP = re.compile(r"\.[^.\[{<]+|\[\]|\{\}|<[^>]+>")
_PLACE = re.compile(rf"(?P<name>\w+)(?P<path>(?:{_STEP.pattern})*)\.(?P<key>[^.\[{{<]+)\Z")


def optional_fields(
    defs: dict[str, Schema], places: Iterable[str], *, partly: bool = False
) -> dict[str, Schema]:
    """Give the definitions with the named fields no longer required.

    Args:
        defs: The definitions.
        places: Fields that older runtimes do not send, as in `history.json`.
        partly: The stable definitions need not have all of the fields.

    Raises:
        SchemaError: A field is not there, or is not required.
    """
    patched_defs = dict(defs)
    for place in places:
        match = _PLACE.match(place)
        name = match["name"] if match else ""
        if match is None or name not in defs:
            if not partly:
                raise SchemaError(f"there is no {place}: drop it from the history")
            continue
        if patched_defs[name] is defs[name]:
            patched_defs[name] = deepcopy(defs[name])
        _make_optional(patched_defs[name], place, match["path"], match["key"], partly=partly)
    return patched_defs


def is_required(defs: dict[str, Schema], place: str) -> bool:
    """Whether definitions have a field and require it, so that it can be made optional."""
    try:
        optional_fields(defs, [place])
    except SchemaError:
        return False
    return True


def _make_optional(schema: Schema, place: str, path: str, key: str, *, partly: bool) -> None:
    for step in _STEP.findall(path):
        schema = _step(schema, step)
        rest = [option for option in options_of(schema) if option != {"type": "null"}]
        schema = rest[0] if len(rest) == 1 else schema
    if key in schema.get("required", ()):
        schema["required"].remove(key)
        # The field of the type is `None` where the key is missing, so it takes a null as well.
        field = schema["properties"][key]
        if {"type": "null"} not in options_of(field):
            schema["properties"][key] = {"anyOf": [field, {"type": "null"}]}
    elif not partly:
        raise SchemaError(f"{place} is not required: drop it from the history")


def _step(schema: Schema, step: str) -> Schema:
    """Go one step of a place; nothing is there if the schema does not have it."""
    found: object
    if step == "[]":
        found = schema.get("items")
    elif step == "{}":
        found = schema.get("additionalProperties")
    elif step.startswith("."):
        found = schema.get("properties", {}).get(step[1:])
    else:
        tag = tuple(step[1:-1].split("=", 1))
        found = next((one for one in options_of(schema) if constant_tag(one) == tag), None)
    return found if isinstance(found, dict) else {}
