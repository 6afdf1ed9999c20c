"""Lines of every length and kind through a real pipe."""

from __future__ import annotations

import pytest
import trio
import trio.testing

from tests.faults.children import opened
from trio_codex import ProtocolError
from trio_codex.testing import FakeAppServer

MIB = 1 << 20
WARNING = '{"method":"warning","params":{"message":"'


@pytest.mark.requirement("wire/long-lines", "wire/huge-lines")
@pytest.mark.parametrize(
    "size", [0, 1, 64 * 1024, 20 * MIB, 256 * MIB], ids=["empty", "1 B", "64 KiB", "20M", "256M"]
)
async def test_a_long_line_arrives_whole(child: FakeAppServer, size: int) -> None:
    async with opened(child) as codex:
        with codex.notifications("warning") as stream:
            child.child.send_filled(WARNING, size, '"}}\n')
            event = await stream.__anext__()
            assert isinstance(event.params, dict) and isinstance(event.params["message"], str)
            assert len(event.params["message"]) == size
            assert not event.params["message"].strip("x")
            del event
        await codex.models()


@pytest.mark.requirement("stream/bound-is-an-error")
async def test_a_line_past_the_limit_ends_it_with_both_numbers(child: FakeAppServer) -> None:
    async with opened(child, max_line_bytes=MIB) as codex:
        with codex.notifications() as stream:
            child.child.send_filled(WARNING, 64 * MIB, '"}}\n')
            with pytest.raises(ProtocolError, match="1048576"):
                await stream.__anext__()


async def test_lines_of_one_byte_pieces_arrive(child: FakeAppServer) -> None:
    async with opened(child) as codex:
        thread = await codex.thread_start()
        turn = await thread.turn("hi")
        running = await child.expect_turn()
        child.cut(1)
        running.answer("\u2028 caf\u00e9 \x85")
        assert (await turn.run()).final_response == "\u2028 caf\u00e9 \x85"


@pytest.mark.requirement("fault/odd-lines")
@pytest.mark.parametrize(
    "line",
    [b"[]\n", b"null\n", b'"text"\n', b'{"method":"\xff\xfe"}\n', b"{" * 200_000 + b"\n"],
    ids=["list", "null", "text", "invalid UTF-8", "nested"],
)
async def test_a_bad_line_is_an_error_that_shows_it(child: FakeAppServer, line: bytes) -> None:
    async with opened(child) as codex:
        with codex.notifications() as stream:
            child.send_bytes(line)
            with pytest.raises(
                ProtocolError, match=r"a line is (not JSON|JSON, but not an object)"
            ) as caught:
                await stream.__anext__()
        assert line.startswith(caught.value.line) or caught.value.line in line
        assert len(caught.value.line) <= 512


@pytest.mark.requirement("fault/odd-lines")
async def test_duplicate_and_unknown_ids_are_counted(child: FakeAppServer) -> None:
    async with opened(child) as codex:
        await codex.models()
        request = await child.expect("model/list")
        request.reply({"data": []})
        child.send({"id": 12345, "result": {}})
        child.send({"id": "x", "error": {"code": 1, "message": "?"}})
        await codex.models()
        assert codex.statistics().stray_replies == 3


@pytest.mark.requirement("engine/whole-lines")
async def test_a_client_line_larger_than_the_pipe_arrives_whole(child: FakeAppServer) -> None:
    async with opened(child) as codex:
        thread = await codex.thread_start()
        child.pause_reading()
        await child.child.wait_done()
        async with trio.open_nursery() as nursery:
            nursery.start_soon(thread.set_name, "n" * (8 * MIB))
            await trio.testing.wait_all_tasks_blocked(0.05)
            child.resume_reading()
        request = await child.expect("thread/name/set")
        assert len(request.params["name"]) == 8 * MIB


@pytest.mark.requirement("fault/many-requests")
async def test_5000_requests_at_once_through_a_real_pipe_all_end(child: FakeAppServer) -> None:
    async with opened(child) as codex:
        ended = 0

        async def ask() -> None:
            nonlocal ended
            await codex.models()
            ended += 1

        async with trio.open_nursery() as nursery:
            for _ in range(5000):
                nursery.start_soon(ask)
        assert ended == 5000
        assert child.most_in_flight <= 64
