"""Structured output: the schema sent for an `output_type`, and the value read from the answer."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Generic, TypeVar, cast

import attrs
import orjson

from ..errors import InvalidArgumentError, OutputValidationError, ShapeError
from .derive import Deriver, UnresolvedNameError
from .shapes import Field, Record, bare

if TYPE_CHECKING:
    from typing_extensions import TypeForm

    from .._json import JsonValue
    from .derive import TypeSchema
else:
    # Type checkers accept any type expression, such as `int | None`, which is no `type`.
    TypeForm = type

__all__ = ["OutputSpec", "TypeForm", "output_spec"]

T = TypeVar("T")


@attrs.frozen(eq=False)
class OutputSpec(Generic[T]):
    """The schema of a turn's answer, and its reader.

    Attributes:
        schema: the strict JSON Schema to send as `outputSchema`; always of an object.
        wrapped: whether the type is not an object, so that the answer is `{"value": ...}`.
    """

    schema: dict[str, JsonValue]
    wrapped: bool
    _type: TypeSchema[T]

    def decode(self, text: str | None) -> T:
        """Returns the value of the type that the final response holds.

        Args:
            text: the final response; `None` when the turn had none.

        Raises:
            OutputValidationError: the text is not JSON, or JSON that does not fit the type.
        """
        if text is None:
            raise OutputValidationError(
                "the turn ended without a final response", text=None, path="$"
            )
        try:
            orjson.loads(text)  # strict, where `json` also takes NaN, 1e999 and lone surrogates
            value: JsonValue = json.loads(text)  # exact, where orjson rounds large integers
        except (ValueError, RecursionError) as error:
            raise OutputValidationError(
                f"the final response is not JSON: {error}", text=text, path="$"
            ) from error
        try:
            return self._type.decode(value)
        except ShapeError as error:
            raise OutputValidationError(
                f"the final response does not fit its type at {error.path}: {error.reason}",
                text=text,
                path=error.path,
            ) from None


def output_spec(output_type: TypeForm[T]) -> OutputSpec[T]:
    """Derives the schema of a type and the reader of its values.

    Args:
        output_type: an attrs class, a dataclass, a TypedDict, a NamedTuple, or builtin scalars,
            containers, literals, enums and unions of them. A field with a default is still
            required in the schema; a `NotRequired` key is nullable there, and null leaves it out.

    Raises:
        InvalidArgumentError: strict JSON Schema cannot express the type; the message has the path
            of the part and a way out.
    """
    if isinstance(output_type, (str, bytes, Mapping, Sequence, int, float)):
        raise InvalidArgumentError(
            f"output_type must be a type, not {output_type!r:.80}; for a JSON Schema use "
            "output_schema"
        )
    deriver = Deriver()
    try:
        shape = deriver.shape(output_type, "$")
    except UnresolvedNameError as error:
        raise InvalidArgumentError(str(error)) from None
    # Strict mode takes only an object at the root, and no union of objects either.
    wrapped = not isinstance(bare(shape), Record)
    if wrapped:
        shape = Record("the answer", (Field("value", shape),), _unwrap)
    found = cast("TypeSchema[T]", deriver.finish(shape))
    return OutputSpec(found.schema, wrapped, found)


def _unwrap(arguments: dict[str, object]) -> object:
    return arguments["value"]
