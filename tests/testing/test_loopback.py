"""The servers as such: who owns them, how they end, and what they make of HTTP."""

from __future__ import annotations

import gzip
import subprocess
import sys
from typing import TYPE_CHECKING

import h11
import orjson
import pytest
import trio
import trio.testing

from trio_codex.testing import Gate, ModelServer, Signal

if TYPE_CHECKING:
    from collections.abc import Mapping

BODY = orjson.dumps({"model": "m", "input": [{"role": "user", "content": "hello"}]})
PATIENCE = 10.0


async def _exchange(
    stream: trio.SocketStream,
    conn: h11.Connection,
    method: str = "POST",
    path: str = "/v1/responses",
    body: bytes = BODY,
    headers: Mapping[str, str] | None = None,
) -> tuple[int, bytes]:
    """Make one request on an open connection."""
    fields = {"host": "127.0.0.1", "content-length": str(len(body)), **(headers or {})}
    head = h11.Request(method=method, target=path, headers=list(fields.items()))
    parts = (head, h11.Data(data=body), h11.EndOfMessage())
    await stream.send_all(b"".join(conn.send(part) or b"" for part in parts))
    status, answer = 0, b""
    while not isinstance(event := conn.next_event(), h11.EndOfMessage):
        if isinstance(event, h11.Response):
            status = event.status_code
        elif isinstance(event, h11.Data):
            answer += event.data
        elif event is h11.NEED_DATA:
            conn.receive_data(await stream.receive_some())
        else:
            raise AssertionError(f"the connection broke off: {event!r}")
    await trio.lowlevel.checkpoint()
    return status, answer


async def _connect(model: ModelServer) -> trio.SocketStream:
    port = int(model.origin.rpartition(":")[2])
    return await trio.open_tcp_stream("127.0.0.1", port)


async def _once(
    model: ModelServer,
    method: str = "POST",
    path: str = "/v1/responses",
    body: bytes = BODY,
    headers: Mapping[str, str] | None = None,
) -> tuple[int, bytes]:
    with trio.fail_after(PATIENCE):
        async with await _connect(model) as stream:
            return await _exchange(stream, h11.Connection(h11.CLIENT), method, path, body, headers)


async def test_a_connection_takes_one_request_after_the_other() -> None:
    async with ModelServer() as model:
        model.reply("one")
        model.reply("two")
        with trio.fail_after(PATIENCE):
            async with await _connect(model) as stream:
                conn = h11.Connection(h11.CLIENT)
                _, first = await _exchange(stream, conn)
                conn.start_next_cycle()
                _, second = await _exchange(stream, conn)

    assert b'"delta":"one"' in first
    assert b'"delta":"two"' in second
    assert second.rstrip().splitlines()[-2] == b"event: response.completed"


async def test_a_gzipped_body_is_read() -> None:
    async with ModelServer(default="ok") as model:
        headers = {"content-encoding": "gzip"}
        status, _ = await _once(model, body=gzip.compress(BODY), headers=headers)

    assert status == 200
    assert model.requests[0].last_user_text == "hello"


async def test_a_body_in_another_encoding_is_refused() -> None:
    async with ModelServer(default="ok") as model:
        status, answer = await _once(model, body=b"?", headers={"content-encoding": "zstd"})

    assert status == 415
    assert b"zstd" in answer
    assert not model.requests


async def test_the_model_list_is_served_and_other_paths_are_not() -> None:
    async with ModelServer() as model:
        models, _ = await _once(model, "GET", "/v1/models", b"")
        other, answer = await _once(model, "POST", "/v1/elsewhere")

    assert (models, other) == (200, 404)
    assert b"POST /v1/elsewhere" in answer
    assert model.other_requests == ["GET /v1/models", "POST /v1/elsewhere"]


async def test_something_that_is_not_http_is_hung_up_on() -> None:
    async with ModelServer(default="ok") as model:
        with trio.fail_after(PATIENCE):
            async with await _connect(model) as stream:
                await stream.send_all(b"\x16\x03\x01 this is not HTTP\r\n\r\n")
                assert await stream.receive_some() == b""
        status, _ = await _once(model)

    assert status == 200


async def test_a_client_that_leaves_is_seen() -> None:
    async with ModelServer() as model:
        gate = model.gate()
        model.reply("never", gate=gate)
        with trio.fail_after(PATIENCE):
            stream = await _connect(model)
            conn = h11.Connection(h11.CLIENT)
            fields = [("host", "x"), ("content-length", str(len(BODY)))]
            head = h11.Request(method="POST", target="/v1/responses", headers=fields)
            await stream.send_all((conn.send(head) or b"") + BODY)
            await gate.reached()
            await stream.aclose()
            request = await model.wait_for_request(1)
            await request.disconnected.wait()

    assert not request.answered.is_set()


async def test_the_body_of_the_block_fails_with_its_own_exception() -> None:
    with pytest.raises(KeyError, match="mine"):
        async with ModelServer():
            raise KeyError("mine")


async def test_a_cancelled_block_ends_as_cancelled() -> None:
    with trio.move_on_after(PATIENCE) as scope:
        async with ModelServer():
            scope.cancel()
            await trio.sleep_forever()

    assert scope.cancelled_caught


async def test_a_failure_of_a_cancelled_body_is_not_lost() -> None:
    with trio.CancelScope() as scope, pytest.raises(KeyError, match="mine"):
        async with ModelServer():
            scope.cancel()
            raise KeyError("mine")


async def test_a_nursery_owns_a_served_model() -> None:
    with trio.fail_after(PATIENCE):
        async with trio.open_nursery() as nursery:
            model: ModelServer = await nursery.start(ModelServer(default="ok").serve)
            status, _ = await _once(model)
            await model.aclose()

    assert status == 200


async def test_nobody_listens_after_the_block() -> None:
    async with ModelServer() as model:
        pass

    with pytest.raises(OSError, match="127"):
        await _connect(model)


async def test_a_server_serves_only_once() -> None:
    async with ModelServer() as model:
        with pytest.raises(RuntimeError, match="has served before"):
            await model.serve()

    with pytest.raises(RuntimeError, match="has served before"):
        async with model:
            pass


async def test_a_server_cancelled_at_once_leaves_nothing_open() -> None:
    with trio.CancelScope() as scope:
        scope.cancel()
        async with ModelServer():
            raise AssertionError("a cancelled caller does not get so far")

    with trio.CancelScope() as scope:
        async with ModelServer() as model:
            scope.cancel()

    with pytest.raises(OSError, match="127"):
        await _connect(model)


def test_the_address_is_not_known_before_the_start() -> None:
    with pytest.raises(RuntimeError, match="is not serving"):
        _ = ModelServer().base_url


async def test_requests_are_counted_from_one() -> None:
    async with ModelServer() as model:
        with pytest.raises(ValueError, match="counted from 1"):
            await model.wait_for_request(0)


async def test_a_wait_for_a_request_ends_with_the_request() -> None:
    async with ModelServer(default="ok") as model:
        with trio.fail_after(PATIENCE):
            async with trio.open_nursery() as nursery:
                nursery.start_soon(_once, model)
                nursery.start_soon(_once, model)
                second = await model.wait_for_request(2)

    assert model.requests[1] is second


async def test_a_signal_wakes_tasks_of_another_thread() -> None:
    signal = Signal()
    with trio.fail_after(PATIENCE):
        async with trio.open_nursery() as nursery:
            nursery.start_soon(signal.wait)
            nursery.start_soon(signal.wait)
            await trio.testing.wait_all_tasks_blocked()
            await trio.to_thread.run_sync(signal.set)
        await signal.wait()

    assert signal.is_set()


async def test_a_cancelled_wait_leaves_the_gate_closed() -> None:
    gate = Gate()
    with trio.move_on_after(0) as scope:
        await gate.reached()

    assert scope.cancelled_caught
    assert not gate.is_reached
    assert not gate.is_open


def test_a_blocking_wait_ends_after_its_time() -> None:
    with pytest.raises(TimeoutError, match=r"within 0\.01 s"):
        Gate().wait_reached(0.01)


def test_importing_the_harness_imports_none_of_its_tools() -> None:
    code = (
        "import sys, trio_codex.testing as t; t.ModelServer; t.LoginIssuer; t.isolated_config; "
        "print([m for m in ('hypothesis', 'pytest') if m in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
