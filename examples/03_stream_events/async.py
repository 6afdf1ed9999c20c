"""Prints the events of a turn while it runs, then only the text of another turn."""

from __future__ import annotations

import sys
from pathlib import Path

import trio

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from examples._demo import pick_config
from trio_codex import AsyncCodex
from trio_codex.types import AgentMessageDeltaNotification, ItemCompletedNotification


async def main() -> None:
    with pick_config() as config:
        async with AsyncCodex(config) as codex:
            thread = await codex.thread_start()
            async with thread.turn("What does a cancel scope do?") as turn:
                async for event in turn.stream():
                    match event.payload:
                        case AgentMessageDeltaNotification(delta=text):
                            print(f"text      {text!r}")
                        case ItemCompletedNotification(item=item):
                            print(f"done      {type(item).__name__}")
                        case _:
                            print(f"event     {event.method}")
                result = await turn.run()
            print(f"status    {result.status}")

            async with thread.stream_text("And in two words?") as stream:
                async for text in stream:
                    print(text, end="", flush=True)
            print()


if __name__ == "__main__":
    trio.run(main)
