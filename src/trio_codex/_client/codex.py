"""Turns the running app-server into its public face: threads, models and the account."""

from __future__ import annotations

from typing import TYPE_CHECKING, final

from ..protocol import OMITTED
from .account import AccountOperations
from .opening import open_scope
from .options import given, whole_list, wire_options
from .paging import Pages
from .thread import AsyncThread

if TYPE_CHECKING:
    import os
    from collections.abc import Mapping, Sequence

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
        SortDirection,
        Thread,
        ThreadHistoryMode,
        ThreadListResponse,
        ThreadResumeInitialTurnsPageParams,
        ThreadSortKey,
        ThreadSource,
        ThreadSourceKind,
        ThreadStartSource,
        TurnEnvironmentParams,
    )
    from .awaitable_scope import AwaitableScope
    from .policy import ApprovalMode, Sandbox

__all__ = ["AsyncCodex"]


@final
class AsyncCodex(AccountOperations):
    """Codex, owned by the block or the nursery it is opened in.

    `async with AsyncCodex() as codex:` starts the runtime and, when the block is left, ends it
    with everything that was started on it. `await nursery.start(AsyncCodex().serve)` hands it to
    a nursery of the caller's instead. It cannot be opened twice.
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
    ) -> AwaitableScope[AsyncThread]:
        """Starts a thread (`thread/start`).

        `thread = await codex.thread_start(...)` leaves the thread loaded until the client closes.
        `async with codex.thread_start(...) as thread:` makes the block its scope: leaving it
        interrupts the thread's turns and unloads it from the runtime.

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

        Cancelled, a thread that the server opens all the same is unloaded again.
        """
        options = given(locals(), "tools", "handlers")
        return open_scope(self._client, "thread/start", options, tools, handlers)

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
    ) -> AwaitableScope[AsyncThread]:
        """Loads a stored thread, so that turns can be run on it again (`thread/resume`).

        Like `thread_start`, it may be awaited or entered. A thread that is entered more than once
        is unloaded when its last block is left.

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
                page through `AsyncThread.turns` instead.
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

        Cancelled, a thread that the server opens all the same is unloaded again.
        """
        options = given(locals(), "tools", "handlers", "include_turns")
        options["exclude_turns"] = not include_turns
        return open_scope(self._client, "thread/resume", options, tools, handlers)

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
    ) -> AwaitableScope[AsyncThread]:
        """Makes a new thread that begins with another one's history (`thread/fork`).

        Like `thread_start`, it may be awaited or entered.

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
                page through `AsyncThread.turns` instead.
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

        Cancelled, a thread that the server opens all the same is unloaded again.
        """
        options = given(locals(), "tools", "handlers", "include_turns")
        options["exclude_turns"] = not include_turns
        return open_scope(self._client, "thread/fork", options, tools, handlers)

    async def thread_list(
        self,
        *,
        cursor: str | None = None,
        archived: bool | None = None,
        cwd: str | Sequence[str] | None = None,
        search_term: str | None = None,
        model_providers: Sequence[str] | None = None,
        source_kinds: Sequence[ThreadSourceKind | str] | None = None,
        originators: Sequence[str] | None = None,
        section_id: str | None = None,
        project_id: str | None = None,
        parent_thread_id: str | None = None,
        ancestor_thread_id: str | None = None,
        excluded_thread_ids: Sequence[str] | None = None,
        sort_key: ThreadSortKey | str | None = None,
        sort_direction: SortDirection | str | None = None,
        use_state_db_only: bool | None = None,
        limit: int | None = None,
    ) -> ThreadListResponse:
        """Lists stored threads, one page (`thread/list`); `threads` iterates over all pages.

        Args:
            cursor: where the page begins: `next_cursor` of the page before.
            archived: `True` lists only the archived ones.
            cwd: only threads of this working directory, or of one of these.
            search_term: only threads that contain the text.
            model_providers: only threads of these providers.
            source_kinds: only threads of these kinds of source.
            originators: only threads of these originators.
            section_id: only threads of this section.
            project_id: only threads of this project (experimental).
            parent_thread_id: only children of this thread (experimental).
            ancestor_thread_id: only descendants of this thread (experimental).
            excluded_thread_ids: threads to leave out.
            sort_key: what they are ordered by.
            sort_direction: which way.
            use_state_db_only: whether only the database is looked at, not the files.
            limit: how many threads a page has at most.

        Raises:
            InvalidArgumentError: an option is wrong; nothing was sent.
            RuntimeVersionError: the connected runtime is too old for an option; nothing was sent.
            AppServerError: the server refused, or the connection has ended.

        Cancelled, the reply is dropped.
        """
        return await self._client.request(
            "thread/list", wire_options("thread/list", given(locals()))
        )

    def threads(
        self,
        *,
        archived: bool | None = None,
        cwd: str | Sequence[str] | None = None,
        search_term: str | None = None,
        model_providers: Sequence[str] | None = None,
        source_kinds: Sequence[ThreadSourceKind | str] | None = None,
        originators: Sequence[str] | None = None,
        section_id: str | None = None,
        project_id: str | None = None,
        parent_thread_id: str | None = None,
        ancestor_thread_id: str | None = None,
        excluded_thread_ids: Sequence[str] | None = None,
        sort_key: ThreadSortKey | str | None = None,
        sort_direction: SortDirection | str | None = None,
        use_state_db_only: bool | None = None,
        limit: int | None = None,
    ) -> Pages[Thread]:
        """Iterates over stored threads, fetching a page when it is needed (`thread/list`).

        The options are those of `thread_list`, except that the recently used come first by default.

        Raises (while iterating):
            AppServerError: the server refused, or the connection has ended.
        """
        return Pages(self._client, "thread/list", whole_list(given(locals())))

    async def thread_archive(self, thread_id: str) -> None:
        """Archives a thread (`thread/archive`).

        Raises:
            InvalidRequestError: there is no such thread, or it is in use.
            AppServerError: the server refused, or the connection has ended.

        Cancelled, the thread may have been archived.
        """
        await self._client.request("thread/archive", {"threadId": thread_id})

    async def thread_delete(self, thread_id: str) -> None:
        """Deletes a thread for good (`thread/delete`).

        Raises:
            InvalidRequestError: there is no such thread, or it is in use.
            AppServerError: the server refused, or the connection has ended.

        Cancelled, the thread may have been deleted.
        """
        await self._client.request("thread/delete", {"threadId": thread_id})

    async def thread_unarchive(self, thread_id: str) -> AsyncThread:
        """Takes a thread out of the archive (`thread/unarchive`); resume it to run turns on it.

        Raises:
            InvalidRequestError: there is no such thread in the archive.
            AppServerError: the server refused, or the connection has ended.

        Cancelled, the thread may have been unarchived.
        """
        reply = await self._client.request("thread/unarchive", {"threadId": thread_id})
        return AsyncThread(self._client, reply.thread.id, reply.thread)
