"""What the soak measures: memory, descriptors, threads, tasks, children, and every table."""

from __future__ import annotations

import gc
import threading
from typing import TYPE_CHECKING

import attrs
import psutil
import trio

if TYPE_CHECKING:
    from trio_codex import AsyncCodex
    from trio_codex.types import ConnectionStatistics

__all__ = ["Growth", "Sample", "Watch", "tables"]

MIB = 1024 * 1024
# Counters of the past, and the connection's own tasks.
NOT_HELD = ("requests_sent", "stray_replies", "tasks")
# An allocator's noise; a leak of one record a turn passes it within some thousand turns.
ALLOWED_MIB = 12.0
ALLOWED_SHARE = 0.10


class Growth(AssertionError):
    """Something is held that nobody waits for, or there is more of it than before."""


@attrs.frozen(kw_only=True)
class Sample:
    """The process at one moment at which nothing is open."""

    turns: int
    rss_mib: float
    fds: int
    threads: int
    tasks: int
    children: int

    def __str__(self) -> str:
        return (
            f"{self.turns:7} turns  {self.rss_mib:7.1f} MiB  {self.fds:3} fds  "
            f"{self.threads:3} threads  {self.tasks:3} tasks  {self.children:2} children"
        )


class Watch:
    """Samples over time, and the judgement on them."""

    def __init__(self) -> None:
        self._process = psutil.Process()
        self.samples: list[Sample] = []

    def sample(self, turns: int) -> Sample:
        """Look at this process while no client is open."""
        gc.collect()
        taken = Sample(
            turns=turns,
            rss_mib=self._process.memory_info().rss / MIB,
            fds=self._process.num_fds(),
            threads=len(_threads()),
            tasks=trio.lowlevel.current_statistics().tasks_living,
            children=len(self._process.children(recursive=True)),
        )
        self.samples.append(taken)
        return taken

    def check_counts(self) -> None:
        """Compare the last sample with the first: counts of things must be the same."""
        first, last = self.samples[0], self.samples[-1]
        for name in ("fds", "threads", "tasks", "children"):
            before, now = getattr(first, name), getattr(last, name)
            if now > before:
                more = f": {_threads()}" if name == "threads" else ""
                raise Growth(f"{name}: {before} before, {now} after {last.turns} turns{more}")

    def check_memory(self) -> None:
        """Compare the second quarter of the samples with the last quarter.

        The first quarter imports, compiles and fills caches. Medians, because one sample holds
        what the allocator happens to keep.
        """
        quarter = len(self.samples) // 4
        if quarter < 2:
            return
        early = _median([s.rss_mib for s in self.samples[quarter : 2 * quarter]])
        late = _median([s.rss_mib for s in self.samples[-quarter:]])
        if late - early > max(ALLOWED_MIB, early * ALLOWED_SHARE):
            raise Growth(f"memory: {early:.1f} MiB in the second quarter, {late:.1f} in the last")


def _threads() -> list[str]:
    """The names of the threads, without the idle ones that Trio keeps for ten seconds."""
    named = [thread.name for thread in threading.enumerate()]
    return [name for name in named if not name.startswith("Trio thread")]


def _median(values: list[float]) -> float:
    return sorted(values)[len(values) // 2]


def held(statistics: ConnectionStatistics) -> dict[str, int]:
    """What a connection holds for somebody."""
    counts = attrs.asdict(statistics)
    return {name: count for name, count in counts.items() if count and name not in NOT_HELD}


def tables(codex: AsyncCodex) -> dict[str, int]:
    """The sizes of the client's internal tables that statistics do not show."""
    connection = codex.client._connection
    assert connection is not None
    sizes: dict[str, int] = {}
    owners = {
        "router": connection.router,
        "requests": connection.requests,
        "peer": connection._peer,
        "slots": connection._slots,
        "handlers": codex.client._handler_table,
    }
    for owner_name, owner in owners.items():
        for name in _attributes(owner):
            value = getattr(owner, name, None)
            if isinstance(value, (dict, list, set)) and len(value):
                sizes[f"{owner_name}.{name}"] = len(value)
    return sizes


def _attributes(owner: object) -> list[str]:
    slots = [name for cls in type(owner).__mro__ for name in getattr(cls, "__slots__", ())]
    return [*slots, *getattr(owner, "__dict__", ())]
