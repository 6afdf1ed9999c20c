"""The architecture page: every module, function and requirement that it names exists."""

from __future__ import annotations

import functools
import importlib
import inspect
import re
import tomllib
from pathlib import Path
from typing import Any

import pytest

import trio_codex
from trio_codex.protocol import METHODS

from .walks import WALKS, record

ROOT = Path(__file__).resolve().parents[2]
PACKAGE = Path(trio_codex.__file__).parent
PAGE = (ROOT / "docs/architecture.md").read_text("utf-8")
_CODE = re.compile(r"`([^`\n]+)`")
_PARTS = {path.stem for path in PACKAGE.iterdir() if path.suffix in ("", ".py")} - {"__init__"}


def dotted_names(text: str) -> list[str]:
    """The names of modules and their members in a text, relative to the package."""
    found = (code.partition("(")[0] for code in _CODE.findall(text))
    return [name for name in found if name.partition(".")[0] in _PARTS and "/" not in name]


def steps(title: str) -> list[str]:
    """The functions that a walk on the page names in its numbered steps, in order."""
    section = re.split(r"\n##+ ", PAGE.partition(f"\n### {title}\n")[2])[0]
    numbered = re.findall(r"(?m)^\d+\. .*(?:\n +.*)*", section)
    names = dotted_names("\n".join(numbered))
    return [name for name in names if inspect.isroutine(resolve_statically(name))]


def resolve_statically(name: str) -> Any:
    """A member as its class defines it; a property as its getter."""
    owner, _, last = name.rpartition(".")
    value = inspect.getattr_static(resolve(owner), last) if owner else resolve(name)
    return value.fget if isinstance(value, property) else value


def resolve(name: str) -> Any:
    """What a dotted name stands for; raises `AttributeError` if there is none."""
    parts = name.split(".")
    value: Any = trio_codex
    for index in range(len(parts)):
        path = PACKAGE.joinpath(*parts[: index + 1])
        if path.is_dir() or path.with_suffix(".py").is_file():
            value = importlib.import_module(f"trio_codex.{'.'.join(parts[: index + 1])}")
        else:
            return functools.reduce(getattr, parts[index:], value)
    return value


@pytest.mark.requirement("package/architecture")
@pytest.mark.parametrize("name", sorted(set(dotted_names(PAGE))))
def test_a_name_on_the_page_exists(name: str) -> None:
    resolve(name)


def test_a_name_that_does_not_exist_is_noticed() -> None:
    names = dotted_names("`_session.router.gone()`, `_wire.gone`, `a.b`, `_wire`")
    assert names == ["_session.router.gone", "_wire.gone", "_wire"]
    for name in names[:2]:
        with pytest.raises(AttributeError, match="gone"):
            resolve(name)


@pytest.mark.requirement("package/architecture")
@pytest.mark.parametrize("title", WALKS)
def test_a_walk_calls_its_steps_in_the_order_of_the_page(title: str) -> None:
    calls = record(title)
    named = steps(title)
    assert len(named) >= 6
    assert [name for name in named if name not in calls] == []
    if title != "A blocking run":  # two threads
        assert named == sorted(named, key=calls.index)


def test_every_layer_is_in_the_picture_in_the_order_that_imports_must_have() -> None:
    contracts = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    layers = contracts["tool"]["importlinter"]["contracts"][0]["layers"]
    picture = PAGE.partition("```text")[2].partition("```")[0]
    shown = [line.split()[0] for line in picture.split("\n") if line.strip()]
    packages = [name for name in layers if (PACKAGE / name / "__init__.py").is_file()]
    inner = [name for name in packages if name not in ("testing", "cli")]
    assert [name for name in shown if name in inner] == inner


def requirements() -> set[str]:
    areas = tomllib.loads((ROOT / "tests/requirements.toml").read_text("utf-8"))
    return {f"{area}/{key}" for area, statements in areas.items() for key in statements}


@pytest.mark.parametrize("name", ["architecture.md", "contributing.md", "profile.md"])
def test_a_path_on_a_page_exists(name: str) -> None:
    codes = set(_CODE.findall((ROOT / "docs" / name).read_text("utf-8")))
    paths = {code for code in codes if re.fullmatch(r"[\w.-]*/[\w./-]*", code)}
    made = {path for path in paths if path.startswith((".nox/", "dist/"))}  # by nox sessions
    paths -= {*METHODS, *requirements(), *made}
    assert paths
    gone = [path for path in paths if not ((ROOT / path).exists() or (PACKAGE / path).exists())]
    assert gone == []


def test_the_requirements_on_the_page_exist() -> None:
    section = PAGE.partition("## Invariants")[2].partition("\n## ")[0]
    cited = {code for code in _CODE.findall(section) if re.fullmatch(r"[a-z]+/[a-z-]+", code)}
    cited -= set(METHODS)
    assert len(cited) > 15
    assert cited <= requirements()
