"""Clients of a server that runs already: over a Unix socket, over TCP, and through a command."""

from __future__ import annotations

import ssl
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from functools import partial
from pathlib import Path

import pytest
import trio
import trustme

from tests.runtime.helpers import first_delta
from trio_codex import (
    AppServerConfig,
    AsyncCodex,
    Codex,
    InvalidArgumentError,
    TransportClosedError,
    listen,
)
from trio_codex._transport.launch import resolve_runtime
from trio_codex.testing import ModelServer
from trio_codex.types import TurnStatus


@pytest.fixture
async def url(config: AppServerConfig, tmp_path: Path) -> AsyncIterator[str]:
    async with listen(config, f"unix://{tmp_path}/s") as server:
        yield server.url


@pytest.mark.requirement("attach/connect")
async def test_a_client_attaches_over_tcp_and_leaves_the_server_running(
    config: AppServerConfig, model: ModelServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("http_proxy", "http://127.0.0.1:1")  # not used
    monkeypatch.setenv("ALL_PROXY", "http://127.0.0.1:1")
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


@asynccontextmanager
async def tls_in_front(port: int, authority: trustme.CA) -> AsyncIterator[str]:
    """Run a proxy with TLS in front of a server without, and give its URL."""
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    authority.issue_cert("127.0.0.1").configure_cert(context)

    async def pump(
        source: trio.abc.ReceiveStream, sink: trio.abc.SendStream, scope: trio.CancelScope
    ) -> None:
        try:
            async for data in source:
                await sink.send_all(data)
        except (trio.BrokenResourceError, trio.ClosedResourceError):
            pass
        scope.cancel()

    async def serve(stream: trio.SSLStream[trio.SocketStream]) -> None:
        try:
            await stream.do_handshake()
            behind = await trio.open_tcp_stream("127.0.0.1", port)
            async with behind, trio.open_nursery() as nursery:
                nursery.start_soon(pump, stream, behind, nursery.cancel_scope)
                nursery.start_soon(pump, behind, stream, nursery.cancel_scope)
        except trio.BrokenResourceError:
            pass  # the client does not know the authority
        finally:
            await trio.aclose_forcefully(stream)

    async with trio.open_nursery() as nursery:
        listen_tls = partial(trio.serve_ssl_over_tcp, host="127.0.0.1", https_compatible=True)
        listeners = await nursery.start(listen_tls, serve, 0, context)
        yield f"wss://127.0.0.1:{listeners[0].transport_listener.socket.getsockname()[1]}"
        nursery.cancel_scope.cancel()


@pytest.mark.requirement("attach/connect")
async def test_a_client_attaches_over_tls_to_a_server_that_it_can_verify(
    config: AppServerConfig, model: ModelServer
) -> None:
    authority = trustme.CA()
    trusting = ssl.create_default_context()
    authority.configure_trust(trusting)
    model.reply("x" * 200_000)
    async with listen(config, "ws://127.0.0.1:0", auth="secret") as server:
        port = int(server.url.rpartition(":")[2])
        async with tls_in_front(port, authority) as url:
            async with AsyncCodex.connect(url, ssl_context=trusting, token="secret") as codex:
                result = await (await codex.thread_start()).run("Go.")
                assert result.final_response == "x" * 200_000
            with pytest.raises(TransportClosedError, match="certificate verify failed"):
                async with AsyncCodex.connect(url):
                    pass


@pytest.mark.requirement("attach/frames")
async def test_a_request_above_16_mib_arrives_and_one_above_64_is_not_sent(url: str) -> None:
    async with AsyncCodex.connect(url) as codex:
        reply = await codex.client.call("thread/loaded/list", {"unknown": "x" * 17 * 1024 * 1024})
        assert reply == {"data": [], "nextCursor": None}
        sent = codex.statistics().requests_sent
        with pytest.raises(
            InvalidArgumentError, match=r"thread/loaded/list has 67\d+ bytes .*67108864"
        ):
            await codex.client.call("thread/loaded/list", {"unknown": "x" * 64 * 1024 * 1024})
        assert codex.statistics().requests_sent == sent
        assert (await codex.models()).data is not None
