"""Lets the model plan first, and carries the plan out once it is accepted."""

from __future__ import annotations

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from examples._demo import pick_config
from trio_codex import Codex
from trio_codex.types import PlanDeltaNotification


def main() -> None:
    with pick_config() as config, Codex(config) as codex:
        thread = codex.thread_start()
        with thread.plan("Rename the package.") as plan:
            for event in plan.stream():
                if isinstance(event.payload, PlanDeltaNotification):
                    print(event.payload.delta, end="")
            proposed = plan.run()
            if proposed.plan is None:
                print(f"no plan: {proposed.turn.final_response}")
                return
            # Ask somebody here. Without accept(), leaving the block ends plan mode.
            with plan.accept() as turn:
                print(f"done  {turn.run().final_response}")


if __name__ == "__main__":
    main()
