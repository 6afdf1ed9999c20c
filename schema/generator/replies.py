"""Older replies: which required fields an older runtime does not send, field by field.

What the server sends is compared in two versions, from each method's message downwards, so that
a renamed type is compared with the type it was before. A field is named by the definition it stands
in and its path there: `Thread.projectId`, `HookMetadata<handlerType=command>.command`.
"""

from __future__ import annotations

from collections.abc import Iterator

from .ir import Schema
from .load import ENVELOPES
from .methods import result_name
from .shapes import Shape, constant_tag, options_of, resolve

__all__ = ["Comparison", "compare_replies"]


class Comparison:
    """What the messages of two versions have in common.

    Attributes:
        fields: required fields of the newer version -> the same fields in the older one; `None`
            among these says that the older one may leave it out, or send `null`.
        unreadable: request methods whose older results have another shape altogether.
    """

    def __init__(self, new: dict[str, Schema], old: dict[str, Schema]) -> None:
        self.fields: dict[str, set[str | None]] = {}
        self.unreadable: set[str] = set()
        self._new = new
        self._old = old
        self._verdicts: dict[tuple[str, str], bool] = {}

    def message(self, new_name: str, old_name: str) -> bool:
        """Compare two definitions; the result tells whether the older one can be read at all."""
        return self._compare({"$ref": new_name}, {"$ref": old_name}, "", "")

    def _compare(self, new: Schema | bool, old: Schema | bool, place: str, old_place: str) -> bool:
        mine, other = resolve(new, self._new), resolve(old, self._old)
        place, old_place = mine.name or place, other.name or old_place
        if mine.kind == "any":
            return True
        pair = (place, old_place)
        if pair not in self._verdicts or mine.name is None or other.name is None:
            self._verdicts[pair] = True  # while it is being compared: types may contain themselves
            self._verdicts[pair] = self._shapes(mine, other, place, old_place)
        return self._verdicts[pair]

    def _shapes(self, mine: Shape, other: Shape, place: str, old_place: str) -> bool:
        if mine.kind == "union":
            return self._unions(mine, other, place, old_place)
        if mine.kind == "object" and other.kind == "object":
            return self._objects(mine.schema, other.schema, place, old_place)
        if mine.kind == "array" and other.kind == "array":
            items = mine.schema.get("items", True), other.schema.get("items", True)
            return self._compare(*items, f"{place}[]", f"{old_place}[]")
        return mine.kind == other.kind or (mine.kind, other.kind) == ("number", "integer")

    def _objects(self, mine: Schema, other: Schema, place: str, old_place: str) -> bool:
        readable = True
        required, old_required = mine.get("required", ()), other.get("required", ())
        old_props = other.get("properties", {})
        for key, prop in mine.get("properties", {}).items():
            here, there = f"{place}.{key}", f"{old_place}.{key}"
            fits = key not in old_props or self._compare(prop, old_props[key], here, there)
            if key in required:
                readable &= fits
                sure = key in old_required and not self._may_be_null(prop, old_props[key])
                self.fields.setdefault(here, set()).add(there if sure else None)
        values = mine.get("additionalProperties"), other.get("additionalProperties")
        if isinstance(values[0], dict) and isinstance(values[1], dict):
            readable &= self._compare(values[0], values[1], f"{place}{{}}", f"{old_place}{{}}")
        return readable

    def _may_be_null(self, new: Schema | bool, old: Schema | bool) -> bool:
        mine, other = resolve(new, self._new), resolve(old, self._old)
        return other.nullable and not mine.nullable and mine.kind != "any"

    def _unions(self, mine: Shape, other: Shape, place: str, old_place: str) -> bool:
        """Compare the variants both have; one that only the older version has is kept raw."""
        if other.kind == "object" and not self._has_tag(mine, other.schema):
            return False
        old_variants = dict(_variants(other.schema, self._old, old_place))
        for mark, (option, here) in _variants(mine.schema, self._new, place):
            if mark in old_variants:
                old_option, there = old_variants[mark]
                self._compare(option, old_option, here, there)
        return other.kind in ("union", "object", "string")

    def _has_tag(self, union: Shape, old: Schema) -> bool:
        tags = [constant_tag(option) for option in options_of(union.schema)]
        return any(tag is not None and tag[0] in old.get("properties", {}) for tag in tags)


def _variants(
    schema: Schema, defs: dict[str, Schema], place: str
) -> Iterator[tuple[str, tuple[Schema, str]]]:
    """Give the object variants of a union by what tells them apart, each with its place.

    A plain object counts as the variants its own tag could name: a runtime may make a union of an
    object.
    """
    shared: Schema = {key: schema[key] for key in ("properties", "required") if key in schema}
    if not options_of(schema):
        for key, prop in schema.get("properties", {}).items():
            for value in resolve(prop, defs).schema.get("enum", ()):
                yield f"{key}={value}", (schema, place)
        return
    for option in options_of(schema):
        tag = constant_tag(option)
        if tag is not None:
            yield f"{tag[0]}={tag[1]}", (_joined(option, shared), f"{place}<{tag[0]}={tag[1]}>")
        elif "$ref" in option:
            yield option["$ref"].rpartition("/")[2], (option, place)
        elif len(option.get("required", ())) == 1:
            yield option["required"][0], (option, place)


def _joined(option: Schema, shared: Schema) -> Schema:
    """Add the properties that stand beside the list of alternatives."""
    return {
        **option,
        "properties": {**shared.get("properties", {}), **option.get("properties", {})},
        "required": [*shared.get("required", ()), *option.get("required", ())],
    }


def compare_replies(new: dict[str, Schema], old: dict[str, Schema]) -> Comparison:
    """Compare everything the server sends in two versions."""
    comparison = Comparison(new, old)
    old_messages = dict(_messages(old))
    for method, name in _messages(new):
        known = old_messages.get(method)
        if name in new and known in old and not comparison.message(name, known):
            if method in _requests(new):
                comparison.unreadable.add(method)
    return comparison


def _messages(defs: dict[str, Schema]) -> Iterator[tuple[str, str]]:
    """Give the definition of what the server sends for each method."""
    for envelope, direction in ENVELOPES.items():
        for variant in defs.get(envelope, {}).get("oneOf", []):
            method = variant["properties"]["method"]["enum"][0]
            params = resolve(variant["properties"].get("params", {"type": "null"}), defs).name
            if direction == "client_request":
                yield method, result_name(method, params)
            elif direction.startswith("server") and params is not None:
                yield method, params


def _requests(defs: dict[str, Schema]) -> frozenset[str]:
    variants = defs.get("ClientRequest", {}).get("oneOf", [])
    return frozenset(variant["properties"]["method"]["enum"][0] for variant in variants)
