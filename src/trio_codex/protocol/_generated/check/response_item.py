"""Fast checkers: whether JSON may be sent as it is.

Do not edit: `python -m schema.generator` writes this file.
"""

from __future__ import annotations

# The functions take JSON of any shape, and their speed is what they are for.
# mypy: allow-untyped-defs, allow-untyped-calls, no-check-untyped-defs, no-warn-return-any
from ..._fast import Unfit, later, member

check_ConfigurationReasoning = later(globals(), "config", "check_ConfigurationReasoning")
check_ImageDetail = later(globals(), "common", "check_ImageDetail")
check_MessagePhase = later(globals(), "item", "check_MessagePhase")


def check_AdditionalToolsResponseItem(v, e, known=frozenset({"type", "role", "tools", "id"})):
    if type(v) is not dict or not v.keys() <= known:
        raise Unfit
    x = v["type"]
    if type(x) is not str or x != "additional_tools":
        raise Unfit
    x = v["role"]
    if type(x) is not str:
        raise Unfit
    x = v["tools"]
    if type(x) is not list:
        raise Unfit
    if (x := v.get("id")) is not None:
        if type(x) is not str:
            raise Unfit


def check_AgentMessageInputContent(v, e):
    if type(v) is dict:
        by_tag_AgentMessageInputContent[v["type"]](v, e)
        return
    raise Unfit


def check_AgentMessageResponseItem(
    v,
    e,
    known=frozenset(
        {
            "type",
            "author",
            "content",
            "recipient",
            "id",
            "internal_chat_message_metadata_passthrough",
        }
    ),
):
    if type(v) is not dict or not v.keys() <= known:
        raise Unfit
    x = v["type"]
    if type(x) is not str or x != "agent_message":
        raise Unfit
    x = v["author"]
    if type(x) is not str:
        raise Unfit
    x = v["content"]
    if type(x) is not list:
        raise Unfit
    for x_ in x:
        check_AgentMessageInputContent(x_, e)
    x = v["recipient"]
    if type(x) is not str:
        raise Unfit
    if (x := v.get("id")) is not None:
        if type(x) is not str:
            raise Unfit
    if (x := v.get("internal_chat_message_metadata_passthrough")) is not None:
        check_InternalChatMessageMetadataPassthrough(x, e)


def check_CompactionResponseItem(
    v,
    e,
    known=frozenset(
        {"type", "encrypted_content", "id", "internal_chat_message_metadata_passthrough"}
    ),
):
    if type(v) is not dict or not v.keys() <= known:
        raise Unfit
    x = v["type"]
    if type(x) is not str or x != "compaction":
        raise Unfit
    x = v["encrypted_content"]
    if type(x) is not str:
        raise Unfit
    if (x := v.get("id")) is not None:
        if type(x) is not str:
            raise Unfit
    if (x := v.get("internal_chat_message_metadata_passthrough")) is not None:
        check_InternalChatMessageMetadataPassthrough(x, e)


def check_CompactionTriggerResponseItem(v, e, known=frozenset({"type"})):
    if type(v) is not dict or not v.keys() <= known:
        raise Unfit
    x = v["type"]
    if type(x) is not str or x != "compaction_trigger":
        raise Unfit


def check_ConfigurationUpdateResponseItem(v, e, known=frozenset({"type", "reasoning"})):
    if type(v) is not dict or not v.keys() <= known:
        raise Unfit
    x = v["type"]
    if type(x) is not str or x != "configuration_update":
        raise Unfit
    x = v["reasoning"]
    check_ConfigurationReasoning(x, e)


def check_ContentItem(v, e):
    if type(v) is dict:
        by_tag_ContentItem[v["type"]](v, e)
        return
    raise Unfit


def check_ContextCompactionResponseItem(
    v,
    e,
    known=frozenset(
        {"type", "encrypted_content", "id", "internal_chat_message_metadata_passthrough"}
    ),
):
    if type(v) is not dict or not v.keys() <= known:
        raise Unfit
    x = v["type"]
    if type(x) is not str or x != "context_compaction":
        raise Unfit
    if (x := v.get("encrypted_content")) is not None:
        if type(x) is not str:
            raise Unfit
    if (x := v.get("id")) is not None:
        if type(x) is not str:
            raise Unfit
    if (x := v.get("internal_chat_message_metadata_passthrough")) is not None:
        check_InternalChatMessageMetadataPassthrough(x, e)


def check_CustomToolCallOutputResponseItem(
    v,
    e,
    known=frozenset(
        {"type", "call_id", "output", "id", "internal_chat_message_metadata_passthrough", "name"}
    ),
):
    if type(v) is not dict or not v.keys() <= known:
        raise Unfit
    x = v["type"]
    if type(x) is not str or x != "custom_tool_call_output":
        raise Unfit
    x = v["call_id"]
    if type(x) is not str:
        raise Unfit
    x = v["output"]
    check_FunctionCallOutputBody(x, e)
    if (x := v.get("id")) is not None:
        if type(x) is not str:
            raise Unfit
    if (x := v.get("internal_chat_message_metadata_passthrough")) is not None:
        check_InternalChatMessageMetadataPassthrough(x, e)
    if (x := v.get("name")) is not None:
        if type(x) is not str:
            raise Unfit


def check_CustomToolCallResponseItem(
    v,
    e,
    known=frozenset(
        {
            "type",
            "call_id",
            "input",
            "name",
            "encrypted_content",
            "id",
            "internal_chat_message_metadata_passthrough",
            "namespace",
            "status",
        }
    ),
):
    if type(v) is not dict or not v.keys() <= known:
        raise Unfit
    x = v["type"]
    if type(x) is not str or x != "custom_tool_call":
        raise Unfit
    x = v["call_id"]
    if type(x) is not str:
        raise Unfit
    x = v["input"]
    if type(x) is not str:
        raise Unfit
    x = v["name"]
    if type(x) is not str:
        raise Unfit
    if (x := v.get("encrypted_content")) is not None:
        if type(x) is not str:
            raise Unfit
    if (x := v.get("id")) is not None:
        if type(x) is not str:
            raise Unfit
    if (x := v.get("internal_chat_message_metadata_passthrough")) is not None:
        check_InternalChatMessageMetadataPassthrough(x, e)
    if (x := v.get("namespace")) is not None:
        if type(x) is not str:
            raise Unfit
    if (x := v.get("status")) is not None:
        if type(x) is not str:
            raise Unfit


def check_EncryptedContentAgentMessageInputContent(
    v, e, known=frozenset({"type", "encrypted_content"})
):
    if type(v) is not dict or not v.keys() <= known:
        raise Unfit
    x = v["type"]
    if type(x) is not str or x != "encrypted_content":
        raise Unfit
    x = v["encrypted_content"]
    if type(x) is not str:
        raise Unfit


def check_EncryptedContentFunctionCallOutputContentItem(
    v, e, known=frozenset({"type", "encrypted_content"})
):
    if type(v) is not dict or not v.keys() <= known:
        raise Unfit
    x = v["type"]
    if type(x) is not str or x != "encrypted_content":
        raise Unfit
    x = v["encrypted_content"]
    if type(x) is not str:
        raise Unfit


def check_ExecLocalShellAction(
    v, e, known=frozenset({"type", "command", "env", "timeout_ms", "user", "working_directory"})
):
    if type(v) is not dict or not v.keys() <= known:
        raise Unfit
    x = v["type"]
    if type(x) is not str or x != "exec":
        raise Unfit
    x = v["command"]
    if type(x) is not list:
        raise Unfit
    for x_ in x:
        if type(x_) is not str:
            raise Unfit
    if (x := v.get("env")) is not None:
        if type(x) is not dict:
            raise Unfit
        for k, x_ in x.items():
            if type(k) is not str:
                raise Unfit
            if type(x_) is not str:
                raise Unfit
    if (x := v.get("timeout_ms")) is not None:
        if type(x) is not int or not 0 <= x <= 18446744073709551615:
            raise Unfit
    if (x := v.get("user")) is not None:
        if type(x) is not str:
            raise Unfit
    if (x := v.get("working_directory")) is not None:
        if type(x) is not str:
            raise Unfit


def check_FileIdContentItem(v, e, known=frozenset({"type", "file_id", "detail"})):
    if type(v) is not dict or not v.keys() <= known:
        raise Unfit
    x = v["type"]
    if type(x) is not str or x != "input_image":
        raise Unfit
    x = v["file_id"]
    if type(x) is not str:
        raise Unfit
    if (x := v.get("detail")) is not None:
        check_ImageDetail(x, e)


def check_FileIdFunctionCallOutputContentItem(v, e, known=frozenset({"type", "file_id", "detail"})):
    if type(v) is not dict or not v.keys() <= known:
        raise Unfit
    x = v["type"]
    if type(x) is not str or x != "input_image":
        raise Unfit
    x = v["file_id"]
    if type(x) is not str:
        raise Unfit
    if (x := v.get("detail")) is not None:
        check_ImageDetail(x, e)


def check_FindInPageResponsesApiWebSearchAction(v, e, known=frozenset({"type", "pattern", "url"})):
    if type(v) is not dict or not v.keys() <= known:
        raise Unfit
    x = v["type"]
    if type(x) is not str or x != "find_in_page":
        raise Unfit
    if (x := v.get("pattern")) is not None:
        if type(x) is not str:
            raise Unfit
    if (x := v.get("url")) is not None:
        if type(x) is not str:
            raise Unfit


def check_FunctionCallOutputBody(v, e):
    if type(v) is str:
        if type(v) is not str:
            raise Unfit
        return
    if type(v) is list:
        if type(v) is not list:
            raise Unfit
        for v_ in v:
            check_FunctionCallOutputContentItem(v_, e)
        return
    raise Unfit


def check_FunctionCallOutputContentItem(v, e):
    if type(v) is dict:
        by_tag_FunctionCallOutputContentItem[v["type"]](v, e)
        return
    raise Unfit


def check_FunctionCallOutputResponseItem(
    v,
    e,
    known=frozenset(
        {
            "type",
            "output",
            "call_id",
            "id",
            "internal_chat_message_metadata_passthrough",
            "name",
            "namespace",
        }
    ),
):
    if type(v) is not dict or not v.keys() <= known:
        raise Unfit
    x = v["type"]
    if type(x) is not str or x != "function_call_output":
        raise Unfit
    x = v["output"]
    check_FunctionCallOutputBody(x, e)
    if (x := v.get("call_id")) is not None:
        if type(x) is not str:
            raise Unfit
    if (x := v.get("id")) is not None:
        if type(x) is not str:
            raise Unfit
    if (x := v.get("internal_chat_message_metadata_passthrough")) is not None:
        check_InternalChatMessageMetadataPassthrough(x, e)
    if (x := v.get("name")) is not None:
        if type(x) is not str:
            raise Unfit
    if (x := v.get("namespace")) is not None:
        if type(x) is not str:
            raise Unfit


def check_FunctionCallResponseItem(
    v,
    e,
    known=frozenset(
        {
            "type",
            "arguments",
            "call_id",
            "name",
            "encrypted_content",
            "encrypted_function_args",
            "id",
            "internal_chat_message_metadata_passthrough",
            "namespace",
            "status",
        }
    ),
):
    if type(v) is not dict or not v.keys() <= known:
        raise Unfit
    x = v["type"]
    if type(x) is not str or x != "function_call":
        raise Unfit
    x = v["arguments"]
    if type(x) is not str:
        raise Unfit
    x = v["call_id"]
    if type(x) is not str:
        raise Unfit
    x = v["name"]
    if type(x) is not str:
        raise Unfit
    if (x := v.get("encrypted_content")) is not None:
        if type(x) is not str:
            raise Unfit
    if (x := v.get("encrypted_function_args")) is not None:
        if type(x) is not list:
            raise Unfit
        for x_ in x:
            if type(x_) is not str:
                raise Unfit
    if (x := v.get("id")) is not None:
        if type(x) is not str:
            raise Unfit
    if (x := v.get("internal_chat_message_metadata_passthrough")) is not None:
        check_InternalChatMessageMetadataPassthrough(x, e)
    if (x := v.get("namespace")) is not None:
        if type(x) is not str:
            raise Unfit
    if (x := v.get("status")) is not None:
        if type(x) is not str:
            raise Unfit


def check_ImageGenerationCallResponseItem(
    v,
    e,
    known=frozenset(
        {
            "type",
            "result",
            "status",
            "encrypted_content",
            "id",
            "internal_chat_message_metadata_passthrough",
            "revised_prompt",
        }
    ),
):
    if type(v) is not dict or not v.keys() <= known:
        raise Unfit
    x = v["type"]
    if type(x) is not str or x != "image_generation_call":
        raise Unfit
    x = v["result"]
    if type(x) is not str:
        raise Unfit
    x = v["status"]
    if type(x) is not str:
        raise Unfit
    if (x := v.get("encrypted_content")) is not None:
        if type(x) is not str:
            raise Unfit
    if (x := v.get("id")) is not None:
        if type(x) is not str:
            raise Unfit
    if (x := v.get("internal_chat_message_metadata_passthrough")) is not None:
        check_InternalChatMessageMetadataPassthrough(x, e)
    if (x := v.get("revised_prompt")) is not None:
        if type(x) is not str:
            raise Unfit


def check_ImageUrlContentItem(v, e, known=frozenset({"type", "image_url", "detail"})):
    if type(v) is not dict or not v.keys() <= known:
        raise Unfit
    x = v["type"]
    if type(x) is not str or x != "input_image":
        raise Unfit
    x = v["image_url"]
    if type(x) is not str:
        raise Unfit
    if (x := v.get("detail")) is not None:
        check_ImageDetail(x, e)


def check_ImageUrlFunctionCallOutputContentItem(
    v, e, known=frozenset({"type", "image_url", "detail"})
):
    if type(v) is not dict or not v.keys() <= known:
        raise Unfit
    x = v["type"]
    if type(x) is not str or x != "input_image":
        raise Unfit
    x = v["image_url"]
    if type(x) is not str:
        raise Unfit
    if (x := v.get("detail")) is not None:
        check_ImageDetail(x, e)


def check_InputAudioContentItem(v, e, known=frozenset({"type", "audio_url"})):
    if type(v) is not dict or not v.keys() <= known:
        raise Unfit
    x = v["type"]
    if type(x) is not str or x != "input_audio":
        raise Unfit
    x = v["audio_url"]
    if type(x) is not str:
        raise Unfit


def check_InputAudioFunctionCallOutputContentItem(v, e, known=frozenset({"type", "audio_url"})):
    if type(v) is not dict or not v.keys() <= known:
        raise Unfit
    x = v["type"]
    if type(x) is not str or x != "input_audio":
        raise Unfit
    x = v["audio_url"]
    if type(x) is not str:
        raise Unfit


def check_InputImageContentItem(v, e):
    if type(v) is dict:
        if "image_url" in v:
            check_ImageUrlContentItem(v, e)
            return
        if "file_id" in v:
            check_FileIdContentItem(v, e)
            return
    raise Unfit


def check_InputImageFunctionCallOutputContentItem(v, e):
    if type(v) is dict:
        if "image_url" in v:
            check_ImageUrlFunctionCallOutputContentItem(v, e)
            return
        if "file_id" in v:
            check_FileIdFunctionCallOutputContentItem(v, e)
            return
    raise Unfit


def check_InputTextAgentMessageInputContent(v, e, known=frozenset({"type", "text"})):
    if type(v) is not dict or not v.keys() <= known:
        raise Unfit
    x = v["type"]
    if type(x) is not str or x != "input_text":
        raise Unfit
    x = v["text"]
    if type(x) is not str:
        raise Unfit


def check_InputTextContentItem(v, e, known=frozenset({"type", "text"})):
    if type(v) is not dict or not v.keys() <= known:
        raise Unfit
    x = v["type"]
    if type(x) is not str or x != "input_text":
        raise Unfit
    x = v["text"]
    if type(x) is not str:
        raise Unfit


def check_InputTextFunctionCallOutputContentItem(v, e, known=frozenset({"type", "text"})):
    if type(v) is not dict or not v.keys() <= known:
        raise Unfit
    x = v["type"]
    if type(x) is not str or x != "input_text":
        raise Unfit
    x = v["text"]
    if type(x) is not str:
        raise Unfit


def check_InternalChatMessageMetadataPassthrough(v, e, known=frozenset({"turn_id"})):
    if type(v) is not dict or not v.keys() <= known:
        raise Unfit
    if (x := v.get("turn_id")) is not None:
        if type(x) is not str:
            raise Unfit


def check_LocalShellAction(v, e):
    if type(v) is dict:
        by_tag_LocalShellAction[v["type"]](v, e)
        return
    raise Unfit


def check_LocalShellCallResponseItem(
    v,
    e,
    known=frozenset(
        {
            "type",
            "action",
            "status",
            "call_id",
            "encrypted_content",
            "id",
            "internal_chat_message_metadata_passthrough",
        }
    ),
):
    if type(v) is not dict or not v.keys() <= known:
        raise Unfit
    x = v["type"]
    if type(x) is not str or x != "local_shell_call":
        raise Unfit
    x = v["action"]
    check_LocalShellAction(x, e)
    x = v["status"]
    check_LocalShellStatus(x, e)
    if (x := v.get("call_id")) is not None:
        if type(x) is not str:
            raise Unfit
    if (x := v.get("encrypted_content")) is not None:
        if type(x) is not str:
            raise Unfit
    if (x := v.get("id")) is not None:
        if type(x) is not str:
            raise Unfit
    if (x := v.get("internal_chat_message_metadata_passthrough")) is not None:
        check_InternalChatMessageMetadataPassthrough(x, e)


def check_LocalShellStatus(v, e, values=frozenset({"completed", "in_progress", "incomplete"})):
    member(v, "LocalShellStatus", values)


def check_MessageResponseItem(
    v,
    e,
    known=frozenset(
        {
            "type",
            "content",
            "role",
            "encrypted_content",
            "id",
            "internal_chat_message_metadata_passthrough",
            "phase",
            "status",
        }
    ),
):
    if type(v) is not dict or not v.keys() <= known:
        raise Unfit
    x = v["type"]
    if type(x) is not str or x != "message":
        raise Unfit
    x = v["content"]
    if type(x) is not list:
        raise Unfit
    for x_ in x:
        check_ContentItem(x_, e)
    x = v["role"]
    if type(x) is not str:
        raise Unfit
    if (x := v.get("encrypted_content")) is not None:
        if type(x) is not str:
            raise Unfit
    if (x := v.get("id")) is not None:
        if type(x) is not str:
            raise Unfit
    if (x := v.get("internal_chat_message_metadata_passthrough")) is not None:
        check_InternalChatMessageMetadataPassthrough(x, e)
    if (x := v.get("phase")) is not None:
        check_MessagePhase(x, e)
    if (x := v.get("status")) is not None:
        if type(x) is not str:
            raise Unfit


def check_OpenPageResponsesApiWebSearchAction(v, e, known=frozenset({"type", "url"})):
    if type(v) is not dict or not v.keys() <= known:
        raise Unfit
    x = v["type"]
    if type(x) is not str or x != "open_page":
        raise Unfit
    if (x := v.get("url")) is not None:
        if type(x) is not str:
            raise Unfit


def check_OtherResponseItem(v, e, known=frozenset({"type"})):
    if type(v) is not dict or not v.keys() <= known:
        raise Unfit
    x = v["type"]
    if type(x) is not str or x != "other":
        raise Unfit


def check_OtherResponsesApiWebSearchAction(v, e, known=frozenset({"type"})):
    if type(v) is not dict or not v.keys() <= known:
        raise Unfit
    x = v["type"]
    if type(x) is not str or x != "other":
        raise Unfit


def check_OutputTextContentItem(v, e, known=frozenset({"type", "text", "annotations", "logprobs"})):
    if type(v) is not dict or not v.keys() <= known:
        raise Unfit
    x = v["type"]
    if type(x) is not str or x != "output_text":
        raise Unfit
    x = v["text"]
    if type(x) is not str:
        raise Unfit
    if (x := v.get("annotations")) is not None:
        if type(x) is not list:
            raise Unfit
    if (x := v.get("logprobs")) is not None:
        if type(x) is not list:
            raise Unfit


def check_ReasoningItemContent(v, e):
    if type(v) is dict:
        by_tag_ReasoningItemContent[v["type"]](v, e)
        return
    raise Unfit


def check_ReasoningItemReasoningSummary(v, e):
    if type(v) is dict:
        by_tag_ReasoningItemReasoningSummary[v["type"]](v, e)
        return
    raise Unfit


def check_ReasoningResponseItem(
    v,
    e,
    known=frozenset(
        {
            "type",
            "summary",
            "content",
            "encrypted_content",
            "id",
            "internal_chat_message_metadata_passthrough",
        }
    ),
):
    if type(v) is not dict or not v.keys() <= known:
        raise Unfit
    x = v["type"]
    if type(x) is not str or x != "reasoning":
        raise Unfit
    x = v["summary"]
    if type(x) is not list:
        raise Unfit
    for x_ in x:
        check_ReasoningItemReasoningSummary(x_, e)
    if (x := v.get("content")) is not None:
        if type(x) is not list:
            raise Unfit
        for x_ in x:
            check_ReasoningItemContent(x_, e)
    if (x := v.get("encrypted_content")) is not None:
        if type(x) is not str:
            raise Unfit
    if (x := v.get("id")) is not None:
        if type(x) is not str:
            raise Unfit
    if (x := v.get("internal_chat_message_metadata_passthrough")) is not None:
        check_InternalChatMessageMetadataPassthrough(x, e)


def check_ReasoningTextReasoningItemContent(v, e, known=frozenset({"type", "text"})):
    if type(v) is not dict or not v.keys() <= known:
        raise Unfit
    x = v["type"]
    if type(x) is not str or x != "reasoning_text":
        raise Unfit
    x = v["text"]
    if type(x) is not str:
        raise Unfit


def check_ResponseItem(v, e):
    if type(v) is dict:
        by_tag_ResponseItem[v["type"]](v, e)
        return
    raise Unfit


def check_ResponsesApiWebSearchAction(v, e):
    if type(v) is dict:
        by_tag_ResponsesApiWebSearchAction[v["type"]](v, e)
        return
    raise Unfit


def check_SearchResponsesApiWebSearchAction(v, e, known=frozenset({"type", "queries", "query"})):
    if type(v) is not dict or not v.keys() <= known:
        raise Unfit
    x = v["type"]
    if type(x) is not str or x != "search":
        raise Unfit
    if (x := v.get("queries")) is not None:
        if type(x) is not list:
            raise Unfit
        for x_ in x:
            if type(x_) is not str:
                raise Unfit
    if (x := v.get("query")) is not None:
        if type(x) is not str:
            raise Unfit


def check_SummaryTextReasoningItemReasoningSummary(v, e, known=frozenset({"type", "text"})):
    if type(v) is not dict or not v.keys() <= known:
        raise Unfit
    x = v["type"]
    if type(x) is not str or x != "summary_text":
        raise Unfit
    x = v["text"]
    if type(x) is not str:
        raise Unfit


def check_TextReasoningItemContent(v, e, known=frozenset({"type", "text"})):
    if type(v) is not dict or not v.keys() <= known:
        raise Unfit
    x = v["type"]
    if type(x) is not str or x != "text":
        raise Unfit
    x = v["text"]
    if type(x) is not str:
        raise Unfit


def check_ToolSearchCallResponseItem(
    v,
    e,
    known=frozenset(
        {
            "type",
            "arguments",
            "execution",
            "call_id",
            "encrypted_content",
            "id",
            "internal_chat_message_metadata_passthrough",
            "status",
        }
    ),
):
    if type(v) is not dict or not v.keys() <= known:
        raise Unfit
    x = v["type"]
    if type(x) is not str or x != "tool_search_call":
        raise Unfit
    v["arguments"]
    x = v["execution"]
    if type(x) is not str:
        raise Unfit
    if (x := v.get("call_id")) is not None:
        if type(x) is not str:
            raise Unfit
    if (x := v.get("encrypted_content")) is not None:
        if type(x) is not str:
            raise Unfit
    if (x := v.get("id")) is not None:
        if type(x) is not str:
            raise Unfit
    if (x := v.get("internal_chat_message_metadata_passthrough")) is not None:
        check_InternalChatMessageMetadataPassthrough(x, e)
    if (x := v.get("status")) is not None:
        if type(x) is not str:
            raise Unfit


def check_ToolSearchOutputResponseItem(
    v,
    e,
    known=frozenset(
        {
            "type",
            "execution",
            "status",
            "tools",
            "call_id",
            "id",
            "internal_chat_message_metadata_passthrough",
        }
    ),
):
    if type(v) is not dict or not v.keys() <= known:
        raise Unfit
    x = v["type"]
    if type(x) is not str or x != "tool_search_output":
        raise Unfit
    x = v["execution"]
    if type(x) is not str:
        raise Unfit
    x = v["status"]
    if type(x) is not str:
        raise Unfit
    x = v["tools"]
    if type(x) is not list:
        raise Unfit
    if (x := v.get("call_id")) is not None:
        if type(x) is not str:
            raise Unfit
    if (x := v.get("id")) is not None:
        if type(x) is not str:
            raise Unfit
    if (x := v.get("internal_chat_message_metadata_passthrough")) is not None:
        check_InternalChatMessageMetadataPassthrough(x, e)


def check_WebSearchCallResponseItem(
    v,
    e,
    known=frozenset(
        {
            "type",
            "action",
            "encrypted_content",
            "id",
            "internal_chat_message_metadata_passthrough",
            "status",
        }
    ),
):
    if type(v) is not dict or not v.keys() <= known:
        raise Unfit
    x = v["type"]
    if type(x) is not str or x != "web_search_call":
        raise Unfit
    if (x := v.get("action")) is not None:
        check_ResponsesApiWebSearchAction(x, e)
    if (x := v.get("encrypted_content")) is not None:
        if type(x) is not str:
            raise Unfit
    if (x := v.get("id")) is not None:
        if type(x) is not str:
            raise Unfit
    if (x := v.get("internal_chat_message_metadata_passthrough")) is not None:
        check_InternalChatMessageMetadataPassthrough(x, e)
    if (x := v.get("status")) is not None:
        if type(x) is not str:
            raise Unfit


by_tag_AgentMessageInputContent = {
    "input_text": check_InputTextAgentMessageInputContent,
    "encrypted_content": check_EncryptedContentAgentMessageInputContent,
}
by_tag_ContentItem = {
    "input_text": check_InputTextContentItem,
    "input_image": check_InputImageContentItem,
    "input_audio": check_InputAudioContentItem,
    "output_text": check_OutputTextContentItem,
}
by_tag_FunctionCallOutputContentItem = {
    "input_text": check_InputTextFunctionCallOutputContentItem,
    "input_image": check_InputImageFunctionCallOutputContentItem,
    "input_audio": check_InputAudioFunctionCallOutputContentItem,
    "encrypted_content": check_EncryptedContentFunctionCallOutputContentItem,
}
by_tag_LocalShellAction = {"exec": check_ExecLocalShellAction}
by_tag_ReasoningItemContent = {
    "reasoning_text": check_ReasoningTextReasoningItemContent,
    "text": check_TextReasoningItemContent,
}
by_tag_ReasoningItemReasoningSummary = {
    "summary_text": check_SummaryTextReasoningItemReasoningSummary
}
by_tag_ResponseItem = {
    "additional_tools": check_AdditionalToolsResponseItem,
    "message": check_MessageResponseItem,
    "agent_message": check_AgentMessageResponseItem,
    "reasoning": check_ReasoningResponseItem,
    "local_shell_call": check_LocalShellCallResponseItem,
    "function_call": check_FunctionCallResponseItem,
    "tool_search_call": check_ToolSearchCallResponseItem,
    "function_call_output": check_FunctionCallOutputResponseItem,
    "custom_tool_call": check_CustomToolCallResponseItem,
    "custom_tool_call_output": check_CustomToolCallOutputResponseItem,
    "tool_search_output": check_ToolSearchOutputResponseItem,
    "web_search_call": check_WebSearchCallResponseItem,
    "image_generation_call": check_ImageGenerationCallResponseItem,
    "compaction": check_CompactionResponseItem,
    "configuration_update": check_ConfigurationUpdateResponseItem,
    "compaction_trigger": check_CompactionTriggerResponseItem,
    "context_compaction": check_ContextCompactionResponseItem,
    "other": check_OtherResponseItem,
}
by_tag_ResponsesApiWebSearchAction = {
    "search": check_SearchResponsesApiWebSearchAction,
    "open_page": check_OpenPageResponsesApiWebSearchAction,
    "find_in_page": check_FindInPageResponsesApiWebSearchAction,
    "other": check_OtherResponsesApiWebSearchAction,
}
