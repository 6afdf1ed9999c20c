"""A blocking request is written by its caller's own thread, or else by the way through Trio's."""

from __future__ import annotations

import random
import sys
import threading
from collections.abc import Iterator
from contextlib import suppress
from functools import partial

import pytest

from tests.sync.support import (
    TIMEOUT,
    Background,
    Interrupter,
    at_every_line,
    ctrl_c_when,
    echo_config,
)
from trio_codex import ClientClosedError, Codex, InvalidArgumentError, TransportClosedError
from trio_codex._portal.request import Request
from trio_codex._session.pending import PendingRequest
from trio_codex._session.writer import FrameWriter
from trio_codex.protocol import JsonValue

THREADS = 8
CALLS = 60
SIZES = (10, 10_000, 300_000)


@pytest.fixture
def echo() -> Iterator[Codex]:
    with Codex(echo_config(max_in_flight=4)) as codex:
        yield codex


@pytest.fixture
def narrow() -> Iterator[Codex]:
    """A client with one slot, which every two calls at a time contend for."""
    with Codex(echo_config(max_in_flight=1)) as codex:
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
        started.wait(TIMEOUT)
        while True:
            try:
                echo.client.call("test/echo", {"text": "x" * 2000})
            except TransportClosedError as error:
                return str(error)

    callers = [Background(call) for _ in range(THREADS)]
    started.wait(TIMEOUT)
    with pytest.raises(TransportClosedError, match=r"the (runtime|connection)"):
        echo.client.call("end")
    assert all(caller.outcome() for caller in callers)
    assert echo.statistics().requests_in_flight == 0


def direct_post(codex: Codex, params: JsonValue) -> Request:
    return Request(codex.client.portal, codex.client._async._require(), "test/echo", params)


def give_back(codex: Codex, *posts: Request) -> None:
    for post in posts:
        codex.client.portal.run_sync(post.take_back)


def test_what_cannot_be_written_immediately_is_left_to_trio(echo: Codex) -> None:
    writer = echo.client._async._require()._writer

    def try_in_another_thread(params: JsonValue) -> bool:
        post = direct_post(echo, params)
        written = Background(post.try_write).outcome()
        give_back(echo, post)
        assert written is post.sent
        return post.sent

    assert try_in_another_thread({"text": "short"})
    assert not try_in_another_thread({"text": "longer than a pipe takes whole" * 1000})
    with writer._lock:  # another thread is writing
        assert not try_in_another_thread({})
    # Answers come in order, so all slots are free again.
    assert echo.client.call("test/echo", {"n": 0}) == {"n": 0}
    posts = [direct_post(echo, {}) for _ in range(5)]
    connection = echo.client._async._require()
    assert [connection._slots.take_into(post._taken) for post in posts] == [True] * 4 + [False]
    assert not posts[4].try_write()
    give_back(echo, *posts)
    assert echo.client.call("test/echo", {"n": 1}) == {"n": 1}
    assert echo.statistics().requests_in_flight == 0
    assert echo.statistics().requests_sent == 4


def test_an_end_that_overlooked_the_request_still_ends_the_call(
    echo: Codex, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The connection ends after the call has looked and before it announces its request."""
    connection = echo.client._async._require()
    end = TransportClosedError("it ended in between")
    announce = connection._peer.announce

    ended = threading.Event()

    def fail() -> None:
        connection.fail(end)
        ended.set()

    def end_first(id: int, token: PendingRequest) -> None:
        echo.client.portal.submit(fail)
        assert ended.wait(TIMEOUT)
        announce(id, token)

    def write(*_: object) -> None:
        raise AssertionError("written although nothing would ever settle it")

    # The writer is closed last: until then it would take the request.
    monkeypatch.setattr(connection._writer, "write_whole", write)

    monkeypatch.setattr(
        type(connection._peer), "announce", lambda _, id, token: end_first(id, token)
    )
    calling = Background(lambda: echo.client.call("test/echo", {}))
    with pytest.raises(TransportClosedError, match="it ended in between"):
        calling.outcome()


@pytest.mark.parametrize("size", SIZES)
def test_a_signal_handler_may_call_at_every_line(narrow: Codex, size: int) -> None:
    """It runs in the thread that it interrupts: whatever that one holds, it must get."""

    def handler() -> None:
        assert narrow.client.call("test/echo", {"text": "x" * size}) == {"text": "x" * size}

    handler()
    lines = at_every_line(lambda: narrow.client.call("test/echo", {"n": 1}) == {"n": 1}, handler)
    assert lines > 60
    assert narrow.statistics().requests_in_flight == narrow.statistics().requests_waiting == 0


@pytest.mark.parametrize("size", SIZES)
def test_another_thread_may_call_at_every_line_of_a_direct_write(
    narrow: Codex, blocked: threading.Event, size: int
) -> None:
    """Between any two lines of a call, another thread begins one and comes as far as it can."""
    others: list[Background] = []

    def other() -> None:
        blocked.clear()
        others.append(Background(lambda: narrow.client.call("test/echo", {"text": "x" * size})))
        assert blocked.wait(TIMEOUT)

    lines = at_every_line(lambda: narrow.client.call("test/echo", {"n": 1}) == {"n": 1}, other)
    assert lines > 60
    assert all(thread.outcome() == {"text": "x" * size} for thread in others)
    assert narrow.statistics().requests_in_flight == narrow.statistics().requests_waiting == 0


def test_another_thread_may_call_at_every_line_of_the_trio_thread(
    narrow: Codex, blocked: threading.Event
) -> None:
    """The last slot is taken between any two lines of a request that Trio's thread sends."""
    others: list[Background] = []
    long: JsonValue = {"text": "x" * 10_000}  # too long for a direct write

    def other() -> None:
        blocked.clear()
        others.append(Background(lambda: narrow.client.call("test/echo", {})))
        assert blocked.wait(TIMEOUT)

    for number in range(1000):
        interrupter = Interrupter(number, other)
        narrow.client.portal.run_sync(sys.settrace, interrupter.trace)
        assert narrow.client.call("test/echo", long) == long
        narrow.client.portal.run_sync(sys.settrace, None)
        if not interrupter.came:
            break
    assert number > 60
    assert all(thread.outcome() == {} for thread in others)
    assert narrow.statistics().requests_in_flight == narrow.statistics().requests_waiting == 0


@pytest.fixture
def hasty() -> Iterator[None]:
    """Threads take turns as often as the interpreter can."""
    before = sys.getswitchinterval()
    sys.setswitchinterval(1e-6)
    yield
    sys.setswitchinterval(before)


@pytest.mark.usefixtures("hasty")
def test_threads_that_take_turns_at_every_step(narrow: Codex) -> None:
    def call(seed: int) -> int:
        sizes = random.Random(seed)
        for number in range(CALLS):
            params: JsonValue = {
                "seed": seed,
                "n": number,
                "text": "x" * sizes.choice((0, 9, 9000)),
            }
            assert narrow.client.call("test/echo", params) == params
        return seed

    callers = [Background(partial(call, seed)) for seed in range(THREADS)]
    assert [caller.outcome() for caller in callers] == list(range(THREADS))
    statistics = narrow.statistics()
    assert statistics.requests_in_flight == statistics.requests_waiting == 0
    assert statistics.requests_sent == THREADS * CALLS + 1
    assert statistics.stray_replies == 0


@pytest.mark.usefixtures("hasty")
def test_threads_that_share_a_stream_get_every_event_once(echo: Codex) -> None:
    """The child sends a notification for each request; threads read them from one stream."""
    received: list[int] = []
    with echo.notifications("test/notice") as stream:

        def read() -> None:
            # The end is an entry as well, which one of them gets.
            with suppress(ClientClosedError):
                for event in stream:
                    assert isinstance(event.params, dict)
                    received.append(event.params["n"])  # type: ignore[arg-type]

        readers = [Background(read) for _ in range(4)]
        for number in range(300):
            echo.client.call("test/notify", {"n": number, "times": 3})
        echo.close()
        for reader in readers:
            reader.outcome()
    assert sorted(received) == sorted([*range(300)] * 3)


@pytest.mark.skipif(sys.platform == "win32", reason="sends POSIX signals")
def test_interrupted_requests_that_are_never_answered_do_not_use_up_the_slots(
    echo: Codex, blocked: threading.Event
) -> None:
    for _ in range(8):  # twice the slots
        blocked.clear()
        interrupter = ctrl_c_when(lambda: blocked.wait(TIMEOUT))
        with pytest.raises(KeyboardInterrupt):
            echo.client.call("test/never")
        interrupter.outcome()
    assert echo.client.call("test/echo", {"n": 1}) == {"n": 1}
    assert echo.statistics().requests_in_flight == 2


class HeldTransport:
    """A pipe whose whole writes take as long as the test likes, and say when they are tried."""

    whole_bytes = 100

    def __init__(self) -> None:
        self.inside, self.release = threading.Event(), threading.Event()
        self.written: list[str] = []

    def send_whole(self, offered: list[bytes], sent: list[int]) -> None:
        self.inside.set()
        assert self.release.wait(TIMEOUT)
        self.written.append("whole")
        sent.append(len(offered[0]))

    def send_nowait(self, data: bytes) -> int:
        self.written.append("part")
        return len(data) // 2


class WatchedLock:
    """The writer's lock; says when a thread begins to wait for it."""

    def __init__(self, lock: threading.RLock) -> None:
        self._lock = lock
        self.wanted = threading.Event()
        self.acquire, self.release = lock.acquire, lock.release

    def __enter__(self) -> None:
        self.wanted.set()
        self._lock.acquire()

    def __exit__(self, *_: object) -> None:
        self._lock.release()


@pytest.mark.parametrize("act", ["write", "close"])
def test_trios_thread_neither_splits_nor_outruns_a_write_that_has_begun(act: str) -> None:
    transport = HeldTransport()
    writer = FrameWriter(transport)  # type: ignore[arg-type]
    lock = WatchedLock(writer._lock)
    writer._lock = lock  # type: ignore[assignment]
    sent: list[int] = []
    caller = Background(lambda: writer.write_whole([b"x" * 10], sent))
    assert transport.inside.wait(TIMEOUT)
    trio_thread = Background(
        (lambda: writer.write(b"y" * 1000)) if act == "write" else writer.close
    )
    assert lock.wanted.wait(TIMEOUT), "it went on without the lock"
    assert transport.written == []
    assert not writer._closed
    transport.release.set()
    caller.outcome()
    trio_thread.outcome()
    assert sent == [10]
    assert transport.written == ["whole", "part"][: 2 if act == "write" else 1]
