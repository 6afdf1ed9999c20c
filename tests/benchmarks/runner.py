"""Runs the cases round by round, each library in its own process."""

from __future__ import annotations

import contextlib
import json
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path
from typing import TypeAlias

import attrs

from . import fresh
from .cases import CASES, Case, Size
from .interpreters import Interpreters, apart
from .real import loopback_runtime
from .workers.common import Job

Key: TypeAlias = "tuple[str, str]"
"""A library and a case."""
Figures: TypeAlias = "Mapping[Key, Mapping[str, float]]"

FRESH: dict[str, tuple[Iterable[str], Callable[[Interpreters, str], dict[str, float]]]] = {
    "import": (fresh.IMPORTS, fresh.imported),
    "cold": (fresh.COLD, fresh.cold),
    "cold_decode": (fresh.DECODED, fresh.cold_decode),
}


@attrs.define
class Samples:
    """What every round measured, and what did not work."""

    rounds: list[dict[Key, dict[str, float]]] = attrs.field(factory=list)
    failures: dict[Key, str] = attrs.field(factory=dict)

    def medians(self) -> dict[Key, dict[str, float]]:
        """The median of each figure."""
        gathered: dict[Key, dict[str, list[float]]] = {}
        for figures in self.rounds:
            for key, values in figures.items():
                for name, value in values.items():
                    gathered.setdefault(key, {}).setdefault(name, []).append(value)
        return {
            key: {name: statistics.median(values) for name, values in named.items()}
            for key, named in gathered.items()
        }

    def series(self, key: Key, metric: str) -> list[float]:
        """One figure of each round that has it."""
        return [figures[key][metric] for figures in self.rounds if metric in figures.get(key, {})]


@attrs.define
class Runner:
    """Measures, and says on standard error what it is at."""

    interpreters: Interpreters
    size: Size
    libraries: frozenset[str]
    samples: Samples = attrs.field(factory=Samples)

    def run(self, wanted: Callable[[str], bool], *, note: Callable[[str], None]) -> Samples:
        """Measure every wanted case in every round."""
        cases = [case for case in CASES if wanted(case.key)]
        with tempfile.TemporaryDirectory() as directory:
            jobs = {}
            for case in cases:
                job = case.job(self.size, Path(directory) / case.key)
                jobs[case.key] = Job(**(job | {"case": case.kind, "limit": case.limit}))
            start, longest = time.monotonic(), 0.0
            for number in range(self.size.rounds):
                began = time.monotonic() - start
                if number and began + longest > self.size.seconds:
                    break
                self.samples.rounds.append({})
                if number < 2 or self.size.alone:
                    self._fresh(wanted)
                for batch in self._batches(cases, number):
                    self._round(batch, jobs, number, note)
                # Later rounds leave out what the first measures once.
                longest = time.monotonic() - start - began if number else 0.0
        return self.samples

    def _fresh(self, wanted: Callable[[str], bool]) -> None:
        for name, (libraries, measure) in FRESH.items():
            if not wanted(name):
                continue
            for library in libraries:
                if library in self.libraries and (library, name) not in self.samples.failures:
                    try:
                        values = measure(self.interpreters, library)
                    except (RuntimeError, ValueError, subprocess.TimeoutExpired) as error:
                        self.samples.failures[library, name] = str(error)
                    else:
                        self.samples.rounds[-1][library, name] = values

    def _batches(self, cases: list[Case], number: int) -> Iterator[list[Case]]:
        """The cases that share an interpreter, as far as this round has them."""
        together: dict[bool, list[Case]] = {True: [], False: []}
        for case in cases:
            limited = case.quick_rounds is not None and not self.size.alone
            if limited and number >= (case.quick_rounds or 0):
                continue
            if case.alone or self.size.alone:
                yield [case]
            else:
                together[case.apart].append(case)
        yield from filter(None, together.values())

    def _round(
        self, batch: list[Case], jobs: dict[str, Job], number: int, note: Callable[[str], None]
    ) -> None:
        libraries = sorted({library for case in batch for library in self._measured(case)})
        turn = number % len(libraries)
        for library in libraries[turn:] + libraries[:turn]:
            due = [
                case
                for case in batch
                if library in self._measured(case)
                and library in self.libraries
                and (library, case.key) not in self.samples.failures
            ]
            while due:
                note(f"round {number + 1}: {library}: {', '.join(case.key for case in due)}")
                due = self._measure(library, due, jobs)

    def _measured(self, case: Case) -> tuple[str, ...]:
        if self.size.alone or case.quick_libraries is None:
            return case.libraries
        return case.quick_libraries

    def _measure(self, library: str, due: list[Case], jobs: dict[str, Job]) -> list[Case]:
        """Let one process measure what it can; returns what it did not come to."""
        world: contextlib.AbstractContextManager[dict[str, str]] = contextlib.nullcontext(
            apart() if due[0].apart else {}
        )
        if due[0].real:
            world = loopback_runtime(self.size.real)
        with world as extra:
            lines = self._worker(library, [jobs[case.key] for case in due], extra)
        for case, line in zip(due, lines, strict=False):
            answer = json.loads(line)
            if "values" in answer:
                self.samples.rounds[-1][library, case.key] = answer["values"]
            else:
                self.samples.failures[library, case.key] = answer["error"]
        if not lines:
            self.samples.failures[library, due[0].key] = "the process ended without a figure"
            return due[1:]
        return due[len(lines) :]

    def _worker(self, library: str, jobs: list[Job], extra: dict[str, str]) -> list[str]:
        done = subprocess.run(
            [self.interpreters.python(library), "-m", "tests.benchmarks.workers", library],
            input=json.dumps(jobs),
            env=self.interpreters.environment(library) | extra,
            cwd=self.interpreters.root,
            capture_output=True,
            text=True,
            timeout=sum(job["limit"] for job in jobs) + 30,
            check=False,
        )
        if "Traceback" in done.stderr or done.returncode:
            sys.stderr.write(done.stderr[-2000:])
        return done.stdout.splitlines()
