"""The servers and the runtime that the blocks of a page use."""

from __future__ import annotations

import os
import threading
from contextlib import contextmanager
from typing import TYPE_CHECKING, TypeVar

import outcome
import trio

from trio_codex import AsyncCodex
from trio_codex.testing import LoginIssuer, ModelServer, isolated_config

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Iterator
    from pathlib import Path
    from typing import Self

    from trio_codex import AppServerConfig, AsyncThread

T = TypeVar("T")

BLOCK_SECONDS = 60.0
_START_SECONDS = 30.0


class Stage:
    """A model server, a login service and, when needed, a runtime, in a separate thread.

    The blocks of one page share them, because a runtime takes longer to start than most blocks to
    run.
    """

    def __init__(self, home: Path, *, login: bool = False) -> None:
        self.model = ModelServer(default="Done.")
        self.issuer = LoginIssuer()
        self.home = home
        self._login = login
        self._codex: AsyncCodex | None = None
        self._ready = threading.Event()
        self._end: outcome.Outcome[None] | None = None
        self._thread = threading.Thread(target=self._run, name="page", daemon=True)

    def __enter__(self) -> Self:
        self._thread.start()
        if not self._ready.wait(_START_SECONDS):
            raise TimeoutError("the page's servers did not start")
        if self._end is not None:
            self._end.unwrap()
        return self

    def __exit__(self, *_: object) -> None:
        trio.from_thread.run_sync(self._stop.set, trio_token=self._token)
        self._thread.join(_START_SECONDS)
        assert self._end is not None
        self._end.unwrap()

    def _run(self) -> None:
        self._end = outcome.capture(trio.run, self._serve)
        self._ready.set()

    async def _serve(self) -> None:
        self._token = trio.lowlevel.current_trio_token()
        self._stop = trio.Event()
        async with self.model, self.issuer, trio.open_nursery() as self._nursery:
            self._ready.set()
            await self._stop.wait()
            self._nursery.cancel_scope.cancel()

    def config(self) -> AppServerConfig:
        """Makes the config of another runtime that uses this page's servers."""
        issuer = self.issuer if self._login else None
        return isolated_config(self.model, home=self.home, issuer=issuer)

    def run(self, function: Callable[[], Awaitable[T]]) -> T:
        """Runs a coroutine in the thread of the runtime."""

        async def bounded() -> T:
            with trio.fail_after(BLOCK_SECONDS):
                return await function()

        return trio.from_thread.run(bounded, trio_token=self._token)

    def codex(self) -> AsyncCodex:
        """Returns the page's runtime; the first call starts it."""
        if self._codex is None:
            client = AsyncCodex(self.config())

            async def start() -> None:
                await self._nursery.start(client.serve)

            self.run(start)
            self._codex = client
        return self._codex

    def thread(self) -> AsyncThread:
        """Starts a thread for one block."""
        return self.run(self.codex().thread_start)

    @contextmanager
    def as_default(self) -> Iterator[None]:
        """Makes `AsyncCodex()` and `Codex()` without a config use this page's servers."""
        config = self.config()
        before = os.environ.copy()
        directory = os.getcwd()
        set_here = {name: text for name, text in (config.env or {}).items() if text is not None}
        os.environ.update(set_here)
        os.chdir(config.cwd or directory)
        try:
            yield
        finally:
            os.chdir(directory)
            os.environ.clear()
            os.environ.update(before)
