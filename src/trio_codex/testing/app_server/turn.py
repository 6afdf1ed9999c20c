"""Scripted turns: each step sends the notifications that the runtime sends for it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, final

from ..model_server import items as model_items
from .shapes import (
    NOW,
    agent_message,
    review_text,
    spawn_call,
    token_usage,
    turn,
    user_message,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from typing import Self

    from ...protocol import JsonValue
    from .messages import FakeRequest

__all__ = ["FakeTurn"]

_NOW_MS = NOW * 1000


@final
class FakeTurn:
    """A turn of a fake server; a step sends its notifications and returns the turn.

    The order of the steps is not checked: a client must be tested with early, late, missing and
    repeated events.

    Attributes:
        id: the turn's id.
        thread_id: the thread it runs on.
        status: `pending` until `started`, then the status of the protocol.
        expected: whether `FakeAppServer.expect_turn` has returned it.
        active_id: the id by which it is interrupted, that of its `turn/started`.
        root_id: the id of the user's turn; different from `id` in a turn of a sub-agent.
    """

    def __init__(
        self,
        notify: Callable[[str, JsonValue], None],
        thread_id: str,
        id: str,
        root_id: str | None = None,
    ) -> None:
        self.id = id
        self.thread_id = thread_id
        self.active_id: str = id
        self.root_id: str = root_id or id
        self.status: str = "pending"
        self.expected: bool = False
        self._notify = notify
        self._items = 0
        self._open: dict[str, list[str]] = {}
        self._answer: dict[str, JsonValue] | None = None

    def __repr__(self) -> str:
        return f"<FakeTurn {self.id} of thread {self.thread_id}: {self.status}>"

    @property
    def running(self) -> bool:
        """Whether it has started and not ended."""
        return self.status == "inProgress"

    def reply_to(self, request: FakeRequest) -> Self:
        """Answers a `turn/start` (or `review/start`) with this turn."""
        shown: JsonValue = self._shown()
        if request.method == "review/start":
            request.reply({"turn": shown, "reviewThreadId": self.thread_id})
        else:
            request.reply({"turn": shown})
        return self

    def notify(self, method: str, **params: JsonValue) -> Self:
        """Sends any notification of this turn; its ids are put in front of `params`."""
        self._notify(method, {"threadId": self.thread_id, "turnId": self.id, **params})
        return self

    def started(self, *, announced_as: str | None = None) -> Self:
        """Starts the turn.

        Args:
            announced_as: another id in `turn/started`, as reviews have; this turn is its root.
        """
        self.status = "inProgress"
        shown = self._shown(started=True)
        if announced_as is not None:
            shown["id"] = self.active_id = announced_as
        self._status("active")
        self._notify("turn/started", {"threadId": self.thread_id, "turn": shown})
        return self

    def item_started(self, item: Mapping[str, JsonValue]) -> Self:
        """Starts an item, given in its wire form."""
        return self.notify("item/started", item=dict(item), startedAtMs=_NOW_MS)

    def item_completed(self, item: Mapping[str, JsonValue]) -> Self:
        """Completes an item, given in its wire form."""
        if item.get("type") == "agentMessage" and item.get("phase") != "commentary":
            self._answer = dict(item)
        return self.notify("item/completed", item=dict(item), completedAtMs=_NOW_MS)

    def item(self, item: Mapping[str, JsonValue]) -> Self:
        """Starts and completes an item."""
        return self.item_started(item).item_completed(item)

    def user_message(self, text: str, *, client_id: str | None = None) -> Self:
        """Starts and completes a message of the user.

        Args:
            text: its text.
            client_id: the client's id of a queued message.
        """
        return self.item(user_message(self._new_item(), text, client_id))

    def plan(self, markdown: str) -> Self:
        """Starts a plan, sends it line by line, and completes it."""
        plan: dict[str, JsonValue] = {"type": "plan", "id": f"{self.id}-plan", "text": ""}
        self.item_started(plan)
        for line in markdown.splitlines(keepends=True):
            self.notify("item/plan/delta", itemId=plan["id"], delta=line)
        return self.item_completed({**plan, "text": markdown})

    def findings(self, *found: Mapping[str, JsonValue], explanation: str = "That is all.") -> Self:
        """Sends the result of a review: as raw JSON, and as the text that the runtime makes of it.

        Args:
            found: the findings, made by `model_items.finding`.
            explanation: the reason of the verdict.
        """
        raw = model_items.findings(*found, explanation=explanation)
        self.notify("rawResponseItem/completed", item=dict(raw.done))
        text = review_text(found, explanation)
        self.item({"type": "exitedReviewMode", "id": self._new_item(), "review": text})
        return self.message(text)

    def delta(self, text: str, *, item_id: str = "message") -> Self:
        """Sends a piece of a message; the first one starts its item."""
        if item_id not in self._open:
            self._open[item_id] = []
            self.item_started(agent_message(item_id, "", None))
        self._open[item_id].append(text)
        return self.notify("item/agentMessage/delta", itemId=item_id, delta=text)

    def message(
        self, text: str | None = None, *, phase: str | None = None, item_id: str | None = None
    ) -> Self:
        """Completes a message.

        Args:
            text: its text; default: the text of its deltas.
            phase: `commentary`, `final_answer`, or `None`, as in older models.
            item_id: its id; default: that of an open message with deltas, or a new one.
        """
        if item_id is None:
            item_id = next(iter(self._open), None) or self._new_item()
        deltas = self._open.pop(item_id, None)
        if text is None:
            text = "".join(deltas or ())
        if deltas is None:
            self.item_started(agent_message(item_id, "", phase))
        return self.item_completed(agent_message(item_id, text, phase))

    def spawned(self, *children: str, status: str = "pendingInit") -> Self:
        """Completes the call that has spawned the agents of these threads.

        Args:
            children: the ids of the agents' threads.
            status: the status of each agent in the call.
        """
        item_id = self._new_item()
        return self.item_completed(spawn_call(item_id, self.thread_id, children, status))

    def usage(self, total_tokens: int) -> Self:
        """Sends the tokens used so far."""
        return self.notify("thread/tokenUsage/updated", tokenUsage=token_usage(total_tokens))

    def completed(self, status: str = "completed", *, error: JsonValue = None) -> Self:
        """Ends the turn; messages with deltas that were not completed stay open.

        Args:
            status: `completed`, `interrupted`, `failed`, or an unknown one.
            error: the protocol's error object of a failed turn.
        """
        self.status = status
        items: list[JsonValue] = []
        if status == "completed" and self._answer is not None:
            items.append(self._answer)
        self._status("systemError" if status == "failed" else "idle")
        params: dict[str, Any] = {
            "threadId": self.thread_id,
            "turn": self._shown(status, items=items, error=error),
        }
        self._notify("turn/completed", params)
        return self

    def interrupted(self) -> Self:
        """Ends the turn as interrupted."""
        return self.completed("interrupted")

    def failed(self, message: str, *, info: JsonValue = "other") -> Self:
        """Ends the turn as failed.

        Args:
            message: the error's message.
            info: the protocol's `codexErrorInfo`.
        """
        error: dict[str, JsonValue] = {"message": message, "codexErrorInfo": info}
        self.notify("error", error=error, willRetry=False)
        return self.completed("failed", error=error)

    def answer(self, text: str) -> Self:
        """Sends `text` in one message and completes the turn."""
        return self.delta(text).message(phase="final_answer").usage(100).completed()

    def _shown(self, status: str = "inProgress", **details: Any) -> dict[str, JsonValue]:
        return {**turn(self.id, status, **details), "rootTurnId": self.root_id}

    def _status(self, status: str) -> None:
        shown: dict[str, JsonValue] = {"type": status}
        if status == "active":
            shown["activeFlags"] = []
        self._notify("thread/status/changed", {"threadId": self.thread_id, "status": shown})

    def _new_item(self) -> str:
        self._items += 1
        return f"{self.id}-item-{self._items}"
