"""The portal: blocking calls from any thread into a Trio run in a private thread."""

from __future__ import annotations

import atexit
import logging
import os
import threading
import warnings
from functools import partial
from typing import TYPE_CHECKING, Any, Final, Protocol, TypeAlias, TypeVar, final

import outcome
import trio

from ..errors import (
    AppServerError,
    ClientClosedError,
    InvalidArgumentError,
    TransportClosedError,
    fresh,
)
from .call import Call

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from .call import Leave

__all__ = ["Call", "Direct", "Portal"]

logger: logging.Logger = logging.getLogger("trio_codex.sync")

T = TypeVar("T")
R = TypeVar("R")

_Serve: TypeAlias = "Callable[..., Awaitable[None]]"
_Close: TypeAlias = "Callable[[], Awaitable[None]]"
_Begin: TypeAlias = "Callable[[Call], object]"

_MARGIN_SECONDS: Final = 2.0
_JOIN_SECONDS: Final = 1.0


class Direct(Protocol):
    """A way for the caller's thread to begin a call without the Trio thread."""

    def try_begin(self, call: Call) -> bool:
        """Begins the call; false if that has to be done in the Trio thread."""

    def withdraw(self) -> None:
        """Keeps a `try_begin` that was interrupted in this thread from going on."""


class _Here(threading.local):
    """What a thread is to a portal; kept by the thread itself, whose ident may be used again."""

    private: bool = False
    direct: Direct | None = None


@final
class _Loop:
    """The Trio run and its thread; it knows nothing of the objects that use it."""

    def __init__(self, name: str) -> None:
        self.calls: set[Call] = set()
        self.failure: AppServerError | None = None
        self.here = _Here()
        self.entered = False
        self.stopping = False
        self.close: _Close | None = None
        self.patience = _MARGIN_SECONDS
        self.token: trio.lowlevel.TrioToken | None = None
        self._stop = trio.Event()
        self._nursery: trio.Nursery | None = None
        self._ready = Call(self.calls)
        self.calls.add(self._ready)
        self.thread = threading.Thread(target=self._run, name=name, daemon=True)

    # -- in the private thread -----------------------------------------------------------------

    def _run(self) -> None:
        # `stop` sets `stopping` before anybody looks at `entered`, so a thread that the starter
        # gave up does nothing, or is waited for.
        self.entered = True
        self.here.private = True
        failure: AppServerError = ClientClosedError("this client was closed")
        if self.stopping:
            self.end(failure)
            return
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
        for call in self.calls.copy():
            call.end(fresh(failure))

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

    def begin(self, function: Callable[[Call], object], call: Call) -> None:
        """Begins a call; what goes wrong is the caller's, and never the end of the Trio run."""
        result = outcome.capture(function, call)
        if isinstance(result, outcome.Error):
            call.finish(None, result.error)

    def spawn(self, function: Callable[[], Awaitable[object]], call: Call) -> None:
        """Starts the task of a call."""
        if self._nursery is None:
            call.finish(None, ClientClosedError("this client was closed"))
            return
        scope = trio.CancelScope()
        call.abort = scope.cancel
        self._nursery.start_soon(self._carry_out, function, call, scope, name="trio_codex call")

    async def _carry_out(
        self, function: Callable[[], Awaitable[object]], call: Call, scope: trio.CancelScope
    ) -> None:
        with scope:
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
        """Begins to close; safe wherever the garbage collector may run, and to call again."""
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
            end.wait_bounded(self.patience)
        if self.failure is None:
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
    _running.clear()


if hasattr(os, "register_at_fork"):
    os.register_at_fork(after_in_child=_disown)


@final
class Portal:
    """What the blocking objects hold of the private thread; without any of them it closes."""

    def __init__(self, name: str) -> None:
        self._loop = _Loop(name)

    def __del__(self) -> None:
        loop = getattr(self, "_loop", None)  # The constructor may have been interrupted.
        if loop is not None and loop.entered and loop.failure is None and not loop.stopping:
            loop.stop()
            warnings.warn(
                "a Codex was not closed; use it in `with`, or call close()",
                ResourceWarning,
                stacklevel=2,
            )

    @property
    def closing(self) -> bool:
        """Whether `close` has begun; then it is its own affair to go on."""
        return self._loop.stopping

    @property
    def ended(self) -> bool:
        """Whether nothing can be called any more."""
        return self._loop.failure is not None

    def open(self, serve: _Serve, close: _Close, patience: float) -> None:
        """Starts the thread, and in it a service that lives as long as the portal.

        Interrupted, it leaves what there is to `close`.

        Args:
            serve: what runs it; started as by `nursery.start`.
            close: what ends it when the portal closes.
            patience: seconds that ending it may take.
        """
        self._loop.patience = patience + _MARGIN_SECONDS
        self._loop.start()
        self.run(self._loop.host, serve, close)

    def run(self, function: Callable[..., Awaitable[T]], *args: object, **options: object) -> T:
        """Runs a coroutine function as a task over there, and blocks for what it returns.

        Ctrl+C cancels the task, waits for its end, and comes out; a second one does not wait.

        Raises:
            ClientClosedError: the client was closed.
        """
        return self.run_then(None, function, *args, **options)

    def run_then(
        self,
        then: Callable[[T], R] | None,
        function: Callable[..., Awaitable[T]],
        *args: object,
        **options: object,
    ) -> R:
        """Runs a coroutine function like `run`, and returns what `then` makes of its result.

        Interrupted while `then` runs, the result is left like one that comes too late.
        """
        task = partial(function, *args, **options)
        return self.perform(partial(self._loop.spawn, task), then=then)  # type: ignore[no-any-return]

    def run_sync(self, function: Callable[..., T], *args: object) -> T:
        """Runs a function between two steps of the tasks over there.

        Raises:
            ClientClosedError: the client was closed.
        """
        return self.perform(partial(_execute, partial(function, *args)))  # type: ignore[no-any-return]

    def perform(
        self,
        begin: _Begin,
        *,
        direct: Direct | None = None,
        then: Callable[[Any], object] | None = None,
        leave: Leave | None = None,
    ) -> Any:
        """Has a call begun, and blocks for its outcome.

        An exception that comes in between, from a signal handler, comes out only after the call
        was reaped in the Trio thread: there, and in that order, everything is known that this
        thread had done when it came. So no line here needs to be undone by another one.

        Args:
            begin: begins the call, in the Trio thread.
            direct: begins the call in this thread, if it can; else `begin` does.
            then: makes the returned value of the call's, in this thread.
            leave: what is left when the caller is interrupted, instead of the call's value.

        Raises:
            ClientClosedError: the client was closed.
        """
        loop, here = self._loop, self._loop.here
        if here.private:
            raise AppServerError(
                "the blocking client was called in its own private thread and would wait for "
                "itself; call it from another one"
            )
        if here.direct is not None:
            # This is a signal handler's call over one that was about to write, or one was broken
            # off there: that one must not keep what this one needs.
            here.direct.withdraw()
        call = Call(loop.calls, leave)
        try:
            loop.calls.add(call)
            here.direct = direct
            begun = direct is not None and loop.failure is None and direct.try_begin(call)
            here.direct = None
            if not begun and not loop.submit(loop.begin, begin, call):
                raise fresh(loop.failure or ClientClosedError("this client was closed"))
            call.wait()
            if call.error is not None:
                if isinstance(call.error, InvalidArgumentError):
                    # Where in the library it was found is of no use to the caller.
                    call.error.__traceback__ = None
                raise call.error
            return call.value if then is None else then(call.value)
        except BaseException as error:
            if error is not call.error:
                self._reap(call, direct)
            # A traceback holds this frame: without this, both would wait for the collector.
            del call
            raise

    def submit(self, function: Callable[..., object], *args: object) -> bool:
        """Has a function run over there, without waiting for it; false when that is over."""
        return self._loop.submit(function, *args)

    def spawn(self, function: Callable[[], Awaitable[object]], call: Call) -> None:
        """Goes on with a call as a task; only for what `perform` has begun."""
        self._loop.spawn(function, call)

    def _reap(self, call: Call, direct: Direct | None) -> None:
        loop = self._loop
        if direct is not None:
            direct.withdraw()
            loop.here.direct = None
        reaped = Call(loop.calls)
        loop.calls.add(reaped)
        if loop.submit(loop.begin, partial(loop.spawn, call.reap), reaped):
            reaped.wait_bounded(loop.patience)
        else:
            loop.calls.difference_update((call, reaped))

    def close(self) -> None:
        """Ends what is hosted here, and the thread; a call that still waits is ended by it.

        Ctrl+C does not stop it, a second one does not wait for it.
        """
        try:
            self._close()
        except BaseException:
            self._close()
            raise

    def _close(self) -> None:
        loop = self._loop
        loop.stop()
        if loop.here.direct is not None:
            loop.here.direct.withdraw()
        if not loop.here.private:
            loop.join()


def _execute(function: Callable[[], object], call: Call) -> None:
    call.finish(function())
