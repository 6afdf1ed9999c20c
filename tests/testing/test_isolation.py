"""A runtime with an isolated config: what it is told, and that it stays on this machine."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from tests.testing._driver import driven
from trio_codex.testing import LoginIssuer, ModelServer, isolated_config

if TYPE_CHECKING:
    from trio_codex import AppServerConfig


def _settings(config: AppServerConfig) -> dict[str, Any]:
    assert config.env is not None and config.env["CODEX_HOME"] is not None
    return tomllib.loads((Path(config.env["CODEX_HOME"]) / "config.toml").read_text("utf-8"))


@pytest.mark.requirement("testing/isolated")
def test_every_config_has_a_home_of_its_own(tmp_path: Path) -> None:
    with ModelServer().in_thread() as model:
        first = isolated_config(model, home=tmp_path)
        second = isolated_config(model, home=tmp_path)

    assert first.env is not None
    assert second.env is not None
    assert first.env["CODEX_HOME"] != second.env["CODEX_HOME"]
    assert first.cwd != second.cwd


def test_settings_are_laid_over_the_defaults(tmp_path: Path) -> None:
    with ModelServer().in_thread() as model:
        config = isolated_config(
            model,
            home=tmp_path,
            provider={"env_key": "MY_KEY"},
            features={"goals": False},
            config={
                "model_providers.loopback.stream_idle_timeout_ms": 700,
                "mcp_servers": {"tiny server": {"command": "x", "args": ['a "b"', "\x7f"]}},
            },
            env={"MY_KEY": "secret"},
            client_name="mine",
        )
    settings = _settings(config)

    provider = settings["model_providers"]["loopback"]
    assert provider["base_url"] == model.base_url
    assert provider["env_key"] == "MY_KEY"
    assert provider["stream_idle_timeout_ms"] == 700
    assert settings["features"]["goals"] is False
    assert settings["features"]["apps"] is False
    assert settings["mcp_servers"]["tiny server"]["args"] == ['a "b"', "\x7f"]
    assert config.env is not None
    assert config.env["MY_KEY"] == "secret"
    assert config.client_name == "mine"


async def test_the_runtime_takes_the_config_as_it_is(
    model: ModelServer, config: AppServerConfig
) -> None:
    model.reply("hi")
    async with driven(config) as codex:
        await codex.run(await codex.start_thread(), "hi")
        models = (await codex.call("model/list"))["data"]

    assert codex.events("configWarning") == []
    assert codex.events("warning") == []
    assert codex.stderr == b""
    assert [(entry["id"], entry["isDefault"]) for entry in models] == [
        ("mock-model", True),
        ("mock-model-mini", False),
    ]


async def test_a_key_from_the_environment_is_sent(model: ModelServer, tmp_path: Path) -> None:
    model.reply("hi")
    config = isolated_config(
        model, home=tmp_path, provider={"env_key": "MY_KEY"}, env={"MY_KEY": "secret"}
    )
    async with driven(config) as codex:
        await codex.run(await codex.start_thread(), "hi")

    assert model.requests[0].bearer == "secret"


@pytest.mark.parametrize("name", ["OPENAI_API_KEY", "CODEX_SOMETHING"])
async def test_keys_of_the_developer_do_not_leak_in(
    model: ModelServer, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    monkeypatch.setenv(name, "a-real-key")
    config = isolated_config(model, home=tmp_path, provider={"env_key": name})
    async with driven(config) as codex:
        turn = await codex.run(await codex.start_thread(), "hi")

    assert turn["status"] == "failed"
    assert f"Missing environment variable: `{name}`" in turn["error"]["message"]
    assert model.requests == []


@pytest.mark.requirement("testing/isolated")
async def test_nothing_is_asked_of_the_outside_world(tmp_path: Path) -> None:
    """Whatever would leave the machine goes through the proxy, which keeps a list here."""
    async with ModelServer() as model, LoginIssuer() as issuer, ModelServer() as proxy:
        variables = ("HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY")
        env = {name: proxy.origin for upper in variables for name in (upper, upper.lower())}
        model.reply_command("true")
        model.reply("hi")
        config = isolated_config(model, home=tmp_path, issuer=issuer, env=env)
        async with driven(config) as codex:
            started = await codex.call("account/login/start", {"type": "chatgptDeviceCode"})
            issuer.approve_device_code()
            await codex.event("account/login/completed", loginId=started["loginId"])
            turn = await codex.run(await codex.start_thread(), "hi")
            await codex.call("model/list")
            await codex.call("account/logout")

    assert turn["status"] == "completed"
    assert proxy.other_requests == []
    assert proxy.requests == []


@pytest.mark.browser_login
async def test_a_login_without_an_issuer_fails_at_once(model: ModelServer, tmp_path: Path) -> None:
    config = isolated_config(model, home=tmp_path)
    async with driven(config) as codex:
        started = await codex.call("account/login/start", {"type": "chatgpt"})
        await codex.call("account/login/cancel", {"loginId": started["loginId"]})

    assert started["authUrl"].startswith("http://127.0.0.1:1/")


def test_a_server_that_does_not_serve_is_refused(tmp_path: Path) -> None:
    with pytest.raises(RuntimeError, match="is not serving"):
        isolated_config(ModelServer(), home=tmp_path)
