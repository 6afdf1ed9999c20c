"""One end of a JSON-RPC connection without I/O: open requests, ids, and decoded messages."""

from __future__ import annotations

from collections import deque
from typing import TYPE_CHECKING, Any, Final, Generic, TypeAlias, TypeVar, final

import orjson

from ..errors import InvalidArgumentError, JsonRpcError, ProtocolError, rpc_error
from .framing import LineSplitter
from .log import log_lines
from .messages import (
    RequestId,
    Trace,
    decode_line,
    encode_error,
    encode_notification,
    encode_request,
    encode_result,
    limited,
)

if TYPE_CHECKING:
    from ..errors import AppServerError
    from ..protocol import JsonValue

__all__ = ["DEFAULT_MAX_LINE_BYTES", "InboundRequest", "Message", "Peer", "Reply", "RequestId"]

Token = TypeVar("Token")

DEFAULT_MAX_LINE_BYTES: Final = 512 * 1024 * 1024
_loads = orjson.loads


@final
class Reply(Generic[Token]):
    """The answer to one of our requests.

    Attributes:
        token: the object that the request was registered with.
        result: the result; `None` also when there is an error.
        error: the error, if the request was refused.
        late: whether the request had been abandoned before its answer came.
    """

    __slots__ = ("error", "late", "result", "token")

    def __init__(
        self, token: Token, result: JsonValue, error: JsonRpcError | None, late: bool
    ) -> None:
        self.token: Token = token
        self.result: JsonValue = result
        self.error: JsonRpcError | None = error
        self.late: bool = late

    def __repr__(self) -> str:
        outcome = "result" if self.error is None else repr(self.error)
        return f"<Reply to {self.token!r}: {outcome}{' (late)' if self.late else ''}>"


@final
class InboundRequest:
    """A request of the remote end; it stays open until `respond` or `reject`.

    Attributes:
        id: the remote end's id, of the type it was received with.
        method: the method's name.
        params: its params; `None` when there are none.
    """

    __slots__ = ("id", "method", "params")

    def __init__(self, id: RequestId, method: str, params: JsonValue) -> None:
        self.id: RequestId = id
        self.method: str = method
        self.params: JsonValue = params

    def __repr__(self) -> str:
        return f"<InboundRequest {self.id!r}: {self.method}>"


Message: TypeAlias = "dict[str, JsonValue] | Reply[Token] | InboundRequest"


@final
class _Waiter(Generic[Token]):
    __slots__ = ("abandoned", "token")

    def __init__(self, token: Token) -> None:
        self.token = token
        self.abandoned = False


@final
class Peer(Generic[Token]):
    """One end of a connection: the requests that are open in either direction.

    Requests and replies are told apart by `method`, because the two sides count their ids
    independently. `jsonrpc` is neither sent nor read, as in the runtime.

    Attributes:
        unmatched: how many replies answered no open request: unknown ids, and second answers.
        repeated: how many requests the remote end sent again while they were open; they are
            dropped (the runtime repeats a pending approval to a client that resumes).
        failure: the error that ended the inbound stream, once there is one.
    """

    __slots__ = (
        "_announced",
        "_closed",
        "_ids",
        "_inbound",
        "_max_sent_bytes",
        "_splitter",
        "_waiters",
        "failure",
        "repeated",
        "unmatched",
    )

    def __init__(
        self, max_line_bytes: int = DEFAULT_MAX_LINE_BYTES, max_sent_bytes: int | None = None
    ) -> None:
        self._splitter = LineSplitter(max_line_bytes)
        self._max_sent_bytes = max_sent_bytes
        self._waiters: dict[RequestId, _Waiter[Token]] = {}
        self._inbound: dict[RequestId, str] = {}
        self._ids = 0
        # Requests opened by other threads; only the reader's thread moves them to `_waiters`.
        self._announced: deque[tuple[int, Token]] = deque()
        self._closed: AppServerError | None = None
        self.failure: ProtocolError | None = None
        self.unmatched = 0
        self.repeated = 0

    @property
    def outstanding(self) -> int:
        """Requests of ours that have no answer yet, the abandoned ones included."""
        self._collect()
        return len(self._waiters)

    @property
    def inbound_open(self) -> int:
        """Requests of the remote end that we have not answered yet."""
        return len(self._inbound)

    @property
    def buffered(self) -> int:
        """Bytes held of a line that has not ended yet."""
        return self._splitter.buffered

    def request(
        self, method: str, params: JsonValue, token: Token, *, id: int = 0, trace: Trace = None
    ) -> tuple[int, bytes]:
        """Opens a request and returns its id and the line to send.

        `id` is for a caller that numbers its requests itself, `trace` the context of its span.

        Raises:
            InvalidArgumentError: the params are not JSON the runtime would read; nothing is open.
        """
        self._check_open()
        if not id:
            id = self._ids = self._ids + 1
        line = limited(encode_request(id, method, params, trace), self._max_sent_bytes, method)
        self._waiters[id] = _Waiter(token)
        return id, line

    def announce(self, id: int, token: Token) -> None:
        """Opens a request that another thread than the reader's is about to write.

        The caller encodes and numbers it. A deque takes entries from any thread, and the reader
        looks for an id here before it counts a reply as unmatched.
        """
        self._announced.append((id, token))

    def _collect(self) -> None:
        while self._announced:
            id, token = self._announced.popleft()
            self._waiters[id] = _Waiter(token)

    def notify(self, method: str, params: JsonValue = None) -> bytes:
        """Returns the line of a notification.

        Raises:
            InvalidArgumentError: the params are not JSON the runtime would read.
        """
        self._check_open()
        return limited(encode_notification(method, params), self._max_sent_bytes, method)

    def respond(self, id: RequestId, result: JsonValue) -> bytes:
        """Closes a request of the remote end and returns the line that answers it.

        Raises:
            InvalidArgumentError: no such request is open: it never came, or was closed before;
                or the result is not JSON the runtime would read, and the request stays open.
        """
        self._check_inbound(id)
        line = limited(encode_result(id, result), self._max_sent_bytes, "the result")
        del self._inbound[id]
        return line

    def reject(self, id: RequestId, code: int, message: str, data: JsonValue = None) -> bytes:
        """Closes a request of the remote end and returns the line that refuses it.

        Raises:
            InvalidArgumentError: no such request is open: it never came, or was closed before;
                or the data is not JSON the runtime would read, and the request stays open.
        """
        self._check_inbound(id)
        line = encode_error(id, code, message, data)
        del self._inbound[id]
        return line

    def answer(self, id: RequestId, answer: JsonValue | JsonRpcError) -> bytes:
        """Calls `reject` for an error, `respond` for everything else."""
        if isinstance(answer, JsonRpcError):
            return self.reject(id, answer.code, answer.message, answer.data)
        return self.respond(id, answer)

    def abandon(self, id: int) -> bool:
        """Marks a request as abandoned; returns whether it was still unanswered.

        Its answer still counts as outstanding and comes as a `late` reply.
        """
        self._collect()
        if (waiter := self._waiters.get(id)) is not None:
            waiter.abandoned = True
        return waiter is not None

    def forget(self, id: int) -> bool:
        """Drops a request for good; an answer to it that still comes counts as unmatched."""
        self._collect()
        return self._waiters.pop(id, None) is not None

    def lose(self) -> list[tuple[Token, bool]]:
        """Forgets a lost connection; returns its open requests, and whether each is abandoned."""
        self._collect()
        waiters, self._waiters = self._waiters, {}
        self._inbound.clear()
        self._splitter.finish()
        return [(waiter.token, waiter.abandoned) for waiter in waiters.values()]

    def close(self, error: AppServerError) -> list[Token]:
        """Ends the connection and returns the tokens of the open requests, without abandoned ones.

        From here on every method that would produce bytes, and `receive`, raises `error`.
        """
        self._closed = self._closed or error
        return [token for token, abandoned in self.lose() if not abandoned]

    def receive(self, chunk: bytes) -> list[Message[Token]]:
        """Decodes the next bytes and returns the messages that they complete, in order.

        A notification is the decoded object itself. Blank lines are skipped. Messages before a
        bad line are returned first; then `failure` is set, and the next call raises it.

        Raises:
            ProtocolError: the first thing that would be returned is not a message.
        """
        self._check_open()
        if self.failure is not None:
            raise self.failure
        try:
            lines = self._splitter.cut(chunk)
            log_lines("received", *lines)
        except ProtocolError as error:
            self.failure = error
            raise
        messages: list[Any]
        try:
            messages = [*map(_loads, lines)]
        except ValueError:
            messages = [_parsed(line) for line in lines]
        if len(messages) == 1:
            return self._one_by_one(messages, lines)
        # A streaming turn is well-formed notifications by the ten thousand, and this loop is all
        # that each of them costs; everything else is checked message by message.
        try:
            for message in messages:
                if "id" in message or type(message["method"]) is not str:
                    break
            else:
                if self._splitter.failure is None:
                    return messages
        except (TypeError, KeyError):
            pass
        return self._one_by_one(messages, lines)

    def _one_by_one(self, messages: list[Any], lines: list[bytes]) -> list[Message[Token]]:
        received: list[Message[Token]] = []
        other: Message[Token] | None
        for message, line in zip(messages, lines, strict=True):
            try:
                if type(message) is not dict:
                    other = self._reparsed(line)
                elif "method" not in message:
                    other = self._take_reply(message, line)
                elif "id" not in message and type(message["method"]) is str:
                    other = message
                else:
                    other = self._take_request(message, line)
            except ProtocolError as error:
                error.line = error.line.removesuffix(b"\n")  # which is no part of the message
                return self._fail(error, received)
            if other is not None:
                received.append(other)
        if self._splitter.failure is not None:
            return self._fail(self._splitter.failure, received)
        return received

    def _fail(self, error: ProtocolError, received: list[Message[Token]]) -> list[Message[Token]]:
        self.failure = error
        if not received:
            raise error
        return received

    def _reparsed(self, line: bytes) -> Message[Token] | None:
        """Raises the fault of a line that is no JSON object; returns `None` if it is blank."""
        return decode_line(line) if line.strip(b" \t\r\n") else None

    def _take_request(self, fields: dict[str, JsonValue], line: bytes) -> InboundRequest | None:
        method = fields["method"]
        if type(method) is not str:
            raise ProtocolError("the method of a message is not a string", line=line)
        id = _id_of(fields, line)
        known = self._inbound.get(id)
        if known is None:
            self._inbound[id] = method
            return InboundRequest(id, method, fields.get("params"))
        if known != method:
            raise ProtocolError(
                f"a request reuses the id {id!r}, which is open for {known}", line=line
            )
        self.repeated += 1
        return None

    def _take_reply(self, fields: dict[str, JsonValue], line: bytes) -> Reply[Token] | None:
        if "id" not in fields:
            raise ProtocolError("a message has neither a method nor an id", line=line)
        id = _id_of(fields, line)
        waiter = self._waiters.get(id)
        if waiter is None and self._announced:
            self._collect()
            waiter = self._waiters.get(id)
        if waiter is None:
            self.unmatched += 1
            return None
        error = fields.get("error")
        if error is None:
            if "result" not in fields:
                raise ProtocolError("a reply has neither a result nor an error", line=line)
            failure = None
        elif fields.get("result") is not None:
            raise ProtocolError("a reply has both a result and an error", line=line)
        else:
            failure = _error_of(error, line)
        del self._waiters[id]
        return Reply(waiter.token, fields.get("result"), failure, waiter.abandoned)

    def ignore(self, id: RequestId) -> None:
        """Drops a request of the remote end without an answer; the same id may come again."""
        self._inbound.pop(id, None)

    def _check_open(self) -> None:
        if self._closed is not None:
            raise self._closed

    def _check_inbound(self, id: RequestId) -> None:
        self._check_open()
        # `True` and `1.0` equal 1 as dictionary keys, and would answer a request they do not name.
        if type(id) not in (int, str) or id not in self._inbound:
            raise InvalidArgumentError(
                f"no request with the id {id!r} is open: it never came, or was closed before"
            )


def _id_of(fields: dict[str, JsonValue], line: bytes) -> RequestId:
    id = fields["id"]
    if type(id) is int or type(id) is str:
        return id
    raise ProtocolError("the id of a message is neither an integer nor a string", line=line)


def _error_of(error: JsonValue, line: bytes) -> JsonRpcError:
    if type(error) is dict:
        code, message = error.get("code"), error.get("message")
        if type(code) is int and type(message) is str:
            return rpc_error(code, message, error.get("data"))
    raise ProtocolError("the error of a reply is not a JSON-RPC error object", line=line)


def _parsed(line: bytes) -> object:
    """Returns a parsed line; `None` for one that is not JSON, which is parsed again in order."""
    try:
        return _loads(line)
    except ValueError:
        return None
