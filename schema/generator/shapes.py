"""Shapes of JSON: a schema without its references, its `null` and its one-element lists."""

from __future__ import annotations

from dataclasses import dataclass

from .ir import Schema

__all__ = ["Shape", "constant_tag", "options_of", "resolve"]

_NULL = {"type": "null"}


@dataclass(frozen=True, slots=True)
class Shape:
    """A schema as values see it.

    `name` is the definition it stands in, if it was referred to. `kind` is the JSON type, or
    "union" for several alternatives, or "any" for JSON without a type.
    """

    schema: Schema
    name: str | None
    nullable: bool
    kind: str


def resolve(schema: Schema | bool, defs: dict[str, Schema]) -> Shape:
    """Follow references and take `null` out of the alternatives."""
    name: str | None = None
    nullable = False
    while isinstance(schema, dict):
        options = options_of(schema)
        if "$ref" in schema:
            name = schema["$ref"].rpartition("/")[2]
            schema = defs[name]
        elif len(schema.get("allOf", ())) == 1:
            schema = schema["allOf"][0]
        elif _NULL in options:
            nullable = True
            rest = [option for option in options if option != _NULL]
            schema = rest[0] if len(rest) == 1 else {"oneOf": rest}
        elif isinstance(schema.get("type"), list) and "null" in schema["type"]:
            nullable = True
            rest = [kind for kind in schema["type"] if kind != "null"]
            schema = {**schema, "type": rest[0] if len(rest) == 1 else rest}
        else:
            return Shape(schema, name, nullable, _kind(schema))
    return Shape({}, name, nullable, "any")


def _kind(schema: Schema) -> str:
    if options_of(schema):
        return "string" if all("enum" in one for one in options_of(schema)) else "union"
    if "enum" in schema:
        return "string"
    if "properties" in schema:
        return "object"
    kind = schema.get("type", "any")
    return kind if isinstance(kind, str) else "any"


def options_of(schema: Schema) -> list[Schema]:
    """Give the alternatives of a union; none for everything else."""
    return list(schema.get("oneOf") or schema.get("anyOf") or ())


def constant_tag(option: Schema) -> tuple[str, str] | None:
    """Find the key, and its only value, that tells an object from the other alternatives."""
    tags = {
        key: prop["enum"][0]
        for key, prop in option.get("properties", {}).items()
        if isinstance(prop, dict) and len(prop.get("enum", ())) == 1
        if key in option.get("required", ())
    }
    if not tags:
        return None
    key = "type" if "type" in tags else min(tags)
    return key, str(tags[key])
