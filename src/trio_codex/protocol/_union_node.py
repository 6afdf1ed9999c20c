"""Turns a JSON value into the choice of a member of a union, and says when none fits."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ._mismatch import ExperimentalField, Mismatch, choices
from ._nodes import EnumNode, ModelNode, Node, RefNode

if TYPE_CHECKING:
    from ._mismatch import Outgoing

__all__ = ["UnionNode"]


class UnionNode(Node):
    """One of several types, told apart by a tag, by the only key of an object, or by shape."""

    __slots__ = ("grows", "keys", "name", "others", "tag", "variants")

    def __init__(
        self,
        name: str,
        *,
        tag: str | None = None,
        variants: dict[str, RefNode] | None = None,
        keys: dict[str, RefNode] | None = None,
        others: tuple[Node, ...] = (),
        grows: bool = False,
    ) -> None:
        self.name = name
        self.tag = tag
        self.variants = variants or {}
        self.keys = keys or {}
        self.others = others
        # Whether a newer server may have more members: a union somebody put together cannot.
        self.grows = grows

    @property
    def by_tag_only(self) -> bool:
        """Whether the tag alone decides, so that nothing else need be looked at."""
        return self.tag is not None and not self.keys and not self.others

    def pick(self, value: object, out: Outgoing | None) -> Node | None:
        """The type this value has.

        Returns:
            The type; `None` for a variant that this SDK does not know.

        Raises:
            Mismatch: The value cannot be of this union, in any version of it.
        """
        if type(value) is dict:
            for key, node in self.keys.items():
                if key in value:
                    return node
            if self.tag is not None:
                return self._pick_by_tag(value, self.tag, out)
        fitting = [node for node in self.others if type(value) in node.shapes()]
        if len(fitting) == 1:
            return fitting[0]
        if fitting:
            return self._closest(fitting, value, out)
        # A newer server may add a one-key object, or a string, to a union of such objects.
        new = type(value) is dict or (type(value) is str and not self.others)
        if out is None and self.keys and new:
            return None
        raise Mismatch.found(f"expected {self._wanted()}", value)

    def _pick_by_tag(self, value: dict[str, object], tag: str, out: Outgoing | None) -> Node | None:
        if tag not in value:
            raise Mismatch(f"the required key {tag!r} of {self.name} is missing")
        found = value[tag]
        node = self.variants.get(found) if type(found) is str else None
        if type(found) is not str or (node is None and out is not None):
            mismatch = Mismatch.found(f"expected {choices(self.variants)}", found, self.variants)
            raise mismatch.within(tag)
        return node

    def _closest(self, fitting: list[Node], value: object, out: Outgoing | None) -> Node | None:
        """Of the members that take the value, the one that knows most of its keys."""
        nearest: Mismatch | None = None
        best: tuple[int, Node] | None = None
        for node in fitting:
            try:
                member = _settled(node, value, out)
                if member is None:
                    continue
                member.check(value, out)
            except ExperimentalField:
                raise
            except Mismatch as error:
                if nearest is None or error.depth > nearest.depth:
                    nearest = error
                continue
            if out is None and _is_of_another_kind(member, value):
                continue
            unknown = _unknown_keys(member, value)
            if best is None or unknown < best[0]:
                best = unknown, node
        if best is not None:
            return best[1]
        if out is None and self.grows and type(value) is dict:
            # No one place is to blame, so it is taken for a member of a newer version.
            return None
        raise nearest or Mismatch.found(f"expected {self._wanted()}", value)

    def _wanted(self) -> str:
        if self.keys and not self.others:
            return f"an object with one of the keys {choices(self.keys)}"
        if self.keys:
            return f"a value of {self.name} (or an object with {choices(self.keys)})"
        if self.tag is not None and not self.others:
            return f"an object ({self.name})"
        return f"a value of {self.name}"

    def check(self, value: object, out: Outgoing | None) -> None:
        node = self.pick(value, out)
        if node is not None:
            node.check(value, out)

    def shapes(self) -> frozenset[type]:
        found: frozenset[type] = frozenset()
        if self.tag is not None or self.keys:
            found = frozenset({dict})
        for node in self.others:
            found |= node.shapes()
        return found


def _settled(node: Node | None, value: object, out: Outgoing | None) -> Node | None:
    """The type behind references and unions that a value has; `None` if it is an unknown one."""
    while isinstance(node, (RefNode, UnionNode)):
        node = node.target if isinstance(node, RefNode) else node.pick(value, out)
    return node


def _is_of_another_kind(node: Node, value: object) -> bool:
    """Whether a field that can only have one value, and so is a tag, has another one."""
    if not isinstance(node, ModelNode) or not isinstance(value, dict):
        return False
    for field in node.fields:
        kind = field.node
        while isinstance(kind, RefNode):
            kind = kind.target
        if isinstance(kind, EnumNode) and len(kind.values) == 1 and field.wire in value:
            if value[field.wire] not in kind.values:
                return True
    return False


def _unknown_keys(node: Node, value: object) -> int:
    """How many keys of a value a type that takes it would ignore."""
    if not isinstance(node, ModelNode) or not isinstance(value, dict):
        return 0
    return len(value.keys() - {field.wire for field in node.fields})
