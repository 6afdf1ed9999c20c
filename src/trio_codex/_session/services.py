"""The connection's own tasks: how they are shielded, and how their failures end the connection."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING, Final, final

import trio

from .._redaction import redacted_line
from ..errors import ProtocolError, TransportClosedError, describe

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from ..errors import AppServerError
    from .connection import Connection
    from .server_requests import ServerRequest

__all__ = [
    "HandlerTasks",
    "ServiceScopes",
    "guard",
    "log_end",
    "lose",
    "raise_error",
    "unwrapped",
    "watch_exit",
]

logger = logging.getLogger("trio_codex.connection")
request_logger = logging.getLogger("trio_codex.requests")

# How long the output of a child that has ended is read: another process may have inherited it and
# hold it open.
_POST_EXIT_DRAIN_TIMEOUT: Final = 0.5


@final
class ServiceScopes:
    """Keeps the connection's own tasks, the services, running until `end`.

    The body of the block needs them to the end of its cleanup: leaving a turn sends an interrupt
    and waits for `turn/completed`. A deadline around the block, or a cancelled nursery, must not
    reach these tasks first. So each of them has its own shield, entered before the first checkpoint
    and never lifted. One shield on the nursery, set when the block is left, would be too late: the
    tasks are cancelled by then. It would also break an invariant of Trio's run loop, in which a
    task that was resumed to be cancelled cannot become shielded before its next step.

    A shield must not outlive its reason. Leaving the block always calls `end`, whatever happened in
    the body and in closing; an exception that leaves a service ends the connection, which ends
    every wait, and cancels the body (`tests/session/test_service_tasks.py`).
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
            self._fail(_broken(error))
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
            request_logger.warning(
                "the handler of %s does not end; its request was declined, and its task is left "
                "to itself",
                request.method,
                extra=request.extra,
            )


def _broken(error: BaseException) -> ProtocolError:
    """Returns the error of a connection that ended because of a defect."""
    failure = ProtocolError(f"the connection failed: {describe(error)}")
    failure.__cause__ = error
    return failure


async def raise_error(error: BaseException) -> None:
    """Raises `error` in the nursery that starts this as a task."""
    await trio.lowlevel.cancel_shielded_checkpoint()
    raise error


def unwrapped(error: BaseException) -> BaseException:
    """Returns the exception of a group of one, or `error` itself."""
    while isinstance(error, BaseExceptionGroup) and len(error.exceptions) == 1:
        error = error.exceptions[0]
    return error


async def guard(connection: Connection, run: Callable[[], Awaitable[None]]) -> None:
    """Runs one of the connection's own tasks; its failure ends the connection."""
    try:
        await run()
    except (trio.BrokenResourceError, trio.ClosedResourceError) as error:
        await lose(connection, "the connection to the runtime broke", error)
    except ProtocolError as error:
        # The error shows the line, which may be a prompt: that is for debugging only.
        logger.error("the runtime broke the protocol: %s", error.args[0])
        logger.debug("the offending line: %r", redacted_line(error.line))
        connection.fail(error)
        await connection.transport.aclose()
    except Exception as error:
        logger.exception("a task of the connection failed")
        connection.fail(_broken(error))
        await connection.transport.aclose()


async def lose(connection: Connection, what: str, cause: BaseException | None = None) -> None:
    """Ends a connection whose runtime has ended, with an error that says how."""
    if connection.closing:
        # Closing need not wait any longer: nothing that is still open will end by itself.
        connection.fail(connection.closed_error())
    if connection.failure is not None:
        return
    connection._writer.close()
    # The exit status is known only once the child is reaped.
    await connection.transport.aclose()
    info = connection.transport.exit_info()
    error = TransportClosedError(
        what, exit_code=info.exit_code, signal=info.signal, stderr_tail=info.stderr_tail
    )
    error.__cause__ = cause
    logger.warning("%s", what, extra={"codex_pid": connection.pid})
    log_end(connection)
    connection.fail(error)


async def watch_exit(connection: Connection) -> None:
    """Ends the connection when the child ended but another process holds its output open."""
    await connection.transport.wait_exited()
    with trio.move_on_after(_POST_EXIT_DRAIN_TIMEOUT):
        await connection.output_ended.wait()
        return
    await lose(connection, "the runtime ended")


def log_end(connection: Connection) -> None:
    """Logs once how the runtime ended."""
    if connection.end_logged:
        return
    connection.end_logged = True
    info = connection.transport.exit_info()
    ids = {"codex_exit_code": info.exit_code, "codex_signal": info.signal}
    logger.info("the runtime has ended", extra={"codex_pid": connection.pid, **ids})
