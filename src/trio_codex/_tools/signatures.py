"""Signatures of tools: which functions can be tools, and the shape of their arguments."""

from __future__ import annotations

import functools
import inspect
import sys
from typing import TYPE_CHECKING, Final

from ..errors import InvalidArgumentError

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from .._schema.derive import TypeSchema
    from .._schema.shapes import Shape

__all__ = [
    "check_signature",
    "is_async",
    "is_method",
    "names_around",
    "parameters_of",
    "plain_function",
]

_EMPTY: Final = inspect.Parameter.empty
_SHOWN: Final = frozenset({str, int, float, bool})
_REFUSED: Final = {
    inspect.Parameter.POSITIONAL_ONLY: "is positional-only, and a model gives names; remove the /",
    inspect.Parameter.VAR_POSITIONAL: "takes any number; use one parameter of type list[T]",
    inspect.Parameter.VAR_KEYWORD: "takes any keyword; use one parameter of type dict[str, T]",
}


def plain_function(function: object) -> Callable[..., object]:
    """Unwraps a static method, and refuses what cannot be a tool.

    Raises:
        InvalidArgumentError: it is not a function, or it is a generator function.
    """
    if isinstance(function, staticmethod):
        function = function.__func__
    if isinstance(function, classmethod):
        raise InvalidArgumentError(
            "a class method is bound first: make the tool with tool(Class.method)"
        )
    if not callable(function):
        raise InvalidArgumentError(
            f"a tool is made of a function, not of {type(function).__name__}"
        )
    if inspect.isgeneratorfunction(function) or inspect.isasyncgenfunction(function):
        raise InvalidArgumentError(
            "a tool returns its result once; a function that yields cannot be one"
        )
    return function


def is_async(function: Callable[..., object]) -> bool:
    """Whether calling a function returns a coroutine."""
    if isinstance(function, functools.partial):
        return is_async(function.func)
    return inspect.iscoroutinefunction(function) or inspect.iscoroutinefunction(
        getattr(function, "__call__", None)  # noqa: B004 - an object with an async __call__
    )


def is_method(function: Callable[..., object]) -> bool:
    """Whether a function is an unbound method: defined in a class body, with `self` or `cls`."""
    owner = getattr(function, "__qualname__", "").rpartition(".")[0]
    if inspect.ismethod(function) or not owner or owner.endswith("<locals>"):
        return False
    first = next(iter(inspect.signature(function).parameters.values()), None)
    return first is not None and first.name in ("self", "cls") and first.annotation is _EMPTY


def check_signature(name: str, function: Callable[..., object]) -> None:
    """Refuses parameters that a model cannot pass.

    Raises:
        InvalidArgumentError: one has no annotation, or cannot be passed by name.
    """
    for parameter in _parameters(function):
        if parameter.kind in _REFUSED:
            raise InvalidArgumentError(f"tool {name!r}: {parameter} {_REFUSED[parameter.kind]}")
        if parameter.annotation is _EMPTY:
            raise InvalidArgumentError(
                f"tool {name!r}: the parameter {parameter.name} has no annotation, from "
                f"which its schema is derived; write {parameter.name}: str, or another type"
            )


def names_around(function: Callable[..., object], module: str) -> dict[str, object]:
    """Returns the local names that the annotations of a nested function may use.

    Args:
        function: the function that becomes a tool.
        module: the module whose frames are skipped to find the frame of the definition.
    """
    if "<locals>" not in getattr(function, "__qualname__", ""):
        return {}
    frame = sys._getframe(1)
    while frame.f_back is not None and frame.f_globals.get("__name__") in (module, __name__):
        frame = frame.f_back
    return dict(frame.f_locals)


def parameters_of(
    name: str,
    function: Callable[..., object],
    names: Mapping[str, object],
    texts: Mapping[str, str],
) -> TypeSchema[dict[str, object]]:
    """Derives the shape of a function's arguments.

    Every key is required, because strict mode requires it. A parameter with a default may be null,
    which stands for the default; a missing key does the same.

    Args:
        name: the tool's name, for errors.
        function: the function.
        names: local names its annotations may use.
        texts: descriptions of the parameters whose annotations have none, by name.

    Raises:
        InvalidArgumentError: JSON Schema cannot express a parameter's type.
        UnresolvedNameError: an annotation names something that does not exist, or not yet.
    """
    from .._schema.derive import Deriver
    from .._schema.records import accepts_null, nullable
    from .._schema.shapes import Described, Field, Record, join

    deriver = Deriver(maps=True, names=names)
    hints = deriver.hints(_annotated(function), "$")
    fields: list[Field] = []
    for parameter in _parameters(function):
        try:
            shape = deriver.shape(hints[parameter.name], join("$", parameter.name))
        except InvalidArgumentError as error:
            raise InvalidArgumentError(f"tool {name!r}: {error}") from error.__cause__
        optional = parameter.default is not _EMPTY
        absent = optional and not accepts_null(shape)
        text = texts.get(parameter.name)
        if text and not isinstance(shape, Described):
            shape = Described(shape, text)
        if absent:
            shape = _with_default(nullable(shape), parameter.default)
        fields.append(Field(parameter.name, shape, not optional, absent))
    return deriver.finish(Record(name, tuple(fields), dict))


def _with_default(shape: Shape, default: object) -> Shape:
    """Adds to the description what null stands for."""
    from .._schema.shapes import Described

    value = f"the default, {default!r}" if type(default) in _SHOWN else "the default"
    if isinstance(shape, Described):
        return Described(shape.inner, f"{shape.text} (null means {value})")
    return Described(shape, f"null means {value}")


def _parameters(function: Callable[..., object]) -> list[inspect.Parameter]:
    try:
        return list(inspect.signature(function).parameters.values())
    except ValueError as error:
        raise InvalidArgumentError(f"{function!r} has no signature to make a tool of") from error


def _annotated(function: Callable[..., object]) -> object:
    """Returns the object that has the annotations of a callable."""
    while isinstance(function, functools.partial):
        function = function.func
    if inspect.isroutine(function):
        return inspect.unwrap(function)
    return function if isinstance(function, type) else type(function).__call__
