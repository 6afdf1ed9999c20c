"""Turns parsed JSON into typed protocol values and back, strictly, by compiled functions."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any, Final, TypeVar, overload

from .._hints import resolvable
from .._redaction import hides_path
from ..errors import ShapeError
from ._checks import check_params, check_result
from ._mismatch import Mismatch
from ._model import OpenEnum, WireModel
from ._registry import registry
from ._structure import StructureCompiler
from ._unstructure import UnstructureTable, to_json, to_send
from .unknown import UnknownVariant

if TYPE_CHECKING:
    from collections.abc import Callable

    from cattrs import Converter

    from ._model import JsonValue
    from ._nodes import Node

    converter: Converter
    """The cattrs converter all is registered on; cattrs is imported when it is first used."""

__all__ = [
    "check_params",
    "check_result",
    "converter",
    "outgoing",
    "prepare",
    "structure",
    "structurer",
    "unstructure",
]

_T = TypeVar("_T")

_compiler: Final = StructureCompiler()
_structure: Final[dict[object, Callable[[Any], Any]]] = {}
_nodes: Final[dict[object, Node]] = {}
# What a compiled function may raise for a value that does not fit; the check finds the place.
_FAULTS: Final = (ArithmeticError, AttributeError, LookupError, Mismatch, TypeError, ValueError)


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
    function = _structure.get(cls)
    if function is None:
        prepare(cls)
        function = _structure[cls]
    try:
        return function(value)
    except Exception as error:  # noqa: BLE001 - whatever it was, the check finds the place
        raise _explain(value, cls, error) from None


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


def prepare(cls: object) -> None:
    """Have the converter make, and keep, the structure function of a type before it is needed.

    The first call imports cattrs: a good thing to do while the runtime starts.
    """
    hook = _converter().get_structure_hook(cls)
    if cls not in _structure:
        _structure[cls] = lambda value: hook(value, cls)


def structurer(cls: object) -> Callable[[JsonValue], object]:
    """Give the compiled function behind `structure`, for whoever structures one type very often.

    What it raises for a value that does not fit says nothing; `structure` then names the place.
    """
    if cls not in _structure:
        prepare(cls)
    return _structure[cls]


def _explain(value: JsonValue, cls: object, error: Exception) -> Exception:
    if isinstance(error, ShapeError):
        return error
    if isinstance(error, RecursionError):
        return ShapeError("$", "nested too deeply to be decoded")
    if cls not in _nodes:
        return _explain_foreign(error)
    if not isinstance(error, _FAULTS):
        return error  # It is not about the value: a signal handler raised it in between, say.
    try:
        _nodes[cls].check(value, None)
    except Mismatch as mismatch:
        return ShapeError(mismatch.path, mismatch.reason)
    return ShapeError("$", f"could not be decoded ({type(error).__name__})")


def _explain_foreign(error: Exception) -> ShapeError:
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


def _structure_hook(cls: object) -> Callable[[Any, Any], Any]:
    """The cattrs hook of a protocol type: our compiled function, and an explanation if it fails."""
    node = _nodes[cls] = registry.of(cls)
    compiled = _structure[cls] = _compiler.function(node)

    def hook(value: Any, _: Any) -> Any:
        try:
            return compiled(value)
        except Exception as error:  # noqa: BLE001 - as above
            raise _explain(value, cls, error) from None

    return hook


def _primitive_hook(primitive: type) -> Callable[[Any, Any], Any]:
    """The cattrs hook of a primitive, which is also that of every class derived from it."""
    strict = _structure_hook(primitive)

    def hook(value: Any, cls: Any) -> Any:
        if cls is primitive:
            return strict(value, cls)
        if cls in _nodes or _is_ours(cls):
            return _structure_hook(cls)(value, cls)
        return cls(strict(value, primitive))

    return hook


def _is_ours(cls: object) -> bool:
    """Whether a type is a generated class, or is built of such and of primitives alone."""
    try:
        registry.of(cls)
    except TypeError:
        return False
    return True


@cache
def _converter() -> Converter:
    # Imported here, because cattrs costs a tenth of the time a program has until Codex answers.
    from cattrs import Converter

    made = Converter()
    made.register_structure_hook_factory(_is_ours, _structure_hook)
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


resolvable(check_params, check_result, outgoing, prepare, structure, structurer, unstructure)
