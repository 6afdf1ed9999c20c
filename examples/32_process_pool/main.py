"""Runs many prompts in a pool of processes on this machine, each with a runtime of its own."""

from __future__ import annotations

import sys
from concurrent.futures import ProcessPoolExecutor, as_completed
from contextlib import AbstractContextManager
from multiprocessing import get_context
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from examples._demo import pick_config
from trio_codex import AppServerConfig, Codex

WORDS = ("nursery", "cancel scope", "checkpoint", "memory channel", "task", "event")

_codex: Codex | None = None


def start(config: AppServerConfig | None, alone: AbstractContextManager[object]) -> None:
    """Starts the client of one process; its runtime ends with the process."""
    global _codex
    with alone:  # runtimes that create a Codex home at the same moment disturb each other
        _codex = Codex(config)


def ask(prompt: str) -> str | None:
    """Runs one prompt; results and errors are pickled on their way back."""
    assert _codex is not None
    with _codex.thread_start() as thread:
        return thread.run(prompt, timeout=120).final_response


def main() -> None:
    # Not by forking: a forked process would share the connection of its parent.
    context = get_context("spawn")
    with (
        pick_config() as config,
        ProcessPoolExecutor(2, context, start, (config, context.Lock())) as pool,
    ):
        asked = {pool.submit(ask, f"Define {word}."): word for word in WORDS}
        for done in as_completed(asked):
            print(f"Define {asked[done]}. {done.result()}")
        print(f"{len(asked)} prompts done")


if __name__ == "__main__":
    main()
