"""Intermediate form: the plain records that the compiler makes and the writers read."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any, Final, TypeAlias

__all__ = [
    "NO_DEFAULT",
    "AliasDef",
    "ClassDef",
    "Definition",
    "EnumDef",
    "Expr",
    "Field",
    "Method",
    "Schema",
    "SchemaError",
    "UnionDef",
]

# JSON Schema as parsed: what is in it is looked at key by key.
Schema: TypeAlias = dict[str, Any]

NO_DEFAULT: Final = object()
"""The schema gives the field no default."""


class SchemaError(Exception):
    """The schema holds something the generator has no rule for."""


@dataclass(frozen=True, slots=True)
class Expr:
    """A type expression: its text, the types it names, whether `null` is allowed beside it."""

    text: str
    refs: frozenset[str] = frozenset()
    nullable: bool = False
    format: str | None = None

    @property
    def full(self) -> str:
        """The expression with its `None`; untyped JSON holds `None` already."""
        return f"{self.text} | None" if self.nullable and self.text != "JsonValue" else self.text


@dataclass(frozen=True, slots=True)
class Field:
    """One key of a JSON object."""

    wire: str
    name: str
    expr: Expr
    required: bool
    default: object = NO_DEFAULT
    tag: tuple[str, ...] = ()
    experimental: bool = False


@dataclass(slots=True)
class ClassDef:
    """A JSON object."""

    name: str
    origin: str
    doc: str
    fields: list[Field]


@dataclass(slots=True)
class EnumDef:
    """A string with a list of known values: open, or closed where it tells shapes apart.

    Any string may be sent for a `label`; for others only listed values and members.
    """

    name: str
    origin: str
    doc: str
    values: list[str]
    closed: bool = False
    label: bool = False


@dataclass(slots=True)
class AliasDef:
    """Another name for a type expression."""

    name: str
    origin: str
    doc: str
    expr: Expr


@dataclass(slots=True)
class UnionDef:
    """One of several shapes, and how they are told apart."""

    name: str
    origin: str
    doc: str
    tag: str | None = None
    variants: dict[str, str] = field(default_factory=dict)
    keys: dict[str, str] = field(default_factory=dict)
    others: list[Expr] = field(default_factory=list)

    @property
    def members(self) -> list[Expr]:
        """Every alternative once, in schema order."""
        known = {other.text for other in self.others}
        named = dict.fromkeys([*self.variants.values(), *self.keys.values()])
        return [Expr(name, frozenset({name})) for name in named if name not in known] + self.others


Definition: TypeAlias = ClassDef | EnumDef | AliasDef | UnionDef


@dataclass(frozen=True, slots=True)
class Method:
    """One method of the protocol and what the schema says about it."""

    name: str
    direction: str
    params: str | None
    result: str | None
    params_optional: bool
    experimental: bool
    experimental_fields: tuple[str, ...] = ()
    keys: dict[str, tuple[str, ...]] = field(default_factory=dict)
