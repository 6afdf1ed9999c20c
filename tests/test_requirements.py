"""Every requirement has a test that carries its mark, and every mark names a requirement."""

from __future__ import annotations

import pytest

from tests.requirements import areas, marked_tests, marks_of

STATEMENTS = {key: text for area in areas() for key, text in area.statements.items()}


def without_test(statements: dict[str, str], tests: dict[str, list[str]]) -> list[str]:
    return sorted(statements.keys() - tests.keys())


def unknown(statements: dict[str, str], tests: dict[str, list[str]]) -> dict[str, list[str]]:
    return {key: tests[key] for key in sorted(tests.keys() - statements.keys())}


@pytest.mark.requirement("package/requirements")
def test_every_requirement_has_a_marked_test() -> None:
    assert without_test(STATEMENTS, marked_tests()) == []


@pytest.mark.requirement("package/requirements")
def test_every_mark_names_a_requirement() -> None:
    assert unknown(STATEMENTS, marked_tests()) == {}


def test_a_statement_is_one_sentence() -> None:
    assert [text for text in STATEMENTS.values() if not text.endswith(".") or len(text) > 100] == []


def test_a_missing_test_and_an_unknown_mark_are_reported() -> None:
    statements = {"turn/one": "One.", "turn/two": "Two."}
    tests = {"turn/two": ["a.py::test_a"], "turn/tow": ["a.py::test_b"]}
    assert without_test(statements, tests) == ["turn/one"]
    assert unknown(statements, tests) == {"turn/tow": ["a.py::test_b"]}


MARKED = """
@pytest.mark.requirement("turn/one", "turn/two")
@pytest.mark.parametrize("a", [1])
async def test_a(a): ...

class TestGroup:
    @pytest.mark.requirement("turn/two")
    def test_b(self): ...

TestMachine = pytest.mark.requirement("turn/three")(Machine.TestCase)
"""


def test_marks_are_found_on_functions_methods_and_state_machines() -> None:
    assert dict(marks_of(MARKED)) == {
        "test_a": ["turn/one", "turn/two"],
        "test_b": ["turn/two"],
        "TestMachine": ["turn/three"],
    }


@pytest.mark.parametrize(
    ("source", "match"),
    [
        ('@pytest.mark.requirement("turn/one")\ndef helper(): ...', "line 1: .* not on a test"),
        ("@pytest.mark.requirement(NAME)\ndef test_a(): ...", "line 1: .* a literal string"),
    ],
    ids=["helper", "variable"],
)
def test_a_mark_that_would_count_for_nothing_is_refused(source: str, match: str) -> None:
    with pytest.raises(ValueError, match=match):
        list(marks_of(source))
