"""The connection: the tasks behind one client, requests and replies, and the one way it ends."""

from __future__ import annotations

import contextvars
import logging
from functools import partial
from typing import TYPE_CHECKING, final

import trio

from .._wire.peer import Peer, Reply
from ..errors import AppServerError, ClientClosedError, InvalidArgumentError, describe, fresh
from .abandoned import AbandonedStreams
from .control import finish_later
from .direct_write import write_request
from .interrupting import finish_open_turns, interrupt_later
from .pending import OnResult, PendingRequest
from .reader import ReadPace, read
from .router import Answerable, Router
from .server_requests import DecliningResponder, Responder, ServerRequest, ServerRequests
from .services import (
    HandlerTasks,
    ServiceScopes,
    guard,
    log_end,
    raise_error,
    unwrapped,
    watch_exit,
)
from .slots import RequestSlots
from .statistics import ConnectionStatistics
from .thread_ends import end_turns, thread_end_hooks
from .threads import LoadedThreads
from .writer import FrameWriter

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Mapping
    from contextlib import AbstractAsyncContextManager

    from .._config import AppServerConfig
    from .._transport.base import Transport
    from ..errors import HandlerError, JsonRpcError
    from ..protocol import JsonValue
    from .stream import Hook

__all__ = ["Connection", "ConnectionStatistics"]

logger = logging.getLogger("trio_codex.connection")


@final
class Connection:
    """One connection to one app-server, from the spawned transport to the reaped child.

    An async context manager, and the only place that starts tasks. Invariants:

    * One end. `fail` is the only way to end, only its first call counts, and it reaches every
      waiting task with the same error: replies, slots, streams, turns, logins. A waiter that is
      registered anywhere else must be released there too, or it waits forever (`tests/faults`).
    * `failure` is set before anything is released. So a request that is registered too late for
      `fail` finds `failure` when it checks after registering (`DirectPost.try_write`,
      `write_request`).
    * The services (reader, writer, stderr drain, exit watch, late interrupts) never raise into
      the nursery: `guard` turns their errors into `fail`. So the exception of the block's body
      leaves it alone, and not in a group (`tests/session/test_failures.py`).
    * The services outlive the body's cleanup, which needs them, and end before the nursery is
      left: `aclose` first, then `ServiceScopes.end`, then the nursery
      (`tests/session/test_service_tasks.py`). Handlers are no children of the nursery, because a
      thread of the caller may hold them up; see `HandlerTasks`.
    """

    def __init__(
        self,
        transport: Transport,
        config: AppServerConfig,
        responder: Responder | None = None,
        hooks: Mapping[str, Hook] | None = None,
    ) -> None:
        self.config = config
        self.transport = transport
        self.failure: AppServerError | None = None
        self.requests: ServerRequests = ServerRequests(
            responder or DecliningResponder(),
            reply=self._reply,
            report=self._report_handler,
        )
        self.threads: LoadedThreads = LoadedThreads()
        self.router: Router = Router(
            config.event_buffer,
            (
                hooks or {},
                self.threads.hooks,
                self.requests.hooks,
                thread_end_hooks(partial(end_turns, self)),
            ),
            on_late=lambda channel: finish_later(self, channel),
            on_unwanted=lambda turn: interrupt_later(self, turn),
        )
        self.abandoned: AbandonedStreams = AbandonedStreams(self)
        self._peer: Peer[PendingRequest] = Peer(config.max_line_bytes)
        self._slots = RequestSlots(config.max_in_flight)
        self._writer = FrameWriter(transport)
        self._pace = ReadPace()
        self.closing: bool = False
        # Set with `failure`, for tasks that only wait for the end.
        self.ended: trio.Event = trio.Event()
        self.failed_at: float = 0.0
        self._token: trio.lowlevel.TrioToken | None = None
        self._closed = trio.Event()
        self._services = ServiceScopes(self.fail)
        self.end_logged = False
        self.output_ended: trio.Event = trio.Event()
        # The message of an exception that left a handler and ended the block: Ctrl+C, SystemExit.
        self._escaped: str | None = None
        self._handlers = HandlerTasks(self.requests.answer, self._escape)
        self._nursery: trio.Nursery | None = None
        self._nursery_manager: AbstractAsyncContextManager[trio.Nursery] | None = None

    # -- life ----------------------------------------------------------------------------------

    async def __aenter__(self) -> Connection:
        self._token = trio.lowlevel.current_trio_token()
        self.abandoned.open()
        self._nursery_manager = trio.open_nursery()
        self._nursery = nursery = await self._nursery_manager.__aenter__()
        self._start_service(nursery, "reader", partial(read, self))
        self._start_service(nursery, "writer", self._writer.run)
        self._start_service(nursery, "stderr drain", self.transport.drain_diagnostics)
        self._start_service(nursery, "exit watch", partial(watch_exit, self))
        logger.info("the runtime was started", extra={"codex_pid": self.pid})
        return self

    async def __aexit__(self, *exc_info: object) -> None:
        try:
            await self.aclose()
        finally:
            try:  # ends the child where Ctrl+C cut the closing short
                await self.transport.aclose()  # noqa: ASYNC102 - shielded and bounded inside
            finally:
                self._services.end()
                await self._handlers.wait_ended(self.failed_at + self.config.close_timeout)  # noqa: ASYNC102 - shielded and bounded inside
                await self._leave_nursery()  # noqa: ASYNC102 - its tasks have ended

    async def _leave_nursery(self) -> None:
        assert self._nursery_manager is not None
        manager, self._nursery, self._nursery_manager = self._nursery_manager, None, None
        try:
            # The body's exception is not passed in, so that the nursery does not put it in a group.
            await manager.__aexit__(None, None, None)
        except BaseExceptionGroup as group:
            escaped = unwrapped(group)
        else:
            return
        raise escaped

    async def aclose(self) -> None:
        """Interrupts running turns, stops handlers and the child, and ends every wait.

        Shielded, and bounded by the timeouts of the config. The first call closes; every other
        call waits for it.
        """
        if not self._closed.is_set():
            self.check_run()
        with trio.CancelScope(shield=True):
            if self.closing:
                await self._closed.wait()
                return
            self.closing = True
            try:
                await self._close()
            finally:
                # Also where Ctrl+C cut it short.
                self.fail(self.closed_error())
                self._closed.set()

    async def _close(self) -> None:
        if self.failure is None:
            with trio.move_on_after(self.config.interrupt_timeout):
                try:
                    await finish_open_turns(self)
                except AppServerError as error:
                    # The runtime died meanwhile: waits for these turns raise the error.
                    logger.debug("the open turns could not be interrupted: %s", error)
            await self.requests.stop()
            self.fail(self.closed_error())
        await self.transport.aclose()
        log_end(self)

    def closed_error(self) -> ClientClosedError:
        """Returns the error that ends a connection that is closed."""
        reason = "" if self._escaped is None else f": {self._escaped}"
        return ClientClosedError(f"this client was closed{reason}")

    def start_task(
        self, function: Callable[..., Awaitable[None]], *args: object, name: str
    ) -> bool:
        """Starts a task that ends with the connection; false when the connection is ending."""
        if self._nursery is None or self.closing or self.failure is not None:
            return False
        self._start_service(self._nursery, name, partial(function, *args))
        return True

    def _start_service(
        self, nursery: trio.Nursery, name: str, run: Callable[[], Awaitable[None]]
    ) -> None:
        guarded = partial(guard, self, run)
        nursery.start_soon(self._services.run, guarded, name=f"trio_codex {name}")

    def fail(self, error: AppServerError) -> None:
        """Ends the connection, and every wait on it, with `error`; only the first call counts."""
        if self.failure is not None:
            return
        self.failure = error
        self.failed_at = trio.current_time()
        self.ended.set()
        for pending in self._peer.close(error):
            pending.settle(None, error)
        self._slots.fail(error)
        self.router.fail(error)
        self.requests.cancel_all()
        self._writer.close()

    @property
    def pid(self) -> int | None:
        """The child's process id, if there is a child."""
        return getattr(self.transport, "pid", None)

    # -- reading -------------------------------------------------------------------------------

    def take(self, message: Answerable) -> None:
        """Processes a message that is no notification: a reply, or a request of the server."""
        if isinstance(message, Reply):
            self.take_reply(message)
            return
        request = self.requests.open(message.id, message.method, message.params)
        if self.failure is not None or self._nursery is None:
            # No answer can reach the server any more, and the handlers were cancelled.
            self.requests.drop(request)
        else:
            self._start_handler(request)

    def _start_handler(self, request: ServerRequest) -> None:
        # No child of the nursery: see `HandlerTasks`.
        self._handlers.add(request)
        context = contextvars.copy_context()
        name = f"trio_codex {request.method}"
        trio.lowlevel.spawn_system_task(self._handlers.run, request, name=name, context=context)

    def _escape(self, request: ServerRequest, error: BaseException) -> None:
        """Raises an exception in the block that must not end in a handler's task: Ctrl+C, say."""
        if self._escaped is None:
            self._escaped = f"the handler of {request.method} raised {describe(error)}"
        self.requests.report(request, error)
        if self._nursery is None:
            logger.error("%s after the client was closed", self._escaped, extra=request.extra)
        else:
            self._nursery.start_soon(raise_error, error, name=f"trio_codex {request.method}")

    def take_reply(self, reply: Reply[PendingRequest]) -> None:
        """Settles the request that a reply answers."""
        self._slots.take_back(reply.token)
        reply.token.answer(reply.result, reply.error)

    # -- writing -------------------------------------------------------------------------------

    async def post(
        self,
        method: str,
        params: JsonValue,
        on_result: OnResult | None = None,
        *,
        urgent: bool = False,
    ) -> PendingRequest:
        """Writes a request once an in-flight slot is free, and returns without its reply.

        Args:
            method: the protocol's name.
            params: the params as plain JSON.
            on_result: called by the reader with the result.
            urgent: whether it may be sent without a free slot, as an interrupt must: the slots may
                all be held by requests that end only with the turn.

        Raises:
            InvalidArgumentError: the params cannot be written as strict JSON.
            AppServerError: the connection has ended, with the error that ended it.

        Cancelled while it waits for a slot, nothing is sent.
        """
        self.check_open()
        await trio.lowlevel.checkpoint_if_cancelled()
        pending = PendingRequest(method, on_result)
        slot = self._slots.take_urgent() if urgent else self._slots.take()
        pending.id = slot or await self._slots.wait()
        write_request(self, pending, params)
        return pending

    def post_nowait(self, method: str, params: JsonValue) -> PendingRequest | None:
        """Writes a request like `post`; `None`, and nothing is sent, if no slot is free."""
        self.check_open()
        pending = PendingRequest(method)
        pending.id = self._slots.take() or 0
        if not pending.id:
            return None
        write_request(self, pending, params)
        return pending

    async def request(
        self, method: str, params: JsonValue, on_result: OnResult | None = None
    ) -> JsonValue:
        """Sends a request and returns its result as plain JSON.

        Raises:
            InvalidArgumentError: the params cannot be written as strict JSON.
            JsonRpcError: the server refused.
            AppServerError: the connection has ended, with the error that ended it.

        Cancelled, the request stays with the server and its reply is dropped.
        """
        pending = await self.post(method, params, on_result)
        try:
            return await pending.wait()
        except trio.Cancelled:
            self.abandon(pending)
            raise

    def abandon(self, pending: PendingRequest) -> None:
        """Gives up a request; it keeps its in-flight slot until the server answers."""
        pending.on_result = None
        if not pending.settled and self._peer.abandon(pending.id):
            forgotten = self._slots.abandon(pending)
            if forgotten is not None:
                self._peer.forget(forgotten)

    def notify(self, method: str, params: JsonValue = None) -> None:
        """Sends a notification; it is queued and never waits."""
        self.check_open()
        self._writer.write(self._peer.notify(method, params))

    async def notify_in_turn(self, method: str, params: JsonValue) -> None:
        """Sends a notification once the runtime has read most of the earlier frames.

        Raises:
            InvalidArgumentError: the params cannot be written as strict JSON.
            AppServerError: the connection has ended, with the error that ended it.

        Cancelled, nothing is sent.
        """
        self.check_open()
        if not await self._writer.write_in_turn(self._peer.notify(method, params)):
            # When the runtime dies, writing stops first, and the reason is known a moment later.
            await self.ended.wait()
            self.check_open()

    def check_run(self) -> None:
        """Raises unless the caller is a task of the Trio run that opened the connection.

        The reader wakes tasks with `trio.lowlevel.reschedule`, which puts them into the reader's
        own run. A task of another run would never wake up, and would crash this one
        (`tests/session/test_owner.py`). The check costs one comparison for each request.

        Raises:
            InvalidArgumentError: the caller is a task of another run.
        """
        if self._token is not None and self._token is not trio.lowlevel.current_trio_token():
            raise InvalidArgumentError(
                "this client was opened in another trio.run() and can be used only there; from "
                "another thread, call it with trio.from_thread.run(..., trio_token=...), use the "
                "blocking trio_codex.Codex, or open another client"
            )

    def check_open(self) -> None:
        """Raises the error that ended the connection, if any, and refuses another Trio run."""
        if self.failure is not None:
            raise fresh(self.failure)
        self.check_run()

    def _reply(self, request_id: int | str, answer: JsonValue | JsonRpcError) -> None:
        if self.failure is None:
            self._writer.write(self._peer.answer(request_id, answer))

    def _report_handler(self, request: ServerRequest, error: HandlerError) -> None:
        for channel in self.router.channels_of(request.thread_id, request.turn_id):
            channel.raise_handler_error(fresh(error))

    # -- looking -------------------------------------------------------------------------------

    def statistics(self) -> ConnectionStatistics:
        """Returns how much the connection holds now."""
        return ConnectionStatistics(
            **self.router.statistics(),
            requests_in_flight=self._slots.in_flight,
            requests_waiting=self._slots.waiting,
            requests_sent=self._slots.sent,
            server_requests=len(self.requests),
            frames_queued=self._writer.queued,
            stray_replies=self._peer.unmatched,
            tasks=len(self._handlers) + len(self._nursery.child_tasks if self._nursery else ()),
        )
