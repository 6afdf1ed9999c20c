"""One test case for many small checks: it checks them all and lists those that fail."""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Iterable, Iterator
from typing import TypeVar

import pytest

from trio_codex.protocol._generated._index import MODULES

__all__ = ["by_domain", "case", "in_one_case"]

T = TypeVar("T")


def by_domain(
    names: Iterable[str],
) -> Callable[[Callable[[str], None]], Callable[[str], None]]:
    """Make a check of one generated type a test with one case for each domain.

    `pytest.mark.parametrize` over a thousand types takes longer than what it tests.

    Args:
        names: names of generated types.
    """
    domains: dict[str, list[str]] = {}
    for name in names:
        domains.setdefault(MODULES[name], []).append(name)

    def decorate(check: Callable[[str], None]) -> Callable[[str], None]:
        @pytest.mark.parametrize("domain", domains)
        def test(domain: str) -> None:
            _check_each(check, domains[domain], str)

        return _named(test, check)

    return decorate


def in_one_case(
    cases: Iterable[T], name: Callable[[T], str] = str
) -> Callable[[Callable[[T], None]], Callable[[], None]]:
    """Make a check of one case a test of all of them.

    Args:
        cases: what the check is called with.
        name: what a failure calls a case.
    """
    every = list(cases)

    def decorate(check: Callable[[T], None]) -> Callable[[], None]:
        def test() -> None:
            _check_each(check, every, name)

        return _named(test, check)

    return decorate


@contextlib.contextmanager
def case(name: str) -> Iterator[None]:
    """Name the case in a failure of the block, where a loop shares something slow."""
    try:
        yield
    except BaseException as error:
        error.add_note(f"in the case {name}")
        raise


Test = TypeVar("Test", bound=Callable[..., None])


def _named(test: Test, check: Callable[[T], None]) -> Test:
    """Give a test the name of its check; pytest must not see the check's arguments."""
    assert not hasattr(check, "pytestmark"), "a mark goes above: here it would be lost"
    test.__name__ = test.__qualname__ = check.__name__
    test.__doc__, test.__module__ = check.__doc__, check.__module__
    return test


def _check_each(check: Callable[[T], None], cases: list[T], name: Callable[[T], str]) -> None:
    assert cases, "there is nothing to check"
    errors: list[BaseException] = []
    failed: list[str] = []
    for case in cases:
        try:
            check(case)
        # What `pytest.raises` raises when nothing was raised is not an Exception.
        except (Exception, pytest.fail.Exception) as error:  # noqa: BLE001 - each is raised below
            error.add_note(f"in the case {name(case)}")
            errors.append(error)
            failed.append(name(case))
    if len(errors) == 1:
        raise errors[0]
    if errors:
        shown = f"{len(errors)} of {len(cases)} cases fail: {', '.join(failed)}"
        raise BaseExceptionGroup(shown, errors)
