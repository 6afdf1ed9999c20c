"""The client of one worker: one runtime with a CODEX_HOME of its own, shared by all its prompts."""

from __future__ import annotations

import asyncio
import shutil
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING, Any

import attrs

from ..aio import AsyncCodex
from ..errors import ClientClosedError, TransportClosedError, TurnFailedError
from ._records import TurnRecord

if TYPE_CHECKING:
    from .. import AppServerConfig, TurnResult
    from ._records import Job, WorkerSetup

__all__ = ["WorkerClient"]


class WorkerClient:
    """Runs prompts in the event loop of a worker.

    The runtime starts with the first prompt. If it dies, the prompts that it ran fail with
    `TransportClosedError`, and the next prompt starts another one.
    """

    def __init__(self, setup: WorkerSetup, *, name: str, directory: str | None = None) -> None:
        self._setup = setup
        self._name = name
        self._directory = directory
        self._home: str | None = None
        self._codex: AsyncCodex | None = None
        self._opening = asyncio.Lock()

    async def run(self, job: Job, *, attempts: int = 1) -> TurnRecord[Any]:
        """Runs one prompt in a thread of its own, which is unloaded afterwards.

        A cancellation interrupts the turn, and becomes the error of the record.
        """
        started = time.monotonic()
        result: TurnResult[Any] | None = None
        error: BaseException | None = None
        try:
            async with asyncio.timeout(job.timeout):
                result = await self._turn(job)
        except (Exception, asyncio.CancelledError) as failure:  # noqa: ASYNC103, BLE001
            # Whatever ended the prompt is its record's error; the other prompts go on.
            error = failure
            if isinstance(failure, TurnFailedError):
                result = failure.result
        return TurnRecord(
            index=job.index,
            prompt=job.prompt,
            result=result,
            error=error,
            worker=self._name,
            attempts=attempts,
            seconds=time.monotonic() - started,
            tokens=None if result is None else result.tokens_with_agents,
            possibly_repeated=attempts > 1,
        )

    async def _turn(self, job: Job) -> TurnResult[Any]:
        codex = await self._client()
        try:
            async with codex.thread_start(**self._setup.thread_options) as thread:
                result: TurnResult[Any] = await thread.run(job.prompt, output_type=job.output_type)
                return result
        except (ClientClosedError, TransportClosedError):
            if self._codex is codex:
                await self._close_client()  # noqa: ASYNC120 - its cancellation may take the place
            raise

    async def _client(self) -> AsyncCodex:
        async with self._opening:
            if self._codex is None:
                codex = AsyncCodex(self._config())
                await codex.__aenter__()
                self._codex = codex
            return self._codex

    def _config(self) -> AppServerConfig:
        if self._home is None:
            self._home = tempfile.mkdtemp(prefix="codex-home-", dir=self._directory)
            for name, content in self._setup.home_files.items():
                path = Path(self._home, name)
                path.touch(mode=0o600)
                path.write_bytes(content)
        config = self._setup.config
        home = {"CODEX_HOME": self._home, "CODEX_SQLITE_HOME": self._home}
        return attrs.evolve(config, env={**(config.env or {}), **home})

    async def aclose(self) -> None:
        """Interrupts the running turns, stops the runtime and removes its CODEX_HOME."""
        async with self._opening:
            await self._close_client()
            if self._home is not None:
                shutil.rmtree(self._home, ignore_errors=True)
                self._home = None

    async def _close_client(self) -> None:
        codex, self._codex = self._codex, None
        if codex is not None:
            await codex.aclose()
