"""Measurement of a stretch of work: wall time, CPU time, resident memory.

Nothing here or beside it may import more than the standard library and the library it measures:
the official SDK's interpreter has nothing else.
"""

from __future__ import annotations

import gc
import os
import resource
import statistics
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeAlias, TypedDict

DELTA = "item/agentMessage/delta"
WARM_UP = 100

Values: TypeAlias = "dict[str, float]"


class Job(TypedDict):
    """One measurement: a case, what to start, and how much of it."""

    case: str
    command: list[str]
    events: int
    chars: int
    turns: int
    count: int
    limit: float


class Stopwatch:
    """Wall and CPU time since it was made."""

    def __init__(self) -> None:
        # A full collection now, so that none is due by chance in the midst of a short measurement.
        gc.collect()
        self.wall = time.perf_counter()
        self.cpu = self._cpu()

    @staticmethod
    def _cpu() -> float:
        usage = resource.getrusage(resource.RUSAGE_SELF)
        return usage.ru_utime + usage.ru_stime

    def stream(self, job: Job, delivered: int | None = None) -> Values:
        """The figures of a stream that a job describes."""
        events, mib = job["events"], job["chars"] * job["turns"] / 2**20
        wall, cpu = time.perf_counter() - self.wall, self._cpu() - self.cpu
        values = {
            "seconds": wall,
            "events_per_s": events / wall,
            "cpu_us": cpu / events * 1e6,
        }
        if mib:
            values["us_per_mib"] = wall / mib * 1e6
        if delivered is not None:
            values["delivered"] = float(delivered)
        return values

    def requests(self, times: list[float]) -> Values:
        """The figures of requests that took so long each, in seconds."""
        cpu = self._cpu() - self.cpu
        ordered = sorted(times)
        return {
            "p50_us": statistics.median(ordered) * 1e6,
            "p95_us": ordered[int(len(ordered) * 0.95)] * 1e6,
            "request_cpu_us": cpu / len(times) * 1e6,
        }


class Tally:
    """What a consumer got."""

    def __init__(self) -> None:
        self.events = 0
        self.chars = 0

    def take(self, event: Any) -> None:
        """Look at one event as an application does."""
        payload = event.payload
        self.events += 1
        if event.method == DELTA:
            self.chars += len(payload.delta)

    def check(self, chars: int) -> None:
        """Refuse figures of a stream that lost something."""
        if self.chars != chars:
            raise AssertionError(f"{self.chars} characters of text arrived, not {chars}")


def resident() -> float:
    """This process's resident memory in MB, garbage collected."""
    gc.collect()
    pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE") / 1e6


def timed(call: Callable[[], object], *, budget: float = 0.02, best_of: int = 5) -> float:
    """The seconds one call takes: the best of some loops of about `budget` seconds."""
    start = time.perf_counter()
    call()
    once = max(time.perf_counter() - start, 1e-7)
    loops = max(1, int(budget / once))
    best = once
    for _ in range(best_of):
        start = time.perf_counter()
        for _ in range(loops):
            call()
        best = min(best, (time.perf_counter() - start) / loops)
    return best
