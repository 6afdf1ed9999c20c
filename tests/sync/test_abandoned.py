"""A blocking stream dropped before its end: its turn is interrupted when it is collected."""

from __future__ import annotations

import gc
import logging
import threading
from collections.abc import Callable, Iterator
from contextlib import closing
from functools import partial

import pytest

from tests.sync.support import TIMEOUT, Background
from trio_codex import Codex, Thread
from trio_codex.testing import BlockingModelServer
from trio_codex.types import TurnStatus


@pytest.fixture(autouse=True)
def _no_cyclic_collector() -> Iterator[None]:
    gc.collect()
    gc.disable()
    yield
    gc.enable()


def hold(model: BlockingModelServer) -> None:
    model.reply_deltas(
        ["half ", "whole"],
        gate=model.gate(),
        hold_after=1,
        when=lambda request: request.last_user_text == "Go.",
    )
    model.reply("Next.", when=lambda request: request.last_user_text == "Again.")


def statuses(thread: Thread) -> dict[str, str]:
    return {turn.id: str(turn.status) for turn in thread.turns()}


def by_break(thread: Thread) -> None:
    for _ in thread.stream_text("Go."):
        break


def by_exception(thread: Thread) -> None:
    with pytest.raises(KeyError, match="mine"):
        for _ in thread.stream_text("Go."):
            raise KeyError("mine")


def by_del(thread: Thread) -> None:
    stream = thread.stream_text("Go.")
    assert next(stream) == "half "
    del stream


def by_dropping_a_handle_whose_events_were_read(thread: Thread) -> None:
    for event in thread.turn("Go.").stream():
        if event.method == "item/agentMessage/delta":
            break


def in_another_thread(thread: Thread) -> None:
    Background(lambda: by_break(thread)).outcome()


def by_a_reference_cycle(thread: Thread) -> None:
    cycle: list[object] = [stream := thread.stream_text("Go.")]
    assert next(stream) == "half "
    cycle.append(cycle)
    del stream, cycle
    gc.collect()


WAYS = [
    by_break,
    by_exception,
    by_del,
    by_dropping_a_handle_whose_events_were_read,
    in_another_thread,
    by_a_reference_cycle,
]


@pytest.mark.parametrize("abandon", WAYS, ids=lambda way: way.__name__)
def test_an_abandoned_stream_interrupts_its_turn_and_the_next_turn_is_a_new_one(
    model: BlockingModelServer,
    codex: Codex,
    abandon: Callable[[Thread], None],
    caplog: pytest.LogCaptureFixture,
) -> None:
    hold(model)
    thread = codex.thread_start()
    with caplog.at_level(logging.WARNING, "trio_codex.turns"):
        abandon(thread)
        result = thread.run("Again.")
    assert result.final_response == "Next."
    abandoned, *rest = [record for record in caplog.records if "dropped" in record.message]
    assert rest == []
    turn_id = abandoned.__dict__["codex_turn_id"]
    assert statuses(thread) == {turn_id: "interrupted", result.id: "completed"}


def test_a_text_stream_is_a_scope(model: BlockingModelServer, codex: Codex) -> None:
    hold(model)
    thread = codex.thread_start()
    with thread.stream_text("Go.") as stream:
        assert repr(stream) == "<TextStream of a turn that was not started, open>"
        assert next(stream) == "half "
        turn = stream.turn
        assert turn is not None
        assert repr(stream) == f"<TextStream of turn {turn.id}, open>"
    assert statuses(thread) == {turn.id: "interrupted"}
    assert repr(stream) == f"<TextStream of turn {turn.id}, closed>"
    assert turn.run().status == TurnStatus.INTERRUPTED
    stream.close()
    assert list(stream) == []


def test_a_closed_event_stream_interrupts_nothing_and_another_continues(
    model: BlockingModelServer, codex: Codex
) -> None:
    gate = model.gate()
    model.reply_deltas(["half ", "whole"], gate=gate, hold_after=1)
    turn = codex.thread_start().turn("Go.")
    with closing(turn.stream()) as events:
        assert repr(events) == f"<TurnStream of turn {turn.id}, open>"
        for event in events:
            if event.method == "item/agentMessage/delta":
                break
    assert repr(events) == f"<TurnStream of turn {turn.id}, closed>"
    assert list(events) == []
    gate.open()
    rest = turn.stream()
    assert [event.method for event in rest][-1] == "turn/completed"
    assert repr(rest) == f"<TurnStream of turn {turn.id}, ended>"
    assert turn.run().final_response == "half whole"


def test_a_dropped_subscription_is_ended(codex: Codex) -> None:
    stream = codex.notifications("thread/name/updated")
    assert repr(stream) == "<NotificationStream of thread/name/updated, open>"
    assert codex.statistics().subscriptions == 1
    del stream
    assert codex.statistics().subscriptions == 0
    with codex.notifications() as held:
        assert codex.statistics().subscriptions == 1
    assert repr(held) == "<NotificationStream of all methods, closed>"
    held.close()
    assert list(held) == []


def test_streams_dropped_in_many_threads_at_once_leave_nothing(
    model: BlockingModelServer, codex: Codex
) -> None:
    for _ in range(8):
        model.reply_deltas(["half ", "whole"], gate=model.gate(), hold_after=1)
    threads = [codex.thread_start() for _ in range(8)]
    together = threading.Barrier(8)

    def abandon(thread: Thread) -> None:
        for _ in thread.stream_text("Go."):
            together.wait(TIMEOUT)
            break

    for worker in [Background(partial(abandon, thread)) for thread in threads]:
        worker.outcome()
    for thread in threads:
        codex.client.portal.run(codex.client._async._require().abandoned.wait_left, thread.id)
        assert list(statuses(thread).values()) == ["interrupted"]
    assert codex.statistics().turns == 0
