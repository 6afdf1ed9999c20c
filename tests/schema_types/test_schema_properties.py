"""For any expressible type: its schema is strict, its values fit the schema and come back equal."""

from __future__ import annotations

import base64
import dataclasses
import datetime as dt
import enum
import functools
import itertools
import json
import operator
from decimal import Decimal
from typing import Any, Literal, NamedTuple, NotRequired, TypedDict
from uuid import UUID

import attrs
import jsonschema_rs
import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from trio_codex._schema.derive import derive
from trio_codex._schema.output import OutputSpec, output_spec
from trio_codex.errors import InvalidArgumentError, OutputValidationError

ALLOWED_KEYWORDS = {
    "$defs", "$ref", "additionalProperties", "anyOf", "description", "enum", "exclusiveMaximum",
    "exclusiveMinimum", "format", "items", "maxItems", "maximum", "minItems", "minimum",
    "multipleOf", "pattern", "properties", "required", "type",
}  # fmt: skip
FORMATS = {"date-time", "date", "time", "duration", "uuid"}
_ids = itertools.count()
# The functional forms, for which a type checker wants literals.
make_enum: Any = enum.Enum
make_named_tuple: Any = NamedTuple
make_typed_dict: Any = TypedDict


class Case(NamedTuple):
    """A type, its values, and how a value is written in JSON by somebody who is not the deriver."""

    type: Any
    values: st.SearchStrategy[Any]
    write: Any


def _same(value: Any) -> Any:
    return value


def _duration(value: dt.timedelta) -> str:
    return f"P{value.days}DT{value.seconds}S"


_text = st.text(st.characters(exclude_categories=["Cs"]), max_size=8)
_zones = st.just(dt.UTC) | st.integers(-12 * 60, 12 * 60).map(
    lambda minutes: dt.timezone(dt.timedelta(minutes=minutes))
)
# A year below 1000 is written with too few digits by some and refused by others.
_moments = st.datetimes(dt.datetime(1000, 1, 1), timezones=_zones)  # noqa: DTZ001
SCALARS = [
    Case(str, _text, _same),
    Case(int, st.integers(), _same),
    Case(bool, st.booleans(), _same),
    Case(float, st.floats(allow_nan=False, allow_infinity=False), _same),
    Case(type(None), st.none(), _same),
    Case(UUID, st.uuids(), str),
    Case(bytes, st.binary(max_size=8), lambda value: base64.b64encode(value).decode()),
    Case(Decimal, st.decimals(allow_nan=False, allow_infinity=False), str),
    Case(dt.date, st.dates(dt.date(1000, 1, 1)), dt.date.isoformat),
    Case(dt.time, st.times(), dt.time.isoformat),
    Case(dt.datetime, _moments, dt.datetime.isoformat),
    Case(dt.timedelta, st.integers(0, 10**9).map(lambda s: dt.timedelta(seconds=s)), _duration),
]


@st.composite
def choices(draw: st.DrawFn) -> Case:
    words = draw(st.lists(st.sampled_from("abcdef"), min_size=1, max_size=3, unique=True))
    numbers = draw(st.lists(st.integers(-3, 3), max_size=2, unique=True))
    constants: list[Any] = [*words, *numbers]
    if draw(st.booleans()):
        members: Any = make_enum(
            f"Choice{next(_ids)}", {f"M{i}": value for i, value in enumerate(constants)}
        )
        return Case(members, st.sampled_from(list(members)), operator.attrgetter("value"))
    return Case(Literal[tuple(constants)], st.sampled_from(constants), _same)


def arrays(item: Case) -> st.SearchStrategy[Case]:
    def write(values: Any) -> Any:
        return [item.write(value) for value in values]

    tp: Any = item.type
    lists = st.lists(item.values, max_size=3)
    made = [
        Case(list.__class_getitem__(tp), lists, write),
        Case(tuple.__class_getitem__((tp, ...)), lists.map(tuple), write),
        Case(tuple.__class_getitem__((tp, tp)), st.tuples(item.values, item.values), write),
    ]
    return st.sampled_from(made)


@st.composite
def records(draw: st.DrawFn, inner: st.SearchStrategy[Case]) -> Case:
    names = draw(st.lists(st.sampled_from(["a", "b", "from_", "x1"]), max_size=3, unique=True))
    fields = {name: draw(inner) for name in names}
    kind = draw(st.sampled_from(["attrs", "dataclass", "typed dict", "named tuple"]))
    types = {name: case.type for name, case in fields.items()}
    name = f"Record{next(_ids)}"
    if kind == "attrs":
        cls: Any = attrs.make_class(name, {key: attrs.field(type=tp) for key, tp in types.items()})
    elif kind == "dataclass":
        cls = dataclasses.make_dataclass(name, list(types.items()))
    elif kind == "named tuple" and types:
        cls = make_named_tuple(name, list(types.items()))
    else:
        return draw(_typed_dicts(name, fields))

    def write(value: Any) -> Any:
        return {key: case.write(getattr(value, key)) for key, case in fields.items()}

    return Case(cls, _built(cls, fields), write)


@st.composite
def _typed_dicts(draw: st.DrawFn, name: str, fields: dict[str, Case]) -> Case:
    # What may be missing and may be null is null when it is missing; only the others come back.
    loose = {
        key for key, case in fields.items() if draw(st.booleans()) and not _nullable(case.type)
    }
    types = {
        key: NotRequired.__getitem__(case.type) if key in loose else case.type
        for key, case in fields.items()
    }
    values = {key: case.values for key, case in fields.items()}

    def write(value: Any) -> Any:
        return {
            key: case.write(value[key]) if key in value else None for key, case in fields.items()
        }

    required = {key: value for key, value in values.items() if key not in loose}
    optional = {key: value for key, value in values.items() if key in loose}
    return Case(
        make_typed_dict(name, types), st.fixed_dictionaries(required, optional=optional), write
    )


def _built(cls: Any, fields: dict[str, Case]) -> st.SearchStrategy[Any]:
    return st.builds(cls, **{name: case.values for name, case in fields.items()})


def _nullable(tp: Any) -> bool:
    return tp is type(None) or type(None) in getattr(tp, "__args__", ())


def optionals(inner: Case) -> Case:
    def write(value: Any) -> Any:
        return None if value is None else inner.write(value)

    return Case(inner.type | None, st.none() | inner.values, write)


@st.composite
def tagged(draw: st.DrawFn, inner: st.SearchStrategy[Case]) -> Case:
    cases = []
    for tag in draw(
        st.lists(st.sampled_from(["u", "v", "w"]), min_size=2, max_size=3, unique=True)
    ):
        kind = Case(Literal[tag], st.just(tag), _same)
        fields = {"kind": kind, "body": draw(inner)}
        types = {name: attrs.field(type=case.type) for name, case in fields.items()}
        cls = attrs.make_class(f"Tagged{next(_ids)}", types)
        cases.append((cls, _built(cls, fields), fields))

    def write(value: Any) -> Any:
        fields = next(fields for cls, _, fields in cases if type(value) is cls)
        return {key: case.write(getattr(value, key)) for key, case in fields.items()}

    union = functools.reduce(operator.or_, [cls for cls, _, _ in cases])
    return Case(union, st.one_of([values for _, values, _ in cases]), write)


CASES = st.recursive(
    st.sampled_from(SCALARS) | choices(),
    lambda inner: (
        inner.flatmap(arrays)
        | records(inner)
        | records(inner)
        | tagged(inner)
        | inner.filter(lambda case: not _nullable(case.type)).map(optionals)
    ),
    max_leaves=6,
)


def assert_strict(schema: Any, *, root: bool = False) -> None:
    assert isinstance(schema, dict)
    assert set(schema) <= ALLOWED_KEYWORDS
    assert "$defs" not in schema or root
    if root:
        assert schema["type"] == "object"
    if "$ref" in schema:
        assert set(schema) == {"$ref"}
        return
    assert ("type" in schema) != ("anyOf" in schema)
    if schema.get("type") == "object":
        assert schema["additionalProperties"] is False
        assert schema["required"] == list(schema["properties"])
    assert ("items" in schema) == (schema.get("type") == "array")
    assert schema.get("format", "date") in FORMATS
    for key in ("properties", "$defs"):
        for child in schema.get(key, {}).values():
            assert_strict(child)
    for child in [*schema.get("anyOf", []), *([schema["items"]] if "items" in schema else [])]:
        assert_strict(child)


def json_text(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False)


@pytest.mark.requirement("output/strict-schema")
@given(CASES)
def test_every_derived_schema_is_a_schema_and_is_strict(case: Case) -> None:
    schema = output_spec(case.type).schema
    jsonschema_rs.meta.validate(
        {"$schema": "https://json-schema.org/draft/2020-12/schema", **schema}
    )
    assert_strict(schema, root=True)
    assert output_spec(case.type).schema == schema


@pytest.mark.requirement("tool/schema")
@given(st.data())
@settings(max_examples=300)
def test_a_value_fits_the_schema_of_its_type_and_comes_back_equal(data: st.DataObject) -> None:
    case = data.draw(CASES, label="type")
    value = data.draw(case.values, label="value")
    spec: OutputSpec[Any] = output_spec(case.type)
    wire = case.write(value)
    wire = {"value": wire} if spec.wrapped else wire
    validator = jsonschema_rs.Draft202012Validator(spec.schema, validate_formats=True)
    assert validator.is_valid(wire), [str(error) for error in validator.iter_errors(wire)]
    result = spec.decode(json_text(wire))
    assert result == value
    assert type(result) is type(value)


@given(st.data())
@settings(max_examples=300)
def test_what_the_schema_refuses_is_refused(data: st.DataObject) -> None:
    asked = data.draw(CASES, label="type asked for")
    given_ = data.draw(CASES, label="type answered")
    check_refusal(asked, given_.write(data.draw(given_.values, label="answer")))


def check_refusal(asked: Case, answer: Any) -> None:
    spec: OutputSpec[Any] = output_spec(asked.type)
    wire = {"value": answer} if spec.wrapped else answer
    validator = jsonschema_rs.Draft202012Validator(spec.schema, validate_formats=True)
    if validator.is_valid(wire):
        return
    try:
        result = spec.decode(json_text(wire))
    except OutputValidationError as error:
        refusal = error
    else:
        # Strict mode wants every key, the type does not: nothing else may have been wrong.
        complete = asked.write(result)
        complete = {"value": complete} if spec.wrapped else complete
        assert validator.is_valid(complete)
        assert without_nulls(complete) == without_nulls(wire)
        return
    assert refusal.path.startswith("$")


def without_nulls(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: without_nulls(item) for key, item in value.items() if item is not None}
    return [without_nulls(item) for item in value] if isinstance(value, list) else value


class Loose(TypedDict):
    a: NotRequired[str]
    b: str


def _written(value: Any) -> Any:
    return None if value is None else {"a": value.get("a"), "b": value["b"]}


LOOSE: Any = Loose | None


def test_a_key_that_may_be_left_out_may_be_missing() -> None:
    assert output_spec(LOOSE).decode('{"value":{"b":"x"}}') == {"b": "x"}
    check_refusal(Case(LOOSE, st.none(), _written), {"b": "x"})
    for wrong in ({"a": "x"}, {"b": None}, {"b": "x", "c": "x"}, {"a": 1, "b": "x"}):
        with pytest.raises(OutputValidationError, match=r"missing|expected|is not a key"):
            output_spec(LOOSE).decode(json_text({"value": wrong}))


@given(st.lists(CASES, min_size=2, max_size=3), st.data())
def test_a_union_is_refused_or_brings_back_each_of_its_members(
    cases: list[Case], data: st.DataObject
) -> None:
    union = functools.reduce(operator.or_, [case.type for case in cases])
    try:
        derived = derive(union)
    except InvalidArgumentError:
        return
    for case in cases:
        value = data.draw(case.values)
        result = derived.decode(msgspec.json.decode(json_text(case.write(value))))
        assert result == value
