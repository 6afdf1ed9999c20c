"""Requests of the runtime to its model."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, final

import orjson

from ..signals import Signal
from .catalog import REVIEW_MODEL

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from ...protocol import JsonValue
    from ..http_exchange import HttpRequest

__all__ = ["ModelRequest"]


@final
class ModelRequest:
    """One request that the runtime made to the model.

    Attributes:
        path: the path of the request, `/v1/responses` as a rule.
        headers: header values by lower-case name.
        body: the JSON body.
        disconnected: set when the runtime closed the connection before the reply was complete,
            as it does when a turn is interrupted or steered.
        answered: set when the reply was sent completely.
    """

    def __init__(self, request: HttpRequest, disconnected: Signal) -> None:
        self.path: str = request.path
        self.headers: Mapping[str, str] = request.headers
        self.bearer: str | None = request.bearer
        body = orjson.loads(request.body) if request.body else {}
        self.body: dict[str, JsonValue] = body if isinstance(body, dict) else {}
        self.disconnected = disconnected
        self.answered: Signal = Signal()

    def __repr__(self) -> str:
        return f"<ModelRequest {self.path} {self.last_user_text[:60]!r}>"

    @property
    def model(self) -> str:
        """The model that is asked."""
        return str(self.body.get("model", ""))

    @property
    def is_review(self) -> bool:
        """Whether the runtime asks its reviewer about an escalation (`auto_review`)."""
        return self.model == REVIEW_MODEL

    @property
    def instructions(self) -> str:
        """The instructions and the developer messages."""
        texts = [_text(item) for item in self.input if item.get("role") in ("developer", "system")]
        return "\n\n".join([*filter(None, [str(self.body.get("instructions") or "")]), *texts])

    @property
    def input(self) -> list[dict[str, JsonValue]]:
        """The input items: messages, calls and outputs of tools."""
        return _objects(self.body.get("input"))

    @property
    def user_texts(self) -> list[str]:
        """The texts of all user messages, the runtime's own context messages included."""
        return [_text(item) for item in self.input if item.get("role") == "user"]

    @property
    def last_user_text(self) -> str:
        """The text of the last user message; empty when there is none."""
        return next(reversed(self.user_texts), "")

    @property
    def tools(self) -> list[str]:
        """The names of the offered tools; for a tool without a name, its type."""
        return [str(tool.get("name") or tool.get("type")) for tool in self.tool_specs]

    @property
    def tool_specs(self) -> list[dict[str, JsonValue]]:
        """The offered tools in full."""
        return _objects(self.body.get("tools"))

    @cached_property
    def tool_outputs(self) -> Mapping[str, str]:
        """The text that each tool call returned to the model, by call id."""
        return {
            str(item.get("call_id")): _text(item, "output")
            for item in self.input
            if str(item.get("type")).endswith("_call_output")
        }

    @property
    def output_schema(self) -> JsonValue:
        """The JSON schema that the answer must fit; `None` if there is none."""
        text = self.body.get("text")
        form = text.get("format") if isinstance(text, dict) else None
        return form.get("schema") if isinstance(form, dict) else None

    @property
    def thread_id(self) -> str | None:
        """The id of the thread the request belongs to, as its headers say."""
        return self.headers.get("thread-id")

    @property
    def subagent(self) -> str | None:
        """What the request's agent was started for; `None` in a thread of the client.

        `"collab_spawn"` is a sub-agent that the model has started, `"review"` a code review.
        """
        return self.headers.get("x-openai-subagent")

    def image_urls(self) -> list[str]:
        """Returns the URLs of all images in the user's messages and the tools' outputs."""
        return [
            str(part["image_url"])
            for item in self.input
            for part in _parts(item)
            if part.get("type") == "input_image"
        ]


def _objects(value: JsonValue) -> list[dict[str, JsonValue]]:
    return [item for item in value if isinstance(item, dict)] if isinstance(value, list) else []


def _parts(item: Mapping[str, JsonValue]) -> Iterator[dict[str, JsonValue]]:
    for key in ("content", "output"):
        yield from _objects(item.get(key))


def _text(item: Mapping[str, JsonValue], key: str = "content") -> str:
    value = item.get(key)
    if isinstance(value, str):
        return value
    if isinstance(value, dict):
        return str(value.get("content", ""))
    return "\n".join(str(part["text"]) for part in _objects(value) if "text" in part)
