"""What the real runtime and its model get from tools."""

from __future__ import annotations

import base64
import struct
import zlib
from typing import TYPE_CHECKING, Annotated

import attrs
import pytest
import trio

from tests.requests.rig import declined, items_of, running
from trio_codex import InvalidArgumentError, ServerRequestHandlers, protocol, tool
from trio_codex.types import ToolImage

if TYPE_CHECKING:
    from pathlib import Path

    from trio_codex.protocol import JsonValue


@attrs.frozen
class Place:
    city: str
    country: str = "NL"


@tool
async def weather(place: Place, days: Annotated[int, "how many days ahead"] = 1) -> dict[str, str]:
    """Tells the weather."""
    await trio.lowlevel.checkpoint()
    return {"where": f"{place.city}, {place.country}", "days": str(days), "sky": "clear"}


@tool
async def broken(text: str) -> str:
    """Always fails."""
    await trio.lowlevel.checkpoint()
    raise LookupError("the database is down")


@tool(timeout=0.01)
async def slow() -> str:
    """Never ends."""
    await trio.sleep_forever()
    return "never"


@tool
def plain(number: int) -> int:
    """Runs in a worker thread."""
    return number + 1


def png() -> bytes:
    """A real PNG of one red pixel."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        body = kind + data
        return struct.pack(">I", len(data)) + body + struct.pack(">I", zlib.crc32(body))

    head = struct.pack(">IIBBBBB", 1, 1, 8, 2, 0, 0, 0)
    pixels = zlib.compress(b"\x00\xff\x00\x00")
    parts = (chunk(b"IHDR", head), chunk(b"IDAT", pixels), chunk(b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(parts)


@tool
async def picture() -> list[object]:
    """Shows a picture."""
    await trio.lowlevel.checkpoint()
    return ["a red dot", ToolImage.from_bytes(png())]


@tool(namespace="shop", namespace_description="The shop.")
async def price(item: str) -> str:
    """Tells a price."""
    await trio.lowlevel.checkpoint()
    return f"{item}: 5"


async def test_a_tool_is_offered_and_its_answer_reaches_the_model(tmp_path: Path) -> None:
    async with running(tmp_path) as rig:
        arguments: dict[str, JsonValue] = {"place": {"city": "Delft", "country": "NL"}, "days": 3}
        rig.model.reply_tool_call("weather", arguments, call_id="c1")
        rig.model.reply_tool_call("plain", {"number": 41}, call_id="c2")
        rig.model.reply("clear")
        thread = await rig.codex.thread_start(tools=[weather, plain])
        result = await thread.run("weather?")

        assert {"weather", "plain"} <= set(rig.model.requests[0].tools)
        outputs = rig.model.requests[-1].tool_outputs
    assert '"where":"Delft, NL"' in outputs["c1"]
    assert '"days":"3"' in outputs["c1"]
    assert outputs["c2"] == "42"
    calls = items_of(result, protocol.DynamicToolCallThreadItem)
    assert [call.status for call in calls] == ["completed", "completed"]


@pytest.mark.requirement("tool/failures", "tool/structured-answer")
async def test_what_goes_wrong_in_a_tool_is_told_to_the_model_and_to_the_log(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    async with running(tmp_path) as rig:
        rig.model.reply_tool_call("weather", {"place": {"city": 5}, "days": 1}, call_id="c1")
        rig.model.reply_tool_call("broken", {"text": "x"}, call_id="c2")
        rig.model.reply_tool_call("slow", {}, call_id="c3")
        rig.model.reply("sorry")
        thread = await rig.codex.thread_start(tools=[weather, broken, slow])
        result = await thread.run("go")
        outputs = rig.model.requests[-1].tool_outputs

    assert result.final_response == "sorry"
    assert "invalid arguments for weather: $.place.city" in outputs["c1"]
    assert "broken failed: LookupError: the database is down" in outputs["c2"]
    assert "slow timed out after 0.01 seconds" in outputs["c3"]
    calls = items_of(result, protocol.DynamicToolCallThreadItem)
    assert [(call.status, call.success) for call in calls] == [("failed", False)] * 3
    records = [it for it in caplog.records if it.name == "trio_codex.tools" and it.levelno >= 40]
    assert [vars(record)["tool"] for record in records] == ["weather", "broken", "slow"]
    assert {vars(record)["codex_turn_id"] for record in records} == {result.id}


async def test_an_image_reaches_the_model_as_it_is(tmp_path: Path) -> None:
    async with running(tmp_path) as rig:
        rig.model.reply_tool_call("picture", {}, call_id="c1")
        rig.model.reply("red")
        await (await rig.codex.thread_start(tools=[picture])).run("look")

        (url,) = rig.model.requests[-1].image_urls()
        assert "a red dot" in rig.model.requests[-1].tool_outputs["c1"]
    head, _, data = url.partition(",")
    assert head == "data:image/png;base64"
    assert base64.b64decode(data) == png()


async def test_a_tool_of_a_namespace_is_called_by_both_names(tmp_path: Path) -> None:
    async with running(tmp_path) as rig:
        rig.model.reply_tool_call("price", {"item": "tea"}, namespace="shop", call_id="c1")
        rig.model.reply("5")
        await (await rig.codex.thread_start(tools=[price])).run("how much?")

        assert rig.model.requests[-1].tool_outputs["c1"] == "tea: 5"


async def test_two_tools_of_one_name_are_refused_before_anything_is_sent(tmp_path: Path) -> None:
    async with running(tmp_path) as rig:
        sent = rig.codex.client.statistics().requests_sent
        with pytest.raises(InvalidArgumentError, match="two tools called 'weather'"):
            await rig.codex.thread_start(tools=[weather, weather])
        assert rig.codex.client.statistics().requests_sent == sent


@pytest.mark.requirement("tool/resumed")
@pytest.mark.parametrize("again", [True, False])
async def test_a_resumed_thread_needs_its_tools_again_and_says_so(
    tmp_path: Path, caplog: pytest.LogCaptureFixture, again: bool
) -> None:
    from trio_codex import AsyncCodex

    async with running(tmp_path) as rig:
        rig.model.reply("hello")
        thread = await rig.codex.thread_start(tools=[plain])
        await thread.run("hi")
        await rig.codex.aclose()
        rig.model.reply_tool_call("plain", {"number": 1}, call_id="c1")
        rig.model.reply("done")
        async with AsyncCodex(rig.config) as codex:
            resumed = await codex.thread_resume(thread.id, tools=[plain] if again else None)
            result = await resumed.run("go")
            output = rig.model.requests[-1].tool_outputs["c1"]

    assert result.final_response == "done"
    if again:
        assert output == "2"
        assert declined(caplog.records) == []
        return
    assert "not available" in output
    (record,) = declined(caplog.records)
    assert "give them with tools= when the thread is resumed" in record.getMessage()
    assert vars(record)["codex_item_id"] == "c1"


@pytest.mark.requirement("tool/structured-answer")
async def test_a_tool_the_thread_lacks_goes_to_the_tool_call_handler(tmp_path: Path) -> None:
    calls: list[str] = []

    async def answer(
        params: protocol.DynamicToolCallParams,
    ) -> protocol.DynamicToolCallResponse:
        await trio.lowlevel.checkpoint()
        calls.append(params.tool)
        text = protocol.InputTextDynamicToolCallOutputContentItem(text="from the handler")
        return protocol.DynamicToolCallResponse(content_items=[text], success=True)

    async with running(tmp_path, ServerRequestHandlers(tool_call=answer)) as rig:
        thread = await rig.codex.thread_start(tools=[plain, price])
        # What the server knows of the thread stays; what answers here does not.
        rig.codex.client._handler_table._toolsets[thread.id]._tools.pop(("shop", "price"))
        rig.model.reply_tool_call("plain", {"number": 1}, call_id="c1")
        rig.model.reply_tool_call("price", {"item": "tea"}, namespace="shop", call_id="c2")
        rig.model.reply("done")
        await thread.run("go")

        outputs = rig.model.requests[-1].tool_outputs
    assert outputs == {"c1": "2", "c2": "from the handler"}
    assert calls == ["price"]


async def test_an_interrupt_cancels_a_running_tool(tmp_path: Path) -> None:
    entered, cancelled = trio.Event(), trio.Event()

    @tool
    async def wait() -> str:
        """Waits."""
        entered.set()
        try:
            await trio.sleep_forever()
        finally:
            cancelled.set()
        return "never"

    async with running(tmp_path) as rig:
        rig.model.reply_tool_call("wait", {})
        turn = await (await rig.codex.thread_start(tools=[wait])).turn("go")
        await entered.wait()
        await turn.interrupt()
        assert (await turn.run()).status == "interrupted"
        await cancelled.wait()


async def test_a_tool_may_use_the_client(tmp_path: Path) -> None:
    async with running(tmp_path) as rig:

        @tool
        async def ask(question: str) -> str:
            """Asks another thread."""
            helper = await rig.codex.thread_start()
            return (await helper.run(question)).final_response or ""

        rig.model.reply_tool_call("ask", {"question": "what is it?"}, call_id="c1")
        rig.model.reply("42", when=lambda request: request.last_user_text == "what is it?")
        rig.model.reply("done")
        await (await rig.codex.thread_start(tools=[ask])).run("go")

        assert rig.model.requests[-1].tool_outputs["c1"] == "42"
