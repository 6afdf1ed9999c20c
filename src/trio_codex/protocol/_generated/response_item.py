"""Model response item types of the app-server protocol, generated from the pinned schema.

Do not edit: `python -m schema.generator` writes this file.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, TypeAlias

from .._model import OMITTED, JsonValue, Omitted, OpenEnum, WireModel, wire
from ..unknown import UnknownVariant

if TYPE_CHECKING:
    from .common import ImageDetail
    from .config import ConfigurationReasoning
    from .item import MessagePhase
    from .thread_state import TokenUsageBreakdown

__all__ = [
    "AdditionalToolsResponseItem",
    "AgentMessageInputContent",
    "AgentMessageResponseItem",
    "CompactionResponseItem",
    "CompactionTriggerResponseItem",
    "ConfigurationUpdateResponseItem",
    "ContentItem",
    "ContextCompactionResponseItem",
    "CustomToolCallOutputResponseItem",
    "CustomToolCallResponseItem",
    "EncryptedContentAgentMessageInputContent",
    "EncryptedContentFunctionCallOutputContentItem",
    "ExecLocalShellAction",
    "FileIdContentItem",
    "FileIdFunctionCallOutputContentItem",
    "FindInPageResponsesApiWebSearchAction",
    "FunctionCallOutputBody",
    "FunctionCallOutputContentItem",
    "FunctionCallOutputResponseItem",
    "FunctionCallResponseItem",
    "ImageGenerationCallResponseItem",
    "ImageUrlContentItem",
    "ImageUrlFunctionCallOutputContentItem",
    "InputAudioContentItem",
    "InputAudioFunctionCallOutputContentItem",
    "InputImageContentItem",
    "InputImageFunctionCallOutputContentItem",
    "InputTextAgentMessageInputContent",
    "InputTextContentItem",
    "InputTextFunctionCallOutputContentItem",
    "InternalChatMessageMetadataPassthrough",
    "LocalShellAction",
    "LocalShellCallResponseItem",
    "LocalShellStatus",
    "MessageResponseItem",
    "OpenPageResponsesApiWebSearchAction",
    "OtherResponseItem",
    "OtherResponsesApiWebSearchAction",
    "OutputTextContentItem",
    "RawResponseCompletedNotification",
    "RawResponseItemCompletedNotification",
    "ReasoningItemContent",
    "ReasoningItemReasoningSummary",
    "ReasoningResponseItem",
    "ReasoningTextReasoningItemContent",
    "ResponseItem",
    "ResponseUsageMetadata",
    "ResponsesApiWebSearchAction",
    "SearchResponsesApiWebSearchAction",
    "SummaryTextReasoningItemReasoningSummary",
    "TextReasoningItemContent",
    "ToolSearchCallResponseItem",
    "ToolSearchOutputResponseItem",
    "WebSearchCallResponseItem",
]


class LocalShellStatus(OpenEnum):
    """An open enum, used by `LocalShellCallResponseItem`."""

    COMPLETED = "completed"
    IN_PROGRESS = "in_progress"
    INCOMPLETE = "incomplete"


class AdditionalToolsResponseItem(WireModel):
    """One shape of `ResponseItem`, tagged `additional_tools`."""

    type: Literal["additional_tools"] = wire("type", default="additional_tools")
    role: str = wire("role")
    tools: list[JsonValue] = wire("tools", untyped=True)
    id: str | None | Omitted = wire("id", default=OMITTED)


class AgentMessageResponseItem(WireModel):
    """One shape of `ResponseItem`, tagged `agent_message`."""

    type: Literal["agent_message"] = wire("type", default="agent_message")
    author: str = wire("author")
    content: list[AgentMessageInputContent] = wire("content")
    recipient: str = wire("recipient")
    id: str | None | Omitted = wire("id", default=OMITTED)
    internal_chat_message_metadata_passthrough: (
        InternalChatMessageMetadataPassthrough | None | Omitted
    ) = wire("internal_chat_message_metadata_passthrough", default=OMITTED)


class CompactionResponseItem(WireModel):
    """One shape of `ResponseItem`, tagged `compaction`."""

    type: Literal["compaction"] = wire("type", default="compaction")
    encrypted_content: str = wire("encrypted_content")
    id: str | None | Omitted = wire("id", default=OMITTED)
    internal_chat_message_metadata_passthrough: (
        InternalChatMessageMetadataPassthrough | None | Omitted
    ) = wire("internal_chat_message_metadata_passthrough", default=OMITTED)


class CompactionTriggerResponseItem(WireModel):
    """One shape of `ResponseItem`, tagged `compaction_trigger`."""

    type: Literal["compaction_trigger"] = wire("type", default="compaction_trigger")


class ConfigurationUpdateResponseItem(WireModel):
    """One shape of `ResponseItem`, tagged `configuration_update`."""

    type: Literal["configuration_update"] = wire("type", default="configuration_update")
    reasoning: ConfigurationReasoning = wire("reasoning")


class ContextCompactionResponseItem(WireModel):
    """One shape of `ResponseItem`, tagged `context_compaction`."""

    type: Literal["context_compaction"] = wire("type", default="context_compaction")
    encrypted_content: str | None | Omitted = wire("encrypted_content", default=OMITTED)
    id: str | None | Omitted = wire("id", default=OMITTED)
    internal_chat_message_metadata_passthrough: (
        InternalChatMessageMetadataPassthrough | None | Omitted
    ) = wire("internal_chat_message_metadata_passthrough", default=OMITTED)


class CustomToolCallOutputResponseItem(WireModel):
    """One shape of `ResponseItem`, tagged `custom_tool_call_output`."""

    type: Literal["custom_tool_call_output"] = wire("type", default="custom_tool_call_output")
    call_id: str = wire("call_id")
    output: FunctionCallOutputBody = wire("output")
    id: str | None | Omitted = wire("id", default=OMITTED)
    internal_chat_message_metadata_passthrough: (
        InternalChatMessageMetadataPassthrough | None | Omitted
    ) = wire("internal_chat_message_metadata_passthrough", default=OMITTED)
    name: str | None | Omitted = wire("name", default=OMITTED)


class CustomToolCallResponseItem(WireModel):
    """One shape of `ResponseItem`, tagged `custom_tool_call`."""

    type: Literal["custom_tool_call"] = wire("type", default="custom_tool_call")
    call_id: str = wire("call_id")
    input: str = wire("input")
    name: str = wire("name")
    encrypted_content: str | None | Omitted = wire("encrypted_content", default=OMITTED)
    id: str | None | Omitted = wire("id", default=OMITTED)
    internal_chat_message_metadata_passthrough: (
        InternalChatMessageMetadataPassthrough | None | Omitted
    ) = wire("internal_chat_message_metadata_passthrough", default=OMITTED)
    namespace: str | None | Omitted = wire("namespace", default=OMITTED)
    status: str | None | Omitted = wire("status", default=OMITTED)


class EncryptedContentAgentMessageInputContent(WireModel):
    """One shape of `AgentMessageInputContent`, tagged `encrypted_content`."""

    type: Literal["encrypted_content"] = wire("type", default="encrypted_content")
    encrypted_content: str = wire("encrypted_content")


class EncryptedContentFunctionCallOutputContentItem(WireModel):
    """One shape of `FunctionCallOutputContentItem`, tagged `encrypted_content`."""

    type: Literal["encrypted_content"] = wire("type", default="encrypted_content")
    encrypted_content: str = wire("encrypted_content")


class ExecLocalShellAction(WireModel):
    """One shape of `LocalShellAction`, tagged `exec`."""

    type: Literal["exec"] = wire("type", default="exec")
    command: list[str] = wire("command")
    env: dict[str, str] | None | Omitted = wire("env", default=OMITTED, secret=True)
    timeout_ms: int | None | Omitted = wire("timeout_ms", default=OMITTED, format="uint64")
    user: str | None | Omitted = wire("user", default=OMITTED)
    working_directory: str | None | Omitted = wire("working_directory", default=OMITTED)


class FileIdContentItem(WireModel):
    """One shape of `InputImageContentItem`, with the key `file_id`."""

    type: Literal["input_image"] = wire("type", default="input_image")
    file_id: str = wire("file_id")
    detail: ImageDetail | None | Omitted = wire("detail", default=OMITTED)


class FileIdFunctionCallOutputContentItem(WireModel):
    """One shape of `InputImageFunctionCallOutputContentItem`, with the key `file_id`."""

    type: Literal["input_image"] = wire("type", default="input_image")
    file_id: str = wire("file_id")
    detail: ImageDetail | None = wire("detail", default=None)


class FindInPageResponsesApiWebSearchAction(WireModel):
    """One shape of `ResponsesApiWebSearchAction`, tagged `find_in_page`."""

    type: Literal["find_in_page"] = wire("type", default="find_in_page")
    pattern: str | None | Omitted = wire("pattern", default=OMITTED)
    url: str | None | Omitted = wire("url", default=OMITTED)


class FunctionCallOutputResponseItem(WireModel):
    """One shape of `ResponseItem`, tagged `function_call_output`."""

    type: Literal["function_call_output"] = wire("type", default="function_call_output")
    output: FunctionCallOutputBody = wire("output")
    call_id: str | None | Omitted = wire("call_id", default=OMITTED)
    id: str | None | Omitted = wire("id", default=OMITTED)
    internal_chat_message_metadata_passthrough: (
        InternalChatMessageMetadataPassthrough | None | Omitted
    ) = wire("internal_chat_message_metadata_passthrough", default=OMITTED)
    name: str | None | Omitted = wire("name", default=OMITTED)
    namespace: str | None | Omitted = wire("namespace", default=OMITTED)


class FunctionCallResponseItem(WireModel):
    """One shape of `ResponseItem`, tagged `function_call`."""

    type: Literal["function_call"] = wire("type", default="function_call")
    arguments: str = wire("arguments")
    call_id: str = wire("call_id")
    name: str = wire("name")
    encrypted_content: str | None | Omitted = wire("encrypted_content", default=OMITTED)
    encrypted_function_args: list[str] | None | Omitted = wire(
        "encrypted_function_args", default=OMITTED
    )
    id: str | None | Omitted = wire("id", default=OMITTED)
    internal_chat_message_metadata_passthrough: (
        InternalChatMessageMetadataPassthrough | None | Omitted
    ) = wire("internal_chat_message_metadata_passthrough", default=OMITTED)
    namespace: str | None | Omitted = wire("namespace", default=OMITTED)
    status: str | None | Omitted = wire("status", default=OMITTED)


class ImageGenerationCallResponseItem(WireModel):
    """One shape of `ResponseItem`, tagged `image_generation_call`."""

    type: Literal["image_generation_call"] = wire("type", default="image_generation_call")
    result: str = wire("result")
    status: str = wire("status")
    encrypted_content: str | None | Omitted = wire("encrypted_content", default=OMITTED)
    id: str | None | Omitted = wire("id", default=OMITTED)
    internal_chat_message_metadata_passthrough: (
        InternalChatMessageMetadataPassthrough | None | Omitted
    ) = wire("internal_chat_message_metadata_passthrough", default=OMITTED)
    revised_prompt: str | None | Omitted = wire("revised_prompt", default=OMITTED)


class ImageUrlContentItem(WireModel):
    """One shape of `InputImageContentItem`, with the key `image_url`."""

    type: Literal["input_image"] = wire("type", default="input_image")
    image_url: str = wire("image_url")
    detail: ImageDetail | None | Omitted = wire("detail", default=OMITTED)


class ImageUrlFunctionCallOutputContentItem(WireModel):
    """One shape of `InputImageFunctionCallOutputContentItem`, with the key `image_url`."""

    type: Literal["input_image"] = wire("type", default="input_image")
    image_url: str = wire("image_url")
    detail: ImageDetail | None = wire("detail", default=None)


class InputAudioContentItem(WireModel):
    """One shape of `ContentItem`, tagged `input_audio`."""

    type: Literal["input_audio"] = wire("type", default="input_audio")
    audio_url: str = wire("audio_url")


class InputAudioFunctionCallOutputContentItem(WireModel):
    """One shape of `FunctionCallOutputContentItem`, tagged `input_audio`."""

    type: Literal["input_audio"] = wire("type", default="input_audio")
    audio_url: str = wire("audio_url")


class InputTextAgentMessageInputContent(WireModel):
    """One shape of `AgentMessageInputContent`, tagged `input_text`."""

    type: Literal["input_text"] = wire("type", default="input_text")
    text: str = wire("text")


class InputTextContentItem(WireModel):
    """One shape of `ContentItem`, tagged `input_text`."""

    type: Literal["input_text"] = wire("type", default="input_text")
    text: str = wire("text")


class InputTextFunctionCallOutputContentItem(WireModel):
    """One shape of `FunctionCallOutputContentItem`, tagged `input_text`."""

    type: Literal["input_text"] = wire("type", default="input_text")
    text: str = wire("text")


class InternalChatMessageMetadataPassthrough(WireModel):
    """An object, used by `AgentMessageResponseItem` and 13 more."""

    turn_id: str | None | Omitted = wire("turn_id", default=OMITTED)


class LocalShellCallResponseItem(WireModel):
    """One shape of `ResponseItem`, tagged `local_shell_call`."""

    type: Literal["local_shell_call"] = wire("type", default="local_shell_call")
    action: LocalShellAction = wire("action")
    status: LocalShellStatus = wire("status")
    call_id: str | None | Omitted = wire("call_id", default=OMITTED)
    encrypted_content: str | None | Omitted = wire("encrypted_content", default=OMITTED)
    id: str | None | Omitted = wire("id", default=OMITTED)
    internal_chat_message_metadata_passthrough: (
        InternalChatMessageMetadataPassthrough | None | Omitted
    ) = wire("internal_chat_message_metadata_passthrough", default=OMITTED)


class MessageResponseItem(WireModel):
    """One shape of `ResponseItem`, tagged `message`."""

    type: Literal["message"] = wire("type", default="message")
    content: list[ContentItem] = wire("content")
    role: str = wire("role")
    encrypted_content: str | None | Omitted = wire("encrypted_content", default=OMITTED)
    id: str | None | Omitted = wire("id", default=OMITTED)
    internal_chat_message_metadata_passthrough: (
        InternalChatMessageMetadataPassthrough | None | Omitted
    ) = wire("internal_chat_message_metadata_passthrough", default=OMITTED)
    phase: MessagePhase | None | Omitted = wire("phase", default=OMITTED)
    status: str | None | Omitted = wire("status", default=OMITTED)


class OpenPageResponsesApiWebSearchAction(WireModel):
    """One shape of `ResponsesApiWebSearchAction`, tagged `open_page`."""

    type: Literal["open_page"] = wire("type", default="open_page")
    url: str | None | Omitted = wire("url", default=OMITTED)


class OtherResponseItem(WireModel):
    """One shape of `ResponseItem`, tagged `other`."""

    type: Literal["other"] = wire("type", default="other")


class OtherResponsesApiWebSearchAction(WireModel):
    """One shape of `ResponsesApiWebSearchAction`, tagged `other`."""

    type: Literal["other"] = wire("type", default="other")


class OutputTextContentItem(WireModel):
    """One shape of `ContentItem`, tagged `output_text`."""

    type: Literal["output_text"] = wire("type", default="output_text")
    text: str = wire("text")
    annotations: list[JsonValue] | None | Omitted = wire(
        "annotations", default=OMITTED, untyped=True
    )
    logprobs: list[JsonValue] | None | Omitted = wire("logprobs", default=OMITTED, untyped=True)


class RawResponseCompletedNotification(WireModel):
    """An object, not used by any method."""

    response_id: str = wire("responseId")
    thread_id: str = wire("threadId")
    turn_id: str = wire("turnId")
    usage: TokenUsageBreakdown | None = wire("usage", default=None)
    usage_metadata: ResponseUsageMetadata | None = wire("usageMetadata", default=None)


class RawResponseItemCompletedNotification(WireModel):
    """An object, not used by any method."""

    item: ResponseItem = wire("item")
    thread_id: str = wire("threadId")
    turn_id: str = wire("turnId")


class ReasoningResponseItem(WireModel):
    """One shape of `ResponseItem`, tagged `reasoning`."""

    type: Literal["reasoning"] = wire("type", default="reasoning")
    summary: list[ReasoningItemReasoningSummary] = wire("summary")
    content: list[ReasoningItemContent] | None | Omitted = wire("content", default=OMITTED)
    encrypted_content: str | None | Omitted = wire("encrypted_content", default=OMITTED)
    id: str | None | Omitted = wire("id", default=OMITTED)
    internal_chat_message_metadata_passthrough: (
        InternalChatMessageMetadataPassthrough | None | Omitted
    ) = wire("internal_chat_message_metadata_passthrough", default=OMITTED)


class ReasoningTextReasoningItemContent(WireModel):
    """One shape of `ReasoningItemContent`, tagged `reasoning_text`."""

    type: Literal["reasoning_text"] = wire("type", default="reasoning_text")
    text: str = wire("text")


class ResponseUsageMetadata(WireModel):
    """An object, used by `RawResponseCompletedNotification`."""

    amount: str | None = wire("amount", default=None)
    metadata: JsonValue = wire("metadata", default=None, untyped=True)


class SearchResponsesApiWebSearchAction(WireModel):
    """One shape of `ResponsesApiWebSearchAction`, tagged `search`."""

    type: Literal["search"] = wire("type", default="search")
    queries: list[str] | None | Omitted = wire("queries", default=OMITTED)
    query: str | None | Omitted = wire("query", default=OMITTED)


class SummaryTextReasoningItemReasoningSummary(WireModel):
    """One shape of `ReasoningItemReasoningSummary`, tagged `summary_text`."""

    type: Literal["summary_text"] = wire("type", default="summary_text")
    text: str = wire("text")


class TextReasoningItemContent(WireModel):
    """One shape of `ReasoningItemContent`, tagged `text`."""

    type: Literal["text"] = wire("type", default="text")
    text: str = wire("text")


class ToolSearchCallResponseItem(WireModel):
    """One shape of `ResponseItem`, tagged `tool_search_call`."""

    type: Literal["tool_search_call"] = wire("type", default="tool_search_call")
    arguments: JsonValue = wire("arguments", untyped=True)
    execution: str = wire("execution")
    call_id: str | None | Omitted = wire("call_id", default=OMITTED)
    encrypted_content: str | None | Omitted = wire("encrypted_content", default=OMITTED)
    id: str | None | Omitted = wire("id", default=OMITTED)
    internal_chat_message_metadata_passthrough: (
        InternalChatMessageMetadataPassthrough | None | Omitted
    ) = wire("internal_chat_message_metadata_passthrough", default=OMITTED)
    status: str | None | Omitted = wire("status", default=OMITTED)


class ToolSearchOutputResponseItem(WireModel):
    """One shape of `ResponseItem`, tagged `tool_search_output`."""

    type: Literal["tool_search_output"] = wire("type", default="tool_search_output")
    execution: str = wire("execution")
    status: str = wire("status")
    tools: list[JsonValue] = wire("tools", untyped=True)
    call_id: str | None | Omitted = wire("call_id", default=OMITTED)
    id: str | None | Omitted = wire("id", default=OMITTED)
    internal_chat_message_metadata_passthrough: (
        InternalChatMessageMetadataPassthrough | None | Omitted
    ) = wire("internal_chat_message_metadata_passthrough", default=OMITTED)


class WebSearchCallResponseItem(WireModel):
    """One shape of `ResponseItem`, tagged `web_search_call`."""

    type: Literal["web_search_call"] = wire("type", default="web_search_call")
    action: ResponsesApiWebSearchAction | None | Omitted = wire("action", default=OMITTED)
    encrypted_content: str | None | Omitted = wire("encrypted_content", default=OMITTED)
    id: str | None | Omitted = wire("id", default=OMITTED)
    internal_chat_message_metadata_passthrough: (
        InternalChatMessageMetadataPassthrough | None | Omitted
    ) = wire("internal_chat_message_metadata_passthrough", default=OMITTED)
    status: str | None | Omitted = wire("status", default=OMITTED)


AgentMessageInputContent: TypeAlias = (
    InputTextAgentMessageInputContent | EncryptedContentAgentMessageInputContent | UnknownVariant
)
"""A union, used by `AgentMessageResponseItem`."""

InputImageContentItem: TypeAlias = ImageUrlContentItem | FileIdContentItem | UnknownVariant
"""One shape of `ContentItem`, tagged `input_image`."""

InputImageFunctionCallOutputContentItem: TypeAlias = (
    ImageUrlFunctionCallOutputContentItem | FileIdFunctionCallOutputContentItem | UnknownVariant
)
"""One shape of `FunctionCallOutputContentItem`, tagged `input_image`."""

LocalShellAction: TypeAlias = ExecLocalShellAction | UnknownVariant
"""A union, used by `LocalShellCallResponseItem`."""

ReasoningItemContent: TypeAlias = (
    ReasoningTextReasoningItemContent | TextReasoningItemContent | UnknownVariant
)
"""A union, used by `ReasoningResponseItem`."""

ReasoningItemReasoningSummary: TypeAlias = SummaryTextReasoningItemReasoningSummary | UnknownVariant
"""A union, used by `ReasoningResponseItem`."""

ResponseItem: TypeAlias = (
    AdditionalToolsResponseItem
    | MessageResponseItem
    | AgentMessageResponseItem
    | ReasoningResponseItem
    | LocalShellCallResponseItem
    | FunctionCallResponseItem
    | ToolSearchCallResponseItem
    | FunctionCallOutputResponseItem
    | CustomToolCallResponseItem
    | CustomToolCallOutputResponseItem
    | ToolSearchOutputResponseItem
    | WebSearchCallResponseItem
    | ImageGenerationCallResponseItem
    | CompactionResponseItem
    | ConfigurationUpdateResponseItem
    | CompactionTriggerResponseItem
    | ContextCompactionResponseItem
    | OtherResponseItem
    | UnknownVariant
)
"""A union, used by `RawResponseItemCompletedNotification` and `ThreadResumeParams`."""

ResponsesApiWebSearchAction: TypeAlias = (
    SearchResponsesApiWebSearchAction
    | OpenPageResponsesApiWebSearchAction
    | FindInPageResponsesApiWebSearchAction
    | OtherResponsesApiWebSearchAction
    | UnknownVariant
)
"""A union, used by `WebSearchCallResponseItem`."""

ContentItem: TypeAlias = (
    InputTextContentItem
    | InputImageContentItem
    | InputAudioContentItem
    | OutputTextContentItem
    | UnknownVariant
)
"""A union, used by `MessageResponseItem`."""

FunctionCallOutputContentItem: TypeAlias = (
    InputTextFunctionCallOutputContentItem
    | InputImageFunctionCallOutputContentItem
    | InputAudioFunctionCallOutputContentItem
    | EncryptedContentFunctionCallOutputContentItem
    | UnknownVariant
)
"""A union, used by `FunctionCallOutputBody`."""

FunctionCallOutputBody: TypeAlias = str | list[FunctionCallOutputContentItem] | UnknownVariant
"""A union, used by `CustomToolCallOutputResponseItem` and 3 more."""
