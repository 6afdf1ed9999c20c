"""Scalars: the constraints of an annotation, the texts of dates and numbers, and their limits."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from typing import Annotated, Any

import attrs
import pytest

from trio_codex._schema.derive import derive
from trio_codex._schema.scalars import write_scalar
from trio_codex.errors import ShapeError


@attrs.frozen
class Bounds:
    """Constraints with the attributes of those in `annotated_types`."""

    ge: float | None = None
    gt: float | None = None
    le: float | None = None
    lt: float | None = None
    multiple_of: float | None = None
    pattern: str | None = None
    min_length: int | None = None
    max_length: int | None = None
    tz: bool | None = None


@pytest.mark.parametrize(
    ("tp", "value", "expected"),
    [
        (dt.timedelta, "-P1W2DT3H4M5.25S", -dt.timedelta(9, 3 * 3600 + 245, 250_000)),
        (Annotated[dt.time, Bounds(tz=True)], "09:30:00Z", dt.time(9, 30, tzinfo=dt.UTC)),
        (Annotated[dt.datetime, Bounds(tz=False)], "2026-01-01 00:00:00.5",
         dt.datetime(2026, 1, 1, microsecond=500_000)),  # noqa: DTZ001
        (Annotated[int, Bounds(ge=1, le=5), ["an extra without a hash"]], 5, 5),
    ],
)  # fmt: skip
def test_a_value_that_fits_is_read(tp: Any, value: Any, expected: object) -> None:
    assert derive(tp).decode(value) == expected


@pytest.mark.parametrize(
    ("tp", "value", "match"),
    [
        (Annotated[int, Bounds(gt=0, lt=9)], 9, r"expected more than 0, less than 9"),
        (Annotated[int, Bounds(ge=1), Bounds(le=5)], 0, r"expected at least 1, at most 5"),
        (Annotated[float, Bounds(multiple_of=0.5)], 0.7, r"expected a multiple of 0\.5"),
        (Annotated[str, Bounds(pattern="^x")], "yx", r"expected matching \^x"),
        (Annotated[bytes, Bounds(min_length=3)], "aGk=", r"expected Base64, at least 3 bytes"),
        (Annotated[list[int], Bounds(max_length=1)], [1, 2], r"expected at most 1 items, got 2"),
        (Annotated[dt.datetime, Bounds(tz=False)], "2026-01-01T00:00:00Z",
         r"expected ISO 8601 date and time without a UTC offset"),
        (Annotated[dt.time, Bounds(tz=True)], "09:30:00",
         r"expected ISO 8601 time of day with a UTC offset"),
        (dt.date, "2026-02-30", r"expected ISO 8601 date"),
        (dt.date, "20260228", r"expected ISO 8601 date"),
        (dt.timedelta, "P", r"expected ISO 8601 duration"),
        (dt.timedelta, "P1Y", r"expected ISO 8601 duration"),
        (dt.timedelta, "PT1.2.3S", r"expected ISO 8601 duration"),
        (dt.timedelta, "P9999999999D", r"expected ISO 8601 duration"),
        (Decimal, "NaN", r"expected decimal number"),
        (bytes, "a", r"expected Base64"),
        (float, 10**400, r"expected a number in the range of float"),
    ],
)  # fmt: skip
def test_a_value_outside_the_type_or_its_constraints_is_refused(
    tp: Any, value: Any, match: str
) -> None:
    with pytest.raises(ShapeError, match=rf"^\$: {match}$"):
        derive(tp).decode(value)


@pytest.mark.parametrize(
    "value",
    [
        Decimal("1E+10"),
        b"hi",
        dt.timedelta(),
        dt.timedelta(days=-1, seconds=1, microseconds=10),
        dt.timedelta(days=400, seconds=90),
    ],
)
def test_what_a_tool_returns_is_written_as_it_is_read(value: Any) -> None:
    assert derive(type(value)).decode(write_scalar(value)) == value
