"""Stand-in for `replay.c` where there is no C compiler.

It reads the same scripts and answers the same bytes; only rendering is slower, and pacing coarser.
"""

from __future__ import annotations

import itertools
import json
import os
import sys
import time
from pathlib import Path

THREAD = b"@thread@".ljust(36, b"~")
TURN = b"@turn@".ljust(36, b"~")
PACE = (1, 2, 2, 1, 2, 2, 2)


def write_all(data: bytes) -> None:
    """Write everything, or end: a client that is gone needs no answer."""
    view = memoryview(data)
    while view:
        try:
            view = view[os.write(1, view) :]
        except BrokenPipeError:
            sys.exit(0)


class Script:
    """What a script file says."""

    def __init__(self, path: str) -> None:
        self.options = {"turns": 1, "pace_ns": 0, "delay_ns": 0, "hold": 0, "fill": 0}
        self.answers: dict[str, bytes] = {}
        self.after: dict[str, bytes] = {}
        self.streams: list[bytes] = []
        data = Path(path).read_bytes()
        at = 0
        while at < len(data):
            head = data.index(b"\n", at)
            kind, name, size = data[at:head].decode().split()
            at = head + 1 + int(size)
            self._take(kind, name, data[head + 1 : at])
            at += 1

    def _take(self, kind: str, name: str, body: bytes) -> None:
        if kind == "option":
            self.options[name] = int(body)
        elif kind == "answer":
            self.answers[name] = body
        elif kind == "after":
            self.after[name] = body
        elif kind == "stream":
            self.streams.append(body.replace(b"@fill@", b"x" * self.options["fill"], 1))
        else:
            raise ValueError(f"unknown section {kind}")


class Replay:
    """One connection's state."""

    def __init__(self, script: Script) -> None:
        self.script = script
        self.turns = script.options["turns"]
        self.threads = itertools.count()
        self.started: dict[str, int] = {}
        self.open: list[tuple[bytes, bytes]] = []
        self.ready_ids: list[tuple[bytes, bytes]] = []
        self.ready = b""
        self.group = 0
        self.prepare()

    def render(self, ids: list[tuple[bytes, bytes]]) -> bytes:
        """One line of each turn after the other, with the ids filled in."""
        stream = self.script.streams[min(self.group, len(self.script.streams) - 1)]
        each = [
            stream.replace(THREAD, thread).replace(TURN, turn).splitlines(keepends=True)
            for thread, turn in ids
        ]
        return b"".join(itertools.chain.from_iterable(zip(*each, strict=True)))

    def prepare(self) -> None:
        """Render the next group of turns before anybody asks for it."""
        if self.script.options["hold"] or not self.script.streams:
            return
        self.ready_ids = [
            (b"00000000-0000-7000-8000-%012x" % t, turn_id(t, self.group))
            for t in range(self.turns)
        ]
        self.ready = self.render(self.ready_ids)

    def play(self) -> None:
        """Write the stream of the open group."""
        data = self.ready if self.open == self.ready_ids else self.render(self.open)
        time.sleep(self.script.options["delay_ns"] / 1e9)
        if self.script.options["pace_ns"]:
            self.play_paced(data)
        else:
            write_all(data)
        self.open = []
        self.group += 1
        self.prepare()

    def play_paced(self, data: bytes) -> None:
        """Write one or two lines at a time, at the runtime's rate."""
        lines = iter(data.splitlines(keepends=True))
        due = time.monotonic_ns()
        for count in itertools.cycle(PACE):
            batch = b"".join(itertools.islice(lines, count))
            if not batch:
                return
            write_all(batch)
            due += self.script.options["pace_ns"] * count
            time.sleep(max(0, due - time.monotonic_ns()) / 1e9)

    def serve(self, line: bytes) -> None:
        """Answer one request; notifications need nothing."""
        message = json.loads(line)
        if "id" not in message or "method" not in message:
            return
        method = message["method"]
        params = message.get("params") or {}
        thread = str(params.get("threadId", THREAD.decode()))
        turn = str(params.get("turnId", TURN.decode())).encode()
        if method == "thread/start":
            thread = f"00000000-0000-7000-8000-{next(self.threads):012x}"
        elif method == "turn/start":
            turn = turn_id(int(thread[24:], 16), self.started.get(thread, 0))
            self.started[thread] = self.started.get(thread, 0) + 1
            self.open.append((thread.encode(), turn))
        result = self.script.answers.get(method, b"{}")
        reply = b'{"id":%s,"result":%s}\n' % (json.dumps(message["id"]).encode(), result)
        reply += self.script.after.get(method, b"")
        write_all(reply.replace(THREAD, thread.encode()).replace(TURN, turn))
        if method == "turn/start" and len(self.open) == self.turns and self.playing:
            self.play()

    @property
    def playing(self) -> bool:
        """Whether turns ever get their stream."""
        return bool(self.script.streams) and not self.script.options["hold"]


def turn_id(thread: int, nth: int) -> bytes:
    """The id of the nth turn of a thread."""
    return b"00000000-0000-7000-9000-%06x%06x" % (thread, nth)


def main() -> None:
    """Serve standard input until it ends."""
    if cpu := os.environ.get("REPLAY_CPU"):
        os.sched_setaffinity(0, {int(cpu)})
    replay = Replay(Script(sys.argv[1]))
    for line in sys.stdin.buffer:
        replay.serve(line)


if __name__ == "__main__":
    main()
