"""Plays a conversation to a peer and a router, as the connection does."""

from __future__ import annotations

import itertools
from collections.abc import Callable
from typing import Any

import orjson

from trio_codex._session.router import Answerable, Router
from trio_codex._session.stream import EventStream
from trio_codex._session.turn import TurnChannel
from trio_codex._wire import Peer, Reply
from trio_codex.testing.strategies import Conversation, Step


class Player:
    """One end of a conversation: the engine without its tasks."""

    def __init__(self) -> None:
        self.peer: Peer[Any] = Peer()
        self.router = Router(100_000, (), on_late=_never, on_unwanted=_never)
        self.others = self.router.subscribe(frozenset())
        self.channels: dict[int, TurnChannel] = {}
        self.ids: dict[int, int] = {}

    def ask(self, step: Step) -> None:
        assert step.handle is not None
        params: Any = step.message["params"]
        channel = self.router.expect_turn(params["threadId"])
        self.channels[step.handle] = channel
        self.ids[step.handle], _ = self.peer.request("turn/start", params, channel)

    def line(self, step: Step) -> bytes:
        # The ids are the client's: it asks in another order than the handles are counted in.
        own = {} if step.handle is None else {"id": self.ids[step.handle]}
        return orjson.dumps({**step.message, **own}) + b"\n"

    def receive(self, chunk: bytes) -> None:
        self.router.route(self.peer.receive(chunk), self.answered)
        self.router.flush()

    def answered(self, reply: Answerable) -> None:
        assert isinstance(reply, Reply)
        result: Any = reply.result
        channel: Any = reply.token
        self.router.starts.bind(channel, result["turn"]["id"])


def _never(_: object) -> None:
    raise AssertionError("no turn of a conversation is left")


def play(conversation: Conversation, cut: Callable[[bytes], list[bytes]]) -> Player:
    """Play all of a conversation, what the server says cut into pieces by `cut`."""
    player = Player()
    for asking, steps in itertools.groupby(conversation.steps, lambda step: step.kind == "ask"):
        if asking:
            for step in steps:
                player.ask(step)
            continue
        for chunk in cut(b"".join(map(player.line, steps))):
            player.receive(chunk)
    return player


def drained(events: EventStream) -> list[Any]:
    """Everything a stream holds."""
    found: list[Any] = []
    while batch := events.receive_nowait():
        found += batch
    return found
