"""Chooses models and reasoning efforts from those that the runtime offers."""

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
            models = [entry for entry in (await codex.models()).data if not entry.hidden]
            default = next(entry for entry in models if entry.is_default)
            other = next((entry for entry in models if not entry.is_default), default)

            thread = await codex.thread_start(model=default.model)
            result = await thread.run("Name a prime.", effort=default.default_reasoning_effort)
            print(f"{default.model}: {result.final_response}")

            # This turn and the following ones use the other model, at its highest effort.
            effort = other.supported_reasoning_efforts[-1].reasoning_effort
            result = await thread.run("Name a larger one.", model=other.model, effort=effort)
            print(f"{other.model} ({effort}): {result.final_response}")


if __name__ == "__main__":
    trio.run(main)
