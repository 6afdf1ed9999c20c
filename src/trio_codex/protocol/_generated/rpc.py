"""Message envelope types of the app-server protocol, generated from the pinned schema.

Do not edit: `python -m schema.generator` writes this file.
"""

from __future__ import annotations

from typing import TypeAlias

from .._model import JsonValue, WireModel, wire
from ..unknown import UnknownVariant

__all__ = [
    "ClientNotification",
    "ClientRequest",
    "JSONRPCError",
    "JSONRPCErrorError",
    "JSONRPCMessage",
    "JSONRPCNotification",
    "JSONRPCRequest",
    "JSONRPCResponse",
    "RequestId",
    "ServerNotification",
    "ServerRequest",
    "ServerRequestResolvedNotification",
    "W3cTraceContext",
]


class ClientNotification(WireModel):
    """Any client notification as it stands on the wire; `METHODS` has the types of each method."""

    method: str = wire("method")
    params: JsonValue = wire("params", default=None, untyped=True)


class ClientRequest(WireModel):
    """Any client request as it stands on the wire; `METHODS` has the types of each method."""

    method: str = wire("method")
    id: RequestId = wire("id")
    params: JsonValue = wire("params", default=None, untyped=True)


class JSONRPCError(WireModel):
    """An object, used by `JSONRPCMessage`."""

    error: JSONRPCErrorError = wire("error")
    id: RequestId = wire("id")


class JSONRPCErrorError(WireModel):
    """An object, used by `JSONRPCError`."""

    code: int = wire("code", format="int64")
    message: str = wire("message")
    data: JsonValue = wire("data", default=None, untyped=True)


class JSONRPCNotification(WireModel):
    """An object, used by `JSONRPCMessage`."""

    method: str = wire("method")
    params: JsonValue = wire("params", default=None, untyped=True)


class JSONRPCRequest(WireModel):
    """An object, used by `JSONRPCMessage`."""

    id: RequestId = wire("id")
    method: str = wire("method")
    params: JsonValue = wire("params", default=None, untyped=True)
    trace: W3cTraceContext | None = wire("trace", default=None)


class JSONRPCResponse(WireModel):
    """An object, used by `JSONRPCMessage`."""

    id: RequestId = wire("id")
    result: JsonValue = wire("result", untyped=True)


class ServerNotification(WireModel):
    """Any server notification as it stands on the wire; `METHODS` has the types of each method."""

    method: str = wire("method")
    params: JsonValue = wire("params", default=None, untyped=True)
    emitted_at_ms: int | None = wire("emittedAtMs", default=None, format="int64")


class ServerRequest(WireModel):
    """Any server request as it stands on the wire; `METHODS` has the types of each method."""

    method: str = wire("method")
    id: RequestId = wire("id")
    params: JsonValue = wire("params", default=None, untyped=True)


class ServerRequestResolvedNotification(WireModel):
    """Payload of the `serverRequest/resolved` notification."""

    request_id: RequestId = wire("requestId")
    thread_id: str = wire("threadId")


class W3cTraceContext(WireModel):
    """An object, used by `JSONRPCRequest`."""

    traceparent: str | None = wire("traceparent", default=None)
    tracestate: str | None = wire("tracestate", default=None)


JSONRPCMessage: TypeAlias = (
    JSONRPCRequest | JSONRPCNotification | JSONRPCResponse | JSONRPCError | UnknownVariant
)
"""A union, not used by any method."""

RequestId: TypeAlias = str | int | UnknownVariant
"""A union, used by `ClientRequest` and 6 more."""
