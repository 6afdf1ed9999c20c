"""Turns the record of a turn into its result."""

from __future__ import annotations

from typing import TYPE_CHECKING, Generic, TypeVar, cast, final

import attrs

from ..errors import ProtocolError
from .notification import report_mismatch

if TYPE_CHECKING:
    from collections.abc import Iterable

    from typing_extensions import TypeForm
    from typing_extensions import TypeVar as TypeVarWithDefault

    from .._session.stream import Message
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
    # Type checkers accept any type expression, such as `int | None`, which is no `type`.
    TypeForm = type

__all__ = ["OutputT", "TurnResult", "TypeForm", "make_result", "read_tokens"]

_T = TypeVar("_T")

# The notifications that what is read one by one has come with.
_TOKEN_USAGE = "thread/tokenUsage/updated"
_SOURCES = {"error": "turn/completed", "tokenUsage": _TOKEN_USAGE, "tokens": _TOKEN_USAGE}


@final
@attrs.frozen(kw_only=True)
class TurnResult(Generic[OutputT]):
    """What a turn came to.

    Attributes:
        id: the turn's id.
        status: how it ended.
        error: why it failed; `None` unless it did.
        started_at: when the server began, in whole seconds since the epoch.
        completed_at: when it ended, in whole seconds since the epoch.
        duration_ms: how long it took, in milliseconds.
        final_response: the text of the last final answer; without one that of the last message
            that has no phase; `None` when there is neither.
        items: everything the turn completed, in order.
        usage: tokens used by the turn's last model request, and by the thread in total.
        tokens: what the turn cost: the tokens of all its model requests, also over retries,
            compactions, steers and joins, without those of sub-agents; `None` when the runtime
            reported none.
        tokens_with_agents: the same with the turns of all its sub-agents, nested ones included,
            up to the moment the result was made; `None` when the runtime reported none.
        output: the final response as the `output_type` that was asked for; `None` without one.
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
        """Returns the result as plain JSON, with the names of the protocol.

        `output` is left out: `finalResponse` is the text it was made of.
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


def make_result(channel: TurnChannel) -> TurnResult[None]:
    """Makes the result of a turn whose terminal event has come.

    What does not fit its type costs only itself: an item is kept as an `UnknownVariant`, and of
    a terminal event or a token count what can be read is used.
    """
    from .. import protocol

    assert channel.terminal is not None and channel.route is not None
    record = channel.route
    shown = channel.terminal.get("turn")
    turn = shown if isinstance(shown, dict) else {}
    raw_items = [params.get("item") for params in record.items]
    seen = {_id(item) for item in raw_items}
    summary = turn.get("items")
    # A handle that joined late learns of the answer from the terminal event alone.
    if isinstance(summary, list):
        raw_items.extend(item for item in summary if _id(item) not in seen)
    items = [_item(item) for item in raw_items]
    error = _read(turn, "error", protocol.TurnError)
    usage = None if record.usage is None else record.usage
    agents = () if record.agents is None else record.agents.turns
    return TurnResult(
        id=record.turn_id,
        status=_status(turn, error),
        error=error,
        started_at=_whole(turn.get("startedAt")),
        completed_at=_whole(turn.get("completedAt")),
        duration_ms=_whole(turn.get("durationMs")),
        final_response=final_response(items),
        items=items,
        usage=_read(usage, "tokenUsage", protocol.ThreadTokenUsage),
        tokens=read_tokens([record.tokens]),
        tokens_with_agents=read_tokens([record.tokens, *(turn.tokens for turn in agents)]),
        output=None,
    )


def read_tokens(turns: Iterable[TurnTokens | None]) -> TokenUsageBreakdown | None:
    """Adds up what turns cost; `None` when nothing was reported of any of them."""
    from .. import protocol

    costs = [turn.cost for turn in turns if turn is not None and turn.cost is not None]
    if not costs:
        return None
    total: dict[str, JsonValue] = {}
    for cost in costs:
        for name, count in cost.items():
            total[name] = cast("int", total.get(name, 0)) + cast("int", count)
    return _read({"tokens": total}, "tokens", protocol.TokenUsageBreakdown)


def _read(params: Message | None, key: str, cls: type[_T]) -> _T | None:
    """Reads one value of a record; `None` when it is missing or does not fit its type."""
    from ..protocol.converter import structure

    value = None if params is None else params.get(key)
    if value is None:
        return None
    try:
        return structure(value, cls)
    except ProtocolError as error:
        report_mismatch(_SOURCES[key], error)
        return None


def _item(item: JsonValue) -> ThreadItem:
    from .. import protocol
    from ..protocol.converter import structure

    try:
        return cast("ThreadItem", structure(item, protocol.ThreadItem))
    except ProtocolError as error:
        report_mismatch("item/completed", error)
        kind = item.get("type") if isinstance(item, dict) else None
        return protocol.UnknownVariant(tag=kind if isinstance(kind, str) else None, raw=item)


def _status(turn: Message, error: TurnError | None) -> TurnStatus:
    from ..protocol import TurnStatus

    status = turn.get("status")
    if isinstance(status, str):
        return TurnStatus(status)
    # It has ended, and the server has not said how.
    return TurnStatus.FAILED if error is not None else TurnStatus("unknown")


def _whole(value: JsonValue) -> int | None:
    return value if type(value) is int else None


def final_response(items: list[ThreadItem]) -> str | None:
    """Picks the answer out of a turn's items; an empty text is an answer too."""
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
    """What tells items apart: most have an id; the others are all different."""
    found = item.get("id") if isinstance(item, dict) else None
    return found if isinstance(found, str) else f"<{id(item)}>"
