"""Blocking face of `_client/review.py`, generated from its source.

Do not edit: `python -m schema.generator` writes this file.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, final

from .turn import TurnHandle

if TYPE_CHECKING:
    from types import TracebackType
    from typing import Self

    from ..._client.review import AsyncReviewHandle, ReviewResult
    from ..streams import TurnStream
    from .app_server import BlockingAppServerClient

__all__ = ["ReviewHandle"]


@final
class ReviewHandle:
    """A code review on the server.

    As a context manager it is the review's scope: leaving the block before the review has ended
    interrupts it. Without `with` it runs on when its handle is dropped.

    Attributes:
        turn: the handle of the review's turn.
    """

    def __init__(self, client: BlockingAppServerClient, held: AsyncReviewHandle) -> None:
        self._client = client
        self._portal = client.portal
        self._async = held
        self.turn: TurnHandle = TurnHandle(client, held.turn)

    @property
    def id(self) -> str:
        """The id of the review's turn."""
        return self._async.id

    @property
    def thread_id(self) -> str:
        """The id of the thread the review runs on."""
        return self._async.thread_id

    def __repr__(self) -> str:
        return repr(self._async).replace("<Async", "<", 1)

    def __enter__(self) -> Self:
        """Returns the handle; the block is the review's scope."""
        self._portal.run(self._async.__aenter__)
        return self

    def __exit__(
        self,
        exc_type: type[BaseException] | None,
        exc: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        """Interrupts the review if it still runs.

        Bounded by `AppServerConfig.interrupt_timeout`.
        """
        self._portal.leave(self._async.__aexit__, exc_type, exc, traceback)

    def stream(
        self, *, idle_timeout: float | None = None, timeout: float | None = None
    ) -> TurnStream:
        """Iterates over the events of the review, as `TurnHandle.stream` does.

        Args:
            idle_timeout: seconds without progress after which the review counts as stalled.
                Default: no limit.
            timeout: seconds for the whole iteration, counted from its first step; `None` waits.

        Raises:
            InvalidArgumentError: `timeout` is not a positive, finite number.

        Raises (while iterating):
            TimeoutError: the review has not ended within `timeout` seconds; it was interrupted.
            TurnStalledError: no event arrived for `idle_timeout` seconds.
            AppServerError: the connection has ended.
        """
        return self.turn.stream(idle_timeout=idle_timeout, timeout=timeout)

    def run(
        self, *, idle_timeout: float | None = None, timeout: float | None = None
    ) -> ReviewResult:
        """Waits for the end of the review and returns its result; may be called after `stream`.

        A review that was interrupted has no findings; `result.turn.status` says so.

        Args:
            idle_timeout: seconds without progress after which the review counts as stalled.
                Default: no limit.
            timeout: seconds after which the review is interrupted and `TimeoutError` raised; `None`
                waits.

        Raises:
            InvalidArgumentError: `timeout` is not a positive, finite number.
            TimeoutError: the review has not ended within `timeout` seconds; it was interrupted.
            TurnFailedError: the review failed.
            TurnStalledError: no event arrived for `idle_timeout` seconds.
            AppServerError: the connection has ended.

        On Ctrl+C, and when the `timeout` is over, the review is interrupted on the server.
        """
        return self._portal.run_within(
            timeout, "the review has not ended", self._async.run, idle_timeout=idle_timeout
        )
