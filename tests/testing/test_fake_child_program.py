"""What the program of the fake child does with its frames, looked at from inside of it.

As a child it runs isolated, where nothing measures it; here its duties run in this process.
"""

from __future__ import annotations

import json
import os
import signal
import socket
import struct
import sys
import threading
from collections.abc import Callable, Iterator

import pytest

from trio_codex.testing.app_server import child_program as program

HEADER = struct.Struct(">cI")
SECONDS = 20.0


class Ended(BaseException):
    """Stands for the end of the process."""


class World:
    """The `os` of the program: it has an input of its own, and an end that can be caught."""

    def __init__(self) -> None:
        self.input: list[bytes] = []
        self.closed: list[int] = []
        self.written: dict[int, bytes] = {1: b"", 2: b""}
        self.broken = False
        self.killed: list[int] = []
        self.getpid: Callable[[], int] = os.getpid

    def read(self, descriptor: int, size: int) -> bytes:
        assert descriptor == 0
        if not self.input:
            raise OSError("it was closed")
        return self.input.pop(0)

    def write(self, descriptor: int, data: memoryview) -> int:
        if self.broken:
            raise OSError("nobody reads")
        piece = bytes(data[:1000])
        self.written[descriptor] += piece
        return len(piece)

    def close(self, descriptor: int) -> None:
        self.closed.append(descriptor)

    def kill(self, pid: int, number: int) -> None:
        assert pid == os.getpid()
        self.killed.append(number)
        raise Ended(f"signal {number}")

    def _exit(self, code: int) -> None:
        raise Ended(f"exit {code}")


@pytest.fixture
def world(monkeypatch: pytest.MonkeyPatch) -> World:
    world = World()
    monkeypatch.setattr(program, "os", world)
    return world


@pytest.fixture
def ends() -> Iterator[tuple[socket.socket, socket.socket]]:
    test, child = socket.socketpair()
    for end in (test, child):
        end.settimeout(SECONDS)
    with test, child:
        yield test, child


def frame(kind: bytes, payload: bytes = b"") -> bytes:
    return HEADER.pack(kind, len(payload)) + payload


def frames(end: socket.socket) -> Iterator[tuple[bytes, bytes]]:
    with end.makefile("rb") as stream:
        while header := stream.read(HEADER.size):
            kind, size = HEADER.unpack(header)
            yield kind, stream.read(size)


def obey(ends: tuple[socket.socket, socket.socket], *orders: bytes) -> program.Child:
    """Lets a child obey until the test is gone."""
    test, end = ends
    child = program.Child(end)
    test.sendall(b"".join(orders))
    test.shutdown(socket.SHUT_WR)
    with pytest.raises(Ended, match="exit 3"):
        child.obey()
    return child


def test_it_writes_what_it_is_told_wherever_it_is_told(
    world: World, ends: tuple[socket.socket, socket.socket]
) -> None:
    long = (1, "<", "ab", 200_001, ">")
    obey(ends, frame(b"O", b"out"), frame(b"R", b"err"), frame(b"L", json.dumps(long).encode()))
    assert world.written[2] == b"err"
    assert world.written[1] == b"out<" + (b"ab" * 100_001)[:200_001] + b">"


def test_what_nobody_reads_is_dropped(
    world: World, ends: tuple[socket.socket, socket.socket]
) -> None:
    world.broken = True
    obey(ends, frame(b"O", b"out"), frame(b"A", b"7"))
    ends[1].close()
    assert list(frames(ends[0])) == [(b"A", b"7")]


def test_it_closes_and_misbehaves_as_it_is_told(
    world: World, ends: tuple[socket.socket, socket.socket]
) -> None:
    child = obey(ends, frame(b"C"), frame(b"S"))
    assert world.closed == [1]
    assert not child.reading.is_set() and child.ends_with_input
    child.orders[b"G"](b"")
    child.orders[b"F"](b"")
    assert child.reading.is_set() and not child.ends_with_input
    child.orders[b"N"](b"")
    assert world.closed == [1, 0]


def test_its_end_is_the_one_it_is_told(
    world: World, ends: tuple[socket.socket, socket.socket]
) -> None:
    child = program.Child(ends[1])
    with pytest.raises(Ended, match="exit 7"):
        child.orders[b"X"](b"7")
    with pytest.raises(Ended, match="signal 9"):
        child.orders[b"K"](b"9")
    assert world.killed == [9]


def test_what_comes_in_is_passed_on_and_the_end_of_it_is_its_own(
    world: World, ends: tuple[socket.socket, socket.socket]
) -> None:
    world.input = [b"one", b"two", b""]
    child = program.Child(ends[1])
    with pytest.raises(Ended, match="exit 0"):
        child.pass_input_on()
    # Told to live on, it does, also when its stdin was closed under it.
    child.orders[b"F"](b"")
    child.pass_input_on()
    ends[1].close()
    assert list(frames(ends[0])) == [(b"I", b"one"), (b"I", b"two"), (b"E", b""), (b"E", b"")]


def test_it_says_who_it_is_to_the_test_that_wrote_its_command(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[tuple[bytes, bytes]] = []
    with socket.create_server(("127.0.0.1", 0)) as listener:
        listener.settimeout(SECONDS)

        def serve() -> None:
            connection, _ = listener.accept()
            with connection:
                connection.settimeout(SECONDS)
                told.extend(frames(connection))

        thread = threading.Thread(target=serve)
        thread.start()
        port = listener.getsockname()[1]
        monkeypatch.setattr(sys, "argv", ["program", str(port), "secret"])
        monkeypatch.setattr(signal, "signal", lambda *_: None)
        # Its two duties are looked at elsewhere.
        monkeypatch.setattr(program.Child, "pass_input_on", lambda _: None)
        monkeypatch.setattr(program.Child, "obey", lambda child: child.connection.close())
        program.main()
        # Not after the listener is closed: the program may be done before it was let in.
        thread.join(SECONDS)
    assert not thread.is_alive()
    assert told[0][0] == b"H"
    assert told[0][1] == b"secret%d" % os.getpid()
