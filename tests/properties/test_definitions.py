"""Every definition of the schema: JSON drawn from the schema itself survives the way in and out."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given

from tests.properties.agreement import difference
from tests.properties.contract import (
    DEFINITIONS,
    NAMES,
    drawn_by_library,
    drawn_by_walk,
    needed,
    validator,
)
from tests.properties.examples import few
from trio_codex import protocol
from trio_codex.protocol.converter import structure, unstructure

# hypothesis-jsonschema copies every definition into every place that refers to it and works out
# what the copies mean again for each draw: these take from one to forty seconds for four values.
# They are drawn by the walk alone.
MANY = 5
DRAWN_BY_WALK_ALONE = {
    **{name: "reaches too many definitions" for name in NAMES if len(needed(name)) >= MANY},
    "ManagedHooksRequirements": "twelve lists of one large union side by side",
}
DRAWN_BY_LIBRARY = [name for name in NAMES if name not in DRAWN_BY_WALK_ALONE]


def survives(name: str, sent: Any) -> None:
    validator(name).validate(sent)
    cls = getattr(protocol, name)
    back = unstructure(structure(sent, cls))
    validator(name).validate(back)
    assert difference(DEFINITIONS[name], sent, back) is None
    # Once it has been out, it stays as it is for ever.
    assert unstructure(structure(back, cls)) == back


@pytest.mark.requirement("types/every-definition")
@pytest.mark.parametrize("name", NAMES)
def test_json_of_the_schema_comes_back(name: str) -> None:
    @few
    @given(sent=drawn_by_walk(name))
    def check(sent: Any) -> None:
        survives(name, sent)

    check()


@pytest.mark.requirement("types/every-definition")
@pytest.mark.parametrize("name", DRAWN_BY_LIBRARY)
def test_json_that_another_library_makes_of_the_schema_comes_back(name: str) -> None:
    @few
    @given(sent=drawn_by_library(name))
    def check(sent: Any) -> None:
        survives(name, sent)

    check()


@pytest.mark.requirement("types/every-definition")
def test_no_definition_is_left_out() -> None:
    assert len(NAMES) == len(DEFINITIONS) - 4
    assert {*DRAWN_BY_LIBRARY, *DRAWN_BY_WALK_ALONE} == set(NAMES)
    assert len(DRAWN_BY_LIBRARY) > 0.85 * len(NAMES)
