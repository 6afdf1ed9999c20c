"""Code rules that no linter checks: who starts tasks, how long things are, what a file contains."""

from __future__ import annotations

import ast
import functools
import re
import stat
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest

from trio_codex._version import RUNTIME_VERSION

ROOT = Path(__file__).resolve().parent.parent
PACKAGE = ROOT / "src/trio_codex"
FOLDERS = ("src", "schema", "tests", "examples", ".ci")
TEXTS = sorted(
    path
    for folder in (*FOLDERS, "docs")
    for path in (ROOT / folder).rglob("*")
    if path.suffix in {".py", ".md", ".toml", ".json", ".ipynb", ".txt", ".cfg"}
    and path.is_file()
    and "_build" not in path.parts
)
TOP_LEVEL_TEXTS = [
    *ROOT.glob("*.md"),
    *(ROOT / ".github").rglob("*.*"),
    *(
        ROOT / name
        for name in ("pyproject.toml", "noxfile.py", ".ci/run", ".pre-commit-config.yaml")
    ),
]

TASK_STARTERS = {"start_soon", "open_nursery", "spawn_system_task"}
MAY_START_TASKS = {
    "_session/session.py": "owns the nursery of a client",
    "_serving.py": "drains the stderr of a server that others attach to",
    "_portal/trio_thread.py": "runs Trio in the private thread of a blocking or asyncio client",
    "cli/session.py": "Ctrl+C interrupts the turn that the command shows",
    "testing/": "servers of the harness",
}
WITHOUT_TRIO = ("_wire/", "protocol/", "errors.py", "_config.py", "_version.py")
PUBLIC_MODULES = ("__init__.py", "types.py", "client.py", "testing/", "aio/", "cli/", "live.py")

FILE_LINES = 400
FUNCTION_LINES = 40
# A path, or a path and a function, with the reason why it may be longer.
MAY_BE_LONG: dict[str, str] = {
    "src/trio_codex/_client/codex.py": "one public class, mostly signatures and docstrings",
    "src/trio_codex/errors.py": "one hierarchy, mostly docstrings",
    "src/trio_codex/_client/thread.py": "one public class, mostly signatures and docstrings",
}

# Spelled in pieces, so that this file passes its own tests.
LEFT_OVER = re.compile(r"\b(TO{}DO|FIX{}ME|XX{}X)\b".replace("{}", ""))
MACHINE_PATH = re.compile(r"(?<![\w.:])/((work|farm|root)/[A-Za-z.]|tmp/[a-z]+/)")
# Above the keyword parameters that the generator writes into a method.
OPTIONS_NOTE = "# Generated from schema/options.toml."
GENERATED = re.compile(r"Do not edit: `?python -m schema\.generator`? writes this file")


@functools.cache
def _text(path: Path) -> str:
    return path.read_text(encoding="utf-8")


@functools.cache
def _tree(path: Path) -> ast.Module:
    return ast.parse(_text(path), filename=str(path))


def _name(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def _inside(path: Path) -> str:
    return path.relative_to(PACKAGE).as_posix()


def is_generated(path: Path) -> bool:
    """Whether the generator writes the file, which its header says."""
    return "_generated" in path.parts or GENERATED.search(_text(path)[:1000]) is not None


SOURCES = sorted(
    path
    for folder in FOLDERS
    for path in (ROOT / folder).rglob("*.py")
    if "_generated" not in path.parts
)
WRITTEN = [path for path in SOURCES if not is_generated(path)]
SHIPPED = [path for path in SOURCES if path.is_relative_to(PACKAGE)]


def task_starts(tree: ast.Module) -> list[str]:
    found = []
    for node in ast.walk(tree):
        if not isinstance(node, ast.Call) or not isinstance(node.func, ast.Attribute):
            continue
        owner = ast.unparse(node.func.value)
        if node.func.attr in TASK_STARTERS or (node.func.attr == "start" and "nursery" in owner):
            found.append(f"line {node.lineno}: {owner}.{node.func.attr}")
    return found


def imported(tree: ast.Module) -> set[str]:
    names: set[str] = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            names.update(alias.name.split(".")[0] for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.level == 0 and node.module:
            names.add(node.module.split(".")[0])
    return names


def code_lines(function: ast.FunctionDef | ast.AsyncFunctionDef) -> int:
    """The length of the body; the signature and the docstring are as long as the API needs."""
    body = function.body
    first = body[0]
    if isinstance(first, ast.Expr) and isinstance(first.value, ast.Constant):
        body = body[1:]
    if not body:
        return 0
    return (body[-1].end_lineno or 0) - body[0].lineno + 1


def written_lines(path: Path) -> int:
    """The lines of a file without the option blocks that `schema/options.toml` writes."""
    text = _text(path)
    lines = text.splitlines()
    count = len(lines)
    if OPTIONS_NOTE not in text or not path.is_relative_to(PACKAGE):
        return count
    for function in functions(_tree(path)):
        options = function.args.kwonlyargs
        if options and OPTIONS_NOTE in lines[options[0].lineno - 2]:
            count -= (options[-1].end_lineno or 0) - options[0].lineno + 2
            described = (ast.get_docstring(function) or "").partition(f"    {options[0].arg}: ")
            count -= "".join(described[1:]).partition("\n\n")[0].count("\n") + bool(described[1])
    return count


def functions(tree: ast.Module) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef]:
    for node in ast.walk(tree):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            yield node


def first_line_fault(tree: ast.Module) -> str | None:
    """What is wrong with the first line of a module's docstring; `None` if nothing is."""
    if not tree.body:
        return None  # an empty __init__.py
    first = (ast.get_docstring(tree) or "").partition("\n")[0]
    if len(first) <= 15:
        return "the module's docstring has no first line"
    return None if first[-1] in ".:!" else f"the first line does not end: {first!r}"


def test_the_rules_cover_every_package() -> None:
    packages = {_inside(path).split("/")[0] for path in SHIPPED}
    assert {
        *("errors.py", "_config.py", "_wire", "protocol", "_transport", "_session", "_requests"),
        *("_schema", "_tools", "_client", "_portal"),
        *("sync", "testing", "__init__.py", "types.py", "client.py"),
    } <= packages
    assert len(TEXTS) > len(SOURCES) > len(SHIPPED)


@pytest.mark.requirement("client/task-starter")
def test_only_the_connection_starts_tasks() -> None:
    found = {_inside(path): starts for path in SHIPPED if (starts := task_starts(_tree(path)))}
    allowed = tuple(MAY_START_TASKS)
    assert {name: starts for name, starts in found.items() if not name.startswith(allowed)} == {}
    unused = [name for name in allowed if not any(each.startswith(name) for each in found)]
    assert unused == [], "these start no task"


def test_the_test_files_that_a_text_names_exist() -> None:
    of_readers = {"tests/test_a.py", "tests/test_b.py"}  # in an example of a reader's project
    found = {
        f"{path.relative_to(ROOT)}: {name}"
        for path in (*SHIPPED, *(ROOT / "docs").glob("*.md"), ROOT / "tests/seeded_faults.md")
        for name in re.findall(r"\btests/[\w/]+\.py\b", _text(path))
        if name not in of_readers and not (ROOT / name).is_file()
    }
    assert found == set()


def test_a_task_start_is_noticed() -> None:
    planted = (
        "async def f(self, nursery):\n    nursery.start_soon(g)\n    await self.nursery.start(g)\n"
    )
    assert task_starts(ast.parse(planted)) == [
        "line 2: nursery.start_soon",
        "line 3: self.nursery.start",
    ]


def test_packages_without_io_import_no_trio() -> None:
    forbidden = {"trio", "asyncio", "socket", "subprocess"}
    found = {_inside(path): imported(_tree(path)) & forbidden for path in SHIPPED}
    assert {n: names for n, names in found.items() if names and n.startswith(WITHOUT_TRIO)} == {}


@pytest.mark.requirement("package/layers")
def test_no_package_imports_the_root() -> None:
    """An import of the root from inside would run the root module's lazy lookup."""
    inner = [path for path in SHIPPED if not _inside(path).startswith(PUBLIC_MODULES)]
    found = [_inside(path) for path in inner if "trio_codex" in imported(_tree(path))]
    assert found == [], "import relatively, from a lower layer"


@pytest.mark.requirement("package/layers")
def test_files_are_short() -> None:
    lines = {_name(path): written_lines(path) for path in WRITTEN}
    long = {name: count for name, count in lines.items() if count >= FILE_LINES}
    assert {name: count for name, count in long.items() if name not in MAY_BE_LONG} == {}


@pytest.mark.requirement("package/layers")
def test_functions_are_short() -> None:
    long = {
        f"{_name(path)}: {function.name}": count
        for path in WRITTEN
        for function in functions(_tree(path))
        if (count := code_lines(function)) >= FUNCTION_LINES
    }
    assert {name: count for name, count in long.items() if name not in MAY_BE_LONG} == {}


def test_every_exception_is_needed() -> None:
    """What became short again is no exception any more."""
    files = {_name(path): written_lines(path) for path in WRITTEN}
    for entry in MAY_BE_LONG:
        name, _, function = entry.partition(": ")
        if not function:
            assert files[name] >= FILE_LINES, entry
            continue
        (found,) = [each for each in functions(_tree(ROOT / name)) if each.name == function]
        assert code_lines(found) >= FUNCTION_LINES, entry


def test_every_module_has_a_first_line() -> None:
    faults = {_name(path): fault for path in SOURCES if (fault := first_line_fault(_tree(path)))}
    assert faults == {}


@pytest.mark.parametrize(
    ("source", "fault"),
    [
        ("x = 1", "the module's docstring has no first line"),
        ('"""Exception hierarchy and more"""', "the first line does not end"),
    ],
)
def test_a_module_without_a_first_line_is_noticed(source: str, fault: str) -> None:
    found = first_line_fault(ast.parse(source))
    assert found is not None and found.startswith(fault)


def test_nothing_is_left_for_later_and_no_machine_is_named() -> None:
    found = [
        f"{_name(path)}:{number}: {line.strip()[:80]}"
        for path in (*TEXTS, *TOP_LEVEL_TEXTS)
        if LEFT_OVER.search(_text(path)) or MACHINE_PATH.search(_text(path))
        for number, line in enumerate(_text(path).split("\n"), 1)
        if LEFT_OVER.search(line) or MACHINE_PATH.search(line)
    ]
    assert found == []


@pytest.mark.requirement("package/pin")
def test_the_version_the_pin_and_the_schema_name_one_runtime() -> None:
    project = tomllib.loads(_text(ROOT / "pyproject.toml"))["project"]
    assert f"openai-codex-cli-bin=={RUNTIME_VERSION}" in project["dependencies"]
    assert f'"{RUNTIME_VERSION}"' in _text(ROOT / "schema/PINNED.json")


@pytest.mark.requirement("package/commands")
def test_ci_runs_the_test_command_of_the_readme_as_it_stands() -> None:
    (command,) = re.findall(r"(?m)^python3 .*nox -s tests$", _text(ROOT / "README.md"))
    script = ROOT / ".ci/run"
    assert command in _text(script)
    assert script.stat().st_mode & stat.S_IXUSR, ".ci/run is not executable"
