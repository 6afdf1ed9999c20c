"""Contract: the two schema bundles of a runtime, merged, with the stability of each part."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass, field, replace
from functools import partial
from pathlib import Path
from typing import cast

from .history import History, read_history
from .ir import Schema, SchemaError
from .patches import optional_fields, patched

__all__ = [
    "BUNDLE",
    "ENVELOPES",
    "SCHEMA_DIR",
    "Contract",
    "Pin",
    "bundle_path",
    "bundle_text",
    "flatten",
    "load_contract",
    "merge",
    "read_bundle",
    "read_pin",
    "sha256",
]

SCHEMA_DIR = Path(__file__).resolve().parent.parent
BUNDLE = "codex_app_server_protocol.schemas.json"

ENVELOPES = {
    "ClientRequest": "client_request",
    "ServerRequest": "server_request",
    "ServerNotification": "server_notification",
    "ClientNotification": "client_notification",
}
"""The definitions that list the methods, and the direction each stands for."""

_CHILD_MAPS = ("properties", "definitions")
_CHILD_LISTS = ("oneOf", "anyOf", "allOf")
_CHILD_SCHEMAS = ("items", "additionalProperties")


@dataclass(frozen=True, slots=True)
class Pin:
    """The contents of PINNED.json."""

    version: str
    sha256: dict[str, str]


@dataclass(frozen=True, slots=True)
class Contract:
    """Both bundles as one.

    `defs` are the definitions without the runtime's namespaces. `experimental` names those only
    the experimental bundle has; `experimental_fields` maps a definition of both bundles to the
    properties only the experimental one has; `experimental_methods` likewise. `history` has the
    first version of what a client can send.
    """

    version: str
    defs: dict[str, Schema]
    experimental: frozenset[str]
    experimental_fields: dict[str, frozenset[str]]
    experimental_methods: frozenset[str]
    stable_defs: dict[str, Schema]
    history: History = field(default_factory=partial(History, ()))

    def stable_part(self) -> Contract:
        """Return the contract without its experimental parts."""
        return merge(self.version, self.stable_defs, self.stable_defs)


def bundle_path(stability: str, root: Path = SCHEMA_DIR) -> Path:
    """Return the path of the bundle of one stability, "stable" or "experimental"."""
    return root / stability / BUNDLE


def sha256(path: Path) -> str:
    """Return the SHA-256 of a file in hexadecimal."""
    return hashlib.sha256(path.read_bytes()).hexdigest()


def read_pin(root: Path = SCHEMA_DIR) -> Pin:
    """Read PINNED.json."""
    raw = json.loads((root / "PINNED.json").read_text(encoding="utf-8"))
    return Pin(version=raw["version"], sha256=raw["sha256"])


def bundle_text(bundle: Schema) -> str:
    """Return a bundle in its stored form: no descriptions, sorted keys, one key on a line."""
    kept = json.dumps(_without_prose(bundle), indent=1, sort_keys=True, ensure_ascii=False)
    return f"{kept}\n"


def _without_prose(schema: object) -> object:
    if not isinstance(schema, dict):
        return schema
    kept: Schema = {}
    for key, value in schema.items():
        if key == "description":
            continue
        if key in _CHILD_MAPS:
            kept[key] = {name: _without_prose(child) for name, child in value.items()}
        elif key in _CHILD_LISTS:
            kept[key] = [_without_prose(child) for child in value]
        elif key in _CHILD_SCHEMAS:
            kept[key] = _without_prose(value)
        else:
            kept[key] = value
    if "definitions" in kept and "v2" in kept["definitions"]:
        v2 = kept["definitions"]["v2"]
        kept["definitions"]["v2"] = {name: _without_prose(child) for name, child in v2.items()}
    return kept


def flatten(bundle: Schema) -> dict[str, Schema]:
    """Return the definitions of a bundle in one namespace.

    Raises:
        SchemaError: Two definitions of one name differ.
    """
    top = dict(bundle["definitions"])
    defs = {name: _bare(schema) for name, schema in top.pop("v2", {}).items()}
    for name, schema in top.items():
        if defs.setdefault(name, _bare(schema)) != _bare(schema):
            raise SchemaError(f"two different definitions are called {name}")
    return dict(sorted(defs.items()))


def _bare(schema: Schema) -> Schema:
    """Drop the keys that belong to a definition in a file of its own."""
    return {key: value for key, value in schema.items() if key not in ("$schema", "title")}


def merge(version: str, stable: dict[str, Schema], experimental: dict[str, Schema]) -> Contract:
    """Merge the flattened bundles; the experimental one must contain the stable one.

    Raises:
        SchemaError: The stable bundle has something that the experimental one lacks.
    """
    if lost := sorted(stable.keys() - experimental.keys()):
        raise SchemaError(f"only the stable bundle defines {', '.join(lost)}")
    fields: dict[str, frozenset[str]] = {}
    for name, schema in stable.items():
        old, new = schema.get("properties", {}), experimental[name].get("properties", {})
        if lost := sorted(old.keys() - new.keys()):
            raise SchemaError(f"only the stable {name} has {', '.join(lost)}")
        if added := new.keys() - old.keys():
            fields[name] = frozenset(added)
    return Contract(
        version=version,
        defs=experimental,
        experimental=frozenset(experimental.keys() - stable.keys()),
        experimental_fields=fields,
        experimental_methods=method_names(experimental) - method_names(stable),
        stable_defs=stable,
    )


def method_names(defs: dict[str, Schema]) -> frozenset[str]:
    """Collect the names of all methods the envelopes list."""
    return frozenset(
        variant["properties"]["method"]["enum"][0]
        for envelope in ENVELOPES
        for variant in defs.get(envelope, {}).get("oneOf", [])
    )


def load_contract(root: Path = SCHEMA_DIR) -> Contract:
    """Read the pinned bundles and the history, and apply the patches.

    Raises:
        SchemaError: A bundle does not match PINNED.json, or the history ends with another version.
    """
    pin = read_pin(root)
    history = read_history(root, pin.version)
    if history.versions[-1] != pin.version:
        raise SchemaError(f"history.json ends with {history.versions[-1]}, not {pin.version}")
    defs = {stability: patched(read_bundle(stability, root)) for stability in pin.sha256}
    experimental = optional_fields(defs["experimental"], history.optional)
    stable = optional_fields(defs["stable"], history.optional, partly=True)
    return replace(merge(pin.version, stable, experimental), history=history)


def read_bundle(stability: str, root: Path = SCHEMA_DIR) -> dict[str, Schema]:
    """Read the definitions of a pinned bundle as the runtime wrote them.

    Raises:
        SchemaError: The bundle does not match PINNED.json.
    """
    path = bundle_path(stability, root)
    if sha256(path) != read_pin(root).sha256[stability]:
        raise SchemaError(f"{path.name} ({stability}) is not the bundle PINNED.json names")
    return flatten(cast("Schema", json.loads(path.read_text(encoding="utf-8"))))
