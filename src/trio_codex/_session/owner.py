"""The Trio run that a connection belongs to; other runs are refused."""

from __future__ import annotations

from typing import final

import trio

from ..errors import InvalidArgumentError

__all__ = ["OwnerRun"]


@final
class OwnerRun:
    """The Trio run in which a connection was opened.

    The reader wakes whoever waits with `trio.lowlevel.reschedule`, which puts the task into the
    reader's own run. A task of another run would never wake up and would crash this one, so calls
    are checked before they wait for anything. That costs one comparison for each request.
    """

    __slots__ = ("_token",)

    def __init__(self) -> None:
        self._token = trio.lowlevel.current_trio_token()

    def check(self) -> None:
        """Raises unless the caller is a task of this run.

        Raises:
            InvalidArgumentError: it is a task of another one.
        """
        if trio.lowlevel.current_trio_token() is not self._token:
            raise InvalidArgumentError(
                "this client was opened in another trio.run() and can be used only there; from "
                "another thread, call it with trio.from_thread.run(..., trio_token=...), use the "
                "blocking trio_codex.Codex, or open another client"
            )
