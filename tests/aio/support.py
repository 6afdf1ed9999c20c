"""What tests of the asyncio client need: bounded runs that leave nothing."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Callable, Coroutine
from typing import Any, TypeVar

from tests.sync.support import TIMEOUT, is_alive
from trio_codex.aio import AsyncCodex
from trio_codex.testing import BlockingModelServer

__all__ = [
    "TIMEOUT",
    "cancelled",
    "in_thread",
    "private_threads",
    "run",
    "runtime_pid",
    "still_works",
    "until",
]

T = TypeVar("T")


def private_threads() -> list[threading.Thread]:
    """The private threads of clients that still run."""
    return [each for each in threading.enumerate() if each.name.startswith("trio_codex.aio")]


def run(main: Callable[[], Coroutine[Any, Any, T]], **options: Any) -> T:
    """Runs a program of asyncio, bounded, and checks that it has left no task and no thread."""

    async def bounded() -> T:
        async with asyncio.timeout(TIMEOUT):
            result = await main()
        assert asyncio.all_tasks() == {asyncio.current_task()}
        return result

    with asyncio.Runner(**options) as runner:
        result = runner.run(bounded())
    assert private_threads() == []
    return result


async def until(wait: Callable[[float], object]) -> None:
    """Waits for what blocks a thread."""
    await asyncio.to_thread(wait, TIMEOUT)


async def cancelled(task: asyncio.Task[Any]) -> None:
    """Cancels a task and waits for its end."""
    task.cancel()
    assert await asyncio.wait([task], timeout=TIMEOUT) == ({task}, set())
    assert task.cancelled()


def runtime_pid(codex: AsyncCodex) -> int:
    """The process id of a client's runtime."""
    connection = codex.client._async._require()
    pid = connection.transport.pid  # type: ignore[attr-defined]
    assert isinstance(pid, int)
    assert is_alive(pid)
    return pid


async def in_thread(function: Callable[[], Coroutine[Any, Any, T]]) -> T:
    """Runs a coroutine function in an event loop of another thread."""
    return await asyncio.to_thread(lambda: asyncio.run(function()))


async def still_works(codex: AsyncCodex, model: BlockingModelServer) -> None:
    """Checks that a client runs turns."""
    model.reply("still here")
    thread = await codex.thread_start()
    assert (await thread.run("again")).final_response == "still here"
