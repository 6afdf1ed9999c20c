"""Naming rules, on examples and on all generated names."""

from __future__ import annotations

import keyword
import re

import pytest

from schema.generator.ir import ClassDef, Definition, EnumDef
from schema.generator.names import enum_member, field_name, pascal, title_name


@pytest.mark.parametrize(
    ("wire", "name"),
    [
        ("threadId", "thread_id"),
        ("thread_id", "thread_id"),
        ("_meta", "meta"),
        ("async", "async_"),
        ("sha256", "sha256"),
        ("emittedAtMs", "emitted_at_ms"),
        ("usesHTTPProxy", "uses_http_proxy"),
        ("list", "list_"),
    ],
)
def test_fields_are_snake_case(wire: str, name: str) -> None:
    assert field_name(wire) == name


def test_a_key_no_name_can_be_made_of_is_refused() -> None:
    with pytest.raises(ValueError, match="no attribute name can be made of '42'"):
        field_name("42")


@pytest.mark.parametrize(
    ("value", "member"),
    [("on-request", "ON_REQUEST"), ("inProgress", "IN_PROGRESS"), ("", "EMPTY"), ("1h", "V1_H")],
)
def test_enum_members_are_upper_case(value: str, member: str) -> None:
    assert enum_member(value) == member


def test_class_names_come_from_tags_and_titles() -> None:
    assert pascal("openai/form") == "OpenaiForm"
    assert pascal("file_id") == "FileId"
    assert title_name("Profilev2::BedrockSetupParams") == "ProfileBedrockSetupParams"


@pytest.mark.requirement("package/type-names")
def test_no_type_has_a_number_for_a_name(types: dict[str, Definition]) -> None:
    numbered = [name for name in types if re.search(r"\d+$", name)]

    # The runtime's own name for a table of tools in its configuration.
    assert numbered == ["ToolsV2"]


def test_all_names_are_python_names(types: dict[str, Definition]) -> None:
    for name, definition in types.items():
        assert re.fullmatch(r"[A-Z][A-Za-z0-9]*", name)
        if isinstance(definition, ClassDef):
            names = [field.name for field in definition.fields]
            assert all(re.fullmatch(r"[a-z][a-z0-9_]*", one) for one in names)
            assert not any(keyword.iskeyword(one) for one in names)
        if isinstance(definition, EnumDef):
            assert all(re.fullmatch(r"[A-Z][A-Z0-9_]*", enum_member(v)) for v in definition.values)
