"""Turns a running app-server into its blocking face: threads, models and the account."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, final

from .._client.options import explicit_options
from ..protocol import OMITTED
from .handlers import blocking_handlers
from .listing import ThreadListing
from .thread import Thread

if TYPE_CHECKING:
    import os
    from collections.abc import Awaitable, Callable, Mapping, Sequence

    from .._client.policy import ApprovalMode, Sandbox
    from .._client.thread import AsyncThread
    from .._requests.handlers import ServerRequestHandlers
    from .._tools.tool import Tool
    from ..protocol import (
        ApprovalsReviewer,
        AskForApproval,
        JsonValue,
        MultiAgentMode,
        Omitted,
        Personality,
        ResponseItem,
        SelectedCapabilityRoot,
        ThreadHistoryMode,
        ThreadResumeInitialTurnsPageParams,
        ThreadSource,
        ThreadStartSource,
        TurnEnvironmentParams,
    )

__all__ = ["Codex"]


@final
class Codex(ThreadListing):
    """Codex for code that blocks.

    Making one starts the runtime and initialises it; `close`, or leaving `with Codex() as codex:`,
    ends it with everything that was started on it. It may be used from several threads at once,
    and beside a running event loop, such as a notebook's. Ctrl+C while something blocks cancels
    it (a turn is interrupted on the server) and leaves the client usable.
    """

    def thread_start(
        self,
        *,
        model: str | None = None,
        model_provider: str | None = None,
        cwd: str | os.PathLike[str] | None = None,
        sandbox: Sandbox | str | None = None,
        approval_mode: ApprovalMode | str | Omitted | None = OMITTED,
        approval_policy: AskForApproval | str | None = None,
        approvals_reviewer: ApprovalsReviewer | str | None = None,
        config: Mapping[str, JsonValue] | None = None,
        base_instructions: str | None = None,
        developer_instructions: str | None = None,
        personality: Personality | str | None = None,
        service_name: str | None = None,
        service_tier: str | None = None,
        ephemeral: bool | None = None,
        tools: Sequence[Tool[..., object]] | None = None,
        handlers: ServerRequestHandlers | None = None,
        allow_provider_model_fallback: bool | None = None,
        daybreak_enabled: bool | None = None,
        environments: Sequence[TurnEnvironmentParams] | None = None,
        experimental_raw_events: bool | None = None,
        history_mode: ThreadHistoryMode | str | None = None,
        multi_agent_mode: MultiAgentMode | str | None = None,
        permissions: str | None = None,
        project_id: str | None = None,
        runtime_workspace_roots: Sequence[str | os.PathLike[str]] | None = None,
        selected_capability_roots: Sequence[SelectedCapabilityRoot] | None = None,
        session_start_source: ThreadStartSource | str | None = None,
        thread_source: ThreadSource | str | None = None,
    ) -> Thread:
        """Starts a thread (`thread/start`).

        The thread stays loaded until the client closes. `with codex.thread_start(...) as thread:`
        makes the block its scope: leaving it interrupts the thread's turns and unloads it from the
        runtime.

        Args:
            model: the model.
            model_provider: the provider the model is asked of.
            cwd: the working directory.
            sandbox: how far commands reach.
            approval_mode: who decides about escalations; default: `ask` if a handler decides
                approvals, else `auto_review`; `None` leaves it to the runtime's configuration.
            approval_policy: when approval is asked for, as the protocol has it; wins over
                `approval_mode`.
            approvals_reviewer: who is asked, as the protocol has it; wins over `approval_mode`.
            config: settings of the runtime for this thread alone.
            base_instructions: instructions instead of the runtime's own.
            developer_instructions: instructions of the developer.
            personality: the tone of the answers.
            service_name: a name for the service this thread belongs to.
            service_tier: the service tier.
            ephemeral: whether the thread is kept in memory only.
            tools: tools the model may call in this thread (`dynamicTools`, experimental).
            handlers: what answers this thread's server requests; each handler wins over the
                client's.
            allow_provider_model_fallback: whether the provider may change the model (experimental).
            daybreak_enabled: the initial Daybreak choice (experimental).
            environments: the environments commands run in (experimental).
            experimental_raw_events: whether raw response items are sent as well (experimental).
            history_mode: how the history is stored (experimental).
            multi_agent_mode: whether and how sub-agents are used (experimental).
            permissions: a named permission profile (experimental).
            project_id: the project the thread belongs to (experimental).
            runtime_workspace_roots: the workspace's roots (experimental).
            selected_capability_roots: roots that capabilities are taken from (experimental).
            session_start_source: what started the session.
            thread_source: what the thread is for; `ThreadSource("...")` makes a label of your own.

        Raises:
            InvalidArgumentError: an option is wrong; nothing was sent.
            RuntimeVersionError: the connected runtime is too old for an option; nothing was sent.
            AppServerError: the server refused, or the connection has ended.

        On Ctrl+C, a thread that the server opens all the same is unloaded again.
        """
        options = explicit_options(locals(), "handlers")
        return self._open_thread(self._twin.thread_start, handlers, options)

    def thread_resume(
        self,
        thread_id: str,
        *,
        model: str | None = None,
        model_provider: str | None = None,
        cwd: str | os.PathLike[str] | None = None,
        sandbox: Sandbox | str | None = None,
        approval_mode: ApprovalMode | str | Omitted | None = OMITTED,
        approval_policy: AskForApproval | str | None = None,
        approvals_reviewer: ApprovalsReviewer | str | None = None,
        config: Mapping[str, JsonValue] | None = None,
        base_instructions: str | None = None,
        developer_instructions: str | None = None,
        personality: Personality | str | None = None,
        service_tier: str | None = None,
        include_turns: bool = False,
        tools: Sequence[Tool[..., object]] | None = None,
        handlers: ServerRequestHandlers | None = None,
        history: Sequence[ResponseItem] | None = None,
        initial_turns_page: ThreadResumeInitialTurnsPageParams | None = None,
        path: str | os.PathLike[str] | None = None,
        permissions: str | None = None,
        runtime_workspace_roots: Sequence[str | os.PathLike[str]] | None = None,
    ) -> Thread:
        """Loads a stored thread, so that turns can be run on it again (`thread/resume`).

        Like the thread of `thread_start`, it may be used in `with`. A thread that is entered more
        than once is unloaded when its last block is left.

        Args:
            thread_id: the thread.
            model: the model.
            model_provider: the provider the model is asked of.
            cwd: the working directory.
            sandbox: how far commands reach.
            approval_mode: who decides about escalations; default: the handlers, if one decides
                approvals, else what the thread has; `None` leaves it unchanged.
            approval_policy: when approval is asked for, as the protocol has it; wins over
                `approval_mode`.
            approvals_reviewer: who is asked, as the protocol has it; wins over `approval_mode`.
            config: settings of the runtime for this thread alone.
            base_instructions: instructions instead of the runtime's own.
            developer_instructions: instructions of the developer.
            personality: the tone of the answers.
            service_tier: the service tier.
            include_turns: whether the server sends the whole history along, which can be megabytes;
                page through `Thread.turns` instead.
            tools: the tools this thread was started with: what answers when the model calls them.
            handlers: what answers this thread's server requests; each handler wins over the
                client's.
            history: a history instead of the stored one (experimental).
            initial_turns_page: a page of turns to send along (experimental).
            path: the file of the thread, instead of looking it up (experimental).
            permissions: a named permission profile (experimental).
            runtime_workspace_roots: the workspace's roots (experimental).

        Raises:
            InvalidArgumentError: an option is wrong; nothing was sent.
            RuntimeVersionError: the connected runtime is too old for an option; nothing was sent.
            AppServerError: the server refused, or the connection has ended.

        On Ctrl+C, a thread that the server opens all the same is unloaded again.
        """
        options = explicit_options(locals(), "handlers")
        return self._open_thread(self._twin.thread_resume, handlers, options)

    def thread_fork(
        self,
        thread_id: str,
        *,
        model: str | None = None,
        model_provider: str | None = None,
        cwd: str | os.PathLike[str] | None = None,
        sandbox: Sandbox | str | None = None,
        approval_mode: ApprovalMode | str | Omitted | None = OMITTED,
        approval_policy: AskForApproval | str | None = None,
        approvals_reviewer: ApprovalsReviewer | str | None = None,
        config: Mapping[str, JsonValue] | None = None,
        base_instructions: str | None = None,
        developer_instructions: str | None = None,
        service_tier: str | None = None,
        ephemeral: bool | None = None,
        include_turns: bool = False,
        tools: Sequence[Tool[..., object]] | None = None,
        handlers: ServerRequestHandlers | None = None,
        last_turn_id: str | None = None,
        before_turn_id: str | None = None,
        defer_goal_continuation: bool | None = None,
        experimental_prediction_mode: bool | None = None,
        path: str | os.PathLike[str] | None = None,
        permissions: str | None = None,
        runtime_workspace_roots: Sequence[str | os.PathLike[str]] | None = None,
        thread_source: ThreadSource | str | None = None,
    ) -> Thread:
        """Makes a new thread that begins with another one's history (`thread/fork`).

        Like the thread of `thread_start`, it may be used in `with`.

        Args:
            thread_id: the thread whose history is copied.
            model: the model.
            model_provider: the provider the model is asked of.
            cwd: the working directory.
            sandbox: how far commands reach.
            approval_mode: who decides about escalations; default: the handlers, if one decides
                approvals, else what the thread has; `None` leaves it unchanged.
            approval_policy: when approval is asked for, as the protocol has it; wins over
                `approval_mode`.
            approvals_reviewer: who is asked, as the protocol has it; wins over `approval_mode`.
            config: settings of the runtime for this thread alone.
            base_instructions: instructions instead of the runtime's own.
            developer_instructions: instructions of the developer.
            service_tier: the service tier.
            ephemeral: whether the new thread is kept in memory only.
            include_turns: whether the server sends the whole history along, which can be megabytes;
                page through `Thread.turns` instead.
            tools: the tools the source was started with: what answers when the model calls them.
            handlers: what answers this thread's server requests; each handler wins over the
                client's.
            last_turn_id: the last turn that is copied; `None` copies all.
            before_turn_id: the first turn that is not copied (experimental).
            defer_goal_continuation: whether a goal waits before it goes on in the fork
                (experimental).
            experimental_prediction_mode: whether the fork only predicts (experimental).
            path: the file of the thread, instead of looking it up (experimental).
            permissions: a named permission profile (experimental).
            runtime_workspace_roots: the workspace's roots (experimental).
            thread_source: what the thread is for; `ThreadSource("...")` makes a label of your own.

        Raises:
            InvalidArgumentError: an option is wrong; nothing was sent.
            RuntimeVersionError: the connected runtime is too old for an option; nothing was sent.
            AppServerError: the server refused, or the connection has ended.

        On Ctrl+C, a thread that the server opens all the same is unloaded again.
        """
        options = explicit_options(locals(), "handlers")
        return self._open_thread(self._twin.thread_fork, handlers, options)

    def thread_unarchive(self, thread_id: str) -> Thread:
        """Takes a thread out of the archive (`thread/unarchive`); resume it to run turns on it.

        Raises:
            InvalidRequestError: there is no such thread in the archive.
            AppServerError: the server refused, or the connection has ended.

        On Ctrl+C, the thread may have been unarchived.
        """
        thread = partial(Thread, self._client)
        return self._portal.run_then(thread, self._twin.thread_unarchive, thread_id)

    def _open_thread(
        self,
        open_twin: Callable[..., Awaitable[AsyncThread]],
        handlers: ServerRequestHandlers | None,
        options: dict[str, object],
    ) -> Thread:
        # Of this option `None` is a value, and what was not given is `OMITTED`.
        options.setdefault("approval_mode", None)
        thread = partial(Thread, self._client)
        options["handlers"] = blocking_handlers(handlers)
        return self._portal.run_then(thread, open_twin, **options)
