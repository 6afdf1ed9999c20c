"""Connections that break anywhere: every turn ends once, as recorded, and nothing is doubled."""

from __future__ import annotations

from collections import Counter
from types import SimpleNamespace
from typing import Any

import hypothesis.strategies as st
import pytest
import trio
import trio.testing
from hypothesis import example, given, settings

from tests.properties.outliving_server import OutlivingServer
from trio_codex import (
    AsyncCodex,
    AsyncThread,
    Decision,
    Notification,
    OutcomeUnknownError,
    ServerRequestHandlers,
    TurnResult,
)

THREADS = 3
_numbers = st.integers(0, THREADS - 1)
ON_A_THREAD = ("start", "say", "said", "ask", "finish", "rename", "read", "interrupt")
ACTIONS = st.one_of(
    st.tuples(st.sampled_from(ON_A_THREAD), _numbers),
    st.tuples(st.sampled_from(("start", "say", "ask")), _numbers),
    st.tuples(
        st.sampled_from(
            ("cut", "half", "deaf", "mute", "refuse", "restart", "decide", "later", "latest")
        ),
        st.just(0),
    ),
    st.just(("settle", 0)),
)


class Started:
    """A turn that was started here: its events, and what it came to."""

    def __init__(self) -> None:
        self.events: list[Notification] = []
        self.result: TurnResult[Any] | None = None
        self.error: OutcomeUnknownError | None = None

    async def run(self, thread: AsyncThread, text: str) -> None:
        try:
            turn = await thread.turn(text)
            async for event in turn.stream():
                self.events.append(event)
            self.result = await turn.run()
        except OutcomeUnknownError as error:
            self.error = error


class Play:
    """Carries out the actions, and checks what came of them."""

    def __init__(self) -> None:
        self.server = OutlivingServer()
        self.started: list[Started] = []
        self.handled: Counter[str] = Counter()
        self.decided = trio.Event()
        self.texts = 0
        self.unknown: list[str] = []

    async def approve(self, params: Any) -> Decision:
        self.handled[params.item_id] += 1
        await self.decided.wait()
        return Decision.ACCEPT

    def decide(self) -> None:
        decided, self.decided = self.decided, trio.Event()
        decided.set()

    async def run(self, actions: list[tuple[str, int]]) -> None:
        handlers = ServerRequestHandlers(command_execution=self.approve)
        codex = AsyncCodex(handlers=handlers)
        attachment = SimpleNamespace(open=self.server.open, reconnect_timeout=100_000.0)
        codex.client._attachment = attachment  # type: ignore[assignment]
        with trio.fail_after(50_000):
            async with codex:
                threads = [await codex.thread_start() for _ in range(THREADS)]
                async with trio.open_nursery() as nursery:
                    for name, number in actions:
                        self.act(name, threads[number], nursery)
                        if name == "settle":
                            await trio.testing.wait_all_tasks_blocked()
                    await self.end(nursery)
                self.check()
                statistics = codex.statistics()
                assert statistics.turns == statistics.turns_starting == 0
                assert statistics.requests_in_flight == statistics.server_requests == 0

    def act(self, name: str, thread: AsyncThread, nursery: trio.Nursery) -> None:
        server, turn = self.server, self.server.running(thread.id)
        self.texts += 1
        if name == "start":
            self.started.append(Started())
            nursery.start_soon(self.started[-1].run, thread, f"text-{self.texts}")
        elif name in ("rename", "read", "interrupt"):
            nursery.start_soon(self.request, name, thread, f"name-{self.texts}", turn)
        elif name in ("cut", "half"):
            server.cut(half=name == "half")
        elif name in ("deaf", "mute"):
            server.lose(output=name == "deaf")
        elif name == "refuse":
            server.refusals += 2
        elif name == "restart":
            server.restart()
        elif name in ("later", "latest"):
            server.meanwhile.append("finish" if name == "latest" else "said")
        elif name == "decide":
            self.decide()
        elif name != "settle" and turn is not None:
            {"say": server.say, "said": server.said, "ask": server.ask, "finish": server.end}[name](
                turn
            )

    async def request(self, name: str, thread: AsyncThread, text: str, turn: Any) -> None:
        ids = {"threadId": thread.id, "turnId": "none" if turn is None else turn.id}
        try:
            if name == "rename":
                await thread.set_name(text)
            elif name == "read":
                assert (await thread.read()).thread.id == thread.id
            else:
                await thread._client.call("turn/interrupt", ids)
        except OutcomeUnknownError as error:
            self.unknown.append(error.method)

    async def end(self, nursery: trio.Nursery) -> None:
        """Let everything come to its end, with a connection that works."""
        while nursery.child_tasks:
            if self.server.impaired:
                self.server.cut()
            await trio.sleep(20)  # longer than the pauses between attempts
            self.decide()
            await trio.testing.wait_all_tasks_blocked()
            for turn in self.server.turns:
                if turn.status == "inProgress":
                    self.server.end(turn)

    def check(self) -> None:
        server = self.server
        assert all(times == 1 for times in server.carried_out.values()), "a request was repeated"
        assert all(times == 1 for times in self.handled.values()), "a handler ran twice"
        late = server.answers.pop("", 0)  # to requests that the server has withdrawn
        assert late <= len(self.handled)
        assert all(times == 1 for times in server.answers.values()), "a request was answered twice"
        assert set(self.unknown) <= {"thread/name/set"}, "a read was not repeated"
        by_id = {turn.id: turn for turn in server.turns}
        for started in self.started:
            if started.error is not None:
                assert server.gaps and not started.events
                continue
            result = started.result
            assert result is not None
            turn = by_id[result.id]
            assert result.status == turn.status
            assert [item.id for item in result.items] == [item["id"] for item in turn.items]  # type: ignore[union-attr]
            self.check_events(started.events)

    def check_events(self, events: list[Notification]) -> None:
        methods = [event.method for event in events]
        assert methods.count("turn/completed") == 1 and methods[-1] == "turn/completed"
        bodies: list[Any] = [event.params for event in events]
        items = [
            body["item"]["id"]
            for method, body in zip(methods, bodies, strict=True)
            if method == "item/completed"
        ]
        assert len(items) == len(set(items)), "an item completed twice"
        numbers = [body["number"] for body in bodies if "number" in body]
        assert numbers == sorted(set(numbers)), "an event came twice, or late"
        recovered = [event for event in events if event.recovered]
        assert "trioCodex/gap" in methods or not recovered
        assert methods.count("trioCodex/gap") <= self.server.gaps
        self.check_text(methods, bodies)

    def check_text(self, methods: list[str], bodies: list[Any]) -> None:
        """Without a gap, the deltas of each completed message are its text."""
        if "trioCodex/gap" in methods:
            return
        texts: Counter[str] = Counter()
        for method, body in zip(methods, bodies, strict=True):
            if method == "item/agentMessage/delta":
                texts[body["itemId"]] += len(body["delta"])
        pairs = [*zip(methods, bodies, strict=True)]
        begun = {body["item"]["id"] for method, body in pairs if method == "item/started"}
        for method, body in zip(methods, bodies, strict=True):
            if method == "item/completed" and body["item"]["id"] in begun:
                assert texts[body["item"]["id"]] == len(body["item"]["text"]), "text is missing"


def script(names: str) -> list[tuple[str, int]]:
    return [(name, 0) for name in names.split()]


@pytest.mark.requirement("reconnect/turns")
@settings(deadline=None, max_examples=150)
@given(st.lists(ACTIONS, max_size=30))
@example(script("deaf rename settle cut"))
@example(script("mute rename settle cut"))
@example(script("deaf start settle cut"))
@example(script("start settle ask settle cut settle decide"))
@example(script("start settle say ask settle deaf decide settle cut"))
@example(script("start settle say settle deaf said say settle cut settle say said finish"))
@example(script("start settle say settle later later cut settle say finish"))
@example(script("start settle say settle said latest later cut settle"))
@example(script("start settle say settle refuse half finish start settle restart start"))
def test_connections_may_break_anywhere(actions: list[tuple[str, int]]) -> None:
    async def main() -> None:
        await Play().run(actions)

    trio.run(main, clock=trio.testing.MockClock(autojump_threshold=0))
