"""Plain cattrs hooks: the protocol's types converted step by step, with the JSON path of a fault.

They are slower than the generated readers and checkers, and say what these do not: where a value
does not fit, and why. They also serve types that have no generated function.
"""

from __future__ import annotations

import typing
from enum import Enum
from functools import cache
from typing import TYPE_CHECKING, Any, Final

from cattrs import Converter

from .._near import did_you_mean
from .._redaction import kind_of
from ._fast import Unfit, closest, unknown
from ._mismatch import ExperimentalField, Mismatch, Outgoing, choices
from ._model import INT_RANGES, JsonValue, OpenEnum, OpenLabel
from ._types import fields_of, is_wire_type, shapes, union_of, without_null
from .unknown import UnknownVariant

if TYPE_CHECKING:
    from collections.abc import Callable

    from ._model import WireModel
    from ._types import FieldInfo, UnionInfo

    Hook = Callable[[Any, Any], Any]

__all__ = ["plain_converter"]

_WANTED: Final[dict[type, str]] = {
    str: "a string",
    int: "an integer",
    float: "a number",
    bool: "a boolean",
    type(None): "null",
}


@cache
def plain_converter(out: Outgoing | None) -> Converter:
    """Returns the cattrs converter that reads what was received, or checks what is to be sent.

    Args:
        out: how strict to be with what is sent; `None` for what was received.
    """
    made = Converter()
    hooks = _Hooks(made, out)
    made.register_structure_hook_factory(is_wire_type, hooks.of)
    for primitive in (str, int, float, bool):
        # cattrs has lenient hooks for these; hooks of a class go before those of a predicate, and
        # serve derived classes too.
        made.register_structure_hook(primitive, hooks.primitive)
    return made


class _Hooks:
    """Makes the hook of each type; hooks of inner types are found by cattrs."""

    def __init__(self, converter: Converter, out: Outgoing | None) -> None:
        self._read = converter.structure
        self._out = out

    def primitive(self, value: Any, cls: Any) -> Any:
        """Reads a primitive, or a class that is derived from one, such as an enum."""
        is_wire_enum = issubclass(cls, Enum) and issubclass(cls, str)
        return (self.of(cls) if is_wire_enum else _primitive_hook(cls))(value, cls)

    def of(self, tp: Any) -> Hook:
        """Returns the hook of a type."""
        inner, nullable = without_null(tp)
        if nullable:
            return lambda value, _: None if value is None else self._read(value, inner)
        if inner == JsonValue:
            return lambda value, _: value
        union, origin = union_of(inner), typing.get_origin(inner)
        if union is not None:
            return lambda value, _: self._union(union, value)
        if origin is typing.Literal:
            return _literal_hook(typing.get_args(inner))
        if origin is list:
            return lambda value, _: self._list(typing.get_args(inner)[0], value)
        if origin is dict:
            return lambda value, _: self._dict(typing.get_args(inner)[1], value)
        if inner is None or inner in _WANTED:
            return _primitive_hook(type(None) if inner is None else inner)
        if issubclass(inner, Enum):
            return lambda value, _: self._enum(inner, value)
        return lambda value, _: self._model(inner, value)

    def _enum(self, cls: type[Enum], value: Any) -> Any:
        if type(value) is cls:
            # Made on purpose, or by a newer server: a plain string like it is a misspelling.
            return value
        listed = [member.value for member in cls]
        is_open = issubclass(cls, OpenLabel if self._out is not None else OpenEnum)
        if type(value) is not str or not (is_open or value in listed):
            raise Mismatch.found(f"expected {choices(listed)}", value, listed)
        return cls(value)

    def _list(self, item: Any, value: Any) -> Any:
        if type(value) is not list:
            raise Mismatch.found("expected a list", value)
        made = []
        for index, each in enumerate(value):
            try:
                made.append(self._read(each, item))
            except Mismatch as error:
                raise error.within(index) from None
        return made

    def _dict(self, item: Any, value: Any) -> Any:
        if type(value) is not dict:
            # Of a map, such as settings or an environment, a text is not shown: it may be a secret.
            raise Mismatch(f"expected an object, found {kind_of(value)}")
        made = {}
        for key, each in value.items():
            if type(key) is not str:
                raise Mismatch.found("expected string keys", key)
            try:
                made[key] = self._read(each, item)
            except Mismatch as error:
                raise error.within(key) from None
        return made

    def _model(self, cls: type[WireModel], value: Any) -> Any:
        if type(value) is not dict:
            raise Mismatch.found(f"expected an object ({cls.__name__})", value)
        fields = {field.wire: field for field in fields_of(cls)}
        if self._out is not None and not value.keys() <= fields.keys():
            key = next(key for key in value if key not in fields)
            raise Mismatch(f"{cls.__name__} has no key {key!r}{did_you_mean(key, fields)}")
        for field in fields.values():
            if field.required and field.wire not in value:
                raise Mismatch(f"the required key {field.wire!r} of {cls.__name__} is missing")
        made = {}
        for key, item in value.items():
            if key in fields:
                made[fields[key].name] = self._field(fields[key], item)
        return cls(**made)

    def _field(self, field: FieldInfo, value: Any) -> Any:
        if field.experimental and self._out is not None and not self._out.experimental:
            raise ExperimentalField().within(field.wire)
        try:
            made = self._read(value, field.type)
            if field.format is not None and self._out is not None:
                _check_range(made, *INT_RANGES[field.format])
        except Mismatch as error:
            raise (error.hidden() if field.secret else error).within(field.wire) from None
        return made

    def _union(self, union: UnionInfo, value: Any) -> Any:
        if type(value) is dict:
            for key, member in union.keys.items():
                if key in value:
                    return self._read(value, member)
            if union.tag is not None:
                return self._tagged(union, union.tag, value)
        fitting = [member for member in union.others if type(value) in shapes(member)]
        if len(fitting) == 1:
            return self._read(value, fitting[0])
        if fitting:
            return self._closest(union, fitting, value)
        # A newer server may add a one-key object, or a string, to a union of such objects.
        new = type(value) is dict or (type(value) is str and not union.others)
        if self._out is None and union.keys and new:
            return unknown(value)
        raise Mismatch.found(f"expected {_members_wanted(union)}", value)

    def _tagged(self, union: UnionInfo, tag: str, value: dict[str, Any]) -> Any:
        if tag not in value:
            raise Mismatch(f"the required key {tag!r} of {union.name} is missing")
        found = value[tag]
        if type(found) is str and found in union.variants:
            return self._read(value, union.variants[found])
        if type(found) is str and self._out is None:
            return UnknownVariant(tag=found, raw=value)
        mismatch = Mismatch.found(f"expected {choices(union.variants)}", found, union.variants)
        raise mismatch.within(tag)

    def _closest(self, union: UnionInfo, fitting: list[Any], value: Any) -> Any:
        """Of the members that take the value, the one that knows most of its keys."""
        faults: list[Mismatch] = []

        def read(member: Any) -> Any:
            try:
                return self._read(value, member)
            except Mismatch as error:
                faults.append(error)
                raise

        if self._out is not None:
            for member in fitting:
                try:
                    return read(member)
                except ExperimentalField:
                    raise
                except Mismatch:
                    continue
        else:
            try:
                readers = [lambda _, member=member: read(member) for member in fitting]
                return closest(value, readers, grows=union.grows)
            except Unfit:
                pass
        wanted = Mismatch.found(f"expected {_members_wanted(union)}", value)
        raise max(faults, key=lambda fault: fault.depth, default=wanted)


def _primitive_hook(cls: type) -> Hook:
    base = next(base for base in cls.__mro__ if base in _WANTED)

    def hook(value: Any, _: Any) -> Any:
        if type(value) is not base and not (base is float and type(value) is int):
            raise Mismatch.found(f"expected {_WANTED[base]}", value)
        return value if type(value) is cls or value is None else cls(value)

    return hook


def _literal_hook(values: tuple[Any, ...]) -> Hook:
    def hook(value: Any, _: Any) -> Any:
        if not any(type(value) is type(fixed) and value == fixed for fixed in values):
            raise Mismatch.found(f"expected {choices(values)}", value, values)
        return value

    return hook


def _check_range(value: Any, low: int, high: int) -> None:
    """Checks an integer, or those in a container, against the range of the field's format."""
    if type(value) is int and not low <= value <= high:
        raise Mismatch.found(f"expected an integer from {low} to {high}", value)
    if type(value) in (list, dict):
        for key, item in value.items() if type(value) is dict else enumerate(value):
            try:
                _check_range(item, low, high)
            except Mismatch as error:
                raise error.within(key) from None


def _members_wanted(union: UnionInfo) -> str:
    if union.keys and not union.others:
        return f"an object with one of the keys {choices(union.keys)}"
    if union.keys:
        return f"a value of {union.name} (or an object with {choices(union.keys)})"
    if union.tag is not None and not union.others:
        return f"an object ({union.name})"
    return f"a value of {union.name}"
