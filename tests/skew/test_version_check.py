"""The version check: everything newer than a runtime is found at its path."""

from __future__ import annotations

import re
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from schema.generator import history
from schema.generator.load import SCHEMA_DIR
from tests.many_cases import in_one_case
from tests.properties.examples import bounded
from trio_codex._version import RUNTIME_VERSION
from trio_codex.protocol import METHODS as TYPED
from trio_codex.protocol._generated._since import METHODS, OLDEST, PARAMS
from trio_codex.protocol.version_check import TooNew, VersionCheck, version_key
from trio_codex.testing.strategies import wire

HISTORY = history.read_history(SCHEMA_DIR, "0.0.0")
VERSIONS = HISTORY.versions
# Every place of the committed history, also those that are inside of another one just as new.
PLACES = [
    (method, path, since)
    for method, places in HISTORY.params.items()
    for path, since in places.items()
]
STEP = re.compile(r"\.[^.\[{<=]+|\[\]|\{\}|<[^>]+>|=.*")


def before(version: str) -> str:
    return VERSIONS[VERSIONS.index(version) - 1]


def value_at(steps: list[str]) -> Any:
    """The least JSON in which there is something at a place."""
    if not steps:
        return True
    step, rest = steps[0], value_at(steps[1:])
    if step == "[]":
        return [{}, rest]
    if step == "{}":
        return {"any": rest}
    if step.startswith("="):
        return step[1:]
    if step.startswith("<"):
        tag, _, value = step[1:-1].partition("=")
        return {tag: value, **rest}
    return {step[1:]: rest}


@in_one_case(PLACES)
def test_a_place_is_too_new_for_the_version_before_and_not_for_its_own(
    place: tuple[str, str, str],
) -> None:
    method, path, since = place
    params = value_at(STEP.findall(path))
    found = VersionCheck(before(since)).find(method, params)
    assert found is not None and found.since == since
    assert VersionCheck(since).find(method, params) is None
    assert VersionCheck(RUNTIME_VERSION).find(method, params) is None


@in_one_case(HISTORY.methods)
def test_a_method_is_too_new_for_the_version_before_and_not_for_its_own(method: str) -> None:
    since = HISTORY.methods[method]
    assert VersionCheck(before(since)).find(method, None) == TooNew("", None, since)
    assert VersionCheck(since).find(method, None) is None


def test_the_shipped_table_is_that_of_the_history() -> None:
    assert HISTORY.methods == METHODS
    assert VERSIONS[0] == OLDEST
    for method, places in PARAMS.items():
        assert places.items() <= HISTORY.params[method].items()


def test_the_place_that_is_found_is_written_as_a_path_of_the_params() -> None:
    check = VersionCheck("0.144.4")
    text: Any = {"type": "text", "text": "hi"}
    audio: Any = {"type": "audio", "url": "data:,"}
    assert check.find("turn/start", {"input": [text, audio]}) == TooNew(
        "$.input[1].type", "audio", "0.147.0"
    )
    params: Any = {"threadId": "t", "input": [], "toolOutput": {"name": "mail"}}
    assert check.find("turn/start", params) == TooNew("$.toolOutput", None, "0.153.4")
    environment: Any = {"environmentId": "e", "cwd": "/", "runtimeWorkspaceRoots": ["/"]}
    assert check.find("turn/start", {"input": [], "environments": [environment]}) == TooNew(
        "$.environments[0].runtimeWorkspaceRoots", None, "0.147.0"
    )
    assert check.find("turn/start", {"input": [text]}) is None


def test_what_asks_for_nothing_or_is_free_json_is_let_through() -> None:
    check = VersionCheck(OLDEST)
    assert check.find("turn/start", {"toolOutput": None, "threadId": "t", "input": []}) is None
    assert check.find("thread/start", {"config": {"projectId": "p", "a": ["audio"]}}) is None
    assert check.find("of/tomorrow", {"a": 1}) is None
    assert check.find("turn/start", None) is None


@pytest.mark.parametrize("unknown", [None, "", "latest", "1.2", "0.0.0", "0.1.2", OLDEST])
def test_an_unknown_version_and_a_very_old_one_count_as_the_oldest(unknown: str | None) -> None:
    check = VersionCheck(unknown)
    for method, path, _ in PLACES:
        assert check.find(method, value_at(STEP.findall(path))) is not None
    assert check.find("thread/list", {"limit": 1, "cursor": "c"}) is None


@pytest.mark.parametrize("newer", [RUNTIME_VERSION, f"{RUNTIME_VERSION}+local", "0.999.0", "9.8.7"])
def test_a_newer_version_knows_everything(newer: str) -> None:
    check = VersionCheck(newer)
    for method, path, _ in PLACES:
        assert check.find(method, value_at(STEP.findall(path))) is None


def test_a_version_between_two_published_ones_knows_what_the_older_one_knows() -> None:
    for version in ("0.150.0", "0.153.4-alpha.9", "0.153.3"):
        found = VersionCheck(version).find("turn/start", {"turnTrigger": "cron"})
        assert found == TooNew("$.turnTrigger", None, "0.153.4")


def test_versions_are_ordered_as_semantic_versions_are() -> None:
    ordered = ["0.9.0", "0.10.0-alpha.2", "0.10.0-alpha.10", "0.10.0-beta", "0.10.0", "1.0.0"]
    assert sorted(ordered, key=history.version_key) == ordered
    assert [version_key(text) for text in ordered] == [*map(history.version_key, ordered)]
    assert version_key("v1") is None


def holds(steps: list[str], value: Any) -> bool:
    """Whether there is something at a place of a value, looked up from the place's side."""
    if value is None:
        return False
    if not steps:
        return True
    step, rest = steps[0], steps[1:]
    if step == "[]":
        return isinstance(value, list) and any(holds(rest, item) for item in value)
    if step.startswith("="):
        return bool(value == step[1:])
    if not isinstance(value, dict):
        return False
    if step == "{}":
        return any(holds(rest, item) for item in value.values())
    if step.startswith("<"):
        tag, _, expected = step[1:-1].partition("=")
        return value.get(tag) == expected and holds(rest, value)
    return holds(rest, value.get(step[1:]))


@bounded(200)
@given(method=st.sampled_from(sorted(HISTORY.params)), data=st.data())
def test_params_of_any_form_are_too_new_if_one_of_their_places_is(
    method: str, data: st.DataObject
) -> None:
    params = data.draw(wire(TYPED[method].params))
    version = data.draw(st.sampled_from(VERSIONS))
    newer = VERSIONS[VERSIONS.index(version) + 1 :]
    places = HISTORY.params[method].items()
    too_new = {
        since for path, since in places if since in newer if holds(STEP.findall(path), params)
    }
    found = VersionCheck(version).find(method, params)
    if HISTORY.methods.get(method) in newer:
        assert found == TooNew("", None, HISTORY.methods[method])
    else:
        assert found is None if not too_new else found is not None and found.since in too_new
