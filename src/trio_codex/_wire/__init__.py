"""Framing, encoding and decoding of JSON-RPC messages, without I/O."""

from __future__ import annotations

from .framing import LineSplitter
from .messages import (
    decode_line,
    encode_error,
    encode_notification,
    encode_request,
    encode_result,
)
from .peer import InboundRequest, Message, Peer, Reply, RequestId

__all__ = [
    "InboundRequest",
    "LineSplitter",
    "Message",
    "Peer",
    "Reply",
    "RequestId",
    "decode_line",
    "encode_error",
    "encode_notification",
    "encode_request",
    "encode_result",
]
