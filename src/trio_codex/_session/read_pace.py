"""Turns the rate at which bytes come in into how often the reader wakes its consumers."""

from __future__ import annotations

from time import perf_counter
from typing import TYPE_CHECKING, Final, final

import trio

if TYPE_CHECKING:
    from .._transport.base import Transport

__all__ = ["ReadPace"]

# A wake-up costs more than an event. Once a stream flows, which is when this many small reads
# have followed each other this closely, a moment's pause lets one read bring several events.
_CLOSE_SECONDS: Final = 0.0003
_FLOWING_READS: Final = 6
_PAUSE_SECONDS: Final = 0.0005
# A read this small has emptied the pipe; from this size on it is worth its wake-up, and a pause
# could let the pipe run full.
_SMALL_READ: Final = 16_384
# How many messages are handed over at once. More than one full read of them falls out of the
# processor's cache before anybody looks at it; but the more streams share them, the more it takes
# until a list brings its consumer as much as waking it costs.
_MESSAGES: Final = 250
_MESSAGES_PER_STREAM: Final = 16
_UNSHARED: Final = 1000
# Others come to their turn after this many full reads, however long the lines are.
_CHUNKS: Final = 8


@final
class ReadPace:
    """How the reader sleeps and how much it reads before it hands over.

    It never pauses while a request waits for its reply, and a request that is posted during a
    pause ends it: replies are not delayed, and neither is what follows soon after one.
    """

    __slots__ = ("_close_reads", "_hurry", "_wanted")

    def __init__(self) -> None:
        self._close_reads = 0
        self._hurry: trio.Event | None = None
        self._wanted = _MESSAGES

    async def receive(self, transport: Transport, requests_in_flight: int) -> bytes:
        """Waits for bytes, and lets every other task run before it returns some."""
        if requests_in_flight or not transport.coalesces:
            self._close_reads = 0
            return await transport.receive()
        if self._close_reads >= _FLOWING_READS:
            await self._pause()
        started = perf_counter()
        chunk = await transport.receive()
        if len(chunk) < _SMALL_READ and perf_counter() - started < _CLOSE_SECONDS:
            self._close_reads += 1
        else:
            self._close_reads = 0
        return chunk

    async def _pause(self) -> None:
        self._hurry = trio.Event()
        try:
            with trio.move_on_after(_PAUSE_SECONDS):
                await self._hurry.wait()
        finally:
            self._hurry = None

    @property
    def pausing(self) -> bool:
        """Whether the reader pauses, so that a reply would have to wait unless it hurries."""
        return self._hurry is not None

    def hurry(self) -> None:
        """Ends a pause: a request is on its way, and its reply must not wait."""
        self._close_reads = 0
        if self._hurry is not None:
            self._hurry.set()

    def emptied(self, transport: Transport, chunk: bytes) -> bool:
        """Whether a read has surely left nothing behind, which spares the next one."""
        return len(chunk) < _SMALL_READ and transport.coalesces

    def enough(self, messages: int, chunks: int) -> bool:
        """Whether what has been read is to be handed over before more is read."""
        return messages >= self._wanted or chunks >= _CHUNKS

    def flushed(self, streams: int) -> None:
        """Learns from a hand-over how much the next one should gather."""
        # With no stream to hand anything to, gathering only spares turns of the event loop.
        self._wanted = max(_MESSAGES, _MESSAGES_PER_STREAM * streams) if streams else _UNSHARED
