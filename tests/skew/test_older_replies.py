"""Fields that older runtimes do not send: a reply without one of them is still a reply."""

from __future__ import annotations

import re
from typing import Any

import pytest

from schema.generator.history import read_history
from schema.generator.load import SCHEMA_DIR
from tests.many_cases import in_one_case
from tests.protocol.samples import fullest
from trio_codex import ProtocolError, protocol
from trio_codex.protocol.converter import structure

OPTIONAL = read_history(SCHEMA_DIR, "0.0.0").optional


def samples(place: str) -> tuple[str, str, list[dict[str, Any]]]:
    """The type of a field, its key, and full payloads of the type that have it."""
    match = re.fullmatch(r"(\w+)(?:<(\w+)=(\w+)>)?\.(\w+)", place)
    assert match is not None, f"teach this test the form of {place}"
    name, tag, value, key = match.groups()
    raws: list[Any] = fullest(name)
    return name, key, [raw for raw in raws if key in raw and (not tag or raw[tag] == value)]


@in_one_case(OPTIONAL)
def test_a_field_that_older_runtimes_lack_may_be_missing_or_null(place: str) -> None:
    name, key, raws = samples(place)
    assert raws
    for raw in raws:
        rest = {other: value for other, value in raw.items() if other != key}
        assert structure(rest, getattr(protocol, name)) == structure(
            {**raw, key: None}, getattr(protocol, name)
        )


def test_a_field_that_every_runtime_sends_is_required() -> None:
    (raw, *_) = fullest("Thread")
    assert isinstance(raw, dict)
    del raw["sessionId"]
    with pytest.raises(ProtocolError, match="'sessionId' of Thread is missing"):
        structure(raw, protocol.Thread)


def test_the_project_of_a_thread_came_with_0_149() -> None:
    assert OPTIONAL["Thread.projectId"] == "0.149.0"
