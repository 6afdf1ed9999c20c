"""Strict JSON Schemas of Python types, and values of those types from JSON.

A class is built through its constructor, so attrs' aliases, converters and validators apply.
"""

from __future__ import annotations

import collections.abc
import enum
import re
import types
import typing
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Annotated, Final, Generic, TypeVar, cast

import attrs

from ..errors import InvalidArgumentError
from .records import bind, record_reader, type_name
from .scalars import is_scalar, limits_of, scalar
from .shapes import Array, Choice, Described, Ref, Shape, Table, Union, join
from .union_ambiguity import distinct

if TYPE_CHECKING:
    from .._json import JsonValue
    from .scalars import Limits
    from .shapes import Schema

__all__ = ["Deriver", "TypeSchema", "UnresolvedNameError", "derive"]

T = TypeVar("T")
_Env = Mapping[object, object]
_CLASSES: Final = "an attrs class, a dataclass, a TypedDict or a NamedTuple"
_SEQUENCES: Final[dict[object, Callable[[list[object]], object]]] = {
    list: list,
    collections.abc.Sequence: list,
    collections.abc.MutableSequence: list,
    collections.abc.Collection: list,
    collections.abc.Iterable: list,
    set: set,
    collections.abc.MutableSet: set,
    frozenset: frozenset,
    collections.abc.Set: frozenset,
}
# Some of these are classes in some versions of Python.
_FORMS: Final = (typing.Union, types.UnionType)
_TABLES: Final = (dict, collections.abc.Mapping, collections.abc.MutableMapping)


class UnresolvedNameError(Exception):
    """An annotation contains a name that does not exist, or does not exist yet."""


@attrs.frozen(eq=False)
class TypeSchema(Generic[T]):
    """The strict JSON Schema of a type, and the reader of its values.

    Attributes:
        schema: the strict JSON Schema; shared, so it must not be changed.
        shape: reads JSON values.
    """

    schema: Schema
    shape: Shape

    def decode(self, value: JsonValue) -> T:
        """Returns the value of the type that a JSON value holds.

        Raises:
            ShapeError: the value does not fit; the error has the JSON path.
        """
        return cast("T", self.shape.read(value, "$"))


def derive(tp: type[T], *, maps: bool = False) -> TypeSchema[T]:
    """Derives the strict JSON Schema of a type.

    Args:
        tp: an attrs class, a dataclass, a TypedDict, a NamedTuple, or a type made of builtins.
        maps: whether `dict[str, T]` is allowed, which strict mode cannot express.

    Raises:
        InvalidArgumentError: strict JSON Schema cannot express the type; the message has the path
            of the part and an alternative.
    """
    deriver = Deriver(maps=maps)
    try:
        shape = deriver.shape(tp, "$")
    except UnresolvedNameError as error:
        raise InvalidArgumentError(str(error)) from error
    return deriver.finish(shape)


class Deriver:
    """Derives shapes that share one set of definitions.

    Args:
        maps: whether `dict[str, T]` is allowed.
        names: further names for annotations, beside those of their module.
    """

    def __init__(self, *, maps: bool = False, names: Mapping[str, object] | None = None) -> None:
        self._maps = maps
        self._names = dict(names or {})
        self._refs: dict[object, Ref] = {}
        self._taken: set[str] = set()
        self._owners: list[object] = []
        self._unions: list[tuple[str, Union]] = []

    def finish(self, shape: Shape) -> TypeSchema[T]:
        """Checks what depends on every shape being known, and returns the schema."""
        for path, union in self._unions:
            self._check_union(path, union)
        root = shape.resolved if isinstance(shape, Ref) else shape
        schema = root.schema()
        definitions: Schema = {}
        by_name = {ref.name: ref.resolved for ref in self._refs.values()}
        wanted = _references(schema)
        while wanted:
            name = wanted.pop()
            if name not in definitions:
                definition = by_name[name].schema()
                definitions[name] = definition
                wanted |= _references(definition)
        if definitions:
            schema["$defs"] = {name: definitions[name] for name in sorted(definitions)}
        return TypeSchema(schema, shape)

    def shape(self, tp: object, path: str, env: _Env | None = None) -> Shape:
        """Returns the shape of a type.

        Raises:
            InvalidArgumentError: strict JSON Schema cannot express the type.
            UnresolvedNameError: an annotation cannot be resolved.
        """
        tp = bind(tp, env or {})
        origin = typing.get_origin(tp) or tp
        if tp is None or tp is type(None):
            return Choice(((None, None),))
        if origin is Annotated:
            return self._annotated(tp, path)
        if is_scalar(tp):
            return scalar(tp)
        if origin in _SEQUENCES or origin is tuple:
            return self._array(tp, origin, path)
        if origin in _TABLES:
            return self._table(tp, path)
        if isinstance(origin, type) and origin not in _FORMS:
            return self._class(tp, cast("type[object]", origin), path)
        return self._special(tp, origin, path)

    def _special(self, tp: object, origin: object, path: str) -> Shape:
        """Returns the shape of a special form, a type variable or an alias."""
        if isinstance(tp, TypeVar):
            return self._type_variable(tp, path)
        if tp is typing.Self and self._owners:
            return self.shape(self._owners[-1], path)
        if isinstance(tp, typing.NewType):
            return self.shape(tp.__supertype__, path)
        if origin is Final:
            return self.shape(typing.get_args(tp)[0], path)
        if hasattr(origin, "__value__"):
            return self._alias(tp, origin, path)
        if origin in (typing.Union, types.UnionType):
            return self._union(typing.get_args(tp), path)
        if origin is typing.Literal:
            return self._choice([_literal(value) for value in typing.get_args(tp)], tp, path)
        if isinstance(tp, (str, typing.ForwardRef)):
            raise UnresolvedNameError(f"{path}: the forward reference {tp!r} cannot be resolved")
        raise _refusal(tp, path)

    def hints(self, owner: object, path: str) -> dict[str, object]:
        """Resolves the annotations of a class or a function.

        Raises:
            UnresolvedNameError: one of them contains an unknown name.
        """
        try:
            return typing.get_type_hints(owner, include_extras=True)
        except NameError:
            pass
        names = dict(self._names)
        if isinstance(owner, type):
            names.setdefault(owner.__name__, owner)
        try:
            return typing.get_type_hints(owner, localns=names, include_extras=True)
        except NameError as error:
            raise UnresolvedNameError(
                f"{path}: an annotation of {getattr(owner, '__qualname__', owner)} cannot be "
                f"resolved ({error}); define what it names at module level"
            ) from error

    def _check_union(self, path: str, union: Union) -> None:
        for index, one in enumerate(union.variants):
            for other in union.variants[:index]:
                if not distinct(one, other):
                    raise InvalidArgumentError(
                        f"{path}: two alternatives of this union cannot be told apart in JSON; "
                        "give each class a field with its own Literal value, such as "
                        "kind: Literal['circle']"
                    )

    def _type_variable(self, variable: TypeVar, path: str) -> Shape:
        if variable.__constraints__:
            return self._union(variable.__constraints__, path)
        if variable.__bound__ is not None:
            return self.shape(variable.__bound__, path)
        raise InvalidArgumentError(
            f"{path}: the type variable {variable} has no value; name it, as in Box[int]"
        )

    def _annotated(self, tp: object, path: str) -> Shape:
        base, *extras = typing.get_args(tp)
        limits = limits_of(extras)
        shape = self._limited(base, limits, path) if limits else self.shape(base, path)
        text = next(filter(None, map(_words, extras)), "")
        return Described(shape, text) if text else shape

    def _limited(self, base: object, limits: Limits, path: str) -> Shape:
        while isinstance(base, typing.NewType):
            base = base.__supertype__
        try:
            if is_scalar(base):
                return scalar(base, limits)
        except TypeError as error:
            raise InvalidArgumentError(f"{path}: {error}") from error
        shape = self.shape(base, path)
        if isinstance(shape, Array) and limits.keys() <= {"min_length", "max_length"}:
            return attrs.evolve(
                shape, least=limits.get("min_length"), most=limits.get("max_length")
            )
        raise InvalidArgumentError(
            f"{path}: constraints go on a scalar or a list, not on {type_name(base)}; "
            "write Annotated[int, ...] | None rather than Annotated[int | None, ...]"
        )

    def _alias(self, tp: object, alias: object, path: str) -> Shape:
        if tp not in self._refs:
            parameters = getattr(alias, "__type_params__", ())
            env = dict(zip(parameters, typing.get_args(tp), strict=False))
            ref = self._refs[tp] = Ref(self._definitiontype_name(tp))
            ref.target = self.shape(alias.__value__, path, env)  # type: ignore[attr-defined]
        return self._refs[tp]

    def _union(self, members: tuple[object, ...], path: str) -> Shape:
        variants: list[Shape] = []
        for member in members:
            shape = self.shape(member, path)
            variants += shape.variants if isinstance(shape, Union) else (shape,)
        # Checked at the end: a recursive alternative is not known before.
        union = Union(tuple(variants))
        self._unions.append((path, union))
        return union

    def _choice(self, options: list[tuple[object, object]], tp: object, path: str) -> Shape:
        if not options:
            raise InvalidArgumentError(f"{path}: {type_name(tp)} has no members to choose from")
        for wire, _ in options:
            if not (wire is None or type(wire) in (str, int, bool)):
                raise InvalidArgumentError(
                    f"{path}: {type_name(tp)} has the value {wire!r}, and strict JSON Schema can "
                    "only choose among strings, integers, booleans and null"
                )
        return Choice(tuple(cast("list[tuple[str | int | bool | None, object]]", options)))

    def _array(self, tp: object, origin: object, path: str) -> Shape:
        arguments = typing.get_args(tp)
        if origin is tuple and arguments[1:] != (Ellipsis,):
            if not arguments or any(item != arguments[0] for item in arguments):
                raise InvalidArgumentError(
                    f"{path}: {type_name(tp)} is not expressible in a strict JSON Schema (an array "
                    f"has one item type); use tuple[T, ...] or {_CLASSES}"
                )
            item = self.shape(arguments[0], f"{path}[]")
            return Array(item, tuple, len(arguments), len(arguments))
        if not arguments:
            raise InvalidArgumentError(
                f"{path}: {type_name(tp)} does not say its item type; write {type_name(tp)}[T]"
            )
        build = tuple if origin is tuple else _SEQUENCES[origin]
        item_type = typing.get_origin(arguments[0]) or arguments[0]
        if build in (set, frozenset) and getattr(item_type, "__hash__", None) is None:
            raise InvalidArgumentError(
                f"{path}[]: {type_name(arguments[0])} is not hashable; use list instead"
            )
        return Array(self.shape(arguments[0], f"{path}[]"), build)

    def _table(self, tp: object, path: str) -> Shape:
        arguments = typing.get_args(tp)
        if not self._maps:
            raise InvalidArgumentError(
                f"{path}: {type_name(tp)} is not expressible in a strict JSON Schema (its keys are "
                f"open); use {_CLASSES} with named fields, or a list of key and value pairs"
            )
        if not arguments or arguments[0] is not str:
            raise InvalidArgumentError(
                f"{path}: {type_name(tp)} must have str keys; write dict[str, T]"
            )
        return Table(self.shape(arguments[1], join(path, "*")))

    def _class(self, tp: object, cls: type[object], path: str) -> Shape:
        if issubclass(cls, enum.Enum):
            if issubclass(cls, enum.Flag):
                raise InvalidArgumentError(
                    f"{path}: flags are not expressible; use list of an Enum"
                )
            return self._choice([(member.value, member) for member in cls], tp, path)
        if tp in self._refs:
            return self._refs[tp]
        read = record_reader(cls)
        if read is None:
            raise _refusal(tp, path)
        ref = self._refs[tp] = Ref(self._definitiontype_name(tp))
        self._owners.append(tp)
        ref.target = read(self, tp, path)
        self._owners.pop()
        return ref

    def _definitiontype_name(self, tp: object) -> str:
        base = re.sub(r"[^A-Za-z0-9_-]+", "_", type_name(tp)).strip("_")
        owner = re.sub(
            r"[^A-Za-z0-9_-]+", "_", getattr(typing.get_origin(tp) or tp, "__module__", "") or ""
        )
        name, count = base, 1
        while name in self._taken:
            count += 1
            name = f"{owner}_{base}" if count == 2 else f"{owner}_{base}_{count}"
        self._taken.add(name)
        return name


def _words(extra: object) -> str:
    """Returns what an extra of an `Annotated` says for the model."""
    for words in (
        extra,
        *(getattr(extra, name, None) for name in ("documentation", "description")),
    ):
        if isinstance(words, str):
            return words
    return ""


def _literal(value: object) -> tuple[object, object]:
    return (value.value, value) if isinstance(value, enum.Enum) else (value, value)


def _references(schema: JsonValue) -> set[str]:
    if isinstance(schema, list):
        return set[str]().union(*(_references(item) for item in schema))
    if not isinstance(schema, dict):
        return set()
    found = set[str]().union(*(_references(item) for item in schema.values()))
    target = schema.get("$ref")
    if isinstance(target, str):
        found.add(target.removeprefix("#/$defs/"))
    return found


def _refusal(tp: object, path: str) -> InvalidArgumentError:
    if tp in (typing.Any, object):
        reason = "says nothing about the value; name the types it can have"
    else:
        reason = f"is not expressible in a strict JSON Schema; use {_CLASSES}, or a builtin type"
    return InvalidArgumentError(f"{path}: {type_name(tp)} {reason}")
