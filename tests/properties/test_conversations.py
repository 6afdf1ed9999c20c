"""Whole conversations: each event reaches each handle once, wherever the bytes were cut."""

from __future__ import annotations

import contextlib
import json
from collections import Counter
from collections.abc import Callable, Iterable
from typing import Any

import attrs
import orjson
import pytest
from hypothesis import Phase, find, given, settings
from hypothesis import strategies as st
from hypothesis.errors import Unsatisfiable

from tests.properties.contract import validator
from tests.properties.examples import bounded
from tests.properties.player import drained, play
from trio_codex._wire import LineSplitter
from trio_codex.protocol.methods import METHODS
from trio_codex.testing.strategies import Conversation, Step, conversations, cut, malformed


def events(messages: Iterable[Any]) -> list[tuple[Any, Any]]:
    """What they say; an end that is told again to who came too late has no time of its own."""
    return [(message["method"], message["params"]) for message in messages]


def keys(event: Any) -> set[str]:
    return set(event["params"])


def place(conversation: Conversation, event: Any) -> int:
    return next(n for n, step in enumerate(conversation.steps) if step.message is event)


def sorted_json(messages: list[Any]) -> Counter[str]:
    return Counter(json.dumps(message, sort_keys=True) for message in messages)


@pytest.mark.requirement("turn/early-events", "engine/routing")
@bounded(60)
@given(conversations(), st.data())
def test_each_event_reaches_each_handle_once_in_order(
    conversation: Conversation, data: st.DataObject
) -> None:
    player = play(conversation, lambda stream: data.draw(cut(stream)))
    for number, handle in enumerate(conversation.handles):
        channel = player.channels[number]
        assert channel.terminal is not None
        assert events(drained(channel.events)) == events(handle.due)
        assert channel.turn_id == handle.turn_id
        # A handle that joined has the whole turn's result.
        (turn,) = [turn for turn in conversation.turns if handle.due[-1] is turn.events[-1]]
        completed = [event for event in turn.events if event["method"] == "item/completed"]
        assert channel.route is not None
        assert channel.route.items == [event["params"] for event in completed]
    assert sorted_json(drained(player.others.events)) == sorted_json(conversation.unowned)
    player.router.unsubscribe(player.others)
    assert not any(player.router.statistics().values())
    assert (player.peer.outstanding, player.peer.unmatched) == (0, 0)


@pytest.mark.requirement("engine/routing")
@bounded(60)
@given(conversations(), st.data())
def test_malformed_notifications_in_between_change_nothing_for_a_turn(
    conversation: Conversation, data: st.DataObject
) -> None:
    thread_ids = sorted({turn.thread_id for turn in conversation.turns}) or ["thread"]
    steps, added = list(conversation.steps), []
    for _ in range(data.draw(st.integers(1, 8))):
        message = data.draw(st.sampled_from(thread_ids).flatmap(malformed))
        added.append(message)
        steps.insert(data.draw(st.integers(0, len(steps))), Step(kind="tell", message=message))
    player = play(
        attrs.evolve(conversation, steps=tuple(steps)), lambda stream: data.draw(cut(stream))
    )
    for number, handle in enumerate(conversation.handles):
        assert events(drained(player.channels[number].events)) == events(handle.due)
    others = [*conversation.unowned, *added]
    assert sorted_json(drained(player.others.events)) == sorted_json(others)


@pytest.mark.requirement("testing/conversations")
@bounded(30)
@given(conversations())
def test_every_message_of_a_conversation_is_valid(conversation: Conversation) -> None:
    for step in conversation.steps:
        params = step.message.get("params")
        if step.kind == "reply":
            validator("TurnStartResponse").validate(step.message["result"])
        elif step.message["method"] in METHODS:
            spec = METHODS[str(step.message["method"])]
            assert spec.params_name is not None
            validator(spec.params_name).validate(params)


@bounded(30)
@given(conversations())
def test_a_conversation_is_the_sum_of_its_turns(conversation: Conversation) -> None:
    sent = [step.message for step in conversation.steps if step.kind == "tell"]
    told = [event for turn in conversation.turns for event in (*turn.events, *turn.late)]
    assert not sorted_json(told) - sorted_json(sent)
    assert len(conversation.unowned) + sum(len(t.events) for t in conversation.turns) == len(sent)
    for turn in conversation.turns:
        own = [message for message in sent if any(message is event for event in turn.events)]
        assert own == list(turn.events)
        assert own[-1]["method"] == "turn/completed"
    replies = [step for step in conversation.steps if step.kind == "reply"]
    assert sorted(step.handle or 0 for step in replies) == list(range(len(conversation.handles)))


@pytest.mark.requirement("testing/conversations")
def test_conversations_contain_everything_that_real_ones_do() -> None:
    missing: dict[str, Callable[[Conversation], bool]] = {
        "early events": lambda c: any(0 < h.early < len(h.due) for h in c.handles),
        "a turn that is over before its reply": lambda c: any(
            h.early == len(h.due) and not h.joined for h in c.handles
        ),
        "a join": lambda c: any(h.joined and len(h.due) > 1 for h in c.handles),
        "a join that came too late": lambda c: any(h.joined and len(h.due) == 1 for h in c.handles),
        "a steer": lambda c: any(turn.steers for turn in c.turns),
        "a late item": lambda c: any(turn.late for turn in c.turns),
        "several turns of one thread": lambda c: len({t.thread_id for t in c.turns}) < len(c.turns),
        "two turns with one id": lambda c: len({t.turn_id for t in c.turns}) < len(c.turns),
        "an event without a thread": lambda c: any(
            keys(event) in ({"turnId"}, {"turn"}) for t in c.turns for event in t.events
        ),
        "a review": lambda c: any(
            event["params"]["turn"]["id"] != turn.turn_id  # type: ignore[index, call-overload] # JSON
            for turn in c.turns
            for event in turn.events[:1]
            if "turn" in keys(event)
        ),
        "a plan": lambda c: any(item["type"] == "plan" for t in c.turns for item in t.items),
        "a sub-agent that outlives its turn": lambda c: any(
            place(c, agent.events[-1]) > place(c, turn.events[-1])
            for turn in c.turns
            for agent in turn.agents
        ),
        "a failure": lambda c: any(turn.status == "failed" for turn in c.turns),
        "an interrupt": lambda c: any(turn.status == "interrupted" for turn in c.turns),
    }

    def complete(conversation: Conversation) -> bool:
        for name in [name for name, holds in missing.items() if holds(conversation)]:
            del missing[name]
        return not missing

    quick = settings(database=None, max_examples=500, phases=[Phase.generate], deadline=None)
    with contextlib.suppress(Unsatisfiable):
        find(conversations(), complete, settings=quick)
    assert missing.keys() == set()


@pytest.mark.requirement("testing/conversations")
@bounded(100)
@given(st.binary(max_size=200), st.data())
def test_the_pieces_of_a_stream_are_the_stream(stream: bytes, data: st.DataObject) -> None:
    pieces = data.draw(cut(stream))
    assert b"".join(pieces) == stream
    assert all(pieces)


@pytest.mark.requirement("engine/routing")
@bounded(30)
@given(conversations(most_threads=2, most_turns=1), st.data())
def test_the_lines_of_a_conversation_do_not_depend_on_the_cuts(
    conversation: Conversation, data: st.DataObject
) -> None:
    splitter = LineSplitter(1 << 20)
    lines = [line for piece in data.draw(cut(conversation.data)) for line in splitter.feed(piece)]
    assert [orjson.loads(line) for line in lines] == conversation.sent
    assert splitter.finish() == b""
