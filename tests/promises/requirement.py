"""Turns a promise, its source and its tests into one value."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

__all__ = ["Requirement", "promises_of"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Requirement:
    """Something that was promised.

    Attributes:
        id: a short name that stays.
        text: what is promised, in one sentence.
        source: the page and part that promises it.
        tests: the tests that fail when it is broken, as `folder/test_file.py::test_name`, from
            the folder of the tests.
    """

    id: str
    text: str
    source: str
    tests: tuple[str, ...]


def promises_of(source: str, prefix: str) -> Callable[..., Requirement]:
    """A short way to write down the promises of one part of a page."""

    def promise(name: str, text: str, *tests: str) -> Requirement:
        return Requirement(id=f"{prefix}-{name}", text=text, source=source, tests=tests)

    return promise
