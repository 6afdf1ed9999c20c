"""Program of the fake app-server's child process: runs as a script, with nothing installed.

The script of the test stays in the test's process. This program forwards its stdin to the test and
executes the frames that the test sends: writes, closed descriptors, exits, signals.
"""

from __future__ import annotations

import json
import os
import signal
import socket
import struct
import subprocess
import sys
import threading
import time

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable

HEADER = struct.Struct(">cI")
PIECE = 65536
# A process that holds the inherited stdout until the test has ended, so that no orphan remains. Its
# stdin is the connection, which it never reads: it only waits for its end.
GRANDCHILD = """
import select
poll = select.poll()
poll.register(0, getattr(select, "POLLRDHUP", 0))
poll.poll(60000)
"""


class Child:
    """The child: forwards stdin in a thread, and executes frames in the main thread."""

    def __init__(self, connection: socket.socket) -> None:
        self.connection = connection
        self.reading: threading.Event = threading.Event()
        self.reading.set()
        self.ends_with_input: bool = True
        self.sending: threading.Lock = threading.Lock()
        self.grandchildren: list[subprocess.Popen[bytes]] = []
        # What each frame asks for, by its kind; see `ChildControl` and `ChildLink`.
        self.orders: dict[bytes, Callable[[bytes], object]] = {
            b"O": lambda data: self.write(1, data),
            b"R": lambda data: self.write(2, data),
            b"L": self.fill,
            b"C": lambda _: os.close(1),
            b"N": self.close_input,
            b"S": lambda _: self.reading.clear(),
            b"G": lambda _: self.reading.set(),
            b"F": self.keep,
            b"T": lambda _: signal.signal(signal.SIGTERM, signal.SIG_IGN),
            b"P": self.spawn,
            b"X": lambda code: os._exit(int(code)),
            b"K": self.kill,
            b"A": lambda mark: self.tell(b"A", mark),
        }

    def tell(self, kind: bytes, payload: bytes = b"") -> None:
        """Sends a frame to the test; ends the process when the test has ended."""
        try:
            with self.sending:
                self.connection.sendall(HEADER.pack(kind, len(payload)) + payload)
        except OSError:
            os._exit(3)

    def pass_input_on(self) -> None:
        """Forwards stdin to the test until its end."""
        while True:
            self.reading.wait()
            try:
                data = os.read(0, PIECE)
            except OSError:
                data = b""
            if not data:
                break
            self.tell(b"I", data)
        self.tell(b"E")
        if self.ends_with_input:
            os._exit(0)

    def obey(self) -> None:
        """Executes the frames of the test until the test has ended."""
        while True:
            header = self.exactly(HEADER.size)
            kind, size = HEADER.unpack(header)
            self.orders[kind](self.exactly(size))

    def exactly(self, size: int) -> bytes:
        """Receives this many bytes from the test; ends the process when the test has ended."""
        data = bytearray()
        while len(data) < size:
            try:
                piece = self.connection.recv(min(size - len(data), 1 << 20))
            except OSError:  # reset: the test has left what this process had sent
                piece = b""
            if not piece:
                os._exit(3)
            data += piece
        return bytes(data)

    def write(self, descriptor: int, data: bytes) -> None:
        """Writes bytes to stdout or stderr, unless they are closed."""
        view = memoryview(data)
        try:
            while view:
                view = view[os.write(descriptor, view) :]
        except OSError:
            pass  # the client stopped reading, or the stream was closed

    def fill(self, payload: bytes) -> None:
        """Writes a long text of which the frame holds only one period."""
        descriptor, before, fill, count, after = json.loads(payload)
        self.write(descriptor, before.encode())
        block = fill.encode() * max(1, PIECE // len(fill))
        for start in range(0, count, len(block)):
            self.write(descriptor, block[: count - start])
        self.write(descriptor, after.encode())

    def keep(self, _: bytes = b"") -> None:
        """Stays alive after the end of stdin."""
        self.ends_with_input = False

    def close_input(self, _: bytes) -> None:
        """Closes stdin; the reading thread may still hold it for one more piece."""
        self.keep()
        os.close(0)

    def spawn(self, _: bytes) -> None:
        """Starts a process, in its own session, that holds this one's stdout."""
        process = subprocess.Popen(
            (sys.executable, "-I", "-S", "-c", GRANDCHILD),
            stdin=self.connection.fileno(),
            start_new_session=True,
        )
        self.grandchildren.append(process)
        self.tell(b"P", str(process.pid).encode())

    def kill(self, payload: bytes) -> None:
        """Kills itself with this signal."""
        number = int(payload)
        if hasattr(signal, "SIGTERM") and number == signal.SIGTERM:
            signal.signal(signal.SIGTERM, signal.SIG_DFL)
        os.kill(os.getpid(), number)
        time.sleep(10)


def main() -> None:
    """Connects to the test that wrote the command line and serves it."""
    port, token = int(sys.argv[1]), sys.argv[2]
    connection = socket.create_connection(("127.0.0.1", port), timeout=10)
    connection.settimeout(None)
    connection.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
    # Like the runtime, which exits with 0 on SIGTERM.
    signal.signal(signal.SIGTERM, lambda *_: os._exit(0))
    child = Child(connection)
    child.tell(b"H", f"{token}{os.getpid()}".encode())
    threading.Thread(target=child.pass_input_on, daemon=True).start()
    child.obey()


if __name__ == "__main__":
    main()
