"""Recovery: settles the turns that were open on a lost connection, from the server's record."""

from __future__ import annotations

import logging
from functools import partial
from typing import TYPE_CHECKING, Any, Final, final

import trio

from .._json import text_at
from ..errors import AppServerError, JsonRpcError, OutcomeUnknownError, fresh
from .joining import ITEMS_LISTED, TURN_PAGE, adopt, newest_turn
from .tokens import TurnTokens
from .turn import ITEM_COMPLETED, TURN_COMPLETED

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from ..protocol import JsonValue
    from .connection import Connection
    from .pending import OnResult, PendingRequest
    from .stream import Message
    from .turn import TurnRoute

__all__ = ["Recovery", "outcome_unknown"]

logger = logging.getLogger("trio_codex.connection")

# A page may be refused for a moment: a turn that was just started is not stored yet, and a server
# that was restarted waits for the one before to end.
_RESUME_WAITS: Final = (0.02, 0.05, 0.1, 0.2, 0.4, 0.8, 1.6)
_TURNS_LISTED: Final = 20
_NO_ROLLOUT: Final = "no rollout found"


@final
class Recovery:
    """What one lost connection has left open, and what the server's record says of it.

    Attributes:
        starts: the requests to start a turn that were in flight.
    """

    def __init__(self, session: Connection) -> None:
        self._session = session
        self._router = session.router
        self._marked = False
        self._running: list[TurnRoute] = []
        self._missing: list[TurnRoute] = []
        self.starts: list[PendingRequest] = []

    def mark_gap(self, message: Message) -> None:
        """Puts the notification of the gap into every stream, once, and holds what follows."""
        self._running, self._missing = [], []
        self._router.mark_gap(message, first=not self._marked)
        if not self._marked:
            self._router.starts.mark_gap()
        self._marked = True

    async def settle(self) -> None:
        """Resumes every open thread, and settles its turns.

        Raises:
            AppServerError: the connection was lost again.
        """
        router, session = self._router, self._session
        open_ids = {route.thread_id for route in router.turns}
        router.tokens.keep_only(open_ids)
        started = {_thread_id(start) for start in self.starts}
        await self._resume(
            {*open_ids, *started, *session.threads.all_opened, *router.starts.threads}
        )
        await self._list_items(self._running)
        for route in self._missing:
            await self._find(route)
        await self._settle_agents()

    def finish(self) -> None:
        """Ends what could not be settled, and sends again what may be sent again."""
        router, session = self._router, self._session
        router.starts.end_gap()
        for route in router.turns:
            if route.held is not None:
                router.release_held(route, ())
        for start in self.starts:
            start.settle(None, outcome_unknown(start.method, start.params))
        for thread_id in router.starts.threads:
            for channel in router.starts.channels(thread_id):
                if channel.item_type is not None:  # its request was answered, its turn is not named
                    channel.fail(outcome_unknown("thread/compact/start", {"threadId": thread_id}))
        router.flush()
        repeats, session.repeats = session.repeats, []
        for pending in repeats:
            session.repeat(pending)

    # -- threads -------------------------------------------------------------------------------

    async def _post(
        self, method: str, params: JsonValue, on_result: OnResult | None = None
    ) -> PendingRequest:
        return await self._session.post(method, params, on_result, resync=True)

    async def _request(self, method: str, params: JsonValue) -> Any:
        return await (await self._post(method, params)).wait()

    async def _resume(self, thread_ids: Iterable[str]) -> None:
        """Resumes threads, all at once; the reader processes the pages."""
        refused: dict[str, JsonRpcError] = {}
        waiting = list(thread_ids)
        for seconds in (*_RESUME_WAITS, None):
            refused = await self._resume_once(waiting, self._on_page)
            for thread_id, error in tuple(refused.items()):
                if _NO_ROLLOUT in error.message and not await self._store(thread_id):
                    self._give_up(thread_id, refused.pop(thread_id))
            if not refused or seconds is None:
                break
            await trio.sleep(seconds)
            waiting = list(refused)
        for thread_id, error in refused.items():
            self._give_up(thread_id, error)

    async def _resume_once(
        self, thread_ids: list[str], on_page: Callable[[str, JsonValue], None]
    ) -> dict[str, JsonRpcError]:
        posted = []
        for thread_id in thread_ids:
            params: JsonValue = {"threadId": thread_id, **TURN_PAGE}
            pending = await self._post("thread/resume", params, partial(on_page, thread_id))
            posted.append((thread_id, pending))
        refused: dict[str, JsonRpcError] = {}
        for thread_id, pending in posted:
            try:
                await pending.wait()
            except JsonRpcError as error:
                refused[thread_id] = error
        return refused

    async def _store(self, thread_id: str) -> bool:
        """Has the server store a thread that has had no turn; only then it can be resumed.

        Its metadata are written as they are. An ephemeral thread is never stored.
        """
        try:
            thread = (await self._request("thread/read", {"threadId": thread_id}))["thread"]
            if thread.get("ephemeral"):
                return False
            git = thread.get("gitInfo") or {}
            metadata: JsonValue = {"threadId": thread_id, "gitInfo": {"branch": git.get("branch")}}
            await self._request("thread/metadata/update", metadata)
        except JsonRpcError as error:
            logger.debug("a thread without turns was not stored: %s", error)
            return False
        return True

    def _give_up(self, thread_id: str, error: JsonRpcError) -> None:
        """Ends the turns of a thread that could not be resumed."""
        extra = {"codex_thread_id": thread_id}
        logger.warning("a thread was lost with the connection: %s", error, extra=extra)
        self._session.threads.lost[thread_id] = error
        for route in self._router.turns.of_thread(thread_id):
            self._fail(route, fresh(error))

    def _fail(self, route: TurnRoute, error: AppServerError) -> None:
        route.held = None
        for channel in tuple(route.channels):
            channel.fail(error)
            self._router.detach(channel)
        if route in self._router.turns:  # a sub-agent's
            route.status = "unknown"
            self._router.turns.remove(route)
            self._router.agents.on_end(route)

    # -- turns ---------------------------------------------------------------------------------

    def _on_page(self, thread_id: str, reply: Any) -> None:
        """Settles the turns of a thread by its newest turn; the reader calls this."""
        self._session.threads.lost.pop(thread_id, None)
        flags = reply["thread"]["status"].get("activeFlags") or ()
        self._session.requests.on_resumed(thread_id, flags)
        turn = newest_turn(reply)
        if turn is not None:
            self._prove(thread_id, turn)
        for route in self._router.turns.of_thread(thread_id):
            self._router.hold_behind_gap(route)  # of one bound just now
            if turn is None or not self._take(route, turn):
                self._missing.append(route)

    def _prove(self, thread_id: str, turn: dict[str, Any]) -> None:
        """Answers the starts that a turn proves: it has the message that they have sent."""
        ids = {item.get("clientId") for item in turn["items"] if item["type"] == "userMessage"}
        for start in tuple(self.starts):
            params: Any = start.params
            if params["threadId"] == thread_id and params["clientUserMessageId"] in ids:
                self.starts.remove(start)
                start.answer({"turn": turn}, None)

    def _take(self, route: TurnRoute, turn: dict[str, Any]) -> bool:
        """Settles a turn by its record; false if the record is another turn's."""
        runs = turn["status"] == "inProgress"
        # A review is listed under another id, and then its status is not its own.
        if route.turn_id != turn["id"] and not (runs and route.turn_id == turn.get("rootTurnId")):
            return False
        if not runs:
            self._end(route, turn)
            return True
        if turn.get("startedAt") is not None:
            route.start()
        if route.tokens is None or route.tokens.baseline is None:
            route.tokens = self._router.tokens.join(route.thread_id, route.turn_id)
        self._running.append(route)
        return True

    def _end(self, route: TurnRoute, turn: dict[str, Any]) -> None:
        """Ends a turn that has ended meanwhile: with its own last events, or as recorded."""
        completed = [_completed(route, item) for item in turn["items"]]
        self._router.release_held(route, completed)
        if route not in self._router.turns:
            return
        adopt(route, [message["params"] for message in completed])  # type: ignore[misc]
        # The record has no usage.
        route.usage, route.tokens = None, TurnTokens(route.turn_id, None)
        route.tokens.incomplete = True
        params: JsonValue = {"threadId": route.thread_id, "turn": {**turn, "id": route.turn_id}}
        end: Message = {"method": TURN_COMPLETED, "params": params, "recovered": True}
        self._router.deliver(route, end)
        self._router.flush()

    async def _list_items(self, routes: list[TurnRoute]) -> None:
        """Recovers the items that running turns have completed, and goes on with their events."""
        pages = [(route, await self._post_items(route, None)) for route in routes]
        for route, first in pages:
            completed: list[Message] = []
            page: PendingRequest | None = first
            try:
                while page is not None:
                    reply: Any = await page.wait()
                    completed += [_completed(route, entry["item"]) for entry in reply["data"]]
                    cursor = reply.get("nextCursor")
                    page = None if cursor is None else await self._post_items(route, cursor)
            except JsonRpcError as error:
                logger.warning("the items of a turn were not recovered: %s", error)
            self._router.release_held(route, completed)
            self._router.flush()

    async def _post_items(self, route: TurnRoute, cursor: JsonValue) -> PendingRequest:
        ids: Message = {"threadId": route.thread_id, "turnId": route.turn_id}
        return await self._post(
            "thread/items/list", {**ids, "limit": ITEMS_LISTED, "cursor": cursor}
        )

    async def _find(self, route: TurnRoute) -> None:
        """Settles a turn that is not the newest of its thread, or is not stored yet."""
        listed: JsonValue = {
            "threadId": route.thread_id,
            "limit": _TURNS_LISTED,
            "itemsView": "full",
        }
        for seconds in (*_RESUME_WAITS, None):
            try:
                turns = (await self._request("thread/turns/list", listed))["data"]
            except JsonRpcError:
                turns = []
            if any(self._take(route, turn) for turn in turns):
                if route.held is not None:
                    await self._list_items([route])
                return
            if seconds is not None:
                await trio.sleep(seconds)
        self._fail(route, outcome_unknown("turn/start", {"threadId": route.thread_id}))

    # -- sub-agents ----------------------------------------------------------------------------

    async def _settle_agents(self) -> None:
        """Settles the sub-agents that were spawned and whose turns were not announced yet."""
        seen: set[str] = set()
        while True:
            awaited = {it for root in self._router.agents.unsettled for it in root.awaited} - seen
            if not awaited:
                return
            seen |= awaited
            refused = await self._resume_once(list(awaited), self._on_agent_page)
            for thread_id, error in refused.items():
                logger.debug("the thread of a sub-agent was lost: %s", error)
                self._router.agents.recover(thread_id, None)

    def _on_agent_page(self, thread_id: str, reply: JsonValue) -> None:
        self._router.agents.recover(thread_id, newest_turn(reply))


def _thread_id(start: PendingRequest) -> str:
    params: Any = start.params
    return str(params["threadId"])


def _completed(route: TurnRoute, item: JsonValue) -> Message:
    params: JsonValue = {"threadId": route.thread_id, "turnId": route.turn_id, "item": item}
    return {"method": ITEM_COMPLETED, "params": params, "recovered": True}


def outcome_unknown(method: str, params: JsonValue) -> OutcomeUnknownError:
    """Returns the error of a request that was in flight when the connection was lost."""
    thread_id = text_at(params, "threadId")
    of_thread = "" if thread_id is None else f" (thread {thread_id})"
    return OutcomeUnknownError(
        f"the connection was lost before the server answered {method}{of_thread}, so its outcome "
        "is unknown; it was not repeated",
        method=method,
        thread_id=thread_id,
    )
