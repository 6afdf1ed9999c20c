"""Commands on a scripted server: what the real runtime cannot be made to send."""

from __future__ import annotations

from base64 import b64encode
from typing import Any

import pytest
import trio

from tests.session.scripted import opened
from trio_codex import (
    CommandOutputError,
    InternalRpcError,
    InvalidArgumentError,
    ProtocolError,
    TransportClosedError,
)
from trio_codex.testing import FakeAppServer, FakeRequest


@pytest.fixture
def fake(fake_app_server: FakeAppServer) -> FakeAppServer:
    return fake_app_server


class Server:
    """Commands that say what the test has them say, and end when it says so."""

    def __init__(self, fake: FakeAppServer) -> None:
        self.fake = fake
        self.running: FakeRequest | None = None
        self.killed = 0
        fake.answer("command/exec", self._start)
        fake.answer("command/exec/write", lambda request: request.reply({}))
        fake.answer("command/exec/terminate", self._kill)

    def _start(self, request: FakeRequest) -> None:
        self.running = request

    def _kill(self, request: FakeRequest) -> None:
        self.killed += 1
        request.reply({})
        self.end(137)

    def end(self, code: int) -> None:
        assert self.running is not None
        self.running.reply({"exitCode": code, "stdout": "", "stderr": ""})

    def write(self, data: bytes | str, *, capped: bool = False, stream: str = "stdout") -> None:
        assert self.running is not None
        text = data if isinstance(data, str) else b64encode(data).decode()
        params: dict[str, Any] = {
            "processId": self.running.params["processId"],
            "stream": stream,
            "deltaBase64": text,
            "capReached": capped,
        }
        self.fake.notify("command/exec/outputDelta", params)


async def test_a_cap_of_the_server_is_an_error_after_the_output_before_it(
    fake: FakeAppServer,
) -> None:
    server = Server(fake)
    async with opened(fake) as codex, codex.command(["cat"]) as command:
        server.write(b"the beginning", capped=True)
        assert await command.stdout.receive_some() == b"the beginning"
        with pytest.raises(CommandOutputError, match="stdout") as caught:
            await command.run()
        assert caught.value.result is not None
        assert (caught.value.result.returncode, server.killed) == (137, 1)


async def test_output_that_is_not_base64_is_an_error_and_ends_the_command(
    fake: FakeAppServer,
) -> None:
    server = Server(fake)
    async with opened(fake) as codex, codex.command(["cat"]) as command:
        server.write("!")
        with pytest.raises(ProtocolError, match="not base64"):
            await command.stdout.receive_some()
        with pytest.raises(ProtocolError, match="not base64"):
            await command.wait()
        assert server.killed == 1


async def test_a_reply_without_an_exit_code_is_an_error(fake: FakeAppServer) -> None:
    server = Server(fake)
    async with opened(fake) as codex, codex.command(["cat"]) as command:
        assert server.running is not None
        server.running.reply({})
        with pytest.raises(ProtocolError, match="no exit code"):
            await command.wait()
        assert repr(command) == "<AsyncCommandHandle of 'cat', lost>"


async def test_a_stream_that_this_library_does_not_know_is_ignored(fake: FakeAppServer) -> None:
    server = Server(fake)
    async with opened(fake) as codex, codex.command(["cat"]) as command:
        server.write(b"a", stream="stdlog")
        server.write(b"b")
        server.end(0)
        assert (await command.run()).stdout == b"b"


async def test_a_server_that_dies_ends_the_command_and_its_streams(fake: FakeAppServer) -> None:
    server = Server(fake)
    with pytest.raises(TransportClosedError):
        async with opened(fake) as codex, codex.command(["cat"]) as command:
            server.write(b"last")
            fake.disconnect()
            assert await command.stdout.receive_some() == b"last"
            with pytest.raises(TransportClosedError):
                await command.stdout.receive_some()
            await command.wait()


async def test_a_command_is_spawned_when_the_server_accepts_a_write(fake: FakeAppServer) -> None:
    server = Server(fake)
    refused = 0

    def refuse(request: FakeRequest) -> None:
        nonlocal refused
        refused += 1
        if refused < 3:
            request.fail(-32600, 'no active command/exec for process id "x"')
        else:
            request.reply({})

    fake.answer("command/exec/write", refuse)
    async with opened(fake) as codex, codex.command(["cat"]):
        assert refused == 3
    assert server.killed == 1


async def test_a_server_that_never_ends_a_killed_command_is_not_waited_for(
    fake: FakeAppServer, caplog: pytest.LogCaptureFixture
) -> None:
    Server(fake)
    fake.answer("command/exec/terminate", lambda request: request.reply({}))
    async with opened(fake, interrupt_timeout=0.05) as codex:
        async with codex.command(["cat"]):
            pass
        assert codex._client._require().commands == {}
    assert "did not end within 0.05 s after it was killed" in caplog.text


async def test_a_request_that_the_server_refuses_is_its_error(fake: FakeAppServer) -> None:
    Server(fake)
    fake.answer("command/exec/resize", lambda request: request.fail(-32603, "out of order"))
    async with opened(fake) as codex, codex.command(["cat"], tty=True) as command:
        with pytest.raises(InternalRpcError, match="out of order"):
            await command.resize((2, 2))


async def test_a_command_needs_the_notifications_of_its_output(fake: FakeAppServer) -> None:
    silent = ("command/exec/outputDelta",)
    async with opened(fake, opt_out_notifications=silent) as codex:
        with pytest.raises(InvalidArgumentError, match="opt_out_notifications names it"):
            await codex.run_command(["ls"])


async def test_several_tasks_may_wait_for_one_command(fake: FakeAppServer) -> None:
    server = Server(fake)
    codes: list[int] = []
    async with opened(fake) as codex, codex.command(["cat"]) as command:

        async def wait() -> None:
            codes.append(await command.wait())

        async with trio.open_nursery() as nursery:
            nursery.start_soon(wait)
            nursery.start_soon(wait)
            await trio.testing.wait_all_tasks_blocked()
            server.end(4)
    assert codes == [4, 4]
