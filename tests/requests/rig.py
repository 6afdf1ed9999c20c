"""The real runtime with a scripted model, and what the tests of handlers look at."""

from __future__ import annotations

from contextlib import asynccontextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import attrs
import trio

from trio_codex import ApprovalMode, AppServerConfig, AsyncCodex, Sandbox
from trio_codex.testing import ModelServer, isolated_config

if TYPE_CHECKING:
    import logging
    from collections.abc import AsyncIterator

    from trio_codex import AsyncThread, ServerRequestHandlers, TurnResult

T = TypeVar("T")

LIMIT = 60
PATCH = "*** Begin Patch\n*** Add File: note.txt\n+hello\n*** End Patch"


@attrs.frozen
class Rig:
    """A running client, its model and its config."""

    codex: AsyncCodex
    model: ModelServer
    config: AppServerConfig
    outside: Path

    @property
    def workspace(self) -> Path:
        return Path(str(self.config.cwd))

    async def thread(self, sandbox: Sandbox = Sandbox.READ_ONLY, **options: Any) -> AsyncThread:
        options.setdefault("approval_mode", ApprovalMode.ASK)
        return await self.codex.thread_start(sandbox=sandbox, **options)


@asynccontextmanager
async def running(
    tmp_path: Path, handlers: ServerRequestHandlers | None = None, **options: Any
) -> AsyncIterator[Rig]:
    """Runs the real runtime against a scripted model; everything in it is bounded."""
    outside = tmp_path / "outside"
    outside.mkdir(exist_ok=True)
    with trio.fail_after(LIMIT):
        async with ModelServer() as model:
            config = isolated_config(model, home=tmp_path, **options)
            async with AsyncCodex(config, handlers=handlers) as codex:
                yield Rig(codex, model, config, outside)


def items_of(result: TurnResult[Any], kind: type[T]) -> list[T]:
    """The items of one kind."""
    return [item for item in result.items if isinstance(item, kind)]


def declined(records: list[logging.LogRecord]) -> list[logging.LogRecord]:
    """The records of requests that were declined or refused."""
    return [it for it in records if it.name == "trio_codex.requests" and it.levelname == "WARNING"]
