"""Execution of a documentation page, block by block.

A block with a bare `await` runs inside an async function that has `codex`, `thread` and `model`;
a `main` that a block only defines is called with these; a block with test functions is a pytest
file; every other block runs unchanged. `AsyncCodex()` and `Codex()` use the page's servers. An
`output` block is the expected output of the block before it. Invisible blocks script the model.
"""

from __future__ import annotations

import ast
import contextlib
import inspect
import io
import re
import subprocess
import sys
from types import CodeType
from typing import TYPE_CHECKING, Any

import trio
from sybil import Document
from sybil.parsers.myst import CodeBlockParser

from .stage import BLOCK_SECONDS, Stage

if TYPE_CHECKING:
    from pathlib import Path

    from sybil import Example

_PLUGIN = """
import importlib

def pytest_configure(config):
    if not config.pluginmanager.has_plugin("trio_codex"):
        plugin = importlib.import_module("trio_codex.testing.plugin")
        config.pluginmanager.register(plugin, "trio_codex")
"""
_INI = "[pytest]\ntrio_mode = true\n"
_FENCE = re.compile(r"^ *```(?P<language>[\w{}-]*)", re.MULTILINE)
_GIVEN = ("codex", "thread", "model", "issuer", "config", "home")


class Page:
    """A page and the namespace of its blocks."""

    def __init__(self, path: Path, stage: Stage) -> None:
        self.path = path
        self.stage = stage
        self.namespace: dict[str, Any] = {"__name__": "a_page_of_the_docs"}
        self.printed = ""
        self.tests: list[str] = []
        self.ran = 0

    def run(self) -> None:
        """Runs every block, in order."""
        parsers = [CodeBlockParser("python", self._python), CodeBlockParser("output", self._output)]
        for example in Document.parse(str(self.path), *parsers).examples():
            try:
                example.evaluate()
            except Exception as error:
                error.add_note(f"{self.path.name}, line {example.line}")
                raise
        if self.tests:
            self._run_tests()
        assert self.stage.model.queued == 0, "the page scripts more replies than its blocks use"

    def _python(self, example: Example) -> None:
        self.ran += not _is_invisible(example)
        source = str(example.parsed)
        tree = ast.parse(source, str(self.path))
        ast.increment_lineno(tree, example.line + example.parsed.line_offset)
        if any(
            isinstance(node, _FUNCTIONS) and node.name.startswith("test_") for node in tree.body
        ):
            self.tests.append(source)
            return
        flags = ast.PyCF_ALLOW_TOP_LEVEL_AWAIT
        code = compile(tree, str(self.path), "exec", flags=flags, dont_inherit=True)
        self._give(tree)
        self.namespace.pop("main", None)
        with contextlib.redirect_stdout(io.StringIO()) as out:
            if code.co_flags & inspect.CO_COROUTINE:
                self._run_inside(code)
            else:
                self._run_as_program(code, tree)
        if not _is_invisible(example):
            self.printed = out.getvalue()

    def _give(self, tree: ast.Module) -> None:
        used = {node.id for node in ast.walk(tree) if isinstance(node, ast.Name)}
        used |= {node.arg for node in ast.walk(tree) if isinstance(node, ast.arg)}
        given: dict[str, Any] = {"model": self.stage.model, "issuer": self.stage.issuer}
        given["home"] = self.stage.home
        given["printed"] = self.printed
        if "codex" in used and not _makes_its_own(tree):
            given["codex"] = self.stage.codex()
        if "thread" in used and not _makes_its_own(tree):
            given["thread"] = self.stage.thread()
        if "config" in used:
            given["config"] = self.stage.config()
        self.namespace.update(given)

    def _run_inside(self, code: CodeType) -> None:
        async def block() -> None:
            await eval(code, self.namespace)

        with self.stage.as_default():
            self.stage.run(block)

    def _run_as_program(self, code: CodeType, tree: ast.Module) -> None:
        with self.stage.as_default():
            exec(code, self.namespace)
            main = self.namespace.get("main")
            if main is None or _runs_itself(tree):
                return
            wanted = {name: self.namespace.get(name) for name in inspect.signature(main).parameters}
            if not inspect.iscoroutinefunction(main):
                main(**wanted)
            elif "codex" in wanted or "thread" in wanted:
                self.stage.run(lambda: main(**wanted))
            else:
                trio.run(_bounded, main)

    def _output(self, example: Example) -> None:
        self.ran += 1
        expected = str(example.parsed).strip()
        pattern = re.escape(expected).replace(re.escape("..."), ".*?")
        printed = "\n".join(line.rstrip() for line in self.printed.strip().splitlines())
        fits = re.fullmatch(pattern, printed, re.DOTALL)
        assert fits, f"the page says:\n{expected}\nbut it printed:\n{self.printed}"

    def _run_tests(self) -> None:
        folder = self.stage.home / "page_tests"
        folder.mkdir()
        (folder / "conftest.py").write_text(_PLUGIN)
        (folder / "pytest.ini").write_text(_INI)
        (folder / "test_page.py").write_text("\n\n".join(self.tests))
        command = [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", str(folder)]
        done = subprocess.run(
            command, capture_output=True, text=True, timeout=BLOCK_SECONDS * 2, check=False
        )
        assert done.returncode == 0, done.stdout + done.stderr


_FUNCTIONS = (ast.FunctionDef, ast.AsyncFunctionDef)


def languages(path: Path) -> list[str]:
    """Lists the languages of the fenced blocks of a page."""
    return [found for found in _FENCE.findall(path.read_text("utf-8"))[::2] if found]


def _is_invisible(example: Example) -> bool:
    text = example.document.text[example.region.start : example.region.end]
    return text.lstrip().startswith(("<!--", "%"))


def _makes_its_own(tree: ast.Module) -> bool:
    """Whether a block opens a client itself, which is then its `codex`."""
    calls = [node.func for node in ast.walk(tree) if isinstance(node, ast.Call)]
    names = {func.id for func in calls if isinstance(func, ast.Name)}
    return bool(names & {"AsyncCodex", "Codex", "AppServerClient"})


def _runs_itself(tree: ast.Module) -> bool:
    """Whether a block contains `main()` or `trio.run(main)`."""
    calls = [node for node in ast.walk(tree) if isinstance(node, ast.Call)]
    named = [part for call in calls for part in (call.func, *call.args)]
    return any(isinstance(part, ast.Name) and part.id == "main" for part in named)


async def _bounded(main: Any) -> None:
    with trio.fail_after(BLOCK_SECONDS):
        await main()
