"""What the real runtime makes of the model server's scripted replies."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

import pytest
import trio

from tests.testing._driver import driven
from trio_codex.testing import ModelServer, Reply, TokenUsage, isolated_config
from trio_codex.testing.model_server import items as model_items

if TYPE_CHECKING:
    from pathlib import Path

    from trio_codex import AppServerConfig
    from trio_codex.protocol import JsonValue
    from trio_codex.testing import ModelRequest

PATCH = "*** Begin Patch\n*** Add File: note.txt\n+hello\n*** End Patch"


@pytest.mark.requirement("testing/model")
async def test_a_reply_is_streamed_in_the_given_pieces(
    model: ModelServer, config: AppServerConfig
) -> None:
    model.reply_deltas(["He", "llo", " world"])
    async with driven(config) as codex:
        turn = await codex.run(await codex.start_thread(), "hi")

    assert [event["delta"] for event in codex.events("item/agentMessage/delta")] == [
        "He",
        "llo",
        " world",
    ]
    assert turn["status"] == "completed"
    assert [item["text"] for item in turn["items"]] == ["Hello world"]


async def test_a_text_is_streamed_word_by_word(model: ModelServer, config: AppServerConfig) -> None:
    model.reply("one  two\nthree")
    async with driven(config) as codex:
        await codex.run(await codex.start_thread(), "hi")

    deltas = [event["delta"] for event in codex.events("item/agentMessage/delta")]
    assert deltas == ["one  ", "two\n", "three"]


async def test_a_request_says_what_the_runtime_asked(
    model: ModelServer, config: AppServerConfig
) -> None:
    schema = {"type": "object", "properties": {"x": {"type": "string"}}}
    model.reply("ok")
    async with driven(config) as codex:
        thread = await codex.start_thread(developerInstructions="Speak like a pirate")
        await codex.run(thread, "what is it?", outputSchema=schema)

    (request,) = model.requests
    assert request.path == "/v1/responses"
    assert request.model == "mock-model"
    assert request.last_user_text == "what is it?"
    assert request.output_schema == schema
    assert "Speak like a pirate" in request.instructions
    assert "exec_command" in request.tools
    assert request.thread_id == thread
    assert request.bearer is None
    assert request.answered.is_set()
    assert not request.disconnected.is_set()


async def test_messages_carry_their_phase(model: ModelServer, config: AppServerConfig) -> None:
    model.reply_items(
        model_items.message("thinking aloud", phase="commentary"),
        model_items.message("the answer", phase="final_answer"),
    )
    async with driven(config) as codex:
        turn = await codex.start_turn(await codex.start_thread(), "hi")
        done = await codex.end_of_turn(turn)

    messages = [item for item in codex.items(turn) if item["type"] == "agentMessage"]
    assert [(item["text"], item["phase"]) for item in messages] == [
        ("thinking aloud", "commentary"),
        ("the answer", "final_answer"),
    ]
    assert [item["text"] for item in done["items"]] == ["the answer"]


async def test_reasoning_is_streamed_as_summary_parts(
    model: ModelServer, config: AppServerConfig
) -> None:
    model.reply_items(
        model_items.reasoning(["First ", "part"], "Second part"), model_items.message("done")
    )
    async with driven(config) as codex:
        turn = await codex.start_turn(await codex.start_thread(), "hi")
        await codex.end_of_turn(turn)

    deltas = codex.events("item/reasoning/summaryTextDelta")
    assert [(event["summaryIndex"], event["delta"]) for event in deltas] == [
        (0, "First "),
        (0, "part"),
        (1, "Second part"),
    ]
    (item,) = [item for item in codex.items(turn) if item["type"] == "reasoning"]
    assert item["summary"] == ["First part", "Second part"]


async def test_the_usage_is_reported_per_server_and_per_reply(tmp_path: Path) -> None:
    async with ModelServer(usage=TokenUsage(input_tokens=7, output_tokens=3)) as model:
        model.reply("first")
        model.reply("second", usage=TokenUsage(input_tokens=20, cached_input_tokens=5))
        async with driven(isolated_config(model, home=tmp_path)) as codex:
            thread = await codex.start_thread()
            await codex.run(thread, "one")
            await codex.run(thread, "two")

    first, second = codex.events("thread/tokenUsage/updated")
    assert first["tokenUsage"]["last"]["totalTokens"] == 10
    assert second["tokenUsage"]["last"]["inputTokens"] == 20
    assert second["tokenUsage"]["last"]["cachedInputTokens"] == 5


async def test_a_command_runs_and_its_output_comes_back(
    model: ModelServer, config: AppServerConfig
) -> None:
    model.reply_command("echo from the shell", call_id="c1")
    model.reply("done")
    async with driven(config) as codex:
        turn = await codex.start_turn(await codex.start_thread(), "run it")
        await codex.end_of_turn(turn)

    (item,) = [item for item in codex.items(turn) if item["type"] == "commandExecution"]
    assert item["status"] == "completed"
    assert "from the shell" in model.requests[1].tool_outputs["c1"]


async def test_an_escalated_command_asks_and_is_declined(
    model: ModelServer, config: AppServerConfig
) -> None:
    model.reply_command("touch made.txt", escalated=True, justification="to see", call_id="c1")
    model.reply("a pity")
    async with driven(config) as codex:
        turn = await codex.start_turn(await codex.start_thread(), "run it")
        asked = await codex.event("item/commandExecution/requestApproval")
        await codex.send({"id": asked["id"], "result": {"decision": "decline"}})
        await codex.end_of_turn(turn)

    assert asked["params"]["reason"] == "to see"
    assert "touch made.txt" in asked["params"]["command"]
    assert "rejected by user" in model.requests[1].tool_outputs["c1"]
    assert config.cwd is not None
    assert not (await trio.Path(config.cwd, "made.txt").exists())


async def test_a_patch_is_applied(model: ModelServer, config: AppServerConfig) -> None:
    model.reply_patch(PATCH, call_id="p1")
    model.reply("done")
    async with driven(config) as codex:
        thread = await codex.start_thread(sandbox="workspace-write")
        turn = await codex.start_turn(thread, "write it")
        await codex.end_of_turn(turn)

    (item,) = [item for item in codex.items(turn) if item["type"] == "fileChange"]
    assert item["status"] == "completed"
    assert config.cwd is not None
    assert await trio.Path(config.cwd, "note.txt").read_text() == "hello\n"


async def test_a_dynamic_tool_is_called_with_its_arguments(
    model: ModelServer, config: AppServerConfig
) -> None:
    lookup = {"type": "function", "name": "lookup", "description": "d", "inputSchema": {}}
    model.reply_tool_call("lookup", {"q": "abc"}, call_id="c1")
    model.reply("done")
    async with driven(config) as codex:
        thread = await codex.start_thread(dynamicTools=[lookup])
        turn = await codex.start_turn(thread, "look it up")
        asked = await codex.event("item/tool/call")
        answer = {"contentItems": [{"type": "inputText", "text": "found"}], "success": True}
        await codex.send({"id": asked["id"], "result": answer})
        await codex.end_of_turn(turn)

    assert asked["params"]["arguments"] == {"q": "abc"}
    assert "lookup" in model.requests[0].tools
    assert model.requests[1].tool_outputs == {"c1": "found"}


async def test_two_calls_in_one_response_both_run(
    model: ModelServer, config: AppServerConfig
) -> None:
    model.reply_items(
        model_items.command("echo one", call_id="c1"), model_items.command("echo two", call_id="c2")
    )
    model.reply("done")
    async with driven(config) as codex:
        await codex.run(await codex.start_thread(), "run both")

    outputs = model.requests[1].tool_outputs
    assert "one" in outputs["c1"]
    assert "two" in outputs["c2"]


async def test_a_callback_chooses_the_reply(model: ModelServer, config: AppServerConfig) -> None:
    @model.on_request
    def answer(request: ModelRequest) -> Reply | str | None:
        if "item" in request.last_user_text:
            return Reply(items=(model_items.message("from an item"),))
        return "from a text" if "text" in request.last_user_text else None

    model.reply("from the queue")
    async with driven(config) as codex:
        thread = await codex.start_thread()
        texts = [
            (await codex.run(thread, prompt))["items"][0]["text"]
            for prompt in ("an item", "a text", "neither")
        ]

    assert texts == ["from an item", "from a text", "from the queue"]
    assert model.queued == 0


async def test_a_reply_can_be_given_more_than_once(
    model: ModelServer, config: AppServerConfig
) -> None:
    model.reply("again", times=2)
    model.reply("last")
    assert model.queued == 3
    async with driven(config) as codex:
        thread = await codex.start_thread()
        texts = [(await codex.run(thread, "hi"))["items"][0]["text"] for _ in range(3)]

    assert texts == ["again", "again", "last"]


async def test_a_fault_of_a_callback_fails_the_turn_and_comes_out_of_the_block(
    tmp_path: Path,
) -> None:
    def broken(_: ModelRequest) -> str:
        raise LookupError("the callback is broken")

    with pytest.raises(LookupError, match="the callback is broken"):
        async with ModelServer() as model:
            model.on_request(broken)
            async with driven(isolated_config(model, home=tmp_path)) as codex:
                turn = await codex.run(await codex.start_thread(), "hi")
                assert turn["status"] == "failed"


def test_one_string_is_not_a_list_of_pieces() -> None:
    model = ModelServer()
    with pytest.raises(TypeError, match="list of pieces"):
        model.reply_deltas("Hello")


@pytest.mark.parametrize(("outcome", "made"), [("allow", True), ("deny", False)])
async def test_a_scripted_review_decides_an_escalation(
    model: ModelServer, config: AppServerConfig, outcome: Literal["allow", "deny"], made: bool
) -> None:
    model.reply_command("touch made.txt", escalated=True, justification="to see", call_id="c1")
    model.reply("done")
    model.reply_review(outcome, rationale="because")
    async with driven(config) as codex:
        thread = await codex.start_thread(approvalsReviewer="auto_review")
        turn = await codex.run(thread, "make it")

    (verdict,) = codex.events("item/autoApprovalReview/completed")
    assert verdict["review"]["rationale"] == "because"
    assert [request.is_review for request in model.requests] == [False, True, False]
    assert turn["items"][0]["text"] == "done"
    assert config.cwd is not None
    assert await trio.Path(config.cwd, "made.txt").exists() is made


async def test_a_review_nobody_scripted_is_denied_and_spends_no_reply(
    model: ModelServer, config: AppServerConfig
) -> None:
    model.reply_command("touch made.txt", escalated=True, justification="to see", call_id="c1")
    model.reply("a pity")
    async with driven(config) as codex:
        thread = await codex.start_thread(approvalsReviewer="auto_review")
        turn = await codex.run(thread, "make it")

    (verdict,) = codex.events("item/autoApprovalReview/completed")
    assert verdict["review"]["status"] == "denied"
    assert turn["items"][0]["text"] == "a pity"
    assert config.cwd is not None
    assert not (await trio.Path(config.cwd, "made.txt").exists())


async def test_the_short_forms_queue_what_they_say(
    model: ModelServer, config: AppServerConfig
) -> None:
    model.reply_reasoning(["think ", "hard"], "thought")
    model.reply_message("said", phase="final_answer")
    model.reply_custom_tool_call("apply_patch", PATCH, call_id="p1")
    model.queue(Reply(items=(model_items.message("queued"),), pace=0.001))
    async with driven(config) as codex:
        thread = await codex.start_thread(sandbox="workspace-write")
        texts = [(await codex.run(thread, "hi"))["items"][-1]["text"] for _ in range(3)]

    assert texts == ["thought", "said", "queued"]
    assert "Success" in model.requests[3].tool_outputs["p1"]
    assert codex.events("item/reasoning/summaryTextDelta")[1]["delta"] == "hard"


async def test_images_of_the_user_are_seen(model: ModelServer, config: AppServerConfig) -> None:
    pixel = (
        "data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJ"
        "AAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="
    )
    model.reply("seen")
    async with driven(config) as codex:
        thread = await codex.start_thread()
        content = [{"type": "image", "url": pixel}, {"type": "text", "text": "look"}]
        started = await codex.call("turn/start", {"threadId": thread, "input": content})
        await codex.end_of_turn(started["turn"]["id"])

    assert len(model.requests[0].image_urls()) == 1
    assert model.requests[0].image_urls()[0].startswith("data:image/")


async def test_an_item_of_any_kind_goes_out_as_it_is(
    model: ModelServer, config: AppServerConfig
) -> None:
    search: dict[str, JsonValue] = {"type": "web_search_call", "id": "ws1", "status": "completed"}
    action: JsonValue = {"type": "search", "query": "weather"}
    model.reply_items(model_items.raw({**search, "action": action}), model_items.message("sunny"))
    async with driven(config) as codex:
        turn = await codex.start_turn(await codex.start_thread(), "hi")
        await codex.end_of_turn(turn)

    (item,) = [item for item in codex.items(turn) if item["type"] == "webSearch"]
    assert item["query"] == "weather"


async def test_arguments_that_are_not_json_go_out_as_they_are(
    model: ModelServer, config: AppServerConfig
) -> None:
    model.reply_tool_call("exec_command", "{not json", call_id="c1")
    model.reply("done")
    async with driven(config) as codex:
        await codex.run(await codex.start_thread(), "hi")

    assert "failed to parse" in model.requests[1].tool_outputs["c1"]
