"""Turns a type of the protocol into strategies for its JSON and for its values."""

from __future__ import annotations

import string
from typing import TYPE_CHECKING, Any, Final, TypeVar, overload

from hypothesis import strategies as st

from ...protocol._nodes import (
    FLOAT,
    JSON,
    NULL,
    STR,
    EnumNode,
    IntNode,
    ListNode,
    LiteralNode,
    MapNode,
    ModelNode,
    Node,
    OptionalNode,
    RefNode,
)
from ...protocol._registry import registry
from ...protocol._union_node import UnionNode
from ...protocol.converter import structure

if TYPE_CHECKING:
    from hypothesis.strategies import SearchStrategy

    from ...protocol import JsonValue
    from ...protocol._nodes import FieldNode

__all__ = ["TOMORROW", "from_type", "json_values", "wire"]

_T = TypeVar("_T")

TOMORROW: Final = "Of Tomorrow"
"""What every invented key, tag and enum value starts with: no schema has a name like it."""

_INT64: Final = (-(1 << 63), (1 << 63) - 1)
# Past this depth a value has only what it must have: some types reach seventy others.
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
    return _Drawer(newer=newer).of(registry.of(cls), 0)


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
    return st.text(string.ascii_letters, max_size=3).map(lambda text: f"{TOMORROW} {text}")


class _Drawer:
    """Makes the strategy of each type once, at each depth."""

    def __init__(self, *, newer: bool) -> None:
        self._newer = newer
        self._made: dict[tuple[int, int], SearchStrategy[Any]] = {}
        # A node made for an annotation lives in the registry; a resolved one as long as this.
        self._kept: list[Node] = []

    def of(self, node: Node, depth: int) -> SearchStrategy[Any]:
        while isinstance(node, RefNode):
            node = node.target
        depth = min(depth, _DEEP)
        key = (id(node), depth)
        if key not in self._made:
            self._kept.append(node)
            # Deferred: most members of a large union are never drawn.
            found = node
            self._made[key] = st.deferred(lambda: self._make(found, depth))
        return self._made[key]

    def _make(self, node: Node, depth: int) -> SearchStrategy[Any]:
        if isinstance(node, ModelNode):
            return self._model(node, depth)
        if isinstance(node, UnionNode):
            return self._union(node, depth)
        if isinstance(node, OptionalNode):
            return st.none() | self.of(node.inner, depth)
        if isinstance(node, EnumNode):
            known = st.sampled_from(node.values)
            return known | _invented() if self._newer and not node.closed else known
        if isinstance(node, ListNode):
            return st.lists(self.of(node.item, depth + 1), max_size=_size(depth))
        if isinstance(node, MapNode):
            keys = st.text(max_size=8)
            return st.dictionaries(keys, self.of(node.item, depth + 1), max_size=_size(depth))
        return _leaf(node)

    def _model(self, node: ModelNode, depth: int) -> SearchStrategy[Any]:
        required = {
            field.wire: self._field(field, depth) for field in node.fields if field.required
        }
        if depth >= _DEEP:
            return st.fixed_dictionaries(required)
        optional = {
            field.wire: self._field(field, depth) for field in node.fields if not field.required
        }
        if self._newer:
            optional[f"{TOMORROW} key"] = json_values()
        return st.fixed_dictionaries(required, optional=optional)

    def _field(self, field: FieldNode, depth: int) -> SearchStrategy[Any]:
        return self.of(field.node, depth + 1)

    def _union(self, node: UnionNode, depth: int) -> SearchStrategy[Any]:
        members = [*node.variants.values(), *node.keys.values(), *node.others]
        strategies = [self.of(member, depth) for member in members]
        if self._newer and node.tag is not None:
            tagged = st.fixed_dictionaries(
                {node.tag: _invented()}, optional={"payload": json_values()}
            )
            strategies.append(tagged)
        elif self._newer and node.keys and _is_told_by_key_alone(node):
            strategies.append(st.dictionaries(_invented(), json_values(), min_size=1, max_size=1))
        return st.one_of(strategies)


def _is_told_by_key_alone(node: UnionNode) -> bool:
    """Whether an object of one unknown key may be a new member, without a tag beside it."""
    if any(dict in member.shapes() for member in node.others):
        return False
    models = [member.target for member in node.keys.values()]
    return all(isinstance(model, ModelNode) and len(model.fields) == 1 for model in models)


def _size(depth: int) -> int:
    return 0 if depth >= _DEEP else _MOST_ITEMS


def _leaf(node: Node) -> SearchStrategy[Any]:
    if node is STR:
        return st.text(max_size=20)
    if node is FLOAT:
        return st.floats(allow_nan=False, allow_infinity=False)
    if node is JSON:
        return json_values()
    if node is NULL:
        return st.none()
    if isinstance(node, LiteralNode):
        return st.sampled_from(node.values)
    if isinstance(node, IntNode):
        low, high = _INT64 if node.low is None or node.high is None else (node.low, node.high)
        # An unsigned 64-bit field could say more than the runtime can read as JSON.
        return st.integers(max(low, _INT64[0]), min(high, _INT64[1]))
    return st.booleans()
