"""Chats in the terminal with streamed answers; Ctrl+C interrupts the answer, not the program.

Ctrl+C at the prompt, Ctrl+D or an empty line ends the chat.
"""

from __future__ import annotations

import signal
import sys
from contextlib import suppress
from pathlib import Path

import trio

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from examples._demo import pick_config
from trio_codex import (
    AppServerError,
    AsyncCodex,
    AsyncThread,
    AsyncTurnHandle,
    TransportClosedError,
)
from trio_codex.types import AgentMessageDeltaNotification


async def read_line() -> str:
    """Reads a line from the terminal; empty at the end of the input."""
    print("you> ", end="", flush=True)
    # In a thread, because reading blocks; Ctrl+C abandons the thread.
    return await trio.to_thread.run_sync(sys.stdin.readline, abandon_on_cancel=True)


async def interrupt_on_ctrl_c(turn: AsyncTurnHandle) -> None:
    """Interrupts the turn at each Ctrl+C, until the nursery is cancelled."""
    with trio.open_signal_receiver(signal.SIGINT) as signals:
        async for _ in signals:
            with suppress(AppServerError):  # `turn.run()` raises the reason
                await turn.interrupt()


async def answer(thread: AsyncThread, line: str) -> None:
    """Streams the answer to a line."""
    print("codex> ", end="", flush=True)
    async with thread.turn(line) as turn, trio.open_nursery() as nursery:
        nursery.start_soon(interrupt_on_ctrl_c, turn)
        with suppress(AppServerError):  # `turn.run()` below raises it
            async for event in turn.stream():
                if isinstance(event.payload, AgentMessageDeltaNotification):
                    print(event.payload.delta, end="", flush=True)
        nursery.cancel_scope.cancel()
    result = await turn.run()
    print("  [interrupted]" if result.status == "interrupted" else "")


async def main() -> None:
    with pick_config() as config:
        async with AsyncCodex(config) as codex:
            thread = await codex.thread_start()
            while line := (await read_line()).strip():
                try:
                    await answer(thread, line)
                except TransportClosedError as error:
                    print(f"\nThe chat ends: {error}")
                    break
                except AppServerError as error:
                    print(f"\n{error}")


if __name__ == "__main__":
    try:
        trio.run(main)
    except KeyboardInterrupt:
        print()
