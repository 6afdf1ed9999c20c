"""Tool and user input types of the app-server protocol, generated from the pinned schema.

Do not edit: `python -m schema.generator` writes this file.
"""

from __future__ import annotations

from typing import Literal, TypeAlias

from .._model import OMITTED, JsonValue, Omitted, WireModel, wire
from ..unknown import UnknownVariant

__all__ = [
    "AsyncUserInputQuestion",
    "DynamicToolCallOutputContentItem",
    "DynamicToolCallParams",
    "DynamicToolCallResponse",
    "DynamicToolNamespaceTool",
    "DynamicToolSpec",
    "FunctionDynamicToolNamespaceTool",
    "FunctionDynamicToolSpec",
    "InputAudioDynamicToolCallOutputContentItem",
    "InputImageDynamicToolCallOutputContentItem",
    "InputTextDynamicToolCallOutputContentItem",
    "NamespaceDynamicToolSpec",
    "ToolRequestUserInputAnswer",
    "ToolRequestUserInputOption",
    "ToolRequestUserInputParams",
    "ToolRequestUserInputQuestion",
    "ToolRequestUserInputResponse",
]


class AsyncUserInputQuestion(WireModel):
    """An object, used by `AgentMessageThreadItem`."""

    title: str = wire("title")
    options: list[str] | None = wire("options", default=None)


class DynamicToolCallParams(WireModel):
    """Params of the server request `item/tool/call`."""

    arguments: JsonValue = wire("arguments", untyped=True)
    call_id: str = wire("callId")
    thread_id: str = wire("threadId")
    tool: str = wire("tool")
    turn_id: str = wire("turnId")
    namespace: str | None = wire("namespace", default=None)


class DynamicToolCallResponse(WireModel):
    """Our answer to the server request `item/tool/call`."""

    content_items: list[DynamicToolCallOutputContentItem] = wire("contentItems")
    success: bool = wire("success")


class FunctionDynamicToolNamespaceTool(WireModel):
    """One shape of `DynamicToolNamespaceTool`, tagged `function`."""

    type: Literal["function"] = wire("type", default="function")
    description: str = wire("description")
    input_schema: JsonValue = wire("inputSchema", untyped=True)
    name: str = wire("name")
    defer_loading: bool | Omitted = wire("deferLoading", default=OMITTED)


class FunctionDynamicToolSpec(WireModel):
    """One shape of `DynamicToolSpec`, tagged `function`."""

    type: Literal["function"] = wire("type", default="function")
    description: str = wire("description")
    input_schema: JsonValue = wire("inputSchema", untyped=True)
    name: str = wire("name")
    defer_loading: bool | Omitted = wire("deferLoading", default=OMITTED)


class InputAudioDynamicToolCallOutputContentItem(WireModel):
    """One shape of `DynamicToolCallOutputContentItem`, tagged `inputAudio`."""

    type: Literal["inputAudio"] = wire("type", default="inputAudio")
    audio_url: str = wire("audioUrl")


class InputImageDynamicToolCallOutputContentItem(WireModel):
    """One shape of `DynamicToolCallOutputContentItem`, tagged `inputImage`."""

    type: Literal["inputImage"] = wire("type", default="inputImage")
    image_url: str = wire("imageUrl")


class InputTextDynamicToolCallOutputContentItem(WireModel):
    """One shape of `DynamicToolCallOutputContentItem`, tagged `inputText`."""

    type: Literal["inputText"] = wire("type", default="inputText")
    text: str = wire("text")


class NamespaceDynamicToolSpec(WireModel):
    """One shape of `DynamicToolSpec`, tagged `namespace`."""

    type: Literal["namespace"] = wire("type", default="namespace")
    description: str = wire("description")
    name: str = wire("name")
    tools: list[DynamicToolNamespaceTool] = wire("tools")


class ToolRequestUserInputAnswer(WireModel):
    """An object, used by `ToolRequestUserInputResponse`."""

    answers: list[str] = wire("answers", secret=True)


class ToolRequestUserInputOption(WireModel):
    """An object, used by `ToolRequestUserInputQuestion`."""

    description: str = wire("description")
    label: str = wire("label")


class ToolRequestUserInputParams(WireModel):
    """Params of the server request `item/tool/requestUserInput`."""

    item_id: str = wire("itemId")
    questions: list[ToolRequestUserInputQuestion] = wire("questions")
    thread_id: str = wire("threadId")
    turn_id: str = wire("turnId")
    auto_resolution_ms: int | None = wire("autoResolutionMs", default=None, format="uint64")
    is_blocking: bool | None = wire("isBlocking", default=None)


class ToolRequestUserInputQuestion(WireModel):
    """An object, used by `ToolRequestUserInputParams`."""

    header: str = wire("header")
    id: str = wire("id")
    question: str = wire("question")
    is_other: bool = wire("isOther", default=False)
    is_secret: bool = wire("isSecret", default=False)
    options: list[ToolRequestUserInputOption] | None = wire("options", default=None)


class ToolRequestUserInputResponse(WireModel):
    """Our answer to the server request `item/tool/requestUserInput`."""

    answers: dict[str, ToolRequestUserInputAnswer] = wire("answers")


DynamicToolCallOutputContentItem: TypeAlias = (
    InputTextDynamicToolCallOutputContentItem
    | InputImageDynamicToolCallOutputContentItem
    | InputAudioDynamicToolCallOutputContentItem
    | UnknownVariant
)
"""A union, used by `DynamicToolCallResponse` and `DynamicToolCallThreadItem`."""

DynamicToolNamespaceTool: TypeAlias = FunctionDynamicToolNamespaceTool | UnknownVariant
"""A union, used by `NamespaceDynamicToolSpec`."""

DynamicToolSpec: TypeAlias = FunctionDynamicToolSpec | NamespaceDynamicToolSpec | UnknownVariant
"""A union, used by `ThreadStartParams`."""
