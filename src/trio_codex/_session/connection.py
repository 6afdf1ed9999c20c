"""The connection: requests and replies, what waits for them, and the one way it ends."""

from __future__ import annotations

import logging
import time
from abc import ABC, abstractmethod
from typing import TYPE_CHECKING, Any

import trio

from .._json import text_at
from .._telemetry import trace_member
from .._wire.peer import Peer, Reply
from ..errors import AppServerError, ClientClosedError, InvalidArgumentError, fresh
from .pending import OnResult, PendingRequest
from .read_pace import ReadPace
from .slots import RequestSlots
from .statistics import ConnectionStatistics
from .threads import ENDING_REQUESTS, end_requested
from .writer import FrameWriter

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from .._config import AppServerConfig
    from .._transport.base import Transport
    from ..errors import HandlerError, JsonRpcError
    from ..protocol import JsonValue
    from .abandoned import AbandonedStreams
    from .router import Router
    from .server_requests import ServerRequest, ServerRequests
    from .shared_server import SharedServer
    from .stream import Hook
    from .threads import LoadedThreads

__all__ = ["Connection", "ConnectionStatistics", "log_request"]

logger = logging.getLogger("trio_codex.connection")


class Connection(ABC):
    """The messages of one connection to one app-server; `Session` adds the tasks.

    Invariants:

    * One end. `fail` is the only way to end, only its first call counts, and it reaches every
      waiting task with the same error: replies, slots, streams, turns, logins. A waiter that is
      registered anywhere else must be released there too, or it waits forever (`tests/faults`).
    * `failure` is set before anything is released. So a request that is registered too late for
      `fail` finds `failure` when it checks after registering (`Request.try_write`, `_write`).
    """

    def __init__(
        self,
        transport: Transport,
        config: AppServerConfig,
        *,
        router: Router,
        requests: ServerRequests,
        threads: LoadedThreads,
        abandoned: AbandonedStreams,
        shared: SharedServer | None,
    ) -> None:
        self.config = config
        self.transport = transport
        # Whether the server may have other clients, whose turns are not interrupted; `shared` then
        # tells what is theirs.
        self.attached: bool = getattr(transport, "attached", False)
        self.shared = shared
        self.router = router
        self.requests = requests
        self.threads = threads
        # What takes the output of each running command, by its process id.
        self.commands: dict[str, Hook] = {}
        self.abandoned = abandoned
        self.failure: AppServerError | None = None
        self.failed_at: float = 0.0
        # Set with `failure`, for tasks that only wait for the end.
        self.ended: trio.Event = trio.Event()
        self.closing: bool = False
        # How a lost connection is taken up again, as a `Reconnect`, and what is sent again then.
        self.reconnect: Any = None
        self.repeats: list[PendingRequest] = []
        # Set while the connection is lost and being taken up again, to the end of that.
        self.gap: trio.Event | None = None
        # The message of an exception that left a handler and ended the block: Ctrl+C, SystemExit.
        self._escaped: str | None = None
        self._peer: Peer[PendingRequest] = Peer(
            config.max_line_bytes, getattr(transport, "max_message_bytes", None)
        )
        self._slots = RequestSlots(config.max_in_flight)
        self._writer = FrameWriter(transport)
        self._pace = ReadPace()
        self._token: trio.lowlevel.TrioToken | None = None

    @abstractmethod
    def start_task(
        self, function: Callable[..., Awaitable[None]], *args: object, name: str
    ) -> bool:
        """Starts a task that ends with the connection; false when the connection is ending."""

    @abstractmethod
    def use(self, transport: Transport) -> None:
        """Continues on another transport; the tasks of the one before end with it."""

    @property
    @abstractmethod
    def tasks(self) -> int:
        """How many tasks run for the connection."""

    def closed_error(self) -> ClientClosedError:
        """Returns the error that ends a connection that is closed."""
        reason = "" if self._escaped is None else f": {self._escaped}"
        return ClientClosedError(f"this client was closed{reason}")

    def fail(self, error: AppServerError) -> None:
        """Ends the connection, and every wait on it, with `error`; only the first call counts."""
        if self.failure is not None:
            return
        self.failure = error
        self.failed_at = trio.current_time()
        self.ended.set()
        self.end_gap()
        for pending in (*self._peer.close(error), *self.repeats):
            pending.settle(None, error)
        self.repeats.clear()
        self._slots.fail(error)
        self.router.fail(error)
        self.requests.cancel_all()
        self._writer.close()

    def end_gap(self) -> None:
        """Lets the calls go on that wait for the connection to be taken up again."""
        gap, self.gap = self.gap, None
        if gap is not None:
            gap.set()

    @property
    def requests_in_flight(self) -> int:
        """How many requests have no answer yet."""
        return self._slots.in_flight

    @property
    def events_behind(self) -> int:
        """How many events wait for their consumers, in all streams."""
        return self.router.events_behind

    @property
    def pid(self) -> int | None:
        """The child's process id, if there is a child."""
        return getattr(self.transport, "pid", None)

    def take_reply(self, reply: Reply[PendingRequest]) -> None:
        """Settles the request that a reply answers."""
        pending = reply.token
        self._slots.take_back(pending)
        if self.reconnect is not None and reply.error is not None and _is_draining(reply.error):
            # It was not carried out. The server closes the connection when its turns have ended.
            self.repeats.append(pending)
            return
        if self.shared is not None and reply.error is None:
            self.shared.replied(pending.method, reply.result)
            if pending.ends is not None:
                self.shared.left(pending.ends[0])
        if pending.sent_at:
            _log_reply(pending, reply)
        pending.answer(reply.result, reply.error)
        if pending.ends is not None and pending.error is None:
            self.threads.on_gone(*pending.ends)

    # -- writing -------------------------------------------------------------------------------

    async def post(
        self,
        method: str,
        params: JsonValue,
        on_result: OnResult | None = None,
        *,
        urgent: bool = False,
        resync: bool = False,
    ) -> PendingRequest:
        """Writes a request once an in-flight slot is free, and returns without its reply.

        Args:
            method: the protocol's name.
            params: the params as plain JSON.
            on_result: called by the reader with the result.
            urgent: whether it may be sent without a free slot, as an interrupt must: the slots may
                all be held by requests that end only with the turn.
            resync: whether it belongs to taking the connection up again; every other request waits
                for the end of that.

        Raises:
            InvalidArgumentError: the params cannot be written as strict JSON.
            AppServerError: the connection has ended, with the error that ended it.

        Cancelled while it waits, nothing is sent.
        """
        self.check_open()
        await trio.lowlevel.checkpoint_if_cancelled()
        pending = PendingRequest(method, on_result)
        pending.resync = resync
        while True:
            if self.gap is not None and not resync:
                await self.gap.wait()
                self.check_open()
                continue
            slot = self._slots.take_urgent() if urgent else self._slots.take()
            pending.id = slot or await self._slots.wait()
            if self.gap is None or resync:
                break
            self._slots.release_unsent()
        self._write(pending, params)
        return pending

    def post_nowait(self, method: str, params: JsonValue) -> PendingRequest | None:
        """Writes a request like `post`; `None`, and nothing is sent, if no slot is free."""
        self.check_open()
        pending = PendingRequest(method)
        pending.id = 0 if self.gap is not None else self._slots.take() or 0
        if not pending.id:
            return None
        self._write(pending, params)
        return pending

    def _write(self, pending: PendingRequest, params: JsonValue) -> None:
        """Opens and writes a request that has its slot."""
        try:
            if self.failure is not None:
                raise fresh(self.failure)
            pending.params = params
            if pending.method in ENDING_REQUESTS:
                pending.ends = end_requested(pending.method, params)
            if self.shared is not None:
                self.shared.posted(pending.method, params)
            _, frame = self._peer.request(
                pending.method, params, pending, id=pending.id, trace=trace_member()
            )
        except BaseException:
            self._slots.release_unsent()
            raise
        if logger.isEnabledFor(logging.DEBUG):
            log_request(pending)
        self._writer.write(frame)
        self._pace.cancel_delay()

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
        if pending in self.repeats and pending.method != "turn/start":
            self.repeats.remove(pending)
        if not pending.settled and self._peer.abandon(pending.id):
            forgotten = self._slots.abandon(pending)
            if forgotten is not None:
                self._peer.forget(forgotten)

    def release_slot(self, pending: PendingRequest) -> None:
        """Gives back the in-flight slot of a request that the server answers much later."""
        self._slots.take_back(pending)

    def lose(self) -> list[tuple[PendingRequest, bool]]:
        """Gives up what was in flight on a lost connection.

        Returns the requests, each with whether its caller had given it up.
        """
        in_flight = self._peer.lose()
        self._slots.lose(pending for pending, _ in in_flight)
        self.requests.on_lost()
        if self.shared is not None:
            self.shared.on_lost()
        return in_flight

    def repeat(self, pending: PendingRequest) -> None:
        """Sends a request again."""
        pending.id, pending.holds_slot = self._slots.take_urgent() or 0, True
        try:
            self._write(pending, pending.params)
        except AppServerError as error:
            pending.settle(None, error)

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
        frame = self._peer.notify(method, params)
        while self.gap is not None or not await self._writer.write_in_turn(frame):
            # When the runtime dies, writing stops first, and the rest follows a moment later.
            await (self.gap or self.ended).wait()
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
            channel.raise_soon(fresh(error))

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
            tasks=self.tasks,
        )


def _is_draining(error: JsonRpcError) -> bool:
    return text_at(error.data, "reason") == "serverShuttingDown"


def log_request(pending: PendingRequest) -> None:
    """Logs that a request was written, without its content; its reply is logged as well."""
    if logger.isEnabledFor(logging.DEBUG):
        pending.sent_at = time.perf_counter()
        logger.debug("request %s", pending.method, extra={"codex_request_id": pending.id})


def _log_reply(pending: PendingRequest, reply: Reply[PendingRequest]) -> None:
    seconds = time.perf_counter() - pending.sent_at
    outcome = "answered" if reply.error is None else f"refused ({reply.error.code})"
    ids = {"codex_request_id": pending.id, "codex_seconds": seconds}
    logger.debug("%s was %s after %.1f ms", pending.method, outcome, seconds * 1e3, extra=ids)
