"""Near misses: JSON of a protocol type with one fault, and the place and kind of the fault."""

from __future__ import annotations

import copy
import typing
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, Any, Final, Literal, TypeAlias

import attrs
from hypothesis import strategies as st

from ...protocol._mismatch import Mismatch
from ...protocol._model import INT_RANGES, OpenEnum, OpenLabel, WireModel
from ...protocol._types import (
    UnionInfo,
    fields_of,
    is_wire_type,
    shapes,
    union_of,
    without_null,
)
from .values import UNKNOWN_PREFIX, wire

if TYPE_CHECKING:
    from hypothesis.strategies import SearchStrategy

    from ...protocol import JsonValue

__all__ = ["MissKind", "NearMiss", "near_misses", "sites", "turned"]

MissKind: TypeAlias = Literal[
    "missing_key", "wrong_type", "unknown_tag", "unknown_value", "out_of_range", "extra_key"
]
"""What is wrong: a required key is not there, a value is of another JSON type, the tag (or the only
key) of a union member or the value of an enum is not in the schema, an integer does not fit its
format, or there is a key nobody asked for."""

_Steps: TypeAlias = tuple[str | int, ...]
_Change: TypeAlias = Callable[[Any], Any]

_WRONG: Final[tuple[Any, ...]] = ([], 7, True, "7", {})


@attrs.frozen(kw_only=True)
class NearMiss:
    """JSON that is right but for one thing.

    Attributes:
        kind: the kind of the fault.
        json: the JSON.
        path: the JSON path an error about it names, as in `$.turn.items[0].type`.
        refused_in: whether it must be refused when it is received.
        refused_out: whether it must be refused before it is sent.
    """

    kind: MissKind
    json: JsonValue = attrs.field(hash=False)
    path: str
    refused_in: bool
    refused_out: bool


@attrs.frozen
class _Site:
    """A place where something can be made wrong."""

    kind: MissKind
    named: _Steps
    changed: _Steps
    change: _Change
    refused_in: bool
    refused_out: bool = True


def near_misses(cls: object, *kinds: MissKind) -> SearchStrategy[NearMiss]:
    """The JSON of a type with one mistake in it, anywhere in the value.

    A value without a place for a mistake is not drawn; neither is a mistake inside a member of a
    union whose members only their whole shape tells apart, as no one place is to blame there.

    Args:
        cls: a generated class, enum or union, or a builtin container of them.
        *kinds: the mistakes to make; all by default.

    Raises:
        TypeError: `cls` is not a type of the protocol.
    """
    if not is_wire_type(cls):
        raise TypeError(f"{cls!r} is not a type of the protocol")

    def places(value: JsonValue) -> list[_Site]:
        return [site for site in sites(cls, value, ()) if not kinds or site.kind in kinds]

    @st.composite
    def missed(draw: st.DrawFn) -> NearMiss:
        value = draw(wire(cls).filter(lambda value: bool(places(value))))
        found = places(value)
        # First the kind: there are many more places for a wrong type than for a wrong tag.
        kind = draw(st.sampled_from(sorted({site.kind for site in found})))
        site = draw(st.sampled_from([site for site in found if site.kind == kind]))
        return turned(value, site)

    return missed()


def turned(value: JsonValue, site: _Site) -> NearMiss:
    """The value with the mistake in its place."""
    return NearMiss(
        kind=site.kind,
        json=_changed(value, site.changed, site.change),
        path=_path(site.named),
        refused_in=site.refused_in,
        refused_out=site.refused_out,
    )


def sites(tp: Any, value: Any, at: _Steps, int_format: str | None = None) -> Iterator[_Site]:
    """Every place in a value where a mistake can be made."""
    inner, nullable = without_null(tp)
    if nullable and value is None:
        yield from _wrong_types(tp, at)
        return
    yield from _wrong_types(inner, at)
    union, origin = union_of(inner), typing.get_origin(inner)
    if union is not None:
        yield from _in_union(union, value, at)
    elif origin is list:
        for index, item in enumerate(value):
            yield from sites(typing.get_args(inner)[0], item, (*at, index), int_format)
    elif origin is dict:
        for key, item in value.items():
            yield from sites(typing.get_args(inner)[1], item, (*at, key), int_format)
    elif inner is int and int_format is not None:
        above = INT_RANGES[int_format][1] + 1
        yield _Site("out_of_range", at, at, _to(above), refused_in=False)
    elif isinstance(inner, type) and issubclass(inner, WireModel):
        yield from _in_model(inner, value, at)
    elif (
        isinstance(inner, type) and issubclass(inner, OpenEnum) and not issubclass(inner, OpenLabel)
    ):
        yield _Site("unknown_value", at, at, _to(f"{UNKNOWN_PREFIX} value"), refused_in=False)


def _wrong_types(tp: Any, at: _Steps) -> Iterator[_Site]:
    taken = shapes(tp)
    union = union_of(tp)
    if union is not None and (union.keys or union.tag is not None):
        # Strings and objects may be members of tomorrow.
        taken |= {str, dict}
    if union is not None and not union.others and not union.keys:
        taken -= {str}
    if float in taken:
        taken |= {int}
    for wrong in _WRONG:
        if type(wrong) not in taken:
            yield _Site("wrong_type", at, at, _to(wrong), refused_in=True)


def _in_model(cls: type[WireModel], value: Any, at: _Steps) -> Iterator[_Site]:
    yield _Site("extra_key", at, at, _with(f"{UNKNOWN_PREFIX} key"), refused_in=False)
    for field in fields_of(cls):
        if field.wire not in value:
            continue
        if field.required:
            yield _Site("missing_key", at, at, _without(field.wire), refused_in=True)
        here = (*at, field.wire)
        yield from sites(field.type, value[field.wire], here, field.format)
        if typing.get_origin(field.type) is Literal:
            change = _to(f"{UNKNOWN_PREFIX} tag")
            yield _Site("unknown_tag", here, here, change, refused_in=True)


def _in_union(union: UnionInfo, value: Any, at: _Steps) -> Iterator[_Site]:
    if isinstance(value, dict) and union.tag is not None and not _has_key(union, value):
        tag = (*at, union.tag)
        yield _Site("unknown_tag", tag, tag, _to(f"{UNKNOWN_PREFIX} tag"), refused_in=False)
        for site in _below(union, value, at):
            # The tag selects the member; its faults are made above.
            if site.changed != tag or site.kind == "wrong_type":
                yield site
    elif isinstance(value, dict) and _has_key(union, value):
        yield from _in_keyed(union, value, at)
    elif len([member for member in union.others if type(value) in shapes(member)]) == 1:
        yield from (site for site in _below(union, value, at) if site.changed != at)


def _in_keyed(union: UnionInfo, value: dict[str, Any], at: _Steps) -> Iterator[_Site]:
    found = [key for key in union.keys if key in value]
    others = any(dict in shapes(member) for member in union.others)
    if len(found) == 1 and not others:
        change = _renamed(found[0], f"{UNKNOWN_PREFIX} variant")
        yield _Site("unknown_tag", at, at, change, refused_in=False)
    for site in _below(union, value, at):
        # Without its key the object would be another member.
        if site.changed != at or site.kind == "extra_key":
            yield site


def _has_key(union: UnionInfo, value: dict[str, Any]) -> bool:
    return any(key in value for key in union.keys)


def _below(union: UnionInfo, value: Any, at: _Steps) -> Iterator[_Site]:
    member = _member(union, value)
    if member is not None:
        yield from sites(member, value, at)


def _member(union: UnionInfo, value: Any) -> Any:
    """The type that a value of a union has; `None` for an unknown variant."""
    if isinstance(value, dict):
        for key, member in union.keys.items():
            if key in value:
                return member
        if union.tag is not None:
            return union.variants.get(value[union.tag])
    fitting = [member for member in union.others if type(value) in shapes(member)]
    return fitting[0] if len(fitting) == 1 else None


def _to(new: Any) -> _Change:
    return lambda _: copy.copy(new)


def _with(key: str) -> _Change:
    return lambda old: {**old, key: ["unknown"]}


def _without(key: str) -> _Change:
    return lambda old: {name: item for name, item in old.items() if name != key}


def _renamed(key: str, new: str) -> _Change:
    return lambda old: {new if name == key else name: item for name, item in old.items()}


def _changed(value: Any, steps: _Steps, change: _Change) -> Any:
    if not steps:
        return change(value)
    first, *rest = steps
    if isinstance(value, list):
        assert isinstance(first, int)
        below = _changed(value[first], tuple(rest), change)
        return [*value[:first], below, *value[first + 1 :]]
    return {**value, first: _changed(value[first], tuple(rest), change)}


def _path(steps: _Steps) -> str:
    found = Mismatch()
    for step in reversed(steps):
        found.within(step)
    return found.path
