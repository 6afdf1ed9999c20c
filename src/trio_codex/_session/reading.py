"""Turns the rate at which bytes come in into how often the reader wakes its consumers."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, final

import trio

if TYPE_CHECKING:
    from .._transport.base import Transport

__all__ = ["ReadPace"]

# A wake-up costs more than an event, so when reads follow each other this closely the next one
# waits a moment and brings several events at once. Nobody is kept waiting for a reply by it.
_CLOSE_SECONDS: Final = 0.0003
_PAUSE_SECONDS: Final = 0.0005
# Full reads handed over at once when many streams share them.
_MANY_STREAMS: Final = 64
_SHARED_CHUNKS: Final = 4
_CHUNKS: Final = 2


@final
class ReadPace:
    """How the reader sleeps and how much it reads before it hands over."""

    __slots__ = ("_last_wake", "chunks_per_flush")

    def __init__(self) -> None:
        self._last_wake = 0.0
        self.chunks_per_flush = _CHUNKS

    async def receive(self, transport: Transport, requests_in_flight: int) -> bytes:
        """Waits for bytes, and lets every other task run before it returns some."""
        now = trio.current_time()
        if not requests_in_flight and now - self._last_wake < _CLOSE_SECONDS:
            await trio.sleep(_PAUSE_SECONDS)
        chunk = await transport.receive()
        self._last_wake = trio.current_time()
        return chunk

    def flushed(self, streams: int, chunks: int) -> None:
        """Learns from a hand-over how much the next one should gather."""
        crowded = streams >= _MANY_STREAMS and chunks >= self.chunks_per_flush
        self.chunks_per_flush = _SHARED_CHUNKS if crowded else _CHUNKS
