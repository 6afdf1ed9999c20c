"""Queues input behind a running turn, changes it while it waits, and follows its turn."""

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
            # Leaving the block deletes input that still waits, and interrupts a turn that runs.
            async with (
                thread.turn("Write the tests.") as first,
                thread.enqueue("Run them.") as last,
                thread.enqueue("Read them.") as second,
            ):
                await last.update("Run them twice.")
                await second.reorder(0)
                print(f"waiting  {await second.position()}, {await last.position()}")
                print(f"first    {(await first.run()).final_response}")
                for entry in (second, last):
                    turn = await entry.turn()
                    print(f"then     {(await turn.run()).final_response}")


if __name__ == "__main__":
    trio.run(main)
