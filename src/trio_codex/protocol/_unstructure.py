"""Turns typed values into the JSON that goes on the wire, by functions compiled per class."""

from __future__ import annotations

from collections.abc import Mapping
from enum import Enum
from typing import TYPE_CHECKING, Any, Final

from ._model import OMITTED, Omitted, OpenEnum, WireModel
from ._nodes import JSON, ListNode, MapNode, ModelNode, Node, OptionalNode, RefNode
from ._registry import registry
from .unknown import UnknownVariant

if TYPE_CHECKING:
    from collections.abc import Callable

    from ._nodes import FieldNode

__all__ = ["UnstructureTable", "to_json", "to_send"]


class UnstructureTable(dict[type, "Callable[[Any], Any]"]):
    """The unstructure function of each class, made when the first value of it is met.

    What a function does depends on the values alone, not on the annotations: a value of the
    wrong type goes through as it is, so that a check of the result can say where it stands.

    Args:
        describe: gives the node of a generated class.
        keep_members: whether an enum member that the schema does not list stays a member, so that
            the check of what is sent can tell it from a misspelt string.
    """

    def __init__(self, describe: Callable[[type], Node], *, keep_members: bool = False) -> None:
        super().__init__()
        self._describe = describe
        self._keep_members = keep_members
        self.update(dict.fromkeys((str, int, float, bool, type(None), Omitted), _as_it_is))
        self[list] = lambda value: [self[type(item)](item) for item in value]
        self[dict] = lambda value: {key: self[type(item)](item) for key, item in value.items()}
        self[UnknownVariant] = lambda value: value.raw

    def __missing__(self, cls: type) -> Callable[[Any], Any]:
        if issubclass(cls, WireModel):
            hook = self._compile(cls)
        elif self._keep_members and issubclass(cls, OpenEnum):
            hook = lambda value: value.value if value.is_known else value  # noqa: E731
        elif issubclass(cls, Enum):
            hook = lambda value: value.value  # noqa: E731
        elif issubclass(cls, str):
            hook = str.__str__
        elif issubclass(cls, tuple):
            hook = self[list]
        elif issubclass(cls, Mapping):
            hook = self[dict]
        else:
            hook = _as_it_is
        self[cls] = hook
        return hook

    def _compile(self, cls: type) -> Callable[[Any], Any]:
        node = self._describe(cls)
        if not isinstance(node, ModelNode):
            raise TypeError(f"{cls.__qualname__} is not a type of the protocol")
        names: dict[str, Any] = {"U": self, "OMITTED": OMITTED}
        always = [field for field in node.fields if not _may_be_left_out(field)]
        literal = ", ".join(f"{field.wire!r}: {_value(field)}" for field in always)
        lines = ["def unstructure(o):", f"    d = {{{literal}}}"]
        for field in node.fields:
            if _may_be_left_out(field):
                nothing = "OMITTED" if field.omittable else "None"
                lines.append(f"    x = o.{field.name}")
                lines.append(f"    if x is not {nothing}: d[{field.wire!r}] = {_value(field, 'x')}")
        source = "\n".join([*lines, "    return d"])
        exec(compile(source, f"<unstructure {node.name}>", "exec"), names)
        hook: Callable[[Any], Any] = names["unstructure"]
        return hook


def _as_it_is(value: Any) -> Any:
    return value


def _may_be_left_out(field: FieldNode) -> bool:
    if field.omittable:
        return True
    return not field.required and field.default is None and field.factory is None


def _value(field: FieldNode, variable: str = "") -> str:
    first = variable or f"(x := o.{field.name})"
    if _is_untyped(field.node):
        return first if variable else f"o.{field.name}"
    # Nearly all values are strings, and they need no call.
    return f"x if type({first}) is str else U[type(x)](x)"


def _is_untyped(node: Node) -> bool:
    while isinstance(node, (RefNode, OptionalNode, ListNode, MapNode)):
        if isinstance(node, RefNode):
            node = node.target
        else:
            node = node.inner if isinstance(node, OptionalNode) else node.item
    return node is JSON


to_json: Final = UnstructureTable(registry.of)
to_send: Final = UnstructureTable(registry.of, keep_members=True)
