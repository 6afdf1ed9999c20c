"""Validators and JSON strategies of the pinned schema, without the SDK's code."""

from __future__ import annotations

import copy
import functools
import json
import re
from types import SimpleNamespace
from typing import Any

import hypothesis_jsonschema._from_schema as from_schema_module
import jsonschema_rs
from hypothesis import strategies as st
from hypothesis.internal.conjecture.utils import many
from hypothesis_jsonschema import from_schema

from schema.generator.load import ENVELOPES, SCHEMA_DIR, load_contract

_REFERENCE = re.compile(r'"#/definitions/(?:v2/)?(\w+)"')


def _definitions() -> dict[str, Any]:
    flat = json.dumps(load_contract(SCHEMA_DIR).defs).replace("#/definitions/v2/", "#/definitions/")
    return json.loads(flat)  # type: ignore[no-any-return]


DEFINITIONS = _definitions()
"""Every definition of the bundle, by name, as it was mended where the runtime writes otherwise."""

NAMES = sorted(DEFINITIONS.keys() - ENVELOPES.keys())
"""Every definition that is a type; the envelopes are tables of methods with their own tests."""


def needed_by(schema: Any) -> frozenset[str]:
    """The definitions that a schema refers to, at any depth."""
    found: set[str] = set()
    waiting = [schema]
    while waiting:
        for target in _REFERENCE.findall(json.dumps(waiting.pop())):
            if target not in found:
                found.add(target)
                waiting.append(DEFINITIONS[target])
    return frozenset(found)


@functools.cache
def needed(name: str) -> frozenset[str]:
    """The definitions that one refers to, at any depth."""
    return needed_by(DEFINITIONS[name])


def document(name: str) -> dict[str, Any]:
    """A definition as a schema that stands alone."""
    return {**DEFINITIONS[name], "definitions": {key: DEFINITIONS[key] for key in needed(name)}}


@functools.cache
def validator(name: str) -> jsonschema_rs.Draft7Validator:
    """What says whether JSON is of a definition."""
    return jsonschema_rs.Draft7Validator(document(name))


class _Elements:
    """The collection hypothesis-jsonschema knows, on top of what it became in Hypothesis since."""

    def __init__(self, *args: Any, **options: Any) -> None:
        self._many = many(*args, **options)
        self._many.__enter__()
        self._rest = iter(self._many)

    def more(self) -> bool:
        for _ in self._rest:
            return True
        self._many.__exit__(None, None, None)
        return False

    def reject(self, why: str | None = None) -> None:
        self._many.reject(why)


if not hasattr(many, "more"):
    vars(from_schema_module)["cu"] = SimpleNamespace(many=_Elements)


def drawn_by_library(name: str) -> st.SearchStrategy[Any]:
    """JSON of a definition, by hypothesis-jsonschema: slow, and inventive with unknown keys."""
    # The library rewrites the schema it is given.
    return from_schema(copy.deepcopy(document(name)))


# Past this depth an object has only what it must have.
_DEEP = 7


@functools.cache
def drawn_by_walk(name: str, depth: int = 0) -> st.SearchStrategy[Any]:
    """JSON of a definition, by a walk over its schema: quick at any size."""
    return st.deferred(lambda: _walk(DEFINITIONS[name], depth))


def _walk(schema: Any, depth: int) -> st.SearchStrategy[Any]:
    if schema is True or schema == {}:
        return _ANY
    if "$ref" in schema:
        return drawn_by_walk(schema["$ref"].rpartition("/")[2], min(depth, _DEEP))
    choices = schema.get("oneOf") or schema.get("anyOf")
    if "allOf" in schema:
        (only,) = schema["allOf"]
        return _walk(only, depth)
    if choices and "properties" in schema:
        common = _walk({key: schema[key] for key in schema if key not in ("oneOf", "anyOf")}, depth)
        members = st.one_of([_walk(choice, depth) for choice in choices])
        return st.tuples(common, members).map(lambda both: {**both[0], **both[1]})
    if choices:
        return st.one_of([_walk(choice, depth) for choice in choices])
    if "enum" in schema:
        return st.sampled_from(schema["enum"])
    types = schema["type"] if isinstance(schema["type"], list) else [schema["type"]]
    return st.one_of([_of_type(name, schema, depth) for name in types])


def _of_type(name: str, schema: Any, depth: int) -> st.SearchStrategy[Any]:
    if name == "object":
        return _object(schema, depth)
    if name == "array":
        most = 0 if depth >= _DEEP else 2
        return st.lists(_walk(schema.get("items", True), depth + 1), max_size=most)
    if name == "integer":
        return st.integers(schema.get("minimum", -(2**63)), schema.get("maximum", 2**63 - 1))
    if name == "string":
        return st.text(min_size=schema.get("minLength", 0), max_size=12)
    if name == "number":
        return st.floats(allow_nan=False, allow_infinity=False) | st.integers(-(2**53), 2**53)
    return {"boolean": st.booleans(), "null": st.none()}[name]


def _object(schema: Any, depth: int) -> st.SearchStrategy[Any]:
    properties = schema.get("properties", {})
    required = {key: _walk(properties[key], depth + 1) for key in schema.get("required", ())}
    if depth >= _DEEP:
        return st.fixed_dictionaries(required)
    optional = {
        key: _walk(below, depth + 1) for key, below in properties.items() if key not in required
    }
    known = st.fixed_dictionaries(required, optional=optional)
    extra = schema.get("additionalProperties", True)
    if extra is False:
        return known
    values = _ANY if extra is True else _walk(extra, depth + 1)
    names = st.text(max_size=6).filter(lambda key: key not in properties)
    # In a map the other keys are the point; elsewhere a stranger now and then is enough.
    more = st.dictionaries(names, values, max_size=1 if properties else 2)
    return st.tuples(known, more).map(lambda both: {**both[0], **both[1]})


_ANY: st.SearchStrategy[Any] = st.recursive(
    st.none() | st.booleans() | st.integers(-(2**63), 2**63 - 1) | st.text(max_size=6),
    lambda inner: (
        st.lists(inner, max_size=2) | st.dictionaries(st.text(max_size=4), inner, max_size=2)
    ),
    max_leaves=4,
)
