"""Server metadata: name and version from the user agent, and the version policies."""

from __future__ import annotations

import warnings
from typing import TYPE_CHECKING

import pytest

from trio_codex import RuntimeVersionError, __version__
from trio_codex._client.metadata import check_version, read_metadata
from trio_codex._version import RUNTIME_VERSION

if TYPE_CHECKING:
    from trio_codex.protocol import JsonValue

AGENT = "my app/0.163.0 (Debian 12.0.0; x86_64) xterm (lab; 1)"


def reply(user_agent: str) -> dict[str, JsonValue]:
    return {
        "userAgent": user_agent,
        "codexHome": "/home",
        "platformFamily": "unix",
        "platformOs": "linux",
    }


def test_the_version_of_the_sdk_is_that_of_its_runtime() -> None:
    assert __version__.split(".post")[0] == RUNTIME_VERSION


def test_name_and_version_are_read_from_the_user_agent() -> None:
    metadata = read_metadata(reply(AGENT))
    assert (metadata.server_name, metadata.server_version) == ("my app", "0.163.0")
    assert metadata.user_agent == AGENT
    assert (metadata.codex_home, metadata.platform_os) == ("/home", "linux")


@pytest.mark.parametrize(
    ("user_agent", "version"),
    [
        ("a/b/0.163.0 (x)", "0.163.0"),
        ("app/1.2.3-alpha.4 (x)", "1.2.3-alpha.4"),
        ("my/1.2.3 app/0.163.0 (x)", "0.163.0"),
        ("codex-cli/1.2.3", "1.2.3"),
        ("codex-cli/1.2.3-alpha.4", "1.2.3-alpha.4"),
        ("codex-cli 1.2.3", "1.2.3"),
        ("codex_cli_rs/v1.2.3 xterm", "1.2.3"),
        ("/1.2.3", None),
        ("app/1.2", None),
        ("app/latest (x)", None),
        ("app", None),
        ("", None),
    ],
)
def test_unusual_user_agents_are_read_as_far_as_possible(
    user_agent: str, version: str | None
) -> None:
    assert read_metadata(reply(user_agent)).server_version == version


@pytest.mark.parametrize(
    ("info", "name", "version"),
    [
        ({"name": "codex", "version": "1.2.3"}, "codex", "1.2.3"),
        ({"version": " 1.2.3 "}, "my app", "1.2.3"),
        ({"name": "codex", "version": ""}, "codex", "0.163.0"),
        ({"name": 5, "version": None}, "my app", "0.163.0"),
        ("codex 1.2.3", "my app", "0.163.0"),
    ],
)
def test_server_info_wins_over_the_user_agent(info: JsonValue, name: str, version: str) -> None:
    metadata = read_metadata({**reply(AGENT), "serverInfo": info})
    assert (metadata.server_name, metadata.server_version) == (name, version)
    assert metadata.user_agent == AGENT


@pytest.mark.parametrize("answer", [None, [], "x", 5, {}, {"userAgent": 5}])
def test_a_reply_of_any_shape_is_read(answer: JsonValue) -> None:
    assert read_metadata(answer).server_version is None


def test_the_same_version_passes_every_policy() -> None:
    metadata = read_metadata(reply(f"app/{RUNTIME_VERSION} (x)"))
    with warnings.catch_warnings(action="error"):
        check_version(metadata, "exact")
        check_version(metadata, "warn")
        check_version(metadata, "ignore")


@pytest.mark.parametrize(("user_agent", "shown"), [("app/9.8.7 (x)", "9.8.7"), ("", "unknown")])
def test_another_version_is_handled_by_the_policy(user_agent: str, shown: str) -> None:
    metadata = read_metadata(reply(user_agent))
    with pytest.raises(RuntimeVersionError, match=shown) as caught:
        check_version(metadata, "exact")
    assert caught.value.expected == RUNTIME_VERSION
    assert caught.value.actual == metadata.server_version
    with pytest.warns(RuntimeWarning, match=f"{shown} but this SDK was made for"):
        check_version(metadata, "warn")
    with warnings.catch_warnings(action="error"):
        check_version(metadata, "ignore")
