"""Options that the connected runtime is too old for: refused by name, and nothing is sent."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from typing import Any, Literal

import pytest
import trio
import trio.testing

from trio_codex import (
    AppServerConfig,
    AsyncCodex,
    AsyncThread,
    Codex,
    ExternalMessage,
    RuntimeVersionError,
    tool,
)
from trio_codex._version import RUNTIME_VERSION
from trio_codex.protocol import ThreadListParams, TurnStartParams, TurnToolOutput
from trio_codex.testing import FakeAppServer

SECONDS = 10.0
EXTERNAL = ExternalMessage("mail", "the content")

Ask = Callable[[AsyncCodex, AsyncThread], Awaitable[object]]


@tool
async def lookup(key: str) -> str:
    """Looks something up.

    Args:
        key: what.
    """
    return key


@asynccontextmanager
async def connected(
    version: str | None, policy: Literal["warn", "ignore"] = "warn"
) -> AsyncIterator[tuple[FakeAppServer, AsyncCodex, AsyncThread]]:
    """A client of a fake server that reports a version, and a thread of it."""
    fake = FakeAppServer(version=version or "unknown")
    config = AppServerConfig(version_policy=policy)
    with trio.fail_after(SECONDS):
        async with AsyncCodex(config, transport=fake.transport) as codex:
            yield fake, codex, await codex.thread_start()


async def stream(thread: AsyncThread) -> None:
    async with thread.stream_text(EXTERNAL) as text:
        async for _ in text:
            pass


async def steer(codex: AsyncCodex, thread: AsyncThread) -> None:
    params: Any = {"threadId": thread.id, "expectedTurnId": "u", "input": [{"type": "localAudio"}]}
    params["input"][0]["path"] = "/a.wav"
    await codex.request("turn/steer", params)


# What is asked -> what the error names, and the version it needs. The runtime is 0.144.4.
ASKED: dict[str, tuple[Ask, str, str]] = {
    "run(ExternalMessage)": (
        lambda _, thread: thread.run(EXTERNAL),
        "turn/start: $.toolOutput (ExternalMessage)",
        "0.153.4",
    ),
    "turn(ExternalMessage)": (
        lambda _, thread: thread.turn(EXTERNAL),
        "turn/start: $.toolOutput (ExternalMessage)",
        "0.153.4",
    ),
    "stream_text(ExternalMessage)": (
        lambda _, thread: stream(thread),
        "turn/start: $.toolOutput (ExternalMessage)",
        "0.153.4",
    ),
    "run(source=)": (
        lambda _, thread: thread.run("hi", source="cron"),
        "turn/start: $.turnTrigger (source)",
        "0.153.4",
    ),
    "run(turn_service_tier=)": (
        lambda _, thread: thread.run("hi", turn_service_tier="flex"),
        "turn/start: $.serviceTierForTurn (turn_service_tier)",
        "0.153.4",
    ),
    "run(disabled_plugin_ids=[])": (
        lambda _, thread: thread.run("hi", disabled_plugin_ids=[]),
        "turn/start: $.disabledPluginIds (disabled_plugin_ids)",
        "0.156.0",
    ),
    "thread_start(project_id=), experimental": (
        lambda codex, _: codex.thread_start(project_id="p"),
        "thread/start: $.projectId (project_id)",
        "0.149.0",
    ),
    "thread_start(daybreak_enabled=False)": (
        lambda codex, _: codex.thread_start(daybreak_enabled=False),
        "thread/start: $.daybreakEnabled (daybreak_enabled)",
        "0.156.0",
    ),
    "thread_start(environments=), nested": (
        lambda codex, _: codex.thread_start(
            environments=[{"environmentId": "e", "cwd": "/", "runtimeWorkspaceRoots": ["/"]}]  # type: ignore[list-item]
        ),
        "thread/start: $.environments[0].runtimeWorkspaceRoots",
        "0.147.0",
    ),
    "thread_fork(before_turn_id=)": (
        lambda codex, thread: codex.thread_fork(thread.id, before_turn_id="u"),
        "thread/fork: $.beforeTurnId (before_turn_id)",
        "0.147.0",
    ),
    "thread_list(sort_key=), enum value": (
        lambda codex, _: codex.thread_list(sort_key="section_position"),
        'thread/list: $.sortKey (sort_key) = "section_position"',
        "0.147.0",
    ),
    "request(typed params)": (
        lambda codex, thread: codex.request(
            "turn/start",
            TurnStartParams(
                input=[], thread_id=thread.id, tool_output=TurnToolOutput(name="n", output="o")
            ),
        ),
        "turn/start: $.toolOutput (ExternalMessage)",
        "0.153.4",
    ),
    "request(mapping)": (
        lambda codex, _: codex.request("thread/list", {"originators": ["me"]}),
        "thread/list: $.originators",
        "0.154.0",
    ),
    "request(method)": (
        lambda codex, thread: codex.request("thread/queue/list", {"threadId": thread.id}),
        "thread/queue/list",
        "0.149.0",
    ),
    "client.call": (
        lambda codex, _: codex.client.call("thread/list", {"originators": ["me"], "odd": 1}),
        "thread/list: $.originators",
        "0.154.0",
    ),
    "items(), whose results had another shape": (
        lambda _, thread: anext(aiter(thread.items())),
        "thread/items/list",
        "0.147.0",
    ),
    "steer(variant of the input)": (
        steer,
        'turn/steer: $.input[0].type = "localAudio"',
        "0.147.0",
    ),
}


@pytest.mark.filterwarnings("ignore:the runtime is version:RuntimeWarning")
@pytest.mark.parametrize(("ask", "named", "needed"), ASKED.values(), ids=ASKED)
async def test_it_is_refused_by_its_name_and_nothing_is_sent(
    ask: Ask, named: str, needed: str
) -> None:
    async with connected("0.144.4") as (fake, codex, thread):
        sent = len(fake.received)
        with pytest.raises(RuntimeVersionError) as caught:
            await ask(codex, thread)
        assert str(caught.value).startswith(
            f"{named} needs runtime {needed} or newer; "
            "the connected runtime is version 0.144.4 and would"
        )
        assert 'AppServerConfig(version_policy="ignore")' in str(caught.value)
        assert (caught.value.needed, caught.value.actual) == (needed, "0.144.4")
        assert caught.value.expected == RUNTIME_VERSION
        await trio.testing.wait_all_tasks_blocked()
        assert len(fake.received) == sent
        assert codex.statistics().turns_starting == codex.statistics().turns == 0


@pytest.mark.filterwarnings("ignore:the runtime is version:RuntimeWarning")
async def test_tools_and_a_schema_are_refused_where_they_are_unknown() -> None:
    async with connected("0.136.0") as (fake, codex, _):
        sent = len(fake.received)
        with pytest.raises(RuntimeVersionError, match=r"dynamicTools\[0\]\.type \(tools\) = "):
            await codex.thread_start(tools=[lookup])
        assert len(fake.received) == sent
    async with connected("0.144.4") as (fake, codex, _):
        thread = await codex.thread_start(tools=[lookup])
        turn = await thread.turn("hi", output_schema={"type": "object", "toolOutput": {}})
        (await fake.expect_turn()).completed()
        await turn.run()


@pytest.mark.filterwarnings("ignore:the runtime is version:RuntimeWarning")
async def test_what_the_runtime_knows_is_sent_and_none_asks_for_nothing() -> None:
    async with connected("0.153.4") as (fake, codex, thread):
        turn = await thread.turn(EXTERNAL, source="cron", disabled_plugin_ids=None)
        (await fake.expect_turn()).completed()
        await turn.run()
        await codex.request("thread/list", {"originators": None})
        await codex.request("thread/list", ThreadListParams(limit=1, originators=None))
        assert fake.methods.count("thread/list") == 2


@pytest.mark.filterwarnings("ignore:the runtime is version:RuntimeWarning")
@pytest.mark.parametrize("version", [None, "0.0.0", "0.100.0"])
async def test_an_unknown_version_counts_as_the_oldest(version: str | None) -> None:
    async with connected(version) as (_, _, thread):
        reported = f"is version {version}" if version else "reported no version"
        with pytest.raises(RuntimeVersionError, match=f"the connected runtime {reported} and"):
            await thread.run("hi", additional_context={})
        with pytest.raises(RuntimeVersionError) as caught:
            await thread.run(EXTERNAL)
        assert caught.value.needed == "0.153.4"


@pytest.mark.parametrize(
    ("version", "policy"), [("0.144.4", "ignore"), (None, "ignore"), (RUNTIME_VERSION, "warn")]
)
async def test_the_pinned_version_and_the_ignore_policy_check_nothing(
    version: str | None, policy: Literal["warn", "ignore"]
) -> None:
    async with connected(version, policy) as (fake, _, thread):
        turn = await thread.turn(EXTERNAL)
        (await fake.expect_turn()).completed()
        await turn.run()
        (started,) = [one for one in fake.received if one.get("method") == "turn/start"]
        assert started["params"]["toolOutput"] == {"name": "mail", "output": "the content"}


@pytest.mark.filterwarnings("ignore:the runtime is version:RuntimeWarning")
async def test_a_newer_runtime_and_an_unknown_method_are_not_held_up() -> None:
    async with connected("9.8.7") as (fake, codex, thread):
        turn = await thread.turn(EXTERNAL)
        (await fake.expect_turn()).completed()
        await turn.run()
        fake.answer("of/tomorrow", lambda request: fake.reply(request, {"a": 1}))
        assert await codex.request("of/tomorrow", {"toolOutput": 1}) == {"a": 1}


def test_the_table_is_not_loaded_for_the_pinned_runtime() -> None:
    program = """
import sys, trio
from trio_codex import AsyncCodex
from trio_codex.testing import FakeAppServer
async def main():
    fake = FakeAppServer()
    async with AsyncCodex(transport=fake.transport) as codex:
        await codex.thread_start(project_id="p")
        print([name for name in sys.modules if name.endswith(("_since", "version_check"))])
trio.run(main)
"""
    command = [sys.executable, "-c", program]
    done = subprocess.run(command, capture_output=True, text=True, check=True, timeout=60)
    assert done.stdout == "[]\n"


# Answers `initialize` and ends when it is sent anything after `initialized`.
OLD_CHILD = """
import json, sys
sys.stdin.readline()
result = {"userAgent": "trio_codex/0.149.0 (Test 1; x86_64) python", "codexHome": "/",
          "platformFamily": "unix", "platformOs": "linux"}
print(json.dumps({"id": 1, "result": result}), flush=True)
sys.stdin.readline()
sys.exit(1 if sys.stdin.readline() else 0)
"""


def test_the_blocking_client_refuses_the_same() -> None:
    config = AppServerConfig(launch_args_override=(sys.executable, "-c", OLD_CHILD))
    params: Any = {"threadId": "t", "input": [], "toolOutput": {"name": "n", "output": "o"}}
    with pytest.warns(RuntimeWarning, match=r"is version 0\.149\.0"):
        codex = Codex(config)
    with codex:
        for send in (codex.request, codex.client.call, codex.client.wire_params):
            with pytest.raises(RuntimeVersionError, match=r"ExternalMessage\) needs .* 0\.153\.4"):
                send("turn/start", params)
        assert codex.statistics().requests_in_flight == 0
