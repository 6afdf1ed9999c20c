"""Script of a model server: its replies, and the requests it received."""

from __future__ import annotations

from abc import ABC, abstractmethod
from typing import TYPE_CHECKING, Literal, Unpack

from ..signals import Gate
from . import items as model_items
from .plays import agent_replies, goal_replies
from .replies import HttpFailure, Reply, ReplyOptions, StreamFailure, text_pieces

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from ...protocol import JsonValue
    from .items import MessagePhase, OutputItem
    from .plays import GoalEnd
    from .replies import TokenUsage
    from .request import ModelRequest
    from .state import ModelState, Responder

__all__ = ["ModelScript"]


class ModelScript(ABC):
    """The replies of a model and its requests, for both forms of the server.

    Every method here may be called from any thread, before and while the server serves. Replies
    are given in the order in which they were queued, each to the first request it fits; the
    keywords of every reply (`when`, `gate`, `hold_after`, ...) are in `ReplyOptions`.
    """

    def __init__(self, state: ModelState) -> None:
        self._state = state

    @property
    @abstractmethod
    def origin(self) -> str:
        """Where the server listens, as `http://127.0.0.1:PORT`."""

    @property
    def base_url(self) -> str:
        """The base URL of the model provider, `http://127.0.0.1:PORT/v1`.

        Raises:
            RuntimeError: the server was not started.
        """
        return f"{self.origin}/v1"

    @property
    def requests(self) -> list[ModelRequest]:
        """The requests to the model so far, in the order of their arrival."""
        return self._state.requests.all()

    @property
    def other_requests(self) -> list[str]:
        """Other requests to the server, such as `GET /v1/models`."""
        return list(self._state.other_requests)

    @property
    def usage_reported(self) -> list[TokenUsage]:
        """The token counts of every response that was completed, in their order.

        A response that was cut off, or that the runtime stopped reading, has reported none.
        """
        return list(self._state.reported)

    @property
    def queued(self) -> int:
        """How many scripted replies were not given yet."""
        return self._state.queued()

    def gate(self) -> Gate:
        """Returns a gate to stop a reply at."""
        return Gate()

    def on_request(self, responder: Responder) -> Responder:
        """Asks a callback for the reply to each request; usable as a decorator.

        Args:
            responder: gets the request and returns a reply, a text, or `None` to leave the request
                to the queue. It runs in the server's Trio run and must not block. Its exceptions
                are raised when the server's block ends.
        """
        self._state.respond_with(responder)
        return responder

    def queue(self, *replies: Reply | Responder) -> None:
        """Queues replies that were made beforehand, or callbacks that make them.

        A callback is asked about each request, like those of `on_request`, until it has returned
        one reply.
        """
        for reply in replies:
            self._state.queue(reply)

    def reply(self, text: str, **options: Unpack[ReplyOptions]) -> None:
        """Queues a message, streamed word by word."""
        self.reply_items(model_items.message(text), **options)

    def reply_deltas(
        self,
        deltas: Sequence[str],
        *,
        phase: MessagePhase | None = None,
        **options: Unpack[ReplyOptions],
    ) -> None:
        """Queues a message that is streamed in exactly these pieces."""
        pieces = text_pieces(deltas)
        self.reply_items(model_items.message(deltas=pieces, phase=phase), **options)

    def reply_message(
        self, text: str, *, phase: MessagePhase | None = None, **options: Unpack[ReplyOptions]
    ) -> None:
        """Queues a message with a phase: a commentary or the final answer."""
        self.reply_items(model_items.message(text, phase=phase), **options)

    def reply_reasoning(
        self,
        summary: Sequence[str],
        text: str | None = None,
        **options: Unpack[ReplyOptions],
    ) -> None:
        """Queues reasoning, and after it a message unless `text` is `None`.

        Args:
            summary: the pieces of the reasoning's summary.
            text: the text of the message.
            options: see `ReplyOptions`.
        """
        items = [model_items.reasoning(text_pieces(summary))]
        if text is not None:
            items.append(model_items.message(text))
        self.reply_items(*items, **options)

    def reply_tool_call(
        self,
        name: str,
        arguments: Mapping[str, JsonValue] | str,
        *,
        call_id: str | None = None,
        namespace: str | None = None,
        **options: Unpack[ReplyOptions],
    ) -> None:
        """Queues a call of a function tool, as `model_items.tool_call` makes it.

        The runtime asks again with the tool's output.
        """
        item = model_items.tool_call(name, arguments, call_id=call_id, namespace=namespace)
        self.reply_items(item, **options)

    def reply_custom_tool_call(
        self, name: str, text: str, *, call_id: str | None = None, **options: Unpack[ReplyOptions]
    ) -> None:
        """Queues a call of a tool that takes free text, `apply_patch` for one."""
        item = model_items.custom_tool_call(name, text, call_id=call_id)
        self.reply_items(item, **options)

    def reply_patch(
        self, patch: str, *, call_id: str | None = None, **options: Unpack[ReplyOptions]
    ) -> None:
        """Queues a call of `apply_patch` with a patch."""
        self.reply_items(model_items.patch(patch, call_id=call_id), **options)

    def reply_command(
        self,
        cmd: str,
        *,
        escalated: bool = False,
        justification: str | None = None,
        call_id: str | None = None,
        **options: Unpack[ReplyOptions],
    ) -> None:
        """Queues a shell command, as `model_items.command` makes it."""
        item = model_items.command(
            cmd, escalated=escalated, justification=justification, call_id=call_id
        )
        self.reply_items(item, **options)

    def reply_review(
        self,
        outcome: Literal["allow", "deny"],
        *,
        rationale: str = "",
        **options: Unpack[ReplyOptions],
    ) -> None:
        """Queues the verdict of the runtime's reviewer (`auto_review`) on an escalation.

        Other replies are never used for reviews; a review without a scripted reply is denied.

        Args:
            outcome: whether the escalation is allowed.
            rationale: the reviewer's reason.
            options: see `ReplyOptions`; `when` is asked about requests for a review only.
        """
        when = options.get("when")
        options["when"] = lambda request: request.is_review and (when is None or when(request))
        self.reply_items(model_items.review(outcome, rationale=rationale), **options)

    def reply_plan(
        self, markdown: str, *, before: str = "", after: str = "", **options: Unpack[ReplyOptions]
    ) -> None:
        """Queues a message with a plan, as `model_items.plan` makes it, for a turn in Plan mode."""
        self.reply_items(model_items.plan(markdown, before=before, after=after), **options)

    def reply_findings(
        self,
        *found: Mapping[str, JsonValue],
        correct: bool | None = None,
        explanation: str = "That is all.",
        **options: Unpack[ReplyOptions],
    ) -> None:
        """Queues the result of a code review, as `model_items.findings` makes it."""
        item = model_items.findings(*found, correct=correct, explanation=explanation)
        self.reply_items(item, **options)

    def play_goal(
        self, *messages: str, ends: GoalEnd = "complete", **options: Unpack[ReplyOptions]
    ) -> None:
        """Queues the replies to the turns of a goal, a message for each turn.

        Args:
            messages: the messages, in order; at least one unless the provider ends the goal.
            ends: how the goal ends. `complete`, `blocked` and `paused`: the model sets this status
                in the last turn, before its message. `budget`: the last message costs more than the
                goal's budget. `quota` and `refused`: after the messages, the provider refuses one
                more turn with HTTP 429 or 400, which makes the goal `usageLimited` or `blocked`.
            options: of the last reply, see `ReplyOptions`; a gate holds the last message, when the
                status is set already.
        """
        self.queue(*goal_replies(messages, ends, options))

    def play_agents(
        self,
        tasks: Mapping[str, Reply | str],
        answer: str = "All agents are done.",
        *,
        wait: bool = True,
        gate: Gate | None = None,
    ) -> None:
        """Queues the replies of a turn that starts sub-agents, and those of the agents.

        Args:
            tasks: the agents' replies by their tasks, the texts of their first messages.
            answer: the message with which the turn ends.
            wait: whether the turn waits for its agents, one after the other.
            gate: the agents' replies wait there.
        """
        self.queue(*agent_replies(tasks, answer, wait=wait, gate=gate))

    def reply_items(self, *items: OutputItem, **options: Unpack[ReplyOptions]) -> None:
        """Queues one response of several output items, made by `trio_codex.testing.model_items`."""
        self._state.queue(Reply(items=items, **options))

    def fail(
        self,
        status: int = 500,
        body: JsonValue = None,
        *,
        headers: Mapping[str, str] | None = None,
        **options: Unpack[ReplyOptions],
    ) -> None:
        """Queues an HTTP error.

        Args:
            status: the HTTP status.
            body: JSON or text.
            headers: further headers, `retry-after` for one.
            options: see `ReplyOptions`.
        """
        failure = HttpFailure(status=status, body=body, headers=headers or {})
        self._state.queue(Reply(failure=failure, **options))

    def fail_stream(
        self,
        event: str = "response.failed",
        *,
        code: str = "server_error",
        message: str = "scripted failure",
        items: Sequence[OutputItem] = (),
        **options: Unpack[ReplyOptions],
    ) -> None:
        """Queues a stream that ends badly.

        Args:
            event: `response.failed`, `response.incomplete` or `error`.
            code: the provider's error code, or the reason of an incomplete response.
            message: the error message.
            items: the output items before the end.
            options: see `ReplyOptions`.
        """
        failure = StreamFailure(event=event, code=code, message=message)
        self._state.queue(Reply(items=tuple(items), stream_failure=failure, **options))

    def disconnect(
        self,
        deltas: Sequence[str] = (),
        *,
        after: int | None = None,
        **options: Unpack[ReplyOptions],
    ) -> None:
        """Queues a message in the middle of which the server cuts the connection.

        Args:
            deltas: the pieces of the message.
            after: how many of them go out; all of them by default.
            options: see `ReplyOptions`.
        """
        pieces = text_pieces(deltas)
        options["disconnect_after"] = len(pieces) if after is None else after
        self.reply_items(model_items.message(deltas=pieces), **options)
