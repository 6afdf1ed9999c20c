"""Imports between the modules of the package form no circle."""

from __future__ import annotations

import ast
import functools
from collections.abc import Iterator
from graphlib import CycleError, TopologicalSorter
from pathlib import Path

import pytest

SOURCE = Path(__file__).resolve().parent.parent / "src"
PATHS = {
    ".".join(path.relative_to(SOURCE).with_suffix("").parts).removesuffix(".__init__"): path
    for path in sorted((SOURCE / "trio_codex").rglob("*.py"))
}
# Imports inside a function that would close a circle, each with the reason why it may.
DEFERRED = {
    ("protocol._model", "protocol.converter"): "a value converts itself to JSON",
    ("protocol.methods", "protocol._generated._methods"): "the table is loaded on first use",
    ("_requests.handlers", "_requests.presets"): "presets are alternative constructors",
    ("_requests.handlers", "_requests.terminal.prompts"): "presets are alternative constructors",
}

Graph = dict[str, set[str]]


def imports_of(
    source: str, package: str, known: set[str], *, types: bool = False
) -> Iterator[tuple[str, bool]]:
    """Give each import of a module of ours, and whether it is inside a function.

    What only a type checker imports is left out unless `types` is set.
    """
    waiting: list[tuple[ast.AST, bool]] = [(ast.parse(source), False)]
    while waiting:
        node, deferred = waiting.pop()
        if isinstance(node, ast.If) and ast.unparse(node.test).endswith("TYPE_CHECKING"):
            waiting += [(each, deferred) for each in (*node.orelse, *(node.body if types else ()))]
            continue
        if isinstance(node, ast.Import):
            yield from ((alias.name, deferred) for alias in node.names if alias.name in known)
        elif isinstance(node, ast.ImportFrom):
            yield from ((name, deferred) for name in _targets(node, package) if name in known)
        deferred = deferred or isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
        waiting += [(each, deferred) for each in ast.iter_child_nodes(node)]


def _targets(node: ast.ImportFrom, package: str) -> Iterator[str]:
    parents = package.split(".")[: len(package.split(".")) - node.level + 1] if node.level else []
    module = ".".join([*parents, *([node.module] if node.module else [])])
    submodules = [f"{module}.{alias.name}" for alias in node.names]
    yield from (name if name in PATHS else module for name in submodules)


def circle(graph: Graph) -> list[str] | None:
    try:
        TopologicalSorter(graph).prepare()
    except CycleError as error:
        return list(error.args[1])
    return None


@functools.cache
def graphs() -> tuple[Graph, Graph]:
    """The imports at import time, and those inside functions."""
    known, now, later = set(PATHS), {}, {}
    for name, path in PATHS.items():
        package = name if path.name == "__init__.py" else name.rpartition(".")[0]
        found = set(imports_of(path.read_text(encoding="utf-8"), package, known))
        now[name] = {target for target, deferred in found if not deferred} - {name}
        later[name] = {target for target, deferred in found if deferred} - {name}
    return now, later


def without_exceptions() -> Graph:
    now, later = graphs()
    excepted = {(f"trio_codex.{source}", f"trio_codex.{target}") for source, target in DEFERRED}
    return {
        name: now[name] | {target for target in later[name] if (name, target) not in excepted}
        for name in now
    }


@pytest.mark.requirement("package/layers")
def test_no_circle_when_modules_are_imported() -> None:
    now, later = graphs()
    assert sum(map(len, now.values())) > 300 and sum(map(len, later.values())) > 20
    assert circle(now) is None


@pytest.mark.requirement("package/layers")
def test_only_listed_imports_inside_functions_close_a_circle() -> None:
    assert circle(without_exceptions()) is None


@pytest.mark.requirement("package/layers")
def test_modules_of_the_engine_form_no_circle_even_in_their_annotations() -> None:
    package = "trio_codex._session"
    known = {name for name in PATHS if name.startswith(f"{package}.")}
    graph = {
        name: {
            target for target, _ in imports_of(PATHS[name].read_text(), package, known, types=True)
        }
        for name in known
    }
    assert sum(map(len, graph.values())) > 60
    assert circle(graph) is None


@pytest.mark.parametrize(("source", "target"), DEFERRED)
def test_a_listed_import_would_close_a_circle(source: str, target: str) -> None:
    graph = without_exceptions()
    graph[f"trio_codex.{source}"] = {*graph[f"trio_codex.{source}"], f"trio_codex.{target}"}
    assert circle(graph) is not None


def test_a_circle_is_found() -> None:
    assert circle({"a": {"b"}, "b": {"c"}, "c": {"a"}}) is not None
    assert circle({"a": {"b"}, "b": {"c"}}) is None


def test_imports_are_found_where_they_are() -> None:
    source = (
        "from typing import TYPE_CHECKING\n"
        "from ..errors import ProtocolError\n"
        "from . import framing\n"
        "if TYPE_CHECKING:\n"
        "    from .peer import Peer\n"
        "def f():\n"
        "    from .messages import Reply\n"
    )
    assert sorted(imports_of(source, "trio_codex._wire", set(PATHS))) == [
        ("trio_codex._wire.framing", False),
        ("trio_codex._wire.messages", True),
        ("trio_codex.errors", False),
    ]
