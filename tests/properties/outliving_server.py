"""A server in memory that outlives its connections, as the runtime behind a socket does."""

from __future__ import annotations

from collections import Counter
from typing import Any

import orjson
import trio

from trio_codex import TransportClosedError
from trio_codex._transport.memory import MemoryPeer, MemoryTransport, memory_pair
from trio_codex._wire.framing import LineSplitter
from trio_codex.testing.app_server.shapes import (
    agent_message,
    initialize_result,
    thread,
    thread_result,
    user_message,
)

APPROVAL = "item/commandExecution/requestApproval"


class ServedTurn:
    def __init__(self, thread_id: str, turn_id: str) -> None:
        self.thread_id, self.id = thread_id, turn_id
        self.status = "inProgress"
        self.items: list[dict[str, Any]] = []
        self.message: str | None = None
        self.text = ""

    def shown(self, *, full: bool = False) -> dict[str, Any]:
        items = self.items if full else []
        return {"id": self.id, "status": self.status, "startedAt": 1, "items": items}


class _Link:
    """One connection. What is written while it is `deaf` or `mute` is lost with it."""

    def __init__(self, server: OutlivingServer, peer: MemoryPeer) -> None:
        self.peer, self._server = peer, server
        self.subscribed: set[str] = set()
        self.deaf = self.mute = self.ended = False
        self._splitter = LineSplitter(1 << 30)
        peer.watch(self._take)

    def _take(self) -> None:
        while not self.ended:
            try:
                data = self.peer.receive_nowait()
            except trio.ClosedResourceError:
                return
            if not data:
                return
            for line in [] if self.mute else self._splitter.feed(data):
                self._server.take(self, orjson.loads(line))

    def send(self, message: dict[str, Any], *, half: bool = False) -> None:
        data = orjson.dumps(message) + b"\n"
        if not (self.deaf or self.ended):
            try:
                self.peer.send_nowait(data[: len(data) // 2] if half else data)
            except (trio.BrokenResourceError, trio.ClosedResourceError):
                pass


class OutlivingServer:
    """The threads of a server, and the one connection it has at a time.

    Attributes:
        carried_out: how often each request that must not be repeated was carried out.
        answers: how often each server request was answered, by its item.
        refusals: how many of the next connections are refused.
        gaps: how many connections were lost.
        meanwhile: what happens to turns between the next pages and their replies.
    """

    def __init__(self) -> None:
        self.turns: list[ServedTurn] = []
        self.pending: dict[int, dict[str, Any]] = {}
        self.carried_out: Counter[str] = Counter()
        self.answers: Counter[str] = Counter()
        self.refusals = self.gaps = 0
        self.meanwhile: list[str] = []
        self._link: _Link | None = None
        self._numbers = Counter[str]()

    # -- connections ---------------------------------------------------------------------------

    async def open(self, _: object) -> MemoryTransport:
        await trio.lowlevel.checkpoint()
        if self.refusals:
            self.refusals -= 1
            raise TransportClosedError("refused")
        transport, peer = memory_pair(peer_capacity=1 << 40)
        transport.attached = True  # type: ignore[attr-defined]
        self._link = _Link(self, peer)
        return transport

    def cut(self, *, half: bool = False) -> None:
        link, self._link = self._link, None
        if link is not None:
            self.gaps += 1
            if half:
                link.send({"method": "warning", "params": {"message": "half"}}, half=True)
            link.ended = True
            link.peer.close()

    def lose(self, *, output: bool) -> None:
        """Lose what either side writes from now on, up to the next cut."""
        if self._link is not None:
            self._link.deaf |= output
            self._link.mute |= not output

    @property
    def impaired(self) -> bool:
        return self._link is not None and (self._link.deaf or self._link.mute)

    def restart(self) -> None:
        """Lose everything but the record, as a process that is killed and started again."""
        self.cut()
        self.pending.clear()
        self._numbers["request"] = 0
        for turn in self.turns:
            if turn.status == "inProgress":
                turn.status = "interrupted"

    # -- requests ------------------------------------------------------------------------------

    def take(self, link: _Link, message: dict[str, Any]) -> None:
        method = message.get("method")
        if method is None:
            asked = self.pending.pop(message["id"], None)
            item = "" if asked is None else asked["params"]["itemId"]
            self.answers[item] += 1
            if asked is not None:
                resolved = {"threadId": asked["params"]["threadId"], "requestId": message["id"]}
                self._notify(resolved["threadId"], "serverRequest/resolved", resolved)
        elif "id" in message:
            answer = getattr(self, "_" + method.replace("/", "_"))
            result = answer(link, message.get("params") or {})
            if method in ("thread/resume", "thread/items/list") and self.meanwhile:
                self._go_on(message["params"]["threadId"], self.meanwhile.pop())
            if result is not None:
                link.send({"id": message["id"], "result": result})
            if method == "thread/resume":
                for asked in self.pending.values():
                    if asked["params"]["threadId"] == message["params"]["threadId"]:
                        link.send(asked)

    def _initialize(self, _: _Link, params: dict[str, Any]) -> Any:
        return initialize_result(params["clientInfo"]["name"], None)

    def _thread_start(self, link: _Link, _: dict[str, Any]) -> Any:
        self._numbers["thread"] += 1
        thread_id = f"thread-{self._numbers['thread']}"
        link.subscribed.add(thread_id)
        return thread_result(thread_id)

    def _thread_resume(self, link: _Link, params: dict[str, Any]) -> Any:
        thread_id = params["threadId"]
        link.subscribed.add(thread_id)
        turns = self.of_thread(thread_id)[-1:]
        running = bool(turns) and turns[0].status == "inProgress"
        waits = any(it["params"]["threadId"] == thread_id for it in self.pending.values())
        flags = ["waitingOnApproval"] if waits else []
        status: Any = {"type": "active", "activeFlags": flags} if running else {"type": "idle"}
        result = thread_result(thread_id, status=status)
        return {**result, "initialTurnsPage": {"data": [it.shown(full=True) for it in turns]}}

    def _thread_turns_list(self, _: _Link, params: dict[str, Any]) -> Any:
        turns = reversed(self.of_thread(params["threadId"]))
        return {"data": [turn.shown(full=True) for turn in turns]}

    def _thread_items_list(self, _: _Link, params: dict[str, Any]) -> Any:
        (turn,) = [turn for turn in self.turns if turn.id == params["turnId"]]
        return {"data": [{"turnId": turn.id, "item": item} for item in turn.items]}

    def _thread_read(self, _: _Link, params: dict[str, Any]) -> Any:
        return {"thread": thread(params["threadId"])}

    def _thread_name_set(self, _: _Link, params: dict[str, Any]) -> Any:
        self.carried_out[params["name"]] += 1
        return {}

    def _turn_interrupt(self, link: _Link, params: dict[str, Any]) -> Any:
        turn = self.running(params["threadId"])
        if turn is not None and turn.id == params["turnId"]:
            self.end(turn, "interrupted")
        return {}

    def _turn_start(self, link: _Link, params: dict[str, Any]) -> Any:
        thread_id, text = params["threadId"], params["input"][0]["text"]
        self.carried_out[text] += 1
        turn = self.running(thread_id)
        new = turn is None
        if turn is None:
            turn = ServedTurn(thread_id, f"turn-{len(self.turns) + 1}")
            self.turns.append(turn)
            self._notify(thread_id, "turn/started", {"turn": turn.shown()})
        item = {**user_message(f"user-{text}", text), "clientId": params["clientUserMessageId"]}
        self.complete(turn, item)
        return {"turn": turn.shown(), "new": new}

    def _go_on(self, thread_id: str, what: str) -> None:
        """Have a turn go on between a page that was made and the reply that brings it."""
        turn = self.running(thread_id)
        if turn is not None:
            self.say(turn)
            self.said(turn)
            if what == "finish":
                self.end(turn)

    # -- turns ---------------------------------------------------------------------------------

    def of_thread(self, thread_id: str) -> list[ServedTurn]:
        return [turn for turn in self.turns if turn.thread_id == thread_id]

    def running(self, thread_id: str) -> ServedTurn | None:
        turns = self.of_thread(thread_id)
        return turns[-1] if turns and turns[-1].status == "inProgress" else None

    def _notify(self, thread_id: str, method: str, params: dict[str, Any]) -> None:
        self._numbers["event"] += 1
        numbered = {"threadId": thread_id, **params, "number": self._numbers["event"]}
        if self._link is not None and thread_id in self._link.subscribed:
            self._link.send({"method": method, "params": numbered})

    def complete(self, turn: ServedTurn, item: dict[str, Any]) -> None:
        turn.items.append(item)
        self._notify(turn.thread_id, "item/completed", {"turnId": turn.id, "item": item})

    def say(self, turn: ServedTurn) -> None:
        ids = {"turnId": turn.id}
        if turn.message is None:
            self._numbers["item"] += 1
            turn.message, turn.text = f"message-{self._numbers['item']}", ""
            item = agent_message(turn.message, "", None)
            self._notify(turn.thread_id, "item/started", {**ids, "item": item})
        word = f"w{len(turn.text)} "
        turn.text += word
        params = {**ids, "itemId": turn.message, "delta": word}
        self._notify(turn.thread_id, "item/agentMessage/delta", params)

    def said(self, turn: ServedTurn) -> None:
        if turn.message is not None:
            self.complete(turn, agent_message(turn.message, turn.text, None))
            turn.message = None

    def ask(self, turn: ServedTurn) -> None:
        number = self._numbers["request"]
        self._numbers["request"] += 1
        self._numbers["item"] += 1
        params = {
            "kind": "command",
            "threadId": turn.thread_id,
            "turnId": turn.id,
            "itemId": f"command-{self._numbers['item']}",
            "startedAtMs": 1,
            "environmentId": "local",
            "command": "true",
            "cwd": "/",
        }
        self.pending[number] = {"id": number, "method": APPROVAL, "params": params}
        if self._link is not None and turn.thread_id in self._link.subscribed:
            self._link.send(self.pending[number])

    def end(self, turn: ServedTurn, status: str = "completed") -> None:
        if status == "completed":
            self.said(turn)
        for number, asked in tuple(self.pending.items()):
            if asked["params"]["turnId"] == turn.id:
                del self.pending[number]
        turn.status = status
        self._notify(turn.thread_id, "turn/completed", {"turn": turn.shown()})
