"""Turns what a caller wants to send into wire JSON, or refuses it before a byte is written."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Final, TypeAlias

from .._redaction import kind_of
from ..errors import InvalidArgumentError
from ._mismatch import ExperimentalField, Mismatch, Outgoing
from ._model import WireModel
from ._nodes import (
    STR,
    EnumNode,
    ListNode,
    LiteralNode,
    ModelNode,
    Node,
    OptionalNode,
    Plain,
    RefNode,
)
from ._registry import registry
from ._union_node import UnionNode
from ._unstructure import to_send

if TYPE_CHECKING:
    from collections.abc import Callable

    from ._model import JsonValue
    from .methods import MethodSpec

__all__ = ["check_params", "check_result"]

_Copy: TypeAlias = "Callable[[Any], Any]"

_ANYTHING = Outgoing(experimental=True)
_STABLE_ONLY = Outgoing(experimental=False)
# What a copier raises for a value it has no opinion on.
_UNSURE = (KeyError, TypeError, RecursionError)
_WAY_OUT = "set experimental_api=True in AppServerConfig to use it"


def check_params(spec: MethodSpec, params: object, *, experimental_api: bool = True) -> JsonValue:
    """Make the wire JSON of a method's params, and be strict about it.

    Args:
        spec: the method.
        params: an object of the params type, a mapping of wire names (it may hold typed values),
            or `None` where the method allows it.
        experimental_api: whether the connection may use experimental methods and fields.

    Raises:
        InvalidArgumentError: The params do not fit, with the JSON path and what is allowed there;
            or the method, or a field, is experimental and may not be used.
    """
    if spec.experimental and not experimental_api:
        raise InvalidArgumentError(f"{spec.method} is experimental; {_WAY_OUT}")
    if params is None:
        if spec.params_name is None or spec.params_optional:
            return None
        raise InvalidArgumentError(f"{spec.method} needs params: {_wanted(spec.params_name)}")
    if not experimental_api and isinstance(params, Mapping):
        _refuse_experimental_keys(spec, params)
    out = _ANYTHING if experimental_api else _STABLE_ONLY
    return _checked(spec.method, spec.params_name, params, out)


def check_result(spec: MethodSpec, result: object) -> JsonValue:
    """Make the wire JSON of the answer to a server request, and be strict about it.

    Args:
        spec: the method the server called.
        result: an object of the result type, or a mapping of wire names.

    Raises:
        InvalidArgumentError: The answer does not fit; with the JSON path and what is allowed there.
    """
    return _checked(spec.method, spec.result_name, result, _ANYTHING)


def _checked(method: str, name: str | None, value: object, out: Outgoing) -> JsonValue:
    if type(value) is dict and name is not None and out.experimental:
        try:
            copied: JsonValue = _copiers[name](value)
        except _UNSURE:
            pass  # It may fit all the same, and if not, what follows says where.
        else:
            return copied
    node = None if name is None else registry.named(name)
    _check_class(method, name, node, value)
    try:
        json: JsonValue = to_send[type(value)](value)
        if node is not None:
            node.check(json, out)
    except ExperimentalField as error:
        raise InvalidArgumentError(f"{method}: {error.path} is experimental; {_WAY_OUT}") from None
    except Mismatch as error:
        raise InvalidArgumentError(f"{method}: {error.path}: {error.reason}") from None
    except RecursionError:
        raise InvalidArgumentError(f"{method}: $: nested too deeply to be sent") from None
    return json


class _Copiers(dict[str, "_Copy"]):
    """Functions that check and copy in one pass the plain JSON that surely fits a type, by name.

    Most of what is sent is a small wire mapping. The keys a function meets decide what it learns
    about the type, so that the first request waits for nothing that it does not use.
    """

    def __missing__(self, name: str) -> _Copy:
        copy = self[name] = _copier(registry.named(name))
        return copy


class _Fields(dict[str, "_Copy"]):
    """The copiers of a class's fields, by wire name; a key that no field has is a `KeyError`."""

    def __init__(self, node: ModelNode) -> None:
        super().__init__()
        self._nodes = {field.wire: field.node for field in node.fields}

    def __missing__(self, key: str) -> _Copy:
        copy = self[key] = _copier(self._nodes[key])
        return copy


_copiers: Final = _Copiers()


def _copier(node: Node) -> _Copy:
    if isinstance(node, RefNode):
        return _copier(node.target) if isinstance(node.target, Plain) else _copiers[node.name]
    if isinstance(node, OptionalNode):
        inner = _copier(node.inner)
        return lambda value: None if value is None else inner(value)
    if node is STR:
        return _copy_string
    if isinstance(node, Plain) and node.types:
        return _plain_copier(node.types)
    if isinstance(node, ModelNode):
        return _model_copier(node)
    if isinstance(node, ListNode):
        return _list_copier(_copier(node.item))
    if isinstance(node, UnionNode) and node.tag is not None and node.by_tag_only:
        return _union_copier(node.tag, node.variants)
    if isinstance(node, (EnumNode, LiteralNode)):
        return _enum_copier(node.values)
    return _unsure


def _copy_string(value: Any) -> Any:
    if type(value) is str:
        return value
    raise TypeError


def _unsure(value: Any) -> Any:  # noqa: ARG001 - the same for all
    raise TypeError


def _plain_copier(types: tuple[type, ...]) -> _Copy:
    def copy(value: Any) -> Any:
        if type(value) in types:
            return value
        raise TypeError

    return copy


def _enum_copier(values: tuple[object, ...]) -> _Copy:
    known = {value: value for value in values if type(value) is str}
    return lambda value: known[_copy_string(value)]


def _list_copier(item: _Copy) -> _Copy:
    def copy(value: Any) -> Any:
        if type(value) is list:
            return [item(each) for each in value]
        raise TypeError

    return copy


def _model_copier(node: ModelNode) -> _Copy:
    fields = _Fields(node)
    required = frozenset(field.wire for field in node.fields if field.required)

    def copy(value: Any) -> Any:
        if type(value) is dict and required <= value.keys():
            return {key: fields[key](item) for key, item in value.items()}
        raise TypeError

    return copy


def _union_copier(tag: str, variants: Mapping[str, RefNode]) -> _Copy:
    def copy(value: Any) -> Any:
        if type(value) is dict:
            return _copiers[variants[value[tag]].name](value)
        raise TypeError

    return copy


def _check_class(method: str, name: str | None, node: Node | None, value: object) -> None:
    """Refuse a model of another method, and what is neither a model nor a mapping."""
    if type(value) is dict:
        return
    if isinstance(value, WireModel):
        if node is not None and type(value) in _accepted(node):
            return
        found = f"a {type(value).__name__}"
    elif isinstance(value, Mapping):
        return
    else:
        number = isinstance(value, (int, float))
        # A text, or a list of texts, may be a secret that was given without its field.
        found = f"{value!r} ({type(value).__name__})" if number else kind_of(value)
    takes = "no params" if name is None else _wanted(name)
    raise InvalidArgumentError(f"{method} takes {takes}, not {found}")


def _accepted(node: Node) -> frozenset[type]:
    """The generated classes a value of this type may have."""
    if isinstance(node, RefNode):
        return _accepted(node.target)
    if isinstance(node, OptionalNode):
        return _accepted(node.inner)
    if isinstance(node, ModelNode):
        return frozenset({node.cls})
    if isinstance(node, UnionNode):
        members = [*node.variants.values(), *node.keys.values(), *node.others]
        return frozenset().union(*map(_accepted, members))
    return frozenset()


def _wanted(name: str) -> str:
    classes = sorted(cls.__name__ for cls in _accepted(registry.named(name)))
    shown = classes[0] if len(classes) == 1 else f"one of {', '.join(classes)}"
    return f"{shown} or a mapping of wire names"


def _refuse_experimental_keys(spec: MethodSpec, params: Mapping[str, object]) -> None:
    for key in spec.experimental_fields:
        if key in params:
            raise InvalidArgumentError(f"{spec.method}: $.{key} is experimental; {_WAY_OUT}")
