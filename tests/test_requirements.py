"""Every promise has a test, and every test a promise names is there."""

from __future__ import annotations

import ast
import functools
import re
from collections import Counter
from pathlib import Path

import pytest

from tests.requirements import REQUIREMENTS, Requirement

HERE = Path(__file__).resolve().parent
SOURCE = re.compile(r"(DESIGN \d(\.\d)?(, \d\.\d|, issue \d)*|LESSONS|issues? \d( and \d)?)\Z")


@functools.cache
def names_in(path: Path) -> frozenset[str]:
    """The test functions of a file, without running it."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    kinds = (ast.FunctionDef, ast.AsyncFunctionDef)
    # What stands at the top, or in a class at the top, is what pytest collects.
    bodies = [tree.body, *(node.body for node in tree.body if isinstance(node, ast.ClassDef))]
    named = {node.name for body in bodies for node in body if isinstance(node, kinds)}
    # A state machine is a test case that is given a name at the top.
    targets = [node.targets for node in tree.body if isinstance(node, ast.Assign)]
    cases = {name.id for group in targets for name in group if isinstance(name, ast.Name)}
    return frozenset(
        {name for name in named if name.startswith("test_")}
        | {name for name in cases if name.startswith("Test")}
    )


def missing(requirement: Requirement) -> list[str]:
    """The tests of a promise that are not there."""
    found = []
    for test in requirement.tests:
        file, _, name = test.partition("::")
        path = HERE / file
        if not path.is_file() or name not in names_in(path):
            found.append(test)
    return found


def ids(requirement: Requirement) -> str:
    return requirement.id


@pytest.mark.parametrize("requirement", REQUIREMENTS, ids=ids)
def test_every_promise_has_tests(requirement: Requirement) -> None:
    assert requirement.tests
    assert requirement.text.endswith(".") and SOURCE.match(requirement.source)


@pytest.mark.parametrize("requirement", REQUIREMENTS, ids=ids)
def test_the_tests_of_a_promise_exist(requirement: Requirement) -> None:
    assert missing(requirement) == []


def test_no_promise_is_written_twice() -> None:
    counts = Counter(requirement.id for requirement in REQUIREMENTS)
    assert [name for name, count in counts.items() if count > 1] == []


def test_every_part_of_the_pages_is_covered() -> None:
    sources = " ".join(requirement.source for requirement in REQUIREMENTS)
    for part in ("DESIGN 2", "3.1", "3.2", "3.3", "3.4", "3.5", "3.6", "3.8", "DESIGN 5"):
        assert part in sources
    for part in ("DESIGN 6", "DESIGN 7", "LESSONS", "issue 4", "issue 5", "issues 2 and 3"):
        assert part in sources
    assert sum(requirement.source == "LESSONS" for requirement in REQUIREMENTS) == 23


def test_a_promise_of_a_test_that_is_not_there_is_noticed() -> None:
    gone = Requirement(
        id="x",
        text="X.",
        source="LESSONS",
        tests=("test_requirements.py::test_gone", "nowhere/test_x.py::test_y"),
    )
    assert missing(gone) == list(gone.tests)
