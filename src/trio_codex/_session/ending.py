"""How a connection ends by itself: what its services raise, and the end of the runtime."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING, Final

import trio

from .._redaction import redacted_line
from ..errors import ProtocolError, TransportClosedError
from .services import broken

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from .connection import Connection

__all__ = ["guard", "log_end", "lose", "watch_exit"]

logger = logging.getLogger("trio_codex.connection")

# What a child wrote before its end is read within this, also when another process has inherited
# its output and holds it open.
_LAST_OUTPUT_SECONDS: Final = 0.5


async def guard(connection: Connection, run: Callable[[], Awaitable[None]]) -> None:
    """Runs one of the connection's own tasks; its failure is the connection's."""
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
        connection.fail(broken(error))
        await connection.transport.aclose()


async def lose(connection: Connection, what: str, cause: BaseException | None = None) -> None:
    """Ends a connection whose runtime is gone, with how it ended."""
    if connection.closing:
        # It need not be waited for any more: nothing that is still open will end by itself.
        connection.fail(connection.closed_error())
    if connection.failure is not None:
        return
    connection.stop_writing()
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
    """Notices an end that the output does not show, because a grandchild holds it open."""
    await connection.transport.wait_exited()
    with trio.move_on_after(_LAST_OUTPUT_SECONDS):
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
