"""Stall detection: the idle timer of a turn, and the error that names what it waits for."""

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
    """The time of a turn's last progress, as measured by the consumer of its stream.

    A retry of the runtime is an event of the stream but not progress, so it does not reset the
    time. The time that the consumer takes for an event does not count.
    """

    __slots__ = ("_channel", "_seen", "_since")

    def __init__(self, channel: TurnChannel) -> None:
        self._channel = channel
        self._seen = -1
        self._since = 0.0

    def deadline(self, idle_timeout: float) -> float:
        """Returns the time at which the turn counts as stalled without further progress."""
        if self._channel.seen != self._seen:
            self.restart()
        return self._since + idle_timeout

    def restart(self) -> None:
        """Resets the time of the last progress to now."""
        self._seen, self._since = self._channel.seen, trio.current_time()


def waiting_flags(thread: Thread | None) -> tuple[str, ...]:
    """Returns the active flags of a thread's status, such as `waitingOnApproval`."""
    flags = () if thread is None else getattr(thread.status, "active_flags", ())
    return tuple(str(flag) for flag in flags)


def stalled(
    turn_id: str,
    idle_timeout: float,
    thread: Thread | None,
    outstanding: tuple[str, ...],
    retry: Retry | None,
) -> TurnStalledError:
    """Returns the error of a stalled turn.

    Args:
        turn_id: the turn.
        idle_timeout: the idle timeout that has passed, in seconds.
        thread: the thread as returned by `thread/read`; `None` when that failed.
        outstanding: the requests and flags the turn waits for.
        retry: the runtime's last retry notice, if no other event has followed it.
    """
    received = "nothing" if retry is None else "nothing but retries"
    reason = _reason(thread, outstanding)
    if retry is not None:
        reason = f"the runtime retries a model request: {retry}; {reason}"
    return TurnStalledError(
        f"the turn {turn_id} sent {received} for {idle_timeout:g} s; {reason}",
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
    """Returns the status in a terminal event; `left` when the end was not received."""
    turn = terminal.get("turn") if terminal is not None else None
    status = turn.get("status") if isinstance(turn, dict) else None
    return status if isinstance(status, str) else "left"
