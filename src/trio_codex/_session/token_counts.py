"""What a turn cost: the difference of its thread's token totals."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias, final

if TYPE_CHECKING:
    from .streams import Message

__all__ = ["ThreadTotals", "TokenCount", "Tokens"]

Tokens: TypeAlias = "dict[str, int]"
"""Counts by their names on the wire, as in `TokenUsageBreakdown`."""

# A thread that is not among the newest starts again with what its next update says.
_THREADS_LIMIT = 1024


@final
class TokenCount:
    """The tokens of one turn.

    `thread/tokenUsage/updated` has the total of the thread and the last model request. The
    runtime sends it again, unchanged, before a retry and at an interrupt, and after a compaction
    with an estimate as the last request. The total is exact throughout, so the difference counts.
    """

    __slots__ = ("_before", "_total")

    def __init__(self) -> None:
        self._before: Tokens | None = None
        self._total: Tokens = {}

    @property
    def tokens(self) -> Tokens:
        """The tokens of all model requests of the turn so far."""
        before = self._before or {}
        return {name: count - before.get(name, 0) for name, count in self._total.items()}

    def record(self, usage: Message, totals: ThreadTotals, thread_id: str) -> None:
        """Takes the `tokenUsage` of an update; `totals` has what the thread used before."""
        total, last = _counts(usage.get("total")), _counts(usage.get("last"))
        if total is None or last is None:
            return
        if self._before is None:
            # Of a thread that was not followed before, the first request is taken to be new.
            known = totals.get(thread_id)
            new = {name: count - last.get(name, 0) for name, count in total.items()}
            self._before = new if known is None else known
        self._total = total
        totals.put(thread_id, total)


@final
class ThreadTotals:
    """The last known total of each thread."""

    __slots__ = ("_totals",)

    def __init__(self) -> None:
        self._totals: dict[str, Tokens] = {}

    def get(self, thread_id: str) -> Tokens | None:
        """Returns the total of a thread, if it is known."""
        return self._totals.get(thread_id)

    def put(self, thread_id: str, total: Tokens) -> None:
        """Notes the total of a thread."""
        self._totals.pop(thread_id, None)
        self._totals[thread_id] = total
        while len(self._totals) > _THREADS_LIMIT:
            del self._totals[next(iter(self._totals))]

    def forget(self, thread_id: str) -> None:
        """Forgets a thread that was closed."""
        self._totals.pop(thread_id, None)


def _counts(value: object) -> Tokens | None:
    if not isinstance(value, dict):
        return None
    return {name: count for name, count in value.items() if type(count) is int}
