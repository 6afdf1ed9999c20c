"""Readers: straight-line functions that make typed values of the JSON a client receives."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from .code import CodeWriter, indent, refuse
from .ir import ClassDef, EnumDef, Field, UnionDef
from .kinds import Kind

if TYPE_CHECKING:
    from collections.abc import Callable

__all__ = ["ReaderWriter"]

_SIMPLE = ("str", "int", "bool", "literal", "null")


class ReaderWriter(CodeWriter):
    """Writes the readers of one domain.

    A reader raises some exception for a value that does not fit: the converter finds the place.
    """

    prefix = "read_"
    what = "Fast readers: JSON as it was received to typed values"

    def imports(self) -> str:
        return f"{super().imports()}from .. import {self.domain} as t\n"

    def plain(self, name: str, kind: Kind) -> str:
        return "\n".join([f"def {name}(v):", *indent(self._lines(kind, "v", "return {}".format))])

    def enum(self, name: str, definition: EnumDef) -> str:
        return f"{name} = {self.use('Members')}(t.{definition.name}).__getitem__"

    def model(self, name: str, definition: ClassDef) -> str:
        cls = definition.name
        lines = [] if any(one.required for one in definition.fields) else self._object()
        lines.append(f"o = new_{cls}()")
        for one in definition.fields:
            lines += self._field(definition, one)
        blank = f"new_{cls} = {self.use('blank')}(globals(), {json.dumps(cls)})"
        end = [f"    o.__class__ = t.{cls}", "    return o"]
        return "\n".join([blank, f"def {name}(v):", *indent(lines), *end])

    def _object(self) -> list[str]:
        self.use("Unfit")
        return refuse("type(v) is not dict")

    def _field(self, owner: ClassDef, one: Field) -> list[str]:
        kind, key = self.kinds.of_field(one), json.dumps(one.wire)
        store = f"o.{one.name} = {{}}".format
        if one.required:
            return self._lines(kind, f"v[{key}]", store)
        default = self._default(owner, one)
        if default == "None":
            if kind.op not in ("optional", "json"):
                kind = Kind("optional", inner=kind)
            return self._lines(kind, f"v.get({key})", store)
        found = self._lines(kind, f"v[{key}]", store)
        return [f"if {key} in v:", *indent(found), "else:", f"    {store(default)}"]

    def _default(self, owner: ClassDef, one: Field) -> str:
        text = self.package.default(owner.name, one)
        if text == "default=OMITTED":
            return self.use("OMITTED")
        if text.startswith("factory=lambda"):
            return f"t.{owner.name}.__wire_fields__[{json.dumps(one.name)}].factory()"
        if text.startswith("factory="):
            return {"list": "[]", "dict": "{}"}[text.removeprefix("factory=")]
        constant = text.removeprefix("default=")
        return f"t.{constant}" if constant.partition(".")[0] in self.package.types else constant

    def _lines(self, kind: Kind, source: str, store: Callable[[str], str]) -> list[str]:
        """Statements that read a kind from an expression, and store the value."""
        self.used.add("Unfit")
        inner = kind.inner
        if kind.op == "json":
            return [store(source)]
        if kind.op == "literal" and len(kind.values) == 1:
            # The text of a tag is kept once, not once per object.
            return [*refuse(self._bad(kind, source)), store(json.dumps(kind.values[0]))]
        if kind.op in _SIMPLE:
            return [*refuse(self._bad(kind, f"(x := {source})")), store("x")]
        if kind.op in ("list", "map") and inner is not None:
            wanted = "list" if kind.op == "list" else "dict"
            value = "x" if source == "x" else f"x := {source}"
            lines = refuse(f"type({value}) is not {wanted}")
            return [*lines, *self._items(kind.op, inner, store)]
        if kind.op == "optional" and inner is not None:
            return self._optional(inner, source, store)
        if source.isidentifier() or not self._is_used_twice(kind):
            return [store(self._value(kind, source))]
        return [f"x = {source}", store(self._value(kind, "x"))]

    def _is_used_twice(self, kind: Kind) -> bool:
        union = self.package.types.get(kind.name)
        return kind.op == "float" or (isinstance(union, UnionDef) and self.is_tagged(union))

    def _items(self, op: str, item: Kind, store: Callable[[str], str]) -> list[str]:
        values = "x" if op == "list" else "x.values()"
        if item.op == "json":
            return [store("x")]
        if item.op in _SIMPLE:
            return [f"for y in {values}:", *indent(refuse(self._bad(item, "y"))), store("x")]
        value = self._value(item, "y")
        made = f"[{value} for y in x]" if op == "list" else f"{{k: {value} for k, y in x.items()}}"
        return [store(made)]

    def _optional(self, inner: Kind, source: str, store: Callable[[str], str]) -> list[str]:
        if inner.op in _SIMPLE:
            test = f"(x := {source}) is not None and {self._bad(inner, 'x')}"
            return [*refuse(test), store("x")]
        if inner.op in ("list", "map"):
            found = [line for line in self._lines(inner, "x", "x = {}".format) if line != "x = x"]
            return [f"x = {source}", "if x is not None:", *indent(found), store("x")]
        return [store(f"None if (x := {source}) is None else {self._value(inner, 'x')}")]

    def _bad(self, kind: Kind, value: str) -> str:
        """A condition that is true of what is not this kind."""
        if kind.op == "literal":
            if len(kind.values) == 1:
                return f"{value} != {json.dumps(kind.values[0])}"
            return f"{value} not in {kind.values!r}"
        if kind.op == "null":
            return f"{value} is not None"
        inside = value[1:-1] if value.startswith("(") else value
        return f"type({inside}) is not {kind.op}"

    def _value(self, kind: Kind, variable: str) -> str:
        """An expression that reads a kind from a variable."""
        if kind.op == "float":
            return (
                f"{variable} if type({variable}) is float else {self.use('as_float')}({variable})"
            )
        if kind.op == "union" and self.package.domains[kind.name] == self.domain:
            union = self.package.types[kind.name]
            assert isinstance(union, UnionDef)
            if self.is_tagged(union):
                return f"{self._variants(union)}[{variable}[{json.dumps(union.tag)}]]({variable})"
        return f"{self.function(kind)}({variable})"

    def _variants(self, union: UnionDef) -> str:
        return self.table(union, lambda rows: f"{self.use('Variants')}({rows})")

    def union(self, name: str, definition: UnionDef) -> str:
        lines = [
            line
            for key, member in definition.keys.items()
            for line in (f"if {json.dumps(key)} in v:", f"    return {self.named(member)}(v)")
        ]
        shapes = self.shapes(definition)
        tag = json.dumps(definition.tag)
        if definition.tag is not None:
            lines.append(f"return {self._variants(definition)}[v[{tag}]](v)")
            if self.is_tagged(definition):
                return "\n".join([f"def {name}(v):", *indent(lines)])
        elif members := shapes.pop("dict", None):
            lines += self._members(members)
        elif definition.keys:
            lines.append(f"return {self.use('unknown')}(v)")
        body = ["if type(v) is dict:", *indent(lines)] if lines else []
        for shape, members in shapes.items():
            test = "v is None" if shape == "None" else f"type(v) is {shape}"
            body += [f"if {test}:", *indent(self._members(members))]
        if definition.keys and not definition.others:
            body += ["if type(v) is str:", f"    return {self.use('unknown')}(v)"]
        return "\n".join([f"def {name}(v):", *indent([*body, f"raise {self.use('Unfit')}"])])

    def _members(self, members: list[Kind]) -> list[str]:
        if len(members) == 1:
            return self._lines(members[0], "v", "return {}".format)
        functions = ", ".join(self.function(member) for member in members)
        return [f"return {self.use('closest')}(v, ({functions}))"]
