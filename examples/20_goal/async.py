"""Pursues a goal over several turns, with a budget, and prints what each turn has said."""

from __future__ import annotations

import sys
from pathlib import Path

import trio

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from examples._demo import pick_config
from trio_codex import AsyncCodex
from trio_codex.types import ItemCompletedNotification


async def main() -> None:
    with pick_config() as config:
        async with AsyncCodex(config) as codex:
            thread = await codex.thread_start()
            objective = "Every module has a docstring."
            # Leaving the block early pauses the goal and interrupts its turn.
            async with thread.pursue(objective, token_budget=200_000) as goal:
                async for event in goal.stream():
                    if event.method == "turn/started":
                        print("a turn begins")
                    elif isinstance(event.payload, ItemCompletedNotification):
                        print(f"  {type(event.payload.item).__name__}")
                result = await goal.run()
            print(f"{result.status} after {len(result.turns)} turns: {result.final_response}")
            if result.tokens is not None:
                print(f"{result.tokens.total_tokens} tokens, {result.time_used} s")


if __name__ == "__main__":
    trio.run(main)
