"""Turns the server's requests into calls of typed handlers, and their results into answers."""

from __future__ import annotations

import attrs

from .._session.requests import DecliningResponder, ServerRequest


@attrs.frozen(kw_only=True)
class ServerRequestHandlers:
    """What answers the server's requests."""


class HandlerTable:
    def __init__(self, handlers, client) -> None:
        self._declining = DecliningResponder()

    async def respond(self, request: ServerRequest):
        return await self._declining.respond(request)

    def register(self, thread_id, handlers, toolset):
        pass
