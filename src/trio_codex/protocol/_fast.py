"""Support of the generated readers and checkers: what their code is written with.

A reader makes a typed value of parsed JSON, a checker says whether JSON may be sent. They spend
nothing on saying what is wrong: any exception means that the value does not fit, and the converter
then has plain cattrs name the place. `tests/protocol/test_fast_and_plain.py` holds both to the same
values, type by type.
"""

from __future__ import annotations

from enum import Enum
from importlib import import_module
from typing import TYPE_CHECKING, Any, Final, TypeAlias

from ..errors import ShapeError
from ._mismatch import Mismatch
from ._model import OMITTED, OpenEnum, WireModel, unlisted_member
from .unknown import UnknownVariant

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

__all__ = [
    "FAULTS",
    "MISFITS",
    "OMITTED",
    "Members",
    "Reader",
    "Unfit",
    "Variants",
    "as_float",
    "blank",
    "closest",
    "later",
    "member",
    "one_of",
    "unknown",
]

Reader: TypeAlias = "Callable[[Any], Any]"


class Unfit(Exception):
    """A value does not fit its type."""


# What a reader or a checker may raise for a value that does not fit. Any other exception is not
# about the value: a signal handler raised it in between, say, and it must come out.
FAULTS: Final = (ArithmeticError, AttributeError, LookupError, TypeError, Unfit, ValueError)
# The same of a reader, which may have the converter read a part of the value.
MISFITS: Final = (*FAULTS, ShapeError, Mismatch, RecursionError)


def blank(names: dict[str, Any], name: str) -> Callable[[], Any]:
    """Returns a function that makes an object for a reader to fill in, and then give its class.

    The object is of a class with the same slots that lets them be set; the reader assigns
    `__class__` when all are. Filling a frozen object through its slots' descriptors takes four
    times as long, which is half of what reading a small message costs. CPython checks that the
    layouts are the same; no other code ever holds an object that is not complete.

    Args:
        names: the namespace of the reader; `t` in it is the module of the class. The class with
            the slots replaces this function there when the first object is made.
        name: the class.
    """

    def make_class_and_object() -> Any:
        cls = getattr(names["t"], name)
        body = {
            "__slots__": cls.__slots__,
            "__init__": object.__init__,
            "__setattr__": object.__setattr__,
            "__delattr__": object.__delattr__,
        }
        fillable = names[f"new_{name}"] = type(cls)(f"{name}BeingRead", (WireModel,), body)
        return fillable()

    return make_class_and_object


def later(names: dict[str, Any], domain: str, function: str) -> Callable[..., Any]:
    """Returns a function of another domain, which is imported when it is first called.

    Args:
        names: the namespace of the module that calls it; there the function replaces this stub.
        domain: the other module of the same package.
        function: the name of the function in both.
    """

    def import_and_call(*args: Any) -> Any:
        names[function] = getattr(import_module(f"{names['__package__']}.{domain}"), function)
        return names[function](*args)

    return import_and_call


class Members(dict[str, Enum]):
    """The members of an open enum by value; an unknown value becomes a member that is not kept."""

    def __init__(self, cls: type[OpenEnum]) -> None:
        super().__init__((str.__str__(value), value) for value in cls)
        self._cls = cls

    def __missing__(self, value: object) -> Enum:
        if type(value) is not str:
            raise Unfit
        return unlisted_member(self._cls, value)


class Variants(dict[str, Reader]):
    """The readers of a union by tag."""

    def __missing__(self, tag: object) -> Reader:
        if type(tag) is not str:
            raise Unfit
        # Not stored: a server may send any number of unknown tags.
        return lambda raw: UnknownVariant(tag=tag, raw=raw)


def as_float(value: object) -> float:
    """Returns a whole number as a float."""
    if type(value) is int:
        return float(value)
    raise Unfit


def unknown(value: Any) -> UnknownVariant:
    """Returns the value of a union that is told apart by keys, and has none of them."""
    if type(value) is dict:
        return UnknownVariant(tag=next(iter(value)) if len(value) == 1 else None, raw=value)
    return UnknownVariant(tag=value if type(value) is str else None, raw=value)


def closest(value: Any, readers: Iterable[Reader], *, grows: bool = True) -> Any:
    """Reads a value as that one of several members which knows most of its keys.

    Args:
        value: the JSON.
        readers: the members that values of this Python type may fit.
        grows: whether an object that fits none may be a member of a newer version.
    """
    best: tuple[int, Any] | None = None
    for read in readers:
        try:
            made = read(value)
        except MISFITS:  # it does not fit this member
            continue
        if isinstance(made, UnknownVariant) or _is_of_another_kind(made):
            continue
        ignored = _ignored_keys(made, value)
        if best is None or ignored < best[0]:
            best = ignored, made
    if best is not None:
        return best[1]
    if grows and type(value) is dict:
        return unknown(value)
    raise Unfit


def _is_of_another_kind(made: object) -> bool:
    """Whether a field that can only have one value, and so is a tag, has another one."""
    if not isinstance(made, WireModel):
        return False
    values = [getattr(made, name) for name in made.__wire_fields__]
    return any(
        isinstance(value, OpenEnum) and not value.is_known and len(type(value)) == 1
        for value in values
    )


def _ignored_keys(made: object, value: Any) -> int:
    if not isinstance(made, WireModel):
        return 0
    known = {field.metadata["wire"] for field in made.__wire_fields__.values()}
    return len(value.keys() - known)


def member(value: object, name: str, values: frozenset[str]) -> None:
    """Checks an enum value: a listed string, or a member that was made on purpose."""
    if type(value) is str:
        if value in values:
            return
    elif isinstance(value, OpenEnum) and type(value).__name__ == name:
        return
    raise Unfit


def one_of(value: Any, experimental: bool, checks: Iterable[Callable[[Any, bool], None]]) -> None:
    """Checks that a value fits one of several members."""
    for check in checks:
        try:
            return check(value, experimental)
        except MISFITS:  # it does not fit this member
            continue
    raise Unfit
