"""Shapes: a JSON Schema, and a reader of the JSON values that fit it.

One object does both, so that the schema the model gets and the values taken from it always agree.
`derive.py` builds shapes from Python types.
"""

from __future__ import annotations

import re
from abc import ABC, abstractmethod
from typing import TYPE_CHECKING, Any, Final, TypeAlias

import attrs

from ..errors import ShapeError, text_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from .._json import JsonValue

    Schema: TypeAlias = dict[str, JsonValue]

__all__ = [
    "Array",
    "Choice",
    "Described",
    "Field",
    "Record",
    "Ref",
    "Scalar",
    "Shape",
    "Table",
    "Union",
]

_KINDS: Final[dict[type, str]] = {
    type(None): "null",
    bool: "boolean",
    int: "integer",
    float: "number",
    str: "string",
    list: "array",
    dict: "object",
}
_IDENTIFIER: Final = re.compile(r"[A-Za-z_][A-Za-z0-9_]*\Z")


def kind_of(value: object) -> str:
    """Returns the JSON type of a value, or its Python type if JSON has none for it."""
    return _KINDS.get(type(value), type(value).__name__)


def join(path: str, key: str) -> str:
    """Returns a JSON path extended by a key."""
    return f"{path}.{key}" if _IDENTIFIER.match(key) else f"{path}[{key!r}]"


def mismatch(path: str, kinds: Iterable[str], value: object) -> ShapeError:
    """Returns the error for a value of the wrong JSON type; it never quotes the value."""
    wanted = set(kinds)
    if "number" in wanted:
        wanted.discard("integer")
    return ShapeError(path, f"expected {' or '.join(sorted(wanted))}, got {kind_of(value)}")


class Shape(ABC):
    """The JSON values that fit, as a schema and as a reader."""

    @property
    @abstractmethod
    def kinds(self) -> frozenset[str]:
        """The JSON types of fitting values."""

    @property
    def hint(self) -> str:
        """What schema keywords say, in words: keywords may be removed before a model reads them."""
        return ""

    @abstractmethod
    def schema(self) -> Schema:
        """The strict JSON Schema of fitting values."""

    @abstractmethod
    def read(self, value: JsonValue, path: str) -> object:
        """Returns the Python value of a JSON value.

        Raises:
            ShapeError: the value does not fit.
        """


@attrs.frozen(eq=False)
class Scalar(Shape):
    """A number, a string or something written as one.

    Attributes:
        type: the Python type.
        kinds: the JSON types that fit.
        keywords: the schema without its description.
        parse: makes the Python value; raises `ValueError` or `ArithmeticError` if there is none.
        hint: what fits, in words.
        limited: whether only some values of the type fit.
    """

    type: object
    kinds: frozenset[str]
    keywords: Mapping[str, JsonValue]
    parse: Callable[[Any], object]
    hint: str = ""
    limited: bool = False

    def schema(self) -> Schema:
        return {**self.keywords, "description": self.hint} if self.hint else dict(self.keywords)

    def read(self, value: JsonValue, path: str) -> object:
        if kind_of(value) not in self.kinds:
            raise mismatch(path, self.kinds, value)
        try:
            return self.parse(value)
        except (ValueError, ArithmeticError) as error:
            # Without the error's text, which may quote the value.
            wanted = self.hint or "a number in the range of float"
            raise ShapeError(path, f"expected {wanted}") from error


@attrs.frozen(eq=False)
class Choice(Shape):
    """One of several constants: a `Literal`, an enum, `None`."""

    options: tuple[tuple[str | int | bool | None, object], ...]

    @property
    def kinds(self) -> frozenset[str]:
        return frozenset(kind_of(wire) for wire, _ in self.options)

    @property
    def plain(self) -> bool:
        """Whether the Python values are the JSON values."""
        return all(wire is value for wire, value in self.options)

    def schema(self) -> Schema:
        groups: dict[str, list[JsonValue]] = {}
        for wire, _ in self.options:
            groups.setdefault(kind_of(wire), []).append(wire)
        schemas: list[JsonValue] = [
            {"type": "null"} if kind == "null" else {"type": kind, "enum": values}
            for kind, values in groups.items()
        ]
        if len(schemas) > 1:
            return {"anyOf": schemas}
        only = schemas[0]
        assert isinstance(only, dict)
        return only

    def read(self, value: JsonValue, path: str) -> object:
        for wire, result in self.options:
            if type(wire) is type(value) and wire == value:
                return result
        if self.kinds == {"null"}:
            raise mismatch(path, self.kinds, value)
        raise ShapeError(
            path, f"expected one of {', '.join(repr(wire) for wire, _ in self.options)}"
        )


@attrs.frozen(eq=False)
class Array(Shape):
    """A JSON array with items of one shape."""

    item: Shape
    build: Callable[[list[object]], object]
    least: int | None = None
    most: int | None = None
    kinds: frozenset[str] = frozenset({"array"})

    @property
    def hint(self) -> str:
        if self.least is not None and self.least == self.most:
            return f"exactly {self.least} items"
        parts = []
        if self.least is not None:
            parts.append(f"at least {self.least} items")
        if self.most is not None:
            parts.append(f"at most {self.most} items")
        return ", ".join(parts)

    def schema(self) -> Schema:
        schema: Schema = {"type": "array", "items": self.item.schema()}
        if self.least is not None:
            schema["minItems"] = self.least
        if self.most is not None:
            schema["maxItems"] = self.most
        if self.hint:
            schema["description"] = self.hint
        return schema

    def read(self, value: JsonValue, path: str) -> object:
        if not isinstance(value, list):
            raise mismatch(path, self.kinds, value)
        few = self.least is not None and len(value) < self.least
        many = self.most is not None and len(value) > self.most
        if few or many:
            raise ShapeError(path, f"expected {self.hint}, got {len(value)}")
        return self.build([self.item.read(item, f"{path}[{i}]") for i, item in enumerate(value)])


@attrs.frozen(eq=False)
class Table(Shape):
    """A JSON object with any keys; allowed in tools, not in strict output."""

    value: Shape
    kinds: frozenset[str] = frozenset({"object"})

    def schema(self) -> Schema:
        return {"type": "object", "additionalProperties": self.value.schema()}

    def read(self, value: JsonValue, path: str) -> object:
        if not isinstance(value, dict):
            raise mismatch(path, self.kinds, value)
        return {key: self.value.read(item, join(path, key)) for key, item in value.items()}


@attrs.frozen(eq=False)
class Field:
    """One key of a record.

    Attributes:
        key: the key in JSON, and the keyword argument that builds the record.
        shape: the shape of the value.
        required: whether a value without the key is refused.
        null_is_absent: whether `null` stands for leaving the value out.
    """

    key: str
    shape: Shape
    required: bool = True
    null_is_absent: bool = False


@attrs.frozen(eq=False)
class Record(Shape):
    """A JSON object with known keys, built by a class or a function."""

    name: str
    fields: tuple[Field, ...]
    build: Callable[[dict[str, object]], object]
    description: str = ""
    kinds: frozenset[str] = frozenset({"object"})

    @property
    def keys(self) -> frozenset[str]:
        """The keys of a complete value."""
        return frozenset(field.key for field in self.fields)

    def schema(self) -> Schema:
        schema: Schema = {"type": "object"}
        if self.description:
            schema["description"] = self.description
        schema["properties"] = {field.key: field.shape.schema() for field in self.fields}
        # Strict mode requires every key; a key that may be left out is nullable instead.
        schema["required"] = [field.key for field in self.fields]
        schema["additionalProperties"] = False
        return schema

    def read(self, value: JsonValue, path: str) -> object:
        if not isinstance(value, dict):
            raise mismatch(path, self.kinds, value)
        arguments: dict[str, object] = {}
        for field in self.fields:
            if field.key not in value:
                if field.required:
                    raise ShapeError(join(path, field.key), "is missing")
                continue
            item = value[field.key]
            if item is None and field.null_is_absent:
                continue
            arguments[field.key] = field.shape.read(item, join(path, field.key))
        for key in value:
            if key not in self.keys:
                raise ShapeError(join(path, key), f"is not a key of {self.name}")
        try:
            return self.build(arguments)
        except Exception as error:  # a class's own validators may raise anything
            raise ShapeError(path, f"{self.name} refuses it: {text_of(error)}") from error


@attrs.define(eq=False)
class Ref(Shape):
    """A named shape, which may contain itself."""

    name: str
    target: Shape | None = None

    @property
    def resolved(self) -> Shape:
        """The shape with this name."""
        assert self.target is not None, f"{self.name} is used before it is derived"
        return self.target

    @property
    def kinds(self) -> frozenset[str]:
        return self.resolved.kinds

    def schema(self) -> Schema:
        return {"$ref": f"#/$defs/{self.name}"}

    def read(self, value: JsonValue, path: str) -> object:
        return self.resolved.read(value, path)


@attrs.frozen(eq=False)
class Described(Shape):
    """A shape with a description for the model."""

    inner: Shape
    text: str

    @property
    def kinds(self) -> frozenset[str]:
        return self.inner.kinds

    def schema(self) -> Schema:
        # Strict mode refuses keywords beside a $ref: the definition is copied here instead.
        inner = self.inner.resolved if isinstance(self.inner, Ref) else self.inner
        hint = f" ({inner.hint})" if inner.hint else ""
        return {**inner.schema(), "description": f"{self.text}{hint}"}

    def read(self, value: JsonValue, path: str) -> object:
        return self.inner.read(value, path)


@attrs.frozen(eq=False)
class Union(Shape):
    """One of several shapes; `union_ambiguity` refuses those that are ambiguous."""

    variants: tuple[Shape, ...]

    @property
    def kinds(self) -> frozenset[str]:
        return frozenset[str]().union(*(variant.kinds for variant in self.variants))

    def schema(self) -> Schema:
        return {"anyOf": [variant.schema() for variant in self.variants]}

    def read(self, value: JsonValue, path: str) -> object:
        kind = kind_of(value)
        fitting = [variant for variant in self.variants if kind in variant.kinds]
        if not fitting:
            raise mismatch(path, self.kinds, value)
        # A complete record comes before one that needs defaults; see `_rank` for the rest.
        fitting.sort(key=lambda variant: _rank(variant, value))
        errors: list[ShapeError] = []
        for variant in fitting:
            try:
                return variant.read(value, path)
            except ShapeError as error:
                errors.append(error)
        likely = [e for v, e in zip(fitting, errors, strict=True) if _tags_fit(v, value)] or errors
        if len(likely) == 1:
            raise likely[0]
        raise ShapeError(path, "fits none of: " + "; ".join(str(error) for error in likely))


def bare(shape: Shape) -> Shape:
    """Returns a shape without its names and descriptions."""
    while isinstance(shape, (Ref, Described)):
        shape = shape.resolved if isinstance(shape, Ref) else shape.inner
    return shape


def _rank(variant: Shape, value: JsonValue) -> int:
    """Orders variants of one JSON type: constants, integers, complete records, then the rest."""
    shape = bare(variant)
    if isinstance(shape, Choice):
        return 0
    if isinstance(shape, Record):
        return 0 if isinstance(value, dict) and shape.keys == value.keys() else 1
    return 2 if "number" in shape.kinds else 1


def _tags_fit(variant: Shape, value: JsonValue) -> bool:
    shape = bare(variant)
    if not isinstance(shape, Record) or not isinstance(value, dict):
        return True
    for field in shape.fields:
        constant = bare(field.shape)
        if isinstance(constant, Choice) and field.key in value:
            try:
                constant.read(value[field.key], "$")
            except ShapeError:
                return False
    return True
