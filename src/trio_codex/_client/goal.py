"""Async goal handle: the turns of a goal as one piece of work, from its start to its end."""

from __future__ import annotations

from typing import TYPE_CHECKING, final

import attrs
import trio

from .._hints import exported
from .._session.stream import Mismatches
from ..errors import TurnFailedError
from .result import make_result, read_tokens
from .turn import AsyncTurnHandle

if TYPE_CHECKING:
    from types import TracebackType
    from typing import Self

    from .._session.turn import TurnChannel
    from ..protocol import JsonValue, ThreadGoalStatus, TokenUsageBreakdown, TurnError
    from ._generated.notifications import TypedNotification
    from .app_server import AppServerClient
    from .goal_lifecycle import Goal
    from .result import TurnResult
    from .turn import AsyncTurnStream

__all__ = ["AsyncGoalHandle", "AsyncGoalStream", "AsyncGoalTurns", "GoalResult"]


@final
@attrs.frozen(kw_only=True)
class GoalResult:
    """The result of a goal that has ended for its handle.

    Attributes:
        status: `complete`, `blocked`, `budgetLimited` or `usageLimited`; `paused` or `cleared` when
            somebody has paused or cleared it; `active` when its last turn was interrupted, after
            which the runtime starts no further turn. An open enum.
        objective: the goal's objective.
        turns: the results of its turns that this handle has followed, in order.
        tokens: tokens used by these turns, without sub-agents; `None` when the runtime reported
            none. The runtime's own count, `ThreadGoal.tokens_used`, leaves out what follows the
            turn's last update of the goal.
        time_used: seconds spent on the goal, as counted by the runtime.
        final_response: the final response of the last turn that has one; otherwise `None`.
        error: the error of the last turn, if that failed; otherwise `None`.
    """

    status: ThreadGoalStatus
    objective: str
    turns: list[TurnResult]
    tokens: TokenUsageBreakdown | None
    time_used: int
    final_response: str | None
    error: TurnError | None = None

    def to_json(self) -> JsonValue:
        """Returns the result as plain JSON."""
        from ..protocol.converter import unstructure

        return {
            "status": str(self.status),
            "objective": self.objective,
            "turns": [turn.to_json() for turn in self.turns],
            "tokens": unstructure(self.tokens),
            "timeUsed": self.time_used,
            "finalResponse": self.final_response,
            "error": unstructure(self.error),
        }


@final
class AsyncGoalHandle:
    """A goal that is pursued: the server starts turn after turn until it ends.

    As an async context manager it is the goal's scope: leaving the block before the goal has ended
    pauses the goal and then interrupts its turn, unless it was opened with `leave_running=True`. A
    handle that joined the goal (`AsyncThread.current_goal`) does so only when no other handle of
    this client follows it.
    Without `async with`, the goal goes on when its handle is dropped.
    """

    def __init__(self, client: AppServerClient, goal: Goal, *, leave_running: bool) -> None:
        self._client = client
        self._goal = goal
        self._leave_running = leave_running
        self._left = False
        self._next = 0
        self._handles: list[AsyncTurnHandle] = []

    @property
    def thread_id(self) -> str:
        """The id of the thread."""
        return self._goal.follower.thread_id

    @property
    def objective(self) -> str:
        """The goal's objective."""
        return str(self._goal.record.get("objective"))

    @property
    def status(self) -> ThreadGoalStatus:
        """The goal's status as the server has sent it last; `cleared` when it was cleared."""
        from ..protocol import ThreadGoalStatus

        return ThreadGoalStatus(self._goal.status)

    @property
    def ended(self) -> bool:
        """Whether the goal has ended for this handle: no turn of it runs or will be followed."""
        return self._goal.ended

    def __repr__(self) -> str:
        return f"<AsyncGoalHandle of thread {self.thread_id}, {self._goal.status}>"

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
        await self._leave()  # noqa: ASYNC102 - shielded and bounded inside

    async def _leave(self) -> None:
        if self._left:
            return
        self._left = True
        if self._leave_running:
            self._goal.detach()
        else:
            await self._goal.end()

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
        try:
            await self._run()
        except trio.Cancelled:
            await self._leave()  # noqa: ASYNC102 - shielded and bounded inside
            raise
        result = self.result()
        if result.error is not None and result.status != "usageLimited":
            raise TurnFailedError(result.error.message, result=result.turns[-1])
        return result

    def result(self) -> GoalResult:
        """Returns the result so far: of the turns that have ended, with the current status."""
        from ..protocol import TurnStatus

        over = [one for one in self._goal.follower.channels if one.terminal is not None]
        turns = [make_result(channel) for channel in over]
        answers = [one.final_response for one in turns if one.final_response is not None]
        failed = bool(turns) and turns[-1].status == TurnStatus.FAILED
        seconds = self._goal.record.get("timeUsedSeconds")
        return GoalResult(
            status=self.status,
            objective=self.objective,
            turns=turns,
            tokens=_cost(over),
            time_used=seconds if isinstance(seconds, int) else 0,
            final_response=answers[-1] if answers else None,
            error=turns[-1].error if failed else None,
        )

    async def _run(self) -> None:
        number = 0
        # What no stream of this handle has begun to read is not kept.
        self._goal.follower.keep_events = bool(self._next)
        while await self._goal.wait_turn(number):
            turn = self._handle(number)
            if turn._guard is None:
                turn._channel.events.discard()
            await turn._wait_over(None)
            turn._raise_failure()
            number += 1
        await trio.lowlevel.checkpoint()

    async def _wait_turn(self) -> bool:
        """Waits for the next turn of `turns` and `stream`; false when the goal has ended."""
        self._goal.follower.keep_events = True
        await trio.lowlevel.checkpoint()
        return await self._goal.wait_turn(self._next)

    def _take_turn(self) -> AsyncTurnHandle:
        self._next += 1
        return self._handle(self._next - 1)

    def _handle(self, number: int) -> AsyncTurnHandle:
        channels = self._goal.follower.channels
        while len(self._handles) <= number:
            turn: AsyncTurnHandle = AsyncTurnHandle(self._client, channels[len(self._handles)])
            # The scope of the sub-agents is the goal's.
            turn._entered = True
            self._handles.append(turn)
        return self._handles[number]


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


def _cost(channels: list[TurnChannel]) -> TokenUsageBreakdown | None:
    routes = [channel.route for channel in channels if channel.route is not None]
    log = channels[0].events.mismatches if channels else Mismatches()
    return read_tokens([route.tokens for route in routes], log)


exported("trio_codex", AsyncGoalHandle, GoalResult)
exported("trio_codex.types", AsyncGoalStream, AsyncGoalTurns)
