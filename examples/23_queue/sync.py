"""Queues input behind a running turn, changes it while it waits, and follows its turn."""

from __future__ import annotations

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from examples._demo import pick_config
from trio_codex import Codex


def main() -> None:
    with pick_config() as config, Codex(config) as codex:
        thread = codex.thread_start()
        # Leaving the block deletes input that still waits, and interrupts a turn that runs.
        with (
            thread.turn("Write the tests.") as first,
            thread.enqueue("Run them.") as last,
            thread.enqueue("Read them.") as second,
        ):
            last.update("Run them twice.")
            second.reorder(0)
            print(f"waiting  {second.position()}, {last.position()}")
            print(f"first    {first.run().final_response}")
            for entry in (second, last):
                turn = entry.turn()
                print(f"then     {turn.run().final_response}")


if __name__ == "__main__":
    main()
