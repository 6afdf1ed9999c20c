"""Scopes of the connection's own tasks: shielded while the block runs, ended explicitly."""

from __future__ import annotations

from typing import TYPE_CHECKING, final

import trio

from ..errors import ProtocolError

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from ..errors import AppServerError

__all__ = ["ServiceScopes", "broken", "unwrapped"]


@final
class ServiceScopes:
    """Keeps the reader, the writer and their like running until `end`.

    The body of the block needs them to the end of its cleanup: leaving a turn sends an interrupt
    and waits for `turn/completed`. A deadline around the block, or a cancelled nursery, must not
    reach these tasks first. So each of them has a shield of its own, which is entered before the
    first checkpoint and never lifted. One shield on the nursery, put on when the block is left,
    would come too late: the tasks are cancelled by then. It would also break an invariant of Trio's
    run loop, which has no room for a task that was resumed to be cancelled and is shielded before
    its next step.

    A shield must not outlive its reason. Leaving the block always calls `end`, however the body
    and the closing went; an exception that leaves a service ends the connection, which releases
    everybody who waits for it, and cancels the body.
    """

    __slots__ = ("_ended", "_fail", "_scopes")

    def __init__(self, fail: Callable[[AppServerError], None]) -> None:
        self._fail = fail
        self._ended = False
        self._scopes: set[trio.CancelScope] = set()

    @trio.lowlevel.enable_ki_protection
    async def run(self, service: Callable[[], Awaitable[None]]) -> None:
        """Runs one service to its end, or to `end`; the first frame of its task."""
        scope = trio.CancelScope(shield=True)
        if self._ended:
            scope.cancel()
        self._scopes.add(scope)
        try:
            with scope:
                await service()
        except BaseException as error:
            self._fail(broken(error))
            raise
        finally:
            self._scopes.discard(scope)

    def end(self) -> None:
        """Cancels every service, also one that was started and has not had its first step."""
        self._ended = True
        for scope in self._scopes:
            scope.cancel()


def broken(error: BaseException) -> ProtocolError:
    """Returns the error of a connection that ended because of a defect."""
    failure = ProtocolError(f"the connection failed: {type(error).__name__}: {error}")
    failure.__cause__ = error
    return failure


def unwrapped(error: BaseException) -> BaseException:
    """Returns the one exception of a group of one: Ctrl+C in a handler, say."""
    while isinstance(error, BaseExceptionGroup) and len(error.exceptions) == 1:
        error = error.exceptions[0]
    return error
