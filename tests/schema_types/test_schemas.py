"""Types become strict schemas, and JSON becomes values of them or an error with its path."""

from __future__ import annotations

import collections.abc as cabc
import dataclasses
import datetime as dt
import enum
import json
import subprocess
import sys
from decimal import Decimal
from typing import (
    Annotated,
    Any,
    Final,
    Generic,
    Literal,
    NamedTuple,
    NewType,
    NotRequired,
    Required,
    Self,
    TypedDict,
    TypeVar,
)
from uuid import UUID

import attrs
import msgspec
import pytest

from trio_codex._schema.derive import derive
from trio_codex.errors import InvalidArgumentError, ShapeError

T = TypeVar("T")
UserId = NewType("UserId", int)


class Colour(enum.Enum):
    RED = "r"
    BLUE = "b"


class Mixed(enum.Enum):
    WORD = "w"
    NUMBER = 1


@dataclasses.dataclass
class Circle:
    kind: Literal["circle"]
    radius: float


@dataclasses.dataclass
class Square:
    kind: Literal["square"]
    side: float


@attrs.frozen
class Box(Generic[T]):
    content: T


@attrs.frozen
class Nested(Box[list[T]], Generic[T]):
    own: T


def _upper(text: str) -> str:
    return text.upper()


@attrs.define
class Odd:
    """Fields of every odd kind.

    Attributes:
        shouted: comes in any case,
            is kept in capitals.
    """

    shouted: str = attrs.field(converter=_upper)
    small: int = attrs.field(validator=attrs.validators.lt(10))
    _hidden: int = 3
    renamed: str = attrs.field(default="x", alias="other_name")
    derived: int = attrs.field(init=False, default=7)


@attrs.frozen
class Node:
    value: int
    next: Node | None = None
    kids: list[Self] = attrs.field(factory=list)


class Movie(TypedDict, total=False):
    title: Required[str]
    year: Annotated[int, "when it came out"]
    seen: NotRequired[bool | None]


class Point(NamedTuple):
    x: int
    y: int = 0


def test_a_class_becomes_an_object_with_every_key_required_and_no_other_allowed() -> None:
    assert derive(Circle).schema == {
        "type": "object",
        "properties": {
            "kind": {"type": "string", "enum": ["circle"]},
            "radius": {"type": "number"},
        },
        "required": ["kind", "radius"],
        "additionalProperties": False,
    }


def test_attrs_aliases_private_names_converters_and_validators_work_as_in_the_constructor() -> None:
    odd = derive(Odd)
    properties = odd.schema["properties"]
    assert isinstance(properties, dict)
    assert list(properties) == ["shouted", "small", "hidden", "other_name"]
    assert properties["shouted"] == {
        "type": "string",
        "description": "comes in any case, is kept in capitals.",
    }
    assert odd.schema["description"] == "Fields of every odd kind."
    value = odd.decode({"shouted": "abc", "small": 1, "hidden": 4, "other_name": "y"})
    assert value == Odd("ABC", 1, 4, "y")
    with pytest.raises(ShapeError, match=r"\$: Odd refuses it: 'small' must be < 10"):
        odd.decode({"shouted": "abc", "small": 11, "hidden": 4, "other_name": "y"})


def test_a_default_fills_in_for_a_key_a_careless_provider_left_out() -> None:
    assert derive(Point).decode({"x": 1}) == Point(1, 0)
    assert derive(Point).schema["required"] == ["x", "y"]


def test_a_key_that_may_be_missing_is_asked_for_as_nullable_and_null_leaves_it_out() -> None:
    movie = derive(Movie)
    assert movie.schema["required"] == ["title", "year", "seen"]
    properties = movie.schema["properties"]
    assert isinstance(properties, dict)
    assert properties["year"] == {
        "anyOf": [{"type": "integer"}, {"type": "null"}],
        "description": "when it came out",
    }
    assert movie.decode({"title": "M", "year": None, "seen": None}) == {"title": "M", "seen": None}


def test_a_class_that_contains_itself_is_a_definition() -> None:
    node = derive(Node)
    value = node.decode({"value": 1, "next": {"value": 2, "next": None, "kids": []}, "kids": []})
    assert value == Node(1, Node(2))
    assert "Node" in json.dumps(node.schema["$defs"])
    with pytest.raises(
        ShapeError, match=r"^\$\.next\.kids\[0\]\.value: expected integer, got string"
    ):
        node.decode(
            {
                "value": 1,
                "next": {
                    "value": 2,
                    "next": None,
                    "kids": [{"value": "3", "next": None, "kids": []}],
                },
                "kids": [],
            }
        )


def test_a_type_variable_used_by_a_class_and_its_base_means_what_each_of_them_says() -> None:
    nested = derive(Nested[int])
    assert nested.decode({"content": [1, 2], "own": 3}) == Nested([1, 2], 3)
    with pytest.raises(ShapeError, match=r"\$\.content: expected array"):
        nested.decode({"content": 1, "own": 3})
    with pytest.raises(InvalidArgumentError, match=r"\$\.content: the type variable ~T has no"):
        derive(Box)


def test_a_described_class_is_copied_because_a_reference_may_have_no_neighbours() -> None:
    @attrs.frozen
    class Holder:
        described: Annotated[Circle, "the round one"]
        plain: Circle

    properties = derive(Holder).schema["properties"]
    assert isinstance(properties, dict)
    assert properties["plain"] == {"$ref": "#/$defs/Circle"}
    described = properties["described"]
    assert isinstance(described, dict)
    assert (described["type"], described["description"]) == ("object", "the round one")


def test_two_classes_with_one_name_stay_two_definitions() -> None:
    def make(tp: type) -> Any:
        return attrs.make_class("Same", {"x": attrs.field(type=tp)})

    both = attrs.make_class(
        "Both", {"a": attrs.field(type=make(int)), "b": attrs.field(type=make(str))}
    )
    definitions = derive(both).schema["$defs"]
    assert isinstance(definitions, dict)
    assert len(definitions) == 2
    value: Any = derive(both).decode({"a": {"x": 1}, "b": {"x": "y"}})
    assert (value.a.x, value.b.x) == (1, "y")


@pytest.mark.parametrize(
    ("tp", "schema"),
    [
        (UserId, {"type": "integer"}),
        (Final[int], {"type": "integer"}),
        (Literal["a", 1, None], {"anyOf": [  # noqa: PYI061
            {"type": "string", "enum": ["a"]}, {"type": "integer", "enum": [1]},
            {"type": "null"}]}),
        (Mixed, {"anyOf": [
            {"type": "string", "enum": ["w"]}, {"type": "integer", "enum": [1]}]}),
        (Literal[Colour.RED], {"type": "string", "enum": ["r"]}),
        (cabc.Sequence[int], {"type": "array", "items": {"type": "integer"}}),
        (frozenset[str], {"type": "array", "items": {"type": "string"}}),
        (tuple[int, ...], {"type": "array", "items": {"type": "integer"}}),
        (tuple[int, int], {"type": "array", "items": {"type": "integer"}, "minItems": 2,
                           "maxItems": 2, "description": "exactly 2 items"}),
        (UUID, {"type": "string", "format": "uuid", "description": "UUID"}),
        (Annotated[int, msgspec.Meta(ge=1, le=5, description="stars")],
         {"type": "integer", "minimum": 1, "maximum": 5,
          "description": "stars (at least 1, at most 5)"}),
        (Annotated[str, msgspec.Meta(max_length=3)],
         {"type": "string", "description": "at most 3 characters"}),
        (Annotated[list[int], msgspec.Meta(min_length=1)],
         {"type": "array", "items": {"type": "integer"}, "minItems": 1,
          "description": "at least 1 items"}),
    ],
)  # fmt: skip
def test_a_type_has_its_schema(tp: Any, schema: object) -> None:
    assert derive(tp).schema == schema


@pytest.mark.parametrize(
    ("tp", "value", "expected"),
    [
        (float, 1, 1.0),
        (int | float, 1, 1),
        (float | int, 1, 1),
        (int | float, 1.0, 1.0),
        (Colour, "b", Colour.BLUE),
        (Literal[Colour.RED], "r", Colour.RED),
        (Literal["a"] | str, "b", "b"),  # noqa: PYI051
        (set[int], [1, 1], {1}),
        (dt.datetime, "2026-01-01T00:00:00Z", dt.datetime(2026, 1, 1, tzinfo=dt.UTC)),
        (dt.time, "09:30:00", dt.time(9, 30)),
        (dt.timedelta, "PT90S", dt.timedelta(seconds=90)),
        (Decimal, "1.50", Decimal("1.50")),
        (bytes, "aGk=", b"hi"),
        (Circle | Square, {"kind": "square", "side": 1}, Square("square", 1.0)),
        (Circle | Point, {"x": 1, "y": 2}, Point(1, 2)),
    ],
)
def test_a_json_value_becomes_a_python_value(tp: Any, value: Any, expected: object) -> None:
    result = derive(tp).decode(value)
    assert result == expected
    assert type(result) is type(expected)


@pytest.mark.parametrize(
    ("tp", "value", "match"),
    [
        (int, "7", r"^\$: expected integer, got string"),
        (int, True, r"^\$: expected integer, got boolean"),
        (int, 1.0, r"^\$: expected integer, got number"),
        (float, True, r"^\$: expected number, got boolean"),
        (Literal[1], True, r"^\$: expected one of 1"),
        (list[str], "abc", r"^\$: expected array, got string"),
        (int | None, "x", r"^\$: expected integer or null, got string"),
        (UUID, "secret", r"^\$: expected UUID$"),
        (Decimal, 1.5, r"^\$: expected string, got number"),
        (dt.datetime, "2026-01-01T00:00:00",
         r"^\$: expected ISO 8601 date and time with a UTC offset$"),
        (Annotated[str, msgspec.Meta(max_length=3)], "long", r"^\$: expected at most 3 char"),
        (tuple[int, int], [1], r"^\$: expected exactly 2 items, got 1"),
        (Circle, {"kind": "circle"}, r"^\$\.radius: is missing"),
        (Circle, {"kind": "circle", "radius": 1, "not ok": 2}, r"^\$\['not ok'\]: is not a key"),
        (list[Circle | Square], [{"kind": "square", "side": "x"}],
         r"^\$\[0\]\.side: expected number, got string"),
        (Circle | Square, {"kind": "star"}, r"^\$: fits none of: .*'circle'; .*'square'"),
        (Circle | Square, [], r"^\$: expected object, got array"),
    ],
)  # fmt: skip
def test_a_value_that_does_not_fit_is_refused_with_its_path(
    tp: Any, value: Any, match: str
) -> None:
    with pytest.raises(ShapeError, match=match):
        derive(tp).decode(value)


def test_an_error_names_no_value_unless_the_users_class_does() -> None:
    for tp in (
        int,
        UUID,
        Colour,
        Literal["a", "b"],
        dt.date,
        Annotated[str, msgspec.Meta(pattern="^x")],
    ):
        with pytest.raises(ShapeError) as caught:
            derive(tp).decode("hunter2")  # type: ignore[arg-type]
        assert "hunter2" not in str(caught.value)


def test_open_keys_are_taken_where_they_are_allowed() -> None:
    table = derive(dict[str, list[int]], maps=True)
    assert table.schema == {
        "type": "object",
        "additionalProperties": {"type": "array", "items": {"type": "integer"}},
    }
    assert table.decode({"a": [1]}) == {"a": [1]}
    with pytest.raises(ShapeError, match=r"\$\.a\[1\]: expected integer"):
        table.decode({"a": [1, "x"]})
    with pytest.raises(InvalidArgumentError, match="must have str keys"):
        derive(dict[int, str], maps=True)


def test_union_members_in_a_recursive_class_are_told_apart_too() -> None:
    @attrs.frozen
    class Leaf:
        kind: Literal["leaf"]

    @attrs.frozen
    class Tree:
        kind: Literal["tree"]
        kids: list[Tree | Leaf]

    tree = derive_with_locals(Tree, Leaf)
    value = tree.decode({"kind": "tree", "kids": [{"kind": "leaf"}, {"kind": "tree", "kids": []}]})
    assert value == Tree("tree", [Leaf("leaf"), Tree("tree", [])])


def derive_with_locals(tp: Any, *others: type) -> Any:
    from trio_codex._schema.derive import Deriver

    deriver = Deriver(names={other.__name__: other for other in others})
    return deriver.finish(deriver.shape(tp, "$"))


@pytest.mark.skipif(sys.version_info < (3, 12), reason="the type statement is of 3.12")
def test_a_type_statement_may_be_recursive() -> None:
    names: dict[str, Any] = {}
    exec("type Tree = int | list[Tree]\ntype Pair[T] = tuple[T, T]\ntype Trees = list[Tree]", names)
    tree = derive(names["Trees"])
    assert tree.decode([1, [2, [3]]]) == [1, [2, [3]]]
    with pytest.raises(ShapeError, match="expected array or integer"):
        tree.decode([1, ["x"]])
    assert derive(names["Pair"][int]).decode([1, 2]) == (1, 2)


def test_importing_the_modules_loads_no_schema_library() -> None:
    code = (
        "import sys, trio_codex._tools.tool, trio_codex._schema.output;"
        "sys.exit('msgspec' in sys.modules or 'cattrs' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False, timeout=60).returncode == 0
