"""Gives the model a tool: a typed Python function."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated, Literal

import trio

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from examples._demo import pick_config
from trio_codex import AsyncCodex, tool


@tool
async def weather(
    city: Annotated[str, "the city's name"],
    unit: Literal["celsius", "fahrenheit"] = "celsius",
) -> str:
    """Returns the current weather of a city."""
    await trio.sleep(0.1)  # a real tool would ask a weather service
    print(f"called  weather({city!r}, {unit!r})")
    return f"{city}: 4 degrees {unit}, rain"


async def main() -> None:
    with pick_config() as config:
        async with AsyncCodex(config) as codex:
            thread = await codex.thread_start(tools=[weather])
            result = await thread.run("How is the weather in Oslo?")
            print(f"codex   {result.final_response}")


if __name__ == "__main__":
    trio.run(main)
