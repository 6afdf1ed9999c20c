"""A client that is connected to a scripted app-server, and what that server asks."""

from __future__ import annotations

from contextlib import asynccontextmanager
from typing import TYPE_CHECKING

import trio

from trio_codex import AsyncCodex, ServerRequestHandlers
from trio_codex.testing import FakeAppServer
from trio_codex.types import Decision

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from trio_codex.protocol import JsonValue

COMMAND = "item/commandExecution/requestApproval"
LIMIT = 10


def command(thread_id: str, turn_id: str = "turn-1", **more: JsonValue) -> JsonValue:
    """The params of a command approval."""
    return {
        "kind": "command",
        "threadId": thread_id,
        "turnId": turn_id,
        "itemId": "c1",
        "startedAtMs": 0,
        "command": "rm secret-file",
        "cwd": "/",
        **more,
    }


LEGACY_COMMAND: dict[str, JsonValue] = {
    "conversationId": "thread-1",
    "callId": "c1",
    "command": ["ls"],
    "cwd": "/",
    "parsedCmd": [],
}
LEGACY_PATCH: dict[str, JsonValue] = {
    "conversationId": "thread-1",
    "callId": "c1",
    "fileChanges": {"/a.txt": {"type": "add", "content": "hello"}},
}


@asynccontextmanager
async def connected(
    handlers: ServerRequestHandlers | None = None,
) -> AsyncIterator[tuple[FakeAppServer, AsyncCodex]]:
    fake = FakeAppServer()
    with trio.fail_after(LIMIT):
        async with AsyncCodex(transport=fake.transport, handlers=handlers) as codex:
            yield fake, codex


async def say_accept(_: object) -> Decision:
    await trio.lowlevel.checkpoint()
    return Decision.accept
