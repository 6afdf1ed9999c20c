"""Whatever two ends do, and wherever the bytes are cut, each reply meets its request."""

from __future__ import annotations

import itertools
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule

from trio_codex._wire import InboundRequest, Peer, Reply, encode_result
from trio_codex.errors import ClientClosedError, JsonRpcError, ProtocolError

FRAGMENTS = st.one_of(
    st.binary(max_size=20),
    st.sampled_from(
        [
            b'{"method":"m"}',
            b'{"method":"m","params":{"x":[1,"\xc3\xa9"]}}',
            b'{"id":1,"result":{}}',
            b'{"id":2,"error":{"code":-32600,"message":"no"}}',
            b'{"id":"a","method":"m"}',
            b'{"id":1,"method":"n"}',
            b'{"id":null}',
            b'{"id":1,"result":',
            b"[" * 1100,
            b"\r",
            b"\n",
            b"\n",
            b"\n",
        ]
    ),
)


def describe(message: Any) -> tuple[object, ...]:
    if isinstance(message, Reply):
        return ("reply", message.token, message.result, str(message.error), message.late)
    if isinstance(message, InboundRequest):
        return ("request", message.id, message.method, message.params)
    return ("notification", message)


def outcome(chunks: list[bytes], limit: int) -> tuple[list[tuple[object, ...]], bool, int, int]:
    peer: Peer[str] = Peer(limit)
    peer.request("a", {}, "first")
    peer.request("b", {}, "second")
    received: list[tuple[object, ...]] = []
    for chunk in chunks:
        try:
            received += map(describe, peer.receive(chunk))
        except ProtocolError:
            break
    return received, peer.failure is not None, peer.unmatched, peer.repeated


@given(st.lists(FRAGMENTS), st.lists(st.integers(0, 5000)), st.sampled_from([40, 100_000]))
def test_any_bytes_however_cut_become_the_same_messages_or_a_protocol_error(
    fragments: list[bytes], places: list[int], limit: int
) -> None:
    data = b"".join(fragments)
    edges = [0, *sorted(place % (len(data) + 1) for place in places), len(data)]
    cut = [data[a:b] for a, b in itertools.pairwise(edges)]
    assert outcome(cut, limit) == outcome([data], limit)


@given(st.binary())
def test_any_line_becomes_a_message_or_a_protocol_error_and_nothing_else(data: bytes) -> None:
    peer: Peer[str] = Peer()
    try:
        received = peer.receive(data.replace(b"\n", b" ") + b"\n")
    except ProtocolError:
        return
    assert len(received) <= 1


class TwoPeers(RuleBasedStateMachine):
    """Two ends over a link that may hold bytes back and cut them anywhere."""

    def __init__(self) -> None:
        super().__init__()
        self.ends: tuple[Peer[int], Peer[int]] = (Peer(), Peer())
        self.links = [b"", b""]  # bytes on their way to that end
        self.asked: list[dict[int, tuple[int, bool]]] = [{}, {}]  # id -> token, abandoned
        self.to_answer: list[dict[int | str, Any]] = [{}, {}]
        self.answered: list[dict[int, Any]] = [{}, {}]  # by asking end: token -> expected
        self.strays = [0, 0]
        self.notices: list[list[int]] = [[], []]
        self.seen_notices: list[list[int]] = [[], []]
        self.counter = 0

    def send(self, end: int, data: bytes) -> None:
        self.links[1 - end] += data

    @rule(end=st.integers(0, 1))
    def ask(self, end: int) -> None:
        self.counter += 1
        id, data = self.ends[end].request("ask", {"token": self.counter}, self.counter)
        assert id not in self.asked[end]
        self.asked[end][id] = (self.counter, False)
        self.send(end, data)

    @rule(end=st.integers(0, 1))
    def notify(self, end: int) -> None:
        self.counter += 1
        self.notices[1 - end].append(self.counter)
        self.send(end, self.ends[end].notify("notice", {"n": self.counter}))

    @precondition(lambda self: any(self.links))
    @rule(end=st.integers(0, 1), size=st.integers(1, 200))
    def deliver(self, end: int, size: int) -> None:
        chunk, self.links[end] = self.links[end][:size], self.links[end][size:]
        for message in self.ends[end].receive(chunk):
            self.take(end, message)

    def take(self, end: int, message: Any) -> None:
        if isinstance(message, Reply):
            (id,) = [i for i, (token, _) in self.asked[end].items() if token == message.token]
            _, abandoned = self.asked[end].pop(id)
            assert message.late == abandoned
            expected = self.answered[end].pop(message.token)
            actual = message.error.code if message.error is not None else message.result
            assert actual == expected
        elif isinstance(message, InboundRequest):
            assert message.id not in self.to_answer[end]
            self.to_answer[end][message.id] = message.params
        else:
            params: Any = message["params"]
            self.seen_notices[end].append(params["n"])

    @precondition(lambda self: any(self.to_answer))
    @rule(data=st.data(), refuse=st.booleans(), again=st.booleans())
    def answer(self, data: st.DataObject, refuse: bool, again: bool) -> None:
        end = data.draw(st.sampled_from([e for e in (0, 1) if self.to_answer[e]]))
        id = data.draw(st.sampled_from(sorted(self.to_answer[end], key=str)))
        token = self.to_answer[end].pop(id)["token"]
        if refuse:
            self.answered[1 - end][token] = -token
            line = self.ends[end].reject(id, -token, "no")
        else:
            self.answered[1 - end][token] = {"for": token}
            line = self.ends[end].respond(id, {"for": token})
        self.send(end, line)
        if again:
            self.strays[1 - end] += 1
            self.send(end, line)

    @rule(end=st.integers(0, 1), id=st.integers(10**6, 10**7))
    def answer_what_was_never_asked(self, end: int, id: int) -> None:
        self.strays[1 - end] += 1
        self.send(end, encode_result(id, {}))

    @precondition(lambda self: any(self.asked))
    @rule(data=st.data())
    def abandon(self, data: st.DataObject) -> None:
        end = data.draw(st.sampled_from([e for e in (0, 1) if self.asked[e]]))
        id = data.draw(st.sampled_from(sorted(self.asked[end])))
        assert self.ends[end].abandon(id)
        self.asked[end][id] = (self.asked[end][id][0], True)

    @invariant()
    def the_books_agree(self) -> None:
        for end in (0, 1):
            assert self.ends[end].outstanding == len(self.asked[end])
            assert self.ends[end].inbound_open == len(self.to_answer[end])
            assert self.ends[end].unmatched <= self.strays[end]

    def teardown(self) -> None:
        while any(self.links) or any(self.to_answer):
            for end in (0, 1):
                self.deliver(end, 10_000)
                for id in list(self.to_answer[end]):
                    token = self.to_answer[end].pop(id)["token"]
                    self.answered[1 - end][token] = None
                    self.send(end, self.ends[end].respond(id, None))
        for end in (0, 1):
            peer = self.ends[end]
            assert (peer.outstanding, peer.inbound_open, peer.buffered) == (0, 0, 0)
            assert not self.asked[end]
            assert not self.answered[end]
            assert peer.unmatched == self.strays[end]
            assert self.seen_notices[end] == self.notices[end]
            assert peer.close(ClientClosedError("over")) == []


TestTwoPeers = TwoPeers.TestCase
TestTwoPeers.settings = settings(max_examples=60, stateful_step_count=40, deadline=None)


@given(st.lists(st.booleans(), min_size=1, max_size=20))
def test_closing_returns_exactly_those_who_still_wait(abandoned: list[bool]) -> None:
    peer: Peer[int] = Peer()
    ids = [peer.request("m", {}, token)[0] for token in range(len(abandoned))]
    for id, gone in zip(ids, abandoned, strict=True):
        if gone:
            peer.abandon(id)
    expected = [token for token, gone in enumerate(abandoned) if not gone]
    assert peer.close(JsonRpcError("over")) == expected
    assert peer.outstanding == 0
