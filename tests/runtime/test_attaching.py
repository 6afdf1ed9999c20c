"""Clients of a server that runs already: over a Unix socket, over TCP, and through a command."""

from __future__ import annotations

import os
import subprocess
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from functools import partial
from pathlib import Path

import pytest
import trio

from tests.runtime.helpers import first_delta
from trio_codex import AppServerConfig, AsyncCodex, Codex, HandshakeError, TransportClosedError
from trio_codex._transport.launch import resolve_runtime
from trio_codex.testing import ModelServer
from trio_codex.types import TurnStatus


@asynccontextmanager
async def serving(config: AppServerConfig, url: str, *options: str) -> AsyncIterator[str]:
    """Run a server of the config, and give the URL it listens on."""
    launch = resolve_runtime(config)
    argv = [launch.argv[0], "app-server", "--listen", url, *options]
    start = partial(trio.lowlevel.open_process, stdin=subprocess.DEVNULL, stderr=subprocess.PIPE)
    process = await start(argv, env=launch.env, cwd=launch.cwd)
    assert process.stderr is not None
    try:
        path = url.removeprefix("unix://")
        text = b""
        while path == url and b"listening on: " not in text.rpartition(b"\n")[0]:
            text += await process.stderr.receive_some()
        while path != url and not os.path.exists(path):  # noqa: ASYNC110, ASYNC240 - no notice
            await trio.sleep(0.01)
        yield url if path != url else text.partition(b"listening on: ")[2].split()[0].decode()
    finally:
        process.terminate()
        await process.wait()
        await process.stderr.aclose()


@pytest.fixture
async def url(config: AppServerConfig, tmp_path: Path) -> AsyncIterator[str]:
    async with serving(config, f"unix://{tmp_path}/s") as url:
        yield url


async def test_a_client_attaches_over_tcp_and_leaves_the_server_running(
    config: AppServerConfig, model: ModelServer
) -> None:
    model.reply("one")
    model.reply("two")
    async with serving(config, "ws://127.0.0.1:0") as url:
        async with AsyncCodex.connect(url) as codex:
            thread = await codex.thread_start()
            assert (await thread.run("First.")).final_response == "one"
        async with AsyncCodex.connect(url) as codex:
            again = await codex.thread_resume(thread.id)
            assert (await again.run("Second.")).final_response == "two"


async def test_a_blocking_client_attaches(url: str, model: ModelServer) -> None:
    model.reply("done")

    def block() -> str | None:
        with Codex.connect(url) as codex:
            return codex.thread_start().run("Go.").final_response

    assert await trio.to_thread.run_sync(block) == "done"


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


async def test_a_server_that_wants_a_token_refuses_a_client_without_one(
    config: AppServerConfig, tmp_path: Path
) -> None:
    file = tmp_path / "token"
    file.write_text("secret\n")
    options = ("--ws-auth", "capability-token", "--ws-token-file", str(file))
    async with serving(config, "ws://127.0.0.1:0", *options) as url:
        with pytest.raises(
            HandshakeError, match=r"401: missing .*connect\(\.\.\., token="
        ) as caught:
            async with AsyncCodex.connect(url):
                pass
        assert caught.value.status == 401
        with pytest.raises(HandshakeError, match=r"401: invalid .*wrong or has expired"):
            async with AsyncCodex.connect(url, token="wrong"):
                pass
        for token in ("secret", file, lambda: "secret"):
            async with AsyncCodex.connect(url, token=token):
                pass
