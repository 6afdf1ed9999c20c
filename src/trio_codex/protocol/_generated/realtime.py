"""Realtime types of the app-server protocol, generated from the pinned schema.

Do not edit: `python -m schema.generator` writes this file.
"""

from __future__ import annotations

from typing import Literal, TypeAlias

from .._model import OMITTED, JsonValue, Omitted, OpenEnum, WireModel, wire
from ..unknown import UnknownVariant

__all__ = [
    "BemItemPromotedThreadRealtimeItem",
    "CodexResponseHandoffMode",
    "ConversationTextRole",
    "ExistingCallThreadRealtimeStartTransport",
    "InlineMarkdownThreadRealtimeBemItemPresentation",
    "InlineVisualizationThreadRealtimeBemItemPresentation",
    "RealtimeConversationVersion",
    "RealtimeOutputModality",
    "RealtimeSessionClosedThreadRealtimeItem",
    "RealtimeSessionStartedThreadRealtimeItem",
    "RealtimeVoice",
    "RealtimeVoicesList",
    "ThreadRealtimeAppendAudioParams",
    "ThreadRealtimeAppendAudioResponse",
    "ThreadRealtimeAppendSpeechParams",
    "ThreadRealtimeAppendSpeechResponse",
    "ThreadRealtimeAppendTextParams",
    "ThreadRealtimeAppendTextResponse",
    "ThreadRealtimeAudioChunk",
    "ThreadRealtimeBemItemPresentation",
    "ThreadRealtimeClosedNotification",
    "ThreadRealtimeErrorNotification",
    "ThreadRealtimeInitialItem",
    "ThreadRealtimeItem",
    "ThreadRealtimeItemAddedNotification",
    "ThreadRealtimeItemCompletedNotification",
    "ThreadRealtimeItemStartedNotification",
    "ThreadRealtimeItemTranscriptDeltaNotification",
    "ThreadRealtimeListVoicesParams",
    "ThreadRealtimeListVoicesResponse",
    "ThreadRealtimeOutputAudioDeltaNotification",
    "ThreadRealtimeSdpNotification",
    "ThreadRealtimeSessionOutcome",
    "ThreadRealtimeStartParams",
    "ThreadRealtimeStartResponse",
    "ThreadRealtimeStartTransport",
    "ThreadRealtimeStartedNotification",
    "ThreadRealtimeStopParams",
    "ThreadRealtimeStopResponse",
    "ThreadRealtimeTranscriptDeltaNotification",
    "ThreadRealtimeTranscriptDoneNotification",
    "ThreadRealtimeTranscriptRole",
    "TranscriptSegmentThreadRealtimeItem",
    "WebrtcThreadRealtimeStartTransport",
    "WebsocketThreadRealtimeStartTransport",
    "WholeItemThreadRealtimeBemItemPresentation",
]


class CodexResponseHandoffMode(OpenEnum):
    """An open enum, used by `ThreadRealtimeStartParams`."""

    THINKING = "thinking"
    COMMENTARY = "commentary"
    BEM_TAGS = "bemTags"


class ConversationTextRole(OpenEnum):
    """An open enum, used by `ThreadRealtimeAppendTextParams` and `ThreadRealtimeInitialItem`."""

    USER = "user"
    DEVELOPER = "developer"
    ASSISTANT = "assistant"


class RealtimeConversationVersion(OpenEnum):
    """An open enum, used by `ThreadRealtimeStartParams` and 1 more."""

    V1 = "v1"
    V2 = "v2"
    V3 = "v3"


class RealtimeOutputModality(OpenEnum):
    """An open enum, used by `ThreadRealtimeStartParams`."""

    TEXT = "text"
    AUDIO = "audio"


class RealtimeVoice(OpenEnum):
    """An open enum, used by `RealtimeVoicesList` and `ThreadRealtimeStartParams`."""

    ALLOY = "alloy"
    ARBOR = "arbor"
    ASH = "ash"
    AUBE = "aube"
    BALLAD = "ballad"
    BREEZE = "breeze"
    BUBBIE = "bubbie"
    CEDAR = "cedar"
    CORAL = "coral"
    COVE = "cove"
    ECHO = "echo"
    EMBER = "ember"
    HAETSAL = "haetsal"
    HANUL = "hanul"
    HIMARI = "himari"
    JUNIPER = "juniper"
    LEHER = "leher"
    MAPLE = "maple"
    MARIN = "marin"
    MIKO = "miko"
    NEER = "neer"
    PORTO = "porto"
    RINDO = "rindo"
    RIO = "rio"
    RIVAGE = "rivage"
    SAGE = "sage"
    SELVA = "selva"
    SHIMMER = "shimmer"
    SOL = "sol"
    SONNA = "sonna"
    SPRUCE = "spruce"
    TINTA = "tinta"
    VALE = "vale"
    VERSE = "verse"
    VIOLA = "viola"


class ThreadRealtimeSessionOutcome(OpenEnum):
    """An open enum, used by `RealtimeSessionClosedThreadRealtimeItem`."""

    ENDED = "ended"
    FAILED = "failed"


class ThreadRealtimeTranscriptRole(OpenEnum):
    """An open enum, used by `TranscriptSegmentThreadRealtimeItem`."""

    USER = "user"
    ASSISTANT = "assistant"


class BemItemPromotedThreadRealtimeItem(WireModel):
    """One shape of `ThreadRealtimeItem`, tagged `bemItemPromoted`."""

    type: Literal["bemItemPromoted"] = wire("type", default="bemItemPromoted")
    id: str = wire("id")
    item_id: str = wire("item_id")
    presentation: ThreadRealtimeBemItemPresentation = wire("presentation")
    realtime_session_id: str = wire("realtimeSessionId")
    turn_id: str = wire("turn_id")


class ExistingCallThreadRealtimeStartTransport(WireModel):
    """One shape of `ThreadRealtimeStartTransport`, tagged `existingCall`."""

    type: Literal["existingCall"] = wire("type", default="existingCall")
    call_id: str = wire("callId")


class InlineMarkdownThreadRealtimeBemItemPresentation(WireModel):
    """One shape of `ThreadRealtimeBemItemPresentation`, tagged `inlineMarkdown`."""

    type: Literal["inlineMarkdown"] = wire("type", default="inlineMarkdown")


class InlineVisualizationThreadRealtimeBemItemPresentation(WireModel):
    """One shape of `ThreadRealtimeBemItemPresentation`, tagged `inlineVisualization`."""

    type: Literal["inlineVisualization"] = wire("type", default="inlineVisualization")
    index: int = wire("index", format="uint32")


class RealtimeSessionClosedThreadRealtimeItem(WireModel):
    """One shape of `ThreadRealtimeItem`, tagged `realtimeSessionClosed`."""

    type: Literal["realtimeSessionClosed"] = wire("type", default="realtimeSessionClosed")
    id: str = wire("id")
    outcome: ThreadRealtimeSessionOutcome = wire("outcome")
    realtime_session_id: str = wire("realtimeSessionId")


class RealtimeSessionStartedThreadRealtimeItem(WireModel):
    """One shape of `ThreadRealtimeItem`, tagged `realtimeSessionStarted`."""

    type: Literal["realtimeSessionStarted"] = wire("type", default="realtimeSessionStarted")
    id: str = wire("id")
    realtime_session_id: str = wire("realtimeSessionId")


class RealtimeVoicesList(WireModel):
    """An object, used by `ThreadRealtimeListVoicesResponse`."""

    default_v1: RealtimeVoice = wire("defaultV1")
    default_v2: RealtimeVoice = wire("defaultV2")
    v1: list[RealtimeVoice] = wire("v1")
    v2: list[RealtimeVoice] = wire("v2")
    v3: list[RealtimeVoice] = wire("v3", factory=list)


class ThreadRealtimeAppendAudioParams(WireModel):
    """Params of `thread/realtime/appendAudio`."""

    audio: ThreadRealtimeAudioChunk = wire("audio")
    thread_id: str = wire("threadId")


class ThreadRealtimeAppendAudioResponse(WireModel):
    """Result of `thread/realtime/appendAudio`."""


class ThreadRealtimeAppendSpeechParams(WireModel):
    """Params of `thread/realtime/appendSpeech`."""

    text: str = wire("text")
    thread_id: str = wire("threadId")


class ThreadRealtimeAppendSpeechResponse(WireModel):
    """Result of `thread/realtime/appendSpeech`."""


class ThreadRealtimeAppendTextParams(WireModel):
    """Params of `thread/realtime/appendText`."""

    text: str = wire("text")
    thread_id: str = wire("threadId")
    role: ConversationTextRole | Omitted = wire("role", default=OMITTED)


class ThreadRealtimeAppendTextResponse(WireModel):
    """Result of `thread/realtime/appendText`."""


class ThreadRealtimeAudioChunk(WireModel):
    """An object, used by `ThreadRealtimeAppendAudioParams` and 1 more."""

    data: str = wire("data")
    num_channels: int = wire("numChannels", format="uint16")
    sample_rate: int = wire("sampleRate", format="uint32")
    item_id: str | None = wire("itemId", default=None)
    samples_per_channel: int | None = wire("samplesPerChannel", default=None, format="uint32")


class ThreadRealtimeClosedNotification(WireModel):
    """Payload of the `thread/realtime/closed` notification."""

    thread_id: str = wire("threadId")
    reason: str | None = wire("reason", default=None)


class ThreadRealtimeErrorNotification(WireModel):
    """Payload of the `thread/realtime/error` notification."""

    message: str = wire("message")
    thread_id: str = wire("threadId")


class ThreadRealtimeInitialItem(WireModel):
    """An object, used by `ThreadRealtimeStartParams`."""

    role: ConversationTextRole = wire("role")
    text: str = wire("text")


class ThreadRealtimeItemAddedNotification(WireModel):
    """Payload of the `thread/realtime/itemAdded` notification."""

    item: JsonValue = wire("item", untyped=True)
    thread_id: str = wire("threadId")


class ThreadRealtimeItemCompletedNotification(WireModel):
    """Payload of the `thread/realtime/item/completed` notification."""

    item: ThreadRealtimeItem = wire("item")
    thread_id: str = wire("threadId")


class ThreadRealtimeItemStartedNotification(WireModel):
    """Payload of the `thread/realtime/item/started` notification."""

    item: ThreadRealtimeItem = wire("item")
    thread_id: str = wire("threadId")


class ThreadRealtimeItemTranscriptDeltaNotification(WireModel):
    """Payload of the `thread/realtime/item/transcript/delta` notification."""

    delta: str = wire("delta")
    item_id: str = wire("itemId")
    thread_id: str = wire("threadId")


class ThreadRealtimeListVoicesParams(WireModel):
    """Params of `thread/realtime/listVoices`."""


class ThreadRealtimeListVoicesResponse(WireModel):
    """Result of `thread/realtime/listVoices`."""

    voices: RealtimeVoicesList = wire("voices")


class ThreadRealtimeOutputAudioDeltaNotification(WireModel):
    """Payload of the `thread/realtime/outputAudio/delta` notification."""

    audio: ThreadRealtimeAudioChunk = wire("audio")
    thread_id: str = wire("threadId")


class ThreadRealtimeSdpNotification(WireModel):
    """Payload of the `thread/realtime/sdp` notification."""

    sdp: str = wire("sdp")
    thread_id: str = wire("threadId")


class ThreadRealtimeStartParams(WireModel):
    """Params of `thread/realtime/start`."""

    output_modality: RealtimeOutputModality = wire("outputModality")
    thread_id: str = wire("threadId")
    backend_reasoning_status: bool | Omitted = wire("backendReasoningStatus", default=OMITTED)
    client_managed_handoffs: bool | None | Omitted = wire("clientManagedHandoffs", default=OMITTED)
    codex_response_handoff_channel_prefixes: dict[str, list[str]] | None | Omitted = wire(
        "codexResponseHandoffChannelPrefixes", default=OMITTED
    )
    codex_response_handoff_mode: CodexResponseHandoffMode | None | Omitted = wire(
        "codexResponseHandoffMode", default=OMITTED
    )
    codex_response_item_prefix: str | None | Omitted = wire(
        "codexResponseItemPrefix", default=OMITTED
    )
    codex_responses_as_items: bool | None | Omitted = wire("codexResponsesAsItems", default=OMITTED)
    delegation_ack_filler: bool | None | Omitted = wire("delegationAckFiller", default=OMITTED)
    flush_transcript_tail_on_session_end: bool | None | Omitted = wire(
        "flushTranscriptTailOnSessionEnd", default=OMITTED
    )
    include_startup_context: bool | None | Omitted = wire("includeStartupContext", default=OMITTED)
    initial_items: list[ThreadRealtimeInitialItem] | None | Omitted = wire(
        "initialItems", default=OMITTED
    )
    model: str | None | Omitted = wire("model", default=OMITTED)
    prompt: str | None | Omitted = wire("prompt", default=OMITTED)
    realtime_end_instructions: str | None | Omitted = wire(
        "realtimeEndInstructions", default=OMITTED
    )
    realtime_session_id: str | None | Omitted = wire("realtimeSessionId", default=OMITTED)
    realtime_start_instructions: str | None | Omitted = wire(
        "realtimeStartInstructions", default=OMITTED
    )
    transport: ThreadRealtimeStartTransport | None | Omitted = wire("transport", default=OMITTED)
    version: RealtimeConversationVersion | None | Omitted = wire("version", default=OMITTED)
    voice: RealtimeVoice | None | Omitted = wire("voice", default=OMITTED)


class ThreadRealtimeStartResponse(WireModel):
    """Result of `thread/realtime/start`."""


class ThreadRealtimeStartedNotification(WireModel):
    """Payload of the `thread/realtime/started` notification."""

    thread_id: str = wire("threadId")
    version: RealtimeConversationVersion = wire("version")
    realtime_session_id: str | None = wire("realtimeSessionId", default=None)


class ThreadRealtimeStopParams(WireModel):
    """Params of `thread/realtime/stop`."""

    thread_id: str = wire("threadId")


class ThreadRealtimeStopResponse(WireModel):
    """Result of `thread/realtime/stop`."""


class ThreadRealtimeTranscriptDeltaNotification(WireModel):
    """Payload of the `thread/realtime/transcript/delta` notification."""

    delta: str = wire("delta")
    role: str = wire("role")
    thread_id: str = wire("threadId")


class ThreadRealtimeTranscriptDoneNotification(WireModel):
    """Payload of the `thread/realtime/transcript/done` notification."""

    role: str = wire("role")
    text: str = wire("text")
    thread_id: str = wire("threadId")


class TranscriptSegmentThreadRealtimeItem(WireModel):
    """One shape of `ThreadRealtimeItem`, tagged `transcriptSegment`."""

    type: Literal["transcriptSegment"] = wire("type", default="transcriptSegment")
    id: str = wire("id")
    realtime_session_id: str = wire("realtimeSessionId")
    role: ThreadRealtimeTranscriptRole = wire("role")
    text: str = wire("text")


class WebrtcThreadRealtimeStartTransport(WireModel):
    """One shape of `ThreadRealtimeStartTransport`, tagged `webrtc`."""

    type: Literal["webrtc"] = wire("type", default="webrtc")
    sdp: str = wire("sdp")


class WebsocketThreadRealtimeStartTransport(WireModel):
    """One shape of `ThreadRealtimeStartTransport`, tagged `websocket`."""

    type: Literal["websocket"] = wire("type", default="websocket")


class WholeItemThreadRealtimeBemItemPresentation(WireModel):
    """One shape of `ThreadRealtimeBemItemPresentation`, tagged `wholeItem`."""

    type: Literal["wholeItem"] = wire("type", default="wholeItem")


ThreadRealtimeBemItemPresentation: TypeAlias = (
    WholeItemThreadRealtimeBemItemPresentation
    | InlineMarkdownThreadRealtimeBemItemPresentation
    | InlineVisualizationThreadRealtimeBemItemPresentation
    | UnknownVariant
)
"""A union, used by `BemItemPromotedThreadRealtimeItem`."""

ThreadRealtimeItem: TypeAlias = (
    RealtimeSessionStartedThreadRealtimeItem
    | TranscriptSegmentThreadRealtimeItem
    | BemItemPromotedThreadRealtimeItem
    | RealtimeSessionClosedThreadRealtimeItem
    | UnknownVariant
)
"""A union, used by `RealtimeThreadTimelineEntry` and 2 more."""

ThreadRealtimeStartTransport: TypeAlias = (
    WebsocketThreadRealtimeStartTransport
    | WebrtcThreadRealtimeStartTransport
    | ExistingCallThreadRealtimeStartTransport
    | UnknownVariant
)
"""A union, used by `ThreadRealtimeStartParams`."""
