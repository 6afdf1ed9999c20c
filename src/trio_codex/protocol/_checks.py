"""Checks of what a caller sends: it becomes wire JSON, or is refused before a byte is written."""

from __future__ import annotations

from collections.abc import Mapping
from importlib import import_module
from typing import TYPE_CHECKING, Any, Final

from .._redaction import kind_of
from ..errors import InvalidArgumentError
from ._fast import FAULTS
from ._generated._index import MODULES
from ._mismatch import ExperimentalField, Mismatch, Outgoing
from ._model import WireModel
from ._unstructure import to_send

if TYPE_CHECKING:
    from collections.abc import Callable

    from ._model import JsonValue
    from .methods import MethodSpec

__all__ = ["check_params", "check_result"]

_REMEDY: Final = "set experimental_api=True in AppServerConfig to use it"


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
        raise InvalidArgumentError(f"{spec.method} is experimental; {_REMEDY}")
    if params is None:
        if spec.params_name is None or spec.params_optional:
            return None
        raise InvalidArgumentError(f"{spec.method} needs params: {_wanted(spec.params_name)}")
    if not experimental_api and isinstance(params, Mapping):
        _refuse_experimental_keys(spec, params)
    return _checked(spec.method, spec.params_name, params, experimental=experimental_api)


def check_result(spec: MethodSpec, result: object) -> JsonValue:
    """Make the wire JSON of the answer to a server request, and be strict about it.

    Args:
        spec: the method the server called.
        result: an object of the result type, or a mapping of wire names.

    Raises:
        InvalidArgumentError: The answer does not fit; with the JSON path and what is allowed there.
    """
    return _checked(spec.method, spec.result_name, result, experimental=True)


def _checked(method: str, name: str | None, value: object, *, experimental: bool) -> JsonValue:
    _check_class(method, name, value)
    try:
        json: JsonValue = to_send[type(value)](value)
        if name is not None:
            _check_json(name, json, experimental)
    except ExperimentalField as error:
        raise InvalidArgumentError(f"{method}: {error.path} is experimental; {_REMEDY}") from None
    except Mismatch as error:
        raise InvalidArgumentError(f"{method}: {error.path}: {error.reason}") from None
    except RecursionError:
        raise InvalidArgumentError(f"{method}: $: nested too deeply to be sent") from None
    return json


def _check_json(name: str, json: JsonValue, experimental: bool) -> None:
    """Check JSON by the generated function of its type; if that refuses, plain cattrs says why."""
    check = _checkers[name]
    if check is not None:
        try:
            check(json, experimental)
        except FAULTS:
            pass
        else:
            return
    from ._plain import plain_converter
    from ._types import find_type

    plain_converter(Outgoing(experimental)).structure(json, find_type(name))


class _Checkers(dict[str, "Callable[[Any, bool], None] | None"]):
    """The generated checkers by type; `None` for a type that no client sends."""

    def __missing__(self, name: str) -> Callable[[Any, bool], None] | None:
        module = import_module(f"{__package__}._generated.check.{MODULES[name]}")
        check = self[name] = getattr(module, f"check_{name}", None)
        return check


_checkers: Final = _Checkers()


def _check_class(method: str, name: str | None, value: object) -> None:
    """Refuse a model of another method, and what is neither a model nor a mapping."""
    if type(value) is dict:
        return
    if isinstance(value, WireModel):
        if name is not None and type(value) in _accepted(name):
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


def _accepted(name: str) -> frozenset[type[WireModel]]:
    from ._types import find_type, members_of

    return members_of(find_type(name))


def _wanted(name: str) -> str:
    classes = sorted(cls.__name__ for cls in _accepted(name))
    shown = classes[0] if len(classes) == 1 else f"one of {', '.join(classes)}"
    return f"{shown} or a mapping of wire names"


def _refuse_experimental_keys(spec: MethodSpec, params: Mapping[str, object]) -> None:
    for key in spec.experimental_fields:
        if key in params:
            raise InvalidArgumentError(f"{spec.method}: $.{key} is experimental; {_REMEDY}")
