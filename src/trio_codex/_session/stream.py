"""Bounded event streams: filled by the reader without waiting, and read in lists."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final, TypeAlias, final

import trio

from ..errors import EventBufferOverflowError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from ..protocol import JsonValue

__all__ = [
    "EventStream",
    "Hook",
    "Message",
    "Mismatches",
    "StreamEntry",
    "Subscription",
    "merge_deltas",
]

Message: TypeAlias = "dict[str, JsonValue]"
StreamEntry: TypeAlias = "Message | BaseException"
Hook: TypeAlias = "Callable[[Message], None]"
"""Called by the reader with the params of a notification."""

_OVERFLOW_FACTOR = 16
GAP: Final = "trioCodex/gap"
"""The method of the notification that marks a gap in a stream; no server sends it."""
_MERGED_BYTES = 8192


@final
class Mismatches(set[str]):
    """The methods of a connection with a message that did not fit its type: each is logged once."""


@final
class EventStream:
    """A bounded stream of messages and errors.

    The router appends to `incoming` and calls `flush` once per read. A consumer takes the whole
    list. So a read wakes each consumer once, however many events it brought, and an entry is in
    exactly one place: in `incoming` until a consumer takes it.

    Invariants, with the tests in `tests/session/test_streams.py` that hold them:

    * Filling never waits, so a consumer that stops reading cannot stop the reader or another
      stream ("an overflown stream does not touch its neighbours").
    * Nothing is lost without an error. From `event_buffer` entries on, adjacent text deltas of one
      item are merged; above 16 times as many entries the stream ends with
      `EventBufferOverflowError`, which takes the place of the first entry that was not kept ("a
      stream far behind ends with an error after what it kept").
    * A consumer that is cancelled while it waits takes nothing: it takes the list only after its
      last checkpoint. A checkpoint between taking and returning would lose the whole list.
    * Every state that ends a wait (an entry, the end) is set before `_arrival`, and a consumer
      checks both again when it wakes, so several consumers may wait ("an ended stream says so
      after what it holds").
    """

    __slots__ = (
        "_arrival",
        "_compact_at",
        "_delta_methods",
        "_limit",
        "dirty",
        "ended",
        "fresh",
        "incoming",
        "keep",
        "mismatches",
    )

    def __init__(
        self,
        event_buffer: int,
        delta_methods: frozenset[str],
        mismatches: Mismatches | None = None,
    ) -> None:
        self.mismatches: Mismatches = Mismatches() if mismatches is None else mismatches
        self.incoming: list[StreamEntry] = []
        # Whether the current read added an entry, so that `flush` is due at its end.
        self.dirty: bool = False
        # False when no consumer will read the events: they are dropped after routing.
        self.keep: bool = True
        # Whether the first entries come with a reply that the consumer has waited for: that has let
        # other tasks run, so taking them needs no further checkpoint.
        self.fresh: bool = False
        # Whether no more entries will be added.
        self.ended: bool = False
        self._delta_methods = delta_methods
        self._limit = event_buffer
        # The number of entries from which merging is worth its cost.
        self._compact_at = event_buffer
        self._arrival: trio.Event | None = None  # made only while a consumer waits

    @property
    def buffered(self) -> int:
        """How many entries wait for the consumer."""
        return len(self.incoming)

    def flush(self) -> None:
        """Wakes the consumers, or keeps what waits for them within its bound."""
        self.dirty = False
        if self._arrival is not None:
            if self.incoming or self.ended:
                self._arrival.set()
                self._arrival = None
        elif len(self.incoming) > self._compact_at:
            self._compact()

    def end(self, error: BaseException | None = None) -> None:
        """Ends the stream after its entries; with `error`, that is raised at its end."""
        if self.ended:
            return
        self.ended = True
        if error is not None:
            self.incoming.append(error)
        self.flush()

    def discard(self) -> None:
        """Drops the entries and every later one."""
        self.keep = False
        self.incoming = []

    async def receive(self) -> list[StreamEntry]:
        """Waits for entries and returns all of them; an empty list means the end of the stream."""
        if self.incoming and self.fresh:
            await trio.lowlevel.checkpoint_if_cancelled()
        elif self.incoming or self.ended:
            await trio.lowlevel.checkpoint()
        while not (self.incoming or self.ended):
            if self._arrival is None:
                self._arrival = trio.Event()
            await self._arrival.wait()
        return self._take()

    def receive_nowait(self) -> list[StreamEntry] | None:
        """Returns the entries without waiting; `None` if there are none, `[]` at the end."""
        return self._take() if self.incoming or self.ended else None

    def _take(self) -> list[StreamEntry]:
        entries, self.incoming = self.incoming, []
        self._compact_at = self._limit
        self.fresh = False
        return entries

    def _compact(self) -> None:
        entries = merge_deltas(self.incoming, self._delta_methods)
        limit = self._limit * _OVERFLOW_FACTOR
        if len(entries) > limit:
            error = EventBufferOverflowError(
                f"the consumer of this stream is more than {limit} events behind; the rest was "
                "not kept (read faster, or raise AppServerConfig.event_buffer)",
                limit=limit,
            )
            # The terminal event may be among what is not kept, so the error ends the stream.
            entries[limit:] = [error]
            self.keep = False
            self.ended = True
        # Merging is linear in the number of entries, so it must not run again for every read.
        self._compact_at = len(entries) + max(self._limit // 8, 1)
        self.incoming = entries


@final
class Subscription:
    """A stream of the notifications that belong to no turn and no login."""

    __slots__ = ("events", "methods")

    def __init__(self, methods: frozenset[str], events: EventStream) -> None:
        self.methods: frozenset[str] = methods
        self.events: EventStream = events

    def wants(self, method: str) -> bool:
        """Whether notifications of `method` go here."""
        return not self.methods or method in self.methods


def merge_deltas(entries: Iterable[StreamEntry], methods: frozenset[str]) -> list[StreamEntry]:
    """Merges adjacent text deltas of one item into pieces of at most 8 KiB; no text is lost."""
    merged: list[StreamEntry] = []
    run: list[str] = []
    head: Message | None = None
    size = 0

    def close_run() -> None:
        if head is not None and len(run) > 1:
            params = head["params"]
            assert isinstance(params, dict)
            # A copy: other handles of the turn hold the same message.
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
    # Whether a string is ASCII is known without a scan; for the rest the upper bound will do.
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
