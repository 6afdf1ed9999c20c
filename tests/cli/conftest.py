"""A model and a configuration for the command."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from trio_codex.testing import ModelServer, isolated_config

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from trio_codex import AppServerConfig
    from trio_codex.testing import BlockingModelServer


@pytest.fixture
def model() -> Iterator[BlockingModelServer]:
    with ModelServer(default="Done.").in_thread() as server:
        yield server


@pytest.fixture
def config(model: BlockingModelServer, tmp_path: Path) -> AppServerConfig:
    return isolated_config(model, home=tmp_path)
