"""Scenarios: realtime conversations with a loopback service."""

from __future__ import annotations

import base64
from typing import TYPE_CHECKING

from .realtime_service import Realtime
from .scenario_turns import start
from .steps import Await, Call, Do, Scenario, World

if TYPE_CHECKING:
    from trio_codex.protocol import JsonValue

__all__ = ["SCENARIOS"]

SILENCE = base64.b64encode(b"\0\0" * 100).decode()
SESSION: JsonValue = {"type": "session.updated", "session": {"id": "one", "instructions": "none"}}
HEARD = "conversation.item.input_audio_transcription"
SPOKEN = "response.output_audio_transcript"
CONVERSATION: tuple[JsonValue, ...] = (
    SESSION,
    {"type": "response.output_audio.delta", "delta": SILENCE, "item_id": "a1"},
    {"type": f"{HEARD}.delta", "delta": "hel", "item_id": "u1"},
    {"type": f"{HEARD}.completed", "transcript": "hello", "item_id": "u1"},
    {"type": f"{SPOKEN}.delta", "delta": "yes", "item_id": "a1"},
    {"type": f"{SPOKEN}.done", "transcript": "yes", "item_id": "a1"},
    {
        "type": "conversation.item.added",
        "item": {"type": "message", "id": "a1", "role": "assistant", "content": []},
    },
)
BROKEN: tuple[JsonValue, ...] = (SESSION, {"type": "error", "error": {"message": "no line"}})
THREAD: dict[str, JsonValue] = {"threadId": "{thread}"}
BASE_URL = "experimental_realtime_ws_base_url"
CALLS_URL = "experimental_realtime_webrtc_call_base_url"


def _begin(**more: JsonValue) -> tuple[Call, Call]:
    """Start a conversation on a thread of its own: a thread keeps the address it began with."""
    params: dict[str, JsonValue] = {"outputModality": "audio", "version": "v2", **THREAD, **more}
    config: JsonValue = {BASE_URL: "{realtime}", CALLS_URL: "{issuer}"}
    return start(config=config), Call("thread/realtime/start", params)


def _answer_call(world: World) -> None:
    assert world.issuer is not None
    headers = {"location": "/v1/realtime/calls/rtc_1"}
    for path in ("/realtime/calls", "/v1/realtime/calls"):
        world.issuer.fail_path(path, 201, "v=0\r\n", headers=headers)


REALTIME = Scenario(
    name="realtime",
    about="speaks with a realtime service, which breaks off the second time",
    login=True,
    notifications=(
        "thread/realtime/closed",
        "thread/realtime/error",
        "thread/realtime/item/completed",
        "thread/realtime/item/started",
        "thread/realtime/item/transcript/delta",
        "thread/realtime/itemAdded",
        "thread/realtime/outputAudio/delta",
        "thread/realtime/sdp",
        "thread/realtime/started",
        "thread/realtime/transcript/delta",
        "thread/realtime/transcript/done",
    ),
    steps=(
        Call("account/login/start", {"type": "apiKey", "apiKey": "none"}),
        Realtime(
            CONVERSATION,
            (
                *_begin(),
                Await("thread/realtime/itemAdded", THREAD),
                Call("thread/realtime/appendText", {**THREAD, "text": "typed"}),
                Call("thread/realtime/appendSpeech", {**THREAD, "text": "said"}),
                Call(
                    "thread/realtime/appendAudio",
                    {**THREAD, "audio": {"data": SILENCE, "numChannels": 1, "sampleRate": 24000}},
                ),
                Call("thread/realtime/stop", THREAD),
                Await("thread/realtime/closed", {**THREAD, "reason": "requested"}),
                Do(_answer_call),
                *_begin(version="v1", transport={"type": "webrtc", "sdp": "v=0\r\n"}),
                Await("thread/realtime/sdp", THREAD),
                Call("thread/realtime/stop", THREAD),
            ),
        ),
        Realtime(
            BROKEN,
            (*_begin(), Await("thread/realtime/error", THREAD)),
        ),
    ),
)

SCENARIOS = (REALTIME,)
