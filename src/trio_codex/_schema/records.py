"""Records: the shape of the JSON object for a class with named fields."""

from __future__ import annotations

import dataclasses
import inspect
import typing
from typing import (
    TYPE_CHECKING,
    Annotated,
    NotRequired,
    Protocol,
    Required,
    TypeAlias,
    TypeVar,
    cast,
)

import attrs

from ..errors import InvalidArgumentError
from .docstrings import read_docstring
from .shapes import Choice, Described, Field, Record, Shape, Union, join

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

    from .derive import Deriver

__all__ = ["accepts_null", "bind", "nullable", "record_reader", "type_name"]

_Env: TypeAlias = "Mapping[object, object]"
_Reader: TypeAlias = "Callable[[Deriver, object, str], Record]"


class _Member(typing.NamedTuple):
    """A field of a class: its Python name, its name in JSON, and how it may be left out."""

    name: str
    key: str
    required: bool
    type: object
    null_is_absent: bool = False


def record_reader(cls: type[object]) -> _Reader | None:
    """Returns the function that derives a class; `None` if the class has no fields known here."""
    if attrs.has(cls):
        return _reader(_attrs_members)
    if dataclasses.is_dataclass(cls):
        return _reader(_dataclass_members)
    if issubclass(cls, dict) and hasattr(cls, "__required_keys__"):
        return _reader(_typed_dict_members)
    if issubclass(cls, tuple) and hasattr(cls, "_fields") and inspect.get_annotations(cls):
        return _reader(_named_tuple_members)
    return None


def nullable(shape: Shape) -> Shape:
    """Returns a shape that also accepts null."""
    null = Choice(((None, None),))
    if isinstance(shape, Described):
        return Described(nullable(shape.inner), shape.text)
    return Union((*shape.variants, null) if isinstance(shape, Union) else (shape, null))


def accepts_null(shape: Shape) -> bool:
    """Whether null already is a value of a shape; a shape still being derived is a class."""
    if isinstance(shape, Described):
        return accepts_null(shape.inner)
    if isinstance(shape, Union):
        return any(accepts_null(variant) for variant in shape.variants)
    return isinstance(shape, Choice) and "null" in shape.kinds


def type_name(tp: object) -> str:
    """Returns the name of a type as it is written in source."""
    arguments = typing.get_args(tp)
    if arguments and typing.get_origin(tp) is not None and not isinstance(tp, TypeVar):
        origin = typing.get_origin(tp)
        if isinstance(origin, type):
            inner = ", ".join("..." if item is Ellipsis else type_name(item) for item in arguments)
            return f"{origin.__name__}[{inner}]"
    if isinstance(tp, type):
        return tp.__name__
    return getattr(tp, "__name__", None) or repr(tp).removeprefix("typing.")


def bind(tp: object, env: _Env) -> object:
    """Replaces type variables with types."""
    if isinstance(tp, TypeVar):
        return env.get(tp, tp)
    parameters = getattr(tp, "__parameters__", ())
    if not parameters or not env or isinstance(tp, type):
        return tp
    subscriptable = cast("Mapping[tuple[object, ...], object]", tp)
    return subscriptable[tuple(env.get(parameter, parameter) for parameter in parameters)]


def _reader(members: Callable[[Deriver, type, str], Iterable[_Member]]) -> _Reader:
    def read(deriver: Deriver, tp: object, path: str) -> Record:
        cls = cast("type[object]", typing.get_origin(tp) or tp)
        doc = read_docstring(_own_doc(cls))
        envs = _bindings(cls, typing.get_args(tp))
        fields: list[Field] = []
        for member in members(deriver, cls, path):
            where = join(path, member.key)
            env = _owner_env(cls, member.name, envs)
            shape = deriver.shape(member.type, where, env)
            text = doc.entries.get(member.name)
            if text and not isinstance(shape, Described):
                shape = Described(shape, text)
            absent = member.null_is_absent and not accepts_null(shape)
            if absent:
                shape = nullable(shape)
            fields.append(Field(member.key, shape, member.required, absent))

        def build(arguments: dict[str, object]) -> object:
            return cls(**arguments)

        return Record(type_name(tp), tuple(fields), build, doc.text)

    return read


def _own_doc(cls: type) -> str | None:
    doc = cls.__dict__.get("__doc__")
    # Dataclasses and named tuples without a docstring have their signature there.
    return doc if isinstance(doc, str) and not doc.startswith(f"{cls.__name__}(") else None


def _attrs_members(deriver: Deriver, cls: type, path: str) -> Iterator[_Member]:
    hints = deriver.hints(cls, path)
    for field in attrs.fields(cls):
        if not field.init:
            continue
        tp = hints.get(field.name, field.type)
        key = field.alias or field.name
        if tp is None and field.name not in hints:
            raise InvalidArgumentError(
                f"{join(path, key)}: the field {field.name} has no annotation"
            )
        yield _Member(field.name, key, field.default is attrs.NOTHING, tp)


def _dataclass_members(deriver: Deriver, cls: type, path: str) -> Iterator[_Member]:
    hints = deriver.hints(cls, path)
    for name, hint in hints.items():
        if isinstance(hint, dataclasses.InitVar):
            raise InvalidArgumentError(
                f"{join(path, name)}: an InitVar is not a field; make it one"
            )
    for field in dataclasses.fields(cls):
        if field.init:
            missing = dataclasses.MISSING
            required = field.default is missing and field.default_factory is missing
            yield _Member(field.name, field.name, required, hints[field.name])


def _typed_dict_members(deriver: Deriver, cls: type, path: str) -> Iterator[_Member]:
    required_keys = cast("frozenset[str]", cls.__required_keys__)  # type: ignore[attr-defined]
    for name, hint in deriver.hints(cls, path).items():
        required = name in required_keys
        tp = hint
        extras: list[object] = []
        while (origin := typing.get_origin(tp)) is not None:
            # Annotated may stand around Required as well as inside it.
            if origin is Annotated and typing.get_origin(typing.get_args(tp)[0]) in (
                Required,
                NotRequired,
            ):
                extras += typing.get_args(tp)[1:]
                tp = typing.get_args(tp)[0]
            elif origin in (Required, NotRequired) or getattr(origin, "_name", "") == "ReadOnly":
                # With postponed annotations `__required_keys__` does not reflect these.
                required = required if origin not in (Required, NotRequired) else origin is Required
                tp = typing.get_args(tp)[0]
            else:
                break
        for extra in extras:
            tp = Annotated[tp, extra]
        yield _Member(name, name, required, tp, null_is_absent=not required)


def _named_tuple_members(deriver: Deriver, cls: type, path: str) -> Iterator[_Member]:
    hints = deriver.hints(cls, path)
    defaults: Mapping[str, object] = getattr(cls, "_field_defaults", {})
    for name in cast("tuple[str, ...]", getattr(cls, "_fields", ())):
        yield _Member(name, name, name not in defaults, hints[name])


def _bindings(cls: type, arguments: tuple[object, ...]) -> dict[type, dict[object, object]]:
    """Returns, for a generic class and its bases, what each one's type variables stand for.

    Per class, because a module often uses one variable for many classes.
    """
    env = dict(zip(getattr(cls, "__parameters__", ()), arguments, strict=False))
    found: dict[type, dict[object, object]] = {cls: env}
    for base in cls.__dict__.get("__orig_bases__", cls.__bases__):
        origin = typing.get_origin(base) or base
        if isinstance(origin, type) and origin not in (object, typing.Generic, Protocol):
            bound = tuple(bind(argument, env) for argument in typing.get_args(base))
            for owner, mapping in _bindings(origin, bound).items():
                found.setdefault(owner, mapping)
    return found


def _owner_env(
    cls: type, name: str, envs: Mapping[type, dict[object, object]]
) -> dict[object, object]:
    if issubclass(cls, dict):
        # A TypedDict copies its bases' annotations without their owners.
        merged: dict[object, object] = {}
        for env in envs.values():
            merged = {**env, **merged}
        return merged
    for owner in cls.__mro__:
        if name in inspect.get_annotations(owner):
            return envs.get(owner, {})
    return envs.get(cls, {})
