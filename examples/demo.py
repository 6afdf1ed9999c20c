"""Demo of `nox -s demo`: one turn with a streamed answer, then its result.

Without arguments the model is a small server inside this program, so no account and no network
are needed. `--live "prompt"` uses your own Codex login instead.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

import trio

from trio_codex import AppServerConfig, AsyncCodex, Sandbox
from trio_codex.testing import ModelServer, isolated_config
from trio_codex.types import AgentMessageDeltaNotification

if TYPE_CHECKING:
    from trio_codex import TurnResult

PROMPT = "Say hello, and say who answers."
ANSWER = (
    "Hello! ",
    "You are talking to the real Codex runtime, ",
    "through trio-codex. ",
    "The model is a small server inside this demo, ",
    "which sends this fixed answer.",
)


async def show_turn(codex: AsyncCodex, prompt: str) -> None:
    """Runs one turn; prints its text while it streams, then its result."""
    print(f"runtime  {codex.metadata.server_version}")
    thread = await codex.thread_start(sandbox=Sandbox.READ_ONLY)
    print(f"thread   {thread.id}\n\n> {prompt}\n")
    async with thread.turn(prompt) as turn:
        async for event in turn.stream():
            if isinstance(event.payload, AgentMessageDeltaNotification):
                print(event.payload.delta, end="", flush=True)
        show_result(await turn.run())


def show_result(result: TurnResult) -> None:
    """Prints the result of a turn."""
    print(f"\n\nstatus   {result.status} in {result.duration_ms} ms")
    for item in result.items:
        print(f"item     {type(item).__name__}")
    if (tokens := result.tokens) is not None:
        print(f"tokens   {tokens.input_tokens} in, {tokens.output_tokens} out")


async def demo() -> None:
    """Shows a turn whose model is a server inside this program."""
    with tempfile.TemporaryDirectory() as home:
        async with ModelServer() as model:
            model.reply_deltas(ANSWER)
            async with AsyncCodex(isolated_config(model, home=Path(home))) as codex:
                await show_turn(codex, PROMPT)


async def live(prompt: str) -> None:
    """Shows a turn with the user's own Codex login."""
    async with AsyncCodex(AppServerConfig()) as codex:
        await show_turn(codex, prompt)


def main() -> None:
    """Reads the arguments and runs the demo."""
    parser = argparse.ArgumentParser(description=sys.modules[__name__].__doc__)
    parser.add_argument("--live", metavar="PROMPT", help="use your own Codex login")
    arguments = parser.parse_args()
    if arguments.live is None:
        trio.run(demo)
    else:
        trio.run(live, arguments.live)


if __name__ == "__main__":
    main()
