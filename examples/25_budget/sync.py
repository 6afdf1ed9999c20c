"""Limits what several turns may cost together, and stops the one that passes the limit."""

from __future__ import annotations

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from examples._demo import pick_config
from trio_codex import BudgetExceededError, Codex, budget


def main() -> None:
    with pick_config() as config, Codex(config) as codex:
        thread = codex.thread_start()
        try:
            with budget(requests=2) as spending:
                for part in ("lexer", "parser", "printer"):
                    result = thread.run(f"Describe the {part} in one sentence.")
                    print(result.final_response)
        except BudgetExceededError as error:
            print(f"stopped: {error.spent.requests} requests, allowed were {error.limit}")
        print(f"spent {spending.spent.tokens} tokens")


if __name__ == "__main__":
    main()
