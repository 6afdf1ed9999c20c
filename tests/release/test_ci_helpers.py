"""Helpers of nox and CI: the search for interpreters, and the closing line."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import interpreters
import pytest
import tally

posix_only = pytest.mark.skipif(os.name == "nt", reason="stands in for programs with shell scripts")

REPORT = '<testsuites><testsuite tests="{}" failures="{}" errors="{}" skipped="{}"/></testsuites>'


def _program(path: Path, script: str) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(f"#!/bin/sh\n{script}\n", encoding="utf-8")
    path.chmod(0o755)
    return path


@pytest.fixture
def machine(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A machine with nothing on it but the interpreter that runs this."""
    monkeypatch.setenv("PATH", str(tmp_path / "bin"))
    monkeypatch.setenv("PYENV_ROOT", str(tmp_path / "pyenv"))
    return tmp_path


def _others() -> tuple[str, str]:
    running = "{}.{}".format(*sys.version_info)
    first, second = [version for version in interpreters.SUPPORTED if version != running][:2]
    return first, second


@posix_only
def test_the_running_interpreter_is_found_without_a_path(machine: Path) -> None:
    running = "{}.{}".format(*sys.version_info)
    assert interpreters.find_interpreters() == {running: sys.executable}


@posix_only
def test_an_interpreter_that_does_not_run_is_not_found(machine: Path) -> None:
    broken, lying = _others()
    _program(machine / f"bin/python{broken}", "echo 'no such version' >&2; exit 127")
    _program(machine / f"bin/python{lying}", f"echo 2.7 {machine}/python2")
    assert {broken, lying}.isdisjoint(interpreters.find_interpreters())


@posix_only
def test_a_version_behind_a_dead_shim_is_found_where_pyenv_keeps_it(machine: Path) -> None:
    version, _ = _others()
    _program(machine / f"bin/python{version}", "exit 127")
    real = machine / f"pyenv/versions/{version}.4/bin/python{version}"
    _program(real, f"echo {version} {real}")
    found = interpreters.find_interpreters()
    assert found[version] == str(real)
    interpreters.make_discoverable(found)
    assert str(real.parent) in os.get_exec_path()
    assert os.get_exec_path()[0] == str(machine / "bin"), "the user's own PATH comes first"


def test_the_closing_line_adds_up_all_interpreters(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "a.xml").write_text(REPORT.format(10, 1, 2, 3), encoding="utf-8")
    (tmp_path / "b.xml").write_text(REPORT.format(5, 0, 0, 0), encoding="utf-8")
    monkeypatch.setattr(sys, "argv", ["tally", str(tmp_path)])
    assert tally.main() == 1
    assert capsys.readouterr().out == "9 passed, 3 failed, 3 skipped\n"


@pytest.mark.parametrize(("passed", "code"), [(4, 0), (0, 1)])
def test_a_run_without_tests_is_not_a_success(
    passed: int,
    code: int,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    (tmp_path / "a.xml").write_text(REPORT.format(passed, 0, 0, 0), encoding="utf-8")
    monkeypatch.setattr(sys, "argv", ["tally", str(tmp_path)])
    assert tally.main() == code
    assert capsys.readouterr().out == f"{passed} passed, 0 failed\n"
