"""Sockets to a server that runs already: TCP, TLS and Unix domain sockets, as byte streams."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING, Final, final

import trio

from ..errors import TransportClosedError
from .address import reachable
from .base import ExitInfo
from .pipes import StreamReader, StreamWriter

if sys.platform != "win32":
    from .pipes import FdReader, FdWriter

if TYPE_CHECKING:
    import ssl

    from .address import Address
    from .pipes import PipeReader, PipeWriter

__all__ = ["SocketTransport", "open_socket"]


async def open_socket(
    address: Address, ssl_context: ssl.SSLContext | None, close_timeout: float
) -> SocketTransport:
    """Connects to a server, over TLS if its address is secure.

    Raises:
        TransportClosedError: nobody listens there, the host is unknown, or TLS failed.

    Cancelled, nothing is left open.
    """
    stream: trio.SocketStream
    try:
        if address.path is not None:
            stream = await trio.open_unix_socket(reachable(address.path))
        else:
            assert address.host is not None
            stream = await trio.open_tcp_stream(address.host, address.port)
        if address.secure:
            assert ssl_context is not None
            return await _over_tls(stream, address, ssl_context, close_timeout)
    except (OSError, trio.BrokenResourceError) as error:
        raise TransportClosedError(f"could not connect to {address}: {_reason(error)}") from error
    if sys.platform == "win32":
        return SocketTransport(StreamReader(stream), StreamWriter(stream), close_timeout, stream)
    else:  # noqa: RET505 - for the type checker, which has no FdReader elsewhere
        # File descriptors, because Trio's streams have no way to read or write without waiting.
        number = stream.socket.detach()
        reader = FdReader(number)
        return SocketTransport(reader, FdWriter(os.dup(number)), close_timeout)


async def _over_tls(
    stream: trio.SocketStream, address: Address, context: ssl.SSLContext, close_timeout: float
) -> SocketTransport:
    # Messages have lengths of their own, so an end without TLS's own farewell is no attack.
    secured = trio.SSLStream(stream, context, server_hostname=address.host, https_compatible=True)
    try:
        await secured.do_handshake()
    except BaseException:
        await trio.aclose_forcefully(stream)  # noqa: ASYNC102 - does not wait
        raise
    return SocketTransport(StreamReader(secured), StreamWriter(secured), close_timeout, secured)


def _reason(error: BaseException) -> str:
    """Returns what went wrong: the last cause says it, Trio's own errors only say where."""
    while error.__cause__ is not None:
        error = error.__cause__
    group = getattr(error, "exceptions", None)  # one for each address of the host
    if group:
        return "; ".join(dict.fromkeys(map(_reason, group)))
    return getattr(error, "strerror", None) or str(error) or type(error).__name__


@final
class SocketTransport:
    """A byte stream over a socket.

    Attributes:
        linger: whether closing waits for the server to close first, within the close timeout.
            Closing a socket with unread data resets the connection, which may take from the server
            what was sent last.
    """

    coalesces: Final = True

    def __init__(
        self,
        reader: PipeReader,
        writer: PipeWriter,
        close_timeout: float,
        stream: trio.abc.Stream | None = None,
    ) -> None:
        self._reader = reader
        self._writer = writer
        self._close_timeout = close_timeout
        self._stream = stream
        self._closing = trio.Event()
        self._closed = trio.Event()
        self._owner_pid = os.getpid()
        self.linger: bool = True

    async def receive(self) -> bytes:
        """See `Transport.receive`."""
        self._check_open()
        return await self._reader.receive()

    def receive_nowait(self) -> bytes | None:
        """See `Transport.receive_nowait`."""
        self._check_open()
        return self._reader.receive_nowait()

    def send_nowait(self, data: bytes) -> int:
        """See `Transport.send_nowait`."""
        return self._writer.send_nowait(data)

    async def send(self, data: bytes) -> None:
        """See `Transport.send`."""
        await self._writer.send(data)

    async def drain_diagnostics(self) -> None:
        """See `Transport.drain_diagnostics`; a socket has none."""
        await self._closing.wait()

    async def wait_exited(self) -> None:
        """See `Transport.wait_exited`; a server that has ended closes the socket."""
        await self._closed.wait()

    def exit_info(self) -> ExitInfo:
        """See `Transport.exit_info`; nothing is known of another machine's process."""
        return ExitInfo()

    async def aclose(self) -> None:
        """See `Transport.aclose`; the server is not stopped."""
        with trio.CancelScope(shield=True):
            if self._closing.is_set():
                await self._closed.wait()
                return
            self._closing.set()
            try:
                if os.getpid() == self._owner_pid:
                    await self._finish()
            finally:
                self._writer.close()
                self._reader.close()
                self._closed.set()

    async def _finish(self) -> None:
        with trio.move_on_after(self._close_timeout):
            if self._stream is not None:
                # With TLS: says that no more will come, and closes.
                await self._stream.aclose()
                return
            self._reader.release()
            while self.linger and await self._read():
                pass

    async def _read(self) -> bytes:
        try:
            return await self._reader.receive()
        except (trio.BrokenResourceError, trio.ClosedResourceError):
            return b""

    def _check_open(self) -> None:
        if self._closing.is_set():
            raise trio.ClosedResourceError("this connection is closed")
