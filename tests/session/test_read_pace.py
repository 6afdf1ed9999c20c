"""The reader gathers what streams in small pieces, and delays nobody who waits for a reply."""

from __future__ import annotations

from typing import cast

import pytest
import trio
import trio.testing

from trio_codex._session import read_pace
from trio_codex._session.read_pace import ReadPace
from trio_codex._transport.base import Transport


class Pipe:
    """A far end that has always written one more piece."""

    def __init__(self, piece: bytes = b"x", *, coalesces: bool = True) -> None:
        self.piece = piece
        self.coalesces = coalesces
        self.reads = 0

    async def receive(self) -> bytes:
        await trio.lowlevel.checkpoint()
        self.reads += 1
        return self.piece


READS = 100


@pytest.fixture(autouse=True)
def endless_pauses(monkeypatch: pytest.MonkeyPatch) -> None:
    """Makes any read count as close to the one before, and a pause longer than a test."""
    monkeypatch.setattr(read_pace, "_CLOSE_SECONDS", float("inf"))
    monkeypatch.setattr(read_pace, "_PAUSE_SECONDS", 60)


async def read(pace: ReadPace, pipe: Pipe, in_flight: int = 0) -> None:
    for _ in range(READS):
        await pace.receive(cast("Transport", pipe), in_flight)


async def test_a_stream_of_small_reads_is_gathered_and_a_request_ends_the_pause() -> None:
    pace, pipe = ReadPace(), Pipe()
    with trio.fail_after(10):
        async with trio.open_nursery() as nursery:
            nursery.start_soon(read, pace, pipe)
            await trio.testing.wait_all_tasks_blocked()
            paused_at = pipe.reads
            assert 0 < paused_at < READS
            pace.cancel_delay()
            await trio.testing.wait_all_tasks_blocked()
            # What follows soon after a reply is not delayed either.
            assert pipe.reads > paused_at + 1
            nursery.cancel_scope.cancel()


@pytest.mark.parametrize(
    ("pipe", "in_flight"),
    [
        (Pipe(), 1),
        (Pipe(b"x" * 65536), 0),
        (Pipe(coalesces=False), 0),
    ],
    ids=["a request waits for its reply", "reads are large", "the transport keeps writes apart"],
)
async def test_nothing_is_delayed_when(pipe: Pipe, in_flight: int) -> None:
    with trio.fail_after(10):
        await read(ReadPace(), pipe, in_flight)
    assert pipe.reads == READS
