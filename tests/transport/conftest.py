"""Small children to be started in place of the runtime, and what to look at afterwards."""

from __future__ import annotations

import sys
from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from pathlib import Path
from typing import Any

import pytest
import trio

from trio_codex._config import AppServerConfig
from trio_codex._transport.process import ProcessTransport, open_process

Start = Callable[..., AbstractAsyncContextManager[ProcessTransport]]


@asynccontextmanager
async def started(script: str, **options: Any) -> AsyncIterator[ProcessTransport]:
    argv = (sys.executable, "-S", "-E", "-u", "-c", script)
    options.setdefault("close_timeout", 5.0)
    transport = await open_process(AppServerConfig(launch_args_override=argv, **options))
    try:
        with trio.fail_after(30):
            await trio.lowlevel.checkpoint()
            yield transport
    finally:
        await transport.aclose()


@pytest.fixture
def start() -> Start:
    """Starts a Python script as the child and closes the transport at the end."""
    return started


@pytest.fixture
def codex_home(tmp_path: Path) -> Path:
    home = tmp_path / "codex_home"
    home.mkdir()
    return home


@pytest.fixture
def runtime_config(codex_home: Path) -> AppServerConfig:
    """The real runtime, with nothing but loopback to talk to."""
    return AppServerConfig(
        env={"CODEX_HOME": str(codex_home)},
        config_overrides={
            "model_provider": "nowhere",
            "model_providers.nowhere": {"name": "nowhere", "base_url": "http://127.0.0.1:9/v1"},
            "chatgpt_base_url": "http://127.0.0.1:9",
        },
    )
