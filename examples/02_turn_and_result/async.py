"""Runs a turn and prints its result."""

from __future__ import annotations

import sys
from pathlib import Path

import trio

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from examples._demo import pick_config
from trio_codex import AsyncCodex


async def main() -> None:
    with pick_config() as config:
        async with AsyncCodex(config) as codex:
            thread = await codex.thread_start()
            result = await thread.run("List the first five primes.")
            print(f"turn     {result.id}")
            print(f"status   {result.status}")
            print(f"took     {result.duration_ms} ms")
            for item in result.items:
                print(f"item     {type(item).__name__}")
            if result.tokens is not None:
                print(f"tokens   {result.tokens.total_tokens}")
            print(f"answer   {result.final_response}")


if __name__ == "__main__":
    trio.run(main)
