"""Blocking handlers of server requests, each run in a worker thread."""

from __future__ import annotations

import inspect
from functools import partial
from typing import TYPE_CHECKING, Any, Final, TypeAlias

import attrs
import trio

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from .._requests.handlers import ServerRequestHandlers

__all__ = ["blocking_handlers"]

_Handler: TypeAlias = "Callable[[Any], Any]"

# Handlers may take minutes; those beyond this number wait for a thread.
_THREADS: Final = 64


def blocking_handlers(handlers: ServerRequestHandlers | None) -> ServerRequestHandlers | None:
    """Returns the handlers with each plain callable run in a worker thread.

    A handler whose request the server withdraws, or whose client closes, cannot be stopped: it
    runs on, and what it returns is dropped. Coroutine functions, such as the preset handlers,
    are left as they are and run in the client's private thread.
    """
    if handlers is None or not attrs.has(type(handlers)):
        return handlers  # the client's constructor refuses it
    limiter = trio.CapacityLimiter(_THREADS)
    changes: dict[str, Any] = {
        field.name: partial(_in_thread, handler, limiter)
        for field in attrs.fields(type(handlers))
        if callable(handler := getattr(handlers, field.name)) and not _is_async(handler)
    }
    return attrs.evolve(handlers, **changes)


def _is_async(handler: object) -> bool:
    return inspect.iscoroutinefunction(handler) or inspect.iscoroutinefunction(
        getattr(handler, "__call__", None)  # noqa: B004 - its kind matters, not its presence
    )


async def _in_thread(handler: _Handler, limiter: trio.CapacityLimiter, params: object) -> object:
    result = await trio.to_thread.run_sync(handler, params, abandon_on_cancel=True, limiter=limiter)
    # A wrapper around a coroutine function does not look like one.
    return await _awaited(result) if inspect.isawaitable(result) else result


async def _awaited(result: Awaitable[object]) -> object:
    return await result
