"""Turns a request into one crossing to the private thread and one back."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any, TypeVar

from ..errors import fresh

if TYPE_CHECKING:
    from collections.abc import Coroutine

    from .._client.app_server import AppServerClient
    from .._session.connection import Connection
    from .._session.pending import PendingRequest
    from ..protocol import JsonValue
    from .portal import Call, Portal

__all__ = ["call"]

T = TypeVar("T")


def call(portal: Portal, client: AppServerClient, method: str, params: Any = None) -> JsonValue:
    """Sends a request and blocks for its result, as plain JSON.

    A task for each would cost more than the request, so it is written between two steps of the
    tasks over there, and the reader itself wakes the caller.
    """
    wire = client.wire_params(method, params)
    result: JsonValue = portal.perform(partial(_begin, portal, client._require(), method, wire))
    return result


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
