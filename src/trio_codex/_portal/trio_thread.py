"""The private thread of a client: a Trio run, and the calls that wait for it."""

from __future__ import annotations

import atexit
import logging
import os
import threading
from functools import partial
from typing import TYPE_CHECKING, Any, Final, Protocol, TypeAlias, final

import outcome
import trio

from ..errors import AppServerError, ClientClosedError, TransportClosedError, fresh
from .call import BaseCall, Call

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

__all__ = ["MARGIN_SECONDS", "Begin", "Close", "Direct", "Serve", "TrioThread"]

logger: logging.Logger = logging.getLogger("trio_codex.sync")

Serve: TypeAlias = "Callable[..., Awaitable[None]]"
Close: TypeAlias = "Callable[[], Awaitable[None]]"
Begin: TypeAlias = "Callable[[Any], object]"

# Added to what closing may take by the config, for the steps of the portal itself.
MARGIN_SECONDS: Final = 2.0
_JOIN_SECONDS: Final = 1.0


class Direct(Protocol):
    """A way for the caller's thread to begin a call without the Trio thread."""

    def try_begin(self, call: BaseCall) -> bool:
        """Begins the call; false if that has to be done in the Trio thread."""

    def withdraw(self) -> None:
        """Keeps a `try_begin` that was interrupted in this thread from going on."""


class _ThreadState(threading.local):
    """What a portal stores for each thread.

    Thread-local and not keyed by the thread's ident: the system gives the ident of a thread that
    has ended to a later one (test_living has such a later thread).

    Attributes:
        private: whether this is the portal's own thread, which must not wait for itself.
        direct: the direct write that this thread is in, while it is in one.
    """

    private: bool = False
    direct: Direct | None = None


@final
class TrioThread:
    """The Trio run and its thread; it has no reference to the objects that use it."""

    def __init__(self, name: str) -> None:
        self.calls: set[BaseCall] = set()
        self.failure: AppServerError | None = None
        self.state: _ThreadState = _ThreadState()
        self.entered: bool = False
        self.stopping: bool = False
        self.close: Close | None = None
        self.close_timeout: float = MARGIN_SECONDS
        self.token: trio.lowlevel.TrioToken | None = None
        self._stop = trio.Event()
        self._nursery: trio.Nursery | None = None
        self._ready: BaseCall | None = None
        self.thread: threading.Thread = threading.Thread(target=self._run, name=name, daemon=True)

    # -- in the private thread -----------------------------------------------------------------

    def _run(self) -> None:
        # A starter that is interrupted gives up the thread: it sets `stopping` and then reads
        # `entered`; here it is the other way round. So either this returns without a Trio run, or
        # `join` waits for it (test_every_line: test_the_constructor).
        self.entered = True
        self.state.private = True
        failure: AppServerError = ClientClosedError("this client was closed")
        if self.stopping:
            self.end(failure)
            return
        # Any exception at all ends the calls with it: the thread has nobody to raise it to.
        result = outcome.capture(trio.run, self._main)
        if isinstance(result, outcome.Error):
            error = result.error
            logger.error("the private thread of a client failed", exc_info=error)
            failure = TransportClosedError(f"the client's private thread failed: {error!r}")
            failure.__cause__ = error
        self.end(failure)

    def end(self, failure: AppServerError) -> None:
        """Ends every call that waits, and every later one, with the same failure."""
        # `failure` is set before the calls are read; see the first rule of the module.
        self.failure = failure
        _running.discard(self)
        for call in self.calls.copy():
            call.end(fresh(failure))

    async def _main(self) -> None:
        self.token = trio.lowlevel.current_trio_token()
        async with trio.open_nursery() as nursery:
            self._nursery = nursery
            assert self._ready is not None
            self._ready.finish(None)
            if self.stopping:
                self._stop.set()  # the starting thread was interrupted
            try:
                await self._stop.wait()
                if self.close is not None:
                    await self.close()
            finally:
                self._nursery = None
            # Calls still run that closing has not ended, such as one of the caller's own.
            nursery.cancel_scope.cancel()

    def begin(self, function: Begin, call: BaseCall) -> None:
        """Begins a call; an exception is the call's outcome and does not end the Trio run."""
        result = outcome.capture(function, call)
        if isinstance(result, outcome.Error):
            call.finish(None, result.error)

    def spawn(self, function: Callable[[], Awaitable[object]], call: BaseCall) -> None:
        """Starts the task of a call."""
        if self._nursery is None:
            call.finish(None, ClientClosedError("this client was closed"))
            return
        scope = trio.CancelScope()
        call.abort = scope.cancel
        start = partial(self._nursery.start_soon, name="trio_codex call")
        call.context.run(start, self._carry_out, function, call, scope)

    async def _carry_out(
        self, function: Callable[[], Awaitable[object]], call: BaseCall, scope: trio.CancelScope
    ) -> None:
        with scope:
            try:
                call.finish(await function())
            except trio.Cancelled:
                raise
            except BaseException as error:  # noqa: BLE001 - it is the caller's
                call.finish(None, error)
        # Cancelled: the caller was interrupted and has its own exception, or the client closes and
        # `end` gives the call its error. An outcome from above counts; a second one is ignored.
        call.finish(None, ClientClosedError("this call was taken back"))

    async def host(self, serve: Serve, close: Close) -> None:
        """Runs a service until `stop`; returns once it has started."""
        assert self._nursery is not None
        await self._nursery.start(serve)
        self.close = close

    # -- in any thread -------------------------------------------------------------------------

    def start(self, ready: BaseCall) -> None:
        """Starts the thread; `ready` is finished when it takes calls."""
        self._ready = ready
        self.calls.add(ready)
        _running.add(self)
        self.thread.start()

    def submit(self, function: Callable[..., object], *args: object) -> bool:
        """Schedules a function between two steps of the Trio run; false when that is over."""
        if self.failure is not None or self.token is None:
            return False
        try:
            self.token.run_sync_soon(function, *args)
        except trio.RunFinishedError:
            return False
        return True

    def stop(self) -> None:
        """Begins to close; safe wherever the garbage collector may run, and to call again.

        It takes no lock and waits for nothing: the collector may run it in a thread that holds
        any lock, and in the Trio thread itself.
        """
        self.stopping = True
        self.submit(self._stop.set)

    def join(self) -> None:
        """Waits for the end, for as long as closing may take."""
        if not self.entered:
            _running.discard(self)
            return
        end = Call(self.calls)
        self.calls.add(end)
        if self.failure is None:
            end.wait_bounded(self.close_timeout)
        self.check_ended()

    def check_ended(self) -> None:
        """Joins the thread, whose end was waited for, or logs that it did not end."""
        if self.failure is None:
            logger.error("the client's private thread did not end within %g s", self.close_timeout)
        else:
            self.thread.join(_JOIN_SECONDS)


_running: Final[set[TrioThread]] = set()


@atexit.register
def _close_forgotten() -> None:
    # The threads are daemons, so that they do not keep the interpreter; the runtimes must go.
    # All are stopped before the first is waited for: they close side by side.
    forgotten = tuple(_running)
    for thread in forgotten:
        thread.stop()
    for thread in forgotten:
        thread.join()


def _disown() -> None:
    # A forked child has only the thread that forked: a call would wait for a thread that does not
    # exist there. Locks that other threads held stay locked, so nothing here takes one.
    for thread in _running:
        thread.stopping = True
        thread.failure = ClientClosedError(
            "this client belongs to the process that forked this one; make another"
        )
    _running.clear()


if hasattr(os, "register_at_fork"):
    os.register_at_fork(after_in_child=_disown)
