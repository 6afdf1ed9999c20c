"""WebSocket transport: lines and frames in either direction, ends, and pings."""

from __future__ import annotations

import logging

import attrs
import pytest
import trio
import trio.testing
from websockets.frames import Frame, Opcode
from websockets.server import ServerProtocol

from trio_codex import AppServerConfig, HandshakeError, ProtocolError
from trio_codex._transport.address import Address, parse_address
from trio_codex._transport.memory import MemoryPeer, memory_pair
from trio_codex._transport.websocket import WebSocketTransport, open_websocket

CONFIG = AppServerConfig(ping_interval=10, ping_timeout=4)
MIB = 1024 * 1024


class Server:
    """The other end of a WebSocket: what it has received, and frames to send."""

    def __init__(self, peer: MemoryPeer) -> None:
        self.peer = peer
        self.protocol = ServerProtocol(max_size=None)
        self.headers: dict[str, str] = {}
        self.frames: list[Frame] = []

    async def accept(self, behind: bytes = b"") -> None:
        """Answer the handshake, with `behind` in the same read."""
        while not (events := self.protocol.events_received()):
            self.protocol.receive_data(await self.peer.receive_some())
        (request,) = events
        self.headers = dict(request.headers.raw_items())  # type: ignore[union-attr]
        self.protocol.send_response(self.protocol.accept(request))  # type: ignore[arg-type]
        await self.peer.send_all(b"".join(self.protocol.data_to_send()) + behind)

    async def flush(self) -> None:
        await self.peer.send_all(b"".join(self.protocol.data_to_send()))

    async def send(self, *texts: str) -> None:
        for text in texts:
            self.protocol.send_text(text.encode())
        await self.flush()

    async def receive(self) -> Frame:
        while not self.frames:
            self.protocol.receive_data(await self.peer.receive_some())
            self.frames += self.protocol.events_received()  # type: ignore[arg-type]
        return self.frames.pop(0)


async def opened(
    config: AppServerConfig = CONFIG,
    authorization: str | None = None,
    *,
    capacity: int = 65536,
    behind: bytes = b"",
) -> tuple[WebSocketTransport, Server]:
    stream, peer = memory_pair(capacity=capacity)
    server = Server(peer)
    results: list[WebSocketTransport] = []

    async def connect() -> None:
        address = parse_address("ws://127.0.0.1:1/path?key=value", config)
        results.append(await open_websocket(stream, address, authorization, config))

    async with trio.open_nursery() as nursery:
        nursery.start_soon(connect)
        nursery.start_soon(server.accept, behind)
    return results[0], server


async def test_the_handshake_sends_the_token_and_no_origin(
    caplog: pytest.LogCaptureFixture,
) -> None:
    caplog.set_level(logging.DEBUG)
    _, server = await opened(authorization="Bearer hunter2")
    assert server.headers["Authorization"] == "Bearer hunter2"
    assert server.headers["Host"] == "127.0.0.1:1"
    assert not {"Origin", "Sec-WebSocket-Extensions", "Cookie"} & server.headers.keys()
    ours = [record for record in caplog.records if record.name != "websockets.server"]
    assert "hunter2" not in " ".join(record.getMessage() for record in ours)


@pytest.mark.requirement("attach/frames")
async def test_a_line_is_a_message_without_its_newline() -> None:
    transport, server = await opened()
    line = '{"a":"\u2028\u0085"}\n'.encode()
    assert transport.send_nowait(line) == len(line)
    await transport.send(b'{"b":2}\n')
    for text in (line[:-1], b'{"b":2}'):
        frame = await server.receive()
        assert (frame.opcode, frame.fin, bytes(frame.data)) == (Opcode.TEXT, True, text)


async def test_what_comes_with_the_answer_to_the_handshake_is_not_lost() -> None:
    data = Frame(Opcode.TEXT, b"1").serialize(mask=False) * 2
    transport, server = await opened(behind=data[:-1])
    assert await transport.receive() == b"1\n"
    await server.peer.send_all(data[-1:])
    assert await transport.receive() == b"1\n"


@pytest.mark.requirement("attach/frames")
async def test_messages_are_lines_in_order() -> None:
    transport, server = await opened()
    await server.send('{"a":1}', '{\n"b":\n2}', '{"c":"\u2028"}')
    assert await transport.receive() == '{"a":1}\n{ "b": 2}\n{"c":"\u2028"}\n'.encode()
    assert transport.receive_nowait() is None


@pytest.mark.requirement("attach/frames")
async def test_a_fragmented_message_is_one_line_and_a_ping_inside_it_is_answered() -> None:
    transport, server = await opened()
    server.protocol.send_text(b'{"a":', fin=False)
    server.protocol.send_ping(b"x")
    server.protocol.send_continuation(b"1,", fin=False)
    await server.flush()
    assert transport.receive_nowait() is None
    server.protocol.send_continuation(b'"b":2}', fin=True)
    await server.flush()
    assert await transport.receive() == b'{"a":1,"b":2}\n'
    assert (await server.receive()).opcode == Opcode.PONG


@pytest.mark.requirement("attach/frames")
@pytest.mark.parametrize("cut", range(1, 12))
async def test_messages_are_the_same_wherever_the_bytes_are_cut(cut: int) -> None:
    """Short, longer and long frames, a fragmented message and a ping, in pieces of `cut` bytes."""
    transport, server = await opened()
    frames = [
        Frame(Opcode.TEXT, b"1"),
        Frame(Opcode.TEXT, b"2" * 126),
        Frame(Opcode.TEXT, b"3" * 65_536),
        Frame(Opcode.TEXT, b"4", fin=False),
        Frame(Opcode.PING, b"x"),
        Frame(Opcode.CONT, b"4", fin=True),
        Frame(Opcode.TEXT, b""),
        Frame(Opcode.TEXT, b"5"),
    ]
    data = b"".join(frame.serialize(mask=False) for frame in frames)
    # Mostly in one read each, so that the cuts fall into headers and payloads alike.
    pieces = [data[at : at + cut] for at in range(0, 160, cut)] + [
        data[len(range(0, 160, cut)) * cut :]
    ]
    lines = b""
    for piece in pieces:
        await server.peer.send_all(piece)
        while (more := transport.receive_nowait()) is not None:
            lines += more
    assert lines.split(b"\n") == [b"1", b"2" * 126, b"3" * 65_536, b"44", b"", b"5", b""]
    assert (await server.receive()).opcode == Opcode.PONG


@pytest.mark.requirement("attach/frames")
@pytest.mark.parametrize(
    ("size", "sizes"),
    [(16 * MIB, [16 * MIB]), (16 * MIB + 1, [16 * MIB, 1]), (33 * MIB, [16 * MIB, 16 * MIB, MIB])],
    ids=["whole", "one byte more", "three parts"],
)
async def test_a_frame_has_at_most_16_mib(size: int, sizes: list[int]) -> None:
    transport, server = await opened(capacity=4 * MIB)
    line = b"x" * size + b"\n"
    async with trio.open_nursery() as nursery:
        nursery.start_soon(transport.send, line)
        frames = [await server.receive() for _ in sizes]
    assert [len(frame.data) for frame in frames] == sizes
    assert [frame.opcode for frame in frames] == [Opcode.TEXT, *[Opcode.CONT] * (len(sizes) - 1)]
    assert [frame.fin for frame in frames] == [*[False] * (len(sizes) - 1), True]


@pytest.mark.requirement("attach/frames")
async def test_nothing_is_written_inside_a_frame_that_was_taken_in_part() -> None:
    transport, server = await opened(capacity=256)
    line = b'"%s"\n' % (b"x" * 1000)
    assert transport.send_nowait(line) == len(line) - 1, "all but the newline counts as written"
    assert transport.send_nowait(b"{}\n") == 0
    server.protocol.send_ping(b"")
    await server.flush()
    assert transport.receive_nowait() is None  # the pong waits behind the frame
    async with trio.open_nursery() as nursery:
        nursery.start_soon(transport.send, b"\n")
        assert bytes((await server.receive()).data) == line[:-1]
        assert (await server.receive()).opcode == Opcode.PONG
    await transport.send(b"{}\n")
    assert bytes((await server.receive()).data) == b"{}"


@pytest.mark.requirement("attach/frames")
async def test_a_message_is_bounded_by_max_line_bytes_alone() -> None:
    transport, server = await opened(attrs.evolve(CONFIG, max_line_bytes=2 * MIB))
    async with trio.open_nursery() as nursery:
        nursery.start_soon(server.send, "x" * 2 * MIB)
        assert len(await transport.receive()) == 2 * MIB + 1
    await server.send("x" * 10)
    frame = Frame(Opcode.TEXT, b"x" * (2 * MIB + 1)).serialize(mask=False)
    server.peer.send_nowait(frame[:100])
    assert await transport.receive() == b"x" * 10 + b"\n"
    with pytest.raises(ProtocolError, match=r"limit of 2097152 bytes \(max_line_bytes\)"):
        await transport.receive()


ENDS = {
    "a close frame": (Frame(Opcode.CLOSE, b"\x03\xe9soon \x1b[2J").serialize(mask=False), "1001"),
    "no close frame": (b"", "without a close frame"),
    "half a frame": (Frame(Opcode.TEXT, b"{}" * 9).serialize(mask=False)[:-4], "without a close"),
    "half a header": (b"\x81", "without a close frame"),
}


@pytest.mark.parametrize("name", ENDS)
@pytest.mark.parametrize("waits", [True, False])
async def test_an_end_comes_behind_what_was_sent_before_it(name: str, waits: bool) -> None:
    transport, server = await opened()
    data, why = ENDS[name]
    await server.send("1")
    if waits:
        assert await transport.receive() == b"1\n"
    await server.peer.send_all(data)
    server.peer.close_output()
    if not waits:
        assert transport.receive_nowait() == b"1\n"
        assert transport.receive_nowait() is None
    with pytest.raises(trio.BrokenResourceError, match=f"closed the connection.*{why}") as caught:
        await transport.receive()
    assert "\x1b" not in str(caught.value)
    await transport.aclose()


async def test_a_frame_against_the_protocol_is_an_error() -> None:
    transport, server = await opened()
    await server.peer.send_all(Frame(Opcode.TEXT, b"{}").serialize(mask=True))
    with pytest.raises(ProtocolError, match="broke the WebSocket protocol: incorrect masking"):
        await transport.receive()


async def test_closing_says_goodbye_once() -> None:
    transport, server = await opened()
    await transport.aclose()
    await transport.aclose()
    assert (await server.receive()).opcode == Opcode.CLOSE
    assert await server.peer.receive_some() == b""


# -- the handshake ---------------------------------------------------------------------------------


async def refused(answer: bytes, authorization: str | None = None) -> HandshakeError:
    stream, peer = memory_pair()
    caught: list[HandshakeError] = []

    async def connect() -> None:
        with pytest.raises(HandshakeError) as error:
            await open_websocket(stream, Address(host="h", port=1), authorization, CONFIG)
        caught.append(error.value)

    async with trio.open_nursery() as nursery:
        nursery.start_soon(connect)
        await peer.receive_some()
        await peer.send_all(answer)
        peer.close_output()
    assert stream.exit_info().exit_code is None
    return caught[0]


@pytest.mark.parametrize(
    ("answer", "status", "why"),
    [
        (b"HTTP/1.1 401 X\r\nContent-Length: 3\r\n\r\nno\x07", 401, r"requires a token"),
        (b"HTTP/1.1 403 X\r\n\r\n", 403, "does not admit this client"),
        (b"HTTP/1.1 404 X\r\nContent-Length: 0\r\n\r\n", 404, "is it the address of an app-server"),
        (b"HTTP/1.1 101 X\r\nUpgrade: websocket\r\n\r\n", None, "does not answer as a WebSocket"),
        (b"SSH-2.0-OpenSSH_9.2\r\n", None, "does not answer as a WebSocket server"),
        (b"", None, "does not answer as a WebSocket server"),
    ],
    ids=["401", "403", "404", "no upgrade", "ssh", "eof"],
)
async def test_a_refusal_says_what_to_do(answer: bytes, status: int | None, why: str) -> None:
    error = await refused(answer)
    assert error.status == status and why in str(error) and "ws://h:1" in str(error)
    assert "\x07" not in str(error)


async def test_a_refused_token_is_not_shown() -> None:
    error = await refused(b"HTTP/1.1 401 X\r\nContent-Length: 0\r\n\r\n", "Bearer hunter2")
    assert "the token is wrong or has expired" in str(error) and "hunter2" not in repr(error)


async def test_a_cancelled_handshake_closes_the_stream() -> None:
    stream, peer = memory_pair()
    with trio.move_on_after(0.01):
        await open_websocket(stream, Address(host="h", port=1), None, CONFIG)
    assert await peer.receive_some()
    assert await peer.receive_some() == b""


# -- pings -----------------------------------------------------------------------------------------


@pytest.mark.requirement("attach/pings")
async def test_a_silent_server_is_pinged_and_lost_when_it_does_not_answer(
    autojump_clock: trio.testing.MockClock,
) -> None:
    transport, server = await opened()
    async with trio.open_nursery() as nursery:
        nursery.start_soon(_read, transport)
        started = trio.current_time()

        async def answer() -> None:
            for _ in range(3):
                assert (await server.receive()).opcode == Opcode.PING
                await server.flush()  # the answer

        nursery.start_soon(answer)
        with pytest.raises(trio.BrokenResourceError, match=r"ping within 4 s \(ping_timeout\)"):
            await transport.wait_exited()
        assert trio.current_time() - started == pytest.approx(4 * 10 + 4)
        nursery.cancel_scope.cancel()


async def _read(transport: WebSocketTransport) -> None:
    while True:
        await transport.receive()


@pytest.mark.requirement("attach/pings")
async def test_a_slow_link_that_takes_a_long_message_is_alive(
    autojump_clock: trio.testing.MockClock,
) -> None:
    transport, server = await opened(capacity=MIB)
    taken = 0

    async def read_slowly() -> None:
        nonlocal taken
        while taken < 8 * MIB:
            await trio.sleep(1.5)
            taken += len(await server.peer.receive_some(MIB))

    async with trio.open_nursery() as nursery:
        nursery.start_soon(_read, transport)
        nursery.start_soon(transport.wait_exited)
        nursery.start_soon(transport.send, b"x" * 30 * MIB + b"\n")
        await read_slowly()
        nursery.cancel_scope.cancel()
    assert taken >= 8 * MIB
