"""A pending request: its reply, and the task that waits for it."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias, final

import outcome
import trio

from ..errors import ProtocolError, fresh

if TYPE_CHECKING:
    from collections.abc import Callable

    from ..errors import AppServerError
    from ..protocol import JsonValue

__all__ = ["OnResult", "PendingRequest"]

OnResult: TypeAlias = "Callable[[JsonValue], None]"


@final
class PendingRequest:
    """A request of ours that was sent, or is about to be.

    Attributes:
        id: its id, once it was sent.
        on_result: called by the reader with the result, before any later message is routed:
            binding a turn to its reply needs that.
        params: its params, for a connection that may have to send it again.
        resync: whether it belongs to taking a lost connection up again.
        on_settled: called when the request has an answer of any kind.
        ends: the id of the thread that the request takes away when it succeeds, and how.
    """

    __slots__ = (
        "_task",
        "ends",
        "error",
        "holds_slot",
        "id",
        "method",
        "on_result",
        "on_settled",
        "params",
        "result",
        "resync",
        "sent_at",
        "settled",
    )

    def __init__(self, method: str, on_result: OnResult | None = None) -> None:
        self.id: int = 0
        self.params: JsonValue = None
        self.resync: bool = False
        self.method: str = method
        self.on_result: OnResult | None = on_result
        self.on_settled: Callable[[], None] | None = None
        self.ends: tuple[str, str] | None = None
        self.result: JsonValue = None
        self.error: AppServerError | None = None
        self.settled: bool = False
        # When it was written, if its reply is to be logged.
        self.sent_at: float = 0.0
        self.holds_slot: bool = True
        self._task: trio.lowlevel.Task | None = None

    def answer(self, result: JsonValue, error: AppServerError | None) -> None:
        """Hands the result of a reply to `on_result`, and settles the request."""
        if error is None and self.on_result is not None:
            try:
                self.on_result(result)
            except (KeyError, TypeError, ProtocolError) as cause:
                error = ProtocolError(f"the reply to {self.method} cannot be used: {cause!r}")
        self.settle(result, error)

    def settle(self, result: JsonValue, error: AppServerError | None) -> None:
        """Stores the answer and wakes the task that waits for it."""
        if self.settled:
            return
        self.settled = True
        self.result = result
        self.error = error
        if self.on_settled is not None:
            self.on_settled()
        task, self._task = self._task, None
        if task is not None:
            trio.lowlevel.reschedule(task, outcome.Value(None))

    async def wait(self) -> JsonValue:
        """Waits for the result and returns it, or raises the error; may be called again."""
        if self.settled:
            await trio.lowlevel.checkpoint()
        else:
            self._task = trio.lowlevel.current_task()
            await trio.lowlevel.wait_task_rescheduled(self._stop_waiting)
        if self.error is not None:
            raise fresh(self.error)
        return self.result

    def _stop_waiting(self, _: object) -> trio.lowlevel.Abort:
        self._task = None
        return trio.lowlevel.Abort.SUCCEEDED
