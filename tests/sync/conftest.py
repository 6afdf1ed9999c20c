"""A model in a thread of its own, and blocking clients of the real runtime that talk to it."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from trio_codex import AppServerConfig, Codex
from trio_codex._portal.call import Call
from trio_codex.testing import BlockingModelServer, ModelServer, isolated_config


@pytest.fixture
def model() -> Iterator[BlockingModelServer]:
    with ModelServer(default="unasked").in_thread() as server:
        yield server


@pytest.fixture
def config(model: BlockingModelServer, tmp_path: Path) -> AppServerConfig:
    return isolated_config(model, home=tmp_path)


@pytest.fixture
def codex(config: AppServerConfig) -> Iterator[Codex]:
    with Codex(config) as client:
        yield client


@pytest.fixture
def blocked(monkeypatch: pytest.MonkeyPatch) -> threading.Event:
    """Set as soon as any blocking call begins to wait."""
    waiting = threading.Event()
    original = Call.wait

    def wait(self: Call) -> None:
        waiting.set()
        original(self)

    monkeypatch.setattr(Call, "wait", wait)
    return waiting
