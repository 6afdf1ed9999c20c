"""Caller mistakes: each is refused before anything is sent, with the nearest valid name."""

from __future__ import annotations

import inspect
from typing import Any

import pytest
import trio

import trio_codex
from tests.session.scripted import opened
from trio_codex import (
    AppServerConfig,
    AsyncCodex,
    Codex,
    InvalidArgumentError,
    async_retry_on_overload,
    retry_on_overload,
)
from trio_codex._settings import SETTINGS, check_settings
from trio_codex.client import AppServerClient
from trio_codex.protocol import METHODS, Config
from trio_codex.testing import FakeAppServer


@pytest.fixture
def fake(fake_app_server: FakeAppServer) -> FakeAppServer:
    return fake_app_server


CLIENTS = (AsyncCodex, Codex, AppServerClient)


@pytest.mark.parametrize(
    ("wrong", "message"),
    [
        ({"codex_bin": 3}, "codex_bin must be a path as a str or PathLike, not 3"),
        ({"cwd": b"/"}, "cwd must be a path as a str or PathLike, not b'/'"),
        ({"launch_args_override": "codex"}, "launch_args_override must be a list or tuple of str"),
        ({"launch_args_override": [1]}, "launch_args_override must be a list or tuple of str"),
        ({"config_overrides": "model=x"}, "not one string; write"),
        ({"config_overrides": 3}, "config_overrides must be a tuple .* or a mapping, not int"),
        ({"config_overrides": ["model"]}, "each string must be 'key=value'; one has no '='"),
        ({"config_overrides": {"modle": "x"}}, "no setting 'modle'; did you mean 'model'"),
        ({"config_overrides": ("modle=x",)}, "no setting 'modle'; did you mean 'model'"),
        ({"config_overrides": {"feature.a": True}}, "no setting 'feature'; .* 'features'"),
        ({"config_overrides": {3: "x"}}, "a key must be a string such as 'model', not 3"),
        ({"env": ["A=b"]}, "env must be a mapping, not list"),
        ({"client_name": None}, "client_name must be a str, not None"),
        ({"client_title": 3}, "client_title must be a str, not 3"),
        ({"experimental_api": "no"}, "experimental_api must be True or False, not 'no'"),
        ({"opt_out_notifications": "a/b"}, "opt_out_notifications must be a list or tuple of str"),
        ({"max_in_flight": 0}, "max_in_flight must be a whole number of at least 1, not 0"),
        ({"event_buffer": 0}, "event_buffer must be a whole number of at least 1, not 0"),
        ({"interrupt_timeout": "5"}, "interrupt_timeout must be a positive number .* not '5'"),
        ({"version_policy": "exakt"}, "not 'exakt'; did you mean 'exact'"),
    ],
    ids=str,
)
def test_a_wrong_setting_of_the_client_is_refused(wrong: dict[str, Any], message: str) -> None:
    with pytest.raises(InvalidArgumentError, match=message):
        AppServerConfig(**wrong)


def test_every_setting_of_the_schema_is_known_and_a_new_one_passes() -> None:
    assert {
        field["wire"] for field in (each.metadata for each in Config.__attrs_attrs__)
    } <= SETTINGS
    check_settings("config", [*SETTINGS, "mcp_servers.a.b", '"model"', "invented_by_tomorrow"])


async def test_the_runtime_knows_the_settings(tmp_path: Any) -> None:
    # `--strict-config` refuses unknown keys; the value of each is wrong, and the first is reported.
    from trio_codex._transport.launch import resolve_runtime

    binary = resolve_runtime(AppServerConfig()).argv[0]
    for key, known in (("model", True), ("thread_unload_delay_secs", True), ("modle", False)):
        with trio.fail_after(60):
            done = await trio.run_process(
                [binary, "app-server", "--strict-config", "-c", f"{key}=[1]"],
                capture_stdout=True,
                capture_stderr=True,
                check=False,
                env={"CODEX_HOME": str(tmp_path), "PATH": "/usr/bin:/bin"},
            )
        assert done.returncode != 0
        assert (b"unknown configuration field" in done.stderr) is not known


@pytest.mark.parametrize("client", CLIENTS)
def test_a_setting_given_to_the_client_names_the_configuration(client: Any) -> None:
    name = client.__name__
    with pytest.raises(TypeError, match=rf"{name}\(AppServerConfig\(codex_bin=\.\.\.\)\)"):
        client(codex_bin="/bin/codex")
    with pytest.raises(TypeError, match="takes no argument 'handler'; did you mean 'handlers'"):
        client(handler=None)
    with pytest.raises(TypeError, match=r"takes no argument 'zzz'$"):
        client(zzz=1)
    with pytest.raises(InvalidArgumentError, match=r"not str; .* AppServerConfig\(codex_bin="):
        client("/bin/codex")
    assert list(inspect.signature(client).parameters)[:2] == ["config", "handlers"]


WRONG_METHODS = [
    ("thread/nam/updated", "no notification 'thread/nam/updated'; did you mean 'thread/name/up"),
    ("turn/start", "'turn/start' is not a notification of the server but a client request"),
    (3, "a method is a str, not 3"),
]


@pytest.mark.parametrize(("method", "message"), WRONG_METHODS)
async def test_a_misspelled_notification_is_refused(
    fake: FakeAppServer, method: Any, message: str
) -> None:
    async with opened(fake) as codex:
        with pytest.raises(InvalidArgumentError, match=message):
            codex.notifications(method)
        assert codex.statistics().subscriptions == 0
        # A method that only a newer runtime has can be subscribed to.
        codex.notifications("weather/changed")
        codex.notifications(
            *(m for m, s in METHODS.items() if s.direction == "server_notification")
        )


def test_a_misspelled_notification_to_opt_out_of_is_refused() -> None:
    config = AppServerConfig(opt_out_notifications=["thread/nam/updated"])
    with pytest.raises(InvalidArgumentError, match="did you mean 'thread/name/updated'"):
        AsyncCodex(config)


@pytest.mark.parametrize("wrong", ["5", -1, 0, float("nan"), True])
async def test_a_wrong_idle_timeout_is_refused_before_anything_is_sent(
    fake: FakeAppServer, wrong: Any
) -> None:
    async with opened(fake) as codex:
        thread = await codex.thread_start()
        before = len(fake.requests)
        message = f"idle_timeout must be a positive number of seconds or None, not {wrong!r}"
        with pytest.raises(InvalidArgumentError, match=message):
            await thread.run("hi", idle_timeout=wrong)
        with pytest.raises(InvalidArgumentError, match=message):
            thread.stream_text("hi", idle_timeout=wrong)
        assert len(fake.requests) == before
        async with thread.turn("hi") as turn:
            with pytest.raises(InvalidArgumentError, match=message):
                turn.stream(idle_timeout=wrong)
            with pytest.raises(InvalidArgumentError, match=message):
                await turn.run(idle_timeout=wrong)


@pytest.mark.parametrize("wrong", [{"answer": int}, [int], "int", 3])
async def test_a_wrong_output_type_is_refused(fake: FakeAppServer, wrong: Any) -> None:
    async with opened(fake) as codex:
        thread = await codex.thread_start()
        before = len(fake.requests)
        with pytest.raises(InvalidArgumentError, match="output_type must be a type"):
            await thread.run("hi", output_type=wrong)
        assert len(fake.requests) == before


async def test_options_are_refused_with_the_nearest_value(fake: FakeAppServer) -> None:
    async with opened(fake) as codex:
        with pytest.raises(InvalidArgumentError, match=r"config: .* 'modle'; did you mean 'model'"):
            await codex.thread_start(config={"modle": "x"})
        thread = await codex.thread_start(sandbox="read-only")
        assert fake.requests[-1].params["sandbox"] == "read-only"
        before = len(fake.requests)
        with pytest.raises(InvalidArgumentError, match="found the string 'hihg'; did you mean 'hi"):
            await thread.run("hi", effort="hihg")
        with pytest.raises(InvalidArgumentError, match=r"has no key 'thread_id'; .* 'threadId'"):
            await codex.request("thread/read", {"thread_id": thread.id})
        assert len(fake.requests) == before


async def test_async_and_blocking_functions_are_not_confused() -> None:
    called: list[str] = []

    def plain() -> None:
        called.append("plain")

    async def coroutine() -> None:
        called.append("async")

    with pytest.raises(
        InvalidArgumentError, match=r"operation must be an async function.*retry_on"
    ):
        await async_retry_on_overload(plain)  # type: ignore[arg-type]
    with pytest.raises(
        InvalidArgumentError, match=r"operation must be a blocking .* async_retry_on"
    ):
        retry_on_overload(coroutine)  # type: ignore[unused-coroutine]
    for wrong in (None, 3):
        with pytest.raises(InvalidArgumentError, match="operation must be"):
            retry_on_overload(wrong)  # type: ignore[arg-type]
    assert called == []
    await async_retry_on_overload(lambda: coroutine())
    assert called == ["async"]


def test_caller_mistakes_are_no_server_errors() -> None:
    with pytest.raises(InvalidArgumentError, match="event_buffer") as caught:
        AppServerConfig(event_buffer=0)
    assert isinstance(caught.value, ValueError)
    assert not isinstance(caught.value, trio_codex.AppServerError)
