"""Exception hierarchy: `InvalidArgumentError`, and the tree rooted at `AppServerError`."""

from __future__ import annotations

import signal as _signals
from typing import TYPE_CHECKING, ClassVar, final

from ._hints import exported, resolvable
from ._portable import PortableError
from ._portable import describe as describe  # noqa: PLC0414 - imported from here, as the next two
from ._portable import fresh as fresh  # noqa: PLC0414
from ._portable import text_of as text_of  # noqa: PLC0414
from ._redaction import redacted_line

if TYPE_CHECKING:
    from ._client.command import CommandResult
    from ._client.result import TurnResult
    from ._session.budget import Spent
    from .protocol import JsonValue, Thread

__all__ = [
    "AppServerError",
    "AppServerRpcError",
    "BudgetExceededError",
    "ClientClosedError",
    "CodexError",
    "CommandError",
    "CommandOutputError",
    "CommandTimeoutError",
    "EnvironmentUnavailableError",
    "EventBufferOverflowError",
    "HandlerError",
    "HandshakeError",
    "InternalRpcError",
    "InvalidArgumentError",
    "InvalidParamsError",
    "InvalidRequestError",
    "JsonRpcError",
    "MethodNotFoundError",
    "OutcomeUnknownError",
    "OutputValidationError",
    "ParseError",
    "ProtocolError",
    "RetryLimitExceededError",
    "RuntimeNotFoundError",
    "RuntimeVersionError",
    "ServerBusyError",
    "TransportClosedError",
    "TurnFailedError",
    "TurnStalledError",
]

_SHOWN_LINE_BYTES = 512
_SHOWN_MESSAGE_CHARS = 1000


class InvalidArgumentError(PortableError, ValueError):
    """An argument is wrong; nothing was sent.

    This is no `AppServerError`: the server did not fail, and code that handles failures of the
    server must not swallow a programming error. The message names the argument or the JSON path,
    the value, and what would be accepted.
    """


class AppServerError(PortableError):
    """Base class of all failures of the runtime, the connection or the process.

    A copied or pickled error keeps its attributes, its notes and its cause. A cause that cannot be
    pickled is replaced with an `Exception` that holds its type and text.
    """


CodexError = AppServerError
"""`AppServerError` under its name in the official SDK."""


class RuntimeNotFoundError(AppServerError, FileNotFoundError):
    """The Codex runtime was not found at the configured or expected path."""


class RuntimeVersionError(AppServerError):
    """The connected runtime has the wrong version for the version policy, or for a request.

    Raised when a connection opens and `version_policy` is `exact`, and by a request that uses a
    method or an option that the runtime is too old for. Such a request is not sent. The same call
    works with the pinned runtime, so this is no `InvalidArgumentError`.

    Attributes:
        expected: the version this SDK was generated from.
        actual: the version the runtime reports; `None` when it reports none.
        needed: the first published version that supports the method or option; `None` for an error
            of the policy.
    """

    def __init__(
        self, message: str, *, expected: str, actual: str | None, needed: str | None = None
    ) -> None:
        super().__init__(message)
        self.expected = expected
        self.actual = actual
        self.needed = needed


class ClientClosedError(AppServerError):
    """This client was closed, or was never opened."""


class TransportClosedError(AppServerError):
    """The runtime's process, or the connection to it, ended while it was still needed.

    Attributes:
        exit_code: the child's exit code; `None` when it was killed by a signal or is not known.
        signal: the number of the signal that killed the child, if one did.
        stderr_tail: the end of what the child wrote to stderr.
        attempts: how often it was tried in vain to take the connection up again.
    """

    attempts = 0

    def __init__(
        self,
        message: str,
        *,
        exit_code: int | None = None,
        signal: int | None = None,
        stderr_tail: str = "",
    ) -> None:
        super().__init__(message)
        self.exit_code = exit_code
        self.signal = signal
        self.stderr_tail = stderr_tail

    def __str__(self) -> str:
        parts = [super().__str__()]
        if self.signal is not None:
            parts.append(f"killed by {_signal_name(self.signal)}")
        elif self.exit_code is not None:
            parts.append(f"exit code {self.exit_code}")
        text = "; ".join(parts)
        if self.stderr_tail.strip():
            text = f"{text}; its stderr ended with:\n{self.stderr_tail.rstrip()}"
        return text


class HandshakeError(TransportClosedError):
    """A server was reached, and did not accept the WebSocket connection.

    Attributes:
        status: the HTTP status of the refusal, 401 for a missing or wrong token; `None` if the
            answer was no HTTP response, or a wrong one.
    """

    status: int | None = None


class OutcomeUnknownError(AppServerError):
    """The connection was lost before the server answered a request, which was not repeated.

    The request may have been carried out. Raised with `connect(reconnect=True)`.

    Attributes:
        method: the request's method.
        thread_id: the thread that its params name, if they name one.
    """

    def __init__(self, message: str, *, method: str, thread_id: str | None = None) -> None:
        super().__init__(message)
        self.method = method
        self.thread_id = thread_id


class ProtocolError(AppServerError):
    """The runtime broke the protocol.

    Attributes:
        line: the offending line, truncated to 512 bytes; empty if there is none. The message shows
            it without the values whose names mark them as secret.
    """

    def __init__(self, message: str, *, line: bytes = b"") -> None:
        super().__init__(message)
        self.line: bytes = line[:_SHOWN_LINE_BYTES]

    def __str__(self) -> str:
        text = super().__str__()
        return f"{text}: {redacted_line(self.line)!r}" if self.line else text


class ShapeError(ProtocolError):
    """A JSON value does not fit its type.

    Attributes:
        path: the place in the value, as a JSON path (`$.thread.turns[3].status`).
        reason: what was expected there and what was found.
    """

    def __init__(self, path: str, reason: str) -> None:
        super().__init__(f"{path}: {reason}")
        self.path = path
        self.reason = reason


class JsonRpcError(AppServerError):
    """A JSON-RPC error.

    Attributes:
        code: the JSON-RPC error code.
        message: the server's message in full; the text of the error has its first 1000 characters.
        data: the server's machine-readable detail, as plain JSON; `None` if it sent none.
    """

    default_code: ClassVar[int | None] = None

    def __init__(self, message: str, *, code: int | None = None, data: JsonValue = None) -> None:
        if code is None:
            code = self.default_code if self.default_code is not None else -32603
        shown = message
        if len(shown) > _SHOWN_MESSAGE_CHARS:
            shown = f"{shown[:_SHOWN_MESSAGE_CHARS]}... ({len(message)} characters)"
        super().__init__(f"[{code}] {shown}")
        self.code = code
        self.message = message
        self.data = data


class AppServerRpcError(JsonRpcError):
    """The app-server answered a request with an error."""


@final
class ParseError(AppServerRpcError):
    """The server could not parse the request (-32700)."""

    default_code: ClassVar[int | None] = -32700


@final
class InvalidRequestError(AppServerRpcError):
    """The server did not accept the request (-32600).

    The runtime uses this code for most errors, unknown methods and wrong params included.
    """

    default_code: ClassVar[int | None] = -32600


@final
class MethodNotFoundError(AppServerRpcError):
    """The server does not support this method (-32601)."""

    default_code: ClassVar[int | None] = -32601


@final
class InvalidParamsError(AppServerRpcError):
    """The server refused the params (-32602).

    Params that can be checked before they are sent raise `InvalidArgumentError` instead.
    """

    default_code: ClassVar[int | None] = -32602


@final
class InternalRpcError(AppServerRpcError):
    """The server had an internal error (-32603)."""

    default_code: ClassVar[int | None] = -32603


class ServerBusyError(AppServerRpcError):
    """The server is overloaded and did not accept the request (-32001); a retry may succeed."""

    default_code: ClassVar[int | None] = -32001


@final
class RetryLimitExceededError(ServerBusyError):
    """The server was overloaded at each of the allowed attempts."""


class TurnFailedError(AppServerError):
    """A turn ended with status `failed`.

    Attributes:
        result: the result up to the failure, with the server's error in `.error`.
    """

    def __init__(self, message: str, *, result: TurnResult[None]) -> None:
        super().__init__(message)
        self.result = result


class TurnStalledError(AppServerError):
    """A turn sent no event for `idle_timeout` seconds.

    Attributes:
        idle_timeout: the allowed seconds without an event.
        thread: the thread, read from the server after that time; `None` if it did not answer.
        outstanding: descriptions of the open items and open server requests of the turn.
    """

    def __init__(
        self,
        message: str,
        *,
        idle_timeout: float,
        thread: Thread | None = None,
        outstanding: tuple[str, ...] = (),
    ) -> None:
        super().__init__(message)
        self.idle_timeout = idle_timeout
        self.thread = thread
        self.outstanding = outstanding


class CommandError(AppServerError):
    """A command could not be run to its end.

    Attributes:
        result: the output that was not read, and the return code; `None` while the command runs.
    """

    def __init__(self, message: str, *, result: CommandResult | None = None) -> None:
        super().__init__(message)
        self.result = result


@final
class CommandTimeoutError(CommandError, TimeoutError):
    """A command was killed when its `timeout` was over."""


@final
class CommandOutputError(CommandError):
    """A command was killed because more of its output was unread than `capture` allows."""


class BudgetExceededError(AppServerError):
    """The turns inside a `budget` have cost more than it allows; they were interrupted.

    Attributes:
        unit: the limit that was passed: `tokens`, `requests` or `seconds`.
        limit: how much of it was allowed.
        spent: what the turns had cost when the limit was passed.
    """

    def __init__(self, message: str, *, unit: str, limit: float, spent: Spent) -> None:
        super().__init__(message)
        self.unit = unit
        self.limit = limit
        self.spent = spent

    @property
    def excess(self) -> float:
        """How much was spent above the limit: of tokens and requests, one request's at most.

        Turns that run at the same time may add one request each.
        """
        value: float = getattr(self.spent, self.unit)
        return value - self.limit


class EnvironmentUnavailableError(AppServerError):
    """The runtime does not reach the exec-server of an environment.

    Attributes:
        environment_id: the environment's id.
        url: the URL of the exec-server.
    """

    def __init__(self, message: str, *, environment_id: str, url: str) -> None:
        super().__init__(message)
        self.environment_id = environment_id
        self.url = url


class EventBufferOverflowError(AppServerError):
    """A stream was too many events behind, so that its buffer was full.

    Attributes:
        limit: the number of events that the buffer holds.
    """

    def __init__(self, message: str, *, limit: int) -> None:
        super().__init__(message)
        self.limit = limit


class OutputValidationError(AppServerError):
    """The model's final response does not fit the `output_type`.

    Attributes:
        text: the response; `None` if there was none.
        path: the place that does not fit, as a JSON path.
        result: the turn's result, without an output.
    """

    def __init__(
        self, message: str, *, text: str | None, path: str, result: TurnResult[None] | None = None
    ) -> None:
        super().__init__(message)
        self.text = text
        self.path: str = path
        self.result: TurnResult[None] | None = result


class HandlerError(AppServerError):
    """A handler of a server request failed.

    The server received a decline or an error. The exception of the handler is the `__cause__`.

    Attributes:
        method: the method of the server request.
        request_id: the server's id of that request.
    """

    def __init__(self, message: str, *, method: str, request_id: int | str) -> None:
        super().__init__(message)
        self.method = method
        self.request_id = request_id


_BY_CODE = {error.default_code: error for error in AppServerRpcError.__subclasses__()}


def rpc_error(code: int, message: str, data: JsonValue = None) -> AppServerRpcError:
    """Returns the exception for the code of a JSON-RPC error."""
    return _BY_CODE.get(code, AppServerRpcError)(message, code=code, data=data)


def _signal_name(number: int) -> str:
    try:
        return _signals.Signals(number).name
    except ValueError:
        return f"signal {number}"


_public = [globals()[name] for name in __all__]
exported("trio_codex", *_public)
resolvable(*_public)
