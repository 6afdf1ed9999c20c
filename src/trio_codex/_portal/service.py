"""Life of an async client in the private thread."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING, Final

import trio

from ..errors import AppServerError, describe

if TYPE_CHECKING:
    from .._client.codex import AsyncCodex

__all__ = ["closing_seconds", "serve"]

logger: logging.Logger = logging.getLogger("trio_codex.sync")

# Closing may interrupt turns first, and then stops the child in steps.
_CLOSING_STEPS: Final = 3


async def serve(
    client: AsyncCodex, *, task_status: trio.TaskStatus[None] = trio.TASK_STATUS_IGNORED
) -> None:
    """Runs the client in the private thread, which goes on when the client ends by itself.

    The runtime may die, or a handler may raise `SystemExit`: every later call raises an error that
    names the cause.
    """
    started = False
    try:
        async with client:
            started = True
            task_status.started()
            await client.client.wait_stopped()
    except trio.Cancelled:
        raise
    except AppServerError:
        if not started:
            raise
    except BaseException as error:
        if not started:
            raise
        logger.error("the client was closed, because a handler left with %s", describe(error))


def closing_seconds(client: AsyncCodex) -> float:
    """Returns how long closing a client may take."""
    config = client.client.config
    # Leaving a turn whose start is on its way takes two such timeouts.
    return 2 * config.interrupt_timeout + _CLOSING_STEPS * config.close_timeout
