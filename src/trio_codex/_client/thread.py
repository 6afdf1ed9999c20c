"""Turns a thread of the server into what can be said to it, and read of it."""

from __future__ import annotations

from typing import TYPE_CHECKING, final

from ..errors import InvalidArgumentError
from .arguments import check_seconds
from .awaitable_scope import AwaitableScope
from .inputs import turn_input
from .options import explicit_options, turn_options
from .text_stream import TextStream
from .thread_record import ThreadRecord

if TYPE_CHECKING:
    import os
    from collections.abc import Mapping, Sequence

    from .._schema.output import OutputSpec
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
    from .inputs import RunInput
    from .policy import ApprovalMode, Sandbox
    from .result import OutputT, TurnResult, TypeForm
    from .turn import AsyncTurnHandle

__all__ = ["AsyncThread"]


@final
class AsyncThread(ThreadRecord):
    """A thread: a conversation that the server keeps, and the turns that are run on it."""

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
            input: what is said: text, an input item, a list of these, or an `ExternalMessage`.
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
            TurnFailedError: the turn failed; its `result` has what there is.
            OutputValidationError: the final response is not of the `output_type`.
            TurnStalledError: nothing came for `idle_timeout` seconds.
            HandlerError: a handler of one of the turn's server requests failed.
            AppServerError: the server refused, or the connection has ended.

        Cancelled, or left by an error, the turn and its sub-agents are interrupted on the
        server.
        """
        options = explicit_options(locals(), "output_type", "idle_timeout", "leave_agents")
        check_seconds("idle_timeout", idle_timeout)
        turn = await self._start(
            input, output_type, options, keep_events=False, leave_agents=leave_agents
        )
        return await turn._run_and_leave(idle_timeout)

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

        On a busy thread the input joins the running turn, and the handle gets every event from
        then on. The options are those of `run`.

        Raises:
            InvalidArgumentError: the input or an option is wrong; nothing was sent.
            RuntimeVersionError: the connected runtime is too old for an option; nothing was sent.
            AppServerError: the server refused, or the connection has ended.

        Cancelled, a turn that was started is interrupted on the server.
        """
        options = explicit_options(locals(), "output_type", "leave_agents")
        start = self._start(input, output_type, options, leave_agents=leave_agents)
        return AwaitableScope(start, "AsyncThread.turn")

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
    ) -> TextStream:
        """Runs a turn and iterates over the text of its answer as it comes (`turn/start`).

        Commentary is left out. The turn is started by the first step of the iteration. The
        options are those of `run`.

        Raises (while iterating):
            InvalidArgumentError: the input or an option is wrong; nothing was sent.
            RuntimeVersionError: the connected runtime is too old for an option; nothing was sent.
            TurnFailedError: the turn failed.
            AppServerError: as for `run`.

        Cancelled while iterating, the turn is interrupted on the server. So it is when the block
        of `async with thread.stream_text(...) as stream:` is left early, and when a stream that
        was used without `async with` is garbage-collected before its end.
        """
        options = explicit_options(locals(), "idle_timeout", "leave_agents")

        async def start() -> AsyncTurnHandle:
            return await self._start(input, None, options, leave_agents=leave_agents)

        return TextStream(start, idle_timeout)

    async def _start(
        self,
        input: RunInput,
        output_type: TypeForm[OutputT] | None,
        options: dict[str, object],
        *,
        keep_events: bool = True,
        leave_agents: bool = False,
    ) -> AsyncTurnHandle[OutputT]:
        try:
            params, output = self._turn_params(input, output_type, options)
            return await self._start_turn(
                "turn/start",
                self._id,
                params,
                output,
                keep_events=keep_events,
                leave_agents=leave_agents,
            )
        except InvalidArgumentError as error:
            # Where in the library it was found is of no use to the caller.
            raise error.with_traceback(None) from None

    def _turn_params(
        self, input: RunInput, output_type: TypeForm[OutputT] | None, options: dict[str, object]
    ) -> tuple[dict[str, JsonValue], OutputSpec[OutputT] | None]:
        output: OutputSpec[OutputT] | None = None
        if output_type is not None:
            # Deriving schemas is half of what there is to import, and most threads never need it.
            from .._schema.output import output_spec

            output = output_spec(output_type)
            if "output_schema" in options:
                raise InvalidArgumentError("give either output_type or output_schema, not both")
            options["output_schema"] = output.schema
        params: dict[str, JsonValue] = {
            "threadId": self._id,
            **turn_input(input),
            **turn_options(options),
        }
        return params, output
