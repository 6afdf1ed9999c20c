"""Checkers: functions that say whether the JSON a client sends fits its type exactly."""

from __future__ import annotations

import json

from trio_codex.protocol._model import INT_RANGES

from .code import CodeWriter, indent, refuse
from .ir import ClassDef, EnumDef, Field, UnionDef
from .kinds import Kind

__all__ = ["CheckerWriter"]


class CheckerWriter(CodeWriter):
    """Writes the checkers of one domain.

    A checker takes JSON and whether experimental fields may be used. It raises some exception for
    a value that does not fit; the converter then finds the place.
    """

    prefix = "check_"
    what = "Fast checkers: whether JSON may be sent as it is"

    def plain(self, name: str, kind: Kind) -> str:
        return "\n".join([f"def {name}(v, e):", *indent(self._lines(kind, "v") or ["pass"])])

    def enum(self, name: str, definition: EnumDef) -> str:
        if definition.label:
            other = f"{self.use('member')}(v, {json.dumps(definition.name)}, frozenset())"
            return f"def {name}(v, e):\n    if type(v) is not str:\n        {other}"
        values = ", ".join(map(json.dumps, definition.values))
        checked = f"{self.use('member')}(v, {json.dumps(definition.name)}, values)"
        return f"def {name}(v, e, values=frozenset({{{values}}})):\n    {checked}"

    def model(self, name: str, definition: ClassDef) -> str:
        self.use("Unfit")
        keys = [json.dumps(one.wire) for one in definition.fields]
        stable = [json.dumps(one.wire) for one in definition.fields if not one.experimental]
        known = f"known={_frozen(keys)}"
        if stable != keys:
            known += f", stable={_frozen(stable)}"
        allowed = "known" if stable == keys else "(known if e else stable)"
        lines = refuse(f"type(v) is not dict or not v.keys() <= {allowed}")
        for one in definition.fields:
            lines += self._field(definition, one)
        return "\n".join([f"def {name}(v, e, {known}):", *indent(lines)])

    def _field(self, owner: ClassDef, one: Field) -> list[str]:
        kind, key = self.kinds.of_field(one), json.dumps(one.wire)
        if one.required:
            lines = self._lines(kind, "x")
            return [f"x = v[{key}]", *lines] if lines else [f"v[{key}]"]
        if self.package.default(owner.name, one) == "default=None":
            kind = Kind("optional", inner=kind)
        while kind.op == "optional" and kind.inner is not None and kind.inner.op == "optional":
            kind = kind.inner
        if kind.op == "optional" and kind.inner is not None:
            lines = self._lines(kind.inner, "x")
            test = f"if (x := v.get({key})) is not None:"
        else:
            lines = [f"x = v[{key}]", *self._lines(kind, "x")]
            test = f"if {key} in v:"
        return [test, *indent(lines)] if len(lines) > ("in v" in test) else []

    def _lines(self, kind: Kind, value: str) -> list[str]:
        """Statements that refuse what does not fit; none where everything does."""
        inner = kind.inner
        self.used.add("Unfit")
        if kind.op == "json":
            return []
        if kind.op in ("str", "bool"):
            return refuse(f"type({value}) is not {kind.op}")
        if kind.op == "int":
            test = f"type({value}) is not int"
            if kind.format is not None:
                low, high = INT_RANGES[kind.format]
                test += f" or not {low} <= {value} <= {high}"
            return refuse(test)
        if kind.op == "float":
            return refuse(f"type({value}) is not float and type({value}) is not int")
        if kind.op == "null":
            return refuse(f"{value} is not None")
        if kind.op == "literal":
            (first, *more) = map(json.dumps, kind.values)
            other = f"not in ({', '.join([first, *more])})" if more else f"!= {first}"
            return refuse(f"type({value}) is not str or {value} {other}")
        if kind.op == "optional" and inner is not None:
            lines = self._lines(inner, value)
            return [f"if {value} is not None:", *indent(lines)] if lines else []
        if kind.op in ("list", "map") and inner is not None:
            return self._items(kind.op, inner, value)
        return [f"{self.named(kind.name)}({value}, e)"]

    def _items(self, op: str, item: Kind, value: str) -> list[str]:
        each = f"{value}_"
        lines = self._lines(item, each)
        if op == "list":
            test = refuse(f"type({value}) is not list")
            return [*test, f"for {each} in {value}:", *indent(lines)] if lines else test
        test = refuse(f"type({value}) is not dict")
        keys = refuse("type(k) is not str")
        if not lines:
            return [*test, f"for k in {value}:", *indent(keys)]
        return [*test, f"for k, {each} in {value}.items():", *indent([*keys, *lines])]

    def union(self, name: str, definition: UnionDef) -> str:
        lines = [
            line
            for key, member in definition.keys.items()
            for line in (
                f"if {json.dumps(key)} in v:",
                f"    {self.named(member)}(v, e)",
                "    return",
            )
        ]
        shapes = self.shapes(definition)
        if definition.tag is not None:
            tag = json.dumps(definition.tag)
            lines += [f"{self.table(definition)}[v[{tag}]](v, e)", "return"]
        elif members := shapes.pop("dict", None):
            lines += self._members(members)
        body = ["if type(v) is dict:", *indent(lines)] if lines else []
        for shape, members in shapes.items():
            test = "v is None" if shape == "None" else f"type(v) is {shape}"
            body += [f"if {test}:", *indent(self._members(members))]
        return "\n".join([f"def {name}(v, e):", *indent([*body, f"raise {self.use('Unfit')}"])])

    def _members(self, members: list[Kind]) -> list[str]:
        if len(members) == 1:
            return [*self._lines(members[0], "v"), "return"]
        functions = ", ".join(self.function(member) for member in members)
        return [f"{self.use('one_of')}(v, e, ({functions}))", "return"]


def _frozen(keys: list[str]) -> str:
    return f"frozenset({{{', '.join(keys)}}})" if keys else "frozenset()"
