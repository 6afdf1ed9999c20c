"""Reconnecting: a lost connection is opened again, and everything that was open on it is settled.

States: connected, lost (`Connection.gap` is set, one `Reconnecting` runs), ended (`fail`).

Invariants (`tests/properties/test_breaking_connections.py`, `tests/runtime/test_reconnect.py`):

* A request reaches the server at most once, unless repeating it changes nothing (`_REPEATABLE`), or
  the server has said that it did not carry it out. Of every other request in flight the outcome is
  unknown, and `OutcomeUnknownError` says so. A start is bound only to a turn that names its
  message.
* While the gap is open, only requests of `Reconnecting` are written (`resync`). So no call runs
  before the turns are settled, and none is lost with a connection that fails once more.
* The events of a turn that is not settled are held (`TurnRoute.held`), so in each stream the order
  is: what came before the gap, the notification of the gap, what was recovered, what came after.
* Requests of the server are answered only on a connection on which the server has sent them
  (`ServerRequest.asked`).
"""

from __future__ import annotations

import logging
import random
from typing import TYPE_CHECKING, Final, final

import attrs
import trio

from .._telemetry import connection_span
from ..errors import (
    AppServerError,
    HandshakeError,
    InvalidArgumentError,
    ProtocolError,
    RuntimeVersionError,
    TransportClosedError,
    describe,
)
from .recovery import Recovery, outcome_unknown
from .stream import GAP

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from .._transport.base import Transport
    from .connection import Connection

__all__ = ["Reconnect", "Reconnecting"]

logger = logging.getLogger("trio_codex.connection")

# Requests that only read, or that change nothing when they are carried out twice.
_REPEATABLE: Final = frozenset(
    {
        "account/rateLimits/read",
        "app/list",
        "collaborationMode/list",
        "config/read",
        "configRequirements/read",
        "experimentalFeature/list",
        "mcpServerStatus/list",
        "model/list",
        "permissionProfile/list",
        "server/diagnostics",
        "skills/list",
        "thread/backgroundTerminals/list",
        "thread/goal/get",
        "thread/items/list",
        "thread/items/read",
        "thread/list",
        "thread/loaded/list",
        "thread/queue/list",
        "thread/read",
        "thread/resume",
        "thread/search",
        "thread/turns/list",
        "thread/unsubscribe",
        "turn/interrupt",
    }
)
_FIRST_PAUSE: Final = 0.05
_LONGEST_PAUSE: Final = 5.0
# Statuses of a refused handshake that another attempt would get again.
_FINAL_STATUSES: Final = (400, 401, 403, 404)


@final
@attrs.frozen
class Reconnect:
    """How a lost connection is taken up again.

    Attributes:
        open: opens a transport to the same server.
        initialize: performs the handshake on a connection.
        timeout: seconds from the loss after which the connection ends.
    """

    open: Callable[[], Awaitable[Transport]]
    initialize: Callable[[Connection], Awaitable[None]]
    timeout: float


@final
class Reconnecting:
    """One lost connection, until it is taken up again or ends."""

    def __init__(self, session: Connection, how: Reconnect) -> None:
        self._session = session
        self._how = how
        self._scope = trio.CancelScope()
        self._started = trio.current_time()
        self._attempts = 0
        self._recovery = Recovery(session)

    def cancel(self) -> None:
        """Stops; the client is being closed."""
        self._scope.cancel()

    def on_lost(self, error: AppServerError) -> None:
        """Sorts the requests whose replies cannot come any more, because of `error`."""
        self._session.router.logins.fail(error)
        for pending, abandoned in self._session.lose():
            if pending.resync:
                pending.settle(None, error)
            elif pending.method == "turn/start":
                self._recovery.starts.append(pending)
            elif abandoned:
                continue
            elif pending.method in _REPEATABLE:
                self._session.repeats.append(pending)
            else:
                pending.settle(None, outcome_unknown(pending.method, pending.params))

    async def run(self, error: AppServerError) -> None:
        """Opens the connection again, or ends it when the deadline is over.

        Bounded by the timeout; ends the session with the error of the last attempt.
        """
        session, last = self._session, error
        self._scope.deadline = self._started + self._how.timeout
        with self._scope:
            while True:
                await self._pause()
                self._attempts += 1
                try:
                    with connection_span("reconnect"):
                        await self._attempt(str(error))
                except (
                    OSError,
                    AppServerError,
                    InvalidArgumentError,
                    trio.TooSlowError,
                ) as failure:
                    last = failure if isinstance(failure, AppServerError) else _wrapped(failure)
                    logger.info("attempt %d to reconnect failed: %s", self._attempts, last)
                    if _is_final(failure):
                        break
                    continue
                logger.info("the connection was taken up again (attempt %d)", self._attempts)
                return
        if session.closing:
            return
        waited = trio.current_time() - self._started
        failed = TransportClosedError(
            f"{error.args[0]}, and {self._attempts} attempts in {waited:.1f} s did not take the "
            f"connection up again; the last one: {last}"
        )
        failed.attempts = self._attempts
        failed.__cause__ = last
        session.fail(failed)

    async def _pause(self) -> None:
        """Waits before an attempt: not before the first, then longer and longer, with jitter."""
        if self._attempts:
            longest = min(_FIRST_PAUSE * 2.0**self._attempts, _LONGEST_PAUSE)
            await trio.sleep(random.uniform(longest / 2, longest))

    async def _attempt(self, reason: str) -> None:
        session = self._session
        with trio.fail_after(session.config.startup_timeout):
            transport = await self._how.open()
            try:
                session.use(transport)
                await self._how.initialize(session)
            except BaseException:
                await self._drop(transport)  # noqa: ASYNC102 - shielded and bounded inside
                raise
        try:
            self._recovery.mark_gap(
                {
                    "method": GAP,
                    "params": {
                        "reason": reason,
                        "seconds": trio.current_time() - self._started,
                        "attempts": self._attempts,
                    },
                }
            )
            await self._recovery.settle()
        except BaseException:
            await self._drop(transport)  # noqa: ASYNC102 - shielded and bounded inside
            raise
        self._recovery.finish()
        session.end_gap()

    async def _drop(self, transport: Transport) -> None:
        self.on_lost(TransportClosedError("an attempt to reconnect failed"))
        await transport.aclose()


def _wrapped(error: Exception) -> TransportClosedError:
    wrapped = TransportClosedError(describe(error))
    wrapped.__cause__ = error
    return wrapped


def _is_final(error: Exception) -> bool:
    """Whether another attempt would fail as this one did."""
    if isinstance(error, HandshakeError):
        return error.status in _FINAL_STATUSES
    return isinstance(error, (InvalidArgumentError, RuntimeVersionError, ProtocolError))
