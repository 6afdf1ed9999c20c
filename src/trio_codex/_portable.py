"""Copies and pickles of errors, with their attributes, notes and cause."""

from __future__ import annotations

import copy
from typing import TYPE_CHECKING, Any, TypeVar

if TYPE_CHECKING:
    from typing import Self

__all__ = ["PortableError", "copy_error", "describe", "fresh", "text_of"]

_ErrorT = TypeVar("_ErrorT", bound=BaseException)


class PortableError(Exception):
    """Base class of our errors: copied and pickled ones keep their attributes and their cause.

    `BaseException.__reduce__` calls the constructor with `args`, which lack the keyword-only
    arguments, and leaves out the cause.
    """

    def __copy__(self) -> Self:
        return copy_error(self)

    def __reduce__(self) -> tuple[object, ...]:
        state = _state(self)
        if self.__cause__ is not None:
            state["__cause__"] = _PortableCause(self.__cause__)
        return _remake, (type(self), _constructor_args(self), state)


def copy_error(error: _ErrorT) -> _ErrorT:
    """Copies an error without calling its constructor."""
    return _remake(type(error), _constructor_args(error), _state(error))


def fresh(error: _ErrorT) -> _ErrorT:
    """Copies an error that is raised in several tasks, so that each one has its own traceback."""
    try:
        made = copy.copy(error)
    except Exception:  # noqa: BLE001 - its constructor may take other arguments than `args`
        made = error
    if type(made) is not type(error) or made is error:
        return copy_error(error)
    made.__setstate__(_state(error))
    return made


def _remake(cls: type[_ErrorT], args: tuple[object, ...], state: dict[str, object]) -> _ErrorT:
    error = cls.__new__(cls, *args)
    if not isinstance(error, OSError):
        error.args = args
    elif not error.args:  # the class has a constructor, which takes other arguments
        OSError.__init__(error, *args)
    error.__setstate__(state)
    return error


def _constructor_args(error: BaseException) -> tuple[object, ...]:
    # `args` of an `OSError` lack its file names; the arguments of its constructor have them.
    if isinstance(error, OSError):
        made: tuple[object, ...] = OSError.__reduce__(error)[1]  # type: ignore[assignment]
        return made
    return error.args


def _state(error: BaseException) -> dict[str, object]:
    state: dict[str, object] = dict(error.__dict__)
    if "__notes__" in state:
        state["__notes__"] = list(error.__notes__)
    # In this order: setting the cause also sets `__suppress_context__`.
    state["__cause__"] = error.__cause__
    state["__suppress_context__"] = error.__suppress_context__
    return state


class _PortableCause:
    """The cause of a pickled error; replaced with its type and text if it cannot be pickled."""

    def __init__(self, error: BaseException) -> None:
        self._error = error

    def __reduce__(self) -> tuple[Any, ...]:
        import pickle

        try:
            pickled = pickle.dumps(self._error)
            # Many errors can be pickled but not unpickled: their constructors take other arguments.
            pickle.loads(pickled)
        except Exception:  # noqa: BLE001 - code of a foreign class
            return Exception, (f"{type(self._error).__qualname__}: {text_of(self._error)}",)
        return pickle.loads, (pickled,)


def text_of(error: BaseException) -> str:
    """Returns the text of an exception, even if its `__str__` fails."""
    try:
        return str(error)
    except Exception as failure:  # noqa: BLE001 - it runs code of the caller
        return f"<its text cannot be made: {type(failure).__name__}>"


def describe(error: BaseException) -> str:
    """Returns the type and the text of an exception."""
    text = text_of(error)
    return f"{type(error).__name__}: {text}" if text else type(error).__name__
