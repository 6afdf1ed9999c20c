"""Every block of every page runs against the real runtime and prints what the page shows."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from .blocks import Page, languages
from .stage import Stage

ROOT = Path(__file__).resolve().parents[2]
LOGINS = "logins.md"
PAGES = [ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md"))]
RUN_PAGES = [
    pytest.param(path, id=path.name, marks=[pytest.mark.browser_login] * (path.name == LOGINS))
    for path in PAGES
]
UNBUILT = [*sorted(ROOT.glob("*.md")), ROOT / "examples/README.md"]
RUN = {"python", "output"}
# Blocks that do not run: shell commands, settings, and Sphinx directives. The commands of README.md
# run these tests.
SHOWN = {"sh", "powershell", "toml", "ini", "json", "text"}


@pytest.mark.requirement("package/docs")
@pytest.mark.parametrize("path", RUN_PAGES)
def test_every_block_of_a_page_runs(path: Path, tmp_path: Path) -> None:
    with Stage(tmp_path, login=path.name == LOGINS) as stage:
        Page(path, stage).run()


@pytest.mark.requirement("package/docs")
@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.name)
def test_a_page_has_no_block_that_does_not_run(path: Path) -> None:
    plain = {name for name in languages(path) if not name.startswith("{")}
    assert plain <= RUN | SHOWN
    assert "{code-block}" not in languages(path)


@pytest.mark.parametrize("path", UNBUILT, ids=lambda path: path.name)
def test_a_link_of_a_page_that_sphinx_does_not_build_leads_to_a_file(path: Path) -> None:
    links = re.findall(r"\]\(([^)#:]+)(?:#[^)]*)?\)", path.read_text("utf-8"))
    assert [link for link in links if not (path.parent / link).exists()] == []


def test_a_block_whose_output_is_wrong_fails(tmp_path: Path) -> None:
    page = tmp_path / "page.md"
    page.write_text("```python\nprint('one')\n```\n\n```output\ntwo\n```\n")
    with Stage(tmp_path) as stage, pytest.raises(AssertionError, match="the page says"):
        Page(page, stage).run()


def test_a_block_that_raises_names_its_page_and_line(tmp_path: Path) -> None:
    page = tmp_path / "page.md"
    page.write_text("Some text.\n\n```python\nraise LookupError('no')\n```\n")
    with Stage(tmp_path) as stage, pytest.raises(LookupError, match="no") as raised:
        Page(page, stage).run()
    assert raised.value.__notes__ == ["page.md, line 3"]


def test_a_main_that_a_block_only_defines_is_run(tmp_path: Path) -> None:
    page = tmp_path / "page.md"
    page.write_text(
        "```python\nasync def main(codex) -> None:\n    print(codex.metadata.server_name)\n```\n\n"
        "```output\ntrio_codex\n```\n"
    )
    with Stage(tmp_path) as stage:
        Page(page, stage).run()


def test_a_page_with_an_unused_reply_fails(tmp_path: Path) -> None:
    page = tmp_path / "page.md"
    page.write_text("<!-- invisible-code-block: python\nmodel.reply('unused')\n-->\n")
    with Stage(tmp_path) as stage, pytest.raises(AssertionError, match="scripts more replies"):
        Page(page, stage).run()


def test_a_test_of_a_page_that_fails_fails_the_page(tmp_path: Path) -> None:
    page = tmp_path / "page.md"
    page.write_text("```python\ndef test_it():\n    assert 1 == 2\n```\n")
    with Stage(tmp_path) as stage, pytest.raises(AssertionError, match="assert 1 == 2"):
        Page(page, stage).run()
