"""A record of the bytes between a client and its runtime, which a test can wait on."""

from __future__ import annotations

from typing import TYPE_CHECKING, final

import attrs
import orjson
import trio

if TYPE_CHECKING:
    from trio_codex._transport.base import ExitInfo, Transport
    from trio_codex.protocol import JsonValue

__all__ = ["Inbound", "RecordingTransport", "Tape"]


@final
@attrs.frozen(kw_only=True)
class Inbound:
    """A notification, a server request or a reply, as the runtime sent it."""

    method: str
    body: JsonValue
    error: JsonValue = None


@final
class Tape:
    """Everything both sides said, in order and undecoded."""

    def __init__(self) -> None:
        self.notifications: list[Inbound] = []
        self.server_requests: list[Inbound] = []
        self.replies: list[Inbound] = []
        self._asked: dict[object, str] = {}
        self._awaited: set[int] = set()
        self._tails = {"in": b"", "out": b""}
        self._changed = trio.Event()

    def sent(self, data: bytes) -> None:
        for message in self._messages("out", data):
            if "id" in message and "method" in message:
                self._asked[message["id"]] = str(message["method"])

    def received(self, data: bytes) -> None:
        for message in self._messages("in", data):
            method = message.get("method")
            if method is None:
                asked = self._asked.pop(message.get("id"), "?")
                self.replies.append(
                    Inbound(method=asked, body=message.get("result"), error=message.get("error"))
                )
                continue
            kind = self.server_requests if "id" in message else self.notifications
            kind.append(Inbound(method=str(method), body=message.get("params")))
        self._changed.set()
        self._changed = trio.Event()

    def _messages(self, way: str, data: bytes) -> list[dict[str, JsonValue]]:
        *lines, self._tails[way] = (self._tails[way] + data).split(b"\n")
        return [orjson.loads(line) for line in lines if line.strip()]

    def reply(self, method: str) -> Inbound:
        """Give the newest reply to a method."""
        return next(reply for reply in reversed(self.replies) if reply.method == method)

    async def wait(self, method: str, where: JsonValue) -> JsonValue:
        """Wait for the next notification of a method that was not waited for yet."""
        while True:
            for place, seen in enumerate(self.notifications):
                if place in self._awaited or seen.method != method:
                    continue
                if includes(seen.body, where):
                    self._awaited.add(place)
                    await trio.lowlevel.checkpoint()
                    return seen.body
            await self._changed.wait()


def includes(body: JsonValue, where: JsonValue) -> bool:
    """Whether JSON has everything that smaller JSON has."""
    if isinstance(body, dict) and isinstance(where, dict):
        return all(key in body and includes(body[key], value) for key, value in where.items())
    return body == where


@final
class RecordingTransport:
    """A transport that puts on a tape what passes through it."""

    def __init__(self, inner: Transport, tape: Tape) -> None:
        self._inner = inner
        self._tape = tape

    @property
    def coalesces(self) -> bool:
        return self._inner.coalesces

    async def receive(self) -> bytes:
        data = await self._inner.receive()
        self._tape.received(data)
        return data

    def receive_nowait(self) -> bytes | None:
        data = self._inner.receive_nowait()
        self._tape.received(data or b"")
        return data

    def send_nowait(self, data: bytes) -> int:
        taken = self._inner.send_nowait(data)
        self._tape.sent(data[:taken])
        return taken

    async def send(self, data: bytes) -> None:
        self._tape.sent(data)
        await self._inner.send(data)

    async def drain_diagnostics(self) -> None:
        await self._inner.drain_diagnostics()

    async def wait_exited(self) -> None:
        await self._inner.wait_exited()

    async def aclose(self) -> None:
        await self._inner.aclose()

    def exit_info(self) -> ExitInfo:
        return self._inner.exit_info()
