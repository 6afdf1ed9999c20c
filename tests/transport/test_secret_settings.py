"""Secrets of a configuration: no repr and no message shows them; `None` unsets a variable."""

from __future__ import annotations

import os
import traceback
from typing import TYPE_CHECKING, Any

import attrs
import pytest

from trio_codex import AppServerConfig, InvalidArgumentError, OtelExport, errors
from trio_codex._redaction import (
    is_secret_name,
    kind_of,
    redacted,
    redacted_arguments,
    redacted_line,
    redacted_settings,
)
from trio_codex._transport.launch import resolve_runtime
from trio_codex._wire.messages import encode_request

if TYPE_CHECKING:
    from pathlib import Path

MARK = "hunter2-swordfish"
HEADER = "model_providers.p.http_headers"
HOLDING: dict[str, list[Any]] = {
    "env": [{"ANY": MARK, "NONE": None}],
    "config_overrides": [
        {HEADER: {"X-Any": MARK}},
        {f"{HEADER}.X-Any": MARK},
        {"model_providers": {"p": {"http_headers": {"X-Any": MARK}}}},
        {"model_providers.p.experimental_bearer_token": MARK},
        {"mcp_servers.s": {"command": "c", "env": {"ANY": MARK}}},
        {"mcp_servers": {"s": {"bearer_token": [MARK]}}},
        {"shell_environment_policy.set": {"ANY": MARK}},
        (f'{HEADER}={{"X-Any" = "{MARK}"}}',),
        (f'{HEADER}.X-Any="{MARK}"',),
        (f'mcp_servers.s={{command = "c", env = {{ANY = "{MARK}"}}}}',),
        (f"model_providers.p.experimental_bearer_token={MARK}",),
    ],
    "otel": [OtelExport(endpoint="http://c:4318", headers={"X-Any": MARK})],
    "launch_args_override": [
        ("codex", "-c", f"{HEADER}.X-Any={MARK}"),
        ("codex", "--token", MARK),
        ("codex", f"--api-key={MARK}"),
    ],
}
CASES = [(field, value) for field, values in HOLDING.items() for value in values]


@pytest.mark.parametrize(("field", "value"), CASES)
def test_the_repr_of_a_config_hides_its_secrets(field: str, value: Any) -> None:
    config = AppServerConfig(**{field: value})
    assert MARK not in repr(config)
    assert MARK not in str(config)
    assert "***" in repr(config)


def test_every_field_of_a_config_was_judged() -> None:
    plain = {"codex_bin", "cwd", "experimental_api", "opt_out_notifications", "version_policy"}
    plain |= {"client_name", "client_title", "client_version"}
    for field in attrs.fields(AppServerConfig):
        numbers = ("_timeout", "_interval", "_buffer")
        number = field.name.startswith("max_") or field.name.endswith(numbers)
        assert number or (field.name in HOLDING) != (field.name in plain), field.name


def test_the_repr_of_a_config_shows_what_is_no_secret() -> None:
    config = AppServerConfig(
        env={"HOME": "/h", "UNSET": None},
        config_overrides={"model": "m", "sandbox_workspace_write.network_access": True},
        launch_args_override=("codex", "-c", "model=m"),
    )
    shown = repr(config)
    assert "env={'HOME': '***', 'UNSET': None}" in shown
    assert "{'model': 'm', 'sandbox_workspace_write.network_access': True}" in shown
    assert "('codex', '-c', 'model=m')" in shown


WRONG: list[dict[str, Any]] = [
    {"env": {"ANY": [MARK]}},
    {"env": {"ANY": f"{MARK}\0"}},
    {"env": {f"ANY={MARK}": "v"}},
    {"env": {(MARK,): "v"}},
    {"config_overrides": (MARK,)},
    {"config_overrides": ([MARK],)},
    {"config_overrides": (f"{HEADER}.X={MARK}\ud800",)},
    {"config_overrides": {f"{HEADER}.X": f"{MARK}\ud800"}},
    {"config_overrides": f"{HEADER}.X={MARK}"},
    {"launch_args_override": (b"codex", MARK)},
    {"launch_args_override": ("sh", [MARK])},
    {"launch_args_override": ("sh", f"--token={MARK}\0")},
    {"launch_args_override": ("sh", "--token", f"{MARK}\0")},
]


@pytest.mark.parametrize("wrong", WRONG)
def test_a_message_about_a_setting_does_not_show_its_secret(wrong: dict[str, Any]) -> None:
    with pytest.raises(InvalidArgumentError, match=r"env|config_overrides|launch_args|line") as it:
        resolve_runtime(AppServerConfig(**wrong))
    shown = "".join(traceback.format_exception_only(it.value)) + repr(it.value)
    assert MARK not in shown
    assert it.value.__context__ is None or MARK not in repr(it.value.__context__)


def test_a_text_that_cannot_be_encoded_is_not_shown_under_a_secret_name() -> None:
    params: Any = {"apiKey": f"{MARK}\ud800"}
    with pytest.raises(InvalidArgumentError, match=r"a string of 18 characters holds") as caught:
        encode_request(1, "account/login/start", params)
    assert MARK not in str(caught.value)


def test_none_unsets_a_variable_of_the_child(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("TRIO_CODEX_INHERITED", "1")
    program = ("sh",) if os.name == "posix" else ("cmd",)
    config = AppServerConfig(launch_args_override=program, cwd=tmp_path)
    assert resolve_runtime(config).env["TRIO_CODEX_INHERITED"] == "1"
    unset: dict[str, str | None] = {"TRIO_CODEX_INHERITED": None, "TRIO_CODEX_ABSENT": None}
    env = resolve_runtime(attrs.evolve(config, env=unset)).env
    assert not unset.keys() & env.keys()


def test_the_error_about_a_broken_line_hides_its_secrets() -> None:
    line = b'{"id":1,"result":{"authUrl":"https://a/?state=' + MARK.encode() + b'","n":"shown"'
    error = errors.ProtocolError("a line is not JSON", line=line)
    assert MARK not in str(error) and "shown" in str(error) and "***" in str(error)
    assert error.line == line
    cut = b'{"accessToken" : "' + MARK.encode()
    assert redacted_line(cut) == b'{"accessToken" : "***'


def test_no_error_shows_more_than_its_message() -> None:
    data: Any = {"token": MARK}
    shown: list[BaseException] = [
        errors.JsonRpcError("refused", data=data),
        errors.OutputValidationError("m", text=MARK, path="$"),
        errors.TurnFailedError("m", result=data),
        errors.TurnStalledError("m", idle_timeout=1, thread=data),
        errors.HandlerError("m", method="x", request_id=1),
    ]
    for error in shown:
        assert MARK not in repr(error) + str(error)


def test_the_repr_of_a_command_line_and_its_environment_hides_their_secrets() -> None:
    arguments = ("sh", "--token", MARK)
    launch = resolve_runtime(AppServerConfig(launch_args_override=arguments, env={"ANY": MARK}))
    assert launch.argv == arguments
    assert MARK not in repr(launch) and "'--token', '***'" in repr(launch)


@pytest.mark.parametrize(
    "name", ["apiKey", "OPENAI_API_KEY", "x-access-token", "Authorization", "client_secret"]
)
def test_a_secret_is_known_by_each_spelling_of_its_name(name: str) -> None:
    assert is_secret_name(name)


@pytest.mark.parametrize("name", ["totalTokens", "cancellationToken", "tokenizer", "key", "author"])
def test_a_name_that_only_resembles_one_is_none(name: str) -> None:
    assert not is_secret_name(name)


def test_what_is_shown_keeps_its_shape() -> None:
    value = {"token": [MARK, {"a": MARK}], "secret": None, "n": (1, 2)}
    assert redacted(value) == {"token": ["***", {"a": "***"}], "secret": None, "n": (1, 2)}
    assert redacted_settings(5) == redacted_arguments(5) == 5
    assert redacted_settings((5, "a")) == (5, "a")
    kinds = [None, True, "ab", 1.5, {"a": 1}, [1], object()]
    assert [kind_of(each) for each in kinds] == [
        "null",
        "a boolean",
        "a string of 2 characters",
        "a number",
        "an object with 1 keys",
        "a list of 1",
        "a value of type object",
    ]
