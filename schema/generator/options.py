"""Option blocks: the keyword parameters, and their docstring lines, of methods with wire options.

`schema/options.toml` describes the options; the pinned schema has their types. The blocks stand in
the hand-written methods themselves, so type checkers, `help()`, `inspect.signature`, IDEs and
readers see plain Python. Generated is everything from `*,` to the end of a parameter list, and the
lines of these parameters in the `Args` section, if the docstring has one.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from .ir import Schema, SchemaError
from .load import SCHEMA_DIR, Contract
from .names import field_name

__all__ = ["Option", "Signature", "read_names", "read_signatures"]

_PRIMITIVES = {"string": "str", "integer": "int", "number": "float", "boolean": "bool"}
_PATH = "str | os.PathLike[str]"
_KEYS = {"about", "declare", "default", "field", "for", "not_for"}


@dataclass(frozen=True, slots=True)
class Option:
    """A keyword parameter: what follows its name in the signature, and in the docstring."""

    name: str
    declaration: str
    line: str


@dataclass(frozen=True, slots=True)
class Signature:
    """The options of one method of a class, in order, and the schema's types they name."""

    owner: str
    name: str
    options: tuple[Option, ...]
    types: frozenset[str]


def read_signatures(contract: Contract, root: Path = SCHEMA_DIR) -> list[Signature]:
    """Read options.toml and complete it from the schema.

    A description of a field that the pinned schema lacks is ignored: another runtime has it.

    Raises:
        SchemaError: Fields of the params are neither described nor hidden, or descriptions are
            incomplete; it lists all of them.
    """
    groups = tomllib.loads((root / "options.toml").read_text(encoding="utf-8"))
    signatures: list[Signature] = []
    problems: dict[str, None] = {}
    for group in groups.values():
        for target, method in group["signatures"].items():
            try:
                signatures.append(_Compiler(contract, target, method, group).signature())
            except SchemaError as error:
                problems[f"schema/options.toml: {error}"] = None
    if problems:
        raise SchemaError("\n".join(problems))
    return signatures


def read_names(root: Path = SCHEMA_DIR) -> dict[str, dict[str, str]]:
    """Read the options that have another name than their field: by method, and by field."""
    names: dict[str, dict[str, str]] = {}
    for group in tomllib.loads((root / "options.toml").read_text(encoding="utf-8")).values():
        renamed = {
            entry["field"]: name for name, entry in group["options"].items() if "field" in entry
        }
        if renamed:
            names |= dict.fromkeys(group["signatures"].values(), renamed)
    return names


class _Compiler:
    """Compiles the options of one signature."""

    def __init__(
        self, contract: Contract, target: str, method: str, group: Mapping[str, Any]
    ) -> None:
        self._owner, _, self._name = target.partition(".")
        self._method = method
        self._group = group
        params = _params_name(contract, method)
        self._defs = contract.defs
        self._fields: dict[str, Schema] = contract.defs[params].get("properties", {})
        self._experimental = contract.experimental_fields.get(params, frozenset())
        self._types: set[str] = set()

    def signature(self) -> Signature:
        wires = {field_name(wire): wire for wire in self._fields}
        undescribed = self._fields.keys() - self._group["hidden"].keys()
        options: list[Option] = []
        for name, entry in self._group["options"].items():
            wire = None
            if "for" not in entry:
                wire = entry.get("field", wires.get(name))
                wire = wire if wire in self._fields else None
                undescribed -= {wire}
            if self._is_offered(entry, wire):
                options.append(self._option(name, entry, wire))
        if undescribed:
            names = ", ".join(sorted(undescribed))
            raise SchemaError(f"{self._method} has no description of {names}")
        return Signature(self._owner, self._name, tuple(options), frozenset(self._types))

    def _is_offered(self, entry: Mapping[str, Any], wire: str | None) -> bool:
        if "for" in entry:
            return self._name in entry["for"]
        return wire is not None and self._name not in entry.get("not_for", ())

    def _option(self, name: str, entry: Mapping[str, Any], wire: str | None) -> Option:
        if unknown := entry.keys() - _KEYS:
            raise SchemaError(f"{name} has the keys {sorted(unknown)}")
        about, default = self._text(name, entry, "about"), self._text(name, entry, "default")
        if "declare" in entry:
            declaration = self._text(name, entry, "declare")
        elif wire is not None:
            declaration = f"{self._type(self._fields[wire], name)} | None = None"
        else:
            raise SchemaError(f"{name} has no declaration")
        mark = " (experimental)" if wire in self._experimental else ""
        return Option(name, declaration, f"{name}: {about}{mark}; default: {default}.")

    def _text(self, name: str, entry: Mapping[str, Any], key: str) -> str:
        """Give a text of an entry: one for all methods, or one for each of them."""
        text = entry.get(key)
        if isinstance(text, dict):
            text = text.get(self._method.rpartition("/")[2])
        if not isinstance(text, str) or not text:
            raise SchemaError(f"{name} of {self._method} has no {key!r}")
        return text

    def _type(self, schema: Schema, name: str) -> str:
        """Write a property's type as an argument: any sequence, any mapping, text for enums."""
        if "anyOf" in schema:
            rest = [option for option in schema["anyOf"] if option.get("type") != "null"]
            if len(rest) == 1:
                return self._type(rest[0], name)
        if "$ref" in schema:
            return self._reference(schema["$ref"].rpartition("/")[2])
        kinds = schema.get("type")
        kind = [
            one for one in ([kinds] if isinstance(kinds, str) else kinds or ()) if one != "null"
        ]
        if kind == ["array"]:
            return f"Sequence[{self._type(schema['items'], name)}]"
        if kind == ["object"] and "properties" not in schema:
            extra = schema.get("additionalProperties", True)
            value = "JsonValue" if extra is True else self._type(extra, name)
            self._types |= {"JsonValue"} if extra is True else set()
            return f"Mapping[str, {value}]"
        if len(kind) != 1 or kind[0] not in _PRIMITIVES or "enum" in schema:
            raise SchemaError(f"{name} of {self._method} needs a declaration")
        return _PRIMITIVES[kind[0]]

    def _reference(self, target: str) -> str:
        if target == "AbsolutePathBuf":
            return _PATH
        self._types.add(target)
        return f"{target} | str" if self._takes_text(self._defs[target]) else target

    def _takes_text(self, schema: Schema) -> bool:
        alternatives = [*schema.get("oneOf", ()), *schema.get("anyOf", ())]
        return schema.get("type") == "string" or any(map(self._takes_text, alternatives))


def _params_name(contract: Contract, method: str) -> str:
    for variant in contract.defs["ClientRequest"]["oneOf"]:
        if variant["properties"]["method"]["enum"] == [method]:
            name: str = variant["properties"]["params"]["$ref"].rpartition("/")[2]
            return name
    raise SchemaError(f"the schema has no method {method}")
