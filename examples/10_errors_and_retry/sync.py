"""Retries an overloaded model, and shows other errors."""

from __future__ import annotations

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from examples._demo import pick_config
from trio_codex import (
    AppServerError,
    Codex,
    InvalidArgumentError,
    TurnFailedError,
    retry_on_overload,
)


def main() -> None:
    with pick_config() as config, Codex(config) as codex:
        thread = codex.thread_start()

        result = retry_on_overload(
            lambda: thread.run("Say something."), max_attempts=4, initial_delay_s=0.1
        )
        print(f"answer     {result.final_response}")

        try:
            thread.run("Say something else.")
        except TurnFailedError as error:
            print(f"failed     {error} (status {error.result.status})")

        try:
            thread.set_name("")
        except InvalidArgumentError as error:
            print(f"not sent   {error}")

        try:
            codex.thread_resume("00000000-0000-0000-0000-000000000000")
        except AppServerError as error:
            print(f"refused    {type(error).__name__}: {error}")


if __name__ == "__main__":
    main()
