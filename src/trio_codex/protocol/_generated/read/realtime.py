"""Fast readers: JSON as it was received to typed values.

Do not edit: `python -m schema.generator` writes this file.
"""

from __future__ import annotations

# The functions take JSON of any shape, and their speed is what they are for.
# mypy: allow-untyped-defs, allow-untyped-calls, no-check-untyped-defs, no-warn-return-any
from ..._fast import Members, Unfit, Variants, blank
from .. import realtime as t

new_BemItemPromotedThreadRealtimeItem = blank(globals(), "BemItemPromotedThreadRealtimeItem")


def read_BemItemPromotedThreadRealtimeItem(v):
    o = new_BemItemPromotedThreadRealtimeItem()
    if v["type"] != "bemItemPromoted":
        raise Unfit
    o.type = "bemItemPromoted"
    if type(x := v["id"]) is not str:
        raise Unfit
    o.id = x
    if type(x := v["item_id"]) is not str:
        raise Unfit
    o.item_id = x
    x = v["presentation"]
    o.presentation = by_tag_ThreadRealtimeBemItemPresentation[x["type"]](x)
    if type(x := v["realtimeSessionId"]) is not str:
        raise Unfit
    o.realtime_session_id = x
    if type(x := v["turn_id"]) is not str:
        raise Unfit
    o.turn_id = x
    o.__class__ = t.BemItemPromotedThreadRealtimeItem
    return o


new_InlineMarkdownThreadRealtimeBemItemPresentation = blank(
    globals(), "InlineMarkdownThreadRealtimeBemItemPresentation"
)


def read_InlineMarkdownThreadRealtimeBemItemPresentation(v):
    o = new_InlineMarkdownThreadRealtimeBemItemPresentation()
    if v["type"] != "inlineMarkdown":
        raise Unfit
    o.type = "inlineMarkdown"
    o.__class__ = t.InlineMarkdownThreadRealtimeBemItemPresentation
    return o


new_InlineVisualizationThreadRealtimeBemItemPresentation = blank(
    globals(), "InlineVisualizationThreadRealtimeBemItemPresentation"
)


def read_InlineVisualizationThreadRealtimeBemItemPresentation(v):
    o = new_InlineVisualizationThreadRealtimeBemItemPresentation()
    if v["type"] != "inlineVisualization":
        raise Unfit
    o.type = "inlineVisualization"
    if type(x := v["index"]) is not int:
        raise Unfit
    o.index = x
    o.__class__ = t.InlineVisualizationThreadRealtimeBemItemPresentation
    return o


read_RealtimeConversationVersion = Members(t.RealtimeConversationVersion).__getitem__
new_RealtimeSessionClosedThreadRealtimeItem = blank(
    globals(), "RealtimeSessionClosedThreadRealtimeItem"
)


def read_RealtimeSessionClosedThreadRealtimeItem(v):
    o = new_RealtimeSessionClosedThreadRealtimeItem()
    if v["type"] != "realtimeSessionClosed":
        raise Unfit
    o.type = "realtimeSessionClosed"
    if type(x := v["id"]) is not str:
        raise Unfit
    o.id = x
    o.outcome = read_ThreadRealtimeSessionOutcome(v["outcome"])
    if type(x := v["realtimeSessionId"]) is not str:
        raise Unfit
    o.realtime_session_id = x
    o.__class__ = t.RealtimeSessionClosedThreadRealtimeItem
    return o


new_RealtimeSessionStartedThreadRealtimeItem = blank(
    globals(), "RealtimeSessionStartedThreadRealtimeItem"
)


def read_RealtimeSessionStartedThreadRealtimeItem(v):
    o = new_RealtimeSessionStartedThreadRealtimeItem()
    if v["type"] != "realtimeSessionStarted":
        raise Unfit
    o.type = "realtimeSessionStarted"
    if type(x := v["id"]) is not str:
        raise Unfit
    o.id = x
    if type(x := v["realtimeSessionId"]) is not str:
        raise Unfit
    o.realtime_session_id = x
    o.__class__ = t.RealtimeSessionStartedThreadRealtimeItem
    return o


read_RealtimeVoice = Members(t.RealtimeVoice).__getitem__
new_RealtimeVoicesList = blank(globals(), "RealtimeVoicesList")


def read_RealtimeVoicesList(v):
    o = new_RealtimeVoicesList()
    o.default_v1 = read_RealtimeVoice(v["defaultV1"])
    o.default_v2 = read_RealtimeVoice(v["defaultV2"])
    if type(x := v["v1"]) is not list:
        raise Unfit
    o.v1 = [read_RealtimeVoice(y) for y in x]
    if type(x := v["v2"]) is not list:
        raise Unfit
    o.v2 = [read_RealtimeVoice(y) for y in x]
    if "v3" in v:
        if type(x := v["v3"]) is not list:
            raise Unfit
        o.v3 = [read_RealtimeVoice(y) for y in x]
    else:
        o.v3 = []
    o.__class__ = t.RealtimeVoicesList
    return o


new_ThreadRealtimeAppendAudioResponse = blank(globals(), "ThreadRealtimeAppendAudioResponse")


def read_ThreadRealtimeAppendAudioResponse(v):
    if type(v) is not dict:
        raise Unfit
    o = new_ThreadRealtimeAppendAudioResponse()
    o.__class__ = t.ThreadRealtimeAppendAudioResponse
    return o


new_ThreadRealtimeAppendSpeechResponse = blank(globals(), "ThreadRealtimeAppendSpeechResponse")


def read_ThreadRealtimeAppendSpeechResponse(v):
    if type(v) is not dict:
        raise Unfit
    o = new_ThreadRealtimeAppendSpeechResponse()
    o.__class__ = t.ThreadRealtimeAppendSpeechResponse
    return o


new_ThreadRealtimeAppendTextResponse = blank(globals(), "ThreadRealtimeAppendTextResponse")


def read_ThreadRealtimeAppendTextResponse(v):
    if type(v) is not dict:
        raise Unfit
    o = new_ThreadRealtimeAppendTextResponse()
    o.__class__ = t.ThreadRealtimeAppendTextResponse
    return o


new_ThreadRealtimeAudioChunk = blank(globals(), "ThreadRealtimeAudioChunk")


def read_ThreadRealtimeAudioChunk(v):
    o = new_ThreadRealtimeAudioChunk()
    if type(x := v["data"]) is not str:
        raise Unfit
    o.data = x
    if type(x := v["numChannels"]) is not int:
        raise Unfit
    o.num_channels = x
    if type(x := v["sampleRate"]) is not int:
        raise Unfit
    o.sample_rate = x
    if (x := v.get("itemId")) is not None and type(x) is not str:
        raise Unfit
    o.item_id = x
    if (x := v.get("samplesPerChannel")) is not None and type(x) is not int:
        raise Unfit
    o.samples_per_channel = x
    o.__class__ = t.ThreadRealtimeAudioChunk
    return o


def read_ThreadRealtimeBemItemPresentation(v):
    return by_tag_ThreadRealtimeBemItemPresentation[v["type"]](v)


new_ThreadRealtimeClosedNotification = blank(globals(), "ThreadRealtimeClosedNotification")


def read_ThreadRealtimeClosedNotification(v):
    o = new_ThreadRealtimeClosedNotification()
    if type(x := v["threadId"]) is not str:
        raise Unfit
    o.thread_id = x
    if (x := v.get("reason")) is not None and type(x) is not str:
        raise Unfit
    o.reason = x
    o.__class__ = t.ThreadRealtimeClosedNotification
    return o


new_ThreadRealtimeErrorNotification = blank(globals(), "ThreadRealtimeErrorNotification")


def read_ThreadRealtimeErrorNotification(v):
    o = new_ThreadRealtimeErrorNotification()
    if type(x := v["message"]) is not str:
        raise Unfit
    o.message = x
    if type(x := v["threadId"]) is not str:
        raise Unfit
    o.thread_id = x
    o.__class__ = t.ThreadRealtimeErrorNotification
    return o


def read_ThreadRealtimeItem(v):
    return by_tag_ThreadRealtimeItem[v["type"]](v)


new_ThreadRealtimeItemAddedNotification = blank(globals(), "ThreadRealtimeItemAddedNotification")


def read_ThreadRealtimeItemAddedNotification(v):
    o = new_ThreadRealtimeItemAddedNotification()
    o.item = v["item"]
    if type(x := v["threadId"]) is not str:
        raise Unfit
    o.thread_id = x
    o.__class__ = t.ThreadRealtimeItemAddedNotification
    return o


new_ThreadRealtimeItemCompletedNotification = blank(
    globals(), "ThreadRealtimeItemCompletedNotification"
)


def read_ThreadRealtimeItemCompletedNotification(v):
    o = new_ThreadRealtimeItemCompletedNotification()
    x = v["item"]
    o.item = by_tag_ThreadRealtimeItem[x["type"]](x)
    if type(x := v["threadId"]) is not str:
        raise Unfit
    o.thread_id = x
    o.__class__ = t.ThreadRealtimeItemCompletedNotification
    return o


new_ThreadRealtimeItemStartedNotification = blank(
    globals(), "ThreadRealtimeItemStartedNotification"
)


def read_ThreadRealtimeItemStartedNotification(v):
    o = new_ThreadRealtimeItemStartedNotification()
    x = v["item"]
    o.item = by_tag_ThreadRealtimeItem[x["type"]](x)
    if type(x := v["threadId"]) is not str:
        raise Unfit
    o.thread_id = x
    o.__class__ = t.ThreadRealtimeItemStartedNotification
    return o


new_ThreadRealtimeItemTranscriptDeltaNotification = blank(
    globals(), "ThreadRealtimeItemTranscriptDeltaNotification"
)


def read_ThreadRealtimeItemTranscriptDeltaNotification(v):
    o = new_ThreadRealtimeItemTranscriptDeltaNotification()
    if type(x := v["delta"]) is not str:
        raise Unfit
    o.delta = x
    if type(x := v["itemId"]) is not str:
        raise Unfit
    o.item_id = x
    if type(x := v["threadId"]) is not str:
        raise Unfit
    o.thread_id = x
    o.__class__ = t.ThreadRealtimeItemTranscriptDeltaNotification
    return o


new_ThreadRealtimeListVoicesResponse = blank(globals(), "ThreadRealtimeListVoicesResponse")


def read_ThreadRealtimeListVoicesResponse(v):
    o = new_ThreadRealtimeListVoicesResponse()
    o.voices = read_RealtimeVoicesList(v["voices"])
    o.__class__ = t.ThreadRealtimeListVoicesResponse
    return o


new_ThreadRealtimeOutputAudioDeltaNotification = blank(
    globals(), "ThreadRealtimeOutputAudioDeltaNotification"
)


def read_ThreadRealtimeOutputAudioDeltaNotification(v):
    o = new_ThreadRealtimeOutputAudioDeltaNotification()
    o.audio = read_ThreadRealtimeAudioChunk(v["audio"])
    if type(x := v["threadId"]) is not str:
        raise Unfit
    o.thread_id = x
    o.__class__ = t.ThreadRealtimeOutputAudioDeltaNotification
    return o


new_ThreadRealtimeSdpNotification = blank(globals(), "ThreadRealtimeSdpNotification")


def read_ThreadRealtimeSdpNotification(v):
    o = new_ThreadRealtimeSdpNotification()
    if type(x := v["sdp"]) is not str:
        raise Unfit
    o.sdp = x
    if type(x := v["threadId"]) is not str:
        raise Unfit
    o.thread_id = x
    o.__class__ = t.ThreadRealtimeSdpNotification
    return o


read_ThreadRealtimeSessionOutcome = Members(t.ThreadRealtimeSessionOutcome).__getitem__
new_ThreadRealtimeStartResponse = blank(globals(), "ThreadRealtimeStartResponse")


def read_ThreadRealtimeStartResponse(v):
    if type(v) is not dict:
        raise Unfit
    o = new_ThreadRealtimeStartResponse()
    o.__class__ = t.ThreadRealtimeStartResponse
    return o


new_ThreadRealtimeStartedNotification = blank(globals(), "ThreadRealtimeStartedNotification")


def read_ThreadRealtimeStartedNotification(v):
    o = new_ThreadRealtimeStartedNotification()
    if type(x := v["threadId"]) is not str:
        raise Unfit
    o.thread_id = x
    o.version = read_RealtimeConversationVersion(v["version"])
    if (x := v.get("realtimeSessionId")) is not None and type(x) is not str:
        raise Unfit
    o.realtime_session_id = x
    o.__class__ = t.ThreadRealtimeStartedNotification
    return o


new_ThreadRealtimeStopResponse = blank(globals(), "ThreadRealtimeStopResponse")


def read_ThreadRealtimeStopResponse(v):
    if type(v) is not dict:
        raise Unfit
    o = new_ThreadRealtimeStopResponse()
    o.__class__ = t.ThreadRealtimeStopResponse
    return o


new_ThreadRealtimeTranscriptDeltaNotification = blank(
    globals(), "ThreadRealtimeTranscriptDeltaNotification"
)


def read_ThreadRealtimeTranscriptDeltaNotification(v):
    o = new_ThreadRealtimeTranscriptDeltaNotification()
    if type(x := v["delta"]) is not str:
        raise Unfit
    o.delta = x
    if type(x := v["role"]) is not str:
        raise Unfit
    o.role = x
    if type(x := v["threadId"]) is not str:
        raise Unfit
    o.thread_id = x
    o.__class__ = t.ThreadRealtimeTranscriptDeltaNotification
    return o


new_ThreadRealtimeTranscriptDoneNotification = blank(
    globals(), "ThreadRealtimeTranscriptDoneNotification"
)


def read_ThreadRealtimeTranscriptDoneNotification(v):
    o = new_ThreadRealtimeTranscriptDoneNotification()
    if type(x := v["role"]) is not str:
        raise Unfit
    o.role = x
    if type(x := v["text"]) is not str:
        raise Unfit
    o.text = x
    if type(x := v["threadId"]) is not str:
        raise Unfit
    o.thread_id = x
    o.__class__ = t.ThreadRealtimeTranscriptDoneNotification
    return o


read_ThreadRealtimeTranscriptRole = Members(t.ThreadRealtimeTranscriptRole).__getitem__
new_TranscriptSegmentThreadRealtimeItem = blank(globals(), "TranscriptSegmentThreadRealtimeItem")


def read_TranscriptSegmentThreadRealtimeItem(v):
    o = new_TranscriptSegmentThreadRealtimeItem()
    if v["type"] != "transcriptSegment":
        raise Unfit
    o.type = "transcriptSegment"
    if type(x := v["id"]) is not str:
        raise Unfit
    o.id = x
    if type(x := v["realtimeSessionId"]) is not str:
        raise Unfit
    o.realtime_session_id = x
    o.role = read_ThreadRealtimeTranscriptRole(v["role"])
    if type(x := v["text"]) is not str:
        raise Unfit
    o.text = x
    o.__class__ = t.TranscriptSegmentThreadRealtimeItem
    return o


new_WholeItemThreadRealtimeBemItemPresentation = blank(
    globals(), "WholeItemThreadRealtimeBemItemPresentation"
)


def read_WholeItemThreadRealtimeBemItemPresentation(v):
    o = new_WholeItemThreadRealtimeBemItemPresentation()
    if v["type"] != "wholeItem":
        raise Unfit
    o.type = "wholeItem"
    o.__class__ = t.WholeItemThreadRealtimeBemItemPresentation
    return o


by_tag_ThreadRealtimeBemItemPresentation = Variants(
    {
        "wholeItem": read_WholeItemThreadRealtimeBemItemPresentation,
        "inlineMarkdown": read_InlineMarkdownThreadRealtimeBemItemPresentation,
        "inlineVisualization": read_InlineVisualizationThreadRealtimeBemItemPresentation,
    }
)
by_tag_ThreadRealtimeItem = Variants(
    {
        "realtimeSessionStarted": read_RealtimeSessionStartedThreadRealtimeItem,
        "transcriptSegment": read_TranscriptSegmentThreadRealtimeItem,
        "bemItemPromoted": read_BemItemPromotedThreadRealtimeItem,
        "realtimeSessionClosed": read_RealtimeSessionClosedThreadRealtimeItem,
    }
)
