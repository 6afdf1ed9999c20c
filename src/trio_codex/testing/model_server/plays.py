"""Replies that make up a whole exchange: the turns of a goal, a turn with sub-agents."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, TypeAlias, get_args

import attrs
import orjson

from . import items
from .replies import HttpFailure, Reply, TokenUsage, as_reply

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from ..signals import Gate
    from .replies import ReplyOptions
    from .request import ModelRequest
    from .state import Responder

__all__ = ["GoalEnd", "agent_replies", "check_goal_end", "goal_replies"]

GoalEnd: TypeAlias = Literal["complete", "blocked", "paused", "budget", "quota", "refused"]

# More than the budget of any test, and less than what makes the runtime compact the thread.
_EXPENSIVE = TokenUsage(input_tokens=200_000)
_REFUSALS = {
    "quota": HttpFailure(status=429, body={"error": {"code": "insufficient_quota"}}),
    "refused": HttpFailure(status=400),
}


def check_goal_end(ends: GoalEnd, messages: Sequence[str]) -> None:
    """Checks the arguments of a played goal.

    Raises:
        ValueError: the end is unknown, or there is no message to end with.
    """
    if ends not in get_args(GoalEnd):
        raise ValueError(f"a goal ends as one of {', '.join(get_args(GoalEnd))}, not {ends!r}")
    if not messages and ends not in _REFUSALS:
        raise ValueError(f"a goal that ends as {ends} needs the message of its last turn")


def goal_replies(messages: Sequence[str], ends: GoalEnd, options: ReplyOptions) -> Iterator[Reply]:
    """Yields the replies of `play_goal`."""
    check_goal_end(ends, messages)
    failure = _REFUSALS.get(ends)
    replies = [as_reply(message) for message in messages]
    if failure is not None:
        replies.append(Reply(failure=failure))
    elif ends == "budget":
        options = {"usage": _EXPENSIVE, **options}
    else:
        replies.insert(-1, Reply(items=(items.goal_update(ends),)))
    yield from replies[:-1]
    yield attrs.evolve(replies[-1], **options)


def agent_replies(
    tasks: Mapping[str, Reply | str], answer: str, *, wait: bool, gate: Gate | None
) -> Iterator[Reply | Responder]:
    """Yields the replies of `play_agents`."""
    calls = [items.spawn_agent(task) for task in tasks]
    ids = [str(call.done["call_id"]) for call in calls]
    yield Reply(items=tuple(calls), when=_is_not_an_agent)
    for task, given in tasks.items():
        reply = as_reply(given)
        yield attrs.evolve(reply, when=_AgentWith(task), gate=gate or reply.gate)
    if wait:
        yield from (_Wait(call_id) for call_id in ids)
    yield Reply(items=(items.message(answer),), when=_is_not_an_agent)


def _is_not_an_agent(request: ModelRequest) -> bool:
    return request.subagent is None and not request.is_review


@attrs.frozen
class _AgentWith:
    """Whether a request is that of the agent with a task."""

    task: str

    def __call__(self, request: ModelRequest) -> bool:
        return request.subagent == "collab_spawn" and self.task in request.user_texts


@attrs.frozen
class _Wait:
    """Makes the reply that waits for the agent which a call has started."""

    call_id: str

    def __call__(self, request: ModelRequest) -> Reply | None:
        if not _is_not_an_agent(request):
            return None
        output = request.tool_outputs.get(self.call_id, "")
        if '"agent_id"' not in output:
            raise LookupError(f"the runtime has not started the agent: {output!r}")
        return Reply(items=(items.wait_for_agents(orjson.loads(output)["agent_id"]),))
