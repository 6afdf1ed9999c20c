"""The transport and the real runtime, byte by byte."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import attrs
import pytest
import trio

from trio_codex._config import AppServerConfig
from trio_codex._transport import process
from trio_codex._transport.process import ProcessTransport, open_process
from trio_codex._wire import Peer, Reply

INITIALIZE: dict[str, Any] = {"clientInfo": {"name": "bytes", "version": "1"}}


def overrides_of(config: AppServerConfig) -> dict[str, Any]:
    assert isinstance(config.config_overrides, Mapping)
    return dict(config.config_overrides)


async def reply_to(transport: ProcessTransport, peer: Peer[str], token: str) -> Reply[str]:
    with trio.fail_after(30):
        while True:
            chunk = await transport.receive()
            assert chunk, transport.exit_info()
            for message in peer.receive(chunk):
                if isinstance(message, Reply) and message.token == token:
                    return message


async def initialize(transport: ProcessTransport) -> tuple[Peer[str], Any]:
    peer: Peer[str] = Peer()
    await transport.send(peer.request("initialize", INITIALIZE, "init")[1])
    reply = await reply_to(transport, peer, "init")
    assert reply.error is None
    return peer, reply.result


async def test_the_runtime_answers_and_ends_with_its_input(
    runtime_config: AppServerConfig, codex_home: Path
) -> None:
    transport = await open_process(runtime_config)
    try:
        _, result = await initialize(transport)
        assert result["codexHome"] == str(codex_home)
        assert result["userAgent"].startswith("bytes/")
    finally:
        await transport.aclose()
    info = transport.exit_info()
    assert (info.exit_code, info.signal, info.stopped_by_us) == (0, None, False)
    assert "\x1b" not in info.stderr_tail


async def test_settings_of_every_kind_reach_the_runtime(runtime_config: AppServerConfig) -> None:
    text = 'a "quoted" \\ line\nand = more \u2028\u00e9\x7f'
    overrides: dict[str, Any] = {
        "instructions": text,
        "model_context_window": 12345,
        "tools": {"web_search": True},
        "project_doc_fallback_filenames": ["a.b", "c=d"],
        "model_providers.other": {
            "name": "o",
            "base_url": "http://127.0.0.1:9",
            "query_params": {"a.b": "1"},
        },
    }
    config = attrs.evolve(
        runtime_config, config_overrides={**overrides_of(runtime_config), **overrides}
    )
    transport = await open_process(config)
    try:
        peer, _ = await initialize(transport)
        await transport.send(peer.request("config/read", {}, "config")[1])
        reply = await reply_to(transport, peer, "config")
    finally:
        await transport.aclose()
    read: Any = reply.result
    config_read = read["config"]
    assert config_read["instructions"] == text
    assert config_read["model_context_window"] == 12345
    assert config_read["model_provider"] == "nowhere"
    assert config_read["project_doc_fallback_filenames"] == ["a.b", "c=d"]
    assert config_read["model_providers"]["other"]["query_params"] == {"a.b": "1"}


async def test_a_runtime_that_cannot_start_says_why(tmp_path: Path) -> None:
    config = AppServerConfig(env={"CODEX_HOME": str(tmp_path / "gone")})
    transport = await open_process(config)
    try:
        with trio.fail_after(30):
            assert await transport.receive() == b""
    finally:
        await transport.aclose()
    info = transport.exit_info()
    assert info.exit_code == 1
    assert "CODEX_HOME points to" in info.stderr_tail


async def test_a_killed_runtime_is_seen_as_killed(runtime_config: AppServerConfig) -> None:
    transport = await open_process(runtime_config)
    try:
        await initialize(transport)
        os.kill(transport.pid, signal.SIGKILL)
        with trio.fail_after(10):
            while await transport.receive():
                pass
    finally:
        await transport.aclose()
    assert transport.exit_info().signal == signal.SIGKILL
    assert not transport.exit_info().stopped_by_us


async def test_output_nobody_reads_does_not_keep_the_runtime_alive(
    runtime_config: AppServerConfig,
) -> None:
    transport = await open_process(runtime_config)
    try:
        peer, _ = await initialize(transport)
        # Each answer is over 4 KB; together they are more than the pipe holds.
        for _ in range(60):
            await transport.send(peer.request("no/such/method", {}, "x")[1])
        started = trio.current_time()
    finally:
        await transport.aclose()
    assert trio.current_time() - started < 3
    assert transport.exit_info().exit_code == 0
    assert not transport.exit_info().stopped_by_us


PARENT = """
import json
import sys
import trio
from trio_codex._config import AppServerConfig
from trio_codex._transport.process import open_process
async def main():
    home, overrides = json.loads(sys.argv[1])
    config = AppServerConfig(env={"CODEX_HOME": home}, config_overrides=overrides)
    transport = await open_process(config)
    client = {"clientInfo": {"name": "p", "version": "1"}}
    request = {"id": 1, "method": "initialize", "params": client}
    await transport.send(json.dumps(request).encode() + b"\\n")
    await transport.receive()
    print(transport.pid, flush=True)
    await trio.sleep_forever()
trio.run(main)
"""


@pytest.mark.requirement("fault/killed-parent")
async def test_a_parent_killed_outright_takes_the_runtime_with_it(
    runtime_config: AppServerConfig, codex_home: Path
) -> None:
    argument = json.dumps([str(codex_home), overrides_of(runtime_config)])
    source = str(Path(process.__file__).parents[2])
    parent = await trio.lowlevel.open_process(
        [sys.executable, "-c", PARENT, argument],
        stdout=subprocess.PIPE,
        env={**os.environ, "PYTHONPATH": source},
    )
    assert parent.stdout is not None
    try:
        with trio.fail_after(30):
            pid = int(await parent.stdout.receive_some())
        runtime = os.pidfd_open(pid)
    finally:
        parent.kill()
        with trio.move_on_after(5, shield=True):
            await parent.wait()
            await parent.stdout.aclose()
    try:
        with trio.fail_after(2):
            await trio.lowlevel.wait_readable(runtime)
    finally:
        os.close(runtime)
