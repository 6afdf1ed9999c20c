"""Goal lifecycle: start, join, end, and the state that the reader keeps up to date."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, final

import trio

from .._session.control import leave_turn
from .._session.joining import join_turn
from .._session.metering import open_meter
from .._session.turn import TURN_COMPLETED
from ..errors import AppServerError, InvalidArgumentError, fresh

if TYPE_CHECKING:
    from .._session.connection import Connection
    from .._session.followers import ThreadFollower
    from .._session.pending import PendingRequest
    from .._session.stream import Message
    from ..protocol import JsonValue
    from .app_server import AppServerClient

__all__ = ["Goal", "join_goal", "start_goal"]

_UPDATED = "thread/goal/updated"
_CLEARED = "thread/goal/cleared"
_ACTIVE = "active"
_LONGEST_OBJECTIVE = 4000  # characters; the runtime refuses more


# The end of a goal. Its status becomes terminal during the last turn, before that turn's last
# message. Somebody else may pause or clear it, also between two turns. An interrupt leaves it
# active, and the runtime starts no further turn. So a goal has ended when no turn runs on its
# thread and either its status is not `active` or its last turn was not completed. `_note` decides
# that where the reader delivers the event that makes it true, and closes the follower there: a turn
# that the caller starts next on the thread is not the goal's
# (`tests/client/test_goals_fake.py`, in every order that the runtime may send).
@final
class Goal:
    """What is known of the goal of a thread, kept up to date by the reader.

    Attributes:
        record: the goal as the server has sent it last.
        cleared: whether it was cleared since.
        known: whether the server has answered what the handle was made with.
        ended: whether the goal has ended for its handle.
        joined: whether the goal ran already when the handle was made.
    """

    def __init__(self, connection: Connection, thread_id: str, *, joined: bool = False) -> None:
        self.connection: Connection = connection
        self.record: Message = {}
        self.cleared: bool = False
        self.known: bool = False
        self.ended: bool = False
        self.joined: bool = joined
        self._last: JsonValue = "completed"  # the status of the last turn
        meter = open_meter(connection)
        self.follower: ThreadFollower = connection.router.followers.follow(
            thread_id, self._note, meter
        )

    @property
    def status(self) -> str:
        """The goal's status as the server has sent it last, or `cleared`."""
        return "cleared" if self.cleared else str(self.record.get("status"))

    @property
    def active(self) -> bool:
        """Whether the server may start a turn for it."""
        return self.status == _ACTIVE

    def know(self, goal: JsonValue) -> None:
        """Takes the goal of the server's answer, unless a newer one has come already."""
        if isinstance(goal, dict) and not self.record:
            self.record = goal
        self.known = True
        self._check(None)

    def _note(self, method: str, params: Message) -> None:
        turn: Any = params.get("turn")
        ending: str | None = None
        if method == _UPDATED and isinstance(params.get("goal"), dict):
            self.record = params["goal"]  # type: ignore[assignment]
            self.cleared = False
        elif method == _CLEARED:
            self.cleared = self.known
        elif method == TURN_COMPLETED and isinstance(turn, dict):
            ending = str(turn.get("id"))
            if any(channel.turn_id == ending for channel in self.follower.channels):
                self._last = turn.get("status")
        self._check(ending)

    def _check(self, ending: str | None) -> None:
        follower = self.follower
        if not (self.known and follower.open and follower.settled) or follower.running(ending):
            return
        if not self.active or self._last != "completed":
            self.ended = True
            follower.close()

    async def wait_turn(self, number: int) -> bool:
        """Waits for a turn, by its number from 0; false when the goal has ended before it."""
        follower = self.follower
        while len(follower.channels) <= number:
            if follower.failure is not None:
                raise fresh(follower.failure)
            if not follower.open:
                return False
            await follower.wait_changed()
        return True

    def detach(self) -> None:
        """Lets the goal run on without its handle."""
        self.follower.close()
        for channel in self.follower.channels:
            if not channel.over:
                self.connection.router.release_turn(channel)

    async def end(self) -> None:
        """Pauses a goal that is active, then interrupts what runs of it, and waits for that.

        A handle that joined does so only when no other handle follows the goal. Shielded and
        bounded by one `interrupt_timeout`; errors of the server end it early.
        """
        connection = self.connection
        followers = connection.router.followers.of_thread(self.follower.thread_id)
        if self.joined and any(not (one.passive or one is self.follower) for one in followers):
            self.detach()
            return
        deadline = trio.current_time() + connection.config.interrupt_timeout
        try:
            if not (self.cleared or connection.failure) and (self.active or not self.known):
                with trio.CancelScope(shield=True, deadline=deadline):
                    await self._pause()
            for channel in self.follower.channels:
                if channel.unfinished:
                    await leave_turn(connection, channel, deadline=deadline)
        finally:
            self.detach()

    async def _pause(self) -> None:
        connection, thread_id = self.connection, self.follower.thread_id
        requests = [("thread/goal/set", {"status": "paused"}), ("turn/interrupt", {"turnId": ""})]
        for method, params in requests:
            # A turn that the server has begun and not announced needs the second one. It names no
            # turn, so it is for a thread on which nothing of this client runs.
            if method == "turn/interrupt" and (
                self.follower.running() or not self.follower.settled
            ):
                return
            wire: JsonValue = {"threadId": thread_id, **params}
            pending = await connection.post(method, wire, urgent=True)
            try:
                await pending.wait()
            except AppServerError:
                return  # there is no goal, or no connection any more
            finally:
                connection.abandon(pending)


async def start_goal(
    client: AppServerClient,
    thread_id: str,
    objective: str,
    token_budget: int | None,
) -> Goal:
    """Starts a goal; see `AsyncThread.pursue`."""
    _check_goal(objective, token_budget)
    connection = client._require()
    connection.check_open()
    await connection.abandoned.wait_left(thread_id)
    goal = Goal(connection, thread_id)
    pending: PendingRequest | None = None
    try:
        before = (await client.request("thread/goal/get", {"threadId": thread_id})).goal
        if before is not None and before.status == _ACTIVE:
            raise InvalidArgumentError(
                f"the thread pursues a goal already: {before.objective!r}; join it with "
                "current_goal(), or end it first with clear_goal()"
            )
        if before is not None:
            # Its tokens would count towards the budget of the new one.
            await client.request("thread/goal/clear", {"threadId": thread_id})
        goal.record = {}
        params: dict[str, JsonValue] = {"threadId": thread_id, "objective": objective}
        params |= {"status": _ACTIVE, "tokenBudget": token_budget}
        pending = await connection.post("thread/goal/set", params, lambda reply: _know(goal, reply))
        await pending.wait()
    except BaseException:
        if pending is None or pending.error is not None:
            goal.detach()
        else:
            await _leave_starting(goal, pending)  # noqa: ASYNC102 - shielded and bounded inside
        raise
    return goal


async def _leave_starting(goal: Goal, pending: PendingRequest) -> None:
    with trio.move_on_after(goal.connection.config.interrupt_timeout, shield=True):
        try:
            await pending.wait()
        except AppServerError:
            pass
    goal.connection.abandon(pending)
    await goal.end()


async def join_goal(client: AppServerClient, thread_id: str) -> Goal | None:
    """Joins the goal that a thread pursues; see `AsyncThread.current_goal`."""
    connection = client._require()
    goal = Goal(connection, thread_id, joined=True)
    request: dict[str, JsonValue] = {"threadId": thread_id}
    try:
        # The follower has the turns that start from here on.
        await connection.request("thread/goal/get", request, lambda reply: _know(goal, reply))
        if goal.active and not goal.follower.channels:
            # This resumes the thread, which makes the runtime continue an active goal that stands.
            turn = await join_turn(connection, thread_id)
            if turn is not None:
                connection.router.release_turn(turn)  # the follower has a channel of it
    except BaseException:
        goal.detach()
        raise
    if goal.ended or not goal.active:
        goal.detach()
        return None
    return goal


def _know(goal: Goal, reply: JsonValue) -> None:
    goal.know(reply.get("goal") if isinstance(reply, dict) else None)


def _check_goal(objective: str, token_budget: int | None) -> None:
    if not isinstance(objective, str):
        raise TypeError(f"objective must be a str, not {type(objective).__name__}")
    if not objective.strip():
        raise InvalidArgumentError(f"objective must say what is to be done, not {objective!r}")
    if len(objective) > _LONGEST_OBJECTIVE:
        raise InvalidArgumentError(
            f"objective has {len(objective)} characters, and the runtime takes up to "
            f"{_LONGEST_OBJECTIVE}; put the rest into a file and name that"
        )
    if token_budget is None:
        return
    if isinstance(token_budget, bool) or not isinstance(token_budget, int):
        raise TypeError(f"token_budget must be an int, not {type(token_budget).__name__}")
    if not 0 < token_budget < 2**63:
        raise InvalidArgumentError(
            f"token_budget must be a positive number of tokens, not {token_budget}; "
            "None sets no limit"
        )
