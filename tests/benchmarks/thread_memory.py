"""Memory over many one-turn threads: `python -m tests.benchmarks.thread_memory --threads 500`.

Runs the threads one after the other on the real runtime, once entered (each is unloaded when its
block is left) and once only awaited (each stays loaded), and prints the resident memory of the
runtime and of the client at the start, in the middle and at the end. The model is a process of
its own, so that what it records does not count.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
import tempfile
from collections.abc import Callable
from contextlib import contextmanager
from pathlib import Path
from types import SimpleNamespace
from typing import TYPE_CHECKING, Any, cast

import attrs
import psutil
import trio

from trio_codex import AsyncCodex
from trio_codex.testing import ModelServer, isolated_config

if TYPE_CHECKING:
    from collections.abc import Awaitable, Iterator

__all__ = ["Sample", "entered", "plain", "sample_memory"]

RunOne = Callable[[AsyncCodex], "Awaitable[None]"]
MEBIBYTE = 1 << 20


@attrs.frozen
class Sample:
    """What two processes occupy after so many threads.

    Attributes:
        threads: how many threads have run.
        loaded: how many of them the runtime has loaded.
        runtime: resident memory of the runtime, in MiB.
        client: resident memory of this process, in MiB.
    """

    threads: int
    loaded: int
    runtime: float
    client: float

    def __str__(self) -> str:
        return (
            f"after {self.threads:4} threads: {self.loaded:4} loaded, "
            f"runtime {self.runtime:6.1f} MiB, client {self.client:6.1f} MiB"
        )


async def entered(codex: AsyncCodex) -> None:
    """Run one turn on a thread whose block is left."""
    async with codex.thread_start() as thread:
        await thread.run("Go.")


async def plain(codex: AsyncCodex) -> None:
    """Run one turn on a thread that is only awaited."""
    await (await codex.thread_start()).run("Go.")


async def sample_memory(codex: AsyncCodex, threads: int, run_one: RunOne) -> list[Sample]:
    """Run threads one after the other; return samples of the start, the middle and the end.

    The first thread comes before the first sample, because it loads what all of them need.
    """
    await run_one(codex)
    samples = []
    for done in range(threads + 1):
        if done in (0, threads // 2, threads):
            samples.append(await _sample(codex, done))
        if done < threads:
            await run_one(codex)
    return samples


async def _sample(codex: AsyncCodex, threads: int) -> Sample:
    pid = codex.client._require().pid
    assert pid is not None
    reply = await codex.request("thread/loaded/list", {})
    return Sample(
        threads,
        len(reply.data),
        psutil.Process(pid).memory_info().rss / MEBIBYTE,
        psutil.Process().memory_info().rss / MEBIBYTE,
    )


async def _measure(base_url: str, threads: int, run_one: RunOne) -> list[Sample]:
    with tempfile.TemporaryDirectory() as home:
        model = cast("Any", SimpleNamespace(base_url=base_url))
        async with AsyncCodex(isolated_config(model, home=Path(home))) as codex:
            return await sample_memory(codex, threads, run_one)


@contextmanager
def _model_process() -> Iterator[str]:
    argv = (sys.executable, "-m", "tests.benchmarks.thread_memory", "--serve")
    with subprocess.Popen(argv, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        try:
            yield process.stdout.readline().strip()
        finally:
            process.terminate()


async def _serve() -> None:
    async with ModelServer(default="Done.") as server:
        print(server.base_url, flush=True)
        await trio.sleep_forever()


def main() -> None:
    """Measure both ways in one process each, and print the samples."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--threads", type=int, default=500)
    parser.add_argument("--only", choices=["entered", "plain"])
    parser.add_argument("--serve", action="store_true", help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.serve:
        trio.run(_serve)
        return
    with _model_process() as base_url:
        for run_one in (entered, plain):
            if options.only in (None, run_one.__name__):
                print(f"{run_one.__name__}:")
                for sample in trio.run(_measure, base_url, options.threads, run_one):
                    print(f"  {sample}")


if __name__ == "__main__":
    main()
