"""Paged lists: iterators that fetch a page when it is needed."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Generic, TypeVar, final

import trio

if TYPE_CHECKING:
    from typing import Self

    from ..protocol import JsonValue
    from .app_server import AppServerClient

__all__ = ["Pages"]

T = TypeVar("T")


@final
class Pages(Generic[T]):
    """An async iterator over the entries of a list; a page is fetched when it is needed."""

    def __init__(self, client: AppServerClient, method: str, params: dict[str, JsonValue]) -> None:
        self._client = client
        self._method = method
        self._params = params
        self._page: list[T] = []
        self._position = 0
        self._more = True

    def __repr__(self) -> str:
        return f"<Pages of {self._method}>"

    def __aiter__(self) -> Self:
        """Returns the iterator itself."""
        return self

    async def __anext__(self) -> T:
        """Returns the next entry, fetching a page when there is none left.

        Raises:
            AppServerError: the server refused, or the connection has ended.

        Cancelled, the next call fetches the same page again.
        """
        await trio.lowlevel.checkpoint_if_cancelled()
        while self._position >= len(self._page):
            if not self._more:
                raise StopAsyncIteration
            await self._fetch()
        entry = self._page[self._position]
        self._position += 1
        return entry

    async def _fetch(self) -> None:
        reply: Any = await self._client.request(self._method, self._params)
        self._page = reply.data
        self._position = 0
        # An unchanged cursor would make the iteration endless.
        self._more = reply.next_cursor is not None and reply.next_cursor != self._params.get(
            "cursor"
        )
        self._params = {**self._params, "cursor": reply.next_cursor}
