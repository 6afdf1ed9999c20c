"""Classes made of a primitive: enums of the protocol and of users, and plain subclasses."""

from __future__ import annotations

from enum import Enum, IntEnum

import attrs
import pytest

from trio_codex.errors import ShapeError
from trio_codex.protocol import TurnStatus, UnknownVariant
from trio_codex.protocol.converter import structure


class Colour(str, Enum):
    RED = "red"


class Level(IntEnum):
    HIGH = 3


class Name(str):
    __slots__ = ()


@attrs.frozen
class Lamp:
    colour: Colour
    level: Level
    name: Name
    others: list[Colour]


@pytest.mark.parametrize("value", ["completed", "postponed"])
def test_an_open_enum_alone_is_its_member(value: str) -> None:
    status = structure(value, TurnStatus)
    assert type(status) is TurnStatus
    assert status.is_known == (value == "completed")


def test_a_field_of_a_derived_class_is_of_that_class() -> None:
    lamp = structure({"colour": "red", "level": 3, "name": "desk", "others": ["red"]}, Lamp)
    assert lamp == Lamp(Colour.RED, Level.HIGH, Name("desk"), [Colour.RED])
    assert [type(value) for value in (lamp.colour, lamp.level, lamp.name)] == [Colour, Level, Name]


def test_an_enum_of_a_user_refuses_what_it_does_not_have() -> None:
    with pytest.raises(ShapeError, match=r"\$: expected \"red\""):
        structure("blue", Colour)


def test_a_derived_class_is_as_strict_as_its_primitive() -> None:
    with pytest.raises(ShapeError, match=r"\$: expected an integer"):
        structure("3", Level)
    with pytest.raises(ShapeError, match=r"\$: expected an integer"):
        structure(True, Level)


def test_an_unknown_variant_has_its_tag_as_its_type() -> None:
    assert UnknownVariant(tag="brandNew", raw={"type": "brandNew"}).type == "brandNew"
