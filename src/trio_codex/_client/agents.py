"""Sub-agents of a turn as its handle shows them."""

from __future__ import annotations

from typing import TYPE_CHECKING, final

import attrs

from .result import read_tokens

if TYPE_CHECKING:
    from .._session.turn import TurnChannel
    from ..protocol import TokenUsageBreakdown, TurnStatus

__all__ = ["SubAgent", "list_agents"]


@final
@attrs.frozen(kw_only=True)
class SubAgent:
    """A turn that a sub-agent ran, or runs, for a turn.

    An agent that was given more work has one entry for each of its turns.

    Attributes:
        thread_id: the id of the agent's thread.
        turn_id: the id of the agent's turn.
        parent: the id of the thread that spawned the agent, the turn's own or another agent's;
            `None` until the server has named it.
        status: how the agent's turn ended; `inProgress` while it runs.
        tokens: what the agent's turn cost so far, as `TurnResult.tokens`; nested agents have
            entries of their own; `None` when the runtime reported none.
    """

    thread_id: str
    turn_id: str
    parent: str | None
    status: TurnStatus
    tokens: TokenUsageBreakdown | None


def list_agents(channel: TurnChannel) -> list[SubAgent]:
    """Lists the sub-agents' turns that were seen, in the order of their starts."""
    from ..protocol import TurnStatus

    group = channel.agents
    return [
        SubAgent(
            thread_id=turn.thread_id,
            turn_id=turn.turn_id,
            parent=turn.parent,
            status=TurnStatus(turn.status),
            tokens=read_tokens([turn.tokens]),
        )
        for turn in (() if group is None else group.turns)
    ]
