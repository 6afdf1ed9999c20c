"""The generated package: the same every time, and drift is shown."""

from __future__ import annotations

import ast
import os
import shutil
import subprocess
import sys
from collections import Counter
from pathlib import Path

import pytest

from schema.generator import __main__ as command
from schema.generator.blocks import CLIENT_DIR
from schema.generator.domains import DOMAINS, assign_domains
from schema.generator.ir import AliasDef, Definition, Expr, SchemaError
from schema.generator.load import SCHEMA_DIR, Contract
from schema.generator.package import PACKAGE_DIR, generate

PROJECT = SCHEMA_DIR.parent


@pytest.fixture(scope="module")
def generated(contract: Contract) -> dict[str, str]:
    return generate(contract)


@pytest.fixture(autouse=True)
def _generated_once(generated: dict[str, str], monkeypatch: pytest.MonkeyPatch) -> None:
    """The package is made from the contract alone, and takes two seconds."""
    monkeypatch.setattr(command, "generate", lambda contract: generated)


def texts(directory: Path) -> dict[str, str]:
    """The modules of a package, by their path in it."""
    return {
        path.relative_to(directory).as_posix(): path.read_text(encoding="utf-8")
        for path in directory.rglob("*.py")
    }


@pytest.mark.requirement("package/generator")
def test_the_committed_package_is_what_the_generator_writes(generated: dict[str, str]) -> None:
    committed = texts(PACKAGE_DIR)

    assert committed == generated


@pytest.mark.requirement("package/generator")
def test_the_output_does_not_depend_on_the_hash_seed() -> None:
    # The test above generates with another seed, a random one.
    done = subprocess.run(
        [sys.executable, "-m", "schema.generator", "--check"],
        cwd=PROJECT,
        env={**os.environ, "PYTHONHASHSEED": "1"},
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )

    assert (done.returncode, done.stdout) == (0, "")


@pytest.fixture
def client_dir(tmp_path: Path) -> Path:
    """A copy of the modules that have option blocks."""
    return Path(
        shutil.copytree(
            CLIENT_DIR, tmp_path / "_client", ignore=shutil.ignore_patterns("__pycache__")
        )
    )


def test_writing_makes_the_package_and_removes_what_is_stale(
    generated: dict[str, str], tmp_path: Path, client_dir: Path
) -> None:
    package_dir = tmp_path / "_generated"
    package_dir.mkdir()
    (package_dir / "left_over.py").write_text("x = 1\n", encoding="utf-8")
    hand_written = {path.name: path.read_text(encoding="utf-8") for path in client_dir.glob("*.py")}

    command.write(package_dir, client_dir)

    written = texts(package_dir)
    assert written == generated
    assert {p.name: p.read_text(encoding="utf-8") for p in client_dir.glob("*.py")} == hand_written
    assert command.check(package_dir, client_dir) == []


def test_writing_touches_only_what_changes(tmp_path: Path, client_dir: Path) -> None:
    package_dir = tmp_path / "_generated"
    command.write(package_dir, client_dir)
    turn, thread = package_dir / "turn.py", client_dir / "thread.py"
    for path in (*package_dir.iterdir(), *client_dir.glob("*.py")):
        os.utime(path, (1, 1))
    turn.write_text("x = 1\n", encoding="utf-8")
    os.utime(turn, (1, 1))
    text = thread.read_text(encoding="utf-8")
    thread.write_text(text.replace("    model: str | None = None,\n", "", 1), encoding="utf-8")
    os.utime(thread, (1, 1))

    command.write(package_dir, client_dir)

    every_file = (*package_dir.iterdir(), *client_dir.glob("*.py"))
    assert {path for path in every_file if path.stat().st_mtime > 1} == {turn, thread}
    assert thread.read_text(encoding="utf-8") == text


def test_drift_is_shown_as_a_diff(
    tmp_path: Path,
    client_dir: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    package_dir = tmp_path / "_generated"
    command.write(package_dir, client_dir)
    _replace(package_dir / "turn.py", '"inProgress"', '"running"')
    _replace(client_dir / "codex.py", "history_mode: ThreadHistoryMode | str", "history_mode: int")
    (package_dir / "extra.py").write_text("x = 1\n", encoding="utf-8")
    found = command.check(package_dir, client_dir)
    monkeypatch.setattr(command, "check", lambda: found)

    assert command.main(["--check"]) == 1
    shown = capsys.readouterr().out
    assert "--- present/_generated/turn.py" in shown
    assert '+    IN_PROGRESS = "inProgress"' in shown
    assert '-    IN_PROGRESS = "running"' in shown
    assert "--- present/_generated/extra.py" in shown
    assert "+        history_mode: ThreadHistoryMode | str | None = None," in shown


def _replace(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")


def test_no_module_is_crowded(types: dict[str, Definition]) -> None:
    sizes = Counter(assign_domains(types).values())

    assert sizes.keys() == DOMAINS.keys()
    assert max(sizes.values()) <= 150


def test_a_type_without_a_home_is_refused(types: dict[str, Definition]) -> None:
    stray = AliasDef("Zebra", "Zebra", "", Expr("str"))

    with pytest.raises(SchemaError, match="no module is named for Zebra"):
        assign_domains({**types, "Zebra": stray})


def test_every_type_has_a_docstring_of_one_line(generated: dict[str, str]) -> None:
    for name, text in generated.items():
        for node in ast.walk(ast.parse(text, filename=name)):
            if isinstance(node, ast.ClassDef):
                doc = ast.get_docstring(node)
                assert doc, node.name
                assert "\n" not in doc, node.name


def test_what_is_generated_says_so_and_only_one_file_names_the_runtime(
    generated: dict[str, str], contract: Contract
) -> None:
    for name, text in generated.items():
        assert "Do not edit" in text
        assert ("generated from runtime" in text) == (name == "__init__.py")
    assert f"generated from runtime {contract.version}" in generated["__init__.py"]


@pytest.mark.requirement("api/lazy-imports")
def test_the_protocol_imports_no_module_of_types_by_itself() -> None:
    code = (
        "import sys, trio_codex.protocol as p\n"
        "p.METHODS['turn/start']\n"
        "print(sorted(m for m in sys.modules if '.protocol._generated.' in m))\n"
        "p.TurnStartParams\n"
        "print('trio_codex.protocol._generated.turn' in sys.modules)\n"
        "print('cattrs' in sys.modules)"
    )
    done = subprocess.run(
        [sys.executable, "-c", code],
        env={**os.environ, "PYTHONPATH": str(PROJECT / "src")},
        capture_output=True,
        text=True,
        timeout=60,
        check=True,
    )

    prefix = "trio_codex.protocol._generated"
    assert done.stdout.splitlines() == [
        str([f"{prefix}._index", f"{prefix}._methods"]),
        "True",
        "False",
    ]
