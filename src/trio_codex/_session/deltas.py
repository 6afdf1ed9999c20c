"""Turns text deltas that have to wait into less memory: as runs, losslessly, and as pieces."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeAlias, final

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from ..protocol import JsonValue

__all__ = ["DeltaRun", "FoldedEntry", "Message", "StreamEntry", "fold", "merge_deltas", "unfold"]

Message: TypeAlias = "dict[str, JsonValue]"
StreamEntry: TypeAlias = "Message | BaseException"
FoldedEntry: TypeAlias = "StreamEntry | DeltaRun"

_MERGED_BYTES = 8192


@final
class DeltaRun:
    """Adjacent text deltas of one item: the first of them, and of the others what differs.

    A delta that waits as parsed JSON takes some 750 bytes; here it takes its text and its time.
    """

    __slots__ = ("deltas", "head", "params", "stamps")

    def __init__(self, head: Message, params: Message) -> None:
        self.head = head
        self.params = params
        self.deltas: list[JsonValue] = [params["delta"]]
        self.stamps: list[JsonValue] = [head.get("emittedAtMs")]

    def take(self, message: Message, params: Message) -> bool:
        """Adds a delta, unless it differs in more than its text and its time."""
        head = self.head
        if len(message) != len(head) or message["method"] != head["method"]:
            return False
        # Copies, because other handles of the turn may be looking at the same objects.
        if {**params, "delta": self.params["delta"]} != self.params:
            return False
        self.deltas.append(params["delta"])
        self.stamps.append(message.get("emittedAtMs"))
        return True

    def __iter__(self) -> Iterator[Message]:
        """Makes the deltas again as they came, except that they share what is equal."""
        head, params = self.head, self.params
        timed = "emittedAtMs" in head
        for delta, stamp in zip(self.deltas, self.stamps, strict=True):
            message = {**head, "params": {**params, "delta": delta}}
            if timed:
                message["emittedAtMs"] = stamp
            yield message


def fold(entries: Iterable[StreamEntry], methods: frozenset[str], into: list[FoldedEntry]) -> None:
    """Appends entries to `into`, text deltas as runs."""
    run: DeltaRun | None = None
    if into and isinstance(into[-1], DeltaRun):
        run = into[-1]
    for entry in entries:
        params = _delta_params(entry, methods)
        if params is None or not isinstance(entry, dict):
            run = None
            into.append(entry)
        elif run is None or not run.take(entry, params):
            if len(entry) == 2 + ("emittedAtMs" in entry):
                run = DeltaRun(entry, params)
                into.append(run)
            else:  # something this SDK has not heard of stands beside the params
                run = None
                into.append(entry)


def unfold(entries: Iterable[FoldedEntry]) -> Iterator[StreamEntry]:
    """Yields what was folded, as it came."""
    for entry in entries:
        if isinstance(entry, DeltaRun):
            yield from entry
        else:
            yield entry


def merge_deltas(entries: Iterable[StreamEntry], methods: frozenset[str]) -> list[StreamEntry]:
    """Merges adjacent text deltas of one item into pieces of a bounded size, losing no text."""
    merged: list[StreamEntry] = []
    run: list[str] = []
    head: Message | None = None
    size = 0

    def close_run() -> None:
        if head is not None and len(run) > 1:
            params = head["params"]
            assert isinstance(params, dict)
            merged[-1] = {**head, "params": {**params, "delta": "".join(run)}}

    for entry in entries:
        params: Any = _delta_params(entry, methods)
        delta: str | None = None if params is None else params["delta"]
        if delta is not None and head is not None and _continues(head, entry):
            if size + _bytes(delta) <= _MERGED_BYTES:
                run.append(delta)
                size += _bytes(delta)
                continue
        close_run()
        merged.append(entry)
        if delta is not None and isinstance(entry, dict):
            head, run, size = entry, [delta], _bytes(delta)
        else:
            head, run, size = None, [], 0
    close_run()
    return merged


def _bytes(text: str) -> int:
    # ASCII is known to a string without a look at it; for the rest the bound is enough.
    return len(text) if text.isascii() else 4 * len(text)


def _delta_params(entry: StreamEntry, methods: frozenset[str]) -> Message | None:
    if isinstance(entry, dict) and entry["method"] in methods:
        params = entry.get("params")
        if isinstance(params, dict) and isinstance(params.get("delta"), str):
            return params
    return None


def _continues(head: Message, entry: StreamEntry) -> bool:
    if not isinstance(entry, dict) or head["method"] != entry["method"]:
        return False
    before, after = head["params"], entry["params"]
    if not isinstance(before, dict) or not isinstance(after, dict):
        return False
    # Equal in everything but the text: same item, same index of the same part.
    return {**after, "delta": before["delta"]} == before
