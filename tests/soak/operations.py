"""What one worker of the soak does next: a turn, and what becomes of it; async face."""

from __future__ import annotations

import gc
from collections.abc import Awaitable, Callable
from random import Random
from typing import TYPE_CHECKING, TypeAlias

import trio

from trio_codex import (
    AppServerError,
    AsyncCodex,
    AsyncThread,
    HandlerError,
    InvalidRequestError,
    ServerRequestHandlers,
    TransportClosedError,
    TurnFailedError,
    tool,
)
from trio_codex.types import CommandExecutionRequestApprovalParams, Decision

if TYPE_CHECKING:
    from trio_codex import Notification

__all__ = ["OPERATIONS", "TOOLS", "Operation", "handlers"]

Operation: TypeAlias = Callable[[AsyncCodex, AsyncThread, Random], Awaitable[None]]


@tool
async def lookup(key: str) -> str:
    """Looks a key up."""
    await trio.lowlevel.checkpoint()
    return f"the value of {key}"


@tool
async def ponder(seconds: float) -> str:
    """Takes its time."""
    await trio.sleep(seconds)
    return "that was hard"


TOOLS = (lookup, ponder)


async def decide(_: CommandExecutionRequestApprovalParams) -> Decision:
    """Takes a moment, as a person would, and declines."""
    await trio.sleep(0.05)
    return Decision.decline


def handlers() -> ServerRequestHandlers:
    return ServerRequestHandlers(command_execution=decide)


def prompt(rng: Random, *behaviours: str) -> str:
    return f"{rng.choice(behaviours)}\n{rng.random()}"


async def run(_: AsyncCodex, thread: AsyncThread, rng: Random) -> None:
    await thread.run(prompt(rng, "answer", "long", "tool", "slow tool", "command", "escalated"))


async def run_failing(_: AsyncCodex, thread: AsyncThread, rng: Random) -> None:
    try:
        await thread.run(prompt(rng, "refused", "broken", "cut"))
    except TurnFailedError:
        return
    raise AssertionError("a turn whose model failed did not")


async def run_out_of_time(_: AsyncCodex, thread: AsyncThread, rng: Random) -> None:
    with trio.move_on_after(rng.random()):
        await thread.run(prompt(rng, "slow", "silent", "endless tool", "agent", "long"))


async def stream_all(_: AsyncCodex, thread: AsyncThread, rng: Random) -> None:
    async with thread.stream_text(prompt(rng, "answer", "long")) as stream:
        async for _text in stream:
            pass


async def stream_and_leave(_: AsyncCodex, thread: AsyncThread, rng: Random) -> None:
    async with thread.stream_text(prompt(rng, "slow", "long")) as stream:
        async for _text in stream:
            if rng.random() < 0.3:
                break


async def stream_and_abandon(_: AsyncCodex, thread: AsyncThread, rng: Random) -> None:
    async for _text in thread.stream_text(prompt(rng, "slow", "long")):
        break
    gc.collect()


async def interrupt(_: AsyncCodex, thread: AsyncThread, rng: Random) -> None:
    turn = await thread.turn(prompt(rng, "slow", "silent", "endless tool"))
    if rng.random() < 0.5:
        await trio.sleep(rng.random() * 0.2)
    await turn.interrupt()
    await turn.run()


async def steer(_: AsyncCodex, thread: AsyncThread, rng: Random) -> None:
    async with thread.turn(prompt(rng, "slow")) as turn:
        events = 0
        async for _event in turn.stream():
            events += 1
            if events == 3:
                try:
                    await turn.steer("answer\n")
                except InvalidRequestError:
                    break  # it had just come to its end
        await turn.run()


async def join(_: AsyncCodex, thread: AsyncThread, rng: Random) -> None:
    async with thread.turn(prompt(rng, "slow")) as turn, thread.turn("answer\n") as other:
        await other.run()
        await turn.run()


async def leave_agents(_: AsyncCodex, thread: AsyncThread, rng: Random) -> None:
    async with thread.turn(prompt(rng, "agent")) as turn:
        if rng.random() < 0.7:
            await turn.run()


async def archive(codex: AsyncCodex, _: AsyncThread, rng: Random) -> None:
    await _end_thread(codex, rng, codex.thread_archive)


async def delete(codex: AsyncCodex, _: AsyncThread, rng: Random) -> None:
    await _end_thread(codex, rng, codex.thread_delete)


async def unsubscribe(codex: AsyncCodex, _: AsyncThread, rng: Random) -> None:
    async def end(thread_id: str) -> None:
        await codex.request("thread/unsubscribe", {"threadId": thread_id})

    await _end_thread(codex, rng, end)


async def _end_thread(
    codex: AsyncCodex, rng: Random, end: Callable[[str], Awaitable[None]]
) -> None:
    """Take a thread away from under its turn."""
    thread = await codex.thread_start(tools=TOOLS)
    async with thread.turn(prompt(rng, "slow", "silent", "endless tool")) as turn:
        await trio.sleep(rng.random() * 0.3)
        try:
            await end(thread.id)
        except InvalidRequestError:
            return  # a thread that has no file yet cannot be archived
        try:
            await turn.run()
        except TransportClosedError:
            raise
        except AppServerError:
            pass


async def scoped_thread(codex: AsyncCodex, _: AsyncThread, rng: Random) -> None:
    async with codex.thread_start(tools=TOOLS) as thread:
        if rng.random() < 0.5:
            await thread.run(prompt(rng, "answer"))
        else:
            await thread.turn(prompt(rng, "slow"))


async def ask(codex: AsyncCodex, thread: AsyncThread, rng: Random) -> None:
    await codex.models()
    await thread.read()
    await codex.thread_list(limit=rng.randint(1, 5))


async def subscribe(codex: AsyncCodex, thread: AsyncThread, rng: Random) -> None:
    seen: list[Notification] = []
    with codex.notifications("thread/name/updated") as updates:
        await thread.run(prompt(rng, "answer"))
        await thread.set_name("soak")
        async for event in updates:
            seen.append(event)
            break
    assert len(seen) == 1


async def fail_in_body(_: AsyncCodex, thread: AsyncThread, rng: Random) -> None:
    class Planned(Exception):
        pass

    try:
        async with thread.turn(prompt(rng, "slow", "silent")):
            raise Planned
    except Planned:
        return
    except HandlerError:
        raise


OPERATIONS: tuple[Operation, ...] = (
    *(run, run, run, run, stream_all, stream_all, ask),
    *(run_failing, run_out_of_time, stream_and_leave, stream_and_abandon, interrupt, steer, join),
    *(leave_agents, archive, delete, unsubscribe, scoped_thread, subscribe, fail_in_body),
)
