"""Runs commands in the runtime's sandbox: to their end, and as streams while they run."""

from __future__ import annotations

import sys
from pathlib import Path

import trio

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from examples._demo import pick_config
from trio_codex import AsyncCodex, CommandTimeoutError


async def main() -> None:
    with pick_config() as config:
        async with AsyncCodex(config) as codex:
            result = await codex.run_command(["sort"], stdin=b"pear\napple\n")
            print(f"exit code {result.returncode}: {result.stdout.decode().split()}")

            # Leaving the block early kills the command.
            async with codex.command(["cat"]) as command:
                await command.stdin.send_all(b"typed while it runs")
                print((await command.stdout.receive_some()).decode())

            try:
                await codex.run_command(["sleep", "60"], timeout=0.2)
            except CommandTimeoutError as error:
                print(error)


if __name__ == "__main__":
    trio.run(main)
