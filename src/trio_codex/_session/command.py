"""Commands on the server: their start, their output, and their end."""

from __future__ import annotations

import binascii
import logging
import os
from collections import deque
from typing import TYPE_CHECKING, Final, final

import trio

from ..errors import AppServerError, InvalidRequestError, ProtocolError, fresh

if TYPE_CHECKING:
    from ..protocol import JsonValue
    from .connection import Connection
    from .pending import PendingRequest
    from .stream import Message

__all__ = ["CommandChannel", "OutputBuffer", "stop_command"]

logger = logging.getLogger("trio_codex.commands")

# The runtime's exit code of a command that it killed after its timeout.
_TIMEOUT_CODE: Final = 124
# Seconds between two requests to a command that may not have been spawned yet.
_FIRST_DELAY: Final = 0.001
_LAST_DELAY: Final = 0.05


@final
class OutputBuffer:
    """The unread output of one stream of a command; filled by the reader without waiting."""

    __slots__ = ("_arrival", "_chunks", "closed", "ended", "limit", "size")

    def __init__(self, limit: int) -> None:
        self._chunks: deque[bytes] = deque()
        self.limit = limit
        self.size: int = 0
        self.ended: bool = False
        self.closed: bool = False
        self._arrival = trio.Event()

    def add(self, data: bytes) -> bool:
        """Keeps output; false, and the end of the stream, if it is more than the limit allows."""
        kept = data[: self.limit - self.size]
        if kept and not self.ended:
            self._chunks.append(kept)
            self.size += len(kept)
            self._wake()
        return len(kept) == len(data)

    def end(self) -> None:
        """Ends the stream after the output it holds."""
        self.ended = True
        self._wake()

    def close(self) -> None:
        """Ends the stream and drops its output."""
        self.closed = True
        self.take()
        self.end()

    def _wake(self) -> None:
        self._arrival.set()
        self._arrival = trio.Event()

    async def receive(self, max_bytes: int | None) -> bytes:
        """Waits for output and takes it; empty at the end of the stream."""
        await trio.lowlevel.checkpoint()
        while not (self._chunks or self.ended):
            await self._arrival.wait()
        return self.take(max_bytes)

    def take(self, max_bytes: int | None = None) -> bytes:
        """Takes the output that is held, up to `max_bytes`."""
        data = b"".join(self._chunks)
        self._chunks.clear()
        taken = data[:max_bytes]
        self.size = len(data) - len(taken)
        if self.size:
            self._chunks.append(data[len(taken) :])
        return taken


@final
class CommandChannel:
    """One command of `command/exec`, from its request to the reply that ends it.

    The server replies when the command has exited, after its last output. No message says that it
    was spawned, and requests that come earlier are refused as if there were no such command; so
    `start` repeats a request that writes nothing until it is accepted, or until output or the
    reply has come. `stop_command` repeats for the same reason.

    The request gives its in-flight slot back once it is written: the server itself does not count
    it among those that it works on, and the commands of a client could otherwise take all slots.

    Attributes:
        process_id: the id that the client chose.
        outputs: the unread output of `stdout` and `stderr`.
        done: set when the command has ended, or the connection has.
        returncode: the exit code, once the command has ended by itself.
        failure: why it was not spawned, or why its end is not known.
        overflown: the name of the stream that was killed for its unread output.
        timeout: the seconds after which the server kills it, if any.
        timed_out: whether it was killed after its timeout.
    """

    def __init__(self, connection: Connection, limit: int, timeout: float | None) -> None:
        self.process_id: str = f"trio-codex-{os.urandom(8).hex()}"
        self.outputs: dict[str, OutputBuffer] = {
            name: OutputBuffer(limit) for name in ("stdout", "stderr")
        }
        self.done: trio.Event = trio.Event()
        self.returncode: int | None = None
        self.failure: AppServerError | None = None
        self.overflown: str | None = None
        self.timed_out: bool = False
        self._connection = connection
        self._table = connection.commands
        self.timeout = timeout
        self._started = trio.Event()
        self._started_at = 0.0
        self._pending: PendingRequest | None = None

    async def start(self, params: Message, *, wait: bool) -> None:
        """Sends the command; with `wait`, returns when it has been spawned.

        Cancelled, the command is killed.
        """
        connection = self._connection
        self._table[self.process_id] = self.take_output
        try:
            pending = await connection.post(
                "command/exec", {**params, "processId": self.process_id}
            )
        except BaseException:
            del self._table[self.process_id]
            raise
        connection.release_slot(pending)
        self._pending = pending
        self._started_at = trio.current_time()
        pending.on_settled = self._on_reply
        if wait:
            try:
                await self._wait_started()
            except BaseException:
                await stop_command(connection, self)  # noqa: ASYNC102 - shielded and bounded inside
                raise

    async def _wait_started(self) -> None:
        delay = _FIRST_DELAY
        while not self._started.is_set():
            try:
                await self.control("command/exec/write", {"deltaBase64": ""})
            except InvalidRequestError:
                with trio.move_on_after(delay):
                    await self._started.wait()
                delay = min(2 * delay, _LAST_DELAY)
            else:
                self._started.set()
        if self.failure is not None:
            raise fresh(self.failure)

    async def control(self, method: str, params: Message) -> JsonValue:
        """Sends a request about the command."""
        return await self._connection.request(method, {"processId": self.process_id, **params})

    # -- called by the reader ----------------------------------------------------------------

    def take_output(self, params: Message) -> None:
        """Keeps a piece of output; kills a command whose unread output is too long."""
        self._started.set()
        name, output = params.get("stream"), self.outputs.get(str(params.get("stream")))
        if output is None or output.ended or not output.limit:
            return
        try:
            data = binascii.a2b_base64(str(params.get("deltaBase64")), strict_mode=True)
        except binascii.Error as error:
            self._fail(ProtocolError(f"output of a command is not base64: {error}"))
            return
        if not output.add(data) or params.get("capReached") is True:
            self.overflown = str(name)
            output.end()
            self._stop_later()

    def _fail(self, error: AppServerError) -> None:
        self.failure = error
        for output in self.outputs.values():
            output.end()
        self._stop_later()

    def _stop_later(self) -> None:
        self._connection.start_task(stop_command, self._connection, self, name="end of a command")

    def _on_reply(self) -> None:
        pending = self._pending
        assert pending is not None
        self._table.pop(self.process_id, None)
        reply = pending.result if isinstance(pending.result, dict) else {}
        code = reply.get("exitCode")
        self.failure = self.failure or pending.error
        if self.failure is None and not isinstance(code, int):
            self.failure = ProtocolError("the reply to command/exec has no exit code")
        elif isinstance(code, int):
            self.returncode = code
            elapsed = trio.current_time() - self._started_at
            # The server's clock starts later than ours, so a command that exits with this code by
            # itself has not run for as long.
            if self.timeout is not None and code == _TIMEOUT_CODE and elapsed >= self.timeout:
                self.timed_out = True
        for output in self.outputs.values():
            output.end()
        self._started.set()
        self.done.set()

    def abandon(self) -> None:
        """Gives the command up, whose end did not come."""
        if self._pending is not None:
            self._connection.abandon(self._pending)
        self._table.pop(self.process_id, None)


async def stop_command(connection: Connection, channel: CommandChannel) -> None:
    """Kills a command that runs and waits for its end.

    Shielded from cancellation and bounded by `interrupt_timeout`.
    """
    if channel.done.is_set() or connection.failure is not None:
        return
    delay = _FIRST_DELAY
    with trio.CancelScope(shield=True) as scope:
        scope.deadline = trio.current_time() + connection.config.interrupt_timeout
        while not channel.done.is_set():
            try:
                params: JsonValue = {"processId": channel.process_id}
                pending = await connection.post("command/exec/terminate", params, urgent=True)
                try:
                    await pending.wait()
                finally:
                    connection.abandon(pending)
                await channel.done.wait()
            except AppServerError as error:
                logger.debug("a command was not killed: %s", error)
                if connection.failure is not None:
                    return
            # It may not have been spawned yet.
            with trio.move_on_after(delay):
                await channel.done.wait()
            delay = min(2 * delay, _LAST_DELAY)
    if not channel.done.is_set():
        logger.warning(
            "a command did not end within %g s after it was killed",
            connection.config.interrupt_timeout,
            extra={"codex_process_id": channel.process_id},
        )
        channel.abandon()
