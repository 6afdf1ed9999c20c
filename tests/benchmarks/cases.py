"""The measured cases: which libraries, which script, how much."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable
from pathlib import Path

import attrs

from . import samples, scripts, server
from .scripts import Script
from .workers.common import Job

FLOOR, PEER, PEER_ASYNC, OURS, TWIN = "floor", "peer_sync", "peer_async", "ours", "ours_sync"
LOOP = "ours_asyncio"
# Ours, attached to a server that listens on a Unix socket.
UNIX = "ours_unix"
CLIENTS = (PEER, PEER_ASYNC, OURS, TWIN, LOOP)
EVERYONE = (FLOOR, *CLIENTS)


@attrs.frozen(kw_only=True)
class Size:
    """How much of everything a run measures; no round starts that would pass `seconds`."""

    rounds: int
    seconds: float
    alone: bool
    events: int
    paced: int
    requests: int
    turns: int
    behind: int
    unread: int
    lines: tuple[int, int]
    idle: int
    open_turns: int
    real: int
    decode_ms: int


FULL = Size(
    rounds=5,
    seconds=float("inf"),
    alone=True,
    events=50_000,
    paced=20_000,
    requests=2_000,
    turns=300,
    behind=50_000,
    unread=200_000,
    lines=(20, 256),
    idle=256,
    open_turns=1_000,
    real=20_000,
    decode_ms=20,
)
QUICK = Size(
    rounds=3,
    seconds=85,
    alone=False,
    events=10_000,
    paced=6_000,
    requests=300,
    turns=60,
    behind=50_000,
    unread=200_000,
    lines=(20, 256),
    idle=256,
    open_turns=1_000,
    real=6_000,
    decode_ms=1,
)


@attrs.frozen(kw_only=True)
class Case:
    """One measurement of some libraries.

    Attributes:
        key: its name in the results and for `--only`.
        kind: the worker's case.
        libraries: who is measured.
        job: what the worker is told, made from a size and a directory for files.
        alone: whether it needs an interpreter nothing else has run in (memory).
        limit: seconds after which a library is said not to answer.
        quick_libraries: fewer libraries where a run is quick: bounds that need no peer.
        quick_rounds: fewer rounds where a run is quick.
        real: whether the real runtime is measured, with a model server.
        apart: whether client and server get cores of their own; only for times of one message,
            because a client of many threads is another one on a single core.
    """

    key: str
    kind: str
    libraries: tuple[str, ...]
    job: Callable[[Size, Path], Job]
    alone: bool = False
    limit: float = 60.0
    quick_rounds: int | None = None
    real: bool = False
    apart: bool = False
    quick_libraries: tuple[str, ...] | None = None


def _job(script: Script | None, path: Path, **values: int) -> Job:
    job = Job(case="", command=[], events=1, chars=0, turns=1, count=0, limit=60.0)
    if script is not None:
        path.write_bytes(script.render())
        job["command"] = server.command(path)
    job.update(values)  # type: ignore[typeddict-item]
    return job


def _chars(stream: bytes) -> int:
    """The characters of text in a stream's deltas."""
    delta = b'{"method":"item/agentMessage/delta"'
    lines: Iterable[bytes] = (line for line in stream.split(b"\n") if line.startswith(delta))
    return sum(len(json.loads(line)["params"]["delta"]) for line in lines)


def streaming(
    make: Callable[[int], bytes], turns: int = 1, *, paced: bool = False
) -> Callable[[Size, Path], Job]:
    """A group of turns, after a small one for warming up."""

    def job(size: Size, path: Path) -> Job:
        body = make((size.paced if paced else size.events) // turns)
        warm = scripts.mixed(150) if turns == 1 else scripts.deltas(5)
        pace = scripts.DELTA_NS if paced else 0
        script = Script(streams=(warm, body), turns=turns, pace_ns=pace)
        events = body.count(b"\n") * turns
        return _job(script, path, events=events, chars=_chars(body), turns=turns)

    return job


def _run(size: Size, path: Path) -> Job:
    body = scripts.deltas(size.events)
    script = Script(streams=(scripts.mixed(150), body))
    return _job(script, path, events=body.count(b"\n"), chars=scripts.final_chars(size.events))


def _requests(size: Size, path: Path) -> Job:
    return _job(Script(), path, count=size.requests)


def _first_delta(size: Size, path: Path) -> Job:
    end = scripts.ending("recorded")
    return _job(Script(streams=(end,), prompt=True, delay_ns=2_000_000), path, count=size.turns)


def _behind(size: Size, path: Path) -> Job:
    body = scripts.deltas(size.behind)
    return _job(Script(streams=(scripts.mixed(150), body)), path, chars=_chars(body))


def _unread(size: Size, path: Path) -> Job:
    return _job(Script(flood=scripts.unread(size.unread)), path)


def _idle(size: Size, path: Path) -> Job:
    return _job(Script(hold=True), path, turns=size.idle, count=min(size.requests, 500))


def _open_turns(size: Size, path: Path) -> Job:
    return _job(Script(hold=True), path, turns=size.open_turns)


def _big_line(which: int) -> Callable[[Size, Path], Job]:
    def job(size: Size, path: Path) -> Job:
        length = size.lines[which] * 1024 * 1024
        script = Script(streams=(scripts.deltas(5), scripts.big_line()), fill=length)
        return _job(script, path, chars=length)

    return job


def _decode(size: Size, path: Path) -> Job:
    path.write_text(json.dumps(samples.samples(every=size.alone)), encoding="utf-8")
    job = _job(None, path, count=size.decode_ms)
    job["command"] = [str(path)]
    return job


def _reconnect(_: Size, __: Path) -> Job:
    return _job(None, Path(), turns=50)


def _real(size: Size, _: Path) -> Job:
    from .real import WORD, runtime_command

    job = _job(None, Path(), events=size.real, chars=size.real * len(WORD), count=size.requests)
    job["command"] = runtime_command()
    return job


CASES = (
    Case(key="stream_1", kind="stream", libraries=EVERYONE, job=streaming(scripts.deltas)),
    Case(key="mixed", kind="stream", libraries=EVERYONE, job=streaming(scripts.mixed)),
    Case(key="stream_32", kind="stream", libraries=EVERYONE, job=streaming(scripts.deltas, 32)),
    Case(key="stream_256", kind="stream", libraries=EVERYONE, job=streaming(scripts.deltas, 256)),
    Case(key="run", kind="run", libraries=CLIENTS, job=_run),
    Case(
        key="paced",
        kind="stream",
        libraries=EVERYONE,
        job=streaming(scripts.deltas, paced=True),
    ),
    Case(key="requests", kind="requests", libraries=EVERYONE, job=_requests, apart=True),
    Case(
        key="first_delta",
        kind="first_delta",
        libraries=EVERYONE,
        job=_first_delta,
        apart=True,
    ),
    Case(key="line_20", kind="stream", libraries=EVERYONE, job=_big_line(0)),
    Case(
        key="line_256",
        kind="stream",
        libraries=EVERYONE,
        job=_big_line(1),
        quick_libraries=(FLOOR, OURS),
        quick_rounds=1,
    ),
    Case(key="decode", kind="decode", libraries=(PEER, OURS), job=_decode, quick_rounds=1),
    Case(
        key="behind",
        kind="behind",
        libraries=CLIENTS,
        quick_libraries=(OURS,),
        job=_behind,
        alone=True,
        quick_rounds=1,
    ),
    Case(
        key="unread",
        kind="unread",
        libraries=CLIENTS,
        quick_libraries=(OURS,),
        job=_unread,
        alone=True,
        quick_rounds=1,
    ),
    Case(
        key="idle",
        kind="idle",
        libraries=CLIENTS,
        quick_libraries=(OURS, LOOP),
        job=_idle,
        alone=True,
        limit=8.0,
        quick_rounds=1,
        apart=True,
    ),
    Case(
        key="open_turns",
        kind="open_turns",
        libraries=CLIENTS,
        quick_libraries=(OURS,),
        job=_open_turns,
        alone=True,
        quick_rounds=1,
    ),
    Case(
        key="real_stream",
        kind="stream",
        libraries=(*EVERYONE, UNIX),
        job=_real,
        alone=True,
        quick_rounds=1,
        real=True,
    ),
    Case(
        key="real_requests",
        kind="real_requests",
        libraries=(OURS, UNIX),
        job=_real,
        alone=True,
        quick_rounds=1,
        real=True,
    ),
    Case(
        key="reconnect",
        kind="reconnect",
        libraries=(UNIX,),
        job=_reconnect,
        alone=True,
        quick_rounds=1,
        real=True,
    ),
)
