"""A config becomes exactly one command line, or an error that names what is wrong."""

from __future__ import annotations

import math
import os
import sys
import tomllib
from enum import Enum
from pathlib import Path
from typing import Any

import codex_cli_bin
import pytest
from hypothesis import given
from hypothesis import strategies as st

from trio_codex._config import AppServerConfig
from trio_codex._transport.launch import unloads_threads
from trio_codex._transport.process import open_process, resolve_runtime
from trio_codex._transport.toml import override_arguments, toml_document
from trio_codex.errors import InvalidArgumentError, RuntimeNotFoundError


@pytest.fixture
def binary(tmp_path: Path) -> Path:
    path = tmp_path / "codex"
    path.write_text("#!/bin/sh\n")
    path.chmod(0o755)
    return path


@pytest.mark.requirement("client/binary")
def test_the_pinned_package_is_the_default_with_its_helpers_first_in_the_path(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("PATH", "/some/bin:/other/bin")
    launch = resolve_runtime(AppServerConfig())
    codex = str(codex_cli_bin.bundled_codex_path())
    assert launch.argv[:4] == (codex, "app-server", "--listen", "stdio://")
    assert launch.env["PATH"] == f"{codex_cli_bin.bundled_path_dir()}:/some/bin:/other/bin"
    assert launch.cwd is None


def test_helpers_come_before_a_path_the_caller_set(monkeypatch: pytest.MonkeyPatch) -> None:
    helpers = str(codex_cli_bin.bundled_path_dir())
    assert resolve_runtime(AppServerConfig(env={"PATH": "/mine"})).env["PATH"] == f"{helpers}:/mine"
    monkeypatch.delenv("PATH")
    assert resolve_runtime(AppServerConfig()).env["PATH"] == f"{helpers}:{os.defpath}"


def test_a_package_without_helpers_leaves_the_path_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(codex_cli_bin, "bundled_path_dir", lambda: None)
    assert resolve_runtime(AppServerConfig()).env["PATH"] == os.environ["PATH"]


def test_a_missing_package_says_how_to_install_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "codex_cli_bin", None)
    with pytest.raises(RuntimeNotFoundError, match=r"openai-codex-cli-bin is not installed.*pip"):
        resolve_runtime(AppServerConfig())


def test_a_package_without_its_binary_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    def missing() -> Path:
        raise FileNotFoundError("the packaged binary is gone")

    monkeypatch.setattr(codex_cli_bin, "bundled_codex_path", missing)
    with pytest.raises(RuntimeNotFoundError, match=r"binary is gone.*pip install"):
        resolve_runtime(AppServerConfig())


def test_a_given_binary_is_used_as_it_is(binary: Path) -> None:
    launch = resolve_runtime(AppServerConfig(codex_bin=binary))
    assert launch.argv[0] == str(binary)
    assert launch.env["PATH"] == os.environ["PATH"]


def test_a_relative_binary_is_where_the_caller_is_not_the_child(
    binary: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "elsewhere").mkdir()
    launch = resolve_runtime(AppServerConfig(codex_bin="./codex", cwd="elsewhere"))
    assert launch.argv[0] == str(binary)


@pytest.mark.requirement("client/binary")
def test_a_missing_given_binary_is_named_and_never_replaced(tmp_path: Path) -> None:
    path = str(tmp_path / "no" / "codex")
    with pytest.raises(RuntimeNotFoundError, match="codex_bin: there is no file") as caught:
        resolve_runtime(AppServerConfig(codex_bin=path))
    assert path in str(caught.value)
    assert isinstance(caught.value, FileNotFoundError)


def test_a_bare_name_is_not_searched_for_but_the_error_says_where_one_is(
    binary: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    (tmp_path / "empty").mkdir()
    monkeypatch.chdir(tmp_path / "empty")
    with pytest.raises(RuntimeNotFoundError, match="the one in PATH is") as caught:
        resolve_runtime(AppServerConfig(codex_bin="codex"))
    assert str(binary) in str(caught.value)


def test_a_binary_that_is_a_directory_or_not_executable_is_refused(
    binary: Path, tmp_path: Path
) -> None:
    with pytest.raises(RuntimeNotFoundError, match="is not a file"):
        resolve_runtime(AppServerConfig(codex_bin=tmp_path))
    binary.chmod(0o644)
    with pytest.raises(RuntimeNotFoundError, match="is not executable"):
        resolve_runtime(AppServerConfig(codex_bin=binary))
    with pytest.raises(RuntimeNotFoundError, match="codex_bin"):
        resolve_runtime(AppServerConfig(codex_bin="a\0b"))
    with pytest.raises(RuntimeNotFoundError, match=r"cannot be looked up: .*too long"):
        resolve_runtime(AppServerConfig(codex_bin="/" + "a" * 5000))
    with pytest.raises(RuntimeNotFoundError, match="there is no file"):
        resolve_runtime(AppServerConfig(codex_bin=binary / "below"))
    with pytest.raises(RuntimeNotFoundError, match="there is no file '~nobody-here/codex'"):
        resolve_runtime(AppServerConfig(codex_bin="~nobody-here/codex"))


def test_an_overridden_command_line_replaces_everything(binary: Path) -> None:
    launch = resolve_runtime(
        AppServerConfig(
            launch_args_override=(str(binary), "x", ""),
            codex_bin="/not/there",
            config_overrides=("a=1",),
        )
    )
    assert launch.argv == (str(binary), "x", "")
    assert launch.env["PATH"] == os.environ["PATH"]


def test_an_overridden_program_is_looked_up_as_the_child_will(binary: Path, tmp_path: Path) -> None:
    found = AppServerConfig(launch_args_override=("codex",), env={"PATH": str(tmp_path)})
    assert resolve_runtime(found).argv == ("codex",)
    beside = AppServerConfig(launch_args_override=("./codex",), cwd=tmp_path)
    assert resolve_runtime(beside).argv == ("./codex",)
    with pytest.raises(RuntimeNotFoundError, match="'codex' in the child's PATH"):
        resolve_runtime(AppServerConfig(launch_args_override=("codex",), env={"PATH": "/nowhere"}))
    with pytest.raises(RuntimeNotFoundError, match=r"no file '\./absent'"):
        resolve_runtime(AppServerConfig(launch_args_override=("./absent",), cwd=tmp_path))


@pytest.mark.parametrize(
    ("argv", "message"),
    [
        ((), "is empty"),
        (("",), "is empty"),
        ((5,), "of str, not one with an item of type int"),
        (("sh", "a\0"), "NUL"),
    ],
)
def test_an_unusable_command_line_is_refused(argv: Any, message: str) -> None:
    with pytest.raises(InvalidArgumentError, match=message):
        resolve_runtime(AppServerConfig(launch_args_override=argv))


def test_a_missing_working_directory_is_named(tmp_path: Path) -> None:
    for bad in (tmp_path / "gone", Path(__file__), "a\0b", "/" + "a" * 5000):
        with pytest.raises(InvalidArgumentError, match="cwd is not a directory"):
            resolve_runtime(AppServerConfig(cwd=bad))
    assert resolve_runtime(AppServerConfig(cwd=tmp_path)).cwd == str(tmp_path)


def test_the_environment_is_this_process_with_the_callers_on_top(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("KEPT", "1")
    monkeypatch.setenv("CHANGED", "1")
    monkeypatch.delenv("NO_COLOR", raising=False)
    env = resolve_runtime(AppServerConfig(env={"CHANGED": "2", "NEW": ""})).env
    assert (env["KEPT"], env["CHANGED"], env["NEW"], env["NO_COLOR"]) == ("1", "2", "", "1")


def test_a_no_color_the_user_set_is_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    assert resolve_runtime(AppServerConfig(env={"NO_COLOR": ""})).env["NO_COLOR"] == ""
    monkeypatch.setenv("NO_COLOR", "0")
    assert resolve_runtime(AppServerConfig()).env["NO_COLOR"] == "0"


@pytest.mark.parametrize(
    "env", [{"": "1"}, {"A=B": "1"}, {"A\0": "1"}, {"A": "\0"}, {"A": 5}, {5: "A"}]
)
def test_what_cannot_be_an_environment_variable_is_refused(env: Any) -> None:
    with pytest.raises(InvalidArgumentError, match="env: "):
        resolve_runtime(AppServerConfig(env=env))


def test_settings_follow_the_command_in_order() -> None:
    launch = resolve_runtime(AppServerConfig(config_overrides=("b=1", "a.c='x=y'")))
    assert launch.argv[-4:] == ("-c", "b=1", "-c", "a.c='x=y'")


DELAY = "thread_unload_delay_secs"


def test_threads_are_unloaded_without_a_delay_unless_the_caller_says_otherwise() -> None:
    unset = AppServerConfig(config_overrides=("b=1",))
    assert resolve_runtime(unset).argv[4:] == ("-c", f"{DELAY}=0", "-c", "b=1")
    assert unloads_threads(unset, "0.163.0")
    assert unloads_threads(unset, "1.0.0-alpha")
    for older in ("0.149.0", "0.9.9", "", None):
        assert not unloads_threads(unset, older)
    for overrides in ((f"{DELAY}=5",), (f" {DELAY} = 5",), {DELAY: 5}):
        config = AppServerConfig(config_overrides=overrides)
        # The last one of a key is what the runtime takes.
        assert resolve_runtime(config).argv[4:6] == ("-c", f"{DELAY}=0")
        assert "5" in resolve_runtime(config).argv[-1]
        assert not unloads_threads(config, "0.163.0")
    assert not unloads_threads(AppServerConfig(launch_args_override=("codex",)), "0.163.0")


KEYS = st.text(st.characters(exclude_categories=["Cs"]), max_size=8)
VALUES: st.SearchStrategy[Any] = st.recursive(
    st.booleans()
    | st.integers(-(2**63), 2**63 - 1)
    | st.floats(allow_nan=False, allow_infinity=False)
    | st.text(st.characters(exclude_categories=["Cs"])),
    lambda inner: st.lists(inner) | st.dictionaries(KEYS, inner),
    max_leaves=12,
)


@given(VALUES)
def test_a_value_reads_back_from_its_toml(value: Any) -> None:
    (argument,) = override_arguments({"key": value})
    parsed = tomllib.loads(argument)["key"]
    assert parsed == value
    assert type(parsed) is type(value)


@given(st.dictionaries(KEYS, VALUES))
def test_a_document_reads_back_from_its_toml(settings: dict[str, Any]) -> None:
    assert tomllib.loads(toml_document(settings)) == settings


def test_a_value_a_document_cannot_hold_is_refused_with_its_path() -> None:
    with pytest.raises(InvalidArgumentError, match=r"^config: a\.b\[0\] is None"):
        toml_document({"a": {"b": [None]}})  # type: ignore[list-item]


def test_an_enum_is_written_as_its_value() -> None:
    class Mode(str, Enum):
        FAST = "fast"

    assert override_arguments({"mode": Mode.FAST, "x": [1, 2]}) == ('mode="fast"', "x=[1, 2]")


def cyclic() -> list[Any]:
    value: list[Any] = []
    value.append(value)
    return value


@pytest.mark.parametrize(
    ("value", "message"),
    [
        (math.nan, r"a\.b\[1\]\.c is nan"),
        (math.inf, r"a\.b\[1\]\.c is inf"),
        (2**63, r"a\.b\[1\]\.c is outside the range"),
        (None, r"a\.b\[1\]\.c is None"),
        (b"x", r"a\.b\[1\]\.c is a bytes"),
        ({1}, r"a\.b\[1\]\.c is a set"),
        ({1: 2}, r"a\.b\[1\]\.c has the key 1"),
        ("\ud800", r"a\.b\[1\]\.c holds a lone surrogate"),
        ({"\ud800": 1}, r"a\.b\[1\]\.c holds a lone surrogate"),
        (cyclic(), "nested more than 64 deep"),
    ],
    ids=repr,
)
def test_a_value_toml_cannot_say_is_refused_with_its_path(value: Any, message: str) -> None:
    with pytest.raises(InvalidArgumentError, match=f"^config_overrides: .*{message}"):
        override_arguments({"a.b": [0, {"c": value}]})


@pytest.mark.parametrize("key", ["", ".", "a.", ".a", "a..b", "a=b", " a", "a\n", "\ud800", 5])
def test_a_key_the_runtime_would_split_otherwise_is_refused(key: Any) -> None:
    with pytest.raises(InvalidArgumentError, match="config_overrides"):
        override_arguments({key: 1})


@pytest.mark.parametrize("text", ["", "a", "=1", "a..b=1", "a=\ud800", 5])
def test_a_setting_that_is_no_assignment_is_refused(text: Any) -> None:
    with pytest.raises(InvalidArgumentError, match="config_overrides"):
        override_arguments((text,))


@pytest.mark.parametrize(
    "options",
    [
        {"env": {"A": "\ud800"}},
        {"env": {"\ud800": "a"}},
        {"launch_args_override": ("sh", "\ud800")},
        {"launch_args_override": ("\ud800",)},
        {"codex_bin": "/\ud800"},
        {"cwd": "/\ud800"},
    ],
    ids=str,
)
def test_text_that_the_system_cannot_be_given_is_refused(options: dict[str, Any]) -> None:
    with pytest.raises(
        (InvalidArgumentError, RuntimeNotFoundError),
        match=r"lone surrogate|no program|looked up|not a directory",
    ):
        resolve_runtime(AppServerConfig(**options))


def test_undecodable_bytes_of_the_system_are_passed_on() -> None:
    # How Python spells them; the system gets the byte back.
    launch = resolve_runtime(AppServerConfig(env={"A": "\udcff"}))
    assert os.fsencode(launch.env["A"]) == b"\xff"


async def test_a_bare_program_is_looked_up_where_the_child_looks(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    ours, childs = tmp_path / "ours", tmp_path / "childs"
    for directory in (ours, childs):
        (directory / "bin").mkdir(parents=True)
    program = childs / "bin" / "only-there"
    program.write_text("#!/bin/sh\n")
    program.chmod(0o755)
    monkeypatch.chdir(ours)
    monkeypatch.setenv("PATH", "/nowhere")
    found = AppServerConfig(
        launch_args_override=("only-there",), env={"PATH": "bin"}, cwd=str(childs)
    )
    assert resolve_runtime(found).argv == ("only-there",)
    # It is found there by what starts it as well.
    transport = await open_process(found)
    await transport.aclose()
    assert transport.exit_info().exit_code == 0
    program.rename(ours / "bin" / "only-there")
    with pytest.raises(RuntimeNotFoundError, match="no program 'only-there' in the child's PATH"):
        resolve_runtime(found)
