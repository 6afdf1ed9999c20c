"""WebSocket over a byte stream: one message for each line of JSON."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING, Final, final

import trio
from websockets.client import ClientProtocol
from websockets.exceptions import InvalidStatus, PayloadTooBig
from websockets.frames import Frame, Opcode
from websockets.protocol import CONNECTING, OPEN
from websockets.uri import WebSocketURI

from ..errors import HandshakeError, ProtocolError
from .sockets import SocketTransport

if TYPE_CHECKING:
    from .._config import AppServerConfig
    from .address import Address
    from .base import ExitInfo, Transport

__all__ = ["MAX_MESSAGE_BYTES", "WebSocketTransport", "open_websocket"]

# What the runtime accepts: 16 MiB in one frame, 64 MiB in one fragmented message. From a larger
# frame on it resets the connection.
MAX_MESSAGE_BYTES: Final = 64 * 1024 * 1024
_MAX_FRAME_BYTES: Final = 16 * 1024 * 1024
# What is written at a time: a slow link that takes a piece is alive.
_PIECE_BYTES: Final = 1024 * 1024
_SHOWN_BODY_CHARS: Final = 200
_DATA: Final = (Opcode.TEXT, Opcode.BINARY, Opcode.CONT)
# The first byte of a text frame that is a whole message.
_WHOLE_TEXT: Final = 0x81
# Logs nothing, however logging is configured: the library logs its messages and the token.
_QUIET: Final = logging.Logger("trio_codex.websocket", logging.CRITICAL + 1)  # noqa: LOG001 - not shared


async def open_websocket(
    stream: Transport, address: Address, authorization: str | None, config: AppServerConfig
) -> WebSocketTransport:
    """Performs the WebSocket handshake on a byte stream, and returns the transport over it.

    Args:
        stream: an open byte stream to the server; closed if the handshake fails.
        address: the server's address.
        authorization: value of the `Authorization` header; `None` sends none.
        config: bounds and timeouts of the connection.

    Raises:
        HandshakeError: the server refused the connection, or is no WebSocket server.
        trio.BrokenResourceError: the connection broke.

    Cancelled, the byte stream is closed.
    """
    uri = WebSocketURI(
        address.secure, address.host or "localhost", address.port, address.resource, ""
    )
    protocol = ClientProtocol(uri, max_size=config.max_line_bytes, logger=_QUIET)
    request = protocol.connect()
    if authorization is not None:
        request.headers["Authorization"] = authorization
    protocol.send_request(request)
    try:
        await stream.send(b"".join(protocol.data_to_send()))
        early = b""
        while protocol.state is CONNECTING and protocol.handshake_exc is None:
            early = await stream.receive()
            if not early:
                protocol.receive_eof()
            # Line by line: what follows the response belongs to the first frame.
            while early and protocol.state is CONNECTING and protocol.handshake_exc is None:
                line, newline, early = early.partition(b"\n")
                protocol.receive_data(line + newline)
        protocol.events_received()
        if protocol.state is OPEN:
            return WebSocketTransport(stream, protocol, early, config)
    except BaseException:
        await stream.aclose()  # noqa: ASYNC102 - shielded and bounded inside
        raise
    _cut(stream)
    await stream.aclose()
    assert protocol.handshake_exc is not None
    status, why = _refusal(protocol.handshake_exc, authorized=authorization is not None)
    info = stream.exit_info()
    refusal = HandshakeError(
        f"could not attach to {address}: {why}",
        exit_code=info.exit_code,
        signal=info.signal,
        stderr_tail=info.stderr_tail,
    )
    refusal.status = status
    raise refusal


def _refusal(error: Exception, *, authorized: bool) -> tuple[int | None, str]:
    """Returns the HTTP status of a refusal, and what to do about it."""
    if not isinstance(error, InvalidStatus):
        return None, f"it does not answer as a WebSocket server ({error})"
    status = error.response.status_code
    body = bytes(error.response.body or b"").decode("utf-8", "replace").strip()
    shown = f": {ascii(body[:_SHOWN_BODY_CHARS])[1:-1]}" if body else ""
    hint = "is it the address of an app-server?"
    if status == 401 and authorized:
        hint = "the token is wrong or has expired"
    elif status == 401:
        hint = "the server requires a token: connect(..., token=...)"
    elif status == 403:
        hint = "the server, or a proxy in front of it, does not admit this client"
    return status, f"HTTP status {status}{shown} ({hint})"


@final
class WebSocketTransport:
    """A transport whose lines are WebSocket messages on another byte stream.

    The engine above reads and writes lines of JSON. A line is sent as one text message without its
    newline, and a message is received as one line.

    Invariants (`tests/transport/test_websocket.py`):

    * Bytes of a frame leave in order and whole: what the stream did not take is in `_outgoing`, and
      nothing is written past it. A line whose frame was taken only in part counts as written but
      for its newline, so that the writer task comes back with the newline and sends the rest.
    * Only `_flush` waits for the stream, under `_lock`, because the writer task and the pings
      share it.
    """

    attached: Final = True
    coalesces: Final = True
    max_message_bytes: Final = MAX_MESSAGE_BYTES

    def __init__(
        self, stream: Transport, protocol: ClientProtocol, early: bytes, config: AppServerConfig
    ) -> None:
        self._stream = stream
        self._protocol = protocol
        self._limit = config.max_line_bytes
        self._ping_interval = config.ping_interval
        self._ping_timeout = config.ping_timeout
        self._outgoing = bytearray()
        self._lock = trio.Lock()
        self._fragments: list[bytes] = []
        self._failure: Exception | None = None
        # Counts what shows that the server is there; set when it sends something.
        self._activity = 0
        self._received: trio.Event = trio.Event()
        # What came in the same read as the end of the handshake, and then the start of a header.
        self._early = early
        # How many bytes the protocol has yet to get of the frame that it reads.
        self._owed = 0

    @property
    def pid(self) -> int | None:
        """The process id of the command that carries the bytes, if there is one."""
        return getattr(self._stream, "pid", None)

    # -- receiving -----------------------------------------------------------------------------

    async def receive(self) -> bytes:
        """See `Transport.receive`; returns whole lines, however long."""
        lines = self._take(b"") if self._early else b""
        while not lines:
            if self._failure is not None:
                raise self._failure
            data = await self._stream.receive()
            if not data:
                self._failure = trio.BrokenResourceError(
                    "the server closed the connection without a close frame"
                )
            lines = self._take(data)
        return lines

    def receive_nowait(self) -> bytes | None:
        """See `Transport.receive_nowait`; returns whole lines."""
        lines = b""
        try:
            while not lines:
                # What ends the connection is raised by `receive`, after what has come before was
                # handed over.
                data = None if self._failure is not None else self._stream.receive_nowait()
                if not data:
                    return None
                lines = self._take(data)
        except trio.BrokenResourceError as error:
            self._failure = error
            return None
        return lines

    def _take(self, data: bytes) -> bytes:
        """Decodes bytes of the stream and returns the lines they complete."""
        self._activity += 1
        self._received.set()
        texts = self._texts(self._early + data)
        protocol = self._protocol
        if protocol.writes:
            self._send_now(b"".join(protocol.data_to_send()))
        if not texts:
            return b""
        texts.append(b"")
        lines = b"\n".join(texts)
        if lines.count(b"\n") >= len(texts):
            # In JSON a newline can only stand between two tokens, where a blank does as well.
            lines = b"\n".join(text.replace(b"\n", b" ") for text in texts)
        return lines

    def _texts(self, data: bytes) -> list[bytes]:
        """Returns the messages that the bytes complete.

        Nearly every frame of a server is a whole message, and is cut out here: that takes a sixth
        of the time that the protocol takes. Every other frame goes through the protocol, and so
        does one that these bytes do not complete.
        """
        texts: list[bytes] = []
        position, size = 0, len(data)
        self._early = b""
        while position < size and self._failure is None:
            if self._owed:
                end = min(position + self._owed, size)
                self._owed -= end - position
                self._decode(data[position:end], texts)
                position = end
                continue
            length, start = data[position + 1] if position + 1 < size else 0, position + 2
            if 126 <= length < 128:  # masked from 128 on, which the protocol refuses
                start += 2 if length == 126 else 8
                length = int.from_bytes(data[position + 2 : start])
            if start > size:
                self._early = data[position:]
                break
            end = start + length
            whole = data[position] == _WHOLE_TEXT and end <= size and length <= self._limit
            if whole and not self._fragments:
                texts.append(data[start:end])
                position = end
            else:
                self._owed = end - position
        return texts

    def _decode(self, data: bytes, texts: list[bytes]) -> None:
        """Has the protocol decode a frame, or a part of one."""
        protocol = self._protocol
        protocol.receive_data(data)
        for frame in protocol.events_received():
            if isinstance(frame, Frame) and frame.opcode in _DATA:
                self._fragments.append(bytes(frame.data))
                if frame.fin:
                    texts.append(b"".join(self._fragments))
                    self._fragments.clear()
        if protocol.parser_exc is not None or protocol.close_rcvd is not None:
            self._failure = self._end()

    def _end(self) -> Exception:
        """Returns why nothing more can come."""
        error, close = self._protocol.parser_exc, self._protocol.close_rcvd
        if isinstance(error, PayloadTooBig):
            return ProtocolError(
                f"a message is longer than the limit of {self._limit} bytes (max_line_bytes)"
            )
        if error is not None:
            return ProtocolError(f"the server broke the WebSocket protocol: {error}")
        assert close is not None
        return trio.BrokenResourceError(
            f"the server closed the connection: {ascii(str(close))[1:-1]}"
        )

    # -- sending -------------------------------------------------------------------------------

    def send_nowait(self, data: bytes) -> int:
        """See `Transport.send_nowait`; takes one line, and all but its newline if it must wait."""
        if self._outgoing or self._lock.locked():
            return 0
        return len(data) - (not self._send_now(_encoded(data)))

    async def send(self, data: bytes) -> None:
        """See `Transport.send`; takes one line, or the newline that `send_nowait` left."""
        if data != b"\n":
            self._outgoing += _encoded(data)
        await self._flush()

    def _send_now(self, data: bytes) -> bool:
        """Writes bytes as far as the stream takes them; whether nothing is left."""
        if self._outgoing or self._lock.locked():
            self._outgoing += data
            return False
        try:
            written = self._stream.send_nowait(data)
        except trio.BrokenResourceError:
            written = 0  # `_flush` gets the same error
        self._outgoing += data[written:]
        return not self._outgoing

    async def _flush(self) -> None:
        async with self._lock:
            while self._outgoing:
                piece = bytes(self._outgoing[:_PIECE_BYTES])
                del self._outgoing[:_PIECE_BYTES]
                await self._stream.send(piece)
                self._activity += 1

    # -- life ----------------------------------------------------------------------------------

    async def drain_diagnostics(self) -> None:
        """See `Transport.drain_diagnostics`."""
        await self._stream.drain_diagnostics()

    async def wait_exited(self) -> None:
        """Sends pings while the server is silent, and returns never.

        Raises:
            trio.BrokenResourceError: the server did not answer in time.

        Cancelled, a ping may be on its way: only closing may follow.
        """
        while True:
            activity = self._activity
            await trio.sleep(self._ping_interval)
            if activity != self._activity and not self._outgoing:
                continue
            self._send_now(Frame(Opcode.PING, b"").serialize(mask=True))
            while not await self._answered():
                if activity == self._activity:
                    _cut(self._stream)
                    raise trio.BrokenResourceError(
                        f"the server did not answer a ping within {self._ping_timeout:g} s "
                        "(ping_timeout)"
                    )
                activity = self._activity

    async def _answered(self) -> bool:
        self._received = trio.Event()
        # In two halves: after the event loop was blocked, the first may be over although the answer
        # is there, and the reader reads it in the second.
        for _ in range(2):
            with trio.move_on_after(self._ping_timeout / 2):
                if not self._received.is_set():
                    await self._flush()
                await self._received.wait()
                return True
        return False

    def exit_info(self) -> ExitInfo:
        """See `Transport.exit_info`."""
        return self._stream.exit_info()

    async def aclose(self) -> None:
        """See `Transport.aclose`; closes the connection, and leaves the server running."""
        if self._protocol.state is OPEN:
            self._protocol.send_close()
            try:
                self._send_now(b"".join(self._protocol.data_to_send()))
            except trio.ClosedResourceError:
                pass
        await self._stream.aclose()


def _cut(stream: Transport) -> None:
    """Has the end of a stream not wait for a server that may keep its end open."""
    if isinstance(stream, SocketTransport):
        stream.linger = False


def _encoded(line: bytes) -> bytes:
    """Returns the frames of a line, which ends with its newline."""
    text = memoryview(line)[:-1]
    if len(text) <= _MAX_FRAME_BYTES:
        return Frame(Opcode.TEXT, text).serialize(mask=True)
    frames = []
    for start in range(0, len(text), _MAX_FRAME_BYTES):
        opcode = Opcode.CONT if start else Opcode.TEXT
        last = start + _MAX_FRAME_BYTES >= len(text)
        frame = Frame(opcode, text[start : start + _MAX_FRAME_BYTES], fin=last)
        frames.append(frame.serialize(mask=True))
    return b"".join(frames)
