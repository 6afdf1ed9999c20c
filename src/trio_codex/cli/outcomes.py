"""Exit codes of the command, and the errors that decide them."""

from __future__ import annotations

from enum import IntEnum

__all__ = ["ExitCode", "UsageError"]


class ExitCode(IntEnum):
    """Exit codes of `trio-codex`."""

    COMPLETED = 0
    FAILED = 1
    USAGE = 2
    NOT_LOGGED_IN = 3
    NO_RUNTIME = 4
    INVALID_OUTPUT = 5
    INTERRUPTED = 130


class UsageError(Exception):
    """An argument is wrong; the text says which, and what would be right."""
