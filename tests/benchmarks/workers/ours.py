"""This library's names as the cases use them."""

from __future__ import annotations

import tempfile
from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager, AbstractContextManager, asynccontextmanager
from typing import Any

import trio
import trio.testing

import trio_codex

from .asynchronous import Task


def config(command: list[str]) -> trio_codex.AppServerConfig:
    """A configuration that starts a command; the pinned runtime without one."""
    return trio_codex.AppServerConfig(launch_args_override=tuple(command) if command else None)


def connect(command: list[str]) -> AbstractContextManager[Any]:
    """A blocking client."""
    return trio_codex.Codex(config(command))


class Trio:
    """This library's asynchronous client on its event loop."""

    def connect(self, command: list[str]) -> AbstractAsyncContextManager[Any]:
        """An asynchronous client."""
        return trio_codex.AsyncCodex(config(command))

    async def together(self, tasks: list[Task]) -> None:
        """Run tasks at once, to their end; cancelling it cancels them."""
        async with trio.open_nursery() as nursery:
            for task in tasks:
                nursery.start_soon(task)

    @asynccontextmanager
    async def background(self, tasks: list[Task]) -> AsyncIterator[None]:
        """Run tasks until the block ends; cancelling the block cancels them."""
        async with trio.open_nursery() as nursery:
            for task in tasks:
                nursery.start_soon(task)
            await trio.testing.wait_all_tasks_blocked()
            yield
            nursery.cancel_scope.cancel()


class Unix(Trio):
    """The same client, attached to a server that listens on a Unix socket."""

    @asynccontextmanager
    async def connect(self, command: list[str]) -> AsyncIterator[Any]:
        """An asynchronous client of a server of its own."""
        with tempfile.TemporaryDirectory() as directory:
            own = trio_codex.AppServerConfig(codex_bin=command[0])
            server = trio_codex.listen(own, f"unix://{directory}/s")
            async with server, trio_codex.AsyncCodex.connect(server.url) as codex:
                yield codex


def asyncio_client(command: list[str]) -> AbstractAsyncContextManager[Any]:
    """An asynchronous client for asyncio."""
    return trio_codex.aio.AsyncCodex(config(command))  # type: ignore[no-any-return,attr-defined]


def run_async(main: Callable[..., Any], *args: object) -> Any:
    """Run a coroutine function on the event loop."""
    return trio.run(main, *args)


def decoder(sample: dict[str, str]) -> Callable[[], object] | None:
    """A call that turns a sample's bytes into the library's type, as looking at a payload does."""
    from trio_codex._wire.messages import decode_line
    from trio_codex.protocol import METHODS
    from trio_codex.protocol.converter import structure

    raw = sample["line"].encode()
    spec = METHODS.get(sample["method"])
    if spec is None:
        return None
    if sample["role"] == "notification":
        params: Any = spec.params
        return lambda: structure(decode_line(raw)["params"], params)
    result: Any = spec.result
    return lambda: structure(decode_line(raw)["result"], result)
