"""Turns routed messages into bounded streams that one consumer reads in batches."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING, Any, TypeAlias, final

import trio

from ..errors import EventBufferOverflowError

if TYPE_CHECKING:
    from ..protocol import JsonValue

__all__ = ["EventStream", "Message", "StreamEntry"]

Message: TypeAlias = "dict[str, JsonValue]"
StreamEntry: TypeAlias = "Message | BaseException"

_OVERFLOW_FACTOR = 16
_MERGED_BYTES = 8192


@final
class EventStream:
    """A single-consumer stream of messages that the reader fills without ever waiting.

    The reader appends to `incoming` and calls `flush` once per read; the consumer takes whole
    lists. The memory channel holds one list, everything that comes in meanwhile stays in
    `incoming`, where text deltas can still be merged. It is opened when the consumer first has
    to wait: until then the list that would be in it is `_first`, because making a channel is a
    tenth of what starting a turn costs, and `run` never looks at its events.
    """

    __slots__ = (
        "_begun",
        "_compact_at",
        "_ended",
        "_first",
        "_limit",
        "_receive",
        "_send",
        "_shared",
        "delta_methods",
        "dirty",
        "incoming",
        "keep",
    )

    def __init__(self, event_buffer: int, delta_methods: frozenset[str]) -> None:
        self.incoming: list[StreamEntry] = []
        # Whether this read brought something, so that `flush` is due at its end.
        self.dirty: bool = False
        # False once nobody will look at the events: they are dropped after routing.
        self.keep: bool = True
        self.delta_methods: frozenset[str] = delta_methods
        self._limit = event_buffer
        # How many entries of `incoming` make it worth merging; those that wait in the channel
        # count as well. And how many of them share their strings already.
        self._compact_at = event_buffer
        self._shared = 0
        self._ended = False
        self._begun = False
        self._first: list[StreamEntry] | None = None
        self._send: trio.MemorySendChannel[list[StreamEntry]] | None = None
        self._receive: trio.MemoryReceiveChannel[list[StreamEntry]] | None = None

    @property
    def ended(self) -> bool:
        """Whether nothing more will be put in."""
        return self._ended

    @property
    def buffered(self) -> int:
        """How many entries wait for the consumer, the list in the channel counted as one."""
        if self._send is None:
            return len(self.incoming) + (self._first is not None)
        return len(self.incoming) + self._send.statistics().current_buffer_used

    def flush(self) -> None:
        """Hands what has come in to the consumer, or keeps it within its bound."""
        self.dirty = False
        if not self.incoming:
            return
        if self._hand_over():
            self._compact_at = self._limit - len(self.incoming)
            self._shared = 0
            self.incoming = []
            return
        share_strings(self.incoming, self._shared, self.delta_methods)
        if len(self.incoming) > self._compact_at:
            self._compact()
        self._shared = len(self.incoming)

    def _hand_over(self) -> bool:
        """Puts `incoming` where the consumer looks, unless the list before is still there."""
        if self._send is None:
            if self._first is not None:
                return False
            self._first = self.incoming
            return True
        try:
            self._send.send_nowait(self.incoming)
        except trio.WouldBlock:
            return False
        return True

    def end(self, error: BaseException | None = None) -> None:
        """Ends the stream after what is in it; with `error`, that is raised at its end."""
        if self._ended:
            return
        self._ended = True
        if error is not None:
            self.incoming.append(error)
        self._refill()

    def discard(self) -> None:
        """Drops what is buffered and everything that would come."""
        self.keep = False
        self.incoming = []
        self._first = None
        if self._receive is not None:
            try:
                self._receive.receive_nowait()
            except (trio.WouldBlock, trio.EndOfChannel, trio.ClosedResourceError):
                pass
        if self._ended and self._send is not None:
            self._send.close()

    async def receive(self) -> list[StreamEntry]:
        """Returns the next entries, at least one; an empty list means the end of the stream."""
        while self._first is not None:
            if self._begun:
                await trio.lowlevel.checkpoint()
            else:
                # They came with what began the stream, and waiting for that let others run.
                self._begun = True
                await trio.lowlevel.checkpoint_if_cancelled()
            batch = self.receive_nowait()
            if batch:
                return batch
        try:
            batch = await self._channel().receive()
        except trio.EndOfChannel:
            return []
        self._refill()
        return batch

    def receive_nowait(self) -> list[StreamEntry] | None:
        """Returns entries that are there already; `None` when there are none, `[]` at the end."""
        if self._first is not None:
            batch, self._first = self._first, None
        elif self._receive is None:
            return [] if self._ended else None
        else:
            try:
                batch = self._receive.receive_nowait()
            except trio.WouldBlock:
                return None
            except trio.EndOfChannel:
                return []
        self._refill()
        return batch

    def _channel(self) -> trio.MemoryReceiveChannel[list[StreamEntry]]:
        """The channel, opened the first time; what is in `_first` has to be taken before."""
        if self._receive is None:
            # The type is no subscript, because that costs every turn a microsecond or two.
            channel: tuple[
                trio.MemorySendChannel[list[StreamEntry]],
                trio.MemoryReceiveChannel[list[StreamEntry]],
            ] = trio.open_memory_channel(1)
            self._send, self._receive = channel
            self._refill()
        return self._receive

    def _refill(self) -> None:
        self.flush()
        if self._ended and not self.incoming and self._send is not None:
            self._send.close()

    def _compact(self) -> None:
        self.incoming = merge_deltas(self.incoming, self.delta_methods)
        limit = self._limit * _OVERFLOW_FACTOR
        if len(self.incoming) > limit:
            # What was kept so far stays readable; the error stands where the gap begins.
            error = EventBufferOverflowError(
                f"the consumer of this stream is more than {limit} events behind; the rest was "
                "not kept (read faster, or raise AppServerConfig.event_buffer)",
                limit=limit,
            )
            # The end may have come already: it is in what was not kept, so the error replaces it.
            self.incoming[limit:] = [error]
            self.keep = False
            self._ended = True
            return
        # Merging is linear in what is held, so it must not happen again for every read.
        self._compact_at = len(self.incoming) + max(self._limit // 8, 1)


def share_strings(entries: list[StreamEntry], start: int, methods: frozenset[str]) -> None:
    """Lets adjacent text deltas of one item hold the same ids, which parsing made anew for each.

    It takes nearly half of the memory off events that have to wait but may not be merged yet, and
    lets all of it go once they are.
    """
    before: Any = entries[start - 1] if start else None
    entry: Any
    for entry in islice(entries, start, None):
        if _text_delta(entry, methods) is None:
            before = None
            continue
        if isinstance(before, dict) and _continues(before, entry):
            entry["method"] = before["method"]
            entry["params"] = {**before["params"], "delta": entry["params"]["delta"]}
        before = entry


def merge_deltas(entries: list[StreamEntry], methods: frozenset[str]) -> list[StreamEntry]:
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
        delta = _text_delta(entry, methods)
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


def _text_delta(entry: StreamEntry, methods: frozenset[str]) -> str | None:
    if isinstance(entry, dict) and entry["method"] in methods:
        params = entry.get("params")
        if isinstance(params, dict):
            delta = params.get("delta")
            if isinstance(delta, str):
                return delta
    return None


def _continues(head: Message, entry: StreamEntry) -> bool:
    if not isinstance(entry, dict) or head["method"] != entry["method"]:
        return False
    before, after = head["params"], entry["params"]
    if not isinstance(before, dict) or not isinstance(after, dict):
        return False
    # Equal in everything but the text: same item, same index of the same part.
    return before.keys() == after.keys() and all(
        key == "delta" or value == after[key] for key, value in before.items()
    )
