"""Runs three turns at once, each in its own Python thread and with its own deadline."""

from __future__ import annotations

import sys
import threading
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from examples._demo import pick_config
from trio_codex import Codex
from trio_codex.types import TurnStatus

QUESTIONS = (
    "What is a nursery?",
    "What is a cancel scope?",
    "What is a checkpoint?",
)
SECONDS = 3 if "--demo" in sys.argv else 60


def ask(codex: Codex, question: str) -> None:
    """Prints the answer to a question, or that it was too late."""
    with codex.thread_start() as thread, thread.turn(question) as turn:
        # A blocking call has no cancel scope: a timer interrupts the turn, and `run` returns.
        timer = threading.Timer(SECONDS, turn.interrupt)
        timer.start()
        result = turn.run()
        timer.cancel()
    if result.status == TurnStatus.INTERRUPTED:
        print(f"{question} No answer within {SECONDS} s.")
    else:
        print(f"{question} {result.final_response}")


def main() -> None:
    with pick_config() as config, Codex(config) as codex, ThreadPoolExecutor() as pool:
        for asked in [pool.submit(ask, codex, question) for question in QUESTIONS]:
            asked.result()


if __name__ == "__main__":
    main()
