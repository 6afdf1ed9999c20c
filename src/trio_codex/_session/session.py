"""The session: a connection with its tasks, from the opened transport to the reaped child."""

from __future__ import annotations

import logging
from functools import partial
from typing import TYPE_CHECKING, Final, final

import trio

from .._redaction import redacted_line
from .._telemetry import measure
from .._wire.peer import Reply
from ..errors import AppServerError, ProtocolError, TransportClosedError, describe
from .abandoned import AbandonedStreams
from .connection import Connection
from .control import finish_later, leave_abandoned
from .handler_tasks import HandlerTasks, broken, raise_error, unwrapped
from .interrupting import finish_open_turns, interrupt_later
from .read_pace import CHUNKS, SMALL_READ, ReadPace
from .router import Answerable, Router
from .server_requests import DecliningResponder, Responder, ServerRequest, ServerRequests
from .shared_server import SharedServer
from .thread_scopes import end_turns
from .threads import LoadedThreads
from .writer import FrameWriter

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Mapping
    from contextlib import AbstractAsyncContextManager

    from .._config import AppServerConfig
    from .._transport.base import Transport
    from .reconnect import Reconnecting
    from .stream import Hook, Message

__all__ = ["Session"]

logger = logging.getLogger("trio_codex.connection")

# How long the output of a child that has ended is read: another process may have inherited it and
# hold it open.
_POST_EXIT_DRAIN_TIMEOUT: Final = 0.5
_SERVICES: Final = ("reader", "writer", "stderr drain", "exit watch")


@final
class Session(Connection):
    """One connection to one app-server, with the tasks that serve it.

    An async context manager, and the only place that starts tasks. Invariants:

    * The services (reader, writer, stderr drain, exit watch, late interrupts) never raise into the
      nursery: `_serve` ends the connection with their errors. So the exception of the block's body
      leaves it alone, and not in a group (`tests/session/test_failures.py`).
    * The services outlive the body's cleanup, which needs them: leaving a turn sends an interrupt
      and waits for `turn/completed`. A deadline around the block, or a cancelled nursery, must not
      reach them first. So each has its own shield, entered before the first checkpoint and never
      lifted. One shield on the nursery, set when the block is left, would be too late: the tasks
      are cancelled by then. It would also break an invariant of Trio's run loop, in which a task
      that was resumed to be cancelled cannot become shielded before its next step.
    * A shield does not outlive its reason. The block is left in this order: `aclose`, the end of
      the services, the handlers, the nursery. An exception that leaves a service ends the
      connection, which ends every wait, and cancels the body
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
        requests = ServerRequests(
            responder or DecliningResponder(), reply=self._reply, report=self._report_handler
        )
        threads = LoadedThreads(partial(end_turns, self))
        shared = SharedServer() if getattr(transport, "attached", False) else None
        outputs: dict[str, Hook] = {"command/exec/outputDelta": self._on_command_output}
        watching = (outputs, shared.hooks if shared else {})
        router = Router(
            config.event_buffer,
            (hooks or {}, threads.hooks, requests.hooks, *watching),
            on_late=partial(finish_later, self),
            on_unwanted=partial(interrupt_later, self),
        )
        if shared is not None:
            shared.watch(router)
        abandoned = AbandonedStreams(
            router.unsubscribe,
            lambda turn: self.start_task(leave_abandoned, self, turn, name="abandoned turn"),
        )
        super().__init__(
            transport,
            config,
            router=router,
            requests=requests,
            threads=threads,
            abandoned=abandoned,
            shared=shared,
        )
        self._reopening: Reconnecting | None = None
        self._lost: Transport | None = None
        self._closed = trio.Event()
        self._output_ended = trio.Event()
        self._end_logged = False
        self._services: set[trio.CancelScope] = set()
        self._services_ended = False
        self._handlers = HandlerTasks(requests.answer, self._escape)
        self._nursery: trio.Nursery | None = None
        self._nursery_manager: AbstractAsyncContextManager[trio.Nursery] | None = None

    # -- life ----------------------------------------------------------------------------------

    async def __aenter__(self) -> Session:
        self._token = trio.lowlevel.current_trio_token()
        self.abandoned.open()
        self._nursery_manager = trio.open_nursery()
        self._nursery = await self._nursery_manager.__aenter__()
        self._start_services(self.transport)
        measure(self)
        logger.info("the runtime was started", extra={"codex_pid": self.pid})
        return self

    async def __aexit__(self, *exc_info: object) -> None:
        try:
            await self.aclose()
        finally:
            try:  # ends the child where Ctrl+C cut the closing short
                await self.transport.aclose()  # noqa: ASYNC102 - shielded and bounded inside
            finally:
                self._end_services()
                await self._handlers.wait_ended(self.failed_at + self.config.close_timeout)  # noqa: ASYNC102 - shielded and bounded inside
                await self._leave_nursery()  # noqa: ASYNC102 - its tasks have ended

    def _start_services(self, transport: Transport) -> None:
        drain = transport.drain_diagnostics
        services = (self._read, self._writer.run, drain, self._watch_exit)
        for name, service in zip(_SERVICES, services, strict=True):
            self.start_task(self._serve_transport, transport, service, name=name)

    def use(self, transport: Transport) -> None:
        """Continues on another transport; the tasks of the one before end with it."""
        self.transport = transport
        self._writer, self._pace = FrameWriter(transport), ReadPace()
        self._output_ended = trio.Event()
        self._start_services(transport)

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
        if self.gap is not None and self._reopening is not None:
            self._reopening.cancel()
        elif self.failure is None:
            with trio.move_on_after(self.config.interrupt_timeout):
                try:
                    await finish_open_turns(self)
                except AppServerError as error:
                    # The runtime died meanwhile: waits for these turns raise the error.
                    logger.debug("the open turns could not be interrupted: %s", error)
        if self.failure is None:
            await self.requests.stop()
            self.fail(self.closed_error())
        await self.transport.aclose()
        self._log_end()

    # -- services ------------------------------------------------------------------------------

    def start_task(
        self, function: Callable[..., Awaitable[None]], *args: object, name: str
    ) -> bool:
        """Starts a task that ends with the connection; false when the connection is ending."""
        if self._nursery is None or self.closing or self.failure is not None:
            return False
        service = partial(function, *args)
        self._nursery.start_soon(self._serve, service, name=f"trio_codex {name}")
        return True

    @trio.lowlevel.enable_ki_protection
    async def _serve(self, service: Callable[[], Awaitable[None]]) -> None:
        """Runs one service to its end, or to `_end_services`; the first frame of its task."""
        scope = trio.CancelScope(shield=True)
        if self._services_ended:
            scope.cancel()
        self._services.add(scope)
        try:
            with scope:
                try:
                    await service()
                except Exception as error:  # noqa: BLE001 - it ends the connection
                    await self._end_with(error)
        except BaseException as error:
            self.fail(broken(error))
            raise
        finally:
            self._services.discard(scope)

    def _end_services(self) -> None:
        """Cancels every service, also one that was started and has not had its first step."""
        self._services_ended = True
        for scope in self._services:
            scope.cancel()

    async def _serve_transport(
        self, transport: Transport, service: Callable[[], Awaitable[None]]
    ) -> None:
        """Runs a service of one transport; its failure is of no interest once that was lost."""
        try:
            await service()
        except Exception:
            if transport is self.transport:
                raise

    async def _end_with(self, error: Exception) -> None:
        """Ends the connection with the failure of one of its services."""
        if isinstance(error, (trio.BrokenResourceError, trio.ClosedResourceError)):
            await self._lose(f"the connection to the runtime broke: {error}", error)
            return
        if isinstance(error, ProtocolError):
            # The error shows the line, which may be a prompt: that is for debugging only.
            logger.error("the runtime broke the protocol: %s", error.args[0])
            logger.debug("the offending line: %r", redacted_line(error.line))
            self.fail(error)
        else:
            logger.error("a task of the connection failed", exc_info=error)
            self.fail(broken(error))
        await self.transport.aclose()

    async def _lose(self, what: str, cause: BaseException | None = None) -> None:
        """Ends a connection whose runtime has ended, with an error that says how."""
        if self.closing:
            # Closing need not wait any longer: nothing that is still open will end by itself.
            self.fail(self.closed_error())
        if self.failure is not None or self._lost is self.transport:
            return
        self._lost = self.transport
        again = self.gap is not None
        if self.reconnect is not None and not again:
            self.gap = trio.Event()
        self._writer.close()
        # The exit status is known only once the child is reaped.
        await self.transport.aclose()
        info = self.transport.exit_info()
        error = TransportClosedError(
            what, exit_code=info.exit_code, signal=info.signal, stderr_tail=info.stderr_tail
        )
        error.__cause__ = cause
        logger.warning("%s", what, extra={"codex_pid": self.pid})
        if self.reconnect is None or self.closing:
            self._log_end()
            self.fail(error)
            return
        if self._reopening is None or not again:
            from .reconnect import Reconnecting

            self._reopening = Reconnecting(self, self.reconnect)
            self.start_task(self._reopening.run, error, name="reconnect")
        self._reopening.on_lost(error)

    def _log_end(self) -> None:
        """Logs once how the runtime ended."""
        if self._end_logged:
            return
        self._end_logged = True
        info = self.transport.exit_info()
        ids = {"codex_exit_code": info.exit_code, "codex_signal": info.signal}
        logger.info("the runtime has ended", extra={"codex_pid": self.pid, **ids})

    async def _watch_exit(self) -> None:
        """Ends the connection when the child ended but another process holds its output open."""
        transport = self.transport
        await transport.wait_exited()
        with trio.move_on_after(_POST_EXIT_DRAIN_TIMEOUT):
            await self._output_ended.wait()
            return
        if transport is self.transport:
            await self._lose("the runtime ended")

    async def _read(self) -> None:
        """Reads until the connection ends; replies are settled and events routed synchronously.

        The only checkpoint is the wait for bytes. Everything that one read brought is routed, in
        order, before a consumer or a caller runs: this is what makes "the reader binds a turn when
        it decodes the reply" true. And nothing here waits for a consumer, so a full or abandoned
        stream cannot stop replies (`tests/session/test_streams.py`).
        """
        transport, peer, router = self.transport, self._peer, self.router
        pace, slots, take = self._pace, self._slots, self._take
        while True:
            chunk = await pace.receive(transport, slots.in_flight)
            if self.failure is not None or self._lost is transport:
                return
            gathered = chunks = 0
            while chunk:
                messages = peer.receive(chunk)
                gathered += len(messages)
                chunks += 1
                if len(messages) == 1 and messages[0].__class__ is Reply:
                    # A small request's reply mostly comes alone, and needs no route.
                    self.take_reply(messages[0])
                else:
                    router.route(messages, take)
                if gathered >= pace.wanted or chunks >= CHUNKS:
                    break
                if len(chunk) < SMALL_READ and transport.coalesces:
                    break  # the read has surely emptied the pipe, which saves the next one
                following = transport.receive_nowait()
                if following is None:
                    break
                chunk = following
            pace.on_flush(router.flush())
            if peer.failure is not None:
                raise peer.failure
            if not chunk:
                self._output_ended.set()
                await self._lose("the runtime closed its output")
                return

    def _on_command_output(self, params: Message) -> None:
        take_output = self.commands.get(str(params.get("processId")))
        if take_output is not None:
            take_output(params)

    # -- requests of the server ------------------------------------------------------------------

    def _take(self, message: Answerable) -> None:
        """Processes a message that is no notification: a reply, or a request of the server."""
        if isinstance(message, Reply):
            self.take_reply(message)
            return
        request = self.requests.open(message.id, message.method, message.params)
        if request is None:
            return
        if self.failure is not None or self._nursery is None:
            # No answer can reach the server any more, and the handlers were cancelled.
            self.requests.drop(request)
            return
        if self.shared is not None:
            handled = self.requests.responder.handles(request)
            if self.shared.leaves(request, handled=handled):
                self.requests.drop(request)
                self._peer.ignore(request.id)
                return
        # No child of the nursery: see `HandlerTasks`.
        self._handlers.add(request)
        context = request.handler_context(
            self.router.channels_of(request.thread_id, request.turn_id)
        )
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

    @property
    def tasks(self) -> int:
        """How many tasks run for the connection."""
        return len(self._handlers) + len(self._nursery.child_tasks if self._nursery else ())
