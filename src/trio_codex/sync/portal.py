"""Turns blocking calls from any thread into work of a Trio run in a private thread."""

from __future__ import annotations

import atexit
import logging
import os
import sys
import threading
import time
import warnings
from contextlib import suppress
from functools import partial
from typing import TYPE_CHECKING, Any, Final, TypeAlias, TypeVar, final

import outcome
import trio

from ..errors import (
    AppServerError,
    ClientClosedError,
    InvalidArgumentError,
    TransportClosedError,
    fresh,
)

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

__all__ = ["Call", "Portal"]

logger: logging.Logger = logging.getLogger("trio_codex.sync")

T = TypeVar("T")

_Serve: TypeAlias = "Callable[..., Awaitable[None]]"
_Close: TypeAlias = "Callable[[], Awaitable[None]]"
_Begin: TypeAlias = "Callable[[Call], object]"

# A signal interrupts the wait for a lock, unless it comes in the instant before the wait; then,
# and on Windows always, it is noticed between two slices.
_SLICE: Final = 0.05 if sys.platform == "win32" else 1.0
_MARGIN_SECONDS: Final = 2.0
_JOIN_SECONDS: Final = 1.0


@final
class Call:
    """A call on its way: who waits for it, what became of it, and how it is taken back."""

    __slots__ = ("_waiting", "abort", "aborted", "done", "error", "value")

    def __init__(self) -> None:
        self._waiting = threading.Lock()
        self._waiting.acquire()
        self.abort: Callable[[], object] | None = None
        self.aborted: bool = False
        self.done: bool = False
        self.error: BaseException | None = None
        self.value: Any = None

    def finish(self, value: object, error: BaseException | None = None) -> None:
        """Takes the outcome and wakes the caller; only the first outcome counts."""
        if not self.done:
            self.value = value
            self.error = error
            self.done = True
            with suppress(RuntimeError):  # two threads had an outcome at once
                self._waiting.release()

    def take_back(self) -> None:
        """Cancels the call wherever it is; it still has an outcome."""
        self.aborted = True
        if self.abort is not None and not self.done:
            self.abort()

    def wait(self) -> None:
        """Blocks until there is an outcome; a signal's handler may raise out of it."""
        while not self._waiting.acquire(timeout=_SLICE):
            pass

    def wait_bounded(self, seconds: float) -> None:
        """Blocks for so long at most, after a wait that was interrupted."""
        deadline = time.monotonic() + seconds
        while not self.done and (left := deadline - time.monotonic()) > 0:
            # Nothing else waits here, and a wait that was interrupted took no lock.
            self._waiting.acquire(timeout=min(left, _SLICE))


@final
class _Loop:
    """The Trio run and its thread; it knows nothing of the objects that use it."""

    def __init__(self, name: str) -> None:
        self.calls: set[Call] = set()
        self.failure: AppServerError | None = None
        self.ended = threading.Event()
        self.stopping = False
        self.close: _Close | None = None
        self.patience = _MARGIN_SECONDS
        self.token: trio.lowlevel.TrioToken | None = None
        self._stop = trio.Event()
        self._nursery: trio.Nursery | None = None
        self._ready = Call()
        self.thread = threading.Thread(target=self._run, name=name, daemon=True)

    # -- in the private thread -----------------------------------------------------------------

    def _run(self) -> None:
        failure: AppServerError = ClientClosedError("this client was closed")
        # Every caller is told what went wrong, whatever it was: there is nobody else to tell.
        result = outcome.capture(trio.run, self._main)
        if isinstance(result, outcome.Error):
            error = result.error
            logger.error("the private thread of a blocking client failed", exc_info=error)
            failure = TransportClosedError(f"the client's private thread failed: {error!r}")
            failure.__cause__ = error
        self.end(failure)

    def end(self, failure: AppServerError) -> None:
        """Tells everybody who waits, and everybody who would, that this is over."""
        # The order matters: a caller registers first and looks at `failure` then.
        self.failure = failure
        _running.discard(self)
        for call in tuple(self.calls):
            call.finish(None, fresh(failure))
        self.ended.set()
        self._ready.finish(None)

    async def _main(self) -> None:
        self.token = trio.lowlevel.current_trio_token()
        async with trio.open_nursery() as nursery:
            self._nursery = nursery
            self._ready.finish(None)
            if self.stopping:
                self._stop.set()  # whoever started this was interrupted
            try:
                await self._stop.wait()
                if self.close is not None:
                    await self.close()
            finally:
                self._nursery = None
            nursery.cancel_scope.cancel()

    def spawn(self, function: Callable[[], Awaitable[object]], call: Call) -> None:
        """Starts the task of a call."""
        if call.aborted or self._nursery is None:
            call.finish(None, ClientClosedError("this client was closed"))
        else:
            self._nursery.start_soon(self._carry_out, function, call, name="trio_codex call")

    async def _carry_out(self, function: Callable[[], Awaitable[object]], call: Call) -> None:
        with trio.CancelScope() as scope:
            call.abort = scope.cancel
            if call.aborted:
                scope.cancel()  # it was taken back before its first step
            try:
                call.finish(await function())
            except trio.Cancelled:
                raise
            except BaseException as error:  # noqa: BLE001 - it is the caller's
                call.finish(None, error)
        # Taken back: the caller knows why. If the client closes instead, `end` says so.
        call.finish(None, ClientClosedError("this call was taken back"))

    async def host(self, serve: _Serve, close: _Close) -> None:
        """Runs a service until `stop`; returns once it has started."""
        assert self._nursery is not None
        await self._nursery.start(serve)
        self.close = close

    def execute(self, function: Callable[[], object], call: Call) -> None:
        """Runs something that need not wait."""
        try:
            value = function()
        except Exception as error:  # noqa: BLE001 - it is the caller's
            call.finish(None, error)
        else:
            call.finish(value)

    # -- in any thread -------------------------------------------------------------------------

    def start(self) -> None:
        """Starts the thread, and returns when it takes calls."""
        _running.add(self)
        self.thread.start()
        self._ready.wait()
        if self.failure is not None:
            raise fresh(self.failure)

    def submit(self, function: Callable[..., object], *args: object) -> bool:
        """Has a function run between two steps of the Trio run; false when that is over."""
        if self.failure is not None or self.token is None:
            return False
        try:
            self.token.run_sync_soon(function, *args)
        except trio.RunFinishedError:
            return False
        return True

    def stop(self) -> None:
        """Begins to close and returns at once; safe wherever the garbage collector may run."""
        if not self.stopping:
            self.stopping = True
            self.submit(self._stop.set)

    def join(self) -> None:
        """Waits for the end, for as long as closing may take."""
        if not self.ended.wait(self.patience):
            logger.error("the client's private thread did not end within %g s", self.patience)
            return
        self.thread.join(_JOIN_SECONDS)


_running: Final[set[_Loop]] = set()


@atexit.register
def _close_forgotten() -> None:
    # The threads are daemons, so that they do not keep the interpreter; the runtimes must go.
    forgotten = tuple(_running)
    for loop in forgotten:
        loop.stop()
    for loop in forgotten:
        loop.join()


def _disown() -> None:
    # Only the thread that forked exists in the child: nothing would ever answer here.
    for loop in _running:
        loop.stopping = True
        loop.failure = ClientClosedError(
            "this client belongs to the process that forked this one; make another"
        )
        # A lock inside of the old event may have been held at the moment of the fork.
        loop.ended = threading.Event()
        loop.ended.set()
    _running.clear()


if hasattr(os, "register_at_fork"):
    os.register_at_fork(after_in_child=_disown)


@final
class Portal:
    """What the blocking objects hold of the private thread; without any of them it closes."""

    def __init__(self, name: str) -> None:
        self._loop = _Loop(name)
        self._ident: int | None = None
        self._loop.start()
        self._ident = self._loop.thread.ident

    def __del__(self) -> None:
        loop = self._loop
        if loop.failure is None and not loop.stopping:
            loop.stop()
            warnings.warn(
                "a Codex was not closed; use it in `with`, or call close()",
                ResourceWarning,
                stacklevel=2,
            )

    @property
    def ended(self) -> bool:
        """Whether nothing can be called any more."""
        return self._loop.failure is not None

    def host(self, serve: _Serve, close: _Close, patience: float) -> None:
        """Starts a service that lives as long as the portal.

        Args:
            serve: what runs it; started as by `nursery.start`.
            close: what ends it when the portal closes.
            patience: seconds that ending it may take.
        """
        self._loop.patience = patience + _MARGIN_SECONDS
        self.run(self._loop.host, serve, close)

    def run(self, function: Callable[..., Awaitable[T]], *args: object, **options: object) -> T:
        """Runs a coroutine function as a task over there, and blocks for what it returns.

        Ctrl+C cancels the task, waits for its end, and comes out; a second one does not wait.

        Raises:
            ClientClosedError: the client was closed.
        """
        wanted = partial(function, *args, **options)
        value: T = self.perform(partial(self._loop.spawn, wanted))
        return value

    def run_sync(self, function: Callable[..., T], *args: object) -> T:
        """Runs a function between two steps of the tasks over there.

        Raises:
            ClientClosedError: the client was closed.
        """
        value: T = self.perform(partial(self._loop.execute, partial(function, *args)))
        return value

    def perform(self, begin: _Begin, at_once: Callable[[Call], bool] | None = None) -> Any:
        """Has `begin` called over there with a call that it sees to, and blocks for its outcome.

        Args:
            begin: sees to a call over there.
            at_once: sees to a call in this thread, or says that it cannot; then `begin` does.

        Raises:
            ClientClosedError: the client was closed.
        """
        loop = self._loop
        if threading.get_ident() == self._ident:
            raise AppServerError(
                "the blocking client was called in its own private thread and would wait for "
                "itself; call it from another one"
            )
        call = Call()
        loop.calls.add(call)
        try:
            begun = loop.failure is None and at_once is not None and at_once(call)
            if not begun and not loop.submit(begin, call):
                raise fresh(loop.failure or ClientClosedError("this client was closed"))
            call.wait()
        except (AppServerError, InvalidArgumentError):
            raise
        except BaseException:
            self._take_back(call)
            raise
        finally:
            loop.calls.discard(call)
        if call.error is None:
            return call.value
        try:
            raise call.error
        finally:
            # A traceback holds this frame: without this, both would wait for the collector.
            del call

    def submit(self, function: Callable[..., object], *args: object) -> bool:
        """Has a function run over there, without waiting for it; false when that is over."""
        return self._loop.submit(function, *args)

    def spawn(self, function: Callable[[], Awaitable[object]], call: Call) -> None:
        """Goes on with a call as a task; only for what `perform` has begun."""
        self._loop.spawn(function, call)

    def _take_back(self, call: Call) -> None:
        if self._loop.submit(call.take_back):
            call.wait_bounded(self._loop.patience)
        leave = getattr(call.value, "__aexit__", None)
        if leave is not None:
            # It came after all, but the caller will never see it.
            self.run(leave, None, None, None)

    def close(self) -> None:
        """Ends what is hosted here, and the thread; whoever still waits gets `ClientClosedError`.

        Ctrl+C does not stop it, a second one does not wait for it.
        """
        loop = self._loop
        loop.stop()
        if threading.get_ident() == self._ident:
            return
        try:
            loop.join()
        except BaseException:
            loop.join()
            raise
