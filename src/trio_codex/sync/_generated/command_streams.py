"""Blocking face of `_client/command_streams.py`, generated from its source.

Do not edit: `python -m schema.generator` writes this file.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, final

if TYPE_CHECKING:
    from typing import Self

    from ..._client.command_streams import AsyncCommandInput, AsyncCommandOutput
    from .app_server import BlockingAppServerClient

__all__ = ["CommandInput", "CommandOutput"]


@final
class CommandInput:
    """The stdin of a command."""

    def __init__(self, client: BlockingAppServerClient, held: AsyncCommandInput) -> None:
        self._client = client
        self._portal = client.portal
        self._async = held

    def __repr__(self) -> str:
        return repr(self._async).replace("<Async", "<", 1)

    def send_all(self, data: bytes | bytearray | memoryview) -> None:
        """Sends bytes to the command (`command/exec/write`).

        Raises:
            InvalidArgumentError: the data is no bytes, or the stream was closed.
            CommandError: the command has ended.
            AppServerError: the connection has ended.

        On Ctrl+C, part of the data may have been sent.
        """
        self._portal.run(self._async.send_all, data)

    def close(self) -> None:
        """Closes the stream, so that the command reads its end; may be called more than once.

        Raises:
            AppServerError: the connection has ended.

        On Ctrl+C, it may have been closed.
        """
        self._portal.leave(self._async.aclose)


@final
class CommandOutput:
    """An output of a command: a stream of bytes, and an iterator over its pieces."""

    def __init__(self, client: BlockingAppServerClient, held: AsyncCommandOutput) -> None:
        self._client = client
        self._portal = client.portal
        self._async = held

    def __repr__(self) -> str:
        return repr(self._async).replace("<Async", "<", 1)

    def receive_some(self, max_bytes: int | None = None) -> bytes:
        """Waits for output and returns it; empty at the end of the stream.

        Args:
            max_bytes: the largest number of bytes to return; default: all that have arrived.

        Raises:
            InvalidArgumentError: `max_bytes` is not a positive int.
            CommandTimeoutError: the command was killed when its `timeout` was over.
            CommandOutputError: the command was killed because too much output was unread.
            AppServerError: the connection has ended.

        On Ctrl+C, no output is lost.
        """
        return self._portal.run(self._async.receive_some, max_bytes)

    def close(self) -> None:
        """Closes the stream: drops its output, also what still comes; the command runs on.

        On Ctrl+C, the stream is closed.
        """
        self._portal.leave(self._async.aclose)

    def __iter__(self) -> Self:
        """Returns the stream itself."""
        return self

    def __next__(self) -> bytes:
        """Returns the next output.

        Raises:
            CommandTimeoutError: the command was killed when its `timeout` was over.
            CommandOutputError: the command was killed because too much output was unread.
            AppServerError: the connection has ended.

        On Ctrl+C, no output is lost.
        """
        data = self.receive_some()
        if not data:
            raise StopIteration
        return data
