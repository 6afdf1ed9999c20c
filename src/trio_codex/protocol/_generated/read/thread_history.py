"""Fast readers: JSON as it was received to typed values.

Do not edit: `python -m schema.generator` writes this file.
"""

from __future__ import annotations

# The functions take JSON of any shape, and their speed is what they are for.
# mypy: allow-untyped-defs, allow-untyped-calls, no-check-untyped-defs, no-warn-return-any
from ..._fast import Unfit, Variants, blank, later
from .. import thread_history as t

read_Thread = later(globals(), "thread", "read_Thread")
read_ThreadItem = later(globals(), "item", "read_ThreadItem")
read_ThreadRealtimeItem = later(globals(), "realtime", "read_ThreadRealtimeItem")
read_Turn = later(globals(), "turn", "read_Turn")
read_TurnError = later(globals(), "turn", "read_TurnError")
read_TurnStatus = later(globals(), "turn", "read_TurnStatus")
new_ItemThreadTimelineEntry = blank(globals(), "ItemThreadTimelineEntry")


def read_ItemThreadTimelineEntry(v):
    o = new_ItemThreadTimelineEntry()
    if v["type"] != "item":
        raise Unfit
    o.type = "item"
    x = v["item"]
    o.item = read_ThreadItem(x)
    if type(x := v["position"]) is not int:
        raise Unfit
    o.position = x
    if type(x := v["turnId"]) is not str:
        raise Unfit
    o.turn_id = x
    o.__class__ = t.ItemThreadTimelineEntry
    return o


new_RealtimeThreadTimelineEntry = blank(globals(), "RealtimeThreadTimelineEntry")


def read_RealtimeThreadTimelineEntry(v):
    o = new_RealtimeThreadTimelineEntry()
    if v["type"] != "realtime":
        raise Unfit
    o.type = "realtime"
    x = v["item"]
    o.item = read_ThreadRealtimeItem(x)
    if type(x := v["position"]) is not int:
        raise Unfit
    o.position = x
    o.__class__ = t.RealtimeThreadTimelineEntry
    return o


new_ThreadInjectItemsResponse = blank(globals(), "ThreadInjectItemsResponse")


def read_ThreadInjectItemsResponse(v):
    if type(v) is not dict:
        raise Unfit
    o = new_ThreadInjectItemsResponse()
    o.__class__ = t.ThreadInjectItemsResponse
    return o


new_ThreadItemEntry = blank(globals(), "ThreadItemEntry")


def read_ThreadItemEntry(v):
    o = new_ThreadItemEntry()
    x = v["item"]
    o.item = read_ThreadItem(x)
    if type(x := v["turnId"]) is not str:
        raise Unfit
    o.turn_id = x
    if (x := v.get("completedAtMs")) is not None and type(x) is not int:
        raise Unfit
    o.completed_at_ms = x
    if (x := v.get("startedAtMs")) is not None and type(x) is not int:
        raise Unfit
    o.started_at_ms = x
    o.__class__ = t.ThreadItemEntry
    return o


new_ThreadItemsListResponse = blank(globals(), "ThreadItemsListResponse")


def read_ThreadItemsListResponse(v):
    o = new_ThreadItemsListResponse()
    if type(x := v["data"]) is not list:
        raise Unfit
    o.data = [read_ThreadItemEntry(y) for y in x]
    if (x := v.get("backwardsCursor")) is not None and type(x) is not str:
        raise Unfit
    o.backwards_cursor = x
    if (x := v.get("nextCursor")) is not None and type(x) is not str:
        raise Unfit
    o.next_cursor = x
    o.__class__ = t.ThreadItemsListResponse
    return o


new_ThreadItemsReadResponse = blank(globals(), "ThreadItemsReadResponse")


def read_ThreadItemsReadResponse(v):
    o = new_ThreadItemsReadResponse()
    if type(x := v["data"]) is not list:
        raise Unfit
    o.data = [read_ThreadItemEntry(y) for y in x]
    o.__class__ = t.ThreadItemsReadResponse
    return o


new_ThreadRevertResponse = blank(globals(), "ThreadRevertResponse")


def read_ThreadRevertResponse(v):
    o = new_ThreadRevertResponse()
    o.thread = read_Thread(v["thread"])
    if (x := v.get("itemsBackwardsCursor")) is not None and type(x) is not str:
        raise Unfit
    o.items_backwards_cursor = x
    if (x := v.get("turnsBackwardsCursor")) is not None and type(x) is not str:
        raise Unfit
    o.turns_backwards_cursor = x
    o.__class__ = t.ThreadRevertResponse
    return o


new_ThreadRevertedNotification = blank(globals(), "ThreadRevertedNotification")


def read_ThreadRevertedNotification(v):
    o = new_ThreadRevertedNotification()
    if type(x := v["threadId"]) is not str:
        raise Unfit
    o.thread_id = x
    o.__class__ = t.ThreadRevertedNotification
    return o


new_ThreadSearchOccurrence = blank(globals(), "ThreadSearchOccurrence")


def read_ThreadSearchOccurrence(v):
    o = new_ThreadSearchOccurrence()
    if type(x := v["itemId"]) is not str:
        raise Unfit
    o.item_id = x
    if type(x := v["snippet"]) is not str:
        raise Unfit
    o.snippet = x
    o.snippet_match_range = read_ThreadSearchTextRange(v["snippetMatchRange"])
    if type(x := v["turnCursor"]) is not str:
        raise Unfit
    o.turn_cursor = x
    if type(x := v["turnId"]) is not str:
        raise Unfit
    o.turn_id = x
    o.__class__ = t.ThreadSearchOccurrence
    return o


new_ThreadSearchOccurrencesResponse = blank(globals(), "ThreadSearchOccurrencesResponse")


def read_ThreadSearchOccurrencesResponse(v):
    o = new_ThreadSearchOccurrencesResponse()
    if type(x := v["data"]) is not list:
        raise Unfit
    o.data = [read_ThreadSearchOccurrence(y) for y in x]
    if (x := v.get("nextCursor")) is not None and type(x) is not str:
        raise Unfit
    o.next_cursor = x
    o.__class__ = t.ThreadSearchOccurrencesResponse
    return o


new_ThreadSearchResponse = blank(globals(), "ThreadSearchResponse")


def read_ThreadSearchResponse(v):
    o = new_ThreadSearchResponse()
    if type(x := v["data"]) is not list:
        raise Unfit
    o.data = [read_ThreadSearchResult(y) for y in x]
    if (x := v.get("backwardsCursor")) is not None and type(x) is not str:
        raise Unfit
    o.backwards_cursor = x
    if (x := v.get("nextCursor")) is not None and type(x) is not str:
        raise Unfit
    o.next_cursor = x
    o.__class__ = t.ThreadSearchResponse
    return o


new_ThreadSearchResult = blank(globals(), "ThreadSearchResult")


def read_ThreadSearchResult(v):
    o = new_ThreadSearchResult()
    if type(x := v["snippet"]) is not str:
        raise Unfit
    o.snippet = x
    o.thread = read_Thread(v["thread"])
    o.__class__ = t.ThreadSearchResult
    return o


new_ThreadSearchTextRange = blank(globals(), "ThreadSearchTextRange")


def read_ThreadSearchTextRange(v):
    o = new_ThreadSearchTextRange()
    if type(x := v["end"]) is not int:
        raise Unfit
    o.end = x
    if type(x := v["start"]) is not int:
        raise Unfit
    o.start = x
    o.__class__ = t.ThreadSearchTextRange
    return o


def read_ThreadTimelineEntry(v):
    return by_tag_ThreadTimelineEntry[v["type"]](v)


new_ThreadTimelineListResponse = blank(globals(), "ThreadTimelineListResponse")


def read_ThreadTimelineListResponse(v):
    o = new_ThreadTimelineListResponse()
    if type(x := v["data"]) is not list:
        raise Unfit
    o.data = [by_tag_ThreadTimelineEntry[y["type"]](y) for y in x]
    if (x := v.get("activeRealtimeSessionAtPageStart")) is not None and type(x) is not str:
        raise Unfit
    o.active_realtime_session_at_page_start = x
    if (x := v.get("nextCursor")) is not None and type(x) is not str:
        raise Unfit
    o.next_cursor = x
    o.__class__ = t.ThreadTimelineListResponse
    return o


new_ThreadTurnsListResponse = blank(globals(), "ThreadTurnsListResponse")


def read_ThreadTurnsListResponse(v):
    o = new_ThreadTurnsListResponse()
    if type(x := v["data"]) is not list:
        raise Unfit
    o.data = [read_Turn(y) for y in x]
    if (x := v.get("backwardsCursor")) is not None and type(x) is not str:
        raise Unfit
    o.backwards_cursor = x
    if (x := v.get("nextCursor")) is not None and type(x) is not str:
        raise Unfit
    o.next_cursor = x
    o.__class__ = t.ThreadTurnsListResponse
    return o


new_TurnCompletedThreadTimelineEntry = blank(globals(), "TurnCompletedThreadTimelineEntry")


def read_TurnCompletedThreadTimelineEntry(v):
    o = new_TurnCompletedThreadTimelineEntry()
    if v["type"] != "turnCompleted":
        raise Unfit
    o.type = "turnCompleted"
    if type(x := v["position"]) is not int:
        raise Unfit
    o.position = x
    o.status = read_TurnStatus(v["status"])
    if type(x := v["turnId"]) is not str:
        raise Unfit
    o.turn_id = x
    if (x := v.get("completedAt")) is not None and type(x) is not int:
        raise Unfit
    o.completed_at = x
    if (x := v.get("durationMs")) is not None and type(x) is not int:
        raise Unfit
    o.duration_ms = x
    o.error = None if (x := v.get("error")) is None else read_TurnError(x)
    if (x := v.get("startedAt")) is not None and type(x) is not int:
        raise Unfit
    o.started_at = x
    o.__class__ = t.TurnCompletedThreadTimelineEntry
    return o


new_TurnStartedThreadTimelineEntry = blank(globals(), "TurnStartedThreadTimelineEntry")


def read_TurnStartedThreadTimelineEntry(v):
    o = new_TurnStartedThreadTimelineEntry()
    if v["type"] != "turnStarted":
        raise Unfit
    o.type = "turnStarted"
    if type(x := v["position"]) is not int:
        raise Unfit
    o.position = x
    if type(x := v["turnId"]) is not str:
        raise Unfit
    o.turn_id = x
    if (x := v.get("startedAt")) is not None and type(x) is not int:
        raise Unfit
    o.started_at = x
    o.__class__ = t.TurnStartedThreadTimelineEntry
    return o


new_TurnsPage = blank(globals(), "TurnsPage")


def read_TurnsPage(v):
    o = new_TurnsPage()
    if type(x := v["data"]) is not list:
        raise Unfit
    o.data = [read_Turn(y) for y in x]
    if (x := v.get("backwardsCursor")) is not None and type(x) is not str:
        raise Unfit
    o.backwards_cursor = x
    if (x := v.get("nextCursor")) is not None and type(x) is not str:
        raise Unfit
    o.next_cursor = x
    o.__class__ = t.TurnsPage
    return o


by_tag_ThreadTimelineEntry = Variants(
    {
        "item": read_ItemThreadTimelineEntry,
        "realtime": read_RealtimeThreadTimelineEntry,
        "turnStarted": read_TurnStartedThreadTimelineEntry,
        "turnCompleted": read_TurnCompletedThreadTimelineEntry,
    }
)
