"""Arguments of the `trio-codex` command, and the way from them to an exit code."""

from __future__ import annotations

import argparse
import sys
from typing import TYPE_CHECKING

import trio

from .. import __version__
from ..errors import (
    AppServerError,
    InvalidArgumentError,
    OutputValidationError,
    RuntimeNotFoundError,
    TurnFailedError,
)
from . import doctor, logins, threads, turns
from .outcomes import ExitCode, UsageError

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Sequence

__all__ = ["build_parser", "run"]

_EPILOG = """\
exit codes: 0 completed, 1 failed, 2 wrong usage, 3 not logged in, 4 no runtime,
5 an answer that does not fit --output, 130 interrupted
"""


def build_parser() -> argparse.ArgumentParser:
    """Returns the parser of the command."""
    parser = argparse.ArgumentParser(
        prog="trio-codex",
        description="Run Codex turns from a terminal, with a live view.",
        epilog=_EPILOG,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("--version", action="version", version=f"trio-codex {__version__}")
    commands = parser.add_subparsers(dest="command", required=True, metavar="COMMAND")
    turns.add_commands(commands)
    threads.add_commands(commands)
    logins.add_commands(commands)
    doctor.add_commands(commands)
    return parser


def run(arguments: Sequence[str]) -> int:
    """Runs the command with its arguments; returns the exit code."""
    parser = build_parser()
    try:
        parsed = parser.parse_args(arguments)
    except SystemExit as stop:  # argparse prints the help or the mistake itself
        return ExitCode.COMPLETED if stop.code in (0, None) else ExitCode.USAGE
    command: Callable[[argparse.Namespace], Awaitable[int]] = parsed.handler
    try:
        return trio.run(command, parsed)
    except KeyboardInterrupt:
        return ExitCode.INTERRUPTED
    except (UsageError, InvalidArgumentError, TypeError) as error:
        return _fail(error, ExitCode.USAGE)
    except RuntimeNotFoundError as error:
        return _fail(error, ExitCode.NO_RUNTIME)
    except OutputValidationError as error:
        return _fail(error, ExitCode.INVALID_OUTPUT)
    except TurnFailedError:
        return ExitCode.FAILED  # the view has shown the reason
    except AppServerError as error:
        return _fail(error, ExitCode.FAILED)


def _fail(error: Exception, code: ExitCode) -> int:
    from .render import shown

    print(f"trio-codex: {shown(str(error))}", file=sys.stderr)
    return code
