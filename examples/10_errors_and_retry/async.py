"""Retries an overloaded model, and shows other errors."""

from __future__ import annotations

import sys
from pathlib import Path

import trio

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from examples._demo import pick_config
from trio_codex import (
    AppServerError,
    AsyncCodex,
    InvalidArgumentError,
    TurnFailedError,
    async_retry_on_overload,
)


async def main() -> None:
    with pick_config() as config:
        async with AsyncCodex(config) as codex:
            thread = await codex.thread_start()

            result = await async_retry_on_overload(
                lambda: thread.run("Say something."), max_attempts=4, initial_delay_s=0.1
            )
            print(f"answer     {result.final_response}")

            try:
                await thread.run("Say something else.")
            except TurnFailedError as error:
                print(f"failed     {error} (status {error.result.status})")

            try:
                await thread.set_name("")
            except InvalidArgumentError as error:
                print(f"not sent   {error}")

            try:
                await codex.thread_resume("00000000-0000-0000-0000-000000000000")
            except AppServerError as error:
                print(f"refused    {type(error).__name__}: {error}")


if __name__ == "__main__":
    trio.run(main)
