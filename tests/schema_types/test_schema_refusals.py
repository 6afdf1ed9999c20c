"""Types a strict schema cannot express are refused with the path of the part and a way out."""

from __future__ import annotations

import dataclasses
import datetime as dt
import enum
from typing import Annotated, Any, Literal

import attrs
import msgspec
import pytest

from trio_codex._schema.derive import derive
from trio_codex.errors import InvalidArgumentError


class Colour(enum.Enum):
    RED = "r"
    BLUE = "b"


class Weird(enum.Enum):
    HALF = 0.5


class Bits(enum.Flag):
    ONE = 1
    TWO = 2


@dataclasses.dataclass
class Circle:
    kind: Literal["circle"]
    radius: float


@dataclasses.dataclass
class Twin:
    kind: Literal["circle", "other"]
    radius: float


def refused(tp: Any, match: str) -> None:
    with pytest.raises(InvalidArgumentError, match=match):
        derive(tp)


def one_field(tp: Any) -> Any:
    return attrs.make_class("Holder", {"items": attrs.field(type=list[tp])})


@pytest.mark.requirement("output/inexpressible")
@pytest.mark.parametrize(
    ("tp", "match"),
    [
        (complex, r"\$\.items\[\]: complex is not .* a strict JSON Schema; use an attrs"),
        (dict[str, int], r"\$\.items\[\]: dict\[str, int\] is .* keys are open\); use an attrs"),
        (tuple[int, str], r"\$\.items\[\]: tuple\[int, str\] is not .*; use tuple\[T, ...\]"),
        (Any, r"\$\.items\[\]: Any says nothing"),
        (object, r"\$\.items\[\]: object says nothing"),
        (list, r"\$\.items\[\]: list does not say its item type; write list\[T\]"),
        (Bits, r"\$\.items\[\]: flags are not expressible; use list of an Enum"),
        (Weird, r"\$\.items\[\]: Weird has the value 0\.5"),
        (set[list[int]], r"\$\.items\[\]\[\]: list\[int\] is not hashable; use list instead"),
        (str | dt.date, r"\$\.items\[\]: two alternatives .* cannot be told apart"),
        (Colour | str, r"\$\.items\[\]: two alternatives"),
        (list[int] | list[str], r"\$\.items\[\]: two alternatives"),
        (Circle | Twin, r"\$\.items\[\]: two alternatives .* kind: Literal\['circle'\]"),
        (Annotated[int | None, msgspec.Meta(ge=1)], r"\$\.items\[\]: constraints go on a scalar"),
        (Annotated[int, msgspec.Meta(max_length=1)], r"\$\.items\[\]: "),
    ],
)  # fmt: skip
def test_a_type_that_cannot_be_expressed_is_refused_with_its_path_and_a_way_out(
    tp: Any, match: str
) -> None:
    refused(one_field(tp), match)


def test_an_init_variable_is_refused() -> None:
    @dataclasses.dataclass
    class Late:
        x: dataclasses.InitVar[int]

    refused(Late, r"\$\.x: an InitVar is not a field")


def test_an_annotation_nobody_can_resolve_is_refused_with_its_owner() -> None:
    @attrs.frozen
    class Lost:
        x: Nowhere  # type: ignore[name-defined]  # noqa: F821

    refused(Lost, r"\$: an annotation of .*Lost cannot be resolved \(name 'Nowhere'")
