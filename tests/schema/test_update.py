"""Updates: small contracts compared, and a made-up runtime pinned."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import pytest

from schema.generator import __main__ as command
from schema.generator.history import History, read_history, write_history
from schema.generator.ir import Schema, SchemaError
from schema.generator.load import BUNDLE, ENVELOPES, load_contract, merge, read_pin
from schema.generator.pin import write_pin
from schema.generator.since import cut_back
from schema.generator.update import Changes, compare, set_version, update


def _request(method: str, params: str) -> Schema:
    return {
        "properties": {"method": {"enum": [method]}, "params": {"$ref": f"#/definitions/{params}"}},
        "required": ["method", "params"],
    }


def _defs(requests: dict[str, str], **types: Schema) -> dict[str, Schema]:
    variants = [_request(method, params) for method, params in requests.items()]
    return {"ClientRequest": {"oneOf": variants}, **types}


_TEXT = {"type": "string"}
_OLD = _defs({"a/get": "A", "b/get": "B", "c/get": "A"}, A=_TEXT, B=_TEXT, Gone=_TEXT)
_NEW = _defs(
    {"a/get": "A", "b/get": "A", "d/get": "New"}, A=_TEXT, B={"type": "integer"}, New=_TEXT
)


@pytest.mark.requirement("package/update")
def test_an_update_lists_what_is_new_gone_and_different() -> None:
    changes = compare(merge("1.0.0", _OLD, _OLD), merge("2.0.0", _NEW, _NEW))

    assert changes.methods == {"added": ["d/get"], "removed": ["c/get"], "changed": ["b/get"]}
    assert changes.types == {"added": ["New"], "removed": ["Gone"], "changed": ["B"]}
    assert str(changes).splitlines() == [
        "runtime 1.0.0 -> 2.0.0",
        "added methods: 1",
        "  d/get",
        "removed methods: 1",
        "  c/get",
        "changed methods: 1",
        "  b/get",
        "added types: 1",
        "  New",
        "removed types: 1",
        "  Gone",
        "changed types: 1",
        "  B",
    ]


def test_a_method_or_type_that_becomes_stable_has_changed() -> None:
    stable: dict[str, Schema] = {"ClientRequest": {"oneOf": []}}

    changes = compare(merge("1.0.0", stable, _OLD), merge("1.0.0", _OLD, _OLD))

    assert changes.methods["changed"] == ["a/get", "b/get", "c/get"]
    assert changes.types["changed"] == ["A", "B", "Gone"]
    assert changes.methods["added"] == changes.types["removed"] == []


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A project that is pinned to version 1.0.0 of the runtime."""
    (tmp_path / "src/trio_codex").mkdir(parents=True)
    version = tmp_path / "src/trio_codex/_version.py"
    version.write_text('__all__ = ["x"]\n\n__version__ = "1.0.0.post2"\n', encoding="utf-8")
    pyproject = tmp_path / "pyproject.toml"
    pyproject.write_text('deps = ["trio>=1", "openai-codex-cli-bin==1.0.0"]\n', encoding="utf-8")
    texts = dict.fromkeys(("stable", "experimental"), json.dumps({"definitions": _OLD}))
    write_pin("1.0.0", texts, tmp_path / "schema")
    return tmp_path


def _runtime(directory: Path, version: str, defs: dict[str, Schema]) -> Path:
    """Write an executable that answers as the runtime does."""
    bundle = json.dumps({"definitions": defs})
    script = directory / "codex"
    script.write_text(
        f"#!{sys.executable}\n"
        "import pathlib, sys\n"
        "if sys.argv[1:] == ['--version']:\n"
        f"    print('codex-cli {version}')\n"
        "else:\n"
        "    assert sys.argv[1:4] == ['app-server', 'generate-json-schema', '--out']\n"
        f"    pathlib.Path(sys.argv[4], {BUNDLE!r}).write_text({bundle!r})\n",
        encoding="utf-8",
    )
    script.chmod(0o755)
    return script


def test_an_update_pins_the_schema_and_the_versions(project: Path) -> None:
    runtime = _runtime(project, "2.0.0", _NEW)

    changes = update(runtime, project / "schema")

    assert (changes.old_version, changes.new_version) == ("1.0.0", "2.0.0")
    assert changes.types["added"] == ["New"]
    assert read_pin(project / "schema").version == "2.0.0"
    assert load_contract(project / "schema").defs["B"] == {"type": "integer"}
    version = (project / "src/trio_codex/_version.py").read_text(encoding="utf-8")
    assert version == '__all__ = ["x"]\n\n__version__ = "2.0.0"\n'
    pyproject = (project / "pyproject.toml").read_text(encoding="utf-8")
    assert pyproject == 'deps = ["trio>=1", "openai-codex-cli-bin==2.0.0"]\n'


def test_an_update_adds_to_the_history(project: Path) -> None:
    update(_runtime(project, "2.0.0", _NEW), project / "schema")

    history = read_history(project / "schema", "0.0.0")
    assert history == History(("1.0.0", "2.0.0"), methods={"d/get": "2.0.0"})

    update(_runtime(project, "2.0.0", _NEW), project / "schema")
    assert read_history(project / "schema", "0.0.0") == history

    update(_runtime(project, "2.1.0", _OLD), project / "schema")
    assert load_contract(project / "schema").history == History(
        ("1.0.0", "2.0.0", "2.1.0"), methods={"c/get": "2.1.0"}
    )


def test_an_older_runtime_of_the_history_is_pinned_and_the_way_back_is_the_same(
    project: Path,
) -> None:
    update(_runtime(project, "2.0.0", _NEW), project / "schema")
    update(_runtime(project, "2.1.0", _OLD), project / "schema")
    before = _files(project)

    update(_runtime(project, "2.0.0", _NEW), project / "schema")

    assert read_history(project / "schema", "0.0.0") == History(("1.0.0", "2.0.0"))
    update(_runtime(project, "2.1.0", _OLD), project / "schema")
    assert _files(project) == before


def _files(project: Path) -> dict[str, str]:
    paths = (path for path in project.rglob("*") if path.suffix in {".py", ".toml", ".json"})
    return {str(path): path.read_text(encoding="utf-8") for path in paths}


def test_a_field_that_an_older_runtime_requires_stays_optional() -> None:
    history = History(
        ("1.0.0", "2.0.0", "3.0.0"),
        methods={"a/get": "2.0.0", "b/get": "3.0.0"},
        params={"c/get": {".x": "2.0.0", ".y": "3.0.0"}, "d/get": {".z": "3.0.0"}},
        optional={"A.old": "2.0.0", "A.new": "3.0.0", "A.unknown": "2.0.0"},
    )
    text: Schema = {"type": "string"}
    schema: Schema = {"properties": {"old": text, "new": text}, "required": ["old", "new"]}

    assert cut_back(history, "2.0.0", {"A": schema}) == History(
        ("1.0.0", "2.0.0"),
        methods={"a/get": "2.0.0"},
        params={"c/get": {".x": "2.0.0"}},
        optional={"A.old": "2.0.0"},
    )


def test_an_older_runtime_that_the_history_lacks_is_not_pinned(project: Path) -> None:
    runtime = _runtime(project, "0.9.0", _NEW)

    with pytest.raises(SchemaError, match=r"0\.9\.0 is neither newer than 1\.0\.0 nor in history"):
        update(runtime, project / "schema")

    assert read_pin(project / "schema").version == "1.0.0"
    assert not (project / "schema" / "history.json").exists()


def test_a_history_of_another_pin_is_refused(project: Path) -> None:
    write_history(History(("0.9.0",)), project / "schema")

    with pytest.raises(SchemaError, match=r"history\.json ends with 0\.9\.0, not 1\.0\.0"):
        load_contract(project / "schema")


def test_a_project_without_the_pin_is_left_as_it_is(project: Path) -> None:
    (project / "pyproject.toml").write_text("deps = []\n", encoding="utf-8")
    runtime = _runtime(project, "2.0.0", _NEW)

    with pytest.raises(ValueError, match=r"pyproject\.toml holds nothing like"):
        update(runtime, project / "schema")

    assert read_pin(project / "schema").version == "1.0.0"
    assert '"1.0.0.post2"' in (project / "src/trio_codex/_version.py").read_text(encoding="utf-8")


def test_the_pin_of_this_project_is_found(tmp_path: Path) -> None:
    root = Path(command.__file__).resolve().parents[2]
    for name in ("pyproject.toml", "src/trio_codex/_version.py"):
        copy = tmp_path / name
        copy.parent.mkdir(parents=True, exist_ok=True)
        copy.write_text((root / name).read_text(encoding="utf-8"), encoding="utf-8")

    set_version("9.9.9", tmp_path)

    assert "openai-codex-cli-bin==9.9.9" in (tmp_path / "pyproject.toml").read_text(
        encoding="utf-8"
    )


def test_the_command_updates_and_regenerates(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    steps: list[object] = []
    changes = compare(merge("1.0.0", _OLD, _OLD), merge("2.0.0", _NEW, _NEW))

    def fake_update(codex_bin: Path) -> Changes:
        steps.append(codex_bin)
        return changes

    monkeypatch.setattr(command, "update", fake_update)
    monkeypatch.setattr(command, "write", lambda: steps.append("written"))

    assert command.main(["update", "--codex-bin", "codex"]) == 0
    assert steps == [Path("codex"), "written"]
    assert "runtime 1.0.0 -> 2.0.0" in capsys.readouterr().out


def test_all_envelopes_are_looked_at() -> None:
    defs = {name: {"oneOf": [_request(f"m/{name}", "A")]} for name in ENVELOPES}

    changes = compare(merge("1", {}, {}), merge("2", defs, defs))

    assert changes.methods["added"] == sorted(f"m/{name}" for name in ENVELOPES)
