"""A child process is started, spoken to, and told about afterwards."""

from __future__ import annotations

import logging
import os
import signal
import sys
from pathlib import Path
from typing import Any

import pytest
import trio

from trio_codex._config import AppServerConfig
from trio_codex._transport.diagnostics import TAIL_BYTES, StderrTail
from trio_codex._transport.process import ProcessTransport, open_process
from trio_codex.errors import RuntimeNotFoundError, TransportClosedError

ECHO = """
import os
while data := os.read(0, 65536):
    while data:
        data = data[os.write(1, data):]
"""
REPORT = """
import json, os, sys
report = {"cwd": os.getcwd(), "env": dict(os.environ), "sid": os.getsid(0), "pid": os.getpid()}
report["fds"] = os.listdir("/proc/self/fd")
sys.stdout.write(json.dumps(report)); sys.stdout.close(); os.close(1)
sys.stdin.read()
"""


async def read_all(transport: ProcessTransport) -> bytes:
    pieces = []
    while data := await transport.receive():
        pieces.append(data)
    return b"".join(pieces)


async def test_bytes_go_there_and_back(start: Any) -> None:
    async with start(ECHO) as transport:
        assert transport.receive_nowait() is None
        await transport.send(b"hello\n")
        assert await transport.receive() == b"hello\n"
        assert transport.send_nowait(b"again") == 5
        assert await transport.receive() == b"again"
        assert transport.exit_info().exit_code is None
    assert transport.exit_info().exit_code == 0
    assert not transport.exit_info().stopped_by_us


async def test_much_more_than_a_pipe_holds_goes_there_and_back(start: Any) -> None:
    data = os.urandom(1 << 20) * 3
    received = bytearray()

    async def read(transport: ProcessTransport) -> None:
        while len(received) < len(data):
            chunk = await transport.receive()
            assert 0 < len(chunk) <= 65536
            received.extend(chunk)

    async with start(ECHO) as transport, trio.open_nursery() as nursery:
        nursery.start_soon(read, transport)
        await transport.send(data)
    assert received == data


async def test_a_full_pipe_takes_a_part_and_then_nothing(start: Any) -> None:
    async with start("import time; time.sleep(60)", close_timeout=0.2) as transport:
        assert 0 < transport.send_nowait(b"x" * (1 << 20)) < 1 << 20
        assert transport.send_nowait(b"x" * 100) == 0
        with trio.move_on_after(0.05) as scope:
            await transport.send(b"x")
        assert scope.cancelled_caught


async def test_a_cancelled_receive_loses_nothing(start: Any) -> None:
    async with start(ECHO) as transport:
        for _ in range(20):
            with trio.move_on_after(0):
                await transport.receive()
        await transport.send(b"kept")
        assert await transport.receive() == b"kept"


async def test_the_child_gets_its_directory_and_environment_and_a_session_of_its_own(
    start: Any, tmp_path: Path
) -> None:
    import json

    async with start(REPORT, cwd=tmp_path, env={"MARK": "é"}) as transport:
        report = json.loads(await read_all(transport))
    assert report["cwd"] == str(tmp_path)
    assert report["env"]["MARK"] == "é"
    assert report["env"]["NO_COLOR"] == "1"
    assert report["sid"] == report["pid"] == transport.pid
    # Its three pipes, and the directory it is listing: nothing of ours leaked into it.
    assert len(report["fds"]) == 4


async def test_an_exit_code_and_the_end_of_stderr_are_reported(start: Any) -> None:
    script = "import sys; sys.stderr.write('\\x1b[31mit\\x1b[0m broke\\n'); sys.exit(7)"
    async with start(script) as transport:
        assert await read_all(transport) == b""
        await transport.aclose()
        info = transport.exit_info()
    assert (info.exit_code, info.signal, info.stderr_tail) == (7, None, "it broke\n")
    assert not info.stopped_by_us


async def test_a_signal_is_reported(start: Any) -> None:
    async with start("import os; os.kill(os.getpid(), 9)") as transport:
        assert await read_all(transport) == b""
        await transport.wait_exited()
        info = transport.exit_info()
    assert (info.exit_code, info.signal) == (None, signal.SIGKILL)


async def test_writing_to_a_dead_child_is_a_broken_resource(start: Any) -> None:
    async with start("pass") as transport:
        await transport.wait_exited()
        with pytest.raises(trio.BrokenResourceError, match="Broken pipe"):
            await transport.send(b"x")
        with pytest.raises(trio.BrokenResourceError, match="Broken pipe"):
            transport.send_nowait(b"x")


async def test_an_exit_is_seen_although_somebody_holds_the_output_open(start: Any) -> None:
    script = (
        "import subprocess, sys\n"
        "p = subprocess.Popen([sys.executable, '-S', '-c', 'import sys; sys.stdin.read()'],"
        " stdin=subprocess.PIPE)\n"
        "import os; os.write(1, b'%d\\n' % p.pid); os._exit(3)\n"
    )
    async with start(script) as transport:
        await transport.receive()
        await transport.wait_exited()
        assert transport.exit_info().exit_code == 3


async def test_stderr_is_kept_bounded_under_a_flood(start: Any) -> None:
    script = (
        "import os\n"
        "for n in range(400): os.write(2, b'%06d ' % n * 1500 + b'\\n')\n"
        "os.write(2, b'the last words'); os.write(1, b'done')\n"
        "os.read(0, 1)"
    )
    async with start(script) as transport, trio.open_nursery() as nursery:
        nursery.start_soon(transport.drain_diagnostics)
        assert await transport.receive() == b"done"
        await transport.aclose()
    tail = transport.exit_info().stderr_tail
    assert tail.endswith("the last words")
    assert len(tail) <= TAIL_BYTES
    assert len(transport._tail._data) <= 2 * TAIL_BYTES


async def test_a_last_line_of_stderr_longer_than_the_tail_is_shown_by_its_end(start: Any) -> None:
    script = "import os; os.write(2, b'first\\n'); os.write(2, b'x' * 50000 + b'end\\n')"
    async with start(script) as transport:
        await transport.wait_exited()
        await transport.aclose()
    tail = transport.exit_info().stderr_tail
    assert tail == "x" * (TAIL_BYTES - 4) + "end\n"


async def test_stderr_is_logged_line_by_line(start: Any, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG, logger="trio_codex.runtime")
    script = (
        "import os; os.write(2, b'one\\r\\n\\x1b[1mtw'); os.read(0, 1)\n"
        "os.write(2, b'o\\x1b[0m\\nrest')"
    )
    async with start(script) as transport, trio.open_nursery() as nursery:
        nursery.start_soon(transport.drain_diagnostics)
        await transport.send(b"g")
        await transport.wait_exited()
        await transport.aclose()
    assert [record.getMessage() for record in caplog.records] == ["one", "two", "rest"]


def test_a_line_that_never_ends_is_logged_in_pieces(caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG, logger="trio_codex.runtime")
    tail = StderrTail()
    for _ in range(10):
        tail.feed(b"x" * 5000)
    tail.feed(b"\xff\n")
    tail.finish()
    messages = [record.getMessage() for record in caplog.records]
    assert [len(message) for message in messages] == [20_000, 20_000, 10_001]
    assert messages[-1].endswith("x\ufffd")


@pytest.mark.parametrize("content", ["#!/no/such/interpreter\n", "\0\0"])
async def test_a_file_that_cannot_be_executed_is_not_the_runtime(
    tmp_path: Path, content: str
) -> None:
    path = tmp_path / "codex"
    path.write_text(content)
    path.chmod(0o755)
    before = open_fds()
    with pytest.raises(RuntimeNotFoundError, match="could not start") as caught:
        await open_process(AppServerConfig(codex_bin=path))
    assert str(path) in str(caught.value)
    assert open_fds() == before


async def test_a_system_without_room_is_an_error_of_ours(monkeypatch: pytest.MonkeyPatch) -> None:
    argv = (sys.executable, "-c", "pass", "x" * (1 << 20))
    before = open_fds()
    with pytest.raises(TransportClosedError, match=r"could not start .*: Argument list too long"):
        await open_process(AppServerConfig(launch_args_override=argv))
    assert open_fds() == before


async def test_opening_can_be_cancelled_and_then_starts_nothing() -> None:
    before = open_fds()
    with trio.CancelScope() as scope:
        scope.cancel()
        await open_process(AppServerConfig(launch_args_override=(sys.executable, "-c", "pass")))
    assert scope.cancelled_caught
    assert open_fds() == before


async def test_twenty_children_leave_no_file_descriptor_behind(start: Any) -> None:
    async with start("pass"):
        pass  # Trio itself opens a thing or two on its first child.
    before = open_fds()
    for _ in range(20):
        async with start(ECHO) as transport:
            await transport.send(b"x")
            await transport.receive()
    assert open_fds() == before


def open_fds() -> list[str]:
    # The descriptor that lists the directory comes and goes; it is the highest free one.
    return sorted(
        os.readlink(f"/proc/self/fd/{fd}")
        for fd in os.listdir("/proc/self/fd")
        if os.path.exists(f"/proc/self/fd/{fd}") or fd in "012"
    )
