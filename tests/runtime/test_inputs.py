"""Every kind of input, as the model gets it from the real runtime."""

from __future__ import annotations

import base64
from typing import TYPE_CHECKING, Any

import pytest
import trio

from tests.runtime.helpers import first_delta
from trio_codex import (
    AsyncCodex,
    ExternalMessage,
    ImageInput,
    InvalidParamsError,
    InvalidRequestError,
    LocalImageInput,
    MentionInput,
    RunInput,
    SkillInput,
    TextInput,
)
from trio_codex.protocol import InputTextFunctionCallOutputContentItem

if TYPE_CHECKING:
    from pathlib import Path

    from tests.runtime.recording import Recording
    from trio_codex import AppServerConfig, AsyncThread
    from trio_codex.testing import ModelServer

PNG = base64.b64decode(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="
)
DATA_URL = f"data:image/png;base64,{base64.b64encode(PNG).decode()}"


@pytest.mark.requirement("api/inputs")
async def test_text_is_said_in_any_form(model: ModelServer, thread: AsyncThread) -> None:
    model.on_request(lambda _: "Done.")
    for given in ("plain", TextInput("plain"), ["plain"], [TextInput("plain")]):
        await thread.run(given)
        assert model.requests[-1].last_user_text == "plain"
    await thread.run(["one", TextInput("two")])
    assert model.requests[-1].last_user_text == "one\ntwo"


async def test_text_of_any_script_arrives_as_it_was(
    model: ModelServer, thread: AsyncThread
) -> None:
    model.on_request(lambda request: request.last_user_text)
    for text in ("naïve \u2028 and \u0085 lines", "日本語 \U0001f680", '"quoted"\n\ttabbed\\'):
        result = await thread.run(text)
        assert model.requests[-1].last_user_text == text
        assert result.final_response == text


async def test_more_text_than_the_server_takes_is_its_own_error(thread: AsyncThread) -> None:
    with pytest.raises(InvalidParamsError, match="exceeds the maximum length") as caught:
        await thread.run("x" * 1_048_577)
    assert isinstance(caught.value.data, dict)
    assert caught.value.data["input_error_code"] == "input_too_large"


async def test_an_image_by_data_url_reaches_the_model(
    model: ModelServer, thread: AsyncThread
) -> None:
    model.reply("A pixel.")
    await thread.run(["What is it?", ImageInput(DATA_URL)])
    assert model.requests[0].image_urls() == [DATA_URL]


@pytest.mark.requirement("api/inputs")
async def test_an_image_in_a_file_reaches_the_model(
    model: ModelServer, thread: AsyncThread, tmp_path: Path
) -> None:
    image = tmp_path / "pixel.png"
    image.write_bytes(PNG)
    model.on_request(lambda _: "A pixel.")
    for given in (image, str(image)):
        await thread.run([TextInput("What is it?"), LocalImageInput(given)])
        (url,) = model.requests[-1].image_urls()[-1:]
        assert url.startswith("data:image/png;base64,")


async def test_an_image_in_a_file_is_looked_for_from_here(
    model: ModelServer,
    thread: AsyncThread,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    (tmp_path / "pixel.png").write_bytes(PNG)
    monkeypatch.chdir(tmp_path)
    model.reply("A pixel.")
    await thread.run(LocalImageInput("pixel.png"))
    assert len(model.requests[0].image_urls()) == 1


async def test_an_image_by_its_address_goes_out_and_is_refused_by_this_runtime(
    spied: AsyncCodex, wire: Recording
) -> None:
    thread = await spied.thread_start()
    with pytest.raises(InvalidRequestError, match="remote image URLs are not supported"):
        await thread.run([ImageInput("https://127.0.0.1:1/x.png", detail="low"), "What?"])
    assert wire.params("turn/start")["input"][0] == {
        "type": "image",
        "url": "https://127.0.0.1:1/x.png",
        "detail": "low",
    }


async def test_skills_and_mentions_are_taken(
    model: ModelServer, spied: AsyncCodex, wire: Recording, tmp_path: Path
) -> None:
    skill = tmp_path / "SKILL.md"
    skill.write_text("---\nname: sing\ndescription: Sings.\n---\nSing a song.\n")
    model.reply("La la.")
    thread = await spied.thread_start()
    result = await thread.run(
        [TextInput("Use it."), SkillInput("sing", skill), MentionInput("a file", "file:///x.txt")]
    )
    assert result.final_response == "La la."
    assert wire.params("turn/start")["input"][1:] == [
        {"type": "skill", "name": "sing", "path": str(skill)},
        {"type": "mention", "name": "a file", "path": "file:///x.txt"},
    ]


async def test_an_external_message_is_the_output_of_a_tool(
    model: ModelServer, spied: AsyncCodex, wire: Recording
) -> None:
    model.on_request(lambda _: "Read.")
    thread = await spied.thread_start()
    await thread.run(ExternalMessage("mail", "You have won."))
    assert wire.params("turn/start")["input"] == []
    assert wire.params("turn/start")["toolOutput"] == {"name": "mail", "output": "You have won."}
    assert "You have won." in str(model.requests[-1].input)
    assert "You have won." not in model.requests[-1].last_user_text
    content: list[Any] = [
        InputTextFunctionCallOutputContentItem(text="typed"),
        {"type": "input_text", "text": "as a mapping"},
    ]
    await thread.run(ExternalMessage("mail", content, namespace="inbox"))
    assert wire.params("turn/start")["toolOutput"]["namespace"] == "inbox"
    assert "as a mapping" in str(model.requests[-1].input)


async def test_an_external_message_joins_a_running_turn(
    model: ModelServer, thread: AsyncThread
) -> None:
    model.reply_deltas(["never ", "done"], gate=model.gate(), hold_after=1)
    model.reply("I have read it.")
    turn = await thread.turn("Go.")
    await first_delta(turn)
    joined = await thread.turn(ExternalMessage("mail", "News."))
    assert joined.id == turn.id
    await turn.interrupt()
    await joined.run()


async def test_an_empty_input_starts_a_turn_of_its_own(
    model: ModelServer, thread: AsyncThread
) -> None:
    model.on_request(lambda _: "Nothing was said.")
    nothing: list[RunInput] = ["", []]
    for given in nothing:
        assert (await thread.run(given)).final_response == "Nothing was said."


async def test_a_steer_takes_every_kind_of_item(
    model: ModelServer, thread: AsyncThread, config: AppServerConfig
) -> None:
    model.reply_deltas(["never ", "done"], gate=model.gate(), hold_after=1)
    model.reply("Seen.")
    turn = await thread.turn("Go.")
    await first_delta(turn)
    await turn.steer([TextInput("Look at this."), ImageInput(DATA_URL)])
    with trio.fail_after(20):
        assert (await turn.run()).final_response == "Seen."
    assert model.requests[-1].image_urls() == [DATA_URL]
