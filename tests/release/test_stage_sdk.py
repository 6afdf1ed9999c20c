"""The SDK's release files: version, pin, contents, and the real runtime behind them."""

from __future__ import annotations

import os
import tarfile
import zipfile
from email.message import Message
from email.parser import Parser
from pathlib import Path

import codex_cli_bin
import pytest
from packaging.requirements import Requirement
from runtime_wheel import StagingError
from staging import ROOT, host_tag, main, stage_runtime, stage_sdk

from tests.release.venvs import Venv
from trio_codex._version import __version__

INITIALIZE = """
import sys
import codex_cli_bin, trio, trio_codex

async def main(home):
    config = trio_codex.AppServerConfig(
        env={"CODEX_HOME": home, "CODEX_APP_SERVER_LOGIN_ISSUER": "http://127.0.0.1:9"},
        config_overrides=(
            'chatgpt_base_url="http://127.0.0.1:9"', 'openai_base_url="http://127.0.0.1:9"',
        ),
        version_policy="exact",
    )
    with trio.fail_after(60):
        async with trio_codex.AsyncCodex(config) as codex:
            print(codex.metadata.user_agent)

for module in (trio_codex, codex_cli_bin):
    assert module.__file__.startswith(sys.prefix), module.__file__
print(trio_codex.__version__)
trio.run(main, sys.argv[1])
"""


def _metadata(wheel: Path) -> Message:
    with zipfile.ZipFile(wheel) as archive:
        (name,) = (name for name in archive.namelist() if name.endswith(".dist-info/METADATA"))
        return Parser().parsestr(archive.read(name).decode())


def _runtime_pin(wheel: Path) -> str:
    requirements = [Requirement(text) for text in _metadata(wheel).get_all("Requires-Dist", [])]
    (pin,) = (one.specifier for one in requirements if one.name == "openai-codex-cli-bin")
    return str(pin)


@pytest.mark.requirement("package/pin")
def test_the_wheel_has_the_runtimes_version_and_its_exact_pin(staged_sdk: list[Path]) -> None:
    wheel, _ = staged_sdk
    assert _metadata(wheel)["Version"] == __version__
    assert _runtime_pin(wheel) == f"=={__version__.partition('.post')[0]}"


@pytest.mark.requirement("package/pin")
def test_only_the_runtime_is_pinned(staged_sdk: list[Path]) -> None:
    requirements = [
        Requirement(text) for text in _metadata(staged_sdk[0]).get_all("Requires-Dist", [])
    ]
    pinned = {one.name for one in requirements if one.name != "openai-codex-cli-bin"} - {
        one.name for one in requirements if [spec.operator for spec in one.specifier] == [">="]
    }
    assert pinned == set(), "these have a cap, a pin, or no lower bound"


def test_the_wheel_ships_the_package_its_types_and_its_license_and_nothing_else(
    staged_sdk: list[Path],
) -> None:
    with zipfile.ZipFile(staged_sdk[0]) as archive:
        names = set(archive.namelist())
    assert {name.split("/")[0] for name in names} == {
        "trio_codex",
        f"trio_codex-{__version__}.dist-info",
    }
    assert "trio_codex/py.typed" in names
    assert f"trio_codex-{__version__}.dist-info/licenses/LICENSE" in names
    sources = {path.relative_to(ROOT / "src").as_posix() for path in ROOT.glob("src/**/*.py")}
    assert {name for name in names if name.endswith(".py")} == sources


def test_the_sdist_can_be_built_from_and_holds_no_tests(staged_sdk: list[Path]) -> None:
    with tarfile.open(staged_sdk[1]) as archive:
        top = {name.split("/")[1] for name in archive.getnames()}
    assert top == {"CHANGELOG.md", "LICENSE", "PKG-INFO", "README.md", "pyproject.toml", "src"}


def test_a_fix_of_the_sdk_alone_keeps_its_runtimes_pin(tmp_path: Path) -> None:
    runtime = __version__.partition(".post")[0]
    before = (ROOT / "src/trio_codex/_version.py").read_bytes()
    wheel, sdist = stage_sdk(f"{runtime}.post7", tmp_path)
    assert _metadata(wheel)["Version"] == f"{runtime}.post7"
    assert _runtime_pin(wheel) == f"=={runtime}"
    assert sdist.name == f"trio_codex-{runtime}.post7.tar.gz"
    assert (ROOT / "src/trio_codex/_version.py").read_bytes() == before, "staging changed the tree"


def test_a_version_the_protocol_was_not_generated_from_is_refused(tmp_path: Path) -> None:
    with pytest.raises(StagingError, match=r"cannot stage 0\.1\.0: .*update_runtime -- 0\.1\.0"):
        stage_sdk("0.1.0", tmp_path)
    assert list(tmp_path.iterdir()) == []


def test_the_command_refuses_what_is_no_version(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["sdk", "--codex-version", "soon"]) == 1
    assert capsys.readouterr().err.startswith("error: 'soon' is not a version")


@pytest.mark.requirement("package/staging")
@pytest.mark.skipif(os.name == "nt", reason="symlinks need a privilege there")
def test_the_staged_pair_installs_fresh_and_starts_the_real_runtime(
    staged_sdk: list[Path], tmp_path: Path
) -> None:
    # The binary alone, by a link: the wheel is the one big copy, beside the one it installs.
    binary = tmp_path / "codex"
    binary.symlink_to(codex_cli_bin.bundled_codex_path())
    runtime = stage_runtime(
        binary, __version__.partition(".post")[0], tmp_path, host_tag(), compress=False
    )
    venv = Venv.create(tmp_path / "venv", share_dependencies=True)
    venv.install(staged_sdk[0], runtime)
    home = tmp_path / "home"
    home.mkdir()
    version, user_agent = venv.python(INITIALIZE, str(home)).splitlines()
    assert version == __version__
    assert user_agent.startswith(f"trio_codex/{__version__.partition('.post')[0]} ")
