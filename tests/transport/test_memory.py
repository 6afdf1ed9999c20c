"""The transport without a process behaves as the one with a process does."""

from __future__ import annotations

import signal

import pytest
import trio
import trio.testing

from trio_codex._transport import Transport
from trio_codex._transport.memory import memory_pair


async def test_bytes_go_both_ways() -> None:
    transport, peer = memory_pair()
    typed: Transport = transport
    await typed.send(b"up")
    assert await peer.receive_some() == b"up"
    await peer.send_all(b"down")
    assert await typed.receive() == b"down"
    assert typed.receive_nowait() is None
    await peer.send_all(b"more")
    assert typed.receive_nowait() == b"more"


async def test_the_cuts_the_peer_made_are_kept() -> None:
    transport, peer = memory_pair()
    for piece in (b"a\nb", b"", b"c\n"):
        await peer.send_all(piece)
    assert [transport.receive_nowait() for _ in range(3)] == [b"a\nb", b"c\n", None]


async def test_a_large_piece_arrives_in_reads_of_64_kib() -> None:
    transport, peer = memory_pair(peer_capacity=1 << 20)
    data = bytes(range(256)) * 1000
    await peer.send_all(data)
    first = await transport.receive()
    assert len(first) == 65536
    rest = b""
    while (chunk := transport.receive_nowait()) is not None:
        rest += chunk
    assert first + rest == data


async def test_the_peer_decides_how_much_is_taken_at_once() -> None:
    transport, peer = memory_pair(capacity=4)
    assert transport.send_nowait(b"123456") == 4
    assert transport.send_nowait(b"56") == 0
    assert await peer.receive_some() == b"1234"
    assert transport.send_nowait(b"56") == 2
    peer.accept(0)
    assert transport.send_nowait(b"7") == 0
    peer.accept(3)
    assert transport.send_nowait(b"78") == 1


async def test_a_sender_waits_for_room() -> None:
    transport, peer = memory_pair(capacity=2)
    received = b""
    async with trio.open_nursery() as nursery:
        nursery.start_soon(transport.send, b"12345")
        while len(received) < 5:
            with trio.fail_after(5):
                received += await peer.receive_some(1)
    assert received == b"12345"


async def test_a_receiver_waits_for_bytes_and_loses_none_when_cancelled() -> None:
    transport, peer = memory_pair()
    with trio.move_on_after(0.01) as scope:
        await transport.receive()
    assert scope.cancelled_caught
    await peer.send_all(b"x")
    assert await transport.receive() == b"x"


async def test_the_end_comes_after_what_was_sent_before_it() -> None:
    transport, peer = memory_pair()
    await peer.send_all(b"last")
    peer.close(exit_code=3, stderr="it broke")
    assert await transport.receive() == b"last"
    assert await transport.receive() == b""
    assert transport.receive_nowait() == b""
    await transport.wait_exited()
    info = transport.exit_info()
    assert (info.exit_code, info.signal, info.stderr_tail) == (3, None, "it broke")
    with pytest.raises(trio.BrokenResourceError, match="other end is closed"):
        transport.send_nowait(b"x")
    with pytest.raises(trio.BrokenResourceError, match="other end is closed"):
        await transport.send(b"x")


def test_the_first_end_is_the_one_that_counts() -> None:
    transport, peer = memory_pair()
    peer.close(signal=signal.SIGKILL)
    peer.close(exit_code=0)
    assert (transport.exit_info().exit_code, transport.exit_info().signal) == (None, 9)


async def test_the_output_may_end_while_the_input_is_still_read() -> None:
    transport, peer = memory_pair()
    peer.close_output()
    assert await transport.receive() == b""
    await transport.send(b"heard")
    assert await peer.receive_some() == b"heard"
    with pytest.raises(trio.ClosedResourceError, match="this end is closed"):
        await peer.send_all(b"x")


async def test_writes_break_while_the_output_still_comes() -> None:
    transport, peer = memory_pair()
    peer.close_input()
    with pytest.raises(trio.BrokenResourceError, match="other end is closed"):
        await transport.send(b"x")
    with pytest.raises(trio.ClosedResourceError, match="this end is closed"):
        await peer.receive_some()
    await peer.send_all(b"still here")
    assert await transport.receive() == b"still here"


async def test_closing_wakes_everyone_and_the_peer_sees_the_end() -> None:
    transport, peer = memory_pair(capacity=1)
    woken: list[str] = []

    async def receive() -> None:
        with pytest.raises(trio.ClosedResourceError, match="this end is closed"):
            await transport.receive()
        woken.append("receive")

    async def send() -> None:
        with pytest.raises(trio.ClosedResourceError, match="this end is closed"):
            await transport.send(b"12")
        woken.append("send")

    async def drain() -> None:
        await transport.drain_diagnostics()
        woken.append("drain")

    with trio.fail_after(5):
        async with trio.open_nursery() as nursery:
            for use in (receive, send, drain):
                nursery.start_soon(use)
            await trio.testing.wait_all_tasks_blocked()
            await transport.aclose()
            await transport.aclose()
            await transport.wait_exited()
    assert sorted(woken) == ["drain", "receive", "send"]
    assert await peer.receive_some() == b"1"
    assert await peer.receive_some() == b""
    with pytest.raises(trio.BrokenResourceError, match="other end is closed"):
        await peer.send_all(b"x")
    with pytest.raises(trio.ClosedResourceError, match="this end is closed"):
        transport.receive_nowait()


async def test_being_cancelled_does_not_stop_the_closing() -> None:
    transport, peer = memory_pair()
    with trio.CancelScope() as scope:
        scope.cancel()
        await transport.aclose()
    assert await peer.receive_some() == b""
