"""How a blocking client ends: closed, by a handler, and as a copy in a forked process."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

import psutil
import pytest

from tests.sync.support import TIMEOUT, child
from trio_codex import (
    AppServerConfig,
    ClientClosedError,
    Codex,
    HandlerError,
    ServerRequestHandlers,
    protocol,
)
from trio_codex.testing import BlockingModelServer
from trio_codex.types import TurnStatus

ASKING: dict[str, Any] = {
    "approval_policy": protocol.AskForApprovalKind("on-request"),
    "approvals_reviewer": protocol.ApprovalsReviewer("user"),
}


def test_the_turns_of_a_closed_client_still_have_their_results(
    config: AppServerConfig, model: BlockingModelServer
) -> None:
    with Codex(config) as codex:
        done = codex.thread_start().turn("hi")
        assert done.run().final_response == "unasked"
        gate = model.gate()
        model.reply_deltas(["half ", "whole"], gate=gate, hold_after=1)
        running = codex.thread_start().turn("hi")
        for event in running.stream():
            if event.method == "item/agentMessage/delta":
                break
    assert done.run().final_response == "unasked"
    # The end of this one came while the client was being closed.
    assert running.run().status == TurnStatus.INTERRUPTED
    done.interrupt()
    running.interrupt()
    with pytest.raises(ClientClosedError, match="closed"):
        running.steer("more")


def test_a_handler_that_leaves_the_program_is_named_by_what_ends_with_it(
    config: AppServerConfig, model: BlockingModelServer
) -> None:
    def leave(params: object) -> Any:
        raise SystemExit(3)

    model.reply_command("touch made", escalated=True, justification="to see")
    model.reply("done")
    with Codex(config, handlers=ServerRequestHandlers(command_execution=leave)) as codex:
        thread = codex.thread_start(**ASKING)
        with pytest.raises(HandlerError, match="SystemExit: 3"):
            thread.run("hi")
        # Closing goes on in the private thread.
        with pytest.raises(ClientClosedError, match=r"requestApproval raised SystemExit: 3"):
            while True:
                codex.models()


FORKING = """
import os
codex = Codex(config)
print(runtime_pid(codex), flush=True)
end, other = os.pipe()
pid = os.fork()
if pid == 0:
    os.close(other)
    os.read(end, 1)  # returns when the parent has closed its end, or is gone
    os.read(0, 1)
    os._exit(0)
os.close(end)
"""


@pytest.mark.skipif(not hasattr(os, "fork"), reason="needs fork")
def test_a_forked_process_does_not_hold_up_closing(
    model: BlockingModelServer, tmp_path: Path
) -> None:
    program = (
        FORKING
        + """
transport = codex._async.client._connection.transport
codex.close()
print(transport.exit_info().exit_code, transport.exit_info().stopped_by_us)
os.kill(pid, 9)
os.waitpid(pid, 0)
"""
    )
    process = child(program, model, tmp_path)
    try:
        output, _ = process.communicate(timeout=TIMEOUT)
    finally:
        process.kill()
        process.wait(TIMEOUT)
    # The end of its input was enough: no signal was needed.
    assert output.splitlines()[1:] == ["0 False"]


@pytest.mark.skipif(not hasattr(os, "fork"), reason="needs fork")
def test_the_runtime_of_a_killed_process_ends_although_a_forked_one_lives(
    model: BlockingModelServer, tmp_path: Path
) -> None:
    process = child(FORKING + "print(pid, flush=True)\nos.kill(os.getpid(), 9)", model, tmp_path)
    assert process.stdout is not None and process.stdin is not None and process.stderr is not None
    runtime = psutil.Process(int(process.stdout.readline()))
    forked = psutil.Process(int(process.stdout.readline()))
    try:
        process.wait(TIMEOUT)
        gone, alive = psutil.wait_procs([runtime], timeout=TIMEOUT)
        assert gone == [runtime] and alive == []
        assert forked.is_running()
    finally:
        forked.kill()
        for pipe in (process.stdin, process.stdout, process.stderr):
            pipe.close()
