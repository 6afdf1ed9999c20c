"""Each rule of the compiler, on small schemas."""

from __future__ import annotations

import pytest

from schema.generator.ir import (
    AliasDef,
    ClassDef,
    Definition,
    EnumDef,
    Schema,
    SchemaError,
    UnionDef,
)
from schema.generator.load import load_contract, merge
from schema.generator.model import compile_contract
from schema.generator.patches import patched


def _compile(**defs: Schema) -> dict[str, Definition]:
    return compile_contract(merge("1", defs, defs))


def _tagged(value: str, **properties: object) -> Schema:
    return {
        "type": "object",
        "properties": {"type": {"enum": [value], "type": "string"}, **properties},
        "required": ["type", *properties],
    }


_TEXT = {"type": "string"}


def test_an_object_is_a_class_with_its_required_fields_first() -> None:
    schema = {"type": "object", "properties": {"aB": _TEXT, "z": _TEXT}, "required": ["z"]}

    compiled = _compile(Thing=schema)["Thing"]

    assert isinstance(compiled, ClassDef)
    assert [(f.wire, f.name, f.required) for f in compiled.fields] == [
        ("z", "z", True),
        ("aB", "a_b", False),
    ]


@pytest.mark.parametrize(
    ("schema", "text"),
    [
        (_TEXT, "str"),
        ({"type": ["string", "null"]}, "str | None"),
        ({"type": "array", "items": _TEXT}, "list[str]"),
        ({"type": "array", "items": {"type": ["string", "null"]}}, "list[str | None]"),
        ({"type": "array", "items": True}, "list[JsonValue]"),
        ({"type": "object", "additionalProperties": {"type": "boolean"}}, "dict[str, bool]"),
        ({"type": "object"}, "dict[str, JsonValue]"),
        ({"anyOf": [{"$ref": "#/definitions/Other"}, {"type": "null"}]}, "Other | None"),
        ({"allOf": [{"$ref": "#/definitions/Other"}], "default": "x"}, "Other"),
        ({}, "JsonValue"),
    ],
)
def test_a_plain_schema_is_a_type_expression(schema: Schema, text: str) -> None:
    owner = {"type": "object", "properties": {"x": schema}, "required": ["x"]}

    compiled = _compile(Owner=owner, Other=_TEXT)["Owner"]

    assert isinstance(compiled, ClassDef)
    assert compiled.fields[0].expr.full == text


def test_the_format_of_an_integer_is_kept() -> None:
    schema = {"type": ["integer", "null"], "format": "uint16", "minimum": 0.0}

    compiled = _compile(Owner={"type": "object", "properties": {"x": schema}})["Owner"]

    assert isinstance(compiled, ClassDef)
    assert compiled.fields[0].expr.format == "uint16"


def test_string_choices_are_one_enum_however_they_are_written() -> None:
    types = _compile(
        A={"type": "string", "enum": ["x", "y"]},
        B={"oneOf": [{"type": "string", "enum": ["x"]}, {"type": "string", "enum": ["y"]}]},
    )

    for name in ("A", "B"):
        compiled = types[name]
        assert isinstance(compiled, EnumDef)
        assert compiled.values == ["x", "y"]
        assert not compiled.closed


def test_tagged_objects_are_a_union_with_a_class_for_each_tag() -> None:
    types = _compile(Shape={"oneOf": [_tagged("circle", r=_TEXT), _tagged("dot")]})

    union = types["Shape"]
    assert isinstance(union, UnionDef)
    assert union.tag == "type"
    assert union.variants == {"circle": "CircleShape", "dot": "DotShape"}
    circle = types["CircleShape"]
    assert isinstance(circle, ClassDef)
    assert [(field.wire, field.tag) for field in circle.fields] == [
        ("type", ("circle",)),
        ("r", ()),
    ]


def test_properties_beside_the_alternatives_belong_to_each_of_them() -> None:
    schema = {
        "type": "object",
        "properties": {"id": _TEXT},
        "required": ["id"],
        "oneOf": [_tagged("a"), _tagged("b")],
    }

    types = _compile(Shape=schema)

    for name in ("AShape", "BShape"):
        compiled = types[name]
        assert isinstance(compiled, ClassDef)
        assert [(field.wire, field.required) for field in compiled.fields] == [
            ("type", True),
            ("id", True),
        ]


def test_a_variant_with_alternatives_is_a_union_in_the_union() -> None:
    image = {
        **_tagged("image"),
        "title": "ImageInput",
        "anyOf": [
            {"type": "object", "properties": {"url": _TEXT}, "required": ["url"]},
            {"type": "object", "properties": {"fileId": _TEXT}, "required": ["fileId"]},
        ],
    }

    types = _compile(Input={"oneOf": [_tagged("text"), image]})

    outer, inner = types["Input"], types["ImageInput"]
    assert isinstance(outer, UnionDef)
    assert isinstance(inner, UnionDef)
    assert outer.variants["image"] == "ImageInput"
    assert inner.tag is None
    assert inner.keys == {"url": "UrlImageInput", "fileId": "FileIdImageInput"}


def test_an_object_with_one_key_is_told_by_that_key() -> None:
    part = {"type": "object", "properties": {"deep": _TEXT}}
    granular = {
        "type": "object",
        "additionalProperties": False,
        "properties": {"granular": part},
        "required": ["granular"],
        "title": "GranularAsk",
    }

    types = _compile(Ask={"oneOf": [{"type": "string", "enum": ["never"]}, granular]})

    union = types["Ask"]
    assert isinstance(union, UnionDef)
    assert union.keys == {"granular": "GranularAsk"}
    assert [other.text for other in union.others] == ["AskKind"]
    assert isinstance(types["GranularAskBody"], ClassDef)


def test_two_tags_of_one_shape_and_one_name_share_a_class() -> None:
    types = _compile(Ask={"oneOf": [_tagged("open/form", x=_TEXT), _tagged("openForm", x=_TEXT)]})

    union, shared = types["Ask"], types["OpenFormAsk"]
    assert isinstance(union, UnionDef)
    assert isinstance(shared, ClassDef)
    assert union.variants == {"open/form": "OpenFormAsk", "openForm": "OpenFormAsk"}
    assert shared.fields[0].tag == ("open/form", "openForm")


def test_a_constant_that_tells_shapes_apart_is_closed() -> None:
    member = {"type": "object", "required": ["type"]}
    types = _compile(
        Either={"anyOf": [{"$ref": "#/definitions/A"}, {"$ref": "#/definitions/B"}]},
        A={**member, "properties": {"type": {"$ref": "#/definitions/AType"}}},
        B={**member, "properties": {"type": {"$ref": "#/definitions/BType"}}},
        AType={"type": "string", "enum": ["a"]},
        BType={"type": "string", "enum": ["b"]},
        Other={"type": "string", "enum": ["a"]},
    )

    closed = {n: d.closed for n, d in types.items() if isinstance(d, EnumDef)}
    assert closed == {"AType": True, "BType": True, "Other": False}


def test_a_shape_an_earlier_one_would_hide_is_told_by_its_own_key() -> None:
    wide = {"type": "object", "properties": {"a": _TEXT, "b": _TEXT}, "required": ["a"]}
    types = _compile(
        Either={"anyOf": [{"$ref": "#/definitions/A"}, {"$ref": "#/definitions/B"}]},
        A={**wide, "properties": {"a": _TEXT}},
        B=wide,
    )

    union = types["Either"]
    assert isinstance(union, UnionDef)
    assert union.keys == {"b": "B"}
    assert [member.text for member in union.members] == ["A", "B"]


def test_an_object_without_properties_is_a_message_or_a_map() -> None:
    types = _compile(PingResponse={"type": "object"}, Extra={"type": "object"})

    assert isinstance(types["PingResponse"], ClassDef)
    extra = types["Extra"]
    assert isinstance(extra, AliasDef)
    assert extra.expr.text == "dict[str, JsonValue]"


@pytest.mark.parametrize(
    ("schema", "message"),
    [
        ({"type": "widget"}, "has the type widget"),
        ({"type": ["string", "integer"]}, r"has the types \['string', 'integer'\]"),
        ({"allOf": [_TEXT, _TEXT]}, "allOf of several schemas"),
        ({"type": "object", "properties": {}, "required": ["x"]}, r"requires \['x'\]"),
        (
            {"type": "object", "properties": {"a_b": _TEXT, "aB": _TEXT}},
            "two keys of Owner become one attribute",
        ),
        (
            {"anyOf": [{"type": "object", "properties": {"a": _TEXT}, "required": []}] * 2},
            "nothing tells OtherOwner from the other shapes of Owner",
        ),
    ],
)
def test_a_schema_there_is_no_rule_for_is_refused(schema: Schema, message: str) -> None:
    with pytest.raises(SchemaError, match=message):
        _compile(Owner=schema)


def test_two_types_of_one_name_are_refused() -> None:
    part = {"type": "object", "properties": {"x": {"enum": ["a"], "type": "string"}}}

    with pytest.raises(SchemaError, match="two types would be called OwnerX"):
        _compile(Owner=part, OwnerX={"type": "string", "enum": ["b"]})


def test_a_patch_refuses_a_schema_it_was_not_written_for() -> None:
    entry = {"oneOf": [{"properties": {"type": {"enum": ["turnStarted"]}}, "required": ["type"]}]}
    with pytest.raises(SchemaError, match="has no started_at, turn_id any more: drop the patch"):
        patched({"ThreadTimelineEntry": entry})


def test_a_timeline_is_read_as_the_runtime_writes_it() -> None:
    variants = load_contract().defs["ThreadTimelineEntry"]["oneOf"]
    keys = {key for variant in variants for key in variant["properties"]}
    assert {"turnId", "startedAt", "completedAt", "durationMs"} <= keys
    assert not {key for key in keys if "_" in key}
