"""Text of the generated types: one module per domain."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass, field

from .docs import Docs
from .domains import DOMAINS
from .ir import (
    NO_DEFAULT,
    AliasDef,
    ClassDef,
    Definition,
    EnumDef,
    Expr,
    Field,
    SchemaError,
    UnionDef,
)
from .kinds import Kinds
from .names import enum_member
from .reach import references
from .secrets import is_secret

__all__ = ["ModuleWriter", "Package"]

_NAME = re.compile(r"\w+")
_MODEL_NAMES = ("OMITTED", "JsonValue", "Omitted", "OpenEnum", "OpenLabel", "WireModel", "wire")


@dataclass(frozen=True, slots=True)
class Package:
    """Everything the emitter needs to know about the whole."""

    version: str
    types: dict[str, Definition]
    domains: dict[str, str]
    sent_only: frozenset[str]
    docs: Docs

    def default(self, owner: str, one: Field) -> str:
        """Write the argument that says what an absent key means; empty for a required field.

        The tag of a variant has a default to spare the caller, although its key is required.
        """
        if one.tag:
            return f"default={json.dumps(one.tag[0])}"
        if one.required:
            return ""
        if owner in self.sent_only:
            return "default=OMITTED"
        value = one.default
        if value is NO_DEFAULT or value is None:
            return "default=None"
        if value in ([], {}):
            return f"factory={type(value).__name__}"
        if isinstance(value, list):
            item = one.expr.text.removeprefix("list[").removesuffix("]")
            return f"factory=lambda: [{', '.join(self._constant(owner, v, item) for v in value)}]"
        return f"default={self._constant(owner, value, one.expr.text)}"

    def _constant(self, owner: str, value: object, type_name: str) -> str:
        target = self.types.get(type_name)
        if isinstance(target, UnionDef):
            kinds = [self.types.get(other.text) for other in target.others]
            target = next((kind for kind in kinds if isinstance(kind, EnumDef)), target)
        if isinstance(target, EnumDef) and isinstance(value, str) and value in target.values:
            return f"{target.name}.{enum_member(value)}"
        if target is None and isinstance(value, (bool, int, float, str)):
            return repr(value) if not isinstance(value, str) else json.dumps(value)
        raise SchemaError(f"{owner} has a default of an unknown form: {value!r}")


@dataclass(slots=True)
class _Imports:
    """What one module needs from elsewhere, at run time and for type checkers."""

    model: set[str] = field(default_factory=set)
    typing: set[str] = field(default_factory=set)
    runtime: dict[str, set[str]] = field(default_factory=dict)
    checking: dict[str, set[str]] = field(default_factory=dict)
    unknown: bool = False


class ModuleWriter:
    """Writes the module of one domain."""

    def __init__(self, package: Package, domain: str) -> None:
        self._package = package
        self._domain = domain
        self._imports = _Imports()
        self.imported_at_run_time: set[str] = set()

    def text(self) -> str:
        """Write the module: enums, then classes, then the aliases made of them."""
        package = self._package
        mine = [d for name, d in package.types.items() if package.domains[name] == self._domain]
        enums = [self._enum(d) for d in mine if isinstance(d, EnumDef) and not d.closed]
        classes = [self._class(d) for d in mine if isinstance(d, ClassDef)]
        aliases = [self._alias(d) for d in self._alias_order(mine)]
        names = sorted(definition.name for definition in mine)
        exported = f"__all__ = {json.dumps(names)}\n"
        self.imported_at_run_time = set(self._imports.runtime)
        return "\n\n".join([self._header(), exported, *enums, *classes, "".join(aliases)]) + "\n"

    def _header(self) -> str:
        title = DOMAINS[self._domain][0]
        imports = self._imports
        if imports.checking:
            imports.typing.add("TYPE_CHECKING")
        lines = [
            f'"""{title} types of the app-server protocol, generated from the pinned schema.',
            "",
            'Do not edit: `python -m schema.generator` writes this file.\n"""\n',
            "from __future__ import annotations\n",
        ]
        if imports.typing:
            lines.append(f"from typing import {', '.join(sorted(imports.typing))}\n")
        if imports.model:
            lines.append(f"from .._model import {', '.join(sorted(imports.model, key=_isort))}")
        if imports.unknown:
            lines.append("from ..unknown import UnknownVariant")
        lines += _from_domains(imports.runtime, "")
        if imports.checking:
            lines += ["\nif TYPE_CHECKING:", *_from_domains(imports.checking, "    ")]
        return "\n".join(lines)

    def _enum(self, definition: EnumDef) -> str:
        base = "OpenLabel" if definition.label else "OpenEnum"
        self._imports.model.add(base)
        members = {enum_member(value): value for value in definition.values}
        if len(members) != len(set(definition.values)):
            raise SchemaError(f"two values of {definition.name} become one member")
        lines = [f"class {definition.name}({base}):", self._doc(definition)]
        lines += [f"    {member} = {json.dumps(value)}" for member, value in members.items()]
        return "\n".join(lines)

    def _class(self, definition: ClassDef) -> str:
        self._imports.model.add("WireModel")
        sent = definition.name in self._package.sent_only
        lines = [f"class {definition.name}(WireModel):", self._doc(definition)]
        lines += [self._field(definition.name, one, sent=sent) for one in definition.fields]
        return "\n".join(lines)

    def _field(self, owner: str, one: Field, *, sent: bool) -> str:
        self._imports.model.add("wire")
        options = [json.dumps(one.wire)]
        annotation = one.expr.full
        default = self._package.default(owner, one)
        if one.tag:
            self._imports.typing.add("Literal")
            annotation = f"Literal[{', '.join(map(json.dumps, one.tag))}]"
        elif not one.required and sent:
            self._imports.model.update(("OMITTED", "Omitted"))
            annotation += " | Omitted"
        elif default == "default=None" and annotation == one.expr.text != "JsonValue":
            annotation += " | None"
        options += [default] if default else []
        for name in _NAME.findall(default):
            if name in self._package.types:
                self._need(name, at_run_time=True)
        if one.expr.format is not None:
            options.append(f"format={json.dumps(one.expr.format)}")
        if one.experimental:
            options.append("experimental=True")
        if is_secret(owner, one):
            options.append("secret=True")
        if Kinds(self._package.types).is_untyped(one):
            options.append("untyped=True")
        self._use(one.expr)
        return f"    {one.name}: {annotation} = wire({', '.join(options)})"

    def _alias(self, definition: Definition) -> str:
        self._imports.typing.add("TypeAlias")
        if isinstance(definition, EnumDef):
            self._imports.typing.add("Literal")
            text = f"Literal[{', '.join(map(json.dumps, definition.values))}]"
        elif isinstance(definition, AliasDef):
            text = self._run_time(definition.expr)
        elif isinstance(definition, UnionDef):
            self._imports.unknown = True
            members = [self._run_time(member) for member in definition.members]
            text = " | ".join([*members, "UnknownVariant"])
        else:
            raise SchemaError(f"{definition.name} is no alias")
        doc = self._doc(definition).strip()
        return f"\n{definition.name}: TypeAlias = (\n{text}\n)\n{doc}\n"

    def _alias_order(self, mine: list[Definition]) -> list[Definition]:
        """Put every alias behind the aliases it is made of."""
        aliases = {d.name: d for d in mine if not isinstance(d, ClassDef)}
        todo = [n for n, d in aliases.items() if not isinstance(d, EnumDef) or d.closed]
        done: list[str] = []
        while todo:
            ready = [n for n in todo if not references(aliases[n]) & set(todo)]
            if not ready:
                raise SchemaError(f"unions are made of each other: {todo}")
            done += ready
            todo = [name for name in todo if name not in ready]
        return [aliases[name] for name in done]

    def _run_time(self, expr: Expr) -> str:
        self._use(expr, at_run_time=True)
        return expr.full

    def _use(self, expr: Expr, *, at_run_time: bool = False) -> None:
        for ref in expr.refs:
            self._need(ref, at_run_time=at_run_time)

    def _need(self, name: str, *, at_run_time: bool = False) -> None:
        if name in _MODEL_NAMES:
            self._imports.model.add(name)
            return
        domain = self._package.domains[name]
        if domain == self._domain:
            return
        if at_run_time:
            self._imports.runtime.setdefault(domain, set()).add(name)
            self._imports.checking.get(domain, set()).discard(name)
        elif name not in self._imports.runtime.get(domain, ()):
            self._imports.checking.setdefault(domain, set()).add(name)

    def _doc(self, definition: Definition) -> str:
        return f'    """{self._package.docs.line(definition)}"""'


def _from_domains(names: dict[str, set[str]], indent: str) -> list[str]:
    return [
        f"{indent}from .{domain} import {', '.join(sorted(names[domain], key=_isort))}"
        for domain in sorted(names)
        if names[domain]
    ]


def _isort(name: str) -> tuple[int, str]:
    """Sort constants, then classes, then the rest, as ruff does."""
    return (0 if name.isupper() else 1 if name[:1].isupper() else 2, name)
