"""The connection's own tasks: shielded while the block runs, ended explicitly."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING, final

import trio

from ..errors import ProtocolError, describe

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from ..errors import AppServerError
    from .server_requests import ServerRequest

__all__ = ["HandlerTasks", "ServiceScopes", "broken", "unwrapped"]

logger = logging.getLogger("trio_codex.requests")


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


@final
class HandlerTasks:
    """The tasks of the handlers of server requests: system tasks of Trio's, one per request.

    A nursery cannot be left before its tasks have ended, and a handler inside
    `trio.to_thread.run_sync` ends when its thread does. In the connection's nursery it would hold
    up closing for as long as a person takes to answer a prompt, and Trio has no way to let go of
    such a task. So it is no child of the nursery from the start. Closing cancels it, declines its
    request, waits for it within `close_timeout`, and leaves behind only a task that waits for the
    caller's own thread (`trio.run` waits for that as well, unless it is abandoned on cancellation).

    What a system task lacks is made up for: the context variables are those of the block, Ctrl+C
    reaches the handler's code, and what must not end in the task is raised in the block. No
    cancellation from outside the block reaches a handler, as none reaches the services; Trio
    cancels it when the main task has ended.
    """

    __slots__ = ("_answer", "_ended", "_escape", "_running")

    def __init__(
        self,
        answer: Callable[[ServerRequest], Awaitable[None]],
        escape: Callable[[ServerRequest, BaseException], None],
    ) -> None:
        self._answer = answer
        self._escape = escape
        self._running: dict[ServerRequest, None] = {}
        self._ended: trio.Event | None = None

    def __len__(self) -> int:
        return len(self._running)

    def add(self, request: ServerRequest) -> None:
        """Counts a handler whose task is about to start."""
        self._running[request] = None

    async def run(self, request: ServerRequest) -> None:
        """Answers one request; the first frame of its task, which Trio protects from Ctrl+C."""
        try:
            await self._answer(request)
        except trio.Cancelled:
            raise
        except BaseExceptionGroup as group:
            cancelled, escaped = group.split(trio.Cancelled)
            if escaped is not None:
                self._escape(request, unwrapped(escaped))
            if cancelled is not None:
                raise cancelled from None
        except BaseException as error:  # noqa: BLE001 - it is raised in the block
            self._escape(request, error)
        finally:
            del self._running[request]
            if not self._running and self._ended is not None:
                self._ended.set()

    async def wait_ended(self, deadline: float) -> None:
        """Waits for the handlers, which were cancelled, and lets go of those that do not end.

        Shielded, and bounded by `deadline`.
        """
        if not self._running:
            return
        self._ended = trio.Event()
        with trio.CancelScope(shield=True, deadline=deadline):
            await self._ended.wait()
        for request in self._running:
            logger.warning(
                "the handler of %s does not end; its request was declined, and its task is left "
                "to itself",
                request.method,
                extra=request.extra,
            )


def broken(error: BaseException) -> ProtocolError:
    """Returns the error of a connection that ended because of a defect."""
    failure = ProtocolError(f"the connection failed: {describe(error)}")
    failure.__cause__ = error
    return failure


def unwrapped(error: BaseException) -> BaseException:
    """Returns the one exception of a group of one: Ctrl+C in a handler, say."""
    while isinstance(error, BaseExceptionGroup) and len(error.exceptions) == 1:
        error = error.exceptions[0]
    return error
