"""Turns a raw server request into a call of the handler it is for, and back into an answer."""

from __future__ import annotations

import inspect
import logging
from typing import TYPE_CHECKING, Any, cast, final

from .._session.requests import DecliningResponder, ServerRequest
from ..errors import InvalidParamsError, JsonRpcError, MethodNotFoundError
from ..protocol.methods import METHODS
from .decisions import Decision, FileChangeRequest, IncomingRequest
from .handlers import FIELD_OF, ServerRequestHandlers

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from ..protocol import FileChangeThreadItem, FileUpdateChange, JsonValue
    from .tools import Toolset

__all__ = ["HandlerTable"]

logger = logging.getLogger("trio_codex.requests")

_TOOL_CALL = "item/tool/call"
_FILE_CHANGE = "item/fileChange/requestApproval"


@final
class HandlerTable:
    """Who answers what: a thread's handlers win over the client's, its tools over both."""

    def __init__(self, handlers: ServerRequestHandlers | None) -> None:
        if handlers is not None and not isinstance(handlers, ServerRequestHandlers):
            raise InvalidParamsError(
                f"handlers must be ServerRequestHandlers, not {type(handlers).__name__}"
            )
        self._client_handlers = handlers
        self._thread_handlers: dict[str, ServerRequestHandlers] = {}
        self._toolsets: dict[str, Toolset] = {}
        self._declining = DecliningResponder()

    def register(
        self, thread_id: str, handlers: ServerRequestHandlers | None, toolset: Toolset | None
    ) -> None:
        """Keeps what answers the requests of one thread."""
        if handlers is not None:
            self._thread_handlers[thread_id] = handlers
        if toolset is not None:
            self._toolsets[thread_id] = toolset

    async def respond(self, request: ServerRequest) -> JsonValue | JsonRpcError:
        """Answers with the thread's tool, a handler, the fallback, or a decline."""
        toolset = self._toolsets.get(request.thread_id or "")
        if request.method == _TOOL_CALL and toolset is not None:
            return await _call_tool(request, toolset)
        handler = self._find(request, FIELD_OF.get(request.method))
        if handler is not None:
            return await _call_handler(request, handler)
        fallback = self._find(request, "fallback")
        if fallback is not None:
            return await _call_fallback(request, fallback)
        if request.method == _TOOL_CALL:
            logger.warning(
                "a tool was called on a thread whose tools this client does not have; give them "
                "with tools= when the thread is resumed or forked",
                extra=request.extra,
            )
        return await self._declining.respond(request)

    def _find(self, request: ServerRequest, field: str | None) -> Callable[..., object] | None:
        if field is None:
            return None
        of_thread = self._thread_handlers.get(request.thread_id or "")
        for handlers in (of_thread, self._client_handlers):
            handler = None if handlers is None else getattr(handlers, field)
            if handler is not None:
                return cast("Callable[..., object]", handler)
        return None


async def _call_tool(request: ServerRequest, toolset: Toolset) -> JsonValue:
    from .. import protocol
    from ..protocol.converter import structure

    call = structure(request.params, protocol.DynamicToolCallParams)
    ids = {"codex_thread_id": call.thread_id, "codex_turn_id": call.turn_id}
    outcome = await toolset.dispatch(call.namespace, call.tool, call.arguments, ids=ids)
    return {"contentItems": list(outcome.content_items), "success": outcome.success}


async def _call_handler(request: ServerRequest, handler: Callable[..., object]) -> JsonValue:
    from ..protocol.converter import check_result, structure

    spec = METHODS[request.method]
    typed: Any = structure(request.params, spec.params) if spec.params else request.params
    if request.method == _FILE_CHANGE:
        typed = FileChangeRequest(params=typed, changes=_changes(request.item))
    answer = await _answer(handler, typed)
    if isinstance(answer, Decision):
        answer = answer.result_for(request.method)
    return check_result(spec, answer)


async def _call_fallback(
    request: ServerRequest, fallback: Callable[..., object]
) -> JsonValue | JsonRpcError:
    from ..protocol.converter import check_result

    incoming = IncomingRequest(
        method=request.method,
        params=request.params,
        thread_id=request.thread_id,
        turn_id=request.turn_id,
    )
    try:
        answer = await _answer(fallback, incoming)
    except MethodNotFoundError as error:
        # How a fallback says that a request is not its business either.
        return error
    spec = METHODS.get(request.method)
    return cast("JsonValue", answer) if spec is None else check_result(spec, answer)


async def _answer(handler: Callable[..., object], argument: object) -> object:
    result = handler(argument)
    if not inspect.isawaitable(result):
        raise TypeError(
            f"the handler {getattr(handler, '__qualname__', handler)!s} must be an async function; "
            "plain functions are for the blocking Codex"
        )
    return await cast("Awaitable[object]", result)


def _changes(item: JsonValue) -> list[FileUpdateChange]:
    from .. import protocol
    from ..protocol.converter import structure

    if item is None:
        return []
    started: FileChangeThreadItem = structure(item, protocol.FileChangeThreadItem)
    return list(started.changes)
