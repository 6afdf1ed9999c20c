"""Adds to a turn while it runs, and stops another one."""

from __future__ import annotations

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from examples._demo import pick_config
from trio_codex import Codex, TurnHandle


def wait_for_text(turn: TurnHandle) -> None:
    """Waits until the model has begun to answer."""
    for event in turn.stream():
        if event.method == "item/agentMessage/delta":
            return


def main() -> None:
    with pick_config() as config, Codex(config) as codex:
        thread = codex.thread_start()
        with thread.turn("Count slowly to one hundred.") as turn:
            wait_for_text(turn)
            turn.steer("To three will do, but in French.")
            print(f"steered      {(turn.run()).final_response}")

        with thread.turn("Tell me a long story.") as turn:
            wait_for_text(turn)
            turn.interrupt()
            print(f"interrupted  {(turn.run()).status}")


if __name__ == "__main__":
    main()
