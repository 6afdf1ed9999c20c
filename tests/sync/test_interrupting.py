"""Ctrl+C while the caller blocks: the call ends in the Trio thread, the client stays usable."""

from __future__ import annotations

import os
import signal
import sys
import threading
from pathlib import Path

import pytest
import trio

from tests.sync.support import TIMEOUT, Background, child, ctrl_c, ctrl_c_when, runtime_pid
from trio_codex import Codex
from trio_codex._portal.call import Call
from trio_codex.testing import BlockingModelServer

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="sends POSIX signals")


def assert_usable(codex: Codex, model: BlockingModelServer) -> None:
    model.reply("still here")
    assert codex.thread_start().run("again").final_response == "still here"


@pytest.mark.requirement("blocking/interrupt")
def test_during_run_the_turn_is_interrupted_on_the_server(
    codex: Codex, model: BlockingModelServer
) -> None:
    gate = model.gate()
    model.reply("never", gate=gate)
    thread = codex.thread_start()
    interrupter = ctrl_c_when(lambda: gate.wait_reached(TIMEOUT))
    with pytest.raises(KeyboardInterrupt):
        thread.run("hi")
    interrupter.outcome()
    model.requests[0].disconnected.wait_blocking(TIMEOUT)
    assert [turn.status for turn in thread.turns()] == ["interrupted"]
    assert codex.statistics().turns == 0
    assert_usable(codex, model)


@pytest.mark.requirement("blocking/interrupt")
def test_during_a_stream_the_turn_is_interrupted_on_the_server(
    codex: Codex, model: BlockingModelServer, blocked: threading.Event
) -> None:
    model.reply_deltas(["a", "b"], gate=model.gate(), hold_after=1)
    turn = codex.thread_start().turn("hi")
    events = turn.stream()
    while next(events).method != "item/agentMessage/delta":
        pass
    blocked.clear()
    interrupter = ctrl_c_when(lambda: blocked.wait(TIMEOUT))
    with pytest.raises(KeyboardInterrupt):
        next(events)
    interrupter.outcome()
    model.requests[0].disconnected.wait_blocking(TIMEOUT)
    assert turn.run().status == "interrupted"
    assert_usable(codex, model)


def test_during_a_text_stream_the_turn_is_interrupted_on_the_server(
    codex: Codex, model: BlockingModelServer
) -> None:
    gate = model.gate()
    model.reply("never", gate=gate)
    text = codex.thread_start().stream_text("hi")
    interrupter = ctrl_c_when(lambda: gate.wait_reached(TIMEOUT))
    with pytest.raises(KeyboardInterrupt):
        next(text)
    interrupter.outcome()
    model.requests[0].disconnected.wait_blocking(TIMEOUT)
    assert_usable(codex, model)


def test_a_wait_for_notifications_loses_nothing(
    codex: Codex, model: BlockingModelServer, blocked: threading.Event
) -> None:
    with codex.notifications("thread/name/updated") as stream:
        thread = codex.thread_start()
        blocked.clear()
        interrupter = ctrl_c_when(lambda: blocked.wait(TIMEOUT))
        with pytest.raises(KeyboardInterrupt):
            next(stream)
        interrupter.outcome()
        thread.set_name("mine")
        assert next(stream).payload.thread_name == "mine"  # type: ignore[union-attr]


def test_a_request_is_given_up(codex: Codex, blocked: threading.Event) -> None:
    pid = runtime_pid(codex)
    os.kill(pid, signal.SIGSTOP)
    try:
        interrupter = ctrl_c_when(lambda: blocked.wait(TIMEOUT))
        with pytest.raises(KeyboardInterrupt):
            codex.models()
    finally:
        os.kill(pid, signal.SIGCONT)
    interrupter.outcome()
    assert codex.models().data
    assert codex.statistics().stray_replies == 0


def test_a_second_one_does_not_wait(
    codex: Codex, blocked: threading.Event, monkeypatch: pytest.MonkeyPatch
) -> None:
    held, release, again = threading.Event(), threading.Event(), threading.Event()
    bounded = Call.wait_bounded

    def wait_bounded(self: Call, seconds: float) -> None:
        again.set()
        bounded(self, seconds)

    def hold() -> None:
        held.set()
        release.wait(TIMEOUT)

    monkeypatch.setattr(Call, "wait_bounded", wait_bounded)
    codex.client.portal._trio.submit(hold)
    assert held.wait(TIMEOUT)
    blocked.clear()
    first = ctrl_c_when(lambda: blocked.wait(TIMEOUT))
    second = ctrl_c_when(lambda: again.wait(TIMEOUT))
    with pytest.raises(KeyboardInterrupt):
        codex.models()
    assert not release.is_set()
    release.set()
    first.outcome()
    second.outcome()
    assert codex.models().data


def test_a_program_survives_its_terminal(model: BlockingModelServer, tmp_path: Path) -> None:
    gate = model.gate()
    model.reply("never", gate=gate)
    model.reply("second")
    program = """
with Codex(config) as codex:
    thread = codex.thread_start()
    try:
        thread.run("hi")
    except KeyboardInterrupt:
        print([str(turn.status.value) for turn in thread.turns()])
    print(thread.run("again").final_response)
"""
    process = child(program, model, tmp_path)
    try:
        gate.wait_reached(TIMEOUT)
        process.send_signal(signal.SIGINT)
        output, errors = process.communicate(timeout=TIMEOUT)
    finally:
        process.kill()
        process.wait(TIMEOUT)
    assert (output.split("\n"), errors) == (["['interrupted']", "second", ""], "")
    assert process.returncode == 0


class Scope:
    """What a call might have been about to return: something that has to be left."""

    def __init__(self) -> None:
        self.left = threading.Event()

    async def __aexit__(self, *exc_info: object) -> None:
        with trio.move_on_after(TIMEOUT, shield=True):
            await trio.lowlevel.checkpoint()
        self.left.set()


def test_what_comes_in_spite_of_it_is_left(codex: Codex, blocked: threading.Event) -> None:
    """A turn that was started while the caller was interrupted has nobody to leave it."""
    portal, scope, release = codex.client.portal, Scope(), trio.Event()

    async def start() -> Scope:
        with trio.CancelScope(shield=True):
            await release.wait()
        return scope

    def interrupt() -> None:
        blocked.wait(TIMEOUT)
        ctrl_c()
        portal._trio.submit(release.set)

    interrupter = Background(interrupt)
    with pytest.raises(KeyboardInterrupt):
        portal.run(start)
    interrupter.outcome()
    assert scope.left.is_set()
