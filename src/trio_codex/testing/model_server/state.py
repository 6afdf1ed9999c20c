"""State of a model server: the queued replies, and the records of its requests."""

from __future__ import annotations

import threading
from collections.abc import Callable
from typing import TYPE_CHECKING, TypeAlias, final

import attrs

from ..records import Records
from .items import review
from .replies import HttpFailure, Reply, TokenUsage, as_reply

if TYPE_CHECKING:
    from ...protocol import JsonValue
    from .request import ModelRequest

__all__ = ["ModelState", "Responder"]

Responder: TypeAlias = Callable[["ModelRequest"], "Reply | str | None"]


def _fitting(queued: Reply | Responder, request: ModelRequest) -> Reply | None:
    if callable(queued):
        return as_reply(queued(request))
    fits = not request.is_review if queued.when is None else queued.when(request)
    return queued if fits else None


@final
class ModelState:
    """The queue and the records of a model server; usable from any thread."""

    def __init__(self, default: str | Reply | None, usage: TokenUsage) -> None:
        self.usage = usage
        self.requests: Records[ModelRequest] = Records()
        self.other_requests: list[str] = []
        self.reported: list[TokenUsage] = []
        self._default = as_reply(default)
        self._lock = threading.Lock()
        self._queue: list[Reply | Responder] = []
        self._responders: list[Responder] = []

    def queue(self, reply: Reply | Responder) -> None:
        """Puts a reply at the end of the queue, or the callback that makes it."""
        with self._lock:
            self._queue.append(reply)

    def queued(self) -> int:
        """Counts the replies that are still to be given."""
        with self._lock:
            return sum(1 if callable(reply) else reply.times for reply in self._queue)

    def respond_with(self, responder: Responder) -> None:
        """Asks this callback before the queue, after the callbacks given earlier."""
        with self._lock:
            self._responders.append(responder)

    def choose(self, request: ModelRequest) -> Reply:
        """Takes the reply for a request: a callback's, else the queue's, else the default.

        A reply that was queued for the thread is not used for a review of its escalations: a review
        takes only replies with a condition, and is denied if there is none.
        """
        with self._lock:
            responders = list(self._responders)
            candidates = list(self._queue)
        for responder in responders:
            given = as_reply(responder(request))
            if given is not None:
                return given
        # Predicates are the test's code: they run outside the lock and may use the server.
        for queued in candidates:
            fitting = _fitting(queued, request)
            if fitting is not None and self._take(queued):
                return fitting
        if request.is_review:
            return Reply(items=(review("deny", rationale="The test did not script a review."),))
        return self._default or self._no_reply(request)

    def _take(self, reply: Reply | Responder) -> bool:
        with self._lock:
            index = next((i for i, queued in enumerate(self._queue) if queued is reply), None)
            if index is None:
                return False
            if not callable(reply) and reply.times > 1:
                self._queue[index] = attrs.evolve(reply, times=reply.times - 1)
            else:
                del self._queue[index]
            return True

    def _no_reply(self, request: ModelRequest) -> Reply:
        text = (
            "the model server has no reply for this request: queue one with model.reply(...), or "
            f"give it a default, ModelServer(default=...); it is request {len(self.requests)}, "
            f"and its last user text is {request.last_user_text[:200]!r}"
        )
        error: dict[str, JsonValue] = {"code": "no_scripted_reply", "message": text}
        return Reply(failure=HttpFailure(status=400, body={"error": error}))
