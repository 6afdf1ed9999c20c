"""Turns a JSON value and its type into a verdict, with the JSON path of what is wrong."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from .._near import did_you_mean
from .._redaction import kind_of
from ._mismatch import ExperimentalField, Mismatch, choices

if TYPE_CHECKING:
    from collections.abc import Callable

    from ._mismatch import Outgoing

__all__ = [
    "BOOL",
    "FLOAT",
    "JSON",
    "NULL",
    "STR",
    "EnumNode",
    "FieldNode",
    "IntNode",
    "ListNode",
    "LiteralNode",
    "MapNode",
    "ModelNode",
    "Node",
    "OptionalNode",
    "Plain",
    "RefNode",
]


class Node:
    """A type as the wire knows it.

    `out` says how strict a check has to be; it is `None` for what we receive.
    """

    __slots__ = ()

    def check(self, value: object, out: Outgoing | None) -> None:
        """Refuse a value that does not fit.

        Raises:
            Mismatch: It does not; the error knows where, below this value.
        """
        raise NotImplementedError

    def shapes(self) -> frozenset[type]:
        """The Python types a fitting JSON value can have."""
        raise NotImplementedError


class Plain(Node):
    """A JSON primitive, or (without types) any JSON at all."""

    __slots__ = ("_name", "types")

    def __init__(self, name: str, *types: type) -> None:
        self._name = name
        self.types = types

    def check(self, value: object, out: Outgoing | None) -> None:  # noqa: ARG002 - same for all
        if self.types and type(value) not in self.types:
            raise Mismatch.found(f"expected {self._name}", value)

    def shapes(self) -> frozenset[type]:
        return frozenset(self.types) or _ALL_SHAPES


_NULL_TYPE: Final[type] = type(None)
_ALL_SHAPES: Final[frozenset[type]] = frozenset({str, int, float, bool, list, dict, _NULL_TYPE})

STR: Final = Plain("a string", str)
BOOL: Final = Plain("a boolean", bool)
FLOAT: Final = Plain("a number", float, int)
NULL: Final = Plain("null", _NULL_TYPE)
JSON: Final = Plain("JSON")


class IntNode(Node):
    """A whole number; its range counts only for what we send."""

    __slots__ = ("high", "low")

    def __init__(self, low: int | None = None, high: int | None = None) -> None:
        self.low = low
        self.high = high

    def check(self, value: object, out: Outgoing | None) -> None:
        if type(value) is not int:
            raise Mismatch.found("expected an integer", value)
        if out is None or self.low is None or self.high is None:
            return
        if not self.low <= value <= self.high:
            raise Mismatch.found(f"expected an integer from {self.low} to {self.high}", value)

    def shapes(self) -> frozenset[type]:
        return frozenset({int})


class LiteralNode(Node):
    """One of a few fixed values, as in the tag of a variant."""

    __slots__ = ("values",)

    def __init__(self, values: tuple[str | int | bool | None, ...]) -> None:
        self.values = values

    def check(self, value: object, out: Outgoing | None) -> None:  # noqa: ARG002 - same for all
        if not any(type(value) is type(fixed) and value == fixed for fixed in self.values):
            raise Mismatch.found(f"expected {choices(self.values)}", value, self.values)

    def shapes(self) -> frozenset[type]:
        return frozenset(type(value) for value in self.values)


class EnumNode(Node):
    """A string enum: mostly open for what we receive, closed for the strings that we send.

    A member that is not in the schema may be sent: it came from a newer server, or somebody made
    it on purpose. A plain string that is not in the schema is a misspelling.
    """

    __slots__ = ("closed", "cls", "values")

    def __init__(self, cls: type, values: tuple[str, ...], *, closed: bool) -> None:
        self.cls = cls
        self.values = values
        self.closed = closed

    def check(self, value: object, out: Outgoing | None) -> None:
        if type(value) is self.cls and not self.closed:
            return
        closed = self.closed or out is not None
        if type(value) is not str or (closed and value not in self.values):
            raise Mismatch.found(f"expected {choices(self.values)}", value, self.values)

    def shapes(self) -> frozenset[type]:
        return frozenset({str})


class OptionalNode(Node):
    """A value or null."""

    __slots__ = ("inner",)

    def __init__(self, inner: Node) -> None:
        self.inner = inner

    def check(self, value: object, out: Outgoing | None) -> None:
        if value is not None:
            self.inner.check(value, out)

    def shapes(self) -> frozenset[type]:
        return self.inner.shapes() | {_NULL_TYPE}


class ListNode(Node):
    """A list of values of one type."""

    __slots__ = ("item",)

    def __init__(self, item: Node) -> None:
        self.item = item

    def check(self, value: object, out: Outgoing | None) -> None:
        if type(value) is not list:
            raise Mismatch.found("expected a list", value)
        if self.item is JSON:
            return
        index = 0
        check = self.item.check
        try:
            for index, item in enumerate(value):  # noqa: B007 - the handler tells where it was
                check(item, out)
        except Mismatch as error:
            raise error.within(index) from None

    def shapes(self) -> frozenset[type]:
        return frozenset({list})


class MapNode(Node):
    """An object with any keys and values of one type."""

    __slots__ = ("item",)

    def __init__(self, item: Node) -> None:
        self.item = item

    def check(self, value: object, out: Outgoing | None) -> None:
        if type(value) is not dict:
            # Of a map, such as settings or an environment, a text is not shown: it may be a secret.
            raise Mismatch(f"expected an object, found {kind_of(value)}")
        for key, item in value.items():
            if type(key) is not str:
                raise Mismatch.found("expected string keys", key)
            try:
                self.item.check(item, out)
            except Mismatch as error:
                raise error.within(key) from None

    def shapes(self) -> frozenset[type]:
        return frozenset({dict})


class FieldNode(NamedTuple):
    """A field of a class: its name in Python, its key on the wire, and what an absent key means."""

    name: str
    wire: str
    node: Node
    required: bool
    default: object
    factory: Callable[[], object] | None
    omittable: bool
    experimental: bool
    secret: bool


class ModelNode(Node):
    """A generated class."""

    __slots__ = ("_by_wire", "_fields", "_read_fields", "_required", "cls", "name")

    def __init__(
        self, name: str, cls: type, read_fields: Callable[[], tuple[FieldNode, ...]]
    ) -> None:
        self.name = name
        self.cls = cls
        self._read_fields = read_fields
        self._fields: tuple[FieldNode, ...] | None = None
        self._by_wire: dict[str, FieldNode] = {}
        self._required: list[str] = []

    @property
    def fields(self) -> tuple[FieldNode, ...]:
        """The fields, read from the class on first use."""
        if self._fields is None:
            self._fields = self._read_fields()
            self._by_wire = {field.wire: field for field in self._fields}
            self._required = [field.wire for field in self._fields if field.required]
        return self._fields

    def check(self, value: object, out: Outgoing | None) -> None:
        if type(value) is not dict:
            raise Mismatch.found(f"expected an object ({self.name})", value)
        if self._fields is None:
            _ = self.fields
        if out is not None and not value.keys() <= self._by_wire.keys():
            raise self._unknown_key(value)
        for key in self._required:
            if key not in value:
                raise Mismatch(f"the required key {key!r} of {self.name} is missing")
        by_wire = self._by_wire
        for key, item in value.items():
            # By the keys of the value: params have many fields, and few of them are ever set.
            if key not in by_wire:
                continue
            field = by_wire[key]
            if out is not None and field.experimental and not out.experimental:
                raise ExperimentalField().within(key)
            try:
                field.node.check(item, out)
            except Mismatch as error:
                raise (error.hidden() if field.secret else error).within(key) from None

    def _unknown_key(self, value: dict[str, object]) -> Mismatch:
        key = next(key for key in value if key not in self._by_wire)
        return Mismatch(f"{self.name} has no key {key!r}{did_you_mean(key, self._by_wire)}")

    def shapes(self) -> frozenset[type]:
        return frozenset({dict})


class RefNode(Node):
    """A type known by name, looked up when it is needed: types may contain themselves."""

    __slots__ = ("_lookup", "_target", "name")

    def __init__(self, name: str, lookup: Callable[[str], Node]) -> None:
        self.name = name
        self._lookup = lookup
        self._target: Node | None = None

    @property
    def target(self) -> Node:
        """The type itself."""
        if self._target is None:
            self._target = self._lookup(self.name)
        return self._target

    def check(self, value: object, out: Outgoing | None) -> None:
        (self._target or self.target).check(value, out)

    def shapes(self) -> frozenset[type]:
        return self.target.shapes()
