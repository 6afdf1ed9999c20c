"""Continues a stored thread from a second process of the runtime."""

from __future__ import annotations

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from examples._demo import pick_config
from trio_codex import Codex


def main() -> None:
    with pick_config() as config:
        with Codex(config) as codex:
            thread = codex.thread_start()
            first = thread.run("Remember the number 17.")
            print(first.final_response)

        with Codex(config) as codex:
            thread = codex.thread_resume(thread.id)
            second = thread.run("Which number did I tell you?")
            print(second.final_response)
            for turn in thread.turns():
                print(f"turn {turn.id}: {turn.status}")


if __name__ == "__main__":
    main()
