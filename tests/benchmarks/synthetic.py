"""One full message of every kind that a server can send, made from the schema."""

from __future__ import annotations

import functools
import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from . import scripts

SCHEMA = Path(__file__).parents[2] / "schema"
DEPTH = 9
"""How deep messages go: below it, whatever may be left out is left out."""

_FORMATS: Mapping[str, object] = {"string": "text", "boolean": True, "null": None, "number": 1.5}


@functools.cache
def bundle(name: str) -> dict[str, Any]:
    """The definitions of a bundle, namespaced ones as `v2/Name`."""
    path = SCHEMA / name / "codex_app_server_protocol.schemas.json"
    found: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))["definitions"]
    return found | {f"v2/{name}": schema for name, schema in found["v2"].items()}


@functools.cache
def definitions() -> dict[str, Any]:
    """What is drawn: of a type both bundles have, what the stable one says.

    The official SDK knows nothing else, and would skip whole branches that we decode.
    """
    return bundle("experimental") | bundle("stable")


def named(name: str) -> Any:
    """A definition, by the name people know it by."""
    known = definitions()
    return known.get(f"v2/{name}") or known[name]


def full(schema: Any, depth: int = 0) -> Any:
    """A value of a schema with every field there is; the first of alternatives."""
    if not isinstance(schema, dict):
        return {"any": ["thing", 1]}
    if reference := schema.get("$ref"):
        return full(definitions()[reference.removeprefix("#/definitions/")], depth + 1)
    if "const" in schema:
        return schema["const"]
    if choices := schema.get("enum"):
        return choices[0]
    for union in ("oneOf", "anyOf", "allOf"):
        if union in schema:
            chosen = full(_first(schema[union], depth), depth)
            shared = "properties" in schema and isinstance(chosen, dict)
            return _object(schema, depth) | chosen if shared else chosen
    return _plain(schema, depth)


def _first(choices: list[Any], depth: int) -> Any:
    """The first alternative that says something; deep down, the one that says nothing."""
    silent = [choice for choice in choices if choice == {"type": "null"}]
    if silent and depth >= DEPTH:
        return silent[0]
    return next(choice for choice in choices if choice not in silent)


def _plain(schema: dict[str, Any], depth: int) -> Any:
    kind = schema.get("type", "object" if "properties" in schema else None)
    if isinstance(kind, list):
        kind = "null" if depth >= DEPTH and "null" in kind else kind[0]
    if kind == "object":
        return _object(schema, depth)
    if kind == "array":
        return [] if depth >= DEPTH else [full(schema.get("items", True), depth + 1)] * 2
    if kind == "integer":
        return max(1, int(schema.get("minimum", 1)))
    return _FORMATS.get(str(kind), {"any": ["thing", 1]})


def _object(schema: dict[str, Any], depth: int) -> dict[str, Any]:
    required = schema.get("required", ())
    value = {
        name: full(field, depth + 1)
        for name, field in schema.get("properties", {}).items()
        if depth < DEPTH or name in required
    }
    extra = schema.get("additionalProperties")
    if isinstance(extra, dict) and not value and depth < DEPTH:
        value["key"] = full(extra, depth + 1)
    return value


def _sample(kind: str, role: str, method: str, type_name: str, message: Any) -> dict[str, str]:
    text = scripts.line(message).decode().rstrip("\n")
    return {"kind": kind, "role": role, "method": method, "type": type_name, "line": text}


def notifications() -> Iterator[dict[str, str]]:
    """One of every server notification."""
    for envelope in bundle("experimental")["ServerNotification"]["oneOf"]:
        method = envelope["properties"]["method"]["enum"][0]
        params = full(envelope["properties"]["params"])
        message = {"method": method, "params": params, "emittedAtMs": 1_795_210_400_000}
        yield _sample(f"full {method}", "notification", method, "", message)


def items() -> Iterator[dict[str, str]]:
    """One completed item of every type."""
    for variant in named("ThreadItem")["oneOf"]:
        params = full(named("ItemCompletedNotification"))
        params["item"] = full(variant)
        message = {"method": "item/completed", "params": params, "emittedAtMs": 1_795_210_400_000}
        kind = f"full item/completed {params['item']['type']}"
        yield _sample(kind, "notification", "item/completed", "", message)


def results() -> Iterator[dict[str, str]]:
    """One of every answer."""
    from trio_codex.protocol import METHODS

    for method, spec in METHODS.items():
        if spec.direction == "client_request" and spec.result_name is not None:
            result = {"id": 1, "result": full(named(spec.result_name))}
            yield _sample(f"full {method}", "result", method, spec.result_name, result)
