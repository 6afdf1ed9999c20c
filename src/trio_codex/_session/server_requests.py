"""Requests of the server: one task each, always answered, and cancelled when withdrawn."""

from __future__ import annotations

import logging
from contextvars import copy_context
from typing import TYPE_CHECKING, Protocol, TypeAlias, final

import trio

from .._json import text_at
from .._telemetry import request_span
from ..errors import AppServerError, HandlerError, InvalidArgumentError, JsonRpcError, describe
from ..protocol.methods import METHODS
from .default_responses import decline

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable
    from contextvars import Context

    from .._telemetry import RequestSpan
    from ..protocol import JsonValue
    from .stream import Hook, Message
    from .turn import TurnChannel

__all__ = ["DecliningResponder", "Responder", "ServerRequest", "ServerRequests", "log_declined"]

logger = logging.getLogger("trio_codex.requests")

_FILE_CHANGE = "fileChange"
_CLOSING_STEPS = 8
_MOST_ANSWERED = 256


@final
class ServerRequest:
    """A request of the server that is being answered."""

    __slots__ = (
        "answer",
        "answered",
        "asked",
        "call_id",
        "id",
        "item",
        "item_id",
        "method",
        "of_turn",
        "params",
        "scope",
        "span",
        "thread_id",
        "turn_id",
    )

    def __init__(self, id: int | str, method: str, params: JsonValue) -> None:
        self.id: int | str = id
        self.method: str = method
        self.params: JsonValue = params
        spec = METHODS.get(method)
        self.thread_id: str | None = _at(params, spec.thread_key if spec else None)
        self.turn_id: str | None = _at(params, spec.turn_key if spec else None)
        self.call_id: str | None = _at(params, spec.call_key if spec else None)
        self.item_id: str | None = _at(params, spec.item_key if spec else None)
        # Some requests name only their thread: they belong to the turn that runs on it.
        self.of_turn: bool = (
            spec is not None and spec.turn_key is None and self.thread_id is not None
        )
        # The started item, for requests that leave out the changes they are about.
        self.item: JsonValue = None
        self.scope: trio.CancelScope = trio.CancelScope()
        self.answered: bool = False
        self.answer: JsonValue | JsonRpcError = None
        # Whether the server has sent it on the present connection: only then it is answered there.
        self.asked: bool = True
        # Its span, if the program uses OpenTelemetry.
        self.span: RequestSpan | None = None

    @property
    def extra(self) -> dict[str, object]:
        """The ids, as structured fields of a log record."""
        return {
            "codex_method": self.method,
            "codex_request_id": self.id,
            "codex_thread_id": self.thread_id,
            "codex_turn_id": self.turn_id,
            "codex_item_id": self.item_id or self.call_id,
        }

    def handler_context(self, channels: Iterable[TurnChannel]) -> Context:
        """Returns the context variables of its handler; its span begins, below its turn's.

        Args:
            channels: the handles of its turn.
        """
        turn = next((channel.span for channel in channels if channel.span is not None), None)
        self.span = request_span(self.method, self.id, self.thread_id, self.params, turn)
        return copy_context() if self.span is None else self.span.context()

    def belongs_to(self, thread_id: JsonValue, turn_id: JsonValue) -> bool:
        """Whether it is a request of this turn."""
        if self.thread_id is None or self.thread_id != thread_id:
            return False
        return self.of_turn or (self.turn_id is not None and self.turn_id == turn_id)


class Responder(Protocol):
    """Answers the requests of the server."""

    def handles(self, request: ServerRequest) -> bool:
        """Whether a handler or a tool was given that answers the request."""
        ...

    async def respond(self, request: ServerRequest) -> JsonValue | JsonRpcError:
        """Returns the result as wire JSON, or the error to answer with.

        An exception is a failure of the handler: the server is declined, and the failure
        surfaces where the turn is consumed.
        """


@final
class DecliningResponder:
    """Declines and logs everything: used when no handler was given."""

    def handles(self, request: ServerRequest) -> bool:  # noqa: ARG002
        """Returns false."""
        return False

    async def respond(self, request: ServerRequest) -> JsonValue | JsonRpcError:
        """Declines `request`."""
        await trio.lowlevel.checkpoint()
        log_declined(request)
        return decline(request.method)


def log_declined(request: ServerRequest, reason: str = "no handler is set for it") -> None:
    """Logs once that a request was declined, without its content."""
    if request.method in METHODS:
        logger.warning("declined %s: %s", request.method, reason, extra=request.extra)
    else:
        logger.warning(
            "refused %s: this client does not know it", request.method, extra=request.extra
        )


_Reply: TypeAlias = "Callable[[int | str, JsonValue | JsonRpcError], None]"
_Report: TypeAlias = "Callable[[ServerRequest, HandlerError], None]"


@final
class ServerRequests:
    """The requests of the server that are open, and the items they may be about."""

    def __init__(self, responder: Responder, *, reply: _Reply, report: _Report) -> None:
        self.responder = responder
        self._reply = reply
        self._report = report
        self._open: dict[int | str, ServerRequest] = {}
        # Those that were answered and not resolved: the server may send one again to a client that
        # resumes its thread.
        self._answered: dict[int | str, ServerRequest] = {}
        self._file_changes: dict[tuple[str, str], Message] = {}
        # The callbacks for notifications that concern requests or their items, by method.
        self.hooks: dict[str, Hook] = {
            "serverRequest/resolved": self.on_resolved,
            "item/started": self.on_item_started,
            "item/fileChange/patchUpdated": self.on_patch_updated,
            "item/completed": self.on_item_completed,
            "turn/completed": self.on_turn_completed,
        }

    def __len__(self) -> int:
        return len(self._open)

    def open(self, id: int | str, method: str, params: JsonValue) -> ServerRequest | None:
        """Registers a request; `answer` then has to be run for it.

        Returns `None` for a request that the server has sent again, which has its handler already.
        """
        known = self._open.get(id) or self._answered.get(id)
        if known is not None and (known.method, known.params) == (method, params):
            if known.answered and not known.asked:
                self._reply(id, known.answer)
            known.asked = True
            return None
        if id in self._open:  # of a server that was restarted
            self._withdraw(self._open[id])
        request = ServerRequest(id, method, params)
        item_id = text_at(params, "itemId")
        if item_id is not None and request.thread_id is not None:
            request.item = self._file_changes.get((request.thread_id, item_id))
        self._open[id] = request
        return request

    async def answer(self, request: ServerRequest) -> None:
        """Runs the responder and sends its answer; cancelled or failed, a decline is sent."""
        try:
            with request.scope:
                await self._answer(request)
        finally:
            if self._open.get(request.id) is request:
                del self._open[request.id]
            # Withdrawn by the server, or the client is closing; ignored if it was answered.
            self._decline(request)

    def drop(self, request: ServerRequest) -> None:
        """Forgets a request that came too late to be answered."""
        self._open.pop(request.id, None)

    async def _answer(self, request: ServerRequest) -> None:
        logger.debug("the server asks %s", request.method, extra=request.extra)
        try:
            self._send(request, await self._ask(request))
        except Exception as error:  # noqa: BLE001 - whatever it is, the server gets an answer
            self._fail(request, error)
        except BaseExceptionGroup as group:
            # The handler was cancelled and failed while it ended: only the cancellation may leave
            # here, because any other exception ends the connection.
            cancelled, rest = group.split(trio.Cancelled)
            if not isinstance(rest, ExceptionGroup):
                raise
            self._fail(request, rest)
            if cancelled is not None:
                raise cancelled from None

    @trio.lowlevel.disable_ki_protection
    async def _ask(self, request: ServerRequest) -> JsonValue | JsonRpcError:
        # Handlers are the caller's code, which Ctrl+C may interrupt; the engine around them is not.
        return await self.responder.respond(request)

    def _send(self, request: ServerRequest, answer: JsonValue | JsonRpcError) -> None:
        if request.answered:
            return
        if request.asked:
            self._reply(request.id, answer)
        request.answer, request.answered = answer, True
        # A withdrawn request is not sent again, and nothing would remove it from the table.
        withdrawn = request.scope.cancel_called or self._open.get(request.id) is not request
        if request.turn_id is not None and not withdrawn:
            self._answered[request.id] = request
            if len(self._answered) > _MOST_ANSWERED:
                del self._answered[next(iter(self._answered))]
        if request.span is not None:
            request.span.answered(answer)

    def _fail(self, request: ServerRequest, cause: Exception) -> None:
        _log_failure(request, cause)
        if request.span is not None:
            request.span.fail(type(cause).__name__)
        self._decline(request)
        self.report(request, cause)

    def report(self, request: ServerRequest, cause: BaseException) -> None:
        """Raises a handler's failure where the request's turn is consumed."""
        error = HandlerError(
            f"the handler of {request.method} failed: {describe(cause)}",
            method=request.method,
            request_id=request.id,
        )
        error.__cause__ = cause
        self._report(request, error)

    def _decline(self, request: ServerRequest) -> None:
        self._send(request, decline(request.method))

    # -- withdrawal by the server --------------------------------------------------------------

    def on_resolved(self, params: Message) -> None:
        """Withdraws the request that `serverRequest/resolved` names."""
        request_id = params.get("requestId")
        # `True` equals 1 as a dictionary key, and names no request.
        if isinstance(request_id, (int, str)) and not isinstance(request_id, bool):
            self._answered.pop(request_id, None)
            if request_id in self._open:
                self._withdraw(self._open[request_id])

    def on_item_started(self, params: Message) -> None:
        """Keeps the changes of a file change: its approval request leaves them out."""
        item, thread_id = params.get("item"), params.get("threadId")
        if isinstance(item, dict) and item.get("type") == _FILE_CHANGE:
            if isinstance(thread_id, str) and isinstance(item.get("id"), str):
                self._file_changes[thread_id, str(item["id"])] = item

    def on_patch_updated(self, params: Message) -> None:
        """Keeps the changes of a file change whose patch has grown since it was started."""
        thread_id, item_id = params.get("threadId"), params.get("itemId")
        if isinstance(thread_id, str) and isinstance(item_id, str):
            known = self._file_changes.get((thread_id, item_id), {"type": _FILE_CHANGE})
            item: Message = {**known, "id": item_id, "changes": params.get("changes")}
            self._file_changes[thread_id, item_id] = {"status": "inProgress", **item}

    def on_item_completed(self, params: Message) -> None:
        """Withdraws a tool call whose item is complete: the server sends no other notice."""
        item, thread_id = params.get("item"), params.get("threadId")
        if not isinstance(item, dict):
            return
        self._file_changes.pop((str(thread_id), str(item.get("id"))), None)
        for request in tuple(self._open.values()):
            if request.call_id is not None and request.call_id == item.get("id"):
                if request.thread_id == thread_id:
                    self._withdraw(request)

    def on_turn_completed(self, params: Message) -> None:
        """Withdraws the open requests of a turn that has ended."""
        thread_id, turn_id = params.get("threadId"), text_at(params, "turn", "id")
        for request in tuple(self._open.values()):
            if request.belongs_to(thread_id, turn_id):
                self._withdraw(request)
        for request in tuple(self._answered.values()):
            if request.belongs_to(thread_id, turn_id):
                del self._answered[request.id]
        for key in [key for key in self._file_changes if key[0] == thread_id]:
            del self._file_changes[key]

    def on_lost(self) -> None:
        """Keeps every answer back until the server asks again, on another connection."""
        for request in (*self._open.values(), *self._answered.values()):
            request.asked = False

    def on_resumed(self, thread_id: str, flags: Collection[JsonValue]) -> None:
        """Withdraws the requests of a thread that were answered by another client meanwhile.

        Args:
            thread_id: the thread's id.
            flags: what the thread waits for.
        """
        if not flags:
            for request in tuple(self._open.values()):
                if request.thread_id == thread_id and request.item_id and not request.asked:
                    self._withdraw(request)

    def _withdraw(self, request: ServerRequest) -> None:
        logger.debug("the server withdrew %s", request.method, extra=request.extra)
        if request.span is not None:
            request.span.fail("withdrawn")
        request.scope.cancel()

    def cancel_all(self) -> None:
        """Cancels every handler that is running."""
        for request in tuple(self._open.values()):
            request.scope.cancel()

    async def stop(self) -> None:
        """Cancels every handler and declines the requests that have no answer then.

        A cancelled handler may still answer, and gets a few scheduler passes for it. It is not
        waited for: a handler that blocks in a thread does not run.
        """
        self.cancel_all()
        for _ in range(_CLOSING_STEPS):
            if not self._open:
                break
            await trio.lowlevel.checkpoint()
        for request in tuple(self._open.values()):
            self._decline(request)

    def outstanding(self, thread_id: str, turn_id: str | None) -> tuple[str, ...]:
        """Names the requests of a turn that still wait for their answer."""
        return tuple(
            request.method
            for request in self._open.values()
            if request.thread_id == thread_id and request.turn_id in (None, turn_id)
        )


def _log_failure(request: ServerRequest, cause: Exception) -> None:
    message = "the handler of %s failed; the server was declined"
    if isinstance(cause, (AppServerError, InvalidArgumentError)):
        # Errors of this library quote the value, which may be a token: details only for debugging.
        kind = type(cause).__name__
        logger.error("%s (%s)", message % request.method, kind, extra=request.extra)
        logger.debug(message, request.method, exc_info=cause, extra=request.extra)
    else:
        logger.error(message, request.method, exc_info=cause, extra=request.extra)


def _at(params: JsonValue, path: tuple[str, ...] | None) -> str | None:
    return None if path is None else text_at(params, *path)
