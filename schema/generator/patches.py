"""Turns the definitions a runtime writes into the ones it keeps to, where the two differ.

A patch asserts what it replaces: once a runtime's schema is mended, the patch fails and goes.
"""

from __future__ import annotations

from copy import deepcopy
from typing import TYPE_CHECKING

from .ir import SchemaError

if TYPE_CHECKING:
    from .ir import Schema

__all__ = ["patched"]

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


def patched(defs: dict[str, Schema]) -> dict[str, Schema]:
    """Give the definitions with every patch applied.

    Raises:
        SchemaError: A definition is no longer what a patch was written for.
    """
    if _TIMELINE not in defs:
        return defs
    return {**defs, _TIMELINE: _patched_timeline(deepcopy(defs[_TIMELINE]))}


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
