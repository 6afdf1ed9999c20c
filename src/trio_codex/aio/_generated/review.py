"""Asyncio face of `_client/review.py`, generated from its source.

Do not edit: `python -m schema.generator` writes this file.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, final

from .turn import AsyncTurnHandle

if TYPE_CHECKING:
    from types import TracebackType
    from typing import Self

    from ..._client.review import AsyncReviewHandle as TrioReviewHandle
    from ..._client.review import ReviewResult
    from ..streams import AsyncTurnStream
    from .app_server import AppServerClient

__all__ = ["AsyncReviewHandle"]


@final
class AsyncReviewHandle:
    """A code review on the server.

    As an async context manager it is the review's scope: leaving the block before the review has
    ended interrupts it. Without `async with` it runs on when its handle is dropped.

    Attributes:
        turn: the handle of the review's turn.
    """

    def __init__(self, client: AppServerClient, held: TrioReviewHandle) -> None:
        self._client = client
        self._portal = client.portal
        self._async = held
        self.turn: AsyncTurnHandle = AsyncTurnHandle(client, held.turn)

    @property
    def id(self) -> str:
        """The id of the review's turn."""
        return self._async.id

    @property
    def thread_id(self) -> str:
        """The id of the thread the review runs on."""
        return self._async.thread_id

    def __repr__(self) -> str:
        return repr(self._async)

    async def __aenter__(self) -> Self:
        """Returns the handle; the block is the review's scope."""
        await self._portal.run(self._async.__aenter__)
        return self

    async def __aexit__(
        self,
        exc_type: type[BaseException] | None,
        exc: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        """Interrupts the review if it still runs.

        Shielded from cancellation and bounded by `AppServerConfig.interrupt_timeout`.
        """
        await self._portal.leave(self._async.__aexit__, exc_type, exc, traceback)

    def stream(self, *, idle_timeout: float | None = None) -> AsyncTurnStream:
        """Iterates over the events of the review, as `AsyncTurnHandle.stream` does.

        Args:
            idle_timeout: seconds without progress after which the review counts as stalled.
                Default: no limit.

        Raises (while iterating):
            TurnStalledError: no event arrived for `idle_timeout` seconds.
            AppServerError: the connection has ended.
        """
        return self.turn.stream(idle_timeout=idle_timeout)

    async def run(self, *, idle_timeout: float | None = None) -> ReviewResult:
        """Waits for the end of the review and returns its result; may be called after `stream`.

        A review that was interrupted has no findings; `result.turn.status` says so.

        Args:
            idle_timeout: seconds without progress after which the review counts as stalled.
                Default: no limit.

        Raises:
            TurnFailedError: the review failed.
            TurnStalledError: no event arrived for `idle_timeout` seconds.
            AppServerError: the connection has ended.

        Cancelled, the review is interrupted on the server.
        """
        return await self._portal.run(self._async.run, idle_timeout=idle_timeout)
