"""Turns the items of a turn into the notifications that tell of them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

import attrs
from hypothesis import strategies as st

from .. import _fake_shapes as shapes
from ._values import wire

if TYPE_CHECKING:
    from ._stories import Message

__all__ = ["Teller", "interleaved", "noise"]

_MS: Final = shapes.NOW * 1000
_TEXT: Final = st.text(max_size=12)


@attrs.define
class Teller:
    """Tells of one turn: makes its notifications, with ids of its own."""

    draw: st.DrawFn
    thread_id: str
    turn_id: str
    _count: int = 0

    def tell(self, method: str, **params: Any) -> Message:
        """A notification about the turn."""
        ids = {"threadId": self.thread_id, "turnId": self.turn_id}
        if method in ("turn/started", "turn/completed"):
            del ids["turnId"]
        return {"method": method, "params": {**ids, **params}, "emittedAtMs": _MS}

    def _id(self, kind: str) -> str:
        self._count += 1
        return f"{self.turn_id}-{kind}-{self._count}"

    def started(self, item: Message) -> Message:
        return self.tell("item/started", item=item, startedAtMs=_MS)

    def completed(self, item: Message) -> Message:
        return self.tell("item/completed", item=item, completedAtMs=_MS)

    def user(self) -> list[Message]:
        """What the user said, at the start or in a steer."""
        item = shapes.user_message(self._id("user"), self.draw(_TEXT))
        return [self.started(item), self.completed(item)]

    def message(self, *, finished: bool) -> list[Message]:
        """A message of the model; a steer or an interrupt leaves it without an end."""
        phase = self.draw(st.sampled_from([None, None, "commentary", "final_answer"]))
        pieces = self.draw(st.lists(_TEXT, max_size=4))
        item_id = self._id("message")
        told = [self.started(shapes.agent_message(item_id, "", phase))]
        told += [
            self.tell("item/agentMessage/delta", itemId=item_id, delta=piece) for piece in pieces
        ]
        if finished:
            told.append(self.completed(shapes.agent_message(item_id, "".join(pieces), phase)))
        return told

    def answer(self) -> list[Message]:
        """A message from its start to its end."""
        return self.message(finished=True)

    def reasoning(self) -> list[Message]:
        """What the model thought, in one summary."""
        item_id, text = self._id("reasoning"), self.draw(_TEXT)
        about: Message = {"itemId": item_id, "summaryIndex": 0}
        empty: Message = {"type": "reasoning", "id": item_id, "summary": [], "content": []}
        return [
            self.started(empty),
            self.tell("item/reasoning/summaryPartAdded", **about),
            self.tell("item/reasoning/summaryTextDelta", **about, delta=text),
            self.completed({**empty, "summary": [text]}),
        ]

    def command(self) -> list[Message]:
        """A command that was run, with its output."""
        item_id, pieces = self._id("command"), self.draw(st.lists(_TEXT, max_size=3))
        item: Message = {
            "type": "commandExecution",
            "id": item_id,
            "command": "ls",
            "commandActions": [],
            "cwd": "/home/dev/project",
            "status": "inProgress",
        }
        method = "item/commandExecution/outputDelta"
        done: Message = {"status": "completed", "exitCode": 0, "aggregatedOutput": "".join(pieces)}
        return [
            self.started(item),
            *(self.tell(method, itemId=item_id, delta=piece) for piece in pieces),
            self.completed({**item, **done}),
        ]

    def anything(self) -> list[Message]:
        """An item of any type that says nothing by itself."""
        from ...protocol import ThreadItem

        quiet = wire(ThreadItem).filter(_is_quiet)
        item: Any = self.draw(quiet)
        item = {**item, "id": self._id("item")}
        return [self.started(item), self.completed(item)]

    def usage(self) -> Message:
        """How many tokens the turn has used."""
        tokens = shapes.token_usage(self.draw(st.integers(0, 100_000)))
        return self.tell("thread/tokenUsage/updated", tokenUsage=tokens)


def _is_quiet(item: Any) -> bool:
    return item["type"] not in ("agentMessage", "userMessage")


def interleaved(draw: st.DrawFn, parts: list[list[Any]]) -> list[Any]:
    """One order of all that keeps the order of each part."""
    left = [list(reversed(part)) for part in parts if part]
    merged: list[Any] = []
    while left:
        chosen = draw(st.integers(0, len(left) - 1)) if len(left) > 1 else 0
        merged.append(left[chosen].pop())
        if not left[chosen]:
            del left[chosen]
    return merged


def noise(thread_id: str) -> st.SearchStrategy[Message]:
    """A notification that belongs to no turn."""
    about: list[tuple[str, Message]] = [
        ("thread/status/changed", {"threadId": thread_id, "status": {"type": "idle"}}),
        ("thread/name/updated", {"threadId": thread_id, "threadName": "a name"}),
        ("warning", {"threadId": thread_id, "message": "Heads up"}),
        ("account/updated", {"authMode": None, "planType": None}),
        ("skills/changed", {}),
    ]
    return st.sampled_from(about).map(
        lambda found: {"method": found[0], "params": dict(found[1]), "emittedAtMs": _MS}
    )
