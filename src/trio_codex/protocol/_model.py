"""Base of the generated types: immutable values with wire names, open enums, omitted values."""

from __future__ import annotations

from enum import Enum
from typing import (
    TYPE_CHECKING,
    Any,
    ClassVar,
    Final,
    NamedTuple,
    Self,
    TypeVar,
    dataclass_transform,
)

import attr
import attrs

from .._hints import defined_in, resolvable
from .._json import OMITTED, JsonValue, Omitted
from .._redaction import redacted

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

__all__ = [
    "INT_RANGES",
    "OMITTED",
    "JsonValue",
    "Omitted",
    "OpenEnum",
    "OpenLabel",
    "UnionSpec",
    "WireModel",
    "unlisted_member",
    "wire",
]

INT_RANGES: Final[dict[str, tuple[int, int]]] = {
    "int8": (-(1 << 7), (1 << 7) - 1),
    "int16": (-(1 << 15), (1 << 15) - 1),
    "int32": (-(1 << 31), (1 << 31) - 1),
    "int64": (-(1 << 63), (1 << 63) - 1),
    "int": (-(1 << 63), (1 << 63) - 1),
    "uint8": (0, (1 << 8) - 1),
    "uint16": (0, (1 << 16) - 1),
    "uint32": (0, (1 << 32) - 1),
    "uint64": (0, (1 << 64) - 1),
    "uint": (0, (1 << 64) - 1),
}
"""Smallest and largest value of each integer `format` the schema uses."""


class OpenEnum(str, Enum):
    """A string enum that keeps values that the schema does not list.

    A value the schema does not list becomes a member that belongs to the class but is not
    registered in it: it compares and hashes as its string, and `is_known` is false.
    """

    @classmethod
    def _missing_(cls, value: object) -> OpenEnum | None:
        return unlisted_member(cls, value) if isinstance(value, str) else None

    @property
    def is_known(self) -> bool:
        """Whether the schema this SDK was built from lists the value."""
        return self._value_ in type(self)._value2member_map_

    def __repr__(self) -> str:
        if self.is_known:
            return f"{type(self).__name__}.{self._name_}"
        return f"{type(self).__name__}({self._value_!r})"

    __str__ = str.__str__
    __format__ = str.__format__  # type: ignore[assignment]
    __hash__ = str.__hash__


class OpenLabel(OpenEnum):
    """An open enum of labels: the caller may send any string, also as a plain `str`."""


_E = TypeVar("_E", bound=OpenEnum)


def unlisted_member(cls: type[_E], value: str) -> _E:
    """Make the member for a value that the schema does not list.

    Calling the class does the same, at five times the cost.
    """
    member = str.__new__(cls, value)
    member._name_ = value
    member._value_ = value
    return member


class UnionSpec(NamedTuple):
    """How a JSON value picks its type in a union.

    `variants` maps the value of the `tag` key to a type name. `keys` maps a key to the name of
    the type of every object that has the key. `others` are type expressions told apart by their
    JSON shape (string, list, object and so on), the first that fits. A value that fits nothing
    becomes an `UnknownVariant`.
    """

    tag: str | None = None
    variants: dict[str, str] = {}  # noqa: RUF012 - a default nobody writes to
    keys: dict[str, str] = {}  # noqa: RUF012
    others: tuple[str, ...] = ()


class WireField(NamedTuple):
    """The declaration of one field; attrs makes an attribute of it when one is asked for."""

    default: Any
    factory: Callable[[], Any] | None
    metadata: dict[str, Any]


def wire(
    name: str,
    *,
    default: Any = attrs.NOTHING,
    factory: Callable[[], Any] | None = None,
    format: str | None = None,
    experimental: bool = False,
    secret: bool = False,
    untyped: bool = False,
) -> Any:
    """Declare a field and the name it has on the wire.

    Args:
        name: The key in the JSON object; kept as `field.metadata["wire"]`.
        default: What an absent key means; without it (and without `factory`) the key is required.
        factory: Makes the default when it must not be shared.
        format: The integer format, a key of `INT_RANGES`; kept as `field.metadata["format"]`.
        experimental: Only the experimental schema has the field; kept in the metadata when true.
        secret: No repr and no message shows the value; kept in the metadata when true.
        untyped: The value is any JSON, or a container of it, and is sent as it is; kept in the
            metadata when true.
    """
    metadata: dict[str, Any] = {"wire": name}
    if format is not None:
        metadata["format"] = format
    if experimental:
        metadata["experimental"] = True
    if secret:
        metadata["secret"] = True
    if untyped:
        metadata["untyped"] = True
    return WireField(default, factory, metadata)


def _finish(cls: type[WireModel]) -> None:
    """Have attrs make the `__init__` and the fields of a class, and give both to the class."""
    owner = next(base for base in cls.__mro__ if "__wire_fields__" in base.__dict__)
    fields = {
        name: attr.ib(
            default=declared.default,
            factory=declared.factory,
            metadata=declared.metadata,
            type=owner.__annotations__[name],
        )
        for name, declared in cls.__wire_fields__.items()
    }
    made = attr.make_class(
        owner.__name__, fields, frozen=True, slots=True, kw_only=True, eq=False, repr=False
    )
    init = made.__dict__["__init__"]
    init.__module__ = defined_in(owner)
    resolvable(init)
    for name, value in vars(made).items():
        if name == "__init__" or name.startswith("__attrs_"):
            setattr(owner, name, value)


class _MadeByAttrs:
    """Placeholder of an attribute: when it is read, attrs makes the attribute of the class."""

    def __init__(self, name: str) -> None:
        self._name = name

    def __get__(self, instance: object, cls: type[WireModel]) -> object:
        if cls is WireModel:
            raise AttributeError(self._name)
        _finish(cls)
        return getattr(cls if instance is None else instance, self._name)


@dataclass_transform(kw_only_default=True, frozen_default=True, field_specifiers=(wire,))
class _ModelType(type):
    """Gives each class a slot for every field that its body declares with `wire()`."""

    def __new__(cls, name: str, bases: tuple[type, ...], body: dict[str, Any]) -> _ModelType:
        fields = {key: value for key, value in body.items() if type(value) is WireField}
        for key in fields:
            del body[key]
        body.setdefault("__slots__", tuple(fields))
        # A subclass of a generated class that adds no field has the fields of its base.
        if bases and not any("__wire_fields__" in base.__dict__ for base in bases):
            body["__wire_fields__"] = fields
        return super().__new__(cls, name, bases, body)


class WireModel(metaclass=_ModelType):
    """Base of all generated classes: immutable values that are compared field by field.

    A generated class is an attrs class, but attrs makes its `__init__` and its fields only when
    they are first used: that is nine tenths of what defining a class costs, and most classes are
    only ever filled in by the converter. What can be written once for all classes stands here.
    """

    __slots__ = ()
    __wire_fields__: ClassVar[dict[str, WireField]]

    if TYPE_CHECKING:
        __attrs_attrs__: ClassVar[tuple[attrs.Attribute[Any], ...]]
    else:
        __init__ = _MadeByAttrs("__init__")
        __attrs_attrs__ = _MadeByAttrs("__attrs_attrs__")

    def __eq__(self, other: object) -> bool:
        if other.__class__ is not self.__class__:
            return NotImplemented
        return all(getattr(self, name) == getattr(other, name) for name in self.__wire_fields__)

    def __hash__(self) -> int:
        return hash((self.__class__, *(getattr(self, name) for name in self.__wire_fields__)))

    def __repr__(self) -> str:
        fields = self.__wire_fields__
        shown = ", ".join(
            f"{name}={redacted(value, secret='secret' in fields[name].metadata)!r}"
            for name, value in self._not_default()
        )
        return f"{type(self).__name__}({shown})"

    def to_json(self) -> JsonValue:
        """Returns the value as plain JSON, with the names of the wire."""
        from .converter import unstructure

        return unstructure(self)

    def _not_default(self) -> Iterator[tuple[str, object]]:
        for name, declared in self.__wire_fields__.items():
            value = getattr(self, name)
            default = declared.default if declared.factory is None else declared.factory()
            if value is not default and (type(value) is not type(default) or value != default):
                yield name, value

    def __setattr__(self, name: str, value: object) -> None:
        raise attrs.exceptions.FrozenInstanceError

    def __delattr__(self, name: str) -> None:
        raise attrs.exceptions.FrozenInstanceError

    def __replace__(self, **changes: object) -> Self:
        return attrs.evolve(self, **changes)  # type: ignore[misc]

    def __getstate__(self) -> tuple[object, ...]:
        return tuple(getattr(self, name) for name in self.__wire_fields__)

    def __setstate__(self, state: tuple[object, ...]) -> None:
        for name, value in zip(self.__wire_fields__, state, strict=True):
            object.__setattr__(self, name, value)
