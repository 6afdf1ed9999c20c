"""A blocking request is written by its caller's own thread, or else by the way through Trio's."""

from __future__ import annotations

import random
import sys
import threading
from collections.abc import Iterator
from functools import partial

import pytest

from tests.sync.support import PATIENCE, Background
from trio_codex import AppServerConfig, Codex, InvalidArgumentError, TransportClosedError
from trio_codex._session.pending import PendingRequest
from trio_codex._session.posting import post_at_once
from trio_codex.protocol import JsonValue
from trio_codex.sync.portal import Call

# Answers every request with its own params; `end` is answered by its death.
ECHO = """
import json, sys
for line in sys.stdin.buffer:
    request = json.loads(line)
    if request["method"] == "end":
        sys.exit(3)
    if "id" in request:
        result = request.get("params")
        if request["method"] == "initialize":
            result = {"userAgent": "echo/0", "codexHome": "/", "platformFamily": "unix",
                      "platformOs": "linux"}
        reply = {"id": request["id"], "result": result}
        sys.stdout.write(json.dumps(reply) + "\\n")
        sys.stdout.flush()
"""
THREADS = 8
CALLS = 60


@pytest.fixture
def echo() -> Iterator[Codex]:
    config = AppServerConfig(
        launch_args_override=(sys.executable, "-I", "-c", ECHO),
        version_policy="ignore",
        max_in_flight=4,
    )
    with Codex(config) as codex:
        yield codex


def test_frames_of_many_threads_do_not_mix(echo: Codex) -> None:
    """Small frames go out by their threads while large ones keep the writer's task busy."""

    def call(seed: int) -> int:
        sizes = random.Random(seed)
        for number in range(CALLS):
            size = sizes.choice((0, 100, 4000, 5000, 70_000, 300_000))
            params: dict[str, JsonValue] = {"seed": seed, "number": number, "text": "x" * size}
            assert echo.client.call("test/echo", params) == params
        return seed

    callers = [Background(partial(call, seed)) for seed in range(THREADS)]
    assert [caller.outcome() for caller in callers] == list(range(THREADS))
    statistics = echo.statistics()
    assert statistics.requests_in_flight == statistics.frames_queued == 0
    assert statistics.requests_sent == THREADS * CALLS + 1
    assert statistics.stray_replies == 0


def test_bad_params_take_no_place_and_send_nothing(echo: Codex) -> None:
    for _ in range(20):
        with pytest.raises(InvalidArgumentError, match="lone surrogate"):
            echo.client.call("test/echo", {"text": "\ud800"})
    assert echo.client.call("test/echo", {"n": 1}) == {"n": 1}
    assert echo.statistics().requests_in_flight == 0
    assert echo.statistics().requests_sent == 2


def test_every_thread_learns_of_the_end(echo: Codex) -> None:
    started = threading.Barrier(THREADS + 1)

    def call() -> str:
        started.wait(PATIENCE)
        while True:
            try:
                echo.client.call("test/echo", {"text": "x" * 2000})
            except TransportClosedError as error:
                return str(error)

    callers = [Background(call) for _ in range(THREADS)]
    started.wait(PATIENCE)
    with pytest.raises(TransportClosedError, match=r"the (runtime|connection)"):
        echo.client.call("end")
    assert all(caller.outcome() for caller in callers)
    assert echo.statistics().requests_in_flight == 0


def test_what_cannot_be_written_at_once_is_left_to_trio(echo: Codex) -> None:
    connection = echo.client.twin._require()

    def post(params: object) -> int | None:
        pending = PendingRequest("test/echo", None)
        return post_at_once(connection, "test/echo", params, pending, echo.client.portal.submit)  # type: ignore[arg-type]

    assert post({"text": "short"}) is not None
    assert post({"text": "longer than a pipe takes whole" * 1000}) is None
    with connection._writer._writing:  # somebody else is writing
        assert post({}) is None
    # Answers come in order, and what Trio's thread is asked for is done in order: after both, all
    # places are free again.
    assert echo.client.call("test/echo", {"n": 0}) == {"n": 0}
    assert echo.client.portal.run_sync(bool) is False
    assert [connection._slots.take() for _ in range(4)] == [True] * 4
    assert post({}) is None
    for _ in range(4):
        echo.client.portal.run_sync(connection._slots.release)
    assert echo.client.call("test/echo", {"n": 1}) == {"n": 1}
    assert echo.statistics().requests_in_flight == 0


def test_an_end_that_overlooked_the_request_still_ends_the_wait(
    echo: Codex, monkeypatch: pytest.MonkeyPatch
) -> None:
    connection = echo.client.twin._require()
    end = TransportClosedError("it ended in between")

    def write(frame: bytes) -> bool:
        assert frame
        monkeypatch.setattr(connection, "failure", end)
        return True

    monkeypatch.setattr(connection._writer, "write_whole", write)
    pending = PendingRequest("test/echo", None)
    assert post_at_once(connection, "test/echo", {}, pending, echo.client.portal.submit)
    assert pending.error is end
    assert connection._peer.outstanding == 0
    monkeypatch.undo()


def test_a_signal_handler_may_call_whatever_it_interrupts(
    echo: Codex, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It may have come over its thread at any step, also while that keeps others from writing."""
    connection = echo.client.twin._require()
    answers: list[object] = []
    write_now = connection._writer._write_now

    def handler(frame: bytes) -> int:
        monkeypatch.undo()
        answers.extend(echo.client.call("test/echo", {"text": "x" * size}) for size in (10, 10_000))
        return write_now(frame)

    monkeypatch.setattr(connection._writer, "_write_now", handler)
    assert echo.client.call("test/echo", {"n": 1}) == {"n": 1}
    assert answers == [{"text": "x" * 10}, {"text": "x" * 10_000}]
    assert echo.statistics().requests_in_flight == 0


def test_ctrl_c_before_the_write_comes_out_at_once(
    echo: Codex, monkeypatch: pytest.MonkeyPatch
) -> None:
    def interrupted(frame: bytes) -> bool:
        assert frame
        raise KeyboardInterrupt

    def forbidden(call: Call, seconds: float) -> None:
        assert call.done, f"it would wait {seconds} s for an outcome that cannot come"

    monkeypatch.setattr(Call, "wait_bounded", forbidden)
    monkeypatch.setattr(echo.client.twin._require()._writer, "write_whole", interrupted)
    with pytest.raises(KeyboardInterrupt):
        echo.client.call("test/echo", {"n": 1})
    monkeypatch.undo()
    assert echo.client.call("test/echo", {"n": 2}) == {"n": 2}
    assert echo.statistics().requests_in_flight == 0
    assert echo.statistics().requests_sent == 2
