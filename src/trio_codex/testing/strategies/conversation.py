"""Strategies for whole conversations: turns, starts, joins, steers and their interleavings."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import attrs
from hypothesis import strategies as st

from ..app_server import shapes
from .events import NotificationBuilder, interleaved, noise
from .stories import Conversation, Handle, Step, Turn

if TYPE_CHECKING:
    from collections.abc import Sequence

    from hypothesis.strategies import SearchStrategy

    from .stories import Message

__all__ = ["conversations", "drawn_turn"]

_STATUSES = ["completed", "completed", "interrupted", "failed"]


def conversations(
    *, most_threads: int = 3, most_turns: int = 2, most_joins: int = 2
) -> SearchStrategy[Conversation]:
    """Whole, valid conversations, as the runtime was seen to hold them.

    Events come before the reply to their turn's start or after it, a start joins the turn that
    runs, steers leave messages unfinished, items complete after their turn, threads interleave,
    and two threads may have a turn of the same id.

    Args:
        most_threads: how many threads there are at most.
        most_turns: how many turns a thread has at most, one after the other.
        most_joins: how many starts join a turn at most.
    """

    @st.composite
    def drawn(draw: st.DrawFn) -> Conversation:
        story = _Story(draw)
        shared = draw(st.booleans())
        threads = [f"thread-{number}" for number in range(draw(st.integers(1, most_threads)))]
        parts = []
        for thread_id in threads:
            turns = range(draw(st.integers(1, most_turns)))
            names = [f"turn-{n}" if shared else f"{thread_id}-turn-{n}" for n in turns]
            parts.append(story.thread(thread_id, names, most_joins, alone=not shared))
        return Conversation(
            steps=tuple(interleaved(draw, parts)),
            turns=tuple(story.turns),
            handles=tuple(story.handles),
        )

    return drawn()


@attrs.define
class _Story:
    """Writes the steps of one thread after the other and keeps what they add up to."""

    draw: st.DrawFn
    turns: list[Turn] = attrs.field(factory=list)
    handles: list[Handle] = attrs.field(factory=list)

    def thread(
        self, thread_id: str, turn_ids: list[str], most_joins: int, *, alone: bool
    ) -> list[Step]:
        """The steps of a thread: its turns, late notifications, and those without a turn."""
        steps: list[Step] = []
        late: list[Step] = []
        for turn_id in turn_ids:
            # (Of an agent, and of its root turn, no other thread has the id.)
            child = f"{turn_id}-agent" if alone and self.draw(st.integers(0, 3)) == 0 else None
            turn = drawn_turn(self.draw, thread_id, turn_id, alone=alone, agent=child)
            own = self._with_agents(turn, self._turn_steps(turn, most_joins))
            # What is late for one turn may come in the midst of the next one,
            steps += interleaved(self.draw, [late, own])
            late = [Step(kind="tell", message=message) for message in turn.late]
            if self.draw(st.booleans()):
                # or before the last replies about its own.
                end = next(n for n, step in enumerate(steps) if step.message is turn.events[-1])
                steps[end + 1 :] = interleaved(self.draw, [steps[end + 1 :], late])
                late = []
            self.turns.append(turn)
        # Many at times: what they may upset is a run of events that came in one read.
        count = self.draw(st.sampled_from([0, 3, 9]))
        others = self.draw(st.lists(noise(thread_id), min_size=count, max_size=count))
        apart = [Step(kind="tell", message=message) for message in others]
        return interleaved(self.draw, [steps + late, apart])

    def _with_agents(self, turn: Turn, steps: list[Step]) -> list[Step]:
        """Puts the turns of agents among the steps of their root turn, from their call on."""
        for agent in turn.agents:
            first, *rest = (Step(kind="tell", message=message) for message in agent.events)
            places = [n for n, step in enumerate(steps) if step.kind == "tell"]
            call = next(n for n in places if _calls(steps[n].message))
            last = next(n for n in places if steps[n].message is turn.events[-1])
            place = self.draw(st.integers(call + 1, last))
            steps = [*steps[:place], first, *interleaved(self.draw, [steps[place:], rest])]
        return steps

    def _turn_steps(self, turn: Turn, most_joins: int) -> list[Step]:
        """Puts the starts, and the replies to them, among the events of a turn."""
        count = len(turn.events)
        place = st.integers(0, count)
        # Most replies come early, as those of the runtime do.
        replies = [self.draw(st.integers(0, min(count, 3)) | st.just(count) | place)]
        asks = [0]
        for _ in range(self.draw(st.integers(0, most_joins))):
            # The server joins what runs: it was asked, in this order, before the turn's end.
            asks.append(self.draw(st.integers(asks[-1], count - 1)))
            replies.append(self.draw(st.integers(max(asks[-1], replies[-1]), count)))
        before: dict[int, list[Step]] = {}
        for number, (asked, replied) in enumerate(zip(asks, replies, strict=True)):
            handle = self._handle(turn, asked, replied, joined=number > 0)
            before.setdefault(asked, []).append(_ask(handle, turn))
            before.setdefault(replied, []).append(_reply(handle, turn))
        steps: list[Step] = []
        for index, event in enumerate(turn.events):
            steps += _asks_first(before.get(index, []))
            steps.append(Step(kind="tell", message=event))
        return steps + _asks_first(before.get(count, []))

    def _handle(self, turn: Turn, asked: int, replied: int, *, joined: bool) -> int:
        # A handle that joins gets what follows its request, wherever the reply comes.
        due = turn.events[asked:]
        self.handles.append(
            Handle(
                thread_id=turn.thread_id,
                turn_id=turn.turn_id,
                joined=joined,
                early=replied,
                due=due,
            )
        )
        return len(self.handles) - 1


def _calls(message: Any) -> bool:
    """Whether it starts the call of an agent."""
    item = message["params"].get("item")
    return bool(item) and message["method"] == "item/started" and "agentsStates" in item


def _asks_first(steps: list[Step]) -> list[Step]:
    return sorted(steps, key=lambda step: step.kind != "ask")


def _ask(handle: int, turn: Turn) -> Step:
    params: Any = {"threadId": turn.thread_id, "input": [{"type": "text", "text": "go"}]}
    message: Message = {"id": handle + 1, "method": "turn/start", "params": params}
    return Step(kind="ask", message=message, handle=handle)


def _reply(handle: int, turn: Turn) -> Step:
    result: Any = {"turn": shapes.turn(turn.turn_id)}
    return Step(kind="reply", message={"id": handle + 1, "result": result}, handle=handle)


def drawn_turn(
    draw: st.DrawFn,
    thread_id: str,
    turn_id: str,
    *,
    alone: bool = True,
    statuses: Sequence[str] = _STATUSES,
    user: str | None = "",
    agent: str | None = None,
    root: str | None = None,
) -> Turn:
    """Draws a turn with all its notifications.

    Args:
        draw: given by Hypothesis.
        thread_id: the id of the thread.
        turn_id: the id of the turn.
        alone: whether no other thread has a turn of this id.
        statuses: how it may end.
        user: the client's id of the user's message, none if empty; `None`: there is no message.
        agent: the thread of a sub-agent that it starts.
        root: the turn for which a sub-agent runs this one.
    """
    teller = NotificationBuilder(draw, thread_id, turn_id, alone=alone)
    status = draw(st.sampled_from(statuses))
    steers = draw(st.integers(0, 2))
    started = shapes.turn(turn_id, started=True) | {"rootTurnId": root or turn_id}
    if alone and draw(st.integers(0, 4)) == 0:
        # In a review, the start names another turn, and this one as its root. (With the id of a
        # turn that runs on another thread as well, it would be the start of a sub-agent there.)
        started["id"] = f"{turn_id}-review"
    events = [teller.tell("turn/started", turn=started)]
    events += [] if user is None else teller.user(user or None)
    events += [] if agent is None else teller.spawn(agent)
    for _ in range(steers):
        # New input aborts the message the model is at, and nobody ever completes it.
        events += [*_work(teller), *teller.message(finished=False), *teller.user()]
    events += _work(teller)
    if draw(st.booleans()):
        events += teller.message(finished=status == "completed")
    if draw(st.booleans()):
        events.append(teller.usage())
    items = _completed(events)
    error: Any = {"message": "it broke", "codexErrorInfo": "other", "additionalDetails": None}
    failure = error if status == "failed" else None
    if failure is not None:
        events.append(teller.tell("error", error=error, willRetry=False))
    ended = shapes.turn(turn_id, status, items=_summary(items, status), error=failure)
    events.append(teller.tell("turn/completed", turn=ended))
    return Turn(
        thread_id=thread_id,
        turn_id=turn_id,
        status=status,
        events=tuple(events),
        late=tuple(teller.command()[-1:] if draw(st.booleans()) else ()),
        items=tuple(items),
        final_response=_final_response(items),
        steers=steers,
        agents=() if agent is None else (_agent(draw, agent, turn_id),),
    )


def _agent(draw: st.DrawFn, thread_id: str, root: str) -> Turn:
    return drawn_turn(draw, thread_id, f"{thread_id}-turn", alone=False, root=root)


def _work(teller: NotificationBuilder) -> list[Message]:
    """The items before the model's answer; two of them may overlap."""
    kinds = [
        teller.reasoning,
        teller.command,
        teller.anything,
        teller.answer,
        teller.plan,
        teller.aside,
        teller.newer,
    ]
    parts = [kind() for kind in teller.draw(st.lists(st.sampled_from(kinds), max_size=2))]
    return interleaved(teller.draw, parts)


def _completed(events: list[Any]) -> list[Any]:
    """The items in the order in which they were completed."""
    return [event["params"]["item"] for event in events if event["method"] == "item/completed"]


def _final_response(items: list[Any]) -> str | None:
    messages = [item for item in items if item["type"] == "agentMessage"]
    for phase in ("final_answer", None):
        texts: list[str] = [item["text"] for item in messages if item.get("phase") == phase]
        if texts:
            return texts[-1]
    return None


def _summary(items: list[Any], status: str) -> list[Any]:
    messages = [item for item in items if item["type"] == "agentMessage"]
    return messages[-1:] if status == "completed" else []
