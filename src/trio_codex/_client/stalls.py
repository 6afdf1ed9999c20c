"""Why a turn is silent, as far as the server says."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ..protocol import Thread

__all__ = ["stall_reason", "waiting_flags"]


def waiting_flags(thread: Thread | None) -> tuple[str, ...]:
    """Returns what an active thread waits for, in the server's words."""
    flags = () if thread is None else getattr(thread.status, "active_flags", ())
    return tuple(str(flag) for flag in flags)


def stall_reason(thread: Thread | None, outstanding: tuple[str, ...]) -> str:
    """Says in a clause why nothing comes.

    Args:
        thread: the thread as the server describes it; `None` when it did not answer.
        outstanding: what the turn waits for.
    """
    if thread is None:
        return "the server did not say what it is doing"
    status = getattr(thread.status, "type", None)
    if status == "idle":
        return "the thread is idle, so the turn's terminal event was lost"
    if outstanding:
        return f"it waits for {', '.join(outstanding)}"
    return f"the thread is {status or 'in an unknown state'}"
