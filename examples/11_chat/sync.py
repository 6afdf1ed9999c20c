"""Chats in the terminal with streamed answers; Ctrl+C interrupts the answer, not the program.

Ctrl+C at the prompt, Ctrl+D or an empty line ends the chat.
"""

from __future__ import annotations

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from examples._demo import pick_config
from trio_codex import AppServerError, Codex, Thread, TransportClosedError


def read_line() -> str:
    """Reads a line from the terminal; empty at the end of the input."""
    print("you> ", end="", flush=True)
    return sys.stdin.readline()


def answer(thread: Thread, line: str) -> None:
    """Streams the answer to a line."""
    print("codex> ", end="", flush=True)
    try:
        with thread.stream_text(line) as text:  # leaving it by Ctrl+C interrupts the turn
            for piece in text:
                print(piece, end="", flush=True)
        print()
    except KeyboardInterrupt:
        print("  [interrupted]")


def main() -> None:
    with pick_config() as config, Codex(config) as codex:
        thread = codex.thread_start()
        while line := read_line().strip():
            try:
                answer(thread, line)
            except TransportClosedError as error:
                print(f"\nThe chat ends: {error}")
                break
            except AppServerError as error:
                print(f"\n{error}")


if __name__ == "__main__":
    try:
        main()
    except KeyboardInterrupt:
        print()
