"""Fast readers: JSON as it was received to typed values.

Do not edit: `python -m schema.generator` writes this file.
"""

from __future__ import annotations

# The functions take JSON of any shape, and their speed is what they are for.
# mypy: allow-untyped-defs, allow-untyped-calls, no-check-untyped-defs, no-warn-return-any
from ..._fast import Unfit, Variants, blank, later, unknown
from .. import response_item as t

read_ImageDetail = later(globals(), "common", "read_ImageDetail")
new_EncryptedContentFunctionCallOutputContentItem = blank(
    globals(), "EncryptedContentFunctionCallOutputContentItem"
)


def read_EncryptedContentFunctionCallOutputContentItem(v):
    o = new_EncryptedContentFunctionCallOutputContentItem()
    if v["type"] != "encrypted_content":
        raise Unfit
    o.type = "encrypted_content"
    if type(x := v["encrypted_content"]) is not str:
        raise Unfit
    o.encrypted_content = x
    o.__class__ = t.EncryptedContentFunctionCallOutputContentItem
    return o


new_FileIdFunctionCallOutputContentItem = blank(globals(), "FileIdFunctionCallOutputContentItem")


def read_FileIdFunctionCallOutputContentItem(v):
    o = new_FileIdFunctionCallOutputContentItem()
    if v["type"] != "input_image":
        raise Unfit
    o.type = "input_image"
    if type(x := v["file_id"]) is not str:
        raise Unfit
    o.file_id = x
    o.detail = None if (x := v.get("detail")) is None else read_ImageDetail(x)
    o.__class__ = t.FileIdFunctionCallOutputContentItem
    return o


def read_FunctionCallOutputBody(v):
    if type(v) is str:
        if type(x := v) is not str:
            raise Unfit
        return x
    if type(v) is list:
        if type(x := v) is not list:
            raise Unfit
        return [by_tag_FunctionCallOutputContentItem[y["type"]](y) for y in x]
    raise Unfit


def read_FunctionCallOutputContentItem(v):
    return by_tag_FunctionCallOutputContentItem[v["type"]](v)


new_ImageUrlFunctionCallOutputContentItem = blank(
    globals(), "ImageUrlFunctionCallOutputContentItem"
)


def read_ImageUrlFunctionCallOutputContentItem(v):
    o = new_ImageUrlFunctionCallOutputContentItem()
    if v["type"] != "input_image":
        raise Unfit
    o.type = "input_image"
    if type(x := v["image_url"]) is not str:
        raise Unfit
    o.image_url = x
    o.detail = None if (x := v.get("detail")) is None else read_ImageDetail(x)
    o.__class__ = t.ImageUrlFunctionCallOutputContentItem
    return o


new_InputAudioFunctionCallOutputContentItem = blank(
    globals(), "InputAudioFunctionCallOutputContentItem"
)


def read_InputAudioFunctionCallOutputContentItem(v):
    o = new_InputAudioFunctionCallOutputContentItem()
    if v["type"] != "input_audio":
        raise Unfit
    o.type = "input_audio"
    if type(x := v["audio_url"]) is not str:
        raise Unfit
    o.audio_url = x
    o.__class__ = t.InputAudioFunctionCallOutputContentItem
    return o


def read_InputImageFunctionCallOutputContentItem(v):
    if type(v) is dict:
        if "image_url" in v:
            return read_ImageUrlFunctionCallOutputContentItem(v)
        if "file_id" in v:
            return read_FileIdFunctionCallOutputContentItem(v)
        return unknown(v)
    if type(v) is str:
        return unknown(v)
    raise Unfit


new_InputTextFunctionCallOutputContentItem = blank(
    globals(), "InputTextFunctionCallOutputContentItem"
)


def read_InputTextFunctionCallOutputContentItem(v):
    o = new_InputTextFunctionCallOutputContentItem()
    if v["type"] != "input_text":
        raise Unfit
    o.type = "input_text"
    if type(x := v["text"]) is not str:
        raise Unfit
    o.text = x
    o.__class__ = t.InputTextFunctionCallOutputContentItem
    return o


by_tag_FunctionCallOutputContentItem = Variants(
    {
        "input_text": read_InputTextFunctionCallOutputContentItem,
        "input_image": read_InputImageFunctionCallOutputContentItem,
        "input_audio": read_InputAudioFunctionCallOutputContentItem,
        "encrypted_content": read_EncryptedContentFunctionCallOutputContentItem,
    }
)
