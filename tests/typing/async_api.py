"""What a type checker is told of the async API; mypy and pyright read this, nobody runs it."""

from __future__ import annotations

from contextlib import aclosing
from typing import assert_never, assert_type

import attrs
import trio

from trio_codex import (
    ApprovalMode,
    AppServerConfig,
    AsyncChatgptLoginHandle,
    AsyncCodex,
    AsyncDeviceCodeLoginHandle,
    AsyncReviewHandle,
    AsyncThread,
    AsyncTurnHandle,
    Input,
    Notification,
    ReviewResult,
    RunInput,
    Sandbox,
    TurnFailedError,
    TurnResult,
    async_retry_on_overload,
    is_retryable_error,
    retry_on_overload,
)
from trio_codex.client import AppServerClient
from trio_codex.protocol import (
    AccountLoginCompletedNotification,
    CancelLoginAccountResponse,
    GetAccountResponse,
    JsonValue,
    ModelListResponse,
    Thread,
    ThreadGoal,
    ThreadItemEntry,
    ThreadListResponse,
    ThreadReadResponse,
    Turn,
    TurnSteerResponse,
)
from trio_codex.types import (
    AsyncNotificationStream,
    AsyncPages,
    AsyncStoredThread,
    AsyncTextStream,
    AsyncTurnStream,
    AwaitableScope,
    ConnectionStatistics,
    ItemCompletedNotification,
    NotificationPayload,
    ServerMetadata,
    TurnCompletedNotification,
    TypedNotification,
)


@attrs.frozen
class Weather:
    """An output type."""

    place: str


async def opening() -> None:
    async with AsyncCodex() as codex:
        assert_type(codex, AsyncCodex)
        assert_type(codex.metadata, ServerMetadata)
        assert_type(codex.metadata.server_version, str | None)
        assert_type(codex.client, AppServerClient)
        assert_type(codex.statistics(), ConnectionStatistics)
        assert_type(codex.notifications("account/updated"), AsyncNotificationStream)
    async with AppServerClient(AppServerConfig(max_in_flight=8)) as client:
        assert_type(client, AppServerClient)


async def serving(nursery: trio.Nursery) -> None:
    codex: AsyncCodex = await nursery.start(AsyncCodex().serve)
    await codex.aclose()


async def threads(codex: AsyncCodex) -> None:
    started = await codex.thread_start(
        sandbox=Sandbox.READ_ONLY, approval_mode=ApprovalMode.DENY_ALL, config={"a": [1, None]}
    )
    assert_type(started, AsyncThread)
    assert_type(await codex.thread_resume("id"), AsyncThread)
    assert_type(await codex.thread_fork("id", last_turn_id="t"), AsyncThread)
    assert_type(await codex.thread_unarchive("id"), AsyncThread)
    async with codex.thread_start() as entered:
        assert_type(entered, AsyncThread)
    async with codex.thread_resume("id") as resumed, codex.thread_fork("id") as fork:
        assert_type(resumed, AsyncThread)
        assert_type(fork, AsyncThread)
    await started.aclose()
    assert_type(await codex.thread_list(limit=2), ThreadListResponse)
    assert_type(codex.threads(archived=True), AsyncPages[AsyncStoredThread])
    async for thread in codex.threads():
        assert_type(thread.info, Thread)
        assert_type(await thread.resume(), AsyncThread)
    assert_type(await codex.models(include_hidden=True), ModelListResponse)


async def turns(thread: AsyncThread, said: RunInput, more: Input) -> None:
    assert_type(thread.id, str)
    assert_type(await thread.run("Go."), TurnResult[None])
    assert_type((await thread.run(said)).output, None)
    assert_type(await thread.run("Go.", output_type=Weather), TurnResult[Weather])
    assert_type((await thread.run("Go.", output_type=Weather)).output, Weather)
    assert_type((await thread.run("Go.", output_type=list[int])).output, list[int])
    assert_type((await thread.run("Go.", output_type=int | None)).output, int | None)
    assert_type((await thread.run("Go.", output_type=Weather | None)).output, Weather | None)
    turn = await thread.turn(["Go.", "On."])
    assert_type(turn, AsyncTurnHandle[None])
    assert_type(await turn.run(), TurnResult[None])
    typed = await thread.turn("Go.", output_type=Weather)
    assert_type(typed, AsyncTurnHandle[Weather])
    async with typed as same:
        assert_type(same, AsyncTurnHandle[Weather])
        async for event in same.stream(idle_timeout=3):
            assert_type(event, TypedNotification)
            if event.method == "item/completed":
                assert_type(event.payload, ItemCompletedNotification)
            elif event.method == "turn/completed":
                assert_type(event.payload, TurnCompletedNotification)
            any_notification(event)
            assert_type(event.emitted_at, float | None)
            assert_type(event.params, JsonValue)
        assert_type(await same.steer(more), TurnSteerResponse)
        assert_type((await same.run()).output, Weather)
    async with thread.turn("Go.") as entered:
        assert_type(entered, AsyncTurnHandle[None])
    async with thread.turn("Go.", output_type=Weather) as weather:
        assert_type(weather, AsyncTurnHandle[Weather])
        assert_type((await weather.run()).output, Weather)
    call: AwaitableScope[AsyncTurnHandle[Weather]] = thread.turn("Go.", output_type=Weather)
    assert_type(await call, AsyncTurnHandle[Weather])
    async for text in thread.stream_text("Go."):
        assert_type(text, str)


async def streams(thread: AsyncThread, codex: AsyncCodex, turn: AsyncTurnHandle) -> None:
    async with thread.stream_text("Go.") as stream:
        assert_type(stream, AsyncTextStream)
        async for text in stream:
            assert_type(text, str)
        await stream.aclose()
    async with aclosing(turn.stream()) as events:
        assert_type(events, AsyncTurnStream)
    async with codex.notifications() as subscription:
        assert_type(subscription, AsyncNotificationStream)
        await subscription.aclose()
    async with thread.compact() as compaction:
        assert_type(compaction, AsyncTurnHandle[None])
    async with thread.review() as review:
        assert_type(review, AsyncReviewHandle)


def any_notification(event: Notification) -> None:
    assert_type(event.method, str)
    assert_type(event.payload, NotificationPayload)


async def records(thread: AsyncThread) -> None:
    assert_type(await thread.read(include_turns=True), ThreadReadResponse)
    assert_type(thread.turns(limit=2), AsyncPages[Turn])
    assert_type(thread.items(), AsyncPages[ThreadItemEntry])
    async for entry in thread.items():
        assert_type(entry, ThreadItemEntry)
    assert_type(await thread.compact(), AsyncTurnHandle[None])
    assert_type(await thread.review("Look."), AsyncReviewHandle)
    assert_type(await (await thread.review()).run(), ReviewResult)
    assert_type(await thread.goal(), ThreadGoal | None)
    assert_type(await thread.clear_goal(), bool)


async def logins(codex: AsyncCodex) -> None:
    browser = await codex.login_chatgpt()
    device = await codex.login_chatgpt_device_code()
    assert_type(browser, AsyncChatgptLoginHandle)
    assert_type(device, AsyncDeviceCodeLoginHandle)
    assert_type(browser.auth_url, str)
    assert_type((device.verification_url, device.user_code), tuple[str, str])
    async with browser as same:
        assert_type(same, AsyncChatgptLoginHandle)
    assert_type(await browser.wait(), AccountLoginCompletedNotification)
    assert_type(await device.cancel(), CancelLoginAccountResponse)
    assert_type(await codex.account(refresh_token=True), GetAccountResponse)


async def retries(thread: AsyncThread, codex: AsyncCodex) -> None:
    assert_type(await async_retry_on_overload(lambda: thread.run("Go.")), TurnResult[None])
    assert_type(await async_retry_on_overload(codex.models, max_attempts=5), ModelListResponse)
    assert_type(retry_on_overload(lambda: 5), int)
    try:
        await thread.run("Go.")
    except TurnFailedError as error:
        assert_type(error.result, TurnResult[None])
        assert_type(is_retryable_error(error), bool)


def presets(mode: ApprovalMode) -> int:
    """All upper-case members are all there are, although the lower-case names remain."""
    assert_type(ApprovalMode.ask, ApprovalMode)
    assert_type(Sandbox.read_only, Sandbox)
    match mode:
        case ApprovalMode.AUTO_REVIEW:
            return 1
        case ApprovalMode.ASK:
            return 2
        case ApprovalMode.DENY_ALL:
            return 3
        case _:
            assert_never(mode)
