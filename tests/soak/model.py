"""The model of the soak, in a process of its own, so that its memory is not the client's.

The first line of a prompt says what the model does; `python -m tests.soak.model` prints the base
URL and serves until its standard input ends.
"""

from __future__ import annotations

import os
import sys

import trio

from trio_codex.testing import ModelRequest, ModelServer
from trio_codex.testing.model_server import items as model_items
from trio_codex.testing.model_server.replies import HttpFailure, Reply, StreamFailure

__all__ = ["BEHAVIOURS", "KEPT_REQUESTS"]

WORDS = tuple(f"word{number} " for number in range(60))
# Requests hold whole prompts: a server that kept all of them would be what grows.
KEPT_REQUESTS = 200


def text(*pieces: str) -> model_items.OutputItem:
    return model_items.message(deltas=pieces)


def call(name: str, arguments: dict[str, object], namespace: str | None = None) -> Reply:
    return Reply(items=(model_items.tool_call(name, arguments, namespace=namespace),))  # type: ignore[arg-type]


DONE = Reply(items=(text("done"),))
BEHAVIOURS: dict[str, Reply] = {
    "answer": Reply(items=(model_items.reasoning(("hm",)), text("a ", "short ", "answer"))),
    "long": Reply(items=(text(*WORDS),)),
    "slow": Reply(items=(text(*WORDS),), pace=0.05),
    "silent": Reply(items=(text(*WORDS),), pace=30.0),
    "tool": call("lookup", {"key": "a"}),
    "slow tool": call("ponder", {"seconds": 0.2}),
    "endless tool": call("ponder", {"seconds": 3600.0}),
    "command": Reply(items=(model_items.command("echo soak"),)),
    "escalated": Reply(items=(model_items.command("echo soak", escalated=True),)),
    "agent": call("spawn_agent", {"message": "slow"}, "multi_agent_v1"),
    "refused": Reply(failure=HttpFailure(status=400, body={"error": {"message": "no"}})),
    "broken": Reply(items=(text("a "),), stream_failure=StreamFailure(message="broken")),
    "cut": Reply(items=(text(*WORDS),), disconnect_after=20),
}


def respond(request: ModelRequest) -> Reply:
    """Play what the last message asks for, and end the turn once its tool has answered."""
    if request.input and str(request.input[-1].get("type")).endswith("_call_output"):
        return DONE
    return BEHAVIOURS.get(request.last_user_text.partition("\n")[0], DONE)


async def serve() -> None:
    async with ModelServer() as server:
        records = server._state.requests._records

        def play(request: ModelRequest) -> Reply:
            del records[:-KEPT_REQUESTS]
            return respond(request)

        server.on_request(play)
        print(server.base_url, flush=True)
        async with trio.lowlevel.FdStream(os.dup(sys.stdin.fileno())) as stdin:
            while await stdin.receive_some():
                pass


if __name__ == "__main__":
    trio.run(serve)
