"""Asyncio face of `_client/plan.py`, generated from its source.

Do not edit: `python -m schema.generator` writes this file.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, final

from .turn import AsyncTurnHandle

if TYPE_CHECKING:
    from types import TracebackType
    from typing import Self

    from ..._client.awaitable_scope import AwaitableScope
    from ..._client.inputs import RunInput
    from ..._client.plan import AsyncPlanHandle as TrioPlanHandle
    from ..._client.plan import PlanResult
    from ..streams import AsyncTurnStream
    from .app_server import AppServerClient

__all__ = ["AsyncPlanHandle"]


@final
class AsyncPlanHandle:
    """A turn in plan mode: the model plans and changes nothing.

    As an async context manager it is the plan's scope: leaving the block interrupts the turn if it
    still runs, and takes the thread out of plan mode unless the plan was accepted. Without
    `async with`, the thread stays in plan mode until `accept` or until a turn names another mode.

    Attributes:
        turn: the handle of the planning turn.
    """

    def __init__(self, client: AppServerClient, held: TrioPlanHandle) -> None:
        self._client = client
        self._portal = client.portal
        self._async = held
        self.turn: AsyncTurnHandle = AsyncTurnHandle(client, held.turn)

    @property
    def id(self) -> str:
        """The id of the planning turn."""
        return self._async.id

    @property
    def thread_id(self) -> str:
        """The id of the thread."""
        return self._async.thread_id

    def __repr__(self) -> str:
        return repr(self._async)

    async def __aenter__(self) -> Self:
        """Returns the handle; the block is the plan's scope."""
        await self._portal.run(self._async.__aenter__)
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
        await self._portal.leave(self._async.__aexit__, exc_type, exc, traceback)

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
        return await self._portal.run(self._async.run, idle_timeout=idle_timeout)

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
        return self._client._open(AsyncTurnHandle, self._async.accept, input)
