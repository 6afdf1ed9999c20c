"""Requests of asyncio tasks: written by the loop's thread or in the Trio thread."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any, TypeVar

from .._client.awaitable_scope import AwaitableScope
from .._portal.base import request_class

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable
    from typing import Self

    from .._client.app_server import AppServerClient
    from ..protocol import JsonValue
    from .portal import LoopPortal

__all__ = ["ClientBase"]

T = TypeVar("T")
R = TypeVar("R", bound=Any)


class ClientBase:
    """Base of the low-level client of asyncio: the portal, and requests that need no task.

    Attributes:
        portal: runs calls in the Trio thread.
    """

    def __init__(self, portal: LoopPortal, held: AppServerClient) -> None:
        self.portal = portal
        self._portal = portal
        self._async = held

    def _open(
        self,
        handle: Callable[[Self, T], R],
        function: Callable[..., Awaitable[T]],
        *args: object,
        **options: object,
    ) -> AwaitableScope[R]:
        """Returns a call of a coroutine function that returns a handle, to await or to enter.

        Cancelled, the handle is left, also when it had been returned already.
        """
        opening = self.portal.run_then(partial(handle, self), function, *args, **options)
        return AwaitableScope(opening, getattr(function, "__qualname__", "_open"))

    async def _open_if_any(
        self,
        handle: Callable[[Self, T], R],
        function: Callable[..., Awaitable[T | None]],
        *args: object,
        **options: object,
    ) -> R | None:
        """Calls a coroutine function that may return a handle, or `None`.

        Cancelled, the handle is left, as for `_open`.
        """

        def opened(held: T | None) -> R | None:
            return None if held is None else handle(self, held)

        return await self.portal.run_then(opened, function, *args, **options)

    async def _send(self, method: str, wire: JsonValue) -> JsonValue:
        """Sends a request and waits for its result, as plain JSON.

        The loop's thread writes it, unless that has to wait for something, as in the blocking
        client.
        """
        request = request_class()(self.portal, self._async._require(), method, wire)
        result: JsonValue = await self.portal.perform(request.begin, direct=request)
        return result
