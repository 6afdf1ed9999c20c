"""The pin names the schema that is kept, which is that of the runtime."""

from __future__ import annotations

import json
from pathlib import Path

import codex_cli_bin
import pytest

from schema.generator import load, pin
from schema.generator.ir import SchemaError
from trio_codex._version import RUNTIME_VERSION


@pytest.mark.parametrize("stability", pin.STABILITIES)
def test_the_pinned_sum_is_that_of_the_bundle(stability: str) -> None:
    assert load.sha256(load.bundle_path(stability)) == load.read_pin().sha256[stability]


def test_the_pinned_version_is_the_version_of_the_sdk() -> None:
    assert load.read_pin().version == RUNTIME_VERSION


@pytest.mark.requirement("package/generator")
def test_the_installed_runtime_writes_the_pinned_bundles() -> None:
    codex_bin = Path(codex_cli_bin.bundled_codex_path())

    assert pin.runtime_version(codex_bin) == load.read_pin().version
    written = pin.read_runtime_bundles(codex_bin)
    kept = {s: load.bundle_path(s).read_text(encoding="utf-8") for s in pin.STABILITIES}
    assert written == kept


@pytest.mark.parametrize("stability", pin.STABILITIES)
def test_no_prose_of_the_runtime_is_kept(stability: str) -> None:
    text = load.bundle_path(stability).read_text(encoding="utf-8")
    bundle = json.loads(text)

    assert load.bundle_text(bundle) == text
    assert not list(_prose(bundle))


def _prose(value: object, *, names: bool = False) -> list[object]:
    """Find every `description` that is not the name of a property."""
    if isinstance(value, list):
        return [found for item in value for found in _prose(item)]
    if not isinstance(value, dict):
        return []
    own = [value["description"]] if "description" in value and not names else []
    maps = ("properties", "definitions", "v2")
    return own + [f for key, item in value.items() for f in _prose(item, names=key in maps)]


def test_prose_goes_and_a_property_called_description_stays() -> None:
    schema = {"description": "prose", "properties": {"description": {"description": "prose"}}}

    assert json.loads(load.bundle_text(schema)) == {"properties": {"description": {}}}


def test_a_bundle_that_was_tampered_with_is_refused(tmp_path: Path) -> None:
    texts = {s: load.bundle_path(s).read_text(encoding="utf-8") for s in pin.STABILITIES}
    pin.write_pin("1.2.3", texts, tmp_path)
    assert load.load_contract(tmp_path).version == "1.2.3"

    with load.bundle_path("stable", tmp_path).open("a", encoding="utf-8") as bundle:
        bundle.write(" ")
    with pytest.raises(SchemaError, match=r"\(stable\) is not the bundle PINNED.json names"):
        load.load_contract(tmp_path)


def test_a_runtime_that_tells_no_version_is_refused() -> None:
    with pytest.raises(ValueError, match="printed no version"):
        pin.runtime_version(Path("/bin/echo"))
