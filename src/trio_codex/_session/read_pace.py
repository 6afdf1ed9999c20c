"""The pace of the reader: when it pauses, and how much it reads before it hands over."""

from __future__ import annotations

from time import perf_counter
from typing import TYPE_CHECKING, Final, final

import trio

if TYPE_CHECKING:
    from .._transport.base import Transport

__all__ = ["CHUNKS", "SMALL_READ", "ReadPace"]

# Waking a consumer costs more than an event. Once a stream flows, which is when this many small
# reads have followed each other this closely, a short pause lets one read bring several events.
_CLOSE_SECONDS: Final = 0.0003
_FLOWING_READS: Final = 6
_PAUSE_SECONDS: Final = 0.0005
# A smaller read has emptied the pipe. From this size on, a read is worth its wake-up, and a pause
# could let the pipe run full.
SMALL_READ: Final = 16_384
# How many messages are handed over together. More than one full read of them falls out of the
# processor's cache before it is consumed; but the more streams share them, the more are needed
# until a list is worth waking its consumer.
_MESSAGES: Final = 250
_MESSAGES_PER_STREAM: Final = 16
_UNSHARED: Final = 1000
# Other tasks run after this many full reads, however long the lines are.
CHUNKS: Final = 8


@final
class ReadPace:
    """When the reader pauses, and how much it reads before it hands over.

    It never pauses while a request waits for its reply, and posting a request ends a pause:
    replies are not delayed, and neither are messages soon after a reply
    (`tests/session/test_read_pace.py`).

    Attributes:
        wanted: the number of messages that are handed over before more is read.
    """

    __slots__ = ("_close_reads", "_pause_ended", "wanted")

    def __init__(self) -> None:
        self._close_reads = 0
        self._pause_ended: trio.Event | None = None
        self.wanted = _MESSAGES

    async def receive(self, transport: Transport, requests_in_flight: int) -> bytes:
        """Waits for bytes, and lets every other task run before it returns some."""
        if requests_in_flight or not transport.coalesces:
            self._close_reads = 0
            return await transport.receive()
        if self._close_reads >= _FLOWING_READS:
            await self._pause()
        started = perf_counter()
        chunk = await transport.receive()
        if len(chunk) < SMALL_READ and perf_counter() - started < _CLOSE_SECONDS:
            self._close_reads += 1
        else:
            self._close_reads = 0
        return chunk

    async def _pause(self) -> None:
        self._pause_ended = trio.Event()
        try:
            with trio.move_on_after(_PAUSE_SECONDS):
                await self._pause_ended.wait()
        finally:
            self._pause_ended = None

    @property
    def pausing(self) -> bool:
        """Whether the reader pauses, so that a reply would be delayed without `cancel_delay`."""
        return self._pause_ended is not None

    def cancel_delay(self) -> None:
        """Ends a pause: a request is being sent, and its reply must not wait."""
        self._close_reads = 0
        if self._pause_ended is not None:
            self._pause_ended.set()

    def on_flush(self, streams: int) -> None:
        """Adapts how much the next hand-over gathers to the number of streams in this one."""
        # With no stream to hand anything to, gathering only saves passes of the event loop.
        self.wanted = max(_MESSAGES, _MESSAGES_PER_STREAM * streams) if streams else _UNSHARED
