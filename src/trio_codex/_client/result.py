"""Turns the record of a turn into its result."""

from __future__ import annotations

from typing import TYPE_CHECKING, Generic, TypeVar, cast, final

import attrs

if TYPE_CHECKING:
    from typing_extensions import TypeForm
    from typing_extensions import TypeVar as TypeVarWithDefault

    from .._session.turns import TurnChannel
    from ..protocol import JsonValue, ThreadItem, ThreadTokenUsage, TurnError, TurnStatus

    OutputT = TypeVarWithDefault("OutputT", default=None)
else:
    OutputT = TypeVar("OutputT")
    # Type checkers accept any type expression, such as `int | None`, which is no `type`.
    TypeForm = type

__all__ = ["OutputT", "TurnResult", "TypeForm", "make_result"]


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
        usage: tokens used, of the turn's last response and of the thread in all.
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
    output: OutputT


def make_result(channel: TurnChannel) -> TurnResult[None]:
    """Makes the result of a turn whose terminal event has come.

    Raises:
        ProtocolError: something in the record is not what its type requires.
    """
    from .. import protocol
    from ..protocol.converter import structure

    assert channel.terminal is not None and channel.route is not None
    record = channel.route
    turn = structure(channel.terminal["turn"], protocol.Turn)
    raw_items = [params["item"] for params in record.items]
    items = [cast("ThreadItem", structure(item, protocol.ThreadItem)) for item in raw_items]
    seen = {_id(item) for item in raw_items}
    # A handle that joined late learns of the answer from the terminal event alone.
    items.extend(item for item in turn.items if getattr(item, "id", None) not in seen)
    usage = None
    if record.usage is not None:
        usage = structure(record.usage["tokenUsage"], protocol.ThreadTokenUsage)
    return TurnResult(
        id=channel.turn_id or turn.id,
        status=turn.status,
        error=turn.error,
        started_at=turn.started_at,
        completed_at=turn.completed_at,
        duration_ms=turn.duration_ms,
        final_response=final_response(items),
        items=items,
        usage=usage,
        output=None,
    )


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


def _id(item: JsonValue) -> JsonValue:
    return item.get("id") if isinstance(item, dict) else None
