"""Fast readers: JSON as it was received to typed values.

Do not edit: `python -m schema.generator` writes this file.
"""

from __future__ import annotations

# The functions take JSON of any shape, and their speed is what they are for.
# mypy: allow-untyped-defs, allow-untyped-calls, no-check-untyped-defs, no-warn-return-any
from ..._fast import Unfit, Variants, blank
from .. import tool as t

new_AsyncUserInputQuestion = blank(globals(), "AsyncUserInputQuestion")


def read_AsyncUserInputQuestion(v):
    o = new_AsyncUserInputQuestion()
    if type(x := v["title"]) is not str:
        raise Unfit
    o.title = x
    x = v.get("options")
    if x is not None:
        if type(x) is not list:
            raise Unfit
        for y in x:
            if type(y) is not str:
                raise Unfit
    o.options = x
    o.__class__ = t.AsyncUserInputQuestion
    return o


def read_DynamicToolCallOutputContentItem(v):
    return by_tag_DynamicToolCallOutputContentItem[v["type"]](v)


new_DynamicToolCallParams = blank(globals(), "DynamicToolCallParams")


def read_DynamicToolCallParams(v):
    o = new_DynamicToolCallParams()
    o.arguments = v["arguments"]
    if type(x := v["callId"]) is not str:
        raise Unfit
    o.call_id = x
    if type(x := v["threadId"]) is not str:
        raise Unfit
    o.thread_id = x
    if type(x := v["tool"]) is not str:
        raise Unfit
    o.tool = x
    if type(x := v["turnId"]) is not str:
        raise Unfit
    o.turn_id = x
    if (x := v.get("namespace")) is not None and type(x) is not str:
        raise Unfit
    o.namespace = x
    o.__class__ = t.DynamicToolCallParams
    return o


new_InputAudioDynamicToolCallOutputContentItem = blank(
    globals(), "InputAudioDynamicToolCallOutputContentItem"
)


def read_InputAudioDynamicToolCallOutputContentItem(v):
    o = new_InputAudioDynamicToolCallOutputContentItem()
    if v["type"] != "inputAudio":
        raise Unfit
    o.type = "inputAudio"
    if type(x := v["audioUrl"]) is not str:
        raise Unfit
    o.audio_url = x
    o.__class__ = t.InputAudioDynamicToolCallOutputContentItem
    return o


new_InputImageDynamicToolCallOutputContentItem = blank(
    globals(), "InputImageDynamicToolCallOutputContentItem"
)


def read_InputImageDynamicToolCallOutputContentItem(v):
    o = new_InputImageDynamicToolCallOutputContentItem()
    if v["type"] != "inputImage":
        raise Unfit
    o.type = "inputImage"
    if type(x := v["imageUrl"]) is not str:
        raise Unfit
    o.image_url = x
    o.__class__ = t.InputImageDynamicToolCallOutputContentItem
    return o


new_InputTextDynamicToolCallOutputContentItem = blank(
    globals(), "InputTextDynamicToolCallOutputContentItem"
)


def read_InputTextDynamicToolCallOutputContentItem(v):
    o = new_InputTextDynamicToolCallOutputContentItem()
    if v["type"] != "inputText":
        raise Unfit
    o.type = "inputText"
    if type(x := v["text"]) is not str:
        raise Unfit
    o.text = x
    o.__class__ = t.InputTextDynamicToolCallOutputContentItem
    return o


new_ToolRequestUserInputOption = blank(globals(), "ToolRequestUserInputOption")


def read_ToolRequestUserInputOption(v):
    o = new_ToolRequestUserInputOption()
    if type(x := v["description"]) is not str:
        raise Unfit
    o.description = x
    if type(x := v["label"]) is not str:
        raise Unfit
    o.label = x
    o.__class__ = t.ToolRequestUserInputOption
    return o


new_ToolRequestUserInputParams = blank(globals(), "ToolRequestUserInputParams")


def read_ToolRequestUserInputParams(v):
    o = new_ToolRequestUserInputParams()
    if type(x := v["itemId"]) is not str:
        raise Unfit
    o.item_id = x
    if type(x := v["questions"]) is not list:
        raise Unfit
    o.questions = [read_ToolRequestUserInputQuestion(y) for y in x]
    if type(x := v["threadId"]) is not str:
        raise Unfit
    o.thread_id = x
    if type(x := v["turnId"]) is not str:
        raise Unfit
    o.turn_id = x
    if (x := v.get("autoResolutionMs")) is not None and type(x) is not int:
        raise Unfit
    o.auto_resolution_ms = x
    if (x := v.get("isBlocking")) is not None and type(x) is not bool:
        raise Unfit
    o.is_blocking = x
    o.__class__ = t.ToolRequestUserInputParams
    return o


new_ToolRequestUserInputQuestion = blank(globals(), "ToolRequestUserInputQuestion")


def read_ToolRequestUserInputQuestion(v):
    o = new_ToolRequestUserInputQuestion()
    if type(x := v["header"]) is not str:
        raise Unfit
    o.header = x
    if type(x := v["id"]) is not str:
        raise Unfit
    o.id = x
    if type(x := v["question"]) is not str:
        raise Unfit
    o.question = x
    if "isOther" in v:
        if type(x := v["isOther"]) is not bool:
            raise Unfit
        o.is_other = x
    else:
        o.is_other = False
    if "isSecret" in v:
        if type(x := v["isSecret"]) is not bool:
            raise Unfit
        o.is_secret = x
    else:
        o.is_secret = False
    x = v.get("options")
    if x is not None:
        if type(x) is not list:
            raise Unfit
        x = [read_ToolRequestUserInputOption(y) for y in x]
    o.options = x
    o.__class__ = t.ToolRequestUserInputQuestion
    return o


by_tag_DynamicToolCallOutputContentItem = Variants(
    {
        "inputText": read_InputTextDynamicToolCallOutputContentItem,
        "inputImage": read_InputImageDynamicToolCallOutputContentItem,
        "inputAudio": read_InputAudioDynamicToolCallOutputContentItem,
    }
)
