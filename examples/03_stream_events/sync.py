"""Prints the events of a turn while it runs, then only the text of another turn."""

from __future__ import annotations

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from examples._demo import pick_config
from trio_codex import Codex
from trio_codex.types import AgentMessageDeltaNotification, ItemCompletedNotification


def main() -> None:
    with pick_config() as config, Codex(config) as codex:
        thread = codex.thread_start()
        with thread.turn("What does a cancel scope do?") as turn:
            for event in turn.stream():
                match event.payload:
                    case AgentMessageDeltaNotification(delta=text):
                        print(f"text      {text!r}")
                    case ItemCompletedNotification(item=item):
                        print(f"done      {type(item).__name__}")
                    case _:
                        print(f"event     {event.method}")
            result = turn.run()
        print(f"status    {result.status}")

        with thread.stream_text("And in two words?") as stream:
            for text in stream:
                print(text, end="", flush=True)
        print()


if __name__ == "__main__":
    main()
