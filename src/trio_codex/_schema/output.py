"""Turns an `output_type` into the schema a turn must answer in, and its answer into that type."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Generic, TypeVar, cast

import attrs

from ..errors import InvalidArgumentError, OutputValidationError, ShapeError
from .derive import Deriver, UnresolvedNameError
from .shapes import Field, Record, bare

if TYPE_CHECKING:
    from .._client.result import TypeForm
    from ..protocol._model import JsonValue
    from .derive import TypeSchema

__all__ = ["OutputSpec", "output_spec"]

T = TypeVar("T")


@attrs.frozen(eq=False)
class OutputSpec(Generic[T]):
    """What a turn must answer.

    Attributes:
        schema: the strict JSON Schema to send as `outputSchema`; always of an object.
        wrapped: whether the type itself is no object and is asked for as `{"value": ...}`.
    """

    schema: dict[str, JsonValue]
    wrapped: bool
    _type: TypeSchema[T]

    def decode(self, text: str | None) -> T:
        """Turns the final response into a value of the type.

        Args:
            text: the final response; `None` when the turn had none.

        Raises:
            OutputValidationError: the text is not JSON, or JSON that does not fit the type.
        """
        import msgspec

        if text is None:
            raise OutputValidationError(
                "the turn ended without a final response", text=None, path="$"
            )
        try:
            value: JsonValue = msgspec.json.decode(text.encode("utf-8"))
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
    """Derives what to ask for, and how to read it, from a type.

    Args:
        output_type: an attrs class, a dataclass, a TypedDict, a NamedTuple, or builtin scalars,
            containers, literals, enums and unions of them. A field with a default is still asked
            for; a `NotRequired` key is asked for as nullable, and null leaves it out.

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
