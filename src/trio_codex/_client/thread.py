"""Async thread: runs turns, and reads and manages the thread on the server."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, final

from .._hints import exported
from .._session.control import start_compaction, start_turn
from .._session.thread_scopes import leave_thread
from ..errors import InvalidArgumentError, InvalidRequestError
from .arguments import check_seconds
from .awaitable_scope import AwaitableScope
from .options import explicit_options, turn_options, wire_options
from .paging import AsyncPages, take_limits
from .text_stream import AsyncTextStream
from .transcript import AsyncTranscript
from .turn import AsyncTurnHandle

if TYPE_CHECKING:
    import os
    from collections.abc import Mapping, Sequence
    from types import TracebackType
    from typing import Self

    from .._schema.output import OutputSpec, TypeForm
    from ..protocol import (
        AdditionalContextEntry,
        ApprovalsReviewer,
        AskForApproval,
        CollaborationMode,
        CyberAccessProgram,
        JsonValue,
        MultiAgentMode,
        Personality,
        ReasoningEffort,
        ReasoningSummary,
        ReviewDelivery,
        ReviewTarget,
        SandboxPolicy,
        SortDirection,
        ThreadGoal,
        ThreadGoalStatus,
        ThreadItemEntry,
        ThreadReadResponse,
        Turn,
        TurnEnvironmentParams,
        TurnItemsView,
    )
    from ..protocol import Thread as ThreadInfo
    from .app_server import AppServerClient
    from .goal import AsyncGoalHandle
    from .inputs import Input, RunInput
    from .plan import AsyncPlanHandle
    from .policy import ApprovalMode, Sandbox
    from .queue import AsyncQueuedTurn
    from .result import OutputT, TurnResult
    from .review import AsyncReviewHandle

__all__ = ["AsyncThread"]


@final
class AsyncThread:
    """A thread: a conversation that the server stores, with its turns.

    As an async context manager it is the thread's scope: leaving the block interrupts running
    turns and unloads the thread from the runtime.
    """

    def __init__(
        self, client: AppServerClient, thread_id: str, snapshot: ThreadInfo | None = None
    ) -> None:
        self._client = client
        self._id = thread_id
        self._snapshot = snapshot
        self._unloaded = False

    @property
    def id(self) -> str:
        """The thread's id."""
        return self._id

    @property
    def snapshot(self) -> ThreadInfo | None:
        """The thread as returned by the server when this object was made; see also `read`."""
        return self._snapshot

    def __repr__(self) -> str:
        unloaded = ", unloaded" if self._unloaded else ""
        return f"<AsyncThread {self._id}{unloaded}>"

    # -- scope ---------------------------------------------------------------------------------

    async def __aenter__(self) -> Self:
        """Returns the thread; the block is its scope."""
        self._client._require().threads.enter(self._id)
        return self

    async def __aexit__(
        self,
        exc_type: type[BaseException] | None,
        exc: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        """Interrupts the turns that run on the thread and unloads it (`thread/unsubscribe`).

        A thread that was entered more than once is unloaded when its last block is left. Shielded
        from cancellation and bounded by one `AppServerConfig.interrupt_timeout`.
        """
        if self._client._require().threads.leave(self._id):
            await self._unload()  # noqa: ASYNC102 - shielded and bounded inside

    async def aclose(self) -> None:
        """Interrupts the turns that run on the thread and unloads it; may be called more than once.

        Afterwards this object cannot start turns; `thread_resume` loads the thread again.
        Shielded from cancellation and bounded by one `AppServerConfig.interrupt_timeout`.
        """
        if not self._unloaded:
            self._client._require().threads.forget(self._id)
            await self._unload()

    async def _unload(self) -> None:
        self._unloaded = True
        try:
            await leave_thread(self._client._require(), self._id)
        finally:
            self._client._handler_table.forget(self._id)

    # -- turns ---------------------------------------------------------------------------------

    async def run(
        self,
        input: RunInput,
        *,
        # Generated from schema/options.toml.
        output_type: TypeForm[OutputT] = None,  # type: ignore[assignment]
        idle_timeout: float | None = None,
        leave_agents: bool = False,
        model: str | None = None,
        effort: ReasoningEffort | str | None = None,
        summary: ReasoningSummary | str | None = None,
        cwd: str | os.PathLike[str] | None = None,
        sandbox: Sandbox | SandboxPolicy | str | None = None,
        approval_mode: ApprovalMode | str | None = None,
        approval_policy: AskForApproval | str | None = None,
        approvals_reviewer: ApprovalsReviewer | str | None = None,
        personality: Personality | str | None = None,
        service_tier: str | None = None,
        turn_service_tier: str | None = None,
        source: str | None = None,
        output_schema: Mapping[str, JsonValue] | None = None,
        additional_context: Mapping[str, AdditionalContextEntry] | None = None,
        client_user_message_id: str | None = None,
        collaboration_mode: CollaborationMode | None = None,
        cyber_access_program: CyberAccessProgram | str | None = None,
        disabled_plugin_ids: Sequence[str] | None = None,
        environments: Sequence[TurnEnvironmentParams] | None = None,
        multi_agent_mode: MultiAgentMode | str | None = None,
        parent_turn_id: str | None = None,
        permissions: str | None = None,
        responsesapi_client_metadata: Mapping[str, str] | None = None,
        root_turn_id: str | None = None,
        runtime_workspace_roots: Sequence[str | os.PathLike[str]] | None = None,
    ) -> TurnResult[OutputT]:
        """Runs a turn to its end and returns its result (`turn/start`).

        Args:
            input: text, an input item, a list of these, or an `ExternalMessage`.
            output_type: type of the answer; its JSON Schema is sent, and the result's `output` is a
                value of it; default: text.
            idle_timeout: seconds without progress after which the turn counts as stalled; retries
                are no progress; default: no limit.
            leave_agents: leaves the turn's sub-agents running when its scope ends; default: they
                are interrupted with it.
            model: model id as listed by `models()`, from this turn on; default: the thread's model.
            effort: reasoning effort from this turn on, one that the model lists, such as `high`;
                default: the thread's effort.
            summary: how reasoning is summarised from this turn on: `auto`, `concise`, `detailed` or
                `none`; default: the thread's setting.
            cwd: working directory of commands from this turn on; a relative path starts at the
                runtime's own; default: the thread's directory.
            sandbox: what commands may read and write from this turn on: a preset, its wire string
                or a policy; default: the thread's sandbox.
            approval_mode: who decides about escalations from this turn on: an `ApprovalMode` or its
                name; default: unchanged.
            approval_policy: when approval is requested from this turn on; wins over
                `approval_mode`; default: what `approval_mode` says.
            approvals_reviewer: who reviews approval requests from this turn on; wins over
                `approval_mode`; default: what `approval_mode` says.
            personality: `friendly`, `pragmatic` or `none`; deprecated: the runtime no longer
                applies a style; default: the thread's personality.
            service_tier: service tier of model requests from this turn on; default: the thread's
                tier.
            turn_service_tier: service tier of this turn alone, such as `default`; ignored when
                joining; default: the thread's tier.
            source: label of what started the turn, such as `cron`; grants nothing, and is ignored
                when joining; default: none.
            output_schema: JSON Schema for the final response of this turn; cannot be combined with
                `output_type`; default: text.
            additional_context: context fragments for the model, by the name of their source
                (experimental); default: none.
            client_user_message_id: your id for the user message; its item carries it as
                `client_id`; default: none.
            collaboration_mode: a preset such as plan mode; wins over `model`, `effort` and
                developer instructions (experimental); default: the thread's mode.
            cyber_access_program: cyber access program of this turn; grants no access that the
                account lacks (experimental); default: chosen by the server.
            disabled_plugin_ids: ids of the thread's disabled plugins from this turn on; an empty
                list enables all; default: unchanged.
            environments: environments from this turn on, the current one first; an empty list
                disables them (experimental); default: the thread's environments.
            multi_agent_mode: deprecated, ignored by the runtime: use `effort="ultra"` instead
                (experimental); default: none.
            parent_turn_id: id of the turn that caused this one; ignored when joining; default:
                none, as for work that a user started.
            permissions: id of a permission profile from this turn on; cannot be combined with
                `sandbox` (experimental); default: the thread's profile.
            responsesapi_client_metadata: metadata that is added to the turn's metadata in requests
                to the model's API (experimental); default: none.
            root_turn_id: id of the first turn in the chain of `parent_turn_id`; ignored when
                joining; default: this turn.
            runtime_workspace_roots: absolute paths that count as the workspace from this turn on
                (experimental); default: the thread's roots.

        Raises:
            InvalidArgumentError: the input or an option is wrong; nothing was sent.
            RuntimeVersionError: the connected runtime is too old for an option; nothing was sent.
            TurnFailedError: the turn failed; its `result` is the partial result.
            OutputValidationError: the final response does not fit the `output_type`.
            TurnStalledError: no event arrived for `idle_timeout` seconds.
            HandlerError: a handler of one of the turn's server requests failed.
            AppServerError: the server refused, or the connection has ended.

        Cancelled or left by an error, the turn and its sub-agents are interrupted on the server.
        """
        options = explicit_options(locals(), "output_type", "idle_timeout", "leave_agents")
        check_seconds("idle_timeout", idle_timeout)
        turn = await self._start(
            input, output_type, options, keep_events=False, leave_agents=leave_agents
        )
        try:
            return await turn._run(idle_timeout)
        finally:
            await turn._leave()  # noqa: ASYNC102 - shielded and bounded inside

    def turn(
        self,
        input: RunInput,
        *,
        # Generated from schema/options.toml.
        output_type: TypeForm[OutputT] = None,  # type: ignore[assignment]
        leave_agents: bool = False,
        model: str | None = None,
        effort: ReasoningEffort | str | None = None,
        summary: ReasoningSummary | str | None = None,
        cwd: str | os.PathLike[str] | None = None,
        sandbox: Sandbox | SandboxPolicy | str | None = None,
        approval_mode: ApprovalMode | str | None = None,
        approval_policy: AskForApproval | str | None = None,
        approvals_reviewer: ApprovalsReviewer | str | None = None,
        personality: Personality | str | None = None,
        service_tier: str | None = None,
        turn_service_tier: str | None = None,
        source: str | None = None,
        output_schema: Mapping[str, JsonValue] | None = None,
        additional_context: Mapping[str, AdditionalContextEntry] | None = None,
        client_user_message_id: str | None = None,
        collaboration_mode: CollaborationMode | None = None,
        cyber_access_program: CyberAccessProgram | str | None = None,
        disabled_plugin_ids: Sequence[str] | None = None,
        environments: Sequence[TurnEnvironmentParams] | None = None,
        multi_agent_mode: MultiAgentMode | str | None = None,
        parent_turn_id: str | None = None,
        permissions: str | None = None,
        responsesapi_client_metadata: Mapping[str, str] | None = None,
        root_turn_id: str | None = None,
        runtime_workspace_roots: Sequence[str | os.PathLike[str]] | None = None,
    ) -> AwaitableScope[AsyncTurnHandle[OutputT]]:
        """Starts a turn and returns its handle (`turn/start`).

        `turn = await thread.turn(...)` returns the handle. `async with thread.turn(...) as turn:`
        makes the block the turn's scope: leaving it early interrupts the turn.

        On a busy thread the input joins the running turn, and the handle receives every event
        from that request on. The options are those of `run`.

        Raises:
            InvalidArgumentError: the input or an option is wrong; nothing was sent.
            RuntimeVersionError: the connected runtime is too old for an option; nothing was sent.
            AppServerError: the server refused, or the connection has ended.

        Cancelled, a turn that was started is interrupted on the server.
        """
        options = explicit_options(locals(), "output_type", "leave_agents")
        start = self._start(input, output_type, options, leave_agents=leave_agents)
        return AwaitableScope(start, "AsyncThread.turn")

    async def current_turn(self) -> AsyncTurnHandle | None:
        """Joins the turn that runs on the thread (`thread/resume`); `None` when it is idle.

        That may be a turn of this client, one that the server has started for a goal, or one of
        another client of the same server. The stream of the handle begins with the events from
        this call on; `run` returns the whole result, except that `usage` and `tokens` are `None`
        where they were reported before. The handle is one that joined (`joined`): leaving it
        interrupts the turn only when no other handle follows it, and never interrupts a turn of
        another client.

        Raises:
            InvalidArgumentError: this object's block was left; nothing was sent.
            RuntimeVersionError: the connected runtime is too old; nothing was sent.
            AppServerError: the server refused, or the connection has ended.

        Cancelled, nothing is joined.
        """
        from .._session.joining import TURN_PAGE, join_turn

        self._check_loaded()
        for method, params in (("thread/resume", TURN_PAGE), ("thread/items/list", {})):
            self._client.wire_params(method, {"threadId": self._id, **params})
        channel = await join_turn(self._client._require(), self._id)
        return None if channel is None else AsyncTurnHandle(self._client, channel)

    def stream_text(
        self,
        input: RunInput,
        *,
        # Generated from schema/options.toml.
        idle_timeout: float | None = None,
        leave_agents: bool = False,
        model: str | None = None,
        effort: ReasoningEffort | str | None = None,
        summary: ReasoningSummary | str | None = None,
        cwd: str | os.PathLike[str] | None = None,
        sandbox: Sandbox | SandboxPolicy | str | None = None,
        approval_mode: ApprovalMode | str | None = None,
        approval_policy: AskForApproval | str | None = None,
        approvals_reviewer: ApprovalsReviewer | str | None = None,
        personality: Personality | str | None = None,
        service_tier: str | None = None,
        turn_service_tier: str | None = None,
        source: str | None = None,
        output_schema: Mapping[str, JsonValue] | None = None,
        additional_context: Mapping[str, AdditionalContextEntry] | None = None,
        client_user_message_id: str | None = None,
        collaboration_mode: CollaborationMode | None = None,
        cyber_access_program: CyberAccessProgram | str | None = None,
        disabled_plugin_ids: Sequence[str] | None = None,
        environments: Sequence[TurnEnvironmentParams] | None = None,
        multi_agent_mode: MultiAgentMode | str | None = None,
        parent_turn_id: str | None = None,
        permissions: str | None = None,
        responsesapi_client_metadata: Mapping[str, str] | None = None,
        root_turn_id: str | None = None,
        runtime_workspace_roots: Sequence[str | os.PathLike[str]] | None = None,
    ) -> AsyncTextStream:
        """Runs a turn and iterates over the text of its answer as it arrives (`turn/start`).

        Commentary is left out. The first step of the iteration starts the turn. The options are
        those of `run`.

        Raises (while iterating):
            InvalidArgumentError: the input or an option is wrong; nothing was sent.
            RuntimeVersionError: the connected runtime is too old for an option; nothing was sent.
            TurnFailedError: the turn failed.
            AppServerError: as for `run`.

        Cancelled while iterating, the turn is interrupted on the server; also when the block of
        `async with thread.stream_text(...) as stream:` is left early, and when a stream used
        without `async with` is garbage-collected before its end.
        """
        options = explicit_options(locals(), "idle_timeout", "leave_agents")

        start = partial(self._start, input, None, options, leave_agents=leave_agents)
        return AsyncTextStream(self._client, start, idle_timeout)

    # -- record --------------------------------------------------------------------------------

    async def read(self, *, include_turns: bool = False) -> ThreadReadResponse:
        """Reads the thread's current state (`thread/read`).

        Args:
            include_turns: whether to include the whole history, which can be megabytes; the server
                refuses it before the first turn. `turns` fetches it page by page.

        Raises:
            AppServerError: the server refused, or the connection has ended.

        Cancelled, the reply is dropped.
        """
        params: dict[str, JsonValue] = {"threadId": self._id, "includeTurns": include_turns}
        return await self._client.request("thread/read", params)

    def turns(
        self,
        *,
        # Generated from schema/options.toml.
        items_view: TurnItemsView | str | None = None,
        limit: int | None = None,
        page_size: int | None = None,
        sort_direction: SortDirection | str | None = None,
    ) -> AsyncPages[Turn]:
        """Iterates over the thread's turns, a page at a time (`thread/turns/list`).

        Args:
            items_view: the items that each turn includes: `notLoaded`, `summary` or `full`;
                default: `summary`.
            limit: the largest number of turns in all; default: all turns.
            page_size: the largest number of turns per request; default: the server's page size.
            sort_direction: `asc` or `desc`, by start; default: `desc`, the newest first.

        Raises (while iterating):
            AppServerError: the server refused, or the connection has ended.
        """
        return self._pages("thread/turns/list", explicit_options(locals()))

    def items(
        self,
        *,
        # Generated from schema/options.toml.
        turn_id: str | None = None,
        limit: int | None = None,
        page_size: int | None = None,
        sort_direction: SortDirection | str | None = None,
    ) -> AsyncPages[ThreadItemEntry]:
        """Iterates over the items of the thread's turns, a page at a time (`thread/items/list`).

        Args:
            turn_id: only the items of this turn; default: the items of all turns.
            limit: the largest number of items in all; default: all items.
            page_size: the largest number of items per request; default: the server's page size.
            sort_direction: `asc` or `desc`, by time; default: `asc`, the oldest first.

        Raises (while iterating):
            AppServerError: the server refused, or the connection has ended.
        """
        return self._pages("thread/items/list", explicit_options(locals()))

    def transcript(self, *, page_size: int | None = None) -> AsyncTranscript:
        """Iterates over the conversation, oldest first, a page at a time (`thread/items/list`).

        What the user has said is one entry, and what the model has answered and done until the
        next input or turn is one; each has its text and its items in full.

        Args:
            page_size: the largest number of items per request; default: the server's page size.

        Raises:
            InvalidArgumentError: `page_size` is not a positive int.

        Raises (while iterating):
            AppServerError: the server refused, or the connection has ended.
        """
        return AsyncTranscript(self.items(page_size=page_size))

    async def set_name(self, name: str) -> None:
        """Names the thread (`thread/name/set`).

        Raises:
            InvalidArgumentError: the name is empty; nothing was sent.
            AppServerError: the server refused, or the connection has ended.

        Cancelled, the name may have been set.
        """
        if not isinstance(name, str) or not name.strip():
            raise InvalidArgumentError(f"a thread's name must be a non-empty str, not {name!r}")
        await self._client.request("thread/name/set", {"threadId": self._id, "name": name})

    def compact(self) -> AwaitableScope[AsyncTurnHandle]:
        """Compacts the thread's history (`thread/compact/start`).

        The compaction is a separate turn. `await (await thread.compact()).run()` waits for its
        end; `async with thread.compact() as turn:` makes the block its scope.

        Raises:
            AppServerError: the server refused, or the connection has ended.

        Cancelled, a compaction that was started is interrupted on the server.
        """
        return AwaitableScope(self._compact(), "AsyncThread.compact")

    async def _compact(self) -> AsyncTurnHandle:
        self._check_loaded()
        params = self._client.wire_params("thread/compact/start", {"threadId": self._id})
        channel = await start_compaction(self._client._require(), self._id, params)
        return AsyncTurnHandle(self._client, channel)

    def enqueue(
        self, input: str | Input, *, client_user_message_id: str | None = None
    ) -> AwaitableScope[AsyncQueuedTurn]:
        """Adds input to the thread's queue, to be run after the turns before (`thread/queue/add`).

        Awaited, it returns the handle of the input; `async with` makes the block its scope. On an
        idle thread the turn starts immediately. Unlike `turn`, it never joins a running turn.

        Args:
            input: text, an input item, or a list of these.
            client_user_message_id: your id for the user message, unique in the thread; default: a
                new one.

        Raises:
            InvalidArgumentError: the input is empty or an argument is wrong; nothing was sent.
            RuntimeVersionError: the connected runtime is too old for queues; nothing was sent.
            AppServerError: the server refused, or the connection has ended.

        Cancelled, input that was added is deleted, or its turn is interrupted.
        """
        return AwaitableScope(self._enqueue(input, client_user_message_id), "AsyncThread.enqueue")

    async def _enqueue(self, input: str | Input, message_id: str | None) -> AsyncQueuedTurn:
        from .queue import enqueue

        self._check_loaded()
        return await enqueue(self._client, self._id, input, message_id)

    def plan(
        self,
        input: RunInput,
        *,
        model: str | None = None,
        effort: ReasoningEffort | str | None = None,
    ) -> AwaitableScope[AsyncPlanHandle]:
        """Starts a turn in plan mode, in which the model plans and changes nothing (`turn/start`).

        Awaited, it returns the plan's handle; `async with` makes the block its scope. `run()` on it
        returns the plan, and `accept()` starts the turn that carries it out.

        Args:
            input: as for `run`.
            model: model id as listed by `models()`, from this turn on; default: the thread's model.
            effort: reasoning effort of the planning turn; default: chosen by the server.

        Raises:
            InvalidArgumentError: an argument is wrong; nothing was sent.
            RuntimeVersionError: the connected runtime is too old for plan mode; nothing was sent.
            AppServerError: the server refused, or the connection has ended.

        Cancelled, a turn that was started is interrupted, and the thread leaves plan mode.
        """
        return AwaitableScope(self._plan(input, model, effort), "AsyncThread.plan")

    async def _plan(
        self, input: RunInput, model: str | None, effort: ReasoningEffort | str | None
    ) -> AsyncPlanHandle:
        from .plan import start_plan

        self._check_loaded()
        return await start_plan(self._client, self, input, model, effort)

    def review(
        self,
        target: ReviewTarget | str | None = None,
        *,
        delivery: ReviewDelivery | str | None = None,
    ) -> AwaitableScope[AsyncReviewHandle]:
        """Starts a code review on this thread (`review/start`).

        Awaited, it returns the review's handle; `async with` makes the block its scope. Its
        `run()` returns the findings. They are read from the reviewer's JSON on a thread that was
        started with `experimental_raw_events=True`, and otherwise from the text of the review.

        Args:
            target: what to review: `BaseBranchReviewTarget`, `CommitReviewTarget` or another target
                type of `trio_codex.protocol`, or instructions as text; default: the uncommitted
                changes.
            delivery: `inline` on this thread or `detached` on a new one; default: the server's.

        Raises:
            InvalidArgumentError: the target names nothing, or its changes are those of a repository
                and the thread's directory is in none; nothing was started.
            InvalidRequestError: the server refused, such as a detached review.
            AppServerError: the connection has ended.

        Cancelled, a review that was started is interrupted on the server.
        """
        return AwaitableScope(self._review(target, delivery), "AsyncThread.review")

    async def _review(
        self, target: ReviewTarget | str | None, delivery: ReviewDelivery | str | None
    ) -> AsyncReviewHandle:
        from .review import AsyncReviewHandle, check_repository, review_params, way_out

        self._check_loaded()
        params = review_params(self._id, target, delivery)
        self._client.wire_params("review/start", params)
        await check_repository(self._client, self._id, params["target"])
        try:
            turn: AsyncTurnHandle = await self._start_turn("review/start", params, keeps=True)
        except InvalidRequestError as error:
            raise way_out(error, self._id) from None
        return AsyncReviewHandle(self._client, turn)

    async def goal(
        self,
        objective: str | None = None,
        *,
        status: ThreadGoalStatus | str | None = None,
        token_budget: int | None = None,
    ) -> ThreadGoal | None:
        """Sets the thread's goal (`thread/goal/set`); without arguments, reads it.

        While a goal is active, the server starts one turn after another.

        Args:
            objective: the objective as text; default: unchanged.
            status: status such as `active` or `paused`; default: unchanged.
            token_budget: the most tokens that pursuing the goal may use; default: unchanged.

        Raises:
            AppServerError: the server refused, or the connection has ended.

        Cancelled, the goal may have been set.
        """
        options = explicit_options(locals())
        if not options:
            reply = await self._client.request("thread/goal/get", {"threadId": self._id})
            return reply.goal
        params = {"threadId": self._id, **wire_options("thread/goal/set", options)}
        return (await self._client.request("thread/goal/set", params)).goal

    def pursue(
        self, objective: str, *, token_budget: int | None = None, leave_running: bool = False
    ) -> AwaitableScope[AsyncGoalHandle]:
        """Starts a goal and follows it over all its turns (`thread/goal/set`).

        The server starts one turn after another until the model reports that the goal is complete
        or blocked, or a limit is reached. `goal = await thread.pursue(...)` returns the handle.
        `async with thread.pursue(...) as goal:` makes the block the goal's scope: leaving it early
        pauses the goal and interrupts its turn.

        A goal of the thread that is not active is replaced. `goal` sets and reads the goal's record
        without following its turns.

        Args:
            objective: what is to be achieved, in up to 4000 characters.
            token_budget: the most tokens to use, in tokens; checked by the server after each model
                request, so it may be passed by one. Default: no limit.
            leave_running: whether leaving the handle lets the goal run on.

        Raises:
            InvalidArgumentError: an argument is wrong, or the thread pursues a goal already;
                nothing was started.
            InvalidRequestError: the thread is ephemeral, which cannot have goals.
            AppServerError: the server refused, or the connection has ended.

        Cancelled, a goal that was started is paused, and its turn is interrupted.
        """
        start = self._pursue(objective, token_budget, leave_running=leave_running)
        return AwaitableScope(start, "AsyncThread.pursue")

    async def _pursue(
        self, objective: str, token_budget: int | None, *, leave_running: bool
    ) -> AsyncGoalHandle:
        from .goal import AsyncGoalHandle
        from .goal_lifecycle import start_goal

        self._check_loaded()
        goal = await start_goal(self._client, self._id, objective, token_budget)
        return AsyncGoalHandle(self._client, goal, leave_running=leave_running)

    async def current_goal(self, *, leave_running: bool = False) -> AsyncGoalHandle | None:
        """Joins the goal that the thread pursues; `None` when it has none that is active.

        Also after `thread_resume` in another process. Of a turn that runs already, the events from
        now on are followed. An active goal whose last turn was interrupted is continued; one that
        is paused is continued by `goal(status="active")`.

        Args:
            leave_running: whether leaving the handle lets the goal run on.

        Raises:
            AppServerError: the server refused, or the connection has ended.

        Cancelled, the goal runs on.
        """
        from .goal import AsyncGoalHandle
        from .goal_lifecycle import join_goal

        self._check_loaded()
        goal = await join_goal(self._client, self._id)
        if goal is None:
            return None
        return AsyncGoalHandle(self._client, goal, leave_running=leave_running)

    async def clear_goal(self) -> bool:
        """Clears the thread's goal and returns whether there was one (`thread/goal/clear`).

        Raises:
            AppServerError: the server refused, or the connection has ended.

        Cancelled, the goal may have been cleared.
        """
        reply = await self._client.request("thread/goal/clear", {"threadId": self._id})
        return reply.cleared

    def _check_loaded(self) -> None:
        if self._unloaded:
            raise InvalidArgumentError(
                f"the thread {self._id} was unloaded when its block was left; "
                f"thread_resume({self._id!r}) loads it again"
            )

    def _pages(self, method: str, options: dict[str, object]) -> AsyncPages:  # type: ignore[type-arg]
        rest, limit = take_limits(options)
        params = {"threadId": self._id, **wire_options(method, rest)}
        return AsyncPages(self._client, method, params, limit=limit)

    async def _start(
        self,
        input: RunInput,
        output_type: TypeForm[OutputT] | None,
        options: dict[str, object],
        *,
        keep_events: bool = True,
        leave_agents: bool = False,
        keeps: bool = False,
    ) -> AsyncTurnHandle[OutputT]:
        from .inputs import turn_input  # not at start-up: its classes take milliseconds to make

        try:
            output = None if output_type is None else _output_spec(output_type, options)
            params = {"threadId": self._id, **turn_input(input), **turn_options(options)}
            return await self._start_turn(
                "turn/start",
                params,
                output,
                keep_events=keep_events,
                leave_agents=leave_agents,
                keeps=keeps,
            )
        except InvalidArgumentError as error:
            # The frames of the library would only obscure the caller's line.
            raise error.with_traceback(None) from None

    async def _start_turn(
        self,
        method: str,
        params: dict[str, JsonValue],
        output: OutputSpec[OutputT] | None = None,
        *,
        keep_events: bool = True,
        leave_agents: bool = False,
        keeps: bool = False,
    ) -> AsyncTurnHandle[OutputT]:
        self._check_loaded()
        if self._client._environments is not None:
            await self._client._environments.check(self._id, params)
        channel = await start_turn(
            self._client._require(),
            method,
            self._id,
            self._client.wire_params(method, params),
            keep_events=keep_events,
            leave_agents=leave_agents,
            keeps=keeps,
        )
        return AsyncTurnHandle(self._client, channel, output)


def _output_spec(output_type: TypeForm[OutputT], options: dict[str, object]) -> OutputSpec[OutputT]:
    """Returns how to read the answer as the type, and adds the type's schema to the options."""
    # The largest import of the package, needed only for structured output.
    from .._schema.output import output_spec

    output = output_spec(output_type)
    if "output_schema" in options:
        raise InvalidArgumentError("give either output_type or output_schema, not both")
    options["output_schema"] = output.schema
    return output


exported("trio_codex", AsyncThread)
