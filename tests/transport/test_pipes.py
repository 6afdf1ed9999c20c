"""The slower pipes, of systems without reading and writing at once, do the same job."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import pytest
import trio
import trio.testing

from trio_codex._transport import Transport
from trio_codex._transport.pipes import FdReader, FdWriter, StreamReader, StreamWriter
from trio_codex._transport.process import ProcessTransport


@asynccontextmanager
async def streaming(script: str, close_timeout: float) -> AsyncIterator[ProcessTransport]:
    """A child behind plain Trio streams, as on Windows."""
    pipe = subprocess.PIPE
    process = await trio.lowlevel.open_process(
        [sys.executable, "-S", "-u", "-c", script],
        stdin=pipe,
        stdout=pipe,
        stderr=pipe,
        start_new_session=True,
    )
    assert process.stdin is not None
    assert process.stdout is not None
    assert process.stderr is not None
    transport = ProcessTransport(
        process,
        StreamWriter(process.stdin),
        StreamReader(process.stdout),
        StreamReader(process.stderr),
        close_timeout,
    )
    try:
        with trio.fail_after(30):
            await trio.lowlevel.checkpoint()
            yield transport
    finally:
        await transport.aclose()


async def test_a_child_behind_plain_streams_is_spoken_to_and_ended() -> None:
    script = "import os, sys; os.write(1, os.read(0, 5)); os.write(2, b'bye'); sys.stdin.read()"
    async with streaming(script, 5) as transport:
        typed: Transport = transport
        assert typed.send_nowait(b"hello") == 0
        await transport.send(b"hello")
        assert transport.receive_nowait() is None
        assert await transport.receive() == b"hello"
    info = transport.exit_info()
    assert (info.exit_code, info.stderr_tail, info.stopped_by_us) == (0, "bye", False)
    with pytest.raises(trio.ClosedResourceError, match="pipe is closed"):
        transport.send_nowait(b"x")
    with pytest.raises(trio.ClosedResourceError, match="transport is closed"):
        transport.receive_nowait()


async def test_a_blocked_child_behind_plain_streams_is_drained() -> None:
    script = (
        "import os, sys\n"
        "data = b'x' * (1 << 20)\n"
        "while data: data = data[os.write(1, data):]\n"
        "sys.stdin.read(); sys.exit(6)"
    )
    async with streaming(script, 10) as transport:
        await transport.receive()
        await transport.aclose()
        assert transport.exit_info().exit_code == 6


async def test_a_reader_behind_plain_streams_may_still_be_reading_when_closing_begins() -> None:
    async def read(transport: ProcessTransport) -> None:
        with pytest.raises(trio.ClosedResourceError):
            while await transport.receive():
                pass
            raise trio.ClosedResourceError  # the end came first: just as good

    async with streaming("import sys; sys.stdin.read()", 5) as transport:
        async with trio.open_nursery() as nursery:
            nursery.start_soon(read, transport)
            nursery.start_soon(transport.drain_diagnostics)
            await trio.testing.wait_all_tasks_blocked()
            await transport.aclose()
        assert transport.exit_info().exit_code == 0


async def test_a_closed_pipe_says_so_and_may_be_closed_again() -> None:

    read_end, write_end = os.pipe()
    reader, writer = FdReader(read_end), FdWriter(write_end)
    for _ in range(2):
        reader.close()
        writer.close()
        reader.release()
    with pytest.raises(trio.ClosedResourceError, match="pipe is closed"):
        await reader.receive()
    with pytest.raises(trio.ClosedResourceError, match="pipe is closed"):
        reader.receive_nowait()
    with pytest.raises(trio.ClosedResourceError, match="pipe is closed"):
        await writer.send(b"x")


async def test_another_reader_of_the_same_pipe_may_take_the_bytes_first() -> None:

    read_end, write_end = os.pipe()
    reader, other = FdReader(read_end), FdReader(os.dup(read_end))
    writer = FdWriter(write_end)
    received: list[bytes] = []

    async def receive() -> None:
        received.append(await reader.receive())

    with trio.fail_after(5):
        async with trio.open_nursery() as nursery:
            nursery.start_soon(receive)
            await trio.testing.wait_all_tasks_blocked()
            assert writer.send_nowait(b"stolen") == 6
            assert other.receive_nowait() == b"stolen"
            await trio.testing.wait_all_tasks_blocked()
            assert received == []
            await writer.send(b"ours")
    assert received == [b"ours"]
    for pipe in (reader, other, writer):
        pipe.close()


async def test_reading_what_is_no_pipe_for_reading_is_a_broken_resource() -> None:

    read_end, write_end = os.pipe()
    reader, writer = FdReader(write_end), FdWriter(read_end)
    try:
        with pytest.raises(trio.BrokenResourceError, match="Bad file descriptor"):
            reader.receive_nowait()
        with pytest.raises(trio.BrokenResourceError, match="Bad file descriptor"):
            await writer.send(b"x")
    finally:
        reader.close()
        writer.close()
