"""Environments on a real exec-server, and on addresses where none answers."""

from __future__ import annotations

import os
import socket
import subprocess
from contextlib import asynccontextmanager
from functools import partial
from typing import TYPE_CHECKING, Any

import pytest
import trio
from codex_cli_bin import bundled_codex_path

from trio_codex import (
    AppServerConfig,
    AsyncCodex,
    EnvironmentUnavailableError,
    InvalidArgumentError,
    Sandbox,
)
from trio_codex.testing.model_server import items as model_items
from trio_codex.types import CommandExecutionThreadItem

if TYPE_CHECKING:
    from collections.abc import AsyncIterator
    from pathlib import Path

    from trio_codex.testing import ModelServer


@asynccontextmanager
async def exec_server(config: AppServerConfig) -> AsyncIterator[tuple[str, trio.Process]]:
    """Run an exec-server, and give its URL."""
    run = partial(
        trio.run_process,
        [str(bundled_codex_path()), "exec-server", "--listen", "ws://127.0.0.1:0"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        env={**os.environ, **(config.env or {}), "WHERE": "far"},
        check=False,
    )
    async with trio.open_nursery() as nursery:
        process = await nursery.start(run)
        text = b""
        while b"\n" not in text:
            text += await process.stdout.receive_some()
        try:
            yield text.split(b"\n")[0].decode().strip(), process
        finally:
            process.terminate()


@pytest.mark.requirement("environment/runs")
async def test_the_commands_of_a_thread_run_on_the_exec_server(
    model: ModelServer, codex: AsyncCodex, config: AppServerConfig, tmp_path: Path
) -> None:
    async with exec_server(config) as (url, process):
        far = await codex.environment(url, name="far", timeout=1)
        assert (far.id, far.url) == ("far", url)
        assert repr(far) == f"<AsyncEnvironment far at {url}>"
        thread = await codex.thread_start(
            environments=[far.at(tmp_path)], sandbox=Sandbox.FULL_ACCESS
        )
        model.reply_items(model_items.command("echo $WHERE"))
        model.reply("Done.")
        result = await thread.run("Go.")
        (command,) = [i for i in result.items if isinstance(i, CommandExecutionThreadItem)]
        assert "far" in (command.aggregated_output or "")
        # The runtime itself would answer the start of a turn after some 25 s.
        process.kill()
        await process.wait()
        with pytest.raises(EnvironmentUnavailableError, match="environment 'far' at ws") as caught:
            while True:  # until the runtime has noticed
                model.reply("Done.")
                await thread.run("Go on.")
        assert (caught.value.environment_id, caught.value.url) == ("far", url)
        with pytest.raises(EnvironmentUnavailableError, match="environment 'far'"):
            await far.check()
        # Without the environment the thread goes on.
        model.reply("Here.")
        await thread.run("Go on.", environments=[])


@pytest.mark.requirement("environment/dead")
async def test_an_exec_server_that_is_not_reached_is_named(codex: AsyncCodex) -> None:
    with pytest.raises(EnvironmentUnavailableError, match=r"'dead' at ws.*Connection refused"):
        await codex.environment("ws://127.0.0.1:1", name="dead")
    with socket.socket() as silent:
        silent.bind(("127.0.0.1", 0))
        silent.listen()
        url = f"ws://127.0.0.1:{silent.getsockname()[1]}"
        with pytest.raises(EnvironmentUnavailableError, match="'silent' at ws"):
            await codex.environment(url, name="silent", timeout=0.2)


@pytest.mark.requirement("environment/refused")
@pytest.mark.parametrize(
    ("url", "options", "message"),
    [
        ("http://127.0.0.1:1", {}, "exec_server_url must be the ws:// or wss:// URL"),
        ("banana", {}, "exec_server_url must be .*, not 'banana'"),
        (7, {}, "exec_server_url must be .*, not 7"),
        ("ws://127.0.0.1:1", {"name": "local"}, "name must be a str other than 'local'"),
        ("ws://127.0.0.1:1", {"timeout": 0}, "timeout must be a positive number"),
    ],
)
async def test_wrong_arguments_of_an_environment_are_refused(
    codex: AsyncCodex, url: Any, options: dict[str, Any], message: str
) -> None:
    sent = codex.statistics().requests_sent
    with pytest.raises(InvalidArgumentError, match=message):
        await codex.environment(url, **options)
    assert codex.statistics().requests_sent == sent
