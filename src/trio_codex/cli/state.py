"""State of a turn for its view: open items, finished ones, plan, tokens, what is waited for."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING, Any

import attrs

if TYPE_CHECKING:
    from collections.abc import Callable

    from .. import Notification
    from ..protocol import TurnPlanStep

__all__ = ["OpenItem", "TurnState"]

# Text of one open item that is kept for showing; the item itself has all of it when it completes.
_KEPT_TEXT = 64 * 1024


@attrs.define
class OpenItem:
    """An item that has started and not completed."""

    item: Any
    text: str = ""


class TurnState:
    """What the notifications of one turn have said so far.

    Notifications of unknown methods, and payloads that do not fit their type, change nothing.
    """

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._started = clock()
        self._tokens_before: int | None = None
        self.open: dict[str, OpenItem] = {}
        self.plan: list[TurnPlanStep] = []
        self.tokens: int = 0
        self.status: str | None = None
        self.retrying: str | None = None
        self.flags: tuple[str, ...] = ()

    @property
    def seconds(self) -> float:
        """Seconds since the state was made."""
        return self._clock() - self._started

    def waiting_for(self) -> str:
        """Returns what the turn waits for, in a few words."""
        if self.retrying is not None:
            return self.retrying
        if "waitingOnApproval" in self.flags:
            return "an approval"
        if "waitingOnUserInput" in self.flags:
            return "an answer"
        kinds = [str(getattr(entry.item, "type", "item")) for entry in self.open.values()]
        return ", ".join(_WAITING.get(kind, kind) for kind in kinds) or "the model"

    def update(self, event: Notification) -> list[Any]:
        """Takes one notification; returns what it finished: items, messages as `(style, text)`."""
        handler = _HANDLERS.get(event.method)
        if handler is None or event.mismatch is not None:
            return []
        return handler(self, event.payload) or []

    def _item_started(self, payload: Any) -> None:
        self.open[payload.item.id] = OpenItem(payload.item)
        self.retrying = None

    def _item_completed(self, payload: Any) -> list[Any]:
        self.open.pop(payload.item.id, None)
        return [payload.item]

    def _delta(self, payload: Any) -> None:
        entry = self.open.get(payload.item_id)
        if entry is not None:
            entry.text = (entry.text + payload.delta)[-_KEPT_TEXT:]

    def _patch(self, payload: Any) -> None:
        entry = self.open.get(payload.item_id)
        if entry is not None:
            entry.item = attrs.evolve(entry.item, changes=payload.changes)

    def _plan_updated(self, payload: Any) -> None:
        self.plan = list(payload.plan)

    def _tokens_updated(self, payload: Any) -> None:
        usage = payload.token_usage
        if self._tokens_before is None:
            self._tokens_before = usage.total.total_tokens - usage.last.total_tokens
        self.tokens = usage.total.total_tokens - self._tokens_before

    def _error(self, payload: Any) -> list[Any]:
        if payload.will_retry:
            self.retrying = payload.error.message
            return []
        return [("red", payload.error.message)]

    def _warning(self, payload: Any) -> list[Any]:
        return [("yellow", payload.message)]

    def _status(self, payload: Any) -> None:
        self.flags = tuple(str(flag) for flag in getattr(payload.status, "active_flags", ()))

    def _turn_started(self, _: Any) -> None:
        self.status = None

    def _completed(self, payload: Any) -> list[Any]:
        self.status = str(payload.turn.status)
        left = [entry.item for entry in self.open.values()]
        self.open.clear()
        self.flags = ()
        return left


_WAITING = {
    "agentMessage": "the model",
    "reasoning": "the model",
    "plan": "the model",
    "commandExecution": "a command",
    "fileChange": "a file change",
    "mcpToolCall": "a tool",
    "dynamicToolCall": "a tool",
    "collabAgentToolCall": "agents",
    "webSearch": "a web search",
}
_HANDLERS: dict[str, Callable[[TurnState, Any], list[Any] | None]] = {
    "error": TurnState._error,
    "item/agentMessage/delta": TurnState._delta,
    "item/commandExecution/outputDelta": TurnState._delta,
    "item/completed": TurnState._item_completed,
    "item/fileChange/patchUpdated": TurnState._patch,
    "item/plan/delta": TurnState._delta,
    "item/reasoning/summaryTextDelta": TurnState._delta,
    "item/started": TurnState._item_started,
    "thread/status/changed": TurnState._status,
    "thread/tokenUsage/updated": TurnState._tokens_updated,
    "turn/completed": TurnState._completed,
    "turn/started": TurnState._turn_started,
    "turn/plan/updated": TurnState._plan_updated,
    "warning": TurnState._warning,
}
