"""Audit of a raw payload: everything in it that its protocol type does not know."""

from __future__ import annotations

from typing import TYPE_CHECKING

from trio_codex.errors import ShapeError
from trio_codex.protocol import OpenEnum, UnknownVariant, WireModel
from trio_codex.protocol.converter import structure, unstructure

if TYPE_CHECKING:
    from collections.abc import Iterator

    from trio_codex.protocol import JsonValue

__all__ = ["OPEN_TYPES", "faults"]

OPEN_TYPES = frozenset({"AnalyticsConfig", "Config"})
"""The types whose schema says `additionalProperties: true`: config.toml may hold anything."""


def faults(raw: JsonValue, cls: object) -> list[str]:
    """List what keeps a payload from being known in full: empty is what a test wants."""
    if cls is None:
        return []
    try:
        value = structure(raw, cls)
    except ShapeError as error:
        return [f"undecodable: {error}"]
    found = list(_unknown(value, raw, "$"))
    if structure(unstructure(value), cls) != value:
        found.append("$: changes when it is sent back and decoded again")
    return found


def _unknown(value: object, raw: JsonValue, path: str) -> Iterator[str]:
    if isinstance(value, UnknownVariant):
        yield f"{path}: unknown variant {value.tag!r}"
    elif isinstance(value, OpenEnum) and not value.is_known:
        yield f"{path}: unknown enum value {str(value)!r}"
    elif isinstance(value, WireModel) and isinstance(raw, dict):
        names = {str(said.metadata["wire"]): name for name, said in value.__wire_fields__.items()}
        for key, inner in raw.items():
            if key not in names and type(value).__name__ in OPEN_TYPES:
                continue
            if key not in names:
                yield f"{path}.{key}: unknown key"
            else:
                yield from _unknown(getattr(value, names[key]), inner, f"{path}.{key}")
    elif isinstance(value, list) and isinstance(raw, list):
        for index, (item, inner) in enumerate(zip(value, raw, strict=True)):
            yield from _unknown(item, inner, f"{path}[{index}]")
    elif isinstance(value, dict) and isinstance(raw, dict):
        for key, item in value.items():
            yield from _unknown(item, raw[key], f"{path}.{key}")
