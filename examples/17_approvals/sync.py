"""Decides about each command that the model wants to run outside the sandbox."""

from __future__ import annotations

import sys
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from examples._demo import pick_config
from trio_codex import Codex, Sandbox, ServerRequestHandlers
from trio_codex.types import (
    CommandExecutionRequestApprovalParams,
    Decision,
)

# Whole command lines, with the shell that runs them.
ALLOWED = {f"{shell} -lc 'touch approved.txt'" for shell in ("/bin/bash", "/bin/zsh")}


def decide(request: CommandExecutionRequestApprovalParams) -> Decision:
    """Accepts exactly the listed commands and declines all others."""
    command = request.command or ""
    allowed = command in ALLOWED and request.additional_permissions is None
    time.sleep(0.1)  # a person or a service may take minutes; other turns continue
    print(f"{'allowed' if allowed else 'refused'}  {command} ({request.reason})")
    return Decision.ACCEPT if allowed else Decision.DECLINE


def main() -> None:
    handlers = ServerRequestHandlers(command_execution=decide)
    with pick_config() as config, Codex(config, handlers=handlers) as codex:
        thread = codex.thread_start(sandbox=Sandbox.READ_ONLY)
        for prompt in ("Make the file approved.txt.", "Remove the folder build."):
            result = thread.run(prompt)
            print(f"codex    {result.final_response}")


if __name__ == "__main__":
    main()
