"""Scalars in JSON: their schemas, their constraints, and how each is read and written."""

from __future__ import annotations

import base64
import operator
import re
from collections.abc import Callable, Iterable, Mapping
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from typing import TYPE_CHECKING, Any, Final, NamedTuple, TypeAlias
from uuid import UUID

from .shapes import Scalar

if TYPE_CHECKING:
    from .shapes import Schema

__all__ = ["is_scalar", "limits_of", "scalar", "write_scalar"]

Limits: TypeAlias = Mapping[str, Any]

_DATE: Final = r"[0-9]{4}-[0-9]{2}-[0-9]{2}"
_TIME: Final = r"([01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9](\.[0-9]{1,6})?"
_OFFSET: Final = r"(Z|[+-]([01][0-9]|2[0-3]):[0-5][0-9])"
_DURATION: Final = (
    r"([+-]?)P(?=[0-9T])(?:([0-9.]+)W)?(?:([0-9.]+)D)?"
    r"(?:T(?=[0-9])(?:([0-9.]+)H)?(?:([0-9.]+)M)?(?:([0-9.]+)S)?)?"
)
_DECIMAL: Final = r"-?[0-9]+(\.[0-9]+)?([eE][+-]?[0-9]+)?"
_UUID: Final = r"[0-9A-Fa-f]{8}-?([0-9A-Fa-f]{4}-?){3}[0-9A-Fa-f]{12}"


class _Form(NamedTuple):
    """How JSON holds the values of a type: as `kind`, or as text that `pattern` matches as a whole.

    `read` raises `ValueError` or `ArithmeticError` for what does not fit. The hint says what fits,
    to the model too: the runtime takes `format`, `pattern` and bounds out of the schema of a tool,
    and other providers may not know them.
    """

    read: Callable[[Any], object]
    pattern: str = ""
    hint: str = ""
    keywords: Schema = {}  # noqa: RUF012 - nothing writes to it
    kind: str = "string"


def _duration(text: str) -> timedelta:
    match = re.fullmatch(_DURATION, text)
    assert match is not None, "the pattern is checked first"
    sign, *amounts = match.groups(default="0")
    units = ("weeks", "days", "hours", "minutes", "seconds")
    length = timedelta(**dict(zip(units, map(float, amounts), strict=True)))
    return -length if sign == "-" else length


def _base64(text: str) -> bytes:
    return base64.b64decode(text, validate=True)


_moment: Final = datetime.fromisoformat
_clock: Final = time.fromisoformat
_FORMS: Final[Mapping[object, _Form]] = {
    str: _Form(str),
    int: _Form(int, kind="integer"),
    float: _Form(float, kind="number"),
    bool: _Form(bool, kind="boolean"),
    date: _Form(date.fromisoformat, _DATE, "ISO 8601 date", {"format": "date"}),
    timedelta: _Form(_duration, _DURATION, "ISO 8601 duration", {"format": "duration"}),
    UUID: _Form(UUID, _UUID, "UUID", {"format": "uuid"}),
    Decimal: _Form(Decimal, _DECIMAL, "decimal number", {"pattern": f"^{_DECIMAL}$"}),
    bytes: _Form(_base64, hint="Base64"),
}
_HINT: Final = "ISO 8601 {} UTC offset"
# With an offset from UTC, and without one. A date-time of RFC 3339 has an offset; a time of day, as
# people mean it, has none.
_ZONED: Final[Mapping[object, bool]] = {datetime: True, time: False}
_ZONED_FORMS: Final[Mapping[object, _Form]] = {
    (datetime, True): _Form(
        _moment,
        f"{_DATE}[T ]{_TIME}{_OFFSET}",
        _HINT.format("date and time with a"),
        {"format": "date-time"},
    ),
    (datetime, False): _Form(
        _moment, f"{_DATE}[T ]{_TIME}", _HINT.format("date and time without a")
    ),
    (time, True): _Form(
        _clock, _TIME + _OFFSET, _HINT.format("time of day with a"), {"format": "time"}
    ),
    (time, False): _Form(_clock, _TIME, "time of day as HH:MM:SS", {"pattern": f"^{_TIME}$"}),
}


class _Limit(NamedTuple):
    types: tuple[type, ...]
    hint: str
    keyword: str | None  # strict mode has none for the length of a string
    holds: Callable[[Any, Any], object]


_LIMITS: Final[Mapping[str, _Limit]] = {
    "ge": _Limit((int, float), "at least {}", "minimum", operator.ge),
    "gt": _Limit((int, float), "more than {}", "exclusiveMinimum", operator.gt),
    "le": _Limit((int, float), "at most {}", "maximum", operator.le),
    "lt": _Limit((int, float), "less than {}", "exclusiveMaximum", operator.lt),
    "multiple_of": _Limit(
        (int, float), "a multiple of {}", "multipleOf", lambda n, of: n % of == 0
    ),
    "pattern": _Limit((str,), "matching {}", "pattern", lambda text, like: re.search(like, text)),
    "min_length": _Limit((str, bytes), "at least {} {}", None, lambda text, n: len(text) >= n),
    "max_length": _Limit((str, bytes), "at most {} {}", None, lambda text, n: len(text) <= n),
}


def is_scalar(tp: object) -> bool:
    """Whether a type is one of the scalars."""
    return tp in _FORMS or tp in _ZONED


def limits_of(extras: Iterable[object]) -> Limits:
    """Returns the constraints among the extras of an `Annotated`, by name.

    An extra has them as attributes: those of `annotated_types` and of `msgspec.Meta` do.
    """
    return {
        name: value
        for extra in extras
        if not isinstance(extra, (str, type))
        for name in (*_LIMITS, "tz")
        if (value := getattr(extra, name, None)) is not None
    }


def scalar(tp: object, limits: Limits | None = None) -> Scalar:
    """Makes the shape of a scalar with constraints, as `limits_of` returns them.

    Raises:
        TypeError: a constraint does not apply to the type.
    """
    limits = limits or {}
    for name in limits:
        if tp not in (_ZONED if name == "tz" else _LIMITS[name].types):
            raise TypeError(f"the constraint {name} does not apply to {tp!r}")
    form = _ZONED_FORMS[tp, bool(limits.get("tz", _ZONED[tp]))] if tp in _ZONED else _FORMS[tp]
    bounds = [(limit, limits[name]) for name, limit in _LIMITS.items() if name in limits]
    units = "bytes" if tp is bytes else "characters"
    hints = [form.hint, *(limit.hint.format(bound, units) for limit, bound in bounds)]

    def read(value: Any) -> object:
        if form.pattern and not re.fullmatch(form.pattern, value):
            raise ValueError
        result = form.read(value)
        if not all(limit.holds(result, bound) for limit, bound in bounds):
            raise ValueError
        return result

    keywords = {limit.keyword: bound for limit, bound in bounds if limit.keyword}
    return Scalar(
        tp,
        frozenset({"integer", "number"} if tp is float else {form.kind}),
        {"type": form.kind, **form.keywords, **keywords},
        read,
        ", ".join(filter(None, hints)),
        limited=bool(limits),
    )


def write_scalar(value: object) -> str:
    """Returns the text of a scalar that orjson cannot write, as a shape reads it.

    Raises:
        TypeError: the value is no such scalar.
    """
    if isinstance(value, Decimal):
        return str(value)
    if isinstance(value, (bytes, bytearray, memoryview)):
        return base64.b64encode(value).decode("ascii")
    if isinstance(value, timedelta):
        sign, length = ("-", -value) if value < timedelta() else ("", value)
        days = f"{length.days}D" if length.days else ""
        seconds = f"{length.seconds}.{length.microseconds:06}".rstrip("0").rstrip(".")
        return f"{sign}P{days}T{seconds}S"
    raise TypeError(f"a value of type {type(value).__name__} has no JSON form")
