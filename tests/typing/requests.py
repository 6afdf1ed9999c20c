"""What a type checker makes of `request`: the method's name decides about params and result."""

from __future__ import annotations

from typing import assert_type

from trio_codex import AsyncCodex
from trio_codex.client import AppServerClient
from trio_codex.protocol import (
    GetAccountResponse,
    JsonValue,
    LogoutAccountResponse,
    ThreadListParams,
    ThreadReadParams,
    ThreadReadResponse,
    ThreadStartParams,
    ThreadStartResponse,
    ThreadTurnsListParams,
    ThreadTurnsListResponse,
    TurnInterruptResponse,
)


async def by_object(codex: AsyncCodex, client: AppServerClient) -> None:
    params = ThreadTurnsListParams(thread_id="t", limit=5)
    assert_type(await codex.request("thread/turns/list", params), ThreadTurnsListResponse)
    assert_type(await client.request("thread/turns/list", params), ThreadTurnsListResponse)
    started = await codex.request("thread/start", ThreadStartParams(model="m"))
    assert_type(started, ThreadStartResponse)
    assert_type(started.thread.id, str)


async def by_mapping(codex: AsyncCodex) -> None:
    assert_type(await codex.request("thread/read", {"threadId": "t"}), ThreadReadResponse)
    reply = await codex.request("turn/interrupt", {"threadId": "t", "turnId": "u"})
    assert_type(reply, TurnInterruptResponse)


async def without_params(codex: AsyncCodex) -> None:
    assert_type(await codex.request("account/logout"), LogoutAccountResponse)
    assert_type(await codex.request("account/read", {}), GetAccountResponse)


async def unknown(codex: AsyncCodex, method: str, params: JsonValue) -> None:
    assert_type(await codex.request(method, params), JsonValue)
    assert_type(await codex.request("a/method/of/tomorrow", {"x": [1]}), JsonValue)


def refused() -> None:
    # Each of these must be an error: mypy says so of every ignore that is not needed.
    ThreadReadParams()  # type: ignore[call-arg]  # pyright: ignore[reportCallIssue]
    ThreadListParams(limit="5")  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
