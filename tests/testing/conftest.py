"""Servers and a config that the tests of the harness share."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from trio_codex.testing import LoginIssuer, ModelServer, isolated_config

if TYPE_CHECKING:
    from collections.abc import AsyncIterator
    from pathlib import Path

    from trio_codex import AppServerConfig


@pytest.fixture
async def model() -> AsyncIterator[ModelServer]:
    async with ModelServer() as server:
        yield server


@pytest.fixture
async def issuer() -> AsyncIterator[LoginIssuer]:
    async with LoginIssuer() as server:
        yield server


@pytest.fixture
def config(model: ModelServer, tmp_path: Path) -> AppServerConfig:
    return isolated_config(model, home=tmp_path)


@pytest.fixture
def login_config(model: ModelServer, issuer: LoginIssuer, tmp_path: Path) -> AppServerConfig:
    return isolated_config(model, home=tmp_path, issuer=issuer)
