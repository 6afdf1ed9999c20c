"""The tasks that run the handlers of the server's requests."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING, final

import trio

from ..errors import ProtocolError, describe

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from .server_requests import ServerRequest

__all__ = ["HandlerTasks", "broken", "raise_error", "unwrapped"]

logger = logging.getLogger("trio_codex.requests")


@final
class HandlerTasks:
    """The tasks of the handlers of server requests: Trio system tasks, one per request.

    A nursery cannot be left before its tasks have ended, and a handler inside
    `trio.to_thread.run_sync` ends when its thread does. In the connection's nursery it would hold
    up closing for as long as a person takes to answer a prompt, and Trio cannot detach such a task.
    So it is never a child of the nursery. Closing cancels it, declines its request, waits for it
    within `close_timeout`, and leaves behind only a task that waits for the caller's own thread
    (`trio.run` waits for that as well, unless it is abandoned on cancellation).

    Three properties of a child task are restored: the context variables are those of the block,
    Ctrl+C reaches the handler's code, and exceptions that must not end in the task are raised in
    the block (`tests/session/test_handler_tasks.py`). Cancellation from outside the block does not
    reach a handler, as it does not reach the services; Trio cancels it when the main task has
    ended.
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
        """Waits for the handlers, which were cancelled, and abandons those that do not end.

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


async def raise_error(error: BaseException) -> None:
    """Raises `error` in the nursery that starts this as a task."""
    await trio.lowlevel.cancel_shielded_checkpoint()
    raise error


def unwrapped(error: BaseException) -> BaseException:
    """Returns the exception of a group of one, or `error` itself."""
    while isinstance(error, BaseExceptionGroup) and len(error.exceptions) == 1:
        error = error.exceptions[0]
    return error


def broken(error: BaseException) -> ProtocolError:
    """Returns the error of a connection that ended because of a defect."""
    failure = ProtocolError(f"the connection failed: {describe(error)}")
    failure.__cause__ = error
    return failure
