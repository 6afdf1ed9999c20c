"""Results of tools: what a function returned, as the content items of the answer."""

from __future__ import annotations

import base64
import dataclasses
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Final

import attrs

from .._hints import exported
from ..errors import InvalidArgumentError

if TYPE_CHECKING:
    from .._json import JsonValue

__all__ = ["ToolImage", "ToolOutcome", "content_of", "failure"]

_SIGNATURES: Final[tuple[tuple[bytes, str], ...]] = (
    (b"\x89PNG\r\n\x1a\n", "image/png"),
    (b"\xff\xd8\xff", "image/jpeg"),
    (b"GIF8", "image/gif"),
)


def _data_url(_: object, field: attrs.Attribute[str], value: str) -> None:
    # The runtime takes no other: "remote image URLs are not supported".
    if not value.startswith("data:image/"):
        raise InvalidArgumentError(
            f"{field.name} must be a data: URL of an image, such as data:image/png;base64,...; "
            "for bytes use ToolImage.from_bytes"
        )


@attrs.frozen
class ToolImage:
    """An image that a tool returns to the model.

    Attributes:
        url: the image as a `data:` URL.
    """

    url: str = attrs.field(validator=_data_url, repr=lambda url: f"{url[:40]!r}...")

    @classmethod
    def from_bytes(cls, data: bytes, media_type: str | None = None) -> ToolImage:
        """Returns the image in a file's bytes.

        Args:
            data: the encoded image.
            media_type: such as `image/png`; default: detected from the first bytes of a PNG, JPEG,
                GIF or WebP.

        Raises:
            InvalidArgumentError: the format is not detected and `media_type` is missing.
        """
        if media_type is None:
            media_type = _sniff(data)
        return cls(f"data:{media_type};base64,{base64.b64encode(data).decode('ascii')}")


@attrs.frozen
class ToolOutcome:
    """The outcome of a tool call, for the answer to `item/tool/call`.

    Attributes:
        content_items: content items in their wire form.
        success: whether the tool succeeded.
        error: the cause of a failure, for the developer; the model receives only the text.
    """

    content_items: tuple[dict[str, JsonValue], ...]
    success: bool = True
    error: Exception | None = None

    def to_wire(self) -> dict[str, JsonValue]:
        """Returns the answer in its wire form."""
        return {"contentItems": list(self.content_items), "success": self.success}


def failure(text: str, error: Exception | None = None) -> ToolOutcome:
    """Returns the outcome of a call that failed, with a text for the model."""
    return ToolOutcome((_text(text),), success=False, error=error)


def content_of(value: object) -> tuple[dict[str, JsonValue], ...]:
    """Returns the content items of a returned value.

    A `str` is text as it is and `None` is empty text; a `ToolImage` is an image; a list or tuple
    that contains a `ToolImage` becomes one item per element; any other value becomes JSON text.

    Raises:
        TypeError: the value has no JSON form.
    """
    if isinstance(value, (list, tuple)) and any(isinstance(item, ToolImage) for item in value):
        return tuple(_item(item) for item in value)
    return (_item(value),)


def _item(value: object) -> dict[str, JsonValue]:
    if value is None:
        return _text("")
    if isinstance(value, ToolImage):
        return {"type": "inputImage", "imageUrl": value.url}
    if isinstance(value, str):
        return _text(value)
    import orjson

    options = orjson.OPT_NON_STR_KEYS | orjson.OPT_PASSTHROUGH_DATACLASS
    return _text(orjson.dumps(value, default=_plain, option=options).decode("utf-8"))


def _plain(value: object) -> object:
    """Returns a value that orjson can write for one that it cannot, with the keys of its schema."""
    kind = type(value)
    if attrs.has(kind):
        return {
            field.alias or field.name: getattr(value, field.name) for field in attrs.fields(kind)
        }
    if dataclasses.is_dataclass(value):
        return {field.name: getattr(value, field.name) for field in dataclasses.fields(value)}
    if isinstance(value, tuple) and hasattr(value, "_asdict"):
        return value._asdict()
    if isinstance(value, (set, frozenset, Sequence)) and not isinstance(value, (bytes, bytearray)):
        return list(value)
    if isinstance(value, Mapping):
        return dict(value)
    from .._schema.scalars import write_scalar

    return write_scalar(value)


def _text(text: str) -> dict[str, JsonValue]:
    # File names and subprocess output may hold lone surrogates, which no JSON line can carry.
    return {"type": "inputText", "text": text.encode("utf-8", "replace").decode("utf-8")}


def _sniff(data: bytes) -> str:
    for signature, media_type in _SIGNATURES:
        if data.startswith(signature):
            return media_type
    if data[:4] == b"RIFF" and data[8:12] == b"WEBP":
        return "image/webp"
    raise InvalidArgumentError(
        "the bytes are no PNG, JPEG, GIF or WebP; say what they are with media_type="
    )


exported("trio_codex.types", ToolImage, ToolOutcome)
