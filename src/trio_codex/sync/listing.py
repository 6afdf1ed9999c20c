"""Turns the threads a server keeps into lists, and into what is done to them by their id."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._client.options import explicit_options, thread_list_params, wire_options
from .account import AccountOperations
from .paging import Pages

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ..protocol import (
        SortDirection,
        Thread,
        ThreadListResponse,
        ThreadSortKey,
        ThreadSourceKind,
    )

__all__ = ["ThreadListing"]


class ThreadListing(AccountOperations):
    """The threads that are stored, and what happens to them there."""

    def thread_list(
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

        On Ctrl+C, the reply is dropped.
        """
        return self._client.request(
            "thread/list", wire_options("thread/list", explicit_options(locals()))
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
        return Pages(self._client, "thread/list", thread_list_params(explicit_options(locals())))

    def thread_archive(self, thread_id: str) -> None:
        """Archives a thread (`thread/archive`).

        Raises:
            InvalidRequestError: there is no such thread, or it is in use.
            AppServerError: the server refused, or the connection has ended.

        On Ctrl+C, the thread may have been archived.
        """
        self._client.request("thread/archive", {"threadId": thread_id})

    def thread_delete(self, thread_id: str) -> None:
        """Deletes a thread for good (`thread/delete`).

        Raises:
            InvalidRequestError: there is no such thread, or it is in use.
            AppServerError: the server refused, or the connection has ended.

        On Ctrl+C, the thread may have been deleted.
        """
        self._client.request("thread/delete", {"threadId": thread_id})
