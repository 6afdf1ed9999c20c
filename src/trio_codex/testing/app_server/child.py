"""The link of a fake server to a real child process, and the faults of that process."""

from __future__ import annotations

import json
import secrets
import struct
import sys
from contextlib import asynccontextmanager
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
        self._grandchildren: list[int] = []
        self._spawned = trio.Event()

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
        self._spawned = trio.Event()
        self._tell(b"P", b"")
        await self._spawned.wait()
        return self._grandchildren[-1]

    def _fill(self, descriptor: int, before: str, fill: str, count: int, after: str) -> None:
        order = {
            "descriptor": descriptor,
            "before": before,
            "fill": fill,
            "count": count,
            "after": after,
        }
        self._tell(b"L", json.dumps(order).encode())

    def take(self, kind: bytes, payload: bytes) -> None:
        """Handles a frame of the child other than its stdin."""
        if kind == b"H":
            self.pid = json.loads(payload)["pid"]
            self._started.set()
        elif kind == b"A":
            self._marks[payload].set()
        elif kind == b"P":
            self._grandchildren.append(int(payload))
            self._spawned.set()


@final
class ChildLink:
    """A link to a child process that the client starts; see `Link`."""

    def __init__(self, port: int) -> None:
        self.token: str = secrets.token_hex(16)
        command = (sys.executable, "-I", "-S", str(_PROGRAM), str(port), self.token)
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
        """See `Link.write`."""
        self.tell(b"O", data)

    def close_output(self) -> None:
        """See `Link.close_output`."""
        self.tell(b"C")

    def pause_reading(self) -> None:
        """See `Link.pause_reading`."""
        self.tell(b"S")

    def resume_reading(self) -> None:
        """See `Link.resume_reading`."""
        self.tell(b"G")

    def disconnect(self, *, exit_code: int | None, signal: int | None, stderr: str) -> None:
        """See `Link.disconnect`."""
        if stderr:
            self.tell(b"R", stderr.encode())
        if signal is not None:
            self.tell(b"K", str(signal).encode())
        else:
            self.tell(b"X", str(exit_code or 0).encode())

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
        frames = _Frames(stream)
        async with stream, trio.open_nursery() as nursery:
            kind, payload = await frames.next()
            if kind != b"H" or json.loads(payload)["token"] != self.token:
                raise PermissionError("something else connected to the fake server")
            self.control.take(kind, payload)
            nursery.start_soon(self._write, stream)
            await self._read(frames)
            nursery.cancel_scope.cancel()

    async def _read(self, frames: _Frames) -> None:
        assert self._receive is not None
        while True:
            kind, payload = await frames.next()
            if not kind:
                break
            if kind == b"I":
                self._receive(payload)
            elif kind == b"E":
                break
            else:
                self.control.take(kind, payload)
        self._receive(b"")
        while kind:
            # The client has closed its side; the child may stay alive.
            kind, payload = await frames.next()
            self.control.take(kind, payload)

    async def _write(self, stream: trio.SocketStream) -> None:
        async for frame in self._to_write:
            try:
                await stream.send_all(frame)
            except trio.BrokenResourceError:
                return  # the child has ended


@final
class _Frames:
    """The frames of a stream."""

    def __init__(self, stream: trio.SocketStream) -> None:
        self._stream = stream
        self._buffer = bytearray()

    async def next(self) -> tuple[bytes, bytes]:
        """Returns the next frame's kind and payload; two empty ones at the end."""
        while True:
            if len(self._buffer) >= _HEADER.size:
                kind, size = _HEADER.unpack_from(self._buffer)
                end = _HEADER.size + size
                if len(self._buffer) >= end:
                    payload = bytes(self._buffer[_HEADER.size : end])
                    del self._buffer[:end]
                    return kind, payload
            try:
                data = await self._stream.receive_some(65536)
            except trio.BrokenResourceError:
                data = b""
            if not data:
                return b"", b""
            self._buffer += data


@asynccontextmanager
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
