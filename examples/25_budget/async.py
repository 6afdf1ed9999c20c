"""Limits what several turns may cost together, and stops the one that passes the limit."""

from __future__ import annotations

import sys
from pathlib import Path

import trio

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from examples._demo import pick_config
from trio_codex import AsyncCodex, BudgetExceededError, budget


async def main() -> None:
    with pick_config() as config:
        async with AsyncCodex(config) as codex:
            thread = await codex.thread_start()
            try:
                with budget(requests=2) as spending:
                    for part in ("lexer", "parser", "printer"):
                        result = await thread.run(f"Describe the {part} in one sentence.")
                        print(result.final_response)
            except BudgetExceededError as error:
                print(f"stopped: {error.spent.requests} requests, allowed were {error.limit}")
            print(f"spent {spending.spent.tokens} tokens")


if __name__ == "__main__":
    trio.run(main)
