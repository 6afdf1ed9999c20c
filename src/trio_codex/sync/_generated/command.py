"""Blocking face of `_client/command.py`, generated from its source.

Do not edit: `python -m schema.generator` writes this file.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, final

from .command_streams import CommandInput, CommandOutput

if TYPE_CHECKING:
    from types import TracebackType
    from typing import Self

    from ..._client.command import AsyncCommandHandle, CommandResult
    from .app_server import BlockingAppServerClient

__all__ = ["CommandHandle"]


@final
class CommandHandle:
    """A command that runs on the server.

    As a context manager it is the command's scope: leaving the block kills a command that still
    runs, with the processes of its process group. Without `with`, a command runs until it ends, is
    terminated, or the client closes.
    """

    def __init__(self, client: BlockingAppServerClient, held: AsyncCommandHandle) -> None:
        self._client = client
        self._portal = client.portal
        self._async = held
        self._stdin = CommandInput(client, held._stdin)
        self._stdout = CommandOutput(client, held._stdout)
        self._stderr = CommandOutput(client, held._stderr)

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
    def stdin(self) -> CommandInput:
        """The stream that the command reads."""
        return self._stdin

    @property
    def stdout(self) -> CommandOutput:
        """The output of the command; on a terminal also that of stderr."""
        return self._stdout

    @property
    def stderr(self) -> CommandOutput:
        """The error output of the command; empty on a terminal."""
        return self._stderr

    def __repr__(self) -> str:
        return repr(self._async).replace("<Async", "<", 1)

    def __enter__(self) -> Self:
        """Returns the handle; the block is the command's scope."""
        self._portal.run(self._async.__aenter__)
        return self

    def __exit__(
        self,
        exc_type: type[BaseException] | None,
        exc: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        """Kills the command if it still runs, and waits for its end.

        Bounded by `AppServerConfig.interrupt_timeout`.
        """
        self._portal.leave(self._async.__aexit__, exc_type, exc, traceback)

    def wait(self, *, timeout: float | None = None) -> int:
        """Waits for the end of the command and returns its exit code.

        A command that reads its stdin to the end does not end before `stdin` is closed.

        Args:
            timeout: seconds after which `TimeoutError` is raised and the command runs on; `None`
                waits.

        Raises:
            InvalidArgumentError: `timeout` is not a positive, finite number.
            TimeoutError: the command has not ended within `timeout` seconds.
            CommandTimeoutError: it was killed when its `timeout` was over.
            CommandOutputError: it was killed because too much of its output was unread.
            AppServerError: the connection has ended.

        On Ctrl+C, and when the `timeout` is over, the command runs on.
        """
        return self._portal.run_within(timeout, "the command has not ended", self._async.wait)

    def run(self) -> CommandResult:
        """Closes stdin, waits for the end of the command and returns its result.

        Raises:
            CommandTimeoutError: it was killed when its `timeout` was over; `result` has its output.
            CommandOutputError: it was killed because too much of its output was unread; `result`
                has the output up to there.
            AppServerError: the connection has ended.

        On Ctrl+C, the command is killed.
        """
        return self._portal.run(self._async.run)

    def terminate(self) -> None:
        """Kills the command and the processes of its process group (`command/exec/terminate`).

        `wait` then returns 137. A command that has ended is sent no request.

        Raises:
            AppServerError: the server refused, or the connection has ended.

        On Ctrl+C, the command may have been killed.
        """
        self._portal.run(self._async.terminate)

    def resize(self, size: tuple[int, int]) -> None:
        """Changes the size of the command's terminal (`command/exec/resize`).

        A command that has ended is sent no request.

        Args:
            size: rows and columns, or what `os.get_terminal_size()` returns.

        Raises:
            InvalidArgumentError: the size is wrong; nothing was sent.
            InvalidRequestError: the command has no terminal: it was started without `tty=True`.
            AppServerError: the server refused, or the connection has ended.

        On Ctrl+C, the size may have changed.
        """
        self._portal.run(self._async.resize, size)
