"""A client on a fake server, bounded in time, that must leave nothing behind."""

from __future__ import annotations

from collections.abc import AsyncIterable, AsyncIterator, Awaitable, Callable, Iterator
from contextlib import asynccontextmanager
from typing import Any

import trio
import trio.testing

from trio_codex import (
    AppServerConfig,
    AsyncCodex,
    AsyncTurnHandle,
    Notification,
    ServerRequestHandlers,
)
from trio_codex.client import AppServerClient
from trio_codex.testing import FakeAppServer

SECONDS = 20.0


def engine_tasks() -> list[str]:
    """The names of every task of ours that runs anywhere."""
    root = trio.lowlevel.current_root_task()
    assert root is not None
    return [task.name for task in _below(root) if task.name.startswith("trio_codex ")]


def _below(task: trio.lowlevel.Task) -> Iterator[trio.lowlevel.Task]:
    for nursery in task.child_nurseries:
        for child in nursery.child_tasks:
            yield child
            yield from _below(child)


def assert_nothing_left(client: AsyncCodex | AppServerClient) -> None:
    """Nothing is registered, queued or running."""
    held = {
        name: value
        for name in (
            "turns",
            "turns_starting",
            "events_held",
            "logins",
            "subscriptions",
            "requests_in_flight",
            "requests_waiting",
            "server_requests",
            "frames_queued",
            "tasks",
        )
        if (value := getattr(client.statistics(), name))
    }
    assert not held
    assert engine_tasks() == []


@asynccontextmanager
async def opened(
    fake: FakeAppServer, handlers: ServerRequestHandlers | None = None, **options: Any
) -> AsyncIterator[AsyncCodex]:
    """An open client; afterwards nothing of it is left."""
    config = AppServerConfig(**options)
    with trio.fail_after(SECONDS):
        codex = AsyncCodex(config, handlers=handlers, transport=fake.transport)
        async with codex:
            yield codex
        assert_nothing_left(codex)
        assert fake.closed


async def events_of(turn: AsyncTurnHandle[Any]) -> list[str]:
    """The methods of a turn's events up to its end."""
    return [event.method async for event in turn.stream()]


async def read_into(seen: list[str], stream: AsyncIterable[Notification]) -> None:
    """Notes the methods of a stream's events, up to its end or to its error."""
    note = seen.append
    async for event in stream:
        note(event.method)


async def settle() -> None:
    """Lets everything that can go on now go on."""
    await trio.testing.wait_all_tasks_blocked()


async def outcome_of(call: Callable[[], Awaitable[object]], into: list[Any]) -> None:
    """Keeps what a call came to, in a task of its own."""
    try:
        into.append(await call())
    except Exception as error:  # noqa: BLE001 - the test looks at it
        into.append(error)
