"""Requests that need no task: written by the caller's thread or in the Trio thread."""

from __future__ import annotations

import time
from functools import partial
from typing import TYPE_CHECKING, final

from .._session.direct_write import DirectPost
from .._session.pending import PendingRequest
from ..errors import fresh

if TYPE_CHECKING:
    from .._session.connection import Connection
    from ..protocol import JsonValue
    from .base import BasePortal
    from .call import BaseCall

__all__ = ["Request"]


@final
class Request:
    """One request, written by the caller's thread or in the Trio thread.

    `DirectPost` says how far a direct write came. Whatever it left behind is taken back in the
    Trio thread before the request is written there, so it is never sent twice; and a call that
    was settled meanwhile, because the connection ended, is not begun again (test_writing: an end
    that overlooked the request still ends the call).
    """

    __slots__ = ("_connection", "_method", "_pending", "_portal", "_post", "_wire")

    def __init__(
        self, portal: BasePortal, connection: Connection, method: str, wire: JsonValue
    ) -> None:
        self._portal = portal
        self._connection = connection
        self._method = method
        self._wire = wire
        self._pending = PendingRequest(method)
        self._post = DirectPost(connection, wire, self._pending)

    # -- in the caller's thread ----------------------------------------------------------------

    def try_begin(self, call: BaseCall) -> bool:
        """See `Direct.try_begin`."""
        call.abort = partial(self._abort_direct, call)
        self._pending.on_settled = partial(_settle, call, self._pending)
        return self._post.try_write()

    def withdraw(self) -> None:
        """See `Direct.withdraw`."""
        self._post.withdraw()
        self._portal.submit(self._post.take_back)

    # -- in the Trio thread --------------------------------------------------------------------

    def begin(self, call: BaseCall) -> None:
        """Sends the request if that needs no waiting, or starts a task that does."""
        self._post.take_back()
        if call.done:
            return  # the connection ended, and this request with it
        pending = self._connection.post_nowait(self._method, self._wire)
        if pending is None:
            self._portal.spawn(partial(self._connection.request, self._method, self._wire), call)
        else:
            pending.on_settled = partial(_settle, call, pending)
            call.abort = partial(self._abandon, pending, call)

    def _abort_direct(self, call: BaseCall) -> None:
        if self._post.sent:
            self._abandon(self._pending, call)
        else:
            self._post.take_back()
            call.finish(None)

    def _abandon(self, pending: PendingRequest, call: BaseCall) -> None:
        self._connection.abandon(pending)
        call.finish(None)


def _settle(call: BaseCall, pending: PendingRequest) -> None:
    call.finish(pending.result, None if pending.error is None else fresh(pending.error))
    # Gives up the interpreter, so that the caller continues before the reader prepares to sleep.
    time.sleep(0)
