"""Gives the model a tool: a typed Python function."""

from __future__ import annotations

import sys
import time
from pathlib import Path
from typing import Annotated, Literal

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from examples._demo import pick_config
from trio_codex import Codex, tool


@tool
def weather(
    city: Annotated[str, "the city's name"],
    unit: Literal["celsius", "fahrenheit"] = "celsius",
) -> str:
    """Returns the current weather of a city."""
    time.sleep(0.1)  # a real tool would ask a weather service
    print(f"called  weather({city!r}, {unit!r})")
    return f"{city}: 4 degrees {unit}, rain"


def main() -> None:
    with pick_config() as config, Codex(config) as codex:
        thread = codex.thread_start(tools=[weather])
        result = thread.run("How is the weather in Oslo?")
        print(f"codex   {result.final_response}")


if __name__ == "__main__":
    main()
