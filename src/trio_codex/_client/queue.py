"""Async handle of queued input: its place in the queue, and the turn that it starts."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, final
from uuid import uuid4

import trio

from .._hints import exported
from .._session.control import leave_turn
from .._session.metering import open_meter
from ..errors import AppServerError, InvalidArgumentError, InvalidRequestError, fresh
from .turn import AsyncTurnHandle

if TYPE_CHECKING:
    from types import TracebackType
    from typing import Self

    from .._session.pending import PendingRequest
    from .._session.stream import Message
    from .._session.turn import TurnChannel
    from ..protocol import JsonValue
    from .app_server import AppServerClient
    from .inputs import Input

__all__ = ["AsyncQueuedTurn", "enqueue"]

_REORDERS = 4  # attempts; the queue may change between its listing and the request


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

    def __init__(self, client: AppServerClient, thread_id: str, message_id: str) -> None:
        self._client = client
        self._connection = client._require()
        self._id: str | None = None
        self._message_id = message_id
        self._deleted = False
        self._left = False
        self._channel: TurnChannel | None = None
        self._turn: AsyncTurnHandle | None = None
        followers, meter = self._connection.router.followers, open_meter(self._connection)
        self._follower = followers.follow(thread_id, self._note, meter, passive=True)

    @property
    def id(self) -> str:
        """The id of the queued submission."""
        assert self._id is not None
        return self._id

    @property
    def thread_id(self) -> str:
        """The id of the thread."""
        return self._follower.thread_id

    @property
    def client_user_message_id(self) -> str:
        """The id that links the input to its turn: the `client_id` of the turn's user message."""
        return self._message_id

    @property
    def started(self) -> bool:
        """Whether the turn of the input has started."""
        return self._channel is not None

    def __repr__(self) -> str:
        channel = self._channel
        state = "deleted" if self._deleted else "queued"
        if channel is not None:
            state = f"turn {channel.turn_id}"
        return f"<AsyncQueuedTurn {self._id} of thread {self.thread_id}, {state}>"

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
        await self._leave()  # noqa: ASYNC102 - shielded and bounded inside

    async def _leave(self) -> None:
        if self._left:
            return
        self._left = True
        deadline = trio.current_time() + self._connection.config.interrupt_timeout
        try:
            with trio.CancelScope(shield=True, deadline=deadline):
                if self._follower.open and not self._deleted and not await self._delete():
                    await self._wait_started()  # the server has taken it out to start it
        except AppServerError:
            pass  # the thread is gone, or the connection has ended
        finally:
            self._release()
            if self._channel is not None and self._channel.unfinished:
                await leave_turn(self._connection, self._channel, deadline=deadline)  # noqa: ASYNC102 - shielded and bounded inside

    def _release(self) -> None:
        self._follower.close()
        self._follower.drop(keep=self._channel)

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
        from .inputs import steer_input

        await self._request(
            "thread/queue/update", {"queuedSubmissionId": self.id, **steer_input(input)}
        )

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
        if type(position) is not int or position < 0:
            raise InvalidArgumentError(f"position must be an int from 0, not {position!r}")
        for attempt in range(_REORDERS):
            ids = await self._list()
            if self.id not in ids:
                raise self._gone(InvalidRequestError(f"queued submission not found: {self.id}"))
            ids.remove(self.id)
            if position > len(ids):
                raise InvalidArgumentError(
                    f"position must be from 0 to {len(ids)}, the end of the queue, not {position}"
                )
            ids.insert(position, self.id)
            try:
                await self._request("thread/queue/reorder", {"queuedSubmissionIds": [*ids]})
                return
            except InvalidRequestError:
                if attempt == _REORDERS - 1:
                    raise

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
        await self._request("thread/queue/start", {"queuedSubmissionId": self.id})

    async def turn(self) -> AsyncTurnHandle:
        """Waits for the turn of the input to start and returns its handle.

        Leaving the handle's block interrupts the turn, as for `AsyncThread.turn`.

        Raises:
            InvalidArgumentError: the input was deleted from the queue.
            AppServerError: the connection has ended.

        Cancelled, the input stays in the queue.
        """
        await self._wait_started()
        if self._channel is None:
            raise InvalidArgumentError(
                "the input was taken out of the queue before its turn; enqueue it again"
            )
        if self._turn is None:
            self._turn = AsyncTurnHandle(self._client, self._channel)
        return self._turn

    # -- what the server sends -------------------------------------------------------------------

    def _note(self, method: str, params: Message) -> None:
        # The user's message is the first item of a turn; a turn that completes another item first
        # is not that of queued input.
        item, turn_id = params.get("item"), params.get("turnId")
        if method != "item/completed" or not isinstance(item, dict) or self._channel is not None:
            return
        if not any(channel.turn_id == turn_id for channel in self._follower.channels):
            return
        if item.get("type") == "userMessage" and item.get("clientId") == self._message_id:
            self._channel = self._follower.claim(str(turn_id))
        else:
            self._follower.drop(turn_id=str(turn_id))

    async def _wait_started(self) -> None:
        """Waits until the turn has started, or the input was deleted."""
        follower = self._follower
        await trio.lowlevel.checkpoint()
        while self._channel is None and not self._deleted:
            if follower.failure is not None:
                raise fresh(follower.failure)
            if not follower.open:
                self._deleted = True
            elif await self.position() is None:
                # It is about to start, or somebody else has deleted it.
                with trio.move_on_after(self._connection.config.interrupt_timeout):
                    while self._channel is None and follower.open:
                        await follower.wait_changed()
                self._deleted = self._channel is None
            elif self._channel is None:
                await follower.wait_changed()

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
            self._deleted = True
            self._release()
        return self._deleted

    async def _request(self, method: str, params: dict[str, Any]) -> None:
        wire = self._client.wire_params(method, {"threadId": self.thread_id, **params})
        try:
            await self._connection.request(method, wire)
        except InvalidRequestError as error:
            raise self._gone(error) from None

    def _gone(self, error: InvalidRequestError) -> InvalidRequestError:
        """Adds to a refusal what has become of the input."""
        if "not found" not in error.message:
            return error
        state = "was deleted" if self._deleted else "has left the queue for its turn, see turn()"
        hint = f"{error.message}; the input {state}"
        return InvalidRequestError(hint, code=error.code, data=error.data)


async def enqueue(
    client: AppServerClient, thread_id: str, input: str | Input, message_id: str | None
) -> AsyncQueuedTurn:
    """Adds input to the queue of a thread; see `AsyncThread.enqueue`."""
    from .inputs import steer_input

    if message_id is not None and (not isinstance(message_id, str) or not message_id):
        raise InvalidArgumentError(
            f"client_user_message_id must be a non-empty str, not {message_id!r}"
        )
    name = message_id or str(uuid4())
    params = {"threadId": thread_id, "clientUserMessageId": name, **steer_input(input)}
    wire = client.wire_params("thread/queue/add", params)
    connection = client._require()
    connection.check_open()
    queued = AsyncQueuedTurn(client, thread_id, name)

    def added(reply: Any) -> None:
        queued._id = reply["queuedSubmission"]["id"]

    pending: PendingRequest | None = None
    try:
        pending = await connection.post("thread/queue/add", wire, added)
        await pending.wait()
    except BaseException:
        if pending is not None and pending.error is None:
            with trio.move_on_after(connection.config.interrupt_timeout, shield=True):
                try:
                    await pending.wait()
                except AppServerError:
                    pass
            connection.abandon(pending)
        if queued._id is None:
            queued._release()
        else:
            await queued._leave()  # noqa: ASYNC102 - shielded and bounded inside
        raise
    return queued


exported("trio_codex", AsyncQueuedTurn)
