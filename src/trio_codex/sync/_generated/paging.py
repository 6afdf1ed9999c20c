"""Blocking face of `_client/paging.py`, generated from its source.

Do not edit: `python -m schema.generator` writes this file.
"""

from __future__ import annotations

import threading
from itertools import islice
from typing import TYPE_CHECKING, Generic, final

from ..._client.paging import T

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from typing import Any, Self

    from ...protocol import JsonValue
    from .app_server import BlockingAppServerClient

__all__ = ["Pages"]


@final
class Pages(Generic[T]):
    """An iterator over the entries of a list; a page is fetched when it is needed."""

    def __init__(
        self,
        client: BlockingAppServerClient,
        method: str,
        params: dict[str, JsonValue],
        *,
        limit: int | None = None,
        make: Callable[[Any], T] | None = None,
    ) -> None:
        self._client = client
        self._method = method
        # How many entries the pages that were not fetched yet may have.
        self._left = limit
        self._make = make
        # The params of the next page; `None` after the last one.
        self._params: dict[str, JsonValue] | None = params
        self._page: Iterator[T] = iter(())
        self._lock = threading.Lock()

    def __repr__(self) -> str:
        return f"<{type(self).__name__} of {self._method}>"

    def __iter__(self) -> Self:
        """Returns the iterator itself."""
        return self

    def __next__(self) -> T:
        """Returns the next entry, fetching a page when there is none left.

        Raises:
            AppServerError: the server refused, or the connection has ended.

        On Ctrl+C, the next call fetches the same page again.
        """
        with self._lock:
            while True:
                for entry in self._page:
                    return entry
                params = self._params
                if params is None:
                    raise StopIteration
                reply: Any = self._client.request(self._method, params)
                cursor, left = reply.next_cursor, self._left
                entries = reply.data if self._make is None else map(self._make, reply.data)
                if left is not None:
                    left = max(left - len(reply.data), 0)
                # An unchanged cursor would make the iteration endless.
                more = cursor is not None and cursor != params.get("cursor") and left != 0
                # In one step: an exception in between would lose a page, or fetch it twice.
                self._page, self._params, self._left = (
                    islice(entries, self._left),
                    {**params, "cursor": cursor} if more else None,
                    left,
                )
