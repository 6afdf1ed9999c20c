"""Ambiguity of unions: whether every JSON value clearly fits one shape or another."""

from __future__ import annotations

from typing import TypeAlias

from .shapes import Choice, Record, Scalar, Shape, Union, bare

__all__ = ["distinct"]

_Pairs: TypeAlias = frozenset[tuple[int, int]]


def distinct(
    one: Shape, other: Shape, *, disjoint: bool = False, seen: _Pairs = frozenset()
) -> bool:
    """Whether no JSON value fits both shapes with different Python values.

    Args:
        one: an alternative of a union.
        other: another one.
        disjoint: requires more: that no JSON value fits both, even with equal Python values.
        seen: pairs already being compared, because classes may contain themselves.
    """
    one, other = bare(one), bare(other)
    pair = (id(one), id(other))
    if pair in seen:
        return False
    seen |= {pair}
    if isinstance(one, Union):
        return all(distinct(each, other, disjoint=disjoint, seen=seen) for each in one.variants)
    if isinstance(other, Union):
        return distinct(other, one, disjoint=disjoint, seen=seen)
    if not one.kinds & other.kinds:
        return True
    if isinstance(one, Record) and isinstance(other, Record):
        theirs = {field.key: field.shape for field in other.fields}
        return one.keys != other.keys or any(
            distinct(field.shape, theirs[field.key], disjoint=True, seen=seen)
            for field in one.fields
        )
    if isinstance(one, Choice) and isinstance(other, Choice):
        return _choices_distinct(one, other, disjoint=disjoint)
    return not disjoint and _harmless(one, other)


def _choices_distinct(one: Choice, other: Choice, *, disjoint: bool) -> bool:
    theirs = {(type(wire), wire): value for wire, value in other.options}
    common = [
        (value, theirs[key]) for wire, value in one.options if (key := (type(wire), wire)) in theirs
    ]
    return not common if disjoint else all(value is their for value, their in common)


def _harmless(one: Shape, other: Shape) -> bool:
    """Whether a value that fits both shapes has the same Python value in both."""
    if isinstance(one, Scalar) and isinstance(other, Scalar):
        # Integers are tried first, so 1 stays an int and 1.5 is a float.
        return {one.type, other.type} == {int, float} and not (one.limited or other.limited)
    if isinstance(other, Choice):
        one, other = other, one
    return (
        isinstance(one, Choice)
        and one.plain
        and isinstance(other, Scalar)
        and other.type in (str, int, float, bool)
        and not other.limited
    )
