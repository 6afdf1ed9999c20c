"""Why a turn is silent, as far as the server says."""

from __future__ import annotations

from typing import TYPE_CHECKING, final

import trio

from ..errors import TurnStalledError

if TYPE_CHECKING:
    from .._session.retries import Retry
    from .._session.stream import Message
    from .._session.turn import TurnChannel
    from ..protocol import Thread

__all__ = ["Progress", "stalled", "turn_status", "waiting_flags"]


@final
class Progress:
    """When a turn last went on, as the consumer of its stream sees it.

    A retry of the runtime is an event of the stream and no progress: the time runs on across it.
    The time that the consumer takes for an event does not count.
    """

    __slots__ = ("_channel", "_seen", "_since")

    def __init__(self, channel: TurnChannel) -> None:
        self._channel = channel
        self._seen = -1
        self._since = 0.0

    def deadline(self, idle_timeout: float) -> float:
        """Returns when the turn counts as stalled unless it goes on."""
        if self._channel.seen != self._seen:
            self.restart()
        return self._since + idle_timeout

    def restart(self) -> None:
        """Starts the time anew."""
        self._seen, self._since = self._channel.seen, trio.current_time()


def waiting_flags(thread: Thread | None) -> tuple[str, ...]:
    """Returns what an active thread waits for, in the server's words."""
    flags = () if thread is None else getattr(thread.status, "active_flags", ())
    return tuple(str(flag) for flag in flags)


def stalled(
    turn_id: str,
    idle_timeout: float,
    thread: Thread | None,
    outstanding: tuple[str, ...],
    retry: Retry | None,
) -> TurnStalledError:
    """Returns the error of a silent turn.

    Args:
        turn_id: the turn.
        idle_timeout: seconds of silence that were allowed.
        thread: the thread as the server describes it; `None` when it did not answer.
        outstanding: what the turn waits for.
        retry: what the runtime has said of its retries, if nothing else has come since.
    """
    said = "nothing" if retry is None else "nothing but retries"
    reason = _reason(thread, outstanding)
    if retry is not None:
        reason = f"the runtime retries a model request: {retry}; {reason}"
    return TurnStalledError(
        f"the turn {turn_id} sent {said} for {idle_timeout:g} s; {reason}",
        idle_timeout=idle_timeout,
        thread=thread,
        outstanding=outstanding,
    )


def _reason(thread: Thread | None, outstanding: tuple[str, ...]) -> str:
    if thread is None:
        return "the server did not say what it is doing"
    status = getattr(thread.status, "type", None)
    if status == "idle":
        return "the thread is idle, so the turn's terminal event was lost"
    if outstanding:
        return f"it waits for {', '.join(outstanding)}"
    return f"the thread is {status or 'in an unknown state'}"


def turn_status(terminal: Message | None) -> str:
    """Returns how a turn ended; `left` when its end was not seen."""
    turn = terminal.get("turn") if terminal is not None else None
    status = turn.get("status") if isinstance(turn, dict) else None
    return status if isinstance(status, str) else "left"
