"""What a type checker is told of the asyncio API; mypy and pyright read this, nobody runs it."""

from __future__ import annotations

from contextlib import aclosing
from typing import assert_type

import attrs

from trio_codex import AppServerConfig, ServerRequestHandlers, TurnResult, tool
from trio_codex.aio import (
    AppServerClient,
    AsyncChatgptLoginHandle,
    AsyncCodex,
    AsyncDeviceCodeLoginHandle,
    AsyncNotificationStream,
    AsyncPages,
    AsyncTextStream,
    AsyncThread,
    AsyncTurnHandle,
    AsyncTurnStream,
    async_retry_on_overload,
)
from trio_codex.protocol import JsonValue, ModelListResponse, Thread, ThreadReadResponse, Turn
from trio_codex.types import (
    AwaitableScope,
    CommandExecutionRequestApprovalParams,
    ConnectionStatistics,
    Decision,
    ItemCompletedNotification,
    ServerMetadata,
    TurnCompletedNotification,
    TypedNotification,
)


@attrs.frozen
class Weather:
    """An output type."""

    place: str


async def decide(request: CommandExecutionRequestApprovalParams) -> Decision:
    return Decision.ACCEPT


@tool
async def weather(place: str) -> str:
    """Tells the weather."""
    return place


async def opening() -> None:
    handlers = ServerRequestHandlers(command_execution=decide)
    async with AsyncCodex(AppServerConfig(), handlers=handlers) as codex:
        assert_type(codex, AsyncCodex)
        assert_type(codex.metadata, ServerMetadata)
        assert_type(codex.client, AppServerClient)
        assert_type(codex.statistics(), ConnectionStatistics)
        assert_type(codex.notifications("account/updated"), AsyncNotificationStream)
        assert_type(AsyncCodex.connect("unix://"), AsyncCodex)


async def threads(codex: AsyncCodex) -> None:
    assert_type(await codex.thread_start(tools=[weather]), AsyncThread)
    async with codex.thread_resume("id") as resumed:
        assert_type(resumed, AsyncThread)
        assert_type(await resumed.read(), ThreadReadResponse)
        assert_type(resumed.turns(), AsyncPages[Turn])
        assert_type(await resumed.current_turn(), AsyncTurnHandle[None] | None)
    async for thread in codex.threads():
        assert_type(thread.info, Thread)
        assert_type(await thread.resume(), AsyncThread)
    assert_type(await codex.models(), ModelListResponse)
    assert_type(await codex.request("model/list", {}), ModelListResponse)
    assert_type(await codex.client.call("model/list"), JsonValue)
    assert_type(await async_retry_on_overload(codex.models), ModelListResponse)


async def turns(thread: AsyncThread) -> None:
    assert_type(await thread.run("Go."), TurnResult[None])
    assert_type((await thread.run("Go.", output_type=Weather)).output, Weather)
    call: AwaitableScope[AsyncTurnHandle[Weather]] = thread.turn("Go.", output_type=Weather)
    assert_type(await call, AsyncTurnHandle[Weather])
    async with thread.turn("Go.", output_type=Weather) as turn:
        assert_type(turn, AsyncTurnHandle[Weather])
        async with aclosing(turn.stream()) as events:
            assert_type(events, AsyncTurnStream)
        async for event in turn.stream(idle_timeout=3):
            assert_type(event, TypedNotification)
            if event.method == "item/completed":
                assert_type(event.payload, ItemCompletedNotification)
            elif event.method == "turn/completed":
                assert_type(event.payload, TurnCompletedNotification)
        assert_type((await turn.run()).output, Weather)
    async with thread.stream_text("Go.") as stream:
        assert_type(stream, AsyncTextStream)
        async for text in stream:
            assert_type(text, str)


async def logins(codex: AsyncCodex) -> None:
    assert_type(await codex.login_chatgpt(), AsyncChatgptLoginHandle)
    async with await codex.login_chatgpt_device_code() as device:
        assert_type(device, AsyncDeviceCodeLoginHandle)
