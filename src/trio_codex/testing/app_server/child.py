"""The link of a fake server to a real child process, and the faults of that process."""

from __future__ import annotations

import contextlib
import json
import secrets
import struct
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Final, final

import trio

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Callable

__all__ = ["ChildControl", "ChildLink", "open_child_link"]

_HEADER: Final = struct.Struct(">cI")
_PROGRAM: Final = Path(__file__).with_name("child_program.py")


@final
class ChildControl:
    """Controls the child of a fake server, in order with the messages that the server sends.

    Attributes:
        command: the child's command line.
        pid: the child's process id; `None` until the client has started it.
    """

    def __init__(self, command: tuple[str, ...], tell: Callable[[bytes, bytes], None]) -> None:
        self.command = command
        self.pid: int | None = None
        self._tell = tell
        self._started = trio.Event()
        self._marks: dict[bytes, trio.Event] = {}
        self._grandchildren, self._spawned = trio.open_memory_channel[int](sys.maxsize)

    async def wait_started(self) -> int:
        """Waits until the client has started the child, and returns its process id.

        Cancelling it changes nothing; bound it with `trio.fail_after`.
        """
        await self._started.wait()
        assert self.pid is not None
        return self.pid

    async def wait_done(self) -> None:
        """Waits until the child has executed every call so far.

        Cancelling it changes nothing; bound it with `trio.fail_after`.
        """
        mark = str(len(self._marks)).encode()
        self._marks[mark] = done = trio.Event()
        self._tell(b"A", mark)
        await done.wait()

    def ignore_end_of_input(self) -> None:
        """Keeps the child alive when its stdin ends."""
        self._tell(b"F", b"")

    def ignore_terminate(self) -> None:
        """Keeps the child alive when it gets SIGTERM."""
        self._tell(b"T", b"")

    def close_input(self) -> None:
        """Closes the child's stdin, so that the client's writes break."""
        self._tell(b"N", b"")

    def write_stderr(self, text: str) -> None:
        """Writes to stderr."""
        self._tell(b"R", text.encode())

    def flood_stderr(self, count: int, line: str = "a line of a log\n") -> None:
        """Writes `count` bytes of repeated lines to stderr."""
        self._fill(2, "", line, count, "")

    def send_filled(self, before: str, count: int, after: str, *, fill: str = "x") -> None:
        """Sends `before`, `count` bytes of `fill` and `after`; the child makes the bytes."""
        self._fill(1, before, fill, count, after)

    async def spawn_grandchild(self) -> int:
        """Lets the child start a process that holds its stdout and outlives it.

        It ends with this server. Returns its process id.

        When it is cancelled, the process may have been started.
        """
        self._tell(b"P", b"")
        return await self._spawned.receive()

    def _fill(self, *order: str | int) -> None:
        self._tell(b"L", json.dumps(order).encode())

    def take(self, kind: bytes, payload: bytes) -> None:
        """Handles a frame of the child other than its stdin."""
        if kind == b"H":
            self.pid = int(payload)
            self._started.set()
        elif kind == b"A":
            self._marks[payload].set()
        elif kind == b"P":
            self._grandchildren.send_nowait(int(payload))


@final
class ChildLink:
    """A link to a child process that the client starts, with the methods of `MemoryLink`."""

    def __init__(self, port: int) -> None:
        token = secrets.token_hex(16)
        command = (sys.executable, "-I", "-S", str(_PROGRAM), str(port), token)
        self.token: bytes = token.encode()
        self.control: ChildControl = ChildControl(command, self.tell)
        self._frames, self._to_write = trio.open_memory_channel[bytes](sys.maxsize)
        self._receive: Callable[[bytes], None] | None = None

    def attach(self, receive: Callable[[bytes], None]) -> ChildLink:
        """Sets the receiver of the child's stdin."""
        self._receive = receive
        return self

    def tell(self, kind: bytes, payload: bytes = b"") -> None:
        """Queues a frame for the child, which may not have started yet."""
        self._frames.send_nowait(_HEADER.pack(kind, len(payload)) + payload)

    def write(self, data: bytes) -> None:
        """Sends bytes to the client."""
        self.tell(b"O", data)

    def close_output(self) -> None:
        """Closes the child's stdout."""
        self.tell(b"C")

    def pause_reading(self) -> None:
        """Stops reading the child's stdin."""
        self.tell(b"S")

    def resume_reading(self) -> None:
        """Reads the child's stdin again."""
        self.tell(b"G")

    def disconnect(self, *, exit_code: int | None, signal: int | None, stderr: str) -> None:
        """Ends the child."""
        if stderr:
            self.control.write_stderr(stderr)
        kind, number = (b"X", exit_code or 0) if signal is None else (b"K", signal)
        self.tell(kind, str(number).encode())

    async def serve(
        self,
        listener: trio.SocketListener,
        *,
        task_status: trio.TaskStatus[None] = trio.TASK_STATUS_IGNORED,
    ) -> None:
        """Accepts the child's connection and transfers frames both ways until it ends."""
        task_status.started()
        async with listener:
            stream = await listener.accept()
        async with stream, trio.open_nursery() as nursery:
            await self._read(stream, nursery)
            nursery.cancel_scope.cancel()

    async def _read(self, stream: trio.SocketStream, nursery: trio.Nursery) -> None:
        assert self._receive is not None
        buffer = bytearray()
        reading = True
        with contextlib.suppress(trio.BrokenResourceError):  # the child was killed
            async for data in stream:
                buffer += data
                while frame := _taken(buffer):
                    kind, payload = frame
                    if self.control.pid is None:
                        if kind != b"H" or not payload.startswith(self.token):
                            raise PermissionError("something else connected to the fake server")
                        nursery.start_soon(self._write, stream)
                        self.control.take(kind, payload.removeprefix(self.token))
                    elif kind == b"I":
                        self._receive(payload)
                    elif kind == b"E":
                        # The client has closed its side; the child may stay alive.
                        reading = False
                        self._receive(b"")
                    else:
                        self.control.take(kind, payload)
        if reading:
            self._receive(b"")

    async def _write(self, stream: trio.SocketStream) -> None:
        async for frame in self._to_write:
            try:
                await stream.send_all(frame)
            except trio.BrokenResourceError:
                return  # the child has ended


def _taken(buffer: bytearray) -> tuple[bytes, bytes] | None:
    """Takes the kind and the payload of a whole frame out of a buffer."""
    if len(buffer) < _HEADER.size:
        return None
    kind, size = _HEADER.unpack_from(buffer)
    end = _HEADER.size + size
    if len(buffer) < end:
        return None
    payload = bytes(buffer[_HEADER.size : end])
    del buffer[:end]
    return kind, payload


@contextlib.asynccontextmanager
async def open_child_link() -> AsyncIterator[ChildLink]:
    """Listens for the child and yields the link to it; the child ends with the block."""
    (listener,) = await trio.open_tcp_listeners(0, host="127.0.0.1")
    link = ChildLink(listener.socket.getsockname()[1])
    plain: BaseException | None = None
    try:
        async with trio.open_nursery() as nursery:
            await nursery.start(link.serve, listener)
            yield link
            nursery.cancel_scope.cancel()
    except BaseExceptionGroup as group:
        # An exception of the block is raised without a group.
        if len(group.exceptions) > 1:
            raise
        plain = group.exceptions[0]
    if plain is not None:
        raise plain
