"""The runtime's exec server: an environment outside of the app-server."""

from __future__ import annotations

import os
import subprocess
from contextlib import asynccontextmanager
from functools import partial
from typing import TYPE_CHECKING, final

import attrs
import trio
from codex_cli_bin import bundled_codex_path

from .steps import Step, World

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

__all__ = ["ExecServer"]


@final
@attrs.frozen
class ExecServer:
    """Run steps while an environment is served at `{environment}`.

    A second server takes the address of the first one, so that it is found again.
    """

    steps: tuple[Step, ...]

    async def run(self, world: World) -> None:
        """Serve, run the steps, and stop serving."""
        address = str(world.names.get("environment", "ws://127.0.0.1:0"))
        async with _served(world, address) as served:
            world.names["environment"] = served
            for step in self.steps:
                await step.run(world)


@asynccontextmanager
async def _served(world: World, address: str) -> AsyncIterator[str]:
    command = [str(bundled_codex_path()), "exec-server", "--listen", address]
    run = partial(
        trio.run_process,
        command,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        env={**os.environ, **(world.client.config.env or {})},
        check=False,
    )
    async with trio.open_nursery() as nursery:
        process = await nursery.start(run)
        try:
            yield await _first_line(process.stdout)
        finally:
            process.terminate()


async def _first_line(stream: trio.abc.ReceiveStream) -> str:
    """Read the address it says it listens at."""
    text = b""
    while b"\n" not in text:
        more = await stream.receive_some()
        assert more, "the server of the environment ended"
        text += more
    return text.split(b"\n")[0].decode().strip()
