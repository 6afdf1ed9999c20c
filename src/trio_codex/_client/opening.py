"""The calls that open a thread: start, resume, fork."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from .._session.threads import give_up, open_thread
from ..errors import InvalidArgumentError
from .awaitable_scope import AwaitableScope
from .loaded_settings import opened
from .options import open_toolset, thread_options
from .thread import AsyncThread

if TYPE_CHECKING:
    from collections.abc import Sequence

    from .._requests.handlers import ServerRequestHandlers
    from .._tools.tool import Tool
    from .app_server import AppServerClient

__all__ = ["open_scope"]

_NAMES = {
    "thread/start": "AsyncCodex.thread_start",
    "thread/resume": "AsyncCodex.thread_resume",
    "thread/fork": "AsyncCodex.thread_fork",
}


def open_scope(
    client: AppServerClient,
    method: str,
    options: dict[str, object],
    tools: Sequence[Tool[..., object]] | None,
    handlers: ServerRequestHandlers | None,
) -> AwaitableScope[AsyncThread]:
    """Prepares a call that opens a thread; nothing is sent before it is awaited or entered."""
    return AwaitableScope(_open(client, method, options, tools, handlers), _NAMES[method])


async def _open(
    client: AppServerClient,
    method: str,
    options: dict[str, object],
    tools: Sequence[Tool[..., object]] | None,
    handlers: ServerRequestHandlers | None,
) -> AsyncThread:
    connection = client._require()
    try:
        default = client._approval_default(method, options, handlers)
        wire = thread_options(method, options, default)
        toolset = open_toolset(tools)
        register = client._handler_table.registrar(handlers, toolset)
        # Only a start registers tools with the server; later they are only answered.
        if toolset is not None and method == "thread/start":
            wire["dynamicTools"] = toolset.to_wire()
        params = client.wire_params(method, wire)
    except InvalidArgumentError as error:
        raise error.with_traceback(None) from None
    reply: Any = await open_thread(connection, method, params, register)
    try:
        snapshot = await opened(connection, method, wire, reply, default)
    except BaseException:
        give_up(connection, reply["thread"]["id"])
        raise
    return AsyncThread(client, snapshot.id, snapshot)
