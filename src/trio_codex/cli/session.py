"""What the commands share: options of a client and a thread, handlers, and one shown turn."""

from __future__ import annotations

import importlib
import os
import signal
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import attrs
import orjson
import outcome
import trio
from rich.console import Console

from .. import ApprovalMode, AppServerConfig, AsyncCodex, Sandbox, ServerRequestHandlers
from .._requests.presets import decline_all
from .._requests.terminal.prompts import ask_in_terminal
from .outcomes import ExitCode, UsageError
from .view import TurnView

if TYPE_CHECKING:
    import argparse
    from collections.abc import Awaitable, Callable

    from .. import AsyncThread, Notification, TurnResult
    from .._client.awaitable_scope import AwaitableScope

__all__ = [
    "Display",
    "add_client_options",
    "add_thread_options",
    "make_client",
    "read_prompt",
    "show_turn",
    "thread_options",
]

_TOKEN = "TRIO_CODEX_TOKEN"


def add_client_options(parser: argparse.ArgumentParser) -> None:
    """Adds the options of every command that opens a client."""
    group = parser.add_argument_group("runtime")
    group.add_argument("--codex-bin", metavar="PATH", help="the runtime; default: the pinned one")
    group.add_argument(
        "-c",
        "--config",
        action="append",
        default=[],
        metavar="KEY=VALUE",
        help="a setting of the runtime; the value is TOML",
    )
    group.add_argument(
        "--attach",
        metavar="URL",
        help=f"attach to a running server (unix:// or ws://); its token is read from ${_TOKEN}",
    )


def add_thread_options(parser: argparse.ArgumentParser, *, output: bool = True) -> None:
    """Adds the options of the commands that run turns."""
    group = parser.add_argument_group("turn")
    group.add_argument("--model", help="model id; default: the runtime's")
    group.add_argument("--cwd", metavar="DIR", help="working directory of the turn's commands")
    group.add_argument(
        "--sandbox",
        choices=[preset.value for preset in Sandbox],
        default=Sandbox.READ_ONLY.value,
        help="what commands may read and write; default: %(default)s",
    )
    shapes = group.add_mutually_exclusive_group()
    shapes.add_argument("--json", action="store_true", help="write each notification as one line")
    if output:
        shapes.add_argument(
            "--output",
            metavar="MODULE:TYPE",
            help="a Python type: the answer is checked against it and written as JSON",
        )


@attrs.frozen
class Display:
    """How a turn is shown: the live view, plain lines, or JSON lines."""

    json: bool
    quiet: bool
    view: TurnView

    @classmethod
    def of(cls, options: argparse.Namespace) -> Display:
        """Returns the display for the command's options."""
        output = getattr(options, "output", None) is not None
        return cls(
            json=getattr(options, "json", False),
            quiet=output,
            view=TurnView(console=Console(stderr=output)),
        )

    def update(self, event: Notification) -> None:
        """Shows one notification."""
        if self.json:
            sys.stdout.buffer.write(orjson.dumps(event.to_json()) + b"\n")
            sys.stdout.buffer.flush()
        else:
            self.view.update(event)


def _paused(
    view: TurnView, handler: Callable[[Any], Awaitable[Any]]
) -> Callable[[Any], Awaitable[Any]]:
    async def ask(params: Any) -> Any:
        with view.paused():
            return await handler(params)

    return ask


def _handlers(options: argparse.Namespace, display: Display) -> ServerRequestHandlers:
    """Returns handlers that ask on the terminal, or decline everything where there is none."""
    asks = sys.stdin.isatty() and sys.stderr.isatty() and not display.json
    if not asks or getattr(options, "prompt", None) == "-":
        return decline_all()
    asking = ask_in_terminal()
    fields = {field.name: getattr(asking, field.name) for field in attrs.fields(type(asking))}
    return ServerRequestHandlers(
        **{
            name: None if handler is None else _paused(display.view, handler)
            for name, handler in fields.items()
        }
    )


def make_client(options: argparse.Namespace, display: Display | None = None) -> AsyncCodex:
    """Returns the client for the command's options, to be entered."""
    handlers = None if display is None else _handlers(options, display)
    config = AppServerConfig(
        client_name="trio_codex_cli",
        codex_bin=options.codex_bin,
        config_overrides=tuple(options.config),
    )
    if options.attach is None:
        return AsyncCodex(config, handlers=handlers)
    if options.codex_bin or options.config:
        raise UsageError("--attach uses a server that runs already: leave out --codex-bin and -c")
    token = os.environ.get(_TOKEN)
    return AsyncCodex.connect(options.attach, token=token, handlers=handlers)


def thread_options(options: argparse.Namespace) -> dict[str, Any]:
    """Returns the options of `thread_start` and `thread_resume`."""
    return {
        "model": options.model,
        "cwd": options.cwd,
        "sandbox": Sandbox(options.sandbox),
        "approval_mode": ApprovalMode.ASK,
    }


def read_prompt(options: argparse.Namespace) -> str:
    """Returns the prompt of the arguments, or of standard input.

    Raises:
        UsageError: there is none.
    """
    text: str | None = options.prompt
    if text in (None, "-"):
        if sys.stdin.isatty():
            raise UsageError("give a prompt, or write one to standard input")
        text = sys.stdin.read()
    if not (text or "").strip():
        raise UsageError("the prompt is empty")
    return text or ""


def output_type(options: argparse.Namespace) -> Any:
    """Imports the type of `--output`, from the working directory too.

    Raises:
        UsageError: the name is not `module:Type`, or there is no such type.
    """
    if options.output is None:
        return None
    module, colon, name = options.output.partition(":")
    if not (module and colon and name):
        raise UsageError(
            f"--output takes MODULE:TYPE, such as 'models:Answer', not {options.output!r}"
        )
    sys.path.insert(0, str(Path.cwd()))
    try:
        found: Any = importlib.import_module(module)
        for part in name.split("."):
            found = getattr(found, part)
    except (ImportError, AttributeError) as error:
        raise UsageError(f"--output {options.output}: {error}") from None
    return found


async def show_turn(
    thread: AsyncThread, prompt: str, display: Display, *, output: Any = None
) -> TurnResult[Any]:
    """Runs one turn and shows it; Ctrl+C interrupts it, a second Ctrl+C leaves it.

    Raises:
        KeyboardInterrupt: Ctrl+C was pressed twice; the turn was interrupted all the same.
        TurnFailedError: the turn failed; and the other errors of `turn.run()`.
    """
    scope = thread.turn(prompt, output_type=output)
    result: TurnResult[Any] = await show_work(scope, display)
    return result


async def show_work(scope: AwaitableScope[Any], display: Display) -> Any:
    """Starts work of a thread, shows its events to the end, and returns its result.

    Ctrl+C interrupts a turn, whose result is then shown; other work has no result then, and its
    scope is left. So is that of a turn at a second Ctrl+C.

    Raises:
        KeyboardInterrupt: Ctrl+C has left the scope.
    """
    ended: outcome.Outcome[Any] | None = None
    async with trio.open_nursery() as nursery:
        async with scope as handle:
            stop = getattr(handle, "interrupt", None)
            await nursery.start(_watch_interrupts, stop, nursery.cancel_scope)
            ended = await outcome.acapture(_follow, handle, display)
        nursery.cancel_scope.cancel()
    if ended is None:
        raise KeyboardInterrupt
    return ended.unwrap()


async def _follow(handle: Any, display: Display) -> Any:
    with display.view:
        async for event in handle.stream():
            display.update(event)
    return await handle.run()


async def _watch_interrupts(  # noqa: ASYNC114 - started only here
    stop: Callable[[], Awaitable[object]] | None,
    scope: trio.CancelScope,
    task_status: trio.TaskStatus[None] = trio.TASK_STATUS_IGNORED,
) -> None:
    with trio.open_signal_receiver(signal.SIGINT) as signals:
        task_status.started()
        async with trio.open_nursery() as nursery:
            await anext(signals)
            if stop is not None:
                nursery.start_soon(stop)
                await anext(signals)
            scope.cancel()


def exit_code(result: TurnResult[Any]) -> int:
    """Returns the exit code of a finished turn."""
    return ExitCode.INTERRUPTED if str(result.status) == "interrupted" else ExitCode.COMPLETED
