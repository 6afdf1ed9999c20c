"""Turn results: values made from the recorded events of a finished turn."""

from __future__ import annotations

from typing import TYPE_CHECKING, Generic, TypeVar, cast, final

import attrs

from .._hints import exported
from .._json import text_at
from ..errors import ProtocolError
from .notification import report_mismatch

if TYPE_CHECKING:
    from collections.abc import Sequence

    from typing_extensions import TypeVar as TypeVarWithDefault

    from .._session.stream import Message, Mismatches
    from .._session.tokens import TurnTokens
    from .._session.turn import TurnChannel
    from ..protocol import (
        JsonValue,
        ThreadItem,
        ThreadTokenUsage,
        TokenUsageBreakdown,
        TurnError,
        TurnStatus,
    )

    OutputT = TypeVarWithDefault("OutputT", default=None)
else:
    OutputT = TypeVar("OutputT")

__all__ = ["OutputT", "SubAgent", "TurnResult", "list_agents", "make_result", "read_tokens"]

_T = TypeVar("_T")

# The notification that each value is read from, for the log record of a mismatch.
_TOKEN_USAGE = "thread/tokenUsage/updated"
_SOURCES = {"error": "turn/completed", "tokenUsage": _TOKEN_USAGE, "tokens": _TOKEN_USAGE}


@final
@attrs.frozen(kw_only=True)
class TurnResult(Generic[OutputT]):
    """The result of a finished turn.

    Attributes:
        id: the turn's id.
        status: `completed`, `interrupted` or `failed`, as an open enum.
        error: the reason of a failure; otherwise `None`.
        started_at: start on the server, in whole seconds since the epoch.
        completed_at: end on the server, in whole seconds since the epoch.
        duration_ms: duration on the server, in milliseconds.
        final_response: the text of the last message marked as the final answer, or else of the
            last message without a phase; `None` when there is neither.
        items: the completed items, in order.
        usage: tokens used by the turn's last model request, and by the thread in total.
        tokens: tokens used by all model requests of the turn, including retries, compactions,
            steers and joins, but not by sub-agents; `None` when the runtime reported none.
        tokens_with_agents: `tokens` plus those of all sub-agents, nested ones included, up to the
            moment the result was made; `None` when the runtime reported none.
        output: the final response as a value of the requested `output_type`; otherwise `None`.
    """

    id: str
    status: TurnStatus
    error: TurnError | None
    started_at: int | None
    completed_at: int | None
    duration_ms: int | None
    final_response: str | None
    items: list[ThreadItem]
    usage: ThreadTokenUsage | None
    tokens: TokenUsageBreakdown | None = None
    tokens_with_agents: TokenUsageBreakdown | None = None
    output: OutputT

    def to_json(self) -> JsonValue:
        """Returns the result as plain JSON, with the protocol's names.

        `output` is left out; it was read from `finalResponse`.
        """
        from ..protocol.converter import unstructure

        return {
            "id": self.id,
            "status": str(self.status),
            "error": unstructure(self.error),
            "startedAt": self.started_at,
            "completedAt": self.completed_at,
            "durationMs": self.duration_ms,
            "finalResponse": self.final_response,
            "items": [unstructure(item) for item in self.items],
            "usage": unstructure(self.usage),
            "tokens": unstructure(self.tokens),
            "tokensWithAgents": unstructure(self.tokens_with_agents),
        }


@final
@attrs.frozen(kw_only=True)
class SubAgent:
    """One turn of a sub-agent; an agent with several turns has several entries.

    Attributes:
        thread_id: the id of the agent's thread.
        turn_id: the id of the agent's turn.
        parent: the id of the thread that spawned the agent, the turn's own or another agent's;
            `None` until the server has reported it.
        status: status of the agent's turn; `inProgress` while it runs.
        tokens: tokens of the agent's turn so far, as in `TurnResult.tokens`, without those of
            nested agents, which have their own entries; `None` when the runtime reported none.
    """

    thread_id: str
    turn_id: str
    parent: str | None
    status: TurnStatus
    tokens: TokenUsageBreakdown | None


def make_result(channel: TurnChannel) -> TurnResult[None]:
    """Returns the result of a turn whose terminal event has arrived.

    A value that does not fit its type affects nothing else: an item is kept as an
    `UnknownVariant`, any other value is left out.
    """
    from .. import protocol

    assert channel.terminal is not None and channel.route is not None
    record, log = channel.route, channel.events.mismatches
    shown = channel.terminal.get("turn")
    turn = shown if isinstance(shown, dict) else {}
    raw_items = [params.get("item") for params in record.items]
    summary = turn.get("items")
    # A handle that joined late may have only these items.
    if summary and isinstance(summary, list):
        seen = {_id(item) for item in raw_items}
        raw_items.extend(item for item in summary if _id(item) not in seen)
    items = [_item(item, log) for item in raw_items]
    error = _read(turn, "error", protocol.TurnError, log)
    usage = None if record.usage is None else record.usage
    agents = record.agents
    return TurnResult(
        id=record.turn_id,
        status=_status(turn, error),
        error=error,
        started_at=_whole(turn.get("startedAt")),
        completed_at=_whole(turn.get("completedAt")),
        duration_ms=_whole(turn.get("durationMs")),
        final_response=final_response(items),
        items=items,
        usage=_read(usage, "tokenUsage", protocol.ThreadTokenUsage, log),
        tokens=read_tokens([record.tokens], log),
        tokens_with_agents=read_tokens([record.tokens, *(turn.tokens for turn in agents)], log),
        output=None,
    )


def read_tokens(turns: Sequence[TurnTokens | None], log: Mismatches) -> TokenUsageBreakdown | None:
    """Adds up the tokens of turns; `None` when none were reported, or those of one not wholly."""
    from .. import protocol

    if any(turn is not None and turn.incomplete for turn in turns):
        return None
    costs = [turn.cost for turn in turns if turn is not None and turn.cost is not None]
    if not costs:
        return None
    total: dict[str, JsonValue] = {}
    for cost in costs:
        for name, count in cost.items():
            total[name] = cast("int", total.get(name, 0)) + cast("int", count)
    return _read({"tokens": total}, "tokens", protocol.TokenUsageBreakdown, log)


def list_agents(channel: TurnChannel) -> list[SubAgent]:
    """Returns the known turns of sub-agents, in the order of their starts."""
    from ..protocol import TurnStatus

    return [
        SubAgent(
            thread_id=turn.thread_id,
            turn_id=turn.turn_id,
            parent=turn.parent,
            status=TurnStatus(turn.status),
            tokens=read_tokens([turn.tokens], channel.events.mismatches),
        )
        for turn in (() if channel.route is None else channel.route.agents)
    ]


def _read(params: Message | None, key: str, cls: type[_T], log: Mismatches) -> _T | None:
    """Returns one value of a record; `None` when it is missing or does not fit its type."""
    from ..protocol.converter import structure

    value = None if params is None else params.get(key)
    if value is None:
        return None
    try:
        return structure(value, cls)
    except ProtocolError as error:
        report_mismatch(_SOURCES[key], error, log)
        return None


def _item(item: JsonValue, log: Mismatches) -> ThreadItem:
    from .. import protocol
    from ..protocol.converter import structure

    try:
        return cast("ThreadItem", structure(item, protocol.ThreadItem))
    except ProtocolError as error:
        report_mismatch("item/completed", error, log)
        return protocol.UnknownVariant(tag=text_at(item, "type"), raw=item)


def _status(turn: Message, error: TurnError | None) -> TurnStatus:
    from ..protocol import TurnStatus

    status = turn.get("status")
    if isinstance(status, str):
        return TurnStatus(status)
    # The terminal event lacks a status.
    return TurnStatus.FAILED if error is not None else TurnStatus("unknown")


def _whole(value: JsonValue) -> int | None:
    return value if type(value) is int else None


def final_response(items: list[ThreadItem]) -> str | None:
    """Returns the text of the answer among a turn's items; an empty text counts."""
    from ..protocol import AgentMessageThreadItem, MessagePhase

    unphased: str | None = None
    for item in reversed(items):
        if isinstance(item, AgentMessageThreadItem):
            if item.phase == MessagePhase.FINAL_ANSWER:
                return item.text
            if item.phase is None and unphased is None:
                unphased = item.text
    return unphased


def _id(item: JsonValue) -> str:
    """Returns an item's id; items without one count as distinct."""
    return text_at(item, "id") or f"<{id(item)}>"


exported("trio_codex", TurnResult)
exported("trio_codex.types", SubAgent)
