"""Mismatches: what was expected of a value, what was found, and at which JSON path."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, NamedTuple

from .._near import did_you_mean
from .._redaction import kind_of

if TYPE_CHECKING:
    from collections.abc import Iterable

__all__ = ["ExperimentalField", "Mismatch", "Outgoing", "choices", "describe"]

_IDENTIFIER: Final = re.compile(r"[A-Za-z_][A-Za-z0-9_]*\Z")
_SHOWN_CHARS: Final = 60
_SHOWN_CHOICES: Final = 30


class Mismatch(Exception):
    """A value does not fit; the path is collected while the error travels up."""

    def __init__(self, reason: str = "") -> None:
        super().__init__(reason)
        self.reason = reason
        self._steps: list[str] = []
        self._found: tuple[str, object] | None = None

    @classmethod
    def found(cls, expected: str, value: object, known: Iterable[object] = ()) -> Mismatch:
        """Returns an error with what was expected, what was found, and the nearest known value."""
        mismatch = cls(f"{expected}, found {describe(value)}{did_you_mean(value, known)}")
        mismatch._found = expected, value
        return mismatch

    def hidden(self) -> Mismatch:
        """Replaces the value that was found by its kind and size."""
        if self._found is not None:
            expected, value = self._found
            self.reason = f"{expected}, found {kind_of(value)} (not shown: it is a secret)"
        self.args = (self.reason,)  # this error is the context of the one that the caller gets
        return self

    def within(self, key: str | int) -> Mismatch:
        """Puts a key or an index of the container in front of the path."""
        if isinstance(key, int):
            step = f"[{key}]"
        elif _IDENTIFIER.match(key):
            step = f".{key}"
        else:
            step = f"[{_quoted(key)}]"
        self._steps.append(step)
        return self

    @property
    def depth(self) -> int:
        """How far from the root the fault is."""
        return len(self._steps)

    @property
    def path(self) -> str:
        """The JSON path from the root to the fault."""
        return "$" + "".join(reversed(self._steps))


class Outgoing(NamedTuple):
    """How strict to be with what we send: unknown enum values and variants are refused.

    `experimental` says whether experimental fields may be used.
    """

    experimental: bool = True


class ExperimentalField(Mismatch):
    """A field that needs the experimental API stands in a message that must do without it."""


def choices(values: Iterable[object]) -> str:
    """The allowed values, for an error message."""
    listed = [_quoted(value) for value in values]
    shown = ", ".join(listed[:_SHOWN_CHOICES])
    if len(listed) > _SHOWN_CHOICES:
        shown += f" and {len(listed) - _SHOWN_CHOICES} more"
    return f"one of {shown}" if len(listed) != 1 else shown


def _quoted(value: object) -> str:
    import json  # unlike orjson, it can write a lone surrogate; few programs need either

    return json.dumps(value)


def describe(value: object) -> str:
    """What was found, for an error message."""
    if value is None:
        return "null"
    if type(value) is bool:
        return "true" if value else "false"
    if type(value) is dict:
        return f"an object with {len(value)} keys"
    if type(value) is list:
        return f"a list of {len(value)}"
    shown = repr(value)
    if len(shown) > _SHOWN_CHARS:
        shown = f"{shown[:_SHOWN_CHARS]}..."
    if type(value) is str:
        return f"the string {shown}"
    return f"{shown} ({type(value).__name__})"
