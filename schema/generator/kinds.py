"""Kinds of values: a type expression of the intermediate form, taken apart for the code writers."""

from __future__ import annotations

import ast
from dataclasses import dataclass
from typing import Final

from .ir import AliasDef, ClassDef, Definition, EnumDef, Expr, Field, SchemaError, UnionDef

__all__ = ["Kind", "Kinds"]

_PRIMITIVES: Final = {"str", "int", "float", "bool"}
_SHAPES: Final = {
    "str": ("str",),
    "int": ("int",),
    "float": ("float", "int"),
    "bool": ("bool",),
    "null": ("None",),
    "literal": ("str",),
    "enum": ("str",),
    "list": ("list",),
    "map": ("dict",),
    "model": ("dict",),
    "json": ("str", "int", "float", "bool", "list", "dict", "None"),
}


@dataclass(frozen=True, slots=True)
class Kind:
    """What one value is.

    Attributes:
        op: a key of the table of shapes, `optional` or `union`.
        name: the type, of a model, an enum or a union.
        inner: the kind of the items, or of the value beside `null`.
        values: what a literal, or an enum, may be.
        format: the integer format.
    """

    op: str
    name: str = ""
    inner: Kind | None = None
    values: tuple[str, ...] = ()
    format: str | None = None


JSON: Final = Kind("json")
NULL: Final = Kind("null")


class Kinds:
    """Takes type expressions apart; aliases are replaced by the types they name."""

    def __init__(self, types: dict[str, Definition]) -> None:
        self._types = types

    def of_field(self, one: Field) -> Kind:
        """The kind of a field, with the `null` that is allowed for an absent value."""
        return Kind("literal", values=one.tag) if one.tag else self.of(one.expr)

    def is_untyped(self, one: Field) -> bool:
        """Whether a field holds JSON of any shape, or a container of it."""
        kind = self.of_field(one)
        while kind.inner is not None:
            kind = kind.inner
        return kind.op == "json"

    def of(self, expr: Expr) -> Kind:
        """The kind of an expression."""
        return self._parse(ast.parse(expr.full, mode="eval").body, expr.format)

    def named(self, name: str) -> Kind:
        """The kind of a type."""
        match self._types[name]:
            case ClassDef():
                return Kind("model", name)
            case EnumDef(closed=closed, values=values):
                return Kind("literal" if closed else "enum", name, values=tuple(values))
            case UnionDef():
                return Kind("union", name)
            case AliasDef(expr=expr):
                return self.of(expr)

    def _parse(self, tree: ast.expr, int_format: str | None) -> Kind:
        match tree:
            case ast.Name(id="JsonValue"):
                return JSON
            case ast.Constant(value=None):
                return NULL
            case ast.Name(id=name) if name in _PRIMITIVES:
                return Kind(name, format=int_format if name == "int" else None)
            case ast.Name(id=name):
                return self.named(name)
            case ast.BinOp(left=left, op=ast.BitOr(), right=ast.Constant(value=None)):
                inner = self._parse(left, int_format)
                return inner if inner.op in ("optional", "json") else Kind("optional", inner=inner)
            case ast.Subscript(value=ast.Name(id="list"), slice=item):
                return Kind("list", inner=self._parse(item, int_format))
            case ast.Subscript(value=ast.Name(id="dict"), slice=ast.Tuple(elts=[_, item])):
                return Kind("map", inner=self._parse(item, int_format))
        raise SchemaError(f"no code can be written for {ast.unparse(tree)}")

    def shapes(self, kind: Kind) -> set[str]:
        """The Python types, by name, that a fitting JSON value can have."""
        if kind.op == "optional" and kind.inner is not None:
            return self.shapes(kind.inner) | {"None"}
        if kind.op != "union":
            return set(_SHAPES[kind.op])
        union = self._types[kind.name]
        assert isinstance(union, UnionDef)
        found = {"dict"} if union.tag or union.keys else set()
        return found.union(*(self.shapes(self.of(other)) for other in union.others))
