"""What one worker of the soak does next; blocking face, in threads of its own."""

from __future__ import annotations

import gc
from collections.abc import Callable
from random import Random
from typing import TypeAlias

from tests.soak.operations import prompt
from trio_codex import AppServerConfig, Codex, Thread, TurnFailedError

__all__ = ["blocking_epoch"]

Operation: TypeAlias = Callable[[Codex, Thread, Random], None]


def run(_: Codex, thread: Thread, rng: Random) -> None:
    thread.run(prompt(rng, "answer", "long", "command"))


def run_failing(_: Codex, thread: Thread, rng: Random) -> None:
    try:
        thread.run(prompt(rng, "refused", "cut"))
    except TurnFailedError:
        return
    raise AssertionError("a turn whose model failed did not")


def run_out_of_time(_: Codex, thread: Thread, rng: Random) -> None:
    try:
        thread.run(prompt(rng, "slow", "silent"), timeout=0.05 + rng.random())
    except TimeoutError:
        return


def stream(_: Codex, thread: Thread, rng: Random) -> None:
    with thread.stream_text(prompt(rng, "slow", "long", "answer")) as texts:
        for _text in texts:
            if rng.random() < 0.05:
                break


def abandon(_: Codex, thread: Thread, rng: Random) -> None:
    for _text in thread.stream_text(prompt(rng, "slow", "long")):
        break
    gc.collect()


def interrupt(_: Codex, thread: Thread, rng: Random) -> None:
    turn = thread.turn(prompt(rng, "slow", "silent"))
    turn.interrupt()
    turn.run()


def ask(codex: Codex, thread: Thread, rng: Random) -> None:
    codex.models()
    thread.read()
    codex.thread_list(limit=rng.randint(1, 5))


OPERATIONS: tuple[Operation, ...] = (
    *(run, run, run, ask, run_failing, run_out_of_time, stream, abandon, interrupt),
)


def blocking_epoch(
    config: AppServerConfig, rng: Random, operations: int, done: Callable[[], None]
) -> None:
    """Open a blocking client, do so many things, and close it."""
    with Codex(config) as codex:
        for _ in range(operations):
            rng.choice(OPERATIONS)(codex, codex.thread_start(), rng)
            done()
