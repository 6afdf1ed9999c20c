"""Asks one question and prints the answer."""

from __future__ import annotations

import sys
from pathlib import Path

import trio

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from examples._demo import pick_config
from trio_codex import AsyncCodex


async def main() -> None:
    with pick_config() as config:
        async with AsyncCodex(config) as codex, codex.thread_start() as thread:
            result = await thread.run("In one sentence: what is Trio?")
            print(result.final_response)


if __name__ == "__main__":
    trio.run(main)
