"""Blocking face of `_client/plan.py`, generated from its source.

Do not edit: `python -m schema.generator` writes this file.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, final

from .turn import TurnHandle

if TYPE_CHECKING:
    from types import TracebackType
    from typing import Self

    from ..._client.inputs import RunInput
    from ..._client.plan import AsyncPlanHandle, PlanResult
    from ..streams import TurnStream
    from .app_server import BlockingAppServerClient

__all__ = ["PlanHandle"]


@final
class PlanHandle:
    """A turn in plan mode: the model plans and changes nothing.

    As a context manager it is the plan's scope: leaving the block interrupts the turn if it still
    runs, and takes the thread out of plan mode unless the plan was accepted. Without `with`, the
    thread stays in plan mode until `accept` or until a turn names another mode.

    Attributes:
        turn: the handle of the planning turn.
    """

    def __init__(self, client: BlockingAppServerClient, held: AsyncPlanHandle) -> None:
        self._client = client
        self._portal = client.portal
        self._async = held
        self.turn: TurnHandle = TurnHandle(client, held.turn)

    @property
    def id(self) -> str:
        """The id of the planning turn."""
        return self._async.id

    @property
    def thread_id(self) -> str:
        """The id of the thread."""
        return self._async.thread_id

    def __repr__(self) -> str:
        return repr(self._async).replace("<Async", "<", 1)

    def __enter__(self) -> Self:
        """Returns the handle; the block is the plan's scope."""
        self._portal.run(self._async.__aenter__)
        return self

    def __exit__(
        self,
        exc_type: type[BaseException] | None,
        exc: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        """Interrupts the turn if it still runs, and ends plan mode unless the plan was accepted.

        Bounded by `AppServerConfig.interrupt_timeout` for each.
        """
        self._portal.leave(self._async.__aexit__, exc_type, exc, traceback)

    def stream(
        self, *, idle_timeout: float | None = None, timeout: float | None = None
    ) -> TurnStream:
        """Iterates over the events of the turn, `item/plan/delta` among them.

        Args:
            idle_timeout: seconds without progress after which the turn counts as stalled. Default:
                no limit.
            timeout: seconds for the whole iteration, counted from its first step; `None` waits.

        Raises:
            InvalidArgumentError: `timeout` is not a positive, finite number.

        Raises (while iterating):
            TimeoutError: the plan has not ended within `timeout` seconds; its turn was interrupted.
            TurnStalledError: no event arrived for `idle_timeout` seconds.
            AppServerError: the connection has ended.
        """
        return self.turn.stream(idle_timeout=idle_timeout, timeout=timeout)

    def run(self, *, idle_timeout: float | None = None, timeout: float | None = None) -> PlanResult:
        """Waits for the end of the turn and returns the plan; may be called after `stream`.

        Args:
            idle_timeout: seconds without progress after which the turn counts as stalled. Default:
                no limit.
            timeout: seconds after which the turn is interrupted and `TimeoutError` raised; `None`
                waits.

        Raises:
            InvalidArgumentError: `timeout` is not a positive, finite number.
            TimeoutError: the plan has not ended within `timeout` seconds; its turn was interrupted.
            TurnFailedError: the turn failed.
            TurnStalledError: no event arrived for `idle_timeout` seconds.
            AppServerError: the connection has ended.

        On Ctrl+C, and when the `timeout` is over, the turn is interrupted on the server.
        """
        return self._portal.run_within(
            timeout, "the plan has not ended", self._async.run, idle_timeout=idle_timeout
        )

    def accept(self, input: RunInput = "Implement the plan.") -> TurnHandle:
        """Starts the turn that carries the plan out, in the default mode (`turn/start`).

        Awaited, it returns the turn's handle; `with` makes the block the turn's scope.

        Args:
            input: what the model is told.

        Raises:
            InvalidArgumentError: the planning turn has not ended, or has ended without a plan;
                nothing was sent.
            AppServerError: the server refused, or the connection has ended.

        On Ctrl+C, a turn that was started is interrupted on the server.
        """
        return self._client._open(TurnHandle, self._async.accept, input)
