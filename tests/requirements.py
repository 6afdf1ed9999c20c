"""Requirements of the library, and the marks of the tests that hold them, read from the sources."""

from __future__ import annotations

import ast
import functools
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

__all__ = ["Area", "areas", "marked_tests", "marks_of"]

HERE = Path(__file__).resolve().parent
_MARK = "pytest.mark.requirement"


class Area(NamedTuple):
    """A table of requirements.toml: its title, and the statements by their ids."""

    title: str
    statements: dict[str, str]


def areas() -> list[Area]:
    """The requirements, in the order of requirements.toml."""
    tables = tomllib.loads((HERE / "requirements.toml").read_text(encoding="utf-8"))
    return [
        Area(table.pop("title"), {f"{name}/{key}": text for key, text in table.items()})
        for name, table in tables.items()
    ]


@functools.cache
def marked_tests() -> dict[str, list[str]]:
    """Map each marked id to its tests, as `folder/test_file.py::test_name`."""
    found: dict[str, list[str]] = {}
    for path in sorted(HERE.rglob("test_*.py")):
        for test, names in marks_of(path.read_text(encoding="utf-8")):
            for name in names:
                found.setdefault(name, []).append(f"{path.relative_to(HERE).as_posix()}::{test}")
    return found


def marks_of(source: str) -> Iterator[tuple[str, list[str]]]:
    """Give each test of a file that has a mark, and the ids of the mark.

    Raises:
        ValueError: a mark is not on a test that pytest collects, or an id is not a literal.
    """
    tree = ast.parse(source)
    calls = [node for node in ast.walk(tree) if isinstance(node, ast.Call)]
    marks = {id(call): call for call in calls if ast.unparse(call.func) == _MARK}
    for name, decorators in _collected(tree):
        for decorator in decorators:
            mark = marks.pop(id(decorator), None)
            if mark is not None:
                yield name, [_literal(argument) for argument in mark.args]
    for mark in marks.values():
        raise ValueError(f"line {mark.lineno}: the mark is not on a test")


def _collected(tree: ast.Module) -> Iterator[tuple[str, list[ast.expr]]]:
    """Give the name and the decorators of everything that pytest collects."""
    for node in tree.body:
        if isinstance(node, ast.ClassDef) and node.name.startswith("Test"):
            yield node.name, node.decorator_list
            yield from _functions(node.body)
        elif isinstance(node, ast.Assign) and isinstance(node.value, ast.Call):
            # A state machine is a test case that is assigned to a name.
            names = [target.id for target in node.targets if isinstance(target, ast.Name)]
            yield from ((name, [node.value.func]) for name in names if name.startswith("Test"))
    yield from _functions(tree.body)


def _functions(body: list[ast.stmt]) -> Iterator[tuple[str, list[ast.expr]]]:
    for node in body:
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            if node.name.startswith("test_"):
                yield node.name, node.decorator_list


def _literal(argument: ast.expr) -> str:
    if isinstance(argument, ast.Constant) and isinstance(argument.value, str):
        return argument.value
    raise ValueError(f"line {argument.lineno}: the id of a requirement is a literal string")
