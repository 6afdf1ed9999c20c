"""Turns a turn of the server into a handle: its events, its result, and its end."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any, Generic, cast, final

import attrs
import trio
from trio.lowlevel import checkpoint_if_cancelled

from .._session.abandoned import TurnGuard
from .._session.control import end_agents, interrupt_turn, leave_turn
from ..errors import (
    AppServerError,
    HandlerError,
    OutputValidationError,
    TurnFailedError,
    TurnStalledError,
    fresh,
)
from .agents import list_agents
from .arguments import check_seconds
from .inputs import steer_input
from .notification import Notification, TypedNotification
from .result import OutputT, TurnResult, make_result
from .stalls import Progress, stalled, turn_status, waiting_flags
from .subscription import EventReader

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable
    from types import TracebackType
    from typing import Self

    from .._schema.output import OutputSpec
    from .._session.turn import TurnChannel
    from ..protocol import Thread, TurnSteerResponse
    from .agents import SubAgent
    from .app_server import AppServerClient
    from .inputs import Input

__all__ = ["AsyncTurnHandle", "TurnStream"]

# How finely silence is measured where nobody reads the events.
_IDLE_TICKS = 8
_STATUS_SECONDS = 5.0


@final
class AsyncTurnHandle(Generic[OutputT]):
    """A turn that runs on the server.

    As an async context manager it is the turn's scope: leaving the block before the turn has
    ended interrupts it on the server, with its sub-agents, for every handle that has joined it.
    Leaving a handle that joined itself interrupts the turn only when no other handle of this
    client follows it.

    Outside of `async with`, a handle that is dropped before its turn has ended leaves the turn
    running, unless its events were streamed: a turn whose stream was abandoned is interrupted when
    the handle and the stream are garbage-collected.
    """

    def __init__(
        self,
        client: AppServerClient,
        channel: TurnChannel,
        output: OutputSpec[OutputT] | None = None,
    ) -> None:
        self._client = client
        self._channel = channel
        self._output = output
        # Not a method of the handle: a cycle would keep an abandoned handle from being collected.
        self._check_run = partial(_check_run, client, channel)
        self._progress = Progress(channel)
        self._reader = EventReader(channel.events, self._check_run)
        # Made with the first stream.
        self._guard: TurnGuard | None = None
        # Whether a block is the turn's scope.
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
        """Whether the turn ran already when this handle was made, and its input joined it."""
        return self._channel.joined

    def __repr__(self) -> str:
        return f"<AsyncTurnHandle {self.id} of thread {self.thread_id}, {self._state}>"

    @property
    def _state(self) -> str:
        channel = self._channel
        return turn_status(channel.terminal) if channel.over else "running"

    async def __aenter__(self) -> Self:
        """Returns the handle itself; from here on the block is the turn's scope."""
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

        A handle that joined the turn (`joined`) leaves it to the other handles that follow it.
        Shielded from cancellation and bounded by `AppServerConfig.interrupt_timeout`.
        """
        await self._leave()  # noqa: ASYNC102 - shielded and bounded inside

    async def _leave(self) -> None:
        await leave_turn(self._client._require(), self._channel)

    async def _run_and_leave(self, idle_timeout: float | None) -> TurnResult[OutputT]:
        """Runs the turn as its scope: afterwards nothing of it is left."""
        try:
            return await self.run(idle_timeout=idle_timeout)
        finally:
            await self._leave()  # noqa: ASYNC102 - shielded and bounded inside

    def agents(self) -> list[SubAgent]:
        """Lists the turns that sub-agents ran or run for this turn, in the order of their starts.

        Sub-agents of sub-agents are included. Leaving or interrupting the turn interrupts those
        that still run, unless it was started with `leave_agents=True`.
        """
        return list_agents(self._channel)

    def stream(self, *, idle_timeout: float | None = None, agents: bool = False) -> TurnStream:
        """Iterates over the turn's events, up to and including its `turn/completed`.

        A second call continues where the first stopped. Leaving the loop leaves the turn running
        while the handle is held; the handle's `async with` interrupts it. A turn whose stream and
        handle are both dropped before its end is interrupted when they are garbage-collected.

        Args:
            idle_timeout: seconds without progress after which the turn counts as stalled; retries
                of the runtime are no progress. Default: waits without a limit.
            agents: also yields the events of the turn's sub-agents from this call on, and ends
                when the turn and all its sub-agents have ended. The `threadId` of an event's
                params tells them apart.

        Raises (while iterating):
            TurnStalledError: nothing came for `idle_timeout` seconds.
            EventBufferOverflowError: the consumer fell too far behind.
            HandlerError: a handler of one of the turn's server requests failed.
            AppServerError: the connection has ended.
        """
        self._arm()
        self._channel.follow_agents = self._channel.follow_agents or agents
        return TurnStream(self, idle_timeout)

    def _arm(self) -> None:
        """Makes the turn one that is interrupted when its handle is collected."""
        if self._guard is None:
            self._guard = TurnGuard(self._client._require().abandoned, self._channel)
        self._guard.armed = True

    def _disarm(self) -> None:
        """Takes that back: its stream was closed, not abandoned."""
        if self._guard is not None:
            self._guard.armed = False

    async def run(self, *, idle_timeout: float | None = None) -> TurnResult[OutputT]:
        """Waits for the turn's end and returns its result; it may follow `stream`.

        Args:
            idle_timeout: seconds without progress after which the turn counts as stalled; retries
                of the runtime are no progress. Default: waits without a limit.

        Raises:
            TurnFailedError: the turn failed; its `result` has what there is.
            OutputValidationError: the final response is not of the `output_type`.
            TurnStalledError: nothing came for `idle_timeout` seconds.
            HandlerError: a handler of one of the turn's server requests failed.
            AppServerError: the connection has ended.

        Unless the handle is used as a context manager, the turn's scope ends here: sub-agents
        that still run are interrupted, if the turn was not started with `leave_agents=True`.

        Cancelled, the turn is interrupted on the server and the result is lost.
        """
        check_seconds("idle_timeout", idle_timeout)
        if self._guard is None:
            self._channel.events.discard()
        try:
            await self._wait_over(idle_timeout)
        except trio.Cancelled:
            await self._leave()  # noqa: ASYNC102 - shielded and bounded inside
            raise
        self._raise_failure()
        if not self._entered:
            await end_agents(self._client._require(), self._channel)
        return self._result()

    def _raise_failure(self) -> None:
        self._raise_handler_error()
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
            InvalidArgumentError: the input is empty or not an input; nothing was sent.
            InvalidRequestError: the turn runs no more, or takes no input.
            AppServerError: the connection has ended.

        Cancelled, the input may have been added.
        """
        params = {"threadId": self.thread_id, "expectedTurnId": self.id, **steer_input(input)}
        return await self._client.request("turn/steer", params)

    async def interrupt(self) -> None:
        """Interrupts the turn (`turn/interrupt`), once the server has started it.

        Then its sub-agents, unless it was started with `leave_agents=True`; those that start
        later are interrupted as they come.

        Returns without asking the server when the turn and its sub-agents have ended. The
        turn's events go on up to its `turn/completed`, with status `interrupted`.

        Raises:
            AppServerError: the server refused, or the connection has ended.

        Cancelled, the turn may have been interrupted.
        """
        self._check_run()
        await interrupt_turn(self._client._require(), self._channel)

    # -- waiting -------------------------------------------------------------------------------

    async def _wait_over(self, idle_timeout: float | None) -> None:
        channel = self._channel
        self._check_run()
        await trio.lowlevel.checkpoint_if_cancelled()
        if idle_timeout is None:
            while not (channel.over or channel.unraised):
                await channel.wait_changed()
            return
        seen, silent_since = channel.seen, trio.current_time()
        while not (channel.over or channel.unraised):
            with trio.move_on_after(idle_timeout / _IDLE_TICKS):
                await channel.wait_changed()
            if channel.seen != seen:
                seen, silent_since = channel.seen, trio.current_time()
            elif trio.current_time() - silent_since >= idle_timeout and not channel.over:
                await self._check_stalled(idle_timeout)

    def _raise_handler_error(self) -> None:
        if self._channel.unraised:
            raise self._channel.unraised.pop(0)

    async def _refill(self, idle_timeout: float | None) -> bool:
        """Waits for more events; false when there will be none."""
        if idle_timeout is None:
            return await self._reader.refill()
        progress = self._progress
        while True:
            with trio.CancelScope(deadline=progress.deadline(idle_timeout)):
                return await self._reader.refill()
            # A turn that waits for its sub-agents is silent itself.
            if progress.deadline(idle_timeout) <= trio.current_time():
                progress.restart()
                await self._check_stalled(idle_timeout)

    def _raise_entry(self, entry: BaseException) -> None:
        """Raises what stands in the stream; a handler's failure once, there or in `run`."""
        if isinstance(entry, HandlerError):
            if entry not in self._channel.unraised:
                return
            self._channel.unraised.remove(entry)
        raise fresh(entry)

    async def _check_stalled(self, idle_timeout: float) -> None:
        """Asks the server for the thread, and raises unless the turn went on meanwhile."""
        seen = self._channel.seen
        error = await self._stalled(idle_timeout)
        if self._channel.seen == seen and not self._channel.over:
            raise error

    async def _stalled(self, idle_timeout: float) -> TurnStalledError:
        """Looks at what the server says of the thread, and makes the error of it."""
        thread: Thread | None = None
        with trio.move_on_after(_STATUS_SECONDS):
            try:
                reply = await self._client.request("thread/read", {"threadId": self.thread_id})
                thread = reply.thread
            except AppServerError:
                pass
        requests = self._client._require().requests
        outstanding = (*waiting_flags(thread), *requests.outstanding(self.thread_id, self.id))
        route = self._channel.route
        retry = None if route is None else route.retrying
        return stalled(self.id, idle_timeout, thread, outstanding, retry)


def _check_run(client: AppServerClient, channel: TurnChannel) -> None:
    # What has ended can be looked at anywhere.
    if not channel.over:
        client._require().check_run()


async def _no_more() -> bool:
    await checkpoint_if_cancelled()
    return False


@final
class TurnStream:
    """The events of a turn, for `async for`.

    The turn's handle is its scope, not this stream: ending or leaving the stream interrupts
    nothing while the handle is held.
    """

    __slots__ = ("_closed", "_left", "_refill", "_turn")

    def __init__(self, turn: AsyncTurnHandle[Any], idle_timeout: float | None) -> None:
        check_seconds("idle_timeout", idle_timeout)
        self._turn = turn
        self._closed = False
        self._left = turn._reader.left
        self._refill: Callable[[], Awaitable[bool]] = turn._reader.refill
        if idle_timeout is not None:
            self._refill = partial(turn._refill, idle_timeout)

    def __repr__(self) -> str:
        ended = self._turn._channel.over and not (self._left or self._turn._reader.buffered)
        state = "closed" if self._closed else "ended" if ended else "open"
        return f"<TurnStream of turn {self._turn.id}, {state}>"

    async def aclose(self) -> None:
        """Ends the stream; the turn runs on, and another `stream()` continues where it stopped.

        A stream that is dropped without this, together with its handle and before the turn's
        end, counts as abandoned, and the turn is interrupted. May be called more than once.

        Cancelled, the stream is closed.
        """
        if not self._closed:
            self._closed = True
            # Replaced and not checked: the loop over the events pays nothing for it.
            self._left = []
            self._refill = _no_more
            self._turn._disarm()
        await trio.lowlevel.checkpoint()

    def __aiter__(self) -> Self:
        """Returns the stream itself."""
        return self

    async def __anext__(self) -> TypedNotification:
        """Returns the next event.

        Cancelled, nothing is lost: the next call returns what this one would have.
        """
        # One frame per event and a look at the cancellation: this is what each of them costs.
        left = self._left
        if left:
            await checkpoint_if_cancelled()
        while True:
            while not left:
                if not await self._refill():
                    raise StopAsyncIteration
            entry = left.pop()
            if isinstance(entry, dict):
                return Notification(entry)  # type: ignore[return-value]
            self._turn._raise_entry(entry)
