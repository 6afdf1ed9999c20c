"""A case of many checks runs them all, and its failure names each one that failed."""

from __future__ import annotations

import pytest

from tests.many_cases import by_domain, case, in_one_case
from trio_codex.protocol._generated._index import MODULES

NAMES = ["Thread", "ThreadStatus", "Turn"]


def test_every_check_runs_and_each_failure_is_named() -> None:
    seen: list[int] = []

    @in_one_case([1, 2, 3, 4])
    def test_even(number: int) -> None:
        seen.append(number)
        assert number != 1
        if number == 3:
            with pytest.raises(ValueError, match="nothing raises this"):
                pass

    with pytest.raises(BaseExceptionGroup, match="2 of 4 cases fail: 1, 3") as caught:
        test_even()
    assert seen == [1, 2, 3, 4]
    assert [error.__notes__ for error in caught.value.exceptions] == [
        ["in the case 1"],
        ["in the case 3"],
    ]


def test_a_single_failure_is_raised_as_it_is() -> None:
    @in_one_case([1, 2], lambda number: f"number {number}")
    def test_odd(number: int) -> None:
        assert number == 1

    with pytest.raises(AssertionError) as caught:
        test_odd()
    assert caught.value.__notes__ == ["in the case number 2"]


def test_types_are_grouped_by_their_domain() -> None:
    seen: list[str] = []
    test = by_domain(NAMES)(seen.append)
    for domain in sorted({MODULES[name] for name in NAMES}):
        test(domain)
    assert sorted(seen) == sorted(NAMES)


def test_no_case_at_all_is_a_failure() -> None:
    with pytest.raises(AssertionError, match="nothing to check"):
        in_one_case([])(print)()


def test_a_case_names_itself_in_its_failure() -> None:
    with pytest.raises(ValueError, match="wrong") as caught, case("the second"):
        raise ValueError("wrong")
    assert caught.value.__notes__ == ["in the case the second"]
