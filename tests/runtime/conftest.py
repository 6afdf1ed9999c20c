"""A model, a login service and the pinned runtime for the tests; nothing survives a test."""

from __future__ import annotations

import functools
import inspect
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
import trio

from tests.breaking_proxy import BreakingProxy, breaking_proxy
from tests.runtime.helpers import LIMIT, runtimes, zombies
from tests.runtime.recording import Recording
from trio_codex import AsyncCodex, listen
from trio_codex.testing import LoginIssuer, ModelServer, isolated_config

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Awaitable, Callable, Iterator

    from trio_codex import AppServerConfig, AsyncThread

HERE = Path(__file__).parent


def _bounded(test: Callable[..., Awaitable[None]]) -> Callable[..., Awaitable[None]]:
    @functools.wraps(test)
    async def run(*args: Any, **kwargs: Any) -> None:
        with trio.fail_after(LIMIT):
            await test(*args, **kwargs)

    return run


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Bound every wait of every test here, without a line in each of them."""
    for item in items:
        if not isinstance(item, pytest.Function) or HERE not in item.path.parents:
            continue
        if inspect.iscoroutinefunction(item.obj):
            item.obj = _bounded(item.obj)


@pytest.fixture(autouse=True)
def _nothing_survives() -> Iterator[None]:
    yield
    left = [(process.pid, process.create_time(), process.cmdline()[:3]) for process in runtimes()]
    assert not left, "a process outlived its test"
    assert not zombies(), "a process was not reaped"


@pytest.fixture
async def model(_nothing_survives: None) -> AsyncIterator[ModelServer]:
    async with ModelServer() as server:
        yield server


@pytest.fixture
async def issuer(_nothing_survives: None) -> AsyncIterator[LoginIssuer]:
    async with LoginIssuer() as server:
        yield server


@pytest.fixture
def config(model: ModelServer, tmp_path: Path) -> AppServerConfig:
    return isolated_config(model, home=tmp_path)


@pytest.fixture
def login_config(model: ModelServer, issuer: LoginIssuer, tmp_path: Path) -> AppServerConfig:
    return isolated_config(model, home=tmp_path, issuer=issuer)


@pytest.fixture
async def codex(config: AppServerConfig) -> AsyncIterator[AsyncCodex]:
    async with AsyncCodex(config) as client:
        yield client


@pytest.fixture
async def logins(login_config: AppServerConfig) -> AsyncIterator[AsyncCodex]:
    """A client whose logins go to the issuer."""
    async with AsyncCodex(login_config) as client:
        yield client


@pytest.fixture
async def proxy(config: AppServerConfig, tmp_path: Path) -> AsyncIterator[BreakingProxy]:
    """A server behind a proxy that can break its connections."""
    async with (
        listen(config, f"unix://{tmp_path}/server") as server,
        breaking_proxy(tmp_path / "proxy", tmp_path / "server") as proxy,
    ):
        proxy.pid = server.pid
        yield proxy


@pytest.fixture
async def thread(codex: AsyncCodex) -> AsyncThread:
    return await codex.thread_start()


@pytest.fixture
async def wire(config: AppServerConfig) -> Recording:
    return await Recording.open(config)


@pytest.fixture
async def spied(config: AppServerConfig, wire: Recording) -> AsyncIterator[AsyncCodex]:
    """A client of the real runtime whose requests can be looked at."""
    async with AsyncCodex(config, transport=wire) as client:
        yield client
