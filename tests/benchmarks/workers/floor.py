"""Figures of the bare loop: read the pipe, split the lines, parse them; nothing is kept."""

from __future__ import annotations

import os
import subprocess
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

import orjson

from .common import DELTA, WARM_UP, Job, Stopwatch, Values

READ = 65_536


class Pipe:
    """A child's pipes, without any protocol."""

    def __init__(self, command: list[str]) -> None:
        self.child = subprocess.Popen(
            command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, bufsize=0
        )
        assert self.child.stdin is not None and self.child.stdout is not None
        self.write_fd = self.child.stdin.fileno()
        self.read_fd = self.child.stdout.fileno()
        self.pieces: list[bytes] = []
        self.lines: list[bytes] = []
        self.number = 0

    def send(self, method: str, params: object) -> int:
        """Write a request."""
        self.number += 1
        frame = orjson.dumps({"id": self.number, "method": method, "params": params})
        os.write(self.write_fd, frame + b"\n")
        return self.number

    def read(self) -> list[bytes]:
        """Read once and split; an unfinished line waits as pieces."""
        chunk = os.read(self.read_fd, READ)
        if not chunk:
            raise EOFError
        lines = chunk.split(b"\n")
        if len(lines) == 1:
            self.pieces.append(chunk)
            return []
        if self.pieces:
            self.pieces.append(lines[0])
            lines[0] = b"".join(self.pieces)
        tail = lines.pop()
        self.pieces = [tail] if tail else []
        return lines

    def messages(self) -> Iterator[Any]:
        """Every message, for ever."""
        loads = orjson.loads
        while True:
            for line in self.read():
                yield loads(line)

    def call(self, method: str, params: object = None) -> Any:
        """Send a request and wait for its answer; everything else is dropped."""
        number = self.send(method, params if params is not None else {})
        loads = orjson.loads
        while True:
            found = None
            for line in self.read():
                message = loads(line)
                if message.get("id") == number:
                    found = message["result"]
            if found is not None:
                return found


@contextmanager
def connected(command: list[str]) -> Iterator[Pipe]:
    """An initialised child; it ends with its input."""
    pipe = Pipe(command)
    try:
        info = {"clientInfo": {"name": "floor", "version": "1"}}
        pipe.call("initialize", info | {"capabilities": {"experimentalApi": True}})
        yield pipe
    finally:
        assert pipe.child.stdin is not None and pipe.child.stdout is not None
        pipe.child.stdin.close()
        pipe.child.stdout.close()
        pipe.child.wait(30)


def play(pipe: Pipe, threads: list[str]) -> tuple[Stopwatch, int]:
    """Run one group of turns and count its characters of text."""
    going = {"input": [{"type": "text", "text": "go"}]}
    for thread in threads[:-1]:
        pipe.call("turn/start", going | {"threadId": thread})
    watch = Stopwatch()
    pipe.send("turn/start", going | {"threadId": threads[-1]})
    left, chars = len(threads), 0
    loads = orjson.loads
    while left:
        for line in pipe.read():
            message = loads(line)
            method = message.get("method")
            if method == DELTA:
                chars += len(message["params"]["delta"])
            elif method == "turn/completed":
                left -= 1
    return watch, chars


def new_thread(pipe: Pipe) -> str:
    """A thread's id."""
    thread: str = pipe.call("thread/start")["thread"]["id"]
    return thread


def stream(job: Job) -> Values:
    """Read the turns of one group."""
    with connected(job["command"]) as pipe:
        threads = [new_thread(pipe) for _ in range(job["turns"])]
        play(pipe, threads)
        watch, chars = play(pipe, threads)
        values = watch.stream(job)
        if chars != job["chars"] * job["turns"]:
            raise AssertionError(f"{chars} characters of text arrived")
        return values


def requests(job: Job) -> Values:
    """Write a request, read its answer."""
    times = []
    with connected(job["command"]) as pipe:
        params = {"threadId": new_thread(pipe), "name": "name"}
        for _ in range(WARM_UP):
            pipe.call("thread/name/set", params)
        watch = Stopwatch()
        for _ in range(job["count"]):
            start = time.perf_counter()
            pipe.call("thread/name/set", params)
            times.append(time.perf_counter() - start)
    return watch.requests(times)


def first_delta(job: Job) -> Values:
    """From writing turn/start to having parsed the first delta."""
    times = []
    with connected(job["command"]) as pipe:
        going = {"threadId": new_thread(pipe), "input": [{"type": "text", "text": "go"}]}
        for _ in range(job["count"] + 10):
            start = time.perf_counter()
            first = 0.0
            pipe.send("turn/start", going)
            for message in pipe.messages():
                if not first and message.get("method") == DELTA:
                    first = time.perf_counter() - start
                elif message.get("method") == "turn/completed":
                    break
            times.append(first)
    return Stopwatch().requests(times[10:])


CASES: dict[str, Callable[[Job], Values]] = {
    "stream": stream,
    "requests": requests,
    "first_delta": first_delta,
}
