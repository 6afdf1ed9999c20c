"""The tables: complete, about the protocol only, and what the committed page says."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from tests.many_cases import in_one_case
from trio_codex.protocol import JsonValue
from trio_codex.protocol.methods import METHODS

from .audit import OPEN_TYPES, faults
from .page import coverage_page
from .tables import NOT_REACHED, SCENARIOS, row

ROOT = Path(__file__).resolve().parents[2]
PAGE = ROOT / "docs" / "protocol-coverage.md"


@pytest.mark.version_bound
@pytest.mark.requirement("types/whole-protocol")
@in_one_case(METHODS)
def test_the_tables_say_of_every_method_how_it_was_seen_or_why_not(method: str) -> None:
    found = row(method)
    assert found.how or found.why


@pytest.mark.version_bound
def test_the_tables_name_only_methods_of_the_protocol() -> None:
    named = {m for scenario in SCENARIOS for m in scenario.notifications}
    named |= {m for scenario in SCENARIOS for m in scenario.server_requests}
    assert (named | NOT_REACHED.keys()) <= METHODS.keys()
    assert not named & NOT_REACHED.keys()


def test_scenarios_have_names_of_their_own() -> None:
    assert len({scenario.name for scenario in SCENARIOS}) == len(SCENARIOS)


@pytest.mark.version_bound
@pytest.mark.requirement("types/whole-protocol")
def test_the_committed_page_is_what_the_tables_say() -> None:
    assert PAGE.read_text(encoding="utf-8") == coverage_page(), (
        "run: python -m tests.whole_protocol --write docs/protocol-coverage.md"
    )


def test_the_page_is_written_by_the_command_it_names(tmp_path: Path) -> None:
    path = tmp_path / "page.md"
    command = [sys.executable, "-m", "tests.whole_protocol", "--write", str(path)]
    subprocess.run(command, cwd=ROOT, check=True, timeout=60)
    assert path.read_text(encoding="utf-8") == coverage_page()


@pytest.mark.version_bound
def test_the_types_that_may_hold_other_keys_are_those_the_schema_says_so_of() -> None:
    assert open_definitions() == OPEN_TYPES


def open_definitions() -> set[str]:
    """Give the definitions of the schema that have properties and allow others."""
    text = (ROOT / "schema/experimental/codex_app_server_protocol.schemas.json").read_bytes()
    bundle = json.loads(text)["definitions"]
    definitions = {**bundle, **bundle.get("v2", {})}
    return {
        name
        for name, schema in definitions.items()
        if schema.get("properties") and schema.get("additionalProperties") is True
    }


THREAD_STATUS = METHODS["thread/status/changed"].params


def test_an_audit_finds_an_unknown_key_where_it_stands() -> None:
    raw: JsonValue = {"threadId": "t", "status": {"type": "active", "activeFlags": [], "since": 1}}
    assert faults(raw, THREAD_STATUS) == ["$.status.since: unknown key"]


def test_an_audit_finds_an_unknown_enum_value() -> None:
    raw: JsonValue = {"threadId": "t", "status": {"type": "active", "activeFlags": ["tired"]}}
    assert faults(raw, THREAD_STATUS) == ["$.status.activeFlags[0]: unknown enum value 'tired'"]


def test_an_audit_finds_an_unknown_variant() -> None:
    raw: JsonValue = {"threadId": "t", "status": {"type": "asleep"}}
    assert faults(raw, THREAD_STATUS) == ["$.status: unknown variant 'asleep'"]


def test_an_audit_finds_what_cannot_be_decoded() -> None:
    (fault,) = faults({"threadId": "t"}, THREAD_STATUS)
    assert fault.startswith("undecodable: $: the required key 'status'")
