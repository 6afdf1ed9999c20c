"""Continues a stored thread from a second process of the runtime."""

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
            first = await thread.run("Remember the number 17.")
            print(first.final_response)

        async with AsyncCodex(config) as codex:
            thread = await codex.thread_resume(thread.id)
            second = await thread.run("Which number did I tell you?")
            print(second.final_response)
            async for turn in thread.turns():
                print(f"turn {turn.id}: {turn.status}")


if __name__ == "__main__":
    trio.run(main)
