"""Turns the node of a type into a compiled function that makes typed values of parsed JSON."""

from __future__ import annotations

from itertools import count
from typing import TYPE_CHECKING, Any

from ._mismatch import Mismatch
from ._nodes import (
    FLOAT,
    JSON,
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
from ._union_node import UnionNode
from .unknown import UnknownVariant

if TYPE_CHECKING:
    from collections.abc import Callable
    from enum import Enum

__all__ = ["StructureCompiler"]


class _Members(dict[str, "Enum"]):
    """The members of an enum by value; a value it has not heard of becomes a member of its own."""

    def __init__(self, node: EnumNode) -> None:
        super().__init__((value, node.cls(value)) for value in node.values)
        self._node = node

    def __missing__(self, value: object) -> object:
        if type(value) is not str or self._node.closed:
            raise Mismatch
        return self._node.cls(value)


class _Variants(dict[str, "Callable[[Any], Any]"]):
    """The structure functions of a union by tag, compiled when a tag is first seen."""

    def __init__(self, node: UnionNode, compiler: StructureCompiler) -> None:
        super().__init__()
        self._node = node
        self._compiler = compiler

    def __missing__(self, tag: object) -> Callable[[Any], Any]:
        if type(tag) is not str:
            raise Mismatch
        variant = self._node.variants.get(tag)
        if variant is None:
            # Not stored: a server may invent tags without end.
            return lambda raw: UnknownVariant(tag=tag, raw=raw)
        hook = self[tag] = self._compiler.function(variant.target)
        return hook


class StructureCompiler:
    """Writes and compiles structure functions, each on first use.

    A function takes parsed JSON, as orjson makes it, and returns the typed value. It spends
    nothing on saying what is wrong: whatever does not fit raises some exception, and `Node.check`
    then finds the place and the reason.
    """

    def __init__(self) -> None:
        # One namespace for all: a function calls the next by a global name, and a type that has
        # not been met yet stands there as a stub that compiles it.
        self._names: dict[str, Any] = {
            "M": Mismatch,
            "new": object.__new__,
            "as_float": _as_float,
        }
        self._by_node: dict[int, tuple[Node, str]] = {}
        self._numbers = count()
        self._done: dict[str, Callable[[Any], Any]] = {}
        self._tables: dict[int, _Members | _Variants] = {}

    def function(self, node: Node) -> Callable[[Any], Any]:
        """The structure function of a type."""
        node = _resolved(node)
        return self._compiled(node, self._name_of(node))

    def _name_of(self, node: Node) -> str:
        known = self._by_node.get(id(node))
        if known is not None:
            return known[1]
        # Two threads may come here at once; a name given twice would mix up two types, and one
        # that is known before anything stands behind it would be called in vain.
        name = f"s{next(self._numbers)}"
        self._names[name] = self._stub(node, name)
        # The node is kept beside its name, so that its id stays its own.
        return self._by_node.setdefault(id(node), (node, name))[1]

    def _stub(self, node: Node, name: str) -> Callable[[Any], Any]:
        def compile_and_call(value: Any) -> Any:
            return self._compiled(node, name)(value)

        return compile_and_call

    def _compiled(self, node: Node, name: str) -> Callable[[Any], Any]:
        hook: Callable[[Any], Any] | None = self._done.get(name)
        if hook is None:
            hook = self._names[name] = self._done[name] = self._compile(node, name)
        return hook

    def _compile(self, node: Node, name: str) -> Callable[[Any], Any]:
        if isinstance(node, UnionNode):
            return self._union_function(node)
        if isinstance(node, ModelNode):
            lines = self._model_lines(node, name)
        else:
            lines = [f"def {name}(x):", *_indent(self._lines(node)), "    return x"]
        source = "\n".join(lines)
        exec(compile(source, f"<structure {_title(node)}>", "exec"), self._names)
        hook: Callable[[Any], Any] = self._names[name]
        return hook

    def _model_lines(self, node: ModelNode, name: str) -> list[str]:
        cls = self._constant("C", node.cls)
        twin = _mutable_twin(node.cls)
        lines = [f"def {name}(v):"]
        if not any(field.required for field in node.fields):
            lines.append("    if type(v) is not dict: raise M")
        if twin is None:
            lines.append(f"    o = new({cls})")
            for field in node.fields:
                put = self._constant("P", getattr(node.cls, field.name).__set__)
                lines += _indent(self._field_lines(field, f"{put}(o, x)"))
        else:
            lines.append(f"    o = {self._constant('T', twin)}()")
            for field in node.fields:
                lines += _indent(self._field_lines(field, f"o.{field.name} = x"))
            lines.append(f"    o.__class__ = {cls}")
        return [*lines, "    return o"]

    def _field_lines(self, field: FieldNode, store: str) -> list[str]:
        node, key = _resolved(field.node), repr(field.wire)
        if field.required:
            return [f"x = v[{key}]", *self._lines(node), store]
        if isinstance(node, OptionalNode) and field.default is None and field.factory is None:
            return [f"x = v.get({key})", *self._lines(node), store]
        if field.factory in (list, dict):
            default = "[]" if field.factory is list else "{}"
        elif field.factory is not None:
            default = f"{self._constant('D', field.factory)}()"
        else:
            default = self._constant("D", field.default)
        found = _indent([f"x = v[{key}]", *self._lines(node)])
        return [f"if {key} in v:", *found, "else:", f"    x = {default}", store]

    def _lines(self, node: Node) -> list[str]:
        """Statements that turn the JSON in `x` into the typed value."""
        node = _resolved(node)
        if node is JSON:
            return []
        test = _test(node, "x")
        if test is not None:
            lines = [f"if {test}: raise M"]
            if isinstance(node, LiteralNode) and len(node.values) == 1:
                # The value of a tag is kept once, not once per object.
                lines.append(f"x = {node.values[0]!r}")
            return lines
        if isinstance(node, OptionalNode):
            return self._optional_lines(node)
        if isinstance(node, (ListNode, MapNode)):
            return self._container_lines(node)
        if node is FLOAT:
            return ["if type(x) is not float: x = as_float(x)"]
        if isinstance(node, (LiteralNode, Plain)):
            return [f"{self._constant('L', node.check)}(x, None)"]
        return [f"x = {self._call(node, 'x')}"]

    def _optional_lines(self, node: OptionalNode) -> list[str]:
        test = _test(_resolved(node.inner), "x")
        if test is not None:
            return [f"if x is not None and {test}: raise M"]
        inner = self._lines(node.inner)
        return ["if x is not None:", *_indent(inner)] if inner else []

    def _container_lines(self, node: ListNode | MapNode) -> list[str]:
        item = _resolved(node.item)
        is_list = isinstance(node, ListNode)
        lines = [f"if type(x) is not {'list' if is_list else 'dict'}: raise M"]
        if item is JSON:
            return lines
        test = _test(item, "y")
        if test is not None:
            values = "x" if is_list else "x.values()"
            return [*lines, f"for y in {values}:", f"    if {test}: raise M"]
        call = self._call(item, "y")
        made = f"[{call} for y in x]" if is_list else f"{{k: {call} for k, y in x.items()}}"
        return [*lines, f"x = {made}"]

    def _call(self, node: Node, variable: str) -> str:
        """An expression that turns the JSON in a variable into the typed value."""
        if isinstance(node, EnumNode):
            return f"{self._constant('E', self._members(node))}[{variable}]"
        if isinstance(node, UnionNode) and node.by_tag_only:
            table = self._constant("V", self._variants(node))
            return f"{table}[{variable}[{node.tag!r}]]({variable})"
        return f"{self._name_of(node)}({variable})"

    def _constant(self, letter: str, value: object) -> str:
        name = f"{letter}{id(value)}"
        # The value lives as long as the namespace, so its id stays its own.
        self._names[name] = value
        return name

    def _members(self, node: EnumNode) -> _Members:
        table = self._tables.get(id(node))
        if not isinstance(table, _Members):
            table = self._tables[id(node)] = _Members(node)
        return table

    def _variants(self, node: UnionNode) -> _Variants:
        table = self._tables.get(id(node))
        if not isinstance(table, _Variants):
            table = self._tables[id(node)] = _Variants(node, self)
        return table

    def _union_function(self, node: UnionNode) -> Callable[[Any], Any]:
        if node.by_tag_only:
            table, tag = self._variants(node), node.tag
            return lambda value: table[value[tag]](value)

        direct = self._by_shape(node)

        def structure_union(value: Any) -> Any:
            hook = direct.get(type(value))
            if hook is not None:
                return hook(value)
            variant = node.pick(value, None)
            if variant is None:
                return UnknownVariant(tag=_tag_of(node, value), raw=value)
            return self.function(variant)(value)

        return structure_union

    def _by_shape(self, node: UnionNode) -> dict[type, Callable[[Any], Any]]:
        """The functions of those members that the type of the JSON value alone decides on."""
        fitting: dict[type, list[Node]] = {}
        for member in map(_resolved, node.others):
            for shape in member.shapes():
                fitting.setdefault(shape, []).append(member)
        if node.keys or node.tag is not None:
            fitting.pop(dict, None)
        return {
            shape: (
                self._members(members[0]).__getitem__
                if isinstance(members[0], EnumNode)
                else self.function(members[0])
            )
            for shape, members in fitting.items()
            if len(members) == 1
        }


def _resolved(node: Node) -> Node:
    while isinstance(node, RefNode):
        node = node.target
    return node


def _test(node: Node, variable: str) -> str | None:
    """A condition that is true of what is not this primitive; `None` if a test is not enough."""
    if isinstance(node, IntNode):
        return f"type({variable}) is not int"
    if isinstance(node, Plain) and len(node.types) == 1:
        wanted = node.types[0]
        if wanted is type(None):
            return f"{variable} is not None"
        return f"type({variable}) is not {wanted.__name__}"
    if isinstance(node, LiteralNode) and all(type(value) is str for value in node.values):
        if len(node.values) == 1:
            return f"{variable} != {node.values[0]!r}"
        return f"{variable} not in {node.values!r}"
    return None


def _indent(lines: list[str]) -> list[str]:
    return [f"    {line}" for line in lines]


def _as_float(value: object) -> float:
    if type(value) is int:
        return float(value)
    raise Mismatch


def _tag_of(node: UnionNode, value: object) -> str | None:
    if isinstance(value, str):
        return value
    if isinstance(value, dict):
        if node.tag is not None and isinstance(tag := value.get(node.tag), str):
            return tag
        if len(value) == 1:
            return str(next(iter(value)))
    return None


def _title(node: Node) -> str:
    return node.name if isinstance(node, ModelNode) else type(node).__name__


def _mutable_twin(cls: type) -> type | None:
    """A class with the same memory layout whose fields can be set, or `None` if there cannot be.

    A frozen attrs class is expensive to fill: `__init__` goes through `object.__setattr__` for
    each field. Filling a twin and giving the object its real class afterwards takes a third of
    that; CPython checks that the two layouts are the same.
    """
    slots = cls.__dict__.get("__slots__")
    if not isinstance(slots, tuple):
        return None
    body: dict[str, object] = {
        "__slots__": slots,
        "__init__": object.__init__,
        "__setattr__": object.__setattr__,
        "__delattr__": object.__delattr__,
    }
    twin = type(f"{cls.__name__}Twin", cls.__bases__, body)
    try:
        twin().__class__ = cls
    except TypeError:
        return None
    return twin
