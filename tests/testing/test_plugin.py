"""The pytest plugin serves those who ask, and costs the others nothing."""

from __future__ import annotations

import subprocess
import sys
from importlib.metadata import entry_points

import pytest

HEADER = "from __future__ import annotations\n"
# Where the project is installed, its entry point loads the plugin, and twice is once too often.
INSTALLED = bool(entry_points(group="pytest11", name="trio_codex"))
NAMED = () if INSTALLED else ("-p", "trio_codex.testing.plugin")
PLUGIN = (*NAMED, "-p", "no:cacheprovider", "-o", "addopts=")


@pytest.mark.requirement("testing/plugin")
def test_loading_it_imports_nothing_but_pytest() -> None:
    # The dependencies of the library and of the harness.
    program = (
        "import pytest, sys; import trio_codex.testing.plugin; "
        "heavy = {'trio', 'cattrs', 'orjson', 'h11', 'hypothesis'}; "
        "ours = {m for m in sys.modules if m.startswith(('trio_codex._', 'trio_codex.protocol'))}; "
        "print(sorted(ours - {'trio_codex._hints', 'trio_codex._version'}), "
        "sorted(heavy & set(sys.modules)))"
    )
    done = subprocess.run(
        (sys.executable, "-c", program), check=True, capture_output=True, text=True, timeout=60
    )
    assert done.stdout.split() == ["[]", "[]"]


def test_a_project_without_trio_does_not_notice_it(pytester: pytest.Pytester) -> None:
    pytester.makepyfile(HEADER + "def test_plain() -> None:\n    assert True\n")
    result = pytester.runpytest_subprocess(
        *PLUGIN, "-p", "no:trio", "-p", "no:asyncio", "-W", "error"
    )
    result.assert_outcomes(passed=1)


def test_its_fixtures_are_listed_with_what_they_are_for(pytester: pytest.Pytester) -> None:
    result = pytester.runpytest_subprocess(*PLUGIN, "--fixtures")
    for name in (
        "fake_app_server",
        "fake_child",
        "model_server",
        "login_issuer",
        "codex_config",
        "async_codex",
    ):
        result.stdout.fnmatch_lines([f"{name} -- *plugin.py*", "    *"])


@pytest.mark.requirement("testing/plugin")
@pytest.mark.parametrize("trio_mode", [True, False])
def test_a_users_test_talks_to_the_real_runtime(pytester: pytest.Pytester, trio_mode: bool) -> None:
    pytester.makepyfile(
        HEADER
        + """
import pytest

@pytest.mark.trio
async def test_mine(async_codex, model_server, login_issuer):
    model_server.reply("hello")
    thread = await async_codex.thread_start()
    assert (await thread.run("hi")).final_response == "hello"
    assert login_issuer is not None

@pytest.mark.trio
async def test_fake(fake_app_server):
    from trio_codex import AsyncCodex

    async with AsyncCodex(transport=fake_app_server.transport) as codex:
        await codex.models()
"""
    )
    pytester.makeini(f"[pytest]\ntrio_mode = {str(trio_mode).lower()}\n")
    result = pytester.runpytest_subprocess(*PLUGIN)
    result.assert_outcomes(passed=2)
