"""Blocking requests: written by the caller's thread or in the Trio thread."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, TypeVar

from .._portal.base import request_class

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable
    from typing import Self

    from .._client.app_server import AppServerClient
    from ..protocol import JsonValue
    from .portal import Portal

__all__ = ["ClientBase"]

T = TypeVar("T")
R = TypeVar("R")


class ClientBase:
    """Base of the blocking low-level client: the portal, and requests that need no task.

    Attributes:
        portal: runs calls in the Trio thread.
    """

    def __init__(self, portal: Portal, held: AppServerClient) -> None:
        self.portal = portal
        self._portal = portal
        self._async = held

    def _open(
        self,
        handle: Callable[[Self, T], R],
        function: Callable[..., Awaitable[T]],
        *args: object,
        **options: object,
    ) -> R:
        """Runs a coroutine function that returns an async handle, and returns the blocking one.

        Interrupted, the async handle is left, also when it had been returned already.
        """
        return self.portal.run_then(partial(handle, self), function, *args, **options)

    def _open_if_any(
        self,
        handle: Callable[[Self, T], R],
        function: Callable[..., Awaitable[T | None]],
        *args: object,
        **options: object,
    ) -> R | None:
        """Does the same as `_open` for a function that may return `None`."""

        def opened(held: T | None) -> R | None:
            return None if held is None else handle(self, held)

        return self.portal.run_then(opened, function, *args, **options)

    def _send(self, method: str, wire: JsonValue) -> JsonValue:
        """Sends a request and blocks for its result, as plain JSON.

        A task for each would cost more than the request, and so would waking the Trio thread: the
        request is written here, unless that has to wait for something, and the reader wakes the
        caller.
        """
        request = request_class()(self.portal, self._async._require(), method, wire)
        result: JsonValue = self.portal.perform(request.begin, direct=request)
        return result
