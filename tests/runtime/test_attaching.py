"""Clients of a server that runs already: over a Unix socket, over TCP, and through a command."""

from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path

import pytest
import trio

from tests.runtime.helpers import first_delta
from trio_codex import AppServerConfig, AsyncCodex, Codex, TransportClosedError, listen
from trio_codex._transport.launch import resolve_runtime
from trio_codex.testing import ModelServer
from trio_codex.types import TurnStatus


@pytest.fixture
async def url(config: AppServerConfig, tmp_path: Path) -> AsyncIterator[str]:
    async with listen(config, f"unix://{tmp_path}/s") as server:
        yield server.url


@pytest.mark.requirement("attach/connect")
async def test_a_client_attaches_over_tcp_and_leaves_the_server_running(
    config: AppServerConfig, model: ModelServer
) -> None:
    model.reply("one")
    model.reply("two")
    async with listen(config, "ws://127.0.0.1:0") as server:
        async with AsyncCodex.connect(server.url) as codex:
            thread = await codex.thread_start()
            assert (await thread.run("First.")).final_response == "one"
        async with AsyncCodex.connect(server.url) as codex:
            again = await codex.thread_resume(thread.id)
            assert (await again.run("Second.")).final_response == "two"


@pytest.mark.requirement("attach/connect")
async def test_a_blocking_client_attaches(url: str, model: ModelServer) -> None:
    model.reply("done")

    def block() -> str | None:
        with Codex.connect(url) as codex:
            return codex.thread_start().run("Go.").final_response

    assert await trio.to_thread.run_sync(block) == "done"


@pytest.mark.requirement("attach/connect")
async def test_a_command_carries_the_bytes(
    url: str, config: AppServerConfig, model: ModelServer
) -> None:
    model.reply("done")
    binary = resolve_runtime(config).argv[0]
    command = [binary, "app-server", "proxy", "--sock", url.removeprefix("unix://")]
    async with AsyncCodex.connect(command=command, config=config) as codex:
        assert (await (await codex.thread_start()).run("Go.")).final_response == "done"


async def test_a_second_client_resumes_a_thread_whose_turn_runs(
    url: str, model: ModelServer
) -> None:
    gate = model.gate()
    model.reply_deltas(["half", "whole"], gate=gate, hold_after=1)
    async with AsyncCodex.connect(url) as one, AsyncCodex.connect(url) as two:
        thread = await one.thread_start()
        turn = await thread.turn("Go.")
        await first_delta(turn)
        with two.notifications("item/completed") as seen:
            again = await two.thread_resume(thread.id)
            assert str(again.snapshot and again.snapshot.status.type) == "active"
            gate.open()
            assert (await turn.run()).status == TurnStatus.COMPLETED
            async for event in seen:
                assert event.method == "item/completed"
                break


async def test_an_error_says_that_nobody_listens(tmp_path: Path) -> None:
    with pytest.raises(
        TransportClosedError, match=r"could not connect to unix:///.*/s: No such file"
    ):
        async with AsyncCodex.connect(f"unix://{tmp_path}/s"):
            pass
