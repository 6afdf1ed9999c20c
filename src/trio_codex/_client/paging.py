"""Paged lists: iterators that fetch a page when it is needed."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING, Any, Generic, TypeVar, final

import trio

from .._hints import exported
from ..errors import InvalidArgumentError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from typing import Self

    from ..protocol import JsonValue
    from .app_server import AppServerClient

__all__ = ["AsyncPages", "take_limits"]

T = TypeVar("T")

# Up to this limit the size of the page is the limit.
_SMALL_LIMIT = 100


@final
class AsyncPages(Generic[T]):
    """An async iterator over the entries of a list; a page is fetched when it is needed."""

    def __init__(
        self,
        client: AppServerClient,
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

    def __repr__(self) -> str:
        return f"<{type(self).__name__} of {self._method}>"

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
        while True:
            for entry in self._page:
                return entry
            params = self._params
            if params is None:
                raise StopAsyncIteration
            reply: Any = await self._client.request(self._method, params)
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


def take_limits(options: dict[str, object]) -> tuple[dict[str, object], int | None]:
    """Returns options with `limit` as the wire has it, the size of a page, and the limit of all.

    Raises:
        InvalidArgumentError: `limit` or `page_size` is not a positive int.
    """
    rest = dict(options)
    limit, size = rest.pop("limit", None), rest.pop("page_size", None)
    for name, value in (("limit", limit), ("page_size", size)):
        wrong = isinstance(value, bool) or not isinstance(value, int) or value <= 0
        if value is not None and wrong:
            raise InvalidArgumentError(f"{name} must be a positive int or None, not {value!r:.80}")
    if size is None and isinstance(limit, int) and limit <= _SMALL_LIMIT:
        size = limit  # One page is enough, and no larger one is fetched.
    if size is not None:
        rest["limit"] = size
    return rest, limit  # type: ignore[return-value]


exported("trio_codex.types", AsyncPages)
