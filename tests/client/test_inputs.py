"""Inputs as wire JSON, and inputs that are refused."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from trio_codex import (
    ExternalMessage,
    ImageInput,
    InvalidArgumentError,
    LocalImageInput,
    MentionInput,
    RunInput,
    SkillInput,
    TextInput,
)
from trio_codex._client.inputs import steer_input, turn_input

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.parametrize("given", ["hi", TextInput("hi"), ["hi"], (TextInput("hi"),)])
def test_text_has_one_form_on_the_wire(given: Any) -> None:
    assert turn_input(given) == {"input": [{"type": "text", "text": "hi"}]}
    assert steer_input(given) == turn_input(given)


def test_items_keep_their_order(tmp_path: Path) -> None:
    image = tmp_path / "x.png"
    image.touch()
    items: RunInput = [
        "a",
        ImageInput("data:image/png;base64,eA==", detail="high"),
        LocalImageInput(image),
        SkillInput("s", tmp_path),
        MentionInput("m", "app://m"),
    ]
    assert turn_input(items) == {
        "input": [
            {"type": "text", "text": "a"},
            {"type": "image", "url": "data:image/png;base64,eA==", "detail": "high"},
            {"type": "localImage", "path": str(image)},
            {"type": "skill", "name": "s", "path": str(tmp_path)},
            {"type": "mention", "name": "m", "path": "app://m"},
        ]
    }


def test_a_relative_image_is_looked_for_from_this_process(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "x.png").touch()
    monkeypatch.chdir(tmp_path)
    wire = turn_input(LocalImageInput("x.png", detail="low"))
    assert wire["input"] == [
        {"type": "localImage", "path": str(tmp_path / "x.png"), "detail": "low"}
    ]


@pytest.mark.parametrize("url", ["http://h/x", "HTTPS://h/x", "data:,x"])
def test_image_urls_are_accepted(url: str) -> None:
    assert turn_input(ImageInput(url)) == {"input": [{"type": "image", "url": url}]}


@pytest.mark.requirement("api/inputs")
@pytest.mark.parametrize(
    ("given", "message"),
    [
        (ImageInput("file:///x.png"), "must be an http, https or data URL.*use LocalImageInput"),
        (ImageInput(5), r"input\.url must be a str, not int"),  # type: ignore[arg-type]
        (TextInput(None), r"input\.text must be a str, not NoneType"),  # type: ignore[arg-type]
        (["a", TextInput(b"b")], r"input\[1\]\.text must be a str, not bytes"),  # type: ignore[arg-type]
        (["a", LocalImageInput("no.png")], r"input\[1\]\.path: there is no file"),
        (["a", ["b"]], r"input\[1\] must be a str, TextInput.*not list"),
        ({"type": "text"}, "input must be a str.*not dict"),
        (["a", ExternalMessage("t", "x")], r"input\[1\]: an ExternalMessage is the whole input"),
        (ExternalMessage("", "x"), "tool_name must name the tool"),
        (ExternalMessage(None, "x"), "tool_name must name the tool"),  # type: ignore[arg-type]
    ],
)
def test_wrong_inputs_are_refused_with_their_path(given: Any, message: str) -> None:
    with pytest.raises(InvalidArgumentError, match=message):
        turn_input(given)


def test_a_directory_is_refused_as_an_image(tmp_path: Path) -> None:
    with pytest.raises(InvalidArgumentError, match="there is no file"):
        turn_input(LocalImageInput(tmp_path))


def test_an_external_message_is_the_whole_input_of_a_turn() -> None:
    content = [{"type": "input_text", "text": "x"}]
    assert turn_input(ExternalMessage("mail", content, namespace="inbox")) == {
        "input": [],
        "toolOutput": {"name": "mail", "output": content, "namespace": "inbox"},
    }


def test_a_steer_refuses_empty_input_and_external_messages() -> None:
    with pytest.raises(InvalidArgumentError, match="must not be empty"):
        steer_input([])
    with pytest.raises(InvalidArgumentError, match="cannot steer a running turn"):
        steer_input(ExternalMessage("mail", "x"))  # type: ignore[arg-type]
