"""Strategies for the JSON and the values of protocol types."""

from __future__ import annotations

import string
import typing
from typing import TYPE_CHECKING, Any, Final, TypeVar, overload

from hypothesis import strategies as st

from ...protocol._model import INT_RANGES, JsonValue, OpenEnum, WireModel
from ...protocol._types import (
    fields_of,
    is_wire_type,
    shapes,
    union_of,
    without_null,
)
from ...protocol.converter import structure

if TYPE_CHECKING:
    from hypothesis.strategies import SearchStrategy

    from ...protocol._types import FieldInfo, UnionInfo

__all__ = ["UNKNOWN_PREFIX", "from_type", "json_values", "wire"]

_T = TypeVar("_T")

UNKNOWN_PREFIX: Final = "Of Tomorrow"
"""What every invented key, tag and enum value starts with: no schema has a name like it."""

_INT64: Final = (-(1 << 63), (1 << 63) - 1)
# Below this depth a value has only required fields: some types reach seventy others.
_DEEP: Final = 5
_MOST_ITEMS: Final = 3


def json_values() -> SearchStrategy[JsonValue]:
    """Any JSON value the wire can carry."""
    leaves: SearchStrategy[Any] = (
        st.none()
        | st.booleans()
        | st.integers(*_INT64)
        | st.floats(allow_nan=False, allow_infinity=False)
        | st.text(max_size=20)
    )
    return st.recursive(
        leaves,
        lambda inner: (
            st.lists(inner, max_size=_MOST_ITEMS)
            | st.dictionaries(st.text(max_size=10), inner, max_size=_MOST_ITEMS)
        ),
        max_leaves=8,
    )


def wire(cls: object, *, newer: bool = False) -> SearchStrategy[JsonValue]:
    """The JSON of a type, as the server or the client writes it.

    Args:
        cls: a generated class, enum or union, or a builtin container of them.
        newer: draw what the server of a later version may send as well: keys, enum values and
            union variants that the schema does not list yet.

    Raises:
        TypeError: `cls` is not a type of the protocol.
    """
    if not is_wire_type(cls):
        raise TypeError(f"{cls!r} is not a type of the protocol")
    return _Drawer(newer=newer).of(cls, None, 0)


@overload
def from_type(cls: type[_T], *, newer: bool = False) -> SearchStrategy[_T]: ...
@overload
def from_type(cls: object, *, newer: bool = False) -> SearchStrategy[Any]: ...
def from_type(cls: object, *, newer: bool = False) -> SearchStrategy[Any]:
    """Values of a type, made of the JSON that `wire` draws.

    Args:
        cls: a generated class, enum or union, or a builtin container of them.
        newer: draw values with unknown enum members and `UnknownVariant`s, too.

    Raises:
        TypeError: `cls` is not a type of the protocol.
    """
    return wire(cls, newer=newer).map(lambda value: structure(value, cls))


def _invented() -> SearchStrategy[str]:
    return st.text(string.ascii_letters, max_size=3).map(lambda text: f"{UNKNOWN_PREFIX} {text}")


class _Drawer:
    """Makes the strategy of each type once, at each depth."""

    def __init__(self, *, newer: bool) -> None:
        self._newer = newer
        self._made: dict[tuple[Any, str | None, int], SearchStrategy[Any]] = {}

    def of(self, tp: Any, int_format: str | None, depth: int) -> SearchStrategy[Any]:
        depth = min(depth, _DEEP)
        key = (tp, int_format, depth)
        if key not in self._made:
            # Deferred: most members of a large union are never drawn.
            self._made[key] = st.deferred(lambda: self._make(tp, int_format, depth))
        return self._made[key]

    def _make(self, tp: Any, int_format: str | None, depth: int) -> SearchStrategy[Any]:
        inner, nullable = without_null(tp)
        if nullable:
            return st.none() | self.of(inner, int_format, depth)
        union, origin = union_of(inner), typing.get_origin(inner)
        if union is not None:
            return self._union(union, depth)
        if origin is list:
            item = self.of(typing.get_args(inner)[0], int_format, depth + 1)
            return st.lists(item, max_size=_size(depth))
        if origin is dict:
            item = self.of(typing.get_args(inner)[1], int_format, depth + 1)
            return st.dictionaries(st.text(max_size=8), item, max_size=_size(depth))
        if isinstance(inner, type) and issubclass(inner, WireModel):
            return self._model(inner, depth)
        if isinstance(inner, type) and issubclass(inner, OpenEnum):
            known = st.sampled_from([str(member) for member in inner])
            return known | _invented() if self._newer else known
        return _leaf(inner, int_format)

    def _model(self, cls: type[WireModel], depth: int) -> SearchStrategy[Any]:
        fields = fields_of(cls)
        required = {field.wire: self._field(field, depth) for field in fields if field.required}
        if depth >= _DEEP:
            return st.fixed_dictionaries(required)
        optional = {field.wire: self._field(field, depth) for field in fields if not field.required}
        if self._newer:
            optional[f"{UNKNOWN_PREFIX} key"] = json_values()
        return st.fixed_dictionaries(required, optional=optional)

    def _field(self, field: FieldInfo, depth: int) -> SearchStrategy[Any]:
        return self.of(field.type, field.format, depth + 1)

    def _union(self, union: UnionInfo, depth: int) -> SearchStrategy[Any]:
        strategies = [self.of(member, None, depth) for member in union.members]
        if self._newer and union.tag is not None:
            tagged = st.fixed_dictionaries(
                {union.tag: _invented()}, optional={"payload": json_values()}
            )
            strategies.append(tagged)
        elif self._newer and union.keys and _is_told_by_key_alone(union):
            strategies.append(st.dictionaries(_invented(), json_values(), min_size=1, max_size=1))
        return st.one_of(strategies)


def _is_told_by_key_alone(union: UnionInfo) -> bool:
    """Whether an object of one unknown key may be a new member, without a tag beside it."""
    if any(dict in shapes(member) for member in union.others):
        return False
    return all(
        isinstance(member, type) and len(fields_of(member)) == 1 for member in union.keys.values()
    )


def _size(depth: int) -> int:
    return 0 if depth >= _DEEP else _MOST_ITEMS


def _leaf(tp: Any, int_format: str | None) -> SearchStrategy[Any]:
    if tp is str:
        return st.text(max_size=20)
    if tp is float:
        return st.floats(allow_nan=False, allow_infinity=False)
    if tp == JsonValue:
        return json_values()
    if tp is None or tp is type(None):
        return st.none()
    if tp is int:
        low, high = _INT64 if int_format is None else INT_RANGES[int_format]
        # An unsigned 64-bit field could say more than the runtime can read as JSON.
        return st.integers(max(low, _INT64[0]), min(high, _INT64[1]))
    if tp is bool:
        return st.booleans()
    return st.sampled_from(typing.get_args(tp))
