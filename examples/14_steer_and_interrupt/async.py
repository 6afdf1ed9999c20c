"""Adds to a turn while it runs, and stops another one."""

from __future__ import annotations

import sys
from pathlib import Path

import trio

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from examples._demo import pick_config
from trio_codex import AsyncCodex, AsyncTurnHandle


async def wait_for_text(turn: AsyncTurnHandle) -> None:
    """Waits until the model has begun to answer."""
    async for event in turn.stream():
        if event.method == "item/agentMessage/delta":
            return


async def main() -> None:
    with pick_config() as config:
        async with AsyncCodex(config) as codex:
            thread = await codex.thread_start()
            async with thread.turn("Count slowly to one hundred.") as turn:
                await wait_for_text(turn)
                await turn.steer("To three will do, but in French.")
                print(f"steered      {(await turn.run()).final_response}")

            async with thread.turn("Tell me a long story.") as turn:
                await wait_for_text(turn)
                await turn.interrupt()
                print(f"interrupted  {(await turn.run()).status}")


if __name__ == "__main__":
    trio.run(main)
