"""Faults of the real runtime's surroundings, with a loopback model."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
from pathlib import Path

import codex_cli_bin
import pytest
import trio

from tests.faults.children import SECONDS, is_alive
from tests.session.scripted import assert_nothing_left
from trio_codex import (
    AppServerConfig,
    AppServerError,
    AsyncCodex,
    InvalidRequestError,
    TransportClosedError,
    TurnStalledError,
)
from trio_codex._transport.process import ProcessTransport
from trio_codex.testing import ModelServer
from trio_codex.types import TurnStatus

# A Codex home on a disk of half a megabyte, which then is filled up.
FULL_DISK = """
cp "$CODEX_HOME/config.toml" "$HOME/config.toml" &&
mount -t tmpfs -o size=512k tmpfs "$CODEX_HOME" &&
cp "$HOME/config.toml" "$CODEX_HOME/config.toml" &&
{ head -c 1m /dev/zero >"$CODEX_HOME/fill" 2>/dev/null; exec "$0" "$@"; }
"""


def _pid_of(codex: AsyncCodex) -> int:
    transport = codex.client._require().transport
    assert isinstance(transport, ProcessTransport)
    return transport.pid


async def test_a_runtime_killed_in_mid_turn_is_an_error_for_every_waiter(
    model_server: ModelServer, codex_config: AppServerConfig
) -> None:
    gate = model_server.gate()
    model_server.reply("never said", gate=gate)
    with trio.fail_after(SECONDS):
        async with AsyncCodex(codex_config) as codex:
            thread = await codex.thread_start()
            turn = await thread.turn("hi")
            await gate.reached()
            errors = []

            async def expect_death(wait: object) -> None:
                with pytest.raises(TransportClosedError, match="SIGKILL") as caught:
                    await wait()  # type: ignore[operator]
                errors.append(caught.value)

            async def read() -> None:
                async for _ in turn.stream():
                    pass

            pid = _pid_of(codex)
            async with trio.open_nursery() as nursery:
                nursery.start_soon(expect_death, turn.run)
                nursery.start_soon(expect_death, read)
                os.kill(pid, signal.SIGKILL)
            assert [error.signal for error in errors] == [signal.SIGKILL] * 2
            gate.open()
        assert_nothing_left(codex)
        assert not is_alive(pid)


@pytest.mark.requirement("turn/stalled")
async def test_a_stalled_turn_of_the_runtime_is_told_from_a_lost_end(
    model_server: ModelServer, async_codex: AsyncCodex
) -> None:
    gate = model_server.gate()
    model_server.reply("at last", gate=gate)
    with trio.fail_after(SECONDS):
        thread = await async_codex.thread_start()
        turn = await thread.turn("hi")
        await gate.reached()
        with pytest.raises(TurnStalledError, match="the thread is active") as caught:
            await turn.run(idle_timeout=1)
        assert caught.value.thread is not None and caught.value.thread.id == thread.id
        gate.open()
        assert (await turn.run(idle_timeout=20)).final_response == "at last"


@pytest.mark.requirement("fault/two-processes")
async def test_two_runtimes_on_one_home_do_not_write_one_thread(
    model_server: ModelServer, codex_config: AppServerConfig
) -> None:
    model_server.reply("one")
    model_server.reply("two")
    with trio.fail_after(SECONDS):
        async with AsyncCodex(codex_config) as first:
            thread = await first.thread_start()
            await thread.run("hi")
            async with AsyncCodex(codex_config) as second:
                with pytest.raises(InvalidRequestError, match="already has an active writer"):
                    await second.thread_resume(thread.id)
                # Reading it is fine, and so is a thread of its own.
                own = await second.thread_start()
                result = await own.run("hi")
                assert result.status == TurnStatus.COMPLETED
            assert (await thread.read()).thread.id == thread.id


async def test_a_home_that_is_no_directory_ends_it_with_the_reason(
    codex_config: AppServerConfig, tmp_path: Path
) -> None:
    file = tmp_path / "a file"
    file.touch()
    assert codex_config.env is not None
    config = isolated_env(codex_config, CODEX_HOME=str(file))
    with trio.fail_after(SECONDS), pytest.raises(TransportClosedError, match="CODEX_HOME"):
        async with AsyncCodex(config):
            raise AssertionError


@pytest.mark.requirement("fault/disk")
async def test_a_home_nobody_can_write_to_is_an_error_and_no_hang(
    codex_config: AppServerConfig,
) -> None:
    # Not even root can make a file there.
    config = isolated_env(codex_config, CODEX_HOME="/proc/self", CODEX_SQLITE_HOME="/proc/self")
    await _expect_an_end(config)


@pytest.mark.requirement("fault/disk")
async def test_a_full_disk_is_an_error_and_no_hang(codex_config: AppServerConfig) -> None:
    if not _may_mount():
        pytest.skip("this user may not mount a file system of its own")
    binary = str(codex_cli_bin.bundled_codex_path())
    command = (
        "unshare",
        "-rm",
        "sh",
        "-c",
        FULL_DISK,
        binary,
        "app-server",
        "--listen",
        "stdio://",
    )
    config = isolated_env(codex_config, launch=command)
    await _expect_an_end(config)


async def _expect_an_end(config: AppServerConfig) -> None:
    """Whatever of a turn works there, it comes to an end: a result, or one of our errors."""
    with trio.fail_after(SECONDS):
        with pytest.raises(AppServerError, match=r"\w") as caught:
            async with AsyncCodex(config) as codex:
                thread = await codex.thread_start()
                await thread.run("hi", idle_timeout=10)
        print(repr(caught.value))


def isolated_env(
    config: AppServerConfig, launch: tuple[str, ...] | None = None, **env: str
) -> AppServerConfig:
    return AppServerConfig(
        env={**(config.env or {}), **env},
        config_overrides=config.config_overrides,
        launch_args_override=launch,
    )


def _may_mount() -> bool:
    if shutil.which("unshare") is None:
        return False
    probe = ("unshare", "-rm", "sh", "-c", "mount -t tmpfs tmpfs /mnt")
    return subprocess.run(probe, check=False, capture_output=True, timeout=20).returncode == 0
