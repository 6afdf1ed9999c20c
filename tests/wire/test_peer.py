"""One end of a connection knows what is open, and hands out what comes in."""

from __future__ import annotations

import json
import math
from typing import Any

import pytest

from trio_codex._wire import InboundRequest, Peer, Reply
from trio_codex.errors import (
    AppServerRpcError,
    ClientClosedError,
    InvalidArgumentError,
    ProtocolError,
    ServerBusyError,
)


def line(**fields: Any) -> bytes:
    return json.dumps(fields).encode() + b"\n"


def open_request(peer: Peer[str], token: str = "token") -> int:
    id, _ = peer.request("m", {}, token)
    return id


def test_ids_count_up_from_one() -> None:
    peer: Peer[str] = Peer()
    assert peer.request("a", {"x": 1}, "t") == (1, b'{"id":1,"method":"a","params":{"x":1}}\n')
    assert peer.request("b", None, "t") == (2, b'{"id":2,"method":"b"}\n')
    assert peer.outstanding == 2


@pytest.mark.requirement("wire/strict-encoding")
def test_a_refused_request_opens_nothing() -> None:
    peer: Peer[str] = Peer()
    with pytest.raises(InvalidArgumentError, match=r"\$\.x: nan"):
        peer.request("a", {"x": math.nan}, "t")
    assert peer.outstanding == 0
    assert open_request(peer) > 0
    assert peer.outstanding == 1


def test_a_notification_goes_out_without_an_id() -> None:
    assert Peer[str]().notify("initialized") == b'{"method":"initialized"}\n'


@pytest.mark.requirement("engine/replies")
def test_a_reply_meets_its_request() -> None:
    peer: Peer[str] = Peer()
    first, second = open_request(peer, "first"), open_request(peer, "second")
    received = peer.receive(line(id=second, result={"n": 2}) + line(id=first, result=None))
    assert [(r.token, r.result, r.error, r.late) for r in received if isinstance(r, Reply)] == [
        ("second", {"n": 2}, None, False),
        ("first", None, None, False),
    ]
    assert peer.outstanding == 0


def test_an_error_reply_carries_the_error_of_its_code() -> None:
    peer: Peer[str] = Peer()
    a, b = open_request(peer), open_request(peer)
    error = {"code": -32001, "message": "Server overloaded; retry later."}
    other = {"code": -5, "message": "odd", "data": {"why": [1]}}
    busy, odd = peer.receive(line(id=a, error=error) + line(id=b, error=other, result=None))
    assert isinstance(busy, Reply)
    assert isinstance(busy.error, ServerBusyError)
    assert isinstance(odd, Reply)
    assert type(odd.error) is AppServerRpcError
    assert (odd.error.code, odd.error.data) == (-5, {"why": [1]})
    assert "odd" in repr(odd)


def test_a_null_error_beside_a_result_is_a_result() -> None:
    peer: Peer[str] = Peer()
    (reply,) = peer.receive(line(id=open_request(peer), result=5, error=None))
    assert isinstance(reply, Reply)
    assert (reply.result, reply.error) == (5, None)


def test_a_notification_is_the_object_itself() -> None:
    peer: Peer[str] = Peer()
    message = {"method": "turn/started", "params": {"turn": {}}, "emittedAtMs": 5}
    assert peer.receive(line(**message)) == [message]


@pytest.mark.parametrize("id", [0, -1, 2**53 + 1, 2**63 - 1, "", "1", "x"])
def test_a_request_of_the_server_keeps_the_type_of_its_id(id: int | str) -> None:
    peer: Peer[str] = Peer()
    (request,) = peer.receive(line(id=id, method="currentTime/read", params={"threadId": "T"}))
    assert isinstance(request, InboundRequest)
    assert (request.id, request.method) == (id, "currentTime/read")
    assert request.params == {"threadId": "T"}
    assert peer.inbound_open == 1
    assert json.loads(peer.respond(id, {"currentTimeAt": 1})) == {
        "id": id,
        "result": {"currentTimeAt": 1},
    }
    assert peer.inbound_open == 0


@pytest.mark.requirement("engine/id-spaces")
def test_a_request_of_the_server_with_the_id_of_one_of_ours_is_not_its_reply() -> None:
    peer: Peer[str] = Peer()
    id = open_request(peer)
    (request,) = peer.receive(line(id=id, method="currentTime/read"))
    assert isinstance(request, InboundRequest)
    assert request.params is None
    assert (peer.outstanding, peer.inbound_open) == (1, 1)
    assert "currentTime/read" in repr(request)


def test_a_string_id_is_not_the_integer_it_spells() -> None:
    peer: Peer[str] = Peer()
    peer.receive(line(id=1, method="a") + line(id="1", method="b"))
    assert peer.inbound_open == 2
    peer.respond("1", None)
    peer.respond(1, None)
    assert peer.inbound_open == 0


def test_a_request_can_be_refused() -> None:
    peer: Peer[str] = Peer()
    peer.receive(line(id=7, method="a"))
    assert json.loads(peer.reject(7, -32000, "no", {"x": 1})) == {
        "id": 7,
        "error": {"code": -32000, "message": "no", "data": {"x": 1}},
    }
    assert peer.inbound_open == 0


@pytest.mark.parametrize("id", [1, True, 1.0, None, "1", 5])
def test_answering_what_is_not_open_is_an_error_of_ours(id: Any) -> None:
    peer: Peer[str] = Peer()
    peer.receive(line(id=1, method="a"))
    peer.respond(1, None)
    with pytest.raises(InvalidArgumentError, match="closed before"):
        peer.respond(id, None)
    with pytest.raises(InvalidArgumentError, match="closed before"):
        peer.reject(id, 1, "no")


def test_true_does_not_answer_the_request_with_id_one() -> None:
    peer: Peer[str] = Peer()
    peer.receive(line(id=1, method="a"))
    with pytest.raises(InvalidArgumentError, match="True is open"):
        peer.respond(True, None)
    assert peer.inbound_open == 1


def test_an_answer_that_cannot_be_written_leaves_the_request_open() -> None:
    peer: Peer[str] = Peer()
    peer.receive(line(id=1, method="a"))
    with pytest.raises(InvalidArgumentError, match="nan"):
        peer.respond(1, math.nan)
    with pytest.raises(InvalidArgumentError, match="nan"):
        peer.reject(1, 5, "no", math.nan)
    assert peer.inbound_open == 1
    assert peer.reject(1, 5, "no")


def test_a_request_sent_again_while_it_is_open_is_handed_out_once() -> None:
    peer: Peer[str] = Peer()
    assert len(peer.receive(line(id=1, method="a") * 3)) == 1
    assert (peer.inbound_open, peer.repeated) == (1, 2)


def test_a_request_that_reuses_an_open_id_for_another_method_is_refused() -> None:
    peer: Peer[str] = Peer()
    peer.receive(line(id=1, method="a"))
    with pytest.raises(ProtocolError, match="reuses the id 1, which is open for a"):
        peer.receive(line(id=1, method="b"))


def test_unknown_and_repeated_replies_are_counted_not_raised() -> None:
    peer: Peer[str] = Peer()
    id = open_request(peer)
    received = peer.receive(
        line(id=99, result=1)
        + line(id=id, result=1)
        + line(id=id, result=2)
        + line(id="1", error=1)
    )
    assert len(received) == 1
    assert peer.unmatched == 3


def test_the_answer_to_an_abandoned_request_is_late() -> None:
    peer: Peer[str] = Peer()
    id = open_request(peer)
    assert peer.abandon(id) is True
    assert peer.outstanding == 1
    (reply,) = peer.receive(line(id=id, result=1))
    assert isinstance(reply, Reply)
    assert reply.late
    assert "late" in repr(reply)
    assert peer.outstanding == 0
    assert peer.abandon(id) is False


def test_the_answer_to_a_forgotten_request_is_stray() -> None:
    peer: Peer[str] = Peer()
    id = open_request(peer)
    assert peer.forget(id) is True
    assert peer.forget(id) is False
    assert peer.receive(line(id=id, result=1)) == []
    assert (peer.outstanding, peer.unmatched) == (0, 1)


@pytest.mark.requirement("engine/replies")
def test_closing_returns_everyone_who_waits_and_ends_everything() -> None:
    peer: Peer[str] = Peer()
    open_request(peer, "a")
    peer.abandon(open_request(peer, "b"))
    open_request(peer, "c")
    peer.receive(line(id=1, method="x") + b'{"half')
    error = ClientClosedError("closed")
    assert peer.close(error) == ["a", "c"]
    assert peer.close(ClientClosedError("again")) == []
    assert (peer.outstanding, peer.inbound_open, peer.buffered) == (0, 0, 0)
    for use in (
        lambda: peer.request("m", {}, "t"),
        lambda: peer.notify("m"),
        lambda: peer.respond(1, None),
        lambda: peer.reject(1, 1, "no"),
        lambda: peer.receive(b""),
    ):
        with pytest.raises(ClientClosedError, match="closed"):
            use()


BAD_LINES: list[tuple[bytes, str]] = [
    (b"nonsense", "not JSON"),
    (b'{"method":"\xff"}', "not JSON"),
    (b"[" * 2000 + b"]" * 2000, "not JSON"),
    (b"[]", "not an object"),
    (b'["id","method"]', "not an object"),
    (b'"id method"', "not an object"),
    (b'"method"', "not an object"),
    (b"null", "not an object"),
    (b"5", "not an object"),
    (b"{}", "neither a method nor an id"),
    (b'{"result":1}', "neither a method nor an id"),
    (b'{"method":5}', "method of a message is not a string"),
    (b'{"method":null,"id":1}', "method of a message is not a string"),
    (b'{"id":null,"method":"m"}', "id of a message is neither"),
    (b'{"id":1.0,"method":"m"}', "id of a message is neither"),
    (b'{"id":18446744073709551616,"method":"m"}', "id of a message is neither"),
    (b'{"id":null,"error":{"code":1,"message":"m"}}', "id of a message is neither"),
    (b'{"id":true,"result":1}', "id of a message is neither"),
    (b'{"id":1.0,"result":1}', "id of a message is neither"),
    (b'{"id":1}', "neither a result nor an error"),
    (b'{"id":1,"error":null}', "neither a result nor an error"),
    (b'{"id":1,"result":1,"error":{"code":1,"message":"m"}}', "both a result and an error"),
    (b'{"id":1,"error":"no"}', "not a JSON-RPC error object"),
    (b'{"id":1,"error":{"code":"1","message":"m"}}', "not a JSON-RPC error object"),
    (b'{"id":1,"error":{"code":true,"message":"m"}}', "not a JSON-RPC error object"),
    (b'{"id":1,"error":{"code":1}}', "not a JSON-RPC error object"),
]


@pytest.mark.parametrize(
    ("bad", "message"), BAD_LINES, ids=[repr(bad)[:40] for bad, _ in BAD_LINES]
)
def test_a_line_that_is_no_message_is_an_error_that_shows_it(bad: bytes, message: str) -> None:
    peer: Peer[str] = Peer()
    open_request(peer)
    with pytest.raises(ProtocolError, match=message) as caught:
        peer.receive(bad + b"\n")
    assert caught.value.line == bad[:512]
    assert peer.failure is caught.value
    with pytest.raises(ProtocolError, match=message):
        peer.receive(line(method="m"))
    assert peer.outstanding == 1  # the waiter ends with the connection, not before


@pytest.mark.parametrize(
    ("bad", "message"), BAD_LINES, ids=[repr(bad)[:40] for bad, _ in BAD_LINES]
)
def test_messages_before_a_bad_line_are_not_lost(bad: bytes, message: str) -> None:
    peer: Peer[str] = Peer()
    open_request(peer)
    good = {"method": "m"}
    assert peer.receive(line(**good) + bad + b"\n" + line(method="never")) == [good]
    assert peer.failure is not None
    with pytest.raises(ProtocolError, match=message):
        peer.receive(b"")


def test_messages_before_a_line_that_is_too_long_are_not_lost() -> None:
    peer: Peer[str] = Peer(max_line_bytes=20)
    assert peer.receive(line(method="m") + b"x" * 30) == [{"method": "m"}]
    assert isinstance(peer.failure, ProtocolError)
    with pytest.raises(ProtocolError, match="limit of 20 bytes"):
        peer.receive(b"")


def test_a_first_line_that_is_too_long_is_an_error_at_once() -> None:
    peer: Peer[str] = Peer(max_line_bytes=20)
    with pytest.raises(ProtocolError, match="limit of 20 bytes"):
        peer.receive(b"x" * 30)
    assert isinstance(peer.failure, ProtocolError)


def test_blank_lines_and_carriage_returns_are_skipped() -> None:
    peer: Peer[str] = Peer()
    assert peer.receive(b'\n \t\r\n{"method":"m"}\r\n\r\n') == [{"method": "m"}]


@pytest.mark.requirement("wire/framing")
def test_unicode_line_separators_do_not_end_a_line() -> None:
    peer: Peer[str] = Peer()
    text = "a\u2028b\u2029c\u0085d\u000be"
    data = json.dumps({"method": "m", "params": text[:-2]}, ensure_ascii=False).encode() + b"\n"
    assert peer.receive(data) == [{"method": "m", "params": text[:-2]}]


def test_jsonrpc_is_neither_sent_nor_checked() -> None:
    peer: Peer[str] = Peer()
    id, sent = peer.request("m", {}, "t")
    assert b"jsonrpc" not in sent
    (reply,) = peer.receive(line(jsonrpc="9.9", id=id, result=1))
    assert isinstance(reply, Reply)
