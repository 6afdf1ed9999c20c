"""Dispatch of server requests: to a thread's tools, its handlers, or the client's handlers."""

from __future__ import annotations

import inspect
from typing import TYPE_CHECKING, Any, Final, cast, final

import trio

from .._session.default_responses import decline
from .._session.server_requests import ServerRequest, log_declined
from ..errors import JsonRpcError, MethodNotFoundError
from ..protocol.methods import METHODS
from .decisions import (
    Decision,
    Declined,
    FileChangeRequest,
    IncomingRequest,
    decline_request,
)
from .handlers import FIELD_OF, ServerRequestHandlers, check_handlers

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from .._session.stream import Hook, Message
    from .._tools.toolset import Toolset
    from ..protocol import FileChangeThreadItem, FileUpdateChange, JsonValue

__all__ = ["HandlerTable"]

_TOOL_CALL: Final = "item/tool/call"
_FILE_CHANGE: Final = "item/fileChange/requestApproval"
_SUB_AGENT_CALL: Final = "collabAgentToolCall"
_NO_HANDLER: Final = "no handler is set for it"
_NO_TOOLS: Final = (
    "this client does not have the thread's tools; give them with tools= when the thread is "
    "resumed or forked"
)


@final
class HandlerTable:
    """All handlers and tools: a thread's tools, then its handlers, then the client's."""

    def __init__(self, handlers: ServerRequestHandlers | None) -> None:
        self._client_handlers = handlers
        self._thread_handlers: dict[str, ServerRequestHandlers] = {}
        self._toolsets: dict[str, Toolset] = {}
        self._children: dict[str, list[str]] = {}
        self.hooks: dict[str, Hook] = {
            "thread/started": self._on_thread_started,
            "item/completed": self._on_item_completed,
            "thread/closed": self._on_thread_gone,
            "thread/archived": self._on_thread_gone,
            "thread/deleted": self._on_thread_gone,
        }

    def make_reply_callback(
        self, handlers: ServerRequestHandlers | None, toolset: Toolset | None
    ) -> Callable[[JsonValue], None]:
        """Returns a callback that registers both for the thread that a reply names.

        The reader calls it with the reply, because the thread's first request may follow directly.

        Raises:
            InvalidArgumentError: the handlers are not `ServerRequestHandlers` of async functions.
        """
        if handlers is not None:
            check_handlers(handlers)

        def register(reply: JsonValue) -> None:
            thread_id: str = reply["thread"]["id"]  # type: ignore[index,call-overload,assignment]
            self._register(thread_id, handlers, toolset)

        return register

    def _register(
        self, thread_id: str, handlers: ServerRequestHandlers | None, toolset: Toolset | None
    ) -> None:
        if handlers is not None:
            self._thread_handlers[thread_id] = handlers
        if toolset is not None:
            self._toolsets[thread_id] = toolset

    def _on_thread_started(self, params: Message) -> None:
        thread = params.get("thread")
        if isinstance(thread, dict):
            self._adopt(thread.get("id"), thread.get("parentThreadId"))

    def _on_item_completed(self, params: Message) -> None:
        item = params.get("item")
        # The runtime announces the thread of a sub-agent in no other way.
        if isinstance(item, dict) and item.get("type") == _SUB_AGENT_CALL:
            children = item.get("receiverThreadIds")
            for thread_id in children if isinstance(children, list) else ():
                self._adopt(thread_id, item.get("senderThreadId"))

    def _adopt(self, thread_id: JsonValue, parent_id: JsonValue) -> None:
        """Registers the parent's handlers and tools for a sub-agent's thread.

        Otherwise a sub-agent could do what the parent's handlers refuse.
        """
        if not (isinstance(thread_id, str) and isinstance(parent_id, str)):
            return
        handlers = self._thread_handlers.get(parent_id)
        toolset = self._toolsets.get(parent_id)
        known = thread_id in self._thread_handlers or thread_id in self._toolsets
        if not known and (handlers is not None or toolset is not None):
            self._register(thread_id, handlers, toolset)
            self._children.setdefault(parent_id, []).append(thread_id)

    def _on_thread_gone(self, params: Message) -> None:
        self.forget(str(params.get("threadId")))

    def forget(self, thread_id: str) -> None:
        """Removes the handlers and tools of an unloaded thread and of its sub-agents' threads."""
        self._thread_handlers.pop(thread_id, None)
        self._toolsets.pop(thread_id, None)
        for child_id in self._children.pop(thread_id, ()):
            self.forget(child_id)

    @property
    def threads(self) -> int:
        """The number of threads with handlers or tools."""
        return len(self._thread_handlers.keys() | self._toolsets.keys())

    def handles(self, request: ServerRequest) -> bool:
        """Whether a tool, a handler or a fallback was given that answers the request."""
        thread_id = request.thread_id or ""
        toolset = self._toolsets.get(thread_id) if request.method == _TOOL_CALL else None
        if toolset is not None and _has_tool(toolset, request.params):
            return True
        field = FIELD_OF.get(request.method)
        return any(
            handlers is not None
            and (handlers.fallback is not None or (field and getattr(handlers, field) is not None))
            for handlers in (self._thread_handlers.get(thread_id), self._client_handlers)
        )

    async def respond(self, request: ServerRequest) -> JsonValue | JsonRpcError:
        """Answers with the thread's tool, a handler, a fallback, or a decline.

        Cancelling it cancels the tool or the handler.
        """
        thread_id = request.thread_id or ""
        toolset = self._toolsets.get(thread_id) if request.method == _TOOL_CALL else None
        if toolset is not None and _has_tool(toolset, request.params):
            return await _call_tool(request, toolset)
        for handlers in (self._thread_handlers.get(thread_id), self._client_handlers):
            if handlers is None:
                continue
            try:
                return await _ask(request, handlers)
            except _NotMine:
                continue
            except Declined:
                log_declined(request, "its handler declines everything")
                return decline(request.method)
        if toolset is not None:
            # The error of the toolset lists the known tools.
            return await _call_tool(request, toolset)
        await trio.lowlevel.checkpoint()
        log_declined(request, _NO_TOOLS if request.method == _TOOL_CALL else _NO_HANDLER)
        return decline(request.method)


class _NotMine(Exception):
    """These handlers do not answer the request; the next ones are tried."""


async def _ask(request: ServerRequest, handlers: ServerRequestHandlers) -> JsonValue:
    field = FIELD_OF.get(request.method)
    handler: Callable[..., object] | None = None if field is None else getattr(handlers, field)
    if decline_request in (handler, handlers.fallback if handler is None else None):
        await trio.lowlevel.checkpoint()
        raise Declined
    if handler is not None:
        return await _call_handler(request, handler)
    if handlers.fallback is not None:
        return await _call_fallback(request, handlers.fallback)
    raise _NotMine


def _has_tool(toolset: Toolset, params: JsonValue) -> bool:
    if not isinstance(params, dict):
        return False
    called = (params.get("namespace") or None, params.get("tool"))
    return any((tool.namespace, tool.name) == called for tool in toolset)


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


async def _call_fallback(request: ServerRequest, fallback: Callable[..., object]) -> JsonValue:
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
        # A fallback raises this to leave the request to others.
        raise _NotMine from error
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
