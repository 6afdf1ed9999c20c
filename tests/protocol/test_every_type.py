"""Each generated type: structured, unstructured, and compared with the schema.

What each type refuses is tested in `tests/properties/test_strategies.py`.
"""

from __future__ import annotations

import json
import re
from typing import Literal, get_args, get_origin

import jsonschema_rs
import pytest

from schema.generator.load import ENVELOPES, SCHEMA_DIR, load_contract
from tests.many_cases import by_domain
from tests.protocol.samples import MODELS, TYPE_NAMES, fullest, smallest
from trio_codex.protocol._types import fields_of, find_type, is_wire_type, shapes
from trio_codex.protocol.converter import converter, structure, unstructure

CONTRACT = load_contract(SCHEMA_DIR)
DEFINITIONS = sorted(name for name in CONTRACT.defs if name not in ENVELOPES)
REFERENCE = re.compile(r'"\$ref": "#/definitions/(?:v2/)?(\w+)"')


@by_domain(TYPE_NAMES)
def test_a_full_value_comes_back_as_the_json_it_was_made_from(name: str) -> None:
    cls = find_type(name)
    for sample in fullest(name):
        assert unstructure(structure(sample, cls)) == sample


@by_domain(TYPE_NAMES)
def test_the_smallest_value_survives_the_way_out_and_back(name: str) -> None:
    cls = find_type(name)
    value = structure(smallest(name), cls)
    again = structure(unstructure(value), cls)
    assert again == value
    assert type(again) is type(value)


@pytest.mark.requirement("types/every-hook")
@by_domain(TYPE_NAMES)
def test_the_cattrs_converter_has_the_same_hooks(name: str) -> None:
    cls = find_type(name)
    for sample in fullest(name):
        value = converter.structure(sample, cls)
        assert value == structure(sample, cls)
        assert converter.unstructure(value) == sample


@by_domain(MODELS)
def test_a_model_made_by_its_constructor_is_the_one_the_converter_makes(name: str) -> None:
    cls = find_type(name)
    sample = fullest(name)[0]
    made: object = structure(sample, cls)
    values = {field.name: getattr(made, field.name) for field in fields_of(cls)}
    assert cls(**values) == made
    assert hash(cls) == hash(type(made))


@by_domain(DEFINITIONS)
def test_samples_fit_the_schema_they_were_not_made_from(name: str) -> None:
    needed = _needed(name)
    definitions = {**needed, "v2": needed}
    validator = jsonschema_rs.Draft7Validator({**CONTRACT.defs[name], "definitions": definitions})
    cls = find_type(name)
    for sample in fullest(name):
        validator.validate(sample)
        validator.validate(unstructure(structure(sample, cls)))
    validator.validate(unstructure(structure(smallest(name), cls)))


def _needed(name: str) -> dict[str, object]:
    """The definitions a definition refers to, at any depth: to compile them all takes long."""
    found: dict[str, object] = {}
    waiting = [name]
    while waiting:
        schema = CONTRACT.defs[waiting.pop()]
        for target in REFERENCE.findall(json.dumps(schema)):
            if target not in found:
                found[target] = CONTRACT.defs[target]
                waiting.append(target)
    return found


@pytest.mark.requirement("types/every-hook")
def test_no_type_is_left_out() -> None:
    assert set(DEFINITIONS) <= set(TYPE_NAMES)
    assert len(MODELS) > 700


def test_every_tag_field_has_its_value_as_default() -> None:
    for name in MODELS:
        for field in fields_of(find_type(name)):
            values = get_args(field.type) if get_origin(field.type) is Literal else ()
            if len(values) == 1 and field.default:
                assert field.default == values[0], name


def test_no_field_is_typed_by_an_annotation_that_is_not_json() -> None:
    for name in MODELS:
        for field in fields_of(find_type(name)):
            assert is_wire_type(field.type) and shapes(field.type), name
