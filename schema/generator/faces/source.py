"""The source that faces are written from: its modules, classes and imports, with positions."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from dataclasses import dataclass

from ..ir import SchemaError

__all__ = ["Edits", "Function", "Import", "Source", "relative_import"]

Function = ast.FunctionDef | ast.AsyncFunctionDef


@dataclass(frozen=True, slots=True)
class Import:
    """Where a name comes from; `module` is absolute below `trio_codex`, or of another package."""

    module: str
    name: str
    inside: bool


class Source:
    """One module of the source."""

    def __init__(self, name: str, text: str) -> None:
        self.name = name
        self.text = text
        self.tree = ast.parse(text, filename=f"{name}.py")
        lines = text.splitlines(keepends=True)
        self._starts = [0]
        for line in lines:
            self._starts.append(self._starts[-1] + len(line))
        self._lines = lines
        self.imports = dict(self._imports())
        self.defined = {name for statement in self.tree.body for name in _defined_by(statement)}
        self.classes = [node for node in self.tree.body if isinstance(node, ast.ClassDef)]

    def offset(self, line: int, column: int) -> int:
        """Return a position of the syntax tree, which counts bytes, as one in the text."""
        before = self._lines[line - 1].encode()[:column].decode()
        return self._starts[line - 1] + len(before)

    def start(self, node: ast.expr | ast.stmt | ast.arg | ast.keyword) -> int:
        """Return where a node begins."""
        return self.offset(node.lineno, node.col_offset)

    def end(self, node: ast.expr | ast.stmt | ast.arg | ast.keyword) -> int:
        """Return where a node ends."""
        assert node.end_lineno is not None and node.end_col_offset is not None
        return self.offset(node.end_lineno, node.end_col_offset)

    def segment(self, node: ast.expr | ast.stmt | ast.arg) -> str:
        """Return the text of a node."""
        return self.text[self.start(node) : self.end(node)]

    def _imports(self) -> Iterator[tuple[str, Import]]:
        for node in ast.walk(self.tree):
            if isinstance(node, ast.ImportFrom):
                for alias in node.names:
                    yield alias.asname or alias.name, self.resolve(node, alias.name)
            elif isinstance(node, ast.Import):
                for alias in node.names:
                    yield alias.asname or alias.name, Import(alias.name, "", inside=False)

    def resolve(self, node: ast.ImportFrom, name: str) -> Import:
        """Say where a name of an import comes from, whatever module asks."""
        if node.level == 0:
            return Import(node.module or "", name, inside=False)
        package = {1: "_client", 2: ""}[node.level]
        return Import(".".join(filter(None, (package, node.module))), name, inside=True)


class Edits:
    """Replacements in the text of a source, applied to a part of it."""

    def __init__(self, source: Source) -> None:
        self._source = source
        self._edits: list[tuple[int, int, str]] = []

    def replace(self, start: int, end: int, text: str) -> None:
        """Replace a part of the text, unless it was replaced as a part of something larger."""
        if not any(_covers(edit, start, end) for edit in self._edits):
            self._edits.append((start, end, text))

    def drop(self, start: int, end: int) -> None:
        """Leave out a part of the text, whatever was to be replaced in it."""
        self._edits = [edit for edit in self._edits if edit[1] <= start or edit[0] >= end]
        self._edits.append((start, end, ""))

    def applied(self, start: int, end: int) -> str:
        """Return a part of the text with its replacements.

        Raises:
            SchemaError: Two of them overlap.
        """
        parts: list[str] = []
        position = start
        for begin, finish, text in sorted(self._edits):
            if begin < start or finish > end:
                continue
            if begin < position:
                raise SchemaError(f"two edits overlap at {self._source.text[begin:finish]!r}")
            parts += (self._source.text[position:begin], text)
            position = finish
        parts.append(self._source.text[position:end])
        return "".join(parts)


def _covers(edit: tuple[int, int, str], start: int, end: int) -> bool:
    begin, finish, _ = edit
    if start == end:
        return begin < start < finish
    return begin <= start and end <= finish


def _defined_by(statement: ast.stmt) -> Iterator[str]:
    if isinstance(statement, ast.ClassDef | Function):
        yield statement.name
    elif isinstance(statement, ast.AnnAssign) and isinstance(statement.target, ast.Name):
        yield statement.target.id
    elif isinstance(statement, ast.Assign):
        yield from (target.id for target in statement.targets if isinstance(target, ast.Name))
    elif isinstance(statement, ast.If):
        for part in (*statement.body, *statement.orelse):
            yield from _defined_by(part)


def relative_import(target: Import, name: str, local: str) -> str:
    """Write an import for a module of a face's generated package, three levels down."""
    alias = f" as {local}" if local != name else ""
    if target.inside:
        return f"from ...{target.module} import {name}{alias}"
    if not target.name:
        return f"import {target.module}" + (f" as {local}" if local != target.module else "")
    return f"from {target.module} import {name}{alias}"
