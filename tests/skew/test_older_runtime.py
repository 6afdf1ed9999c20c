"""The SDK with a runtime older than its pin: everyday use still works."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest
import trio

from schema.generator.history import version_key
from schema.generator.load import SCHEMA_DIR, flatten, load_contract, merge, read_bundle
from schema.generator.patches import optional_fields
from schema.generator.pin import read_runtime_bundles
from schema.generator.places import param_places
from schema.generator.replies import compare_replies
from schema.generator.update import compare
from trio_codex import (
    ApprovalMode,
    AppServerConfig,
    AsyncCodex,
    ExternalMessage,
    Notification,
    RuntimeVersionError,
    Sandbox,
    TextInput,
    tool,
)
from trio_codex._version import RUNTIME_VERSION
from trio_codex.protocol import METHODS, WireModel
from trio_codex.testing import ModelServer, isolated_config
from trio_codex.types import TurnStatus

# The policy of all these clients is the default one: what everyday use sends is checked.
pytestmark = pytest.mark.filterwarnings("ignore:the runtime is version:RuntimeWarning")
SECONDS = 60.0


@pytest.mark.requirement("compatibility/older-runtimes")
async def test_the_handshake_warns_of_the_version(
    model: ModelServer, tmp_path: Path, version: str
) -> None:
    config = isolated_config(model, home=tmp_path)
    with trio.fail_after(SECONDS):
        with pytest.warns(RuntimeWarning, match=f"is version {version} but .* {RUNTIME_VERSION}"):
            async with AsyncCodex(config) as client:
                assert client.metadata.server_version == version != RUNTIME_VERSION


async def test_the_exact_policy_refuses_it(
    model: ModelServer, tmp_path: Path, version: str
) -> None:
    with trio.fail_after(SECONDS):
        config = isolated_config(model, home=tmp_path, version_policy="exact")
        with pytest.raises(RuntimeVersionError, match=version):
            async with AsyncCodex(config):
                raise AssertionError("it was not refused")


@pytest.mark.requirement("compatibility/older-runtimes")
async def test_the_quickstart_runs(model: ModelServer, config: AppServerConfig) -> None:
    model.reply("A small project.")
    with trio.fail_after(SECONDS):
        async with AsyncCodex(config) as codex:
            thread = await codex.thread_start()
            result = await thread.run("Describe this project.")
    assert result.final_response == "A small project."
    assert result.status == TurnStatus.COMPLETED


async def test_a_stream_is_decoded_to_the_last_event(
    model: ModelServer, config: AppServerConfig
) -> None:
    model.reply_deltas(["one ", "two"])
    events: list[Notification] = []
    with trio.fail_after(SECONDS):
        async with AsyncCodex(config) as codex:
            thread = await codex.thread_start()
            async with await thread.turn("Count.") as turn:
                events = [event async for event in turn.stream()]
    assert events[-1].method == "turn/completed"
    assert all(isinstance(event.payload, WireModel) for event in events)
    deltas = [event.params for event in events if event.method == "item/agentMessage/delta"]
    assert [params["delta"] for params in deltas if isinstance(params, dict)] == ["one ", "two"]


@pytest.mark.requirement("compatibility/older-runtimes")
async def test_an_interrupt_ends_the_turn(model: ModelServer, config: AppServerConfig) -> None:
    model.reply_deltas(["half", "whole"], gate=model.gate(), hold_after=1)
    with trio.fail_after(SECONDS):
        async with AsyncCodex(config) as codex:
            thread = await codex.thread_start()
            turn = await thread.turn("Go on for ever.")
            async for event in turn.stream():
                if event.method == "item/agentMessage/delta":
                    break
            await turn.interrupt()
            result = await turn.run()
    assert result.status == TurnStatus.INTERRUPTED


async def test_threads_and_models_are_listed(model: ModelServer, config: AppServerConfig) -> None:
    model.reply("Done.")
    with trio.fail_after(SECONDS):
        async with AsyncCodex(config) as codex:
            thread = await codex.thread_start()
            await thread.run("Do it.")
            page = await codex.thread_list()
            assert [found.id for found in page.data] == [thread.id]
            assert [turn.status async for turn in thread.turns()] == [TurnStatus.COMPLETED]
            assert (await codex.models()).data


async def test_a_thread_is_read_resumed_forked_and_archived(
    model: ModelServer, config: AppServerConfig
) -> None:
    for text in ("One.", "Two.", "Three."):
        model.reply(text)
    with trio.fail_after(SECONDS):
        async with AsyncCodex(config) as codex:
            thread = await codex.thread_start(developer_instructions="Be short.")
            await thread.run("First.")
            await thread.set_name("a name")
            assert (await thread.read(include_turns=True)).thread.name == "a name"
            fork = await codex.thread_fork(thread.id)
            assert (await fork.run("Second.")).final_response == "Two."
        async with AsyncCodex(config) as codex:
            thread = await codex.thread_resume(thread.id)
            assert (await thread.run("Third.")).final_response == "Three."
            assert {found.id async for found in codex.threads()} == {thread.id, fork.id}
            await codex.thread_archive(fork.id)
            assert (await codex.thread_unarchive(fork.id)).id == fork.id


async def test_common_options_are_taken(model: ModelServer, config: AppServerConfig) -> None:
    model.reply('{"value": [1, 2]}')
    with trio.fail_after(SECONDS):
        async with AsyncCodex(config) as codex:
            thread = await codex.thread_start(
                cwd="/",
                sandbox=Sandbox.READ_ONLY,
                approval_mode=ApprovalMode.DENY_ALL,
                base_instructions="Be short.",
                config={"model_reasoning_effort": "low"},
                ephemeral=True,
            )
            result = await thread.run(
                ["Count", TextInput("to two.")],
                output_type=list[int],
                effort="low",
                summary="concise",
                sandbox=Sandbox.READ_ONLY,
                approval_mode=ApprovalMode.DENY_ALL,
            )
    assert result.output == [1, 2]
    assert model.requests[-1].output_schema is not None


async def test_a_turn_that_is_left_is_interrupted(
    model: ModelServer, config: AppServerConfig
) -> None:
    model.reply_deltas(["half", "whole"], gate=model.gate(), hold_after=1)
    with trio.fail_after(SECONDS):
        async with AsyncCodex(config) as codex:
            thread = await codex.thread_start()
            async with thread.stream_text("Go on.") as stream:
                async for _ in stream:
                    break
            [turn] = [turn async for turn in thread.turns()]
            assert turn.status == TurnStatus.INTERRUPTED


async def test_a_tool_is_called(model: ModelServer, config: AppServerConfig) -> None:
    @tool
    async def double(number: int) -> int:
        """Doubles a number.

        Args:
            number: the number.
        """
        return number * 2

    model.reply_tool_call("double", {"number": 21})
    model.reply("It is 42.")
    with trio.fail_after(SECONDS):
        async with AsyncCodex(config) as codex:
            thread = await codex.thread_start(tools=[double])
            result = await thread.run("Double 21.")
    assert result.final_response == "It is 42."
    assert [*model.requests[-1].tool_outputs.values()] == ["42"]


def test_every_required_field_is_in_what_this_runtime_sends(version: str, binary: str) -> None:
    experimental = flatten(json.loads(read_runtime_bundles(Path(binary))["experimental"]))
    history = load_contract(SCHEMA_DIR).history
    read = optional_fields(read_bundle("experimental"), history.optional)
    comparison = compare_replies(read, experimental)
    assert not [place for place, former in comparison.fields.items() if None in former]


@pytest.mark.requirement("compatibility/older-runtimes")
def test_the_differences_are_listed(version: str, binary: str) -> None:
    stable, experimental = (
        flatten(json.loads(text)) for text in read_runtime_bundles(Path(binary)).values()
    )
    changes = compare(merge(version, stable, experimental), load_contract(SCHEMA_DIR))
    # Nobody reads a page that nobody asked for; `-s` or a failure shows it as well.
    print(f"from {version} to {RUNTIME_VERSION}\n{changes}")
    page = os.environ.get("TRIO_CODEX_SKEW_PAGE")
    if page:
        Path(page).write_text(f"{changes}\n", encoding="utf-8")
    assert not set(changes.methods["added"]) - METHODS.keys()
    everyday = {"initialize", "thread/start", "thread/resume", "thread/list", "turn/start"}
    everyday |= {"turn/interrupt", "turn/steer", "turn/started", "turn/completed"}
    everyday |= {"item/started", "item/completed", "item/agentMessage/delta"}
    assert not everyday & {*changes.methods["added"], *changes.methods["removed"]}


async def test_an_external_message_reaches_the_model_or_is_refused(
    model: ModelServer, config: AppServerConfig, version: str
) -> None:
    model.reply("Noted.")
    message = ExternalMessage("mail", "the content of a mail")
    async with AsyncCodex(config) as codex:
        thread = await codex.thread_start()
        with trio.fail_after(SECONDS):
            if version_key(version) >= version_key("0.153.4"):
                await thread.run(message)
                assert "the content of a mail" in str(model.requests[-1].input)
                return
            with pytest.raises(
                RuntimeVersionError, match=r"\(ExternalMessage\) needs .* 0\.153\.4"
            ):
                await thread.run(message)
    assert model.requests == []


def test_the_version_check_agrees_with_the_schema_of_this_runtime(
    version: str, binary: str
) -> None:
    experimental = flatten(json.loads(read_runtime_bundles(Path(binary))["experimental"]))
    has = param_places(experimental)
    contract = load_contract(SCHEMA_DIR)
    newer = {
        since for since in contract.history.versions if version_key(since) > version_key(version)
    }
    for method, places in param_places(read_bundle("experimental")).items():
        known = contract.history.params.get(method, {})
        if method not in has:
            assert contract.history.methods[method] in newer
        elif contract.history.methods.get(method) not in newer:
            missing = {path for path in places.known if not has[method].allow(path)}
            assert missing == {path for path, since in known.items() if since in newer}
