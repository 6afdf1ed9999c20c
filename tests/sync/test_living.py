"""The life of a blocking client: where it may be used, and that nothing of it is left."""

from __future__ import annotations

import asyncio
import gc
import os
import sys
import threading
from pathlib import Path

import pytest
import trio

from tests.sync.support import TIMEOUT, Background, child, is_alive, runtime_pid
from trio_codex import (
    AppServerConfig,
    AppServerError,
    ClientClosedError,
    Codex,
    TransportClosedError,
)
from trio_codex.testing import BlockingModelServer


def threads_of_clients() -> list[str]:
    return [t.name for t in threading.enumerate() if t.name.startswith("trio_codex Codex")]


def test_the_block_leaves_no_thread_and_no_process(config: AppServerConfig) -> None:
    with Codex(config) as codex:
        pid = runtime_pid(codex)
        assert threads_of_clients() == ["trio_codex Codex"]
    assert not is_alive(pid)
    assert threads_of_clients() == []
    assert codex.statistics().tasks == 0
    assert codex.metadata.server_version


def test_closing_twice_is_fine_and_using_it_then_is_not(config: AppServerConfig) -> None:
    codex = Codex(config)
    thread = codex.thread_start()
    codex.close()
    codex.close()
    for use in (codex.models, codex.thread_start, lambda: thread.run("hi"), thread.read):
        with pytest.raises(ClientClosedError, match="closed"):
            use()
    with pytest.raises(ClientClosedError, match="closed"):
        codex.notifications()


def test_closing_wakes_every_waiting_call(
    config: AppServerConfig, model: BlockingModelServer, blocked: threading.Event
) -> None:
    gate = model.gate()
    model.reply("never", gate=gate)
    codex = Codex(config)
    stream = codex.notifications("no/such")
    waiting = Background(lambda: next(stream))
    running = Background(lambda: codex.thread_start().run("hi").status)
    gate.wait_reached(TIMEOUT)
    assert blocked.wait(TIMEOUT)
    codex.close()
    with pytest.raises(ClientClosedError, match="closed"):
        waiting.outcome()
    # The turn is interrupted before the runtime goes, so that its end is not lost.
    assert running.outcome() == "interrupted"


def test_what_came_before_the_end_can_still_be_read(
    config: AppServerConfig, model: BlockingModelServer
) -> None:
    model.reply("Hello")
    with Codex(config) as codex:
        turn = codex.thread_start().turn("hi")
        turn_over = codex.thread_start()
        turn_over.run("meanwhile")
        codex.client.portal.run(turn._async._channel.wait_over)
    assert [event.method for event in turn.stream()][-1] == "turn/completed"


def test_a_dead_runtime_is_told(codex: Codex, model: BlockingModelServer) -> None:
    gate = model.gate()
    model.reply("never", gate=gate)
    thread = codex.thread_start()
    running = Background(lambda: thread.run("hi"))
    gate.wait_reached(TIMEOUT)
    os.kill(runtime_pid(codex), 9)
    with pytest.raises(TransportClosedError, match="SIGKILL"):
        running.outcome()
    with pytest.raises(TransportClosedError, match="SIGKILL"):
        thread.read()


@pytest.mark.requirement("blocking/anywhere")
def test_it_works_beside_a_running_event_loop(
    config: AppServerConfig, model: BlockingModelServer
) -> None:
    """As in a notebook, where a cell is run by a task of asyncio."""
    model.reply("from a cell")

    async def cell() -> str | None:
        await asyncio.sleep(0)
        with Codex(config) as codex:
            return codex.thread_start().run("hi").final_response

    assert asyncio.run(cell()) == "from a cell"


async def test_it_works_inside_a_task_of_another_trio_run(
    config: AppServerConfig, model: BlockingModelServer
) -> None:
    model.reply("from a task")
    with Codex(config) as codex:
        assert codex.thread_start().run("hi").final_response == "from a task"
        result = await trio.to_thread.run_sync(lambda: codex.thread_start().run("hi"))
        assert result.final_response == "unasked"


def test_its_own_thread_is_refused(codex: Codex) -> None:
    with pytest.raises(AppServerError, match="its own private thread"):
        codex.client.portal.run_sync(codex.models)


def test_a_later_thread_with_the_private_threads_ident_is_not_taken_for_it(
    config: AppServerConfig,
) -> None:
    """The system gives the ident of a thread that has ended to the next one."""
    codex = Codex(config)
    ident = codex.client.portal._trio.thread.ident
    codex.close()

    def use() -> int:
        with pytest.raises(ClientClosedError, match="this client was closed"):
            codex.models()
        return threading.get_ident()

    assert ident in {Background(use).outcome() for _ in range(100)}


def test_two_clients_live_side_by_side(
    model: BlockingModelServer, config: AppServerConfig, codex: Codex
) -> None:
    with Codex(config) as other:
        assert runtime_pid(other) != runtime_pid(codex)
    assert codex.thread_start().run("hi").final_response == "unasked"


def test_a_failure_of_the_private_thread_reaches_every_caller(
    config: AppServerConfig, model: BlockingModelServer, caplog: pytest.LogCaptureFixture
) -> None:
    gate = model.gate()
    model.reply("never", gate=gate)
    codex = Codex(config)
    pid = runtime_pid(codex)

    def crash() -> None:
        raise LookupError("a bug over there")

    running = Background(lambda: codex.thread_start().run("hi"))
    gate.wait_reached(TIMEOUT)
    codex.client.portal._trio.submit(crash)
    with pytest.raises(TransportClosedError, match="private thread failed"):
        running.outcome()
    with pytest.raises(TransportClosedError, match="private thread failed"):
        codex.models()
    codex.close()
    assert "a bug over there" in caplog.text
    assert not is_alive(pid)


def test_a_forgotten_client_warns_and_closes(config: AppServerConfig) -> None:
    codex = Codex(config)
    pid, thread = runtime_pid(codex), codex.client.portal._trio.thread
    keeping = [codex]
    del codex
    with pytest.warns(ResourceWarning, match="was not closed"):
        keeping.clear()
    thread.join(TIMEOUT)
    assert not thread.is_alive()
    assert not is_alive(pid)


def test_a_thread_keeps_its_client(config: AppServerConfig, model: BlockingModelServer) -> None:
    model.reply("kept")
    thread = Codex(config).thread_start()
    gc.collect()
    assert thread.run("hi").final_response == "kept"
    thread._client.portal.close()


@pytest.mark.requirement("blocking/anywhere")
def test_a_program_that_forgets_to_close_ends(model: BlockingModelServer, tmp_path: Path) -> None:
    program = """
codex = Codex(config)
print(runtime_pid(codex), codex.thread_start().run("hi").final_response)
"""
    process = child(program, model, tmp_path)
    try:
        output, errors = process.communicate(timeout=TIMEOUT)
    finally:
        process.kill()
        process.wait(TIMEOUT)
    pid, text = output.split()
    assert (text, errors, process.returncode) == ("unasked", "", 0)
    assert not is_alive(int(pid))


@pytest.mark.skipif(not hasattr(os, "fork"), reason="needs fork")
def test_a_forked_process_is_told_that_the_client_is_not_its_own(
    model: BlockingModelServer, tmp_path: Path
) -> None:
    program = """
import os
with Codex(config) as codex:
    pid = os.fork()
    if pid == 0:
        try:
            codex.models()
        except Exception as error:
            print(type(error).__name__, error, flush=True)
        codex.close()
        os._exit(0)
    os.waitpid(pid, 0)
    print(codex.thread_start().run("hi").final_response)
"""
    process = child(program, model, tmp_path)
    try:
        output, errors = process.communicate(timeout=TIMEOUT)
    finally:
        process.kill()
        process.wait(TIMEOUT)
    lines = output.splitlines()
    assert lines[0].startswith("ClientClosedError this client belongs to the process that forked")
    assert lines[1:] == ["unasked"]
    if sys.version_info < (3, 12):  # later versions warn of any fork beside threads
        assert errors == ""
