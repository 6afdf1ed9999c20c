"""Asyncio face of `_client/command_streams.py`, generated from its source.

Do not edit: `python -m schema.generator` writes this file.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, final

if TYPE_CHECKING:
    from typing import Self

    from ..._client.command_streams import AsyncCommandInput as TrioCommandInput
    from ..._client.command_streams import AsyncCommandOutput as TrioCommandOutput
    from .app_server import AppServerClient

__all__ = ["AsyncCommandInput", "AsyncCommandOutput"]


@final
class AsyncCommandInput:
    """The stdin of a command."""

    def __init__(self, client: AppServerClient, held: TrioCommandInput) -> None:
        self._client = client
        self._portal = client.portal
        self._async = held

    def __repr__(self) -> str:
        return repr(self._async)

    async def send_all(self, data: bytes | bytearray | memoryview) -> None:
        """Sends bytes to the command (`command/exec/write`).

        Raises:
            InvalidArgumentError: the data is no bytes, or the stream was closed.
            CommandError: the command has ended.
            AppServerError: the connection has ended.

        Cancelled, part of the data may have been sent.
        """
        await self._portal.run(self._async.send_all, data)

    async def aclose(self) -> None:
        """Closes the stream, so that the command reads its end; may be called more than once.

        Raises:
            AppServerError: the connection has ended.

        Cancelled, it may have been closed.
        """
        await self._portal.leave(self._async.aclose)


@final
class AsyncCommandOutput:
    """An output of a command: a stream of bytes, and an async iterator over its pieces."""

    def __init__(self, client: AppServerClient, held: TrioCommandOutput) -> None:
        self._client = client
        self._portal = client.portal
        self._async = held

    def __repr__(self) -> str:
        return repr(self._async)

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
        return await self._portal.run(self._async.receive_some, max_bytes)

    async def aclose(self) -> None:
        """Closes the stream: drops its output, also what still comes; the command runs on.

        Cancelled, the stream is closed.
        """
        await self._portal.leave(self._async.aclose)

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
