"""Requests that need no task: written by the caller's thread or in the Trio thread."""

from __future__ import annotations

import logging
import time
from functools import partial
from typing import TYPE_CHECKING, final

from .._session.connection import log_request, logger
from .._session.pending import PendingRequest
from .._session.threads import end_requested
from .._telemetry import trace_member
from .._wire.log import log_lines
from .._wire.messages import encode_request
from ..errors import fresh
from .call import Call

if TYPE_CHECKING:
    from .._session.connection import Connection
    from ..protocol import JsonValue
    from .base import BasePortal
    from .call import BaseCall

__all__ = ["Request"]


@final
class Request:
    """One request, written by the caller's thread or in the Trio thread.

    Waking the Trio thread only to write costs as much as the server's answer. So the caller's
    thread takes a slot, announces the request and writes it. Everything else (the table of open
    requests, giving slots back, giving requests up) belongs to the Trio thread alone, to which
    `_taken` and `_sent` show how far the attempt came. What an attempt left behind is taken back
    there before the request is written there, so it is never sent twice; and a call that was
    settled meanwhile, because the connection ended, is not begun again (test_writing: an end that
    overlooked the request still ends the call).

    Invariants, held by `tests/sync/test_writing.py` and, with an exception raised at every line,
    by `tests/sync/test_every_line.py`:

    * An attempt was either sent, and `_sent` shows it, or will never be. One C call takes the frame
      from `_offered`, writes it and appends to `_sent` (`FdWriter.send_whole`). An attempt that was
      withdrawn has nothing in `_offered`, so it writes nothing when it goes on.
    * A slot is in `_taken` or still free: one C call moves it (`RequestSlots.take_into`).
    * A request is announced before it is written, so its reply finds it; and `failure` is checked
      after that, so a connection that ends meanwhile settles it or keeps it from being sent.
    * A signal handler may run between any two steps. If it raises, `withdraw` and, in the Trio
      thread, `take_back` undo the attempt. If it calls this client, the interrupted attempt may
      hold the writer's lock or the last slot, and would make the handler wait for itself: so the
      handler's call withdraws it first.
    """

    __slots__ = (
        "_connection",
        "_method",
        "_offered",
        "_pending",
        "_portal",
        "_returned",
        "_sent",
        "_taken",
        "_wire",
        "_withdrawn",
    )

    def __init__(
        self, portal: BasePortal, connection: Connection, method: str, wire: JsonValue
    ) -> None:
        self._portal = portal
        self._connection = connection
        self._method = method
        self._wire = wire
        self._pending = PendingRequest(method)
        self._pending.ends = end_requested(method, wire)
        self._taken: list[int] = []
        self._offered: list[bytes] = []
        self._sent: list[int] = []
        self._withdrawn = False
        self._returned = False

    @property
    def sent(self) -> bool:
        """Whether the request was written; final once the attempt has ended."""
        return any(self._sent)

    # -- in the caller's thread ----------------------------------------------------------------

    def try_begin(self, call: BaseCall) -> bool:
        """See `Direct.try_begin`."""
        call.abort = partial(self._abort_direct, call)
        self._pending.on_settled = partial(_settle, call, self._pending)
        return self.try_write()

    def try_write(self) -> bool:
        """Writes the request; false if that would have to wait for something.

        Raises:
            InvalidArgumentError: the params cannot be written as strict JSON.
        """
        connection, writer = self._connection, self._connection._writer
        if connection.failure is not None or connection._pace.pausing or not writer.whole_bytes:
            return False
        if not connection._slots.take_into(self._taken):
            return False
        request_id = self._pending.id = self._taken[0]
        frame = encode_request(request_id, self._pending.method, self._wire, trace_member())
        if len(frame) > writer.whole_bytes:
            return False
        self._offered.append(frame)
        connection._peer.announce(request_id, self._pending)
        # The connection sets `failure` before it settles the announced requests: this one was
        # announced before that, or finds `failure` here.
        if connection.failure is not None or self._withdrawn:
            return False
        writer.write_whole(self._offered, self._sent)
        if not self.sent:
            return False
        if logger.isEnabledFor(logging.DEBUG):
            log_request(self._pending)
        log_lines("sent", frame)
        return True

    def withdraw(self) -> None:
        """Keeps an interrupted attempt from writing, and releases the writer's lock.

        Does nothing to an attempt that has ended. Only in the thread that made the attempt.
        """
        self._withdrawn = True
        self._offered.clear()
        self._connection._writer.let_go()
        self._portal.submit(self.take_back)

    # -- in the Trio thread --------------------------------------------------------------------

    def begin(self, call: BaseCall) -> None:
        """Sends the request if that needs no waiting, or starts a task that does."""
        self.take_back()
        if call.done:
            return  # the connection ended, and this request with it
        pending = call.context.run(self._connection.post_nowait, self._method, self._wire)
        if pending is None:
            self._portal.spawn(partial(self._connection.request, self._method, self._wire), call)
        else:
            pending.on_settled = partial(_settle, call, pending)
            call.abort = partial(self._abandon, pending, call)

    def take_back(self) -> None:
        """Gives back the slot of an attempt that was withdrawn or has ended without sending."""
        if self._taken and not self.sent:
            self._connection._peer.forget(self._taken[0])
            if not self._returned:
                self._returned = True
                self._connection._slots.release_unsent()

    def _abort_direct(self, call: BaseCall) -> None:
        if self.sent:
            self._abandon(self._pending, call)
        else:
            self.take_back()
            call.finish(None)

    def _abandon(self, pending: PendingRequest, call: BaseCall) -> None:
        self._connection.abandon(pending)
        call.finish(None)


def _settle(call: BaseCall, pending: PendingRequest) -> None:
    call.finish(pending.result, None if pending.error is None else fresh(pending.error))
    if isinstance(call, Call):
        # Gives up the interpreter, so that the caller's thread continues before the reader
        # prepares to sleep. An event loop has to be woken by the system first.
        time.sleep(0)
