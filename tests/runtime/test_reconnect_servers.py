"""Connections that break: servers that are killed or drained, refusals, deadlines, half frames."""

from __future__ import annotations

import os
import signal
from collections.abc import Callable
from pathlib import Path

import pytest
import trio

from tests.breaking_proxy import BreakingProxy
from tests.runtime.breaking import connected, held_turn
from tests.runtime.helpers import collect, first_delta, messages_of
from trio_codex import (
    AppServerConfig,
    AsyncCodex,
    HandshakeError,
    TransportClosedError,
    listen,
)
from trio_codex.testing import ModelServer
from trio_codex.types import TurnStatus

CUT = "without a close frame|reset by peer|Broken pipe"


@pytest.mark.requirement("reconnect/server")
async def test_a_server_that_was_killed_is_found_again_and_its_turn_is_interrupted(
    proxy: BreakingProxy, config: AppServerConfig, tmp_path: Path, model: ModelServer
) -> None:
    async with connected(proxy) as codex:
        thread = await codex.thread_start()
        turn, _ = await held_turn(model, thread)
        proxy.refusing = True
        os.kill(proxy.pid, signal.SIGKILL)
        await proxy.wait_cut()
        async with listen(config, f"unix://{tmp_path}/second"):
            proxy.target, proxy.refusing = tmp_path / "second", False
            assert (await turn.run()).status == TurnStatus.INTERRUPTED
            model.reply("again")
            assert (await thread.run("Once more.")).final_response == "again"
            await codex.aclose()


@pytest.mark.requirement("reconnect/server")
async def test_a_draining_server_ends_its_turn_and_the_next_one_has_the_result(
    proxy: BreakingProxy, config: AppServerConfig, tmp_path: Path, model: ModelServer
) -> None:
    async with connected(proxy) as codex:
        thread = await codex.thread_start()
        turn, gate = await held_turn(model, thread)
        # What the server still sends does not arrive.
        proxy.stall(down=True)
        os.kill(proxy.pid, signal.SIGTERM)
        gate.open()
        await proxy.wait_ended()
        proxy.cut()
        async with listen(config, f"unix://{tmp_path}/second"):
            proxy.target = tmp_path / "second"
            proxy.go_on()
            assert messages_of(await turn.run()) == ["one two three"]
            model.reply("again")
            assert (await thread.run("Once more.")).final_response == "again"
            await codex.aclose()


# -- the end ---------------------------------------------------------------------------------------


@pytest.mark.requirement("reconnect/deadline")
async def test_everything_fails_when_the_deadline_is_over(
    proxy: BreakingProxy, model: ModelServer
) -> None:
    async with AsyncCodex.connect(proxy.url, reconnect=True, reconnect_timeout=0.3) as codex:
        turn, gate = await held_turn(model, await codex.thread_start())
        proxy.refusing = True
        proxy.cut()
        with pytest.raises(TransportClosedError, match=r"attempts in 0\.\d s") as caught:
            await turn.run()
        assert caught.value.attempts >= 2 and caught.value.__cause__ is not None
        with pytest.raises(TransportClosedError, match="did not take the connection up again"):
            await codex.models()
        gate.open()  # the server waits for its turn when it is stopped


@pytest.mark.requirement("reconnect/deadline")
@pytest.mark.parametrize("status", [401, 403])
async def test_a_refused_client_does_not_try_again(proxy: BreakingProxy, status: int) -> None:
    async with AsyncCodex.connect(proxy.url, reconnect=True) as codex:
        proxy.answer = f"HTTP/1.1 {status} No\r\nContent-Length: 0\r\n\r\n".encode()
        proxy.cut()
        with pytest.raises(TransportClosedError, match=f"HTTP status {status}") as caught:
            await codex.models()
        assert caught.value.attempts == 1
        assert isinstance(caught.value.__cause__, HandshakeError)


async def test_a_cut_while_the_client_closes_ends_the_closing(
    proxy: BreakingProxy, model: ModelServer
) -> None:
    async with AsyncCodex.connect(proxy.url, reconnect=True) as codex:
        turn, gate = await held_turn(model, await codex.thread_start())
        proxy.stall(up=True)  # the interrupt does not reach the server
        async with trio.open_nursery() as nursery:
            nursery.start_soon(codex.aclose)
            await trio.testing.wait_all_tasks_blocked()
            proxy.cut()
        assert turn._channel.over
    assert proxy.opened == 1
    proxy.go_on()
    gate.open()


@pytest.mark.requirement("reconnect/turns")
async def test_a_client_that_is_cut_off_because_it_reads_too_slowly_has_the_whole_result(
    proxy: BreakingProxy, model: ModelServer
) -> None:
    gate = model.gate()
    pieces = ["x"] * 36_000  # the server keeps some 32 000 messages for a client
    model.reply_deltas(["first ", *pieces], gate=gate, hold_after=1)
    async with connected(proxy) as codex:
        thread = await codex.thread_start()
        turn = await thread.turn("Say much.")
        await first_delta(turn)
        async with AsyncCodex.connect(f"unix://{proxy.target}") as other:
            follower = await (await other.thread_resume(thread.id)).current_turn()
            assert follower is not None
            proxy.freeze()
            gate.open()
            await follower.run()
            proxy.go_on()
        assert messages_of(await turn.run()) == ["first " + "".join(pieces)]
        await codex.models()
        assert proxy.opened == 2


@pytest.mark.requirement("reconnect/deadline")
async def test_closing_between_two_attempts_is_immediate(
    proxy: BreakingProxy, model: ModelServer
) -> None:
    async with AsyncCodex.connect(proxy.url, reconnect=True) as codex:
        turn, gate = await held_turn(model, await codex.thread_start())
        proxy.refusing = True
        proxy.cut()
        await proxy.wait_opened(3)
        before = trio.current_time()
        await codex.aclose()
        assert trio.current_time() - before < codex.client.config.interrupt_timeout
        assert turn._channel.over
        gate.open()


async def test_without_reconnect_a_lost_connection_ends_the_client(
    proxy: BreakingProxy, model: ModelServer
) -> None:
    async with AsyncCodex.connect(proxy.url) as codex:
        turn, gate = await held_turn(model, await codex.thread_start())
        proxy.cut()
        with pytest.raises(TransportClosedError, match=CUT):
            await turn.run()
        gate.open()


@pytest.mark.parametrize("phase", ["connecting", "initialising"])
async def test_the_first_connection_is_not_retried(proxy: BreakingProxy, phase: str) -> None:
    if phase == "connecting":
        proxy.refusing = True
    else:
        proxy.cut_at('"userAgent"', keep=5)
    with pytest.raises(TransportClosedError):
        async with AsyncCodex.connect(proxy.url, reconnect=True):
            pass
    assert proxy.opened == 1


def in_the_frame(proxy: BreakingProxy) -> None:
    proxy.cut_at('"turn/completed"', keep=8)


def at_the_frame(proxy: BreakingProxy) -> None:
    proxy.cut_at('"item/completed"')


@pytest.mark.requirement("reconnect/turns")
@pytest.mark.parametrize("cut", [in_the_frame, at_the_frame])
async def test_half_a_frame_is_no_event(
    proxy: BreakingProxy, model: ModelServer, cut: Callable[[BreakingProxy], None]
) -> None:
    async with connected(proxy) as codex:
        turn, gate = await held_turn(model, await codex.thread_start())
        cut(proxy)
        gate.open()
        events = await collect(turn.stream())
        ends = [event for event in events if event.method == "turn/completed"]
        items = [event for event in events if event.method == "item/completed"]
        assert len(ends) == 1 and len(items) == 1
        assert messages_of(await turn.run()) == ["one two three"]
