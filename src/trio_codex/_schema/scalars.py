"""Turns a scalar type and its msgspec constraints into the shape that reads it."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from decimal import Decimal
from typing import TYPE_CHECKING, Annotated, Final
from uuid import UUID

from .shapes import Scalar

if TYPE_CHECKING:
    from collections.abc import Sequence

    import msgspec

    from ..protocol._model import JsonValue

__all__ = ["constrains", "is_scalar", "scalar"]

_TIME: Final = r"^([01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9](\.[0-9]{1,6})?$"
_DECIMAL: Final = r"^-?[0-9]+(\.[0-9]+)?([eE][+-]?[0-9]+)?$"
_PLAIN: Final[dict[object, str]] = {str: "string", int: "integer", float: "number", bool: "boolean"}
# The words are there because the runtime takes `format`, `pattern` and bounds out of the schema of
# a tool before the model sees it, and other providers may not know them.
_WRITTEN: Final[dict[object, tuple[dict[str, JsonValue], str]]] = {
    datetime: ({"format": "date-time"}, "ISO 8601 date and time with a UTC offset"),
    date: ({"format": "date"}, "ISO 8601 date"),
    time: ({"pattern": _TIME}, "time of day as HH:MM:SS"),
    timedelta: ({"format": "duration"}, "ISO 8601 duration"),
    UUID: ({"format": "uuid"}, "UUID"),
    Decimal: ({"pattern": _DECIMAL}, "decimal number"),
    bytes: ({}, "Base64"),
}
_BOUNDS: Final[dict[str, str]] = {
    "minimum": "at least {}",
    "exclusiveMinimum": "more than {}",
    "maximum": "at most {}",
    "exclusiveMaximum": "less than {}",
    "multipleOf": "a multiple of {}",
    "pattern": "matching {}",
    "minLength": "at least {} characters",
    "maxLength": "at most {} characters",
}
_NOT_STRICT: Final = frozenset({"minLength", "maxLength"})
_CONSTRAINTS: Final = (
    "gt",
    "ge",
    "lt",
    "le",
    "multiple_of",
    "pattern",
    "min_length",
    "max_length",
    "tz",
)


def is_scalar(tp: object) -> bool:
    """Whether a type is one of the scalars."""
    return tp in _PLAIN or tp in _WRITTEN


def constrains(meta: msgspec.Meta) -> bool:
    """Whether a Meta says which values are allowed, and not only what they are."""
    return any(getattr(meta, name) is not None for name in _CONSTRAINTS)


def scalar(tp: object, metas: Sequence[msgspec.Meta] = ()) -> Scalar:
    """Makes the shape of a scalar.

    Raises:
        TypeError: a constraint does not apply to the type.
    """
    if tp in _PLAIN and not metas:
        name = _PLAIN[tp]
        kinds = {"integer", "number"} if tp is float else {name}
        return Scalar(tp, frozenset(kinds), {"type": name})
    return _written(tp, metas) if tp in _WRITTEN else _bounded(tp, metas)


def _written(tp: object, metas: Sequence[msgspec.Meta]) -> Scalar:
    import msgspec

    keywords, hint = _WRITTEN[tp]
    annotated: object = tp
    for meta in metas:
        annotated = Annotated[annotated, meta]
    zone = next((meta.tz for meta in metas if meta.tz is not None), None)
    if tp in (datetime, time) and zone is None:
        # A date-time of RFC 3339 has an offset; a time of day, as people mean it, has none.
        zone = tp is datetime
        annotated = Annotated[annotated, msgspec.Meta(tz=zone)]
    if tp is datetime and not zone:
        keywords, hint = {}, "ISO 8601 date and time without a UTC offset"
    elif tp is time and zone:
        keywords, hint = {"format": "time"}, "ISO 8601 time of day with a UTC offset"
    msgspec.json.schema(annotated)  # refuses constraints that mean nothing here
    return Scalar(annotated, frozenset({"string"}), {"type": "string", **keywords}, hint)


def _bounded(tp: object, metas: Sequence[msgspec.Meta]) -> Scalar:
    import msgspec

    annotated: object = tp
    for meta in metas:
        annotated = Annotated[annotated, meta]
    derived: dict[str, JsonValue] = msgspec.json.schema(annotated)
    said = [words.format(derived[key]) for key, words in _BOUNDS.items() if key in derived]
    keywords = {
        key: value
        for key, value in derived.items()
        if key == "type" or (key in _BOUNDS and key not in _NOT_STRICT)
    }
    return Scalar(annotated, scalar(tp).kinds, keywords, ", ".join(said))
