"""Suggestions for misspelled names."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

__all__ = ["did_you_mean", "nearest"]

_SIMILAR = 0.6


def nearest(name: object, known: Iterable[object], *, similarity: float = _SIMILAR) -> str | None:
    """Returns the known name that is most similar to `name`; `None` if none is similar.

    Args:
        name: the unknown name; a value that is not a `str` has no similar name.
        known: the known names.
        similarity: the least ratio of `difflib`, from 0 to 1; 0.9 is one wrong letter in ten.
    """
    # Imported here because only errors need it.
    from difflib import get_close_matches

    if not isinstance(name, str):
        return None
    by_lower = {each.lower(): each for each in known if isinstance(each, str)}
    matches = get_close_matches(name.lower(), by_lower, n=1, cutoff=similarity)
    return by_lower[matches[0]] if matches else None


def did_you_mean(name: object, known: Iterable[object]) -> str:
    """Returns the end of an error message: the most similar known name, or nothing."""
    found = nearest(name, known)
    return "" if found is None else f"; did you mean {found!r}?"
