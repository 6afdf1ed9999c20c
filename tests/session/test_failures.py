"""When the other side dies or talks nonsense, every waiter learns of it, with the same cause."""

from __future__ import annotations

import signal
from collections.abc import Awaitable, Callable

import pytest
import trio
import trio.testing

from tests.session.scripted import assert_nothing_left, engine_tasks, opened, read_into, settle
from trio_codex import (
    AppServerConfig,
    AppServerError,
    AsyncCodex,
    ClientClosedError,
    ProtocolError,
    TransportClosedError,
)
from trio_codex.testing import FakeAppServer

Wait = Callable[[], Awaitable[object]]


async def _every_waiter(
    fake: FakeAppServer, codex: AsyncCodex, end: Callable[[], None]
) -> dict[str, AppServerError]:
    """Waits in every way there is, ends the server, and returns what each of them got."""
    fake.manual("model/list", "thread/compact/start", "turn/start")
    thread = await codex.thread_start()
    errors: dict[str, AppServerError] = {}

    async def expect_error(name: str, wait: Wait) -> None:
        with pytest.raises(
            AppServerError, match=r"closed its output|a line is|a message"
        ) as caught:
            await wait()
        errors[name] = caught.value

    async with trio.open_nursery() as nursery:

        @nursery.start_soon
        async def serve() -> None:
            fake.turn(thread.id).reply_to(await fake.expect("turn/start")).started()

        turn, login = await thread.turn("hi"), await codex.login_chatgpt()
        other = await codex.thread_start()
    warnings = codex.notifications("warning")
    waits: dict[str, Wait] = {
        "request": codex.models,
        "run": turn.run,
        "stream": lambda: read_into([], turn.stream()),
        "steer": lambda: turn.steer("more"),
        "start": lambda: other.turn("never answered"),
        "compact": other.compact,
        "login": login.wait,
        "notifications": warnings.__anext__,
    }
    fake.manual("turn/steer")
    async with trio.open_nursery() as nursery:
        for name, wait in waits.items():
            nursery.start_soon(expect_error, name, wait)
        await settle()
        end()
    assert errors.keys() == waits.keys()
    return errors


@pytest.mark.requirement("error/same-cause")
async def test_death_in_mid_turn_reaches_every_waiter(fake: FakeAppServer) -> None:
    async with opened(fake) as codex:
        errors = await _every_waiter(
            fake, codex, lambda: fake.disconnect(exit_code=42, stderr="panicked at main.rs\n")
        )
        for error in errors.values():
            assert isinstance(error, TransportClosedError)
            assert error.exit_code == 42 and error.signal is None
            assert error.stderr_tail == "panicked at main.rs\n"
            assert "exit code 42" in str(error) and "panicked at main.rs" in str(error)
        assert len({id(error) for error in errors.values()}) == len(errors)
        with pytest.raises(TransportClosedError, match="exit code 42"):
            await codex.models()
        with pytest.raises(TransportClosedError, match="exit code 42"):
            codex.notifications()
        await settle()
        assert_nothing_left(codex)


async def test_a_signal_is_told_by_its_name(fake: FakeAppServer) -> None:
    async with opened(fake) as codex:
        errors = await _every_waiter(fake, codex, lambda: fake.disconnect(signal=signal.SIGKILL))
        assert {str(error) for error in errors.values()} == {
            "the runtime closed its output; killed by SIGKILL"
        }


@pytest.mark.requirement("fault/exit-zero")
async def test_the_end_of_the_output_is_the_end_although_exit_code_0(fake: FakeAppServer) -> None:
    async with opened(fake) as codex:
        errors = await _every_waiter(fake, codex, lambda: fake.disconnect(exit_code=0))
        assert all(isinstance(error, TransportClosedError) for error in errors.values())


async def test_a_closed_output_is_death_while_the_server_lives(fake: FakeAppServer) -> None:
    async with opened(fake) as codex:
        errors = await _every_waiter(fake, codex, fake.close_output)
        assert all(isinstance(error, TransportClosedError) for error in errors.values())
        assert fake.closed


GARBAGE = {
    "not JSON": b"Traceback (most recent call last):\n",
    "half a line": b'{"method":"x","params":{\n',
    "a list": b"[1,2]\n",
    "a number": b"5\n",
    "no method": b"{}\n",
    "invalid UTF-8": b'{"method":"\xff"}\n',
    "two objects": b'{"method":"a"}{"method":"b"}\n',
    "deep nesting": b"[" * 100_000 + b"\n",
    "a bad id": b'{"id":1.5,"result":{}}\n',
    "a method that is no text": b'{"method":5}\n',
    "NaN": b'{"method":"a","params":NaN}\n',
}


@pytest.mark.parametrize("line", GARBAGE.values(), ids=GARBAGE.keys())
async def test_what_is_not_the_protocol_reaches_every_waiter(
    fake: FakeAppServer, line: bytes
) -> None:
    async with opened(fake) as codex:
        errors = await _every_waiter(fake, codex, lambda: fake.send_bytes(line))
        for error in errors.values():
            assert isinstance(error, ProtocolError)
        await settle()
        assert fake.closed
        with pytest.raises(ProtocolError, match=r"a line is|a message"):
            await codex.models()


async def test_events_before_the_bad_line_are_kept(fake: FakeAppServer) -> None:
    async with opened(fake) as codex:
        thread = await codex.thread_start()
        turn = await thread.turn("hi")
        running = await fake.expect_turn()
        with fake.batch():
            running.delta("kept")
            fake.send_bytes(b"garbage\n")
            running.delta("lost")
        seen: list[str] = []
        with pytest.raises(ProtocolError, match="garbage"):
            await read_into(seen, turn.stream())
        assert seen.count("item/agentMessage/delta") == 1


async def test_a_line_past_the_limit_says_the_sizes(fake: FakeAppServer) -> None:
    async with opened(fake, max_line_bytes=10_000) as codex:
        await codex.models()
        fake.send({"method": "warning", "params": {"message": "x" * 20_000}})
        with pytest.raises(ProtocolError, match=r"10000|10,000"):
            async for _ in codex.notifications():
                pass


async def test_reply_results_of_the_wrong_shape_are_protocol_errors(fake: FakeAppServer) -> None:
    fake.answer("model/list", {"data": 5})
    async with opened(fake) as codex:
        with pytest.raises(ProtocolError, match=r"\$\.data"):
            await codex.models()
        fake.answer("model/list", {"data": []})
        await codex.models()


@pytest.mark.requirement("engine/whole-lines")
async def test_a_long_request_is_written_in_parts_and_whole(fake: FakeAppServer) -> None:
    fake = FakeAppServer(capacity=1000)
    async with opened(fake) as codex:
        thread = await codex.thread_start()
        fake.pause_reading()
        text = "x" * 100_000
        async with trio.open_nursery() as nursery:
            for name in (text, "short"):
                nursery.start_soon(thread.set_name, name)
            await settle()
            assert codex.statistics().frames_queued >= 1
            # Cancelling the callers does not leave half a line on the wire.
            nursery.cancel_scope.cancel()
        fake.resume_reading()
        await codex.models()
        names = [r.params["name"] for r in fake.requests if r.method == "thread/name/set"]
        assert sorted(names, key=len) == ["short", text]


async def test_writing_to_a_server_that_reads_no_more_is_an_error_for_all(
    fake: FakeAppServer,
) -> None:
    async with opened(fake) as codex:
        thread = await codex.thread_start()
        turn = await thread.turn("hi")
        fake._link.close_input()  # type: ignore[union-attr]
        with pytest.raises(TransportClosedError, match="broke"):
            await codex.models()
        with pytest.raises(TransportClosedError, match="broke"):
            await turn.run()


async def test_death_while_closing_does_not_make_it_wait(
    fake: FakeAppServer, autojump_clock: trio.testing.MockClock
) -> None:
    fake.answer("turn/interrupt", lambda request: fake.disconnect(exit_code=1))
    async with opened(fake) as codex:
        thread = await codex.thread_start()
        await thread.turn("hi")
        await fake.expect_turn()
        await settle()
        began = trio.current_time()
    assert trio.current_time() == began


async def test_what_arrives_while_it_closes_is_no_failure(
    fake: FakeAppServer, caplog: pytest.LogCaptureFixture
) -> None:
    fake.manual("model/list")
    async with opened(fake) as codex:
        errors = []
        async with trio.open_nursery() as nursery:

            @nursery.start_soon
            async def ask() -> None:
                with pytest.raises(ClientClosedError, match="client was closed") as caught:
                    await codex.models()
                errors.append(caught.value)

            await fake.expect("model/list")
            await settle()
            # The reader has the bytes, and the connection ends before it looks at them.
            fake.notify("warning", {"message": "late"})
            await codex.aclose()
        assert len(errors) == 1
    assert "failed" not in caplog.text


async def test_a_transport_that_fails_oddly_is_an_error_and_not_a_crash(
    fake: FakeAppServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    with trio.fail_after(10):
        async with AsyncCodex(AppServerConfig(), transport=fake.transport) as codex:
            await codex.models()

            async def broken(self: object) -> bytes:
                await trio.lowlevel.checkpoint()
                raise OSError(5, "Input/output error")

            monkeypatch.setattr(type(fake.transport), "receive", broken)
            fake.manual("model/list")
            async with trio.open_nursery() as nursery:

                @nursery.start_soon
                async def ask() -> None:
                    with pytest.raises(ProtocolError, match="Input/output error"):
                        await codex.models()

                await fake.expect("model/list")
                fake.notify("warning", {"message": "x"})
        assert engine_tasks() == []
