"""Turns what a caller wants to send into wire JSON, or refuses it before a byte is written."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from ..errors import InvalidParamsError, InvalidRequestError
from ._mismatch import ExperimentalField, Mismatch, Outgoing
from ._model import WireModel
from ._nodes import ModelNode, Node, OptionalNode, RefNode
from ._registry import registry
from ._union_node import UnionNode
from ._unstructure import to_json

if TYPE_CHECKING:
    from ._model import JsonValue
    from .methods import MethodSpec

__all__ = ["check_params", "check_result"]

_ANYTHING = Outgoing(experimental=True)
_STABLE_ONLY = Outgoing(experimental=False)
_WAY_OUT = "set experimental_api=True in AppServerConfig to use it"


def check_params(spec: MethodSpec, params: object, *, experimental_api: bool = True) -> JsonValue:
    """Make the wire JSON of a method's params, and be strict about it.

    Args:
        spec: the method.
        params: an object of the params type, a mapping of wire names (it may hold typed values,
            and keys this SDK does not know), or `None` where the method allows it.
        experimental_api: whether the connection may use experimental methods and fields.

    Raises:
        InvalidParamsError: The params do not fit; names the JSON path and what is allowed there.
        InvalidRequestError: The method, or a field, is experimental and may not be used.
    """
    if spec.experimental and not experimental_api:
        raise InvalidRequestError(f"{spec.method} is experimental; {_WAY_OUT}")
    if params is None:
        if spec.params_name is None or spec.params_optional:
            return None
        raise InvalidParamsError(f"{spec.method} needs params: {_wanted(spec.params_name)}")
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
        InvalidParamsError: The answer does not fit; names the JSON path and what is allowed there.
    """
    return _checked(spec.method, spec.result_name, result, _ANYTHING)


def _checked(method: str, name: str | None, value: object, out: Outgoing) -> JsonValue:
    node = None if name is None else registry.named(name)
    _check_class(method, name, node, value)
    try:
        json: JsonValue = to_json[type(value)](value)
        if node is not None:
            node.check(json, out)
    except ExperimentalField as error:
        raise InvalidRequestError(f"{method}: {error.path} is experimental; {_WAY_OUT}") from None
    except Mismatch as error:
        raise InvalidParamsError(f"{method}: {error.path}: {error.reason}") from None
    except RecursionError:
        raise InvalidParamsError(f"{method}: $: nested too deeply to be sent") from None
    return json


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
        found = f"{value!r:.60} ({type(value).__name__})"
    takes = "no params" if name is None else _wanted(name)
    raise InvalidParamsError(f"{method} takes {takes}, not {found}")


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
            raise InvalidRequestError(f"{spec.method}: $.{key} is experimental; {_WAY_OUT}")
