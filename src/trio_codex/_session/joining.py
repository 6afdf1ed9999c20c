"""Joining the turn that runs on a thread, also one that another client has started."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

import trio

from .._json import text_at
from ..errors import JsonRpcError, MethodNotFoundError, fresh
from .metering import open_meter
from .turn import TurnChannel

if TYPE_CHECKING:
    from ..protocol import JsonValue
    from .connection import Connection
    from .pending import OnResult
    from .stream import Message
    from .turn import TurnRoute

__all__ = [
    "ITEMS_LISTED",
    "TURN_PAGE",
    "adopt",
    "join_turn",
    "list_completed",
    "newest_turn",
    "resume_page",
]

# What `thread/resume` has to ask for to return the thread's newest turn, apart from its id.
TURN_PAGE: Final[Message] = {
    "excludeTurns": True,
    "initialTurnsPage": {"limit": 1, "itemsView": "full"},
}
# The runtime refuses the page for a moment after the first turn of a thread was started.
_FIRST_TURN_WAITS: Final = (0.02, 0.05, 0.1, 0.2, 0.5, 1.0)
ITEMS_LISTED: Final = 200


async def join_turn(connection: Connection, thread_id: str) -> TurnChannel | None:
    """Returns a channel of the turn that runs on a thread; `None` when the thread is idle.

    A turn with a route is joined without a request. Otherwise the reply to `thread/resume` names
    the turn, and is expected like the reply to a start: so no event between the request and the
    reply is lost. The items that were completed before are listed into the turn's record, which
    makes its result whole; no events are made up for them.

    Cancelled, nothing is joined.
    """
    connection.check_open()
    router = connection.router
    await connection.abandoned.wait_left(thread_id)
    meter = open_meter(connection)
    for pending in router.starts.channels(thread_id):
        # The reply to a start of this client names its turn first.
        while pending.route is None and not pending.over:
            await pending.wait_changed()
    for route in reversed(router.turns.of_thread(thread_id)):
        channel = TurnChannel(thread_id, router.open_stream())
        channel.joined = True
        channel.meter = meter
        channel.attach(route)
        await trio.lowlevel.checkpoint()
        return channel
    channel = router.expect_turn(thread_id)
    channel.meter = meter
    try:
        await _bind(connection, channel)
        if channel.failure is not None:
            raise fresh(channel.failure)
        if channel.route is not None:
            listed = await list_completed(connection, thread_id, channel.route.turn_id)
            adopt(channel.route, listed)
            return channel
    except BaseException:
        router.release_turn(channel)
        raise
    router.release_turn(channel)
    return None


async def _bind(connection: Connection, channel: TurnChannel) -> None:
    """Binds a channel to the turn that runs on its thread, if one does."""
    router = connection.router

    def bind(reply: JsonValue) -> None:
        turn = newest_turn(reply)
        if turn is not None and turn["status"] == "inProgress":
            router.starts.bind(channel, turn["id"])
            route = channel.route
            assert route is not None
            if not channel.joined:
                # The route is new, so this client has not started the turn.
                route.foreign = connection.attached
                route.tokens = router.tokens.join(route.thread_id, route.turn_id)
            channel.joined = True
            if turn["startedAt"] is not None:
                route.start()

    try:
        await resume_page(connection, channel.thread_id, bind)
        return
    except JsonRpcError as error:
        refusal = error
    # An ephemeral thread, or one that has had no turn, cannot be resumed.
    reply: Any = await connection.request("thread/read", {"threadId": channel.thread_id})
    if reply["thread"]["status"]["type"] == "active":
        raise refusal


async def resume_page(
    connection: Connection, thread_id: str, on_result: OnResult | None = None
) -> JsonValue:
    """Resumes a thread and returns the reply, which has the thread's newest turn."""
    params: JsonValue = {"threadId": thread_id, **TURN_PAGE}
    for seconds in _FIRST_TURN_WAITS:
        try:
            return await connection.request("thread/resume", params, on_result)
        except MethodNotFoundError:
            await trio.sleep(seconds)
    return await connection.request("thread/resume", params, on_result)


def newest_turn(reply: Any) -> dict[str, Any] | None:
    """Returns the newest turn in the reply to `resume_page`; `None` if there is none."""
    turns = reply["initialTurnsPage"]["data"]
    return turns[0] if turns else None


def adopt(route: TurnRoute, completed: list[Message]) -> None:
    """Puts items that were completed unseen in front of the recorded ones of a turn.

    Args:
        route: the turn.
        completed: params like those of `item/completed`, in order; also of recorded items.
    """
    route.adopted |= {text_at(params, "item", "id") for params in completed}
    later = [it for it in route.items if text_at(it, "item", "id") not in route.adopted]
    route.items = [*completed, *later]


async def list_completed(connection: Connection, thread_id: str, turn_id: str) -> list[Message]:
    """Lists the completed items of a turn, each as the params of its `item/completed`.

    The page of a running turn has them too, but under other ids than the events have.
    """
    listed: list[Message] = []
    ids: Message = {"threadId": thread_id, "turnId": turn_id}
    page: Message = {**ids, "limit": ITEMS_LISTED}
    while True:
        reply: Any = await connection.request("thread/items/list", page)
        listed += [{"item": entry["item"], **ids} for entry in reply["data"]]
        if reply.get("nextCursor") is None:
            return listed
        page["cursor"] = reply["nextCursor"]
