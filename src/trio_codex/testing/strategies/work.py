"""Strategies for work beside single turns: goals, queues, and commands."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from hypothesis import strategies as st

from ..app_server import shapes
from .conversation import drawn_turn
from .events import interleaved, noise
from .stories import CommandStory, GoalStory, QueueStory

if TYPE_CHECKING:
    from hypothesis.strategies import SearchStrategy

    from .stories import Message, Turn

__all__ = ["command_stories", "goal_stories", "queue_stories"]

# The last status of a goal, with what its last turn may end as. It becomes `active` again, or stays
# so, in none: after an interrupt the server starts no further turn, whatever the status.
_ENDS: Final = {
    "complete": ["completed"],
    "blocked": ["completed", "failed"],
    "paused": ["completed", "interrupted"],
    "budgetLimited": ["completed"],
    "usageLimited": ["failed"],
    "cleared": ["completed", "interrupted"],
    "active": ["interrupted"],
}


def goal_stories(*, thread_id: str = "thread-0", most_turns: int = 4) -> SearchStrategy[GoalStory]:
    """Goals from their start to their end, in every order that the runtime was seen to keep.

    The status changes before the last message, after it, more than once, before a failure, and
    between two turns. Updates name their turn or none, the first events come before the reply, and
    a turn that is not the goal's may follow.

    Args:
        thread_id: the id of the thread.
        most_turns: how many turns a goal has at most.
    """

    @st.composite
    def drawn(draw: st.DrawFn) -> GoalStory:
        status = draw(st.sampled_from(sorted(_ENDS)))
        names = [f"{thread_id}-turn-{n}" for n in range(draw(st.integers(1, most_turns)))]
        # Whether it is paused or cleared when no turn runs.
        between = status in ("paused", "cleared") and draw(st.booleans())
        told = [_goal(draw, thread_id, None, "active")]
        turns: list[Turn] = []
        for name in names:
            last = name == names[-1] and not between
            ends = _ENDS[status] if last else ["completed"]
            turns.append(drawn_turn(draw, thread_id, name, alone=False, statuses=ends, user=None))
            told += _with_updates(draw, turns[-1], status if last else "active")
        if between:
            told.append(_goal(draw, thread_id, None, status))
        after = _later(draw, thread_id, turns[-1])
        told, end = _among_noise(draw, thread_id, told, after)
        answers = [turn.final_response for turn in turns if turn.final_response is not None]
        return GoalStory(
            thread_id=thread_id,
            told=tuple(told),
            early=draw(st.integers(0, _first_end(told))),
            end=end,
            status=status,
            turns=tuple(turns),
            final_response=answers[-1] if answers else None,
        )

    return drawn()


def queue_stories(
    *, thread_id: str = "thread-0", most_submissions: int = 3
) -> SearchStrategy[QueueStory]:
    """Queued submissions that start one after the other, among turns of others.

    Args:
        thread_id: the id of the thread.
        most_submissions: how many submissions there are at most.
    """

    @st.composite
    def drawn(draw: st.DrawFn) -> QueueStory:
        count = draw(st.integers(1, most_submissions))
        order = draw(st.permutations([f"queued-{number}" for number in range(count)]))
        told: list[Message] = []
        turns: dict[str, Turn] = {}
        for name in order:
            if draw(st.booleans()):
                told += drawn_turn(draw, thread_id, f"before-{name}", alone=False).events
            told.append(_tell("thread/queue/changed", threadId=thread_id))
            turns[name] = drawn_turn(draw, thread_id, f"turn-{name}", alone=False, user=name)
            told += turns[name].events
        told, _ = _among_noise(draw, thread_id, told, [])
        early = {name: draw(st.integers(0, min(6, len(told)))) for name in order}
        return QueueStory(thread_id=thread_id, told=tuple(told), early=early, turns=turns)

    return drawn()


def _tell(method: str, **params: Any) -> Message:
    return {"method": method, "params": params, "emittedAtMs": shapes.NOW * 1000}


def _goal(draw: st.DrawFn, thread_id: str, turn_id: str | None, status: str) -> Message:
    """A change of a goal; at times it names no turn although one runs."""
    if status == "cleared":
        return _tell("thread/goal/cleared", threadId=thread_id)
    goal = {**shapes.goal(thread_id), "objective": "count", "status": status}
    goal["tokensUsed"] = draw(st.integers(0, 1000))
    named = draw(st.sampled_from([turn_id, None]))
    return _tell("thread/goal/updated", threadId=thread_id, turnId=named, goal=goal)


def _with_updates(draw: st.DrawFn, turn: Turn, status: str) -> list[Message]:
    """The events of a turn, with changes of its goal between its start and its end."""
    # Any notification about the turn is drawn, changes of the goal included.
    first, *events, last = (
        e for e in turn.events if not str(e["method"]).startswith("thread/goal")
    )
    place = st.integers(0, len(events))
    places = sorted(
        draw(st.lists(place, max_size=3)) + ([draw(place)] if status != "active" else [])
    )
    statuses = ["active"] * draw(st.integers(0, max(0, len(places) - 1)))
    statuses += [status] * (len(places) - len(statuses))
    for at, now in reversed([*zip(places, statuses, strict=True)]):
        events.insert(at, _goal(draw, turn.thread_id, turn.turn_id, now))
    return [first, *events, last]


def _later(draw: st.DrawFn, thread_id: str, turn: Turn) -> list[Message]:
    """What comes after the end of a goal: late items, and a turn of somebody else."""
    other = drawn_turn(draw, thread_id, "other", alone=False).events if draw(st.booleans()) else ()
    return interleaved(draw, [list(turn.late), list(other)])


def _among_noise(
    draw: st.DrawFn, thread_id: str, told: list[Message], after: list[Message]
) -> tuple[list[Message], int]:
    """Adds notifications of other kinds; returns all, and how many there are up to the old end."""
    quiet = noise(thread_id).filter(lambda message: "/goal/" not in str(message["method"]))
    merged = interleaved(draw, [told + after, draw(st.lists(quiet, max_size=4))])
    return merged, 1 + next(n for n, message in enumerate(merged) if message is told[-1])


def _first_end(told: list[Message]) -> int:
    """How many notifications come before the first change that may end a goal, at most six."""
    for number, message in enumerate(told[:6]):
        params: Any = message["params"]
        ended = message["method"] in ("thread/goal/cleared", "turn/completed")
        if ended or (
            message["method"] == "thread/goal/updated" and params["goal"]["status"] != "active"
        ):
            return number
    return min(6, len(told))


def command_stories() -> SearchStrategy[CommandStory]:
    """Commands from their first output to their end.

    The output of both streams is interleaved, cut anywhere, also within a character, and may be
    empty.
    """
    piece = st.tuples(st.sampled_from(["stdout", "stderr"]), st.binary(max_size=40))
    return st.builds(
        CommandStory,
        pieces=st.lists(piece, max_size=12).map(tuple),
        exit_code=st.integers(0, 255),
    )
