"""Thread lifecycle: which threads a connection has opened, and how they are unloaded."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING, final

import trio

from ..errors import AppServerError, ProtocolError
from .control import leave_turn

if TYPE_CHECKING:
    from collections.abc import Callable

    from ..protocol import JsonValue
    from .connection import Connection
    from .stream import Hook, Message

__all__ = ["LoadedThreads", "give_up", "leave_thread", "open_thread"]

logger = logging.getLogger("trio_codex.threads")

_CLOSED = "thread/closed"
# The items that name the threads of sub-agents, which the runtime announces in no other way.
_AGENT_ITEMS = frozenset({"collabAgentToolCall", "subAgentActivity"})


@final
class LoadedThreads:
    """The threads that were opened on one connection, and the blocks they were entered in.

    The same thread may be opened several times (a start, then resumes), and each resulting object
    may be entered. The runtime has one subscription of the connection to the thread, so the thread
    is unloaded when its last block is left, and not when an opening is given up while another one
    is in use.

    Attributes:
        closes: whether `thread/closed` follows an unsubscription without a delay, as it does when
            the command line of the runtime sets it; only then it is waited for. Unknown for a
            runtime that was not started here.
    """

    def __init__(self) -> None:
        self.closes: bool = False
        self._opened: dict[str, int] = {}
        self._entered: dict[str, int] = {}
        self._agents: dict[str, list[str]] = {}
        self.hooks: dict[str, Hook] = {
            _CLOSED: self._on_gone,
            "thread/archived": self._on_gone,
            "thread/deleted": self._on_gone,
            "item/completed": self._on_item_completed,
        }

    def opened(self, thread_id: str) -> None:
        """Notes a successful start, resume or fork; the reader calls this with the reply."""
        self._opened[thread_id] = self._opened.get(thread_id, 0) + 1

    def given_up(self, thread_id: str) -> bool:
        """Removes an opening whose caller was cancelled; true if there is no other one."""
        others = self._opened.get(thread_id, 0) - 1
        if others > 0:
            self._opened[thread_id] = others
            return False
        self.forget(thread_id)
        return True

    def is_open(self, thread_id: str) -> bool:
        """Whether the thread was opened on this connection and not unloaded since."""
        return thread_id in self._opened

    def enter(self, thread_id: str) -> None:
        """Notes a block that the thread is entered in."""
        self._entered[thread_id] = self._entered.get(thread_id, 0) + 1

    def leave(self, thread_id: str) -> bool:
        """Notes that such a block was left; true if it was the last one."""
        if thread_id not in self._entered:
            # It was never entered: an interrupted blocking call gives back its opening.
            return self.given_up(thread_id)
        self._entered[thread_id] -= 1
        if self._entered[thread_id]:
            return False
        self.forget(thread_id)
        return True

    def forget(self, thread_id: str) -> None:
        """Forgets a thread that is unloaded."""
        self._opened.pop(thread_id, None)
        self._entered.pop(thread_id, None)

    def take_agents(self, thread_id: str) -> list[str]:
        """Returns, and drops, the threads of the thread's sub-agents, nested ones included."""
        found: list[str] = []
        waiting = self._agents.pop(thread_id, [])
        while waiting:
            agent = waiting.pop()
            found.append(agent)
            waiting += self._agents.pop(agent, [])
        return found

    def _on_gone(self, params: Message) -> None:
        thread_id = str(params.get("threadId"))
        self.forget(thread_id)
        self._agents.pop(thread_id, None)

    def _on_item_completed(self, params: Message) -> None:
        item, thread_id = params.get("item"), params.get("threadId")
        if not isinstance(item, dict) or item.get("type") not in _AGENT_ITEMS:
            return
        receivers = item.get("receiverThreadIds")
        for agent in receivers if isinstance(receivers, list) else [item.get("agentThreadId")]:
            if isinstance(agent, str) and isinstance(thread_id, str) and agent != thread_id:
                known = self._agents.setdefault(thread_id, [])
                if agent not in known:
                    known.append(agent)


async def open_thread(
    connection: Connection,
    method: str,
    params: JsonValue,
    register: Callable[[JsonValue], None],
) -> JsonValue:
    """Sends a thread's start, resume or fork and returns the reply.

    Cancelled, this returns without waiting for the server. When the reply comes later, a task of
    the connection unloads the thread: the caller does not have its id.
    """
    threads = connection.threads

    def opened(reply: JsonValue) -> None:
        register(reply)
        threads.opened(_thread_id(method, reply))

    pending = await connection.post(method, params, opened)
    try:
        return await pending.wait()
    except trio.Cancelled:
        connection.abandon(pending)
        if not pending.settled:
            # After `abandon`, which drops the callback of the caller that is gone.
            pending.on_result = lambda reply: _unload_late(connection, _thread_id(method, reply))
        elif pending.error is None:
            give_up(connection, _thread_id(method, pending.result))
        raise


def give_up(connection: Connection, thread_id: str) -> None:
    """Unloads a thread whose caller was cancelled, in a task of the connection."""
    if connection.threads.given_up(thread_id):
        _unload_late(connection, thread_id)


def _unload_late(connection: Connection, thread_id: str) -> None:
    if not connection.threads.is_open(thread_id):
        connection.start_task(leave_thread, connection, thread_id, name="unload")


def _thread_id(method: str, reply: JsonValue) -> str:
    thread = reply.get("thread") if isinstance(reply, dict) else None
    thread_id = thread.get("id") if isinstance(thread, dict) else None
    if not isinstance(thread_id, str):
        raise ProtocolError(f"the reply to {method} names no thread")
    return thread_id


async def leave_thread(connection: Connection, thread_id: str) -> None:
    """Interrupts the turns that run on a thread, then unloads it with its sub-agents' threads.

    Shielded, and bounded by one `interrupt_timeout` for all of it; errors of the server are only
    logged.
    """
    if connection.failure is not None:
        return
    deadline = trio.current_time() + connection.config.interrupt_timeout
    ids = {"codex_thread_id": thread_id}
    with trio.CancelScope(shield=True, deadline=deadline) as scope:
        try:
            await _end_turns(connection, thread_id, deadline)
            agents = connection.threads.take_agents(thread_id)
            # The agents first: their parent may be waiting for them.
            await _unload(connection, [*agents, thread_id])
        except AppServerError as error:
            logger.debug("a thread could not be unloaded: %s", error, extra=ids)
    if scope.cancelled_caught:
        timeout = connection.config.interrupt_timeout
        logger.warning("a thread was left but not unloaded within %g s", timeout, extra=ids)


async def _end_turns(connection: Connection, thread_id: str, deadline: float) -> None:
    await connection.abandoned.wait_left(thread_id)
    router = connection.router
    # Agents may run on after the turn that has started them.
    ended = [channel for route in router.agents.roots_of(thread_id) for channel in route.channels]
    for channel in (*router.channels_of(thread_id, None), *ended):
        # A start that another task has just sent: its reply names the turn to interrupt.
        while channel.route is None and not channel.over:
            await channel.wait_changed()
        await leave_turn(connection, channel, deadline=deadline)
    # A turn that this client has not started, such as a goal's: without an id, the running turn is
    # interrupted, and nothing happens when the thread is idle.
    try:
        await connection.request("turn/interrupt", {"threadId": thread_id, "turnId": ""})
    except AppServerError as error:
        logger.debug("nothing more was interrupted: %s", error)


async def _unload(connection: Connection, thread_ids: list[str]) -> None:
    """Unsubscribes from threads; the runtime unloads a thread without subscribers.

    A resume of a thread that is being unloaded is refused, so its end is waited for.
    """
    subscription = connection.router.subscribe(frozenset({_CLOSED}))
    try:
        waiting = set()
        for thread_id in thread_ids:
            params: JsonValue = {"threadId": thread_id}
            reply = await connection.request("thread/unsubscribe", params)
            if isinstance(reply, dict) and reply.get("status") == "unsubscribed":
                waiting.add(thread_id)
        while waiting and connection.threads.closes:
            for entry in await subscription.events.receive():
                if isinstance(entry, BaseException):
                    raise entry
                closed = entry.get("params")
                if isinstance(closed, dict):
                    waiting.discard(str(closed.get("threadId")))
    finally:
        connection.router.unsubscribe(subscription)
