"""Turns the running app-server into its public face: threads, models and the account."""

from __future__ import annotations

from typing import TYPE_CHECKING, final

from ..protocol import OMITTED
from .account import AccountOperations
from .opening import open_scope
from .options import explicit_options, thread_list_params, wire_options
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
        # Generated from schema/options.toml.
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
            model: model id as listed by `models()`; default: the configured model.
            model_provider: id of the provider of the model, a key of the setting `model_providers`;
                default: the configured provider.
            cwd: working directory of commands; a relative path starts at the runtime's own
                directory; default: the runtime's working directory.
            sandbox: what commands may read and write: a `Sandbox` or its wire string such as
                `read-only`; default: the configured sandbox.
            approval_mode: who decides about escalations: an `ApprovalMode` or its name; `None`
                sends nothing; default: `ask` if a handler decides approvals, else `auto_review`.
            approval_policy: when approval is requested, such as `on-request`; wins over
                `approval_mode`; default: what `approval_mode` says.
            approvals_reviewer: who reviews approval requests, such as `user`; wins over
                `approval_mode`; default: what `approval_mode` says.
            config: runtime settings for this thread alone, as in `config.toml`; dotted keys reach
                into tables; default: the runtime's configuration.
            base_instructions: text that replaces the runtime's built-in instructions to the model;
                default: the built-in instructions.
            developer_instructions: text that the model receives as a developer message; default:
                the setting `developer_instructions`.
            personality: `friendly`, `pragmatic` or `none`; deprecated: the runtime no longer
                applies a style; default: the configured personality.
            service_name: name of the calling service, for the runtime's metrics; default: none.
            service_tier: service tier of model requests, such as `flex`; a model lists its
                `service_tiers`; default: the configured tier.
            ephemeral: keeps the thread in memory only: it cannot be listed, resumed, named or
                archived; default: stored on disk.
            tools: tools that the model may call in this thread (`dynamicTools`, experimental);
                default: none.
            handlers: handlers of this thread's server requests; each one wins over the client's;
                default: the client's handlers.
            allow_provider_model_fallback: lets a provider with a fixed list of models replace an
                unavailable one by its default (experimental); default: refused.
            daybreak_enabled: initial Daybreak choice of a stored thread; grants no access
                (experimental); default: no choice.
            environments: environments that commands run in, the current one first; an empty list
                disables them (experimental); default: the runtime's default environment.
            experimental_raw_events: also sends the raw items of the model's API, as
                `rawResponseItem/completed` (experimental); default: not sent.
            history_mode: how the history is stored: `legacy` or `paginated` (experimental);
                default: the runtime's choice.
            multi_agent_mode: deprecated, ignored by the runtime: use the effort `ultra` instead
                (experimental); default: none.
            permissions: id of a permission profile, such as `:read-only`; cannot be combined with
                `sandbox` (experimental); default: the profile of the sandbox.
            project_id: id of the thread's project, stored unless the thread is ephemeral
                (experimental); default: none.
            runtime_workspace_roots: absolute paths of the folders that count as the workspace
                (experimental); default: the working directory.
            selected_capability_roots: roots from which the thread takes skills, plugins and other
                capabilities (experimental); default: none.
            session_start_source: why the session starts: `startup` or `clear`; default: `startup`.
            thread_source: label for analytics, such as `user`; `ThreadSource("...")` makes one of
                your own; default: none.

        Raises:
            InvalidArgumentError: an option is wrong; nothing was sent.
            RuntimeVersionError: the connected runtime is too old for an option; nothing was sent.
            AppServerError: the server refused, or the connection has ended.

        Cancelled, a thread that the server opens all the same is unloaded again.
        """
        options = explicit_options(locals(), "tools", "handlers")
        return open_scope(self._client, "thread/start", options, tools, handlers)

    def thread_resume(
        self,
        thread_id: str,
        *,
        # Generated from schema/options.toml.
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
            model: model id as listed by `models()`; default: the thread's model.
            model_provider: id of the provider of the model, a key of the setting `model_providers`;
                default: the thread's provider.
            cwd: working directory of commands; a relative path starts at the runtime's own
                directory; default: the thread's directory.
            sandbox: what commands may read and write: a `Sandbox` or its wire string such as
                `read-only`; default: the configured sandbox.
            approval_mode: who decides about escalations: an `ApprovalMode` or its name; `None`
                sends nothing; default: `ask` if a handler decides approvals, else unchanged.
            approval_policy: when approval is requested, such as `on-request`; wins over
                `approval_mode`; default: what `approval_mode` says.
            approvals_reviewer: who reviews approval requests, such as `user`; wins over
                `approval_mode`; default: what `approval_mode` says.
            config: runtime settings for this thread alone, as in `config.toml`; dotted keys reach
                into tables; default: the runtime's configuration.
            base_instructions: text that replaces the runtime's built-in instructions to the model;
                default: the thread's instructions.
            developer_instructions: text that the model receives as a developer message; default:
                the thread's instructions.
            personality: `friendly`, `pragmatic` or `none`; deprecated: the runtime no longer
                applies a style; default: the thread's personality.
            service_tier: service tier of model requests, such as `flex`; a model lists its
                `service_tiers`; default: the configured tier.
            include_turns: fills `snapshot.turns` with the whole history, which can be megabytes;
                default: no turns; page through `AsyncThread.turns` instead.
            tools: the tools this thread was started with; they answer the model's calls; default:
                calls fail.
            handlers: handlers of this thread's server requests; each one wins over the client's;
                default: the client's handlers.
            history: items that replace the stored history; unstable (experimental); default: the
                stored history.
            initial_turns_page: adds a page of turns to the server's reply; the thread object does
                not keep it (experimental); default: none.
            path: path of the thread's file, used instead of the id unless the thread is loaded;
                unstable (experimental); default: found by the id.
            permissions: id of a permission profile, such as `:read-only`; cannot be combined with
                `sandbox` (experimental); default: the profile of the sandbox.
            runtime_workspace_roots: absolute paths of the folders that count as the workspace
                (experimental); default: the thread's roots.

        Raises:
            InvalidArgumentError: an option is wrong; nothing was sent.
            RuntimeVersionError: the connected runtime is too old for an option; nothing was sent.
            AppServerError: the server refused, or the connection has ended.

        Cancelled, a thread that the server opens all the same is unloaded again.
        """
        options = explicit_options(locals(), "tools", "handlers", "include_turns")
        options["exclude_turns"] = not include_turns
        return open_scope(self._client, "thread/resume", options, tools, handlers)

    def thread_fork(
        self,
        thread_id: str,
        *,
        # Generated from schema/options.toml.
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
            model: model id as listed by `models()`; default: the configured model.
            model_provider: id of the provider of the model, a key of the setting `model_providers`;
                default: the configured provider.
            cwd: working directory of commands; a relative path starts at the runtime's own
                directory; default: the source thread's directory.
            sandbox: what commands may read and write: a `Sandbox` or its wire string such as
                `read-only`; default: the configured sandbox.
            approval_mode: who decides about escalations: an `ApprovalMode` or its name; `None`
                sends nothing; default: `ask` if a handler decides approvals, else as in the source
                thread.
            approval_policy: when approval is requested, such as `on-request`; wins over
                `approval_mode`; default: what `approval_mode` says.
            approvals_reviewer: who reviews approval requests, such as `user`; wins over
                `approval_mode`; default: what `approval_mode` says.
            config: runtime settings for this thread alone, as in `config.toml`; dotted keys reach
                into tables; default: the runtime's configuration.
            base_instructions: text that replaces the runtime's built-in instructions to the model;
                default: the source thread's instructions.
            developer_instructions: text that the model receives as a developer message; default:
                the source thread's instructions.
            service_tier: service tier of model requests, such as `flex`; a model lists its
                `service_tiers`; default: the configured tier.
            ephemeral: keeps the thread in memory only: it cannot be listed, resumed, named or
                archived; default: stored on disk.
            include_turns: fills `snapshot.turns` with the whole history, which can be megabytes;
                default: no turns; page through `AsyncThread.turns` instead.
            tools: the tools the source was started with; they answer the model's calls; default:
                calls fail.
            handlers: handlers of this thread's server requests; each one wins over the client's;
                default: the client's handlers.
            last_turn_id: id of the last turn to copy; it must have ended; default: all turns.
            before_turn_id: id of the first turn not to copy; cannot be combined with `last_turn_id`
                (experimental); default: all turns.
            defer_goal_continuation: the source's goal continues only after the first turn that you
                start in the fork (experimental); default: it continues by itself.
            experimental_prediction_mode: the fork keeps the configuration of the loaded source, to
                reuse its prompt cache; needs `ephemeral=True` and no other settings (experimental);
                default: a normal fork.
            path: path of the thread's file, used instead of the id unless the thread is loaded;
                unstable (experimental); default: found by the id.
            permissions: id of a permission profile, such as `:read-only`; cannot be combined with
                `sandbox` (experimental); default: the profile of the sandbox.
            runtime_workspace_roots: absolute paths of the folders that count as the workspace
                (experimental); default: the working directory.
            thread_source: label for analytics, such as `user`; `ThreadSource("...")` makes one of
                your own; default: none.

        Raises:
            InvalidArgumentError: an option is wrong; nothing was sent.
            RuntimeVersionError: the connected runtime is too old for an option; nothing was sent.
            AppServerError: the server refused, or the connection has ended.

        Cancelled, a thread that the server opens all the same is unloaded again.
        """
        options = explicit_options(locals(), "tools", "handlers", "include_turns")
        options["exclude_turns"] = not include_turns
        return open_scope(self._client, "thread/fork", options, tools, handlers)

    async def thread_list(
        self,
        *,
        # Generated from schema/options.toml.
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
            cursor: where the page begins: `next_cursor` of the page before; default: the first
                page.
            archived: `True` lists only archived threads, `False` only the others; default: `False`.
            cwd: only threads with exactly this working directory, or one of these; default: any.
            search_term: only threads whose title contains this text; default: any.
            model_providers: only threads of these providers; an empty list means all; default: all.
            source_kinds: only threads from these kinds of source; default: the interactive kinds,
                such as `cli` and `vscode`.
            originators: only threads that these clients started; a local runtime refuses it;
                default: any.
            section_id: only threads of this section; default: any.
            project_id: only threads of this project (experimental); default: any.
            parent_thread_id: only direct children of this thread; cannot be combined with
                `ancestor_thread_id` (experimental); default: any.
            ancestor_thread_id: only descendants of this thread, at any depth (experimental);
                default: any.
            excluded_thread_ids: ids of up to 100 threads to leave out, the same ones for each page;
                default: none.
            sort_key: order: `created_at`, `updated_at`, `recency_at` or `section_position`;
                default: `created_at`.
            sort_direction: `asc` or `desc`; default: `desc`.
            use_state_db_only: reads only the database: faster, without the scan that repairs it
                from the files; default: scans the files.
            limit: number of threads a page has at most; default: the server's page size.

        Raises:
            InvalidArgumentError: an option is wrong; nothing was sent.
            RuntimeVersionError: the connected runtime is too old for an option; nothing was sent.
            AppServerError: the server refused, or the connection has ended.

        Cancelled, the reply is dropped.
        """
        return await self._client.request(
            "thread/list", wire_options("thread/list", explicit_options(locals()))
        )

    def threads(
        self,
        *,
        # Generated from schema/options.toml.
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
        return Pages(self._client, "thread/list", thread_list_params(explicit_options(locals())))

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
