"""A child that dies, at any moment: every waiter learns how, and nothing is left."""

from __future__ import annotations

import signal
import sys

import pytest
import trio

from tests.faults.children import SECONDS, config_of, is_alive, opened
from tests.session.scripted import read_into
from trio_codex import AppServerConfig, AsyncCodex, ProtocolError, TransportClosedError
from trio_codex.testing import FakeAppServer

KILLED = "killed by SIGKILL"


async def _expect_no_start(config: AppServerConfig, match: str) -> TransportClosedError:
    with trio.fail_after(SECONDS), pytest.raises(TransportClosedError, match=match) as caught:
        async with AsyncCodex(config):
            raise AssertionError
    return caught.value


@pytest.mark.requirement("fault/killed")
async def test_dead_before_it_has_read_anything() -> None:
    argv = (sys.executable, "-I", "-S", "-c", "import sys; sys.exit('no such directory')")
    error = await _expect_no_start(AppServerConfig(launch_args_override=argv), "exit code 1")
    assert error.stderr_tail == "no such directory\n"


@pytest.mark.requirement("fault/killed")
async def test_killed_during_initialise(silent_child: FakeAppServer) -> None:
    async with trio.open_nursery() as nursery:

        @nursery.start_soon
        async def kill() -> None:
            await silent_child.expect("initialize")
            silent_child.disconnect(signal=signal.SIGKILL, stderr="thinking\n")

        error = await _expect_no_start(config_of(silent_child), KILLED)
    assert error.signal == signal.SIGKILL and error.exit_code is None
    assert error.stderr_tail == "thinking\n"


async def test_never_answering_initialise_ends_in_time(silent_child: FakeAppServer) -> None:
    config = config_of(silent_child, startup_timeout=1)
    await _expect_no_start(config, "did not initialise within 1 s")
    assert silent_child.child.pid is not None and not is_alive(silent_child.child.pid)


@pytest.mark.requirement("fault/killed")
async def test_killed_after_initialise(child: FakeAppServer) -> None:
    async with opened(child) as codex:
        with codex.notifications() as stream:
            child.disconnect(signal=signal.SIGKILL)
            with pytest.raises(TransportClosedError, match=KILLED):
                await stream.__anext__()
        with pytest.raises(TransportClosedError, match=KILLED):
            await codex.models()


@pytest.mark.requirement("fault/killed")
async def test_killed_in_mid_turn(child: FakeAppServer) -> None:
    child.manual("model/list")
    async with opened(child) as codex:
        thread = await codex.thread_start()
        turn = await thread.turn("hi")
        (await child.expect_turn()).delta("half an ans")
        errors: list[TransportClosedError] = []

        async def expect_death(wait: object) -> None:
            with pytest.raises(TransportClosedError, match=KILLED) as caught:
                await wait()  # type: ignore[operator]
            errors.append(caught.value)

        async def read() -> None:
            async for _ in turn.stream():
                pass

        async with trio.open_nursery() as nursery:
            for wait in (read, turn.run, codex.models):
                nursery.start_soon(expect_death, wait)
            await child.expect("model/list")
            child.disconnect(signal=signal.SIGKILL, stderr="thread 'main' panicked\n")
        assert len(errors) == 3
        assert {error.stderr_tail for error in errors} == {"thread 'main' panicked\n"}


@pytest.mark.requirement("fault/killed")
async def test_killed_in_mid_line(child: FakeAppServer) -> None:
    async with opened(child) as codex:
        thread = await codex.thread_start()
        turn = await thread.turn("hi")
        running = await child.expect_turn()
        running.delta("whole")
        child.send_bytes(b'{"method":"item/agentMessage/delta","params":{"threadId":"thr')
        child.disconnect(signal=signal.SIGKILL)
        seen: list[str] = []
        with pytest.raises(TransportClosedError, match=KILLED):
            await read_into(seen, turn.stream())
        assert seen.count("item/agentMessage/delta") == 1


@pytest.mark.requirement("fault/exit-zero")
@pytest.mark.parametrize("exit_code", [0, 1, 101])
async def test_an_exit_of_its_own_is_an_error_whatever_the_code(
    child: FakeAppServer, exit_code: int
) -> None:
    async with opened(child) as codex:
        thread = await codex.thread_start()
        async with trio.open_nursery() as nursery:

            @nursery.start_soon
            async def leave() -> None:
                await child.expect_turn()
                child.disconnect(exit_code=exit_code)

            with pytest.raises(TransportClosedError, match=f"exit code {exit_code}") as caught:
                await thread.run("hi")
        assert caught.value.exit_code == exit_code


@pytest.mark.requirement("fault/closed-stdout")
async def test_a_closed_stdout_is_death_and_the_process_goes(child: FakeAppServer) -> None:
    async with opened(child) as codex:
        thread = await codex.thread_start()
        turn = await thread.turn("hi")
        pid = await child.child.wait_started()
        child.child.ignore_end_of_input()
        child.close_output()
        with pytest.raises(TransportClosedError, match="closed its output"):
            await turn.run()
        assert not is_alive(pid)


async def test_a_closed_stdin_is_death(child: FakeAppServer) -> None:
    async with opened(child, close_timeout=1) as codex:
        child.pause_reading()
        child.child.close_input()
        await child.child.wait_done()
        # The thread of the child that reads may still take one piece.
        with pytest.raises(TransportClosedError, match="broke"):
            for _ in range(200):
                await codex.client.notify("brand/new", {"x": "y" * 1000})
            await codex.models()


@pytest.mark.requirement("fault/stubborn-child")
async def test_a_child_that_ignores_the_end_and_term_is_killed(child: FakeAppServer) -> None:
    with trio.fail_after(SECONDS):
        async with opened(child, close_timeout=1) as codex:
            child.child.ignore_end_of_input()
            child.child.ignore_terminate()
            await child.child.wait_done()
            await codex.models()
            began = trio.current_time()
        assert trio.current_time() - began < 3


@pytest.mark.requirement("fault/stubborn-child")
async def test_a_grandchild_that_holds_stdout_does_not_hold_us(child: FakeAppServer) -> None:
    async with opened(child, close_timeout=2) as codex:
        thread = await codex.thread_start()
        turn = await thread.turn("hi")
        grandchild = await child.child.spawn_grandchild()
        began = trio.current_time()
        (await child.expect_turn()).delta("last words")
        child.disconnect(exit_code=5)
        seen: list[str] = []
        with pytest.raises(TransportClosedError, match="exit code 5"):
            await read_into(seen, turn.stream())
        assert seen.count("item/agentMessage/delta") == 1
        assert is_alive(grandchild)
    assert trio.current_time() - began < 10


@pytest.mark.requirement("fault/stderr-flood")
async def test_stderr_floods_stop_nothing(child: FakeAppServer) -> None:
    async with opened(child) as codex:
        thread = await codex.thread_start()
        turn = await thread.turn("hi")
        running = await child.expect_turn()
        child.child.flood_stderr(20_000_000)
        running.answer("heard")
        assert (await turn.run()).final_response == "heard"
        child.disconnect(exit_code=1, stderr="the last line\n")
        with (
            codex.notifications() as stream,
            pytest.raises(TransportClosedError, match="exit code 1") as caught,
        ):
            await stream.__anext__()
        assert caught.value.stderr_tail.endswith("the last line\n")
        assert len(caught.value.stderr_tail) <= 16 * 1024


async def test_nonsense_from_a_real_child_ends_it(child: FakeAppServer) -> None:
    async with opened(child) as codex:
        thread = await codex.thread_start()
        turn = await thread.turn("hi")
        child.send_bytes(b"Segmentation fault\n")
        with pytest.raises(ProtocolError, match="Segmentation fault"):
            await turn.run()


async def test_requests_without_replies_end_with_the_child(child: FakeAppServer) -> None:
    child.manual("model/list")
    async with opened(child) as codex:
        ended = 0

        async def ask() -> None:
            nonlocal ended
            with pytest.raises(TransportClosedError, match="exit code 4"):
                await codex.models()
            ended += 1

        async with trio.open_nursery() as nursery:
            for _ in range(500):
                nursery.start_soon(ask)
            await child.wait_until(lambda: child.in_flight == 64)
            child.disconnect(exit_code=4)
        assert ended == 500
