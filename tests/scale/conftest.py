"""A model for batches, and the setup that points workers at it."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import attrs
import psutil
import pytest

from trio_codex.testing import BlockingModelServer, Gate, ModelServer, Reply, isolated_config
from trio_codex.testing.model_server import items

BOUND = 60.0


def runtimes() -> list[psutil.Process]:
    """The runtimes below this process."""
    found = []
    for child in psutil.Process().children(recursive=True):
        with contextlib.suppress(psutil.NoSuchProcess):  # it ended meanwhile
            if child.name() == "codex":
                found.append(child)
    return found


def assert_ended(processes: list[psutil.Process]) -> None:
    assert processes
    _, alive = psutil.wait_procs(processes, timeout=BOUND)
    assert alive == []


def held_reply(gate: Gate) -> Reply:
    return Reply(items=(items.message("done"),), gate=gate)


@attrs.frozen
class BatchModel:
    """A model server, and the arguments of `map_turns` that lead there."""

    server: BlockingModelServer
    options: dict[str, Any]


@pytest.fixture
def batch_model(tmp_path: Path) -> Iterator[BatchModel]:
    with ModelServer(default="Done.").in_thread() as server:
        config = isolated_config(server, home=tmp_path)
        assert config.env is not None
        files = {"config.toml": Path(str(config.env["CODEX_HOME"]), "config.toml").read_bytes()}
        options = {"ephemeral": True}
        yield BatchModel(server, {"config": config, "home_files": files, "thread_options": options})
