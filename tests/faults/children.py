"""A client on a real child, bounded in time, that must leave no process behind."""

from __future__ import annotations

import os
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

import trio

from tests.session.scripted import assert_nothing_left
from trio_codex import AppServerConfig, AsyncCodex
from trio_codex.testing import FakeAppServer

SECONDS = 40.0


def is_alive(pid: int) -> bool:
    """Whether a process exists and is not only waiting to be reaped."""
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    try:
        with open(f"/proc/{pid}/stat", encoding="utf-8", errors="replace") as stat:
            return stat.read().rpartition(")")[2].split()[0] != "Z"
    except FileNotFoundError:
        return False


def config_of(fake: FakeAppServer, **options: Any) -> AppServerConfig:
    return AppServerConfig(launch_args_override=fake.command, **options)


@asynccontextmanager
async def opened(fake: FakeAppServer, **options: Any) -> AsyncIterator[AsyncCodex]:
    """An open client on a child; afterwards nothing of it is left, the process included."""
    with trio.fail_after(SECONDS):
        codex = AsyncCodex(config_of(fake, **options))
        async with codex:
            yield codex
        assert_nothing_left(codex)
        assert fake.child.pid is not None and not is_alive(fake.child.pid)
