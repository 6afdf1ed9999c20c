"""A real child process that does what the test says, good or bad."""

from __future__ import annotations

from collections.abc import AsyncIterator

import pytest

from trio_codex.testing import FakeAppServer


@pytest.fixture
async def child() -> AsyncIterator[FakeAppServer]:
    async with FakeAppServer.open_child() as fake:
        yield fake


@pytest.fixture
async def silent_child() -> AsyncIterator[FakeAppServer]:
    """A child that answers nothing by itself."""
    async with FakeAppServer.open_child(automatic=False) as fake:
        yield fake
