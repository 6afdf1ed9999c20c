"""Turns a thread's id into what can be read of the thread and done to it besides talking."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._session.control import start_compaction, start_turn
from .._session.threads import leave_thread
from ..errors import InvalidArgumentError
from .awaitable_scope import AwaitableScope
from .options import explicit_options, wire_options
from .paging import Pages
from .turn import AsyncTurnHandle

if TYPE_CHECKING:
    from collections.abc import Coroutine
    from types import TracebackType
    from typing import Any, Self

    from .._schema.output import OutputSpec
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
    from .result import OutputT

__all__ = ["ThreadRecord"]


class ThreadRecord:
    """The record of a thread: its name, history, goal and upkeep."""

    def __init__(
        self, client: AppServerClient, thread_id: str, snapshot: Thread | None = None
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
    def snapshot(self) -> Thread | None:
        """The thread as the server described it when this object was made; `read` asks anew."""
        return self._snapshot

    def __repr__(self) -> str:
        unloaded = ", unloaded" if self._unloaded else ""
        return f"<{type(self).__name__} {self._id}{unloaded}>"

    # -- its scope -----------------------------------------------------------------------------

    async def __aenter__(self) -> Self:
        """Returns the thread itself; from here on the block is the thread's scope."""
        self._client._require().threads.enter(self._id)
        return self

    async def __aexit__(
        self,
        exc_type: type[BaseException] | None,
        exc: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        """Interrupts the turns that run on the thread and unloads it (`thread/unsubscribe`).

        A thread that was entered more than once is unloaded by the last block. Shielded from
        cancellation and bounded by one `AppServerConfig.interrupt_timeout`.
        """
        if self._client._require().threads.leave(self._id):
            await self._unload()  # noqa: ASYNC102 - shielded and bounded inside

    async def aclose(self) -> None:
        """Interrupts the turns that run on the thread and unloads it; may be called again.

        No turn can be started with this object afterwards; `thread_resume` loads the thread again.
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

    # -- its record ----------------------------------------------------------------------------

    async def read(self, *, include_turns: bool = False) -> ThreadReadResponse:
        """Reads the thread as it is now (`thread/read`).

        Args:
            include_turns: whether the whole history comes along, which can be megabytes and is
                refused before the first turn; `turns` pages through it instead.

        Raises:
            AppServerError: the server refused, or the connection has ended.

        Cancelled, the reply is dropped.
        """
        params: dict[str, JsonValue] = {"threadId": self._id, "includeTurns": include_turns}
        return await self._client.request("thread/read", params)

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

        Compaction is a turn of its own. `await (await thread.compact()).run()` waits for its end;
        `async with thread.compact() as turn:` makes the block its scope.

        Raises:
            AppServerError: the server refused, or the connection has ended.

        Cancelled, a compaction that was started is interrupted on the server.
        """
        return AwaitableScope(self._compact(), f"{type(self).__name__}.compact")

    async def _compact(self) -> AsyncTurnHandle:
        self._check_loaded()
        connection = self._client._require()
        params = self._client.wire_params("thread/compact/start", {"threadId": self._id})
        channel = await start_compaction(connection, self._id, params)
        return AsyncTurnHandle(self._client, channel)

    def review(
        self,
        target: ReviewTarget | str | None = None,
        *,
        delivery: ReviewDelivery | str | None = None,
    ) -> AwaitableScope[AsyncTurnHandle]:
        """Starts a review on this thread (`review/start`).

        Awaited, it returns the handle of the review's turn; `async with` makes the block the
        turn's scope.

        Args:
            target: what to review: a target of the protocol, or instructions in words; by
                default the uncommitted changes.
            delivery: where the review runs.

        Raises:
            AppServerError: the server refused, or the connection has ended.

        Cancelled, a review that was started is interrupted on the server.
        """
        from ..protocol.converter import outgoing

        wire: JsonValue
        if target is None:
            wire = {"type": "uncommittedChanges"}
        elif isinstance(target, str):
            wire = {"type": "custom", "instructions": target}
        else:
            wire = outgoing(target)
        params: dict[str, JsonValue] = {"threadId": self._id, "target": wire}
        if delivery is not None:
            params["delivery"] = outgoing(delivery)
        start: Coroutine[Any, Any, AsyncTurnHandle] = self._start_turn(
            "review/start", self._id, params, None
        )
        return AwaitableScope(start, f"{type(self).__name__}.review")

    async def goal(
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

        Cancelled, the goal may have been set.
        """
        options = explicit_options(locals())
        if not options:
            reply = await self._client.request("thread/goal/get", {"threadId": self._id})
            return reply.goal
        params = {"threadId": self._id, **wire_options("thread/goal/set", options)}
        return (await self._client.request("thread/goal/set", params)).goal

    async def clear_goal(self) -> bool:
        """Clears the thread's goal and says whether there was one (`thread/goal/clear`).

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

    def _pages(self, method: str, options: dict[str, object]) -> Pages:  # type: ignore[type-arg]
        params = {"threadId": self._id, **wire_options(method, options)}
        return Pages(self._client, method, params)

    async def _start_turn(
        self,
        method: str,
        thread_id: str,
        params: dict[str, JsonValue],
        output: OutputSpec[OutputT] | None,
        *,
        keep_events: bool = True,
        leave_agents: bool = False,
    ) -> AsyncTurnHandle[OutputT]:
        self._check_loaded()
        connection = self._client._require()
        wire = self._client.wire_params(method, params)
        channel = await start_turn(
            connection,
            method,
            thread_id,
            wire,
            keep_events=keep_events,
            leave_agents=leave_agents,
        )
        return AsyncTurnHandle(self._client, channel, output)
