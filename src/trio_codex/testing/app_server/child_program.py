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

    def tell(self, kind: bytes, payload: bytes = b"") -> None:
        """Sends a frame to the test."""
        with self.sending:
            self.connection.sendall(HEADER.pack(kind, len(payload)) + payload)

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
            getattr(self, f"on_{kind.decode()}")(self.exactly(size))

    def exactly(self, size: int) -> bytes:
        """Receives this many bytes from the test; ends the process when the test has ended."""
        data = bytearray()
        while len(data) < size:
            piece = self.connection.recv(min(size - len(data), 1 << 20))
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

    def on_O(self, payload: bytes) -> None:  # noqa: N802 - named after the frame's letter
        """Writes to stdout."""
        self.write(1, payload)

    def on_R(self, payload: bytes) -> None:  # noqa: N802
        """Writes to stderr."""
        self.write(2, payload)

    def on_L(self, payload: bytes) -> None:  # noqa: N802
        """Writes a long text of which the frame holds only one period."""
        order = json.loads(payload)
        descriptor = order["descriptor"]
        self.write(descriptor, order["before"].encode())
        fill, count = order["fill"].encode(), order["count"]
        block = fill * max(1, PIECE // len(fill))
        for start in range(0, count, len(block)):
            self.write(descriptor, block[: count - start])
        self.write(descriptor, order["after"].encode())

    def on_C(self, _: bytes) -> None:  # noqa: N802
        """Closes stdout."""
        os.close(1)

    def on_N(self, _: bytes) -> None:  # noqa: N802
        """Closes stdin; the reading thread may still hold it for one more piece."""
        self.ends_with_input = False
        os.close(0)

    def on_S(self, _: bytes) -> None:  # noqa: N802
        """Stops reading stdin."""
        self.reading.clear()

    def on_G(self, _: bytes) -> None:  # noqa: N802
        """Reads stdin again."""
        self.reading.set()

    def on_F(self, _: bytes) -> None:  # noqa: N802
        """Stays alive after the end of stdin."""
        self.ends_with_input = False

    def on_T(self, _: bytes) -> None:  # noqa: N802
        """Ignores SIGTERM."""
        signal.signal(signal.SIGTERM, signal.SIG_IGN)

    def on_P(self, _: bytes) -> None:  # noqa: N802
        """Starts a process, in its own session, that holds this one's stdout."""
        process = subprocess.Popen(
            (sys.executable, "-I", "-S", "-c", GRANDCHILD),
            stdin=self.connection.fileno(),
            start_new_session=True,
        )
        self.grandchildren.append(process)
        self.tell(b"P", str(process.pid).encode())

    def on_X(self, payload: bytes) -> None:  # noqa: N802
        """Exits with this code."""
        os._exit(int(payload))

    def on_K(self, payload: bytes) -> None:  # noqa: N802
        """Kills itself with this signal."""
        number = int(payload)
        if hasattr(signal, "SIGTERM") and number == signal.SIGTERM:
            signal.signal(signal.SIGTERM, signal.SIG_DFL)
        os.kill(os.getpid(), number)
        time.sleep(10)

    def on_A(self, payload: bytes) -> None:  # noqa: N802
        """Confirms that all frames before this one were executed."""
        self.tell(b"A", payload)


def main() -> None:
    """Connects to the test that wrote the command line and serves it."""
    port, token = int(sys.argv[1]), sys.argv[2]
    connection = socket.create_connection(("127.0.0.1", port), timeout=10)
    connection.settimeout(None)
    connection.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
    # Like the runtime, which exits with 0 on SIGTERM.
    signal.signal(signal.SIGTERM, lambda *_: os._exit(0))
    child = Child(connection)
    child.tell(b"H", json.dumps({"token": token, "pid": os.getpid()}).encode())
    threading.Thread(target=child.pass_input_on, daemon=True).start()
    child.obey()


if __name__ == "__main__":
    main()
