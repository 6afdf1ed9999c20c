"""Conversations, goals and queues: what happens, and what each handle must get of it."""

from __future__ import annotations

from base64 import b64encode
from typing import TYPE_CHECKING, Any, Literal

import attrs
import orjson

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ...protocol import JsonValue

__all__ = [
    "CommandStory",
    "Conversation",
    "GoalStory",
    "Handle",
    "Message",
    "QueueStory",
    "Step",
    "Turn",
]

Message = dict[str, "JsonValue"]
"""One line on the wire."""


def _count(messages: tuple[Message, ...]) -> str:
    return f"<{len(messages)} messages>"


def _shown(story: object, printer: Any, cycle: bool) -> None:  # noqa: ARG001 - IPython's
    # Hypothesis would show every field of every message otherwise.
    printer.text(repr(story))


@attrs.frozen(kw_only=True, repr=False)
class Step:
    """One message of a conversation.

    Attributes:
        kind: `"ask"` is the client's `turn/start`, `"reply"` the answer to it, and `"tell"` a
            notification of the server.
        message: the message itself.
        handle: which handle asks or is answered, an index into `Conversation.handles`; `None`
            for a notification.
    """

    kind: Literal["ask", "reply", "tell"]
    message: Message = attrs.field(hash=False)
    handle: int | None = None

    def __repr__(self) -> str:
        # A failing example is read by people: this is enough to follow it by.
        about = "" if self.handle is None else f" {self.handle}"
        return f"<{self.kind}{about} {self.message.get('method', '')}>"


@attrs.frozen(kw_only=True)
class Turn:
    """What happens in one turn on the server.

    Attributes:
        thread_id: the thread's id.
        turn_id: the turn's id; two threads may each have a turn of that id, as after a fork.
        status: how it ends: `"completed"`, `"interrupted"` or `"failed"`.
        events: its notifications, the last of which is `turn/completed`.
        late: its notifications after that: they belong to no handle any more.
        items: the items that were completed before its end, in their order.
        final_response: the text a result of the whole turn has, `None` without a message.
        steers: how many times the turn got new input while it ran.
        agents: the turns of the sub-agents it has started; they may end after it.
    """

    thread_id: str
    turn_id: str
    status: str
    events: tuple[Message, ...] = attrs.field(hash=False, repr=_count)
    late: tuple[Message, ...] = attrs.field(hash=False, repr=_count)
    items: tuple[Message, ...] = attrs.field(hash=False, repr=_count)
    final_response: str | None
    steers: int
    agents: tuple[Turn, ...] = ()


@attrs.frozen(kw_only=True)
class Handle:
    """One `turn/start` of the client.

    Attributes:
        thread_id: the thread it is about.
        turn_id: the turn the reply names.
        joined: whether the turn was running already.
        early: how many of the turn's events come before the reply.
        due: the notifications this handle has to get, each once and in this order.
    """

    thread_id: str
    turn_id: str
    joined: bool
    early: int
    due: tuple[Message, ...] = attrs.field(hash=False, repr=_count)


@attrs.frozen(kw_only=True)
class Conversation:
    """A whole, valid sequence of messages of one or many turns.

    Attributes:
        steps: everything in the order in which it happens.
        turns: the turns of the server.
        handles: the starts of the client.
    """

    _repr_pretty_ = _shown

    steps: tuple[Step, ...]
    turns: tuple[Turn, ...]
    handles: tuple[Handle, ...]

    @property
    def sent(self) -> list[Message]:
        """What the server sends, in order: replies and notifications."""
        return [step.message for step in self.steps if step.kind != "ask"]

    @property
    def data(self) -> bytes:
        """What the server sends, as it stands on the wire; `cut` takes it apart."""
        return b"".join(orjson.dumps(message) + b"\n" for message in self.sent)

    @property
    def unowned(self) -> list[Message]:
        """The notifications of no handle: late ones, sub-agents', and those about no turn."""
        owned = {id(message) for turn in self.turns for message in turn.events}
        tells = (step.message for step in self.steps if step.kind == "tell")
        return [message for message in tells if id(message) not in owned]


@attrs.frozen(kw_only=True)
class GoalStory:
    """What a server sends about one goal.

    Attributes:
        thread_id: the thread's id.
        told: its notifications, in order.
        early: how many of them come before the reply to `thread/goal/set`.
        end: how many have come when the goal has ended, from one on.
        status: its last status; `cleared` if it was cleared.
        turns: its turns, in order.
        final_response: the text of the last turn that has one.
    """

    _repr_pretty_ = _shown

    thread_id: str
    told: tuple[Message, ...] = attrs.field(hash=False, repr=_count)
    early: int
    end: int
    status: str
    turns: tuple[Turn, ...]
    final_response: str | None


@attrs.frozen(kw_only=True)
class QueueStory:
    """What a server sends about the queue of one thread, and about the turns of others on it.

    Attributes:
        thread_id: the thread's id.
        told: its notifications, in order; the user's messages have the keys of `turns` as their
            client ids.
        early: how many of them come before the reply to `thread/queue/add`, by submission.
        turns: the turn of each submission, in the order in which they start.
    """

    _repr_pretty_ = _shown

    thread_id: str
    told: tuple[Message, ...] = attrs.field(hash=False, repr=_count)
    early: Mapping[str, int] = attrs.field(hash=False)
    turns: Mapping[str, Turn] = attrs.field(hash=False)


@attrs.frozen(kw_only=True)
class CommandStory:
    """What a server sends about one command whose output is streamed.

    Attributes:
        pieces: its output, in order: the name of the stream, and the bytes.
        exit_code: its exit code.
    """

    pieces: tuple[tuple[Literal["stdout", "stderr"], bytes], ...]
    exit_code: int

    def told(self, process_id: str) -> list[Message]:
        """Returns the notifications for the command of that `processId`."""
        return [
            {
                "method": "command/exec/outputDelta",
                "params": {
                    "processId": process_id,
                    "stream": stream,
                    "deltaBase64": b64encode(data).decode(),
                    "capReached": False,
                },
            }
            for stream, data in self.pieces
        ]

    def output(self, stream: Literal["stdout", "stderr"]) -> bytes:
        """Returns everything that the command has written to a stream."""
        return b"".join(data for name, data in self.pieces if name == stream)
