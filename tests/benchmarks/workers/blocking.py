"""Figures of a blocking client, the official one or ours."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from contextlib import AbstractContextManager
from typing import Any

from .common import DELTA, WARM_UP, Job, Stopwatch, Tally, Values, resident

Connect = Callable[[list[str]], AbstractContextManager[Any]]


def consume(turn: Any, tally: Tally) -> None:
    """Read a turn to its end."""
    take = tally.take
    for event in turn.stream():
        take(event)


def play(threads: list[Any]) -> tuple[Stopwatch, list[Tally]]:
    """Run one group of turns; the clock starts with the turn that lets them all go."""
    turns = [thread.turn("go") for thread in threads[:-1]]
    tallies = [Tally() for _ in threads]
    watch = Stopwatch()
    turns.append(threads[-1].turn("go"))
    workers = [
        threading.Thread(target=consume, args=pair)
        for pair in zip(turns[:-1], tallies[:-1], strict=True)
    ]
    for worker in workers:
        worker.start()
    consume(turns[-1], tallies[-1])
    for worker in workers:
        worker.join()
    return watch, tallies


def stream(connect: Connect, job: Job) -> Values:
    """Consume the turns of one group."""
    with connect(job["command"]) as codex:
        threads = [codex.thread_start() for _ in range(job["turns"])]
        play(threads)
        watch, tallies = play(threads)
        values = watch.stream(job, sum(tally.events for tally in tallies))
        for tally in tallies:
            tally.check(job["chars"])
        return values


def run(connect: Connect, job: Job) -> Values:
    """Let `run()` collect one turn."""
    with connect(job["command"]) as codex:
        thread = codex.thread_start()
        thread.run("go")
        watch = Stopwatch()
        result = thread.run("go")
        values = watch.stream(job)
        if len(result.final_response or "") != job["chars"]:
            raise AssertionError("run() lost text")
        return values


def round_trips(thread: Any, count: int) -> Values:
    """Time one small request after the other."""
    times = []
    for _ in range(WARM_UP):
        thread.set_name("name")
    watch = Stopwatch()
    for _ in range(count):
        start = time.perf_counter()
        thread.set_name("name")
        times.append(time.perf_counter() - start)
    return watch.requests(times)


def requests(connect: Connect, job: Job) -> Values:
    """Round trips of small requests."""
    with connect(job["command"]) as codex:
        return round_trips(codex.thread_start(), job["count"])


def first_delta(connect: Connect, job: Job) -> Values:
    """From calling `turn()` to holding the first delta."""
    times = []
    with connect(job["command"]) as codex:
        thread = codex.thread_start()
        for _ in range(job["count"] + 10):
            start = time.perf_counter()
            first = 0.0
            for event in thread.turn("go").stream():
                if not first and event.method == DELTA and event.payload.delta:
                    first = time.perf_counter() - start
            times.append(first)
    return Stopwatch().requests(times[10:])


def behind(connect: Connect, job: Job) -> Values:
    """The memory of a consumer that stops after its first event."""
    with connect(job["command"]) as codex:
        thread = codex.thread_start()
        consume(thread.turn("go"), Tally())
        before = resident()
        tally = Tally()
        events = iter(thread.turn("go").stream())
        tally.take(next(events))
        thread.set_name("everything written before this answer has been read")
        values = {"memory_mb": resident() - before}
        for event in events:
            tally.take(event)
        tally.check(job["chars"])
        return values


def unread(connect: Connect, job: Job) -> Values:
    """The memory of notifications nobody reads."""
    with connect(job["command"]) as codex:
        thread = codex.thread_start()
        thread.set_name("warm")
        before = resident()
        codex.models()
        thread.set_name("everything written before this answer has been read")
        return {"memory_mb": resident() - before}


def idle(connect: Connect, job: Job) -> Values:
    """Round trips and memory before and after opening turns that stay silent, with consumers."""
    with connect(job["command"]) as codex:
        threads = [codex.thread_start() for _ in range(job["turns"] + 1)]
        spare = threads.pop()
        alone = round_trips(spare, job["count"])
        before = resident()
        turns = [thread.turn("go") for thread in threads]
        for turn in turns:
            threading.Thread(target=_wait, args=(turn,), daemon=True).start()
        values = round_trips(spare, job["count"])
        values["kb_per_turn"] = (resident() - before) * 1e3 / job["turns"]
        values["unchanged"] = values["p50_us"] / alone["p50_us"]
        return values


def _wait(turn: Any) -> None:
    try:
        consume(turn, Tally())
    except Exception:  # noqa: BLE001 - the connection closes under it: that is how the measurement ends
        return


def open_turns(connect: Connect, job: Job) -> Values:
    """The memory of turns that are open and silent; no consumer of the caller's counts."""
    with connect(job["command"]) as codex:
        threads = [codex.thread_start() for _ in range(job["turns"] + 1)]
        held = [threads.pop().turn("go")]
        before = resident()
        held += [thread.turn("go") for thread in threads]
        values = {"kb_per_turn": (resident() - before) * 1e3 / job["turns"]}
        if len({turn.id for turn in held}) != job["turns"] + 1:
            raise AssertionError("two turns share an id")
        return values


CASES: dict[str, Callable[[Connect, Job], Values]] = {
    "stream": stream,
    "run": run,
    "requests": requests,
    "first_delta": first_delta,
    "behind": behind,
    "unread": unread,
    "idle": idle,
    "open_turns": open_turns,
}
