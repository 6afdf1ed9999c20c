"""Async turn handle: events, result, steering and the end of a turn."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any, Generic, cast, final

import attrs
import trio
from trio.lowlevel import checkpoint_if_cancelled

from .._hints import exported
from .._session.abandoned import TurnGuard
from .._session.control import end_agents, interrupt_turn, leave_turn
from ..errors import (
    BudgetExceededError,
    HandlerError,
    OutputValidationError,
    TurnFailedError,
    fresh,
)
from .arguments import check_seconds
from .notification import Notification
from .result import OutputT, TurnResult, list_agents, make_result
from .stalls import Progress, check_stalled, turn_status
from .subscription import EventReader

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable
    from types import TracebackType
    from typing import Self

    from .._schema.output import OutputSpec
    from .._session.connection import Connection
    from .._session.turn import TurnChannel
    from ..protocol import TurnSteerResponse
    from ._generated.notifications import TypedNotification
    from .app_server import AppServerClient
    from .inputs import Input
    from .result import SubAgent

__all__ = ["AsyncTurnHandle", "AsyncTurnStream"]

# Where the events are not read, `run` measures silence in this fraction of the timeout.
_IDLE_TICKS = 8


@final
class AsyncTurnHandle(Generic[OutputT]):
    """A turn on the server.

    As an async context manager it is the turn's scope: leaving the block before the turn has
    ended interrupts the turn and its sub-agents on the server, for every handle that has joined
    it. Leaving a handle that itself joined the turn interrupts it only when no other handle of
    this client follows it.

    Without `async with`, a turn runs on when its handle is dropped, unless its events were
    streamed: a turn with an abandoned stream is interrupted when the handle and the stream are
    garbage-collected.
    """

    def __init__(
        self,
        client: AppServerClient,
        channel: TurnChannel,
        output: OutputSpec[OutputT] | None = None,
    ) -> None:
        self._client = client
        self._connection = client._require()
        self._channel = channel
        self._output = output
        # Not a bound method: the reference cycle would delay the collection of a dropped handle.
        self._check_run = partial(_check_run, self._connection, channel)
        self._progress = Progress(channel)
        self._reader = EventReader(channel.events, self._check_run)
        # Created by the first `stream`.
        self._guard: TurnGuard | None = None
        # Whether the handle was entered as the turn's scope.
        self._entered = False

    @property
    def id(self) -> str:
        """The turn's id."""
        turn_id = self._channel.turn_id
        assert turn_id is not None
        return turn_id

    @property
    def thread_id(self) -> str:
        """The id of the thread the turn runs on."""
        return self._channel.thread_id

    @property
    def joined(self) -> bool:
        """Whether the input joined a turn that was already running."""
        return self._channel.joined

    def __repr__(self) -> str:
        return f"<AsyncTurnHandle {self.id} of thread {self.thread_id}, {self._state}>"

    @property
    def _state(self) -> str:
        channel = self._channel
        return turn_status(channel.terminal) if channel.over else "running"

    async def __aenter__(self) -> Self:
        """Returns the handle; the block is the turn's scope."""
        self._check_run()
        self._entered = True
        return self

    async def __aexit__(
        self,
        exc_type: type[BaseException] | None,
        exc: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        """Interrupts the turn and its sub-agents if they still run, and waits for their ends.

        A handle that joined the turn (`joined`) does so only when no other handle follows it.
        Shielded from cancellation and bounded by `AppServerConfig.interrupt_timeout`.
        """
        await self._leave()  # noqa: ASYNC102 - shielded and bounded inside

    async def _leave(self) -> None:
        await leave_turn(self._connection, self._channel)

    def agents(self) -> list[SubAgent]:
        """Returns the turns of this turn's sub-agents, nested ones included, by start time.

        Leaving or interrupting the turn interrupts those that still run, unless it was started
        with `leave_agents=True`.
        """
        return list_agents(self._channel)

    def stream(self, *, idle_timeout: float | None = None, agents: bool = False) -> AsyncTurnStream:
        """Iterates over the turn's events, up to and including its `turn/completed`.

        A second call continues where the first stopped. After the loop is left early, the turn
        runs on while the handle is referenced or until its `async with` block ends. A turn whose
        stream and handle are both dropped before its end is interrupted when they are
        garbage-collected.

        Args:
            idle_timeout: seconds without progress after which the turn counts as stalled; retries
                of the runtime are not progress. Default: no limit.
            agents: whether to include the events of the turn's sub-agents from this call on; the
                stream then ends when the turn and all its sub-agents have ended. The `threadId`
                in an event's params tells them apart.

        Raises (while iterating):
            TurnStalledError: no event arrived for `idle_timeout` seconds.
            EventBufferOverflowError: the consumer fell too far behind.
            HandlerError: a handler of one of the turn's server requests failed.
            AppServerError: the connection has ended.
        """
        stream = AsyncTurnStream(self, idle_timeout)
        self._arm()
        self._channel.follow_agents = self._channel.follow_agents or agents
        return stream

    def _arm(self) -> None:
        """Has the turn interrupted when its handle is garbage-collected before its end."""
        if self._guard is None:
            self._guard = TurnGuard(self._connection.abandoned, self._channel)
        self._guard.armed = True

    def _disarm(self) -> None:
        """Reverts `_arm`, because the stream was closed and not abandoned."""
        if self._guard is not None:
            self._guard.armed = False

    async def run(self, *, idle_timeout: float | None = None) -> TurnResult[OutputT]:
        """Waits for the turn's end and returns its result; may be called after `stream`.

        Args:
            idle_timeout: seconds without progress after which the turn counts as stalled; retries
                of the runtime are not progress. Default: no limit.

        Raises:
            TurnFailedError: the turn failed; its `result` is the partial result.
            OutputValidationError: the final response does not fit the `output_type`.
            TurnStalledError: no event arrived for `idle_timeout` seconds.
            HandlerError: a handler of one of the turn's server requests failed.
            AppServerError: the connection has ended.

        Unless the handle was entered, this also ends the turn's scope: sub-agents that still run
        are interrupted, except when the turn was started with `leave_agents=True`.

        Cancelled, the turn is interrupted on the server and its result is lost.
        """
        try:
            return await self._run(idle_timeout)
        except trio.Cancelled:
            await self._leave()  # noqa: ASYNC102 - shielded and bounded inside
            raise

    async def _run(self, idle_timeout: float | None) -> TurnResult[OutputT]:
        check_seconds("idle_timeout", idle_timeout)
        if self._guard is None:
            self._channel.events.discard()
        await self._wait_over(idle_timeout)
        self._raise_failure()
        if self._channel.unsettled is not None and not self._entered:
            await end_agents(self._connection, self._channel)
        return self._result()

    def _raise_failure(self) -> None:
        if self._channel.unraised:
            raise self._channel.unraised.pop(0)
        if self._channel.failure is not None:
            raise fresh(self._channel.failure)

    def _result(self) -> TurnResult[OutputT]:
        result = make_result(self._channel)
        if result.status == "failed":
            message = result.error.message if result.error is not None else "the turn failed"
            raise TurnFailedError(message, result=result)
        if self._output is None:
            return result  # type: ignore[return-value]
        try:
            output = self._output.decode(result.final_response)
        except OutputValidationError as error:
            error.result = result
            raise
        return cast("TurnResult[OutputT]", attrs.evolve(result, output=output))  # type: ignore[arg-type]

    async def steer(self, input: str | Input) -> TurnSteerResponse:
        """Adds input to the running turn (`turn/steer`).

        Raises:
            InvalidArgumentError: the input is empty or has a wrong type; nothing was sent.
            InvalidRequestError: the turn has ended or accepts no input.
            AppServerError: the connection has ended.

        Cancelled, the input may have been added.
        """
        from .inputs import steer_input

        params = {"threadId": self.thread_id, "expectedTurnId": self.id, **steer_input(input)}
        return await self._client.request("turn/steer", params)

    async def interrupt(self) -> None:
        """Interrupts the turn (`turn/interrupt`) and its sub-agents.

        Waits until the server has started the turn. Sub-agents that start later are interrupted
        when they start; with `leave_agents=True` sub-agents run on. When the turn and its
        sub-agents have ended, no request is sent. The turn's events continue up to its
        `turn/completed`, with status `interrupted`.

        Raises:
            AppServerError: the server refused, or the connection has ended.

        Cancelled, the turn may have been interrupted.
        """
        self._check_run()
        await interrupt_turn(self._connection, self._channel)

    # -- waiting -------------------------------------------------------------------------------

    async def _wait_over(self, idle_timeout: float | None) -> None:
        channel = self._channel
        self._check_run()
        await trio.lowlevel.checkpoint_if_cancelled()
        if idle_timeout is None:
            while not (channel.over or channel.unraised):
                await channel.wait_changed()
            return
        progress = Progress(channel)
        progress.restart()
        while not (channel.over or channel.unraised):
            with trio.move_on_after(idle_timeout / _IDLE_TICKS):
                await channel.wait_changed()
            if progress.deadline(idle_timeout) <= trio.current_time() and not channel.over:
                await check_stalled(self._client, channel, idle_timeout)

    async def _refill(self, idle_timeout: float | None) -> bool:
        """Waits for events; false at the end of the stream."""
        if idle_timeout is None:
            return await self._reader.refill()
        progress = self._progress
        while True:
            with trio.CancelScope(deadline=progress.deadline(idle_timeout)):
                return await self._reader.refill()
            # Progress of sub-agents counts, so the deadline may have moved meanwhile.
            if progress.deadline(idle_timeout) <= trio.current_time():
                progress.restart()
                await check_stalled(self._client, self._channel, idle_timeout)

    def _raise_entry(self, entry: BaseException) -> None:
        """Raises an error entry of the stream; a handler's error only once, here or in `run`."""
        if isinstance(entry, (BudgetExceededError, HandlerError)):
            if entry not in self._channel.unraised:
                return
            self._channel.unraised.remove(entry)
        raise fresh(entry)


def _check_run(connection: Connection, channel: TurnChannel) -> None:
    # The record of an ended turn may also be read in another Trio run.
    if not channel.over:
        connection.check_run()


async def _no_more() -> bool:
    await checkpoint_if_cancelled()
    return False


@final
class AsyncTurnStream:
    """The events of a turn, for `async for`.

    The scope of the turn is its handle, not this stream: ending or leaving the stream interrupts
    nothing while the handle is referenced.
    """

    __slots__ = ("_closed", "_left", "_mismatches", "_refill", "_turn")

    def __init__(self, turn: AsyncTurnHandle[Any], idle_timeout: float | None) -> None:
        check_seconds("idle_timeout", idle_timeout)
        self._turn, self._closed = turn, False
        self._left, self._mismatches = turn._reader.left, turn._channel.events.mismatches
        self._refill: Callable[[], Awaitable[bool]] = turn._reader.refill
        if idle_timeout is not None:
            self._refill = partial(turn._refill, idle_timeout)

    def __repr__(self) -> str:
        ended = self._turn._channel.over and not (self._left or self._turn._reader.buffered)
        state = "closed" if self._closed else "ended" if ended else "open"
        return f"<AsyncTurnStream of turn {self._turn.id}, {state}>"

    async def aclose(self) -> None:
        """Ends the stream; the turn runs on, and another `stream()` continues where it stopped.

        A stream that is dropped unclosed before the turn's end, together with its handle, counts
        as abandoned, and the turn is interrupted. May be called more than once.

        Cancelled, the stream is closed.
        """
        if not self._closed:
            self._closed = True
            # Replaced, so that `__anext__` needs no check per event.
            self._left = []
            self._refill = _no_more
            self._turn._disarm()
        await trio.lowlevel.checkpoint()

    def __aiter__(self) -> Self:
        """Returns the stream itself."""
        return self

    async def __anext__(self) -> TypedNotification:
        """Returns the next event.

        Cancelled, no event is lost: the next call returns it.
        """
        # The cost of a buffered event: this frame and a check for cancellation.
        left = self._left
        if left:
            await checkpoint_if_cancelled()
        while True:
            while not left:
                if not await self._refill():
                    raise StopAsyncIteration
            entry = left.pop()
            if isinstance(entry, dict):
                return Notification(entry, self._mismatches)  # type: ignore[return-value]
            self._turn._raise_entry(entry)


exported("trio_codex", AsyncTurnHandle)
exported("trio_codex.types", AsyncTurnStream)
