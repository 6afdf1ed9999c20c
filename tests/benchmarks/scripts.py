"""Scripts of the replay server, made from recorded messages of the real runtime."""

from __future__ import annotations

import copy
import functools
import json
from pathlib import Path
from typing import Any

import attrs

THREAD = "@thread@".ljust(36, "~")
TURN = "@turn@".ljust(36, "~")
DELTA_NS = 35_842
"""Nanoseconds from one delta to the next as the real runtime writes them: 27 900 a second."""

_TEXT = "recorded "
_OUTPUT = "".join(f"{number}\n" for number in range(1, 4_250))

Json = dict[str, Any]


@functools.cache
def recording() -> tuple[Json, ...]:
    """The recorded messages, in order; answers carry the method they answer."""
    text = Path(__file__).with_name("recording.jsonl").read_text(encoding="utf-8")
    return tuple(json.loads(line) for line in text.split("\n") if line)


def answer(method: str) -> Json:
    """The recorded result of a request."""
    found = next(entry for entry in recording() if entry.get("answer") == method)
    return _filled(found["result"])


def event(method: str, item_type: str | None = None) -> Json:
    """The first recorded notification of a method (and of an item type)."""
    for entry in recording():
        if entry.get("method") == method:
            item = entry["params"].get("item")
            if item_type is None or item["type"] == item_type:
                return _filled(entry)
    raise LookupError(f"{method} {item_type or ''} was not recorded")


def _filled(value: Json) -> Json:
    text = json.dumps(value).replace('"@output@"', json.dumps(_OUTPUT))
    loaded: Json = json.loads(text)
    return loaded


def line(message: Json) -> bytes:
    """One message as the runtime writes it."""
    return json.dumps(message, separators=(",", ":"), ensure_ascii=False).encode() + b"\n"


def delta(text: str = _TEXT) -> Json:
    """A text delta of the agent's message."""
    message = event("item/agentMessage/delta")
    message["params"]["delta"] = text
    return message


def opening() -> bytes:
    """What follows the answer to turn/start: the turn runs and shows the user's message."""
    return b"".join(
        map(
            line,
            (
                event("thread/status/changed"),
                event("turn/started"),
                event("item/started", "userMessage"),
                event("item/completed", "userMessage"),
            ),
        )
    )


def ending(text: str, status: str = "completed") -> bytes:
    """The last messages of a turn, in the runtime's order."""
    finished = event("item/completed", "agentMessage")
    finished["params"]["item"].update(text=text, phase="final_answer")
    idle = event("thread/status/changed")
    idle["params"]["status"] = {"type": "idle"}
    completed = event("turn/completed")
    completed["params"]["turn"].update(status=status, items=[finished["params"]["item"]])
    messages = [
        finished,
        event("thread/tokenUsage/updated"),
        event("account/rateLimits/updated"),
        event("thread/readState/changed"),
        idle,
        completed,
    ]
    if status != "completed":
        completed["params"]["turn"].update(items=[], itemsView="notLoaded")
        messages = [idle, completed]
    return b"".join(map(line, messages))


def deltas(count: int) -> bytes:
    """A turn that says one long message in `count` deltas."""
    start = line(event("item/started", "agentMessage"))
    return start + line(delta()) * count + ending(_TEXT * count)


def final_chars(count: int) -> int:
    """The characters of the message `deltas(count)` ends with."""
    return len(_TEXT) * count


def _work() -> bytes:
    """One stretch of mixed work, as lines."""
    thought = line(event("item/reasoning/summaryTextDelta"))
    output = event("item/commandExecution/outputDelta")
    output["params"]["delta"] = _OUTPUT[:8_000]
    parts = [
        line(event("item/started", "reasoning")),
        line(event("item/reasoning/summaryPartAdded")),
        thought * 20,
        line(event("item/completed", "reasoning")),
        line(event("item/started", "commandExecution")),
        line(output) * 3,
        line(event("item/completed", "commandExecution")),
        line(event("thread/tokenUsage/updated")),
        line(event("account/rateLimits/updated")),
        line(event("item/started", "fileChange")),
        line(event("item/completed", "fileChange")),
        line(event("turn/diff/updated")),
        line(event("item/started", "agentMessage")),
        line(delta()) * 100,
        line(event("item/completed", "agentMessage")),
    ]
    return b"".join(parts)


def mixed(count: int) -> bytes:
    """A turn of about `count` events of every common kind."""
    work = _work()
    return work * max(1, count // work.count(b"\n")) + ending("done")


def big_line() -> bytes:
    """A turn with one delta as long as the script's `fill` option says."""
    return line(delta("@fill@")) + ending("done")


def unread(count: int) -> bytes:
    """Notifications that belong to no turn."""
    quiet = line(event("remoteControl/status/changed")) + line(event("account/rateLimits/updated"))
    return quiet * (count // 2)


@attrs.frozen(kw_only=True)
class Script:
    """What one replay server does.

    Attributes:
        streams: the lines of the turns: the first group of turns gets the first stream, the
            last stream is every later group's.
        turns: how many turns make a group; their lines take turns, too.
        delay_ns: nanoseconds between opening the last turn of a group and its lines.
        prompt: whether a turn opens with a first delta.
        pace_ns: nanoseconds from one line to the next; 0 writes as fast as the pipe takes it.
        hold: open turns and leave them open.
        fill: bytes put where a stream says `@fill@`.
        flood: notifications sent after each answer to model/list.
    """

    streams: tuple[bytes, ...] = ()
    turns: int = 1
    delay_ns: int = 0
    prompt: bool = False
    pace_ns: int = 0
    hold: bool = False
    fill: int = 0
    flood: bytes = b""

    def render(self) -> bytes:
        """The script file's bytes."""
        started = line(event("thread/started"))
        spoken = line(event("item/started", "agentMessage")) + line(delta())
        sections: list[tuple[str, str, bytes]] = [
            ("option", "turns", b"%d" % self.turns),
            ("option", "pace_ns", b"%d" % self.pace_ns),
            ("option", "delay_ns", b"%d" % self.delay_ns),
            ("option", "hold", b"%d" % self.hold),
            ("option", "fill", b"%d" % self.fill),
            ("after", "thread/start", started),
            ("after", "turn/start", opening() + spoken * self.prompt),
            ("after", "turn/interrupt", ending("", "interrupted")),
        ]
        if self.flood:
            sections.append(("after", "model/list", self.flood))
        for entry in recording():
            if method := entry.get("answer"):
                result = line(copy.deepcopy(answer(method)))[:-1]
                sections.append(("answer", method, result))
        sections += [("stream", "-", stream) for stream in self.streams]
        return b"".join(
            b"%s %s %d\n%s\n" % (kind.encode(), name.encode(), len(body), body)
            for kind, name, body in sections
        )
