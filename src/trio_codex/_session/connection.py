"""Turns a transport into a connection: the only place that starts tasks, and that ends them."""

from __future__ import annotations

import logging
from functools import partial
from typing import TYPE_CHECKING, final

import trio

from .._wire.peer import Peer, Reply
from ..errors import (
    AppServerError,
    ClientClosedError,
    HandlerError,
    JsonRpcError,
    ProtocolError,
    TransportClosedError,
    fresh,
)
from .abandoned import AbandonedStreams
from .control import finish_open_turns
from .hooks import Hook, join_hooks
from .pending import OnResult, PendingRequest
from .posting import log_request
from .reading import ReadPace
from .requests import DecliningResponder, Responder, ServerRequest, ServerRequests
from .router import Answerable, Router
from .slots import RequestSlots
from .statistics import ConnectionStatistics
from .writing import FrameWriter

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Mapping
    from contextlib import AbstractAsyncContextManager

    from .._config import AppServerConfig
    from .._transport.base import Transport
    from ..protocol import JsonValue

__all__ = ["Connection", "ConnectionStatistics"]

logger = logging.getLogger("trio_codex.connection")

_CLOSING_STEPS = 8
# What a child has written before its end is read within this, whoever else holds its output open.
_LAST_WORDS_SECONDS = 0.5


@final
class Connection:
    """One conversation with one app-server, from the spawned transport to the reaped child.

    An async context manager: its nursery owns the reader, the writer, the drain of stderr and
    one task per server request. None of them raises into the nursery; what goes wrong ends the
    connection and reaches every waiter as the same error.
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
        self.requests_sent = 0
        self.requests = ServerRequests(
            responder or DecliningResponder(),
            reply=self._reply,
            reject=self._reject,
            report=self._report_handler,
        )
        self.router = Router(
            config.event_buffer,
            join_hooks(
                hooks or {},
                {
                    "serverRequest/resolved": self.requests.on_resolved,
                    "item/started": self.requests.on_item_started,
                    "item/fileChange/patchUpdated": self.requests.on_patch_updated,
                    "item/completed": self.requests.on_item_completed,
                    "turn/completed": self.requests.on_turn_completed,
                },
            ),
        )
        self.abandoned = AbandonedStreams(self)
        self._peer: Peer[PendingRequest] = Peer(config.max_line_bytes)
        self._slots = RequestSlots(config.max_in_flight)
        self._writer = FrameWriter(transport)
        self._pace = ReadPace()
        self._closing = False
        self._exit_logged = False
        self._output_ended = trio.Event()
        self._nursery: trio.Nursery | None = None
        self._nursery_manager: AbstractAsyncContextManager[trio.Nursery] | None = None

    # -- life ----------------------------------------------------------------------------------

    async def __aenter__(self) -> Connection:
        self.abandoned.open()
        self._nursery_manager = trio.open_nursery()
        self._nursery = nursery = await self._nursery_manager.__aenter__()
        nursery.start_soon(self._guard, self._read, name="trio_codex reader")
        nursery.start_soon(self._guard, self._writer.run, name="trio_codex writer")
        nursery.start_soon(
            self._guard, self.transport.drain_diagnostics, name="trio_codex stderr drain"
        )
        nursery.start_soon(self._guard, self._watch_exit, name="trio_codex exit watch")
        logger.info("the runtime was started", extra={"codex_pid": self._pid})
        return self

    async def __aexit__(self, *exc_info: object) -> None:
        assert self._nursery is not None and self._nursery_manager is not None
        # From here on only our own tasks live in the nursery; all of it is bounded.
        self._nursery.cancel_scope.shield = True
        try:
            await self.aclose()
        finally:
            self._nursery.cancel_scope.cancel()
            # The body's own exception is the context manager's business, so that it stays plain.
            manager, self._nursery, self._nursery_manager = self._nursery_manager, None, None
            try:
                await manager.__aexit__(None, None, None)  # noqa: ASYNC102 - shielded and bounded inside
            except BaseExceptionGroup as group:
                # Ctrl+C in a handler, say: one exception is not a group of one.
                raise _unwrapped(group) from None

    async def aclose(self) -> None:
        """Interrupts running turns, stops handlers and the child; every waiter is told.

        Shielded and bounded by the timeouts of the config; may be called more than once.
        """
        with trio.CancelScope(shield=True):
            if self.failure is None and not self._closing:
                self._closing = True
                with trio.move_on_after(self.config.interrupt_timeout):
                    await finish_open_turns(self)
                self.requests.cancel_all()
                await self._let_handlers_answer()
                self._fail(ClientClosedError("this client was closed"))
            await self.transport.aclose()
            self._log_exit()

    def start_task(
        self, function: Callable[..., Awaitable[None]], *args: object, name: str
    ) -> bool:
        """Starts a task that ends with the connection; false when the connection is ending."""
        if self._nursery is None or self._closing or self.failure is not None:
            return False
        self._nursery.start_soon(self._guard, partial(function, *args), name=f"trio_codex {name}")
        return True

    async def _let_handlers_answer(self) -> None:
        # A cancelled handler still declines; a few steps let it, and none is waited for.
        for _ in range(_CLOSING_STEPS):
            if not len(self.requests):
                break
            await trio.lowlevel.checkpoint()

    def _fail(self, error: AppServerError) -> None:
        if self.failure is not None:
            return
        self.failure = error
        for pending in self._peer.close(error):
            pending.settle(None, error)
        self._slots.fail(error)
        self.router.fail(error)
        self.requests.cancel_all()
        self._writer.close()

    async def _guard(self, run: Callable[[], Awaitable[None]]) -> None:
        """Runs one of the connection's own tasks; its failure is the connection's."""
        try:
            await run()
        except (trio.BrokenResourceError, trio.ClosedResourceError) as error:
            await self._die("the connection to the runtime broke", error)
        except ProtocolError as error:
            # The error shows the line, which may be a prompt: that is for debugging only.
            logger.error("the runtime broke the protocol: %s", error.args[0])
            logger.debug("the offending line: %r", error.line)
            self._fail(error)
            await self.transport.aclose()
        except Exception as error:
            logger.exception("a task of the connection failed")
            failure = ProtocolError(f"the connection failed: {type(error).__name__}: {error}")
            failure.__cause__ = error
            self._fail(failure)
            await self.transport.aclose()

    async def _die(self, what: str, cause: BaseException | None = None) -> None:
        if self._closing:
            # It need not be waited for any more: nothing that is still open will end by itself.
            self._fail(ClientClosedError("this client was closed"))
        if self.failure is not None:
            return
        self._writer.close()
        # The exit status is known only once the child is reaped.
        await self.transport.aclose()
        info = self.transport.exit_info()
        error = TransportClosedError(
            what, exit_code=info.exit_code, signal=info.signal, stderr_tail=info.stderr_tail
        )
        error.__cause__ = cause
        logger.warning("%s", what, extra={"codex_pid": self._pid})
        self._log_exit()
        self._fail(error)

    @property
    def _pid(self) -> int | None:
        return getattr(self.transport, "pid", None)

    def _log_exit(self) -> None:
        if self._exit_logged:
            return
        self._exit_logged = True
        info = self.transport.exit_info()
        ids = {"codex_exit_code": info.exit_code, "codex_signal": info.signal}
        logger.info("the runtime has ended", extra={"codex_pid": self._pid, **ids})

    # -- reading -------------------------------------------------------------------------------

    @trio.lowlevel.enable_ki_protection
    async def _read(self) -> None:
        transport, peer, router, pace = self.transport, self._peer, self.router, self._pace
        while True:
            chunk = await pace.receive(transport, self._slots.in_flight)
            if self.failure is not None:
                return
            gathered = chunks = 0
            while chunk:
                messages = peer.receive(chunk)
                gathered += len(messages)
                chunks += 1
                if len(messages) == 1 and messages[0].__class__ is Reply:
                    # A small request's reply mostly comes alone, and needs no route.
                    self._take_reply(messages[0])
                else:
                    router.route(messages, self._take)
                if pace.enough(gathered, chunks) or pace.emptied(transport, chunk):
                    break
                following = transport.receive_nowait()
                if following is None:
                    break
                chunk = following
            pace.flushed(router.flush())
            if peer.failure is not None:
                raise peer.failure
            if not chunk:
                self._output_ended.set()
                await self._die("the runtime closed its output")
                return

    async def _watch_exit(self) -> None:
        """Notices an end that the output does not show, because a grandchild holds it open."""
        await self.transport.wait_exited()
        with trio.move_on_after(_LAST_WORDS_SECONDS):
            await self._output_ended.wait()
            return
        await self._die("the runtime ended")

    def _take(self, message: Answerable) -> None:
        if message.__class__ is Reply:
            self._take_reply(message)
            return
        assert not isinstance(message, Reply)
        request = self.requests.open(message.id, message.method, message.params)
        if self.failure is not None or self._nursery is None:
            # No answer can reach the server any more, and the handlers were cancelled already.
            self.requests.drop(request)
        else:
            self._nursery.start_soon(
                self.requests.answer, request, name=f"trio_codex {request.method}"
            )

    def _take_reply(self, reply: Reply[PendingRequest]) -> None:
        pending = reply.token
        if pending.holds_slot:
            pending.holds_slot = False
            self._slots.release()
        error: AppServerError | None = reply.error
        if error is None and pending.on_result is not None:
            try:
                pending.on_result(reply.result)
            except (KeyError, TypeError, ProtocolError) as cause:
                error = ProtocolError(f"the reply to {pending.method} cannot be used: {cause!r}")
        pending.settle(reply.result, error)

    # -- writing -------------------------------------------------------------------------------

    async def post(
        self, method: str, params: JsonValue, on_result: OnResult | None = None
    ) -> tuple[int, PendingRequest]:
        """Writes a request, once there is a place for it on the wire, and returns its id.

        Raises:
            InvalidArgumentError: the params cannot be written as strict JSON.
            AppServerError: the connection has ended, with the error that ended it.

        Cancelled while it waits for its place, nothing is sent.
        """
        self.check_open()
        await trio.lowlevel.checkpoint_if_cancelled()
        if not self._slots.take():
            await self._slots.wait()
        pending = PendingRequest(method, on_result)
        try:
            self.check_open()
            request_id, frame = self._peer.request(method, params, pending)
        except BaseException:
            self._slots.release()
            raise
        self.requests_sent += 1
        log_request(method, request_id)
        self._writer.write(frame)
        self._pace.hurry()
        return request_id, pending

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
        request_id, pending = await self.post(method, params, on_result)
        try:
            return await pending.wait()
        except trio.Cancelled:
            self.abandon(request_id, pending)
            raise

    def abandon(self, request_id: int, pending: PendingRequest) -> None:
        """Gives up a request; its place on the wire stays taken until the server answers."""
        pending.on_result = None
        if not pending.settled and self._peer.abandon(request_id):
            forgotten = self._slots.abandon(request_id, pending)
            if forgotten is not None:
                self._peer.forget(forgotten)

    def notify(self, method: str, params: JsonValue = None) -> None:
        """Sends a notification; it is queued and never waits."""
        self.check_open()
        self._writer.write(self._peer.notify(method, params))

    def check_open(self) -> None:
        """Raises what ended the connection, if something has."""
        if self.failure is not None:
            raise fresh(self.failure)

    def _reply(self, request_id: int | str, result: JsonValue) -> None:
        if self.failure is None:
            self._writer.write(self._peer.respond(request_id, result))

    def _reject(self, request_id: int | str, error: JsonRpcError) -> None:
        if self.failure is None:
            frame = self._peer.reject(request_id, error.code, error.message, error.data)
            self._writer.write(frame)

    def _report_handler(self, request: ServerRequest, error: HandlerError) -> None:
        for channel in self.router.channels_of(request.thread_id, request.turn_id):
            channel.raise_handler_error(fresh(error))

    # -- looking -------------------------------------------------------------------------------

    def statistics(self) -> ConnectionStatistics:
        """Counts what the connection holds right now."""
        return ConnectionStatistics(
            **self.router.statistics(),
            requests_in_flight=self._slots.in_flight,
            requests_waiting=self._slots.waiting,
            requests_sent=self.requests_sent,
            server_requests=len(self.requests),
            frames_queued=self._writer.queued,
            stray_replies=self._peer.stray,
            tasks=0 if self._nursery is None else len(self._nursery.child_tasks),
        )


def _unwrapped(error: BaseException) -> BaseException:
    while isinstance(error, BaseExceptionGroup) and len(error.exceptions) == 1:
        error = error.exceptions[0]
    return error
