"""Notifications of the items of a turn."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any, Final, cast

import attrs
from hypothesis import strategies as st

from ...protocol._types import fields_of, without_null
from ...protocol.methods import METHODS
from ..app_server import shapes
from .values import UNKNOWN_PREFIX, wire

if TYPE_CHECKING:
    from ...protocol import JsonValue, WireModel  # noqa: F401 - `Message` names the first
    from ...protocol.methods import MethodSpec
    from .stories import Message

__all__ = ["NotificationBuilder", "interleaved", "malformed", "noise"]

_MS: Final = shapes.NOW * 1000
_TEXT: Final = st.text(max_size=12)
# They end a turn's thread, a login or a request of the server.
_NO_NOISE: Final = frozenset(
    {
        "account/login/completed",
        "mcpServer/oauthLogin/completed",
        "serverRequest/resolved",
        "thread/archived",
        "thread/closed",
        "thread/deleted",
    }
)

# Values that no id and no record is, and the keys that clients look at.
_MISFITS: Final[tuple[Any, ...]] = (None, True, 7, "", [], [7], {}, {"id": 7}, {"type": []})
_KEYS: Final = (
    *("threadId", "thread", "turnId", "turn", "itemId", "item", "delta", "tokenUsage"),
    *("status", "error", "willRetry", "requestId", "loginId"),
)


@attrs.define
class NotificationBuilder:
    """Builds the notifications of one turn, with new ids.

    Attributes:
        alone: whether no other thread has a turn of this id, so that the id alone names it.
    """

    draw: st.DrawFn
    thread_id: str
    turn_id: str
    alone: bool = True
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
        """The start of an item."""
        return self.tell("item/started", item=item, startedAtMs=_MS)

    def completed(self, item: Message) -> Message:
        """The completion of an item."""
        return self.tell("item/completed", item=item, completedAtMs=_MS)

    def user(self, client_id: str | None = None) -> list[Message]:
        """A message of the user, at the start or in a steer."""
        item = shapes.user_message(self._id("user"), self.draw(_TEXT), client_id)
        return [self.started(item), self.completed(item)]

    def message(self, *, finished: bool) -> list[Message]:
        """A message of the model; a steer or an interrupt leaves it without an end."""
        phase = self.draw(st.sampled_from([None, None, "commentary", "final_answer"]))
        pieces = self.draw(st.lists(_TEXT, max_size=6))
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

    def plan(self) -> list[Message]:
        """A plan, which the runtime cuts out of a message."""
        item_id, pieces = self._id("plan"), self.draw(st.lists(_TEXT, max_size=3))
        return [
            self.started({"type": "plan", "id": item_id, "text": ""}),
            *(self.tell("item/plan/delta", itemId=item_id, delta=piece) for piece in pieces),
            self.completed({"type": "plan", "id": item_id, "text": "".join(pieces)}),
        ]

    def spawn(self, child: str) -> list[Message]:
        """The call that starts the agent of a thread."""
        item = shapes.spawn_call(self._id("spawn"), self.thread_id, [child])
        begun = {**item, "status": "inProgress", "receiverThreadIds": [], "agentsStates": {}}
        return [self.started(begun), self.completed(item)]

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
        """An item of any other type, without deltas."""
        from ...protocol import ThreadItem

        quiet = wire(ThreadItem).filter(_is_quiet)
        item: Any = self.draw(quiet)
        item = {**item, "id": self._id("item")}
        return [self.started(item), self.completed(item)]

    def aside(self) -> list[Message]:
        """A notification of any other method that is about the turn."""
        spec = self.draw(st.sampled_from(_turn_methods()))
        return [self.draw(_drawn(spec, self.thread_id, self.turn_id))]

    def newer(self) -> list[Message]:
        """A notification that only newer servers send, and that may name its turn otherwise."""
        turn: Message = self.draw(
            st.sampled_from([{"turnId": self.turn_id}, {"turn": {"id": self.turn_id}}])
        )
        threads: list[Message] = [{"threadId": self.thread_id}]
        if self.alone:
            threads += [{}, {"threadId": None}]
        params: Message = {**turn, **self.draw(st.sampled_from(threads))}
        return [{"method": f"{UNKNOWN_PREFIX}/method", "params": params, "emittedAtMs": _MS}]

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
    """A notification that belongs to no turn, of any method the schema has.

    Half of them could name a turn and do not: their turn id is `null`, or is left out.
    """
    nullable = [spec for spec in _thread_methods() if spec.turn_key is not None]
    return (st.sampled_from(nullable) | st.sampled_from(_thread_methods())).flatmap(
        lambda spec: _drawn(spec, thread_id)
    )


@st.composite
def malformed(draw: st.DrawFn, thread_id: str) -> Message:
    """A notification whose params do not fit its method, and that names no turn.

    The params are no object, or their ids and contents are of other types. Some name the thread.

    Args:
        draw: given by Hypothesis.
        thread_id: the id of the thread.
    """
    method = draw(st.sampled_from(_notifications()))
    values = st.sampled_from(_MISFITS)
    params: Any = draw(values | st.dictionaries(st.sampled_from(_KEYS), values, max_size=6))
    message: Message = {"method": method, "emittedAtMs": _MS}
    # With the thread's id, these end it, or the only turn that runs on it.
    ends = method in _NO_NOISE or method in ("turn/completed", "thread/status/changed")
    if isinstance(params, dict) and not ends and draw(st.booleans()):
        params = {**params, "threadId": thread_id}
    return message if params is None else {**message, "params": params}


@cache
def _notifications() -> list[str]:
    return [s.method for s in METHODS.values() if s.direction == "server_notification"]


@cache
def _thread_methods() -> list[MethodSpec]:
    """The notifications that need not be about a turn, a login or a request."""
    return [
        spec
        for spec in METHODS.values()
        if spec.direction == "server_notification"
        and spec.params_name is not None
        and spec.method not in _NO_NOISE
        and (spec.turn_key is None or _may_be_null(spec, spec.turn_key))
    ]


@cache
def _turn_methods() -> list[MethodSpec]:
    """The notifications of a turn that neither begin nor end anything a result is made of."""
    return [
        spec
        for spec in METHODS.values()
        if spec.direction == "server_notification"
        and spec.turn_key == ("turnId",)
        and spec.method not in ("item/started", "item/completed")
    ]


@cache
def _params(method: str) -> st.SearchStrategy[Any]:
    """The params of a method; made once, because some types reach seventy others."""
    return wire(METHODS[method].params)


def _may_be_null(spec: MethodSpec, path: tuple[str, ...]) -> bool:
    fields = fields_of(cast("type[WireModel]", spec.params))
    (field,) = (field for field in fields if field.wire == path[0])
    return without_null(field.type)[1]


@st.composite
def _drawn(
    draw: st.DrawFn, spec: MethodSpec, thread_id: str, turn_id: str | None = None
) -> Message:
    """A notification as the schema has it, about this thread and this turn, or about no turn."""
    params: Any = draw(_params(spec.method))
    if spec.thread_key is not None and _dig(params, spec.thread_key) is not None:
        _dig(params, spec.thread_key[:-1])[spec.thread_key[-1]] = thread_id
    if turn_id is not None:
        params["turnId"] = turn_id
    elif spec.turn_key is not None and "turnId" in params:
        params["turnId"] = None
    return {"method": spec.method, "params": params, "emittedAtMs": _MS}


def _dig(value: Any, path: tuple[str, ...]) -> Any:
    for key in path:
        value = value.get(key)
    return value
