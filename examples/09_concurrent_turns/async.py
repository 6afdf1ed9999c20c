"""Runs three turns at once, each on its own thread and with its own deadline."""

from __future__ import annotations

import sys
from pathlib import Path

import trio

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from examples._demo import pick_config
from trio_codex import AsyncCodex

QUESTIONS = (
    "What is a nursery?",
    "What is a cancel scope?",
    "What is a checkpoint?",
)
SECONDS = 3 if "--demo" in sys.argv else 60


async def ask(codex: AsyncCodex, question: str) -> None:
    """Prints the answer to a question, or that it was too late."""
    with trio.move_on_after(SECONDS) as deadline:  # interrupts the turn on the server too
        async with codex.thread_start() as thread:  # leaving unloads the thread
            result = await thread.run(question)
            print(f"{question} {result.final_response}")
    if deadline.cancelled_caught:
        print(f"{question} No answer within {SECONDS} s.")


async def main() -> None:
    with pick_config() as config:
        async with AsyncCodex(config) as codex, trio.open_nursery() as nursery:
            for question in QUESTIONS:
                nursery.start_soon(ask, codex, question)


if __name__ == "__main__":
    trio.run(main)
