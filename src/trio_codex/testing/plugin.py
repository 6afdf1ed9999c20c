"""Pytest fixtures, loaded through the `pytest11` entry point.

The asynchronous fixtures are for pytest-trio, in its `trio_mode` or with `@pytest.mark.trio`.
Only pytest is imported before a test uses a fixture, so other projects have no cost.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import AsyncIterator
    from pathlib import Path

    from .. import AppServerConfig, AsyncCodex
    from . import FakeAppServer, LoginIssuer, ModelServer


@pytest.fixture
def fake_app_server() -> FakeAppServer:
    """A scripted app-server in memory: `AsyncCodex(transport=fake_app_server.transport)`."""
    from . import FakeAppServer

    return FakeAppServer()


@pytest.fixture
async def fake_child() -> AsyncIterator[FakeAppServer]:
    """A scripted app-server as a child, started with `launch_args_override=fake_child.command`."""
    from . import FakeAppServer

    async with FakeAppServer.open_child() as fake:
        yield fake


@pytest.fixture
async def model_server() -> AsyncIterator[ModelServer]:
    """A scripted model on 127.0.0.1, which the runtime of `codex_config` talks to."""
    from . import ModelServer

    async with ModelServer() as server:
        yield server


@pytest.fixture
async def login_issuer() -> AsyncIterator[LoginIssuer]:
    """A scripted login service on 127.0.0.1, for `isolated_config(..., issuer=login_issuer)`."""
    from . import LoginIssuer

    async with LoginIssuer() as issuer:
        yield issuer


@pytest.fixture
def codex_config(model_server: ModelServer, tmp_path: Path) -> AppServerConfig:
    """The config of the real runtime, isolated from everything but `model_server`."""
    from . import isolated_config

    return isolated_config(model_server, home=tmp_path)


@pytest.fixture
async def async_codex(codex_config: AppServerConfig) -> AsyncIterator[AsyncCodex]:
    """The real runtime, running; override `codex_config` to run it otherwise."""
    from .. import AsyncCodex

    async with AsyncCodex(codex_config) as codex:
        yield codex
