"""Turns a request into a write here, or one over there, and one crossing back."""

from __future__ import annotations

import time
from functools import partial
from typing import TYPE_CHECKING, Any, TypeVar

from .._session.pending import PendingRequest
from .._session.posting import post_at_once
from ..errors import fresh

if TYPE_CHECKING:
    from collections.abc import Coroutine

    from .._client.app_server import AppServerClient
    from .._session.connection import Connection
    from ..protocol import JsonValue
    from .portal import Call, Portal

__all__ = ["call"]

T = TypeVar("T")


def call(portal: Portal, client: AppServerClient, method: str, params: Any = None) -> JsonValue:
    """Sends a request and blocks for its result, as plain JSON.

    A task for each would cost more than the request, and so would waking the thread over there:
    it is written here, unless that has to wait for something, and the reader wakes the caller.
    """
    request = (portal, client._require(), method, client.wire_params(method, params))
    result: JsonValue = portal.perform(partial(_begin, *request), partial(_write, *request))
    return result


def _write(
    portal: Portal, connection: Connection, method: str, wire: JsonValue, call: Call
) -> bool:
    pending = PendingRequest(method, None)
    pending.on_settled = partial(_settle, call, pending)
    try:
        request_id = post_at_once(connection, method, wire, pending, portal.submit)
    except BaseException:
        call.finish(None)  # no outcome is on its way that Ctrl+C would have to wait for
        raise
    if request_id is None:
        return False
    call.abort = partial(_abandon, connection, request_id, pending, call)
    return True


def _begin(
    portal: Portal, connection: Connection, method: str, wire: JsonValue, call: Call
) -> None:
    if call.aborted:
        call.finish(None)
    elif _must_wait(connection):
        portal.spawn(partial(connection.request, method, wire), call)
    else:
        try:
            request_id, pending = _finish(connection.post(method, wire))
        except Exception as error:  # noqa: BLE001 - it is the caller's
            call.finish(None, error)
            return
        pending.on_settled = partial(_settle, call, pending)
        call.abort = partial(_abandon, connection, request_id, pending, call)


def _must_wait(connection: Connection) -> bool:
    slots = connection._slots
    return slots.waiting > 0 or slots.in_flight >= connection.config.max_in_flight


def _settle(call: Call, pending: PendingRequest) -> None:
    call.finish(pending.result, None if pending.error is None else fresh(pending.error))
    # The caller goes on before the reader gets ready to sleep, also where they share a core.
    time.sleep(0)


def _abandon(connection: Connection, request_id: int, pending: PendingRequest, call: Call) -> None:
    connection.abandon(request_id, pending)
    call.finish(None)


def _finish(coroutine: Coroutine[Any, Any, T]) -> T:
    """Runs a coroutine that is known not to wait."""
    try:
        coroutine.send(None)
    except StopIteration as stop:
        value: T = stop.value
        return value
    coroutine.close()
    raise AssertionError("a request that had a place on the wire waited")
