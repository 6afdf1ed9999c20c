"""The modules of a face: their classes, and the imports these need."""

from __future__ import annotations

import ast
import builtins
from collections.abc import Iterator, Mapping
from pathlib import Path

from ..ir import SchemaError
from ..load import SCHEMA_DIR
from ..package import formatted
from .classes import ClassWriter
from .rules import FACES, Rules, read_rules
from .source import Function, Import, Source, relative_import

__all__ = ["faces_of", "generate_face"]

_PACKAGE_DIR = SCHEMA_DIR.parent / "src" / "trio_codex"
_EDIT = "Do not edit: `python -m schema.generator` writes this file."


def faces_of(client_dir: Path, changed: Mapping[Path, str]) -> dict[Path, str]:
    """Write the faces of a client package, beside it.

    Args:
        client_dir: the package; hand-written but for what is generated in it.
        changed: its modules that are about to be written.
    """
    texts = {
        path.stem: changed[path] if path in changed else path.read_text(encoding="utf-8")
        for path in client_dir.glob("*.py")
    }
    files: dict[Path, str] = {}
    for face in FACES:
        folder = client_dir.parent / read_rules(face).package / "_generated"
        files |= {folder / name: text for name, text in generate_face(face, texts).items()}
    return files


def generate_face(face: str, texts: Mapping[str, str]) -> dict[str, str]:
    """Write the modules of a face.

    Args:
        face: its table in schema/faces.toml.
        texts: the modules of `_client`, by their names.

    Returns:
        The text of each file, by its name in the face's package.

    Raises:
        SchemaError: The source holds something that the rules do not cover.
    """
    rules = read_rules(face)
    sources = [Source(name, text) for name, text in sorted(texts.items())]
    homes = {node.name: source.name for source in sources for node in source.classes}
    modules = {source.name: _Module(rules, source, homes) for source in sources}
    files = {f"{name}.py": module.text() for name, module in modules.items() if module.written}
    files["__init__.py"] = (
        f'"""Classes of `trio_codex.{rules.package}`, generated from the source of `_client`.\n\n'
        f'{_EDIT.replace("file", "directory")}\n"""\n'
    )
    return formatted(files)


class _Module:
    """Writes one module of a face."""

    def __init__(self, rules: Rules, source: Source, homes: dict[str, str]) -> None:
        self._rules = rules
        self._source = source
        self._homes = homes
        # By the name in the face, which is another one than in the source for some.
        self._faces = {
            one.name: name for name, one in rules.classes.items() if one.module or name in homes
        }
        self.written = [
            node
            for node in source.classes
            if node.name in rules.classes and not rules.classes[node.name].module
        ]

    def text(self) -> str:
        """Write the module."""
        rules, source, written = self._rules, self._source, self.written
        classes = [
            ClassWriter(rules, source, node, self._by_hand(rules.classes[node.name].base)).text()
            for node in written
        ]
        body = "\n\n".join(classes)
        names = sorted(rules.classes[node.name].name for node in written)
        public = [name for name in names if not name.startswith("_")]
        lines = [
            f'"""Blocking face of `_client/{source.name}.py`, generated from its source.'
            if rules.blocking
            else f'"""Asyncio face of `_client/{source.name}.py`, generated from its source.',
            f'\n{_EDIT}\n"""\n',
            "from __future__ import annotations\n",
            *self._imports(body, set(names)),
            f"\n__all__ = {public!r}\n",
            body,
        ]
        return "\n".join(lines)

    def _by_hand(self, base: str) -> frozenset[str]:
        """Return the names that a class by hand defines."""
        if not base:
            return frozenset()
        module, _, name = base.rpartition(".")
        path = _PACKAGE_DIR / self._rules.package / f"{module}.py"
        for node in ast.parse(path.read_text(encoding="utf-8")).body:
            if isinstance(node, ast.ClassDef) and node.name == name:
                kinds = (ast.FunctionDef, ast.AsyncFunctionDef)
                return frozenset(part.name for part in node.body if isinstance(part, kinds))
        raise SchemaError(f"{path.name} has no class {name}")

    # -- imports -------------------------------------------------------------------------------

    def _imports(self, body: str, written: set[str]) -> Iterator[str]:
        names = _Names()
        names.visit(ast.parse("from __future__ import annotations\n" + body))
        known = written | set(dir(builtins)) | names.imported
        for name in sorted(names.running - known):
            if name != "TYPE_CHECKING":
                yield self._import(name)
        checking = names.checking - names.running - known
        if checking or "TYPE_CHECKING" in names.running:
            yield "from typing import TYPE_CHECKING\n"
        if checking:
            yield "if TYPE_CHECKING:"
            yield from (f"    {self._import(name)}" for name in sorted(checking))

    def _import(self, name: str) -> str:
        rules, source = self._rules, self._source
        if name in rules.support:
            module = rules.support[name]
            return f"from {module} import {name}" if module else f"import {name}"
        if name in self._faces:
            original = self._faces[name]
            if name in source.imports and source.imports[name].name != original:
                raise SchemaError(f"{source.name}.py: {name} has another meaning in the face")
            by_hand = rules.classes[original].module
            module = f"..{by_hand}" if by_hand else f".{self._homes[original]}"
            return f"from {module} import {name}"
        for original, home in self._homes.items():
            if rules.alias(original) == name:
                return relative_import(
                    Import(f"_client.{home}", original, inside=True), original, name
                )
        if name in source.imports:
            found = source.imports[name]
            return relative_import(found, found.name, name)
        if name in source.defined:
            return relative_import(Import(f"_client.{source.name}", name, inside=True), name, name)
        raise SchemaError(f"{source.name}.py: it is unknown where {name} comes from")


class _Names(ast.NodeVisitor):
    """Collects the names that a module uses when it runs, and those in its annotations."""

    def __init__(self) -> None:
        self.running: set[str] = set()
        self.checking: set[str] = set()
        self.imported: set[str] = set()
        self._bound: list[set[str]] = []

    def visit_Name(self, node: ast.Name) -> None:
        if not any(node.id in bound for bound in self._bound):
            self.running.add(node.id)

    def visit_FunctionDef(self, node: ast.FunctionDef) -> None:
        self._function(node)

    def visit_AsyncFunctionDef(self, node: ast.AsyncFunctionDef) -> None:
        self._function(node)

    def visit_AnnAssign(self, node: ast.AnnAssign) -> None:
        self._annotation(node.annotation)
        if node.value is not None:
            self.visit(node.value)

    def visit_Call(self, node: ast.Call) -> None:
        if ast.unparse(node.func) == "cast":
            self._annotation(node.args[0])
        self.generic_visit(node)

    def _function(self, node: Function) -> None:
        arguments = node.args
        every = [*arguments.args, *arguments.kwonlyargs, *arguments.posonlyargs]
        every += [one for one in (arguments.vararg, arguments.kwarg) if one is not None]
        for argument in every:
            self._annotation(argument.annotation)
        self._annotation(node.returns)
        for part in (*node.decorator_list, *arguments.defaults, *arguments.kw_defaults):
            if part is not None:
                self.visit(part)
        self._bound.append({argument.arg for argument in every} | set(_bound_in(node)))
        for statement in node.body:
            self.visit(statement)
        self._bound.pop()

    def _annotation(self, node: ast.expr | None) -> None:
        for part in () if node is None else ast.walk(node):
            if isinstance(part, ast.Name):
                self.checking.add(part.id)
            elif isinstance(part, ast.Constant) and isinstance(part.value, str):
                self._annotation(ast.parse(part.value, mode="eval").body)


def _bound_in(function: Function) -> Iterator[str]:
    """Give the names that a function binds, besides its parameters."""
    for node in ast.walk(function):
        if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store):
            yield node.id
        elif isinstance(node, ast.ImportFrom):
            yield from (alias.asname or alias.name for alias in node.names)
        elif isinstance(node, ast.ExceptHandler | Function) and node.name is not None:
            yield node.name
