"""Writing a request directly in a blocking caller's own thread."""

from __future__ import annotations

from typing import TYPE_CHECKING, final

from .._wire.messages import encode_request
from .connection import log_request
from .threads import end_requested

if TYPE_CHECKING:
    from ..protocol import JsonValue
    from .connection import Connection
    from .pending import PendingRequest

__all__ = ["DirectPost"]


@final
class DirectPost:
    """One attempt to write a request outside of Trio's thread.

    Waking Trio's thread only to write costs as much as the server's answer. So the caller's thread
    takes a slot, announces the request and writes it. Everything else (the table of open requests,
    giving slots back, giving requests up) belongs to Trio's thread alone, to which `_taken` and
    `_sent` show how far the attempt came.

    Invariants, held by `tests/sync/test_writing.py` and, with an exception raised at every line,
    by `tests/sync/test_every_line.py`:

    * An attempt was either sent, and `_sent` shows it, or will never be. One C call takes the frame
      from `_offered`, writes it and appends to `_sent` (`FdWriter.send_whole`). An attempt that was
      withdrawn has nothing in `_offered`, so it writes nothing when it goes on.
    * A slot is in `_taken` or still free: one C call moves it (`RequestSlots.take_into`).
    * A request is announced before it is written, so its reply finds it; and `failure` is checked
      after that, so a connection that ends meanwhile settles it or keeps it from being sent.
    * A signal handler may run between any two steps. If it raises, `withdraw` and, in Trio's
      thread, `take_back` undo the attempt. If it calls this client, the interrupted attempt may
      hold the writer's lock or the last slot, and would make the handler wait for itself: so the
      handler's call withdraws it first.
    """

    __slots__ = (
        "_connection",
        "_offered",
        "_params",
        "_returned",
        "_sent",
        "_taken",
        "_withdrawn",
        "pending",
    )

    def __init__(self, connection: Connection, params: JsonValue, pending: PendingRequest) -> None:
        self.pending = pending
        pending.ends = end_requested(pending.method, params)
        self._connection = connection
        self._params = params
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
        request_id = self.pending.id = self._taken[0]
        frame = encode_request(request_id, self.pending.method, self._params)
        if len(frame) > writer.whole_bytes:
            return False
        self._offered.append(frame)
        connection._peer.announce(request_id, self.pending)
        # The connection sets `failure` before it settles the announced requests: this one was
        # announced before that, or finds `failure` here.
        if connection.failure is not None or self._withdrawn:
            return False
        writer.write_whole(self._offered, self._sent)
        if not self.sent:
            return False
        log_request(self.pending)
        return True

    def withdraw(self) -> None:
        """Keeps an interrupted attempt from writing, and releases the writer's lock.

        Does nothing to an attempt that has ended. Only in the thread that made the attempt.
        """
        self._withdrawn = True
        self._offered.clear()
        self._connection._writer.let_go()

    # -- in Trio's thread ----------------------------------------------------------------------

    def take_back(self) -> None:
        """Gives back the slot of an attempt that was withdrawn or has ended without sending."""
        if self._taken and not self.sent:
            self._connection._peer.forget(self._taken[0])
            if not self._returned:
                self._returned = True
                self._connection._slots.release_unsent()
