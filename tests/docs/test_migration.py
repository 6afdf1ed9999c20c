"""The migration page has every public name of the official SDK, ours, and a test for each."""

from __future__ import annotations

import ast
import functools
import inspect
import json
import re
import tomllib
from pathlib import Path
from typing import Any

import attrs
import pytest

import trio_codex
from tests.many_cases import in_one_case
from trio_codex import errors, protocol, types

ROOT = Path(__file__).resolve().parents[2]
OFFICIAL = json.loads((ROOT / "tests/docs/official_names.json").read_text("utf-8"))
MIGRATION = (ROOT / "docs/migration.md").read_text("utf-8")
TESTS = tomllib.loads((ROOT / "tests/docs/migration_tests.toml").read_text("utf-8"))
_ROW = re.compile(r"^\| (?P<theirs>`.*?) \| (?P<ours>`.*?) \| (?P<note>[^|]*) \|$")


@attrs.frozen
class Row:
    theirs: list[str]
    ours: list[str]


def _names(cell: str) -> list[str]:
    return re.findall(r"`([^`]+)`", cell)


@functools.cache
def rows() -> list[Row]:
    text = MIGRATION.partition("## Name by name")[2]
    found = [_ROW.match(line) for line in text.splitlines() if line.startswith("| `")]
    assert all(found), "a row of the table cannot be read"
    return [Row(_names(m["theirs"]), _names(m["ours"])) for m in found if m]


def official_names() -> set[str]:
    names = set(OFFICIAL["root"]) | {f"types.{name}" for name in OFFICIAL["types"]}
    for owner, members in OFFICIAL["members"].items():
        names |= {f"{owner}.{member}" for member in members}
    return names


def find(name: str) -> Any:
    """Returns the object of a dotted name of trio-codex."""
    first, _, rest = name.partition(".")
    value: Any = {"types": types, "protocol": protocol}.get(first)
    if value is None:
        assert name == "__version__" or first in trio_codex.__all__, first
        value = getattr(trio_codex, first)
    for part in rest.split(".") if rest else []:
        value = getattr(value, part)
    return value


@pytest.mark.requirement("package/migration")
def test_every_official_name_has_exactly_one_row() -> None:
    listed = [name for row in rows() for name in row.theirs]
    assert sorted(listed) == sorted(set(listed))
    assert set(listed) == official_names()


@in_one_case(rows(), lambda row: row.theirs[0])
def test_our_name_of_a_row_exists(row: Row) -> None:
    for name in row.ours:
        find(name)


def _methods() -> list[tuple[str, str, list[str]]]:
    ours = {
        name: row.ours[min(index, len(row.ours) - 1)]
        for row in rows()
        for index, name in enumerate(row.theirs)
    }
    return [
        (f"{owner}.{method}", ours[f"{owner}.{method}"], options)
        for owner, members in OFFICIAL["members"].items()
        for method, options in members.items()
        if options and f"{owner}.{method}" in ours  # a missing row fails the test above
    ]


@in_one_case(_methods(), lambda method: method[0])
def test_our_method_takes_every_option_of_theirs(method: tuple[str, str, list[str]]) -> None:
    _, ours, options = method
    assert set(options) <= set(inspect.signature(find(ours)).parameters)


def ours_of(theirs: str) -> str:
    """The first name of trio-codex in the row of a name of openai-codex."""
    row = next(row for row in rows() if theirs in row.theirs)
    return row.ours[min(row.theirs.index(theirs), len(row.ours) - 1)]


@in_one_case(OFFICIAL["functions"])
def test_our_function_takes_every_option_of_theirs(name: str) -> None:
    # The first parameter is given by position: the page says where ours has another name.
    first, *options = OFFICIAL["functions"][name]
    ours = inspect.signature(find(ours_of(name))).parameters
    assert set(options) <= set(ours)
    assert first in ours or f"`{first}`" in MIGRATION


@in_one_case(OFFICIAL["attributes"])
def test_our_class_has_every_attribute_of_theirs(name: str) -> None:
    cls = find(ours_of(name))
    for attribute in OFFICIAL["attributes"][name]:
        if attribute == "root":  # the wrapper of a union; ours has none, as the page says
            assert not attrs.has(cls) and "`.root`" in MIGRATION
        elif f"{name}.{attribute}" in official_names():
            find(ours_of(f"{name}.{attribute}"))
        else:
            assert attribute in attributes_of(cls), attribute


def attributes_of(cls: Any) -> set[str]:
    """The attributes of an instance: fields, properties, and the parameters of an exception."""
    names = {field.name for field in attrs.fields(cls)} if attrs.has(cls) else set()
    if issubclass(cls, BaseException):
        names |= {name for name in inspect.signature(cls).parameters if name != "args"}
    return names | {name for name in dir(cls) if not name.startswith("_")}


@in_one_case(OFFICIAL["enum_members"])
def test_our_enum_has_every_member_of_theirs_in_upper_case(name: str) -> None:
    cls = find(ours_of(name))
    for member, value in OFFICIAL["enum_members"][name].items():
        assert getattr(cls, member.upper()).value == value


def test_every_paragraph_on_what_to_change_names_something_of_theirs() -> None:
    changes = MIGRATION.partition("## What to change")[2].partition("## What behaves")[0]
    listed = [line for line in changes.splitlines() if line.startswith("| `")]
    assert len(listed) >= 15
    assert all(_names(line.split(" | ")[0]) for line in listed)


@functools.cache
def _tests_of(path: Path) -> set[str]:
    tree = ast.parse(path.read_text("utf-8"))
    functions = (ast.FunctionDef, ast.AsyncFunctionDef)
    return {node.name for node in ast.walk(tree) if isinstance(node, functions)}


@pytest.mark.requirement("package/migration")
def test_every_row_is_held_by_exactly_one_test() -> None:
    held = [name for names in TESTS.values() for name in names]
    assert sorted(held) == sorted(row.theirs[0] for row in rows())


@pytest.mark.requirement("package/migration")
@in_one_case(TESTS)
def test_the_test_of_a_row_exists(test: str) -> None:
    file, _, name = test.partition("::")
    assert name in _tests_of(ROOT / "tests" / file)


@pytest.mark.requirement("error/codes")
@pytest.mark.parametrize(
    ("code", "name"),
    [
        (-32700, "ParseError"),
        (-32600, "InvalidRequestError"),
        (-32601, "MethodNotFoundError"),
        (-32602, "InvalidParamsError"),
        (-32603, "InternalRpcError"),
        (-32001, "ServerBusyError"),
        (-32042, "AppServerRpcError"),
    ],
)
def test_an_error_code_of_json_rpc_has_its_class(code: int, name: str) -> None:
    error = errors.rpc_error(code, "no", {"why": 1})
    assert type(error) is getattr(trio_codex, name)
    assert (error.code, error.message, error.data) == (code, "no", {"why": 1})
