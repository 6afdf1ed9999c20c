"""HTTP requests of one connection, and their answers."""

from __future__ import annotations

import gzip
import zlib
from collections.abc import Awaitable, Callable, Mapping
from typing import TYPE_CHECKING, TypeAlias, final
from urllib.parse import parse_qs, urlsplit

import attrs
import h11
import orjson
import trio

from .signals import Signal

if TYPE_CHECKING:
    from ..protocol import JsonValue

__all__ = ["Exchange", "Handler", "HttpRequest", "serve_connection"]

_READ_BYTES = 65536


@final
@attrs.frozen(kw_only=True)
class HttpRequest:
    """One HTTP request, read to its end.

    Attributes:
        method: the HTTP method.
        target: path and query as they stood in the request line.
        headers: header values by lower-case name.
        body: the body, decompressed.
    """

    method: str
    target: str
    headers: Mapping[str, str]
    body: bytes

    @property
    def path(self) -> str:
        """The target without its query."""
        return urlsplit(self.target).path

    @property
    def fields(self) -> Mapping[str, str]:
        """The last value of each field of the query and of the body, a form or JSON."""
        query, form = urlsplit(self.target).query, self.body.decode()
        is_json = form.startswith("{")
        fields = parse_qs(query if is_json else f"{query}&{form}", keep_blank_values=True)
        values = {name: values[-1] for name, values in fields.items()}
        return values | {k: str(v) for k, v in orjson.loads(form).items()} if is_json else values

    @property
    def bearer(self) -> str | None:
        """The token of an `Authorization: Bearer` header."""
        scheme, _, token = self.headers.get("authorization", "").partition(" ")
        return token if scheme.lower() == "bearer" else None


@final
class Exchange:
    """One request and the means to answer it."""

    def __init__(
        self, request: HttpRequest, stream: trio.SocketStream, conn: h11.Connection
    ) -> None:
        self.request = request
        self.disconnected: Signal = Signal()
        self._stream = stream
        self._conn = conn
        self._scope: trio.CancelScope | None = None
        self._finishing = False
        self._gone = False

    @property
    def started(self) -> bool:
        """Whether anything of the answer was sent."""
        return self._conn.our_state is not h11.SEND_RESPONSE

    @property
    def gone(self) -> bool:
        """Whether the client closed the connection."""
        return self._gone

    async def respond(
        self,
        status: int,
        body: JsonValue,
        *,
        headers: Mapping[str, str] | None = None,
    ) -> None:
        """Sends a whole answer, of JSON or text. Cancelling it leaves the connection unusable."""
        data = body.encode() if isinstance(body, str) else orjson.dumps(body)
        length = {"content-length": str(len(data))}
        await self.start(status, "application/json", {**(headers or {}), **length})
        await self.finish(data)

    async def start(
        self, status: int, content_type: str, headers: Mapping[str, str] | None = None
    ) -> None:
        """Sends the head of an answer. Cancelling it leaves the connection unusable."""
        fields = [("content-type", content_type), *(headers or {}).items()]
        await self._write(self._conn.send(h11.Response(status_code=status, headers=fields)))

    async def send(self, data: bytes) -> None:
        """Sends a piece of the body. Cancelling it leaves the connection unusable."""
        await self._write(self._conn.send(h11.Data(data=data)))

    async def finish(self, data: bytes = b"") -> None:
        """Sends the rest of the body and end the answer.

        Cancelling it leaves the connection unusable.
        """
        # A client may close before it has read the end; from here on that is no disconnect.
        self._finishing = True
        last = self._conn.send(h11.Data(data=data)) or b""
        await self._write(last + (self._conn.send(h11.EndOfMessage()) or b""))

    async def abort(self) -> None:
        """Cuts the connection in the middle of the answer. Cancelling it still cuts it."""
        self._conn.send_failed()
        await trio.aclose_forcefully(self._stream)

    async def _write(self, data: bytes | None) -> None:
        try:
            await self._stream.send_all(data or b"")
        except (trio.BrokenResourceError, trio.ClosedResourceError):
            await self._leave()

    async def _leave(self) -> None:
        # The client has left: the handler ends here, as it does when the watcher notices it first.
        self._gone = True
        if not self._finishing:
            self.disconnected.set()
            if self._scope is not None:
                self._scope.cancel()
        await trio.lowlevel.checkpoint()

    async def _watch(self) -> None:
        while True:
            data = await _receive(self._stream)
            if not data:
                await self._leave()
                return
            self._conn.receive_data(data)

    async def run(self, handler: Handler) -> None:
        """Answers with a handler, which is cancelled as soon as the client goes away.

        Cancelling it ends the handler.
        """
        async with trio.open_nursery() as nursery:
            self._scope = nursery.cancel_scope
            nursery.start_soon(self._watch)
            await handler(self)
            nursery.cancel_scope.cancel()


Handler: TypeAlias = Callable[[Exchange], Awaitable[None]]


async def serve_connection(stream: trio.SocketStream, handler: Handler) -> None:
    """Answers the requests of one connection until either side closes it.

    Cancelling it closes the connection.
    """
    conn = h11.Connection(h11.SERVER, max_incomplete_event_size=1024 * 1024)
    async with stream:
        while True:
            request = await _read_request(stream, conn)
            if request is None:
                return
            exchange = Exchange(request, stream, conn)
            await exchange.run(handler)
            if conn.our_state is not h11.DONE or exchange.gone:
                return
            conn.start_next_cycle()


async def _receive(stream: trio.SocketStream) -> bytes:
    try:
        return bytes(await stream.receive_some(_READ_BYTES))
    except (trio.BrokenResourceError, trio.ClosedResourceError):
        await trio.lowlevel.checkpoint()
        return b""


async def _next_event(
    stream: trio.SocketStream, conn: h11.Connection
) -> h11.Request | h11.Data | h11.EndOfMessage | None:
    while True:
        await trio.lowlevel.checkpoint()
        try:
            event = conn.next_event()
        except h11.RemoteProtocolError:
            # The input is not HTTP, or ended inside a request.
            return None
        if isinstance(event, (h11.Request, h11.Data, h11.EndOfMessage)):
            return event
        if event is not h11.NEED_DATA:
            return None
        if conn.they_are_waiting_for_100_continue:
            go_on = h11.InformationalResponse(status_code=100, headers=[], reason=b"Continue")
            await stream.send_all(conn.send(go_on) or b"")
        conn.receive_data(await _receive(stream))


async def _read_request(stream: trio.SocketStream, conn: h11.Connection) -> HttpRequest | None:
    head: h11.Request | None = None
    body = bytearray()
    while True:
        event = await _next_event(stream, conn)
        if isinstance(event, h11.Request):
            head = event
        elif isinstance(event, h11.Data):
            body += event.data
        elif event is not None and head is not None:
            return _finished(head, bytes(body))
        else:
            return None


def _finished(head: h11.Request, body: bytes) -> HttpRequest:
    headers = {name.decode("latin-1"): value.decode("latin-1") for name, value in head.headers}
    return HttpRequest(
        method=head.method.decode("ascii"),
        target=head.target.decode("latin-1"),
        headers=headers,
        body=_decompressed(body, headers.get("content-encoding", "identity")),
    )


def _decompressed(body: bytes, encoding: str) -> bytes:
    if encoding == "gzip":
        return gzip.decompress(body)
    if encoding == "deflate":
        return zlib.decompress(body)
    return body
