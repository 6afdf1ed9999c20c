"""Turn inputs: the public input types, and their wire form, checked before they are sent."""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Literal, TypeAlias, final

import attrs

from .._hints import exported
from ..errors import InvalidArgumentError

if TYPE_CHECKING:
    from ..protocol import FunctionCallOutputContentItem, JsonValue

__all__ = [
    "ExternalMessage",
    "ImageInput",
    "Input",
    "InputItem",
    "LocalImageInput",
    "MentionInput",
    "RunInput",
    "SkillInput",
    "TextInput",
    "steer_input",
    "turn_input",
]

ImageDetailLevel: TypeAlias = Literal["auto", "low", "high", "original"]

_IMAGE_SCHEMES = ("http://", "https://", "data:")


@final
@attrs.frozen
class TextInput:
    """Text of the user.

    Attributes:
        text: the text; the runtime accepts at most 1 048 576 characters in one input.
    """

    text: str


@final
@attrs.frozen
class ImageInput:
    """An image given by its URL.

    Attributes:
        url: an `http(s):` or a `data:` URL; runtime 0.163.0 accepts only `data:` URLs.
        detail: resolution in which the model gets the image; default: the server decides.
    """

    url: str
    detail: ImageDetailLevel | None = None


@final
@attrs.frozen
class LocalImageInput:
    """An image in a local file.

    Attributes:
        path: path of the file, relative to this process's working directory.
        detail: resolution in which the model gets the image; default: the server decides.
    """

    path: str | os.PathLike[str]
    detail: ImageDetailLevel | None = None


@final
@attrs.frozen
class SkillInput:
    """A skill to use in the turn.

    Attributes:
        name: the skill's name.
        path: path of the file that describes the skill (`SKILL.md`).
    """

    name: str
    path: str | os.PathLike[str]


@final
@attrs.frozen
class MentionInput:
    """A reference to a file, app or other resource.

    Attributes:
        name: the resource's name in the text.
        path: its path, or a URI such as `app://...`.
    """

    name: str
    path: str | os.PathLike[str]


@final
@attrs.frozen
class ExternalMessage:
    """Content from another agent, tool or application: data, never an instruction.

    It is the whole input of a turn. It has the authority of a tool's output, which is below the
    user and the developer, and it approves nothing.

    Attributes:
        tool_name: name of the tool that delivers the content.
        content: text, or content items as in the output of a function call.
        namespace: the tool's namespace; default: none.
    """

    tool_name: str
    content: str | Sequence[FunctionCallOutputContentItem | Mapping[str, JsonValue]]
    namespace: str | None = None


InputItem: TypeAlias = TextInput | ImageInput | LocalImageInput | SkillInput | MentionInput
Input: TypeAlias = InputItem | Sequence[InputItem | str]
RunInput: TypeAlias = str | Input | ExternalMessage


def turn_input(value: RunInput) -> dict[str, JsonValue]:
    """Returns the wire fields for the input of a turn.

    Raises:
        InvalidArgumentError: the value is not an input, or mixes an `ExternalMessage` with others.
    """
    if isinstance(value, ExternalMessage):
        return {"input": [], "toolOutput": _external(value)}
    return {"input": _items(value)}


def steer_input(value: str | Input) -> dict[str, JsonValue]:
    """Returns the wire fields for the input of a steer.

    Raises:
        InvalidArgumentError: the value is not an input, is empty, or is an `ExternalMessage`.
    """
    if isinstance(value, ExternalMessage):
        raise InvalidArgumentError(
            "an ExternalMessage cannot steer a running turn; start a turn with it: on a busy "
            "thread that joins the running one"
        )
    items = _items(value)
    if not items:
        raise InvalidArgumentError("the input of a steer must not be empty")
    return {"input": items}


def _items(value: object) -> list[JsonValue]:
    if isinstance(value, (list, tuple)):
        return [_item(item, f"input[{index}]") for index, item in enumerate(value)]
    return [_item(value, "input")]


def _item(item: object, where: str) -> JsonValue:
    match item:
        case str():
            return {"type": "text", "text": item}
        case TextInput():
            return {"type": "text", "text": _string(item.text, f"{where}.text")}
        case ImageInput():
            return {"type": "image", "url": _image_url(item.url, where), **_detail(item)}
        case LocalImageInput():
            return {"type": "localImage", "path": _image_path(item.path, where), **_detail(item)}
        case SkillInput():
            return {"type": "skill", "name": item.name, "path": os.fspath(item.path)}
        case MentionInput():
            return {"type": "mention", "name": item.name, "path": os.fspath(item.path)}
        case ExternalMessage():
            raise InvalidArgumentError(
                f"{where}: an ExternalMessage is the whole input of a turn and cannot be mixed "
                "with other items; start a separate turn with it"
            )
    raise InvalidArgumentError(
        f"{where} must be a str, TextInput, ImageInput, LocalImageInput, SkillInput, MentionInput, "
        f"a list of these, or an ExternalMessage, not {type(item).__name__}"
    )


def _string(value: object, where: str) -> str:
    if not isinstance(value, str):
        raise InvalidArgumentError(f"{where} must be a str, not {type(value).__name__}")
    return value


def _image_url(url: object, where: str) -> str:
    text = _string(url, f"{where}.url")
    if not text.lower().startswith(_IMAGE_SCHEMES):
        raise InvalidArgumentError(
            f"{where}.url must be an http, https or data URL, not {text[:60]!r}; "
            "use LocalImageInput for a file"
        )
    return text


def _image_path(path: str | os.PathLike[str], where: str) -> str:
    full = Path(path).absolute()
    # The runtime accepts a missing file without an error, and the model gets no image.
    if not full.is_file():
        raise InvalidArgumentError(f"{where}.path: there is no file {str(full)!r}")
    return str(full)


def _detail(item: ImageInput | LocalImageInput) -> dict[str, JsonValue]:
    return {} if item.detail is None else {"detail": item.detail}


def _external(message: ExternalMessage) -> JsonValue:
    from ..protocol.converter import outgoing

    if not isinstance(message.tool_name, str) or not message.tool_name.strip():
        raise InvalidArgumentError("ExternalMessage.tool_name must name the tool that delivers it")
    output: JsonValue
    if isinstance(message.content, str):
        output = message.content
    else:
        output = [
            dict(item) if isinstance(item, Mapping) else outgoing(item) for item in message.content
        ]
    wire: dict[str, JsonValue] = {"name": message.tool_name, "output": output}
    if message.namespace is not None:
        wire["namespace"] = message.namespace
    return wire


exported(
    "trio_codex", ExternalMessage, ImageInput, LocalImageInput, MentionInput, SkillInput, TextInput
)
