"""Soak runner: `nox -s soak -- --minutes 30`; ends with figures, or with what grew or hung."""

from __future__ import annotations

import argparse
import collections
import logging
import os
import signal
import subprocess
import sys
import tempfile
import threading
import time
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING

import attrs
import trio

from tests.soak.blocking import blocking_epoch
from tests.soak.operations import OPERATIONS, TOOLS, handlers
from tests.soak.watch import Growth, Watch, held, tables
from trio_codex import AppServerError, AsyncCodex
from trio_codex.testing import isolated_config

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.soak.operations import Operation
    from trio_codex import AppServerConfig

__all__ = ["Soak", "main"]

WORKERS = 5
OPERATIONS_PER_EPOCH = 60
# Far beyond what an operation takes on a busy machine: whatever reaches it hangs.
WEDGED_SECONDS = 120.0
SETTLING_SECONDS = 20.0
ENDINGS = ("closed", "closed", "closed", "cancelled from outside", "killed")
# What the log says of a turn that was left and did not end in time.
OVERRUN = "did not end within"


class Wedged(AssertionError):
    """An operation, or an exit, did not come back."""


@attrs.define
class Soak:
    """One soak: how long, from which seed, and what was counted."""

    base_url: str
    home: Path
    rng: Random
    watch: Watch = attrs.field(factory=Watch)
    turns: int = 0
    counts: collections.Counter[str] = attrs.field(factory=collections.Counter)

    def done(self, name: str) -> None:
        self.turns += 1
        self.counts[name] += 1

    def config(self) -> AppServerConfig:
        # Of a model server the config takes nothing but its address.
        return isolated_config(self, home=self.home)  # type: ignore[arg-type]

    async def run(self, minutes: float, turns: int | None) -> None:
        """Run epochs until the time or the number of turns is reached."""
        deadline = time.monotonic() + 60 * minutes
        while time.monotonic() < deadline and (turns is None or self.turns < turns):
            await self.epoch()
            print(f"{time.strftime('%H:%M:%S')} {self.watch.sample(self.turns)}", flush=True)
            self.watch.check_counts()
        self.watch.check_memory()

    async def epoch(self) -> None:
        """Open clients of both faces, work them, and end them one way or another."""
        blocking = threading.Thread(target=self.blocking, name="soak blocking")
        blocking.start()
        try:
            await self.asynchronous(self.rng.choice(ENDINGS))
        finally:
            with trio.CancelScope(shield=True):
                await trio.to_thread.run_sync(partial(blocking.join, 3 * WEDGED_SECONDS))
        if blocking.is_alive():
            raise Wedged("the blocking client did not come to its end")

    def blocking(self) -> None:
        rng = Random(self.rng.random())
        blocking_epoch(
            self.config(), rng, OPERATIONS_PER_EPOCH // 3, partial(self.done, "blocking")
        )

    async def asynchronous(self, ending: str) -> None:
        expected: tuple[type[BaseException], ...] = () if ending == "closed" else (AppServerError,)
        with trio.move_on_after(WEDGED_SECONDS * 5) as bound:
            if ending == "cancelled from outside":
                bound.deadline = trio.current_time() + 2 + 8 * self.rng.random()
            async with AsyncCodex(self.config(), handlers=handlers()) as codex:
                before = tables(codex)
                async with trio.open_nursery() as nursery:
                    for _ in range(WORKERS):
                        nursery.start_soon(self.worker, codex, Random(self.rng.random()), expected)
                    if ending == "killed":
                        await trio.sleep(2 + 8 * self.rng.random())
                        _kill(codex)
                if ending == "closed":
                    await self.settled(codex, before)
        if bound.cancelled_caught and ending != "cancelled from outside":
            raise Wedged("an epoch did not come to its end")
        self.counts[f"clients {ending}"] += 1

    async def worker(
        self, codex: AsyncCodex, rng: Random, expected: tuple[type[BaseException], ...]
    ) -> None:
        try:
            for _ in range(OPERATIONS_PER_EPOCH // WORKERS):
                await self.operation(codex, rng.choice(OPERATIONS), rng)
        except expected:
            return

    async def operation(self, codex: AsyncCodex, work: Operation, rng: Random) -> None:
        started = trio.current_time()
        with trio.move_on_after(WEDGED_SECONDS) as bound:
            async with codex.thread_start(tools=TOOLS) as thread:
                await work(codex, thread, rng)
        if bound.cancelled_caught:
            raise Wedged(f"{work.__name__} took {trio.current_time() - started:.0f} s")
        self.done(work.__name__)

    async def settled(self, codex: AsyncCodex, before: dict[str, int]) -> None:
        """Wait until nothing is open any more; whatever stays is a leak."""
        with trio.move_on_after(SETTLING_SECONDS):
            # Nothing tells when the last of many tables is empty, so they are looked at.
            while held(codex.statistics()) or _grown(codex, before):  # noqa: ASYNC110
                await trio.sleep(0.05)
            return
        raise Growth(f"left over: {held(codex.statistics())} {_grown(codex, before)}")


def _grown(codex: AsyncCodex, before: dict[str, int]) -> dict[str, int]:
    return {name: size for name, size in tables(codex).items() if size > before.get(name, 0)}


def _kill(codex: AsyncCodex) -> None:
    connection = codex.client._connection
    assert connection is not None and connection.pid is not None
    os.kill(connection.pid, signal.SIGKILL)


class Overruns(logging.Handler):
    """Counts the exits that took longer than their budget."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.messages: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        message = record.getMessage()
        if OVERRUN in message:
            self.messages.append(message)


@contextmanager
def model_process() -> Iterator[str]:
    """Run the model in a process of its own; give its base URL."""
    command = [sys.executable, "-m", "tests.soak.model"]
    with subprocess.Popen(
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as child:
        assert child.stdin is not None and child.stdout is not None
        try:
            yield child.stdout.readline().strip()
        finally:
            child.stdin.close()
            child.wait(30)


def main(argv: list[str] | None = None) -> int:
    """Run the command line; the result is the exit code."""
    parser = argparse.ArgumentParser(prog="nox -s soak --", description=__doc__)
    parser.add_argument("--minutes", type=float, default=5.0)
    parser.add_argument("--turns", type=int, help="stop after so many operations")
    parser.add_argument("--seed", type=int, default=int(time.time()))
    options = parser.parse_args(argv)
    overruns = Overruns()
    logging.getLogger("trio_codex").addHandler(overruns)
    print(f"seed {options.seed}", flush=True)
    with tempfile.TemporaryDirectory() as home, model_process() as base_url:
        soak = Soak(base_url, Path(home), Random(options.seed))
        trio.run(soak.run, options.minutes, options.turns)
    for name, count in soak.counts.most_common():
        print(f"{count:7} {name}")
    if overruns.messages:
        print(f"{len(overruns.messages)} exits took longer than their budget: {overruns.messages}")
        return 1
    print(f"{soak.turns} operations, nothing grew, nothing hung, no exit overran its budget")
    return 0


if __name__ == "__main__":
    sys.exit(main())
