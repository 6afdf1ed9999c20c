"""Streams answers as server-sent events, and interrupts the turn of a reader who has left (ASGI).

`uvicorn --app-dir examples/26_asyncio async:app` serves it; run as a script, it reads two answers
itself and leaves the second one early.
"""

from __future__ import annotations

import asyncio
import json
import sys
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, quote

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from examples._demo import pick_config
from trio_codex import AppServerConfig
from trio_codex.aio import AsyncCodex, AsyncThread

Receive = Callable[[], Awaitable[dict[str, Any]]]
Send = Callable[[dict[str, Any]], Awaitable[None]]


class App:
    """An ASGI application with one client for all requests, open as long as the server runs."""

    def __init__(self, config: AppServerConfig | None = None) -> None:
        self.codex = AsyncCodex(config)

    async def __call__(self, scope: dict[str, Any], receive: Receive, send: Send) -> None:
        """Answers `GET /?prompt=...`; the lifespan of the server is that of the client."""
        if scope["type"] == "http":
            prompt = parse_qs(scope["query_string"].decode())["prompt"][0]
            async with self.codex.thread_start() as thread:
                await answer(thread, prompt, receive, send)
                async for turn in thread.turns():
                    print(f"turn     {turn.status}")
            return
        await receive()  # lifespan.startup
        async with self.codex:
            await send({"type": "lifespan.startup.complete"})
            await receive()  # lifespan.shutdown
        await send({"type": "lifespan.shutdown.complete"})


async def answer(thread: AsyncThread, prompt: str, receive: Receive, send: Send) -> None:
    """Streams the answer until it is whole or its reader has left."""

    async def stream() -> None:
        async with thread.stream_text(prompt) as text:
            async for piece in text:
                body = f"data: {json.dumps(piece)}\n\n".encode()
                await send({"type": "http.response.body", "body": body, "more_body": True})
        await send({"type": "http.response.body"})

    async def watch() -> None:
        while (await receive())["type"] != "http.disconnect":
            pass
        streaming.cancel()

    headers = [(b"content-type", b"text/event-stream")]
    await send({"type": "http.response.start", "status": 200, "headers": headers})
    async with asyncio.TaskGroup() as tasks:
        streaming = tasks.create_task(stream())
        watching = tasks.create_task(watch())
        streaming.add_done_callback(lambda _: watching.cancel())


app = App()


# -- a reader in place of a browser --------------------------------------------------------------


async def read(app: App, prompt: str, pieces: int | None = None) -> None:
    """Reads an answer, or its first pieces."""
    left = asyncio.Event()
    count = 0

    async def receive() -> dict[str, Any]:
        await left.wait()
        return {"type": "http.disconnect"}

    async def send(message: dict[str, Any]) -> None:
        nonlocal count
        for line in message.get("body", b"").decode().splitlines():
            if line:
                print(f"received {line}")
                count += 1
        if count == pieces:
            left.set()
        await asyncio.sleep(0)

    query = f"prompt={quote(prompt)}".encode()
    await app({"type": "http", "query_string": query}, receive, send)


async def main() -> None:
    with pick_config() as config:
        app = App(config)
        started, stop = asyncio.Event(), asyncio.Event()
        messages = iter([{"type": "lifespan.startup"}, {"type": "lifespan.shutdown"}])

        async def receive() -> dict[str, Any]:
            message = next(messages)
            if message["type"] == "lifespan.shutdown":
                await stop.wait()
            return message

        async def send(message: dict[str, Any]) -> None:
            started.set()
            await asyncio.sleep(0)

        async with asyncio.TaskGroup() as tasks:
            tasks.create_task(app({"type": "lifespan"}, receive, send))
            await started.wait()
            await read(app, "What are server-sent events?")
            await read(app, "Tell me a long story.", pieces=1)
            stop.set()


if __name__ == "__main__":
    asyncio.run(main())
