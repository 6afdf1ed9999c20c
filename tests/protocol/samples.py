"""Turns a protocol type into JSON that fits it, as small and as full as it gets."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TypeAlias

from trio_codex.protocol._generated._index import MODULES
from trio_codex.protocol._nodes import (
    EnumNode,
    FieldNode,
    IntNode,
    ListNode,
    LiteralNode,
    MapNode,
    ModelNode,
    Node,
    OptionalNode,
    Plain,
    RefNode,
)
from trio_codex.protocol._registry import registry
from trio_codex.protocol._union_node import UnionNode

Json: TypeAlias = "dict[str, Json] | list[Json] | str | int | float | bool | None"

TYPE_NAMES = sorted(MODULES)
DEEP = 4
BARE = 100

_PLAIN: dict[tuple[type, ...], Json] = {
    (str,): "text",
    (bool,): True,
    (float, int): 1.5,
    (type(None),): None,
    (): {"any": ["JSON", 1, None]},
}


def resolved(node: Node) -> Node:
    while isinstance(node, RefNode):
        node = node.target
    return node


def smallest(name: str) -> Json:
    """Only what is required."""
    return next(_samples(registry.named(name), BARE))


def fullest(name: str) -> list[Json]:
    """Every key set; one sample for each member of a union."""
    return list(_samples(registry.named(name), 0))


def _samples(node: Node, depth: int) -> Iterator[Json]:
    node = resolved(node)
    if isinstance(node, OptionalNode):
        yield from _samples(node.inner, depth)
    elif isinstance(node, UnionNode):
        for member in [*node.variants.values(), *node.keys.values(), *node.others]:
            yield from _samples(member, depth)
    elif isinstance(node, EnumNode):
        yield node.values[0]
    elif isinstance(node, LiteralNode):
        yield from node.values
    elif isinstance(node, IntNode):
        yield node.high if node.high is not None and depth == 1 else 7
    elif isinstance(node, Plain):
        yield _PLAIN[node.types]
    else:
        yield _compound(node, depth + 1)


def _has_default(field: FieldNode) -> bool:
    return not field.omittable and (field.default is not None or field.factory is not None)


def _compound(node: Node, depth: int) -> Json:
    if isinstance(node, ModelNode):
        return {
            field.wire: next(_samples(field.node, depth))
            for field in node.fields
            # What has a default goes out again, so that a full sample has it at any depth.
            if field.required or depth < DEEP or (depth < BARE and _has_default(field))
        }
    assert isinstance(node, (ListNode, MapNode))
    if depth >= DEEP:
        return [] if isinstance(node, ListNode) else {}
    # In a list each member of a union gets its turn.
    items = list(_samples(node.item, depth))
    return items if isinstance(node, ListNode) else {f"key {i}": x for i, x in enumerate(items)}
