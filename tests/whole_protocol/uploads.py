"""A loopback address that accepts uploads and discards them."""

from __future__ import annotations

from functools import partial
from typing import final

import attrs
import trio

from .steps import Step, World

__all__ = ["Uploads"]

HEAD_END = b"\r\n\r\n"


@final
@attrs.frozen
class Uploads:
    """Run steps while an address, `{upload}`, takes any upload."""

    steps: tuple[Step, ...]

    async def run(self, world: World) -> None:
        """Serve, run the steps, and stop serving."""
        async with trio.open_nursery() as nursery:
            serve = partial(trio.serve_tcp, _take, 0, host="127.0.0.1")
            listeners = await nursery.start(serve)
            port = listeners[0].socket.getsockname()[1]
            world.names["upload"] = f"http://127.0.0.1:{port}/tidy.tar.gz"
            for step in self.steps:
                await step.run(world)
            nursery.cancel_scope.cancel()


async def _take(stream: trio.SocketStream) -> None:
    """Take one request whole and answer it."""
    data = b""
    while HEAD_END not in data:
        data += await stream.receive_some()
    head, _, body = data.partition(HEAD_END)
    fields = [line.lower().split(b":", 1) for line in head.split(b"\r\n")[1:]]
    length = next((int(value) for name, value in fields if name == b"content-length"), 0)
    while len(body) < length:
        body += await stream.receive_some()
    await stream.send_all(b"HTTP/1.1 201 Created\r\netag: e1\r\ncontent-length: 0" + HEAD_END)
    await stream.aclose()
