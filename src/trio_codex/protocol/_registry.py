"""Turns names, annotations and runtime types of the protocol into the nodes that describe them."""

from __future__ import annotations

import ast
import types
import typing
from enum import Enum
from typing import TYPE_CHECKING, Any, Final

import attrs

from ._lookup import find_alias, find_type, find_union
from ._model import INT_RANGES, JsonValue, Omitted, OpenEnum, UnionSpec, WireModel
from ._nodes import (
    BOOL,
    FLOAT,
    JSON,
    NULL,
    STR,
    EnumNode,
    FieldNode,
    IntNode,
    ListNode,
    LiteralNode,
    MapNode,
    ModelNode,
    Node,
    OptionalNode,
    RefNode,
)
from ._union_node import UnionNode
from .unknown import UnknownVariant

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

__all__ = ["Registry", "registry"]

_BY_NAME: Final[dict[str, Node]] = {
    "str": STR,
    "bool": BOOL,
    "int": IntNode(),
    "float": FLOAT,
    "None": NULL,
    "JsonValue": JSON,
}
_INT_NODES: Final[dict[str | None, Node]] = {
    None: _BY_NAME["int"],
    **{name: IntNode(low, high) for name, (low, high) in INT_RANGES.items()},
}


class Registry:
    """Describes each type once, by name.

    Args:
        find_type: gives the class or alias of a name; called when a type is first needed, so that
            nothing is imported before.
        find_union: gives the dispatch data of a union's name, `None` for what is not a union.
        find_alias: gives the name of a union that exists at run time, `None` if it has none.
    """

    def __init__(
        self,
        find_type: Callable[[str], object],
        find_union: Callable[[str], UnionSpec | None],
        find_alias: Callable[[object], str | None],
    ) -> None:
        self._find_type = find_type
        self._find_alias = find_alias
        self._find_union = find_union
        self._nodes: dict[str, Node] = {}
        self._annotations: dict[tuple[str, str | None], Node] = {}

    def named(self, name: str) -> Node:
        """The node of a generated type."""
        node = self._nodes.get(name)
        if node is None:
            spec = self._find_union(name)
            node = self._union(name, spec) if spec is not None else self._describe(name)
            self._nodes[name] = node
        return node

    def _describe(self, name: str) -> Node:
        found = self._find_type(name)
        if isinstance(found, str):
            return self.annotation(found)
        return self.of(found)

    def _union(self, name: str, spec: UnionSpec) -> UnionNode:
        return UnionNode(
            name,
            tag=spec.tag,
            variants={tag: RefNode(cls, self.named) for tag, cls in spec.variants.items()},
            keys={key: RefNode(cls, self.named) for key, cls in spec.keys.items()},
            others=tuple(self.annotation(text) for text in spec.others),
            grows=True,
        )

    def _model(self, cls: type[WireModel]) -> ModelNode:
        node = self._nodes.get(cls.__name__)
        if not isinstance(node, ModelNode) or node.cls is not cls:
            node = ModelNode(cls.__name__, cls, lambda: self._fields(cls))
            self._nodes[cls.__name__] = node
        return node

    def _fields(self, cls: type[WireModel]) -> tuple[FieldNode, ...]:
        # Read from the class body: asking attrs would make it finish the class, which a decoded
        # value does not need.
        return tuple(
            self._field(name, said.default, said.factory, said.metadata, cls.__annotations__[name])
            for name, said in cls.__wire_fields__.items()
        )

    def _field(
        self,
        name: str,
        default: object,
        factory: Callable[[], object] | None,
        metadata: Mapping[str, object],
        annotation: str,
    ) -> FieldNode:
        int_format = metadata.get("format")
        node = self.annotation(annotation, None if int_format is None else str(int_format))
        optional = default is not attrs.NOTHING or factory is not None
        return FieldNode(
            name=name,
            wire=str(metadata["wire"]),
            node=node,
            # A tag has a default, to spare the caller, but the wire never lacks it.
            required=not optional or isinstance(node, LiteralNode),
            default=None if default is attrs.NOTHING else default,
            factory=factory,
            omittable=default is Omitted.OMITTED,
            experimental=bool(metadata.get("experimental")),
            secret="secret" in metadata,
        )

    def annotation(self, text: str, int_format: str | None = None) -> Node:
        """The node of an annotation as it stands in the source of a generated class."""
        key = (text, int_format)
        node = self._annotations.get(key)
        if node is None:
            node = self._parse(ast.parse(text, mode="eval").body, int_format)
            self._annotations[key] = node
        return node

    def _parse(self, tree: ast.expr, int_format: str | None) -> Node:
        match tree:
            case ast.Name(id="int"):
                return _INT_NODES[int_format]
            case ast.Name(id=name):
                return _BY_NAME.get(name) or RefNode(name, self.named)
            case ast.Attribute(attr=name):
                return RefNode(name, self.named)
            case ast.Constant(value=None):
                return NULL
            case ast.Constant(value=str(text)):
                return self.annotation(text, int_format)
            case ast.BinOp(op=ast.BitOr()):
                return self._alternatives([self._parse(part, int_format) for part in _parts(tree)])
            case ast.Subscript(value=ast.Name(id=container), slice=inner):
                return self._container(container, inner, int_format)
        raise TypeError(f"no such annotation in the protocol: {ast.unparse(tree)}")

    def _container(self, container: str, inner: ast.expr, int_format: str | None) -> Node:
        match container, inner:
            case "list", _:
                return ListNode(self._parse(inner, int_format))
            case "dict", ast.Tuple(elts=[_, value]):
                return MapNode(self._parse(value, int_format))
            case "Literal", ast.Tuple(elts=values):
                return LiteralNode(tuple(ast.literal_eval(value) for value in values))
            case "Literal", _:
                return LiteralNode((ast.literal_eval(inner),))
        raise TypeError(f"no such annotation in the protocol: {container}[{ast.unparse(inner)}]")

    def _alternatives(self, nodes: list[Node]) -> Node:
        rest = [node for node in nodes if node is not NULL and not _is_omitted(node)]
        if not rest:
            return NULL
        if len(rest) == 1:
            node = rest[0]
        else:
            node = UnionNode(" | ".join(_name(part) for part in rest), others=tuple(rest))
        return OptionalNode(node) if NULL in nodes else node

    def of(self, tp: object) -> Node:
        """The node of a type that exists at run time: a class, a union, a builtin generic.

        Raises:
            TypeError: The type is not one of the protocol's.
        """
        if tp is JsonValue or tp == JsonValue:
            return JSON
        if tp is None or tp is type(None):
            return NULL
        if typing.get_origin(tp) is not None:
            return self._generic(tp)
        if isinstance(tp, type):
            return self._class(tp)
        if isinstance(tp, str):
            return self.annotation(tp)
        if isinstance(tp, typing.ForwardRef):
            return self.annotation(tp.__forward_arg__)
        raise TypeError(f"{tp!r} is not a type of the protocol")

    def _class(self, cls: type[Any]) -> Node:
        if issubclass(cls, WireModel) and cls is not WireModel:
            return self._model(cls)
        if issubclass(cls, Enum) and issubclass(cls, str):
            values = tuple(str(member.value) for member in cls)
            return EnumNode(cls, values, closed=not issubclass(cls, OpenEnum))
        if cls in (str, int, float, bool):
            return _BY_NAME[cls.__name__]
        raise TypeError(f"{cls.__qualname__} is not a type of the protocol")

    def _generic(self, tp: object) -> Node:
        origin, arguments = typing.get_origin(tp), typing.get_args(tp)
        if origin is list:
            return ListNode(self.of(arguments[0]))
        if origin is dict and arguments[0] is str:
            return MapNode(self.of(arguments[1]))
        if origin is typing.Literal:
            return LiteralNode(arguments)
        if origin in (types.UnionType, typing.Union):
            return self._union_type(arguments)
        raise TypeError(f"{tp!r} is not a type of the protocol")

    def _union_type(self, arguments: tuple[object, ...]) -> Node:
        rest = [arg for arg in arguments if arg not in (type(None), Omitted)]
        name = self._find_alias(typing.Union[tuple(rest)])  # noqa: UP007 - made at run time
        if name is not None:
            nodes = [self.named(name)]
        else:
            nodes = [self.of(arg) for arg in rest if arg is not UnknownVariant]
        if len(rest) < len(arguments) and type(None) in arguments:
            nodes.append(NULL)
        return self._alternatives(nodes)


def _parts(tree: ast.expr) -> list[ast.expr]:
    if isinstance(tree, ast.BinOp):
        return [*_parts(tree.left), *_parts(tree.right)]
    return [tree]


def _is_omitted(node: Node) -> bool:
    return isinstance(node, RefNode) and node.name in ("Omitted", "UnknownVariant")


def _name(node: Node) -> str:
    if isinstance(node, (RefNode, ModelNode, UnionNode)):
        return node.name
    if isinstance(node, EnumNode):
        return node.cls.__name__
    return type(node).__name__.removesuffix("Node").lower()


registry: Final = Registry(find_type, find_union, find_alias)
"""Describes the generated types."""
