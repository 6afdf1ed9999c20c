"""Figures of an asynchronous client, the official one or ours."""

from __future__ import annotations

import asyncio
import time
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from typing import Any, Protocol, TypeAlias

from .common import DELTA, WARM_UP, Job, Stopwatch, Tally, Values, resident

Task: TypeAlias = "Callable[[], Awaitable[None]]"


class Flavour(Protocol):
    """What a client and its event loop are called."""

    def connect(self, command: list[str]) -> AbstractAsyncContextManager[Any]:
        """A client of the program a command line starts."""

    async def together(self, tasks: list[Task]) -> None:
        """Run tasks at once, to their end."""

    def background(self, tasks: list[Task]) -> AbstractAsyncContextManager[None]:
        """Run tasks until the block ends."""


class Asyncio:
    """A client of asyncio."""

    def __init__(self, connect: Callable[[list[str]], AbstractAsyncContextManager[Any]]) -> None:
        self.connect = connect

    async def together(self, tasks: list[Task]) -> None:
        """Run tasks at once, to their end."""
        await asyncio.gather(*(task() for task in tasks))

    @asynccontextmanager
    async def background(self, tasks: list[Task]) -> AsyncIterator[None]:
        """Run tasks until the block ends."""
        running = [asyncio.ensure_future(task()) for task in tasks]
        try:
            await asyncio.sleep(0)
            yield
        finally:
            for task in running:
                task.cancel()
            await asyncio.gather(*running, return_exceptions=True)


def run_asyncio(main: Callable[..., Any], *args: object) -> Any:
    """Run a coroutine function on an event loop of asyncio."""
    return asyncio.run(main(*args))


async def consume(turn: Any, tally: Tally) -> None:
    """Read a turn to its end."""
    take = tally.take
    async for event in turn.stream():
        take(event)


def consumers(turns: list[Any], tallies: list[Tally]) -> list[Task]:
    """One consumer per turn."""

    def consumer(turn: Any, tally: Tally) -> Task:
        return lambda: consume(turn, tally)

    return [consumer(turn, tally) for turn, tally in zip(turns, tallies, strict=True)]


async def play(flavour: Flavour, threads: list[Any]) -> tuple[Stopwatch, list[Tally]]:
    """Run one group of turns; the clock starts with the turn that lets them all go."""
    turns = [await thread.turn("go") for thread in threads[:-1]]
    tallies = [Tally() for _ in threads]
    watch = Stopwatch()
    turns.append(await threads[-1].turn("go"))
    if len(turns) == 1:
        await consume(turns[0], tallies[0])
    else:
        await flavour.together(consumers(turns, tallies))
    return watch, tallies


async def stream(flavour: Flavour, job: Job) -> Values:
    """Consume the turns of one group."""
    async with flavour.connect(job["command"]) as codex:
        threads = [await codex.thread_start() for _ in range(job["turns"])]
        await play(flavour, threads)
        watch, tallies = await play(flavour, threads)
        values = watch.stream(job, sum(tally.events for tally in tallies))
        for tally in tallies:
            tally.check(job["chars"])
        return values


async def run(flavour: Flavour, job: Job) -> Values:
    """Let `run()` collect one turn."""
    async with flavour.connect(job["command"]) as codex:
        thread = await codex.thread_start()
        await thread.run("go")
        watch = Stopwatch()
        result = await thread.run("go")
        values = watch.stream(job)
        if len(result.final_response or "") != job["chars"]:
            raise AssertionError("run() lost text")
        return values


async def round_trips(thread: Any, count: int) -> Values:
    """Time one small request after the other."""
    times = []
    for _ in range(WARM_UP):
        await thread.set_name("name")
    watch = Stopwatch()
    for _ in range(count):
        start = time.perf_counter()
        await thread.set_name("name")
        times.append(time.perf_counter() - start)
    return watch.requests(times)


async def requests(flavour: Flavour, job: Job) -> Values:
    """Round trips of small requests."""
    async with flavour.connect(job["command"]) as codex:
        return await round_trips(await codex.thread_start(), job["count"])


async def real_requests(flavour: Flavour, job: Job) -> Values:
    """Round trips of a request that the real runtime answers from memory."""
    times = []
    async with flavour.connect(job["command"]) as codex:
        for number in range(WARM_UP + job["count"]):
            if number == WARM_UP:
                watch = Stopwatch()
            start = time.perf_counter()
            await codex.client.call("thread/loaded/list", {})
            times.append(time.perf_counter() - start)
        return watch.requests(times[WARM_UP:])


async def _reconnect(flavour: Flavour, job: Job) -> Values:
    from .reconnect import reconnect  # only ours can

    return await reconnect(flavour, job)


async def first_delta(flavour: Flavour, job: Job) -> Values:
    """From calling `turn()` to holding the first delta."""
    times = []
    async with flavour.connect(job["command"]) as codex:
        thread = await codex.thread_start()
        for _ in range(job["count"] + 10):
            start = time.perf_counter()
            first = 0.0
            turn = await thread.turn("go")
            async for event in turn.stream():
                if not first and event.method == DELTA and event.payload.delta:
                    first = time.perf_counter() - start
            times.append(first)
    return Stopwatch().requests(times[10:])


async def behind(flavour: Flavour, job: Job) -> Values:
    """The memory of a consumer that stops after its first event."""
    async with flavour.connect(job["command"]) as codex:
        thread = await codex.thread_start()
        await consume(await thread.turn("go"), Tally())
        before = resident()
        tally = Tally()
        events = aiter((await thread.turn("go")).stream())
        tally.take(await anext(events))
        await thread.set_name("everything written before this answer has been read")
        values = {"memory_mb": resident() - before}
        async for event in events:
            tally.take(event)
        tally.check(job["chars"])
        return values


async def unread(flavour: Flavour, job: Job) -> Values:
    """The memory of notifications nobody reads."""
    async with flavour.connect(job["command"]) as codex:
        thread = await codex.thread_start()
        await thread.set_name("warm")
        before = resident()
        await codex.models()
        await thread.set_name("everything written before this answer has been read")
        return {"memory_mb": resident() - before}


async def idle(flavour: Flavour, job: Job) -> Values:
    """Round trips and memory before and after opening turns that stay silent, with consumers."""
    async with flavour.connect(job["command"]) as codex:
        threads = [await codex.thread_start() for _ in range(job["turns"] + 1)]
        spare = threads.pop()
        alone = await round_trips(spare, job["count"])
        before = resident()
        turns = [await thread.turn("go") for thread in threads]
        async with flavour.background(consumers(turns, [Tally() for _ in turns])):
            values = await round_trips(spare, job["count"])
            values["kb_per_turn"] = (resident() - before) * 1e3 / job["turns"]
        values["unchanged"] = values["p50_us"] / alone["p50_us"]
        return values


async def open_turns(flavour: Flavour, job: Job) -> Values:
    """The memory of turns that are open and silent; no consumer of the caller's counts."""
    async with flavour.connect(job["command"]) as codex:
        threads = [await codex.thread_start() for _ in range(job["turns"] + 1)]
        held = [await threads.pop().turn("go")]
        before = resident()
        held += [await thread.turn("go") for thread in threads]
        values = {"kb_per_turn": (resident() - before) * 1e3 / job["turns"]}
        if len({turn.id for turn in held}) != job["turns"] + 1:
            raise AssertionError("two turns share an id")
        return values


CASES: dict[str, Callable[[Flavour, Job], Awaitable[Values]]] = {
    "stream": stream,
    "run": run,
    "requests": requests,
    "real_requests": real_requests,
    "first_delta": first_delta,
    "behind": behind,
    "unread": unread,
    "idle": idle,
    "open_turns": open_turns,
    "reconnect": _reconnect,
}
