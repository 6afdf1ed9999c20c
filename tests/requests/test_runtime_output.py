"""Structured output through the real runtime."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import attrs
import pytest

from tests.requests.rig import running
from trio_codex import InvalidArgumentError, OutputValidationError
from trio_codex.protocol import AgentMessageDeltaNotification

if TYPE_CHECKING:
    from pathlib import Path


@attrs.frozen
class Step:
    title: str
    minutes: int | None = None


@attrs.frozen
class Plan:
    goal: str
    steps: list[Step]


@pytest.mark.requirement("output/value")
async def test_an_answer_that_fits_becomes_a_value(tmp_path: Path) -> None:
    async with running(tmp_path) as rig:
        rig.model.reply('{"goal": "tea", "steps": [{"title": "boil", "minutes": null}]}')
        result = await (await rig.thread()).run("plan", output_type=Plan)

        schema: Any = rig.model.requests[0].output_schema
    assert result.output == Plan("tea", [Step("boil")])
    assert result.final_response is not None
    assert schema["required"] == ["goal", "steps"]
    assert schema["additionalProperties"] is False


async def test_the_schema_is_for_one_turn_only(tmp_path: Path) -> None:
    async with running(tmp_path) as rig:
        rig.model.reply('{"value": [1, 2]}')
        rig.model.reply("plain")
        thread = await rig.thread()
        result = await thread.run("numbers", output_type=list[int])
        after = await thread.run("talk")

        assert rig.model.requests[1].output_schema is None
    assert result.output == [1, 2]
    assert after.output is None


@pytest.mark.requirement("output/value")
@pytest.mark.parametrize(
    ("text", "path"),
    [
        ('{"goal": "tea", "steps": [{"title": 5, "minutes": 1}]}', "$.steps[0].title"),
        ("I would rather not.", "$"),
    ],
)
async def test_an_answer_that_does_not_fit_says_where(tmp_path: Path, text: str, path: str) -> None:
    async with running(tmp_path) as rig:
        rig.model.reply(text)
        thread = await rig.thread()
        with pytest.raises(
            OutputValidationError, match=r"does not fit its type|is not JSON"
        ) as caught:
            await thread.run("plan", output_type=Plan)
    assert caught.value.text == text
    assert caught.value.path == path
    assert caught.value.result is not None
    assert caught.value.result.final_response == text
    assert caught.value.result.status == "completed"


async def test_a_type_that_cannot_be_expressed_is_refused_before_anything_is_sent(
    tmp_path: Path,
) -> None:
    @attrs.frozen
    class Odd:
        inner: dict[int, complex]

    async with running(tmp_path) as rig:
        thread = await rig.thread()
        sent = rig.codex.client.statistics().requests_sent
        with pytest.raises(InvalidArgumentError, match=r"\$\.inner"):
            await thread.run("go", output_type=Odd)
        assert rig.codex.client.statistics().requests_sent == sent
        assert rig.model.requests == []


async def test_a_streamed_turn_has_its_output_too(tmp_path: Path) -> None:
    async with running(tmp_path) as rig:
        rig.model.reply_deltas(['{"value"', ": 7}"])
        turn = await (await rig.thread()).turn("number", output_type=int)
        pieces = [
            event.payload.delta
            async for event in turn.stream()
            if isinstance(event.payload, AgentMessageDeltaNotification)
        ]
        assert (await turn.run()).output == 7
    assert "".join(pieces) == '{"value": 7}'
