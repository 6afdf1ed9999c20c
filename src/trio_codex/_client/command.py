"""Command handles: a command on the server, its streams and its result."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING, Any, final

import attrs
import trio

from .._hints import exported
from .._session.command import CommandChannel, stop_command
from ..errors import (
    CommandError,
    CommandOutputError,
    CommandTimeoutError,
    InvalidArgumentError,
    InvalidRequestError,
    fresh,
)
from .command_options import command_params, command_words, output_limit, wire_size
from .command_streams import AsyncCommandInput, AsyncCommandOutput

if TYPE_CHECKING:
    import os
    from collections.abc import Sequence
    from types import TracebackType
    from typing import Self

    from ..protocol import JsonValue
    from .app_server import AppServerClient

__all__ = [
    "AsyncCommandHandle",
    "CommandResult",
    "open_command",
    "run_command",
]

_OUTPUT = "command/exec/outputDelta"
# In the refusal of a request about a command that has ended.
_GONE = "no active command/exec"


@final
@attrs.frozen(kw_only=True)
class CommandResult:
    """The end of a command, and its output.

    Attributes:
        argv: the program and its arguments.
        returncode: the exit code; 128 plus the signal's number for a command that a signal ended.
        stdout: the output that was not read from the handle's stream; on a terminal also that of
            stderr.
        stderr: the same for stderr.
    """

    argv: tuple[str, ...]
    returncode: int
    stdout: bytes
    stderr: bytes

    def to_json(self) -> JsonValue:
        """Returns the result as plain JSON; output that is not UTF-8 has replacement characters."""
        return {
            "argv": list(self.argv),
            "returncode": self.returncode,
            "stdout": self.stdout.decode(errors="replace"),
            "stderr": self.stderr.decode(errors="replace"),
        }


@final
class AsyncCommandHandle:
    """A command that runs on the server.

    As an async context manager it is the command's scope: leaving the block kills a command that
    still runs, with the processes of its process group. Without `async with`, a command runs until
    it ends, is terminated, or the client closes.
    """

    def __init__(
        self, client: AppServerClient, channel: CommandChannel, argv: tuple[str, ...]
    ) -> None:
        self._client = client
        self._connection = client._require()
        self._channel = channel
        self._argv = argv
        self._stdin = AsyncCommandInput(self)
        self._stdout = AsyncCommandOutput(self, "stdout")
        self._stderr = AsyncCommandOutput(self, "stderr")

    @property
    def argv(self) -> tuple[str, ...]:
        """The program and its arguments."""
        return self._argv

    @property
    def process_id(self) -> str:
        """The id by which requests name the command; not the process id of its system."""
        return self._channel.process_id

    @property
    def returncode(self) -> int | None:
        """The exit code; `None` while the command runs.

        It is 128 plus the signal's number for a command that a signal ended.
        """
        return self._channel.returncode

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
        return f"<AsyncCommandHandle of {self._argv[0]!r}, {self._state}>"

    @property
    def _state(self) -> str:
        channel = self._channel
        if not channel.done.is_set():
            return "running"
        return "lost" if channel.returncode is None else f"exit code {channel.returncode}"

    async def __aenter__(self) -> Self:
        """Returns the handle; the block is the command's scope."""
        self._connection.check_run()
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
        await self._leave()  # noqa: ASYNC102 - shielded and bounded inside

    async def _leave(self) -> None:
        await stop_command(self._connection, self._channel)

    async def wait(self) -> int:
        """Waits for the end of the command and returns its exit code.

        A command that reads its stdin to the end does not end before `stdin` is closed.

        Raises:
            CommandTimeoutError: it was killed when its `timeout` was over.
            CommandOutputError: it was killed because too much of its output was unread.
            AppServerError: the connection has ended.

        Cancelled, the command runs on.
        """
        if not self._channel.done.is_set():
            self._connection.check_run()
        await self._channel.done.wait()
        self._raise_failure()
        assert self._channel.returncode is not None
        return self._channel.returncode

    async def run(self) -> CommandResult:
        """Closes stdin, waits for the end of the command and returns its result.

        Raises:
            CommandTimeoutError: it was killed when its `timeout` was over; `result` has its output.
            CommandOutputError: it was killed because too much of its output was unread; `result`
                has the output up to there.
            AppServerError: the connection has ended.

        Cancelled, the command is killed.
        """
        try:
            await self._stdin.aclose()
            await self._channel.done.wait()
        except BaseException:
            await self._leave()  # noqa: ASYNC102 - shielded and bounded inside
            raise
        returncode = self._channel.returncode
        result = None if returncode is None else self._take_result(returncode)
        self._raise_failure(result)
        assert result is not None
        return result

    async def terminate(self) -> None:
        """Kills the command and the processes of its process group (`command/exec/terminate`).

        `wait` then returns 137. A command that has ended is sent no request.

        Raises:
            AppServerError: the server refused, or the connection has ended.

        Cancelled, the command may have been killed.
        """
        await self._control("command/exec/terminate", {})

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
        await self._control("command/exec/resize", {"size": wire_size(size)})

    async def _control(self, method: str, params: dict[str, JsonValue]) -> bool:
        """Sends a request about the command; false if it has ended."""
        channel = self._channel
        await trio.lowlevel.checkpoint_if_cancelled()
        if channel.done.is_set() and self._connection.failure is None:
            return False
        try:
            await channel.control(method, params)
        except InvalidRequestError as error:
            if _GONE not in error.message:
                raise
            return False
        return True

    def _raise_failure(self, result: CommandResult | None = None) -> None:
        channel = self._channel
        if channel.failure is not None:
            raise fresh(channel.failure)
        if channel.overflown is not None:
            limit = channel.outputs[channel.overflown].limit
            raise CommandOutputError(
                f"{self._argv[0]!r} was killed: more than {limit} bytes of its "
                f"{channel.overflown} were unread; read the stream while the command runs, or "
                "give `capture` a larger number",
                result=result,
            )
        if channel.timed_out:
            message = f"{self._argv[0]!r} did not end within {channel.timeout:g} s and was killed"
            raise CommandTimeoutError(message, result=result)

    def _take_result(self, returncode: int) -> CommandResult:
        outputs = self._channel.outputs
        return CommandResult(
            argv=self._argv,
            returncode=returncode,
            stdout=outputs["stdout"].take(),
            stderr=outputs["stderr"].take(),
        )


async def open_command(
    client: AppServerClient, argv: Sequence[str | os.PathLike[str]], options: dict[str, object]
) -> AsyncCommandHandle:
    """Starts a command, and returns its handle when it has been spawned."""
    return await _start(client, argv, options, wait=True)


async def run_command(
    client: AppServerClient,
    argv: Sequence[str | os.PathLike[str]],
    stdin: bytes,
    options: dict[str, object],
) -> CommandResult:
    """Runs a command to its end."""
    if not isinstance(stdin, (bytes, bytearray, memoryview)):
        raise InvalidArgumentError(f"stdin must be bytes, not {type(stdin).__name__}")
    # Only input needs a command that has been spawned: output and the end come by themselves.
    command = await _start(client, argv, options, wait=bool(stdin))
    try:
        if stdin:
            with suppress(CommandError):  # It may end before it has read everything.
                await command.stdin.send_all(stdin)
    except BaseException:
        await command._leave()  # noqa: ASYNC102 - shielded and bounded inside
        raise
    return await command.run()


async def _start(
    client: AppServerClient,
    argv: Sequence[str | os.PathLike[str]],
    options: dict[str, object],
    *,
    wait: bool,
) -> AsyncCommandHandle:
    connection = client._require()
    try:
        words = command_words(argv)
        timeout: Any = options.pop("timeout", None)
        limit = output_limit(options.pop("capture"))
        params = command_params(words, options, timeout)
        if not limit:
            params |= {"disableOutputCap": False, "outputBytesCap": 0}
        if _OUTPUT in client.config.opt_out_notifications:
            raise InvalidArgumentError(f"a command needs {_OUTPUT}: opt_out_notifications names it")
        # With `stdin` open a command that reads it would never end by itself.
        params["streamStdin"] = wait
        wire = client.wire_params("command/exec", {**params, "processId": ""})
    except InvalidArgumentError as error:
        raise error.with_traceback(None) from None
    channel = CommandChannel(connection, limit, timeout)
    assert isinstance(wire, dict)
    await channel.start(wire, wait=wait)
    handle = AsyncCommandHandle(client, channel, words)
    handle._stdin._closed = not wait
    return handle


exported("trio_codex", AsyncCommandHandle, CommandResult)
