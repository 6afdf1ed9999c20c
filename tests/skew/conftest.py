"""Tests against an older runtime: collected only when one is given."""

from __future__ import annotations

import os
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from codex_cli_bin import bundled_codex_path

from trio_codex import AppServerConfig
from trio_codex.testing import ModelServer, isolated_config

VERSION = os.environ.get("TRIO_CODEX_SKEW_RUNTIME")

collect_ignore = [] if VERSION else ["test_older_runtime.py"]


@pytest.fixture(scope="session")
def version() -> str:
    """The version of the older runtime that `codex_cli_bin` is here."""
    assert VERSION is not None
    return VERSION


@pytest.fixture(scope="session")
def binary() -> str:
    return str(bundled_codex_path())


@pytest.fixture
async def model() -> AsyncIterator[ModelServer]:
    async with ModelServer() as server:
        yield server


@pytest.fixture
def config(model: ModelServer, tmp_path: Path) -> AppServerConfig:
    return isolated_config(model, home=tmp_path)
