"""Asyncio face of `_client/transcript.py`, generated from its source.

Do not edit: `python -m schema.generator` writes this file.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, final

from ..._client.transcript import _belongs, _entry
from ...errors import MethodNotFoundError

if TYPE_CHECKING:
    from typing import Self

    from ..._client.transcript import TranscriptEntry
    from ...protocol import ThreadItemEntry
    from .paging import AsyncPages

__all__ = ["AsyncTranscript"]


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
