"""A scripted Responses API on 127.0.0.1 for the real runtime."""

from __future__ import annotations

from typing import TYPE_CHECKING, final

import trio

from ..http_server import BlockingServer, LoopbackServer
from .replies import EventRole, Reply, TokenUsage
from .request import ModelRequest
from .script import ModelScript
from .state import ModelState

if TYPE_CHECKING:
    from ...protocol import JsonValue
    from ..http_exchange import Exchange

__all__ = ["BlockingModelServer", "ModelServer"]

_FLUSH_BYTES = 16 * 1024


@final
class ModelServer(LoopbackServer, ModelScript):
    """A model of the OpenAI Responses API with scripted replies.

    It listens on a free port of 127.0.0.1 while its block lasts
    (`async with ModelServer() as model:`), or in the caller's nursery
    (`model = await nursery.start(ModelServer().serve)`).
    `with ModelServer().in_thread() as model:` is the blocking form.

    Args:
        default: the reply when nothing is queued; without one, such a request is refused with an
            error, which fails the turn.
        usage: the token counts of replies without their own.
    """

    def __init__(
        self, *, default: str | Reply | None = None, usage: TokenUsage | None = None
    ) -> None:
        LoopbackServer.__init__(self)
        ModelScript.__init__(self, ModelState(default, usage or TokenUsage()))

    async def wait_for_request(self, number: int = 1) -> ModelRequest:
        """Waits for the request with this number, counted from 1.

        The caller bounds it, with `trio.fail_after` for one. Cancelling it changes nothing.

        Raises:
            ValueError: the number is below 1.
        """
        return await self._state.requests.wait(number, _any)

    def in_thread(self) -> BlockingModelServer:
        """Returns the blocking form, which serves in its own thread while its block lasts."""
        return BlockingModelServer(self, self._state)

    async def _handle(self, exchange: Exchange) -> None:
        http = exchange.request
        if http.method == "POST" and http.path.endswith("/responses"):
            await self._respond(exchange)
            return
        self._state.other_requests.append(f"{http.method} {http.path}")
        if http.method == "GET" and http.path.endswith("/models"):
            await exchange.respond(200, {"models": [], "data": [], "object": "list"})
        else:
            message = f"the model server has no {http.method} {http.path}"
            await exchange.respond(404, {"error": {"message": message}})

    async def _respond(self, exchange: Exchange) -> None:
        encoding = exchange.request.headers.get("content-encoding", "identity")
        if encoding not in ("identity", "gzip", "deflate"):
            message = f"the model server cannot read a body in {encoding}"
            await exchange.respond(415, {"error": {"message": message}})
            return
        request = ModelRequest(exchange.request, exchange.disconnected)
        self._state.requests.add(request)
        reply = self._state.choose(request)
        if reply.failure is None:
            await self._stream(exchange, reply)
        else:
            if reply.gate is not None:
                await reply.gate.pass_through()
            status, body = reply.failure.status, reply.failure.body
            error: JsonValue = {"error": {"message": f"scripted failure {status}"}}
            await exchange.respond(
                status, error if body is None else body, headers=reply.failure.headers
            )
        request.answered.set()

    async def _stream(self, exchange: Exchange, reply: Reply) -> None:
        await exchange.start(200, "text/event-stream", {"cache-control": "no-cache"})
        pending = bytearray()
        deltas = 0
        gate, cut = reply.gate, reply.disconnect_after
        for role, event in reply.events(self._state.usage):
            if gate is not None and _due(role, deltas, reply.hold_after):
                await self._flush(exchange, pending)
                await gate.pass_through()
                gate = None
            if cut is not None and _due(role, deltas, cut):
                break
            pending += event
            deltas += role == "delta"
            if reply.pace and role == "delta":
                await self._flush(exchange, pending)
                await trio.sleep(reply.pace)
            elif len(pending) >= _FLUSH_BYTES:
                await self._flush(exchange, pending)
        if cut is None:
            await exchange.finish(bytes(pending))
            if reply.stream_failure is None and not exchange.disconnected.is_set():
                self._state.reported.append(reply.usage or self._state.usage)
        else:
            await self._flush(exchange, pending)
            await exchange.abort()

    async def _flush(self, exchange: Exchange, pending: bytearray) -> None:
        await exchange.send(bytes(pending))
        pending.clear()


def _any(_: ModelRequest) -> bool:
    return True


def _due(role: EventRole, deltas: int, after: int) -> bool:
    # A number of deltas that never comes means the last moment before the end.
    return role == "end" or (deltas >= after and role != "open")


@final
class BlockingModelServer(BlockingServer[ModelServer], ModelScript):
    """A model server that serves in its own thread; made by `ModelServer.in_thread`."""

    def __init__(self, server: ModelServer, state: ModelState) -> None:
        ModelScript.__init__(self, state)
        BlockingServer.__init__(self, server)

    def wait_for_request(self, number: int = 1, timeout: float = 30.0) -> ModelRequest:
        """Blocks this thread until the request with this number, counted from 1, has come.

        Args:
            number: which request.
            timeout: seconds to wait at most.

        Raises:
            TimeoutError: there were not as many requests.
            ValueError: the number is below 1.
        """
        return self._state.requests.wait_blocking(number, _any, timeout)
