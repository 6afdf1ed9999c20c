"""Runtime wheels: what is in them, for every platform, and what staging refuses."""

from __future__ import annotations

import base64
import csv
import hashlib
import json
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from packaging.tags import sys_tags
from packaging.utils import parse_wheel_filename
from runtime_wheel import StagingError
from staging import host_tag, main, stage_runtime

from tests.release.venvs import Venv

RELEASED_TAGS = (
    "macosx_11_0_arm64",
    "macosx_10_9_x86_64",
    "musllinux_1_1_aarch64",
    "musllinux_1_1_x86_64",
    "win_arm64",
    "win_amd64",
)
StubCodex = Callable[..., Path]


@pytest.mark.requirement("package/staging")
@pytest.mark.parametrize("tag", RELEASED_TAGS)
def test_a_wheel_for_each_platform_has_its_tag_and_its_binary(
    tag: str, stub_codex: StubCodex, tmp_path: Path
) -> None:
    wheel = stage_runtime(stub_codex(), "9.9.9", tmp_path / "dist", tag)
    name, version, _, tags = parse_wheel_filename(wheel.name)
    assert (name, str(version)) == ("openai-codex-cli-bin", "9.9.9")
    assert [str(one) for one in tags] == [f"py3-none-{tag}"]
    binary = "codex_cli_bin/bin/codex.exe" if tag.startswith("win") else "codex_cli_bin/bin/codex"
    with zipfile.ZipFile(wheel) as archive:
        assert archive.getinfo(binary).external_attr >> 16 & 0o111, "the binary is not executable"
        assert (
            f"Tag: py3-none-{tag}"
            in archive.read("openai_codex_cli_bin-9.9.9.dist-info/WHEEL").decode()
        )
        described = json.loads(archive.read("codex_cli_bin/codex-package.json"))
    assert f"codex_cli_bin/{described['entrypoint']}" == binary
    assert described["version"] == "9.9.9"


def test_the_record_lists_every_file_with_its_digest_and_size(
    stub_codex: StubCodex, tmp_path: Path
) -> None:
    wheel = stage_runtime(stub_codex(), "9.9.9", tmp_path / "dist")
    with zipfile.ZipFile(wheel) as archive:
        record = "openai_codex_cli_bin-9.9.9.dist-info/RECORD"
        rows = list(csv.reader(archive.read(record).decode().splitlines()))
        assert sorted(row[0] for row in rows) == sorted(archive.namelist())
        checked = 0
        for name, digest, size in rows:
            if name != record:
                content = archive.read(name)
                expected = base64.urlsafe_b64encode(hashlib.sha256(content).digest()).rstrip(b"=")
                assert (digest, size) == (f"sha256={expected.decode()}", str(len(content))), name
                checked += 1
    assert checked >= 6


def test_the_same_binary_gives_the_same_wheel(stub_codex: StubCodex, tmp_path: Path) -> None:
    first = stage_runtime(stub_codex(), "9.9.9", tmp_path / "one")
    second = stage_runtime(stub_codex(), "9.9.9", tmp_path / "two")
    assert first.read_bytes() == second.read_bytes()


@pytest.mark.parametrize("folder", ["build/bin", "build"], ids=["in a bin folder", "beside it"])
def test_helpers_and_resources_beside_the_binary_come_along(
    folder: str, stub_codex: StubCodex, tmp_path: Path
) -> None:
    binary = stub_codex(folder=folder)
    for name in ("codex-path/rg", "codex-resources/deep/bwrap"):
        helper = tmp_path / "build" / name
        helper.parent.mkdir(parents=True)
        helper.write_text("helper", encoding="utf-8")
    binary.with_name("codex-code-mode-host").write_text("host", encoding="utf-8")
    binary.with_name("unrelated").write_text("not ours", encoding="utf-8")
    with zipfile.ZipFile(stage_runtime(binary, "9.9.9", tmp_path / "dist")) as archive:
        files = {name for name in archive.namelist() if name.startswith("codex_cli_bin/")}
    assert files == {
        "codex_cli_bin/__init__.py",
        "codex_cli_bin/bin/codex",
        "codex_cli_bin/bin/codex-code-mode-host",
        "codex_cli_bin/codex-package.json",
        "codex_cli_bin/codex-path/rg",
        "codex_cli_bin/codex-resources/deep/bwrap",
    }


def test_the_default_tag_is_one_pip_takes_on_this_machine() -> None:
    assert host_tag() in {tag.platform for tag in sys_tags()}


def test_an_installed_wheel_answers_like_the_official_package(
    stub_codex: StubCodex, tmp_path: Path
) -> None:
    venv = Venv.create(tmp_path / "venv")
    venv.install(stage_runtime(stub_codex(), "9.9.9", tmp_path / "dist"))
    said = venv.python(
        "import codex_cli_bin as c, importlib.metadata as m, subprocess;"
        "print(m.version(c.PACKAGE_NAME), c.bundled_path_dir(),"
        " c.bundled_codex_path().relative_to(c.bundled_package_dir()).as_posix(),"
        " subprocess.check_output([c.bundled_codex_path()], text=True))"
    )
    assert said.split() == ["9.9.9", "None", "bin/codex", "codex-cli", "9.9.9"]


def test_a_binary_that_is_not_there_is_refused(tmp_path: Path) -> None:
    with pytest.raises(StagingError, match=r"there is no Codex binary at .*nowhere"):
        stage_runtime(tmp_path / "nowhere", "9.9.9", tmp_path / "dist")


def test_a_binary_of_another_version_is_refused(stub_codex: StubCodex, tmp_path: Path) -> None:
    with pytest.raises(StagingError, match=r"version 'codex-cli 1\.0\.0', not 9\.9\.9"):
        stage_runtime(stub_codex("1.0.0"), "9.9.9", tmp_path / "dist")
    assert not (tmp_path / "dist").exists()


def test_a_binary_that_does_not_run_here_is_refused(stub_codex: StubCodex, tmp_path: Path) -> None:
    binary = stub_codex()
    binary.chmod(0o644)
    with pytest.raises(StagingError, match="does not run here"):
        stage_runtime(binary, "9.9.9", tmp_path / "dist")


@pytest.mark.parametrize(
    ("version", "reason"),
    [("latest", "'latest' is not a version"), ("9.9.9.post1", "release of the SDK alone")],
)
def test_a_version_no_runtime_can_have_is_refused(
    version: str, reason: str, stub_codex: StubCodex, tmp_path: Path
) -> None:
    with pytest.raises(StagingError, match=reason):
        stage_runtime(stub_codex(), version, tmp_path / "dist")


def test_an_unknown_platform_tag_is_refused(stub_codex: StubCodex, tmp_path: Path) -> None:
    with pytest.raises(
        StagingError, match="unknown platform tag 'amiga'; one of: macosx_11_0_arm64"
    ):
        stage_runtime(stub_codex(), "9.9.9", tmp_path / "dist", "amiga")


def test_the_command_says_what_it_wrote_and_why_it_refused(
    stub_codex: StubCodex, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = ["--out", str(tmp_path / "dist")]
    assert main(["runtime", str(stub_codex()), "--codex-version", "9.9.9", *out]) == 0
    assert "openai_codex_cli_bin-9.9.9-py3-none-" in capsys.readouterr().out
    assert main(["runtime", str(tmp_path), "--codex-version", "9.9.9", *out]) == 1
    assert capsys.readouterr().err.startswith("error: there is no Codex binary at ")
