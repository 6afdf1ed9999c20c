"""Descriptions of the protocol's types as Python has them: fields, union members, JSON shapes.

Plain cattrs and the test strategies are built on these. The generated readers and checkers are not:
they were written from the schema.
"""

from __future__ import annotations

import sys
import types
import typing
from enum import Enum
from functools import cache
from importlib import import_module
from typing import TYPE_CHECKING, Any, Final, NamedTuple

import attrs

from ._generated._index import MODULES
from ._generated._unions import UNIONS
from ._model import JsonValue, Omitted, OpenEnum, WireModel
from .unknown import UnknownVariant

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

__all__ = [
    "FieldInfo",
    "UnionInfo",
    "fields_of",
    "find_alias",
    "find_type",
    "is_wire_type",
    "members_of",
    "shapes",
    "union_of",
    "without_null",
]

_PACKAGE: Final = f"{__package__}._generated"
_NULL: Final = type(None)
_PRIMITIVES: Final = (str, int, float, bool)
_ALL_SHAPES: Final[frozenset[type]] = frozenset({str, int, float, bool, list, dict, _NULL})


def find_type(name: str) -> Any:
    """Returns the class, enum or alias of a name, importing the one module that defines it.

    Raises:
        TypeError: There is no such type in the protocol.
    """
    if name not in MODULES:
        raise TypeError(f"{name} is not a type of the protocol")
    return getattr(import_module(f"{_PACKAGE}.{MODULES[name]}"), name)


def find_alias(union: object) -> str | None:
    """Returns the name under which the protocol knows a union; `None` if it has none."""
    for name in UNIONS:
        # A union exists only where the module of its members has been imported.
        module = sys.modules.get(f"{_PACKAGE}.{MODULES[name]}")
        if module is not None and getattr(module, name, None) == union:
            return name
    return None


class FieldInfo(NamedTuple):
    """A field: its name in Python, its key on the wire, and what an absent key means."""

    name: str
    wire: str
    type: Any
    required: bool
    default: object
    factory: Callable[[], object] | None
    format: str | None
    experimental: bool
    secret: bool

    @property
    def omittable(self) -> bool:
        """Whether the field can be left out where `None` is sent as `null`."""
        return self.default is Omitted.OMITTED


@cache
def fields_of(cls: type[WireModel]) -> tuple[FieldInfo, ...]:
    """Returns the fields of a generated class in their order, with their types."""
    # A public class may name the module that exports it.
    is_ours = find_type(cls.__name__) is cls if cls.__name__ in MODULES else False
    names = _Names(f"{_PACKAGE}.{MODULES[cls.__name__]}" if is_ours else cls.__module__)
    found = []
    for name, declared in cls.__wire_fields__.items():
        tp: Any = cls.__annotations__[name]
        if isinstance(tp, str):
            tp = eval(tp, {}, names)
        has_default = declared.default is not attrs.NOTHING
        # The tag of a variant has a default to spare the caller, but its key is never absent.
        is_tag = has_default and typing.get_origin(tp) is typing.Literal
        info = FieldInfo(
            name=name,
            wire=declared.metadata["wire"],
            type=tp,
            required=is_tag or not (has_default or declared.factory is not None),
            default=declared.default if has_default else None,
            factory=declared.factory,
            format=declared.metadata.get("format"),
            experimental="experimental" in declared.metadata,
            secret="secret" in declared.metadata,
        )
        found.append(info)
    return tuple(found)


class _Names(dict[str, object]):
    """The names in the annotations of a module, also those it imports for type checkers only."""

    def __init__(self, module: str) -> None:
        super().__init__(JsonValue=JsonValue, Omitted=Omitted)
        self._module = vars(sys.modules[module])

    def __missing__(self, name: str) -> object:
        if name in self._module:
            return self._module[name]
        if name in MODULES:
            return find_type(name)
        raise KeyError(name)  # which has the builtins searched


class UnionInfo(NamedTuple):
    """How the members of a union are told apart; see `UnionSpec`.

    `grows` says whether a newer server may have more members: a union that the schema does not
    name cannot have.
    """

    name: str
    tag: str | None
    variants: Mapping[str, Any]
    keys: Mapping[str, Any]
    others: tuple[Any, ...]
    grows: bool

    @property
    def members(self) -> tuple[Any, ...]:
        """All members."""
        return (*self.variants.values(), *self.keys.values(), *self.others)


@cache
def union_of(tp: object) -> UnionInfo | None:
    """Returns how the members of a union are told apart; `None` for what is not a union.

    A union with `None` or `Omitted` is not one of its own: see `without_null`.
    """
    if typing.get_origin(tp) not in (types.UnionType, typing.Union) or tp == JsonValue:
        return None
    name = find_alias(tp)
    if name is None:
        others = tuple(arg for arg in typing.get_args(tp) if arg is not UnknownVariant)
        title = " | ".join(getattr(arg, "__name__", str(arg)) for arg in others)
        return UnionInfo(title, None, {}, {}, others, grows=False)
    spec, names = UNIONS[name], _Names(f"{_PACKAGE}.{MODULES[name]}")
    return UnionInfo(
        name,
        spec.tag,
        {tag: find_type(member) for tag, member in spec.variants.items()},
        {key: find_type(member) for key, member in spec.keys.items()},
        tuple(eval(other, {}, names) for other in spec.others),
        grows=True,
    )


@cache
def without_null(tp: Any) -> tuple[Any, bool]:
    """Returns a type without `Omitted` and `None`, and whether it had `None`."""
    if typing.get_origin(tp) not in (types.UnionType, typing.Union):
        return tp, False
    arguments = [arg for arg in typing.get_args(tp) if arg is not Omitted]
    if typing.Union[tuple(arguments)] == JsonValue:  # noqa: UP007 - made at run time
        return JsonValue, False
    rest = [arg for arg in arguments if arg is not _NULL]
    if not rest:
        return _NULL, False
    inner: Any = typing.Union[tuple(rest)]  # noqa: UP007 - as above
    return inner, len(rest) < len(arguments)


def is_wire_type(tp: Any) -> bool:
    """Whether a type is a generated class, or is built of such and of primitives alone."""
    tp, _ = without_null(tp)
    if tp is None or tp in (_NULL, UnknownVariant, *_PRIMITIVES) or tp == JsonValue:
        return True
    if isinstance(tp, type) and typing.get_origin(tp) is None:
        if issubclass(tp, WireModel):
            return tp is not WireModel
        return issubclass(tp, str) and issubclass(tp, Enum)
    origin, arguments = typing.get_origin(tp), typing.get_args(tp)
    if origin is dict:
        return arguments[0] is str and is_wire_type(arguments[1])
    if origin in (list, types.UnionType, typing.Union):
        return all(map(is_wire_type, arguments))
    return origin is typing.Literal


def members_of(tp: Any) -> frozenset[type[WireModel]]:
    """Returns the generated classes that a value of a type may have."""
    found = typing.get_args(tp) or (tp,)
    return frozenset(cls for cls in found if isinstance(cls, type) and issubclass(cls, WireModel))


@cache
def shapes(tp: Any) -> frozenset[type]:
    """Returns the Python types that a fitting JSON value can have."""
    inner, nullable = without_null(tp)
    if nullable:
        return shapes(inner) | {_NULL}
    union, origin = union_of(inner), typing.get_origin(inner)
    if union is not None:
        tagged: frozenset[type] = frozenset({dict} if union.tag or union.keys else ())
        return tagged.union(*map(shapes, union.others))
    if inner == JsonValue:
        return _ALL_SHAPES
    if origin is typing.Literal:
        return frozenset(map(type, typing.get_args(inner)))
    if origin in (list, dict):
        return frozenset({origin})
    if inner is float:
        return frozenset({float, int})
    if inner is None or inner in (_NULL, *_PRIMITIVES):
        return frozenset({inner or _NULL})
    return frozenset({str if issubclass(inner, OpenEnum) else dict})
