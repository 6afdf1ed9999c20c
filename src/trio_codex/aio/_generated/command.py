"""Asyncio face of `_client/command.py`, generated from its source.

Do not edit: `python -m schema.generator` writes this file.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, final

from .command_streams import AsyncCommandInput, AsyncCommandOutput

if TYPE_CHECKING:
    from types import TracebackType
    from typing import Self

    from ..._client.command import AsyncCommandHandle as TrioCommandHandle
    from ..._client.command import CommandResult
    from .app_server import AppServerClient

__all__ = ["AsyncCommandHandle"]


@final
class AsyncCommandHandle:
    """A command that runs on the server.

    As an async context manager it is the command's scope: leaving the block kills a command that
    still runs, with the processes of its process group. Without `async with`, a command runs until
    it ends, is terminated, or the client closes.
    """

    def __init__(self, client: AppServerClient, held: TrioCommandHandle) -> None:
        self._client = client
        self._portal = client.portal
        self._async = held
        self._stdin = AsyncCommandInput(client, held._stdin)
        self._stdout = AsyncCommandOutput(client, held._stdout)
        self._stderr = AsyncCommandOutput(client, held._stderr)

    @property
    def argv(self) -> tuple[str, ...]:
        """The program and its arguments."""
        return self._async.argv

    @property
    def process_id(self) -> str:
        """The id by which requests name the command; not the process id of its system."""
        return self._async.process_id

    @property
    def returncode(self) -> int | None:
        """The exit code; `None` while the command runs.

        It is 128 plus the signal's number for a command that a signal ended.
        """
        return self._async.returncode

    @property
    def stdin(self) -> AsyncCommandInput:
        """The stream that the command reads."""
        return self._stdin

    @property
    def stdout(self) -> AsyncCommandOutput:
        """The output of the command; on a terminal also that of stderr."""
        return self._stdout

    @property
    def stderr(self) -> AsyncCommandOutput:
        """The error output of the command; empty on a terminal."""
        return self._stderr

    def __repr__(self) -> str:
        return repr(self._async)

    async def __aenter__(self) -> Self:
        """Returns the handle; the block is the command's scope."""
        await self._portal.run(self._async.__aenter__)
        return self

    async def __aexit__(
        self,
        exc_type: type[BaseException] | None,
        exc: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        """Kills the command if it still runs, and waits for its end.

        Shielded from cancellation and bounded by `AppServerConfig.interrupt_timeout`.
        """
        await self._portal.leave(self._async.__aexit__, exc_type, exc, traceback)

    async def wait(self) -> int:
        """Waits for the end of the command and returns its exit code.

        A command that reads its stdin to the end does not end before `stdin` is closed.

        Raises:
            CommandTimeoutError: it was killed when its `timeout` was over.
            CommandOutputError: it was killed because too much of its output was unread.
            AppServerError: the connection has ended.

        Cancelled, the command runs on.
        """
        return await self._portal.run(self._async.wait)

    async def run(self) -> CommandResult:
        """Closes stdin, waits for the end of the command and returns its result.

        Raises:
            CommandTimeoutError: it was killed when its `timeout` was over; `result` has its output.
            CommandOutputError: it was killed because too much of its output was unread; `result`
                has the output up to there.
            AppServerError: the connection has ended.

        Cancelled, the command is killed.
        """
        return await self._portal.run(self._async.run)

    async def terminate(self) -> None:
        """Kills the command and the processes of its process group (`command/exec/terminate`).

        `wait` then returns 137. A command that has ended is sent no request.

        Raises:
            AppServerError: the server refused, or the connection has ended.

        Cancelled, the command may have been killed.
        """
        await self._portal.run(self._async.terminate)

    async def resize(self, size: tuple[int, int]) -> None:
        """Changes the size of the command's terminal (`command/exec/resize`).

        A command that has ended is sent no request.

        Args:
            size: rows and columns, or what `os.get_terminal_size()` returns.

        Raises:
            InvalidArgumentError: the size is wrong; nothing was sent.
            InvalidRequestError: the command has no terminal: it was started without `tty=True`.
            AppServerError: the server refused, or the connection has ended.

        Cancelled, the size may have changed.
        """
        await self._portal.run(self._async.resize, size)
