"""Every definition of the schema: JSON drawn from the schema survives structuring."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given

from tests.many_cases import by_domain
from tests.properties.agreement import difference
from tests.properties.contract import (
    DEFINITIONS,
    NAMES,
    drawn_by_library,
    drawn_by_walk,
    needed,
    validator,
)
from tests.properties.examples import MANY_ASKED_FOR, few
from trio_codex import protocol
from trio_codex.protocol.converter import structure, unstructure

# hypothesis-jsonschema copies every definition into every place that refers to it and works out
# what the copies mean again for each draw. It is there to check the walk, so a sample of the
# definitions without references is enough, unless many examples are asked for.
DRAWN_BY_LIBRARY = (
    [name for name in NAMES if len(needed(name)) <= 4]
    if MANY_ASKED_FOR
    else [name for name in NAMES if not needed(name)][::4]
)


def survives(name: str, sent: Any) -> None:
    validator(name).validate(sent)
    cls = getattr(protocol, name)
    back = unstructure(structure(sent, cls))
    validator(name).validate(back)
    assert difference(DEFINITIONS[name], sent, back) is None
    # What was unstructured once does not change again.
    assert unstructure(structure(back, cls)) == back


@pytest.mark.requirement("types/every-definition")
@by_domain(NAMES)
def test_json_of_the_schema_comes_back(name: str) -> None:
    @few
    @given(sent=drawn_by_walk(name))
    def check(sent: Any) -> None:
        survives(name, sent)

    check()


@pytest.mark.requirement("types/every-definition")
@by_domain(DRAWN_BY_LIBRARY)
def test_json_that_another_library_makes_of_the_schema_comes_back(name: str) -> None:
    @few
    @given(sent=drawn_by_library(name))
    def check(sent: Any) -> None:
        survives(name, sent)

    check()


@pytest.mark.requirement("types/every-definition")
def test_no_definition_is_left_out() -> None:
    assert len(NAMES) == len(DEFINITIONS) - 4
    assert len(DRAWN_BY_LIBRARY) > 0.1 * len(NAMES)
