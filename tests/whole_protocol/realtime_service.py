"""A loopback realtime service: a WebSocket that sends what a test scripted."""

from __future__ import annotations

import base64
import hashlib
import json
from functools import partial
from typing import TYPE_CHECKING, final

import attrs
import trio

from .steps import Step, World

if TYPE_CHECKING:
    from trio_codex.protocol import JsonValue

__all__ = ["Realtime"]

HEAD_END = b"\r\n\r\n"
GUID = b"258EAFA5-E914-47DA-95CA-C5AB0DC85B11"
TEXT, CLOSE, PING = 1, 8, 9


@final
@attrs.frozen
class Realtime:
    """Run steps while `{realtime}` is a service that sends these events to each session."""

    events: tuple[JsonValue, ...]
    steps: tuple[Step, ...]

    async def run(self, world: World) -> None:
        """Serve, run the steps, and stop serving."""
        async with trio.open_nursery() as nursery:
            serve = partial(trio.serve_tcp, self._talk, 0, host="127.0.0.1")
            listeners = await nursery.start(serve)
            world.names["realtime"] = f"ws://127.0.0.1:{listeners[0].socket.getsockname()[1]}"
            for step in self.steps:
                await step.run(world)
            nursery.cancel_scope.cancel()

    async def _talk(self, stream: trio.SocketStream) -> None:
        """Open a session as its first message asks, send the events, listen to the end."""
        frames = _Frames(stream)
        try:
            await frames.open()
            await frames.receive()
            for event in self.events:
                await frames.send(json.dumps(event).encode())
            while await frames.receive() is not None:
                pass
        except (trio.BrokenResourceError, EOFError):
            pass  # the runtime hangs up without a word when it is told to stop


@final
class _Frames:
    """The messages of a WebSocket, server's side; whole frames of text only."""

    def __init__(self, stream: trio.SocketStream) -> None:
        self._stream = stream
        self._data = b""

    async def open(self) -> None:
        while HEAD_END not in self._data:
            await self._more()
        head, _, self._data = self._data.partition(HEAD_END)
        fields = [line.split(b":", 1) for line in head.split(b"\r\n")[1:]]
        key = next(v.strip() for k, v in fields if k.lower() == b"sec-websocket-key")
        accept = base64.b64encode(hashlib.sha1(key + GUID, usedforsecurity=False).digest())
        answer = b"HTTP/1.1 101 Switching Protocols\r\nupgrade: websocket\r\nconnection: upgrade"
        await self._stream.send_all(answer + b"\r\nsec-websocket-accept: " + accept + HEAD_END)

    async def send(self, data: bytes, kind: int = TEXT) -> None:
        size = len(data)
        head = bytes([0x80 | kind, size]) if size < 126 else bytes([0x80 | kind, 126])
        extra = b"" if size < 126 else size.to_bytes(2, "big")
        await self._stream.send_all(head + extra + data)

    async def receive(self) -> bytes | None:
        """Give the next message; `None` when the other end closes."""
        while True:
            first, second = await self._take(2)
            size = second & 127
            if size > 125:
                size = int.from_bytes(await self._take(2 if size == 126 else 8), "big")
            mask = await self._take(4)
            masked = await self._take(size)
            data = bytes(byte ^ mask[at % 4] for at, byte in enumerate(masked))
            if first & 15 == CLOSE:
                await self.send(data, CLOSE)
                return None
            if first & 15 != PING:
                return data

    async def _take(self, size: int) -> bytes:
        while len(self._data) < size:
            await self._more()
        taken, self._data = self._data[:size], self._data[size:]
        return taken

    async def _more(self) -> None:
        more = await self._stream.receive_some()
        if not more:
            raise EOFError
        self._data += more
