"""Command streams: what a command reads and writes."""

from __future__ import annotations

from binascii import b2a_base64
from typing import TYPE_CHECKING, final

import trio

from .._hints import exported
from ..errors import CommandError, InvalidArgumentError
from .command_options import is_positive

if TYPE_CHECKING:
    from typing import Self

    from .command import AsyncCommandHandle

__all__ = ["AsyncCommandInput", "AsyncCommandOutput"]

# Bytes of stdin per request.
_WRITE_BYTES = 1 << 18


@final
class AsyncCommandInput:
    """The stdin of a command."""

    def __init__(self, command: AsyncCommandHandle) -> None:
        self._command = command
        self._closed = False

    def __repr__(self) -> str:
        state = "closed" if self._closed else "open"
        return f"<AsyncCommandInput of {self._command.argv[0]!r}, {state}>"

    async def send_all(self, data: bytes | bytearray | memoryview) -> None:
        """Sends bytes to the command (`command/exec/write`).

        Raises:
            InvalidArgumentError: the data is no bytes, or the stream was closed.
            CommandError: the command has ended.
            AppServerError: the connection has ended.

        Cancelled, part of the data may have been sent.
        """
        if not isinstance(data, (bytes, bytearray, memoryview)):
            raise InvalidArgumentError(f"data must be bytes, not {type(data).__name__}")
        if self._closed:
            raise InvalidArgumentError("this stdin was closed and takes no more data")
        data = bytes(data)
        for start in range(0, len(data), _WRITE_BYTES):
            piece = b2a_base64(data[start : start + _WRITE_BYTES], newline=False).decode()
            if not await self._command._control("command/exec/write", {"deltaBase64": piece}):
                raise CommandError(f"{self._command.argv[0]!r} has ended and takes no more data")
        await trio.lowlevel.checkpoint()

    async def aclose(self) -> None:
        """Closes the stream, so that the command reads its end; may be called more than once.

        Raises:
            AppServerError: the connection has ended.

        Cancelled, it may have been closed.
        """
        if self._closed:
            await trio.lowlevel.checkpoint()
            return
        self._closed = True
        await self._command._control("command/exec/write", {"closeStdin": True})


@final
class AsyncCommandOutput:
    """An output of a command: a stream of bytes, and an async iterator over its pieces."""

    def __init__(self, command: AsyncCommandHandle, name: str) -> None:
        self._command = command
        self._name = name
        self._output = command._channel.outputs[name]

    def __repr__(self) -> str:
        state = "ended" if self._output.ended and not self._output.size else "open"
        return f"<AsyncCommandOutput {self._name} of {self._command.argv[0]!r}, {state}>"

    async def receive_some(self, max_bytes: int | None = None) -> bytes:
        """Waits for output and returns it; empty at the end of the stream.

        Args:
            max_bytes: the largest number of bytes to return; default: all that have arrived.

        Raises:
            InvalidArgumentError: `max_bytes` is not a positive int.
            CommandTimeoutError: the command was killed when its `timeout` was over.
            CommandOutputError: the command was killed because too much output was unread.
            AppServerError: the connection has ended.

        Cancelled, no output is lost.
        """
        if max_bytes is not None and not is_positive(max_bytes):
            raise InvalidArgumentError(f"max_bytes must be a positive int, not {max_bytes!r:.80}")
        if not self._output.ended:
            self._command._connection.check_run()
        data = await self._output.receive(max_bytes)
        if not data and not self._output.closed:
            self._command._raise_failure()
        return data

    async def aclose(self) -> None:
        """Closes the stream: drops its output, also what still comes; the command runs on.

        Cancelled, the stream is closed.
        """
        self._output.close()
        await trio.lowlevel.checkpoint()

    def __aiter__(self) -> Self:
        """Returns the stream itself."""
        return self

    async def __anext__(self) -> bytes:
        """Returns the next output.

        Raises:
            CommandTimeoutError: the command was killed when its `timeout` was over.
            CommandOutputError: the command was killed because too much output was unread.
            AppServerError: the connection has ended.

        Cancelled, no output is lost.
        """
        data = await self.receive_some()
        if not data:
            raise StopAsyncIteration
        return data


exported("trio_codex.types", AsyncCommandInput, AsyncCommandOutput)
