"""The reader: every byte that comes in is parsed and routed here, and never waits for anybody."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._wire.peer import Reply
from .ending import lose

if TYPE_CHECKING:
    from .connection import Connection

__all__ = ["read"]


async def read(connection: Connection) -> None:
    """Reads until the connection ends; replies are settled and events routed synchronously."""
    transport, peer, router = connection.transport, connection._peer, connection.router
    pace, slots, take = connection._pace, connection._slots, connection.take
    while True:
        chunk = await pace.receive(transport, slots.in_flight)
        if connection.failure is not None:
            return
        gathered = chunks = 0
        while chunk:
            messages = peer.receive(chunk)
            gathered += len(messages)
            chunks += 1
            if len(messages) == 1 and messages[0].__class__ is Reply:
                # A small request's reply mostly comes alone, and needs no route.
                connection.take_reply(messages[0])
            else:
                router.route(messages, take)
            if pace.enough(gathered, chunks) or pace.emptied(transport, chunk):
                break
            following = transport.receive_nowait()
            if following is None:
                break
            chunk = following
        pace.flushed(router.flush())
        if peer.failure is not None:
            raise peer.failure
        if not chunk:
            connection.output_ended.set()
            await lose(connection, "the runtime closed its output")
            return
