"""Scripted replies of the model, and their server-sent events."""

from __future__ import annotations

import itertools
from collections.abc import Callable
from typing import TYPE_CHECKING, Literal, TypeAlias, TypedDict, final, overload

import attrs
import orjson

from .items import message

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from ...protocol import JsonValue
    from ..signals import Gate
    from .items import OutputItem
    from .request import ModelRequest

__all__ = [
    "EventRole",
    "HttpFailure",
    "Predicate",
    "Reply",
    "ReplyOptions",
    "StreamFailure",
    "TokenUsage",
]

Predicate: TypeAlias = Callable[["ModelRequest"], bool]
EventRole: TypeAlias = Literal["open", "delta", "close", "end"]

_response_ids = itertools.count(1)


@final
@attrs.frozen(kw_only=True)
class TokenUsage:
    """The token counts a response reports.

    Attributes:
        input_tokens: tokens of the request.
        cached_input_tokens: those of them that were cached.
        output_tokens: tokens of the response.
        reasoning_output_tokens: those of them that were reasoning.
    """

    input_tokens: int = 100
    cached_input_tokens: int = 0
    output_tokens: int = 10
    reasoning_output_tokens: int = 0

    def as_json(self) -> dict[str, JsonValue]:
        """Returns the counts in the form of the Responses API."""
        return {
            "input_tokens": self.input_tokens,
            "input_tokens_details": {"cached_tokens": self.cached_input_tokens},
            "output_tokens": self.output_tokens,
            "output_tokens_details": {"reasoning_tokens": self.reasoning_output_tokens},
            "total_tokens": self.input_tokens + self.output_tokens,
        }


@final
@attrs.frozen(kw_only=True)
class HttpFailure:
    """An answer with an HTTP error instead of a stream.

    Attributes:
        status: the HTTP status.
        body: the body, JSON or text; default: an error object.
        headers: further headers, `retry-after` for one.
    """

    status: int
    body: JsonValue = None
    headers: Mapping[str, str] = attrs.field(factory=dict)


@final
@attrs.frozen(kw_only=True)
class StreamFailure:
    """An event that ends a stream badly.

    Attributes:
        event: `response.failed`, `response.incomplete` or `error`.
        code: the provider's error code, or the reason of an incomplete response.
        message: the error message.
    """

    event: str = "response.failed"
    code: str = "server_error"
    message: str = ""

    def as_event(self, response_id: str) -> dict[str, JsonValue]:
        """Returns the event as JSON."""
        error: dict[str, JsonValue] = {"code": self.code, "message": self.message}
        if self.event == "error":
            return {"type": "error", **error}
        response: dict[str, JsonValue] = {"id": response_id, "object": "response"}
        if self.event == "response.incomplete":
            response |= {"status": "incomplete", "incomplete_details": {"reason": self.code}}
        else:
            response |= {"status": "failed", "error": error}
        return {"type": self.event, "response": response}


class ReplyOptions(TypedDict, total=False):
    """Options of every scripted reply.

    Attributes:
        when: the reply answers only requests for which this is true.
        gate: the reply waits there until the test opens it.
        hold_after: how many deltas are sent before the gate; 0 by default.
        disconnect_after: how many deltas are sent before the server cuts the connection.
        usage: the token counts of this reply instead of the server's.
        pace: seconds between two deltas, for demonstrations; tests use a gate.
        times: how many requests the reply answers; 1 by default.
    """

    when: Predicate | None
    gate: Gate | None
    hold_after: int
    disconnect_after: int | None
    usage: TokenUsage | None
    pace: float
    times: int


@final
@attrs.frozen(kw_only=True)
class Reply:
    """One scripted reply; what `on_request` callbacks return and the `reply` methods queue.

    Attributes:
        items: the output items of the response, in order.
        failure: an HTTP error instead of them.
        stream_failure: an event that ends the stream badly after them.

    The other attributes are those of `ReplyOptions`.
    """

    items: tuple[OutputItem, ...] = ()
    failure: HttpFailure | None = None
    stream_failure: StreamFailure | None = None
    when: Predicate | None = None
    gate: Gate | None = None
    hold_after: int = 0
    disconnect_after: int | None = None
    usage: TokenUsage | None = None
    pace: float = 0.0
    times: int = 1

    def events(self, usage: TokenUsage) -> Iterator[tuple[EventRole, bytes]]:
        """Yields the reply as server-sent events, each with its role.

        Args:
            usage: the token counts, unless the reply has its own.
        """
        response_id = f"resp_{next(_response_ids)}"
        head: dict[str, JsonValue] = {"id": response_id, "object": "response"}
        yield "open", _sse({"type": "response.created", "response": {**head, "output": []}})
        for index, item in enumerate(self.items):
            yield from _item_events(index, item)
        if self.stream_failure is not None:
            yield "end", _sse(self.stream_failure.as_event(response_id))
            return
        done: dict[str, JsonValue] = {
            **head,
            "status": "completed",
            "output": [dict(item.done) for item in self.items],
            "usage": (self.usage or usage).as_json(),
        }
        yield "end", _sse({"type": "response.completed", "response": done})


def _sse(event: Mapping[str, JsonValue]) -> bytes:
    return b"event: %b\ndata: %b\n\n" % (str(event["type"]).encode(), orjson.dumps(event))


def _item_events(index: int, item: OutputItem) -> Iterator[tuple[EventRole, bytes]]:
    at: dict[str, JsonValue] = {"output_index": index}
    named: dict[str, JsonValue] = {**at, "item_id": item.done.get("id")}
    yield "open", _sse({"type": "response.output_item.added", **at, "item": dict(item.added)})
    for kind, members in item.steps:
        yield _role(kind), _sse({"type": kind, **named, **members})
    yield "close", _sse({"type": "response.output_item.done", **at, "item": dict(item.done)})


def _role(kind: str) -> EventRole:
    if kind.endswith(".delta"):
        return "delta"
    return "open" if kind.endswith(".added") else "close"


@overload
def as_reply(given: Reply | str) -> Reply: ...
@overload
def as_reply(given: None) -> None: ...
def as_reply(given: Reply | str | None) -> Reply | None:
    """Returns a reply; a string becomes a reply of that text."""
    return Reply(items=(message(given),)) if isinstance(given, str) else given


def text_pieces(pieces: Sequence[str]) -> tuple[str, ...]:
    """Refuses a string where its pieces are wanted.

    Raises:
        TypeError: the pieces are one string.
    """
    if isinstance(pieces, str):
        raise TypeError("reply_deltas takes a list of pieces; reply(text) takes one string")
    return tuple(pieces)
