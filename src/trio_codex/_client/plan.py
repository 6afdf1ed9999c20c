"""Async plan handle: a turn in plan mode, and the turn that carries its plan out."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, final

import attrs
import trio

from .._hints import exported
from ..errors import AppServerError, InvalidArgumentError
from .awaitable_scope import AwaitableScope

if TYPE_CHECKING:
    from types import TracebackType
    from typing import Self

    from ..protocol import CollaborationMode, JsonValue, ReasoningEffort, TurnPlanStep
    from .app_server import AppServerClient
    from .inputs import RunInput
    from .result import TurnResult
    from .thread import AsyncThread
    from .turn import AsyncTurnHandle, AsyncTurnStream

__all__ = ["AsyncPlanHandle", "PlanResult", "start_plan"]


@final
@attrs.frozen(kw_only=True)
class PlanResult:
    """The result of a turn in plan mode.

    Attributes:
        plan: the proposed plan as Markdown; its steps, when the runtime has sent them and no text;
            `None` when the turn has ended without a plan, for instance with a question.
        steps: the steps with their statuses, as the runtime has sent them last
            (`turn/plan/updated`); otherwise empty.
        explanation: the explanation sent with the steps; otherwise `None`.
        turn: the result of the turn; its `final_response` is what was said beside the plan.
    """

    plan: str | list[TurnPlanStep] | None
    steps: list[TurnPlanStep]
    explanation: str | None
    turn: TurnResult

    def to_json(self) -> JsonValue:
        """Returns the result as plain JSON."""
        from ..protocol.converter import unstructure

        steps: JsonValue = [unstructure(step) for step in self.steps]
        return {
            "plan": steps if isinstance(self.plan, list) else self.plan,
            "steps": steps,
            "explanation": self.explanation,
            "turn": self.turn.to_json(),
        }


@final
class AsyncPlanHandle:
    """A turn in plan mode: the model plans and changes nothing.

    As an async context manager it is the plan's scope: leaving the block interrupts the turn if it
    still runs, and takes the thread out of plan mode unless the plan was accepted. Without
    `async with`, the thread stays in plan mode until `accept` or until a turn names another mode.

    Attributes:
        turn: the handle of the planning turn.
    """

    def __init__(
        self,
        client: AppServerClient,
        thread: AsyncThread,
        turn: AsyncTurnHandle,
        after: CollaborationMode,
    ) -> None:
        self._client = client
        self._thread = thread
        self._after = after
        self._accepted = False
        self.turn: AsyncTurnHandle = turn

    @property
    def id(self) -> str:
        """The id of the planning turn."""
        return self.turn.id

    @property
    def thread_id(self) -> str:
        """The id of the thread."""
        return self.turn.thread_id

    def __repr__(self) -> str:
        return f"<AsyncPlanHandle {self.id} of thread {self.thread_id}, {self.turn._state}>"

    async def __aenter__(self) -> Self:
        """Returns the handle; the block is the plan's scope."""
        await self.turn.__aenter__()
        return self

    async def __aexit__(
        self,
        exc_type: type[BaseException] | None,
        exc: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        """Interrupts the turn if it still runs, and ends plan mode unless the plan was accepted.

        Shielded from cancellation and bounded by `AppServerConfig.interrupt_timeout` for each.
        """
        try:
            await self.turn.__aexit__(exc_type, exc, traceback)  # noqa: ASYNC102 - shielded and bounded inside
        finally:
            if not self._accepted:
                await _end_plan_mode(self._client, self.thread_id, self._after)  # noqa: ASYNC102 - shielded and bounded inside

    def stream(self, *, idle_timeout: float | None = None) -> AsyncTurnStream:
        """Iterates over the events of the turn, `item/plan/delta` among them.

        Args:
            idle_timeout: seconds without progress after which the turn counts as stalled. Default:
                no limit.

        Raises (while iterating):
            TurnStalledError: no event arrived for `idle_timeout` seconds.
            AppServerError: the connection has ended.
        """
        return self.turn.stream(idle_timeout=idle_timeout)

    async def run(self, *, idle_timeout: float | None = None) -> PlanResult:
        """Waits for the end of the turn and returns the plan; may be called after `stream`.

        Args:
            idle_timeout: seconds without progress after which the turn counts as stalled. Default:
                no limit.

        Raises:
            TurnFailedError: the turn failed.
            TurnStalledError: no event arrived for `idle_timeout` seconds.
            AppServerError: the connection has ended.

        Cancelled, the turn is interrupted on the server.
        """
        return self._result(await self.turn.run(idle_timeout=idle_timeout))

    def accept(self, input: RunInput = "Implement the plan.") -> AwaitableScope[AsyncTurnHandle]:
        """Starts the turn that carries the plan out, in the default mode (`turn/start`).

        Awaited, it returns the turn's handle; `async with` makes the block the turn's scope.

        Args:
            input: what the model is told.

        Raises:
            InvalidArgumentError: the planning turn has not ended, or has ended without a plan;
                nothing was sent.
            AppServerError: the server refused, or the connection has ended.

        Cancelled, a turn that was started is interrupted on the server.
        """
        return AwaitableScope(self._accept(input), "AsyncPlanHandle.accept")

    async def _accept(self, input: RunInput) -> AsyncTurnHandle:
        if self.turn._channel.terminal is None:
            raise InvalidArgumentError("the plan is not finished; wait for it with run()")
        if self._result(self.turn._result()).plan is None:
            raise InvalidArgumentError(
                "the turn has ended without a plan; answer it with plan(...) on the same thread"
            )
        turn: AsyncTurnHandle = await self._thread.turn(input, collaboration_mode=self._after)
        self._accepted = True
        return turn

    def _result(self, result: TurnResult) -> PlanResult:
        from .. import protocol
        from ..protocol.converter import structure

        texts = [one.text for one in result.items if isinstance(one, protocol.PlanThreadItem)]
        route = self.turn._channel.route
        updates = [one for one in ([] if route is None else route.kept) if "plan" in one]
        update: Any = None
        if updates:
            update = structure(updates[-1], protocol.TurnPlanUpdatedNotification)
        steps = [] if update is None else update.plan
        return PlanResult(
            plan=texts[-1] if texts else steps or None,
            steps=steps,
            explanation=None if update is None else update.explanation,
            turn=result,
        )


async def start_plan(
    client: AppServerClient,
    thread: AsyncThread,
    input: RunInput,
    model: str | None,
    effort: ReasoningEffort | str | None,
) -> AsyncPlanHandle:
    """Starts a turn in plan mode; see `AsyncThread.plan`."""
    # A mode names its model and its effort, so those of the thread have to be named.
    record = (await thread.read()).thread
    model = record.model if model is None else model
    if not model:
        raise InvalidArgumentError("the runtime does not name the thread's model; pass model=...")
    after = _mode("default", model, record.reasoning_effort)
    try:
        options: dict[str, object] = {"collaboration_mode": _mode("plan", model, effort)}
        turn: AsyncTurnHandle = await thread._start(input, None, options, keeps=True)
    except trio.Cancelled:
        await _end_plan_mode(client, thread.id, after)  # noqa: ASYNC102 - shielded and bounded inside
        raise
    return AsyncPlanHandle(client, thread, turn, after)


async def _end_plan_mode(client: AppServerClient, thread_id: str, mode: CollaborationMode) -> None:
    from ..protocol.converter import unstructure

    connection = client._require()
    with trio.move_on_after(connection.config.interrupt_timeout, shield=True):
        try:
            params = {"threadId": thread_id, "collaborationMode": unstructure(mode)}
            await connection.request("thread/settings/update", params)
        except AppServerError:
            pass  # the connection has ended, or the thread is gone


def _mode(kind: str, model: str, effort: ReasoningEffort | str | None = None) -> CollaborationMode:
    from .. import protocol

    settings = protocol.Settings(
        model=model,
        reasoning_effort=None if effort is None else protocol.ReasoningEffort(effort),
    )
    return protocol.CollaborationMode(mode=protocol.ModeKind(kind), settings=settings)


exported("trio_codex", AsyncPlanHandle, PlanResult)
