"""Turns routed messages into bounded streams that one consumer reads in batches."""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING, TypeAlias, final

import trio

from ..errors import EventBufferOverflowError
from .deltas import FoldedEntry, Message, StreamEntry, fold, merge_deltas, unfold

if TYPE_CHECKING:
    from collections.abc import Sequence

__all__ = ["EventStream", "Message", "StreamEntry"]

Batch: TypeAlias = "tuple[Sequence[FoldedEntry], list[StreamEntry]]"
"""What waited long enough to be folded, and what came after it."""

_OVERFLOW_FACTOR = 16
# Folding costs as much as it spares where the consumer is only a moment behind.
_FOLDED_SHARE = 4


@final
class EventStream:
    """A single-consumer stream of messages that the reader fills without ever waiting.

    The reader appends to `incoming` and calls `flush` once per read; the consumer takes whole
    lists. The memory channel holds one batch, everything that comes in meanwhile stays here:
    folded when it has to wait, and merged when that is not enough. The channel is opened when
    the consumer first has to wait: until then the batch that would be in it is `_first`, because
    making a channel is a tenth of what starting a turn costs, and `run` never looks at its
    events.
    """

    __slots__ = (
        "_begun",
        "_compact_at",
        "_ended",
        "_first",
        "_folded",
        "_held",
        "_limit",
        "_receive",
        "_send",
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
        # What came before `incoming` and waits folded, and how many entries that is.
        self._folded: list[FoldedEntry] = []
        self._held = 0
        # How many entries make it worth merging; those that wait in the channel count as well.
        self._compact_at = event_buffer
        self._ended = False
        self._begun = False
        self._first: Batch | None = None
        self._send: trio.MemorySendChannel[Batch] | None = None
        self._receive: trio.MemoryReceiveChannel[Batch] | None = None

    @property
    def ended(self) -> bool:
        """Whether nothing more will be put in."""
        return self._ended

    @property
    def buffered(self) -> int:
        """How many entries wait for the consumer, the batch in the channel counted as one."""
        waiting = len(self.incoming) + self._held
        if self._send is None:
            return waiting + (self._first is not None)
        return waiting + self._send.statistics().current_buffer_used

    def flush(self) -> None:
        """Hands what has come in to the consumer, or keeps it within its bound."""
        self.dirty = False
        if not (self.incoming or self._folded):
            return
        waiting = self._held + len(self.incoming)
        if self._hand_over():
            self._compact_at = self._limit - waiting
            self.incoming = []
            if self._held:
                self._folded, self._held = [], 0
        elif waiting > self._compact_at:
            self._compact()
        elif len(self.incoming) * _FOLDED_SHARE >= self._limit:
            fold(self.incoming, self.delta_methods, self._folded)
            self._keep(self._folded, waiting)

    def _hand_over(self) -> bool:
        """Puts what there is where the consumer looks, unless the batch before is still there."""
        batch: Batch = (self._folded if self._held else (), self.incoming)
        if self._send is None:
            if self._first is not None:
                return False
            self._first = batch
            return True
        try:
            self._send.send_nowait(batch)
        except trio.WouldBlock:
            return False
        return True

    def _keep(self, folded: list[FoldedEntry], held: int) -> None:
        self._folded = folded
        self._held = held
        self.incoming = []

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
        self._keep([], 0)
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
            entries = self.receive_nowait()
            if entries:
                return entries
        try:
            folded, entries = await self._channel().receive()
        except trio.EndOfChannel:
            return []
        if self.incoming or self._folded or self._ended:
            self._refill()
        return [*unfold(folded), *entries] if folded else entries

    def receive_nowait(self) -> list[StreamEntry] | None:
        """Returns entries that are there already; `None` when there are none, `[]` at the end."""
        batch = self._first
        if batch is not None:
            self._first = None
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
        folded, entries = batch
        return [*unfold(folded), *entries] if folded else entries

    def _channel(self) -> trio.MemoryReceiveChannel[Batch]:
        """The channel, opened the first time; what is in `_first` has to be taken before."""
        if self._receive is None:
            # The type is no subscript, because that costs every turn a microsecond or two.
            channel: tuple[trio.MemorySendChannel[Batch], trio.MemoryReceiveChannel[Batch]] = (
                trio.open_memory_channel(1)
            )
            self._send, self._receive = channel
            self._refill()
        return self._receive

    def _refill(self) -> None:
        self.flush()
        if self._ended and not (self.incoming or self._folded) and self._send is not None:
            self._send.close()

    def _compact(self) -> None:
        entries = merge_deltas(chain(unfold(self._folded), self.incoming), self.delta_methods)
        limit = self._limit * _OVERFLOW_FACTOR
        if len(entries) > limit:
            # What was kept so far stays readable; the error stands where the gap begins.
            error = EventBufferOverflowError(
                f"the consumer of this stream is more than {limit} events behind; the rest was "
                "not kept (read faster, or raise AppServerConfig.event_buffer)",
                limit=limit,
            )
            # The end may have come already: it is in what was not kept, so the error replaces it.
            entries[limit:] = [error]
            self.keep = False
            self._ended = True
        # Merging is linear in what is held, so it must not happen again for every read.
        self._compact_at = len(entries) + max(self._limit // 8, 1)
        self._keep([*entries], len(entries))
