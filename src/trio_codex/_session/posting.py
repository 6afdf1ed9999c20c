"""Turns a blocking caller's request into bytes on the wire, in the caller's own thread."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from ..protocol import JsonValue
    from .connection import Connection
    from .pending import PendingRequest

__all__ = ["log_request", "post_at_once"]

logger = logging.getLogger("trio_codex.connection")


def post_at_once(
    connection: Connection,
    method: str,
    params: JsonValue,
    pending: PendingRequest,
    in_trio: Callable[..., object],
) -> int | None:
    """Writes a request and returns its id, in any thread; `None` if it would have to wait.

    Waking Trio's thread only to have it write costs as much as the server's answer. What both
    threads touch is taken, entered or dropped in one step each, which needs no lock; only a look
    at the writer and the write that follows belong together.

    Args:
        connection: where it goes.
        method: the protocol's name.
        params: as they go out.
        pending: what is settled by the answer or by the connection's end, mostly in Trio's thread.
        in_trio: has a function called in Trio's thread; it takes back what was not written.

    Raises:
        InvalidArgumentError: the params cannot be written as strict JSON.
        AppServerError: the connection has just ended, with the error that ended it.
    """
    slots, writer = connection._slots, connection._writer
    if connection.failure is not None or connection._pace.pausing or not writer.whole_bytes:
        return None
    if not slots.take():
        return None
    request_id, written = None, False
    try:
        request_id, frame = connection._peer.request(method, params, pending)
        written = writer.write_whole(frame)
    finally:
        if not written:
            in_trio(_take_back, connection, request_id)
    if not written:
        return None
    connection.requests_sent += 1
    log_request(method, request_id)
    if connection.failure is not None:
        # It ended meanwhile, and may not have seen that somebody waits.
        connection._peer.forget(request_id)
        pending.settle(None, connection.failure)
    return request_id


def _take_back(connection: Connection, request_id: int | None) -> None:
    if request_id is not None:
        connection._peer.forget(request_id)
    connection._slots.release()


def log_request(method: str, request_id: int) -> None:
    """Says what was written, without its content."""
    if logger.isEnabledFor(logging.DEBUG):
        logger.debug("request %s", method, extra={"codex_request_id": request_id})
