"""Fast checkers: whether JSON may be sent as it is.

Do not edit: `python -m schema.generator` writes this file.
"""

from __future__ import annotations

# The functions take JSON of any shape, and their speed is what they are for.
# mypy: allow-untyped-defs, allow-untyped-calls, no-check-untyped-defs, no-warn-return-any
from ..._fast import Unfit, member


def check_CodexResponseHandoffMode(v, e, values=frozenset({"thinking", "commentary", "bemTags"})):
    member(v, "CodexResponseHandoffMode", values)


def check_ConversationTextRole(v, e, values=frozenset({"user", "developer", "assistant"})):
    member(v, "ConversationTextRole", values)


def check_ExistingCallThreadRealtimeStartTransport(v, e, known=frozenset({"type", "callId"})):
    if type(v) is not dict or not v.keys() <= known:
        raise Unfit
    x = v["type"]
    if type(x) is not str or x != "existingCall":
        raise Unfit
    x = v["callId"]
    if type(x) is not str:
        raise Unfit


def check_RealtimeConversationVersion(v, e, values=frozenset({"v1", "v2", "v3"})):
    member(v, "RealtimeConversationVersion", values)


def check_RealtimeOutputModality(v, e, values=frozenset({"text", "audio"})):
    member(v, "RealtimeOutputModality", values)


def check_RealtimeVoice(
    v,
    e,
    values=frozenset(
        {
            "alloy",
            "arbor",
            "ash",
            "aube",
            "ballad",
            "breeze",
            "bubbie",
            "cedar",
            "coral",
            "cove",
            "echo",
            "ember",
            "haetsal",
            "hanul",
            "himari",
            "juniper",
            "leher",
            "maple",
            "marin",
            "miko",
            "neer",
            "porto",
            "rindo",
            "rio",
            "rivage",
            "sage",
            "selva",
            "shimmer",
            "sol",
            "sonna",
            "spruce",
            "tinta",
            "vale",
            "verse",
            "viola",
        }
    ),
):
    member(v, "RealtimeVoice", values)


def check_ThreadRealtimeAppendAudioParams(v, e, known=frozenset({"audio", "threadId"})):
    if type(v) is not dict or not v.keys() <= known:
        raise Unfit
    x = v["audio"]
    check_ThreadRealtimeAudioChunk(x, e)
    x = v["threadId"]
    if type(x) is not str:
        raise Unfit


def check_ThreadRealtimeAppendSpeechParams(v, e, known=frozenset({"text", "threadId"})):
    if type(v) is not dict or not v.keys() <= known:
        raise Unfit
    x = v["text"]
    if type(x) is not str:
        raise Unfit
    x = v["threadId"]
    if type(x) is not str:
        raise Unfit


def check_ThreadRealtimeAppendTextParams(v, e, known=frozenset({"text", "threadId", "role"})):
    if type(v) is not dict or not v.keys() <= known:
        raise Unfit
    x = v["text"]
    if type(x) is not str:
        raise Unfit
    x = v["threadId"]
    if type(x) is not str:
        raise Unfit
    if "role" in v:
        x = v["role"]
        check_ConversationTextRole(x, e)


def check_ThreadRealtimeAudioChunk(
    v, e, known=frozenset({"data", "numChannels", "sampleRate", "itemId", "samplesPerChannel"})
):
    if type(v) is not dict or not v.keys() <= known:
        raise Unfit
    x = v["data"]
    if type(x) is not str:
        raise Unfit
    x = v["numChannels"]
    if type(x) is not int or not 0 <= x <= 65535:
        raise Unfit
    x = v["sampleRate"]
    if type(x) is not int or not 0 <= x <= 4294967295:
        raise Unfit
    if (x := v.get("itemId")) is not None:
        if type(x) is not str:
            raise Unfit
    if (x := v.get("samplesPerChannel")) is not None:
        if type(x) is not int or not 0 <= x <= 4294967295:
            raise Unfit


def check_ThreadRealtimeInitialItem(v, e, known=frozenset({"role", "text"})):
    if type(v) is not dict or not v.keys() <= known:
        raise Unfit
    x = v["role"]
    check_ConversationTextRole(x, e)
    x = v["text"]
    if type(x) is not str:
        raise Unfit


def check_ThreadRealtimeListVoicesParams(v, e, known=frozenset()):
    if type(v) is not dict or not v.keys() <= known:
        raise Unfit


def check_ThreadRealtimeStartParams(
    v,
    e,
    known=frozenset(
        {
            "outputModality",
            "threadId",
            "backendReasoningStatus",
            "clientManagedHandoffs",
            "codexResponseHandoffChannelPrefixes",
            "codexResponseHandoffMode",
            "codexResponseItemPrefix",
            "codexResponsesAsItems",
            "delegationAckFiller",
            "flushTranscriptTailOnSessionEnd",
            "includeStartupContext",
            "initialItems",
            "model",
            "prompt",
            "realtimeEndInstructions",
            "realtimeSessionId",
            "realtimeStartInstructions",
            "transport",
            "version",
            "voice",
        }
    ),
):
    if type(v) is not dict or not v.keys() <= known:
        raise Unfit
    x = v["outputModality"]
    check_RealtimeOutputModality(x, e)
    x = v["threadId"]
    if type(x) is not str:
        raise Unfit
    if "backendReasoningStatus" in v:
        x = v["backendReasoningStatus"]
        if type(x) is not bool:
            raise Unfit
    if (x := v.get("clientManagedHandoffs")) is not None:
        if type(x) is not bool:
            raise Unfit
    if (x := v.get("codexResponseHandoffChannelPrefixes")) is not None:
        if type(x) is not dict:
            raise Unfit
        for k, x_ in x.items():
            if type(k) is not str:
                raise Unfit
            if type(x_) is not list:
                raise Unfit
            for x__ in x_:
                if type(x__) is not str:
                    raise Unfit
    if (x := v.get("codexResponseHandoffMode")) is not None:
        check_CodexResponseHandoffMode(x, e)
    if (x := v.get("codexResponseItemPrefix")) is not None:
        if type(x) is not str:
            raise Unfit
    if (x := v.get("codexResponsesAsItems")) is not None:
        if type(x) is not bool:
            raise Unfit
    if (x := v.get("delegationAckFiller")) is not None:
        if type(x) is not bool:
            raise Unfit
    if (x := v.get("flushTranscriptTailOnSessionEnd")) is not None:
        if type(x) is not bool:
            raise Unfit
    if (x := v.get("includeStartupContext")) is not None:
        if type(x) is not bool:
            raise Unfit
    if (x := v.get("initialItems")) is not None:
        if type(x) is not list:
            raise Unfit
        for x_ in x:
            check_ThreadRealtimeInitialItem(x_, e)
    if (x := v.get("model")) is not None:
        if type(x) is not str:
            raise Unfit
    if (x := v.get("prompt")) is not None:
        if type(x) is not str:
            raise Unfit
    if (x := v.get("realtimeEndInstructions")) is not None:
        if type(x) is not str:
            raise Unfit
    if (x := v.get("realtimeSessionId")) is not None:
        if type(x) is not str:
            raise Unfit
    if (x := v.get("realtimeStartInstructions")) is not None:
        if type(x) is not str:
            raise Unfit
    if (x := v.get("transport")) is not None:
        check_ThreadRealtimeStartTransport(x, e)
    if (x := v.get("version")) is not None:
        check_RealtimeConversationVersion(x, e)
    if (x := v.get("voice")) is not None:
        check_RealtimeVoice(x, e)


def check_ThreadRealtimeStartTransport(v, e):
    if type(v) is dict:
        by_tag_ThreadRealtimeStartTransport[v["type"]](v, e)
        return
    raise Unfit


def check_ThreadRealtimeStopParams(v, e, known=frozenset({"threadId"})):
    if type(v) is not dict or not v.keys() <= known:
        raise Unfit
    x = v["threadId"]
    if type(x) is not str:
        raise Unfit


def check_WebrtcThreadRealtimeStartTransport(v, e, known=frozenset({"type", "sdp"})):
    if type(v) is not dict or not v.keys() <= known:
        raise Unfit
    x = v["type"]
    if type(x) is not str or x != "webrtc":
        raise Unfit
    x = v["sdp"]
    if type(x) is not str:
        raise Unfit


def check_WebsocketThreadRealtimeStartTransport(v, e, known=frozenset({"type"})):
    if type(v) is not dict or not v.keys() <= known:
        raise Unfit
    x = v["type"]
    if type(x) is not str or x != "websocket":
        raise Unfit


by_tag_ThreadRealtimeStartTransport = {
    "websocket": check_WebsocketThreadRealtimeStartTransport,
    "webrtc": check_WebrtcThreadRealtimeStartTransport,
    "existingCall": check_ExistingCallThreadRealtimeStartTransport,
}
