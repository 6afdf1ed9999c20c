"""What a type checker is told of the blocking API; mypy and pyright read this, nobody runs it."""

from __future__ import annotations

from typing import assert_type

import attrs

from trio_codex import (
    ChatgptLoginHandle,
    Codex,
    DeviceCodeLoginHandle,
    Thread,
    TurnHandle,
    TurnResult,
)
from trio_codex.protocol import (
    AccountLoginCompletedNotification,
    ModelListResponse,
    ThreadListResponse,
    ThreadReadResponse,
    ThreadTurnsListResponse,
)
from trio_codex.types import ItemCompletedNotification, TypedNotification


@attrs.frozen
class Weather:
    """An output type."""

    place: str


def everything() -> None:
    with Codex() as codex:
        assert_type(codex, Codex)
        thread = codex.thread_start()
        assert_type(thread, Thread)
        assert_type(codex.thread_list(), ThreadListResponse)
        assert_type(codex.models(), ModelListResponse)
        turns = codex.request("thread/turns/list", {"threadId": thread.id})
        assert_type(turns, ThreadTurnsListResponse)
        assert_type(codex.login_chatgpt(), ChatgptLoginHandle)
        device = codex.login_chatgpt_device_code()
        assert_type(device, DeviceCodeLoginHandle)
        assert_type(device.wait(), AccountLoginCompletedNotification)


def turns(thread: Thread) -> None:
    assert_type(thread.run("Go."), TurnResult[None])
    assert_type(thread.run("Go.", output_type=Weather).output, Weather)
    assert_type(thread.run("Go.", output_type=int | None).output, int | None)
    with thread.turn("Go.", output_type=Weather) as turn:
        assert_type(turn, TurnHandle[Weather])
        for event in turn.stream():
            assert_type(event, TypedNotification)
            if event.method == "item/completed":
                assert_type(event.payload, ItemCompletedNotification)
    for text in thread.stream_text("Go."):
        assert_type(text, str)
    with thread.stream_text("Go.") as stream:
        for text in stream:
            assert_type(text, str)
    with thread as same:
        assert_type(same, Thread)
    assert_type(thread.read(), ThreadReadResponse)
