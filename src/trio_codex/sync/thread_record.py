"""Turns a thread's id into what can be read of the thread and done to it besides talking."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from .._client.options import explicit_options, wire_options
from ..errors import InvalidArgumentError
from .paging import Pages
from .turn import TurnHandle

if TYPE_CHECKING:
    from types import TracebackType
    from typing import Self

    from .._client.thread import AsyncThread
    from ..protocol import (
        JsonValue,
        ReviewDelivery,
        ReviewTarget,
        SortDirection,
        Thread,
        ThreadGoal,
        ThreadGoalStatus,
        ThreadItemEntry,
        ThreadReadResponse,
        Turn,
        TurnItemsView,
    )
    from .app_server import AppServerClient

__all__ = ["ThreadRecord"]


class ThreadRecord:
    """The record of a thread: its name, history, goal and upkeep."""

    def __init__(self, client: AppServerClient, twin: AsyncThread) -> None:
        self._client = client
        self._twin = twin
        self._id = twin.id

    @property
    def id(self) -> str:
        """The thread's id."""
        return self._id

    @property
    def snapshot(self) -> Thread | None:
        """The thread as the server described it when this object was made; `read` asks anew."""
        return self._twin.snapshot

    def __repr__(self) -> str:
        unloaded = ", unloaded" if self._twin._unloaded else ""
        return f"<{type(self).__name__} {self._id}{unloaded}>"

    # -- its scope -----------------------------------------------------------------------------

    def __enter__(self) -> Self:
        """Returns the thread itself; from here on the block is the thread's scope."""
        self._client.portal.run(self._twin.__aenter__)
        return self

    def __exit__(
        self,
        exc_type: type[BaseException] | None,
        exc: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        """Interrupts the turns that run on the thread and unloads it (`thread/unsubscribe`).

        A thread that was entered more than once is unloaded by the last block. Bounded by one
        `AppServerConfig.interrupt_timeout`.
        """
        # With the client closed there is nothing left to unload.
        if not self._client.portal.ended:
            self._client.portal.run(self._twin.__aexit__, None, None, None)

    def close(self) -> None:
        """Interrupts the turns that run on the thread and unloads it; may be called again.

        No turn can be started with this object afterwards; `thread_resume` loads the thread again.
        Bounded by one `AppServerConfig.interrupt_timeout`.
        """
        if not self._client.portal.ended:
            self._client.portal.run(self._twin.aclose)

    # -- its record ----------------------------------------------------------------------------

    def read(self, *, include_turns: bool = False) -> ThreadReadResponse:
        """Reads the thread as it is now (`thread/read`).

        Args:
            include_turns: whether the whole history comes along, which can be megabytes and is
                refused before the first turn; `turns` pages through it instead.

        Raises:
            AppServerError: the server refused, or the connection has ended.

        On Ctrl+C, the reply is dropped.
        """
        params: dict[str, JsonValue] = {"threadId": self._id, "includeTurns": include_turns}
        return self._client.request("thread/read", params)

    def turns(
        self,
        *,
        items_view: TurnItemsView | str | None = None,
        limit: int | None = None,
        sort_direction: SortDirection | str | None = None,
    ) -> Pages[Turn]:
        """Iterates over the thread's turns, a page at a time (`thread/turns/list`).

        Args:
            items_view: how much of each turn's items comes along.
            limit: how many turns a page has at most.
            sort_direction: which way; the newest come first by default.

        Raises (while iterating):
            AppServerError: the server refused, or the connection has ended.
        """
        return self._pages("thread/turns/list", explicit_options(locals()))

    def items(
        self,
        *,
        turn_id: str | None = None,
        limit: int | None = None,
        sort_direction: SortDirection | str | None = None,
    ) -> Pages[ThreadItemEntry]:
        """Iterates over the items of the thread's turns, a page at a time (`thread/items/list`).

        Args:
            turn_id: only the items of this turn.
            limit: how many items a page has at most.
            sort_direction: which way; the oldest come first by default.

        Raises (while iterating):
            AppServerError: the server refused, or the connection has ended.
        """
        return self._pages("thread/items/list", explicit_options(locals()))

    def set_name(self, name: str) -> None:
        """Names the thread (`thread/name/set`).

        Raises:
            InvalidArgumentError: the name is empty; nothing was sent.
            AppServerError: the server refused, or the connection has ended.

        On Ctrl+C, the name may have been set.
        """
        if not isinstance(name, str) or not name.strip():
            raise InvalidArgumentError(f"a thread's name must be a non-empty str, not {name!r}")
        self._client.request("thread/name/set", {"threadId": self._id, "name": name})

    def compact(self) -> TurnHandle:
        """Compacts the thread's history (`thread/compact/start`).

        Compaction is a turn of its own. `thread.compact().run()` waits for its end;
        `with thread.compact() as turn:` makes the block its scope.

        Raises:
            AppServerError: the server refused, or the connection has ended.

        On Ctrl+C, a compaction that was started is interrupted on the server.
        """
        handle = partial(TurnHandle, self._client)
        return self._client.portal.run_then(handle, self._twin.compact)

    def review(
        self,
        target: ReviewTarget | str | None = None,
        *,
        delivery: ReviewDelivery | str | None = None,
    ) -> TurnHandle:
        """Starts a review on this thread (`review/start`).

        `with thread.review(...) as turn:` makes the block the scope of the review's turn.

        Args:
            target: what to review: a target of the protocol, or instructions in words; by
                default the uncommitted changes.
            delivery: where the review runs.

        Raises:
            AppServerError: the server refused, or the connection has ended.

        On Ctrl+C, a review that was started is interrupted on the server.
        """
        handle = partial(TurnHandle, self._client)
        portal = self._client.portal
        return portal.run_then(handle, self._twin.review, target, delivery=delivery)

    def goal(
        self,
        objective: str | None = None,
        *,
        status: ThreadGoalStatus | str | None = None,
        token_budget: int | None = None,
    ) -> ThreadGoal | None:
        """Sets the thread's goal (`thread/goal/set`); without arguments, reads it.

        A goal that is active makes the server run turn after turn by itself.

        Args:
            objective: what the thread shall reach.
            status: whether it is pursued.
            token_budget: how many tokens it may use.

        Raises:
            AppServerError: the server refused, or the connection has ended.

        On Ctrl+C, the goal may have been set.
        """
        options = explicit_options(locals())
        if not options:
            reply = self._client.request("thread/goal/get", {"threadId": self._id})
            return reply.goal
        params = {"threadId": self._id, **wire_options("thread/goal/set", options)}
        return (self._client.request("thread/goal/set", params)).goal

    def clear_goal(self) -> bool:
        """Clears the thread's goal and says whether there was one (`thread/goal/clear`).

        Raises:
            AppServerError: the server refused, or the connection has ended.

        On Ctrl+C, the goal may have been cleared.
        """
        reply = self._client.request("thread/goal/clear", {"threadId": self._id})
        return reply.cleared

    def _pages(self, method: str, options: dict[str, object]) -> Pages:  # type: ignore[type-arg]
        params = {"threadId": self._id, **wire_options(method, options)}
        return Pages(self._client, method, params)
