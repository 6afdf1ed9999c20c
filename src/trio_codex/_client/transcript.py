"""Transcripts: a thread's conversation as entries with a role, a text and items."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, final

import attrs
import trio

from .._hints import exported
from ..errors import MethodNotFoundError

if TYPE_CHECKING:
    from typing import Self

    from ..protocol import JsonValue, ThreadItem, ThreadItemEntry
    from .paging import AsyncPages

__all__ = ["AsyncTranscript", "TranscriptEntry"]


@final
@attrs.frozen(kw_only=True)
class TranscriptEntry:
    """One side's part of a conversation, up to the other's or to the end of the turn.

    Attributes:
        role: `user` or `assistant`.
        text: the text of the input, or the messages of the model, separated by empty lines.
        items: the items, in order: of the model also its reasoning, commands and changes.
        turn_id: the id of the turn.
    """

    role: Literal["user", "assistant"]
    text: str
    items: list[ThreadItem]
    turn_id: str

    def to_json(self) -> JsonValue:
        """Returns the entry as plain JSON, with the protocol's names."""
        from ..protocol.converter import unstructure

        return {
            "role": self.role,
            "text": self.text,
            "items": [unstructure(item) for item in self.items],
            "turnId": self.turn_id,
        }


@final
class AsyncTranscript:
    """The conversation of a thread, for `async for`; a page is fetched when it is needed."""

    def __init__(self, pages: AsyncPages[ThreadItemEntry]) -> None:
        self._pages = pages
        # The items of the entry that has not ended yet.
        self._open: list[ThreadItemEntry] = []

    def __repr__(self) -> str:
        return f"<{type(self).__name__}>"

    def __aiter__(self) -> Self:
        """Returns the transcript itself."""
        return self

    async def __anext__(self) -> TranscriptEntry:
        """Returns the next entry.

        Raises:
            AppServerError: the server refused, or the connection has ended.

        Cancelled, no entry is lost: the next call returns it.
        """
        await trio.lowlevel.checkpoint_if_cancelled()
        try:
            async for listed in self._pages:
                if self._open and not _belongs(self._open[-1], listed):
                    whole, self._open = self._open, [listed]
                    return _entry(whole)
                self._open.append(listed)
        except MethodNotFoundError:
            pass  # The thread has had no turn.
        if not self._open:
            raise StopAsyncIteration
        whole, self._open = self._open, []
        return _entry(whole)


def _belongs(before: ThreadItemEntry, listed: ThreadItemEntry) -> bool:
    if before.turn_id != listed.turn_id:
        return False
    # Several inputs of one turn, such as steers, are entries of their own.
    return not (_is_input(before) or _is_input(listed))


def _is_input(listed: ThreadItemEntry) -> bool:
    from ..protocol import UserMessageThreadItem

    return isinstance(listed.item, UserMessageThreadItem)


def _entry(listed: list[ThreadItemEntry]) -> TranscriptEntry:
    from ..protocol import AgentMessageThreadItem, TextUserInput, UserMessageThreadItem

    texts: list[str] = []
    for entry in listed:
        if isinstance(entry.item, AgentMessageThreadItem):
            texts.append(entry.item.text)
        elif isinstance(entry.item, UserMessageThreadItem):
            content = entry.item.content
            texts += [part.text for part in content if isinstance(part, TextUserInput)]
    return TranscriptEntry(
        role="user" if _is_input(listed[0]) else "assistant",
        text="\n\n".join(texts),
        items=[entry.item for entry in listed],
        turn_id=listed[0].turn_id,
    )


exported("trio_codex", TranscriptEntry)
exported("trio_codex.types", AsyncTranscript)
