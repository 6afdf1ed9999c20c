"""Why a turn is silent, as far as the server says."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..errors import TurnStalledError

if TYPE_CHECKING:
    from ..protocol import Thread

__all__ = ["stalled", "waiting_flags"]


def waiting_flags(thread: Thread | None) -> tuple[str, ...]:
    """Returns what an active thread waits for, in the server's words."""
    flags = () if thread is None else getattr(thread.status, "active_flags", ())
    return tuple(str(flag) for flag in flags)


def stalled(
    turn_id: str, idle_timeout: float, thread: Thread | None, outstanding: tuple[str, ...]
) -> TurnStalledError:
    """Returns the error of a silent turn.

    Args:
        turn_id: the turn.
        idle_timeout: seconds of silence that were allowed.
        thread: the thread as the server describes it; `None` when it did not answer.
        outstanding: what the turn waits for.
    """
    return TurnStalledError(
        f"the turn {turn_id} sent nothing for {idle_timeout:g} s; {_reason(thread, outstanding)}",
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
