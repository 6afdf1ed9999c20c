"""Turns a turn of the server into a handle that blocks: its events, its result, and its end."""

from __future__ import annotations

from collections import deque
from functools import partial
from math import inf
from typing import TYPE_CHECKING, Any, Final, Generic, final

import trio

from .._client.arguments import check_seconds
from .._client.inputs import steer_input
from .._client.notification import Notification, TypedNotification
from .._client.result import OutputT
from .deadline import Deadline, run_within
from .events import EventSource

if TYPE_CHECKING:
    from types import TracebackType
    from typing import Self

    from .._client.inputs import Input
    from .._client.result import SubAgent, TurnResult
    from .._client.turn import AsyncTurnHandle
    from .._session.stream import StreamEntry
    from ..protocol import TurnSteerResponse
    from .app_server import AppServerClient

__all__ = ["NOT_ENDED", "TurnHandle", "TurnStream"]

NOT_ENDED: Final = "the turn has not ended"


@final
class TurnHandle(Generic[OutputT]):
    """A turn that runs on the server.

    As a context manager it is the turn's scope: leaving the block before the turn has ended
    interrupts it on the server, with its sub-agents, for every handle that has joined it. Leaving
    a handle that joined itself interrupts the turn only when no other handle of this client
    follows it.

    Outside of `with`, a handle that is dropped before its turn has ended leaves the turn running,
    unless its events were streamed: a turn whose stream was abandoned is interrupted when the
    handle and the stream are garbage-collected.
    """

    def __init__(self, client: AppServerClient, twin: AsyncTurnHandle[OutputT]) -> None:
        self._client = client
        self._twin = twin
        self._source = EventSource(client.portal, twin._channel.events)

    @property
    def id(self) -> str:
        """The turn's id."""
        return self._twin.id

    @property
    def thread_id(self) -> str:
        """The id of the thread the turn runs on."""
        return self._twin.thread_id

    @property
    def joined(self) -> bool:
        """Whether the turn ran already when this handle was made, and its input joined it."""
        return self._twin.joined

    def __repr__(self) -> str:
        return f"<TurnHandle {self.id} of thread {self.thread_id}, {self._twin._state}>"

    def __enter__(self) -> Self:
        """Returns the handle itself; from here on the block is the turn's scope."""
        self._twin._entered = True
        return self

    def __exit__(
        self,
        exc_type: type[BaseException] | None,
        exc: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        """Interrupts the turn and its sub-agents if they still run, and waits for their ends.

        A handle that joined the turn (`joined`) leaves it to the other handles that follow it.
        Bounded by `AppServerConfig.interrupt_timeout`.
        """
        self._leave()

    def _leave(self) -> None:
        # With the client closed there is nothing left to interrupt.
        if not self._client.portal.ended:
            self._client.portal.run(self._twin._leave)

    def agents(self) -> list[SubAgent]:
        """Lists the turns that sub-agents ran or run for this turn, in the order of their starts.

        Sub-agents of sub-agents are included. Leaving or interrupting the turn interrupts those
        that still run, unless it was started with `leave_agents=True`.
        """
        # Once the private thread has ended nothing changes any more.
        portal = self._client.portal
        return self._twin.agents() if portal.ended else portal.run_sync(self._twin.agents)

    def stream(
        self,
        *,
        idle_timeout: float | None = None,
        agents: bool = False,
        timeout: float | None = None,
    ) -> TurnStream:
        """Iterates over the turn's events, up to and including its `turn/completed`.

        A second call continues where the first stopped. Leaving the loop leaves the turn running
        while the handle is held; the handle's `with` interrupts it. A turn whose stream and handle
        are both dropped before its end is interrupted when they are garbage-collected.

        Args:
            idle_timeout: seconds without progress after which the turn counts as stalled; retries
                of the runtime are no progress. Default: waits without a limit.
            agents: also yields the events of the turn's sub-agents from this call on, and ends
                when the turn and all its sub-agents have ended. The `threadId` of an event's
                params tells them apart.
            timeout: seconds for the whole iteration, counted from its first step; `None` waits.
                When they are over and the turn still runs, the next step that has no event left
                to return interrupts it and raises `TimeoutError`. That ends the stream; `run`
                then returns the interrupted turn's result.

        Raises (while iterating):
            TimeoutError: the turn has not ended within `timeout` seconds; it was interrupted.
            TurnStalledError: nothing came for `idle_timeout` seconds.
            EventBufferOverflowError: the consumer fell too far behind.
            HandlerError: a handler of one of the turn's server requests failed.
            AppServerError: the connection has ended.

        Raises:
            InvalidArgumentError: `timeout` is not a positive, finite number.
        """
        deadline = Deadline(timeout, NOT_ENDED)
        self._twin._arm()
        channel = self._twin._channel
        channel.follow_agents = channel.follow_agents or agents
        return TurnStream(self, idle_timeout, deadline)

    def run(
        self, *, idle_timeout: float | None = None, timeout: float | None = None
    ) -> TurnResult[OutputT]:
        """Waits for the turn's end and returns its result; it may follow `stream`.

        Args:
            idle_timeout: seconds without progress after which the turn counts as stalled; retries
                of the runtime are no progress. Default: waits without a limit.
            timeout: seconds after which the turn is interrupted and `TimeoutError` raised; `None`
                waits.

        Raises:
            InvalidArgumentError: `timeout` is not a positive, finite number.
            TimeoutError: the turn has not ended within `timeout` seconds; it was interrupted.
            TurnFailedError: the turn failed; its `result` has what there is.
            OutputValidationError: the final response is not of the `output_type`.
            TurnStalledError: nothing came for `idle_timeout` seconds.
            HandlerError: a handler of one of the turn's server requests failed.
            AppServerError: the connection has ended.

        Unless the handle is used as a context manager, the turn's scope ends here: sub-agents
        that still run are interrupted, if the turn was not started with `leave_agents=True`.

        On Ctrl+C, and when the `timeout` is over, the turn is interrupted on the server, its end
        waited for (bounded by `interrupt_timeout`), and the result is lost.
        """
        deadline = Deadline(timeout, NOT_ENDED)
        portal = self._client.portal
        if portal.ended and self._twin._channel.over:
            # A closed client still has the results of its turns.
            self._twin._raise_failure()
            return self._twin._result()
        return run_within(portal, deadline, self._twin.run, idle_timeout=idle_timeout)

    def steer(self, input: str | Input) -> TurnSteerResponse:
        """Adds input to the running turn (`turn/steer`).

        Raises:
            InvalidArgumentError: the input is empty or not an input; nothing was sent.
            InvalidRequestError: the turn runs no more, or takes no input.
            AppServerError: the connection has ended.

        On Ctrl+C, the input may have been added.
        """
        params = {"threadId": self.thread_id, "expectedTurnId": self.id, **steer_input(input)}
        return self._client.request("turn/steer", params)

    def interrupt(self) -> None:
        """Interrupts the turn (`turn/interrupt`), once the server has started it.

        Then its sub-agents, unless it was started with `leave_agents=True`; those that start
        later are interrupted as they come.

        Returns without asking the server when the turn and its sub-agents have ended. The
        turn's events go on up to its `turn/completed`, with status `interrupted`.

        Raises:
            AppServerError: the server refused, or the connection has ended.

        On Ctrl+C, the turn may have been interrupted.
        """
        # A turn of a closed client is over.
        if not self._client.portal.ended:
            self._client.portal.run(self._twin.interrupt)

    # -- waiting -------------------------------------------------------------------------------

    def _refill(self, idle_timeout: float | None, deadline: Deadline) -> bool:
        """Blocks for more events; false at their end. Interrupted, it leaves the turn."""
        if deadline.left == 0 and not self._twin._channel.over:
            self._leave()
            raise deadline.error()
        receive = partial(self._receive, idle_timeout)
        if deadline.left != inf:
            receive = partial(self._receive_within, idle_timeout, deadline)
        return self._source.refill(receive, self._twin._leave)

    async def _receive_within(
        self, idle_timeout: float | None, deadline: Deadline
    ) -> list[StreamEntry]:
        with trio.move_on_after(deadline.left):
            return await self._receive(idle_timeout)
        await self._twin._leave()
        raise deadline.error()

    async def _receive(self, idle_timeout: float | None) -> list[StreamEntry]:
        receive = self._twin._channel.events.receive
        if idle_timeout is None:
            return await receive()
        channel = self._twin._channel
        while True:
            seen = channel.seen
            with trio.move_on_after(idle_timeout):
                return await receive()
            # A turn that waits for its sub-agents is silent itself.
            if channel.seen == seen:
                await self._twin._check_stalled(idle_timeout)


@final
class TurnStream:
    """The events of a turn, for `for`.

    The turn's handle is its scope, not this stream: ending or leaving the stream interrupts
    nothing while the handle is held.
    """

    __slots__ = ("_closed", "_deadline", "_entries", "_idle_timeout", "_mismatches", "_turn")

    def __init__(
        self, turn: TurnHandle[Any], idle_timeout: float | None, deadline: Deadline
    ) -> None:
        check_seconds("idle_timeout", idle_timeout)
        self._turn = turn
        self._deadline = deadline
        self._closed = False
        self._entries = turn._source.entries
        self._mismatches = turn._twin._channel.events.mismatches
        self._idle_timeout = idle_timeout

    def __repr__(self) -> str:
        over = self._turn._twin._channel.over and not self._turn._source.buffered
        state = "closed" if self._closed else "ended" if over else "open"
        return f"<TurnStream of turn {self._turn.id}, {state}>"

    def close(self) -> None:
        """Ends the stream; the turn runs on, and another `stream()` continues where it stopped.

        A stream that is dropped without this, together with its handle and before the turn's
        end, counts as abandoned, and the turn is interrupted. May be called more than once.

        On Ctrl+C, the stream is closed.
        """
        if not self._closed:
            self._closed = True
            # Replaced and not checked: the loop over the events pays nothing for it.
            self._entries = deque()
            self._turn._twin._disarm()

    def __iter__(self) -> Self:
        """Returns the stream itself."""
        return self

    def __next__(self) -> TypedNotification:
        """Returns the next event.

        On Ctrl+C while it waits, the turn is interrupted on the server and the stream ends;
        `TurnHandle.run` then returns the interrupted turn's result.
        """
        while True:
            try:
                entry = self._entries.popleft()
            except IndexError:
                if not self._closed and self._turn._refill(self._idle_timeout, self._deadline):
                    continue
                raise StopIteration from None
            if isinstance(entry, dict):
                return Notification(entry, self._mismatches)  # type: ignore[return-value]
            self._turn._twin._raise_entry(entry)
