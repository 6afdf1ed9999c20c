"""The converter: parsed JSON to typed protocol values and back, strictly.

One cattrs converter converts all types. For what a client receives and sends it uses generated
functions (`_generated/read`, `_generated/check`), which are fast and only refuse. A value that they
refuse is converted again by plain cattrs hooks, which name the place and the reason. Both accept
the same values: `tests/protocol/test_fast_and_plain.py` compares them, type by type.
"""

from __future__ import annotations

import sys
import typing
from enum import Enum
from functools import cache
from importlib import import_module
from typing import TYPE_CHECKING, Any, Final, TypeVar, overload

from .._hints import resolvable
from .._redaction import hides_path
from ..errors import ShapeError
from ._checks import check_params, check_result
from ._fast import FAULTS
from ._generated._index import MODULES
from ._mismatch import Mismatch
from ._model import OpenEnum, WireModel
from ._unstructure import UnstructureTable, to_json, to_send
from .methods import METHODS
from .unknown import UnknownVariant

if TYPE_CHECKING:
    from collections.abc import Callable

    from cattrs import Converter

    from ._fast import Reader
    from ._model import JsonValue

    converter: Converter
    """The cattrs converter all is registered on; cattrs is imported when it is first used."""

__all__ = [
    "METHODS",
    "check_params",
    "check_result",
    "converter",
    "outgoing",
    "structure",
    "structurer",
    "unstructure",
]

_T = TypeVar("_T")

_GENERATED: Final = f"{__package__}._generated"
_readers: Final[dict[object, Reader]] = {}


@overload
def structure(value: JsonValue, cls: type[_T]) -> _T: ...
@overload
def structure(value: JsonValue, cls: object) -> object: ...
def structure(value: JsonValue, cls: object) -> object:
    """Make a typed value of parsed JSON.

    Unknown keys are ignored; unknown enum values and union variants are kept. Lists of primitives
    and untyped JSON are shared with `value`, not copied.

    Args:
        value: JSON as `orjson.loads` returns it.
        cls: a generated class, a union of such, or a builtin container of them; also any other
            type that cattrs can handle.

    Raises:
        ShapeError: The value does not have the shape of the type; names the JSON path.
    """
    read = _readers.get(cls) or structurer(cls)
    try:
        return read(value)
    except Exception as error:  # noqa: BLE001 - whatever it was, plain cattrs finds the place
        raise _explained(value, cls, error) from None


def unstructure(value: object) -> JsonValue:
    """Make the JSON of a typed value.

    What was omitted stays omitted, and an unknown variant goes out as it came in.
    """
    return _unstructured(value, to_json)


def outgoing(value: object) -> JsonValue:
    """Make what `check_params` takes of a typed value.

    That is its JSON, except that an enum member the schema does not list stays a member: it may be
    sent on purpose, where a plain string that is not listed is a misspelling.
    """
    return _unstructured(value, to_send)


def _unstructured(value: object, table: UnstructureTable) -> JsonValue:
    cls = type(value)
    if cls in table or isinstance(value, (WireModel, OpenEnum, UnknownVariant)):
        result: JsonValue = table[cls](value)
    else:
        result = _converter().unstructure(value)
    return result


def structurer(cls: object) -> Reader:
    """Returns the function behind `structure`, for a caller that structures one type very often.

    What it raises for a value that does not fit says nothing; `structure` then names the place.
    """
    read = _readers.get(cls)
    if read is None:
        read = _readers[cls] = _generated_reader(cls) or _cattrs_reader(cls)
    return read


def _generated_reader(cls: Any) -> Reader | None:
    """The generated reader of a type; `None` for a type that no client receives."""
    if isinstance(cls, type):
        name: str | None = cls.__name__
        # The module of a generated class has been imported: `cls` is defined there.
        module = sys.modules.get(f"{_GENERATED}.{MODULES.get(cls.__name__)}")
        if module is None or vars(module).get(cls.__name__) is not cls:
            return None
    else:
        from ._types import find_alias, without_null

        inner, nullable = without_null(cls)
        if nullable:
            read = _generated_reader(inner)
            return None if read is None else lambda value: None if value is None else read(value)
        name = find_alias(inner) if typing.get_origin(inner) is not None else None
    if name is None:
        return None
    readers = import_module(f"{_GENERATED}.read.{MODULES[name]}")
    return getattr(readers, f"read_{name}", None)


def _cattrs_reader(cls: Any) -> Reader:
    from ._types import is_wire_type

    if is_wire_type(cls):
        from ._plain import plain_converter

        return lambda value: plain_converter(None).structure(value, cls)
    return lambda value: _converter().structure(value, cls)


def _explained(value: JsonValue, cls: Any, error: Exception) -> Exception:
    """The error of a value that a function refused."""
    if isinstance(error, ShapeError):
        return error
    if isinstance(error, Mismatch):
        return ShapeError(error.path, error.reason)
    if isinstance(error, RecursionError):
        return ShapeError("$", "nested too deeply to be decoded")
    from ._types import is_wire_type

    if not is_wire_type(cls):
        return _explained_foreign(error)
    if not isinstance(error, FAULTS):
        return error  # It is not about the value: a signal handler raised it in between, say.
    from ._plain import plain_converter

    try:
        plain_converter(None).structure(value, cls)
    except (Mismatch, RecursionError) as fault:
        return _explained(value, cls, fault)
    return ShapeError("$", f"could not be decoded ({type(error).__name__})")


def _explained_foreign(error: Exception) -> ShapeError:
    """Find the first fault in what cattrs raised about a class that is not the protocol's."""
    from cattrs import transform_error
    from cattrs.v import format_exception

    def tell(fault: BaseException, cls: type | None) -> str:
        if isinstance(fault, ShapeError):
            return f"{fault.reason} @ {fault.path[1:]}"
        return f"{format_exception(fault, cls)} @ "

    first = str(transform_error(error, "$", tell)[0])
    reason, inner, outer = first.rsplit(" @ ", 2)
    path = outer + inner
    if hides_path(path):
        reason = "does not fit its type (not shown: it is a secret)"
    return ShapeError(path, reason)


def _hook(cls: object) -> Callable[[Any, Any], Any]:
    """The cattrs hook of a protocol type."""
    return lambda value, _: structure(value, cls)


def _primitive_hook(primitive: type) -> Callable[[Any, Any], Any]:
    """The cattrs hook of a primitive, which is also that of every class derived from it."""

    def hook(value: Any, cls: Any) -> Any:
        if cls is primitive or (issubclass(cls, Enum) and issubclass(cls, str)):
            return structure(value, cls)
        return cls(structure(value, primitive))

    return hook


@cache
def _converter() -> Converter:
    # Imported here, because cattrs costs a tenth of the time a program has until Codex answers.
    from cattrs import Converter

    from ._types import is_wire_type

    made = Converter()
    made.register_structure_hook_factory(is_wire_type, _hook)
    for primitive in (str, int, float, bool):
        # cattrs has its own, lenient, for these; hooks of a class go before those of a predicate.
        made.register_structure_hook(primitive, _primitive_hook(primitive))
    made.register_unstructure_hook_factory(
        lambda cls: issubclass(cls, (WireModel, OpenEnum, UnknownVariant)),
        lambda cls: to_json[cls],
    )
    return made


def __getattr__(name: str) -> Converter:
    if name == "converter":
        return _converter()
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")


resolvable(check_params, check_result, outgoing, structure, structurer, unstructure)
