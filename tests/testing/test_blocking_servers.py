"""The blocking forms of the servers, used from a plain thread beside the real runtime."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING

import pytest
import trio

from tests.testing._driver import PATIENCE, driven
from trio_codex.testing import LoginIssuer, ModelServer, isolated_config

if TYPE_CHECKING:
    from pathlib import Path

    from trio_codex import AppServerConfig
    from trio_codex.testing import ModelRequest


def _one_turn(config: AppServerConfig, texts: list[str]) -> None:
    async def main() -> None:
        async with driven(config) as codex:
            turn = await codex.run(await codex.start_thread(), "hi")
            texts.append(turn["items"][0]["text"])

    trio.run(main)


def test_a_plain_thread_scripts_and_watches_a_model(tmp_path: Path) -> None:
    texts: list[str] = []
    with ModelServer(default="unasked").in_thread() as model:
        gate = model.gate()
        model.reply_deltas(["He", "llo"], gate=gate, hold_after=1)
        config = isolated_config(model, home=tmp_path)
        runner = threading.Thread(target=_one_turn, args=(config, texts))
        runner.start()
        gate.wait_reached(PATIENCE)
        request = model.wait_for_request(1, PATIENCE)
        assert not request.answered.is_set()
        gate.open()
        request.answered.wait_blocking(PATIENCE)
        runner.join(PATIENCE)

    assert texts == ["Hello"]
    assert request.last_user_text == "hi"
    assert model.requests == [request]


def test_waiting_for_a_request_that_does_not_come_ends() -> None:
    with (
        ModelServer().in_thread() as model,
        pytest.raises(TimeoutError, match=r"within 0\.01 s"),
    ):
        model.wait_for_request(1, 0.01)


def test_a_fault_of_a_callback_comes_out_of_the_blocking_block(tmp_path: Path) -> None:
    def broken(_: ModelRequest) -> str:
        raise LookupError("the callback is broken")

    async def main(config: AppServerConfig) -> None:
        async with driven(config) as codex:
            assert (await codex.run(await codex.start_thread(), "hi"))["status"] == "failed"

    with (
        pytest.raises(LookupError, match="the callback is broken"),
        ModelServer().in_thread() as model,
    ):
        model.on_request(broken)
        trio.run(main, isolated_config(model, home=tmp_path))


def test_the_thread_ends_with_the_block() -> None:
    with ModelServer().in_thread() as model:
        assert model.base_url.startswith("http://127.0.0.1:")
        names = [thread.name for thread in threading.enumerate()]
        assert "trio_codex ModelServer" in names

    names = [thread.name for thread in threading.enumerate()]
    assert "trio_codex ModelServer" not in names


@pytest.mark.browser_login
def test_a_plain_thread_logs_in_with_a_browser(tmp_path: Path) -> None:
    with ModelServer().in_thread() as model, LoginIssuer(plan="plus").in_thread() as issuer:

        async def main() -> object:
            async with driven(isolated_config(model, home=tmp_path, issuer=issuer)) as codex:
                started = await codex.call("account/login/start", {"type": "chatgpt"})
                await trio.to_thread.run_sync(issuer.complete_browser_login, started["authUrl"])
                await codex.event("account/login/completed", loginId=started["loginId"])
                return (await codex.call("account/read"))["account"]

        account = trio.run(main)
        assert issuer.wait_for_request("/oauth/token", 1, PATIENCE).fields["code_verifier"]

    assert account == {"type": "chatgpt", "email": "dev@example.com", "planType": "plus"}
