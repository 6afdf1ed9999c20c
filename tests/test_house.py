"""The house rules no linter knows: who starts tasks, how long things are, what stands in a file."""

from __future__ import annotations

import ast
import re
import stat
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest

from trio_codex._version import RUNTIME_VERSION

ROOT = Path(__file__).resolve().parent.parent
PACKAGE = ROOT / "src/trio_codex"
SHIPPED = sorted(path for path in PACKAGE.rglob("*.py") if "_generated" not in path.parts)
SOURCES = sorted(
    path
    for folder in ("src", "schema", "tests", "examples", ".ci")
    for path in (ROOT / folder).rglob("*.py")
    if "_generated" not in path.parts
)
TEXTS = sorted(
    path
    for name in ("src", "schema", "tests", "examples", "docs", ".ci")
    for path in (ROOT / name).rglob("*")
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

MAY_START_TASKS = ("_session/connection.py", "sync/portal.py", "testing/")
TASK_STARTERS = {"start_soon", "open_nursery", "spawn_system_task"}
NO_TRIO = ("_wire/", "protocol/", "errors.py", "_config.py", "_version.py")
BELOW_THE_DOORS = (
    *("_wire/", "protocol/", "_transport/", "_session/", "_requests/", "_schema/", "_tools/"),
    *("_client/", "sync/"),
)

FILE_LINES = 400
FUNCTION_LINES = 40

OPTIONS_NOTE = "# Generated from schema/options.toml."

# Spelled in pieces, so that this file passes its own tests.
LEFT_OVER = re.compile(r"\b(TO{}DO|FIX{}ME|XX{}X)\b".replace("{}", ""))
MACHINE_PATH = re.compile(r"(?<![\w.:])/((work|farm|root)/[A-Za-z.]|tmp/[a-z]+/)")


def _name(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def _inside(path: Path) -> str:
    return path.relative_to(PACKAGE).as_posix()


def _tree(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"), filename=str(path))


def _task_starts(tree: ast.Module) -> Iterator[str]:
    for node in ast.walk(tree):
        if not isinstance(node, ast.Call) or not isinstance(node.func, ast.Attribute):
            continue
        owner = ast.unparse(node.func.value)
        if node.func.attr in TASK_STARTERS or (node.func.attr == "start" and "nursery" in owner):
            yield f"line {node.lineno}: {owner}.{node.func.attr}"


def _imported(tree: ast.Module) -> set[str]:
    names: set[str] = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            names.update(alias.name.split(".")[0] for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.level == 0 and node.module:
            names.add(node.module.split(".")[0])
    return names


def _code_lines(function: ast.FunctionDef | ast.AsyncFunctionDef) -> int:
    """The length of the body; the signature and the docstring are as long as the API asks for."""
    body = function.body
    if ast.get_docstring(function, clean=False) is not None:
        body = body[1:]
    if not body:
        return 0
    return (body[-1].end_lineno or 0) - body[0].lineno + 1


def _option_lines(text: str) -> int:
    """The lines that `schema/options.toml` writes: keyword parameters, and what describes them."""
    if OPTIONS_NOTE not in text:
        return 0
    lines = text.splitlines()
    count = 0
    for function in _functions(ast.parse(text)):
        options = function.args.kwonlyargs
        if options and OPTIONS_NOTE in lines[options[0].lineno - 2]:
            count += (options[-1].end_lineno or 0) - options[0].lineno + 2
            described = (ast.get_docstring(function) or "").partition(f"    {options[0].arg}: ")
            count += "".join(described[1:]).partition("\n\n")[0].count("\n") + bool(described[1])
    return count


def _functions(tree: ast.Module) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef]:
    for node in ast.walk(tree):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            yield node


def test_the_rules_look_at_every_floor() -> None:
    floors = {_inside(path).split("/")[0] for path in SHIPPED}
    assert {
        *("errors.py", "_config.py", "_wire", "protocol", "_transport", "_session", "_requests"),
        *("_schema", "_tools", "_client"),
        *("sync", "testing", "__init__.py", "types.py", "client.py"),
    } <= floors
    assert len(TEXTS) > len(SOURCES) > len(SHIPPED)


@pytest.mark.requirement("client/task-starter")
@pytest.mark.parametrize("path", SHIPPED, ids=_inside)
def test_only_the_supervisor_starts_tasks(path: Path) -> None:
    starts = list(_task_starts(_tree(path)))
    if not _inside(path).startswith(MAY_START_TASKS):
        assert starts == []


def test_a_task_start_would_be_noticed() -> None:
    planted = (
        "async def f(self, nursery):\n    nursery.start_soon(g)\n    await self.nursery.start(g)\n"
    )
    assert list(_task_starts(ast.parse(planted))) == [
        "line 2: nursery.start_soon",
        "line 3: self.nursery.start",
    ]


@pytest.mark.parametrize("path", SHIPPED, ids=_inside)
def test_the_floors_without_io_import_no_trio(path: Path) -> None:
    if _inside(path).startswith(NO_TRIO):
        assert _imported(_tree(path)).isdisjoint({"trio", "asyncio", "socket", "subprocess"})


@pytest.mark.requirement("package/layers")
@pytest.mark.parametrize("path", SHIPPED, ids=_inside)
def test_no_floor_goes_through_the_front_door(path: Path) -> None:
    """An import of the package itself from inside would run the root module's lazy lookup."""
    if _inside(path).startswith(BELOW_THE_DOORS):
        assert "trio_codex" not in _imported(_tree(path)), "import relatively, from a lower floor"


@pytest.mark.requirement("package/layers")
@pytest.mark.parametrize("path", SOURCES, ids=_name)
def test_a_file_is_one_room(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    lines = text.count("\n") - (_option_lines(text) if path in SHIPPED else 0)
    assert lines < FILE_LINES, f"{lines} lines"


@pytest.mark.requirement("package/layers")
@pytest.mark.parametrize("path", SOURCES, ids=_name)
def test_a_function_fits_on_a_screen(path: Path) -> None:
    long = {
        f"{function.name}, line {function.lineno}": _code_lines(function)
        for function in _functions(_tree(path))
        if _code_lines(function) >= FUNCTION_LINES
    }
    assert long == {}


@pytest.mark.parametrize("path", SOURCES, ids=_name)
def test_a_module_says_in_one_line_what_it_is_for(path: Path) -> None:
    tree = _tree(path)
    if not tree.body:
        return  # an empty __init__.py
    docstring = ast.get_docstring(tree) or ""
    first = docstring.partition("\n")[0]
    assert len(first) > 15, "the module's docstring has no first line"
    assert first[-1] in ".:!", f"the first line does not end: {first!r}"


def test_nothing_is_left_for_later_and_no_machine_is_named() -> None:
    found = [
        f"{_name(path)}:{number}: {line.strip()[:80]}"
        for path in (*TEXTS, *TOP_LEVEL_TEXTS)
        for number, line in enumerate(path.read_text(encoding="utf-8").split("\n"), 1)
        if LEFT_OVER.search(line) or MACHINE_PATH.search(line)
    ]
    assert found == []


@pytest.mark.requirement("package/pin")
def test_the_version_the_pin_and_the_schema_name_one_runtime() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    assert f"openai-codex-cli-bin=={RUNTIME_VERSION}" in project["dependencies"]
    pinned = (ROOT / "schema/PINNED.json").read_text(encoding="utf-8")
    assert f'"{RUNTIME_VERSION}"' in pinned


@pytest.mark.requirement("package/commands")
def test_ci_runs_the_test_command_of_the_readme_as_it_stands() -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    (command,) = re.findall(r"(?m)^python3 .*nox -s tests$", readme)
    script = ROOT / ".ci/run"
    assert f"{command} || status=$?" in script.read_text(encoding="utf-8").splitlines()
    assert script.stat().st_mode & stat.S_IXUSR, ".ci/run is not executable"
