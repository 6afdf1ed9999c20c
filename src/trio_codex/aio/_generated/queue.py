"""Asyncio face of `_client/queue.py`, generated from its source.

Do not edit: `python -m schema.generator` writes this file.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, final

from .turn import AsyncTurnHandle

if TYPE_CHECKING:
    from types import TracebackType
    from typing import Self

    from ..._client.inputs import Input
    from ..._client.queue import AsyncQueuedTurn as TrioQueuedTurn
    from ...protocol import JsonValue
    from .app_server import AppServerClient

__all__ = ["AsyncQueuedTurn"]


@final
class AsyncQueuedTurn:
    """Input that waits in the queue of a thread, and the turn that it starts.

    The server starts the next queued input when a turn of the thread has completed, and a first one
    immediately when the thread is idle. After a turn that was interrupted or failed, the queue
    stands until `start`.

    As an async context manager it is the scope of both: leaving the block deletes the input from
    the queue, or interrupts its turn if that has started and still runs. Without `async with`, the
    input stays in the queue when its handle is dropped.
    """

    def __init__(self, client: AppServerClient, held: TrioQueuedTurn) -> None:
        self._client = client
        self._portal = client.portal
        self._async = held

    @property
    def id(self) -> str:
        """The id of the queued submission."""
        return self._async.id

    @property
    def thread_id(self) -> str:
        """The id of the thread."""
        return self._async.thread_id

    @property
    def client_user_message_id(self) -> str:
        """The id that links the input to its turn: the `client_id` of the turn's user message."""
        return self._async.client_user_message_id

    @property
    def started(self) -> bool:
        """Whether the turn of the input has started."""
        return self._async.started

    def __repr__(self) -> str:
        return repr(self._async)

    async def __aenter__(self) -> Self:
        """Returns the handle; the block is the scope of the input and its turn."""
        return self

    async def __aexit__(
        self,
        exc_type: type[BaseException] | None,
        exc: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        """Deletes the input if it still waits, or interrupts its turn if that still runs.

        Shielded from cancellation and bounded by `AppServerConfig.interrupt_timeout`.
        """
        await self._portal.leave(self._async.__aexit__, exc_type, exc, traceback)

    # -- in the queue --------------------------------------------------------------------------

    async def position(self) -> int | None:
        """Returns how many inputs are before this one; `None` when it is not in the queue.

        Raises:
            AppServerError: the server refused, or the connection has ended.

        Cancelled, nothing has changed.
        """
        ids = await self._list()
        return ids.index(self.id) if self.id in ids else None

    async def update(self, input: str | Input) -> None:
        """Replaces the input while it waits (`thread/queue/update`).

        Raises:
            InvalidArgumentError: the input is empty or has a wrong type; nothing was sent.
            InvalidRequestError: the input is not in the queue any more.
            AppServerError: the connection has ended.

        Cancelled, the input may have been replaced.
        """
        await self._portal.run(self._async.update, input)

    async def reorder(self, position: int) -> None:
        """Moves the input within the queue (`thread/queue/reorder`).

        Args:
            position: how many inputs are to be before it; 0 makes it the next.

        Raises:
            InvalidArgumentError: the queue has no such position.
            InvalidRequestError: the input is not in the queue any more.
            AppServerError: the connection has ended.

        Cancelled, the input may have been moved.
        """
        await self._portal.run(self._async.reorder, position)

    async def delete(self) -> bool:
        """Takes the input out of the queue (`thread/queue/delete`); false if it was not there.

        Raises:
            AppServerError: the server refused, or the connection has ended.

        Cancelled, the input may have been deleted.
        """
        return await self._delete()

    async def start(self) -> None:
        """Starts the turn of the input now, before others (`thread/queue/start`).

        Needed when the queue stands because a turn was interrupted or has failed.

        Raises:
            InvalidRequestError: a turn runs, or the input is not in the queue any more.
            AppServerError: the connection has ended.

        Cancelled, the turn may have been started.
        """
        await self._portal.run(self._async.start)

    async def turn(self) -> AsyncTurnHandle:
        """Waits for the turn of the input to start and returns its handle.

        Leaving the handle's block interrupts the turn, as for `AsyncThread.turn`.

        Raises:
            InvalidArgumentError: the input was deleted from the queue.
            AppServerError: the connection has ended.

        Cancelled, the input stays in the queue.
        """
        return await self._client._open(AsyncTurnHandle, self._async.turn)

    # -- what the server sends -------------------------------------------------------------------

    async def _list(self) -> list[str]:
        ids: list[str] = []
        params: dict[str, JsonValue] = {"threadId": self.thread_id}
        while True:
            reply = await self._client.request("thread/queue/list", params)
            ids += [entry.id for entry in reply.data]
            if reply.next_cursor is None or reply.next_cursor == params.get("cursor"):
                return ids
            params["cursor"] = reply.next_cursor

    async def _delete(self) -> bool:
        params = {"threadId": self.thread_id, "queuedSubmissionId": self.id}
        if (await self._client.request("thread/queue/delete", params)).deleted:
            self._async._deleted = True
            self._async._release()
        return self._async._deleted
