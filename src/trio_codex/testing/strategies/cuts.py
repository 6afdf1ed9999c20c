"""Strategies for the pieces in which a pipe delivers bytes."""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING

from hypothesis import strategies as st

if TYPE_CHECKING:
    from hypothesis.strategies import SearchStrategy

__all__ = ["cut"]


def cut(data: bytes, *, most: int = 20) -> SearchStrategy[list[bytes]]:
    """The pieces of a byte stream: whole, byte by byte, per line, or cut at difficult places.

    No piece is empty, as that would mean the end of the stream; together they are `data`.

    Args:
        data: the stream.
        most: into how many places it is cut at most when the places are drawn.
    """
    if len(data) < 2:
        return st.just([data] if data else [])
    newlines = [place + 1 for place, byte in enumerate(data) if byte == 0x0A]
    # A splitter may fail next to a newline, a decoder inside a character.
    near = {place + step for place in newlines for step in (-1, 0, 1)} & set(range(1, len(data)))
    inside = {place for place, byte in enumerate(data) if 0x80 <= byte < 0xC0} - {0}
    interesting = sorted(near | inside)
    place = st.integers(1, len(data) - 1)
    if interesting:
        place |= st.sampled_from(interesting)
    drawn = st.sets(place, max_size=most).map(sorted)
    fixed = [[], sorted(set(newlines) - {len(data)})]
    if len(data) <= 4096:
        fixed.append(list(range(1, len(data))))
    places = drawn | st.sampled_from(fixed)
    return places.map(lambda found: _pieces(data, found))


def _pieces(data: bytes, places: list[int]) -> list[bytes]:
    edges = [0, *places, len(data)]
    return [data[start:end] for start, end in itertools.pairwise(edges)]
