"""A proxy on a Unix socket that breaks the connections that go through it, without a clock."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from pathlib import Path

import trio

_CHUNK = 65536


class BreakingProxy:
    """Forwards bytes between clients and one server, until it is told to break them.

    Attributes:
        url: where clients connect to.
        target: path of the server's socket; a server that was restarted may have another.
        pid: process id of the server; noted by the test.
        opened: how many connections clients have opened.
        open: how many of them are open now.
        refusing: whether further connections are closed when they are opened.
        answer: bytes that further connections are sent instead of the server's, then they close.
    """

    def __init__(self, path: Path, target: Path) -> None:
        self.url = f"unix://{path}"
        self.target = target
        self.pid = 0
        self.opened = 0
        self.refusing = False
        self.answer: bytes | None = None
        self._path = path
        self._links: set[trio.CancelScope] = set()
        self._stop_at: Callable[[bytes], int | None] | None = None
        self._up, self._down = trio.Event(), trio.Event()
        self._up.set()
        self._down.set()
        self._changed = trio.Event()
        self._ended = trio.Event()
        self._frozen = False

    @property
    def open(self) -> int:
        return len(self._links)

    def cut(self) -> None:
        """Cut every connection now."""
        for link in self._links:
            link.cancel()

    def cut_at(self, text: str, *, keep: int = 0) -> None:
        """Cut when the server sends a text; `keep` bytes of it still reach the client."""
        wanted = text.encode()

        def stop_at(data: bytes) -> int | None:
            place = data.find(wanted)
            return None if place < 0 else place + keep

        self._stop_at = stop_at

    def stall(self, *, up: bool = False, down: bool = False) -> None:
        """Hold the bytes of a direction back: `up` to the server, `down` to the client."""
        if up:
            self._up = trio.Event()
        if down:
            self._down = trio.Event()

    def freeze(self) -> None:
        """Read nothing more of what the server sends, as a client that is too slow."""
        self._frozen = True
        self.stall(down=True)

    def go_on(self) -> None:
        self._up.set()
        self._down.set()

    async def wait_opened(self, number: int) -> None:
        """Wait until so many connections were opened in all."""
        await self._wait(lambda: self.opened >= number)

    async def wait_ended(self) -> None:
        """Wait until the server has closed a connection."""
        await self._ended.wait()

    async def wait_cut(self) -> None:
        """Wait until no connection is open."""
        await self._wait(lambda: not self._links)

    async def _wait(self, condition: Callable[[], bool]) -> None:
        while not condition():
            await self._changed.wait()

    def _change(self) -> None:
        changed, self._changed = self._changed, trio.Event()
        changed.set()

    async def _serve(self, client: trio.SocketStream) -> None:
        self.opened += 1
        scope = trio.CancelScope()
        self._links.add(scope)
        self._change()
        try:
            with scope:
                async with client:
                    await self._link(client)
        except (trio.BrokenResourceError, OSError):
            pass
        finally:
            self._links.discard(scope)
            self._change()

    async def _link(self, client: trio.SocketStream) -> None:
        if self.answer is not None:
            await client.receive_some(_CHUNK)
            await client.send_all(self.answer)
            return
        if self.refusing:
            return
        server = await trio.open_unix_socket(str(self.target))
        async with server, trio.open_nursery() as nursery:
            nursery.start_soon(self._up_link, client, server, nursery.cancel_scope)
            await self._down_link(server, client)
            nursery.cancel_scope.cancel()

    async def _up_link(
        self, client: trio.SocketStream, server: trio.SocketStream, scope: trio.CancelScope
    ) -> None:
        while data := await client.receive_some(_CHUNK):
            await self._up.wait()
            await server.send_all(data)
        scope.cancel()

    async def _down_link(self, server: trio.SocketStream, client: trio.SocketStream) -> None:
        while data := await server.receive_some(_CHUNK):
            if not self._down.is_set():
                data += b"" if self._frozen else await self._rest(server)
                await self._down.wait()
            place = None if self._stop_at is None else self._stop_at(data)
            if place is not None:
                self._stop_at = None
                await client.send_all(data[:place])
                return
            await client.send_all(data)

    async def _rest(self, server: trio.SocketStream) -> bytes:
        """Take what the server sends while nothing is forwarded; up to its end, or `go_on`."""
        rest = b""
        with trio.CancelScope() as scope:
            async with trio.open_nursery() as nursery:

                async def take() -> None:
                    nonlocal rest
                    while data := await server.receive_some(_CHUNK):
                        rest += data
                    self._ended.set()

                nursery.start_soon(take)
                await self._down.wait()
                scope.cancel()
        return rest


@asynccontextmanager
async def breaking_proxy(path: Path, target: Path) -> AsyncIterator[BreakingProxy]:
    """Run a proxy in front of a server's Unix socket."""
    proxy = BreakingProxy(path, target)
    listener = trio.socket.socket(trio.socket.AF_UNIX)
    await listener.bind(str(path))
    listener.listen(64)
    async with trio.open_nursery() as nursery:
        await nursery.start(trio.serve_listeners, proxy._serve, [trio.SocketListener(listener)])
        yield proxy
        nursery.cancel_scope.cancel()
