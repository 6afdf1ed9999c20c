"""Handlers and tools of an asyncio program: tasks of its event loop."""

from __future__ import annotations

import asyncio
import inspect
from contextlib import suppress
from contextvars import copy_context
from functools import partial
from typing import TYPE_CHECKING, Any, final

import attrs
import outcome
import trio

from .._telemetry import with_span
from ..errors import AppServerError, describe

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Sequence
    from contextvars import Context

    from .._requests.handlers import ServerRequestHandlers
    from .._tools.tool import Tool

__all__ = ["LoopHost"]


@final
class LoopHost:
    """Runs coroutine functions of the caller in the caller's loop, for tasks of the Trio thread.

    It has no reference to the portal, which the Trio thread must not keep.

    Attributes:
        loop: the loop that opened the client.
    """

    def __init__(self) -> None:
        self.loop: asyncio.AbstractEventLoop | None = None
        self._tasks: set[asyncio.Task[Any]] = set()

    def handlers(self, handlers: ServerRequestHandlers | None) -> ServerRequestHandlers | None:
        """Returns the handlers with each coroutine function run in the loop of this call.

        The preset handlers, which are the library's own, stay in the Trio thread. A plain function
        is left as it is, because the client refuses it.
        """
        if handlers is None:
            return None
        from .._requests.handlers import ServerRequestHandlers, is_plain

        if not isinstance(handlers, ServerRequestHandlers):
            return handlers  # the client refuses it
        changes: dict[str, Any] = {
            field.name: self._hosted(handler)
            for field in attrs.fields(ServerRequestHandlers)
            if callable(handler := getattr(handlers, field.name))
            and not (is_plain(handler) or _is_preset(handler))
        }
        return attrs.evolve(handlers, **changes)

    def tools(self, tools: Sequence[Tool[..., object]] | None) -> list[Any] | None:
        """Returns the tools with their functions run in the loop of this call.

        Raises:
            InvalidArgumentError: JSON Schema cannot express the type of a parameter.
        """
        if tools is None:
            return None
        from .._tools.tool import Tool

        return [each._hosted(self._hosted) if isinstance(each, Tool) else each for each in tools]

    def _hosted(self, function: Callable[..., Any]) -> Callable[..., Awaitable[Any]]:
        try:
            loop: asyncio.AbstractEventLoop | None = asyncio.get_running_loop()
        except RuntimeError:
            loop = None  # a client may be made before its loop runs
        return _Hosted(self, function, loop, copy_context())

    async def run(
        self,
        function: Callable[[], Any],
        loop: asyncio.AbstractEventLoop | None,
        context: Context,
    ) -> Any:
        """Runs a function in a loop and returns what it returns, awaited; in the Trio thread.

        Cancelled, the loop's task is cancelled, and not waited for: the loop may be blocked.
        """
        loop = loop or self.loop
        assert loop is not None
        return await _Visit(self._tasks, function, loop, context).wait()

    async def wait_ended(self, seconds: float) -> None:
        """Waits for the tasks of this loop, which were cancelled."""
        loop, current = asyncio.get_running_loop(), asyncio.current_task()
        tasks = [one for one in self._tasks if one.get_loop() is loop and one is not current]
        if tasks:
            await asyncio.wait(tasks, timeout=seconds)


@final
class _Hosted:
    """A coroutine function that runs in a loop, with the context variables of its place."""

    def __init__(
        self,
        host: LoopHost,
        function: Callable[..., Any],
        loop: asyncio.AbstractEventLoop | None,
        context: Context,
    ) -> None:
        self._host = host
        self._function = function
        self._loop = loop
        self._context = context

    async def __call__(self, *args: object, **options: object) -> Any:
        """Calls the function in its loop; in the Trio thread."""
        function = partial(self._function, *args, **options)
        return await self._host.run(function, self._loop, self._context)


@final
class _Visit:
    """One task of the loop that a task of the Trio thread waits for.

    Only the loop's thread touches `_task`, only the Trio thread waits and is rescheduled. `_over`
    is set in the Trio thread, by the outcome or by a cancellation, whichever comes first; so the
    waiting task is rescheduled once. The loop reads it to leave out a visit that was withdrawn
    before it began; one that began is cancelled by a call queued behind `_start`.
    """

    def __init__(
        self,
        tasks: set[asyncio.Task[Any]],
        function: Callable[[], Any],
        loop: asyncio.AbstractEventLoop,
        context: Context,
    ) -> None:
        self._tasks = tasks
        self._function = function
        self._loop = loop
        self._context = context
        self._task: asyncio.Task[Any] | None = None
        self._over = False

    async def wait(self) -> Any:
        """Begins the visit and waits for its outcome; in the Trio thread."""
        self._token = trio.lowlevel.current_trio_token()
        self._waiting = trio.lowlevel.current_task()
        self._context = with_span(self._context)
        try:
            self._loop.call_soon_threadsafe(self._start)
        except RuntimeError:
            raise AppServerError("the event loop of this handler or tool is closed") from None
        return await trio.lowlevel.wait_task_rescheduled(self._withdraw)

    # -- in the loop ---------------------------------------------------------------------------

    def _start(self) -> None:
        if not self._over:
            task: asyncio.Task[Any] = self._context.copy().run(
                self._loop.create_task, self._awaited()
            )
            self._task = task
            self._tasks.add(task)
            task.add_done_callback(self._end)

    async def _awaited(self) -> Any:
        result = self._function()
        return await result if inspect.isawaitable(result) else result

    def _cancel(self) -> None:
        if self._task is not None:
            self._task.cancel()

    def _end(self, task: asyncio.Task[Any]) -> None:
        self._tasks.discard(task)
        result: outcome.Outcome[Any]
        error = asyncio.CancelledError() if task.cancelled() else task.exception()
        if error is None:
            result = outcome.Value(task.result())
        elif isinstance(error, Exception):
            result = outcome.Error(error)
        else:
            # SystemExit and KeyboardInterrupt leave the loop itself; a cancellation is the task's.
            failure = AppServerError(f"the handler or tool left with {describe(error)}")
            failure.__cause__ = error
            result = outcome.Error(failure)
        with suppress(trio.RunFinishedError):
            self._token.run_sync_soon(self._settle, result)

    # -- in the Trio thread --------------------------------------------------------------------

    def _settle(self, result: outcome.Outcome[Any]) -> None:
        if not self._over:
            self._over = True
            trio.lowlevel.reschedule(self._waiting, result)

    def _withdraw(self, _: object) -> trio.lowlevel.Abort:
        self._over = True
        with suppress(RuntimeError):  # the loop is closed
            self._loop.call_soon_threadsafe(self._cancel)
        return trio.lowlevel.Abort.SUCCEEDED


def _is_preset(handler: object) -> bool:
    while isinstance(handler, partial):
        handler = handler.func
    return str(getattr(handler, "__module__", "")).startswith("trio_codex.")
