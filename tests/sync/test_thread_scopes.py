"""A blocking thread is a scope: leaving its block ends its turns and unloads it."""

from __future__ import annotations

import threading

import pytest

from tests.sync.support import ctrl_c_when
from trio_codex import Codex, InvalidArgumentError
from trio_codex.testing import BlockingModelServer
from trio_codex.types import TurnStatus


def loaded(codex: Codex) -> list[str]:
    return codex.request("thread/loaded/list", {}).data


def test_leaving_a_thread_interrupts_its_turn_and_unloads_it(
    codex: Codex, model: BlockingModelServer
) -> None:
    gate = model.gate()
    model.reply_deltas(["half ", "whole"], gate=gate, hold_after=1)
    with codex.thread_start() as thread:
        assert loaded(codex) == [thread.id]
        turn = thread.turn("Go.")
        next(event for event in turn.stream() if event.method == "item/agentMessage/delta")
    assert loaded(codex) == []
    assert turn.run().status == TurnStatus.INTERRUPTED
    assert repr(thread) == f"<Thread {thread.id}, unloaded>"
    with pytest.raises(InvalidArgumentError, match="was unloaded"):
        thread.run("Again.")


def test_a_turn_ends_when_its_thread_is_unsubscribed_from_by_hand(
    codex: Codex, model: BlockingModelServer
) -> None:
    gate = model.gate()
    model.reply_deltas(["half ", "whole"], gate=gate, hold_after=1)
    thread = codex.thread_start()
    turn = thread.turn("Go.")
    next(event for event in turn.stream() if event.method == "item/agentMessage/delta")
    codex.client.call("thread/unsubscribe", {"threadId": thread.id})
    assert turn.run(timeout=30).status == TurnStatus.INTERRUPTED


def test_resumed_and_forked_threads_are_scopes_too(
    codex: Codex, model: BlockingModelServer
) -> None:
    model.reply("One.")
    with codex.thread_start() as thread:
        thread.run("Go.")
    with codex.thread_resume(thread.id) as resumed, codex.thread_fork(thread.id) as fork:
        assert sorted(loaded(codex)) == sorted([resumed.id, fork.id])
    assert loaded(codex) == []


def test_a_thread_is_closed_once_and_stays_loaded_otherwise(codex: Codex) -> None:
    thread = codex.thread_start()
    assert loaded(codex) == [thread.id]
    thread.close()
    assert loaded(codex) == []
    before = codex.statistics().requests_sent
    thread.close()
    assert codex.statistics().requests_sent == before


def test_a_start_that_ctrl_c_ends_leaves_no_thread_loaded(
    codex: Codex, blocked: threading.Event
) -> None:
    ctrl_c_when(blocked.wait)
    with pytest.raises(KeyboardInterrupt):
        for _ in range(1000):
            codex.thread_start().close()
    while loaded(codex):
        codex.models()


def test_a_thread_left_after_its_client_was_closed_is_nobodys_business(codex: Codex) -> None:
    with codex.thread_start() as thread:
        codex.close()
    thread.close()
