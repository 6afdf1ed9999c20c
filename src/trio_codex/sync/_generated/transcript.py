"""Blocking face of `_client/transcript.py`, generated from its source.

Do not edit: `python -m schema.generator` writes this file.
"""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING, final

from ..._client.transcript import _belongs, _entry
from ...errors import MethodNotFoundError

if TYPE_CHECKING:
    from typing import Self

    from ..._client.transcript import TranscriptEntry
    from ...protocol import ThreadItemEntry
    from .paging import Pages

__all__ = ["Transcript"]


@final
class Transcript:
    """The conversation of a thread, for `for`; a page is fetched when it is needed."""

    def __init__(self, pages: Pages[ThreadItemEntry]) -> None:
        self._pages = pages
        # The items of the entry that has not ended yet.
        self._open: list[ThreadItemEntry] = []
        self._lock = threading.Lock()

    def __repr__(self) -> str:
        return f"<{type(self).__name__}>"

    def __iter__(self) -> Self:
        """Returns the transcript itself."""
        return self

    def __next__(self) -> TranscriptEntry:
        """Returns the next entry.

        Raises:
            AppServerError: the server refused, or the connection has ended.

        On Ctrl+C, no entry is lost: the next call returns it.
        """
        with self._lock:
            try:
                for listed in self._pages:
                    if self._open and not _belongs(self._open[-1], listed):
                        whole, self._open = self._open, [listed]
                        return _entry(whole)
                    self._open.append(listed)
            except MethodNotFoundError:
                pass  # The thread has had no turn.
            if not self._open:
                raise StopIteration
            whole, self._open = self._open, []
            return _entry(whole)
