"""Fast checkers: whether JSON may be sent as it is.

Do not edit: `python -m schema.generator` writes this file.
"""

from __future__ import annotations

# The functions take JSON of any shape, and their speed is what they are for.
# mypy: allow-untyped-defs, allow-untyped-calls, no-check-untyped-defs, no-warn-return-any
from ..._fast import Unfit, later, member

check_ByteRange = later(globals(), "common", "check_ByteRange")
check_ImageDetail = later(globals(), "common", "check_ImageDetail")


def check_AudioUserInput(v, e, known=frozenset({"type", "url"})):
    if type(v) is not dict or not v.keys() <= known:
        raise Unfit
    x = v["type"]
    if type(x) is not str or x != "audio":
        raise Unfit
    x = v["url"]
    if type(x) is not str:
        raise Unfit


def check_FileIdUserInput(v, e, known=frozenset({"type", "fileId", "detail"})):
    if type(v) is not dict or not v.keys() <= known:
        raise Unfit
    x = v["type"]
    if type(x) is not str or x != "image":
        raise Unfit
    x = v["fileId"]
    if type(x) is not str:
        raise Unfit
    if (x := v.get("detail")) is not None:
        check_ImageDetail(x, e)


def check_ImageUserInput(v, e):
    if type(v) is dict:
        if "url" in v:
            check_UrlUserInput(v, e)
            return
        if "fileId" in v:
            check_FileIdUserInput(v, e)
            return
    raise Unfit


def check_LocalAudioUserInput(v, e, known=frozenset({"type", "path"})):
    if type(v) is not dict or not v.keys() <= known:
        raise Unfit
    x = v["type"]
    if type(x) is not str or x != "localAudio":
        raise Unfit
    x = v["path"]
    if type(x) is not str:
        raise Unfit


def check_LocalImageUserInput(v, e, known=frozenset({"type", "path", "detail"})):
    if type(v) is not dict or not v.keys() <= known:
        raise Unfit
    x = v["type"]
    if type(x) is not str or x != "localImage":
        raise Unfit
    x = v["path"]
    if type(x) is not str:
        raise Unfit
    if (x := v.get("detail")) is not None:
        check_ImageDetail(x, e)


def check_MentionUserInput(v, e, known=frozenset({"type", "name", "path"})):
    if type(v) is not dict or not v.keys() <= known:
        raise Unfit
    x = v["type"]
    if type(x) is not str or x != "mention":
        raise Unfit
    x = v["name"]
    if type(x) is not str:
        raise Unfit
    x = v["path"]
    if type(x) is not str:
        raise Unfit


def check_MessagePhase(v, e, values=frozenset({"commentary", "partial_answer", "final_answer"})):
    member(v, "MessagePhase", values)


def check_SkillUserInput(v, e, known=frozenset({"type", "name", "path"})):
    if type(v) is not dict or not v.keys() <= known:
        raise Unfit
    x = v["type"]
    if type(x) is not str or x != "skill":
        raise Unfit
    x = v["name"]
    if type(x) is not str:
        raise Unfit
    x = v["path"]
    if type(x) is not str:
        raise Unfit


def check_TextElement(v, e, known=frozenset({"byteRange", "placeholder"})):
    if type(v) is not dict or not v.keys() <= known:
        raise Unfit
    x = v["byteRange"]
    check_ByteRange(x, e)
    if (x := v.get("placeholder")) is not None:
        if type(x) is not str:
            raise Unfit


def check_TextUserInput(v, e, known=frozenset({"type", "text", "text_elements"})):
    if type(v) is not dict or not v.keys() <= known:
        raise Unfit
    x = v["type"]
    if type(x) is not str or x != "text":
        raise Unfit
    x = v["text"]
    if type(x) is not str:
        raise Unfit
    if "text_elements" in v:
        x = v["text_elements"]
        if type(x) is not list:
            raise Unfit
        for x_ in x:
            check_TextElement(x_, e)


def check_UrlUserInput(v, e, known=frozenset({"type", "url", "detail"})):
    if type(v) is not dict or not v.keys() <= known:
        raise Unfit
    x = v["type"]
    if type(x) is not str or x != "image":
        raise Unfit
    x = v["url"]
    if type(x) is not str:
        raise Unfit
    if (x := v.get("detail")) is not None:
        check_ImageDetail(x, e)


def check_UserInput(v, e):
    if type(v) is dict:
        by_tag_UserInput[v["type"]](v, e)
        return
    raise Unfit


by_tag_UserInput = {
    "text": check_TextUserInput,
    "image": check_ImageUserInput,
    "localImage": check_LocalImageUserInput,
    "audio": check_AudioUserInput,
    "localAudio": check_LocalAudioUserInput,
    "skill": check_SkillUserInput,
    "mention": check_MentionUserInput,
}
