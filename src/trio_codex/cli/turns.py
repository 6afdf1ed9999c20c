"""`trio-codex run` and `trio-codex chat`."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import orjson
import trio

from .outcomes import ExitCode, UsageError
from .session import (
    Display,
    add_client_options,
    add_thread_options,
    exit_code,
    make_client,
    output_type,
    read_prompt,
    show_turn,
    show_work,
    thread_options,
)

if TYPE_CHECKING:
    import argparse

    from .. import AsyncCodex, AsyncThread, GoalResult
    from .._client.awaitable_scope import AwaitableScope

__all__ = ["add_chat", "add_commands"]


def add_commands(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Adds the commands to the parser."""
    one = commands.add_parser("run", help="run one turn")
    one.add_argument("prompt", nargs="?", help="the prompt; default, or '-': standard input")
    one.set_defaults(handler=_run)
    add_client_options(one)
    add_thread_options(one)
    _add_resume(one)
    goal = commands.add_parser("goal", help="pursue a goal over as many turns as it takes")
    goal.add_argument("prompt", nargs="?", help="the objective; default, or '-': standard input")
    goal.add_argument("--token-budget", type=int, metavar="TOKENS", help="the most tokens to use")
    goal.set_defaults(handler=_goal, output=None)
    add_client_options(goal)
    add_thread_options(goal, output=False)
    _add_resume(goal)
    chat = commands.add_parser("chat", help="run a turn for each line that is typed")
    add_chat(chat)
    _add_resume(chat)


def _add_resume(parser: argparse.ArgumentParser) -> None:
    """Adds the option that names the thread."""
    parser.add_argument("--resume", metavar="THREAD", help="id of the thread to go on with")


def add_chat(parser: argparse.ArgumentParser) -> None:
    """Makes the parser that of a chat."""
    parser.set_defaults(handler=_chat, prompt=None)
    add_client_options(parser)
    add_thread_options(parser)


def _thread(codex: AsyncCodex, options: argparse.Namespace) -> AwaitableScope[AsyncThread]:
    if options.resume is not None:
        return codex.thread_resume(options.resume, **thread_options(options))
    return codex.thread_start(**thread_options(options))


async def _run(options: argparse.Namespace) -> int:
    prompt, wanted = read_prompt(options), output_type(options)
    display = Display.of(options)
    async with make_client(options, display) as codex, _thread(codex, options) as thread:
        result = await show_turn(thread, prompt, display, output=wanted)
    if wanted is not None and exit_code(result) == ExitCode.COMPLETED:
        # The text has been checked against the type; as JSON it is written in one line.
        answer = orjson.loads(result.final_response or "null")
        sys.stdout.write(orjson.dumps(answer).decode() + "\n")
    return exit_code(result)


async def _goal(options: argparse.Namespace) -> int:
    objective = read_prompt(options)
    display = Display.of(options)
    async with make_client(options, display) as codex, _thread(codex, options) as thread:
        scope = thread.pursue(objective, token_budget=options.token_budget)
        result: GoalResult = await show_work(scope, display)
    print(f"goal {result.status} after {len(result.turns)} turns", file=sys.stderr)
    if str(result.status) in ("paused", "active"):
        return ExitCode.INTERRUPTED
    return ExitCode.COMPLETED if str(result.status) == "complete" else ExitCode.FAILED


async def _chat(options: argparse.Namespace) -> int:
    if options.output is not None:
        raise UsageError("--output belongs to `run`")
    display = Display.of(options)
    code: int = ExitCode.COMPLETED
    async with make_client(options, display) as codex, _thread(codex, options) as thread:
        while (line := await _read_line()) is not None:
            if line.strip():
                code = exit_code(await show_turn(thread, line, Display.of(options)))
    return code


async def _read_line() -> str | None:
    """Returns the next line of standard input; `None` at its end."""
    if sys.stdin.isatty():
        sys.stderr.write("> ")
        sys.stderr.flush()
    line = await trio.to_thread.run_sync(sys.stdin.readline, abandon_on_cancel=True)
    return line or None
