"""Workflows, hooks and templates: they parse, call sessions that exist, and cover each Python."""

from __future__ import annotations

import ast
import re
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml
from interpreters import SUPPORTED

ROOT = Path(__file__).resolve().parents[2]
WORKFLOWS = sorted((ROOT / ".github/workflows").glob("*.yml"))
FILES = [ROOT / ".pre-commit-config.yaml", *sorted((ROOT / ".github").rglob("*.yml"))]
_EXPRESSION = re.compile(r"\$\{\{.*?\}\}")
_CALL = re.compile(r"\bnox -s((?: \w[\w.-]*)+)")


def _read(path: Path) -> Any:
    return yaml.safe_load(path.read_text(encoding="utf-8"))


def _steps(workflow: Any) -> Iterator[dict[str, Any]]:
    for job in workflow["jobs"].values():
        yield from job.get("steps", ())


def called_sessions(command: str) -> set[str]:
    """The sessions that a command names, without the Python version behind a hyphen."""
    calls = _CALL.findall(_EXPRESSION.sub("", command))
    return {name.partition("-")[0] for call in calls for name in call.split()}


def defined_sessions() -> set[str]:
    tree = ast.parse((ROOT / "noxfile.py").read_text(encoding="utf-8"))
    return {
        node.name
        for node in tree.body
        if isinstance(node, ast.FunctionDef)
        and any(ast.unparse(mark).startswith("nox.session") for mark in node.decorator_list)
    }


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_a_file_for_github_or_pre_commit_parses(path: Path) -> None:
    assert isinstance(_read(path), dict)


@pytest.mark.requirement("package/workflows")
@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.name)
def test_a_workflow_calls_only_sessions_that_exist(path: Path) -> None:
    calls = [step["run"] for step in _steps(_read(path)) if "nox -s" in step.get("run", "")]
    assert calls, "the workflow calls no session"
    for call in calls:
        assert called_sessions(call), call
        assert called_sessions(call) <= defined_sessions(), call


def test_the_hooks_call_only_sessions_that_exist() -> None:
    hooks = [hook for repo in _read(FILES[0])["repos"] for hook in repo["hooks"]]
    called = set().union(*(called_sessions(hook.get("entry", "")) for hook in hooks))
    assert called == {"generate"} <= defined_sessions()


def test_the_sessions_of_a_command_are_found_without_what_is_passed_to_them() -> None:
    assert called_sessions("nox -s lint types lowest") == {"lint", "types", "lowest"}
    assert called_sessions("nox -s tests-${{ matrix.python }}") == {"tests"}
    assert called_sessions('nox -s stage_sdk -- --codex-version "1"') == {"stage_sdk"}


@pytest.mark.requirement("package/workflows")
def test_each_supported_python_is_tested_on_each_system_and_is_declared() -> None:
    tests = _read(ROOT / ".github/workflows/test.yml")["jobs"]["tests"]
    assert tests["strategy"]["matrix"] == {
        "os": ["ubuntu-latest", "macos-latest", "windows-latest"],
        "python": list(SUPPORTED),
    }
    (versions,) = (
        step["with"]["python-version"].split("\n")
        for step in tests["steps"]
        if "setup-python" in step.get("uses", "")
    )
    assert versions[: len(SUPPORTED)] == list(SUPPORTED)
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    prefix = "Programming Language :: Python :: 3."
    declared = [name for name in project["classifiers"] if name.startswith(prefix)]
    assert declared == [f"Programming Language :: Python :: {name}" for name in SUPPORTED]
    assert project["requires-python"] == f">={SUPPORTED[0]}"


def test_the_tests_that_a_system_leaves_out_exist() -> None:
    tree = ast.parse((ROOT / "tests/conftest.py").read_text(encoding="utf-8"))
    lists = {
        ast.unparse(node.targets[0]): ast.literal_eval(node.value)
        for node in tree.body
        if isinstance(node, ast.Assign) and ast.unparse(node.targets[0]).endswith("_ONLY")
    }
    assert set(lists) == {"LINUX_ONLY", "POSIX_ONLY"}
    for name in (name for names in lists.values() for name in names):
        assert (ROOT / "tests" / name).exists(), name


def test_only_the_last_job_of_a_release_may_publish_and_it_builds_nothing() -> None:
    workflow = _read(ROOT / ".github/workflows/publish.yml")
    jobs = workflow["jobs"]
    assert workflow["permissions"] == {"contents": "read"}
    assert [name for name, job in jobs.items() if "id-token" in job.get("permissions", {})] == [
        "publish"
    ]
    assert jobs["stage"]["needs"] == "test" and jobs["publish"]["needs"] == "stage"
    assert not any("run" in step for step in jobs["publish"]["steps"])


def test_the_templates_ask_nothing_twice() -> None:
    for path in (ROOT / ".github/ISSUE_TEMPLATE").glob("*.yml"):
        ids = [part["id"] for part in _read(path)["body"] if "id" in part]
        assert ids and len(ids) == len(set(ids)), path.name
