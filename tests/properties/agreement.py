"""The first difference between JSON and what came back of it, by its schema."""

from __future__ import annotations

from typing import Any

import jsonschema_rs

from tests.properties.contract import DEFINITIONS, needed_by

_validators: dict[int, tuple[Any, jsonschema_rs.Draft7Validator]] = {}


def difference(schema: Any, sent: Any, back: Any, at: str = "$") -> str | None:
    """Where `back` is not `sent` without its unknown keys and its optional nulls; `None` if it is.

    What has a default in the schema may have come instead of an absent key.
    """
    if schema is True or schema == {}:
        return None if _identical(sent, back) else f"{at}: {sent!r} became {back!r}"
    if "$ref" in schema:
        return difference(DEFINITIONS[schema["$ref"].rpartition("/")[2]], sent, back, at)
    if "allOf" in schema:
        return difference(schema["allOf"][0], sent, back, at)
    choices = schema.get("oneOf") or schema.get("anyOf")
    if choices:
        common = {key: schema[key] for key in schema if key in ("properties", "required", "type")}
        fitting = [choice for choice in choices if _fits(choice, sent)]
        found = [difference(_with(common, choice), sent, back, at) for choice in fitting]
        return None if None in found else f"{at}: {found}"
    if isinstance(sent, dict) and isinstance(back, dict):
        return _object_difference(schema, sent, back, at)
    if isinstance(sent, list) and isinstance(back, list) and len(sent) == len(back):
        items = schema.get("items", True)
        found = [
            difference(items, old, new, f"{at}[{index}]")
            for index, (old, new) in enumerate(zip(sent, back, strict=True))
        ]
        return next((text for text in found if text), None)
    if "number" in schema.get("type", ()) and isinstance(sent, (int, float)):
        return None if float(sent) == back else f"{at}: {sent!r} became {back!r}"
    return None if _identical(sent, back) else f"{at}: {sent!r} became {back!r}"


def _object_difference(
    schema: Any, sent: dict[str, Any], back: dict[str, Any], at: str
) -> str | None:
    properties = schema.get("properties", {})
    others = schema.get("additionalProperties", True)
    for key in sent.keys() | back.keys():
        below = properties.get(key, others if others is not True else None)
        here = f"{at}[{key!r}]"
        if below is None and key in back:
            # Where the schema says no more than "an object", the object is kept as it is.
            if properties or not _identical(sent.get(key, back), back[key]):
                return f"{here}: is not in the schema and came back"
            continue
        if key not in back:
            optional_null = sent[key] is None and key not in schema.get("required", ())
            if below is not None and not optional_null:
                return f"{here}: is lost"
        elif key not in sent:
            if "default" not in below or not _identical(below["default"], back[key]):
                return f"{here}: {back[key]!r} came out of nowhere"
        elif found := difference(below, sent[key], back[key], here):
            return found
    return None


def _with(common: Any, choice: Any) -> Any:
    """A member of a union together with what the schema says about all members."""
    if not common.get("properties"):
        return choice
    while "$ref" in choice:
        choice = DEFINITIONS[choice["$ref"].rpartition("/")[2]]
    properties = {**common["properties"], **choice.get("properties", {})}
    required = [*common.get("required", ()), *choice.get("required", ())]
    return {**choice, "properties": properties, "required": required}


def _fits(schema: Any, value: Any) -> bool:
    known = _validators.get(id(schema))
    if known is None:
        definitions = {name: DEFINITIONS[name] for name in needed_by(schema)}
        validator = jsonschema_rs.Draft7Validator({**schema, "definitions": definitions})
        # The schema is kept beside its validator, so that its id stays its own.
        known = _validators[id(schema)] = (schema, validator)
    return known[1].is_valid(value)


def _identical(one: Any, other: Any) -> bool:
    """Equality that tells `1` from `True` and from `1.0`."""
    if type(one) is not type(other):
        return False
    if isinstance(one, dict):
        return one.keys() == other.keys() and all(_identical(one[k], other[k]) for k in one)
    if isinstance(one, list):
        return len(one) == len(other) and all(map(_identical, one, other))
    return bool(one == other)
