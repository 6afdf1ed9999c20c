"""Turn results: the final response, the items and missing fields."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from trio_codex._client.result import make_result
from trio_codex._session.stream import EventStream
from trio_codex._session.turn import TurnChannel, TurnRoute
from trio_codex.types import TurnStatus, UnknownVariant

if TYPE_CHECKING:
    from trio_codex.protocol import JsonValue


def said(item_id: str, text: str, phase: str | None = None) -> dict[str, JsonValue]:
    return {"type": "agentMessage", "id": item_id, "text": text, "phase": phase}


def channel(
    *items: dict[str, JsonValue], summary: tuple[Any, ...] = (), **turn: Any
) -> TurnChannel:
    made = TurnChannel("thread", EventStream(16, frozenset()))
    route = TurnRoute("thread", "t")
    made.attach(route)
    for item in items:
        route.record("item/completed", {"item": item})
    ended: dict[str, JsonValue] = {"id": "t", "items": list(summary), "status": "completed", **turn}
    made.terminal = {"threadId": "thread", "turn": ended}
    return made


@pytest.mark.parametrize(
    ("items", "answer"),
    [
        ([], None),
        ([said("a", "x")], "x"),
        ([said("a", "x"), said("b", "y")], "y"),
        ([said("a", "x", "final_answer"), said("b", "y")], "x"),
        ([said("a", "x", "final_answer"), said("b", "y", "final_answer")], "y"),
        ([said("a", "x", "final_answer"), said("b", "y", "commentary")], "x"),
        ([said("a", "x"), said("b", "y", "commentary")], "x"),
        ([said("a", "x", "commentary")], None),
        ([said("a", "x"), said("b", "")], ""),
        ([said("a", "x"), said("b", "", "final_answer")], ""),
        ([said("a", "x"), said("b", "y", "a phase of tomorrow")], "x"),
    ],
)
def test_the_answer_is_picked_by_its_phase(items: list[Any], answer: str | None) -> None:
    assert make_result(channel(*items)).final_response == answer


def test_items_of_the_terminal_event_are_added_once() -> None:
    result = make_result(channel(said("a", "x"), summary=(said("a", "x"), said("b", "y"))))
    assert [getattr(item, "id", None) for item in result.items] == ["a", "b"]
    assert result.final_response == "y"


def test_unknown_items_are_kept_raw() -> None:
    strange: dict[str, JsonValue] = {"type": "hologram", "id": "h", "depth": 3}
    result = make_result(channel(strange, status="evaporated"))
    (item,) = result.items
    assert isinstance(item, UnknownVariant) and item.raw == strange
    assert result.status == "evaporated" and not result.status.is_known


def test_a_failed_turn_has_its_error() -> None:
    error = {"message": "no", "codexErrorInfo": {"httpConnectionFailed": {"httpStatusCode": 401}}}
    result = make_result(channel(status="failed", error=error))
    assert result.status == TurnStatus.FAILED
    assert result.error is not None and result.error.message == "no"


def test_a_result_is_made_without_missing_fields() -> None:
    broken = channel(said("a", "x"))
    broken.terminal = {"turn": {"id": "t"}}
    result = make_result(broken)
    assert result.final_response == "x"
    assert result.status == TurnStatus("unknown") and not result.status.is_known
