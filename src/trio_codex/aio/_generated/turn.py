"""Asyncio face of `_client/turn.py`, generated from its source.

Do not edit: `python -m schema.generator` writes this file.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Generic, final

from ..._client.result import OutputT
from ..events import EventSource
from ..streams import AsyncTurnStream

if TYPE_CHECKING:
    from types import TracebackType
    from typing import Self

    from ..._client.inputs import Input
    from ..._client.result import SubAgent, TurnResult
    from ..._client.turn import AsyncTurnHandle as TrioTurnHandle
    from ...protocol import TurnSteerResponse
    from .app_server import AppServerClient

__all__ = ["AsyncTurnHandle"]


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

    def __init__(self, client: AppServerClient, held: TrioTurnHandle[OutputT]) -> None:
        self._client = client
        self._portal = client.portal
        self._async = held
        self._source = EventSource(client.portal, held._channel.events)

    @property
    def id(self) -> str:
        """The turn's id."""
        return self._async.id

    @property
    def thread_id(self) -> str:
        """The id of the thread the turn runs on."""
        return self._async.thread_id

    @property
    def joined(self) -> bool:
        """Whether the input joined a turn that was already running."""
        return self._async.joined

    def __repr__(self) -> str:
        return repr(self._async)

    @property
    def _state(self) -> str:
        return self._async._state

    async def __aenter__(self) -> Self:
        """Returns the handle; the block is the turn's scope."""
        self._async._entered = True
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
        await self._portal.leave(self._async.__aexit__, exc_type, exc, traceback)

    def agents(self) -> list[SubAgent]:
        """Returns the turns of this turn's sub-agents, nested ones included, by start time.

        Leaving or interrupting the turn interrupts those that still run, unless it was started
        with `leave_agents=True`.
        """
        return self._portal.read(self._async.agents)

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
        self._async._arm()
        self._async._channel.follow_agents = self._async._channel.follow_agents or agents
        return stream

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
        if self._portal.ended and self._async._channel.over:
            # A closed client still has the results of its turns.
            self._async._raise_failure()
            return self._async._result()
        return await self._portal.run(self._async.run, idle_timeout=idle_timeout)

    async def steer(self, input: str | Input) -> TurnSteerResponse:
        """Adds input to the running turn (`turn/steer`).

        Raises:
            InvalidArgumentError: the input is empty or has a wrong type; nothing was sent.
            InvalidRequestError: the turn has ended or accepts no input.
            AppServerError: the connection has ended.

        Cancelled, the input may have been added.
        """
        from ..._client.inputs import steer_input

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
        await self._portal.leave(self._async.interrupt)
