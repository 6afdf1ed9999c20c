"""Turns a thread of the server into what can be said to it, and read of it."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, cast, final

from .._client.options import explicit_options
from .deadline import Deadline, run_within
from .text_stream import TextStream
from .thread_record import ThreadRecord
from .turn import NOT_ENDED, TurnHandle

if TYPE_CHECKING:
    import os
    from collections.abc import Awaitable, Callable, Mapping, Sequence

    from .._client.inputs import RunInput
    from .._client.policy import ApprovalMode, Sandbox
    from .._client.result import OutputT, TurnResult, TypeForm
    from .._client.turn import AsyncTurnHandle
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
        SandboxPolicy,
        TurnEnvironmentParams,
    )

__all__ = ["Thread"]


@final
class Thread(ThreadRecord):
    """A thread: a conversation that the server keeps, and the turns that are run on it."""

    def run(
        self,
        input: RunInput,
        *,
        # `None` is a type expression too; mypy wants it spelled as one.
        output_type: TypeForm[OutputT] = None,  # type: ignore[assignment]
        idle_timeout: float | None = None,
        timeout: float | None = None,
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
            input: what is said: text, an input item, a list of these, or an `ExternalMessage`.
            output_type: the type of the answer; its schema is sent along, and the result's
                `output` is a value of it.
            idle_timeout: seconds without progress after which the turn counts as stalled; retries
                of the runtime are no progress. Default: waits without a limit.
            timeout: seconds after which the turn is interrupted and `TimeoutError` raised; `None`
                waits.
            leave_agents: leaves the turn's sub-agents running when the turn's scope ends; by
                default those that still run are interrupted with it.
            model: the model from this turn on.
            effort: how much the model shall reason from this turn on, such as `low` or `high`.
            summary: how its reasoning is summarised from this turn on.
            cwd: the working directory from this turn on.
            sandbox: how far commands reach from this turn on: a preset, or a policy in full.
            approval_mode: who decides about escalations from this turn on; `None` keeps what is.
            approval_policy: when approval is asked for, as the protocol has it; wins over
                `approval_mode`.
            approvals_reviewer: who is asked, as the protocol has it; wins over `approval_mode`.
            personality: the tone of the answers from this turn on.
            service_tier: the service tier from this turn on.
            turn_service_tier: the service tier of this turn alone; ignored when joining.
            source: what initiated the turn; a label without authority, ignored when joining.
            output_schema: a JSON Schema that the final response of this turn shall fit.
            additional_context: fragments of context by their source (experimental).
            client_user_message_id: an id of the caller's own for the user message.
            collaboration_mode: a preset such as plan mode (experimental).
            cyber_access_program: an authorised cyber program for this turn (experimental).
            disabled_plugin_ids: plugins this turn does without.
            environments: the environments of this turn (experimental).
            multi_agent_mode: whether and how sub-agents are used (experimental).
            parent_turn_id: the turn this one descends from.
            permissions: a named permission profile (experimental).
            responsesapi_client_metadata: metadata passed on to the model's API (experimental).
            root_turn_id: the turn at the root of the descent.
            runtime_workspace_roots: the workspace's roots (experimental).

        Raises:
            InvalidArgumentError: the input or an option is wrong; nothing was sent.
            RuntimeVersionError: the connected runtime is too old for an option; nothing was sent.
            TimeoutError: the turn has not ended within `timeout` seconds; it was interrupted.
            TurnFailedError: the turn failed; its `result` has what there is.
            OutputValidationError: the final response is not of the `output_type`.
            TurnStalledError: nothing came for `idle_timeout` seconds.
            HandlerError: a handler of one of the turn's server requests failed.
            AppServerError: the server refused, or the connection has ended.

        Left by Ctrl+C, by `timeout` or another error, the turn and its sub-agents are interrupted
        on the server, and their ends waited for (bounded by `interrupt_timeout`).
        """
        options = explicit_options(locals(), "timeout")
        deadline = Deadline(timeout, NOT_ENDED)
        result = run_within(self._client.portal, deadline, self._twin.run, input, **options)
        return cast("TurnResult[OutputT]", result)

    def turn(
        self,
        input: RunInput,
        *,
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
    ) -> TurnHandle[OutputT]:
        """Starts a turn and returns its handle (`turn/start`).

        `with thread.turn(...) as turn:` makes the block the turn's scope: leaving it early
        interrupts the turn.

        On a busy thread the input joins the running turn, and the handle gets every event from
        then on. The options are those of `run`.

        Raises:
            InvalidArgumentError: the input or an option is wrong; nothing was sent.
            RuntimeVersionError: the connected runtime is too old for an option; nothing was sent.
            AppServerError: the server refused, or the connection has ended.

        On Ctrl+C, a turn that was started is interrupted on the server.
        """
        options = explicit_options(locals())
        handle: Callable[..., TurnHandle[OutputT]] = partial(TurnHandle, self._client)
        return self._client.portal.run_then(handle, self._twin.turn, input, **options)

    def stream_text(
        self,
        input: RunInput,
        *,
        idle_timeout: float | None = None,
        timeout: float | None = None,
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
    ) -> TextStream:
        """Runs a turn and iterates over the text of its answer as it comes (`turn/start`).

        Commentary is left out. The turn is started by the first step of the iteration. The
        options are those of `run`; `timeout` is for the whole iteration, counted from that step,
        and bounds the steps that wait for text.

        Raises:
            InvalidArgumentError: `timeout` is not a positive, finite number.

        Raises (while iterating):
            InvalidArgumentError: the input or an option is wrong; nothing was sent.
            TimeoutError: the turn has not ended within `timeout` seconds; it was interrupted.
            RuntimeVersionError: the connected runtime is too old for an option; nothing was sent.
            TurnFailedError: the turn failed.
            AppServerError: as for `run`.

        On Ctrl+C while iterating, the turn is interrupted on the server. So it is when the block
        of `with thread.stream_text(...) as stream:` is left early, and when a stream that was used
        without `with` is garbage-collected before its end.
        """
        options = explicit_options(locals(), "idle_timeout", "timeout")
        start: Callable[..., Awaitable[AsyncTurnHandle]] = self._twin.turn
        return TextStream(self._client, partial(start, input, **options), idle_timeout, timeout)
