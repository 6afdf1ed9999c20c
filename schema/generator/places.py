"""Places in the params of each method: the keys, enum values and variants that a schema allows.

A place is a path into the JSON that a client sends:

* `.key`: a key of an object
* `[]`: any item of a list; `{}`: any value of a map
* `=value`: a value of an enum; for the tag of a variant as well (`.type=audio`)
* `<key=value>`: the object whose tag `key` has this value

So `.input[]<type=audio>.url` is the URL of an audio item of the input. The paths hold no names of
types: a runtime may rename those from one version to the next.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from .ir import Schema, SchemaError
from .shapes import constant_tag, options_of, resolve

__all__ = ["Places", "param_places"]

_SEPARATORS = frozenset(".[{<=>")
_ENVELOPES = ("ClientRequest", "ClientNotification")


@dataclass(slots=True)
class Places:
    """What a schema allows: `known` places, and `open` ones, below which anything may stand."""

    known: set[str] = field(default_factory=set)
    open: set[str] = field(default_factory=set)

    def allow(self, path: str) -> bool:
        """Whether a value at this path is read."""
        return path in self.known or any(
            path.startswith(free) and (len(path) == len(free) or path[len(free)] in _SEPARATORS)
            for free in self.open
        )


def param_places(defs: dict[str, Schema]) -> dict[str, Places]:
    """Collect the places of everything a client can send, by method.

    Raises:
        SchemaError: Params contain themselves, or a name cannot stand in a path.
    """
    found: dict[str, Places] = {}
    for envelope in _ENVELOPES:
        for variant in defs.get(envelope, {}).get("oneOf", []):
            walk = _Walk(defs)
            walk.enter(variant["properties"].get("params", {"type": "null"}), "", ())
            found[variant["properties"]["method"]["enum"][0]] = walk.places
    return found


class _Walk:
    """Collects the places of one schema."""

    def __init__(self, defs: dict[str, Schema]) -> None:
        self._defs = defs
        self.places = Places()

    def enter(self, schema: Schema | bool, path: str, inside: tuple[str, ...]) -> None:
        shape = resolve(schema, self._defs)
        if shape.name in inside:
            raise SchemaError(f"the params contain {shape.name} in itself, at {path}")
        if shape.name is not None:
            inside = (*inside, shape.name)
        if shape.kind == "any":
            self.places.open.add(path)
            return
        self.places.known.update(f"{path}={value}" for value in shape.schema.get("enum", ()))
        for option in options_of(shape.schema):
            self._option(option, path, inside)
        self._contents(shape.schema, path, inside, None)

    def _option(self, option: Schema, path: str, inside: tuple[str, ...]) -> None:
        tag = constant_tag(option)
        if tag is None:
            self.enter(option, path, inside)
            return
        key, value = tag
        self.places.known.add(f"{path}.{_name(key)}={_name(value)}")
        self._contents(option, f"{path}<{key}={value}>", inside, key)

    def _contents(
        self, schema: Schema, path: str, inside: tuple[str, ...], tag: str | None
    ) -> None:
        for key, prop in schema.get("properties", {}).items():
            if key != tag:
                self.places.known.add(f"{path}.{_name(key)}")
                self.enter(prop, f"{path}.{key}", inside)
        if "items" in schema:
            self.enter(schema["items"], f"{path}[]", inside)
        values = schema.get("additionalProperties")
        if isinstance(values, dict):
            self.enter(values, f"{path}{{}}", inside)
        elif values is True or (schema.get("type") == "object" and "properties" not in schema):
            self.places.open.add(path)


def _name(text: str) -> str:
    if not text or _SEPARATORS & set(text):
        raise SchemaError(f"{text!r} cannot stand in a path")
    return text
