"""Fast checkers: whether JSON may be sent as it is.

Do not edit: `python -m schema.generator` writes this file.
"""

from __future__ import annotations

# The functions take JSON of any shape, and their speed is what they are for.
# mypy: allow-untyped-defs, allow-untyped-calls, no-check-untyped-defs, no-warn-return-any
from ..._fast import Unfit


def check_DynamicToolCallOutputContentItem(v, e):
    if type(v) is dict:
        by_tag_DynamicToolCallOutputContentItem[v["type"]](v, e)
        return
    raise Unfit


def check_DynamicToolCallResponse(v, e, known=frozenset({"contentItems", "success"})):
    if type(v) is not dict or not v.keys() <= known:
        raise Unfit
    x = v["contentItems"]
    if type(x) is not list:
        raise Unfit
    for x_ in x:
        check_DynamicToolCallOutputContentItem(x_, e)
    x = v["success"]
    if type(x) is not bool:
        raise Unfit


def check_DynamicToolNamespaceTool(v, e):
    if type(v) is dict:
        by_tag_DynamicToolNamespaceTool[v["type"]](v, e)
        return
    raise Unfit


def check_DynamicToolSpec(v, e):
    if type(v) is dict:
        by_tag_DynamicToolSpec[v["type"]](v, e)
        return
    raise Unfit


def check_FunctionDynamicToolNamespaceTool(
    v, e, known=frozenset({"type", "description", "inputSchema", "name", "deferLoading"})
):
    if type(v) is not dict or not v.keys() <= known:
        raise Unfit
    x = v["type"]
    if type(x) is not str or x != "function":
        raise Unfit
    x = v["description"]
    if type(x) is not str:
        raise Unfit
    v["inputSchema"]
    x = v["name"]
    if type(x) is not str:
        raise Unfit
    if "deferLoading" in v:
        x = v["deferLoading"]
        if type(x) is not bool:
            raise Unfit


def check_FunctionDynamicToolSpec(
    v, e, known=frozenset({"type", "description", "inputSchema", "name", "deferLoading"})
):
    if type(v) is not dict or not v.keys() <= known:
        raise Unfit
    x = v["type"]
    if type(x) is not str or x != "function":
        raise Unfit
    x = v["description"]
    if type(x) is not str:
        raise Unfit
    v["inputSchema"]
    x = v["name"]
    if type(x) is not str:
        raise Unfit
    if "deferLoading" in v:
        x = v["deferLoading"]
        if type(x) is not bool:
            raise Unfit


def check_InputAudioDynamicToolCallOutputContentItem(v, e, known=frozenset({"type", "audioUrl"})):
    if type(v) is not dict or not v.keys() <= known:
        raise Unfit
    x = v["type"]
    if type(x) is not str or x != "inputAudio":
        raise Unfit
    x = v["audioUrl"]
    if type(x) is not str:
        raise Unfit


def check_InputImageDynamicToolCallOutputContentItem(v, e, known=frozenset({"type", "imageUrl"})):
    if type(v) is not dict or not v.keys() <= known:
        raise Unfit
    x = v["type"]
    if type(x) is not str or x != "inputImage":
        raise Unfit
    x = v["imageUrl"]
    if type(x) is not str:
        raise Unfit


def check_InputTextDynamicToolCallOutputContentItem(v, e, known=frozenset({"type", "text"})):
    if type(v) is not dict or not v.keys() <= known:
        raise Unfit
    x = v["type"]
    if type(x) is not str or x != "inputText":
        raise Unfit
    x = v["text"]
    if type(x) is not str:
        raise Unfit


def check_NamespaceDynamicToolSpec(v, e, known=frozenset({"type", "description", "name", "tools"})):
    if type(v) is not dict or not v.keys() <= known:
        raise Unfit
    x = v["type"]
    if type(x) is not str or x != "namespace":
        raise Unfit
    x = v["description"]
    if type(x) is not str:
        raise Unfit
    x = v["name"]
    if type(x) is not str:
        raise Unfit
    x = v["tools"]
    if type(x) is not list:
        raise Unfit
    for x_ in x:
        check_DynamicToolNamespaceTool(x_, e)


def check_ToolRequestUserInputAnswer(v, e, known=frozenset({"answers"})):
    if type(v) is not dict or not v.keys() <= known:
        raise Unfit
    x = v["answers"]
    if type(x) is not list:
        raise Unfit
    for x_ in x:
        if type(x_) is not str:
            raise Unfit


def check_ToolRequestUserInputResponse(v, e, known=frozenset({"answers"})):
    if type(v) is not dict or not v.keys() <= known:
        raise Unfit
    x = v["answers"]
    if type(x) is not dict:
        raise Unfit
    for k, x_ in x.items():
        if type(k) is not str:
            raise Unfit
        check_ToolRequestUserInputAnswer(x_, e)


by_tag_DynamicToolCallOutputContentItem = {
    "inputText": check_InputTextDynamicToolCallOutputContentItem,
    "inputImage": check_InputImageDynamicToolCallOutputContentItem,
    "inputAudio": check_InputAudioDynamicToolCallOutputContentItem,
}
by_tag_DynamicToolNamespaceTool = {"function": check_FunctionDynamicToolNamespaceTool}
by_tag_DynamicToolSpec = {
    "function": check_FunctionDynamicToolSpec,
    "namespace": check_NamespaceDynamicToolSpec,
}
