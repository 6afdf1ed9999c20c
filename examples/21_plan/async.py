"""Lets the model plan first, and carries the plan out once it is accepted."""

from __future__ import annotations

import sys
from pathlib import Path

import trio

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from examples._demo import pick_config
from trio_codex import AsyncCodex
from trio_codex.types import PlanDeltaNotification


async def main() -> None:
    with pick_config() as config:
        async with AsyncCodex(config) as codex:
            thread = await codex.thread_start()
            async with thread.plan("Rename the package.") as plan:
                async for event in plan.stream():
                    if isinstance(event.payload, PlanDeltaNotification):
                        print(event.payload.delta, end="")
                proposed = await plan.run()
                if proposed.plan is None:
                    print(f"no plan: {proposed.turn.final_response}")
                    return
                # Ask somebody here. Without accept(), leaving the block ends plan mode.
                async with plan.accept() as turn:
                    print(f"done  {(await turn.run()).final_response}")


if __name__ == "__main__":
    trio.run(main)
