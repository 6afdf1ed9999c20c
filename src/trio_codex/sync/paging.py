"""Turns a method that lists a page at a time into one blocking iteration over everything."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING, Any, Generic, TypeVar, final

if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import Self

    from ..protocol import JsonValue
    from .app_server import AppServerClient

__all__ = ["Pages"]

T = TypeVar("T")


@final
class Pages(Generic[T]):
    """An iterator over the entries of a list; a page is fetched when it is needed."""

    def __init__(self, client: AppServerClient, method: str, params: dict[str, JsonValue]) -> None:
        self._client = client
        self._method = method
        self._params = params
        self._page: Iterator[T] = iter(())
        self._more = True
        # Several threads may share the work of one iteration.
        self._fetching = threading.Lock()

    def __repr__(self) -> str:
        return f"<Pages of {self._method}>"

    def __iter__(self) -> Self:
        """Returns the iterator itself."""
        return self

    def __next__(self) -> T:
        """Returns the next entry, fetching a page when there is none left.

        Raises:
            AppServerError: the server refused, or the connection has ended.

        On Ctrl+C, nothing is lost: the next call fetches the same page again.
        """
        with self._fetching:
            while True:
                for entry in self._page:
                    return entry
                if not self._more:
                    raise StopIteration
                self._fetch()

    def _fetch(self) -> None:
        reply: Any = self._client.request(self._method, self._params)
        cursor = reply.next_cursor
        # An unchanged cursor would make the iteration endless.
        more = cursor is not None and cursor != self._params.get("cursor")
        self._params = {**self._params, "cursor": cursor}
        self._page, self._more = iter(reply.data), more
