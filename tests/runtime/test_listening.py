"""Servers that others attach to: their URLs, their secrets, and what is left when they stop."""

from __future__ import annotations

import asyncio
import glob
import logging
import os
import tempfile
from pathlib import Path

import attrs
import psutil
import pytest
import trio
import trio.testing

from tests.runtime.helpers import first_delta, runtimes, script, statuses
from trio_codex import (
    AppServerConfig,
    AsyncCodex,
    ClientClosedError,
    Codex,
    HandshakeError,
    InvalidRequestError,
    SharedSecret,
    TransportClosedError,
    aio,
    find_daemon,
    listen,
)
from trio_codex.testing import ModelServer

SECRET = SharedSecret("hunter2-" * 5, issuer="tests", audience="codex")


@pytest.mark.requirement("attach/listen", "attach/find-daemon")
async def test_a_server_on_the_default_socket_is_found_while_it_runs(
    config: AppServerConfig,
) -> None:
    assert find_daemon(config) is None
    async with listen(config) as server:
        assert config.env is not None
        path = f"{config.env['CODEX_HOME']}/app-server-control/app-server-control.sock"
        assert find_daemon(config) == server.url == f"unix://{path}"
        async with AsyncCodex.connect("unix://", config=config) as codex:
            assert codex.metadata.server_version
        with pytest.raises(TransportClosedError, match="is in use: a server listens there already"):
            async with listen(config):
                pass
    assert find_daemon(config) is None
    assert not os.path.lexists(path) and not runtimes()  # noqa: ASYNC240 - a test


@pytest.mark.requirement("attach/listen")
async def test_a_capability_token_admits_only_those_who_have_it(
    config: AppServerConfig, caplog: pytest.LogCaptureFixture, tmp_path: Path
) -> None:
    token = "hunter2-swordfish"
    file = tmp_path / "token"
    file.write_text(f"{token}\n")
    with caplog.at_level(logging.DEBUG):
        async with listen(config, "ws://127.0.0.1:0", auth=token) as server:
            for right in (token, file, lambda: token):
                async with AsyncCodex.connect(server.url, token=right):
                    pass
            with pytest.raises(HandshakeError, match=r"401: missing .*connect\(\.\.\., token="):
                async with AsyncCodex.connect(server.url):
                    pass
            with pytest.raises(HandshakeError, match=r"401: invalid .*wrong or has expired") as no:
                async with AsyncCodex.connect(server.url, token="hunter2-wrong"):
                    pass
            assert no.value.status == 401 and "hunter2" not in str(no.value)
            assert "hunter2" not in " ".join(psutil.Process(server.pid).cmdline())
            assert not glob.glob(f"{tempfile.gettempdir()}/trio-codex-*/secret")
    assert "hunter2" not in caplog.text


@pytest.mark.requirement("attach/listen")
async def test_a_shared_secret_signs_a_token_for_each_connection(config: AppServerConfig) -> None:
    async with listen(config, "ws://[::1]:0", auth=SECRET) as server:
        assert server.url.startswith("ws://[::1]:")
        for _ in range(2):
            async with AsyncCodex.connect(server.url, token=SECRET):
                pass
        for wrong, why in (
            (attrs.evolve(SECRET, secret=b"x" * 32), "invalid websocket jwt"),
            (attrs.evolve(SECRET, issuer="others"), "issuer mismatch"),
        ):
            with pytest.raises(HandshakeError, match=why):
                async with AsyncCodex.connect(server.url, token=wrong):
                    pass


@pytest.mark.requirement("attach/listen")
async def test_closing_a_server_waits_for_its_turns(
    config: AppServerConfig, model: ModelServer
) -> None:
    gate = model.gate()
    model.reply_deltas(["half", "whole"], gate=gate, hold_after=1)
    server = listen(config, "ws://127.0.0.1:0")
    async with server, AsyncCodex.connect(server.url) as codex, trio.open_nursery() as nursery:
        thread = await codex.thread_start()
        turn = await thread.turn("Go.")
        await first_delta(turn)
        nursery.start_soon(server.aclose)
        with pytest.raises(InvalidRequestError, match="Server is draining"):
            while True:
                await codex.thread_start()
        gate.open()
        with pytest.raises(TransportClosedError):
            await codex.client.wait_stopped()
    assert not runtimes()
    async with AsyncCodex(config) as codex:
        again = await codex.thread_resume(thread.id)
        assert [*(await statuses(again)).values()] == ["completed"]


async def test_closing_a_server_is_bounded(config: AppServerConfig, model: ModelServer) -> None:
    model.reply_deltas(["half", "whole"], gate=model.gate(), hold_after=1)
    server = listen(attrs.evolve(config, close_timeout=0.5), "ws://127.0.0.1:0")
    async with server, AsyncCodex.connect(server.url) as codex:
        turn = await (await codex.thread_start()).turn("Go.")
        await first_delta(turn)
        await server.aclose()
        assert not runtimes()
        with pytest.raises(TransportClosedError, match="the server closed the connection"):
            await turn.run()


async def test_a_server_that_cannot_start_says_why(config: AppServerConfig, tmp_path: Path) -> None:
    broken = script(tmp_path / "broken", "#!/bin/sh\necho no luck >&2\nexit 3\n")
    for url in ("ws://127.0.0.1:0", f"unix://{tmp_path}/s"):
        with pytest.raises(TransportClosedError, match=r"before it listened .*\n?no luck") as no:
            async with listen(attrs.evolve(config, codex_bin=broken), url):
                pass
        assert no.value.exit_code == 3
    mute = script(tmp_path / "mute", "#!/bin/sh\nwhile read -r line; do :; done\nsleep 60\n")
    silent = attrs.evolve(config, codex_bin=mute, startup_timeout=0.2, close_timeout=0.2)
    with pytest.raises(
        TransportClosedError, match=r"did not listen on ws://127.0.0.1:0 within 0.2 s"
    ):
        async with listen(silent, "ws://127.0.0.1:0"):
            pass


async def test_a_server_is_started_once(config: AppServerConfig, tmp_path: Path) -> None:
    server = listen(config, f"unix://{tmp_path}/s")
    with pytest.raises(ClientClosedError, match="was not started"):
        _ = server.url
    async with server:
        with pytest.raises(ClientClosedError, match="was started before"):
            await server.__aenter__()


@pytest.mark.requirement("attach/listen")
async def test_a_blocking_program_listens_and_attaches(
    config: AppServerConfig, model: ModelServer, tmp_path: Path
) -> None:
    model.reply("done")

    def block() -> str | None:
        with listen(config, f"unix://{tmp_path}/s") as server, Codex.connect(server.url) as codex:
            return codex.thread_start().run("Go.").final_response

    assert await trio.to_thread.run_sync(block) == "done"
    assert not runtimes()


@pytest.mark.requirement("attach/listen")
async def test_an_asyncio_program_listens_and_attaches(
    config: AppServerConfig, model: ModelServer, tmp_path: Path
) -> None:
    model.reply("done")

    async def run() -> str | None:
        server = listen(config, f"unix://{tmp_path}/s")
        async with server, aio.AsyncCodex.connect(server.url) as codex:
            return (await (await codex.thread_start()).run("Go.")).final_response

    assert await trio.to_thread.run_sync(asyncio.run, run()) == "done"
    assert not runtimes()


async def test_a_cancelled_start_leaves_nothing(config: AppServerConfig, tmp_path: Path) -> None:
    mute = script(tmp_path / "mute", "#!/bin/sh\nwhile read -r line; do :; done\n")
    for url in ("ws://127.0.0.1:0", f"unix://{tmp_path}/s"):
        with trio.move_on_after(0.1) as scope:
            async with listen(attrs.evolve(config, codex_bin=mute), url):
                pass
        assert scope.cancelled_caught and not runtimes()


async def test_a_server_that_dies_ends_its_clients_and_is_logged(
    config: AppServerConfig, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    server = listen(config, f"unix://{tmp_path}/s")
    async with server, AsyncCodex.connect(server.url) as codex:
        psutil.Process(server.pid).kill()
        with pytest.raises(TransportClosedError, match="the connection to the runtime broke"):
            await codex.client.wait_stopped()
        await trio.testing.wait_all_tasks_blocked(0.01)
        assert f"the server on {server.url} has ended" in caplog.text
    async with listen(config, f"unix://{tmp_path}/s"):
        pass  # the socket that was left over is no obstacle
