"""What a tool returns becomes content the model can read, or a failure it is told of."""

from __future__ import annotations

import dataclasses
import datetime as dt
import enum
from decimal import Decimal
from typing import TYPE_CHECKING, Any, NamedTuple

import attrs
import pytest

from trio_codex._tools.results import ToolImage
from trio_codex._tools.tool import tool
from trio_codex.errors import InvalidArgumentError

if TYPE_CHECKING:
    from trio_codex.protocol import JsonValue

PNG = b"\x89PNG\r\n\x1a\n" + b"rest"


class Unit(enum.Enum):
    CELSIUS = "c"
    KELVIN = "k"


@attrs.frozen
class Place:
    """A place."""

    name: str
    height: int = attrs.field(default=0, validator=attrs.validators.ge(0))


@dataclasses.dataclass
class Pair:
    left: str
    _right: int = 2


class Point(NamedTuple):
    x: int


@attrs.frozen
class Rich:
    _size: int
    pair: Pair
    point: Point
    others: frozenset[Decimal] = frozenset({Decimal("1.5")})
    took: dt.timedelta = dt.timedelta(seconds=1)
    raw: bytes = b"hi"


RICH = (
    '{"size":1,"pair":{"left":"l","_right":2},"point":{"x":1},"others":["1.5"],'
    '"took":"PT1S","raw":"aGk="}'
)


def text_of(outcome: Any) -> str:
    (item,) = outcome.content_items
    assert item["type"] == "inputText"
    return str(item["text"])


@pytest.mark.parametrize(
    ("value", "items"),
    [
        ("text", [{"type": "inputText", "text": "text"}]),
        (None, [{"type": "inputText", "text": ""}]),
        ("a\udcffb", [{"type": "inputText", "text": "a?b"}]),
        ({"ä": [1, True, None]}, [{"type": "inputText", "text": '{"ä":[1,true,null]}'}]),
        (["a", "b"], [{"type": "inputText", "text": '["a","b"]'}]),
        ([Place("x")], [{"type": "inputText", "text": '[{"name":"x","height":0}]'}]),
        (Unit.KELVIN, [{"type": "inputText", "text": '"k"'}]),
        (Rich(size=1, pair=Pair("l"), point=Point(1)), [{"type": "inputText", "text": RICH}]),
        (ToolImage("data:image/gif;base64,AA=="),
         [{"type": "inputImage", "imageUrl": "data:image/gif;base64,AA=="}]),
        (["see", ToolImage.from_bytes(PNG), {"n": 1}],
         [{"type": "inputText", "text": "see"},
          {"type": "inputImage", "imageUrl": "data:image/png;base64,iVBORw0KGgpyZXN0"},
          {"type": "inputText", "text": '{"n":1}'}]),
    ],
)  # fmt: skip
async def test_a_result_becomes_content_items(value: object, items: JsonValue) -> None:
    @tool
    def gives() -> object:
        return value

    assert (await gives.invoke({})).to_wire() == {"contentItems": items, "success": True}


@pytest.mark.parametrize("value", [object(), 1j, iter(()), {"x": lambda: None}])
async def test_a_result_without_a_json_form_is_a_failure(
    value: object, caplog: pytest.LogCaptureFixture
) -> None:
    @tool
    def gives() -> object:
        return value

    outcome = await gives.invoke({})
    assert not outcome.success
    assert text_of(outcome) == "gives ran, but its result could not be encoded"
    assert "cannot be encoded" in caplog.text


def test_an_image_says_what_it_is() -> None:
    with pytest.raises(InvalidArgumentError, match=r"must be a data: URL of an image"):
        ToolImage("https://example.org/x.png")
    with pytest.raises(InvalidArgumentError, match="say what they are with media_type="):
        ToolImage.from_bytes(b"????")
    assert ToolImage.from_bytes(b"?", "image/heic").url == "data:image/heic;base64,Pw=="
    assert ToolImage.from_bytes(b"RIFF0000WEBP").url.startswith("data:image/webp;")
