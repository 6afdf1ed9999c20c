"""Thread history types of the app-server protocol, generated from the pinned schema.

Do not edit: `python -m schema.generator` writes this file.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, TypeAlias

from .._model import OMITTED, JsonValue, Omitted, OpenEnum, WireModel, wire
from ..unknown import UnknownVariant

if TYPE_CHECKING:
    from .common import SortDirection
    from .item import ThreadItem
    from .realtime import ThreadRealtimeItem
    from .thread import Thread, ThreadSourceKind
    from .turn import Turn, TurnError, TurnItemsView, TurnStatus

__all__ = [
    "ItemThreadItemsListAnchor",
    "ItemThreadTimelineEntry",
    "RealtimeThreadTimelineEntry",
    "ThreadInjectItemsParams",
    "ThreadInjectItemsResponse",
    "ThreadItemEntry",
    "ThreadItemsListAnchor",
    "ThreadItemsListCursor",
    "ThreadItemsListParams",
    "ThreadItemsListResponse",
    "ThreadItemsReadParams",
    "ThreadItemsReadResponse",
    "ThreadRevertParams",
    "ThreadRevertResponse",
    "ThreadRevertedNotification",
    "ThreadSearchOccurrence",
    "ThreadSearchOccurrencesParams",
    "ThreadSearchOccurrencesResponse",
    "ThreadSearchParams",
    "ThreadSearchResponse",
    "ThreadSearchResult",
    "ThreadSearchSortKey",
    "ThreadSearchTextRange",
    "ThreadTimelineEntry",
    "ThreadTimelineListParams",
    "ThreadTimelineListResponse",
    "ThreadTurnsListParams",
    "ThreadTurnsListResponse",
    "TurnCompletedThreadTimelineEntry",
    "TurnStartedThreadTimelineEntry",
    "TurnsPage",
]


class ThreadSearchSortKey(OpenEnum):
    """An open enum, used by `ThreadSearchParams`."""

    CREATED_AT = "created_at"
    UPDATED_AT = "updated_at"
    RECENCY_AT = "recency_at"


class ItemThreadItemsListAnchor(WireModel):
    """One shape of `ThreadItemsListAnchor`, tagged `item`."""

    type: Literal["item"] = wire("type", default="item")
    item_id: str = wire("itemId")


class ItemThreadTimelineEntry(WireModel):
    """One shape of `ThreadTimelineEntry`, tagged `item`."""

    type: Literal["item"] = wire("type", default="item")
    item: ThreadItem = wire("item")
    position: int = wire("position", format="uint64")
    turn_id: str = wire("turnId")


class RealtimeThreadTimelineEntry(WireModel):
    """One shape of `ThreadTimelineEntry`, tagged `realtime`."""

    type: Literal["realtime"] = wire("type", default="realtime")
    item: ThreadRealtimeItem = wire("item")
    position: int = wire("position", format="uint64")


class ThreadInjectItemsParams(WireModel):
    """Params of `thread/inject_items`."""

    items: list[JsonValue] = wire("items", untyped=True)
    thread_id: str = wire("threadId")


class ThreadInjectItemsResponse(WireModel):
    """Result of `thread/inject_items`."""


class ThreadItemEntry(WireModel):
    """An object, used by `ThreadItemsListResponse` and `ThreadItemsReadResponse`."""

    item: ThreadItem = wire("item")
    turn_id: str = wire("turnId")
    completed_at_ms: int | None = wire("completedAtMs", default=None, format="int64")
    started_at_ms: int | None = wire("startedAtMs", default=None, format="int64")


class ThreadItemsListParams(WireModel):
    """Params of `thread/items/list`."""

    thread_id: str = wire("threadId")
    cursor: ThreadItemsListCursor | None | Omitted = wire("cursor", default=OMITTED)
    limit: int | None | Omitted = wire("limit", default=OMITTED, format="uint32")
    sort_direction: SortDirection | None | Omitted = wire("sortDirection", default=OMITTED)
    turn_id: str | None | Omitted = wire("turnId", default=OMITTED)


class ThreadItemsListResponse(WireModel):
    """Result of `thread/items/list`."""

    data: list[ThreadItemEntry] = wire("data")
    backwards_cursor: str | None = wire("backwardsCursor", default=None)
    next_cursor: str | None = wire("nextCursor", default=None)


class ThreadItemsReadParams(WireModel):
    """Params of `thread/items/read`."""

    item_ids: list[str] = wire("itemIds")
    thread_id: str = wire("threadId")
    turn_id: str = wire("turnId")


class ThreadItemsReadResponse(WireModel):
    """Result of `thread/items/read`."""

    data: list[ThreadItemEntry] = wire("data")


class ThreadRevertParams(WireModel):
    """Params of `thread/revert`."""

    before_turn_id: str = wire("beforeTurnId")
    thread_id: str = wire("threadId")


class ThreadRevertResponse(WireModel):
    """Result of `thread/revert`."""

    thread: Thread = wire("thread")
    items_backwards_cursor: str | None = wire("itemsBackwardsCursor", default=None)
    turns_backwards_cursor: str | None = wire("turnsBackwardsCursor", default=None)


class ThreadRevertedNotification(WireModel):
    """Payload of the `thread/reverted` notification."""

    thread_id: str = wire("threadId")


class ThreadSearchOccurrence(WireModel):
    """An object, used by `ThreadSearchOccurrencesResponse`."""

    item_id: str = wire("itemId")
    snippet: str = wire("snippet")
    snippet_match_range: ThreadSearchTextRange = wire("snippetMatchRange")
    turn_cursor: str = wire("turnCursor")
    turn_id: str = wire("turnId")


class ThreadSearchOccurrencesParams(WireModel):
    """Params of `thread/searchOccurrences`."""

    search_term: str = wire("searchTerm")
    thread_id: str = wire("threadId")
    cursor: str | None | Omitted = wire("cursor", default=OMITTED)
    limit: int | None | Omitted = wire("limit", default=OMITTED, format="uint32")


class ThreadSearchOccurrencesResponse(WireModel):
    """Result of `thread/searchOccurrences`."""

    data: list[ThreadSearchOccurrence] = wire("data")
    next_cursor: str | None = wire("nextCursor", default=None)


class ThreadSearchParams(WireModel):
    """Params of `thread/search`."""

    search_term: str = wire("searchTerm")
    archived: bool | None | Omitted = wire("archived", default=OMITTED)
    cursor: str | None | Omitted = wire("cursor", default=OMITTED)
    limit: int | None | Omitted = wire("limit", default=OMITTED, format="uint32")
    sort_direction: SortDirection | None | Omitted = wire("sortDirection", default=OMITTED)
    sort_key: ThreadSearchSortKey | None | Omitted = wire("sortKey", default=OMITTED)
    source_kinds: list[ThreadSourceKind] | None | Omitted = wire("sourceKinds", default=OMITTED)


class ThreadSearchResponse(WireModel):
    """Result of `thread/search`."""

    data: list[ThreadSearchResult] = wire("data")
    backwards_cursor: str | None = wire("backwardsCursor", default=None)
    next_cursor: str | None = wire("nextCursor", default=None)


class ThreadSearchResult(WireModel):
    """An object, used by `ThreadSearchResponse`."""

    snippet: str = wire("snippet")
    thread: Thread = wire("thread")


class ThreadSearchTextRange(WireModel):
    """An object, used by `ThreadSearchOccurrence`."""

    end: int = wire("end", format="uint32")
    start: int = wire("start", format="uint32")


class ThreadTimelineListParams(WireModel):
    """Params of `thread/timeline/list`."""

    thread_id: str = wire("threadId")
    cursor: str | None | Omitted = wire("cursor", default=OMITTED)
    limit: int | None | Omitted = wire("limit", default=OMITTED, format="uint32")


class ThreadTimelineListResponse(WireModel):
    """Result of `thread/timeline/list`."""

    data: list[ThreadTimelineEntry] = wire("data")
    active_realtime_session_at_page_start: str | None = wire(
        "activeRealtimeSessionAtPageStart", default=None
    )
    next_cursor: str | None = wire("nextCursor", default=None)


class ThreadTurnsListParams(WireModel):
    """Params of `thread/turns/list`."""

    thread_id: str = wire("threadId")
    cursor: str | None | Omitted = wire("cursor", default=OMITTED)
    items_view: TurnItemsView | None | Omitted = wire("itemsView", default=OMITTED)
    limit: int | None | Omitted = wire("limit", default=OMITTED, format="uint32")
    sort_direction: SortDirection | None | Omitted = wire("sortDirection", default=OMITTED)


class ThreadTurnsListResponse(WireModel):
    """Result of `thread/turns/list`."""

    data: list[Turn] = wire("data")
    backwards_cursor: str | None = wire("backwardsCursor", default=None)
    next_cursor: str | None = wire("nextCursor", default=None)


class TurnCompletedThreadTimelineEntry(WireModel):
    """One shape of `ThreadTimelineEntry`, tagged `turnCompleted`."""

    type: Literal["turnCompleted"] = wire("type", default="turnCompleted")
    position: int = wire("position", format="uint64")
    status: TurnStatus = wire("status")
    turn_id: str = wire("turnId")
    completed_at: int | None = wire("completedAt", default=None, format="int64")
    duration_ms: int | None = wire("durationMs", default=None, format="int64")
    error: TurnError | None = wire("error", default=None)
    started_at: int | None = wire("startedAt", default=None, format="int64")


class TurnStartedThreadTimelineEntry(WireModel):
    """One shape of `ThreadTimelineEntry`, tagged `turnStarted`."""

    type: Literal["turnStarted"] = wire("type", default="turnStarted")
    position: int = wire("position", format="uint64")
    turn_id: str = wire("turnId")
    started_at: int | None = wire("startedAt", default=None, format="int64")


class TurnsPage(WireModel):
    """An object, used by `ThreadResumeResponse`."""

    data: list[Turn] = wire("data")
    backwards_cursor: str | None = wire("backwardsCursor", default=None)
    next_cursor: str | None = wire("nextCursor", default=None)


ThreadItemsListAnchor: TypeAlias = ItemThreadItemsListAnchor | UnknownVariant
"""A union, used by `ThreadItemsListCursor`."""

ThreadTimelineEntry: TypeAlias = (
    ItemThreadTimelineEntry
    | RealtimeThreadTimelineEntry
    | TurnStartedThreadTimelineEntry
    | TurnCompletedThreadTimelineEntry
    | UnknownVariant
)
"""A union, used by `ThreadTimelineListResponse`."""

ThreadItemsListCursor: TypeAlias = str | ThreadItemsListAnchor | UnknownVariant
"""A union, used by `ThreadItemsListParams`."""
