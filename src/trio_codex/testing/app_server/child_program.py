"""Turns a socket's frames into what a child process does: run as a script, with nothing installed.

The script of the test stays in the test's process. This program passes on what comes in on stdin,
writes what it is told to, and misbehaves as it is told to.
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
# A process that holds the inherited stdout until the test is gone: no orphan stays behind. It has
# the connection as its stdin and only looks for its end; what is in it is not for this process.
GRANDCHILD = """
import select
poll = select.poll()
poll.register(0, getattr(select, "POLLRDHUP", 0))
poll.poll(60000)
"""


class Child:
    """The child's two duties: reading stdin in a thread, and obeying in the main one."""

    def __init__(self, connection: socket.socket) -> None:
        self.connection = connection
        self.reading = threading.Event()
        self.reading.set()
        self.ends_with_input = True
        self.sending = threading.Lock()
        self.grandchildren: list[subprocess.Popen[bytes]] = []

    def tell(self, kind: bytes, payload: bytes = b"") -> None:
        """Sends a frame to the test."""
        with self.sending:
            self.connection.sendall(HEADER.pack(kind, len(payload)) + payload)

    def pass_input_on(self) -> None:
        """Sends what comes in on stdin to the test, to its end."""
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
        """Does what the test says, until it is gone."""
        while True:
            header = self.exactly(HEADER.size)
            kind, size = HEADER.unpack(header)
            getattr(self, f"on_{kind.decode()}")(self.exactly(size))

    def exactly(self, size: int) -> bytes:
        data = bytearray()
        while len(data) < size:
            piece = self.connection.recv(min(size - len(data), 1 << 20))
            if not piece:
                os._exit(3)  # The test has ended, and everything ends with it.
            data += piece
        return bytes(data)

    def write(self, descriptor: int, data: bytes) -> None:
        view = memoryview(data)
        try:
            while view:
                view = view[os.write(descriptor, view) :]
        except OSError:
            pass  # The client reads no more, or the stream was closed.

    def on_O(self, payload: bytes) -> None:  # noqa: N802 - named by the frame's letter
        self.write(1, payload)

    def on_R(self, payload: bytes) -> None:  # noqa: N802
        self.write(2, payload)

    def on_L(self, payload: bytes) -> None:  # noqa: N802
        """Writes a long piece that nobody has to send through the socket."""
        order = json.loads(payload)
        descriptor = order["descriptor"]
        self.write(descriptor, order["before"].encode())
        fill, count = order["fill"].encode(), order["count"]
        block = fill * max(1, PIECE // len(fill))
        for start in range(0, count, len(block)):
            self.write(descriptor, block[: count - start])
        self.write(descriptor, order["after"].encode())

    def on_C(self, _: bytes) -> None:  # noqa: N802
        os.close(1)

    def on_N(self, _: bytes) -> None:  # noqa: N802
        """Closes stdin; the reading thread may still hold it for one more piece."""
        self.ends_with_input = False
        os.close(0)

    def on_S(self, _: bytes) -> None:  # noqa: N802
        self.reading.clear()

    def on_G(self, _: bytes) -> None:  # noqa: N802
        self.reading.set()

    def on_F(self, _: bytes) -> None:  # noqa: N802
        self.ends_with_input = False

    def on_T(self, _: bytes) -> None:  # noqa: N802
        signal.signal(signal.SIGTERM, signal.SIG_IGN)

    def on_P(self, _: bytes) -> None:  # noqa: N802
        """Starts a process that holds this one's stdout, in a session of its own."""
        process = subprocess.Popen(
            (sys.executable, "-I", "-S", "-c", GRANDCHILD),
            stdin=self.connection.fileno(),
            start_new_session=True,
        )
        self.grandchildren.append(process)
        self.tell(b"P", str(process.pid).encode())

    def on_X(self, payload: bytes) -> None:  # noqa: N802
        os._exit(int(payload))

    def on_K(self, payload: bytes) -> None:  # noqa: N802
        number = int(payload)
        if hasattr(signal, "SIGTERM") and number == signal.SIGTERM:
            signal.signal(signal.SIGTERM, signal.SIG_DFL)
        os.kill(os.getpid(), number)
        time.sleep(10)

    def on_A(self, payload: bytes) -> None:  # noqa: N802
        """Says that everything up to here was done."""
        self.tell(b"A", payload)


def main() -> None:
    """Connects to the test that wrote the command line and serves it."""
    port, token = int(sys.argv[1]), sys.argv[2]
    connection = socket.create_connection(("127.0.0.1", port), timeout=10)
    connection.settimeout(None)
    connection.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
    # As the runtime: SIGTERM is an orderly end.
    signal.signal(signal.SIGTERM, lambda *_: os._exit(0))
    child = Child(connection)
    child.tell(b"H", json.dumps({"token": token, "pid": os.getpid()}).encode())
    threading.Thread(target=child.pass_input_on, daemon=True).start()
    child.obey()


if __name__ == "__main__":
    main()
