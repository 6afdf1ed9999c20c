"""Asyncio face of `_client/goal.py`, generated from its source.

Do not edit: `python -m schema.generator` writes this file.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, final

from .turn import AsyncTurnHandle

if TYPE_CHECKING:
    from types import TracebackType
    from typing import Self

    from ..._client._generated.notifications import TypedNotification
    from ..._client.goal import AsyncGoalHandle as TrioGoalHandle
    from ..._client.goal import GoalResult
    from ...protocol import ThreadGoalStatus
    from ..streams import AsyncTurnStream
    from .app_server import AppServerClient

__all__ = ["AsyncGoalHandle", "AsyncGoalStream", "AsyncGoalTurns"]


@final
class AsyncGoalHandle:
    """A goal that is pursued: the server starts turn after turn until it ends.

    As an async context manager it is the goal's scope: leaving the block before the goal has ended
    pauses the goal and then interrupts its turn, unless it was opened with `leave_running=True`. A
    handle that joined the goal (`AsyncThread.current_goal`) does so only when no other handle of
    this client follows it.
    Without `async with`, the goal goes on when its handle is dropped.
    """

    def __init__(self, client: AppServerClient, held: TrioGoalHandle) -> None:
        self._client = client
        self._portal = client.portal
        self._async = held

    @property
    def thread_id(self) -> str:
        """The id of the thread."""
        return self._async.thread_id

    @property
    def objective(self) -> str:
        """The goal's objective."""
        return self._async.objective

    @property
    def status(self) -> ThreadGoalStatus:
        """The goal's status as the server has sent it last; `cleared` when it was cleared."""
        return self._async.status

    @property
    def ended(self) -> bool:
        """Whether the goal has ended for this handle: no turn of it runs or will be followed."""
        return self._async.ended

    def __repr__(self) -> str:
        return repr(self._async)

    async def __aenter__(self) -> Self:
        """Returns the handle; the block is the goal's scope."""
        return self

    async def __aexit__(
        self,
        exc_type: type[BaseException] | None,
        exc: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        """Pauses the goal and interrupts its turn, unless it has ended or may run on.

        Shielded from cancellation and bounded by `AppServerConfig.interrupt_timeout`.
        """
        await self._portal.leave(self._async.__aexit__, exc_type, exc, traceback)

    def turns(self) -> AsyncGoalTurns:
        """Iterates over the goal's turns, each as its handle, as soon as it starts.

        `turns` and `stream` continue where the last of them has stopped. Leaving the block of
        `async with turn:` early, or interrupting a turn, ends the goal with status `active`.

        Raises (while iterating):
            AppServerError: the connection has ended.
        """
        return AsyncGoalTurns(self)

    def stream(self) -> AsyncGoalStream:
        """Iterates over the events of all turns, up to the `turn/completed` of the last one.

        The events of a turn name it by `turnId` in their params.

        Raises (while iterating):
            EventBufferOverflowError: the consumer fell too far behind.
            HandlerError: a handler of one of the turns' server requests failed.
            AppServerError: the connection has ended.
        """
        return AsyncGoalStream(self)

    async def run(self) -> GoalResult:
        """Waits for the goal's end and returns its result; may be called after `stream`.

        The end is the `turn/completed` that follows a status other than `active`. A goal that a
        budget or the account's quota has stopped returns its result, with status `budgetLimited`
        or `usageLimited`.

        Raises:
            TurnFailedError: the last turn failed for another reason, which has made the goal
                `blocked`; its `result` is that turn's, and `result()` has the rest.
            HandlerError: a handler of one of the turns' server requests failed.
            AppServerError: the connection has ended.

        Cancelled, the goal is paused and its turn is interrupted, unless `leave_running=True`.
        """
        return await self._portal.run(self._async.run)

    def result(self) -> GoalResult:
        """Returns the result so far: of the turns that have ended, with the current status."""
        return self._portal.read(self._async.result)

    async def _wait_turn(self) -> bool:
        """Waits for the next turn of `turns` and `stream`; false when the goal has ended."""
        return await self._portal.run(self._async._wait_turn)

    def _take_turn(self) -> AsyncTurnHandle:
        return AsyncTurnHandle(self._client, self._portal.run_sync(self._async._take_turn))


@final
class AsyncGoalTurns:
    """The turns of a goal, for `async for`; each is the handle of a turn that has started."""

    def __init__(self, goal: AsyncGoalHandle) -> None:
        self._goal = goal

    def __repr__(self) -> str:
        return f"<{type(self).__name__} of thread {self._goal.thread_id}>"

    def __aiter__(self) -> Self:
        """Returns the iterator itself."""
        return self

    async def __anext__(self) -> AsyncTurnHandle:
        """Returns the handle of the next turn.

        Raises:
            AppServerError: the connection has ended.

        Cancelled, no turn is lost: the next call returns it.
        """
        if not await self._goal._wait_turn():
            raise StopAsyncIteration
        return self._goal._take_turn()


@final
class AsyncGoalStream:
    """The events of all turns of a goal, for `async for`.

    The scope of the goal is its handle, not this stream.
    """

    def __init__(self, goal: AsyncGoalHandle) -> None:
        self._goal = goal
        self._events: AsyncTurnStream | None = None

    def __repr__(self) -> str:
        return f"<{type(self).__name__} of thread {self._goal.thread_id}>"

    def __aiter__(self) -> Self:
        """Returns the stream itself."""
        return self

    async def __anext__(self) -> TypedNotification:
        """Returns the next event.

        Cancelled, no event is lost: the next call returns it.
        """
        while True:
            if self._events is None:
                if not await self._goal._wait_turn():
                    raise StopAsyncIteration
                turn = self._goal._take_turn()
                self._events = turn.stream()
            async for event in self._events:
                return event
            self._events = None
