"""Base of the code writers: one module per domain, made of one function per type."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from .ir import AliasDef, ClassDef, Definition, EnumDef, UnionDef
from .kinds import Kind, Kinds

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from .emit import Package

__all__ = ["CodeWriter", "indent", "refuse"]

_HEAD = '''"""{what}.

Do not edit: `python -m schema.generator` writes this file.
"""

from __future__ import annotations

# The functions take JSON of any shape, and their speed is what they are for.
# mypy: allow-untyped-defs, allow-untyped-calls, no-check-untyped-defs, no-warn-return-any

{imports}
{body}
'''


class CodeWriter:
    """Writes the functions of one domain; a subclass knows what a function does.

    A function whose type is in another domain is imported when it is first called: domains refer
    to each other in circles.
    """

    prefix = ""
    what = ""

    def __init__(self, package: Package, domain: str, names: Iterable[str]) -> None:
        self.package = package
        self.domain = domain
        self.kinds = Kinds(package.types)
        self._names = sorted(name for name in names if package.domains[name] == domain)
        self._others: set[str] = set()
        self._helpers: dict[Kind, str] = {}
        self._made: list[str] = []
        self._tables: list[str] = []
        self.used: set[str] = set()

    def text(self) -> str:
        """Write the module; a domain without a type that needs a function has an empty one."""
        functions = [self._function(self.package.types[name]) for name in self._names]
        later = [
            f'{self.prefix}{name} = later(globals(), "{self.package.domains[name]}", '
            f'"{self.prefix}{name}")'
            for name in sorted(self._others)
        ]
        self.used |= {"later"} if later else set()
        body = "\n".join([*later, *functions, *self._made, *self._tables])
        return _HEAD.format(what=self.what, imports=self.imports(), body=body)

    def imports(self) -> str:
        """The imports of the module."""
        return f"from ..._fast import {', '.join(sorted(self.used))}\n" if self.used else ""

    def _function(self, definition: Definition) -> str:
        name = f"{self.prefix}{definition.name}"
        match definition:
            case ClassDef():
                return self.model(name, definition)
            case UnionDef():
                return self.union(name, definition)
            case EnumDef(closed=False):
                return self.enum(name, definition)
            case AliasDef() | EnumDef():
                return self.plain(name, self.kinds.named(definition.name))

    def model(self, name: str, definition: ClassDef) -> str:
        """Write the function of a class."""
        raise NotImplementedError

    def union(self, name: str, definition: UnionDef) -> str:
        """Write the function of a union."""
        raise NotImplementedError

    def enum(self, name: str, definition: EnumDef) -> str:
        """Write the function of an open enum."""
        raise NotImplementedError

    def plain(self, name: str, kind: Kind) -> str:
        """Write the function of a kind that is no type of its own."""
        raise NotImplementedError

    def use(self, name: str) -> str:
        """Name something of the support module, and import it."""
        self.used.add(name)
        return name

    def named(self, name: str) -> str:
        """The function of a type, imported later if it is in another domain."""
        if self.package.domains[name] != self.domain:
            self._others.add(name)
        return f"{self.prefix}{name}"

    def function(self, kind: Kind) -> str:
        """The function of any kind; one is written for what has no name."""
        if kind.op in ("model", "union", "enum"):
            return self.named(kind.name)
        if kind not in self._helpers:
            self._helpers[kind] = name = f"_{self.prefix}part_{len(self._helpers)}"
            self._made.append(self.plain(name, kind))
        return self._helpers[kind]

    def is_tagged(self, union: UnionDef) -> bool:
        """Whether the tag alone decides about the member."""
        return union.tag is not None and not union.keys and not union.others

    def table(self, union: UnionDef, make: Callable[[str], str] = str) -> str:
        """The table of the functions of a union by tag."""
        name = f"by_tag_{union.name}"
        rows = ", ".join(
            f"{json.dumps(tag)}: {self.named(member)}" for tag, member in union.variants.items()
        )
        text = f"{name} = {make(f'{{{rows}}}')}"
        if text not in self._tables:
            self._tables.append(text)
        return name

    def shapes(self, union: UnionDef) -> dict[str, list[Kind]]:
        """Those members, told apart by shape, that values of each Python type may fit."""
        found: dict[str, list[Kind]] = {}
        for other in union.others:
            kind = self.kinds.of(other)
            for shape in sorted(self.kinds.shapes(kind)):
                found.setdefault(shape, []).append(kind)
        if union.tag is not None:
            found.pop("dict", None)
        return found


def refuse(condition: str) -> list[str]:
    """Statements that refuse a value."""
    return [f"if {condition}:", "    raise Unfit"]


def indent(lines: Iterable[str]) -> list[str]:
    """Put statements into a block."""
    return [f"    {line}" for line in lines]
