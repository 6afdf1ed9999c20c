"""Closing ends the child, whatever it does, within the time it was given."""

from __future__ import annotations

import os
import signal
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pytest
import trio
import trio.testing

from trio_codex._transport.process import ProcessTransport


@contextmanager
def takes_at_most(seconds: float) -> Iterator[None]:
    started = trio.current_time()
    yield
    assert trio.current_time() - started <= seconds


def is_gone(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return True
    return False


async def ready(transport: ProcessTransport) -> bytes:
    with trio.fail_after(20):
        return await transport.receive()


READY = "import os, signal, sys, time\nos.write(1, b'ready\\n')\n"
STUBBORN = "import signal\nsignal.signal(signal.SIGTERM, signal.SIG_IGN)\n" + READY


async def test_the_end_of_its_input_is_enough_for_a_child_that_listens(start: Any) -> None:
    async with start(READY + "sys.stdin.read(); sys.exit(4)") as transport:
        await ready(transport)
        with takes_at_most(3):
            await transport.aclose()
        info = transport.exit_info()
        assert (info.exit_code, info.stopped_by_us) == (4, False)
        assert is_gone(transport.pid)


@pytest.mark.requirement("client/process-ends")
async def test_a_child_that_ignores_the_end_of_its_input_is_terminated(start: Any) -> None:
    async with start(READY + "time.sleep(60)", close_timeout=1) as transport:
        await ready(transport)
        with takes_at_most(1):
            await transport.aclose()
        info = transport.exit_info()
        assert (info.exit_code, info.signal) == (None, signal.SIGTERM)
        assert info.stopped_by_us
        assert is_gone(transport.pid)


@pytest.mark.requirement("client/process-ends")
async def test_a_child_that_ignores_sigterm_too_is_killed_within_the_timeout(start: Any) -> None:
    async with start(STUBBORN + "time.sleep(60)", close_timeout=0.5) as transport:
        await ready(transport)
        with takes_at_most(0.75):
            await transport.aclose()
        assert transport.exit_info().signal == signal.SIGKILL
        assert is_gone(transport.pid)


async def test_a_stopped_child_is_killed(start: Any) -> None:
    async with start(READY + "time.sleep(60)", close_timeout=0.5) as transport:
        await ready(transport)
        os.kill(transport.pid, signal.SIGSTOP)
        with takes_at_most(0.75):
            await transport.aclose()
        assert transport.exit_info().signal == signal.SIGKILL


@pytest.mark.requirement("client/process-ends")
async def test_a_child_blocked_on_writing_is_drained_to_its_end(start: Any) -> None:
    # It writes 8 MiB that nobody reads before it looks at its input.
    script = READY + (
        "data = b'x' * (8 << 20)\n"
        "while data: data = data[os.write(1, data):]\n"
        "for _ in range(64): os.write(2, b'y' * 65536)\n"
        "sys.stdin.read(); sys.exit(5)"
    )
    async with start(script) as transport:
        await ready(transport)
        with takes_at_most(3):
            await transport.aclose()
        assert transport.exit_info().exit_code == 5
        assert transport.exit_info().stderr_tail.endswith("y" * 1000)


async def test_a_grandchild_that_holds_the_pipes_open_does_not_hang_it(start: Any) -> None:
    script = READY + (
        "pid = os.fork()\n"
        "if pid == 0:\n"
        "    os.setsid(); time.sleep(60)\n"
        "os.write(1, b'%d' % pid); sys.stdin.read()"
    )
    async with start(script) as transport:
        text = b""
        while not text.partition(b"\n")[2]:
            text += await ready(transport)
        grandchild = int(text.split()[1])
        try:
            with takes_at_most(2):
                await transport.aclose()
            assert transport.exit_info().exit_code == 0
            assert not is_gone(grandchild)
        finally:
            os.kill(grandchild, signal.SIGKILL)


async def test_a_wrapper_takes_its_real_server_with_it(start: Any) -> None:
    script = STUBBORN + (
        "pid = os.fork()\nif pid == 0: time.sleep(60)\nos.write(1, b'%d' % pid); time.sleep(60)"
    )
    async with start(script, close_timeout=0.5) as transport:
        text = b""
        while not text.partition(b"\n")[2]:
            text += await ready(transport)
        server = os.pidfd_open(int(text.split()[1]))
        try:
            await transport.aclose()
            with trio.fail_after(5):
                await trio.lowlevel.wait_readable(server)
        finally:
            os.close(server)


async def test_a_child_that_closed_its_output_but_lives_is_ended(start: Any) -> None:
    async with start(READY + "os.close(1); time.sleep(60)", close_timeout=0.5) as transport:
        await ready(transport)
        assert await transport.receive() == b""
        assert transport.receive_nowait() == b""
        with takes_at_most(0.75):
            await transport.aclose()
        assert is_gone(transport.pid)


async def test_closing_twice_and_by_many_is_closing_once(start: Any) -> None:
    ends: list[float] = []

    async def close(transport: ProcessTransport) -> None:
        await transport.aclose()
        assert is_gone(transport.pid)
        ends.append(trio.current_time())

    async with start(READY + "time.sleep(60)", close_timeout=0.5) as transport:
        await ready(transport)
        async with trio.open_nursery() as nursery:
            for _ in range(5):
                nursery.start_soon(close, transport)
        assert len(ends) == 5
        assert max(ends) - min(ends) < 0.1
        with takes_at_most(0.1):
            await transport.aclose()


@pytest.mark.requirement("client/process-ends")
async def test_being_cancelled_does_not_stop_the_closing(start: Any) -> None:
    async with start(READY + "time.sleep(60)", close_timeout=0.5) as transport:
        await ready(transport)
        with trio.CancelScope() as scope:
            scope.cancel()
            await transport.aclose()
        assert is_gone(transport.pid)


async def test_closing_wakes_everyone_who_uses_the_transport(start: Any) -> None:
    woken: list[str] = []

    async def receive(transport: ProcessTransport) -> None:
        with pytest.raises(trio.ClosedResourceError):
            await transport.receive()
        woken.append("receive")

    async def send(transport: ProcessTransport) -> None:
        with pytest.raises(trio.ClosedResourceError):
            await transport.send(b"x" * (1 << 20))
        woken.append("send")

    async def drain(transport: ProcessTransport) -> None:
        await transport.drain_diagnostics()
        woken.append("drain")

    async with start(READY + "time.sleep(60)", close_timeout=0.5) as transport:
        await ready(transport)
        async with trio.open_nursery() as nursery:
            for use in (receive, send, drain):
                nursery.start_soon(use, transport)
            await trio.testing.wait_all_tasks_blocked()
            await transport.aclose()
        assert sorted(woken) == ["drain", "receive", "send"]
        await transport.drain_diagnostics()
        with pytest.raises(trio.ClosedResourceError, match="transport is closed"):
            await transport.receive()
        with pytest.raises(trio.ClosedResourceError, match="transport is closed"):
            transport.receive_nowait()
        with pytest.raises(trio.ClosedResourceError, match="pipe is closed"):
            transport.send_nowait(b"x")
        with pytest.raises(trio.ClosedResourceError, match="pipe is closed"):
            await transport.send(b"x")


async def test_what_the_child_said_last_is_kept_although_nobody_drained(start: Any) -> None:
    script = READY + "os.write(2, b'early\\n'); sys.stdin.read(); os.write(2, b'late\\n')"
    async with start(script) as transport:
        await ready(transport)
        await transport.aclose()
        assert transport.exit_info().stderr_tail == "early\nlate\n"


async def test_a_child_that_floods_while_closing_is_still_ended_in_time(start: Any) -> None:
    script = STUBBORN + "while True: os.write(1, b'x' * 65536); os.write(2, b'y' * 65536)"
    async with start(script, close_timeout=0.5) as transport:
        await ready(transport)
        with takes_at_most(1):
            await transport.aclose()
        assert transport.exit_info().signal == signal.SIGKILL


async def test_a_child_that_ends_just_before_it_is_signalled_is_no_error(
    start: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    def gone(pid: int, _: int) -> None:
        os.kill(pid, signal.SIGKILL)
        raise ProcessLookupError

    monkeypatch.setattr(os, "killpg", gone)
    async with start(READY + "time.sleep(60)", close_timeout=0.5) as transport:
        await ready(transport)
        await transport.aclose()
        assert transport.exit_info().signal == signal.SIGKILL
